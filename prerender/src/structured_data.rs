//! Structured data for search engines: JSON-LD in the terms of schema.org. The page of a project is a
//! `WebPage` whose main entity is the `Project`. Time, place and funders belong to the page, as to any
//! creative work, and to the project as far as schema.org allows, where it is an organisation.

use crate::site::{Site, summary, url_of};
use atlas_engine::portfolio::{CountryMention, Date, Organisation, Project};
use project_atlas::prerender::SITE;
use serde_json::{Map, Value, json};

/// The most projects named on the portfolio's page; search engines find the rest through the site map.
const MAX_NAMED: usize = 24;

/// In characters: about what search engines ask for.
const DESCRIPTION: usize = 1000;

/// Returns the data as an element, a data block that no script policy blocks.
pub(crate) fn script(data: &Value) -> String {
    let json = data.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{json}</script>\n")
}

pub(crate) fn of_portfolio(site: &Site) -> Value {
    let portfolio = &site.portfolio;
    let about = portfolio.projects.iter().take(MAX_NAMED).map(|project| {
        with(json!({ "@type": "Project", "name": project.title }), |it| {
            link(it, "url", site, &url_of(site, project));
        })
    });
    let last = portfolio.last_year();
    let years: Vec<(u16, u16)> = portfolio
        .projects
        .iter()
        .filter_map(|project| project.years(last))
        .collect();
    let first = years.iter().map(|years| years.0).min();
    let last = years.iter().map(|years| years.1).max();
    let data = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": site.pages.title(),
        "description": site.pages.extent(),
        "about": about.collect::<Vec<_>>(),
    });
    with(data, |it| {
        link(it, "url", site, &site.url(SITE));
        if let Some((first, last)) = first.zip(last) {
            it.insert(
                "temporalCoverage".to_owned(),
                json!(format!("{first}/{last}")),
            );
        }
        if let Some(licence) = &portfolio.licence {
            it.insert("license".to_owned(), json!(licence));
        }
        if let Some(updated) = portfolio.updated {
            it.insert("dateModified".to_owned(), json!(iso(updated)));
        }
        if let Some(language) = &portfolio.language {
            it.insert("inLanguage".to_owned(), json!(language));
        }
        if let Some(publisher) = &portfolio.publisher {
            let publisher = with(
                json!({ "@type": "Organization", "name": publisher.name }),
                |it| {
                    if let Some(url) = &publisher.url {
                        it.insert("url".to_owned(), json!(url));
                    }
                },
            );
            it.insert("publisher".to_owned(), publisher);
        }
        let file = site.url(&format!("{SITE}portfolio.json"));
        let file = with(
            json!({ "@type": "DataDownload", "encodingFormat": "application/json" }),
            |it| link(it, "contentUrl", site, &file),
        );
        it.insert("distribution".to_owned(), file);
    })
}

pub(crate) fn of_project(site: &Site, project: &Project) -> Value {
    let entity = with(json!({ "@type": "Project", "name": project.title }), |it| {
        if let Some(acronym) = &project.acronym {
            it.insert("alternateName".to_owned(), json!(acronym));
        }
        if let Some(description) = summary(project, DESCRIPTION) {
            it.insert("description".to_owned(), json!(description));
        }
        link(it, "url", site, &url_of(site, project));
        for (name, date) in [
            ("foundingDate", project.start),
            ("dissolutionDate", project.end),
        ] {
            if let Some(date) = date {
                it.insert(name.to_owned(), json!(iso(date)));
            }
        }
        list(it, "funder", &project.donors, organisation);
        list(it, "location", &project.countries, |it| {
            country(site, project, it)
        });
        let members = roles(&project.implementing, "implementing organisation")
            .chain(roles(&project.partners, "partner"));
        let members: Vec<Value> = members.collect();
        if !members.is_empty() {
            it.insert("member".to_owned(), Value::Array(members));
        }
        if !project.themes.is_empty() {
            it.insert("knowsAbout".to_owned(), json!(project.themes));
        }
    });
    let page = json!({
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": project.title,
        "inLanguage": site.portfolio.language.as_deref().unwrap_or(site.pages.language().code),
        "mainEntity": entity,
    });
    with(page, |it| {
        link(it, "url", site, &url_of(site, project));
        if let Some(coverage) = interval(project) {
            it.insert("temporalCoverage".to_owned(), json!(coverage));
        }
        list(it, "funder", &project.donors, organisation);
        list(it, "spatialCoverage", &project.countries, |it| {
            country(site, project, it)
        });
        let whole = with(
            json!({ "@type": "Dataset", "name": site.pages.title(), "description": site.pages.extent() }),
            |it| link(it, "url", site, &site.url(SITE)),
        );
        it.insert("isPartOf".to_owned(), whole);
    })
}

/// A time interval in schema.org's notation; an end that is not stated is open.
fn interval(project: &Project) -> Option<String> {
    let end = |date: Option<Date>| date.map_or_else(|| "..".to_owned(), iso);
    project.start.or(project.end)?;
    Some(format!("{}/{}", end(project.start), end(project.end)))
}

fn iso(date: Date) -> String {
    let mut text = format!("{:04}", date.year());
    for part in [date.month(), date.day()].into_iter().flatten() {
        text.push_str(&format!("-{part:02}"));
    }
    text
}

fn organisation(organisation: &Organisation) -> Value {
    let named = json!({ "@type": "Organization", "name": organisation.name });
    with(named, |it| {
        if let Some(acronym) = &organisation.acronym {
            it.insert("alternateName".to_owned(), json!(acronym));
        }
        if let Some(url) = &organisation.url {
            it.insert("url".to_owned(), json!(url));
        }
    })
}

fn roles(organisations: &[Organisation], role: &str) -> impl Iterator<Item = Value> {
    organisations.iter().map(move |it| {
        json!({ "@type": "OrganizationRole", "roleName": role, "member": organisation(it) })
    })
}

fn country(site: &Site, project: &Project, mention: &CountryMention) -> Value {
    let at = project.countries.iter().position(|it| it == mention);
    let names = site.pages.countries(project);
    let name = at.and_then(|at| names.get(at));
    json!({ "@type": "Country", "name": name, "identifier": mention.code.as_str() })
}

fn list<T>(into: &mut Map<String, Value>, name: &str, of: &[T], one: impl Fn(&T) -> Value) {
    if !of.is_empty() {
        into.insert(name.to_owned(), of.iter().map(one).collect());
    }
}

/// Adds an address, but only if it is absolute.
fn link(into: &mut Map<String, Value>, name: &str, site: &Site, url: &str) {
    if site.absolute().is_some() {
        into.insert(name.to_owned(), json!(url));
    }
}

fn with(mut value: Value, add: impl FnOnce(&mut Map<String, Value>)) -> Value {
    if let Value::Object(object) = &mut value {
        add(object);
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_close_the_script_element() {
        let script = script(&json!({ "name": "</script><script>alert(1)</script>" }));
        assert_eq!(script.matches("</script>").count(), 1);
    }

    #[test]
    fn a_missing_start_or_end_is_an_open_end() {
        let dates = |start: Option<&str>, end: Option<&str>| Project {
            start: start.and_then(Date::parse),
            end: end.and_then(Date::parse),
            ..Project::default()
        };
        for (project, interval_) in [
            (
                dates(Some("2010-10"), Some("2011-09")),
                Some("2010-10/2011-09"),
            ),
            (dates(Some("2010"), None), Some("2010/..")),
            (dates(None, Some("2010-01-02")), Some("../2010-01-02")),
            (dates(None, None), None),
        ] {
            assert_eq!(interval(&project).as_deref(), interval_);
        }
    }
}
