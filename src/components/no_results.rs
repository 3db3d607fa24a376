use crate::dom::element::{Element, el};
use crate::i18n::Message;

pub(crate) fn no_results() -> Element {
    el("div")
        .class("empty")
        .child(el("p").class("empty__message").child(Message::NoResults))
        .child(el("p").child(Message::NoResultsAdvice))
}
