//! The XML of a part, as events; damaged XML ends where the damage is.

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::borrow::Cow;
use std::io::BufRead;

/// Reads the events of a part.
#[derive(Debug)]
pub(super) struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    is_damaged: bool,
}

impl<R: BufRead> Xml<R> {
    pub(super) fn new(part: R) -> Self {
        let mut reader = Reader::from_reader(part);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Self {
            reader,
            buffer: Vec::new(),
            is_damaged: false,
        }
    }

    /// The next event; `None` at the end, and where the XML cannot be read on.
    pub(super) fn next(&mut self) -> Option<Event<'_>> {
        self.buffer.clear();
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(Event::Eof) => None,
            Ok(event) => Some(event),
            Err(_) => {
                self.is_damaged = true;
                None
            }
        }
    }

    /// Whether the part ended because it cannot be read on.
    pub(super) fn is_damaged(&self) -> bool {
        self.is_damaged
    }
}

/// The value of an attribute, by its name without a prefix.
pub(super) fn attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Option<Cow<'e, str>> {
    let mut attributes = element.attributes();
    let attributes = attributes.with_checks(false).flatten();
    let mut found = attributes.filter(|it| it.key.local_name().as_ref() == name);
    found.next().map(|it| unescaped(it.value))
}

/// The value of an attribute without references; as it is if one is not known.
pub(super) fn unescaped(value: Cow<'_, str>) -> Cow<'_, str> {
    match unescape(&value) {
        Ok(Cow::Owned(plain)) => Cow::Owned(plain),
        _ => value,
    }
}

/// The number that an attribute states.
pub(super) fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.trim().parse().ok()
}

/// Adds the character of a reference such as `&amp;`. Entities that a file declares are not resolved: they can stand
/// for any amount of text.
pub(super) fn push_reference(text: &mut String, reference: &BytesRef<'_>) {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        text.push(character);
    } else if let Some(value) = resolve_predefined_entity(reference) {
        text.push_str(value);
    }
}
