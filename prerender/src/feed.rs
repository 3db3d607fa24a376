//! The projects as an Atom feed (RFC 4287), latest first.

use super::head::listed;
use crate::site::{Site, escaped, summary};
use atlas_engine::portfolio::{Date, Project};
use project_atlas::prerender::SITE;

const MAX_ENTRIES: usize = 100;

/// In characters: about what feed readers show.
const SUMMARY: usize = 500;

pub(crate) fn feed(site: &Site) -> String {
    let portfolio = &site.portfolio;
    let mut projects: Vec<&Project> = portfolio.projects.iter().collect();
    // The sort is stable: projects with the same date keep the portfolio's order.
    projects.sort_by_key(|project| std::cmp::Reverse(latest(project).map(Date::first_month)));
    projects.truncate(MAX_ENTRIES);
    let updated = portfolio
        .updated
        .or_else(|| projects.iter().find_map(|it| latest(it)))
        .map_or_else(|| moment(None), |date| moment(Some(date)));
    let author = portfolio
        .publisher
        .as_ref()
        .map_or_else(|| site.pages.title(), |publisher| publisher.name.clone());
    let entries = projects.iter().map(|project| entry(site, project));
    [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"",
        &escaped(portfolio.language.as_deref().unwrap_or(site.pages.language().code)),
        "\">\n<title>",
        &escaped(&site.pages.title()),
        "</title>\n<id>",
        &id(&[&site.pages.title()]),
        "</id>\n<updated>",
        &updated,
        "</updated>\n<author><name>",
        &escaped(&author),
        "</name></author>\n<link rel=\"self\" href=\"",
        &escaped(&site.url(&format!("{SITE}feed.xml"))),
        "\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"",
        &escaped(&site.url(SITE)),
        "\"/>\n",
        &entries.collect::<String>(),
        "</feed>\n",
    ]
    .concat()
}

fn entry(site: &Site, project: &Project) -> String {
    let (title, url) = listed(site, project);
    let summary = summary(project, SUMMARY).map_or_else(String::new, |summary| {
        format!("<summary>{}</summary>\n", escaped(&summary))
    });
    [
        "<entry>\n<title>",
        &escaped(&title),
        "</title>\n<id>",
        &id(&[&site.pages.title(), &project.id]),
        "</id>\n<updated>",
        &moment(latest(project)),
        "</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\"",
        &escaped(&url),
        "\"/>\n",
        &summary,
        "</entry>\n",
    ]
    .concat()
}

fn latest(project: &Project) -> Option<Date> {
    project.end.or(project.start)
}

fn moment(date: Option<Date>) -> String {
    let date = date.map_or((1970, 1, 1), |date| {
        (
            date.year(),
            date.month().unwrap_or(1),
            date.day().unwrap_or(1),
        )
    });
    format!("{:04}-{:02}-{:02}T00:00:00Z", date.0, date.1, date.2)
}

/// A UUID (RFC 9562, version 8) made from names, so that it does not depend on the site's address.
fn id(names: &[&str]) -> String {
    let mut halves = [0xcbf2_9ce4_8422_2325_u64, 0x6c62_272e_07bb_0142];
    for name in names {
        // The separator, which no name contains, distinguishes “ab”, “” from “a”, “b”.
        for byte in name.bytes().chain([0xff]) {
            for half in &mut halves {
                *half = (*half ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
                *half ^= *half >> 29;
            }
        }
    }
    let [high, low] = halves;
    format!(
        "urn:uuid:{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}",
        high >> 32,
        (high >> 16) & 0xffff,
        high & 0xfff,
        0x8000 | ((low >> 48) & 0x3fff),
        low & 0xffff_ffff_ffff
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entry_ids_are_unique_and_stable() {
        assert_eq!(id(&["a", "b"]), id(&["a", "b"]));
        assert_ne!(id(&["a", "b"]), id(&["ab", ""]));
        assert_ne!(id(&["a", "b"]), id(&["a", "c"]));
        assert_eq!(id(&["a"]).len(), "urn:uuid:".len() + 36);
    }
}
