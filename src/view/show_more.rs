//! Results a page at a time, and of a page a few at a time.

use super::card::OPENERS;
use super::element::{Element, el};
use super::reactive::{count, flag, part, react, text};
use crate::atlas::Atlas;
use crate::browser::page;
use crate::strings;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// How many of the results there are to be seen. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Pages {
    at_a_time: usize,
    in_one_go: usize,
    /// How many were asked for: a page at first, and one more whenever [`show_more`] is used.
    limit: RwSignal<usize>,
    /// How many of these are drawn by now.
    drawn: RwSignal<usize>,
    /// Changes whenever the results do.
    turn: Memo<u32>,
    /// The turn that is being drawn.
    begun: RwSignal<u32>,
}

/// The first page of the results, `at_a_time` of them. `in_one_go`, an even part of that, is how
/// many are drawn before the page answers again: all of them at once would keep a letter that is
/// typed from showing.
pub(crate) fn page_by_page(atlas: Atlas, at_a_time: usize, in_one_go: usize) -> Pages {
    let turns = AtomicU32::new(0);
    let turn = count(move || {
        drop(atlas.results());
        turns.fetch_add(1, Ordering::Relaxed)
    });
    let pages = Pages {
        at_a_time,
        in_one_go,
        limit: RwSignal::new(at_a_time),
        // The page's first drawing has steps of its own.
        drawn: RwSignal::new(at_a_time),
        turn,
        begun: RwSignal::new(turn.get_untracked()),
    };
    let is_due = Rc::new(Cell::new(false));
    react(move || {
        let goes_on = pages.drawn.get() < pages.limit.get();
        // Other results may come while some of the last ones are due.
        if goes_on && !is_due.replace(true) {
            let is_due = is_due.clone();
            page::after_paint(move || {
                is_due.set(false);
                // Gone when the visitor has turned to another view meanwhile.
                let _gone = pages.drawn.try_update(|drawn| *drawn += in_one_go);
            });
        }
    });
    pages
}

impl Pages {
    /// Another set of results starts at its beginning.
    fn begin(self) {
        let turn = self.turn.get();
        if turn != self.begun.get_untracked() {
            self.begun.set(turn);
            self.limit.set(self.at_a_time);
            // Where the keyboard is among the results, what it is on may be among the last.
            let on_result = page::focused().and_then(|it| it.matches(OPENERS).ok());
            self.drawn.set(if on_result == Some(true) {
                self.at_a_time
            } else {
                self.in_one_go
            });
        }
    }
}

/// Draws one result.
pub(crate) type DrawResult = Arc<dyn Fn(u32) -> Option<Element> + Send + Sync>;

/// How many results are printed at most. More take minutes to lay out, and few people want a
/// hundred pages; the print says how many there are.
pub(crate) const MOST_PRINTED: usize = 500;

/// Results up to the page that was asked for; on paper, where no more can be asked for, all at once.
/// Who draws them runs again when they are others. Further ones are added to those that are there.
pub(crate) fn results_in_pages(
    atlas: Atlas,
    mut pages: Pages,
    on_paper: bool,
    draw: DrawResult,
) -> AnyView {
    let mut records = atlas.results().projects.clone();
    if on_paper {
        records.truncate(MOST_PRINTED);
        pages.in_one_go = MOST_PRINTED;
    }
    pages.begin();
    results_from(0, Arc::new(records), pages, draw)
}

fn results_from(begin: usize, records: Arc<Vec<u32>>, pages: Pages, draw: DrawResult) -> AnyView {
    let end = begin + pages.in_one_go;
    let piece = records.iter().skip(begin).take(pages.in_one_go);
    let mut piece: Vec<AnyView> = piece
        .filter_map(|record| draw(*record).map(Element::finish))
        .collect();
    if end < records.len() {
        let goes_on = count(move || u32::from(pages.drawn.get().min(pages.limit.get()) > end));
        piece.push(part(move || {
            let further = || results_from(end, records.clone(), pages, draw.clone());
            (goes_on.get() > 0).then(further)
        }));
    }
    piece.into_any()
}

/// The button for further results, while there are any. It leads the keyboard to the first of them.
pub(crate) fn show_more(atlas: Atlas, pages: Pages) -> Element {
    let Pages {
        limit, at_a_time, ..
    } = pages;
    let left = count(move || {
        let of = atlas.results().projects.len();
        of.saturating_sub(limit.get()) as u32
    });
    let words = text(move || {
        let left = left.get() as usize;
        strings::show_more(at_a_time.min(left), left)
    });
    #[cfg(not(target_arch = "wasm32"))]
    let all = Some(super::project_page::link_to_all());
    #[cfg(target_arch = "wasm32")]
    let all = None::<Element>;
    let button = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| {
            let first_of_them = limit.get_untracked();
            limit.set(first_of_them + at_a_time);
            pages.drawn.set(first_of_them + pages.in_one_go);
            page::focus_nth_soon(OPENERS, first_of_them as u32);
        })
        .child(words);
    el("p")
        .class("cards__more")
        .attr("hidden", flag(move || left.get() == 0))
        .child(button)
        .child(all)
}
