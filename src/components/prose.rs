use crate::components::content_lang::content_lang;
use crate::components::highlight::with_marks;
use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, el, fragment};
use crate::state::Atlas;
use leptos::prelude::*;

/// How many paragraphs and list items become elements. The rest is one more, with its line breaks.
const MAX_ELEMENTS: usize = 36;

const MAX_MARKS: usize = 20;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Block {
    Paragraph(String),
    List(Vec<String>),
}

/// Text in the portfolio's format: a blank line starts a paragraph, `- ` a list item.
pub(crate) fn prose(atlas: Atlas, text: &str) -> AnyView {
    let (blocks, rest) = first_blocks(blocks(text), MAX_ELEMENTS);
    dynamic(move || {
        let highlighter = atlas.highlighter();
        let mut left = MAX_MARKS;
        let mut shown = |tag: &'static str, text: &str| {
            let mut ranges = highlighter.ranges(text);
            ranges.truncate(left);
            left -= ranges.len();
            content_lang(atlas, el(tag)).child(with_marks(text, &ranges))
        };
        let mut elements: Vec<Element> = Vec::new();
        for block in &blocks {
            elements.push(match block {
                Block::Paragraph(text) => shown("p", text),
                Block::List(items) => {
                    let items: Vec<Element> = items.iter().map(|item| shown("li", item)).collect();
                    el("ul").child(items)
                }
            });
        }
        let rest = rest.as_ref();
        elements.extend(rest.map(|rest| shown("p", rest).class("prose-rest")));
        Some(fragment(elements))
    })
}

fn first_blocks(blocks: Vec<Block>, max: usize) -> (Vec<Block>, Option<String>) {
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    let mut room = max;
    for block in blocks {
        match block {
            Block::List(mut items) if items.len() > room => {
                let others = items.split_off(room);
                if !items.is_empty() {
                    first.push(Block::List(items));
                }
                rest.push(Block::List(others).into_text());
                room = 0;
            }
            block if room > 0 => {
                room -= block.elements();
                first.push(block);
            }
            block => rest.push(block.into_text()),
        }
    }
    let rest = (!rest.is_empty()).then(|| rest.join("\n\n"));
    (first, rest)
}

impl Block {
    fn elements(&self) -> usize {
        match self {
            Self::Paragraph(_) => 1,
            Self::List(items) => items.len(),
        }
    }

    fn into_text(self) -> String {
        match self {
            Self::Paragraph(text) => text,
            Self::List(items) => {
                let lines: Vec<String> = items.iter().map(|item| ["– ", item].concat()).collect();
                lines.join("\n")
            }
        }
    }
}

/// The beginning of a text, as one paragraph. A paragraph that introduces a list includes the list,
/// because “three aims:” alone says nothing.
pub(crate) fn beginning(text: &str) -> String {
    let mut blocks = blocks(text).into_iter();
    let mut first = match blocks.next() {
        Some(Block::Paragraph(text)) => text,
        Some(Block::List(items)) => return items.join("; "),
        None => return String::new(),
    };
    if let (true, Some(Block::List(items))) = (first.ends_with(':'), blocks.next()) {
        first.push(' ');
        first.push_str(&items.join("; "));
    }
    first
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            open = false;
        } else if let Some(item) = line.strip_prefix("- ") {
            match blocks.last_mut() {
                Some(Block::List(items)) => items.push(item.trim().to_owned()),
                _ => blocks.push(Block::List(vec![item.trim().to_owned()])),
            }
            open = true;
        } else {
            match blocks.last_mut().filter(|_| open) {
                Some(Block::Paragraph(text)) => {
                    text.push(' ');
                    text.push_str(line);
                }
                Some(Block::List(items)) => {
                    if let Some(item) = items.last_mut() {
                        item.push(' ');
                        item.push_str(line);
                    }
                }
                None => blocks.push(Block::Paragraph(line.to_owned())),
            }
            open = true;
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::{Block, beginning, blocks, first_blocks};

    #[test]
    fn the_rest_after_the_first_blocks_is_one_text() {
        let text = "One.\n\n- a\n- b\n- c\n\nTwo.\n\nThree.";
        let paragraph = |text: &str| Block::Paragraph(text.to_owned());
        let list = |items: &[&str]| Block::List(items.iter().map(ToString::to_string).collect());
        let (first, rest) = first_blocks(blocks(text), 3);
        assert_eq!(first, [paragraph("One."), list(&["a", "b"])]);
        assert_eq!(rest.as_deref(), Some("– c\n\nTwo.\n\nThree."));
        let (first, rest) = first_blocks(blocks(text), 4);
        assert_eq!(first.len(), 2);
        assert_eq!(rest.as_deref(), Some("Two.\n\nThree."));
        let (first, rest) = first_blocks(blocks(text), 6);
        assert_eq!((first.len(), rest), (4, None));
    }

    #[test]
    fn the_beginning_is_the_first_paragraph_with_the_list_it_introduces() {
        for (text, begins) in [
            ("One.\n\nTwo.", "One."),
            ("One,\ngoing on.", "One, going on."),
            ("Three aims:\n- a\n- b\n\nTwo.", "Three aims: a; b"),
            ("One.\n\n- a\n- b", "One."),
            ("Aims:", "Aims:"),
            ("- a\n- b", "a; b"),
            (" \n\n ", ""),
        ] {
            assert_eq!(beginning(text), begins, "{text:?}");
        }
    }
}
