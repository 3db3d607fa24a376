//! The countries of an activity and of its transactions.

use super::codelists;
use super::fields::{Fields, REGION};
use super::language::{Narratives, Preference};
use super::xml::{Tag, Xml};
use crate::finding::{Finding, Place, Severity};
use crate::values::amount;
use crate::values::country::{self as written, Written};
use atlas_engine::country::{self, CountryCode};
use atlas_engine::portfolio::{CountryMention, Share};
use atlas_engine::text::fold;
use std::collections::HashMap;

#[derive(Debug)]
struct Mention<'a> {
    code: CountryCode,
    names: Narratives<'a>,
    share: Option<Share>,
}

/// The recipient countries of an activity and of its transactions.
#[derive(Debug, Default)]
pub(super) struct Countries<'a> {
    mentions: Vec<Mention<'a>>,
    positions: HashMap<CountryCode, usize>,
}

impl<'a> Countries<'a> {
    /// Reads a recipient country. A code of a region is added to the fields.
    pub(super) fn read(
        &mut self,
        tag: &Tag<'a>,
        xml: &mut Xml<'a, '_>,
        fields: &mut Fields,
        preference: Preference,
        project: &str,
    ) {
        let place = xml.place();
        let stated = tag.attribute("code");
        let share = tag.attribute("percentage");
        let share = share.and_then(|text| self::share(&text, &place, xml, project));
        let names = Narratives::read(tag, xml);
        if let Some(code) = stated.as_deref().and_then(known_code) {
            self.add(code, names, share);
            return;
        }
        let Some(text) = stated.as_deref().or(names.first()).map(super::text::line) else {
            return;
        };
        if let Some(region) = codelists::dac_region(&text, preference.main) {
            fields.add(REGION, region);
            return;
        }
        let whole = written::parse(&text);
        let is_whole = whole.is_some();
        let parts: Vec<(&str, Option<Written>)> = match whole {
            Some(whole) => vec![(text.as_str(), Some(whole))],
            None => text
                .split(|it: char| it.is_whitespace() || ",;|/".contains(it))
                .filter(|part| !part.is_empty())
                .map(|part| (part, written::parse(part)))
                .collect(),
        };
        let mut names = Some(names).filter(|_| is_whole);
        let share = share.filter(|_| parts.len() == 1);
        let mut unknown = None;
        let mut found = 0;
        for (part, meaning) in parts {
            match meaning {
                Some(Written::Country { code, .. }) => {
                    self.add(code, names.take().unwrap_or_default(), share);
                    found += 1;
                }
                Some(Written::Successors(codes)) => {
                    for code in codes {
                        self.add(code, Narratives::default(), None);
                    }
                    found += 1;
                }
                Some(Written::Region) => fields.add(REGION, part),
                None => unknown = unknown.or(Some(part)),
            }
        }
        if let Some(unknown) = unknown {
            let message = format!("“{}” is not a country.", super::text::start(unknown));
            let finding = Finding::new(Severity::Error, "country-unknown", message).at(place);
            let finding = finding.project(project).field("countries");
            xml.report(finding.help("Write the two letters of ISO 3166-1, such as KE."));
        } else if found > 1 {
            let message = format!("“{}” is several codes in one.", super::text::start(&text));
            let finding =
                Finding::new(Severity::Warning, "country-codes-joined", message).at(place);
            let finding = finding.project(project).field("countries").repaired();
            xml.report(finding.help("Give each country a recipient-country of its own."));
        }
    }

    fn add(&mut self, code: CountryCode, names: Narratives<'a>, share: Option<Share>) {
        let at = *self
            .positions
            .entry(code)
            .or_insert_with(|| self.mentions.len());
        match self.mentions.get_mut(at) {
            Some(known) => {
                // The name in another language, or nothing new.
                let _ = known.names.join(names);
                known.share = known.share.or(share);
            }
            None => self.mentions.push(Mention { code, names, share }),
        }
    }

    pub(super) fn finish(
        self,
        preference: Preference,
        cache: &mut NameCache,
    ) -> Vec<CountryMention> {
        let mentions = self.mentions.into_iter();
        let mention = |Mention { code, names, share }| CountryMention {
            code,
            name: cache.own(code, names.line(preference)),
            share,
        };
        mentions.map(mention).collect()
    }
}

/// A country that is in use, by its code.
pub(super) fn known_code(text: &str) -> Option<CountryCode> {
    CountryCode::parse(text).filter(|code| country::name(*code).is_some())
}

/// Which names of countries are the publisher's own, and not a usual one that can be translated.
#[derive(Debug, Default)]
pub(super) struct NameCache(HashMap<(CountryCode, String), bool>);

/// More names than countries have in a few languages are not kept.
const MAX_NAMES: usize = 10_000;

impl NameCache {
    fn own(&mut self, code: CountryCode, name: Option<String>) -> Option<String> {
        let name = name?;
        if country::name(code) == Some(&name) {
            return None;
        }
        let key = (code, name);
        let known = self.0.get(&key).copied();
        let is_own = known.unwrap_or_else(|| is_own(code, &key.1));
        if known.is_none() && self.0.len() < MAX_NAMES {
            self.0.insert(key.clone(), is_own);
        }
        Some(key.1).filter(|_| is_own)
    }
}

fn is_own(code: CountryCode, name: &str) -> bool {
    let is_usual = country::from_name(name) == Some(code)
        || country::name(code).is_some_and(|usual| fold(usual) == fold(name));
    // What is in brackets is the publisher's remark.
    !is_usual || name.contains('(')
}

fn share(text: &str, place: &Place, xml: &mut Xml<'_, '_>, project: &str) -> Option<Share> {
    let plain = text.trim_end_matches('%').trim_end();
    let plain = plain.strip_suffix('.').unwrap_or(plain);
    let number = || amount::parse(plain, None).map(|it| it.amount.to_string());
    let share = Share::parse(plain).or_else(|| Share::parse(&number()?));
    if share.is_none() {
        let message = format!(
            "“{}” is not a percentage from 0 to 100.",
            super::text::start(text)
        );
        let finding = Finding::new(Severity::Error, "share-unknown", message).at(place.clone());
        let finding = finding.project(project).field("countries");
        xml.report(finding.help("Write a number from 0 to 100."));
    }
    share
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_usual_name_is_not_the_publishers_own() {
        let own = |code, name: &str| {
            NameCache::default()
                .own(CountryCode::parse(code).unwrap(), Some(name.to_owned()))
                .is_some()
        };
        assert!(!own("KE", "Kenya"));
        assert!(!own("KE", "KENYA"));
        assert!(!own("TZ", "Tanzania, United Republic of"));
        assert!(own("XK", "Kosovo (under UNSCR 1244)"));
        assert!(own("CF", "CENTRAFRICAINE"));
    }
}
