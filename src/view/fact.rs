//! A label and what is stated under it.

use super::element::{Child, Element, el};
use crate::strings::Word;

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

/// As [`fact`], with a line for each value; without values it says that none is stated.
pub(crate) fn fact_lines<C: Child>(label: impl Child, lines: Vec<C>) -> Element {
    if lines.is_empty() {
        return fact(label, not_stated());
    }
    let lines: Vec<Element> = lines.into_iter().map(|line| el("li").child(line)).collect();
    fact(label, el("ul").class("fact__lines").child(lines))
}

/// The words for what the source does not state.
pub(crate) fn not_stated() -> Element {
    el("span").class("fact__silent").child(Word::ValueNotStated)
}

/// What is added to a value in smaller letters.
pub(crate) fn side_note(note: impl Child) -> Element {
    el("span").class("fact__note").child(note)
}
