//! Writes XML with indentation.

use std::fmt::Write as _;

/// The text of an XML file, as far as it is written.
#[derive(Debug, Default)]
pub(super) struct Xml {
    pub(super) text: String,
    depth: usize,
    /// Whether characters were left out that XML cannot contain.
    pub(super) has_lost_characters: bool,
}

/// Attributes and their values; those without a value are left out.
pub(super) type Attributes<'a> = [(&'a str, Option<&'a str>)];

impl Xml {
    /// Writes an element that contains others.
    pub(super) fn element(
        &mut self,
        name: &str,
        attributes: &Attributes<'_>,
        fill: impl FnOnce(&mut Self),
    ) {
        self.line();
        self.tag(name, attributes);
        self.text.push('>');
        self.depth += 1;
        fill(self);
        self.depth -= 1;
        self.line();
        self.end(name);
    }

    /// Writes an element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: &Attributes<'_>) {
        self.line();
        self.tag(name, attributes);
        self.text.push_str("/>");
    }

    /// Writes an element that contains a text.
    pub(super) fn text(&mut self, name: &str, attributes: &Attributes<'_>, text: &str) {
        self.line();
        self.tag(name, attributes);
        self.text.push('>');
        self.escaped(text, false);
        self.end(name);
    }

    /// Writes an element whose narrative is a text.
    pub(super) fn narrative(&mut self, name: &str, attributes: &Attributes<'_>, text: &str) {
        self.element(name, attributes, |xml| xml.text("narrative", &[], text));
    }

    fn line(&mut self) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("  ", self.depth));
    }

    fn tag(&mut self, name: &str, attributes: &Attributes<'_>) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            if let Some(value) = value {
                self.attribute(name, value);
            }
        }
    }

    /// Writes an attribute of a tag that is still open.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        self.escaped(value, true);
        self.text.push('"');
    }

    fn end(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    fn escaped(&mut self, text: &str, is_attribute: bool) {
        for character in text.chars() {
            match character {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' if is_attribute => self.text.push_str("&quot;"),
                // Readers turn these into blanks or line feeds.
                '\r' => self.reference(character),
                '\t' | '\n' if is_attribute => self.reference(character),
                '\t' | '\n' => self.text.push(character),
                '\0'..' ' | '\u{fffe}' | '\u{ffff}' => self.has_lost_characters = true,
                plain => self.text.push(plain),
            }
        }
    }

    fn reference(&mut self, character: char) {
        // Writing to a string cannot fail.
        let _ = write!(self.text, "&#{};", u32::from(character));
    }
}

/// A comment; two hyphens would end it.
pub(super) fn comment(text: &str) -> String {
    let mut comment = "<!-- ".to_owned();
    for character in text.chars() {
        if character == '-' && comment.ends_with('-') {
            comment.push(' ');
        }
        if !character.is_control() && !matches!(character, '\u{fffe}' | '\u{ffff}') {
            comment.push(character);
        }
    }
    comment + " -->"
}
