use crate::components::content_lang::content_text;
use crate::dom::element::{Element, el};
use crate::state::Atlas;

/// The portfolio model accepts only http, https and mailto addresses, and relative ones of pictures.
pub(crate) fn external_link(atlas: Atlas, title: String, url: Option<String>) -> Element {
    let title = content_text(atlas, title);
    match url {
        Some(url) => el("a")
            .attr("href", url)
            .attr("rel", "noopener noreferrer")
            .child(title),
        None => el("span").child(title),
    }
}
