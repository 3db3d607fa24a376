//! Records in JSON: objects in an array, read one at a time.

use crate::finding::{Finding, Findings, Place, Severity};
use crate::grid::{Cell, Grid, MAX_COLUMNS};
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt;

/// The members of an object that is not read yet.
pub(super) type Members<'a> = Vec<(Cow<'a, str>, &'a RawValue)>;

/// A document, or several one after the other.
#[derive(Default)]
pub(super) struct Document<'a> {
    /// The values of the array with the name that was asked for, or of an array that is the document.
    pub(super) records: Vec<&'a RawValue>,
    /// The other members of each object that is a document, in order.
    pub(super) members: Vec<Members<'a>>,
}

/// The most members of a document that are kept beside its records.
const MAX_MEMBERS: usize = 100;

/// Reads documents up to their end or the first fault, which becomes a finding.
pub(super) fn documents<'a>(text: &'a str, array: &str, findings: &mut Findings) -> Document<'a> {
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
pub(super) fn text(value: &RawValue) -> Option<Cow<'_, str>> {
    serde_json::from_str::<Text<'_>>(value.get())
        .ok()
        .map(|text| text.0)
}

/// The members of an object; `None` if the value is none.
pub(super) fn members(value: &RawValue) -> Option<Members<'_>> {
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
pub(super) struct Places<'a> {
    text: &'a str,
    byte: usize,
    line: u32,
    column: u32,
}

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            byte: 0,
            line: 1,
            column: 1,
        }
    }

    /// The line and the character where a value begins.
    pub(super) fn of(&mut self, value: &RawValue) -> (u32, u32) {
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

/// The columns of records, by their names, in the order in which they are first there.
#[derive(Default)]
pub(super) struct Columns {
    by_name: HashMap<String, usize>,
    names: Vec<String>,
    has_too_many: bool,
}

impl Columns {
    /// The position of a column, which is added if there is room.
    pub(super) fn at(&mut self, name: &str) -> Option<usize> {
        if let Some(at) = self.by_name.get(name) {
            return Some(*at);
        }
        let at = self.names.len();
        if at >= MAX_COLUMNS {
            self.has_too_many = true;
            return None;
        }
        self.names.push(name.to_owned());
        self.by_name.insert(name.to_owned(), at);
        Some(at)
    }

    /// A table with the names in its first row.
    pub(super) fn headings(&self, findings: &mut Findings) -> Grid {
        if self.has_too_many {
            let message = format!("The records have more than {MAX_COLUMNS} names.");
            findings.add(
                Finding::new(Severity::Warning, "columns-too-many", message)
                    .help("The values of further names are left out. Leave out what the list does not need."),
            );
        }
        let mut grid = Grid::of_text();
        grid.start_row(1);
        for (column, name) in self.names.iter().enumerate() {
            grid.push(column, Cell::Text(name), 1, 1);
        }
        grid
    }
}

/// A single value of a record.
enum Leaf {
    Text(String),
    Number(f64),
    Logical(bool),
}

/// A record: its values by their columns.
#[derive(Default)]
pub(super) struct Record {
    values: BTreeMap<usize, Vec<Leaf>>,
}

impl Record {
    pub(super) fn number(&mut self, column: Option<usize>, number: f64) {
        self.push(column, Leaf::Number(number));
    }

    fn push(&mut self, column: Option<usize>, leaf: Leaf) {
        if let Some(column) = column {
            self.values.entry(column).or_default().push(leaf);
        }
    }

    /// Adds the values below a name. Members of objects have the names above them before theirs, as `rename`
    /// writes them; the values of arrays have the same name.
    pub(super) fn add(
        &mut self,
        name: &str,
        value: &RawValue,
        place: (u32, u32),
        columns: &mut Columns,
        (rename, findings): (Rename, &mut Findings),
    ) {
        let mut path = String::new();
        rename(&mut path, name);
        let mut deserializer = serde_json::Deserializer::from_str(value.get());
        let seed = Flatten {
            path: &mut path,
            record: self,
            columns,
            rename,
        };
        if let Err(error) = seed.deserialize(&mut deserializer) {
            findings.add(fault(&error, Place::line(place.0, place.1)));
        }
    }

    /// Adds the record to a table. Several values of a column are joined by semicolons, or by line breaks if
    /// one has a semicolon itself.
    pub(super) fn write(self, grid: &mut Grid, (line, character): (u32, u32)) {
        grid.start_row(line);
        for (column, leaves) in self.values {
            let joined;
            let cell = match leaves.as_slice() {
                [Leaf::Text(text)] => Cell::Text(text),
                [Leaf::Number(number)] => Cell::Number(*number),
                [Leaf::Logical(logical)] => Cell::Logical(*logical),
                _ => {
                    joined = join(&leaves);
                    Cell::Text(&joined)
                }
            };
            grid.push(column, cell, line, character);
        }
    }
}

fn join(leaves: &[Leaf]) -> String {
    let has_semicolon = |leaf: &Leaf| matches!(leaf, Leaf::Text(text) if text.contains(';'));
    let separator = if leaves.iter().any(has_semicolon) {
        "\n"
    } else {
        "; "
    };
    let texts: Vec<_> = leaves
        .iter()
        .map(|leaf| match leaf {
            Leaf::Text(text) => Cow::Borrowed(text.as_str()),
            Leaf::Number(number) => Cow::Owned(number.to_string()),
            Leaf::Logical(logical) => Cow::Owned(logical.to_string()),
        })
        .collect();
    texts.join(separator)
}

/// Appends a member's name to the path of the names above it.
pub(super) type Rename = fn(&mut String, &str);

/// The longest name of a column, in bytes.
const MAX_NAME: usize = 300;

/// Appends a name behind a separator, within the longest name of a column.
pub(super) fn append(path: &mut String, separator: &str, name: &str) {
    if !path.is_empty() {
        path.push_str(separator);
    }
    let room = MAX_NAME.saturating_sub(path.len());
    let end = name.floor_char_boundary(room.min(name.len()));
    path.push_str(name.get(..end).unwrap_or_default());
}

/// Reads the values of a record without keeping its structure.
struct Flatten<'d> {
    path: &'d mut String,
    record: &'d mut Record,
    columns: &'d mut Columns,
    rename: Rename,
}

impl Flatten<'_> {
    fn leaf(self, leaf: Leaf) {
        let column = self.columns.at(self.path);
        self.record.push(column, leaf);
    }

    fn below(&mut self) -> Flatten<'_> {
        Flatten {
            path: self.path,
            record: self.record,
            columns: self.columns,
            rename: self.rename,
        }
    }
}

impl<'a> DeserializeSeed<'a> for Flatten<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// The largest integer up to which every one is exact in a number.
const MAX_EXACT: u64 = 1 << 53;

impl<'a> Visitor<'a> for Flatten<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, logical: bool) -> Result<(), E> {
        self.leaf(Leaf::Logical(logical));
        Ok(())
    }

    fn visit_u64<E>(self, number: u64) -> Result<(), E> {
        self.leaf(if number <= MAX_EXACT {
            Leaf::Number(number as f64)
        } else {
            Leaf::Text(number.to_string())
        });
        Ok(())
    }

    fn visit_i64<E>(self, number: i64) -> Result<(), E> {
        self.leaf(if number.unsigned_abs() <= MAX_EXACT {
            Leaf::Number(number as f64)
        } else {
            Leaf::Text(number.to_string())
        });
        Ok(())
    }

    fn visit_f64<E>(self, number: f64) -> Result<(), E> {
        self.leaf(Leaf::Number(number));
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        let text = text.trim();
        if !text.is_empty() {
            self.leaf(Leaf::Text(text.to_owned()));
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'a>>(mut self, mut values: A) -> Result<(), A::Error> {
        while values.next_element_seed(self.below())?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'a>>(mut self, mut map: A) -> Result<(), A::Error> {
        let length = self.path.len();
        while let Some(key) = map.next_key::<Text<'a>>()? {
            (self.rename)(self.path, &key.0);
            map.next_value_seed(self.below())?;
            self.path.truncate(length);
        }
        Ok(())
    }
}

/// The first numbers of an array, also written as texts; an error if one is neither.
pub(super) fn numbers(value: &RawValue) -> Option<[f64; 2]> {
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
