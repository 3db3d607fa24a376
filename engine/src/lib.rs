//! The engine of Project Atlas: everything that can be known without a browser.
//!
//! ```text
//! text ──portfolio──▶ Portfolio ──facet, search──▶ indexes ─┐
//! address ──query──▶ Query ─────────────────────────────────┴─explorer──▶ Results
//! ```
//!
//! Invariants:
//! - Nothing here knows of a browser or of Leptos; all of it compiles and is tested natively.
//! - Nothing here fails on input. A reader gives what it could read together with its findings.
//! - A [`portfolio::Portfolio`] is valid by construction; where its source was silent, it is too.
//! - Each module may use those below it and never the other way:
//!   `explorer` → `column_sort` → `query` → `search`, `map` → `facet` → `portfolio` → `country`, `text`;
//!   `figures`, `related` and `network` stand upon `facet`, `citation` upon `portfolio`.

pub mod citation;
pub mod column_sort;
pub mod country;
pub mod csv;
pub mod embedding;
pub mod explorer;
pub mod facet;
mod keys;
pub mod length;
pub mod map;
mod names;
pub mod network;
pub mod portfolio;
pub mod query;
pub mod related;
pub mod search;
pub mod sort;
pub mod statistics;
pub mod text;
mod unicode;
