//! The errors in the publisher's file, in full.

use crate::dom::element::{Element, el};
use crate::host::chunk::FurtherChunk;
use crate::i18n::intl::number;
use crate::i18n::{self, Message, PluralMessage, tr, tr_plural, tr_with};
use crate::layout::further_notices::further_notices;
use atlas_engine::portfolio::{Finding, FindingGroup, group};
use leptos::prelude::*;

const LISTED: usize = 5;

/// How many more findings can be expanded; the rest are counted.
const UNFOLDED: usize = 45;

#[inline(never)]
pub(crate) fn findings_list(_loaded: FurtherChunk, errors: Vec<Finding>, file: &str) -> AnyView {
    // Grouped only if not all can be listed: the same error has a different position each time.
    let mut errors: Vec<FindingGroup> = if errors.len() > LISTED + UNFOLDED {
        group(errors)
    } else {
        let alone = |first| FindingGroup { first, count: 1 };
        errors.into_iter().map(alone).collect()
    };
    let mut rest = errors.split_off(errors.len().min(LISTED));
    let not_listed = rest.split_off(rest.len().min(UNFOLDED));
    let list = |groups: Vec<FindingGroup>| {
        let lines = groups.into_iter().map(|group| finding_line(group, file));
        el("ul").child(lines.collect::<Vec<_>>())
    };
    let further = (!rest.is_empty()).then(|| {
        let count = rest.len() + not_listed.len();
        el("details")
            .child(el("summary").child(tr_with(
                Message::FurtherFindings,
                &[("count", &number(count as u32))],
            )))
            .child(list(rest))
            .child(further_notices(not_listed.len()))
    });
    el("div").child(list(errors)).child(further).finish()
}

fn finding_line(
    FindingGroup {
        first: finding,
        count,
    }: FindingGroup,
    file: &str,
) -> Element {
    let mut location = i18n::position_in_file(file, finding.line, finding.column);
    location.push(' ');
    let field = Some(finding.field).filter(|field| !field.is_empty());
    let separator = tr(Message::PartSeparator);
    let project = finding
        .project
        .map(|project| el("b").child(project + separator));
    el("li")
        .child(el("span").class("notice__location").child(location))
        .child(project)
        .child(field.map(|field| el("code").child(field + separator)))
        .child(el("span").child(finding.message))
        .child((count > 1).then(|| {
            let times = tr_plural(PluralMessage::Times, count);
            el("span")
                .class("notice__times")
                .child([" (", &times, ")"].concat())
        }))
}
