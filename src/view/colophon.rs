//! The foot of the page: whose list this is, and what it is made from.

use super::external_link::ExternalLink;
use crate::atlas::Atlas;
use crate::browser::intl;
use crate::strings;
use leptos::prelude::*;

/// Publisher, source, licence and remarks, as far as the portfolio states them.
#[component]
pub(crate) fn Colophon() -> impl IntoView {
    let portfolio = Atlas::get().explorer(|explorer| {
        let portfolio = explorer.portfolio();
        (
            portfolio.publisher.clone(),
            portfolio.source.clone(),
            portfolio.licence.clone(),
            portfolio.updated,
            portfolio.note.clone(),
        )
    });
    let (publisher, source, licence, updated, note) = portfolio;
    let line = |label: &'static str, value: AnyView| {
        view! { <div class="fact"><dt>{label}</dt><dd>{value}</dd></div> }
    };
    let publisher = publisher.map(|publisher| {
        let name = view! { <ExternalLink title=publisher.name url=publisher.url /> };
        line(strings::PUBLISHED_BY, name.into_any())
    });
    view! {
        <footer class="colophon">
            <h2>{strings::ABOUT_DATA}</h2>
            {note.map(|note| view! { <p>{note}</p> })}
            <dl>
                {publisher}
                {source.map(|source| line(strings::SOURCE, source.into_any()))}
                {licence.map(|licence| line(strings::LICENCE, licence.into_any()))}
                {updated.map(|updated| line(strings::UPDATED, intl::date(updated).into_any()))}
            </dl>
        </footer>
    }
}
