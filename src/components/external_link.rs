use crate::components::content_lang::content_text;
use crate::dom::element::{Element, el};
use crate::i18n::Message;
use crate::state::Atlas;

/// The portfolio model accepts only http, https and mailto addresses.
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

pub(crate) fn listed_link(atlas: Atlas, title: String, url: Option<String>) -> Vec<Element> {
    let no_address = url
        .is_none()
        .then(|| el("span").class("fact__missing").child(Message::NoAddress));
    let link = external_link(atlas, title, url);
    [Some(link), no_address].into_iter().flatten().collect()
}
