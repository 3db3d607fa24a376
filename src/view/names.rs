//! How values are named.

use crate::atlas::Atlas;
use crate::strings::{Word, country_name, say};
use atlas_engine::country;
use atlas_engine::facet::FacetValue;
use atlas_engine::portfolio::{CountryMention, Organisation};
use atlas_engine::query::{Choice, NOT_STATED};

/// The name of a facet value.
pub(crate) fn value_name(value: &FacetValue) -> String {
    stated_name(&value.key, &value.name)
}

fn stated_name(key: &str, name: &str) -> String {
    let name = if key == NOT_STATED {
        say(Word::NotStated)
    } else {
        name
    };
    name.to_owned()
}

/// The name of a choice: its value's, where the portfolio has it.
pub(crate) fn choice_name(atlas: Atlas, choice: &Choice) -> Option<String> {
    let explorer = atlas.explorer();
    let meaning = explorer.meaning(choice)?;
    Some(stated_name(meaning.key, meaning.name))
}

/// A country as its project's source names it.
pub(crate) fn mention_name(mention: &CountryMention) -> String {
    let name = own_name(mention).or_else(|| country_name(mention.code));
    name.unwrap_or(mention.code.as_str()).to_owned()
}

/// The name that a project's source has for a country, where it has one of its own: the English
/// name in use everywhere is put into the language of the interface.
pub(crate) fn own_name(mention: &CountryMention) -> Option<&str> {
    let stated = mention.name.as_deref();
    stated.filter(|stated| country::name(mention.code) != Some(stated))
}

/// An organisation's name with its short name behind it.
pub(crate) fn organisation_name(organisation: &Organisation) -> String {
    match &organisation.acronym {
        Some(acronym) if *acronym != organisation.name => {
            format!("{} ({acronym})", organisation.name)
        }
        _ => organisation.name.clone(),
    }
}
