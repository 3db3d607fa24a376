use crate::components::content_lang::content_lang;
use crate::components::external_link::external_link;
use crate::components::fact::fact;
use crate::components::prose::prose;
use crate::dom::element::{Element, el, landmark};
use crate::host::with_host;
use crate::i18n::intl;
use crate::i18n::{Message, tr};
use crate::state::Atlas;
use atlas_engine::portfolio::Portfolio;

pub(crate) fn footer(atlas: Atlas) -> Element {
    let explorer = atlas.explorer();
    let portfolio = explorer.portfolio();
    let publisher = portfolio.publisher.clone().map(|publisher| {
        let link = external_link(atlas, publisher.name, publisher.url);
        fact(tr(Message::PublishedBy), link)
    });
    let source = portfolio.source.as_deref();
    let licence = portfolio.licence.as_deref();
    let note = portfolio.note.as_deref();
    let facts = el("dl")
        .child(publisher)
        .child(source.map(|source| {
            fact(
                tr(Message::Source),
                content_lang(atlas, el("span")).child(source),
            )
        }))
        .child(licence.map(|licence| {
            fact(
                tr(Message::Licence),
                content_lang(atlas, el("span")).child(licence),
            )
        }))
        .child(
            portfolio
                .updated
                .map(|updated| fact(tr(Message::Updated), intl::date(updated))),
        );
    landmark("footer")
        .class("site-footer")
        .child(el("h2").child(Message::AboutData))
        .child(portfolio.intro.as_deref().map(|intro| prose(atlas, intro)))
        .child(note.map(|note| content_lang(atlas, el("p")).child(note)))
        .child(facts)
        .child(
            el("p")
                .class("site-footer__links")
                .child(link(
                    with_host(|host| host.page_beside("accessibility.html")),
                    Message::AboutAccessibility,
                ))
                .child(has_feed(portfolio).then(|| {
                    link(
                        with_host(|host| host.page_beside("feed.xml")),
                        Message::Feed,
                    )
                }))
                .child(
                    portfolio
                        .contact
                        .clone()
                        .map(|contact| link(contact, Message::ReportError)),
                ),
        )
}

fn link(address: String, words: Message) -> Element {
    el("a").attr("href", address).child(words)
}

/// The feed is written together with the pages of the projects.
fn has_feed(portfolio: &Portfolio) -> bool {
    let first = portfolio.projects.first();
    first.is_some_and(|project| with_host(|host| host.project_page(project)).is_some())
}
