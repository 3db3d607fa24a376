//! What becomes themes and custom fields: regions, sectors, goals and markers.

use super::codelists;
use super::language::{Narratives, Preference};
use super::xml::{Tag, Xml};
use atlas_engine::portfolio::CustomField;
use std::collections::HashSet;

pub(super) const REGION: &str = "Region";
pub(super) const SECTOR: &str = "Sector";
const SDG: &str = "SDG";
const POLICY_MARKER: &str = "Policy marker";
const TAG: &str = "Tag";

/// The themes and custom fields of an activity, each value once.
#[derive(Debug, Default)]
pub(super) struct Fields {
    themes: Vec<String>,
    custom: Vec<CustomField>,
    /// Each value with its field; that of a theme is empty.
    seen: HashSet<(&'static str, String)>,
}

impl Fields {
    /// Adds a value to a custom field.
    pub(super) fn add(&mut self, name: &'static str, value: impl Into<String>) {
        let value = value.into();
        if value.is_empty() || !self.seen.insert((name, value.clone())) {
            return;
        }
        match self.custom.iter_mut().find(|field| field.name == name) {
            Some(field) => field.values.push(value),
            None => self.custom.push(CustomField {
                name: name.to_owned(),
                values: vec![value],
            }),
        }
    }

    /// Adds a theme: a value of the publisher's own list.
    fn add_theme(&mut self, theme: Option<String>) {
        if let Some(theme) = theme.filter(|it| !it.is_empty())
            && self.seen.insert(("", theme.clone()))
        {
            self.themes.push(theme);
        }
    }

    /// The themes and the fields.
    pub(super) fn finish(self) -> (Vec<String>, Vec<CustomField>) {
        (self.themes, self.custom)
    }

    pub(super) fn sector<'a>(
        &mut self,
        tag: &Tag<'a>,
        xml: &mut Xml<'a, '_>,
        preference: Preference,
    ) {
        let Coded { code, name } = Coded::read(tag, xml, preference);
        let vocabulary = tag.attribute("vocabulary");
        let vocabulary = sector_vocabulary(vocabulary.as_deref().unwrap_or("1"));
        let main = preference.main;
        match vocabulary {
            "1" | "2" => {
                let known = codelists::dac_sector(&code, main);
                self.add(SECTOR, known.or(name).unwrap_or(code));
            }
            "7" | "8" | "9" => {
                let goal = codelists::sdg_goal(&code, main).map(str::to_owned);
                self.add(SDG, goal.or(name).unwrap_or(code));
            }
            "98" | "99" => self.add_theme(name.or(Some(code))),
            other => {
                let value = name.unwrap_or(code);
                match codelists::sector_vocabulary(other, main) {
                    Some(group) if !value.is_empty() => {
                        self.add(SECTOR, [group, " > ", &value].concat());
                    }
                    _ => self.add(SECTOR, value),
                }
            }
        }
    }

    /// A region. Returns whether one was named.
    pub(super) fn region<'a>(
        &mut self,
        tag: &Tag<'a>,
        xml: &mut Xml<'a, '_>,
        preference: Preference,
    ) -> bool {
        let Coded { code, name } = Coded::read(tag, xml, preference);
        let known = match tag.attribute("vocabulary").as_deref() {
            None | Some("1") => codelists::dac_region(&code, preference.main),
            // The vocabulary has names in English only.
            Some("2") if name.is_none() => codelists::m49_region(&code),
            Some(_) => None,
        };
        let region = known.map(str::to_owned).or(name).unwrap_or(code);
        let is_named = !region.is_empty();
        self.add(REGION, region);
        is_named
    }

    pub(super) fn tag<'a>(&mut self, tag: &Tag<'a>, xml: &mut Xml<'a, '_>, preference: Preference) {
        let Coded { code, name } = Coded::read(tag, xml, preference);
        match tag.attribute("vocabulary").as_deref() {
            Some("2" | "3") => {
                let goal = codelists::sdg_goal(&code, preference.main).map(str::to_owned);
                self.add(SDG, goal.or(name).unwrap_or(code));
            }
            // A code of another vocabulary says nothing.
            _ => self.add(TAG, name.unwrap_or_default()),
        }
    }

    /// A policy marker, if the activity is said to aim at it.
    pub(super) fn policy_marker<'a>(
        &mut self,
        tag: &Tag<'a>,
        xml: &mut Xml<'a, '_>,
        preference: Preference,
    ) {
        let Coded { code, name } = Coded::read(tag, xml, preference);
        let significance = tag.attribute("significance");
        let is_dac = match tag.attribute("vocabulary").as_deref() {
            None => true,
            Some(vocabulary) => vocabulary == "1" || vocabulary.eq_ignore_ascii_case("dac"),
        };
        let is_meant = significance
            .as_deref()
            .map_or(!is_dac, |it| matches!(it, "1" | "2" | "3" | "4"));
        if !is_meant {
            return;
        }
        let known = is_dac.then(|| codelists::policy_marker(&code, preference.main));
        let known = known.flatten().map(str::to_owned);
        self.add(POLICY_MARKER, known.or(name).unwrap_or_default());
    }
}

/// A code, and the name that the file gives it.
struct Coded {
    code: String,
    name: Option<String>,
}

impl Coded {
    fn read<'a>(tag: &Tag<'a>, xml: &mut Xml<'a, '_>, preference: Preference) -> Self {
        Self {
            code: tag.attribute("code").unwrap_or_default().into_owned(),
            name: Narratives::read(tag, xml).line(preference),
        }
    }
}

/// The code of a vocabulary of sectors, which was a word before version 2.
fn sector_vocabulary(stated: &str) -> &str {
    match stated {
        "DAC" => "1",
        "DAC-3" => "2",
        "COFOG" => "3",
        "NACE" => "4",
        "NTEE" => "5",
        "RO" => "99",
        "RO2" => "98",
        other => other,
    }
}
