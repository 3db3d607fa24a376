//! Full-text search: which projects have all the words asked for, and which have them best.
//!
//! Text is cut into [words](crate::text::words) and folded, so that neither case nor diacritics
//! count. A document matches a query when **every** word of the query matches some word of the
//! document. A word of the query matches a word of the document
//! - *exactly*, when they are equal;
//! - as a *beginning*, when the document's word starts with it;
//! - as a *typo*, when it has five letters or more and the document's word is one edit away: one
//!   letter more, less or other, or two neighbours swapped. The same holds for a beginning of the
//!   document's word, so that a typo is forgiven while a word is still being typed (“traffik” finds
//!   “trafficking”), but of a beginning more is asked: it has five letters or more itself, it
//!   starts with the same letter, and its last letter is the one that was typed last, unless the
//!   last two are swapped. Otherwise “train” would find “transport”, and “trade” “tradition”.
//!
//! The same definition decides what a [`Highlighter`] marks.
//!
//! Results are ranked in the manner of BM25F: a word weighs by the kind of text it stands in, in
//! long documents less than in short ones, and repetition adds ever less. A beginning counts for
//! less than the word itself, and a typo for less still. Of several words of a document that
//! match one word of the query, the best counts; words that few documents match count for more.
//!
//! ```
//! use atlas_engine::search::TextIndexBuilder;
//! let mut builder = TextIndexBuilder::default();
//! for title in ["Fighting trafficking in human beings", "Labour migration", "Human rights"] {
//!     builder.field(1.0, title);
//!     builder.end_document();
//! }
//! let index = builder.finish();
//! assert_eq!(index.search("HUMAN").documents(), [0, 2]);
//! assert_eq!(index.search("traffik hum").documents(), [0]);
//! ```

mod builder;
mod highlight;
mod index;
mod word_match;

pub use builder::TextIndexBuilder;
pub use highlight::Highlighter;
pub use index::{Found, TextIndex};
