//! What is wrong with a file, and how reading goes on.

use super::{Tag, Xml, reader};
use crate::finding::{Finding, Severity};
use crate::iati::entities::character;
use crate::iati::text::start;
use std::borrow::Cow;

impl<'a> Xml<'a, '_> {
    pub(super) fn plain(&mut self, text: Cow<'a, str>) -> Cow<'a, str> {
        if text.starts_with('&') {
            self.ampersand();
        }
        text
    }

    pub(super) fn reference(&mut self, name: &str) -> Cow<'a, str> {
        if let Some(known) = predefined(name) {
            return Cow::Borrowed(known);
        }
        if let Some(character) = character(name) {
            return Cow::Owned(character.to_string());
        }
        let is_entity =
            |it: char| it.is_ascii_alphanumeric() || matches!(it, '#' | '_' | '-' | '.');
        if name.is_empty() || name.contains(|it| !is_entity(it)) {
            self.ampersand();
        } else {
            let message = format!("“&{};” means no character.", start(name));
            self.fault(
                "xml-entity",
                message,
                "Write the character itself. Entities of a DTD are not read.",
            );
        }
        Cow::Owned(["&", name, ";"].concat())
    }

    pub(super) fn ampersand(&mut self) {
        self.fault(
            "xml-ampersand",
            "An “&” is not written as “&amp;”.",
            "Write it as “&amp;”; here it was read as text.",
        );
    }

    pub(super) fn unclosed(&mut self, kept: usize) {
        let name = self.open.get(kept).map_or("", |open| open.written);
        let name = start(name);
        let message = format!("The element <{name}> is not ended before this.");
        self.fault("xml-unclosed", message, "Add its end tag.");
    }

    pub(super) fn fault(&mut self, code: &'static str, message: impl Into<String>, help: &str) {
        // The place of each is found only as long as it is kept.
        let mut finding = Finding::new(Severity::Warning, code, message).help(help);
        if self.keeps(code) {
            finding = finding.at(self.place());
        }
        self.report(finding.repaired());
    }

    /// Goes on behind a tag whose quotation marks or `>` are missing.
    pub(super) fn broken(&mut self, start: usize) {
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
    pub(super) fn reread(&mut self, start: usize, from: usize) -> bool {
        let rest = self.text.get(from..).unwrap_or_default();
        let Some(rereads) = self.rereads.checked_sub(self.text.len() - start) else {
            return false;
        };
        self.rereads = rereads;
        self.reader = reader(rest);
        self.base = from;
        true
    }

    pub(super) fn finish(&mut self, at: usize) {
        self.is_over = true;
        let Some(Tag { written: name, .. }) = self.open.last() else {
            return;
        };
        let (name, depth) = (start(name), self.open.len());
        let message = format!(
            "The file is cut off: it ends within <{name}>, with {depth} elements still open."
        );
        self.open.clear();
        let place = self.places.of(at);
        let finding = Finding::new(Severity::Error, "xml-cut-off", message).at(place);
        self.report(finding.help("Get the whole file again; what is there was read."));
    }
}

/// The characters of XML's own references, which need no memory.
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
