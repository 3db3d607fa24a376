//! For visitors who look closer. A piece of the program of its own, fetched when first asked for;
//! the rest enters it by way of [`super::on_demand`] alone.

#![allow(
    clippy::unnecessary_wraps,
    reason = "all are entered by functions of one type, and some of those may have nothing to draw"
)]

mod charts;
pub(super) mod compare;
pub(super) mod embedding;
mod entries;
pub(super) mod figures;
mod in_time;
pub(super) mod network;
pub(super) mod record;
mod related;
mod sharing;
pub(super) mod table;
pub(super) mod year_play;
