//! Elements and texts of an XML file, one after the other, with its faults repaired: the elements that are open
//! are always properly nested, and there are never more than a bounded number.

use super::entities::{character, decoded};
use super::place::Places;
use crate::finding::{Finding, Findings, Place, Severity};
use quick_xml::Reader;
use quick_xml::errors::Error;
use quick_xml::events::Event;
use quick_xml::events::attributes::Attributes;
use std::borrow::Cow;

/// How deep elements are read; those of IATI are at most eight deep.
const MAX_DEPTH: usize = 64;

/// How often the text may be read again behind a fault, so that a text of faults takes linear time.
const MAX_REREADS: usize = 8;

/// The namespace of what IATI has no place for; see [`extension`](super::extension).
pub(crate) const EXTENSION: &str = "urn:project-atlas:portfolio";

/// The beginning of an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'a> {
    /// The name without a prefix.
    pub(super) name: &'a str,
    pub(super) kind: Kind,
    /// What stands between `<` and `>`.
    raw: &'a str,
    /// The name as it is written.
    written: &'a str,
    is_empty: bool,
}

/// Whose element it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Iati,
    Extension,
    Foreign,
}

impl<'a> Tag<'a> {
    /// The value of an attribute, without blanks around it; `None` if it is empty or missing.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        let mut attributes = Attributes::html(self.raw, self.written.len());
        let mut attributes = attributes.with_checks(false).flatten();
        let attribute = attributes.find(|it| it.key.as_ref() == name)?;
        let value = match attribute.value {
            Cow::Borrowed(raw) => decoded(raw.trim()),
            Cow::Owned(raw) => Cow::Owned(decoded(raw.trim()).into_owned()),
        };
        (!value.is_empty()).then_some(value)
    }
}

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
    /// The names of the elements that are open.
    open: Vec<&'a str>,
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

/// What the root element says of prefixes.
#[derive(Default)]
struct Prefixes<'a> {
    iati: Option<&'a str>,
    extension: Option<&'a str>,
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
                Ok(Event::GeneralRef(name)) => Some(Step::Text(self.reference(name.into_inner()))),
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
        let written = first_word(raw);
        let (prefix, name) = split_prefix(written);
        let mut tag = Tag {
            name,
            kind: Kind::Iati,
            raw,
            written,
            is_empty,
        };
        if raw.contains('&') && has_bare_ampersand(raw) {
            self.ampersand();
        }
        self.prefixes.learn(&tag);
        tag.kind = self.prefixes.kind(prefix, &tag);
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
        self.open.push(tag.written);
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
            let is_activity = |name: &&str| local(name) == "iati-activity";
            return self.open.iter().position(is_activity).unwrap_or(all);
        }
        if !self.open.last().is_some_and(|name| is_text(local(name))) || !is_known(tag.name) {
            return all;
        }
        let texts = self.open.iter().rev().take_while(|name| {
            let name = local(name);
            is_text(name) && (tag.name != "narrative" || name == "narrative")
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
        let Some(at) = self.open.iter().rposition(|open| *open == name) else {
            let message = format!("</{name}> ends an element that is not open.");
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

    fn plain(&mut self, text: Cow<'a, str>) -> Cow<'a, str> {
        if text.starts_with('&') {
            self.ampersand();
        }
        text
    }

    fn reference(&mut self, name: Cow<'a, str>) -> Cow<'a, str> {
        if let Some(known) = predefined(&name) {
            return Cow::Borrowed(known);
        }
        if let Some(character) = character(&name) {
            return Cow::Owned(character.to_string());
        }
        let is_entity =
            |it: char| it.is_ascii_alphanumeric() || matches!(it, '#' | '_' | '-' | '.');
        if name.is_empty() || name.contains(|it| !is_entity(it)) {
            self.ampersand();
        } else {
            let message = format!("“&{name};” means no character.");
            self.fault(
                "xml-entity",
                message,
                "Write the character itself. Entities of a DTD are not read.",
            );
        }
        Cow::Owned(["&", &name, ";"].concat())
    }

    fn ampersand(&mut self) {
        self.fault(
            "xml-ampersand",
            "An “&” is not written as “&amp;”.",
            "Write it as “&amp;”; here it was read as text.",
        );
    }

    fn unclosed(&mut self, kept: usize) {
        let name = self.open.get(kept).copied().unwrap_or_default();
        let message = format!("The element <{name}> is not ended before this.");
        self.fault("xml-unclosed", message, "Add its end tag.");
    }

    fn fault(&mut self, code: &'static str, message: impl Into<String>, help: &str) {
        // The place of each is found only as long as it is kept.
        let mut finding = Finding::new(Severity::Warning, code, message).help(help);
        if self.keeps(code) {
            finding = finding.at(self.place());
        }
        self.report(finding.repaired());
    }

    /// Goes on behind a tag whose quotation marks or `>` are missing.
    fn broken(&mut self, start: usize) {
        let behind = self.text.get(start..).and_then(|rest| rest.find('>'));
        let behind = behind.map(|length| start + length + 1);
        if !behind.is_some_and(|behind| self.reread(start, behind)) {
            self.finish(start);
            return;
        }
        let message = "This tag cannot be read: a quotation mark or “>” is missing.";
        let finding = Finding::new(Severity::Error, "xml-tag", message).at(self.place());
        self.report(finding.help("Add what is missing; here the tag was left out."));
    }

    /// Begins to read again from a byte, unless too much has already been read again.
    fn reread(&mut self, start: usize, from: usize) -> bool {
        let rest = self.text.get(from..).unwrap_or_default();
        let Some(rereads) = self.rereads.checked_sub(self.text.len() - start) else {
            return false;
        };
        self.rereads = rereads;
        self.reader = reader(rest);
        self.base = from;
        true
    }

    fn finish(&mut self, at: usize) {
        self.is_over = true;
        let Some(name) = self.open.last() else {
            return;
        };
        let depth = self.open.len();
        let message = format!(
            "The file is cut off: it ends within <{name}>, with {depth} elements still open."
        );
        self.open.clear();
        let place = self.places.of(at);
        let finding = Finding::new(Severity::Error, "xml-cut-off", message).at(place);
        self.report(finding.help("Get the whole file again; what is there was read."));
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

impl<'a> Prefixes<'a> {
    fn learn(&mut self, tag: &Tag<'a>) {
        if !matches!(tag.name, "iati-activities" | "iati-organisations") {
            return;
        }
        self.iati = split_prefix(tag.written).0;
        let mut attributes = Attributes::html(tag.raw, tag.written.len());
        for attribute in attributes.with_checks(false).flatten() {
            if attribute.value == EXTENSION {
                self.extension = attribute.key.0.strip_prefix("xmlns:");
            }
        }
    }

    fn kind(&self, prefix: Option<&str>, tag: &Tag<'a>) -> Kind {
        match prefix {
            None => {
                let attributes = tag.raw.get(tag.written.len()..).unwrap_or_default();
                let namespace = attributes.trim_start().strip_prefix("xmlns=");
                let is_foreign = namespace.is_some_and(|it| !it.contains("iati"));
                if is_foreign && tag.name != "iati-activities" {
                    Kind::Foreign
                } else {
                    Kind::Iati
                }
            }
            prefix if prefix == self.iati => Kind::Iati,
            prefix if prefix == self.extension => Kind::Extension,
            Some(_) => Kind::Foreign,
        }
    }
}

/// Adds a text to the end of another, which is copied only if it is not empty.
pub(super) fn append<'a>(content: &mut Cow<'a, str>, text: Cow<'a, str>) {
    if content.is_empty() {
        *content = text;
    } else {
        content.to_mut().push_str(&text);
    }
}

fn begins_name(text: &str) -> bool {
    match text.as_bytes().first() {
        Some(first) => first.is_ascii_alphabetic() || matches!(first, b'_' | b':' | 0x80..),
        None => false,
    }
}

fn first_word(text: &str) -> &str {
    let end = text.bytes().position(|byte| byte.is_ascii_whitespace());
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// The prefix of a name, and the name without it.
fn split_prefix(name: &str) -> (Option<&str>, &str) {
    // Names are short: a loop is faster than a search.
    let Some(colon) = name.bytes().position(|byte| byte == b':') else {
        return (None, name);
    };
    let (prefix, local) = (name.get(..colon), name.get(colon + 1..));
    (prefix, local.unwrap_or_default())
}

fn local(name: &str) -> &str {
    split_prefix(name).1
}

/// The elements that contain only text.
fn is_text(name: &str) -> bool {
    matches!(
        name,
        "narrative" | "title" | "description" | "iati-identifier" | "pos" | "value"
    )
}

/// The elements that no text contains.
fn is_known(name: &str) -> bool {
    matches!(
        name,
        "narrative"
            | "iati-identifier"
            | "reporting-org"
            | "title"
            | "description"
            | "participating-org"
            | "other-identifier"
            | "activity-status"
            | "activity-date"
            | "contact-info"
            | "activity-scope"
            | "recipient-country"
            | "recipient-region"
            | "location"
            | "sector"
            | "tag"
            | "policy-marker"
            | "budget"
            | "transaction"
            | "document-link"
            | "related-activity"
            | "result"
    )
}

fn predefined(name: &str) -> Option<&'static str> {
    match name {
        "amp" => Some("&"),
        "lt" => Some("<"),
        "gt" => Some(">"),
        "quot" => Some("\""),
        "apos" => Some("'"),
        _ => None,
    }
}

fn has_bare_ampersand(raw: &str) -> bool {
    raw.split('&').skip(1).any(|after| {
        let name = after.split_once(';').map(|(name, _)| name);
        name.is_none_or(|name| character(name).is_none())
    })
}
