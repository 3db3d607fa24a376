//! Every message of the interface, in every language.
//!
//! A message is a variant of [`Word`], or of [`Counted`] where a number decides its form. Each
//! language is two `match`es over all variants, so what one of them lacks does not compile. A
//! message may have places, `{name}`, that the page fills; every language has the same ones.

#![allow(
    clippy::too_many_lines,
    clippy::match_same_arms,
    reason = "a language is one list; messages that say the same in one say different things in another"
)]

mod english;
mod message;

pub use message::{COUNTED, Counted, WORDS, Word, form};
