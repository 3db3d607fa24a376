//! What was asked for and could not be shown, drawn by the deferred chunk: addresses that name what does
//! not exist, and a language that could not be loaded.

use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, el};
use crate::host::chunk::DeferredChunk;
use crate::i18n::{self, Message, tr_with};
use crate::layout::further_notices::further_notices;
use crate::state::{Atlas, LanguageFailure};
use atlas_i18n::Language;
use leptos::prelude::*;

/// How many faults of a kind are listed.
const LISTED: usize = 5;

/// How many characters of an address are quoted.
const QUOTED: usize = 60;

pub(crate) fn query_notices(_loaded: DeferredChunk, atlas: Atlas) -> AnyView {
    vec![unknown_notice(atlas), language_notice(atlas)].into_any()
}

/// Choices in the address that this portfolio does not have, and what cannot be parsed.
fn unknown_notice(atlas: Atlas) -> AnyView {
    dynamic(move || {
        let (results, query) = (atlas.results(), atlas.query());
        let explorer = atlas.explorer();
        let projects = &explorer.portfolio().projects;
        let lost = |id: &&String| !id.is_empty() && projects.iter().all(|it| it.id != **id);
        let mut sentences: Vec<Element> = Vec::new();
        let mut add = |sentence: String| sentences.push(el("p").child(sentence));
        for choice in results.unknown.iter().take(LISTED) {
            let values = [
                ("value", &*quoted(&choice.value)),
                ("facet", &quoted(choice.facet.as_str())),
            ];
            add(tr_with(Message::UnknownValue, &values));
        }
        for parameter in query.ignored.iter().take(LISTED) {
            add(tr_with(
                Message::IgnoredParameter,
                &[("parameter", &quoted(parameter))],
            ));
        }
        for id in query.compare.iter().chain([&query.project]).filter(lost) {
            add(tr_with(Message::UnknownProject, &[("id", &quoted(id))]));
        }
        if !query.lang.is_empty() && Language::parse(&query.lang).is_none() {
            add(tr_with(
                Message::UnknownLanguage,
                &[("language", &quoted(&query.lang))],
            ));
        }
        let more = |list: usize| list.saturating_sub(LISTED);
        let not_listed = more(results.unknown.len()) + more(query.ignored.len());
        sentences.extend(further_notices(not_listed));
        let notice = || {
            el("section")
                .class("notice")
                .attr("aria-label", Message::Notice)
        };
        (!sentences.is_empty()).then(|| notice().child(sentences).finish())
    })
}

fn quoted(text: &str) -> String {
    let mut letters = text.chars();
    let mut quoted: String = letters.by_ref().take(QUOTED).collect();
    if letters.next().is_some() {
        quoted.push('…');
    }
    quoted
}

/// A language that could not be loaded.
fn language_notice(atlas: Atlas) -> AnyView {
    dynamic(move || {
        let LanguageFailure(language, why) = atlas.language_failure()?;
        let sentence = tr_with(
            Message::LanguageFailed,
            &[("language", language.name), ("reason", &i18n::reason(why))],
        );
        let notice = el("div")
            .class("notice notice--error")
            .attr("role", "alert")
            .child(el("p").child(sentence));
        Some(notice.finish())
    })
}
