//! What a record states under a facet, with the names that its source uses, and its amounts.

use crate::components::amounts::rounded_totals;
use crate::components::content_lang::content_lang;
use crate::components::fact::not_stated;
use crate::components::highlight::highlighted;
use crate::components::names::{mention_name, value_name};
use crate::components::value_link::value_link;
use crate::dom::element::{Element, el};
use crate::state::Atlas;
use atlas_engine::facet::{Facet, FacetKind};
use atlas_engine::portfolio::{Organisation, Project};
use atlas_engine::query::NOT_STATED;

pub(crate) struct Entry {
    pub(crate) name: String,
    /// Its position among the facet's values.
    pub(crate) value: Option<u32>,
    /// Whether the name is in the portfolio's language rather than the interface's.
    pub(crate) is_published: bool,
}

impl Entry {
    /// The name, which filters by the value.
    pub(crate) fn link(&self, atlas: Atlas, facet: &Facet) -> Element {
        let value = self.value.and_then(|at| facet.values.get(at as usize));
        let link = value_link(
            atlas,
            &facet.key,
            value.map_or(&self.name, |value| &value.key),
        );
        let link = link.child(highlighted(atlas, self.name.as_str()));
        if self.is_published {
            content_lang(atlas, link)
        } else {
            link
        }
    }
}

pub(crate) fn entries(facet: &Facet, record: u32, project: &Project) -> Vec<Entry> {
    let organisations = |list: &[Organisation]| {
        let entry = |it: &Organisation| Entry {
            name: it.full_name(),
            value: facet.position(&it.name),
            is_published: facet.kind.has_published_names(),
        };
        list.iter().map(entry).collect()
    };
    match facet.kind {
        FacetKind::Country => {
            let countries = project.countries.iter().map(|mention| Entry {
                name: mention_name(mention),
                value: facet.position(mention.code.as_str()),
                is_published: mention.own_name().is_some(),
            });
            countries.collect()
        }
        FacetKind::Donor => organisations(&project.donors),
        FacetKind::Implementing => organisations(&project.implementing),
        FacetKind::Partner => organisations(&project.partners),
        FacetKind::Theme | FacetKind::Status | FacetKind::Custom(_) => {
            let values = facet.column.values(record).iter();
            let entries = values.filter_map(|&at| {
                let value = facet.values.get(at as usize)?;
                (value.key != NOT_STATED).then(|| Entry {
                    name: value_name(value),
                    value: Some(at),
                    is_published: facet.kind.has_published_names(),
                })
            });
            entries.collect()
        }
    }
}

/// A cell of a table, with a line for each currency.
pub(crate) fn amount_cell(project: &Project) -> Element {
    let totals = rounded_totals(project).into_iter();
    let totals: Vec<Element> = totals.map(|it| el("div").child(it)).collect();
    if totals.is_empty() {
        return el("td").child(not_stated());
    }
    el("td").child(totals)
}
