//! IATI 2.03, valid against its schema.
//!
//! What the schema requires and the list does not state is empty. What has been written is read again: fields that
//! would come back differently are added in elements of the project's own namespace, so that nothing is lost to
//! this program, and are named as losses, because other programs ignore them.

mod activity;
mod xml;

use super::{Selection, Written};
use crate::finding::Findings;
use crate::iati::extension::{ID, LIST, PROJECT, differences, write_list, write_project};
use crate::iati::{self, Codes, EXTENSION};
use atlas_engine::portfolio::{Portfolio, Project};
use atlas_engine::text::slug;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use xml::Xml;

const PREFIX: &str = "atlas";

pub(super) fn write(portfolio: &Portfolio, selection: &Selection) -> Written {
    let mut context = Context::new(portfolio);
    let mut xml = Xml::default();
    let ends: Vec<usize> = portfolio
        .projects
        .iter()
        .map(|project| {
            context.losses.project();
            begin_activity(portfolio, project, &mut xml);
            activity::write(project, &mut context, &mut xml);
            xml.text.len()
        })
        .collect();
    let (head, tail) = (head(portfolio, selection), "\n</iati-activities>\n");
    let mut text = head;
    let extensions = extensions(portfolio, &xml, &ends, &text, &mut context.losses);
    let mut begin = 0;
    for (end, extension) in ends.iter().zip(extensions) {
        text.push_str(xml.text.get(begin..*end).unwrap_or_default());
        text.push_str(&extension);
        text.push_str(END_OF_ACTIVITY);
        begin = *end;
    }
    text.push_str(&extension(LIST, None, &write_list(portfolio)));
    text.push_str(tail);
    context.losses.list(portfolio, xml.has_lost_characters);
    Written {
        bytes: text.into_bytes(),
        losses: context.losses.finish(),
    }
}

const END_OF_ACTIVITY: &str = "\n</iati-activity>";

fn begin_activity(portfolio: &Portfolio, project: &Project, xml: &mut Xml) {
    xml.text.push_str("\n<iati-activity");
    xml.attribute(&[PREFIX, ":", ID].concat(), &project.id);
    if let Some(language) = &portfolio.language {
        xml.attribute("xml:lang", language);
    }
    xml.text.push('>');
}

/// The beginning of the file: what was selected, when and from where.
fn head(portfolio: &Portfolio, selection: &Selection) -> String {
    let Selection {
        query,
        of,
        made,
        source,
    } = selection;
    let count = portfolio.projects.len();
    let mut sentences = vec![format!("{count} of {} projects.", (*of).max(count))];
    if !query.is_empty() {
        sentences.push(format!("Selected by: {query}"));
    }
    sentences.extend(
        source
            .as_ref()
            .map(|source| format!("Taken from: {source}")),
    );
    sentences.extend(made.map(|date| format!("Made on {date}.")));
    let comment = xml::comment(&sentences.join(" "));
    let day = made.or(portfolio.updated);
    let day = day.and_then(|date| iati::edge(date, false));
    let generated = day.map(|day| format!("{day}T00:00:00Z"));
    let mut root = Xml::default();
    root.text.push_str("<iati-activities");
    root.attribute("version", "2.03");
    if let Some(generated) = generated {
        root.attribute("generated-datetime", &generated);
    }
    root.attribute(&format!("xmlns:{PREFIX}"), EXTENSION);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{comment}\n{}>",
        root.text
    )
}

/// What is added at the end of each activity, so that it is read as it was.
fn extensions(
    portfolio: &Portfolio,
    xml: &Xml,
    ends: &[usize],
    head: &str,
    losses: &mut Losses,
) -> Vec<String> {
    let mut document = head.to_owned();
    let mut begin = 0;
    for end in ends {
        document.push_str(xml.text.get(begin..*end).unwrap_or_default());
        document.push_str(END_OF_ACTIVITY);
        begin = *end;
    }
    document.push_str("\n</iati-activities>\n");
    let (_, drafts) = iati::read(&document, false, &mut Findings::default());
    let is_complete = drafts.len() == portfolio.projects.len();
    let mut drafts = drafts.into_iter().filter(|_| is_complete);
    let projects = portfolio.projects.iter();
    projects
        .map(|project| {
            let read = drafts.next().map(|draft| Project {
                id: draft.id.unwrap_or_default(),
                ..draft.project
            });
            let names = differences(project, &read.unwrap_or_default());
            losses.project();
            for name in &names {
                losses.field(name);
            }
            if names.is_empty() {
                return String::new();
            }
            extension(
                PROJECT,
                Some(&names.join(" ")),
                &write_project(project, &names),
            )
        })
        .collect()
}

fn extension(name: &str, fields: Option<&str>, content: &str) -> String {
    let mut xml = Xml::default();
    // Within JSON these two characters, which XML cannot contain, are only in texts.
    let content = content
        .replace('\u{fffe}', "\\ufffe")
        .replace('\u{ffff}', "\\uffff");
    xml.text(
        &[PREFIX, ":", name].concat(),
        &[("fields", fields)],
        &content,
    );
    xml.text
}

/// What the activities share.
struct Context<'a> {
    list: &'a Portfolio,
    /// The identifiers of the projects, by id.
    identifiers: HashMap<&'a str, Cow<'a, str>>,
    codes: Codes,
    losses: Losses,
}

impl<'a> Context<'a> {
    fn new(list: &'a Portfolio) -> Self {
        let publisher = list.publisher.as_ref().map(|it| slug(&it.name));
        let publisher = publisher.filter(|it| !it.is_empty());
        let identifiers = list.projects.iter().map(|project| {
            let identifier = match (&project.identifier, &publisher) {
                (Some(stated), _) => Cow::Borrowed(stated.as_str()),
                (None, Some(publisher)) => Cow::Owned([publisher, "-", &project.id].concat()),
                (None, None) => Cow::Borrowed(project.id.as_str()),
            };
            (project.id.as_str(), identifier)
        });
        Self {
            list,
            identifiers: identifiers.collect(),
            codes: Codes::default(),
            losses: Losses::default(),
        }
    }

    fn identifier_of(&self, id: &str) -> Option<&str> {
        self.identifiers.get(id).map(AsRef::as_ref)
    }

    fn identifier(&mut self, project: &Project) -> String {
        if project.identifier.is_none() {
            self.losses.add(
                "Identifiers that the list does not have are made of the publisher and the id.",
            );
        }
        self.identifier_of(&project.id)
            .unwrap_or_default()
            .to_owned()
    }
}

/// What other programs do not see, with the number of projects.
#[derive(Default)]
struct Losses {
    /// How many projects each sentence concerns, and the last of them.
    by_sentence: BTreeMap<Cow<'static, str>, (usize, usize)>,
    fields: BTreeMap<&'static str, (usize, usize)>,
    of_list: Vec<String>,
    current: usize,
}

impl Losses {
    /// Begins another project.
    fn project(&mut self) {
        self.current += 1;
    }

    fn add(&mut self, sentence: impl Into<Cow<'static, str>>) {
        count(
            self.by_sentence.entry(sentence.into()).or_default(),
            self.current,
        );
    }

    /// A required element that is empty.
    fn empty(&mut self, what: &str) {
        self.add(format!(
            "IATI requires {what}; without one, the element is empty."
        ));
    }

    /// A field that only this program reads back.
    fn field(&mut self, name: &'static str) {
        count(self.fields.entry(name).or_default(), self.current);
    }

    fn list(&mut self, list: &Portfolio, has_lost_characters: bool) {
        if list.projects.is_empty() {
            let sentence = "IATI requires at least one activity; the file has none.";
            self.of_list.push(sentence.to_owned());
        } else {
            self.of_list.push(
                "IATI requires the identifier and the type of the reporting organisation, which the list does not have; they are empty.".to_owned(),
            );
        }
        self.of_list.push(
            "The fields of the list itself are in an extension that other programs ignore."
                .to_owned(),
        );
        if has_lost_characters {
            self.of_list.push(
                "Control characters, which XML cannot contain, are left out except in extensions."
                    .to_owned(),
            );
        }
    }

    fn finish(self) -> Vec<String> {
        let sentences = self.by_sentence.into_iter();
        let sentences = sentences.map(|(sentence, (projects, _))| with_count(&sentence, projects));
        let fields = self.fields.into_iter().map(|(name, (projects, _))| {
            let sentence = format!(
                "The field {name} is, whole or in part, in an extension that other programs ignore."
            );
            with_count(&sentence, projects)
        });
        self.of_list
            .into_iter()
            .chain(sentences)
            .chain(fields)
            .collect()
    }
}

fn count((projects, last): &mut (usize, usize), current: usize) {
    *projects += usize::from(*last != current);
    *last = current;
}

fn with_count(sentence: &str, projects: usize) -> String {
    let noun = if projects == 1 { "project" } else { "projects" };
    format!("{sentence} ({projects} {noun})")
}
