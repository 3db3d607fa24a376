//! The texts that the cells of an XLSX workbook share.

use super::cells::{Cells, Value};
use super::xml::{Xml, push_reference};
use quick_xml::events::Event;
use std::borrow::Cow;
use std::io::BufRead;

/// Texts by their position.
#[derive(Debug, Default)]
pub(super) struct SharedStrings {
    text: String,
    ends: Vec<usize>,
    /// The text in the table of the last sheet that had it, with the number of that sheet.
    kept: Vec<(u32, Option<Value>)>,
    sheet: u32,
}

impl SharedStrings {
    pub(super) fn read(mut xml: Xml<impl BufRead>) -> Self {
        let mut strings = Self::default();
        let mut text = String::new();
        let mut collector = Collector::default();
        while let Some(event) = xml.next() {
            match &event {
                Event::Empty(it) if it.local_name().as_ref() == "si" => strings.push(""),
                Event::End(it) if it.local_name().as_ref() == "si" => {
                    strings.push(&unescaped(&text));
                    text.clear();
                }
                _ => collector.take(&event, &mut text),
            }
        }
        strings.kept = vec![(0, None); strings.ends.len()];
        strings
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len());
    }

    /// Begins the next sheet.
    pub(super) fn start_sheet(&mut self) {
        self.sheet += 1;
    }

    /// The text at a position, as a value in a sheet, which keeps it once.
    pub(super) fn value(&mut self, at: usize, cells: &mut Cells<'_>) -> Option<Value> {
        let (sheet, value) = self.kept.get_mut(at)?;
        if *sheet != self.sheet {
            let end = *self.ends.get(at)?;
            let start = at.checked_sub(1).and_then(|at| self.ends.get(at));
            let text = self.text.get(start.copied().unwrap_or(0)..end)?;
            *value = cells.keep(text);
            *sheet = self.sheet;
        }
        *value
    }
}

/// Collects the text of `t` elements, but not how it is pronounced.
#[derive(Debug, Default)]
pub(super) struct Collector {
    is_text: bool,
    is_phonetic: bool,
}

impl Collector {
    pub(super) fn take(&mut self, event: &Event<'_>, text: &mut String) {
        match event {
            Event::Start(it) => match it.local_name().as_ref() {
                "t" => self.is_text = !self.is_phonetic,
                "rPh" => self.is_phonetic = true,
                _ => {}
            },
            Event::End(it) => match it.local_name().as_ref() {
                "t" => self.is_text = false,
                "rPh" => self.is_phonetic = false,
                _ => {}
            },
            _ if self.is_text => Self::take_all(event, text),
            _ => {}
        }
    }

    /// Collects any text.
    pub(super) fn take_all(event: &Event<'_>, text: &mut String) {
        match event {
            Event::Text(it) => text.push_str(&it.xml10_content()),
            Event::CData(it) => text.push_str(&it.xml10_content()),
            Event::GeneralRef(it) => push_reference(text, it),
            _ => {}
        }
    }
}

/// Characters that XML cannot hold are written as `_x000D_` in workbooks.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let digits = after.get(..4).filter(|_| after.get(4..5) == Some("_"));
        let code = digits.and_then(|it| u32::from_str_radix(it, 16).ok());
        if let Some(character) = code.and_then(char::from_u32) {
            plain.push(character);
            rest = after.get(5..).unwrap_or_default();
        } else {
            plain.push_str("_x");
            rest = after;
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_characters_are_resolved() {
        let cases = [
            ("a_x000D_\nb", "a\r\nb"),
            ("_x005F_x000D_", "_x000D_"),
            ("max_x", "max_x"),
            ("_xé000_", "_xé000_"),
            ("_xD800_", "_xD800_"),
        ];
        for (text, expected) in cases {
            assert_eq!(unescaped(text), expected, "{text}");
        }
    }
}
