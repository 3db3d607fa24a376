//! The status and the amounts of a project, in a few words.

use crate::dom::element::{Element, el};
use crate::i18n::intl::money;
use crate::i18n::status_name;
use atlas_engine::portfolio::Project;

/// How many currencies are named; a record has them all.
const MAX_CURRENCIES: usize = 3;

/// The total in each currency, rounded to whole units: “€1,016,253”.
pub(crate) fn rounded_totals(project: &Project) -> Vec<String> {
    let (totals, has_more) = project.totals(MAX_CURRENCIES);
    let totals = totals.into_iter();
    let mut totals: Vec<String> = totals
        .map(|(currency, total)| money(total.rounded(), currency))
        .collect();
    if has_more {
        totals.push("…".to_owned());
    }
    totals
}

/// “Completed · €1,016,253”, without what is not stated.
pub(crate) fn at_a_glance(project: &Project) -> Option<Element> {
    let status = project.status.map(|it| status_name(it).to_owned());
    let parts = status.into_iter().chain(rounded_totals(project));
    let parts: Vec<Element> = parts.map(|part| el("span").child(part)).collect();
    (!parts.is_empty()).then(|| el("p").class("glance").child(parts))
}
