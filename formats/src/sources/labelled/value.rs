//! Joins the lines of a value.

use super::projects::ends_sentence;
use super::vocabulary::Kind;

/// A value of several lines.
#[derive(Debug, Default)]
pub(super) struct Value {
    text: String,
    /// Where the last line begins in `text`.
    last: usize,
    pub(super) line: u32,
    pub(super) character: u32,
}

/// How many bytes of a line decide what continues it.
const MAX_TAIL: usize = 300;

/// A line of a value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) after_blank: bool,
    pub(super) has_bullet: bool,
    pub(super) line: u32,
    pub(super) character: u32,
}

impl Value {
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Adds a line: a paragraph, an item of a list, or the rest of a line that was wrapped.
    pub(super) fn push(&mut self, piece: Piece<'_>, kind: Kind) {
        let Piece {
            text,
            after_blank,
            has_bullet,
            ..
        } = piece;
        if text.is_empty() {
            return;
        }
        if self.text.is_empty() {
            (self.line, self.character) = (piece.line, piece.character);
        } else {
            // The last line can be long, and is looked at with every line that continues it.
            let tail = self.text.len().saturating_sub(MAX_TAIL);
            let tail = self.text.ceil_char_boundary(tail.max(self.last));
            let last = self.text.get(tail..).unwrap_or_default();
            let joint = if has_bullet {
                let begins_list = kind.is_long() && !last.starts_with("- ") && after_blank;
                if begins_list { "\n\n" } else { "\n" }
            } else if after_blank {
                if kind.is_long() { "\n\n" } else { "\n" }
            } else {
                continuation(last, text, kind).unwrap_or("\n")
            };
            self.text.push_str(joint);
            if joint.ends_with('\n') {
                self.last = self.text.len();
            }
        }
        if has_bullet {
            self.text.push_str("- ");
        }
        self.text.push_str(text);
    }

    /// Adds a line that continues the last one.
    pub(super) fn push_wrapped(&mut self, piece: Piece<'_>) {
        if self.text.is_empty() {
            (self.line, self.character) = (piece.line, piece.character);
        } else {
            self.text.push(' ');
        }
        self.text.push_str(piece.text);
    }

    /// The whole value, and what was repaired in it.
    pub(super) fn finish(mut self, kind: Kind) -> (String, Option<Repair>) {
        let end = self.text.trim_end().len();
        self.text.truncate(end);
        if kind == Kind::Period
            && let Some(period) = with_dash(&self.text)
        {
            return (period, Some(Repair::Dash));
        }
        if !kind.is_list() {
            return (self.text, None);
        }
        if ends_sentence(&self.text) {
            self.text.pop();
        }
        let is_open = has_open_bracket(&self.text);
        if is_open {
            self.text.push(')');
        }
        (self.text, is_open.then_some(Repair::Bracket))
    }
}

/// What copying had lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Repair {
    /// The bracket at the end.
    Bracket,
    /// The dash between two dates.
    Dash,
}

/// The longest period, in bytes.
const MAX_PERIOD: usize = 100;

/// A period with the dash that it had lost: `September 2010June 2012`, `20062009`.
fn with_dash(text: &str) -> Option<String> {
    if text.len() > MAX_PERIOD {
        return None;
    }
    let digits = text
        .bytes()
        .enumerate()
        .filter(|(_, byte)| byte.is_ascii_digit());
    let mut starts = digits.map(|(at, _)| at).filter(|at| {
        let before = text.get(..*at).unwrap_or_default();
        !before.ends_with(|it: char| it.is_ascii_digit())
    });
    let is_year = |text: Option<&str>| {
        let year = text.and_then(|it| it.parse::<u32>().ok());
        year.is_some_and(|year| (1900..2100).contains(&year))
    };
    let at = starts.find_map(|start| {
        let end = start + 4;
        let after = text.get(end..)?;
        let run = after.bytes().take_while(u8::is_ascii_digit).count();
        let is_joined = match run {
            0 => {
                after.starts_with(char::is_alphabetic)
                    && after.contains(|it: char| it.is_ascii_digit())
            }
            4 => is_year(after.get(..4)) && after.get(..4) >= text.get(start..end),
            _ => false,
        };
        (is_joined && is_year(text.get(start..end))).then_some(end)
    })?;
    let (one, other) = text.split_at_checked(at)?;
    Some([one, " – ", other].concat())
}

/// Whether the last bracket is never closed.
pub(super) fn has_open_bracket(text: &str) -> bool {
    match (text.rfind('('), text.rfind(')')) {
        (Some(open), Some(close)) => open > close,
        (open, _) => open.is_some(),
    }
}

/// The length from which a line of prose goes on in the next one, if no sentence ends.
const FULL_VALUE: usize = 40;

/// Words after which a name goes on.
const CONNECTORS: [&str; 32] = [
    "and", "or", "of", "for", "the", "in", "et", "ou", "de", "du", "des", "la", "le", "les",
    "pour", "y", "e", "o", "del", "para", "und", "oder", "für", "der", "die", "i", "per", "di",
    "della", "en", "van", "&",
];

/// What joins a line to the line that it continues; `None` if it is another line.
fn continuation(last: &str, next: &str, kind: Kind) -> Option<&'static str> {
    let is_lower = next.starts_with(char::is_lowercase);
    let mut ending = last.chars().rev();
    if is_lower && ending.next() == Some('-') && ending.next().is_some_and(char::is_alphabetic) {
        return Some("");
    }
    let word = last.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_full = kind == Kind::Prose && last.len() >= FULL_VALUE && !last.ends_with(':');
    let goes_on = is_lower
        || is_full
        || next.starts_with([',', ';', ')'])
        || last.ends_with([',', ';'])
        || (last.len() > word.len() && CONNECTORS.contains(&word))
        || (kind.is_list() && has_open_bracket(last));
    goes_on.then_some(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &[&str], kind: Kind) -> String {
        let mut value = Value::default();
        let mut after_blank = false;
        for line in lines {
            if line.is_empty() {
                after_blank = true;
                continue;
            }
            let text = line.trim_start_matches("* ");
            let piece = Piece {
                text,
                after_blank: std::mem::take(&mut after_blank),
                has_bullet: text.len() < line.len(),
                line: 1,
                character: 1,
            };
            value.push(piece, kind);
        }
        value.finish(kind).0
    }

    #[test]
    fn wrapped_lines_are_joined_and_items_stay_apart() {
        for (lines, kind, expected) in [
            (&["A, B and", "C"][..], Kind::List, "A, B and C"),
            (
                &["Ministry A", "Ministry B"],
                Kind::List,
                "Ministry A\nMinistry B",
            ),
            (
                &["Ministry of", "Labour (a", "B c)"],
                Kind::List,
                "Ministry of Labour (a B c)",
            ),
            (&["A", "", "B"], Kind::List, "A\nB"),
            (&["One.", "", "Two."], Kind::Prose, "One.\n\nTwo."),
            (
                &["To:", "", "* train", "* publish", "", "Then."],
                Kind::Prose,
                "To:\n\n- train\n- publish\n\nThen.",
            ),
            (&["trans-", "national"], Kind::Prose, "trans-national"),
            (&["Fund A; Fund C."], Kind::List, "Fund A; Fund C"),
            (&["Stadtwerke e.V."], Kind::List, "Stadtwerke e.V."),
            (&["Fund (SEF – x"], Kind::List, "Fund (SEF – x)"),
            (
                &["September 2010June 2012"],
                Kind::Period,
                "September 2010 – June 2012",
            ),
            (&["20062009"], Kind::Period, "2006 – 2009"),
            (&["20090930"], Kind::Period, "20090930"),
            (&["May 2010 to 2012"], Kind::Period, "May 2010 to 2012"),
        ] {
            assert_eq!(joined(lines, kind), expected);
        }
    }
}
