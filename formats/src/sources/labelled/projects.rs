//! Where each project begins.

use super::events::{Event, Events, Look, What};
use super::label;
use super::vocabulary::Kind;

/// Where a project begins; it ends where the next one does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Start {
    /// The position of its first event.
    pub(super) at: u32,
    /// How many events are its heading.
    pub(super) heading: u8,
}

/// The longest heading, in bytes and in lines.
const MAX_HEADING: usize = 400;
const MAX_HEADING_LINES: usize = 3;
/// The length from which a line is full, so that the next one continues it.
pub(super) const FULL_LINE: usize = 50;

/// A place where a project can begin.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    at: usize,
    lines: u8,
    rank: u8,
    number: Option<u32>,
    strength: Strength,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    /// It can also be the value of the label before it.
    Weak,
    Heading,
    /// A heading before the label with which the first project begins.
    BeforeLead,
    /// A heading that looks like the first project's.
    Alike,
}

/// How the projects of a text begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// With headings.
    Headings,
    /// With labels, of which one is the title.
    Titles,
    /// With labels.
    Labels,
}

struct Splitter<'a> {
    events: &'a Events,
    starts: Vec<Start>,
    mode: Mode,
    lead: u16,
    /// For each label one more than the last position; 0 for none.
    last: Vec<usize>,
    /// For each label its position in the first project.
    order: Vec<usize>,
    title_order: usize,
    start: usize,
    last_label: usize,
    /// The last candidate of each strength.
    candidates: [Option<Candidate>; 4],
    /// The last candidate since the last label.
    gap: Option<Candidate>,
    first: Option<Candidate>,
    number: u32,
    after_rule: bool,
    /// Whether the lines belong to a paragraph that began after a blank line.
    in_paragraph: bool,
}

/// Finds the projects. Empty if there is no label.
pub(super) fn split(events: &Events) -> Vec<Start> {
    let mut splitter = Splitter {
        events,
        starts: Vec::new(),
        mode: Mode::Labels,
        lead: 0,
        last: vec![0; events.keys.len()],
        order: vec![usize::MAX; events.keys.len()],
        title_order: usize::MAX,
        start: 0,
        last_label: 0,
        candidates: [None; 4],
        gap: None,
        first: None,
        number: 0,
        after_rule: false,
        in_paragraph: false,
    };
    for (at, event) in events.list.iter().enumerate() {
        match event.what {
            What::Rule => splitter.after_rule = true,
            What::Text(look) => {
                let goes_on = splitter.in_paragraph && !look.after_blank && look.rank == 0;
                if !goes_on {
                    splitter.gap = splitter.heading(at, look).or(splitter.gap);
                }
                splitter.in_paragraph |= look.after_blank;
                splitter.after_rule = false;
            }
            What::Label(key) => {
                splitter.label(at, key);
                splitter.after_rule = false;
                splitter.in_paragraph = false;
            }
        }
    }
    splitter.starts
}

impl Splitter<'_> {
    fn label(&mut self, at: usize, key: u16) {
        let mut gap = self.gap.take();
        if self.starts.is_empty() {
            self.begin(at, key, gap);
        } else {
            if gap.is_none() {
                gap = self.unlike_label(at);
            }
            if let Some(gap) = &mut gap {
                if gap.strength == Strength::Heading && key == self.lead {
                    gap.strength = Strength::BeforeLead;
                }
                if let Some(slot) = self.candidates.get_mut(gap.strength as usize) {
                    *slot = Some(*gap);
                }
            }
            if let Some(boundary) = self.boundary(at, key, gap) {
                self.push(boundary);
            }
        }
        let label = usize::from(key);
        if self.starts.len() == 1
            && let Some(order) = self.order.get_mut(label)
            && *order == usize::MAX
        {
            *order = at;
            if self.events.kind_at(at) == Some(Kind::Title) {
                self.title_order = self.title_order.min(at);
            }
        }
        if let Some(last) = self.last.get_mut(label) {
            *last = at + 1;
        }
        self.last_label = at;
    }

    /// Begins the first project.
    fn begin(&mut self, at: usize, key: u16, gap: Option<Candidate>) {
        self.lead = key;
        let count = |is: &dyn Fn(usize) -> bool| {
            let keys = self.events.keys.iter().enumerate();
            keys.filter(|(key, _)| is(*key))
                .map(|(_, key)| key.count)
                .sum::<usize>()
        };
        let kind = |key: usize| self.events.keys.get(key).map(|key| key.kind);
        let titles = count(&|key| kind(key) == Some(Kind::Title));
        let leads = count(&|it| it == usize::from(key));
        let gap = gap.or_else(|| self.any_text_before(at));
        let here = Self::here(at);
        self.mode = if titles > 0 && titles * 2 >= leads {
            Mode::Titles
        } else if gap.is_some() {
            Mode::Headings
        } else {
            Mode::Labels
        };
        let start = gap.filter(|_| self.mode == Mode::Headings).unwrap_or(here);
        self.first = Some(start);
        self.push(start);
    }

    fn push(&mut self, candidate: Candidate) {
        self.starts.push(Start {
            at: candidate.at as u32,
            heading: candidate.lines,
        });
        self.start = candidate.at;
        self.number = candidate.number.unwrap_or(self.number);
    }

    /// A project that begins at an event, without a heading.
    fn here(at: usize) -> Candidate {
        Candidate {
            at,
            lines: 0,
            rank: 0,
            number: None,
            strength: Strength::Weak,
        }
    }

    /// Where the project begins to which a label belongs, if it is another one.
    fn boundary(&self, at: usize, key: u16, gap: Option<Candidate>) -> Option<Candidate> {
        let has_labels = self.last_label >= self.start;
        if self.mode == Mode::Headings
            && has_labels
            && let Some(gap) = gap
            && gap.strength == Strength::Alike
        {
            return Some(gap);
        }
        let last = self.last.get(usize::from(key))?.checked_sub(1)?;
        if last < self.start {
            return None;
        }
        let is_next = last == self.last_label;
        let kind = self.events.kind_at(at);
        match self.mode {
            Mode::Titles if kind == Some(Kind::Title) => {
                let value = self
                    .events
                    .list
                    .get(last)
                    .map_or("", |it| self.events.text(it));
                (!is_next || !value.is_empty() || last + 1 < at).then(|| Self::here(at))
            }
            Mode::Titles => {
                let order = self.order.get(usize::from(key)).copied()?;
                (!is_next && order <= self.title_order).then(|| Self::here(at))
            }
            Mode::Labels => (!is_next).then(|| Self::here(at)),
            Mode::Headings => {
                let candidates = self.candidates.iter().rev().flatten();
                let mut candidates = candidates.filter(|it| it.at > last);
                let best = candidates.next();
                let best = best.filter(|it| it.strength > Strength::Weak || key == self.lead);
                let here = || (key == self.lead && !is_next).then(|| Self::here(at));
                best.copied().or_else(here)
            }
        }
    }

    /// The heading that begins at a line.
    fn heading(&self, at: usize, look: Look) -> Option<Candidate> {
        let list = &self.events.list;
        let before = at.checked_sub(1).and_then(|at| list.get(at));
        let mut strength = Strength::Heading;
        let mut is_paragraph = look.after_blank || look.rank > 0;
        match before.map(|event| (event, event.what)) {
            None | Some((_, What::Rule)) => is_paragraph = true,
            Some((label, What::Label(key))) => {
                if self.events.text(label).is_empty() {
                    strength = Strength::Weak;
                } else if !look.after_blank && self.events.key(key)?.kind.is_long() {
                    return self.after_sentence(at, label);
                }
            }
            Some((text, What::Text(_))) if !is_paragraph => {
                let kind = self.events.kind_at(self.last_label);
                if kind.is_none_or(Kind::is_long) {
                    return self.after_sentence(at, text);
                }
            }
            Some(_) => {}
        }
        let whole = if is_paragraph {
            self.paragraph(at)
        } else {
            Some(1)
        };
        whole
            .and_then(|lines| {
                let (first, lines) = self.joined(at, lines);
                self.candidate(first, lines, look, strength)
            })
            .or_else(|| {
                // A line above the sentences that describe the project.
                let next = self.events.list.get(at + 1)?;
                let is_above = self.events.text(next).starts_with(char::is_uppercase);
                is_above
                    .then(|| self.candidate(at, 1, look, strength))
                    .flatten()
            })
    }

    /// A heading without a blank line before it, where the text before it ends a sentence.
    fn after_sentence(&self, at: usize, before: &Event) -> Option<Candidate> {
        let What::Text(look) = self.events.list.get(at)?.what else {
            return None;
        };
        let ends = self.events.text(before).ends_with(['.', '!', '?']);
        ends.then(|| self.candidate(at, 1, look, Strength::Heading))
            .flatten()
    }

    /// How many lines the paragraph has that begins here; `None` if they are too many.
    fn paragraph(&self, at: usize) -> Option<usize> {
        let rest = self.events.list.get(at + 1..)?.iter();
        let more = rest.take(MAX_HEADING_LINES).take_while(|event| {
            matches!(event.what, What::Text(look) if !look.after_blank && !look.has_bullet && look.rank == 0)
        });
        let lines = more.count() + 1;
        (lines <= MAX_HEADING_LINES).then_some(lines)
    }

    /// The lines at the end of a paragraph that are one wrapped heading: their first event and their number.
    fn joined(&self, at: usize, lines: usize) -> (usize, usize) {
        let text = |at: usize| {
            self.events
                .list
                .get(at)
                .map_or("", |it| self.events.text(it))
        };
        let last = at + lines - 1;
        let mut first = last;
        while first > at {
            let goes_on = text(first).starts_with(char::is_lowercase);
            if !goes_on && text(first - 1).len() < FULL_LINE {
                break;
            }
            first -= 1;
        }
        (first, last + 1 - first)
    }

    fn candidate(
        &self,
        at: usize,
        lines: usize,
        look: Look,
        strength: Strength,
    ) -> Option<Candidate> {
        let last = self.events.list.get(at + lines - 1)?;
        let first = self.events.text(self.events.list.get(at)?);
        let length: usize = self
            .events
            .list
            .get(at..at + lines)?
            .iter()
            .map(|it| self.events.text(it).len())
            .sum();
        let number = numbered(first).map(|(number, _)| number);
        let is_heading =
            !look.has_bullet && length <= MAX_HEADING && is_title(first, self.events.text(last));
        if !is_heading {
            return None;
        }
        let mut candidate = Candidate {
            at,
            lines: lines as u8,
            rank: look.rank,
            number,
            strength,
        };
        if let Some(like) = self.first {
            // Smaller headings are within a project.
            if like.rank > 0 && look.rank > like.rank {
                return None;
            }
            let is_alike = like.rank > 0 && look.rank == like.rank;
            let is_next = like.number.is_some() && number == Some(self.number + 1);
            if is_alike || is_next || (self.after_rule && strength > Strength::Weak) {
                candidate.strength = Strength::Alike;
            }
        }
        Some(candidate)
    }

    /// The line before the first label, if nothing there looks like a heading.
    fn any_text_before(&self, at: usize) -> Option<Candidate> {
        let before = at.checked_sub(1)?;
        let event = self.events.list.get(before)?;
        let is_short = self.events.text(event).len() <= MAX_HEADING / 2;
        let is_text = matches!(event.what, What::Text(look) if !look.has_bullet);
        (is_text && is_short).then(|| Candidate {
            lines: 1,
            ..Self::here(before)
        })
    }

    /// A title with a colon, as in “AGIRE: Austria and Greece”, that was taken for a label.
    fn unlike_label(&self, at: usize) -> Option<Candidate> {
        let before = at.checked_sub(1)?;
        let What::Label(key) = self.events.list.get(before)?.what else {
            return None;
        };
        let key = self.events.key(key)?;
        (key.concept.is_none() && key.count == 1).then(|| Candidate {
            lines: 1,
            strength: Strength::Heading,
            ..Self::here(before)
        })
    }
}

/// The number before a heading, as in “2. Wells”, and where the heading begins.
pub(super) fn numbered(text: &str) -> Option<(u32, usize)> {
    let start = label::enumerator(text)?;
    let number = text.trim_start_matches('(');
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let is_whole = !number
        .get(digits..)?
        .trim_start_matches('.')
        .starts_with(|it: char| it.is_ascii_digit());
    let number = number.get(..digits)?.parse().ok()?;
    is_whole.then_some((number, start))
}

/// Whether lines can be a heading.
pub(super) fn is_title(first: &str, last: &str) -> bool {
    let begins = first.chars().find(|it| it.is_alphanumeric());
    begins.is_some_and(|it| !it.is_lowercase())
        && !last.ends_with([';', ',', ':'])
        && !ends_sentence(last)
        && !first.starts_with("http")
        && !first.starts_with('©')
}

/// Whether a text ends with a full stop that is not that of an abbreviation.
pub(super) fn ends_sentence(text: &str) -> bool {
    if text.ends_with(['!', '?', '…']) {
        return text.len() > 2 * FULL_LINE;
    }
    let Some(before) = text.strip_suffix('.') else {
        return false;
    };
    let word = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let short = [
        "inc", "ltd", "co", "corp", "etc", "st", "dept", "assoc", "bros", "jr", "no",
    ];
    !word.contains('.') && !short.contains(&word.to_lowercase().as_str())
}
