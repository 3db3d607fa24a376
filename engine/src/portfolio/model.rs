//! A portfolio that has been read: valid by construction, with nothing that its source does not state.

use crate::colour::Colour;
use crate::country::{self, CountryCode};
use crate::portfolio::numbers::{Currency, Degrees, Money, Share};
use std::fmt;

/// A list of projects by one publisher.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Portfolio {
    /// The list's own title.
    pub title: String,
    /// The publisher of the list.
    pub publisher: Option<Publisher>,
    /// What the list is about. Plain text, like a project's `objective`.
    pub intro: Option<String>,
    /// Where errors are reported; http, https or mailto only.
    pub contact: Option<String>,
    /// The address of the publisher's logo, like that of an [`Image`].
    pub logo: Option<String>,
    /// The publisher's colour; it need not have a contrast to anything.
    pub accent: Option<Colour>,
    /// Whether the map and the timeline are shown before a visitor chooses; without it, the page decides
    /// by its width.
    pub overview: Option<Overview>,
    /// The language of the portfolio's own text, as a BCP 47 tag.
    pub language: Option<String>,
    /// The terms under which the data may be used.
    pub licence: Option<String>,
    /// When the list was last updated.
    pub updated: Option<Date>,
    /// Where the list was taken from.
    pub source: Option<String>,
    /// The publisher's note about the data, shown beside it.
    pub note: Option<String>,
    /// The keys of the facets to show, in order; empty means all.
    pub facets: Vec<String>,
    /// The projects, in the publisher's order, with unique ids.
    pub projects: Vec<Project>,
}

/// Whether the map and the timeline are shown at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overview {
    /// Above or beside the results, at any width.
    Shown,
    /// Behind a button.
    Hidden,
}

impl Overview {
    /// `shown` or `hidden`.
    pub fn name(self) -> &'static str {
        match self {
            Overview::Shown => "shown",
            Overview::Hidden => "hidden",
        }
    }

    /// The one with this name.
    pub fn parse(name: &str) -> Option<Overview> {
        [Overview::Shown, Overview::Hidden]
            .into_iter()
            .find(|overview| overview.name() == name)
    }
}

/// The organisation that publishes a portfolio.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Publisher {
    /// Its name.
    pub name: String,
    /// Its page; http, https or mailto only.
    pub url: Option<String>,
}

/// One project (an activity, in IATI terms).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Project {
    /// The id, as stated or a slug: unique within the portfolio, not empty, without spaces.
    pub id: String,
    /// The source's own identifier, in any form.
    pub identifier: Option<String>,
    /// The full title, exactly as published.
    pub title: String,
    /// The short name, if there is one.
    pub acronym: Option<String>,
    /// The purpose of the project. Plain text: a blank line starts a paragraph, `- ` a list item.
    pub objective: Option<String>,
    /// What was done. Plain text, like `objective`.
    pub summary: Option<String>,
    /// What it achieved: a plain text for each result, without repeats.
    pub results: Vec<String>,
    /// A picture of it.
    pub image: Option<Image>,
    /// When it began.
    pub start: Option<Date>,
    /// When it ended; never before `start`.
    pub end: Option<Date>,
    /// Its status, if the source states it.
    pub status: Option<Status>,
    /// The length in the source's own words (“18 months”), which may contradict the dates.
    pub duration: Option<String>,
    /// Its amounts, in the publisher's order. Amounts in the same currency add up.
    pub budget: Vec<Budget>,
    /// Where it took place (recipient countries), each code once.
    pub countries: Vec<CountryMention>,
    /// The places where it took place.
    pub locations: Vec<Location>,
    /// Who carried it out.
    pub implementing: Vec<Organisation>,
    /// Who paid for it.
    pub donors: Vec<Organisation>,
    /// Who else took part.
    pub partners: Vec<Organisation>,
    /// The list's own themes.
    pub themes: Vec<String>,
    /// Documents listed by the source.
    pub documents: Vec<Link>,
    /// Links given by the source.
    pub links: Vec<Link>,
    /// Earlier and follow-up projects mentioned by the source.
    pub related: Vec<Related>,
    /// Custom fields; each name becomes a facet.
    pub fields: Vec<CustomField>,
    /// Notes on the record, such as a contradiction in the source.
    pub note: Option<String>,
}

/// The stage of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It has not begun.
    Planned,
    /// It is running.
    Ongoing,
    /// It has reached its end.
    Completed,
    /// It was interrupted and may go on.
    Suspended,
    /// It was ended early.
    Cancelled,
}

impl Status {
    /// Every status, from the start of a project to its end.
    pub const ALL: [Self; 5] = [
        Self::Planned,
        Self::Ongoing,
        Self::Completed,
        Self::Suspended,
        Self::Cancelled,
    ];

    /// Returns its word in files and addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Ongoing => "ongoing",
            Self::Completed => "completed",
            Self::Suspended => "suspended",
            Self::Cancelled => "cancelled",
        }
    }

    /// Returns the status with this word.
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.key() == key)
    }

    /// Returns the English name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Planned => "Planned",
            Self::Ongoing => "Ongoing",
            Self::Completed => "Completed",
            Self::Suspended => "Suspended",
            Self::Cancelled => "Cancelled",
        }
    }
}

/// An amount that a project states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Budget {
    /// How much.
    pub amount: Money,
    /// In which currency.
    pub currency: Currency,
    /// For which year, from 1 to 9999, if it is only for one.
    pub year: Option<u16>,
}

/// A country, as one project names it.
#[derive(Clone, Debug, PartialEq)]
pub struct CountryMention {
    /// The country.
    pub code: CountryCode,
    /// The publisher's name for it in this project, if given.
    pub name: Option<String>,
    /// Its share of the project, if given. Rounded shares may add up to more than 100 %.
    pub share: Option<Share>,
}

impl CountryMention {
    /// Returns the source's name, unless it is the current English name, which can be translated.
    pub fn own_name(&self) -> Option<&str> {
        let stated = self.name.as_deref();
        stated.filter(|stated| country::name(self.code) != Some(stated))
    }
}

/// A place: a point.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Location {
    /// Its name, if given.
    pub name: Option<String>,
    /// Degrees north of the equator.
    pub latitude: Degrees,
    /// Degrees east of Greenwich.
    pub longitude: Degrees,
    /// The country that it is in, if given.
    pub country: Option<CountryCode>,
}

/// An organisation that takes part in a project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Organisation {
    /// The name as published.
    pub name: String,
    /// Its short name.
    pub acronym: Option<String>,
    /// Its page; http, https or mailto only.
    pub url: Option<String>,
    /// Its identifier in a register, in any form.
    pub reference: Option<String>,
    /// What it did in the project, in the source's own words.
    pub role: Option<String>,
    /// What the source adds in words (“Italian NGO”).
    pub note: Option<String>,
}

impl Organisation {
    /// Returns the name followed by the short name.
    pub fn full_name(&self) -> String {
        match &self.acronym {
            Some(acronym) if *acronym != self.name => [&self.name, " (", acronym, ")"].concat(),
            _ => self.name.clone(),
        }
    }
}

/// A document or page with a title; the address may be unknown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// Its title.
    pub title: String,
    /// Its address; http, https or mailto only.
    pub url: Option<String>,
}

/// A picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Image {
    /// Its address as stated: relative, without a scheme or a host, or http or https.
    pub url: String,
    /// What it shows, for those who do not see it.
    pub alt: Option<String>,
    /// Who made it or owns it.
    pub credit: Option<String>,
}

/// Another project mentioned by the source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Related {
    /// Its title.
    pub title: String,
    /// Its id, if it is another project of this portfolio.
    pub id: Option<String>,
    /// Its short name.
    pub acronym: Option<String>,
    /// Who paid for it.
    pub donor: Option<String>,
    /// When it ran, in the source's own form.
    pub period: Option<String>,
    /// How it is related to the project that mentions it.
    pub relation: Option<Relation>,
}

/// How a project is related to the one that mentions it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The project that mentions it is a part of it.
    Parent,
    /// It is a part of the project that mentions it.
    Child,
    /// Both are parts of the same project.
    Sibling,
    /// Anything else, in the source's own words (“builds on”, “spin-off”).
    Other(String),
}

impl Relation {
    /// Reads `parent`, `child` or `sibling`; any other text is [`Relation::Other`].
    pub fn parse(text: &str) -> Self {
        [Self::Parent, Self::Child, Self::Sibling]
            .into_iter()
            .find(|relation| relation.as_str() == text)
            .unwrap_or_else(|| Self::Other(text.to_owned()))
    }

    /// Returns its word in files, or the source's own words.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Parent => "parent",
            Self::Child => "child",
            Self::Sibling => "sibling",
            Self::Other(words) => words,
        }
    }
}

/// A custom field: a list of values with a name, both chosen by the publisher.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CustomField {
    /// The field's label.
    pub name: String,
    /// Its values, without repeats.
    pub values: Vec<String>,
}

/// A calendar date to the precision of a year, a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl Date {
    /// Parses `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; rejects days that do not exist.
    ///
    /// ```
    /// use atlas_engine::portfolio::Date;
    /// assert!(Date::parse("2012-02-29").is_some());
    /// assert!(Date::parse("2011-02-29").is_none());
    /// assert!(Date::parse("September 2010").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4)?;
        let month = parts
            .next()
            .map(|part| number(part, 2).ok_or(()))
            .transpose()
            .ok()?;
        let day = parts
            .next()
            .map(|part| number(part, 2).ok_or(()))
            .transpose()
            .ok()?;
        if parts.next().is_some() {
            return None;
        }
        Self::new(year, month.map(|it| it as u8), day.map(|it| it as u8))
    }

    /// Returns the date with a year from 1 to 9999, and perhaps a month and a day; `None` if there is no such
    /// date.
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let days = match month {
            None => 0,
            Some(month @ 1..=12) => days_in_month(year, month.into()) as u8,
            Some(_) => return None,
        };
        let exists = (1..=9999).contains(&year) && day.is_none_or(|day| (1..=days).contains(&day));
        exists.then_some(Self { year, month, day })
    }

    /// Returns the year, 1 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Returns the month, 1 to 12, if known.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// Returns the day of the month, if known.
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// Returns the start of the date, in months since year 0.
    pub fn first_month(self) -> u32 {
        u32::from(self.year) * 12 + u32::from(self.month.unwrap_or(1)) - 1
    }

    /// Returns the end of the date (exclusive), in months since year 0.
    pub fn past_last_month(self) -> u32 {
        u32::from(self.year) * 12 + u32::from(self.month.unwrap_or(12))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(formatter, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(formatter, "-{day:02}")?;
        }
        Ok(())
    }
}

fn number(digits: &str, width: usize) -> Option<u16> {
    (digits.len() == width && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
}

fn days_in_month(year: u16, month: u16) -> u16 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

impl Project {
    /// Returns the first and last year in which the project ran; `None` if no date is stated.
    ///
    /// A project without an end runs until `last_of_list` (see [`Portfolio::last_year`]) unless it is
    /// completed or cancelled, when only its start year is known. One without a start counts in its end
    /// year.
    pub fn years(&self, last_of_list: Option<u16>) -> Option<(u16, u16)> {
        let first = self.start.or(self.end)?.year();
        let last = match self.end {
            Some(end) => end.year(),
            None if self.is_open_ended() => last_of_list.unwrap_or(first),
            None => first,
        };
        Some((first, last.max(first)))
    }

    /// Returns whether the project began, states no end and is not said to have ended.
    pub fn is_open_ended(&self) -> bool {
        let has_ended = matches!(self.status, Some(Status::Completed | Status::Cancelled));
        self.start.is_some() && self.end.is_none() && !has_ended
    }

    /// Returns the sum of the amounts in a currency; `None` if there is none. A sum that does not fit stops
    /// at the largest or smallest amount.
    pub fn total(&self, currency: Currency) -> Option<Money> {
        let amounts = self.budget.iter().filter(|it| it.currency == currency);
        amounts.map(|it| it.amount).reduce(Money::saturating_add)
    }

    /// Returns the first `max` currencies of its amounts, in the publisher's order, with the total in each,
    /// and whether there are more.
    pub fn totals(&self, max: usize) -> (Vec<(Currency, Money)>, bool) {
        let mut totals: Vec<(Currency, Money)> = Vec::new();
        let mut has_more = false;
        for Budget {
            amount, currency, ..
        } in &self.budget
        {
            let known = totals.iter_mut().find(|(of, _)| of == currency);
            if let Some((_, total)) = known {
                *total = total.saturating_add(*amount);
            } else if totals.len() < max {
                totals.push((*currency, *amount));
            } else {
                has_more = true;
            }
        }
        (totals, has_more)
    }
}

impl Portfolio {
    /// Returns the last year that any project states, as its start or its end.
    pub fn last_year(&self) -> Option<u16> {
        let dates = self.projects.iter().flat_map(|it| [it.start, it.end]);
        dates.flatten().map(Date::year).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(budget: &[(i64, &str)]) -> Project {
        let budget = budget.iter().map(|(hundredths, currency)| Budget {
            amount: Money::from_hundredths(*hundredths),
            currency: Currency::parse(currency).unwrap(),
            year: None,
        });
        Project {
            budget: budget.collect(),
            ..Project::default()
        }
    }

    #[test]
    fn amounts_are_added_up_within_a_currency() {
        let project = project(&[
            (101, "EUR"),
            (500, "USD"),
            (101, "EUR"),
            (-2, "EUR"),
            (i64::MAX, "CHF"),
            (1, "CHF"),
        ]);
        let total = |currency| project.total(Currency::parse(currency).unwrap());
        assert_eq!(total("EUR"), Some(Money::from_hundredths(200)));
        assert_eq!(total("USD"), Some(Money::from_hundredths(500)));
        assert_eq!(total("CHF"), Some(Money::from_hundredths(i64::MAX)));
        assert_eq!(total("MKD"), None);
    }

    #[test]
    fn the_totals_are_those_of_the_first_currencies() {
        let project = project(&[(1, "EUR"), (5, "USD"), (2, "EUR"), (9, "CHF")]);
        let totals = |max| {
            let (totals, has_more) = project.totals(max);
            let totals = totals
                .iter()
                .map(|(currency, it)| format!("{currency} {it}"));
            (totals.collect::<Vec<_>>().join(", "), has_more)
        };
        assert_eq!(
            totals(3),
            ("EUR 0.03, USD 0.05, CHF 0.09".to_owned(), false)
        );
        assert_eq!(totals(2), ("EUR 0.03, USD 0.05".to_owned(), true));
    }

    #[test]
    fn the_main_currency_is_the_one_that_most_projects_state() {
        let main = |projects: &[&[(i64, &str)]]| {
            let portfolio = Portfolio {
                projects: projects.iter().map(|budget| project(budget)).collect(),
                ..Portfolio::default()
            };
            portfolio.main_currency().map(|it| it.to_string())
        };
        assert_eq!(main(&[&[], &[]]), None);
        let one_states_many: &[_] = &[(1, "USD"), (1, "CHF"), (1, "USD"), (1, "USD")];
        assert_eq!(
            main(&[one_states_many, &[(1, "EUR")], &[(1, "EUR")]]).as_deref(),
            Some("EUR")
        );
        assert_eq!(
            main(&[&[(9, "USD")], &[(1, "CHF")], &[(5, "EUR")]]).as_deref(),
            Some("CHF")
        );
    }
}
