//! The address, from which the query is read and to which it is written. The loader decides what that
//! is: the address bar, or an attribute of an element in another site's page.

use crate::host::project_address::path_of;
use crate::host::{IS_THERE, loader, page};
use atlas_engine::portfolio::Project;
use atlas_engine::query::Query;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum History {
    /// A choice: “back” returns to the previous state.
    Push,
    /// A typed letter: replaces the previous state.
    Replace,
}

pub(crate) fn read() -> Query {
    Query::parse(&loader::handed_text("address"))
}

pub(crate) fn write(query: &Query, step: History) {
    let is_new = JsValue::from_bool(step == History::Push);
    loader::call("write", &query.to_address().into(), &is_new);
}

pub(crate) fn absolute(query: &Query) -> String {
    let link = loader::call("link", &query.to_address().into(), &JsValue::UNDEFINED);
    link.as_string().unwrap_or_default()
}

/// The address for citing a project: its own page on the site. A portfolio that is not the site's has no
/// such pages, so its projects are cited by their records in this atlas.
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

/// Calls `arrive` with the query of each address that “back”, “forward” or the surrounding page leads
/// to.
pub(crate) fn on_travel(arrive: impl Fn(Query) + 'static) {
    if !IS_THERE {
        return;
    }
    let travel =
        Closure::<dyn Fn(String)>::new(move |address: String| arrive(Query::parse(&address)));
    loader::hand_over("travel", &travel.into_js_value());
}

/// Reports to the loader which query is shown, and how many results it has.
pub(crate) fn answered(query: &Query, count: u32) {
    loader::call("answered", &query.to_address().into(), &count.into());
}
