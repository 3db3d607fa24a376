use crate::components::picture::save_text;
use crate::dom::element::{Element, el};
use crate::i18n::Message;

/// A button that saves a table for spreadsheets, which is written when the button is pressed.
pub(crate) fn csv_button(
    label: Message,
    file: &'static str,
    table: impl Fn() -> String + 'static,
) -> Element {
    el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| {
            // The byte order mark marks the text as UTF-8 for spreadsheets.
            let table = ["\u{feff}", &table()].concat();
            save_text(file, ".csv", "text/csv", &table);
        })
        .child(label)
}
