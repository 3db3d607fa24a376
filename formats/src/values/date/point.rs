//! Reads one date, or a quarter or half of a year.

use super::tokens::{APOSTROPHE, Part, Token};
use super::words::{Kind, Meaning};
use crate::mapping::DateOrder;
use atlas_engine::portfolio::Date;
use std::cell::Cell;
use std::ops::RangeInclusive;

/// The years of dates. A project is in none else; `9999-12-31` stands for no date.
pub(super) const YEARS: RangeInclusive<u32> = 1900..=2100;

/// How dates of numbers are read.
pub(super) struct Reading {
    pub(super) order: DateOrder,
    /// Whether the order is known; without it, dots say that the day is first.
    pub(super) is_given: bool,
    /// Whether the order mattered.
    pub(super) used: Cell<bool>,
}

/// A date, or the first and last month of a part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Point {
    Date(Date),
    Span(Date, Date),
}

impl Point {
    pub(super) fn start(self) -> Date {
        match self {
            Self::Date(date) | Self::Span(date, _) => date,
        }
    }

    pub(super) fn end(self) -> Date {
        match self {
            Self::Date(date) | Self::Span(_, date) => date,
        }
    }
}

/// A number, and the sign between it and the number before it.
#[derive(Clone, Copy)]
struct Number {
    value: u32,
    digits: u8,
    before: Option<char>,
    is_spaced: bool,
}

impl Number {
    fn year(self) -> Option<u16> {
        let year = self.value as u16;
        (self.digits == 4 && YEARS.contains(&self.value)).then_some(year)
    }

    /// The year of two digits: 00–49 are after 2000.
    fn short_year(self) -> Option<u16> {
        let century = if self.value < 50 { 2000 } else { 1900 };
        (self.digits == 2).then_some(self.value as u16 + century)
    }

    fn small(self) -> Option<u8> {
        (self.digits <= 2).then_some(self.value as u8)
    }
}

/// Reads one date. `None` if the parts are none, or have more than a date.
pub(super) fn point(tokens: &[Token], reading: &Reading) -> Option<Point> {
    let has_ordinal_dot = tokens.windows(2).any(|pair| match pair {
        [number, dot] => number.number().is_some() && dot.is_sign('.'),
        _ => false,
    });
    let tokens = trimmed(tokens);
    let is_sign = |token: Option<&Token>| {
        token.is_some_and(|it| matches!(it.part, Part::Sign(sign) if sign != APOSTROPHE))
    };
    if is_sign(tokens.first()) || is_sign(tokens.last()) {
        return None;
    }
    let numbers = numbers(tokens)?;
    let mut words = tokens.iter().filter_map(|token| token.word());
    if let Some(months) = part_of_year(tokens) {
        let year = numbers.iter().find_map(|number| number.year())?;
        let is_all = numbers.len() <= 2;
        return is_all.then(|| span(year, months)).flatten();
    }
    let Some(word) = words.find(|word| word.month.is_some()) else {
        let is_all = tokens.iter().all(|it| it.word().is_none() || is_filler(it));
        if !is_all {
            return None;
        }
        return season(&numbers).or_else(|| of_numbers(&numbers, reading).map(Point::Date));
    };
    let is_only = tokens
        .iter()
        .filter_map(|it| it.word())
        .filter(|it| *it != word)
        .all(Meaning::is_filler);
    let month = word
        .croatian_month
        .filter(|_| has_ordinal_dot)
        .or(word.month)?;
    let is_before = |number: &Token| number.word() == Some(word);
    let before = tokens
        .iter()
        .take_while(|it| !is_before(it))
        .filter(|it| it.number().is_some());
    let date = of_words(month, &numbers, before.count());
    is_only.then_some(date).flatten().map(Point::Date)
}

/// The parts without signs around them.
fn trimmed(tokens: &[Token]) -> &[Token] {
    const AROUND: [char; 10] = ['.', ',', ';', '(', ')', '[', ']', '"', '“', '”'];
    let is_around = |token: &Token| AROUND.iter().any(|&sign| token.is_sign(sign));
    let start = tokens.iter().take_while(|token| is_around(token)).count();
    let tokens = tokens.get(start..).unwrap_or_default();
    let end = tokens
        .iter()
        .rev()
        .take_while(|token| is_around(token))
        .count();
    tokens.get(..tokens.len() - end).unwrap_or_default()
}

fn is_filler(token: &Token) -> bool {
    token
        .word()
        .is_some_and(|word| word.is_filler() && word.month.is_none())
}

/// The numbers with what is between them; `None` if that is in no date.
fn numbers(tokens: &[Token]) -> Option<Vec<Number>> {
    let mut numbers: Vec<Number> = Vec::new();
    let mut before = None;
    let mut is_spaced = false;
    for token in tokens {
        is_spaced |= token.is_spaced;
        match token.part {
            Part::Number { value, digits } => {
                numbers.push(Number {
                    value,
                    digits,
                    before,
                    is_spaced,
                });
                before = None;
                is_spaced = false;
            }
            Part::Word(_) => {
                before = None;
                is_spaced = true;
            }
            // The comma of “June 19, 2020”.
            Part::Sign(',') => {}
            Part::Sign(sign @ ('.' | '/' | '-' | APOSTROPHE))
                if before.is_none() || before == Some('.') =>
            {
                before = Some(sign);
            }
            Part::Sign(_) => return None,
        }
    }
    (1..=3).contains(&numbers.len()).then_some(numbers)
}

/// The first and last month of the quarter or half that words and numbers name.
fn part_of_year(tokens: &[Token]) -> Option<(u8, u8)> {
    let words: Vec<Meaning> = tokens.iter().filter_map(|it| it.word()).collect();
    let unit = words
        .iter()
        .find(|it| it.is(Kind::Quarter) || it.is(Kind::Half))?;
    let small = tokens.iter().find_map(|it| match it.part {
        Part::Number { value, digits: 1 } => Some(value as u8),
        _ => None,
    });
    let nth = small.or_else(|| words.iter().find_map(|it| it.ordinal))?;
    let is_all = words
        .iter()
        .all(|it| it == unit || it.ordinal.is_some() || it.is_filler());
    let months = if unit.is(Kind::Quarter) { 3 } else { 6 };
    let exists = is_all && (1..=12 / months).contains(&nth);
    exists.then(|| ((nth - 1) * months + 1, nth * months))
}

fn span(year: u16, (first, last): (u8, u8)) -> Option<Point> {
    Some(Point::Span(
        Date::new(year, Some(first), None)?,
        Date::new(year, Some(last), None)?,
    ))
}

/// A written month with one number or two, of which `before` are before it.
fn of_words(month: u8, numbers: &[Number], before: usize) -> Option<Date> {
    match *numbers {
        [year] => {
            let is_marked = matches!(year.before, Some('-' | '/' | APOSTROPHE)) || year.value > 31;
            let short = || year.short_year().filter(|_| is_marked && before == 0);
            Date::new(year.year().or_else(short)?, Some(month), None)
        }
        [first, second] => {
            let (year, day) = match (first.year(), second.year()) {
                (None, Some(year)) => (year, first),
                (Some(year), None) => (year, second),
                (None, None) if before <= 1 => (second.short_year()?, first),
                _ => return None,
            };
            Date::new(year, Some(month), Some(day.small()?))
        }
        _ => None,
    }
}

fn of_numbers(numbers: &[Number], reading: &Reading) -> Option<Date> {
    match *numbers {
        [only] if only.digits == 8 => {
            let (year, rest) = (only.value / 10_000, only.value % 10_000);
            let is_year = YEARS.contains(&year);
            let (month, day) = ((rest / 100) as u8, (rest % 100) as u8);
            is_year
                .then(|| Date::new(year as u16, Some(month), Some(day)))
                .flatten()
        }
        [year] => Date::new(year.year()?, None, None),
        [first, second] => year_and_month(first, second),
        [first, second, third] => {
            let is_even = second.before == third.before
                || (second.before, third.before) == (Some('/'), Some('-'));
            let is_dated = |it: Number| {
                matches!(it.before, Some('.' | '/' | '-')) || it.before.is_none() && it.is_spaced
            };
            if !(is_even && is_dated(second) && is_dated(third)) {
                return None;
            }
            match (first.year(), third.year()) {
                (Some(year), None) => year_first(year, second.small()?, third.small()?),
                (None, Some(year)) => year_last(year, first, second, reading),
                _ if second.before.is_none() => None,
                _ if first.value > 31 => {
                    year_first(first.short_year()?, second.small()?, third.small()?)
                }
                _ => year_last(third.short_year()?, first, second, reading),
            }
        }
        _ => None,
    }
}

fn year_and_month(first: Number, second: Number) -> Option<Date> {
    let is_joined = matches!(second.before, Some('.' | '/' | '-')) || second.is_spaced;
    if !is_joined || second.before == Some(APOSTROPHE) {
        return None;
    }
    if let Some(year) = second.year() {
        return Date::new(year, Some(first.small()?), None);
    }
    let year = first.year()?;
    let is_decimal = second.before == Some('.') && !second.is_spaced;
    if is_decimal && second.digits == 1 {
        // A program wrote the year as a decimal number: `2012.0`.
        return (second.value == 0)
            .then(|| Date::new(year, None, None))
            .flatten();
    }
    Date::new(year, Some(second.small()?), None)
}

/// `2010/11` and `2010/2011` are the year that begins in 2010.
fn season(numbers: &[Number]) -> Option<Point> {
    let &[first, second] = numbers else {
        return None;
    };
    let (year, next) = (first.year()?, u32::from(first.year()?) + 1);
    let is_next = match second.digits {
        2 => second.value == next % 100,
        _ => second.value == next,
    };
    let dates = || {
        Some((
            Date::new(year, None, None)?,
            Date::new(year + 1, None, None)?,
        ))
    };
    let is_season = second.before == Some('/') && is_next;
    is_season
        .then(dates)
        .flatten()
        .map(|(start, end)| Point::Span(start, end))
}

/// Zeros stand for an unknown month or day.
fn year_first(year: u16, second: u8, third: u8) -> Option<Date> {
    if third == 0 {
        return Date::new(year, Some(second).filter(|month| *month > 0), None);
    }
    let (month, day) = if second <= 12 {
        (second, third)
    } else {
        (third, second)
    };
    Date::new(year, Some(month), Some(day))
}

fn year_last(year: u16, first: Number, second: Number, reading: &Reading) -> Option<Date> {
    let (one, other) = (first.small()?, second.small()?);
    let day_first = Date::new(year, Some(other), Some(one));
    let month_first = Date::new(year, Some(one), Some(other));
    if day_first.or(month_first).is_some() {
        reading.used.set(true);
    }
    match reading.order {
        DateOrder::DayFirst => day_first,
        DateOrder::MonthFirst => {
            let is_conventional = second.before == Some('.') && day_first.is_some();
            month_first.filter(|_| reading.is_given || !is_conventional || day_first == month_first)
        }
    }
}
