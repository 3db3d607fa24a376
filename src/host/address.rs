//! The address, from which the query is read and to which it is written. The host decides what that is:
//! the address bar, or an attribute of an element in another site's page.

use crate::host::{History, with_host};
use atlas_engine::portfolio::Project;
use atlas_engine::query::Query;
use std::rc::Rc;

pub(crate) fn read() -> Query {
    Query::parse(&with_host(|host| host.address()))
}

pub(crate) fn write(query: &Query, history: History) {
    with_host(|host| host.write_address(&query.to_address(), history));
}

pub(crate) fn absolute(query: &Query) -> String {
    with_host(|host| host.link_to(&query.to_address()))
}

/// The full address of the folder that the atlas was published in.
pub(crate) fn home() -> String {
    with_host(|host| host.home())
}

/// The full address of the portfolio.
pub(crate) fn portfolio() -> String {
    with_host(|host| host.portfolio())
}

/// The address of a project: its own page on the site or, if it has none, its record in this atlas.
pub(crate) fn permanent(project: &Project) -> String {
    with_host(|host| host.project_page(project)).unwrap_or_else(|| {
        absolute(&Query {
            project: project.id.clone(),
            ..Query::default()
        })
    })
}

/// Calls `on_address` with the query of each address that “back”, “forward” or the surrounding page leads
/// to.
pub(crate) fn on_navigate(on_address: impl Fn(Query) + 'static) {
    let on_address = Rc::new(move |address: &str| on_address(Query::parse(address)));
    with_host(|host| host.on_navigate(on_address));
}

/// Reports to the surrounding page which query is shown, and how many results it has.
pub(crate) fn report_results(query: &Query, count: u32) {
    with_host(|host| host.report_results(&query.to_address(), count));
}
