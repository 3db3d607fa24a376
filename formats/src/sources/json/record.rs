//! A record without its structure: values by the names of columns.

use super::{Text, fault};
use crate::finding::{Finding, Findings, Place, Severity};
use crate::grid::{Cell, Grid, MAX_COLUMNS};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt;

/// The columns of records, by their names, in the order in which they are first there.
#[derive(Default)]
pub(in crate::sources) struct Columns {
    by_name: HashMap<String, usize>,
    names: Vec<String>,
    has_too_many: bool,
}

impl Columns {
    /// The position of a column, which is added if there is room.
    pub(in crate::sources) fn at(&mut self, name: &str) -> Option<usize> {
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
    pub(in crate::sources) fn headings(&self, findings: &mut Findings) -> Grid {
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
pub(in crate::sources) struct Record {
    values: BTreeMap<usize, Vec<Leaf>>,
}

impl Record {
    pub(in crate::sources) fn number(&mut self, column: Option<usize>, number: f64) {
        self.push(column, Leaf::Number(number));
    }

    fn push(&mut self, column: Option<usize>, leaf: Leaf) {
        if let Some(column) = column {
            self.values.entry(column).or_default().push(leaf);
        }
    }

    /// Adds the values below a name. Members of objects have the names above them before theirs, as `rename`
    /// writes them; the values of arrays have the same name.
    pub(in crate::sources) fn add(
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
    pub(in crate::sources) fn write(self, grid: &mut Grid, (line, character): (u32, u32)) {
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
pub(in crate::sources) type Rename = fn(&mut String, &str);

/// The longest name of a column that is made of several, in bytes.
const MAX_NAME: usize = 300;

/// Appends a name behind a separator. A name alone is kept as it is; further ones have to fit.
pub(in crate::sources) fn append(path: &mut String, separator: &str, name: &str) {
    if path.is_empty() {
        path.push_str(name);
        return;
    }
    let Some(room) = MAX_NAME.checked_sub(path.len() + separator.len()) else {
        return;
    };
    path.push_str(separator);
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
