use crate::dom::element::{Element, el};
use atlas_engine::portfolio::Project;

/// A button that opens the record or, in a prerendered page, a link to the project's own page.
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

#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn link_to_all() -> Element {
    el("a")
        .attr("href", crate::host::page::beside("projects/"))
        .child(crate::i18n::Message::AllProjects)
}
