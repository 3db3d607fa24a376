use crate::components::content_lang::content_lang;
use crate::components::dates::{dates, time_strip};
use crate::components::fact::first_of;
use crate::components::names::value_name;
use crate::components::record_link::record_link;
use crate::dom::element::{Element, el};
use crate::i18n::{Message, enumeration, tr, tr_with};
use crate::record::headings::part_tag;
use crate::state::Atlas;
use atlas_engine::facet::FacetKind;
use atlas_engine::portfolio::Project;
use atlas_engine::related::{Related, related};

const MAX_RELATED: usize = 6;

/// Projects that share countries, donors, agencies, partners or themes with this one, and the reasons.
pub(crate) fn in_common(atlas: Atlas, record: u32) -> Option<Element> {
    let explorer = atlas.explorer();
    let others = related(explorer.facets(), record, MAX_RELATED);
    let others: Vec<Element> = others
        .iter()
        .filter_map(|other| {
            let project = explorer.project(other.record)?;
            Some(other_project(atlas, other, project))
        })
        .collect();
    let section = || {
        el("section")
            .class("record__more")
            .child(el(part_tag()).child(Message::InCommon))
    };
    (!others.is_empty()).then(|| section().child(el("ul").class("related-projects").child(others)))
}

const MAX_SHARED: usize = 5;

fn other_project(atlas: Atlas, other: &Related, project: &Project) -> Element {
    let title = content_lang(atlas, record_link(atlas, project))
        .class("related-projects__title")
        .child(project.title.as_str());
    el("li")
        .class("related-projects__item")
        .child(time_strip(atlas, project))
        .child(title)
        .child(
            el("p")
                .class("related-projects__reasons")
                .child(reasons(atlas, other)),
        )
        .child(dates(project).map(|period| el("p").class("related-projects__dates").child(period)))
}

fn reasons(atlas: Atlas, other: &Related) -> String {
    let explorer = atlas.explorer();
    let facets = &explorer.facets().facets;
    // Shared values of one facet are named together.
    let mut by_facet: Vec<(usize, Vec<String>)> = Vec::new();
    for shared in &other.shared {
        let values = facets.get(shared.facet).map(|facet| &facet.values);
        let value = values.and_then(|values| values.get(shared.value as usize));
        let Some(name) = value.map(value_name) else {
            continue;
        };
        match by_facet
            .iter_mut()
            .find(|(facet, _)| *facet == shared.facet)
        {
            Some((_, names)) => names.push(name),
            None => by_facet.push((shared.facet, vec![name])),
        }
    }
    let reasons = by_facet.into_iter().filter_map(|(facet, names)| {
        let word = match &facets.get(facet)?.kind {
            FacetKind::Country => Message::AlsoIn,
            FacetKind::Donor => Message::AlsoByDonor,
            FacetKind::Implementing => Message::AlsoByImplementing,
            FacetKind::Partner => Message::AlsoWith,
            FacetKind::Theme => Message::AlsoOn,
            FacetKind::Status | FacetKind::Custom(_) => return None,
        };
        let (mut names, further) = first_of(names, MAX_SHARED);
        names.extend(further);
        Some(tr_with(word, &[("names", &enumeration(&names))]))
    });
    let reasons: Vec<String> = reasons.collect();
    reasons.join(tr(Message::DetailSeparator))
}
