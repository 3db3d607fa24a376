use crate::dom::dynamic::text;
use crate::dom::element::{Element, el};
use crate::host::theme::{self, Theme};
use crate::i18n::{Message, tr, tr_with};
use leptos::prelude::*;

pub(crate) fn theme_switch() -> Element {
    let theme = RwSignal::new(theme::recall());
    let name = text(move || {
        let theme = match theme.get() {
            Theme::Auto => Message::ThemeAuto,
            Theme::Light => Message::ThemeLight,
            Theme::Dark => Message::ThemeDark,
        };
        tr_with(Message::Theming, &[("theme", tr(theme))])
    });
    el("button")
        .attr("type", "button")
        .class("theme-switch")
        .attr("data-current", text(move || theme.get().key().to_owned()))
        .attr("aria-label", name)
        .attr("title", name)
        .on("click", move |_| {
            theme.update(|theme| *theme = theme.next());
            theme::choose(theme.get_untracked());
        })
        .child(el("span").attr("aria-hidden", "true"))
}
