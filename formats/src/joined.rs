//! One list from several.

use crate::assemble::{Draft, assemble};
use crate::finding::{Findings, Place};
use atlas_engine::portfolio::{Portfolio, Project};

/// Joins the projects of several lists in their order. What is about the list is that of the first one that states
/// it. Ids stay unique: the first project with an id keeps it. An identifier that is in more than one list is
/// reported, and both projects are kept.
pub fn join(lists: Vec<Portfolio>) -> (Portfolio, Findings) {
    let mut findings = Findings::default();
    let mut joined = Portfolio::default();
    let mut drafts = Vec::new();
    for list in lists {
        // Without “..”, so that a new field does not compile until it is joined.
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
            projects,
        } = list;
        if joined.title.is_empty() {
            joined.title = title;
        }
        joined.publisher = joined.publisher.or(publisher);
        joined.intro = joined.intro.or(intro);
        joined.contact = joined.contact.or(contact);
        joined.logo = joined.logo.or(logo);
        joined.accent = joined.accent.or(accent);
        joined.overview = joined.overview.or(overview);
        joined.language = joined.language.or(language);
        joined.licence = joined.licence.or(licence);
        joined.updated = joined.updated.max(updated);
        joined.source = joined.source.or(source);
        joined.note = joined.note.or(note);
        if joined.facets.is_empty() {
            joined.facets = facets;
        }
        drafts.extend(projects.into_iter().map(draft));
    }
    (assemble(joined, drafts, &mut findings), findings)
}

fn draft(mut project: Project) -> Draft {
    let id = std::mem::take(&mut project.id);
    Draft {
        project,
        place: Place::File,
        id: Some(id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_projects_of_several_lists_keep_their_order_and_have_unique_ids() {
        let list = |title: &str, ids: &[&str]| Portfolio {
            title: title.to_owned(),
            projects: ids.iter().map(|id| project(id)).collect(),
            ..Portfolio::default()
        };
        let (joined, findings) = join(vec![list("One", &["a", "b"]), list("Two", &["b", "c"])]);
        assert_eq!(joined.title, "One");
        let ids: Vec<_> = joined.projects.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["a", "b", "title-of-b", "c"]);
        assert_eq!(findings, Findings::default());
    }

    fn project(id: &str) -> Project {
        Project {
            id: id.to_owned(),
            title: format!("Title of {id}"),
            ..Project::default()
        }
    }
}
