//! Text in the portfolio's own language, which need not be the interface's.

use crate::components::highlight::highlighted;
use crate::dom::element::{Element, el};
use crate::i18n::language;
use crate::state::Atlas;

/// Lets an element that holds text of the portfolio run in that text's own direction, apart from what
/// is around it, and marks it with the language of the text where the interface has another.
pub(crate) fn content_lang(atlas: Atlas, element: Element) -> Element {
    element
        .attr("lang", other_language(atlas))
        .attr("dir", "auto")
}

/// A text of the portfolio within a line, its matches marked.
pub(crate) fn content_text(atlas: Atlas, text: impl Into<String>) -> Element {
    content_lang(atlas, el("span")).child(highlighted(atlas, text))
}

/// The portfolio's language where the interface speaks another; empty where nobody states it: then
/// it is at least not said to be the interface's.
#[inline(never)]
fn other_language(atlas: Atlas) -> Option<String> {
    let explorer = atlas.explorer();
    let stated = explorer.portfolio().language.as_deref();
    let primary = stated.map(|tag| tag.split('-').next().unwrap_or_default());
    let is_spoken = match primary {
        Some(primary) => primary.eq_ignore_ascii_case(language().code),
        None => language().is_english(),
    };
    (!is_spoken).then(|| stated.unwrap_or_default().to_owned())
}
