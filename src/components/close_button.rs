use crate::dom::element::{Element, el};
use crate::i18n::Message;

pub(crate) fn close_button(close: impl Fn() + 'static) -> Element {
    el("button")
        .attr("type", "button")
        .class("dialog__close")
        .attr("aria-label", Message::Close)
        .on("click", move |_| close())
        .child(el("span").attr("aria-hidden", "true").child("×"))
}
