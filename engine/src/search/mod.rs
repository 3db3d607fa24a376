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
//! Of scripts that put no spaces between words (Chinese, Japanese, Thai, Lao, Burmese, Khmer), and of
//! Korean, any part of a text is found: a run of such characters in a query matches where a document
//! has the same characters in the same order.
//!
//! Words in quotes (`"human rights"`) are a phrase: a document has them one after the other in one
//! text, as they are. One word in quotes is that word alone, neither a beginning nor a typo of another.
//! A minus (`-word`, `-"human rights"`) leaves documents out that have the word, or a word that it
//! begins; a query that only leaves out finds all others.
//!
//! A word that no document has or begins with is reported as a [`Correction`] when it is a typo of one.
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

mod atoms;
mod builder;
mod fields;
mod highlight;
mod index;
mod terms;
mod word_match;

pub use builder::TextIndexBuilder;
pub use fields::{Field, FieldKind, OrganisationRole, fields_of};
pub use highlight::Highlighter;
pub(crate) use highlight::spelling_of;
pub use index::{Correction, Found, TextIndex};
pub(crate) use terms::leaves_out;
pub use terms::{as_year, uncorrected};
