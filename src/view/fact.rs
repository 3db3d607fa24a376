//! A label and what is stated under it.

use super::element::{Child, Element, el};
use crate::strings::{Counted, Word, counted};

/// One entry of a list of facts.
pub(crate) fn fact(label: impl Child, value: impl Child) -> Element {
    fact_of(label, el("dd").child(value))
}

/// As [`fact`], of a description that is complete.
pub(crate) fn fact_of(label: impl Child, description: Element) -> Element {
    el("div")
        .class("fact")
        .child(el("dt").child(label))
        .child(description)
}

/// As [`fact`], with a line for each value, of which there may be so many; without values it says
/// that none is stated.
pub(crate) fn fact_lines<C: Child>(label: impl Child, lines: Vec<C>, most: usize) -> Element {
    if lines.is_empty() {
        return fact(label, not_stated());
    }
    fact(label, list("fact__lines", lines, most))
}

/// A list with a line for each thing, of which there may be so many; what is beyond them is counted.
pub(crate) fn list<C: Child>(class: &'static str, lines: Vec<C>, most: usize) -> Element {
    let (lines, further) = first_of(lines, most);
    let lines = lines.into_iter().map(|line| el("li").child(line));
    el("ul")
        .class(class)
        .child(lines.collect::<Vec<_>>())
        .child(further.map(|further| el("li").child(further)))
}

/// The first of many things, and the words for how many more there are.
pub(crate) fn first_of<T>(mut things: Vec<T>, most: usize) -> (Vec<T>, Option<String>) {
    let further = things.len().saturating_sub(most);
    things.truncate(most);
    let words = (further > 0).then(|| counted(Counted::Further, further as u32));
    (things, words)
}

/// The words for what the source does not state.
pub(crate) fn not_stated() -> Element {
    el("span").class("fact__silent").child(Word::ValueNotStated)
}

/// What is added to a value in smaller letters.
pub(crate) fn side_note(note: impl Child) -> Element {
    el("span").class("fact__note").child(note)
}
