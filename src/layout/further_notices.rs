use crate::dom::element::{Element, el};
use crate::i18n::{PluralMessage, tr_plural};

/// How many findings, or faults of an address, are not listed.
pub(crate) fn further_notices(count: usize) -> Option<Element> {
    (count > 0).then(|| el("p").child(tr_plural(PluralMessage::FurtherNotices, count as u32)))
}
