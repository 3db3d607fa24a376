//! Findings for people, in the form of compilers, and for programs, as JSON.

use crate::source::Source;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use atlas_engine::text::on_one_line;
use atlas_formats::finding::column_letters;
use atlas_formats::{Finding, Place, Severity};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// A finding a line: `FILE:LINE:COLUMN: error: project: field: message`, or `FILE:SHEET!CELL: …`. Characters that
/// could control a terminal are replaced.
pub(crate) fn lines(source: &Source) -> String {
    let mut lines = String::new();
    for finding in source.reading.findings.kept() {
        let place = position(&source.name, &finding.place);
        let severity = severity(finding.severity);
        let line = on_one_line(&format!("{place}: {severity}: {}", sentence(finding)));
        lines.push_str(&line);
        lines.push('\n');
    }
    lines.push_str(&omitted(source));
    lines
}

/// Findings with the lines that they are about, and a caret, for a terminal with colours.
pub(crate) fn snippets(source: &Source) -> String {
    let text = source.text();
    let lines: Vec<&str> = text.as_deref().unwrap_or_default().lines().collect();
    let renderer = Renderer::styled();
    let mut shown = String::new();
    for finding in source.reading.findings.kept() {
        let level = match finding.severity {
            Severity::Note => Level::NOTE,
            Severity::Warning => Level::WARNING,
            Severity::Error => Level::ERROR,
        };
        let title = on_one_line(&described(finding));
        let title = level.clone().primary_title(title).id(finding.code);
        let mut group = if let Place::Text { line, column } = finding.place {
            let line_text = lines.get((line as usize).saturating_sub(1));
            let (window, span) = window(line_text.copied().unwrap_or_default(), column);
            let snippet = Snippet::source(window)
                .path(on_one_line(&source.name))
                .line_start(line as usize);
            Group::with_title(title).element(snippet.annotation(AnnotationKind::Primary.span(span)))
        } else {
            let place = on_one_line(&position(&source.name, &finding.place));
            Group::with_title(title).element(annotate_snippets::Origin::path(place))
        };
        if let Some(help) = &finding.help {
            group = group.element(Level::HELP.message(on_one_line(help)));
        }
        let _ = writeln!(shown, "{}\n", renderer.render(&[group]));
    }
    shown.push_str(&omitted(source));
    shown
}

/// What a reading found, for programs.
pub(crate) fn as_object(source: &Source) -> Value {
    let reading = &source.reading;
    let found = &reading.findings;
    let portfolio = reading.portfolio.as_ref();
    json!({
        "file": source.name,
        "format": reading.format.map(atlas_formats::Format::name),
        "projects": portfolio.map_or(0, |it| it.projects.len()),
        "errors": found.count(Severity::Error),
        "warnings": found.count(Severity::Warning),
        "notes": found.count(Severity::Note),
        "findings": found.kept(),
    })
}

fn omitted(source: &Source) -> String {
    match source.reading.findings.omitted() {
        0 => String::new(),
        number => format!(
            "{}: and {number} more findings of the same kinds\n",
            source.name
        ),
    }
}

fn position(name: &str, place: &Place) -> String {
    match place {
        Place::File => name.to_owned(),
        Place::Text { line, column: 0 } => format!("{name}:{line}"),
        Place::Text { line, column } => format!("{name}:{line}:{column}"),
        Place::Sheet { sheet, row, column } => {
            let cell = match (row, column) {
                (0, 0) => String::new(),
                (row, 0) => format!("!{row}"),
                (0, column) => format!("!{}", column_letters(*column)),
                (row, column) => format!("!{}{row}", column_letters(*column)),
            };
            format!("{name}:{sheet}{cell}")
        }
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// The project, the field and what is wrong.
fn described(finding: &Finding) -> String {
    let names = [&finding.project, &finding.field].into_iter().flatten();
    let parts = names.chain([&finding.message]).map(String::as_str);
    parts.collect::<Vec<&str>>().join(": ")
}

fn sentence(finding: &Finding) -> String {
    match &finding.help {
        Some(help) => format!("{} {help}", described(finding)),
        None => described(finding),
    }
}

/// How much of a line is shown, in characters.
const WINDOW: usize = 120;
/// How much of it is before the caret.
const BEFORE: usize = 40;

/// The part of a line around a column, and the range of bytes that the caret marks. Control characters, which have
/// one position each, are replaced.
fn window(line: &str, column: u32) -> (String, std::ops::Range<usize>) {
    let at = (column as usize).saturating_sub(1);
    let skipped = at.saturating_sub(BEFORE);
    let shown: String = line.chars().skip(skipped).take(WINDOW).collect();
    let shown = on_one_line(&shown);
    let start = shown.char_indices().nth(at - skipped);
    let start = start.map_or(shown.len(), |(start, _)| start);
    let end = if column == 0 {
        shown.len()
    } else {
        let next = shown.get(start..).and_then(|rest| rest.chars().next());
        start + next.map_or(0, char::len_utf8)
    };
    (shown, start..end)
}
