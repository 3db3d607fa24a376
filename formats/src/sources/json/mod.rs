//! Records in JSON: objects in an array, read one at a time.

mod record;
#[cfg(test)]
mod tests;

use crate::finding::{Finding, Findings, Place, Severity};
pub(in crate::sources) use record::{Columns, Record, append};
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// The members of an object that is not read yet.
pub(in crate::sources) type Members<'a> = Vec<(Cow<'a, str>, &'a RawValue)>;

/// A document, or several one after the other.
#[derive(Default)]
pub(in crate::sources) struct Document<'a> {
    /// The values of the array with the name that was asked for, or of an array that is the document.
    pub(in crate::sources) records: Vec<&'a RawValue>,
    /// The other members of each object that is a document, in order.
    pub(in crate::sources) members: Vec<Members<'a>>,
}

/// The most members of a document that are kept beside its records.
const MAX_MEMBERS: usize = 100;

/// Reads documents up to their end or the first fault, which becomes a finding.
pub(in crate::sources) fn documents<'a>(
    text: &'a str,
    array: &str,
    findings: &mut Findings,
) -> Document<'a> {
    let mut document = Document::default();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    while deserializer.end().is_err() {
        let seed = Top {
            array,
            document: &mut document,
        };
        if let Err(error) = seed.deserialize(&mut deserializer) {
            findings.add(fault(
                &error,
                Place::line(error.line() as u32, error.column() as u32),
            ));
            break;
        }
    }
    document
}

fn fault(error: &serde_json::Error, place: Place) -> Finding {
    let message = error.to_string();
    let (message, _) = message.split_once(" at line ").unwrap_or((&message, ""));
    if message.contains("recursion limit") {
        let message = "The values here are nested more deeply than 127 levels.";
        return Finding::new(Severity::Error, "json-nesting", message)
            .at(place)
            .help("The record is read up to here. Write its values with fewer levels.");
    }
    // “EOF while parsing a string” is the parser’s own language.
    let message = message.replace("EOF while parsing a", "the file ends within a");
    let message = format!("The JSON cannot be read from here on: {message}.");
    Finding::new(Severity::Error, "json-faulty", message)
        .at(place)
        .help(
            "The records before it are read. Look for a missing comma, bracket or quotation mark before this place, \
             or download the file again if it ends early.",
        )
}

/// Reads a document.
struct Top<'d, 'a> {
    array: &'d str,
    document: &'d mut Document<'a>,
}

impl<'a> DeserializeSeed<'a> for Top<'_, 'a> {
    type Value = ();

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'a> Visitor<'a> for Top<'_, 'a> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "an object or an array of records")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut values: A) -> Result<(), A::Error> {
        while let Some(value) = values.next_element()? {
            self.document.records.push(value);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        self.document.members.push(Members::new());
        while let Some(key) = map.next_key::<Text<'a>>()? {
            if key.0 == self.array {
                map.next_value_seed(Top {
                    array: self.array,
                    document: self.document,
                })?;
                continue;
            }
            let value = map.next_value()?;
            if let Some(members) = self.document.members.last_mut()
                && members.len() < MAX_MEMBERS
            {
                members.push((key.0, value));
            }
        }
        if let Some(members) = self.document.members.last_mut() {
            members.shrink_to_fit();
        }
        Ok(())
    }
}

/// A text, borrowed where it has no escapes.
struct Text<'a>(Cow<'a, str>);

impl<'a> serde::Deserialize<'a> for Text<'a> {
    fn deserialize<D: Deserializer<'a>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'a> Visitor<'a> for TextVisitor {
            type Value = Text<'a>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a text")
            }

            fn visit_borrowed_str<E>(self, text: &'a str) -> Result<Text<'a>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Text<'a>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(TextVisitor)
    }
}

/// A text in JSON; `None` if the value is none.
pub(in crate::sources) fn text(value: &RawValue) -> Option<Cow<'_, str>> {
    serde_json::from_str::<Text<'_>>(value.get())
        .ok()
        .map(|text| text.0)
}

/// The members of an object; `None` if the value is none.
pub(in crate::sources) fn members(value: &RawValue) -> Option<Members<'_>> {
    struct Object;
    impl<'a> Visitor<'a> for Object {
        type Value = Members<'a>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("an object")
        }

        fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Members<'a>, A::Error> {
            let mut members = Members::new();
            while let Some((key, value)) = map.next_entry::<Text<'a>, _>()? {
                members.push((key.0, value));
            }
            Ok(members)
        }
    }
    serde_json::Deserializer::from_str(value.get())
        .deserialize_map(Object)
        .ok()
}

/// The places of values in a text, asked for in order.
pub(in crate::sources) struct Places<'a> {
    text: &'a str,
    byte: usize,
    line: u32,
    column: u32,
}

impl<'a> Places<'a> {
    pub(in crate::sources) fn new(text: &'a str) -> Self {
        Self {
            text,
            byte: 0,
            line: 1,
            column: 1,
        }
    }

    /// The line and the character where a value begins.
    pub(in crate::sources) fn of(&mut self, value: &RawValue) -> (u32, u32) {
        let start = value.get().as_ptr() as usize;
        let byte = start.saturating_sub(self.text.as_ptr() as usize);
        let passed = self.text.get(self.byte..byte).unwrap_or_default();
        self.byte = byte.max(self.byte);
        let lines = passed.bytes().filter(|byte| *byte == b'\n').count();
        if let Some(last) = passed.rfind('\n') {
            self.line += lines as u32;
            self.column = 1;
            self.column += passed.get(last + 1..).unwrap_or_default().chars().count() as u32;
        } else {
            self.column += passed.chars().count() as u32;
        }
        (self.line, self.column)
    }
}

/// The first numbers of an array, also written as texts; an error if one is neither.
pub(in crate::sources) fn numbers(value: &RawValue) -> Option<[f64; 2]> {
    struct Numbers;
    impl<'a> Visitor<'a> for Numbers {
        type Value = [f64; 2];

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("two numbers")
        }

        fn visit_seq<A: SeqAccess<'a>>(self, mut values: A) -> Result<[f64; 2], A::Error> {
            let mut found = [0.0; 2];
            for number in &mut found {
                let value: &RawValue = values
                    .next_element()?
                    .ok_or_else(|| A::Error::custom("too few"))?;
                let text = value.get().trim_matches('"').trim();
                let parsed: f64 = text.parse().map_err(A::Error::custom)?;
                if !parsed.is_finite() {
                    return Err(A::Error::custom("not finite"));
                }
                *number = parsed;
            }
            while values.next_element::<IgnoredAny>()?.is_some() {}
            Ok(found)
        }
    }
    serde_json::Deserializer::from_str(value.get())
        .deserialize_seq(Numbers)
        .ok()
}
