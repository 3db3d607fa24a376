//! The site map for search engines. It requires absolute addresses.

use crate::site::{Site, escaped, url_of};

/// The most addresses that a site map may contain.
const MAX_URLS: usize = 50_000;

pub(crate) fn sitemap(site: &Site, url: &str) -> String {
    let own = [url.to_owned(), format!("{url}projects/")];
    let projects = site.portfolio.projects.iter().map(|it| url_of(site, it));
    let addresses = own.into_iter().chain(projects).take(MAX_URLS);
    let lines = addresses.map(|it| format!("<url><loc>{}</loc></url>\n", escaped(&it)));
    [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
        &lines.collect::<String>(),
        "</urlset>\n",
    ]
    .concat()
}
