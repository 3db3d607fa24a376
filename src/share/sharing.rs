use crate::components::compare_toggle::compare_toggle;
use crate::components::names::portfolio_title;
use crate::components::print_note::printed_from;
use crate::dom::dynamic::{dynamic, text};
use crate::dom::element::{Element, el};
use crate::host::{address, clipboard, printing};
use crate::i18n::intl;
use crate::i18n::{Message, tr, tr_with};
use crate::state::Atlas;
use atlas_engine::citation::{Citation, Words};
use atlas_engine::portfolio::{Date, Project};
use atlas_engine::query::Query;
use leptos::prelude::*;

/// The report on the last copy; `None` if there was none.
type CopyStatus = RwSignal<Option<Message>>;

pub(crate) fn sharing(atlas: Atlas, project: &Project) -> Vec<Element> {
    let link = address::absolute(&Query {
        project: project.id.clone(),
        ..Query::default()
    });
    let status = RwSignal::new(None);
    let link_refused = RwSignal::new(false);
    let copied = link.clone();
    let copy = tool(Message::CopyLink).on("click", move |_| {
        copy_and_report(&copied, Message::LinkCopied, status, link_refused);
    });
    let print = tool(Message::Print).on("click", |_| printing::print());
    let by_hand = {
        let link = link.clone();
        dynamic(move || {
            let link = || el("code").class("record__link").child(link.as_str());
            link_refused.get().then(|| link().finish())
        })
    };
    let status_words = text(move || status.get().map(tr).unwrap_or_default().to_owned());
    let tools = el("div")
        .class("record__tools")
        .child(copy)
        .child(compare_toggle(atlas, project))
        .child(print)
        .child(
            el("p")
                .class("record__status")
                .attr("aria-live", "polite")
                .child(status_words),
        );
    vec![
        tools,
        el("div").child(by_hand),
        el("p").class("print-only").child(on_paper(atlas, &link)),
        citing(atlas, project, status),
    ]
}

/// What a record that is printed alone says about the list it is from.
fn on_paper(atlas: Atlas, link: &str) -> String {
    let explorer = atlas.explorer();
    let licence = explorer.portfolio().licence.clone();
    let parts = [
        Some(portfolio_title(atlas)),
        licence,
        Some(printed_from(link)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(tr(Message::DetailSeparator))
}

fn tool(name: Message) -> Element {
    el("button")
        .attr("type", "button")
        .class("button button--quiet")
        .child(name)
}

fn copy_and_report(text: &str, done: Message, status: CopyStatus, refused: RwSignal<bool>) {
    // Cleared first, so that the same message is announced again.
    status.set(None);
    clipboard::copy(text, move |went_well| {
        refused.set(!went_well);
        status.set(Some(if went_well { done } else { Message::CopyByHand }));
    });
}

fn citing(atlas: Atlas, project: &Project, status: CopyStatus) -> Element {
    let explorer = atlas.explorer();
    let portfolio = explorer.portfolio();
    let date = intl::today();
    let dated = |word: Message, date: Option<Date>| {
        let date = date.map(intl::date);
        date.map_or_else(String::new, |date| tr_with(word, &[("date", &date)]))
    };
    let citation = Citation {
        portfolio,
        project,
        url: &address::permanent(project),
        date: &date,
        words: Words {
            accessed: &dated(Message::Accessed, Date::parse(&date)),
            updated: &dated(Message::ListUpdated, portfolio.updated),
            no_date: tr(Message::NoDate),
        },
    };
    let form = |name: &str, class: &'static str, text: String| {
        let shown = el("pre").class(class).child(text.as_str());
        let refused = RwSignal::new(false);
        let copy = tool(Message::Copy)
            .attr("aria-label", tr_with(Message::CopyWhat, &[("what", name)]))
            .on("click", move |_| {
                copy_and_report(&text, Message::CitationCopied, status, refused);
            });
        el("div")
            .class("cite__format")
            .child(el("h3").child(name))
            .child(copy)
            .child(shown)
    };
    el("details")
        .class("cite")
        .child(el("summary").child(Message::Cite))
        .child(form(
            tr(Message::PlainText),
            "cite__plain",
            citation.plain(),
        ))
        // These names are the same in every language.
        .child(form("BibTeX", "cite__bibtex", citation.bibtex()))
        .child(form("RIS", "cite__ris", citation.ris()))
}
