//! One activity, as its elements come.

use super::countries::Countries;
use super::dates::Dates;
use super::extension::{self, Replacement};
use super::fields::Fields;
use super::language::{Language, Narratives, Preference};
use super::links::{self, Document};
use super::locations::Locations;
use super::money::{Amounts, Value};
use super::organisations::Organisations;
use super::xml::{Kind, Tag, Xml};
use super::{File, text};
use crate::assemble::Draft;
use crate::finding::{Finding, Place, Severity};
use crate::values::status;
use atlas_engine::portfolio::{Currency, Link, Project, Publisher, Related, Status};
use std::collections::HashSet;

/// What is known of an activity before it ends.
pub(super) struct Activity<'a> {
    place: Place,
    /// The id that the extension states.
    id: Option<String>,
    preference: Preference,
    currency: Option<Currency>,
    identifier: Option<String>,
    /// How findings name it: the identifier, or the title.
    label: String,
    titles: Narratives<'a>,
    descriptions: Vec<(Description, Narratives<'a>)>,
    organisations: Organisations<'a>,
    dates: Dates,
    status: Option<Status>,
    countries: Countries<'a>,
    locations: Locations,
    fields: Fields,
    amounts: Amounts,
    documents: Vec<Link>,
    links: Vec<Link>,
    related: Vec<Related>,
    results: Vec<String>,
    contacts: Vec<String>,
    replacement: Option<Replacement>,
    has_region: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Description {
    Objective,
    /// In general, of target groups, or another.
    Summary,
}

impl<'a> Activity<'a> {
    /// Reads the activity that a tag begins.
    pub(super) fn read(tag: &Tag<'a>, xml: &mut Xml<'a, '_>, file: &mut File) -> Self {
        let stated = tag.attribute("default-currency");
        let mut activity = Self {
            place: xml.place(),
            id: xml
                .extension_attribute(tag, extension::ID)
                .and_then(stated_id),
            preference: Preference {
                main: file.main,
                default: Language::of(tag).or(file.language),
            },
            currency: stated
                .and_then(|code| Currency::parse(&code))
                .or(file.currency),
            identifier: None,
            label: String::new(),
            titles: Narratives::default(),
            descriptions: Vec::new(),
            organisations: Organisations::default(),
            dates: Dates::default(),
            status: None,
            countries: Countries::default(),
            locations: Locations::default(),
            fields: Fields::default(),
            amounts: Amounts::default(),
            documents: Vec::new(),
            links: Vec::new(),
            related: Vec::new(),
            results: Vec::new(),
            contacts: Vec::new(),
            replacement: None,
            has_region: false,
        };
        let is_humanitarian = tag.attribute("humanitarian");
        if is_humanitarian.is_some_and(|it| matches!(it.as_ref(), "1" | "true")) {
            activity.fields.add("Humanitarian", "Yes");
        }
        file.update(tag.attribute("last-updated-datetime").as_deref(), false);
        let depth = xml.depth();
        while let Some(child) = xml.child(depth) {
            activity.element(&child, xml, file);
        }
        activity
    }

    fn element(&mut self, tag: &Tag<'a>, xml: &mut Xml<'a, '_>, file: &mut File) {
        if tag.kind == Kind::Extension {
            if tag.name == extension::PROJECT {
                let names = tag.attribute("fields").unwrap_or_default();
                self.replacement = Replacement::read(&names, &xml.content());
            }
            return;
        }
        let preference = self.preference;
        match tag.name {
            "iati-identifier" => {
                let identifier = text::line(&xml.content());
                let is_stated = !identifier.is_empty() && self.identifier.is_none();
                if is_stated {
                    self.label.clone_from(&identifier);
                    self.identifier = Some(identifier);
                }
            }
            "reporting-org" => {
                let reference = tag.attribute("ref").map(|it| text::line(&it));
                let name = Narratives::read(tag, xml).line(preference);
                file.publishers.add(reference, name, &mut file.names);
            }
            "title" => {
                self.titles.add(tag, xml);
                if self.label.is_empty() {
                    self.label = self.titles.line(preference).unwrap_or_default();
                }
            }
            "description" => self.description(tag, xml),
            "participating-org" => self.organisations.read(tag, xml),
            "activity-date" => {
                self.dates.read(tag, xml, &self.label);
            }
            "activity-status" => self.read_status(tag, xml),
            "contact-info" if file.with_contacts => {
                self.contacts.extend(links::contact(xml, preference));
            }
            "location" => {
                self.locations
                    .read(xml, &mut self.fields, preference, &self.label);
            }
            "tag" => self.fields.tag(tag, xml, preference),
            "policy-marker" => self.fields.policy_marker(tag, xml, preference),
            "budget" => {
                self.amounts.budget(tag, xml, self.currency, &self.label);
            }
            "transaction" => self.transaction(xml, file),
            "document-link" => match Document::read(tag, xml, preference, &self.label) {
                Some(Document::File(link)) => self.documents.push(link),
                Some(Document::Page(link)) => self.links.push(link),
                None => {}
            },
            "activity-website" => self.links.extend(links::website(xml, &self.label)),
            "related-activity" => self.related.extend(links::related(tag)),
            "result" => self.results.extend(links::result(xml, preference)),
            _ => self.of_transactions_too(tag, xml, file),
        }
    }

    /// Reads the elements that an activity and its transactions share.
    fn of_transactions_too(&mut self, tag: &Tag<'a>, xml: &mut Xml<'a, '_>, file: &mut File) {
        let preference = self.preference;
        match tag.name {
            "recipient-country" => {
                let fields = &mut self.fields;
                self.countries
                    .read(tag, xml, fields, preference, &self.label);
            }
            "recipient-region" => {
                let place = xml.place();
                if self.fields.region(tag, xml, preference) && !self.has_region {
                    self.has_region = true;
                    file.regions.add(place, self.label.clone());
                }
            }
            "sector" => self.fields.sector(tag, xml, preference),
            _ => {}
        }
    }

    fn transaction(&mut self, xml: &mut Xml<'a, '_>, file: &mut File) {
        let (mut kind, mut value) = (None, None);
        let depth = xml.depth();
        while let Some(child) = xml.child(depth) {
            match child.name {
                "transaction-type" => kind = child.attribute("code"),
                "value" => value = Some(Value::read(&child, xml)),
                _ => self.of_transactions_too(&child, xml, file),
            }
        }
        if let (Some(kind), Some(value)) = (kind, value) {
            self.amounts
                .transaction(&kind, &value, xml, self.currency, &self.label);
        }
    }

    /// A description in another language joins the one before, if it has the same type.
    fn description(&mut self, tag: &Tag<'a>, xml: &mut Xml<'a, '_>) {
        let kind = match tag.attribute("type").as_deref() {
            Some("2" | "objectives" | "Objectives") => Description::Objective,
            _ => Description::Summary,
        };
        let mut texts = Narratives::read(tag, xml);
        if let Some((last, known)) = self.descriptions.last_mut()
            && *last == kind
        {
            match known.join(texts) {
                Ok(()) => return,
                Err(other) => texts = other,
            }
        }
        self.descriptions.push((kind, texts));
    }

    fn read_status(&mut self, tag: &Tag<'a>, xml: &mut Xml<'a, '_>) {
        let place = xml.place();
        let code = tag.attribute("code");
        let words = Narratives::read(tag, xml).line(self.preference);
        let of_code = code.as_deref().and_then(status_of_code);
        let read = of_code.or_else(|| {
            [code.as_deref(), words.as_deref()]
                .into_iter()
                .flatten()
                .find_map(status::parse)
        });
        if let (None, Some(stated)) = (read, code.as_deref().or(words.as_deref())) {
            let message = format!("“{}” is not a status.", text::start(stated));
            let finding = Finding::new(Severity::Error, "status-unknown", message).at(place);
            let finding = finding.project(&self.label).field("status");
            xml.report(finding.help("Write a code of the codelist ActivityStatus, from 1 to 6."));
        }
        self.status = self.status.or(read);
    }

    /// The project, and what replaces its fields; `None` if nothing is stated.
    pub(super) fn finish(
        self,
        xml: &mut Xml<'a, '_>,
        file: &mut File,
    ) -> Option<(Draft, Option<Replacement>)> {
        let label = self.label;
        let preference = self.preference;
        let (start, end, contradicts) = self.dates.finish();
        if contradicts {
            let message = "The activity ends before it begins.";
            let finding = Finding::new(Severity::Warning, "dates-reversed", message);
            let finding = finding.at(self.place.clone()).project(&label).field("end");
            xml.report(finding.help(
                "Correct the dates; the planned one was left out, or both if both are of one kind.",
            ));
        }
        let mut project = Project {
            title: self.titles.line(preference).unwrap_or_default(),
            identifier: self.identifier,
            start,
            end,
            status: self.status,
            countries: self.countries.finish(preference, &mut file.country_names),
            locations: self.locations.finish(),
            documents: distinct(self.documents, |it| (it.title.clone(), it.url.clone())),
            links: distinct(self.links, |it| (it.title.clone(), it.url.clone())),
            related: self.related,
            results: distinct(self.results, String::clone),
            note: (!self.contacts.is_empty()).then(|| self.contacts.join("\n")),
            ..Project::default()
        };
        (project.themes, project.fields) = self.fields.finish();
        for (kind, texts) in &self.descriptions {
            let field = match kind {
                Description::Objective => &mut project.objective,
                Description::Summary => &mut project.summary,
            };
            if let Some(text) = texts.paragraphs(preference) {
                match field {
                    Some(before) => before.extend(["\n\n", &text]),
                    None => *field = Some(text),
                }
            }
        }
        self.organisations
            .finish(preference, &mut project, &mut file.names);
        if let Some((budget, basis)) = self.amounts.finish() {
            project.budget = budget;
            file.bases.add(basis, &self.place, &label);
        }
        let identifier = || project.identifier.clone().filter(|it| is_id(it));
        let id = self.id.or_else(identifier);
        if project == Project::default() && self.replacement.is_none() {
            let finding = Finding::new(
                Severity::Warning,
                "activity-empty",
                "This activity states nothing.",
            );
            let finding = finding.at(self.place);
            xml.report(finding.help("Remove it, or fill it in."));
            return None;
        }
        let draft = Draft {
            project,
            place: self.place,
            id,
        };
        Some((draft, self.replacement))
    }
}

/// An id as a portfolio has it: without blanks and control characters.
fn stated_id(id: std::borrow::Cow<'_, str>) -> Option<String> {
    let is_fit = !id.contains(|it: char| it.is_whitespace() || it.is_control());
    is_fit.then(|| id.into_owned())
}

/// Whether an identifier can be the name of a page as it is.
fn is_id(identifier: &str) -> bool {
    let is_plain = |it: u8| it.is_ascii_alphanumeric() || matches!(it, b'-' | b'_' | b'.');
    identifier.bytes().all(is_plain)
        && identifier.starts_with(|it: char| it.is_ascii_alphanumeric())
}

fn status_of_code(code: &str) -> Option<Status> {
    match code {
        "1" => Some(Status::Planned),
        "2" => Some(Status::Ongoing),
        "3" | "4" => Some(Status::Completed),
        "5" => Some(Status::Cancelled),
        "6" => Some(Status::Suspended),
        _ => None,
    }
}

fn distinct<T, K: std::hash::Hash + Eq>(mut list: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    if list.len() > 1 {
        let mut seen = HashSet::new();
        list.retain(|it| seen.insert(key(it)));
    }
    list
}

/// The organisations that report the activities of a file.
#[derive(Debug, Default)]
pub(super) struct Publishers {
    first: Option<(Option<String>, Option<String>)>,
    is_mixed: bool,
}

impl Publishers {
    fn add(
        &mut self,
        reference: Option<String>,
        name: Option<String>,
        names: &mut super::organisations::NamesByReference,
    ) {
        if let (Some(reference), Some(name)) = (&reference, &name) {
            names.learn(reference, name);
        }
        if reference.is_none() && name.is_none() {
            return;
        }
        match &mut self.first {
            None => self.first = Some((reference, name)),
            Some((known, known_name)) => {
                let is_same = match (&*known, &reference) {
                    (Some(known), Some(reference)) => known == reference,
                    _ => *known_name == name,
                };
                self.is_mixed |= !is_same;
                *known_name = known_name.take().or(name);
            }
        }
    }

    /// The one that reports all of them.
    pub(super) fn finish(self) -> Option<Publisher> {
        let (reference, name) = self.first.filter(|_| !self.is_mixed)?;
        Some(Publisher {
            name: name.or(reference)?,
            url: None,
        })
    }
}
