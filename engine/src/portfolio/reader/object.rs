use super::address;
use super::json::{Member, Node, Value, start_of, visible_start_of};
use super::report::{Path, Report};
use crate::portfolio::model::Date;
use crate::portfolio::numbers;
use crate::string_table::StringTable;

/// An object whose fields are taken one by one; those left at the end are unknown.
pub(super) struct ObjectReader<'t, 'p> {
    members: Vec<Member<'t>>,
    path: Path<'p>,
}

pub(super) struct Stated {
    pub(super) at: usize,
    pub(super) text: String,
}

impl<'t, 'p> ObjectReader<'t, 'p> {
    /// Takes an object's members. If a name is repeated, the first one that can be read is used.
    pub(super) fn new(members: Vec<Member<'t>>, path: Path<'p>, report: &mut Report) -> Self {
        let mut unique: Vec<Member<'t>> = Vec::with_capacity(members.len());
        let mut positions = StringTable::default();
        for member in members {
            let first = positions.get(&member.key);
            let Some(first) = first.and_then(|at| unique.get_mut(at as usize)) else {
                positions.insert(&member.key, unique.len() as u32);
                unique.push(member);
                continue;
            };
            let message = format!(
                "“{}” is repeated here; only the first is used.",
                start_of(&member.key)
            );
            // One that cannot be read is replaced, and was already reported.
            if matches!(first.value.value, Value::Broken) {
                *first = member;
            } else {
                report.error(member.at, &path.field(&member.key), message);
            }
        }
        Self {
            members: unique,
            path,
        }
    }

    /// Returns the field with this name, if it is stated. `null` counts as absent.
    pub(super) fn take(&mut self, name: &str, report: &mut Report) -> Option<Node<'t>> {
        let position = self.members.iter().position(|member| member.key == name)?;
        let node = self.members.remove(position).value;
        match node.value {
            Value::Null => {
                report.warning(
                    node.at,
                    &self.path.field(name),
                    "null has no meaning here; remove the field.",
                );
                None
            }
            _ => Some(node),
        }
    }

    /// Returns a field that the object at a position needs. Without it, the fault is reported.
    pub(super) fn required(
        &mut self,
        name: &str,
        at: usize,
        fault: &str,
        report: &mut Report,
    ) -> Option<Node<'t>> {
        let node = self.take(name, report);
        if node.is_none() {
            report.error(at, &self.path.field(name), fault);
        }
        node
    }

    /// Returns a trimmed text. An empty one counts as absent.
    pub(super) fn text(&mut self, name: &str, report: &mut Report) -> Option<String> {
        self.stated_text(name, report).map(|stated| stated.text)
    }

    pub(super) fn stated_text(&mut self, name: &str, report: &mut Report) -> Option<Stated> {
        let node = self.take(name, report)?;
        let at = node.at;
        let text = text(node, &self.path.field(name), report)?;
        Some(Stated { at, text })
    }

    pub(super) fn date(&mut self, name: &str, report: &mut Report) -> Option<(usize, Date)> {
        let node = self.take(name, report)?;
        let path = self.path.field(name);
        let at = node.at;
        if let Value::Number(number) = node.value {
            report.error(
                at,
                &path,
                format!("Put a date in double quotes: \"{number}\" instead of {number}."),
            );
            return None;
        }
        let stated = text(node, &path, report)?;
        let date = Date::parse(&stated);
        if date.is_none() {
            report.error(
                at,
                &path,
                format!(
                    "“{}” is not a valid date; use YYYY, YYYY-MM or YYYY-MM-DD, such as \"2010-09\".",
                    start_of(&stated)
                ),
            );
        }
        date.map(|date| (at, date))
    }

    pub(super) fn url(&mut self, report: &mut Report) -> Option<String> {
        self.parsed(
            "url",
            address::of_link,
            "is not linked: it must begin with https://, http:// or mailto: and have no control characters.",
            report,
        )
    }

    /// Returns what a text stands for, like [`parsed`].
    pub(super) fn parsed<T>(
        &mut self,
        name: &str,
        parse: fn(&str) -> Option<T>,
        fault: &str,
        report: &mut Report,
    ) -> Option<T> {
        let stated = self.stated_text(name, report)?;
        parsed(&stated, &self.path.field(name), parse, fault, report)
    }

    pub(super) fn list(&mut self, name: &str, report: &mut Report) -> Vec<Node<'t>> {
        let node = self.take(name, report);
        node.map_or_else(Vec::new, |node| list(node, &self.path.field(name), report))
    }

    pub(super) fn items<T>(
        &mut self,
        name: &str,
        report: &mut Report,
        mut read: impl FnMut(Node<'t>, &Path<'_>, &mut Report) -> Option<T>,
    ) -> Vec<T> {
        let list = self.list(name, report);
        let path = self.path.field(name);
        let mut items = Vec::new();
        for (position, node) in list.into_iter().enumerate() {
            if let Some(item) = read(node, &path.item(position), report) {
                items.push(item);
            }
        }
        items
    }

    /// Warns of fields that were not taken. Names that start with `$` or `x-` are the publisher's own.
    pub(super) fn finish(self, known: &[&str], report: &mut Report) {
        for member in &self.members {
            if member.key.starts_with('$') || member.key.starts_with("x-") {
                continue;
            }
            let hint = match nearest(&member.key, known) {
                Some(name) => format!("did you mean “{name}”?"),
                None => "begin your own name with x-, or put it under “fields” to make it a facet."
                    .to_owned(),
            };
            report.warning(
                member.at,
                &self.path.field(&member.key),
                format!(
                    "The unknown field “{}” is ignored; {hint}",
                    start_of(&member.key)
                ),
            );
        }
    }
}

pub(super) fn text(node: Node<'_>, path: &Path<'_>, report: &mut Report) -> Option<String> {
    let text = match node.value {
        Value::Text(text) => text,
        other => {
            wrong_kind(node.at, &other, "text in double quotes", path, report);
            return None;
        }
    };
    let trimmed = text.trim();
    if trimmed.is_empty() {
        report.warning(
            node.at,
            path,
            "Empty text is ignored; fill it in or remove it.",
        );
        return None;
    }
    Some(if trimmed.len() == text.len() {
        text.into_owned()
    } else {
        trimmed.to_owned()
    })
}

/// Returns a number as written. A text is reported with the number that it seems to mean.
pub(super) fn number(
    node: Node<'_>,
    path: &Path<'_>,
    is_amount: bool,
    report: &mut Report,
) -> Option<Stated> {
    let at = node.at;
    match node.value {
        Value::Number(number) => {
            let text = number.to_owned();
            return Some(Stated { at, text });
        }
        Value::Text(text) => {
            let hint = match numbers::meant(&text, is_amount) {
                Some(number) => format!("write {number}."),
                None => "write only the number, without quotes.".to_owned(),
            };
            let text = visible_start_of(&text);
            let message = format!("“{text}” is not a number and is ignored; {hint}");
            report.error(at, path, message);
        }
        other => wrong_kind(at, &other, "a number", path, report),
    }
    None
}

/// Returns what a text stands for. One that stands for nothing is reported: “it” and the fault.
pub(super) fn parsed<T>(
    stated: &Stated,
    path: &Path<'_>,
    parse: fn(&str) -> Option<T>,
    fault: &str,
    report: &mut Report,
) -> Option<T> {
    let parsed = parse(&stated.text);
    if parsed.is_none() {
        let text = visible_start_of(&stated.text);
        report.error(stated.at, path, format!("“{text}” {fault}"));
    }
    parsed
}

/// Returns the address of a picture as written.
pub(super) fn picture(stated: &Stated, path: &Path<'_>, report: &mut Report) -> Option<String> {
    parsed(
        stated,
        path,
        address::of_picture,
        "is ignored; write a path, such as \"images/wells.jpg\", or an address that begins with https:// or http://.",
        report,
    )
}

pub(super) fn list<'t>(node: Node<'t>, path: &Path<'_>, report: &mut Report) -> Vec<Node<'t>> {
    match node.value {
        Value::List(items) => items,
        other => {
            wrong_kind(node.at, &other, "a list in [ ]", path, report);
            Vec::new()
        }
    }
}

pub(super) struct Item {
    pub(super) at: usize,
    pub(super) position: usize,
    pub(super) text: String,
}

pub(super) fn texts(list: Vec<Node<'_>>, path: &Path<'_>, report: &mut Report) -> Vec<Item> {
    let mut seen = StringTable::default();
    let mut items = Vec::with_capacity(list.len());
    for (position, node) in list.into_iter().enumerate() {
        let at = node.at;
        let path = path.item(position);
        let Some(text) = text(node, &path, report) else {
            continue;
        };
        if seen.insert(&text, 0) {
            items.push(Item { at, position, text });
        } else {
            let message = format!("“{}” is a duplicate; remove it.", start_of(&text));
            report.warning(at, &path, message);
        }
    }
    items
}

/// Reports that something else was expected. A broken value was already reported.
pub(super) fn wrong_kind(
    at: usize,
    found: &Value<'_>,
    expected: &str,
    path: &Path<'_>,
    report: &mut Report,
) {
    let found = match found {
        Value::Broken => return,
        Value::Null => {
            report.warning(at, path, "null has no meaning here; remove it.");
            return;
        }
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => format!("the number {}", start_of(number)),
        Value::Text(text) => format!("the text “{}”", start_of(text)),
        Value::List(_) => "a list".to_owned(),
        Value::Object(_) => "an object in { }".to_owned(),
    };
    report.error(
        at,
        path,
        format!("Expected {expected} but found {found}; it is ignored."),
    );
}

fn nearest<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    let written = written.to_ascii_lowercase();
    if written.len() > 24 {
        return None;
    }
    let distances = known.iter().map(|name| (distance(&written, name), *name));
    let (distance, name) = distances.min()?;
    (distance <= 1 + name.len() / 4).then_some(name)
}

/// The number of letters to insert, remove or change to make one word of the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, to) in row.iter_mut().skip(1).zip(&b) {
            let changed = diagonal + usize::from(from != *to);
            diagonal = *cell;
            *cell = changed.min(diagonal + 1).min(left + 1);
            left = *cell;
        }
    }
    row.last().copied().unwrap_or_default()
}
