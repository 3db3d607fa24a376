//! Prerendered pages: a project's own page, and the page that links to all of them.

use crate::components::content_lang::content_lang;
use crate::components::dates::dates;
use crate::components::names::portfolio_title;
use crate::components::record_link::{link_to_all, record_link};
use crate::dom::element::{Element, el};
use crate::host::prerender::SITE;
use crate::i18n::Message;
use crate::layout::footer::footer;
use crate::record::details::prerendered_details;
use crate::state::Atlas;
use atlas_engine::query::Query;

pub(crate) fn project_page(atlas: Atlas, record: u32) -> Option<Element> {
    let explorer = atlas.explorer();
    let query = Query {
        project: explorer.project(record)?.id.clone(),
        ..Query::default()
    };
    let in_explorer = el("a")
        .class("button")
        .attr("href", query.after(SITE))
        .child(Message::InExplorer);
    let record = el("main")
        .class("static-page__main")
        .child(prerendered_details(atlas, record)?)
        .child(el("p").class("static-page__links").child(in_explorer));
    Some(page_around(atlas, record))
}

pub(crate) fn list_page(atlas: Atlas) -> Element {
    let explorer = atlas.explorer();
    let results = atlas.results();
    let projects = results.projects.iter().filter_map(|record| {
        let project = explorer.project(*record)?;
        let title = record_link(atlas, project).child(project.title.as_str());
        let when = dates(project).map(|when| el("span").class("static-page__dates").child(when));
        Some(el("li").child(content_lang(atlas, title)).child(when))
    });
    let list = el("main")
        .class("static-page__main")
        .child(el("h1").child(Message::AllProjects))
        .child(
            el("ul")
                .class("static-page__list")
                .child(projects.collect::<Vec<_>>()),
        );
    page_around(atlas, list)
}

fn page_around(atlas: Atlas, main: Element) -> Element {
    let home = content_lang(atlas, el("a"))
        .attr("href", SITE)
        .child(portfolio_title(atlas));
    el("div")
        .class("page static-page")
        .child(
            el("header")
                .class("static-page__header")
                .child(el("p").class("static-page__home").child(home))
                .child(el("nav").child(link_to_all())),
        )
        .child(main)
        .child(footer(atlas))
}
