//! All results as one list, however many there are: only the rows near the window are in the page, with
//! space for the others before and after them.

use crate::components::record_link::RECORD_LINKS;
use crate::dom::css_number::pixels;
use crate::dom::dynamic::{count, text};
use crate::dom::element::{Element, el};
use crate::dom::keyed_list::keyed_list;
use crate::host::chunk::OnDemandChunk;
use crate::host::{focus, page, schedule};
use crate::results::row::row;
use crate::state::Atlas;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// How many rows are in the page, and how many of them are before the first visible one.
const ROWS: usize = 60;
const ROWS_BEFORE: usize = 20;

/// The window moves by this many rows at a time.
const STEP: usize = 10;

/// The height of a row in pixels, if none can be measured.
const ROW_HEIGHT: f64 = 90.0;

/// Draws the list in place of the pages of results; `shown` of them were in the page.
#[inline(never)]
pub(crate) fn whole_list(_loaded: OnDemandChunk, atlas: Atlas, shown: usize) -> AnyView {
    // The rows in the page, before it is drawn again.
    let height = row_height();
    let begin = RwSignal::new(first_row(height));
    let follow = move || {
        let first = first_row(height);
        if begin
            .try_get_untracked()
            .is_some_and(|begin| begin != first)
        {
            let focused = focus::focused();
            begin.set(first);
            // The row that had the focus may be gone.
            schedule::soon(move || {
                if focused.is_some_and(|it| !it.is_connected()) {
                    focus::focus_in_place(page::RESULTS);
                }
            });
        }
    };
    let is_due = Rc::new(Cell::new(false));
    for event in ["scroll", "resize"] {
        let is_due = is_due.clone();
        page::listen(event, move |_| {
            if !is_due.replace(true) {
                let is_due = is_due.clone();
                schedule::after_paint(move || {
                    is_due.set(false);
                    follow();
                });
            }
        });
    }
    let all = move || atlas.results().projects.len();
    let begin = count(move || begin.get().min(all().saturating_sub(ROWS)) as u32);
    let rows = keyed_list(
        move || {
            let (results, begin) = (atlas.results(), begin.get() as usize);
            let end = results.projects.len().min(begin + ROWS);
            let rows = results.projects.get(begin..end);
            rows.unwrap_or_default().to_vec()
        },
        move |record| {
            let explorer = atlas.explorer();
            let project = explorer.project(record);
            project.map_or_else(|| el("div"), |project| row(atlas, record, project))
        },
    );
    let next = shown.saturating_sub(begin.get_untracked() as usize);
    focus::focus_nth_soon(RECORD_LINKS, next as u32);
    el("div")
        .class("list")
        .child(space(move || f64::from(begin.get()) * height))
        .child(rows)
        .child(space(move || {
            let after = all().saturating_sub(begin.get() as usize + ROWS);
            after as f64 * height
        }))
        .finish()
}

fn space(height: impl Fn() -> f64 + Send + Sync + 'static) -> Element {
    el("div")
        .class("list__space")
        .attr("aria-hidden", "true")
        .style("block-size", text(move || pixels(height())))
}

/// The mean of the first rows: the browser may not have laid out the others.
fn row_height() -> f64 {
    let edge = |selector| page::first(selector).map(|row| row.get_bounding_client_rect().top());
    let measured = edge(FIRST_ROW).zip(edge(LATER_ROW));
    let measured = measured.map(|(first, later)| (later - first) / LATER);
    let height = measured.filter(|height| *height > 0.0);
    height.unwrap_or(ROW_HEIGHT)
}

const LIST: &str = "#results .list";
const FIRST_ROW: &str = "#results .list > article";
const LATER_ROW: &str = "#results .list > article:nth-of-type(13)";
const LATER: f64 = 12.0;

/// Where the rows in the page should begin, so that those in the window are among them.
fn first_row(height: f64) -> usize {
    let above = page::first(LIST).map_or(0.0, |list| -list.get_bounding_client_rect().top());
    let first = (above.max(0.0) / height) as usize;
    first.saturating_sub(ROWS_BEFORE) / STEP * STEP
}
