use crate::components::names::portfolio_title;
use crate::components::print_note::print_note;
use crate::dom::dynamic::{dynamic, effect};
use crate::dom::element::{Element, el, landmark};
use crate::dom::progressive_render::step;
use crate::filters::panel::filters;
use crate::filters::summary::summary;
use crate::filters::timeline::timeline;
use crate::host::browser::Fetched;
use crate::host::{self, address, focus, is_interactive, keyboard, page};
use crate::i18n::{self, Locale, Message};
use crate::layout::footer::footer;
use crate::layout::header::header;
use crate::layout::language;
use crate::layout::map_panel::map_panel;
use crate::layout::notices::{address_notices, data_notices, failure_notice};
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
) -> AnyView {
    let file = fetched.portfolio_name.clone();
    let atlas = explorer.map(|explorer| Atlas::open(explorer, locale));
    let Some(atlas) = atlas else {
        return landmark("main")
            .class("page page--bare")
            .child(el("h1").child(Message::UntitledPortfolio))
            .child(data_notices(findings, &file, 0))
            .finish();
    };
    language::follow(atlas, &fetched.own_language);
    if host::is_own_page() {
        keyboard::focus_on_slash("#search");
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
        let answers = explorer_view(atlas, sharing).attr("inert", filtering);
        el("div")
            .class("page__body")
            .child(filters(atlas, filtering))
            .child(answers)
    };
    el("div")
        .class(if is_interactive() {
            "page"
        } else {
            "page page--prerendered"
        })
        .child(skip_link().attr("inert", filtering))
        .child(header(atlas, title.clone()).attr("inert", filtering))
        .child(print_note(atlas))
        .child(data_notices(findings, file, shown))
        .child(address_notices(atlas))
        .child(failure_notice(atlas))
        .child(content)
        // Last, because the content above would push it down.
        .child(step(move || {
            Some(footer(atlas).attr("inert", filtering).finish())
        }))
        .child(compare_bar(atlas).attr("inert", filtering))
        .child(open_record(atlas, title))
        .child(share_dialog(atlas, sharing))
}

fn explorer_view(atlas: Atlas, sharing: RwSignal<bool>) -> Element {
    let playing = RwSignal::new(false);
    let time = step(move || Some(timeline(atlas, playing)?.finish()));
    let results = step(move || {
        let results = el("div")
            .class("results")
            .attr("id", "results")
            .attr("tabindex", "-1")
            .child(summary(atlas, playing))
            .child(toolbar(atlas, sharing))
            .child(step(move || Some(results_view(atlas).finish())));
        Some(results.finish())
    });
    landmark("main")
        .class("page__main")
        .child(map_panel(atlas))
        .child(time)
        .child(results)
}

fn skip_link() -> Element {
    el("a")
        .class("skip-link")
        .attr("href", page::RESULTS)
        .on("click", |event| {
            // In another site's page, the fragment belongs to that page.
            if !host::is_own_page() {
                event.prevent_default();
                focus::focus(page::RESULTS);
            }
        })
        .child(Message::SkipToResults)
}
