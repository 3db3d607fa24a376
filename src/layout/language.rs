//! The language of the interface: the address's, or else the visitor's own.

use crate::dom::dynamic::{effect, flag};
use crate::dom::element::{Element, el};
use crate::host::browser::Fetched;
use crate::host::{FetchError, History, fetch, storage};
use crate::i18n::{self, Locale, Message};
use crate::state::{Atlas, LanguageFailure};
use atlas_i18n::{LANGUAGES, Language};
use leptos::prelude::*;

/// The storage key for the visitor's choice, which the loader also reads.
const REMEMBERED: &str = "atlas-language";

/// The language that was loaded, or English if none was.
pub(crate) fn first_locale(fetched: &mut Fetched) -> Locale {
    let file = std::mem::take(&mut fetched.texts);
    let language = Language::parse(&fetched.language).filter(|_| !file.is_empty());
    let locale = language.and_then(|language| Locale::parse(language, file));
    locale.unwrap_or_else(Locale::english)
}

/// Makes the language follow the address. Loads again what the loader could not load.
pub(crate) fn follow(atlas: Atlas, own: &str) {
    let own = Language::parse(own).unwrap_or(&LANGUAGES[0]);
    effect(move || {
        let requested = requested_language(atlas, own);
        if requested != i18n::language() {
            load(atlas, requested, own);
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
        .class("quiet-select")
        .attr("id", "language")
        .attr("autocomplete", "off")
        .attr("aria-label", Message::Language)
        .on("change", move |event| {
            choose(atlas, &event_target_value(&event));
        })
        .child(options.collect::<Vec<_>>());
    el("div").class("site-header__language").child(select)
}

fn choose(atlas: Atlas, code: &str) {
    if let Some(language) = Language::parse(code) {
        storage::remember(REMEMBERED, language.code);
        atlas.change(History::Push, |query| {
            language.code.clone_into(&mut query.lang);
        });
    }
}

fn requested_language(atlas: Atlas, own: &'static Language) -> &'static Language {
    Language::parse(&atlas.query().lang).unwrap_or(own)
}

fn load(atlas: Atlas, language: &'static Language, own: &'static Language) {
    if language.is_english() {
        return atlas.set_locale(Locale::english());
    }
    fetch::language(language.code, move |file| {
        // Another language may have been selected meanwhile.
        if untrack(|| requested_language(atlas, own)) != language {
            return;
        }
        let locale = file.and_then(|file| {
            let locale = Locale::parse(language, file);
            locale.ok_or(FetchError::Damaged)
        });
        match locale {
            Ok(locale) => atlas.set_locale(locale),
            Err(why) => atlas.report_language_failure(Some(LanguageFailure(language, why))),
        }
    });
}
