//! The map: shapes of the world's countries, drawn as paths in a frame.
//!
//! ```text
//! bytes ──geometry──▶ World ─┐
//! codes, size ──frame──▶ Frame ┴─drawing──▶ Drawing (paths, centres) ──labels──▶ PlacedLabel
//!                                              └─dots──▶ Dot
//! counts ──scale──▶ ColourScale (one class per count)
//! gestures ──viewport──▶ Viewport (the visible part of a drawing)
//! ```
//!
//! | function | draws |
//! | --- | --- |
//! | [`draw`], [`draw_placing`] | a map that is zoomed and moved; the second finds the centres of some countries only |
//! | [`draw_land`] | its borders again, in more detail |
//! | [`draw_still`], [`draw_still_land`] | a map that does not move: some countries, and the land below them |
//! | [`draw_inset`] | a small map of the world that shows what a frame contains |
//!
//! Positions on the globe are degrees ([`LonLat`], east and north positive). Positions in a drawing are
//! units of the frame's width and height ([`Point`], y downwards), which a page uses as CSS pixels.

mod bounds;
mod clip;
mod degrees;
mod dots;
mod drawing;
mod frame;
mod geometry;
mod interior;
mod labels;
mod path;
mod point;
mod projection;
mod scale;
mod ties;
mod viewport;

pub use bounds::Bounds;
pub use dots::{Dot, place_dots};
pub use drawing::{
    Drawing, DrawnCountry, Inset, draw, draw_inset, draw_land, draw_placing, draw_still,
    draw_still_land,
};
pub use frame::Frame;
pub use geometry::{GeometryError, Polygon, Ring, Shape, World};
pub use labels::{LabelBox, LabelRequest, PlacedLabel, place_labels};
pub use point::{LonLat, Point};
pub use projection::Projection;
pub use scale::ColourScale;
pub use ties::ties;
pub use viewport::Viewport;
