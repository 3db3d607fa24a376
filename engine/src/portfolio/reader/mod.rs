//! Reads a file's bytes into a portfolio and findings. [`json`] parses the text and knows nothing of
//! portfolios, [`object`] takes typed fields from one object, [`address`] knows which addresses are kept,
//! [`project`] knows the fields of a project, of which [`budget`] and [`countries`] have files of their own, and [`report`] collects findings.

mod address;
mod budget;
mod countries;
mod json;
mod object;
mod project;
mod report;

use crate::colour::Colour;
use crate::facet_key::{FacetKey, FacetKind};
use crate::keys::UniqueKeys;
use crate::portfolio::model::{Overview, Portfolio, Project, Publisher};
use crate::portfolio::reading::Reading;
use crate::string_table::StringTable;
use crate::text::slug;
use json::{Node, ProjectList, Value};
use object::{Item, ObjectReader};
use project::{ProjectRead, RelatedId};
use report::{Path, Report};

const FIELDS: [&str; 14] = [
    "title",
    "publisher",
    "intro",
    "contact",
    "logo",
    "accent",
    "overview",
    "language",
    "licence",
    "updated",
    "source",
    "note",
    "facets",
    "projects",
];

/// The most positions reported in a file with another encoding.
const MAX_BAD_BYTES: usize = 10;

/// Reads a portfolio from the bytes of a JSON file.
///
/// Never fails: everything readable is in [`Reading::portfolio`], and the rest is in
/// [`Reading::findings`], each with its line and column, its project and its field. A fault costs only
/// its field or, at worst, its project. Links that are not http, https or mailto lose their address,
/// and pictures that are not http, https or relative are left out.
/// Takes time linear in the file's size.
///
/// ```
/// use atlas_engine::portfolio;
/// let file = r#"{ "title": "Ours", "projects": [{ "title": "Wells", "start": "2010-13" }] }"#;
/// let reading = portfolio::read(file.as_bytes());
/// assert_eq!(reading.portfolio.map(|portfolio| portfolio.projects.len()), Some(1));
/// let finding = &reading.findings[0];
/// assert_eq!((finding.line, finding.column, finding.field.as_str()), (1, 62, "start"));
/// ```
pub fn read(bytes: &[u8]) -> Reading {
    let mut reader = PortfolioReader::new(bytes.to_vec());
    while reader.step(usize::MAX) {}
    reader.finish()
}

/// Reads a portfolio like [`read`], but a few projects at a time, so that a page can respond in between.
///
/// ```
/// use atlas_engine::portfolio::{self, PortfolioReader};
/// let file = br#"{ "title": "Ours", "projects": [{ "title": "Wells" }, { "title": "Roads" }] }"#;
/// let mut reader = PortfolioReader::new(file.to_vec());
/// while reader.step(1) {}
/// assert_eq!(reader.finish(), portfolio::read(file));
/// ```
pub struct PortfolioReader {
    reader: Reader,
    text: String,
    /// The projects that are left; `None` if the file is read in one go.
    list: Option<ProjectList>,
    is_read: bool,
    is_utf16: bool,
}

impl PortfolioReader {
    /// Starts with the bytes of a JSON file.
    pub fn new(mut bytes: Vec<u8>) -> Self {
        let mut reader = Reader::default();
        if bytes.starts_with(b"\xef\xbb\xbf") {
            bytes.drain(..3);
        }
        let is_utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(_) if is_utf16 => String::new(),
            Err(error) => decode(error.as_bytes(), &mut reader.report),
        };
        // Text that is not UTF-8 is read in one go: its findings are already in the report.
        let is_clean = reader.report.is_empty();
        let list = is_clean.then(|| ProjectList::find(&text)).flatten();
        Self {
            reader,
            text,
            list,
            is_read: false,
            is_utf16,
        }
    }

    /// Reads up to `projects` more projects. Returns whether any are left.
    pub fn step(&mut self, projects: usize) -> bool {
        let Some(list) = self.list.as_mut().filter(|_| !self.is_read) else {
            return false;
        };
        for _ in 0..projects {
            match list.next(&self.text) {
                Ok(Some(node)) => self.reader.add_project(node),
                Ok(None) => {
                    self.is_read = true;
                    return false;
                }
                Err(json::NotJson) => {
                    // The parser that continues after a fault reads everything again.
                    self.reader = Reader::default();
                    self.list = None;
                    return false;
                }
            }
        }
        true
    }

    /// Returns the portfolio and the findings; call this when no step is left.
    pub fn finish(self) -> Reading {
        let Self {
            mut reader,
            text,
            list,
            is_read,
            is_utf16,
        } = self;
        if is_utf16 {
            let message = "The file is in UTF-16; save it as UTF-8.";
            reader.report.error(0, &Path::Root, message);
            return Reading {
                portfolio: None,
                findings: reader.report.into_findings(""),
            };
        }
        let span = list.filter(|_| is_read).map(|list| list.span());
        if span.is_none() {
            reader.drafts.clear();
            reader.projects.clear();
        }
        let (root, faults) = json::parse_around(&text, span);
        let portfolio = reader.portfolio(root);
        let Reader {
            mut report, spans, ..
        } = reader;
        report.add_faults(faults, &spans);
        Reading {
            portfolio,
            findings: report.into_findings(&text),
        }
    }
}

/// Decodes UTF-8; invalid bytes become U+FFFD and are reported.
fn decode(bytes: &[u8], report: &mut Report) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut bad = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if let [first, ..] = chunk.invalid() {
            if bad < MAX_BAD_BYTES {
                report.error(
                    text.len(),
                    &Path::Root,
                    format!("The byte {first:#04x} here is not UTF-8 and is shown as �; save the file as UTF-8."),
                );
            }
            bad += 1;
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    text
}

#[derive(Default)]
struct Reader {
    report: Report,
    /// Where each project starts, and its name in findings.
    spans: Vec<(usize, String)>,
    projects: Vec<Project>,
    drafts: Vec<Draft>,
}

struct Draft {
    at: usize,
    id_at: Option<usize>,
    label: String,
    /// Whether it keeps the `id` that it states.
    is_identified: bool,
    related_ids: Vec<RelatedId>,
}

impl Reader {
    fn portfolio(&mut self, root: Node<'_>) -> Option<Portfolio> {
        let members = match root.value {
            Value::Object(members) => members,
            Value::List(items) => {
                self.report.error(
                    root.at,
                    &Path::Root,
                    "The file is a list, which is read as the projects; write an object: { \"title\": \"…\", \"projects\": [ … ] }.",
                );
                let projects = self.projects(items);
                return Some(Portfolio {
                    projects,
                    ..Portfolio::default()
                });
            }
            Value::Broken => return None,
            Value::Null => {
                self.report.error(
                    root.at,
                    &Path::Root,
                    "The file contains only null; write an object: { \"title\": \"…\", \"projects\": [ … ] }.",
                );
                return None;
            }
            other => {
                object::wrong_kind(
                    root.at,
                    &other,
                    "a portfolio, { \"title\": \"…\", \"projects\": [ … ] },",
                    &Path::Root,
                    &mut self.report,
                );
                return None;
            }
        };
        let mut record = ObjectReader::new(members, Path::Root, &mut self.report);
        let title = record.text("title", &mut self.report);
        if title.is_none() {
            self.report.error(
                root.at,
                &Path::Root.field("title"),
                "The portfolio has no title; add one: \"title\": \"…\".",
            );
        }
        let publisher = self.publisher(&mut record);
        let intro = record.text("intro", &mut self.report);
        let contact = record.parsed(
            "contact",
            address::of_contact,
            "is ignored; write an e-mail address, such as \"us@example.org\", or one that begins with https:// or http://.",
            &mut self.report,
        );
        let logo = record.stated_text("logo", &mut self.report);
        let logo = logo
            .and_then(|logo| object::picture(&logo, &Path::Root.field("logo"), &mut self.report));
        let accent = record.parsed(
            "accent",
            Colour::parse,
            "is ignored; write a colour, such as \"#2a6f6e\".",
            &mut self.report,
        );
        let overview = record.parsed(
            "overview",
            Overview::parse,
            "is ignored; write \"shown\" or \"hidden\".",
            &mut self.report,
        );
        let language = record.parsed(
            "language",
            language_tag,
            "is ignored; use a language tag, such as \"en\" or \"pt-BR\".",
            &mut self.report,
        );
        let licence = record.text("licence", &mut self.report);
        let updated = record.date("updated", &mut self.report);
        let source = record.text("source", &mut self.report);
        let note = record.text("note", &mut self.report);
        let facets = record.list("facets", &mut self.report);
        let projects = self.read_projects(root.at, &mut record);
        let facets = self.known_facets(facets, &projects);
        record.finish(&FIELDS, &mut self.report);
        Some(Portfolio {
            title: title.unwrap_or_default(),
            publisher,
            intro,
            contact,
            logo,
            accent,
            overview,
            language,
            licence,
            updated: updated.map(|(_, date)| date),
            source,
            note,
            facets,
            projects,
        })
    }

    fn publisher(&mut self, record: &mut ObjectReader<'_, '_>) -> Option<Publisher> {
        let node = record.take("publisher", &mut self.report)?;
        let path = Path::Root.field("publisher");
        project::named(
            node,
            &path,
            &["name", "url"],
            &mut self.report,
            |name, record, report| Publisher {
                name,
                url: record.and_then(|record| record.url(report)),
            },
        )
    }

    fn read_projects(&mut self, at: usize, record: &mut ObjectReader<'_, '_>) -> Vec<Project> {
        let path = Path::Root.field("projects");
        match record.take("projects", &mut self.report) {
            Some(Node {
                value: Value::List(items),
                ..
            }) => self.projects(items),
            Some(node) => {
                object::wrong_kind(
                    node.at,
                    &node.value,
                    "a list of projects in [ ]",
                    &path,
                    &mut self.report,
                );
                Vec::new()
            }
            None => {
                self.report.error(
                    at,
                    &path,
                    "The portfolio has no projects; add a list: \"projects\": [ … ].",
                );
                Vec::new()
            }
        }
    }

    fn projects(&mut self, items: Vec<Node<'_>>) -> Vec<Project> {
        for node in items {
            self.add_project(node);
        }
        let mut projects = std::mem::take(&mut self.projects);
        let mut drafts = std::mem::take(&mut self.drafts);
        let identifiers = self.identify(&mut projects, &mut drafts);
        self.check_related(&mut projects, drafts, &identifiers);
        projects
    }

    fn add_project(&mut self, node: Node<'_>) {
        let label = project::label(&node, self.spans.len());
        let at = node.at;
        self.spans.push((at, label.clone()));
        self.report.enter_project(label.clone());
        if let Some(read) = project::read(node, &mut self.report) {
            let ProjectRead {
                project,
                id_at,
                related_ids,
            } = read;
            self.projects.push(project);
            self.drafts.push(Draft {
                at,
                id_at,
                label,
                is_identified: false,
                related_ids,
            });
        }
        self.report.leave_project();
    }

    /// Gives every project a unique id. The first project to state an id keeps it; ids made here, for
    /// later duplicates or missing ids, never replace a stated one.
    fn identify(&mut self, projects: &mut [Project], drafts: &mut [Draft]) -> UniqueKeys {
        let mut identifiers = UniqueKeys::default();
        for (draft, project) in drafts.iter_mut().zip(projects.iter()) {
            draft.is_identified = identifiers.take(&project.id);
        }
        for (position, (draft, project)) in drafts.iter().zip(projects).enumerate() {
            if draft.is_identified {
                continue;
            }
            let stated = std::mem::take(&mut project.id);
            if !stated.is_empty() {
                project.id = identifiers.unique(stated.clone());
                let message = format!(
                    "Another project already has the id “{stated}”; this one uses “{}”. Give it a unique id.",
                    project.id
                );
                self.report.enter_project(draft.label.clone());
                self.report.error(
                    draft.id_at.unwrap_or(draft.at),
                    &Path::Root.field("id"),
                    message,
                );
                self.report.leave_project();
                continue;
            }
            let made = [
                project.acronym.as_deref().unwrap_or_default(),
                &project.title,
            ];
            let made = made.into_iter().map(slug).find(|made| !made.is_empty());
            project.id =
                identifiers.unique(made.unwrap_or_else(|| format!("project-{}", position + 1)));
        }
        identifiers
    }

    /// Removes the ids of related projects that no other project has.
    fn check_related(
        &mut self,
        projects: &mut [Project],
        drafts: Vec<Draft>,
        identifiers: &UniqueKeys,
    ) {
        for (draft, project) in drafts.into_iter().zip(projects) {
            for RelatedId {
                at,
                position,
                index,
            } in draft.related_ids
            {
                let Some(related) = project.related.get_mut(index) else {
                    continue;
                };
                let is_other = |id: &String| *id != project.id && identifiers.contains(id);
                let Some(id) = related.id.take_if(|id| !is_other(id)) else {
                    continue;
                };
                let message = format!(
                    "No other project has the id “{}”, so it is ignored; correct it or remove it.",
                    json::visible_start_of(&id)
                );
                let list = Path::Root.field("related");
                self.report.enter_project(draft.label.clone());
                self.report
                    .warning(at, &list.item(position).field("id"), message);
                self.report.leave_project();
            }
        }
    }

    fn known_facets(&mut self, listed: Vec<Node<'_>>, projects: &[Project]) -> Vec<String> {
        let mut custom = StringTable::default();
        for field in projects.iter().flat_map(|project| &project.fields) {
            custom.insert(&slug(&field.name), 0);
        }
        let built_in = FacetKind::BUILT_IN.iter().filter_map(FacetKind::key);
        let built_in: Vec<FacetKey> = built_in.collect();
        let path = Path::Root.field("facets");
        let mut facets = object::texts(listed, &path, &mut self.report);
        facets.retain(|Item { at, text, position }| {
            let is_known = built_in.iter().any(|key| key.as_str() == *text) || custom.get(text).is_some();
            if !is_known {
                let names: Vec<&str> = built_in.iter().map(FacetKey::as_str).collect();
                let message = format!(
                    "The unknown facet “{}” is ignored; use {}, or the slug of a name under “fields”.",
                    json::start_of(text),
                    names.join(", ")
                );
                self.report.warning(*at, &path.item(*position), message);
            }
            is_known
        });
        facets.into_iter().map(|facet| facet.text).collect()
    }
}

fn language_tag(text: &str) -> Option<String> {
    let mut parts = text.split('-');
    let primary = parts.next().unwrap_or_default();
    let is_tag = (2..=8).contains(&primary.len())
        && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
    is_tag.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FILE: &str = r#"{ "x-note": [1, { "projects": [] }], "title": "Ours", "projects": [
        { "title": "Wells", "start": "2010-13", "countries": ["RO", "RO"] }, null,
        { "title": "Roads", "id": "wells", "fields": { "Sector": ["A", "B"] },
          "related": [{ "title": "Wells", "id": "wells" }, { "id": "wells" }, { "title": "R", "id": "roads" }] },
        { "id": "wells" }
    ], "projects": 7, "facets": ["sector", "nothing"], "updated": "soon" }"#;

    fn in_one_go(bytes: &[u8]) -> Reading {
        let mut reader = PortfolioReader::new(bytes.to_vec());
        reader.list = None;
        reader.finish()
    }

    #[test]
    fn a_bare_list_of_projects_is_also_read_one_by_one() {
        let file = br#"[{ "title": "Wells" }, { "title": "Roads" }]"#;
        assert_eq!(read(file), in_one_go(file));
        assert_eq!(read(file).portfolio.map(|it| it.projects.len()), Some(2));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn reading_projects_one_by_one_equals_reading_all_at_once(
            changes in prop::collection::vec((any::<prop::sample::Index>(), 0usize..6, ".{0,2}"), 0..3),
            step in 1usize..4,
        ) {
            let mut text: Vec<char> = FILE.chars().collect();
            for (at, removed, added) in changes {
                let at = at.index(text.len());
                let end = text.len().min(at + removed);
                text.splice(at..end, added.chars());
            }
            let text: String = text.into_iter().collect();
            let mut reader = PortfolioReader::new(text.clone().into_bytes());
            while reader.step(step) {}
            prop_assert_eq!(reader.finish(), in_one_go(text.as_bytes()));
        }
    }
}
