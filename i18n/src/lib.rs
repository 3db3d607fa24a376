//! Every message of the interface, in every language.
//!
//! A message is a variant of [`Message`], of [`PluralMessage`] where a number decides its form, or of
//! [`LoaderMessage`] where the loader says it. Each language is a `match` over all variants of
//! each, so what one of them lacks does not compile. A message may have places, `{name}`, that the
//! page fills; every language has the same ones.
//!
//! The page has [`ENGLISH`] compiled in. Every other language is a [`file`](Language::file) that
//! the build writes, with the names of countries and regions, and that a browser fetches when it
//! is in use. Both are one message a line, in the order of the variants.

#![allow(
    clippy::too_many_lines,
    clippy::match_same_arms,
    reason = "a language is one list; messages that say the same in one say different things in another"
)]

mod arabic;
mod english;
mod french;
mod german;
mod language;
mod macedonian;
mod message;
mod spanish;

pub use language::{LANGUAGES, Language};
pub use message::{ENGLISH, FORMER, FirstLine, LoaderMessage, Message, PluralMessage, form};
