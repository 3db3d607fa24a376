//! What leads to the whole record of a project.

use crate::dom::element::{Element, el};
use atlas_engine::portfolio::Project;

/// A button that opens the record; where the page is written and not run, a link to the page that
/// the project has of its own.
pub(crate) fn record_link(project: &Project, open: impl Fn() + 'static) -> Element {
    #[cfg(target_arch = "wasm32")]
    {
        let _ = project;
        el("button")
            .attr("type", "button")
            .on("click", move |_| open())
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        drop(open);
        el("a").attr("href", crate::host::project_address::address_of(project))
    }
}

/// What leads to the page that names all projects.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn link_to_all() -> Element {
    el("a")
        .attr("href", crate::host::page::beside("projects/"))
        .child(crate::i18n::Message::AllProjects)
}
