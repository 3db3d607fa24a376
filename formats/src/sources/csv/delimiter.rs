//! Which character stands between the values of a text.

use super::tokenizer::{Quoting, Tokenizer};
use std::collections::BTreeMap;

/// The characters that are tried.
pub(super) const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// How many rows, and how many bytes of them, show the delimiter.
const MAX_ROWS: usize = 200;
const MAX_BYTES: usize = 1 << 16;

/// The share of delimiters before a blank beyond which a text may be running text.
const BLANKS: f64 = 0.7;

/// How the rows of a text look when it is split at a delimiter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    pub(crate) delimiter: char,
    /// The most usual number of values in a row that has more than one.
    width: usize,
    /// The share of rows that have as many.
    share: f64,
    /// The share of delimiters with a blank behind them, as in sentences.
    before_blank: f64,
    /// The share of delimiters between digits, as in decimal numbers.
    between_digits: f64,
    /// Whether the first row with several values has that number of them, and four or more.
    begins_wide: bool,
    /// Whether lines end like sentences.
    has_sentences: bool,
    /// Whether the first values look like labels of the second ones.
    is_labelled: bool,
}

impl Shape {
    /// Whether the text is a table, and no running text or list of labels.
    pub(crate) fn is_table(self) -> bool {
        let is_prose = self.before_blank > BLANKS
            && self.delimiter != '\t'
            && self.width < 6
            && (self.share < 0.9 || self.has_sentences);
        // Under wide headings, rows may be broken.
        let share = if self.begins_wide { 0.3 } else { 0.6 };
        self.width > 1 && self.share >= share && !is_prose && !self.is_labelled
    }

    fn score(self) -> f64 {
        let mut score = self.share * self.share * (self.width as f64).ln();
        if self.before_blank > BLANKS {
            score *= 0.5;
        }
        if self.between_digits > 0.5 {
            score *= 0.3;
        }
        // Tabs are in no running text.
        if self.delimiter == '\t' {
            score *= 1.5;
        }
        score
    }
}

/// The delimiter by which the rows of a text are most alike.
pub(crate) fn best(text: &str) -> Option<Shape> {
    let sample = sample(text);
    let shapes = DELIMITERS.into_iter().filter_map(|it| shape(sample, it));
    shapes.max_by(|a, b| a.score().total_cmp(&b.score()))
}

/// The whole lines at the beginning of a text.
fn sample(text: &str) -> &str {
    let mut end = text.len().min(MAX_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let start = text.get(..end).unwrap_or(text);
    match start.rfind(['\n', '\r']).filter(|_| end < text.len()) {
        Some(last) => start.get(..last).unwrap_or(start),
        None => start,
    }
}

fn shape(text: &str, delimiter: char) -> Option<Shape> {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    let mut faults = 0;
    let mut firsts: Vec<String> = Vec::new();
    let (mut width, mut has_value) = (0, false);
    let mut first_width = 1;
    let mut tokenizer = Tokenizer::new(text, delimiter);
    while let Some(field) = tokenizer.next() {
        faults += usize::from(matches!(field.quoting, Quoting::Odd | Quoting::Unclosed));
        if width == 0 {
            firsts.push(field.text.trim().chars().take(60).collect());
        }
        width += 1;
        has_value |= !field.text.trim().is_empty();
        if field.ends_row {
            if has_value {
                *widths.entry(width).or_default() += 1;
                if first_width == 1 {
                    first_width = width;
                }
            }
            (width, has_value) = (0, false);
            if firsts.len() >= MAX_ROWS {
                break;
            }
        }
    }
    let single = widths.remove(&1).unwrap_or(0);
    let several: usize = widths.values().sum();
    let (width, rows) = widths
        .into_iter()
        .max_by_key(|(width, rows)| (*rows, *width))?;
    // Titles, sections and notes are rows of one value in a table, too.
    let others = (several - rows) as f64 + single as f64 * 0.7 + faults as f64;
    let (before_blank, between_digits) = surroundings(text, delimiter);
    Some(Shape {
        delimiter,
        width,
        share: rows as f64 / (rows as f64 + others),
        before_blank,
        between_digits,
        begins_wide: width >= 4 && first_width == width,
        has_sentences: has_sentences(text),
        is_labelled: width == 2 && are_labels(&firsts),
    })
}

fn has_sentences(text: &str) -> bool {
    let lines = text.lines().map(str::trim_end).filter(|it| !it.is_empty());
    let (all, sentences) = lines.fold((0, 0), |(all, sentences), line| {
        (
            all + 1,
            sentences + i32::from(line.ends_with(['.', ':', '!', '?'])),
        )
    });
    sentences * 3 > all
}

/// Of the delimiters of a text, the share before a blank, and the share between digits.
fn surroundings(text: &str, delimiter: char) -> (f64, f64) {
    let bytes = text.as_bytes();
    let (mut all, mut blank, mut digits) = (0, 0, 0);
    for (at, _) in text.match_indices(delimiter) {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at)).copied();
        let after = bytes.get(at + 1).copied();
        let is_digit = |it: Option<u8>| it.is_some_and(|it| it.is_ascii_digit());
        all += 1;
        blank += i32::from(after == Some(b' '));
        digits += i32::from(is_digit(before) && is_digit(after));
    }
    let share = |part: i32| f64::from(part) / f64::from(all.max(1));
    (share(blank), share(digits))
}

/// Whether the first values of rows are labels: they end with a colon, or all return in the next record.
fn are_labels(firsts: &[String]) -> bool {
    let firsts: Vec<&String> = firsts.iter().filter(|it| !it.is_empty()).collect();
    let colons = firsts.iter().filter(|it| it.ends_with(':')).count();
    if colons * 2 > firsts.len() {
        return true;
    }
    let Some(period) = firsts
        .iter()
        .skip(1)
        .position(|it| Some(it) == firsts.first())
    else {
        return false;
    };
    let period = period + 1;
    let pairs = firsts.iter().zip(firsts.iter().skip(period));
    let (same, all) = pairs.fold((0, 0), |(same, all), (a, b)| {
        (same + usize::from(a == b), all + 1)
    });
    period > 1 && same * 10 >= all * 8
}
