//! What the values of a column say about it.

use super::cells::{is_address, is_numeric, stated};
use super::rows::Table;
use crate::grid::Cell;
use crate::values::{amount, country, date, status};
use std::borrow::Cow;
use std::collections::HashSet;

/// How many rows are looked at.
const SAMPLED: usize = 2_000;
/// How many different values of a column are compared with countries and other words.
const COMPARED: usize = 60;
/// The longest text that is compared, in bytes: lists of countries are long.
const MAX_COMPARED: usize = 300;

/// The values of a column, counted in a sample of the rows.
#[derive(Debug, Default)]
pub(super) struct Evidence<'a> {
    /// The rows with a value.
    pub(super) filled: usize,
    different: HashSet<Cow<'a, str>>,
    numbers: usize,
    percentages: usize,
    years: usize,
    addresses: usize,
    mail_addresses: usize,
    /// Texts of one word that contain a digit.
    codes: usize,
    /// Numbers that count the rows.
    counting: usize,
    dates: usize,
    bytes: usize,
    /// Numbers that can be degrees.
    degrees: usize,
    compared: usize,
    countries: usize,
    country_codes: usize,
    dates_compared: usize,
    dates_found: usize,
    statuses: usize,
}

impl<'a> Evidence<'a> {
    /// Looks at the values of every column.
    pub(super) fn of(table: &'a Table) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        all.resize_with(table.columns.len(), Self::default);
        let step = table.rows.len().div_ceil(SAMPLED).max(1);
        // Rows with one value may be headings of sections.
        let has_whole = table.rows.iter().any(|row| !row.is_single);
        let rows = table.rows.iter().filter(|row| !row.is_single || !has_whole);
        for row in rows.step_by(step) {
            for (column, cell) in table.cells(*row) {
                if let Some(evidence) = all.get_mut(column) {
                    evidence.see(cell);
                }
            }
        }
        for (evidence, column) in all.iter_mut().zip(&table.columns) {
            evidence.compare(column.has_codes());
        }
        all
    }

    fn see(&mut self, cell: Cell<'a>) {
        let Some(text) = stated(cell) else { return };
        self.filled += 1;
        self.bytes += text.len();
        let is_word = !text.contains(char::is_whitespace);
        match cell {
            Cell::Date(_) => self.dates += 1,
            _ if text.ends_with('%') => self.percentages += 1,
            Cell::Number(_) => self.see_number(&text),
            _ if is_numeric(&text) => self.see_number(&text),
            _ if is_address(&text) => self.addresses += 1,
            _ if is_word && text.contains('@') => self.mail_addresses += 1,
            _ => {}
        }
        if is_word && text.bytes().any(|byte| byte.is_ascii_digit()) {
            self.codes += 1;
        }
        self.different.insert(text);
    }

    fn see_number(&mut self, text: &str) {
        self.numbers += 1;
        let year = text.parse::<u16>();
        self.years +=
            usize::from(text.len() == 4 && year.is_ok_and(|it| (1900..2100).contains(&it)));
        if let Ok(number) = text.trim_end_matches('.').parse::<usize>() {
            self.counting += usize::from(number == self.filled);
        }
        self.degrees += usize::from(amount::coordinate(text).is_some());
    }

    /// Compares different values with what they could be. The order is that of the texts: the same each time.
    fn compare(&mut self, has_codes: bool) {
        let mut texts: Vec<&Cow<str>> = self.different.iter().collect();
        texts.sort_unstable();
        let step = texts.len().div_ceil(COMPARED).max(1);
        let texts = texts
            .into_iter()
            .step_by(step)
            .filter(|it| it.len() <= MAX_COMPARED);
        let (mut compared, mut countries, mut codes, mut dates, mut statuses) = (0, 0, 0, 0, 0);
        for text in texts {
            compared += 1;
            let parts = match (is_numeric(text), has_codes) {
                (true, _) => Vec::new(),
                (false, true) => country::parse_code_list(text),
                (false, false) => country::parse_list(text),
            };
            let named = parts
                .iter()
                .filter(|(_, written)| written.is_some())
                .count();
            if named > 0 && named * 2 >= parts.len() {
                countries += 1;
                codes += usize::from(
                    text.split([',', ';', ' ', '|'])
                        .all(|it| it.trim().len() <= 3),
                );
            }
            dates += usize::from(date::parse(text, None).is_some());
            statuses += usize::from(!is_numeric(text) && status::parse(text).is_some());
        }
        self.compared = compared;
        self.countries = countries;
        self.country_codes = codes;
        self.dates_compared = compared;
        self.dates_found = dates;
        self.statuses = statuses;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.filled == 0
    }

    fn share(&self, count: usize) -> f32 {
        count as f32 / self.filled.max(1) as f32
    }

    fn share_of_compared(&self, count: usize) -> f32 {
        count as f32 / self.compared.max(1) as f32
    }

    pub(super) fn numbers(&self) -> f32 {
        self.share(self.numbers)
    }

    /// Numbers and percentages.
    pub(super) fn percentages(&self) -> f32 {
        self.share(self.percentages)
    }

    pub(super) fn years(&self) -> f32 {
        self.share(self.years)
    }

    pub(super) fn addresses(&self) -> f32 {
        self.share(self.addresses)
    }

    pub(super) fn mail_addresses(&self) -> f32 {
        self.share(self.mail_addresses)
    }

    pub(super) fn codes(&self) -> f32 {
        self.share(self.codes)
    }

    /// Whether the values number the rows.
    pub(super) fn is_counting(&self) -> bool {
        self.filled > 1 && self.share(self.counting) > 0.9
    }

    pub(super) fn dates(&self) -> f32 {
        self.share(self.dates)
            .max(self.share_of_compared(self.dates_found))
    }

    pub(super) fn countries(&self) -> f32 {
        self.share_of_compared(self.countries)
    }

    /// Whether the countries are all written as codes, which other short words may look like.
    pub(super) fn has_only_codes(&self) -> bool {
        self.country_codes == self.countries
    }

    pub(super) fn statuses(&self) -> f32 {
        self.share_of_compared(self.statuses)
    }

    /// The share of values that are different.
    pub(super) fn different(&self) -> f32 {
        self.share(self.different.len())
    }

    pub(super) fn is_repeating(&self) -> bool {
        self.different.len() < self.filled
    }

    pub(super) fn count_of_different(&self) -> usize {
        self.different.len()
    }

    pub(super) fn mean_length(&self) -> usize {
        self.bytes / self.filled.max(1)
    }

    /// Whether there are numbers, and most are no degrees of a latitude or a longitude.
    pub(super) fn is_beyond_degrees(&self) -> bool {
        self.degrees * 2 < self.numbers
    }

    /// The share of values that are words.
    pub(super) fn texts(&self) -> f32 {
        1.0 - self.share(self.numbers + self.percentages + self.addresses + self.dates)
    }

    /// The different texts, in the same order each time.
    pub(super) fn texts_in_order(&self) -> Vec<&str> {
        let mut texts: Vec<&str> = self.different.iter().map(|it| &**it).collect();
        texts.sort_unstable();
        texts
    }

    /// The largest amount, in whole units.
    pub(super) fn largest_amount(&self) -> i64 {
        let amounts = self
            .different
            .iter()
            .take(SAMPLED)
            .filter_map(|it| amount::parse(it, None));
        let hundredths = amounts.map(|it| it.amount.hundredths().saturating_abs());
        hundredths.max().unwrap_or(0) / 100
    }
}
