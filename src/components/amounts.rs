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
    let mut words = Vec::new();
    for (currency, total) in totals {
        words.push(money(total.rounded(), currency));
    }
    if has_more {
        words.push("…".to_owned());
    }
    words
}

/// “Completed · €1,016,253”, without what is not stated.
pub(crate) fn at_a_glance(project: &Project) -> Option<Element> {
    let totals = rounded_totals(project);
    if project.status.is_none() && totals.is_empty() {
        return None;
    }
    let mut glance = el("p").class("glance");
    if let Some(status) = project.status {
        glance = glance.child(el("span").child(status_name(status)));
    }
    for total in totals {
        glance = glance.child(el("span").child(total));
    }
    Some(glance)
}

/// How many elements [`at_a_glance`] has at most.
pub(crate) fn nodes_at_a_glance(project: &Project) -> usize {
    let parts =
        usize::from(project.status.is_some()) + project.budget.len().min(MAX_CURRENCIES + 1);
    if parts > 0 { parts + 1 } else { 0 }
}
