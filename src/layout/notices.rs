//! Errors in the data, and addresses that ask for something that does not exist.

use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, el};
use crate::i18n::intl::number;
use crate::i18n::{self, Message, PluralMessage, tr, tr_plural, tr_with};
use crate::state::{Atlas, LanguageFailure};
use atlas_engine::portfolio::{Finding, FindingGroup, Severity, group};
use atlas_i18n::Language;
use leptos::prelude::*;

const LISTED: usize = 5;

/// How many more findings can be expanded; the rest are counted.
const UNFOLDED: usize = 45;

const QUOTED: usize = 60;

pub(crate) fn data_notices(findings: Vec<Finding>, file: &str, shown: usize) -> Option<Element> {
    let errors = findings
        .into_iter()
        .filter(|finding| finding.severity == Severity::Error);
    // Grouped only if not all can be listed: the same error has a different position each time.
    let errors: Vec<Finding> = errors.collect();
    let mut errors: Vec<FindingGroup> = if errors.len() > LISTED + UNFOLDED {
        group(errors)
    } else {
        let alone = |first| FindingGroup { first, count: 1 };
        errors.into_iter().map(alone).collect()
    };
    if errors.is_empty() {
        return None;
    }
    let mut rest = errors.split_off(errors.len().min(LISTED));
    let not_listed = rest.split_off(rest.len().min(UNFOLDED));
    let (what, advice) = if shown > 0 {
        (Message::DataProblems, Message::DataAdvice)
    } else {
        (Message::DataUnreadable, Message::DataAdviceNothing)
    };
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
    let details = el("details")
        .child(el("summary").child(Message::FindingsDetails))
        .child(el("p").child(advice))
        .child(list(errors))
        .child(further);
    let notice = el("div")
        .class("notice notice--error")
        .attr("role", "alert")
        .child(el("p").class("notice__title").child(what))
        .child(details);
    Some(notice)
}

fn further_notices(count: usize) -> Option<Element> {
    (count > 0).then(|| el("p").child(tr_plural(PluralMessage::FurtherNotices, count as u32)))
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

/// Choices in the address that this portfolio does not have, and what cannot be parsed.
pub(crate) fn address_notices(atlas: Atlas) -> AnyView {
    dynamic(move || {
        let (results, query) = (atlas.results(), atlas.query());
        let explorer = atlas.explorer();
        let projects = &explorer.portfolio().projects;
        let lost = |id: &&String| !id.is_empty() && projects.iter().all(|it| it.id != **id);
        let mut sentences: Vec<Element> = Vec::new();
        let mut add = |sentence: String| sentences.push(el("p").child(sentence));
        for choice in results.unknown.iter().take(LISTED) {
            let values = [
                ("value", &*quoted(&choice.value)),
                ("facet", &quoted(choice.facet.as_str())),
            ];
            add(tr_with(Message::UnknownValue, &values));
        }
        for parameter in query.ignored.iter().take(LISTED) {
            add(tr_with(
                Message::IgnoredParameter,
                &[("parameter", &quoted(parameter))],
            ));
        }
        for id in query.compare.iter().chain([&query.project]).filter(lost) {
            add(tr_with(Message::UnknownProject, &[("id", &quoted(id))]));
        }
        if !query.lang.is_empty() && Language::parse(&query.lang).is_none() {
            add(tr_with(
                Message::UnknownLanguage,
                &[("language", &quoted(&query.lang))],
            ));
        }
        let more = |list: usize| list.saturating_sub(LISTED);
        let not_listed = more(results.unknown.len()) + more(query.ignored.len());
        sentences.extend(further_notices(not_listed));
        let notice = || {
            el("section")
                .class("notice")
                .attr("aria-label", Message::Notice)
        };
        (!sentences.is_empty()).then(|| notice().child(sentences).finish())
    })
}

fn quoted(text: &str) -> String {
    let mut letters = text.chars();
    let mut quoted: String = letters.by_ref().take(QUOTED).collect();
    if letters.next().is_some() {
        quoted.push('…');
    }
    quoted
}

pub(crate) fn language_notice(atlas: Atlas) -> AnyView {
    dynamic(move || {
        let LanguageFailure(language, why) = atlas.language_failure()?;
        let sentence = tr_with(
            Message::LanguageFailed,
            &[("language", language.name), ("reason", &i18n::reason(why))],
        );
        let notice = el("div")
            .class("notice notice--error")
            .attr("role", "alert")
            .child(el("p").child(sentence));
        Some(notice.finish())
    })
}
