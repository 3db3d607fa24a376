//! What a visitor should know before believing the page: faults in the data, and addresses that
//! ask for what is not there.

use super::element::{Element, el};
use super::reactive::part;
use crate::atlas::Atlas;
use crate::browser::intl::number;
use crate::strings::{self, Word, fill, say};
use atlas_engine::portfolio::{Finding, Severity};
use atlas_words::Language;
use leptos::prelude::*;

/// How many findings are listed at once; the rest unfold. Of unknown values, no more are named.
const LISTED: usize = 5;

/// The errors in the portfolio's file, each with its place; `None` where there is none.
pub(crate) fn data_notices(findings: Vec<Finding>, file: &str, shown: usize) -> Option<Element> {
    let mut errors: Vec<Finding> = findings
        .into_iter()
        .filter(|finding| finding.severity == Severity::Error)
        .collect();
    if errors.is_empty() {
        return None;
    }
    let rest = errors.split_off(errors.len().min(LISTED));
    let (what, advice) = if shown > 0 {
        (Word::DataProblems, Word::DataAdvice)
    } else {
        (Word::DataUnreadable, Word::DataAdviceNothing)
    };
    let list = |findings: Vec<Finding>| {
        let lines = findings
            .into_iter()
            .map(|finding| finding_line(finding, file));
        el("ul").child(lines.collect::<Vec<_>>())
    };
    let further = (!rest.is_empty()).then(|| {
        el("details")
            .child(el("summary").child(fill(
                Word::FurtherFindings,
                &[("count", &number(rest.len() as u32))],
            )))
            .child(list(rest))
    });
    let notice = el("div")
        .class("notice notice--error")
        .attr("role", "alert")
        .child(el("p").class("notice__what").child(what))
        .child(el("p").child(advice))
        .child(list(errors))
        .child(further);
    Some(notice)
}

fn finding_line(finding: Finding, file: &str) -> Element {
    let mut place = strings::place(file, finding.line, finding.column);
    place.push(' ');
    let field = Some(finding.field).filter(|field| !field.is_empty());
    let separator = say(Word::PartSeparator);
    let project = finding
        .project
        .map(|project| el("b").child(project + separator));
    el("li")
        .child(el("span").class("notice__place").child(place))
        .child(project)
        .child(field.map(|field| el("code").child(field + separator)))
        .child(el("span").child(finding.message))
}

/// Choices in the address that this portfolio does not have, and what in it makes no sense.
pub(crate) fn address_notices(atlas: Atlas) -> AnyView {
    part(move || {
        let (results, query) = (atlas.results(), atlas.query());
        let explorer = atlas.explorer();
        let projects = &explorer.portfolio().projects;
        let lost = |id: &&String| !id.is_empty() && projects.iter().all(|it| it.id != **id);
        let mut sentences: Vec<Element> = Vec::new();
        let mut add = |sentence: String| sentences.push(el("p").child(sentence));
        for choice in results.unknown.iter().take(LISTED) {
            let places = [("value", &*choice.value), ("facet", &choice.facet)];
            add(fill(Word::UnknownValue, &places));
        }
        if results.unknown.len() > LISTED {
            add("…".to_owned());
        }
        for parameter in &query.ignored {
            add(fill(Word::IgnoredParameter, &[("parameter", parameter)]));
        }
        for id in query.compare.iter().chain([&query.project]).filter(lost) {
            add(fill(Word::UnknownProject, &[("id", id)]));
        }
        if !query.lang.is_empty() && Language::parse(&query.lang).is_none() {
            add(fill(Word::UnknownLanguage, &[("language", &query.lang)]));
        }
        let notice = || {
            el("section")
                .class("notice")
                .attr("aria-label", Word::Notice)
        };
        (!sentences.is_empty()).then(|| notice().child(sentences).finish())
    })
}

/// What failed of what the visitor asked for.
pub(crate) fn failure_notice(atlas: Atlas) -> AnyView {
    part(move || {
        let notice = el("div")
            .class("notice notice--error")
            .attr("role", "alert")
            .child(el("p").child(atlas.failure()?));
        Some(notice.finish())
    })
}
