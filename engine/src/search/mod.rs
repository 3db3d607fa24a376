//! Full-text search: which projects have all the words of a query, and which match best.
//!
//! Text is split into [words](crate::text::words) and folded, so that case and diacritics are ignored. A
//! document matches a query if **every** word of the query matches some word of the document:
//! - *exactly*, if they are equal;
//! - as a *beginning*, if the document's word starts with it;
//! - as a *typo*, if it has five or more letters and the document's word is one edit away: one letter
//!   inserted, removed or replaced, or two neighbours swapped. This also holds for a beginning of the
//!   document's word, so that typos are forgiven while a word is being typed (“traffik” finds
//!   “trafficking”). Such a beginning must have five or more letters itself, start with the same letter,
//!   and end with the last typed letter, unless the last two are swapped. Otherwise “train” would find
//!   “transport”, and “trade” “tradition”.
//!
//! In scripts without spaces between words (Chinese, Japanese, Thai, Lao, Burmese, Khmer) and in Korean,
//! any part of a text is found: a run of such characters in a query matches the same run in a document.
//!
//! Words in quotes (`"human rights"`) are a phrase: a document must have exactly them, in sequence, in
//! one text. One word in quotes is that word alone, without beginnings or typos. A minus (`-word`,
//! `-"human rights"`) leaves out documents that have the word, or a word that it begins; a query that
//! only leaves out finds all others.
//!
//! A word that no document has or begins with is reported as a [`Correction`] if it is a typo of one. A
//! [`Highlighter`] uses the same definition.
//!
//! Results are ranked like BM25F: the weight of a word depends on the kind of its text, is lower in long
//! documents, and grows ever less with repetition. A beginning counts less than the word itself, and a
//! typo less still. If several words of a document match one word of the query, the best counts; words
//! that few documents match count more.
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

use std::ops::Range;
use std::sync::Arc;

mod atoms;
mod builder;
mod correction;
mod fields;
mod highlight;
mod index;
mod terms;
mod word_match;

pub use builder::TextIndexBuilder;
pub use correction::Correction;
pub use fields::{Field, FieldKind, OrganisationRole, fields_of};
pub use highlight::Highlighter;
pub(crate) use highlight::spelling_of;
pub use index::{Found, TextIndex};
pub(crate) use terms::has_exclusions;
pub use terms::{as_year, uncorrected};

/// What marks the matches of a search. It is a trait, so that a program can load the code of the
/// [`Highlighter`] later than what uses it.
pub trait Highlight: Send + Sync {
    /// Returns whether there is nothing to mark.
    fn is_empty(&self) -> bool;

    /// Returns the bytes of every match, ascending and without overlap.
    fn ranges(&self, text: &str) -> Vec<Range<usize>>;

    /// Returns one for each thing that the query asks for.
    fn each(&self) -> Vec<Arc<dyn Highlight>>;
}

impl Highlight for Highlighter {
    fn is_empty(&self) -> bool {
        Self::is_empty(self)
    }

    fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        Self::ranges(self, text)
    }

    fn each(&self) -> Vec<Arc<dyn Highlight>> {
        let each = Self::each(self);
        each.map(|it| Arc::new(it) as Arc<dyn Highlight>).collect()
    }
}
