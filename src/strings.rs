//! Every word the interface says, in British English.

use crate::browser::intl::number;
use atlas_engine::facet::FacetKind;
use atlas_engine::query::Sort;

/// The language of everything below, for the browser's `Intl`.
pub(crate) const LOCALE: &str = "en-GB";

pub(crate) const UNTITLED_PORTFOLIO: &str = "Projects";
pub(crate) const SEARCH_LABEL: &str = "Search projects";
pub(crate) const SEARCH_PLACEHOLDER: &str = "Search titles, objectives, partners …";
pub(crate) const SKIP_TO_RESULTS: &str = "Skip to the projects";

pub(crate) const FILTERS: &str = "Filters";
pub(crate) const CLOSE_FILTERS: &str = "Close filters";
pub(crate) const CLEAR_ALL: &str = "Clear all";
pub(crate) const NOT_STATED: &str = "Not stated";
pub(crate) const SELECTION: &str = "Selected filters";
pub(crate) const NOTHING_NARROWED: &str = "No value has this in its name.";

pub(crate) const YEARS: &str = "Years";
pub(crate) const FROM: &str = "From";
pub(crate) const TO: &str = "To";
pub(crate) const ANY_YEAR: &str = "any";

pub(crate) const SORT: &str = "Sort by";
pub(crate) const NO_RESULTS: &str = "No project fits all of this.";
pub(crate) const NO_RESULTS_ADVICE: &str = "Take one of the filters back, or clear them all.";
pub(crate) const NO_PROJECTS: &str = "This portfolio lists no projects yet.";

pub(crate) const OBJECTIVE: &str = "Objective";
pub(crate) const SUMMARY: &str = "Summary";
pub(crate) const STATED_DURATION: &str = "Duration as stated";
pub(crate) const COUNTRIES: &str = "Where";
pub(crate) const DONORS: &str = "Donor";
pub(crate) const IMPLEMENTING: &str = "Implementing";
pub(crate) const PARTNERS: &str = "Partners";
pub(crate) const THEMES: &str = "Themes";
pub(crate) const DOCUMENTS: &str = "Documents";
pub(crate) const LINKS: &str = "Links";
pub(crate) const RELATED: &str = "Related projects";
pub(crate) const REMARK: &str = "Remark";
pub(crate) const VALUE_NOT_STATED: &str = "not stated";
pub(crate) const NO_ADDRESS: &str = "no address given";
pub(crate) const CLOSE: &str = "Close";
pub(crate) const WHOLE_RECORD: &str = "Whole record";
pub(crate) const PERIOD_NOT_STATED: &str = "Period not stated";
pub(crate) const LIST_SEPARATOR: &str = ", ";
pub(crate) const PART_SEPARATOR: &str = ": ";
pub(crate) const DETAIL_SEPARATOR: &str = " · ";
pub(crate) const PROJECTS_PER_YEAR: &str = "Projects running in each year";

pub(crate) const MAP: &str = "Map of countries";
pub(crate) const MAP_HELP: &str =
    "Arrow keys move between countries, Enter selects, plus and minus zoom.";
pub(crate) const MAP_LOADING: &str = "Drawing the map …";
pub(crate) const TRY_AGAIN: &str = "Try again";
pub(crate) const ZOOM_IN: &str = "Zoom in";
pub(crate) const ZOOM_OUT: &str = "Zoom out";
pub(crate) const ZOOM_TO_FIT: &str = "Show where the projects are";
pub(crate) const ELSEWHERE: &str = "Countries outside the map’s frame";
pub(crate) const LEGEND: &str = "Projects per country";
pub(crate) const DISCLAIMER: &str = "Boundaries and names imply no endorsement.";
pub(crate) const DISCLAIMER_DETAILS: &str = "The boundaries and names on this map, and the designations used, do not imply endorsement or acceptance by the publisher. Each project keeps the name its source uses for a country; the filters group them by ISO code under the name in use now. Borders: Natural Earth, 1:50 million.";

pub(crate) const DATA_PROBLEMS: &str = "Part of this portfolio could not be read";
pub(crate) const DATA_UNREADABLE: &str = "This portfolio could not be read";
pub(crate) const DATA_ADVICE: &str =
    "All that could be read is shown. The publisher can mend the file at the places named below.";
pub(crate) const DATA_ADVICE_NOTHING: &str =
    "The publisher can mend the file at the place named below. Then load this page again.";

pub(crate) const NOTICE: &str = "About this address";
pub(crate) const ABOUT_DATA: &str = "About this list";
pub(crate) const PUBLISHED_BY: &str = "Published by";
pub(crate) const SOURCE: &str = "Source";
pub(crate) const LICENCE: &str = "Licence";
pub(crate) const UPDATED: &str = "Updated";

/// The status: “2 of 6 projects”, “6 projects” when all are shown.
pub(crate) fn shown_of(shown: u32, of: u32) -> String {
    format!(
        "{} of {} {}",
        number(shown),
        number(of),
        plural(of, "project", "projects")
    )
}

pub(crate) fn projects(count: u32) -> String {
    format!("{} {}", number(count), plural(count, "project", "projects"))
}

pub(crate) fn countries(count: u32) -> String {
    format!(
        "{} {}",
        number(count),
        plural(count, "country or territory", "countries and territories")
    )
}

pub(crate) fn donors(count: u32) -> String {
    format!("{} {}", number(count), plural(count, "donor", "donors"))
}

/// “6 projects in 20 countries and territories, 2007–2012”; parts nobody states are left out.
pub(crate) fn portfolio_extent(of: u32, countries_stated: u32, span: Option<(u16, u16)>) -> String {
    let mut extent = projects(of);
    if countries_stated > 0 {
        extent = format!("{extent} in {}", countries(countries_stated));
    }
    if let Some((first, last)) = span {
        extent = format!("{extent}, {}", years(first, last));
    }
    extent
}

/// “2007–2012”, or one year alone.
pub(crate) fn years(first: u16, last: u16) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first}–{last}")
    }
}

pub(crate) fn facet_label(kind: &FacetKind) -> String {
    match kind {
        FacetKind::Country => "Country".to_owned(),
        FacetKind::Donor => "Donor".to_owned(),
        FacetKind::Implementing => "Implementing agency".to_owned(),
        FacetKind::Partner => "Partner".to_owned(),
        FacetKind::Theme => "Theme".to_owned(),
        FacetKind::Custom(name) => name.clone(),
    }
}

/// The words that lead to excluded values, from those that lead to included ones.
pub(crate) fn not(connective: &str) -> String {
    format!("not {connective}")
}

/// The words that lead to a facet's chosen values within the summary's sentence.
pub(crate) fn facet_connective(kind: &FacetKind) -> String {
    match kind {
        FacetKind::Country => "in".to_owned(),
        FacetKind::Donor => "paid for by".to_owned(),
        FacetKind::Implementing => "carried out by".to_owned(),
        FacetKind::Partner => "with".to_owned(),
        FacetKind::Theme => "on".to_owned(),
        FacetKind::Custom(name) => format!("with {name}"),
    }
}

pub(crate) const OR: &str = "or";
pub(crate) const NOR: &str = "nor";
pub(crate) const MATCHING: &str = "matching";
pub(crate) const RUNNING: &str = "running";

pub(crate) fn narrow_label(facet: &str) -> String {
    format!("Narrow the list: {facet}")
}

pub(crate) fn narrow_placeholder(count: usize) -> String {
    format!("Find among {count}")
}

pub(crate) fn remove(what: &str) -> String {
    format!("Remove {what}")
}

/// What assistive technology says of a count behind a value's name.
pub(crate) fn country_on_map(name: &str, count: u32) -> String {
    format!("{name}, {}", projects(count))
}

/// “2” or “3–5”.
pub(crate) fn count_range(from: u32, to: u32) -> String {
    if from == to {
        number(from)
    } else {
        format!("{}–{}", number(from), number(to))
    }
}

/// A range of counts with what is counted: “3–5 projects”.
pub(crate) fn with_unit(range: &str, highest: u32) -> String {
    format!("{range} {}", plural(highest, "project", "projects"))
}

pub(crate) fn year_bar(year: u16, count: u32) -> String {
    format!("{year}: {}", projects(count))
}

pub(crate) fn show_more(count: usize, left: usize) -> String {
    format!("Show {count} more ({left} left)")
}

pub(crate) fn show_results(count: u32) -> String {
    format!("Show {}", projects(count))
}

pub(crate) fn sort_name(sort: Sort) -> &'static str {
    match sort {
        Sort::Newest => "newest first",
        Sort::Oldest => "oldest first",
        Sort::Title => "title",
        Sort::Relevance => "best match",
    }
}

pub(crate) fn unknown_value(value: &str, facet: &str) -> String {
    format!(
        "The address asks for “{value}” under {facet}, which this portfolio does not have; it was left aside."
    )
}

pub(crate) fn ignored_parameter(parameter: &str) -> String {
    format!("The address asks for “{parameter}”, which makes no sense; it was left aside.")
}

pub(crate) fn unknown_project(id: &str) -> String {
    format!("The address asks for a project “{id}”, which this portfolio does not have.")
}

pub(crate) fn absent_from_map(names: &str) -> String {
    format!("Not on this map, but in the list of countries: {names}.")
}

/// What a small map of a project's countries is.
pub(crate) fn small_map(names: &str) -> String {
    format!("Map: {names}")
}

pub(crate) fn map_failed(reason: &str) -> String {
    format!(
        "The map’s borders could not be loaded ({reason}). Everything else works; countries can be chosen in the list."
    )
}

pub(crate) const REASON_NETWORK: &str = "the network gave no answer";
pub(crate) const REASON_DAMAGED: &str = "the file is damaged";

pub(crate) fn reason_status(status: u16) -> String {
    format!("the server answered {status}")
}

pub(crate) fn from_to(from: &str, to: &str) -> String {
    format!("{from} – {to}")
}

pub(crate) fn from(date: &str) -> String {
    format!("from {date}")
}

pub(crate) fn until(date: &str) -> String {
    format!("until {date}")
}

/// “2009–2011”, “from 2009”, “until 2011”; `None` where no range is set.
pub(crate) fn year_range(from_year: Option<u16>, to_year: Option<u16>) -> Option<String> {
    match (from_year, to_year) {
        (Some(first), Some(last)) => Some(years(first.min(last), first.max(last))),
        (Some(first), None) => Some(from(&first.to_string())),
        (None, Some(last)) => Some(until(&last.to_string())),
        (None, None) => None,
    }
}

pub(crate) fn quoted(text: &str) -> String {
    format!("“{text}”")
}

pub(crate) fn with_acronym(name: &str, acronym: &str) -> String {
    format!("{name} ({acronym})")
}

pub(crate) fn listed_as(name: &str) -> String {
    format!("listed here as {name}")
}

pub(crate) fn whole_record_of(title: &str) -> String {
    format!("{WHOLE_RECORD}: {title}")
}

/// Where in a file something is wrong.
pub(crate) fn place(file: &str, line: usize, column: usize) -> String {
    format!("{file}, line {line}, column {column} ")
}

pub(crate) fn further_findings(count: usize) -> String {
    format!("{count} more")
}

/// What follows the selection in the summary's sentence.
pub(crate) fn extent(parts: &[String]) -> String {
    if parts.is_empty() {
        String::new()
    } else {
        format!(" — {}", parts.join(", "))
    }
}

fn plural<'a>(count: u32, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}
