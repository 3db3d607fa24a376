//! The language of the interface: the address's, or else the visitor's own.

use crate::dom::dynamic::{effect, flag};
use crate::dom::element::{Element, el};
use crate::host::address::History;
use crate::host::fetch::{self, FetchError};
use crate::host::loader::Fetched;
use crate::host::page;
use crate::host::storage;
use crate::i18n::{self, Message};
use crate::state::{Atlas, Failure};
use atlas_i18n::{LANGUAGES, Language};
use leptos::prelude::*;

/// The storage key for the visitor's choice, which the loader also reads.
const REMEMBERED: &str = "atlas-language";

/// Uses the language that was loaded, or English if none was.
pub(crate) fn begin(fetched: &mut Fetched) {
    let file = std::mem::take(&mut fetched.words);
    let spoken = Language::parse(&fetched.language)
        .is_some_and(|language| !file.is_empty() && i18n::set_language(language, file));
    if !spoken {
        i18n::set_english();
    }
    page::set_language(i18n::language());
}

/// Makes the language follow the address. Loads again what the loader could not load.
pub(crate) fn follow(atlas: Atlas, own: &str) {
    let own = Language::parse(own).unwrap_or(&LANGUAGES[0]);
    effect(move || {
        let asked = asked(atlas, own);
        if asked != i18n::language() {
            load(atlas, asked, own);
        }
    });
}

pub(crate) fn language_switch(atlas: Atlas) -> Element {
    let options = LANGUAGES.iter().map(|language| {
        el("option")
            .attr("value", language.code)
            .attr("lang", language.code)
            .state("selected", flag(move || atlas.language() == language))
            .child(language.name)
    });
    let select = el("select")
        .class("quiet-choice")
        .attr("id", "language")
        .attr("autocomplete", "off")
        .attr("aria-label", Message::Language)
        .on("change", move |event| {
            choose(atlas, &event_target_value(&event));
        })
        .child(options.collect::<Vec<_>>());
    el("div").class("masthead__language").child(select)
}

fn choose(atlas: Atlas, code: &str) {
    if let Some(language) = Language::parse(code) {
        storage::remember(REMEMBERED, language.code);
        atlas.change(History::Push, |query| {
            language.code.clone_into(&mut query.lang);
        });
    }
}

fn asked(atlas: Atlas, own: &'static Language) -> &'static Language {
    Language::parse(&atlas.query().lang).unwrap_or(own)
}

fn load(atlas: Atlas, language: &'static Language, own: &'static Language) {
    if language.is_english() {
        i18n::set_english();
        return atlas.set_language();
    }
    fetch::words(language.code, move |file| {
        // Another language may have been chosen meanwhile.
        if untrack(|| asked(atlas, own)) != language {
            return;
        }
        let why = match file {
            Ok(file) => {
                if i18n::set_language(language, file) {
                    return atlas.set_language();
                }
                FetchError::Damaged
            }
            Err(why) => why,
        };
        atlas.report_failure(Some(Failure::Language(language, why)));
    });
}
