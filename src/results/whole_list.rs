//! All results as one list, however many there are: only the rows near the window are in the page, with
//! space for the others before and after them.

use crate::components::record_link::RECORD_LINKS;
use crate::dom::css_number::pixels;
use crate::dom::dynamic::text;
use crate::dom::element::{Element, el};
use crate::dom::keyed_list::keyed_list;
use crate::host::chunk::OnDemandChunk;
use crate::host::{focus, page, schedule};
use crate::results::row::row;
use crate::state::Atlas;
use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

/// How many rows are in the page, and how many of them are before the first visible one.
const ROWS: usize = 60;
const ROWS_BEFORE: usize = 20;

/// The window moves by this many rows at a time.
const STEP: usize = 10;

/// The height of a row in pixels, if none can be measured.
const ROW_HEIGHT: f64 = 90.0;

/// Draws the list in place of the pages of results. Focuses the row at `focused`, if it is given.
#[inline(never)]
pub(crate) fn whole_list(_loaded: OnDemandChunk, atlas: Atlas, focused: Option<usize>) -> AnyView {
    let all = untrack(|| atlas.results()).projects.len();
    // From the pages of results, before they are removed.
    let heights = StoredValue::new(Heights::of_rows(all));
    let first_row = move || heights.with_value(Heights::first_row);
    let begin = RwSignal::new(first_row());
    let follow = move |is_resized: bool| {
        let Some(before) = begin.try_get_untracked() else {
            return;
        };
        heights.update_value(|heights| heights.measure(before, is_resized));
        let first = first_row();
        if first != before || is_resized {
            // The row that has the focus may be moved or removed.
            focus::keep_focus_in_place();
            begin.set(first);
        }
    };
    let is_due = Rc::new(Cell::new(false));
    let is_resized = Rc::new(Cell::new(false));
    let changed = move |resizes: bool| {
        is_resized.set(is_resized.get() || resizes);
        if !is_due.replace(true) {
            let (is_due, is_resized) = (is_due.clone(), is_resized.clone());
            schedule::after_paint(move || {
                is_due.set(false);
                follow(is_resized.take());
            });
        }
    };
    let resized = changed.clone();
    page::listen("resize", move |_| resized(true));
    // In another site's page, something else than the window may scroll. Such events do not bubble.
    let mut scrolled = schedule::owned(move |()| changed(false));
    let listener = EventListener::new_with_options(
        &window(),
        "scroll",
        EventListenerOptions::run_in_capture_phase(),
        move |_| scrolled(()),
    );
    let _until_disposed = StoredValue::new_local(listener);
    let last = all.saturating_sub(ROWS);
    let rows_of = move |begin: usize| begin.min(last)..all.min(begin.min(last) + ROWS);
    let rows = keyed_list(
        move || {
            let (results, rows) = (atlas.results(), rows_of(begin.get()));
            results.projects.get(rows).unwrap_or_default().to_vec()
        },
        move |record| {
            let explorer = atlas.explorer();
            let project = explorer.project(record);
            project.map_or_else(|| el("div"), |project| row(atlas, record, project))
        },
    );
    if let Some(focused) = focused {
        let nth = focused.saturating_sub(rows_of(begin.get_untracked()).start);
        focus::focus_nth_soon(RECORD_LINKS, nth as u32);
    }
    let height = move |rows| heights.with_value(|heights| heights.of(rows));
    el("div")
        .class("list list--whole")
        .child(space(move || height(0..rows_of(begin.get()).start)))
        .child(rows)
        .child(space(move || height(rows_of(begin.get()).end..all)))
        .finish()
}

fn space(height: impl Fn() -> f64 + Send + Sync + 'static) -> Element {
    el("div")
        .class("list__space")
        .attr("aria-hidden", "true")
        .style("block-size", text(move || pixels(height())))
}

/// The height of each row in pixels, once it has been in the page, so that the space for it is exact.
struct Heights {
    /// 0 if unknown.
    rows: Vec<f64>,
    /// For the rows whose height is unknown.
    mean: f64,
}

impl Heights {
    /// Of this many rows, of which some are in the page.
    fn of_rows(all: usize) -> Self {
        Self {
            rows: vec![0.0; all],
            // The browser has not laid out the later ones.
            mean: mean(&rows_in_page(FIRST_ROWS)),
        }
    }

    fn height(&self, row: f64) -> f64 {
        if row > 0.0 { row } else { self.mean }
    }

    fn of(&self, rows: Range<usize>) -> f64 {
        let rows = self.rows.get(rows).unwrap_or_default();
        rows.iter().map(|row| self.height(*row)).sum()
    }

    /// Takes the heights of the rows in the page, of which `begin` is the first. At another width, those
    /// of all other rows are unknown again.
    fn measure(&mut self, begin: usize, is_resized: bool) {
        let measured = rows_in_page(ROWS);
        if is_resized {
            self.rows.fill(0.0);
            self.mean = mean(&measured);
        }
        let rows = self.rows.iter_mut().skip(begin);
        for (row, height) in rows.zip(measured) {
            *row = height;
        }
    }

    /// Where the rows in the page should begin, so that those in the window are among them.
    fn first_row(&self) -> usize {
        let above = page::first(LIST).map_or(0.0, |list| -list.get_bounding_client_rect().top());
        let mut below = above;
        let passed = self.rows.iter().take_while(|row| {
            below -= self.height(**row);
            below > 0.0
        });
        let first = passed.count();
        first.saturating_sub(ROWS_BEFORE) / STEP * STEP
    }
}

const LIST: &str = "#results .list";

/// As many as `.row:nth-of-type` in the style sheet exempts from `content-visibility`.
const FIRST_ROWS: usize = 12;

fn rows_in_page(max: usize) -> Vec<f64> {
    let rows = page::all("#results .list > article");
    let rows = rows.iter().take(max);
    rows.map(|row| row.get_bounding_client_rect().height())
        .collect()
}

fn mean(heights: &[f64]) -> f64 {
    if heights.is_empty() {
        return ROW_HEIGHT;
    }
    heights.iter().sum::<f64>() / heights.len() as f64
}
