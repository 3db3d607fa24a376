//! Documents, pages, related activities, results and contacts.

use super::language::{Narratives, Preference};
use super::xml::{Tag, Xml};
use crate::finding::{Finding, Severity};
use atlas_engine::portfolio::{Link, Related, Relation};

/// The category of a document that is a web page: of the activity, the organisation, the country or the sector.
const PAGES: [&str; 4] = ["A12", "B16", "B17", "B18"];

/// A document, or a page about the activity.
pub(super) enum Document {
    File(Link),
    Page(Link),
}

impl Document {
    /// Reads a link to a document; `None` if it has neither a title nor an address.
    pub(super) fn read<'a>(
        tag: &Tag<'a>,
        xml: &mut Xml<'a, '_>,
        preference: Preference,
        project: &str,
    ) -> Option<Self> {
        let stated = tag.attribute("url");
        let url = stated
            .as_deref()
            .and_then(|url| address(url, "documents", xml, project));
        let (mut title, mut is_page) = (Narratives::default(), false);
        let depth = xml.depth();
        while let Some(child) = xml.child(depth) {
            match child.name {
                "title" => title.add(&child, xml),
                "category" => {
                    let code = child.attribute("code");
                    is_page |= code.is_some_and(|code| PAGES.contains(&code.as_ref()));
                }
                _ => {}
            }
        }
        let title = title.line(preference);
        let link = link(title.or_else(|| stated.as_deref().and_then(file_name)), url)?;
        Some(if is_page {
            Self::Page(link)
        } else {
            Self::File(link)
        })
    }
}

/// Reads the address of an activity's page, an element of version 1.0.
pub(super) fn website(xml: &mut Xml<'_, '_>, project: &str) -> Option<Link> {
    let text = super::text::line(&xml.content());
    let url = address(&text, "links", xml, project)?;
    link(None, Some(url))
}

fn link(title: Option<String>, url: Option<String>) -> Option<Link> {
    let title = title.filter(|it| !it.is_empty()).or_else(|| url.clone())?;
    Some(Link { title, url })
}

/// The name of the file at the end of an address, without its query.
fn file_name(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://").unwrap_or(("", url));
    let path = rest.split(['?', '#']).next()?;
    let (_, name) = path.trim_end_matches('/').rsplit_once('/')?;
    Some(name.to_owned())
}

/// An address that a link may have: http, https or mailto. One without a scheme that begins with `www.` has https.
fn address(stated: &str, field: &str, xml: &mut Xml<'_, '_>, project: &str) -> Option<String> {
    let (scheme, rest) = stated.split_once(':').unwrap_or_default();
    let host = rest.strip_prefix("//").unwrap_or_default();
    let is_web = (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
        && !host.is_empty()
        && !host.starts_with(['/', '\\', '?', '#']);
    let is_mail = scheme.eq_ignore_ascii_case("mailto") && !rest.is_empty();
    if !stated.contains(char::is_control) {
        if is_web || is_mail {
            return Some(stated.to_owned());
        }
        if stated.starts_with("www.") {
            return Some(["https://", stated].concat());
        }
    }
    if !stated.is_empty() {
        let message = format!(
            "“{}” is not the address of a page.",
            super::text::start(stated)
        );
        let finding = Finding::new(Severity::Warning, "address-unknown", message);
        let finding = finding.at(xml.place()).project(project).field(field);
        xml.report(finding.help("Write an address that begins with https:// or http://."));
    }
    None
}

/// Reads a related activity. Its title is the identifier, until all activities are known.
pub(super) fn related(tag: &Tag<'_>) -> Option<Related> {
    let title = super::text::line(&tag.attribute("ref")?);
    let kind = tag.attribute("type").unwrap_or_default();
    let relation = match kind.to_lowercase().as_str() {
        "1" | "parent" => Some(Relation::Parent),
        "2" | "child" => Some(Relation::Child),
        "3" | "sibling" => Some(Relation::Sibling),
        "4" | "co-funded" => Some(Relation::Other("co-funded".to_owned())),
        "5" | "third party" => Some(Relation::Other("third party".to_owned())),
        "" => None,
        other => Some(Relation::Other(other.to_owned())),
    };
    Some(Related {
        title,
        relation,
        ..Related::default()
    })
}

/// Reads a result: its title, otherwise its description.
pub(super) fn result(xml: &mut Xml<'_, '_>, preference: Preference) -> Option<String> {
    let (mut title, mut description) = (Narratives::default(), Narratives::default());
    let depth = xml.depth();
    while let Some(child) = xml.child(depth) {
        match child.name {
            "title" => title.add(&child, xml),
            "description" => description.add(&child, xml),
            _ => {}
        }
    }
    title
        .paragraphs(preference)
        .or_else(|| description.paragraphs(preference))
}

/// Reads a contact: what is stated, with commas between.
pub(super) fn contact(xml: &mut Xml<'_, '_>, preference: Preference) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    let depth = xml.depth();
    while let Some(child) = xml.child(depth) {
        let text = Narratives::read(&child, xml).line(preference);
        parts.extend(text.filter(|it| !it.is_empty()));
    }
    (!parts.is_empty()).then(|| ["Contact: ", &parts.join(", ")].concat())
}
