//! Plain text as paragraphs and lists.

use super::element::{Element, el};
use super::marked::marked;
use super::published::published;
use crate::atlas::Atlas;

/// At most so many paragraphs, and items of a list, are shown: no text is longer by intent.
const MOST_BLOCKS: usize = 300;

/// A block of plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Block {
    Paragraph(String),
    List(Vec<String>),
}

/// Text in the portfolio's form: a blank line starts a paragraph, `- ` a list item.
pub(crate) fn prose(atlas: Atlas, text: &str) -> Vec<Element> {
    let item = |text| published(atlas, el("li")).child(marked(atlas, text));
    let block = |block| match block {
        Block::Paragraph(text) => published(atlas, el("p")).child(marked(atlas, text)),
        Block::List(items) => {
            let items = items.into_iter().take(MOST_BLOCKS).map(item);
            el("ul").child(items.collect::<Vec<_>>())
        }
    };
    blocks(text)
        .into_iter()
        .take(MOST_BLOCKS)
        .map(block)
        .collect()
}

/// How a text begins, as one paragraph: a paragraph that leads to a list brings the list along,
/// for “three aims:” alone says nothing.
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
    use super::beginning;

    #[test]
    fn the_beginning_is_the_first_paragraph_with_the_list_it_leads_to() {
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
