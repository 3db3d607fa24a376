//! The search box. What it suggests is drawn by the deferred chunk, in
//! [`search_suggestions`](crate::filters::search_suggestions).

use crate::components::lazy::deferred;
use crate::dom::dynamic::{flag, text};
use crate::dom::element::{Element, el};
use crate::filters::search_suggestions::search_popup;
use crate::filters::suggestions::Suggestions;
use crate::host::{self, History, page};
use crate::i18n::Message;
use crate::state::Atlas;
use atlas_engine::query::MAX_SEARCHED;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// The search box. Results follow each letter; in the atlas's own page, “/” focuses it. It is a combobox:
/// arrow keys choose a suggestion, Enter takes it or closes the list, and Escape closes it.
pub(crate) fn search_box(atlas: Atlas) -> Element {
    let suggestions = Suggestions {
        open: RwSignal::new(false),
        count: RwSignal::new(0),
        active: RwSignal::new(0),
    };
    provide_context(suggestions);
    let Suggestions {
        open,
        count,
        active,
    } = suggestions;
    let is_expanded = flag(move || open.get() && count.get() > 0);
    let input = el("input")
        .attr("id", "search")
        .attr("type", "search")
        .attr("role", "combobox")
        .attr("aria-autocomplete", "list")
        .attr("aria-controls", Suggestions::LIST)
        .attr("aria-expanded", text(move || is_expanded.get().to_string()))
        .attr(
            "aria-activedescendant",
            text(move || match active.get() {
                at if at > 0 && is_expanded.get() => Suggestions::id(at),
                _ => String::new(),
            }),
        )
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .attr("maxlength", MAX_SEARCHED.to_string())
        .attr("placeholder", Message::SearchPlaceholder)
        .value(text(move || atlas.query().text.clone()))
        // With a text in the box, only once the visitor asks for them: the focus also returns to the box
        // when a project is closed.
        .on("focus", move |event| {
            open.set(event_target_value(&event).is_empty());
        })
        .on("click", move |_| open.set(true))
        .on("blur", move |_| suggestions.close())
        .on("keydown", move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                && act_on_key(suggestions, &event.key())
            {
                event.prevent_default();
            }
        })
        .on("input", move |event| {
            let typed = event_target_value(&event);
            active.set(0);
            open.set(true);
            // The first letter adds a history entry, so that “back” undoes the search.
            let begins = untrack(|| atlas.query()).text.is_empty();
            let step = if begins {
                History::Push
            } else {
                History::Replace
            };
            atlas.change(step, |query| query.text = typed);
        });
    let key = host::is_own_page().then(|| {
        el("kbd")
            .class("search__shortcut")
            .attr("aria-hidden", "true")
            .child("/")
    });
    let field = el("div").class("search__field").child(input).child(key);
    let popup = el("div")
        .class("search__popup")
        .attr("hidden", flag(move || !open.get()))
        // A press on a suggestion must not take the focus from the box, which would close the list.
        .on("pointerdown", |event| event.prevent_default())
        .on("mousedown", |event| event.prevent_default())
        .child(deferred(atlas, search_popup, |_| false));
    el("search")
        .class("search")
        .attr("tabindex", "-1")
        .child(
            el("label")
                .class("visually-hidden")
                .attr("for", "search")
                .child(Message::SearchLabel),
        )
        .child(field)
        .child(popup)
}

/// Returns whether the key was for the suggestions.
fn act_on_key(suggestions: Suggestions, key: &str) -> bool {
    let Suggestions {
        open,
        count,
        active,
    } = suggestions;
    let (all, now) = (count.get_untracked(), active.get_untracked());
    let is_open = open.get_untracked();
    match key {
        "ArrowDown" | "ArrowUp" if all > 0 => {
            open.set(true);
            // One more place than suggestions: none is active.
            let step = if key == "ArrowDown" { 1 } else { all };
            active.set((now + step) % (all + 1));
        }
        "Enter" => {
            let suggestion = page::by_id(&Suggestions::id(now));
            if let Some(suggestion) = suggestion.filter(|_| is_open) {
                let suggestion: &HtmlElement = suggestion.unchecked_ref();
                suggestion.click();
            }
            suggestions.close();
        }
        "Escape" if is_open => suggestions.close(),
        _ => return false,
    }
    true
}
