use crate::dom::element::{Element, el};
use crate::i18n::Message;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Event;

/// A link that downloads a table for spreadsheets, which is written when the link is pressed.
pub(crate) fn csv_link(
    label: Message,
    file: &'static str,
    table: impl Fn() -> String + 'static,
) -> Element {
    let table: Rc<dyn Fn() -> String> = Rc::new(table);
    el("a")
        .class("button")
        .attr("href", "#")
        .attr("download", file)
        .on("click", move |event| set_address(&event, &table()))
        .child(label)
}

fn set_address(event: &Event, table: &str) {
    let link = event.current_target();
    let Some(link) = link.and_then(|it| it.dyn_into::<web_sys::Element>().ok()) else {
        return;
    };
    // The byte order mark marks the text as UTF-8 for spreadsheets.
    let mut address = "data:text/csv;charset=utf-8,%EF%BB%BF".to_owned();
    address.push_str(&String::from(js_sys::encode_uri_component(table)));
    // This attribute name is always valid.
    drop(link.set_attribute("href", &address));
}
