//! The address: where the query is read from and written to. What that is, the address bar or an
//! attribute of an element in somebody else's page, is the loader's business.

use crate::host::project_address::path_of;
use crate::host::{IS_THERE, loader, page};
use atlas_engine::portfolio::Project;
use atlas_engine::query::Query;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;

/// How a change of the query goes into the browser's history.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum History {
    /// A choice: “back” returns to the state before it.
    Push,
    /// A letter typed: it replaces the state before it.
    Replace,
}

/// The query that the address tells.
pub(crate) fn read() -> Query {
    Query::parse(&loader::handed_text("address"))
}

/// Tells the query in the address.
pub(crate) fn write(query: &Query, step: History) {
    let is_new = JsValue::from_bool(step == History::Push);
    loader::tell("write", &query.to_address().into(), &is_new);
}

/// The whole address of this atlas at a query, to be handed on.
pub(crate) fn absolute(query: &Query) -> String {
    let link = loader::tell("link", &query.to_address().into(), &JsValue::UNDEFINED);
    link.as_string().unwrap_or_default()
}

/// The address to cite a project by: its own page on the site, or, where the list is another than
/// the site's and has no such pages, its record in this atlas.
pub(crate) fn permanent(project: &Project) -> String {
    let home = page::home();
    if page::portfolio() == [&home, "portfolio.json"].concat() {
        return [home, path_of(project)].concat();
    }
    absolute(&Query {
        project: project.id.clone(),
        ..Query::default()
    })
}

/// Calls `arrive` with the query of each address that “back”, “forward” or the surrounding page
/// lead to.
pub(crate) fn on_travel(arrive: impl Fn(Query) + 'static) {
    if !IS_THERE {
        return;
    }
    let travel =
        Closure::<dyn Fn(String)>::new(move |address: String| arrive(Query::parse(&address)));
    loader::hand_over("travel", &travel.into_js_value());
}

/// Tells which query is answered now, and by how many projects.
pub(crate) fn answered(query: &Query, count: u32) {
    loader::tell("answered", &query.to_address().into(), &count.into());
}
