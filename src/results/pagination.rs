use crate::components::print_note::MAX_PRINTED;
use crate::components::record_link::RECORD_LINKS;
use crate::dom::dynamic::{count, dynamic, effect};
use crate::dom::element::{Element, fragment};
use crate::host::{focus, page, schedule};
use crate::state::Atlas;
use atlas_engine::explorer::Results;
use leptos::prelude::*;
use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

#[derive(Clone, Copy)]
pub(crate) struct Pages {
    results: Memo<Arc<Results>>,
    page_size: usize,
    /// Of the pages after the first.
    pub(super) further_size: usize,
    pub(super) batch_size: usize,
    nodes: StoredValue<CountNodes>,
    /// The first result in the page: 0, until there are too many and the first ones are removed.
    pub(super) first: RwSignal<usize>,
    /// Where the results in the page end; one page further with each [`show_more`].
    pub(super) limit: RwSignal<usize>,
    drawn: RwSignal<usize>,
    /// Changes whenever the results do.
    pub(super) turn: Memo<u32>,
    /// The turn that is being drawn.
    begun: RwSignal<u32>,
}

/// About how many DOM nodes a result needs, by its record.
type CountNodes = Arc<dyn Fn(u32) -> usize + Send + Sync>;

/// How many nodes a page of results has at most, unless its first few results have more.
pub(super) const MAX_NODES: usize = 1_100;

/// How many nodes the page has at most, and how many of them an open record needs.
const MAX_NODES_OF_PAGE: usize = 4_000;
const NODES_OF_RECORD: usize = 750;

pub(super) fn max_kept_nodes() -> usize {
    let room = (MAX_NODES_OF_PAGE - NODES_OF_RECORD).saturating_sub(page::nodes_beside_results());
    room.max(MAX_NODES)
}

/// The first page of results: the first of `page_sizes`, or fewer if they need too many nodes; the second is
/// for the pages that follow. `batch_size` must divide both evenly: it is how many are drawn before the page
/// can react, because drawing all at once would delay a typed letter.
pub(crate) fn paginate(
    atlas: Atlas,
    (page_size, further_size): (usize, usize),
    batch_size: usize,
    nodes: impl Fn(u32) -> usize + Send + Sync + 'static,
) -> Pages {
    let turns = AtomicU32::new(0);
    let turn = count(move || {
        drop(atlas.results());
        turns.fetch_add(1, Ordering::Relaxed)
    });
    let pages = Pages {
        results: atlas.results_memo(),
        page_size,
        further_size,
        batch_size,
        nodes: StoredValue::new(Arc::new(nodes)),
        first: RwSignal::new(0),
        limit: RwSignal::new(0),
        drawn: RwSignal::new(0),
        turn,
        begun: RwSignal::new(turn.get_untracked()),
    };
    let end = pages.end_of_page(0);
    pages.limit.set(end);
    // The first rendering of the page has steps of its own.
    pages.drawn.set(end);
    let is_due = Rc::new(Cell::new(false));
    effect(move || {
        let goes_on = pages.drawn.get() < pages.limit.get();
        // New results may arrive while some of the last ones are due.
        if goes_on && !is_due.replace(true) {
            let is_due = is_due.clone();
            schedule::after_paint(move || {
                is_due.set(false);
                // Disposed if the visitor has switched to another view meanwhile.
                let _gone = pages.drawn.try_update(|drawn| *drawn += batch_size);
            });
        }
    });
    pages
}

impl Pages {
    /// Starts from the beginning for new results.
    fn begin(self) {
        let turn = self.turn.get();
        if turn != self.begun.get_untracked() {
            self.begun.set(turn);
            focus::show_results_from_the_first();
            let end = self.end_of_page(0);
            self.first.set(0);
            self.limit.set(end);
            // If the focus is among the results, it may be on one of the last.
            let on_result = focus::focused().and_then(|it| it.matches(RECORD_LINKS).ok());
            self.drawn.set(if on_result == Some(true) {
                end
            } else {
                self.batch_size
            });
        }
    }

    pub(super) fn nodes_of(self, results: Range<usize>) -> usize {
        let (all, nodes) = (self.all(), self.nodes.get_value());
        let results = all.projects.get(results).unwrap_or_default();
        results.iter().map(|record| nodes(*record)).sum()
    }

    fn all(self) -> Arc<Results> {
        self.results.get_untracked()
    }

    pub(super) fn end_of_page(self, from: usize) -> usize {
        let all = self.all().projects.len();
        let size = if from == 0 {
            self.page_size
        } else {
            self.further_size
        };
        let last = all.min(from + size);
        let (mut end, mut nodes) = (from, 0);
        while end < last {
            let next = last.min(end + self.batch_size);
            nodes += self.nodes_of(end..next);
            if nodes > MAX_NODES && end > from {
                break;
            }
            end = next;
        }
        end
    }

    /// Adds a page of results; if there are too many then, removes the first ones.
    pub(super) fn show_next(self) {
        let (mut first, shown) = (self.first.get_untracked(), self.limit.get_untracked());
        let end = self.end_of_page(shown);
        let max = max_kept_nodes();
        while first < shown && self.nodes_of(first..end) > max {
            first += self.batch_size;
        }
        self.limit.set(end);
        self.drawn.set(shown + self.batch_size);
        self.first.set(first);
        focus::focus_nth_soon(RECORD_LINKS, (shown - first) as u32);
    }

    /// If each result now has more nodes, keeps one page of them; if each has fewer, keeps them all.
    pub(crate) fn resize(self, has_grown: bool) {
        self.limit_to(if has_grown {
            MAX_NODES
        } else {
            max_kept_nodes()
        });
    }

    pub(super) fn limit_to(self, max: usize) {
        let (first, mut end) = (self.first.get_untracked(), self.limit.get_untracked());
        while end > first + self.batch_size && self.nodes_of(first..end) > max {
            end = (end - 1) / self.batch_size * self.batch_size;
        }
        self.limit.set(end);
        self.drawn.set(end);
    }
}

pub(crate) type DrawResult = Arc<dyn Fn(u32) -> Option<Element> + Send + Sync>;

/// On paper, draws up to [`MAX_PRINTED`] results at once. The caller runs again when the results
/// change; further pages are added to the existing ones.
pub(crate) fn results_in_pages(
    atlas: Atlas,
    mut pages: Pages,
    on_paper: bool,
    draw: DrawResult,
) -> AnyView {
    let mut records = atlas.results().projects.clone();
    if on_paper {
        records.truncate(MAX_PRINTED);
        pages.batch_size = MAX_PRINTED;
    } else {
        pages.begin();
    }
    results_from(0, Arc::new(records), pages, on_paper, draw)
}

fn results_from(
    begin: usize,
    records: Arc<Vec<u32>>,
    pages: Pages,
    on_paper: bool,
    draw: DrawResult,
) -> AnyView {
    let end = records.len().min(begin + pages.batch_size);
    let draw_all = {
        let (records, draw) = (records.clone(), draw.clone());
        move || {
            let records = records.get(begin..end).unwrap_or_default().iter();
            fragment(records.filter_map(|record| draw(*record)))
        }
    };
    let results = if on_paper {
        draw_all()
    } else {
        let is_kept = count(move || u32::from(pages.first.get() < end));
        dynamic(move || (is_kept.get() > 0).then(&draw_all))
    };
    if end == records.len() || on_paper {
        return results;
    }
    let goes_on = count(move || u32::from(pages.drawn.get().min(pages.limit.get()) > end));
    let further = dynamic(move || {
        let further = || results_from(end, records.clone(), pages, false, draw.clone());
        (goes_on.get() > 0).then(further)
    });
    vec![results, further].into_any()
}

impl Pages {
    /// Changes whenever the results do, tracked.
    pub(crate) fn turn(self) -> u32 {
        self.turn.get()
    }

    /// Whether more than the first page has been asked for, tracked.
    pub(crate) fn is_long(self) -> bool {
        self.limit.get() > self.page_size
    }

    /// How many results are in the page, tracked, up to the last that was asked for.
    pub(crate) fn shown(self) -> usize {
        self.limit.get()
    }
}
