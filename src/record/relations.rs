//! The projects that the source of a project names.

use crate::components::content_lang::{content_lang, content_text};
use crate::components::fact::{Lines, list, side_note};
use crate::components::record_link::record_link;
use crate::dom::element::{Element, el};
use crate::i18n::{self, Message, tr};
use crate::record::facts::with_note;
use crate::state::Atlas;
use atlas_engine::portfolio::{Project, Related, Relation};

pub(super) fn stated_relations(atlas: Atlas, project: &Project, max: usize) -> Option<Element> {
    let lines = Lines {
        items: &project.related,
        draw: &|related| related_line(atlas, related),
        name: &|it| with_note(related_name(it), related_details(it).as_deref()),
    };
    let is_stated = !project.related.is_empty();
    is_stated.then(|| list(atlas, "record__list", &lines, max))
}

/// A link to the record, if the project is in the list.
fn related_line(atlas: Atlas, related: &Related) -> Vec<Element> {
    let explorer = atlas.explorer();
    let id = related.id.as_ref();
    let mut projects = explorer.portfolio().projects.iter();
    let project = id.and_then(|id| projects.find(|project| project.id == *id));
    let relation = related.relation.as_ref().and_then(relation_name);
    let relation = relation.map(|it| el("span").class("record__relation").child(it));
    let named = match project {
        Some(project) => {
            content_lang(atlas, record_link(atlas, project)).child(related_name(related))
        }
        None => content_text(atlas, related_name(related)),
    };
    let details = related_details(related);
    let details = details.map(|details| side_note(content_text(atlas, details)));
    [relation, Some(named), details]
        .into_iter()
        .flatten()
        .collect()
}

fn relation_name(relation: &Relation) -> Option<Message> {
    match relation {
        Relation::Parent => Some(Message::PartOf),
        Relation::Child => Some(Message::HasPart),
        Relation::Sibling => Some(Message::RelatedTo),
        Relation::Other(_) => None,
    }
}

fn related_name(related: &Related) -> String {
    let title = &related.title;
    match &related.acronym {
        // Many titles already end with it.
        Some(acronym) if !title.contains(acronym.as_str()) => i18n::with_acronym(title, acronym),
        _ => title.clone(),
    }
}

fn related_details(related: &Related) -> Option<String> {
    let own_words = match &related.relation {
        Some(Relation::Other(words)) => Some(words.as_str()),
        _ => None,
    };
    let details = [
        own_words,
        related.donor.as_deref(),
        related.period.as_deref(),
    ];
    let details: Vec<&str> = details.into_iter().flatten().collect();
    (!details.is_empty()).then(|| details.join(tr(Message::DetailSeparator)))
}
