//! From projects, as a reader found them, to a valid portfolio.

use crate::finding::{Finding, Findings, Place, Severity};
use atlas_engine::portfolio::{Portfolio, Project};
use atlas_engine::text::slug;
use std::collections::{HashMap, HashSet};

/// A project without its `id`, and where it is in the input.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) project: Project,
    pub(crate) place: Place,
    /// The `id` that the source states for addresses; without it, one is made of the acronym or the title.
    pub(crate) id: Option<String>,
}

/// The longest id that is made of a title, in characters.
const MAX_ID: usize = 60;

/// Completes a portfolio with projects: gives each a unique id and a title. `list` has everything but projects.
pub(crate) fn assemble(list: Portfolio, drafts: Vec<Draft>, findings: &mut Findings) -> Portfolio {
    let mut ids = Ids::default();
    for draft in &drafts {
        ids.taken.extend(draft.id.clone());
    }
    let mut stated = HashSet::new();
    let mut identifiers = HashMap::new();
    let mut projects = Vec::with_capacity(drafts.len());
    for (at, draft) in drafts.into_iter().enumerate() {
        let Draft {
            mut project,
            place,
            id,
        } = draft;
        if project.title.trim().is_empty() {
            project.title = untitled(&project, at);
            findings.add(
                Finding::new(
                    Severity::Warning,
                    "title-missing",
                    "The project has no title.",
                )
                .at(place.clone())
                .project(project.title.clone())
                .field("title")
                .help("Add a title; until then it is named by its position or identifier."),
            );
        }
        if let Some(identifier) = &project.identifier {
            if let Some(first) = identifiers.get(identifier) {
                findings.add(duplicate(&project, identifier, first, &place));
            } else {
                identifiers.insert(identifier.clone(), place.clone());
            }
        }
        project.id = match id.filter(|id| stated.insert(id.clone())) {
            Some(id) => id,
            None => ids.unique(id_base(&project), at),
        };
        projects.push(project);
    }
    Portfolio { projects, ..list }
}

fn untitled(project: &Project, at: usize) -> String {
    let identifier = project.identifier.clone();
    identifier.unwrap_or_else(|| format!("Untitled project {}", at + 1))
}

fn duplicate(project: &Project, identifier: &str, first: &Place, place: &Place) -> Finding {
    let message =
        format!("The identifier “{identifier}” is there twice: first at {first}, then here.");
    Finding::new(Severity::Warning, "identifier-twice", message)
        .at(place.clone())
        .project(project.title.clone())
        .field("identifier")
        .help("Give one of them another identifier, or remove it if it is the same project.")
}

fn id_base(project: &Project) -> String {
    let short = project.acronym.as_deref().map(slug);
    let short = short.filter(|slug| !slug.is_empty());
    let whole = short.unwrap_or_else(|| slug(&project.title));
    let end = whole
        .char_indices()
        .nth(MAX_ID)
        .map_or(whole.len(), |(at, _)| at);
    let Some((kept, rest)) = whole.split_at_checked(end) else {
        return whole;
    };
    // A word is not cut, if there is more than one.
    match kept
        .rfind('-')
        .filter(|_| !rest.is_empty() && !rest.starts_with('-'))
    {
        Some(at) => kept.get(..at).unwrap_or(kept).to_owned(),
        None => kept.to_owned(),
    }
}

#[derive(Default)]
struct Ids {
    taken: HashSet<String>,
    /// The last number that was appended to an id.
    numbers: HashMap<String, usize>,
}

impl Ids {
    fn unique(&mut self, base: String, at: usize) -> String {
        let base = if base.is_empty() {
            format!("project-{}", at + 1)
        } else {
            base
        };
        if self.taken.insert(base.clone()) {
            return base;
        }
        let number = self.numbers.entry(base.clone()).or_insert(1);
        loop {
            *number += 1;
            let id = format!("{base}-{number}");
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(title: &str, identifier: Option<&str>, line: u32) -> Draft {
        Draft {
            project: Project {
                title: title.to_owned(),
                identifier: identifier.map(str::to_owned),
                ..Project::default()
            },
            place: Place::line(line, 1),
            id: None,
        }
    }

    #[test]
    fn every_project_has_an_id_and_a_title() {
        let mut findings = Findings::default();
        let long = "a word ".repeat(40);
        let drafts = ["Wells", "Wells", "", "Wells 2", "井", &long];
        let drafts = drafts.iter().map(|title| draft(title, None, 1)).collect();
        let portfolio = assemble(Portfolio::default(), drafts, &mut findings);
        let ids: Vec<_> = portfolio.projects.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(
            ids[..5],
            ["wells", "wells-2", "untitled-project-3", "wells-2-2", "井"]
        );
        assert!(
            ids[5].starts_with("a-word-a-") && ids[5].len() <= MAX_ID,
            "{}",
            ids[5]
        );
        let codes: Vec<_> = findings.counts().collect();
        assert_eq!(codes, [("title-missing", 1)]);
    }

    #[test]
    fn an_identifier_that_is_there_twice_is_reported_with_both_places() {
        let mut findings = Findings::default();
        let drafts = vec![draft("A", Some("X-1"), 3), draft("B", Some("X-1"), 9)];
        assemble(Portfolio::default(), drafts, &mut findings);
        let finding = &findings.kept()[0];
        assert_eq!(finding.place, Place::line(9, 1));
        assert!(finding.message.contains("line 3"), "{}", finding.message);
    }
}
