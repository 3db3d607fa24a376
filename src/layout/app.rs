use crate::components::element_size::element_size;
use crate::components::lazy::deferred;
use crate::components::modal::modal;
use crate::components::names::portfolio_title;
use crate::components::print_note::print_note;
use crate::dom::css_number::pixels;
use crate::dom::dynamic::{dynamic, effect, text};
use crate::dom::element::{Element, el, landmark};
use crate::dom::progressive_render::step;
use crate::filters::panel::{filters, filters_button, has_filters};
use crate::filters::search_hints::search_hints;
use crate::filters::summary::summary;
use crate::host::browser::Fetched;
use crate::host::chunk::DeferredChunk;
use crate::host::{self, address, focus, is_interactive, keyboard, page};
use crate::i18n::{self, Locale, Message};
use crate::layout::footer::footer;
use crate::layout::header::header;
use crate::layout::keyboard_help::{self, keyboard_help};
use crate::layout::language;
use crate::layout::notices::data_notices;
use crate::layout::overview::{has_overview, overview};
use crate::layout::query_notices::query_notices;
use crate::record::dialog::open_record;
use crate::results::compare_bar::compare_bar;
use crate::results::view_switch::{results_view, toolbar};
use crate::share::dialog::share_dialog;
use crate::state::Atlas;
use atlas_engine::explorer::{Explorer, Opening};
use atlas_engine::portfolio::{Finding, Portfolio};
use leptos::prelude::*;
use std::sync::Arc;

pub(crate) fn app(
    explorer: Option<Explorer>,
    findings: Vec<Finding>,
    fetched: &Fetched,
    locale: RwSignal<Locale>,
    deferred: Option<DeferredChunk>,
) -> AnyView {
    let file = fetched.portfolio_name.clone();
    let atlas = explorer.map(|explorer| Atlas::open(explorer, locale, deferred));
    let Some(atlas) = atlas else {
        return landmark("main")
            .class("page page--bare")
            .child(el("h1").child(Message::UntitledPortfolio))
            .child(data_notices(findings, &file, 0))
            .finish();
    };
    language::follow(atlas, &fetched.own_language);
    if host::is_own_page() {
        keyboard::on_key("/", || focus::focus("#search"));
    } else {
        effect(move || address::report_results(&atlas.query(), atlas.shown()));
    }
    dynamic(move || {
        atlas.language();
        Some(page_of(atlas, findings.clone(), &file).finish())
    })
}

pub(crate) fn opening(mut portfolio: Portfolio, fetched: &Fetched) -> Opening {
    if !fetched.facets.is_empty() {
        let selected = fetched.facets.split([',', ' ']).filter(|it| !it.is_empty());
        portfolio.facets = selected.map(str::to_owned).collect();
    }
    Opening::new(Arc::new(portfolio), i18n::place_names())
}

/// The prerendered page, before any query. Only the running program reports errors in the data.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn prerendered_page(atlas: Atlas) -> Element {
    page_of(atlas, Vec::new(), "")
}

fn page_of(atlas: Atlas, findings: Vec<Finding>, file: &str) -> Element {
    let explorer = atlas.explorer();
    let portfolio = explorer.portfolio();
    let title = portfolio_title(atlas);
    let shown = portfolio.projects.len();
    let filtering = RwSignal::new(false);
    let sharing = RwSignal::new(false);
    let content = if shown == 0 {
        landmark("main")
            .class("empty")
            .attr("id", "results")
            .attr("tabindex", "-1")
            .child(Message::NoProjects)
    } else {
        let answers = explorer_view(atlas, filtering, sharing).attr("inert", filtering);
        el("div")
            .class("page__body")
            .child(filters(atlas, filtering))
            .child(answers)
    };
    let notices = el("div")
        .attr("inert", filtering)
        .child(data_notices(findings, file, shown))
        .child(deferred(atlas, query_notices, |_| false));
    el("div")
        .class(if is_interactive() {
            "page"
        } else {
            "page page--prerendered"
        })
        .child(skip_links(atlas).attr("inert", filtering))
        .child(header(atlas, title.clone()).attr("inert", filtering))
        .child(print_note(atlas))
        .child(notices)
        .child(content)
        // Last, because the content above would push it down.
        .child(step(move || {
            Some(footer(atlas).attr("inert", filtering).finish())
        }))
        .child(compare_bar(atlas).attr("inert", filtering))
        .child(open_record(atlas, title))
        .child(share_dialog(atlas, sharing))
        .child(keys_dialog(atlas))
}

fn explorer_view(atlas: Atlas, filtering: RwSignal<bool>, sharing: RwSignal<bool>) -> Element {
    let bar_size = element_size();
    let bar = el("div")
        .class("results-bar")
        .child(filters_button(atlas, filtering))
        .child(summary(atlas))
        .child(el("div").attr("aria-live", "polite").child(deferred(
            atlas,
            search_hints,
            Atlas::is_searching,
        )))
        .child(toolbar(atlas, sharing))
        .on_create(bar_size.element());
    let results = el("div")
        .class("results")
        .attr("id", "results")
        .attr("tabindex", "-1")
        .child(step(move || Some(results_view(atlas).finish())));
    landmark("main")
        .class("page__main")
        // What sticks to the window, or is scrolled to, is below the bar.
        .style(
            "--bar-height",
            text(move || pixels(f64::from(bar_size.size().1))),
        )
        .child(bar)
        .child(overview(atlas))
        .child(results)
}

/// In another site's page, the keys belong to that page.
fn keys_dialog(atlas: Atlas) -> Option<Element> {
    let open = RwSignal::new(false);
    host::is_own_page().then(|| {
        keyboard::on_key("?", move || open.set(true));
        modal(atlas, open, keyboard_help::TITLE_ID, keyboard_help)
    })
}

/// Links to the parts of the page, for visitors who use the keyboard.
fn skip_links(atlas: Atlas) -> Element {
    let link = |target: &'static str, words: Message, fallback: &'static str| {
        el("a")
            .class("skip-link")
            .attr("href", target)
            .on("click", move |event| {
                let is_shown = page::is_shown_by(target);
                // In another site's page, the fragment belongs to that page.
                if !is_shown || !host::is_own_page() {
                    event.prevent_default();
                    focus::focus(if is_shown { target } else { fallback });
                }
            })
            .child(words)
    };
    el("div")
        .child(link(page::RESULTS, Message::SkipToResults, page::RESULTS))
        .child(
            has_filters(atlas).then(|| link("#filters", Message::SkipToFilters, ".filters-button")),
        )
        .child(
            has_overview(atlas).then(|| link("#overview", Message::SkipToMap, ".overview__toggle")),
        )
}
