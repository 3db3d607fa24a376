use crate::components::content_lang::content_text;
use crate::dom::element::{Child, Element, el};
use crate::i18n::{Message, PluralMessage, tr, tr_plural};
use crate::state::Atlas;

pub(crate) fn fact(label: impl Child, value: impl Child) -> Element {
    fact_of(label, el("dd").child(value))
}

pub(crate) fn fact_of(label: impl Child, description: Element) -> Element {
    el("div")
        .class("fact")
        .child(el("dt").child(label))
        .child(description)
}

/// The items of a list: how each is drawn as a line of its own, and its name in a line of several.
pub(crate) struct Lines<'a, T> {
    pub(crate) items: &'a [T],
    pub(crate) draw: &'a dyn Fn(&T) -> Vec<Element>,
    pub(crate) name: &'a dyn Fn(&T) -> String,
}

pub(crate) fn fact_lines<T>(
    atlas: Atlas,
    label: impl Child,
    lines: &Lines<'_, T>,
    max: usize,
) -> Element {
    if lines.items.is_empty() {
        return fact(label, not_stated());
    }
    fact(label, list(atlas, "fact__lines", lines, max))
}

/// How many items are named in the line of several; the rest are counted.
const MAX_NAMED: usize = 1_000;

/// A list with at most `max` lines; the remaining items are named together in one more line.
pub(crate) fn list<T>(
    atlas: Atlas,
    class: &'static str,
    lines: &Lines<'_, T>,
    max: usize,
) -> Element {
    let (first, rest) = lines.items.split_at(lines.items.len().min(max));
    let elements = first
        .iter()
        .map(|thing| el("li").child((lines.draw)(thing)));
    let (named, further) = first_of(rest.iter().collect(), MAX_NAMED);
    let mut names: Vec<String> = named.into_iter().map(lines.name).collect();
    names.extend(further);
    let rest = (!names.is_empty()).then(|| {
        let names = names.join(tr(Message::DetailSeparator));
        el("li").child(content_text(atlas, names))
    });
    el("ul")
        .class(class)
        .child(elements.collect::<Vec<_>>())
        .child(rest)
}

/// Splits off the items beyond the first `max` and says how many they are: “4 more”.
pub(crate) fn first_of<T>(mut items: Vec<T>, max: usize) -> (Vec<T>, Option<String>) {
    let further = items.len().saturating_sub(max);
    items.truncate(max);
    let words = (further > 0).then(|| tr_plural(PluralMessage::Further, further as u32));
    (items, words)
}

pub(crate) fn not_stated() -> Element {
    el("span")
        .class("fact__missing")
        .child(Message::ValueNotStated)
}

pub(crate) fn side_note(note: impl Child) -> Element {
    el("span").class("fact__note").child(note)
}
