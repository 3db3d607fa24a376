use crate::components::plain_click::on_plain_click;
use crate::dom::element::{Element, el};
use crate::host::{History, address, with_host};
use crate::i18n::Message;
use crate::state::Atlas;
use atlas_engine::portfolio::Project;

/// A link to a project's own page, whose plain click opens the record instead.
pub(crate) fn record_link(atlas: Atlas, project: &Project) -> Element {
    let id = project.id.clone();
    let link = el("a").attr("href", address::permanent(project));
    on_plain_click(link, move || {
        atlas.change(History::Push, |query| query.project.clone_from(&id));
    })
}

/// The id of the link that opens a project's record among the results, where the focus returns to.
pub(crate) fn record_link_id(project: &Project) -> String {
    ["open-", &project.id].concat()
}

/// Selects those links, in the order of the results.
pub(crate) const RECORD_LINKS: &str = "#results [id^=open-]";

/// A link to the page that names every project. It does not exist beside a page that is not the site's.
pub(crate) fn link_to_all() -> Element {
    el("a")
        .attr("href", with_host(|host| host.page_beside("projects/")))
        .child(Message::AllProjects)
}
