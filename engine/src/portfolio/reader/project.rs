use super::budget::budget;
use super::countries::{countries, locations};
use super::json::{Node, Value, start_of, visible_start_of};
use super::object::{ObjectReader, Stated, list, picture, text, texts, wrong_kind};
use super::report::{Path, Report};
use crate::portfolio::model::{
    CustomField, Date, Image, Link, Organisation, Project, Related, Relation, Status,
};
use crate::string_table::StringTable;
use crate::text::slug;

const FIELDS: [&str; 24] = [
    "id",
    "identifier",
    "title",
    "acronym",
    "objective",
    "summary",
    "results",
    "image",
    "start",
    "end",
    "status",
    "duration",
    "budget",
    "countries",
    "locations",
    "implementing",
    "donors",
    "partners",
    "themes",
    "documents",
    "links",
    "related",
    "fields",
    "note",
];

/// The name of a project in findings: its id, otherwise its title, otherwise its position in the list.
pub(super) fn label(node: &Node<'_>, position: usize) -> String {
    let stated = |name: &str| {
        let Value::Object(members) = &node.value else {
            return None;
        };
        let member = members.iter().find(|member| member.key == name)?;
        match &member.value.value {
            Value::Text(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            _ => None,
        }
    };
    stated("id")
        .or_else(|| stated("title"))
        .unwrap_or_else(|| format!("project {}", position + 1))
}

/// A project, and the positions of its ids, which depend on the other projects.
pub(super) struct ProjectRead {
    pub(super) project: Project,
    pub(super) id_at: Option<usize>,
    pub(super) related_ids: Vec<RelatedId>,
}

/// The id of a related project.
pub(super) struct RelatedId {
    pub(super) at: usize,
    /// The position of the related project in the file.
    pub(super) position: usize,
    /// Its position among those that were read.
    pub(super) index: usize,
}

/// Reads a project. Without a title it is `None`; without an id, `id` is empty.
pub(super) fn read(node: Node<'_>, report: &mut Report) -> Option<ProjectRead> {
    let at = node.at;
    let Value::Object(members) = node.value else {
        // Elsewhere null counts as an absent field; here it replaces a project.
        if matches!(node.value, Value::Null) {
            report.error(at, &Path::Root, "null is not a project; remove it.");
            return None;
        }
        wrong_kind(
            at,
            &node.value,
            "a project, { \"title\": \"…\" },",
            &Path::Root,
            report,
        );
        return None;
    };
    let mut record = ObjectReader::new(members, Path::Root, report);
    let id = id(&mut record, report);
    let (id_at, id) = id.map_or((None, String::new()), |(at, id)| (Some(at), id));
    let title = record.text("title", report);
    if title.is_none() {
        report.error(
            at,
            &Path::Root.field("title"),
            "The project has no title and is ignored; add one: \"title\": \"…\".",
        );
    }
    let (start, end) = period(&mut record, report);
    let (related, related_ids) = related_projects(&mut record, report);
    let project = Project {
        id,
        identifier: record.text("identifier", report),
        title: title.unwrap_or_default(),
        acronym: record.text("acronym", report),
        objective: record.text("objective", report),
        summary: record.text("summary", report),
        results: results(&mut record, report),
        image: image(&mut record, report),
        start,
        end,
        status: status(&mut record, report),
        duration: record.text("duration", report),
        budget: budget(&mut record, report),
        countries: countries(&mut record, report),
        locations: locations(&mut record, report),
        implementing: organisations("implementing", &mut record, report),
        donors: organisations("donors", &mut record, report),
        partners: organisations("partners", &mut record, report),
        themes: distinct_texts(
            record.list("themes", report),
            &Path::Root.field("themes"),
            report,
        ),
        documents: record.items("documents", report, link),
        links: record.items("links", report, link),
        related,
        fields: custom_fields(&mut record, report),
        note: record.text("note", report),
    };
    record.finish(&FIELDS, report);
    (!project.title.is_empty()).then_some(ProjectRead {
        project,
        id_at,
        related_ids,
    })
}

fn id(record: &mut ObjectReader<'_, '_>, report: &mut Report) -> Option<(usize, String)> {
    let stated = record.stated_text("id", report)?;
    let unfit = |character: char| character.is_whitespace() || character.is_control();
    if !stated.text.contains(unfit) {
        return Some((stated.at, stated.text));
    }
    let made = slug(&stated.text);
    report.error(
        stated.at,
        &Path::Root.field("id"),
        format!(
            "The id “{}” contains a space; write \"{made}\", for example.",
            visible_start_of(&stated.text)
        ),
    );
    (!made.is_empty()).then_some((stated.at, made))
}

fn period(record: &mut ObjectReader<'_, '_>, report: &mut Report) -> (Option<Date>, Option<Date>) {
    let start = record.date("start", report);
    let end = record.date("end", report);
    if let (Some((_, start)), Some((at, end))) = (start, end)
        && ends_before(end, start)
    {
        report.error(
            at,
            &Path::Root.field("end"),
            format!("The project ends ({end}) before it starts ({start}); both dates are ignored until one is corrected."),
        );
        return (None, None);
    }
    (start.map(|(_, date)| date), end.map(|(_, date)| date))
}

fn status(record: &mut ObjectReader<'_, '_>, report: &mut Report) -> Option<Status> {
    let stated = record.stated_text("status", report)?;
    let status = Status::parse(&stated.text.to_lowercase());
    if status.is_none() {
        report.error(
            stated.at,
            &Path::Root.field("status"),
            format!(
                "“{}” is not a status and is ignored; use {}.",
                start_of(&stated.text),
                Status::ALL.map(Status::key).join(", ")
            ),
        );
    }
    status
}

/// Whether even the last possible day of `end` is before the first possible day of `start`.
fn ends_before(end: Date, start: Date) -> bool {
    let last = (
        end.year(),
        end.month().unwrap_or(12),
        end.day().unwrap_or(31),
    );
    let first = (
        start.year(),
        start.month().unwrap_or(1),
        start.day().unwrap_or(1),
    );
    last < first
}

fn organisations(
    name: &str,
    record: &mut ObjectReader<'_, '_>,
    report: &mut Report,
) -> Vec<Organisation> {
    let mut seen = StringTable::default();
    record.items(name, report, |node, path, report| {
        let at = node.at;
        let known = ["name", "acronym", "url", "ref", "role", "note"];
        let organisation = named(
            node,
            path,
            &known,
            report,
            |name, record, report| match record {
                None => Organisation {
                    name,
                    ..Organisation::default()
                },
                Some(record) => Organisation {
                    name,
                    acronym: record.text("acronym", report),
                    url: record.url(report),
                    reference: record.text("ref", report),
                    role: record.text("role", report),
                    note: record.text("note", report),
                },
            },
        )?;
        if !seen.insert(&organisation.name, 0) {
            report.warning(
                at,
                path,
                format!(
                    "“{}” is a duplicate; remove it.",
                    start_of(&organisation.name)
                ),
            );
            return None;
        }
        Some(organisation)
    })
}

pub(super) fn named<T>(
    node: Node<'_>,
    path: &Path<'_>,
    known: &[&str],
    report: &mut Report,
    build: impl FnOnce(String, Option<&mut ObjectReader<'_, '_>>, &mut Report) -> T,
) -> Option<T> {
    let at = node.at;
    let Value::Object(members) = node.value else {
        let name = text(node, path, report)?;
        return Some(build(name, None, report));
    };
    let mut record = ObjectReader::new(members, *path, report);
    let name = record.text("name", report);
    if name.is_none() {
        report.error(
            at,
            &path.field("name"),
            "A name is missing here, so this is ignored; add one: \"name\": \"…\".",
        );
    }
    let whole = build(name.clone().unwrap_or_default(), Some(&mut record), report);
    record.finish(known, report);
    name.map(|_| whole)
}

fn link(node: Node<'_>, path: &Path<'_>, report: &mut Report) -> Option<Link> {
    let mut record = titled(node, path, report)?;
    let title = title_of(&mut record, report);
    let url = record.record.url(report);
    record.record.finish(&["title", "url"], report);
    Some(Link { title: title?, url })
}

fn related_projects(
    record: &mut ObjectReader<'_, '_>,
    report: &mut Report,
) -> (Vec<Related>, Vec<RelatedId>) {
    let list = record.list("related", report);
    let path = Path::Root.field("related");
    let (mut projects, mut ids) = (Vec::new(), Vec::new());
    for (position, node) in list.into_iter().enumerate() {
        let Some((project, id_at)) = related(node, &path.item(position), report) else {
            continue;
        };
        ids.extend(id_at.map(|at| RelatedId {
            at,
            position,
            index: projects.len(),
        }));
        projects.push(project);
    }
    (projects, ids)
}

/// Reads a related project and the position of its id.
fn related(
    node: Node<'_>,
    path: &Path<'_>,
    report: &mut Report,
) -> Option<(Related, Option<usize>)> {
    let mut record = titled(node, path, report)?;
    let title = title_of(&mut record, report);
    let mut record = record.record;
    let id = record.stated_text("id", report);
    let (id_at, id) = id.map_or((None, None), |id| (Some(id.at), Some(id.text)));
    let related = Related {
        title: title.clone().unwrap_or_default(),
        id,
        acronym: record.text("acronym", report),
        donor: record.text("donor", report),
        period: record.text("period", report),
        relation: record
            .text("relation", report)
            .map(|text| Relation::parse(&text)),
    };
    let known = ["title", "id", "acronym", "donor", "period", "relation"];
    record.finish(&known, report);
    title.map(|_| (related, id_at))
}

struct Titled<'t, 'p> {
    at: usize,
    path: Path<'p>,
    record: ObjectReader<'t, 'p>,
}

fn titled<'t, 'p>(node: Node<'t>, path: &Path<'p>, report: &mut Report) -> Option<Titled<'t, 'p>> {
    let at = node.at;
    let Value::Object(members) = node.value else {
        wrong_kind(
            at,
            &node.value,
            "an object with a title, { \"title\": \"…\" },",
            path,
            report,
        );
        return None;
    };
    Some(Titled {
        at,
        path: *path,
        record: ObjectReader::new(members, *path, report),
    })
}

fn title_of(titled: &mut Titled<'_, '_>, report: &mut Report) -> Option<String> {
    let title = titled.record.text("title", report);
    if title.is_none() {
        report.error(
            titled.at,
            &titled.path.field("title"),
            "A title is missing here, so this is ignored; add one: \"title\": \"…\".",
        );
    }
    title
}

fn distinct_texts(list: Vec<Node<'_>>, path: &Path<'_>, report: &mut Report) -> Vec<String> {
    let items = texts(list, path, report).into_iter();
    items.map(|item| item.text).collect()
}

fn results(record: &mut ObjectReader<'_, '_>, report: &mut Report) -> Vec<String> {
    let Some(node) = record.take("results", report) else {
        return Vec::new();
    };
    let path = Path::Root.field("results");
    if matches!(node.value, Value::Text(_)) {
        return text(node, &path, report).into_iter().collect();
    }
    distinct_texts(list(node, &path, report), &path, report)
}

fn image(record: &mut ObjectReader<'_, '_>, report: &mut Report) -> Option<Image> {
    let node = record.take("image", report)?;
    let at = node.at;
    let path = Path::Root.field("image");
    let Value::Object(members) = node.value else {
        let text = text(node, &path, report)?;
        let url = picture(&Stated { at, text }, &path, report)?;
        return Some(Image {
            url,
            ..Image::default()
        });
    };
    let mut record = ObjectReader::new(members, path, report);
    let stated = record.stated_text("url", report);
    let (alt, credit) = (record.text("alt", report), record.text("credit", report));
    record.finish(&["url", "alt", "credit"], report);
    let path = path.field("url");
    if stated.is_none() {
        report.error(
            at,
            &path,
            "The image has no address and is ignored; add one: \"url\": \"…\".",
        );
    }
    let url = picture(&stated?, &path, report)?;
    Some(Image { url, alt, credit })
}

fn custom_fields(record: &mut ObjectReader<'_, '_>, report: &mut Report) -> Vec<CustomField> {
    let Some(node) = record.take("fields", report) else {
        return Vec::new();
    };
    let path = Path::Root.field("fields");
    let Value::Object(members) = node.value else {
        wrong_kind(
            node.at,
            &node.value,
            "an object, { \"Sector\": [\"…\"] },",
            &path,
            report,
        );
        return Vec::new();
    };
    let mut names = StringTable::default();
    let mut fields: Vec<CustomField> = Vec::new();
    for member in members {
        let name = member.key.trim();
        let path = path.field(name);
        if name.is_empty() {
            report.error(
                member.at,
                &path,
                "A field needs a name; this one is ignored.",
            );
            continue;
        }
        if !names.insert(name, 0) {
            let message = format!(
                "The field “{}” is repeated here; only the first is used.",
                start_of(name)
            );
            report.error(member.at, &path, message);
            continue;
        }
        let Value::List(list) = member.value.value else {
            wrong_kind(
                member.value.at,
                &member.value.value,
                "a list of texts in [ ]",
                &path,
                report,
            );
            continue;
        };
        let values = distinct_texts(list, &path, report);
        if !values.is_empty() {
            fields.push(CustomField {
                name: name.to_owned(),
                values,
            });
        }
    }
    fields
}
