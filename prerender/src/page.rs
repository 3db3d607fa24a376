use crate::head;
use crate::site::{Site, escaped};
use atlas_engine::markup::placeholder::{LIST_HASH, VERSION};
use atlas_engine::query::Query;
use project_atlas::prerender::folder_of;

/// Returns the name of a project's folder, and its page.
pub(crate) fn of_project(site: &Site, at: usize) -> Option<(String, String)> {
    let project = site.portfolio.projects.get(at)?;
    let body = site.pages.project(u32::try_from(at).ok()?)?;
    let head = head::of_project(site, project);
    let query = Query {
        project: project.id.clone(),
        ..Query::default()
    };
    let page = document(site, &head, &body, &query.after(EXPLORER));
    Some((folder_of(project), page))
}

pub(crate) fn list(site: &Site) -> String {
    document(site, &head::of_list(site), &site.pages.list(), EXPLORER)
}

const EXPLORER: &str = "./";

/// Returns a page. It gives way to the address `redirect` if the list has been replaced since.
fn document(site: &Site, head: &str, body: &str, redirect: &str) -> String {
    let language = site.pages.language();
    let direction = if language.right_to_left {
        " dir=\"rtl\""
    } else {
        ""
    };
    let file = |name: &str| [VERSION, name].concat();
    let font = |name: &str| {
        [
            "<link rel=\"preload\" href=\"",
            &file(name),
            "\" as=\"font\" type=\"font/woff2\" crossorigin>\n",
        ]
        .concat()
    };
    let sheet = |name: &str| ["<link rel=\"stylesheet\" href=\"", &file(name), "\">\n"].concat();
    [
        "<!doctype html>\n<html lang=\"",
        language.code,
        "\"",
        direction,
        ">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
        head,
        "<meta name=\"color-scheme\" content=\"light dark\">\n<script src=\"",
        &file("main.js"),
        "\" data-portfolio=\"portfolio.json\" data-list=\"",
        LIST_HASH,
        "\" data-redirect=\"",
        &escaped(redirect),
        "\"></script>\n<link rel=\"icon\" href=\"",
        &file("icon.svg"),
        "\" type=\"image/svg+xml\">\n",
        &font("inter.woff2"),
        &font("folium-serif.woff2"),
        &sheet("style.css"),
        &sheet("on_demand.css"),
        &sheet("map.css"),
        &sheet("static-page.css"),
        "</head>\n<body>\n",
        body,
        "\n</body>\n</html>\n",
    ]
    .concat()
}
