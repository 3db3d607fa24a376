use crate::components::highlight::highlighted;
use crate::dom::element::{Element, el};
use crate::i18n::language;
use crate::state::Atlas;

/// Isolates an element's portfolio text in its own direction, and marks it with its language if needed.
pub(crate) fn content_lang(atlas: Atlas, element: Element) -> Element {
    element
        .attr("lang", other_language(atlas))
        .attr("dir", "auto")
}

pub(crate) fn content_text(atlas: Atlas, text: impl Into<String>) -> Element {
    content_lang(atlas, el("span")).child(highlighted(atlas, text))
}

/// The portfolio's language, if the interface is in another one. Empty if the portfolio states none, so
/// that the text is at least not marked as being in the interface's language.
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
