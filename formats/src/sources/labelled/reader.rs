//! Reads the labels and lines of one project into the values of columns.

use super::events::{Event, Look, What};
use super::projects::{ends_sentence, is_title, numbered};
use super::records::{MAX_DOCUMENT, Records};
use super::value::{Piece, Value};
use super::vocabulary::Kind;
use crate::finding::{Finding, Findings, Place, Severity};
use atlas_engine::text::words;
use std::collections::BTreeMap;

/// The longest section heading.
const MAX_SECTION: usize = 100;

/// Reads the events of a project.
pub(super) struct Reader<'r, 'a> {
    records: &'r Records<'a>,
    pub(super) values: BTreeMap<usize, Value>,
    /// The column of the last label.
    column: usize,
    /// Whether the lines are titles of documents, after “can be downloaded:”.
    is_listing: bool,
}

impl<'r, 'a> Reader<'r, 'a> {
    pub(super) fn new(records: &'r Records<'a>) -> Self {
        Self {
            records,
            values: BTreeMap::new(),
            column: 0,
            is_listing: false,
        }
    }

    fn push(&mut self, column: usize, piece: Piece<'_>) {
        let kind = self.records.kind(column);
        self.values.entry(column).or_default().push(piece, kind);
    }

    pub(super) fn heading(&mut self, heading: &[Event]) {
        self.column = self.records.columns.description;
        let events = self.records.events;
        for (at, event) in heading.iter().enumerate() {
            let mut piece = self.records.piece(event, None);
            if self.records.are_numbered
                && at == 0
                && let Some((_, start)) = numbered(piece.text)
            {
                piece.text = piece.text.get(start..).unwrap_or(piece.text);
            }
            let whole;
            if let What::Label(key) = event.what
                && let Some(key) = events.key(key)
            {
                whole = format!("{}: {}", key.heading, piece.text);
                piece.text = &whole;
            }
            // Lines of one heading are one line that was wrapped.
            let column = self.records.columns.title;
            let value = self.values.entry(column).or_default();
            value.push_wrapped(piece);
        }
    }

    pub(super) fn label(&mut self, event: &Event, key: u16, findings: &mut Findings) {
        let column = usize::from(key) + 1;
        self.is_listing = false;
        let is_repeated =
            self.column != column && self.values.get(&column).is_some_and(|it| !it.is_empty());
        self.column = column;
        let piece = self.records.piece(event, None);
        let name = self.records.heading(column).0;
        let place = Place::line(event.line, event.character);
        if is_repeated && column == self.records.columns.title {
            // The heading above a title repeats it, or is of the section.
            let heading = self
                .values
                .remove(&column)
                .map(|value| value.finish(Kind::Title).0);
            if let Some(heading) = heading.filter(|it| it != piece.text) {
                let above = Piece {
                    text: &heading,
                    ..piece
                };
                self.push(self.records.columns.description, above);
            }
        } else if is_repeated && findings.keeps("label-repeated") {
            let message = format!("The label “{name}” is there twice in one project.");
            findings.add(
                Finding::new(Severity::Warning, "label-repeated", message)
                    .at(place)
                    .field(name)
                    .help("Both values are kept. If another project begins here, give it a title."),
            );
        } else if piece.text.is_empty() && findings.keeps("label-empty") && self.ends_here(event) {
            let message = format!("The label “{name}” has no value.");
            findings.add(
                Finding::new(Severity::Note, "label-empty", message)
                    .at(place)
                    .field(name)
                    .help("Write the value behind it, or remove the label."),
            );
        }
        self.push(column, piece);
        self.begin_listing(piece.text);
    }

    /// Whether no line follows a label that could be its value.
    fn ends_here(&self, event: &Event) -> bool {
        let list = &self.records.events.list;
        let at = list.partition_point(|it| it.line <= event.line && it.what != What::Rule);
        let next = list.get(at).map(|event| event.what);
        !matches!(next, Some(What::Text(_)))
    }

    pub(super) fn text(&mut self, event: &Event, look: Look) {
        let piece = self.records.piece(event, Some(look));
        if self.is_listing {
            if piece.text.len() <= MAX_DOCUMENT && !ends_sentence(piece.text) {
                let title = Piece {
                    after_blank: false,
                    has_bullet: false,
                    ..piece
                };
                self.push(self.records.columns.documents, title);
                return;
            }
            self.is_listing = false;
        }
        if self.is_complete(look) {
            self.column = self.records.columns.description;
        }
        self.push(self.column, piece);
        self.begin_listing(piece.text);
    }

    /// Whether the last label has its value, so that a paragraph is no part of it.
    fn is_complete(&self, look: Look) -> bool {
        let has_value = self
            .values
            .get(&self.column)
            .is_some_and(|it| !it.is_empty());
        has_value
            && look.after_blank
            && !look.has_bullet
            && !self.records.kind(self.column).is_long()
    }

    /// Whether a line behind the last value is the heading of a section, or below the list.
    pub(super) fn is_beside(&self, event: &Event, look: Look) -> bool {
        let text = self.records.events.text(event);
        let is_short = text.len() <= MAX_SECTION && !ends_sentence(text);
        let is_note = text.starts_with('©');
        !self.is_listing
            && self.is_complete(look)
            && (is_note || (is_short && is_title(text, text)))
    }

    /// Lines after “The following presentations can be downloaded:” are documents.
    fn begin_listing(&mut self, text: &str) {
        const LEADS: [&str; 13] = [
            "download",
            "telecharg",
            "descarg",
            "herunterlad",
            "descarreg",
            "scaric",
            "document",
            "dokument",
            "presentation",
            "prasentation",
            "presentacion",
            "publication",
            "publikation",
        ];
        if self.records.kind(self.column) != Kind::Prose || !text.ends_with(':') {
            return;
        }
        // The last sentence is short, and all before it is not read again.
        let sentence = text.get(text.floor_char_boundary(text.len().saturating_sub(200))..);
        let mut words = words(sentence.unwrap_or_default());
        self.is_listing = words.any(|word| LEADS.iter().any(|lead| word.folded.starts_with(lead)));
    }
}
