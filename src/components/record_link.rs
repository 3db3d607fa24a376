use crate::dom::element::{Element, el};
use crate::host::with_host;
use crate::i18n::Message;
use atlas_engine::portfolio::Project;

/// A button that opens the record or, in a prerendered page, a link to the project's own page.
pub(crate) fn record_link(project: &Project, open: impl Fn() + 'static) -> Element {
    match with_host(|host| host.project_page(project)) {
        Some(page) => el("a").attr("href", page),
        None => el("button")
            .attr("type", "button")
            .on("click", move |_| open()),
    }
}

/// A link to the page that names every project. It does not exist beside a page that is not the site's.
pub(crate) fn link_to_all() -> Element {
    el("a")
        .attr("href", with_host(|host| host.page_beside("projects/")))
        .child(Message::AllProjects)
}
