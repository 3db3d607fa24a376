//! Elements and texts of an XML file, one after the other, with its faults repaired: the elements that are open
//! are always properly nested, and there are never more than a bounded number.

mod faults;
mod tag;

use super::place::Places;
use super::text;
use crate::finding::{Finding, Findings, Place};
use quick_xml::Reader;
use quick_xml::errors::Error;
use quick_xml::events::Event;
use std::borrow::Cow;
pub(crate) use tag::EXTENSION;
pub(super) use tag::{Kind, Tag};
use tag::{Prefixes, begins_name, first_word, has_bare_ampersand, is_known, is_text};

/// How deep elements are read; those of IATI are at most eight deep.
const MAX_DEPTH: usize = 64;

/// How often the text may be read again behind a fault, so that a text of faults takes linear time.
const MAX_REREADS: usize = 8;

/// A step through the file.
#[derive(Debug)]
pub(super) enum Step<'a> {
    /// An element begins and is open.
    Open(Tag<'a>),
    Text(Cow<'a, str>),
    /// One or more elements end.
    Close,
}

/// A file that is read forwards.
pub(super) struct Xml<'a, 'f> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    /// Where `reader` began.
    base: usize,
    /// Where the last event began.
    at: usize,
    /// The elements that are open.
    open: Vec<Tag<'a>>,
    /// How many more are open than are read.
    beyond: usize,
    /// A tag that ended others, and begins when they have been left.
    waiting: Option<Tag<'a>>,
    /// Whether the open element was written as `<a/>`.
    ends_at_once: bool,
    is_over: bool,
    prefixes: Prefixes<'a>,
    rereads: usize,
    places: Places<'a>,
    findings: &'f mut Findings,
}

impl<'a, 'f> Xml<'a, 'f> {
    pub(super) fn new(text: &'a str, findings: &'f mut Findings) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self {
            text,
            reader: reader(text),
            base: 0,
            at: 0,
            open: Vec::with_capacity(MAX_DEPTH),
            beyond: 0,
            waiting: None,
            ends_at_once: false,
            is_over: false,
            prefixes: Prefixes::default(),
            rereads: text.len().saturating_mul(MAX_REREADS),
            places: Places::new(text),
            findings,
        }
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Where the last step began, in bytes.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    /// The place where the last step began.
    pub(super) fn place(&mut self) -> Place {
        self.places.of(self.at)
    }

    /// The value of an attribute of the extension.
    pub(super) fn extension_attribute(&self, tag: &Tag<'a>, name: &str) -> Option<Cow<'a, str>> {
        let prefix = self.prefixes.extension?;
        tag.attribute(&[prefix, ":", name].concat())
    }

    pub(super) fn keeps(&self, code: &str) -> bool {
        self.findings.keeps(code)
    }

    pub(super) fn report(&mut self, finding: Finding) {
        self.findings.add(finding);
    }

    /// The next element, however deep. What is left of the one before is passed over.
    pub(super) fn element(&mut self) -> Option<Tag<'a>> {
        loop {
            if let Step::Open(tag) = self.step()? {
                return Some(tag);
            }
        }
    }

    /// The next element of IATI, or of the extension, within the one at a depth; `None` where that ends. What is
    /// left of the element before is passed over.
    pub(super) fn child(&mut self, depth: usize) -> Option<Tag<'a>> {
        while self.depth() >= depth {
            if let Step::Open(tag) = self.step()?
                && self.depth() == depth + 1
                && tag.kind != Kind::Foreign
            {
                return Some(tag);
            }
        }
        None
    }

    /// The whole text of the element that is open.
    pub(super) fn content(&mut self) -> Cow<'a, str> {
        let depth = self.depth();
        let mut content = Cow::Borrowed("");
        while self.depth() >= depth {
            match self.step() {
                None => break,
                Some(Step::Text(text)) => append(&mut content, text),
                // Markup of HTML that was not escaped.
                Some(Step::Open(Tag {
                    name: "p" | "br" | "div" | "li",
                    ..
                })) => append(&mut content, Cow::Borrowed("\n")),
                Some(_) => {}
            }
        }
        content
    }

    /// The next step; `None` at the end of the file.
    pub(super) fn step(&mut self) -> Option<Step<'a>> {
        if self.ends_at_once {
            self.ends_at_once = false;
            self.open.pop();
            return Some(Step::Close);
        }
        if let Some(tag) = self.waiting.take() {
            return Some(self.opened(tag));
        }
        while !self.is_over {
            let start = self.position_of_reader();
            let event = self.reader.read_event();
            let end = self.position_of_reader();
            self.at = start;
            let step = match event {
                Ok(Event::Start(_)) => self.begins(start, end, false),
                Ok(Event::Empty(_)) => self.begins(start, end, true),
                Ok(Event::End(_)) => self.ends(start, end),
                Ok(Event::Text(text)) => Some(Step::Text(self.plain(text.into_inner()))),
                Ok(Event::CData(text)) => Some(Step::Text(text.into_inner())),
                Ok(Event::GeneralRef(name)) => Some(Step::Text(self.reference(&name.into_inner()))),
                Ok(Event::Eof) => {
                    self.finish(start);
                    None
                }
                Ok(_) => None,
                Err(Error::IllFormed(_)) if end > start => None,
                Err(_) => {
                    self.broken(start);
                    None
                }
            };
            if step.is_some() && self.beyond == 0 {
                return step;
            }
        }
        None
    }

    fn position_of_reader(&self) -> usize {
        self.base
            .saturating_add(self.reader.buffer_position() as usize)
    }

    fn begins(&mut self, start: usize, end: usize, is_empty: bool) -> Option<Step<'a>> {
        let closing = if is_empty { 2 } else { 1 };
        let raw = self
            .text
            .get(start + 1..end.saturating_sub(closing))
            .unwrap_or_default();
        if !begins_name(raw) && self.reread(start, start + 1) {
            self.fault(
                "xml-bracket",
                "A “<” is not written as “&lt;”.",
                "Write it as “&lt;”; here it was read as text.",
            );
            return Some(Step::Text(Cow::Borrowed("<")));
        }
        if raw.contains('&') && has_bare_ampersand(raw) {
            self.ampersand();
        }
        let tag = Tag::new(raw, is_empty, &mut self.prefixes);
        let kept = self.kept_open(&tag);
        if kept < self.open.len() {
            self.unclosed(kept);
            self.open.truncate(kept);
            self.waiting = Some(tag);
            return Some(Step::Close);
        }
        if self.open.len() >= MAX_DEPTH {
            self.beyond += usize::from(!is_empty);
            return None;
        }
        Some(self.opened(tag))
    }

    fn opened(&mut self, tag: Tag<'a>) -> Step<'a> {
        self.open.push(tag);
        self.ends_at_once = tag.is_empty;
        Step::Open(tag)
    }

    /// How many of the open elements stay open when a tag begins: those of IATI that cannot contain it lack
    /// their end.
    fn kept_open(&self, tag: &Tag<'a>) -> usize {
        let all = self.open.len();
        if tag.kind != Kind::Iati {
            return all;
        }
        if tag.name == "iati-activity" {
            let mut open = self.open.iter();
            let activity = open.position(|open| open.name == "iati-activity");
            return activity.unwrap_or(all);
        }
        if !self.open.last().is_some_and(|open| is_text(open.name)) || !is_known(tag.name) {
            return all;
        }
        let texts = self.open.iter().rev().take_while(|open| {
            is_text(open.name) && (tag.name != "narrative" || open.name == "narrative")
        });
        all - texts.count()
    }

    fn ends(&mut self, start: usize, end: usize) -> Option<Step<'a>> {
        if self.beyond > 0 {
            self.beyond -= 1;
            return None;
        }
        let raw = self
            .text
            .get(start + 2..end.saturating_sub(1))
            .unwrap_or_default();
        let name = first_word(raw);
        let Some(at) = self.open.iter().rposition(|open| open.written == name) else {
            let message = format!("</{}> ends an element that is not open.", text::start(name));
            self.fault(
                "xml-end-tag",
                message,
                "Remove it, or add the tag that begins the element.",
            );
            return None;
        };
        if at + 1 < self.open.len() {
            self.unclosed(at + 1);
        }
        self.open.truncate(at);
        Some(Step::Close)
    }
}

fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    config.check_end_names = false;
    reader
}

/// Adds a text to the end of another, which is copied only if it is not empty.
pub(super) fn append<'a>(content: &mut Cow<'a, str>, text: Cow<'a, str>) {
    if content.is_empty() {
        *content = text;
    } else {
        content.to_mut().push_str(&text);
    }
}
