//! Elements: components describe them ([`element`]), with texts, conditions and parts that follow signals
//! ([`dynamic`]) and lists that keep their elements ([`keyed_list`]). In a browser, [`mount`] creates their
//! nodes, and [`in_place`] updates them; natively, `html` writes them.
//!
//! `docs/first-component.md` shows how to write a component.

pub(crate) mod css_number;
pub(crate) mod dynamic;
pub(crate) mod element;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod html;
pub(crate) mod in_place;
pub(crate) mod keyed_list;
pub(crate) mod mount;
pub(crate) mod progressive_render;
