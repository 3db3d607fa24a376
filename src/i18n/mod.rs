//! The texts of the interface. Those of all languages are in the crate `atlas-i18n`.

mod catalogue;
pub(crate) mod intl;

use self::catalogue::line;
pub(crate) use self::catalogue::{Locale, language, provide_locale, tr};
use self::intl::{number, plural_category};
use crate::host::FetchError;
use atlas_engine::country::{self, CountryCode, Region};
use atlas_engine::facet::FacetKind;
use atlas_engine::place_names::PlaceNames;
use atlas_engine::portfolio::{Currency, Money, Status};
use atlas_engine::query::{Sort, View};
use atlas_i18n::{FORMER, FirstLine};
pub(crate) use atlas_i18n::{Message, PluralMessage};

/// The name of a country, even if its code has been withdrawn.
pub(crate) fn country_name(code: CountryCode) -> Option<&'static str> {
    if let Some(at) = FORMER.iter().position(|former| *former == code.as_str()) {
        return Some(line(FirstLine::FORMER + at));
    }
    if language().is_english() {
        return country::name(code);
    }
    Some(line(FirstLine::COUNTRIES + country::position_of(code)?))
}

fn region_name(region: Region) -> &'static str {
    let at = Region::all().position(|other| other == region);
    match at {
        Some(at) if !language().is_english() => line(FirstLine::REGIONS + at),
        _ => region.name(),
    }
}

pub(crate) fn place_names() -> PlaceNames {
    PlaceNames {
        country: country_name,
        region: region_name,
        status: status_name,
    }
}

pub(crate) fn status_name(status: Status) -> &'static str {
    tr(match status {
        Status::Planned => Message::StatusPlanned,
        Status::Ongoing => Message::StatusOngoing,
        Status::Completed => Message::StatusCompleted,
        Status::Suspended => Message::StatusSuspended,
        Status::Cancelled => Message::StatusCancelled,
    })
}

#[inline(never)]
pub(crate) fn tr_with(word: Message, values: &[(&str, &str)]) -> String {
    filled(tr(word), values)
}

/// A message in the plural form of a number, with the number for `{count}`.
pub(crate) fn tr_plural(message: PluralMessage, count: u32) -> String {
    tr_plural_with(message, count, &[])
}

#[inline(never)]
pub(crate) fn tr_plural_with(
    message: PluralMessage,
    count: u32,
    values: &[(&str, &str)],
) -> String {
    let forms = line(FirstLine::PLURALS + message as usize);
    let form = atlas_i18n::form(forms, &plural_category(count));
    let number = number(count);
    let mut all = Vec::with_capacity(values.len() + 1);
    all.push(("count", number.as_str()));
    all.extend_from_slice(values);
    filled(form, &all)
}

/// A placeholder without a value stays unchanged.
fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let isolate = language().right_to_left;
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        rest = after;
        let found = values.iter().find_map(|(name, value)| {
            let after = after.strip_prefix(name)?.strip_prefix('}')?;
            Some((value, after))
        });
        match found {
            Some((value, after)) => {
                // A name from the portfolio may run in the other direction than the sentence around it.
                let apart = isolate && !value.starts_with(|it: char| it.is_ascii_digit());
                if apart {
                    out.push('\u{2068}');
                }
                out.push_str(value);
                if apart {
                    out.push('\u{2069}');
                }
                rest = after;
            }
            None => out.push('{'),
        }
    }
    out.push_str(rest);
    out
}

/// “Romania, Moldova and Serbia”, with each name in its own direction.
pub(crate) fn enumeration(names: &[String]) -> String {
    let isolated = |name: &String| ["\u{2068}", name, "\u{2069}"].concat();
    let names: Vec<String> = if language().right_to_left {
        names.iter().map(isolated).collect()
    } else {
        names.to_vec()
    };
    match names.as_slice() {
        [before @ .., last] if !before.is_empty() => {
            let list = before.join(tr(Message::ListSeparator));
            tr_with(Message::ListEnd, &[("list", &list), ("last", last)])
        }
        _ => names.concat(),
    }
}

/// “2 of 6 projects”. Its first word is the number shown.
pub(crate) fn shown_of(shown: u32, of: u32) -> String {
    tr_plural_with(PluralMessage::ShownOf, of, &[("shown", &number(shown))])
}

pub(crate) fn projects(count: u32) -> String {
    tr_plural(PluralMessage::Projects, count)
}

/// “6 projects in 20 countries and territories, 2007–2012”, without the parts that are not stated.
pub(crate) fn portfolio_extent(of: u32, countries_stated: u32, span: Option<(u16, u16)>) -> String {
    let mut extent = projects(of);
    if countries_stated > 0 {
        extent.push(' ');
        extent.push_str(&tr_plural(PluralMessage::InCountries, countries_stated));
    }
    if let Some((first, last)) = span {
        extent.push_str(tr(Message::ListSeparator));
        extent.push_str(&years(first, last));
    }
    extent
}

pub(crate) fn years(first: u16, last: u16) -> String {
    span(first.to_string(), &last.to_string())
}

pub(crate) fn count_range(from: u32, to: u32) -> String {
    span(number(from), &number(to))
}

fn span(mut first: String, last: &str) -> String {
    if first != last {
        first.push('–');
        first.push_str(last);
    }
    first
}

pub(crate) fn with_unit(range: &str, highest: u32) -> String {
    tr_plural_with(PluralMessage::ProjectsInRange, highest, &[("range", range)])
}

/// Returns the label for a number of values: “Donor” for one, “Donors” for more or none.
pub(crate) fn label_for(label: Message, values: usize) -> Message {
    match (label, values) {
        (Message::Donors, 1) => Message::Donor,
        (Message::Partners, 1) => Message::Partner,
        (Message::Countries, 1) => Message::Country,
        (Message::Themes, 1) => Message::Theme,
        _ => label,
    }
}

pub(crate) fn facet_label(kind: &FacetKind) -> String {
    let word = match kind {
        FacetKind::Country => Message::Country,
        FacetKind::Donor => Message::Donor,
        FacetKind::Implementing => Message::ImplementingAgency,
        FacetKind::Partner => Message::Partner,
        FacetKind::Theme => Message::Theme,
        FacetKind::Status => Message::Status,
        FacetKind::Custom(name) => return name.clone(),
    };
    tr(word).to_owned()
}

/// The words before a facet's selected or excluded values in the summary sentence.
pub(crate) fn facet_connective(kind: &FacetKind, excluded: bool) -> String {
    let (included, not) = match kind {
        FacetKind::Country => (Message::InCountry, Message::NotInCountry),
        FacetKind::Donor => (Message::ByDonor, Message::NotByDonor),
        FacetKind::Implementing => (Message::ByImplementing, Message::NotByImplementing),
        FacetKind::Partner => (Message::WithPartner, Message::NotWithPartner),
        FacetKind::Theme => (Message::OnTheme, Message::NotOnTheme),
        FacetKind::Status => (Message::OfStatus, Message::NotOfStatus),
        FacetKind::Custom(_) => (Message::WithField, Message::NotWithField),
    };
    let field = match kind {
        FacetKind::Custom(name) => name,
        _ => "",
    };
    tr_with(if excluded { not } else { included }, &[("field", field)])
}

/// The accessible name of a country on the map: “Romania, 2 projects”.
pub(crate) fn country_on_map(name: &str, count: u32) -> String {
    let mut text = name.to_owned();
    text.push_str(tr(Message::ListSeparator));
    text.push_str(&projects(count));
    text
}

pub(crate) fn period_bar((first, last): (u16, u16), count: u32) -> String {
    let (year, projects) = (years(first, last), projects(count));
    tr_with(
        Message::YearBar,
        &[("year", &year), ("projects", &projects)],
    )
}

pub(crate) fn show_more(count: usize, left: usize) -> String {
    let (count, left) = (number(count as u32), number(left as u32));
    tr_with(Message::ShowMore, &[("count", &count), ("left", &left)])
}

pub(crate) fn sort_name(sort: Sort) -> Message {
    match sort {
        Sort::Newest => Message::SortNewest,
        Sort::Oldest => Message::SortOldest,
        Sort::Ending => Message::SortEnding,
        Sort::Amount => Message::SortAmount,
        Sort::Title => Message::SortTitle,
        Sort::Relevance => Message::SortRelevance,
    }
}

pub(crate) fn view_name(view: View) -> Message {
    match view {
        View::List => Message::ViewList,
        View::Cards => Message::ViewCards,
        View::Table => Message::ViewTable,
        View::Figures => Message::ViewFigures,
        View::Network => Message::ViewNetwork,
        View::Compare => Message::ViewCompare,
    }
}

/// “2009–2011”, “from 2009”, “until 2011”.
pub(crate) fn year_range(from_year: Option<u16>, to_year: Option<u16>) -> Option<String> {
    let one = |word: Message, year: u16| tr_with(word, &[("date", &year.to_string())]);
    match (from_year, to_year) {
        (Some(first), Some(last)) => Some(years(first.min(last), first.max(last))),
        (Some(first), None) => Some(one(Message::FromDate, first)),
        (None, Some(last)) => Some(one(Message::UntilDate, last)),
        (None, None) => None,
    }
}

/// “€10,000–€19,999.99”, “≥ €10,000”, “≤ €20,000”.
pub(crate) fn amount_range(
    currency: Currency,
    from: Option<Money>,
    to: Option<Money>,
) -> Option<String> {
    let amount = |amount: Money| intl::money(amount, currency);
    match (from, to) {
        (Some(from), Some(to)) => Some(span(amount(from), &amount(to))),
        (Some(from), None) => Some(["≥ ", &amount(from)].concat()),
        (None, Some(to)) => Some(["≤ ", &amount(to)].concat()),
        (None, None) => None,
    }
}

pub(crate) fn with_acronym(name: &str, acronym: &str) -> String {
    let mut text = name.to_owned();
    for part in [" (", acronym, ")"] {
        text.push_str(part);
    }
    text
}

pub(crate) fn reason(why: FetchError) -> String {
    match why {
        FetchError::Damaged => tr(Message::ReasonDamaged).to_owned(),
        FetchError::Network => tr(Message::ReasonNetwork).to_owned(),
        FetchError::Status(status) => {
            tr_with(Message::ReasonStatus, &[("status", &status.to_string())])
        }
    }
}

pub(crate) fn position_in_file(file: &str, line: usize, column: usize) -> String {
    let (line, column) = (line.to_string(), column.to_string());
    let values = [("file", file), ("line", &line), ("column", &column)];
    tr_with(Message::PlaceInFile, &values)
}

/// The end of the summary sentence, after the filters.
pub(crate) fn extent(parts: &[String]) -> String {
    let mut extent = String::new();
    for (at, part) in parts.iter().enumerate() {
        extent.push_str(if at == 0 {
            " — "
        } else {
            tr(Message::ListSeparator)
        });
        extent.push_str(part);
    }
    extent
}
