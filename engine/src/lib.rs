//! The engine of Project Atlas: everything that does not need a browser.
//!
//! ```text
//! text ──portfolio──▶ Portfolio ──facet, search──▶ indexes ─┐
//! address ──query──▶ Query ─────────────────────────────────┴─explorer──▶ Results
//! ```
//!
//! With the feature `serde`, a [`portfolio::Portfolio`] and its parts can be serialised.
//!
//! Invariants:
//! - Nothing here depends on a browser or on Leptos; everything compiles and is tested natively.
//! - Nothing here fails on input: a reader returns what it could read, together with its findings.
//! - A [`portfolio::Portfolio`] is valid by construction and has nothing that its source does not state.
//! - Each module may use only those after it:
//!   `explorer` → `column_sort` → `query` → `search`, `map` → `facet` → `portfolio` → `facet_key`, `country`, `colour`, `text`;
//!   `statistics`, `sums`, `histogram`, `related` and `network` use `facet`; `citation` uses `portfolio`.

pub mod citation;
pub mod colour;
pub mod column_sort;
pub mod country;
pub mod csv;
pub mod explorer;
pub mod facet;
pub mod facet_key;
pub mod histogram;
mod keys;
pub mod map;
pub mod markup;
pub mod network;
pub mod percent_encoding;
pub mod place_names;
pub mod portfolio;
pub mod query;
pub mod related;
pub mod search;
pub mod sort;
pub mod statistics;
mod string_table;
pub mod sums;
pub mod text;
pub mod text_width;
mod unicode;
