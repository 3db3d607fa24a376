//! Errors in the data, and addresses that ask for something that does not exist.

use crate::components::lazy::lazily;
use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, el};
use crate::host::fetch;
use crate::host::resource::Resource;
use crate::i18n::{self, Message, tr_with};
use crate::layout::findings::findings_list;
use crate::layout::further_notices::further_notices;
use crate::state::{Atlas, LanguageFailure};
use atlas_engine::portfolio::{Finding, Severity};
use atlas_i18n::Language;
use leptos::prelude::*;

const LISTED: usize = 5;

const QUOTED: usize = 60;

/// One sentence for visitors; the rest is for the publisher.
pub(crate) fn data_notices(findings: Vec<Finding>, file: &str, shown: usize) -> Option<Element> {
    let mut errors = findings;
    errors.retain(|finding| finding.severity == Severity::Error);
    if errors.is_empty() {
        return None;
    }
    let (what, advice) = if shown > 0 {
        (Message::DataProblems, Message::DataAdvice)
    } else {
        (Message::DataUnreadable, Message::DataAdviceNothing)
    };
    let file = file.to_owned();
    let opened = RwSignal::new(false);
    let on_demand = Resource::new(fetch::on_demand);
    let list = dynamic(move || {
        let (errors, file) = (errors.clone(), file.clone());
        let list = || {
            lazily(on_demand, move |chunk| {
                findings_list(chunk, errors.clone(), &file)
            })
        };
        opened.get().then(list)
    });
    let details = el("details")
        .on("toggle", move |_| opened.set(true))
        .child(el("summary").child(Message::FindingsDetails))
        .child(el("p").child(advice))
        .child(list);
    let notice = el("div")
        .class("notice notice--error")
        .attr("role", "alert")
        .child(el("p").class("notice__title").child(what))
        .child(details);
    Some(notice)
}

/// Choices in the address that this portfolio does not have, and what cannot be parsed.
pub(crate) fn address_notices(atlas: Atlas) -> AnyView {
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

pub(crate) fn language_notice(atlas: Atlas) -> AnyView {
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
