use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, el};
use crate::host::chunk::DeferredChunk;
use crate::host::{History, focus};
use crate::i18n::{Message, tr_with};
use crate::state::Atlas;
use atlas_engine::query::Query;
use atlas_engine::search::{as_year, uncorrected};
use leptos::prelude::AnyView;

/// What a search was understood as, and what else it may mean.
pub(crate) fn search_hints(_loaded: DeferredChunk, atlas: Atlas) -> AnyView {
    dynamic(move || {
        let hints = [correction(atlas), year(atlas)];
        let hints: Vec<Element> = hints.into_iter().flatten().collect();
        (!hints.is_empty()).then(|| el("div").class("search-hints").child(hints).finish())
    })
}

/// “Showing results for lebanon”, and a button that searches for the typed text.
fn correction(atlas: Atlas) -> Option<Element> {
    // From the text that was searched for: the visitor may have typed more since.
    let results = atlas.results();
    let typed = results.text.clone();
    let ranges: Vec<_> = results
        .corrections
        .iter()
        .map(|it| it.typed.clone())
        .collect();
    let (mut corrected, mut at) = (String::new(), 0);
    for correction in &results.corrections {
        corrected.push_str(typed.get(at..correction.typed.start)?);
        corrected.push_str(&correction.word);
        at = correction.typed.end;
    }
    if at == 0 {
        return None;
    }
    corrected.push_str(typed.get(at..)?);
    let shown = tr_with(Message::ShowingResultsFor, &[("words", corrected.trim())]);
    let instead = tr_with(Message::SearchInsteadFor, &[("words", typed.trim())]);
    let undo = offer(atlas, instead, move |query| {
        query.text = uncorrected(&typed, &ranges);
    });
    Some(hint().child(el("span").child(shown)).child(undo))
}

/// Offers the projects of a year, if the search is nothing but a year of the portfolio.
fn year(atlas: Atlas) -> Option<Element> {
    let year = as_year(&atlas.query().text)?;
    let (first, last) = atlas.explorer().facets().years.bounds()?;
    if year < first || year > last {
        return None;
    }
    let label = tr_with(Message::ShowYear, &[("year", &year.to_string())]);
    let show = offer(atlas, label, move |query| {
        query.text.clear();
        (query.from, query.to) = (Some(year), Some(year));
    });
    Some(hint().child(show))
}

fn hint() -> Element {
    el("p").class("search-hints__item")
}

/// A button that changes the search. It is then gone, so the focus moves to the search area.
fn offer(atlas: Atlas, label: String, change: impl Fn(&mut Query) + 'static) -> Element {
    el("button")
        .attr("type", "button")
        .class("search-hints__suggestion")
        .on("click", move |_| {
            atlas.change(History::Push, &change);
            focus::focus_soon(&[".search"]);
        })
        .child(label)
}
