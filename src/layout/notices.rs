//! Errors in the data.

use crate::components::lazy::lazily;
use crate::dom::element::{Element, el};
use crate::host::chunk_resource::ChunkResource;
use crate::host::fetch;
use crate::i18n::Message;
use crate::layout::findings::findings_list;
use atlas_engine::portfolio::{Finding, Severity};

/// One sentence for visitors; the rest is for the publisher.
pub(crate) fn data_notices(findings: Vec<Finding>, file: &str, shown: usize) -> Option<Element> {
    let mut errors = findings;
    errors.retain(|finding| finding.severity == Severity::Error);
    if errors.is_empty() {
        return None;
    }
    let (what, advice) = if shown > 0 {
        (Message::DataProblems, Message::DataAdvice)
    } else {
        (Message::DataUnreadable, Message::DataAdviceNothing)
    };
    let file = file.to_owned();
    // Drawn although the details are closed, so that assistive technology and scripts find it.
    let list = lazily(ChunkResource::new(fetch::further), move |chunk| {
        findings_list(chunk, errors.clone(), &file)
    });
    let details = el("details")
        .child(el("summary").child(Message::FindingsDetails))
        .child(el("p").child(advice))
        .child(list);
    let notice = el("div")
        .class("notice notice--error")
        .attr("role", "alert")
        .child(el("p").class("notice__title").child(what))
        .child(details);
    Some(notice)
}
