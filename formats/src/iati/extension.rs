//! What IATI has no place for: elements in a namespace of the project's own, which other programs ignore.
//!
//! The attribute `id` of an activity is the project's id. `project`, at the end of an activity, names in `fields`
//! what IATI would give back differently, and contains a portfolio file with these fields; `list`, at the end of
//! the file, contains one with the fields of the list.

use atlas_engine::portfolio::{self, Portfolio, Project};
use std::collections::BTreeSet;

/// The attribute of an activity.
pub(crate) const ID: &str = "id";
/// The element at the end of an activity.
pub(crate) const PROJECT: &str = "project";
/// The element at the end of the list.
pub(crate) const LIST: &str = "list";
/// A title where the portfolio file needs one.
const TITLE: &str = "-";

/// Fields of a project that replace those that were read.
#[derive(Debug)]
pub(super) struct Replacement {
    names: String,
    project: Project,
}

impl Replacement {
    /// Reads an element; `None` if it contains no project.
    pub(super) fn read(names: &str, content: &str) -> Option<Self> {
        let portfolio = portfolio::read(content.as_bytes()).portfolio?;
        Some(Self {
            names: names.to_owned(),
            project: portfolio.projects.into_iter().next()?,
        })
    }

    /// Replaces the fields.
    pub(super) fn apply(self, project: &mut Project) {
        let names: Vec<&str> = self.names.split_whitespace().collect();
        copy(&names, self.project, project);
        project.id.clear();
    }
}

/// The list with the fields of an element, and without projects; `None` if it contains no list.
pub(super) fn list(content: &str) -> Option<Portfolio> {
    let list = portfolio::read(content.as_bytes()).portfolio?;
    Some(Portfolio {
        projects: Vec::new(),
        ..list
    })
}

/// The content of the element that has some fields of a project.
pub(crate) fn write_project(project: &Project, names: &[&str]) -> String {
    let mut partial = Project {
        id: project.id.clone(),
        title: TITLE.to_owned(),
        ..Project::default()
    };
    copy(names, project.clone(), &mut partial);
    partial.id.clone_from(&project.id);
    // A related project is only named by an id that the file has.
    let related: BTreeSet<_> = partial.related.iter().flat_map(|it| &it.id).collect();
    let others = related.into_iter().filter(|id| **id != project.id);
    let others = others.map(|id| Project {
        id: id.clone(),
        title: TITLE.to_owned(),
        ..Project::default()
    });
    let others: Vec<_> = others.collect();
    as_json(&Portfolio {
        title: TITLE.to_owned(),
        projects: std::iter::once(partial).chain(others).collect(),
        ..Portfolio::default()
    })
}

/// The content of the element that has the fields of a list.
pub(crate) fn write_list(list: &Portfolio) -> String {
    // A facet is only named if a project has it.
    let mut names = BTreeSet::new();
    let fields = list.projects.iter().flat_map(|project| &project.fields);
    let fields = fields.filter(|field| names.insert(field.name.as_str()));
    let fields = fields.map(|field| portfolio::CustomField {
        name: field.name.clone(),
        values: vec![TITLE.to_owned()],
    });
    let example = Project {
        title: TITLE.to_owned(),
        fields: fields.collect(),
        ..Project::default()
    };
    as_json(&Portfolio {
        projects: vec![example],
        ..without_projects(list)
    })
}

/// A model of texts and numbers can always be serialised.
fn as_json(portfolio: &Portfolio) -> String {
    serde_json::to_string_pretty(portfolio).unwrap_or_default()
}

fn without_projects(list: &Portfolio) -> Portfolio {
    // Without “..”, so that a new field does not compile until it is copied.
    let Portfolio {
        title,
        publisher,
        intro,
        contact,
        logo,
        accent,
        overview,
        language,
        licence,
        updated,
        source,
        note,
        facets,
        projects: _,
    } = list;
    Portfolio {
        title: title.clone(),
        publisher: publisher.clone(),
        intro: intro.clone(),
        contact: contact.clone(),
        logo: logo.clone(),
        accent: *accent,
        overview: *overview,
        language: language.clone(),
        licence: licence.clone(),
        updated: *updated,
        source: source.clone(),
        note: note.clone(),
        facets: facets.clone(),
        projects: Vec::new(),
    }
}

macro_rules! fields {
    ($($field:ident),*) => {
        /// The names of the fields in which two projects differ.
        pub(crate) fn differences(one: &Project, other: &Project) -> Vec<&'static str> {
            // Without “..”, so that a new field does not compile until it is compared.
            let Project { $($field),* } = one;
            let mut names = Vec::new();
            $(if *$field != other.$field {
                names.push(stringify!($field));
            })*
            names
        }

        /// Copies the fields with these names.
        fn copy(names: &[&str], from: Project, to: &mut Project) {
            let Project { $($field),* } = from;
            $(if names.contains(&stringify!($field)) {
                to.$field = $field;
            })*
        }
    };
}

fields!(
    id,
    identifier,
    title,
    acronym,
    objective,
    summary,
    results,
    image,
    start,
    end,
    status,
    duration,
    budget,
    countries,
    locations,
    implementing,
    donors,
    partners,
    themes,
    documents,
    links,
    related,
    fields,
    note
);
