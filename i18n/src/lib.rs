//! Every message of the interface, in every language.
//!
//! Each language matches on the variants. In English, a missing text does not compile; what another
//! language lacks is in English. Placeholders, such as `{name}`, are the same in every language.
//! [`ENGLISH`] is compiled into the page. The build writes each other language to a
//! [`file`](Language::file), with the names of countries and regions, which browsers fetch when the
//! language is used. Both have a message per line, in the variants' order.

#![allow(
    clippy::too_many_lines,
    clippy::match_same_arms,
    clippy::match_wildcard_for_single_variants,
    reason = "a language is one list; messages that say the same in one say different things in another"
)]

mod arabic;
mod catalogue;
mod english;
mod french;
mod german;
mod language;
mod macedonian;
mod message;
mod spanish;

pub use catalogue::{ENGLISH, FirstLine};
pub use language::{LANGUAGES, Language};
pub use message::{FORMER, LoaderMessage, Message, PluralMessage, form};
