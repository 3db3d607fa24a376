use crate::components::lazy::lazy;
use crate::dom::dynamic::{count, dynamic, flag, text};
use crate::dom::element::{Element, el};
use crate::host::{focus, is_interactive};
use crate::i18n::intl::number;
use crate::i18n::{self, Message};
use crate::results::cards::cards;
use crate::results::compare::compare_view;
use crate::results::figures::figures_view;
use crate::results::list::list;
use crate::results::network_view::network_view;
use crate::results::sort_order::sort_order;
use crate::results::table::table_view;
use crate::share::dialog::share_button;
use crate::state::Atlas;
use atlas_engine::query::View;
use leptos::prelude::*;

pub(crate) fn toolbar(atlas: Atlas, sharing: RwSignal<bool>) -> Element {
    let views = View::ALL.into_iter().map(|view| view_button(atlas, view));
    let switch = el("nav")
        .class("views")
        .attr("aria-label", Message::Views)
        .child(views.collect::<Vec<_>>());
    let unordered = flag(move || !atlas.view().lists_projects());
    el("div").class("toolbar").child(switch).child(
        el("div")
            .class("toolbar__tools")
            .child(sort_order(atlas).attr("hidden", unordered))
            .child(share_button(sharing)),
    )
}

/// Comparing is offered once there is something to compare.
fn view_button(atlas: Atlas, view: View) -> Element {
    let is_open = move || atlas.view() == view;
    let compared = move || atlas.query().compare.len() as u32;
    let pointless = flag(move || view == View::Compare && !is_open() && compared() == 0);
    let how_many = text(move || match compared() {
        count if view == View::Compare && count > 0 => number(count),
        _ => String::new(),
    });
    el("button")
        .attr("type", "button")
        .class("views__button")
        .attr("data-view", view.key())
        .attr("aria-current", text(move || is_open().to_string()))
        .attr("hidden", pointless)
        .on("click", move |_| atlas.open_view(view))
        .child(i18n::view_name(view))
        .child(el("span").class("views__count").child(how_many))
}

/// So many results are longer than a window.
const LONG: u32 = 12;

/// Appears once the page is scrolled by more than a window; the style sheet places it.
fn to_top(atlas: Atlas) -> AnyView {
    dynamic(move || {
        let button = || {
            el("button")
                .attr("type", "button")
                .class("to-top__button button")
                .on("click", |_| focus::focus_top())
                .child(Message::BackToTop)
        };
        let is_list = atlas.view().lists_projects();
        let is_long = is_list && atlas.shown() >= LONG && is_interactive();
        is_long.then(|| el("div").class("to-top").child(button()).finish())
    })
}

pub(crate) fn results_view(atlas: Atlas) -> Element {
    let view = count(move || atlas.view() as u32);
    let content = dynamic(move || {
        // Runs only when the view is another one, not after every change of the query.
        let _changed = view.get();
        Some(match untrack(|| atlas.view()) {
            View::List => list(atlas),
            View::Cards => cards(atlas),
            View::Table => lazy(atlas, table_view),
            View::Figures => lazy(atlas, figures_view),
            View::Network => lazy(atlas, network_view),
            View::Compare => lazy(atlas, compare_view),
        })
    });
    el("div")
        .class("results__view")
        .child(content)
        .child(to_top(atlas))
}
