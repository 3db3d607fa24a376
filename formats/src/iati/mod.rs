//! IATI activities, version 1.01 to 2.03.
//!
//! A file is read forwards, an activity at a time, and texts are borrowed from it until their activity ends: there
//! is no tree. [`xml`] gives elements that are properly nested whatever the file is like; [`activity`] collects
//! what one activity states; the other modules know one kind of statement each.

mod activity;
mod codelists;
mod countries;
mod dates;
mod entities;
pub(crate) mod extension;
mod fields;
mod language;
mod links;
mod locations;
mod money;
mod organisations;
mod place;
mod text;
mod xml;

use crate::assemble::Draft;
use crate::finding::{Finding, Findings, Place, Severity};
use activity::{Activity, Publishers};
use atlas_engine::portfolio::{Currency, Date, Portfolio};
pub(crate) use codelists::Codes;
use countries::NameCache;
pub(crate) use dates::{UNKNOWN as UNKNOWN_DATE, edge};
use language::Language;
use money::Basis;
use organisations::NamesByReference;
pub(crate) use organisations::{ACCOUNTABLE, EXTENDING, PARTNER};

use std::collections::{HashMap, HashSet};
pub(crate) use xml::EXTENSION;
use xml::{Kind, Tag, Xml};

/// What is known beyond an activity.
#[derive(Default)]
struct File {
    with_contacts: bool,
    /// The language of the list.
    main: Option<Language>,
    /// The language and the currency that the file states for all activities.
    language: Option<Language>,
    currency: Option<Currency>,
    updated: Option<Date>,
    is_update_stated: bool,
    list: Option<Portfolio>,
    names: NamesByReference,
    country_names: NameCache,
    publishers: Publishers,
    regions: Occurrences,
    bases: Bases,
}

/// Reads the activities of a file, one after the other. The portfolio has everything but its projects.
pub(crate) fn read(
    text: &str,
    with_contacts: bool,
    findings: &mut Findings,
) -> (Portfolio, Vec<Draft>) {
    let mut file = File {
        with_contacts,
        main: language::main(text),
        ..File::default()
    };
    let (mut drafts, mut replacements) = (Vec::new(), Vec::new());
    let mut xml = Xml::new(text, findings);
    while let Some(tag) = xml.element() {
        match (tag.kind, tag.name) {
            (Kind::Iati, "iati-activities") => file.head(&tag, &mut xml),
            (Kind::Iati, "iati-activity") => {
                let activity = Activity::read(&tag, &mut xml, &mut file);
                if let Some((draft, replacement)) = activity.finish(&mut xml, &mut file) {
                    replacements.extend(replacement.map(|it| (drafts.len(), it)));
                    drafts.push(draft);
                }
            }
            (Kind::Iati, "iati-organisations") => {
                let finding = Finding::new(
                    Severity::Error,
                    "iati-organisation-file",
                    "This is an IATI organisation file: it describes an organisation, not its activities.",
                );
                let finding = finding.at(xml.place());
                xml.report(finding.help(
                    "Open the publisher's activity file, which begins with <iati-activities>.",
                ));
                return (Portfolio::default(), Vec::new());
            }
            (Kind::Extension, extension::LIST) => file.list = extension::list(&xml.content()),
            _ => {}
        }
    }
    file.report(&mut xml);
    complete(&mut drafts, &file.names);
    for (at, replacement) in replacements {
        if let Some(draft) = drafts.get_mut(at) {
            replacement.apply(&mut draft.project);
        }
    }
    forget_unknown_ids(&mut drafts);
    (file.portfolio(), drafts)
}

/// The versions of the standard, without the last digits of drafts.
const VERSIONS: [&str; 11] = [
    "1.0", "1.00", "1.01", "1.02", "1.03", "1.04", "1.05", "2.01", "2.02", "2.03", "2",
];

impl File {
    fn head(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_, '_>) {
        self.language = Language::of(tag);
        let currency = tag.attribute("default-currency");
        self.currency = currency.and_then(|code| Currency::parse(&code));
        self.update(tag.attribute("generated-datetime").as_deref(), true);
        if let Some(version) = tag.attribute("version")
            && !VERSIONS.contains(&version.as_ref())
        {
            let message = format!(
                "IATI {} is not a version that is known here; it was read as 2.03.",
                text::start(&version)
            );
            let finding = Finding::new(Severity::Note, "iati-version", message).at(xml.place());
            xml.report(finding.help("Check what was read; versions 1.01 to 2.03 are known."));
        }
    }

    /// Takes the day on which the file was generated; without it, an activity was last updated.
    fn update(&mut self, stated: Option<&str>, is_of_file: bool) {
        if self.is_update_stated {
            return;
        }
        let Some(date) = stated.and_then(|text| dates::parse(text, false)) else {
            return;
        };
        self.is_update_stated = is_of_file;
        self.updated = if is_of_file {
            Some(date)
        } else {
            self.updated.max(Some(date))
        };
    }

    /// Reports what was decided for several activities, once.
    fn report(&self, xml: &mut Xml<'_, '_>) {
        let regions = &self.regions;
        regions.report(
            "region-not-countries",
            &format!(
                "A region is not its countries: those of {} are kept in the field Region.",
                regions.activities()
            ),
            "Name the countries too, if they are known.",
            xml,
        );
        for (occurrences, what) in [
            (&self.bases.commitments, "commitments"),
            (&self.bases.disbursements, "disbursements"),
        ] {
            occurrences.report(
                "budget-from-transactions",
                &format!(
                    "No budget is stated by {}; the amount is the total of the {what}.",
                    occurrences.activities()
                ),
                "Add budgets, if the total is not what is meant.",
                xml,
            );
        }
    }

    fn portfolio(self) -> Portfolio {
        self.list.unwrap_or_else(|| Portfolio {
            publisher: self.publishers.finish(),
            language: self.main.map(|it| it.to_string()),
            updated: self.updated,
            ..Portfolio::default()
        })
    }
}

/// How many activities something concerns, and the first of them.
#[derive(Default)]
struct Occurrences {
    count: usize,
    first: Option<(Place, String)>,
}

impl Occurrences {
    fn add(&mut self, place: Place, project: String) {
        self.count += 1;
        self.first.get_or_insert((place, project));
    }

    fn activities(&self) -> String {
        match self.count {
            1 => "1 activity".to_owned(),
            count => format!("{count} activities"),
        }
    }

    fn report(&self, code: &'static str, message: &str, help: &str, xml: &mut Xml<'_, '_>) {
        let Some((place, project)) = &self.first else {
            return;
        };
        let finding = Finding::new(Severity::Note, code, message).at(place.clone());
        let finding = if self.count == 1 {
            finding.project(project)
        } else {
            finding
        };
        xml.report(finding.help(help));
    }
}

/// What the amounts of activities without a budget are.
#[derive(Default)]
struct Bases {
    commitments: Occurrences,
    disbursements: Occurrences,
}

impl Bases {
    fn add(&mut self, basis: Basis, place: &Place, project: &str) {
        let occurrences = match basis {
            Basis::Budgets => return,
            Basis::Commitments => &mut self.commitments,
            Basis::Disbursements => &mut self.disbursements,
        };
        occurrences.add(place.clone(), project.to_owned());
    }
}

/// Completes the drafts by what other activities say: names of organisations, and related activities.
fn complete(drafts: &mut [Draft], names: &NamesByReference) {
    let mut ids: HashMap<String, usize> = HashMap::new();
    let mut identifiers: HashMap<String, usize> = HashMap::new();
    for (at, draft) in drafts.iter_mut().enumerate() {
        names.complete(&mut draft.project);
        if let Some(id) = &draft.id {
            ids.entry(id.clone()).or_insert(at);
        }
        if let Some(identifier) = &draft.project.identifier {
            identifiers.entry(identifier.clone()).or_insert(at);
        }
    }
    for at in 0..drafts.len() {
        let related = drafts
            .get_mut(at)
            .map(|it| std::mem::take(&mut it.project.related));
        let mut related = related.unwrap_or_default();
        for related in &mut related {
            let other = identifiers.get(&related.title);
            let other = other.and_then(|other| Some((*other, drafts.get(*other)?)));
            if let Some((other, draft)) = other
                && let Some(id) = draft.id.as_ref().filter(|id| ids.get(*id) == Some(&other))
            {
                related.id = Some(id.clone());
                if !draft.project.title.is_empty() {
                    related.title.clone_from(&draft.project.title);
                }
            }
        }
        if let Some(draft) = drafts.get_mut(at) {
            draft.project.related = related;
        }
    }
}

/// Related projects are only named by ids that the file has.
fn forget_unknown_ids(drafts: &mut [Draft]) {
    let ids: HashSet<String> = drafts.iter().filter_map(|draft| draft.id.clone()).collect();
    let related = drafts.iter_mut().flat_map(|it| &mut it.project.related);
    for related in related {
        related.id = related.id.take().filter(|id| ids.contains(id));
    }
}
