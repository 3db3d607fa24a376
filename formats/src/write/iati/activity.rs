//! One project as an activity, its elements in the order of the schema.

use super::Context;
use super::xml::Xml;
use crate::iati::{ACCOUNTABLE, EXTENDING, PARTNER, UNKNOWN_DATE, edge};
use atlas_engine::portfolio::{
    Budget, Date, Link, Organisation, Project, Related, Relation, Status,
};
use atlas_engine::text::slug;

pub(super) fn write(project: &Project, context: &mut Context<'_>, xml: &mut Xml) {
    let identifier = context.identifier(project);
    xml.text("iati-identifier", &[], &identifier);
    let publisher = context.list.publisher.as_ref();
    let publisher = publisher.map_or("", |it| it.name.as_str());
    xml.narrative(
        "reporting-org",
        &[("ref", Some("")), ("type", Some(""))],
        publisher,
    );
    xml.narrative("title", &[], &project.title);
    descriptions(project, context, xml);
    organisations(project, context, xml);
    if project.status.is_none() {
        context.losses.empty("a status");
    }
    let code = project.status.map_or("", status);
    xml.empty("activity-status", &[("code", Some(code))]);
    dates(project, context, xml);
    places(project, xml);
    classifications(project, context, xml);
    for budget in &project.budget {
        self::budget(project, budget, context, xml);
    }
    for link in &project.documents {
        document(link, None, context, xml);
    }
    for link in &project.links {
        document(link, Some("A12"), context, xml);
    }
    for related in &project.related {
        self::related(related, context, xml);
    }
    for result in &project.results {
        // A result needs an indicator.
        let measure = [("measure", Some(QUALITATIVE))];
        xml.element("result", &[("type", Some(OTHER_RESULT))], |xml| {
            xml.narrative("title", &[], result);
            xml.element("indicator", &measure, |xml| {
                xml.narrative("title", &[], result);
            });
        });
    }
}

const OTHER_RESULT: &str = "9";
const QUALITATIVE: &str = "5";

fn descriptions(project: &Project, context: &mut Context<'_>, xml: &mut Xml) {
    for (kind, text) in [("1", &project.summary), ("2", &project.objective)] {
        if let Some(text) = text {
            xml.narrative("description", &[("type", Some(kind))], text);
        }
    }
    if project.summary.is_none() && project.objective.is_none() {
        context.losses.empty("a description");
        xml.narrative("description", &[], "");
    }
}

fn organisations(project: &Project, context: &mut Context<'_>, xml: &mut Xml) {
    let mut write = |organisation: &Organisation, role: &str| {
        let attributes = [
            ("ref", organisation.reference.as_deref()),
            ("role", Some(role)),
        ];
        xml.narrative("participating-org", &attributes, &organisation.name);
    };
    for organisation in &project.donors {
        write(organisation, "1");
    }
    for organisation in &project.partners {
        let role = match organisation.role.as_deref() {
            Some(ACCOUNTABLE) => "2",
            Some(EXTENDING) => "3",
            words => {
                context
                    .losses
                    .add("IATI has no code for the role of some partners; it is written in words.");
                words.unwrap_or(PARTNER)
            }
        };
        write(organisation, role);
    }
    for organisation in &project.implementing {
        write(organisation, "4");
    }
    let Project {
        donors,
        partners,
        implementing,
        ..
    } = project;
    if donors.is_empty() && partners.is_empty() && implementing.is_empty() {
        context.losses.empty("a participating organisation");
        xml.empty("participating-org", &[("role", Some(""))]);
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Planned => "1",
        Status::Ongoing => "2",
        Status::Completed => "4",
        Status::Cancelled => "5",
        Status::Suspended => "6",
    }
}

fn dates(project: &Project, context: &mut Context<'_>, xml: &mut Xml) {
    // A start is actual once the status says that the project began, an end once it ended.
    let (start, end) = match project.status {
        Some(Status::Completed) => ("2", "4"),
        Some(Status::Ongoing | Status::Suspended | Status::Cancelled) => ("2", "3"),
        Some(Status::Planned) | None => ("1", "3"),
    };
    for (date, kind, is_end) in [(project.start, start, false), (project.end, end, true)] {
        let Some((date, day)) = date.and_then(|date| Some((date, edge(date, is_end)?))) else {
            continue;
        };
        let day = day.to_string();
        let attributes = [("type", Some(kind)), ("iso-date", Some(day.as_str()))];
        if date.day().is_some() {
            xml.empty("activity-date", &attributes);
        } else {
            // The date as it is known, which the day makes too exact.
            xml.narrative("activity-date", &attributes, &date.to_string());
        }
    }
    if project.start.is_none() && project.end.is_none() {
        context.losses.add(
            "IATI requires a date; projects without one have the date 0001-01-01, “not stated”.",
        );
        let attributes = [("type", Some("1")), ("iso-date", Some(UNKNOWN_DATE))];
        xml.narrative("activity-date", &attributes, "Not stated");
    }
}

fn places(project: &Project, xml: &mut Xml) {
    for country in &project.countries {
        let share = country.share.map(|share| share.to_string());
        let attributes = [
            ("code", Some(country.code.as_str())),
            ("percentage", share.as_deref()),
        ];
        match &country.name {
            Some(name) => xml.narrative("recipient-country", &attributes, name),
            None => xml.empty("recipient-country", &attributes),
        }
    }
    for region in values(project, "Region") {
        own_code("recipient-region", region, xml);
    }
    for location in &project.locations {
        xml.element("location", &[], |xml| {
            if let Some(name) = &location.name {
                xml.narrative("name", &[], name);
            }
            let system = "http://www.opengis.net/def/crs/EPSG/0/4326";
            xml.element("point", &[("srsName", Some(system))], |xml| {
                let position = format!("{} {}", location.latitude, location.longitude);
                xml.text("pos", &[], &position);
            });
        });
    }
}

fn classifications(project: &Project, context: &Context<'_>, xml: &mut Xml) {
    for sector in values(project, "Sector") {
        if let Some((vocabulary, code)) = context.codes.dac_sector(sector) {
            let attributes = [("vocabulary", Some(vocabulary)), ("code", Some(code))];
            xml.empty("sector", &attributes);
        }
    }
    for theme in &project.themes {
        own_code("sector", theme, xml);
    }
    for goal in values(project, "SDG") {
        if let Some(code) = context.codes.sdg_goal(goal) {
            let attributes = [("vocabulary", Some("2")), ("code", Some(code))];
            xml.empty("tag", &attributes);
        }
    }
    for tag in values(project, "Tag") {
        own_code("tag", tag, xml);
    }
}

/// A value of the publisher's own vocabulary.
fn own_code(element: &str, value: &str, xml: &mut Xml) {
    let code = slug(value);
    let code = if code.is_empty() { value } else { &code };
    let attributes = [("vocabulary", Some("99")), ("code", Some(code))];
    xml.narrative(element, &attributes, value);
}

fn values<'a>(project: &'a Project, name: &str) -> impl Iterator<Item = &'a str> {
    let field = project.fields.iter().find(|field| field.name == name);
    let values = field.map(|field| field.values.iter().map(String::as_str));
    values.into_iter().flatten()
}

/// Writes an amount for its year, otherwise for the time of the project.
fn budget(project: &Project, budget: &Budget, context: &mut Context<'_>, xml: &mut Xml) {
    let year = budget.year.and_then(|year| Date::new(year, None, None));
    let (start, end) = (year.or(project.start), year.or(project.end));
    let period = start.and_then(|start| Some((edge(start, false)?, edge(end?, true)?)));
    let Some((start, end)) = period else {
        context.losses.add(
            "IATI requires the period of an amount; amounts without a year are left out if their project has no start or no end.",
        );
        return;
    };
    let (start, end) = (start.to_string(), end.to_string());
    xml.element("budget", &[], |xml| {
        xml.empty("period-start", &[("iso-date", Some(&start))]);
        xml.empty("period-end", &[("iso-date", Some(&end))]);
        let attributes = [
            ("currency", Some(budget.currency.as_str())),
            ("value-date", Some(start.as_str())),
        ];
        xml.text("value", &attributes, &budget.amount.to_string());
    });
}

fn document(link: &Link, category: Option<&str>, context: &mut Context<'_>, xml: &mut Xml) {
    let Some(url) = link.url.as_ref().filter(|url| is_uri(url)) else {
        return;
    };
    let format = if category.is_some() {
        "text/html"
    } else {
        media_type(url)
    };
    if category.is_none() {
        context.losses.add(
            "IATI requires the category of a document, which the list does not state; it is empty.",
        );
    }
    let attributes = [("url", Some(url.as_str())), ("format", Some(format))];
    xml.element("document-link", &attributes, |xml| {
        xml.narrative("title", &[], &link.title);
        xml.empty("category", &[("code", Some(category.unwrap_or("")))]);
    });
}

/// Whether an address has the form that the schema demands. A few more that have it are left to the extension.
fn is_uri(url: &str) -> bool {
    let is_escape = |after: &str| {
        let digits = after.bytes().take(2).filter(u8::is_ascii_hexdigit);
        digits.count() == 2
    };
    let (_, rest) = url.split_once("://").unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let port = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let port = port.rsplit_once(':').map_or("", |(_, port)| port);
    url.split('%').skip(1).all(is_escape)
        && url.matches('#').count() <= 1
        && !url.contains(['[', ']'])
        && port.len() <= 5
        && port.bytes().all(|it| it.is_ascii_digit())
}

/// The media type that the end of an address suggests.
fn media_type(url: &str) -> &'static str {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    let extension = path.rsplit_once('.').map(|(_, extension)| extension);
    match extension.map(str::to_ascii_lowercase).as_deref() {
        Some("pdf") => "application/pdf",
        Some("doc") => "application/msword",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some("xls") => "application/vnd.ms-excel",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("ppt") => "application/vnd.ms-powerpoint",
        Some("pptx") => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        Some("odt") => "application/vnd.oasis.opendocument.text",
        Some("csv") => "text/csv",
        Some("txt") => "text/plain",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("png") => "image/png",
        Some("zip") => "application/zip",
        Some("html" | "htm") => "text/html",
        _ => "application/octet-stream",
    }
}

/// Writes a related activity that has an identifier and a relation that IATI has.
fn related(related: &Related, context: &Context<'_>, xml: &mut Xml) {
    let kind = match &related.relation {
        Some(Relation::Parent) => "1",
        Some(Relation::Child) => "2",
        Some(Relation::Sibling) => "3",
        Some(Relation::Other(words)) if words == "co-funded" => "4",
        Some(Relation::Other(words)) if words == "third party" => "5",
        _ => return,
    };
    let identifier = match &related.id {
        Some(id) => context.identifier_of(id),
        // Activities that are not in the list are known by their identifiers.
        None => Some(related.title.as_str()).filter(|title| !title.contains(char::is_whitespace)),
    };
    if let Some(identifier) = identifier {
        let attributes = [("ref", Some(identifier)), ("type", Some(kind))];
        xml.empty("related-activity", &attributes);
    }
}
