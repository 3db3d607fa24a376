//! What a visitor should know before believing the page: faults in the data, and addresses that
//! ask for what is not there.

use super::reactive::part;
use crate::atlas::Atlas;
use crate::strings;
use atlas_engine::portfolio::{Finding, Severity};
use leptos::prelude::*;

/// How many findings are listed at once; the rest unfold.
const LISTED: usize = 5;

/// The errors in the portfolio's file, each with its place. Nothing where there is none.
#[component]
pub(crate) fn DataNotices(
    findings: Vec<Finding>,
    /// The name of the file.
    file: String,
    /// How many projects could be read.
    shown: usize,
) -> impl IntoView {
    let mut errors: Vec<Finding> = findings
        .into_iter()
        .filter(|finding| finding.severity == Severity::Error)
        .collect();
    if errors.is_empty() {
        return ().into_any();
    }
    let rest = errors.split_off(errors.len().min(LISTED));
    let (what, advice) = if shown > 0 {
        (strings::DATA_PROBLEMS, strings::DATA_ADVICE)
    } else {
        (strings::DATA_UNREADABLE, strings::DATA_ADVICE_NOTHING)
    };
    let list = |findings: Vec<Finding>| {
        let items = findings
            .into_iter()
            .map(|finding| view! { <FindingLine finding file=file.clone() /> });
        view! { <ul>{items.collect_view()}</ul> }
    };
    let first = list(errors);
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details>
                <summary>{strings::further_findings(rest.len())}</summary>
                {list(rest)}
            </details>
        }
    });
    view! {
        <div class="notice notice--error" role="alert">
            <p class="notice__what">{what}</p>
            <p>{advice}</p>
            {first}
            {more}
        </div>
    }
    .into_any()
}

#[component]
fn FindingLine(finding: Finding, file: String) -> impl IntoView {
    let place = strings::place(&file, finding.line, finding.column);
    view! {
        <li>
            <span class="notice__place">{place}</span>
            {finding.project.map(|project| view! { <b>{project}</b> ": " })}
            {(!finding.field.is_empty()).then(|| view! { <code>{finding.field}</code> ": " })}
            {finding.message}
        </li>
    }
}

/// Choices in the address that this portfolio does not have.
#[component]
pub(crate) fn AddressNotices() -> impl IntoView {
    let atlas = Atlas::get();
    let sentences = move || {
        let unknown = atlas.results(|results| results.unknown.clone());
        let values = unknown
            .iter()
            .map(|choice| strings::unknown_value(&choice.value, &choice.facet));
        let id = atlas.query(|query| query.project.clone());
        let lost = !id.is_empty() && atlas.record_of(&id).is_none();
        values
            .chain(lost.then(|| strings::unknown_project(&id)))
            .collect::<Vec<String>>()
    };
    part(move || {
        let sentences = sentences();
        (!sentences.is_empty()).then(|| {
            let lines = sentences
                .into_iter()
                .map(|sentence| view! { <p>{sentence}</p> });
            view! { <div class="notice" role="note">{lines.collect_view()}</div> }.into_any()
        })
    })
}
