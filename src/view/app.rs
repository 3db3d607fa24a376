//! The whole page, and what it shows when there is nothing to explore.

use super::cards::Cards;
use super::colophon::Colophon;
use super::filters::Filters;
use super::map::MapPanel;
use super::masthead::Masthead;
use super::notices::{AddressNotices, DataNotices};
use super::record::OpenRecord;
use super::sort_order::SortOrder;
use super::summary::Summary;
use super::years::YearStrip;
use crate::atlas::Atlas;
use crate::browser::page;
use crate::browser::start::Fetched;
use crate::strings;
use atlas_engine::explorer::Explorer;
use atlas_engine::portfolio::Reading;
use leptos::prelude::*;

/// The page: the portfolio where it could be read, and what is wrong with it where not.
#[component]
pub(crate) fn App(reading: Reading, fetched: Fetched) -> impl IntoView {
    let Reading {
        portfolio,
        findings,
    } = reading;
    let file = fetched.portfolio_name;
    let Some(portfolio) = portfolio else {
        return view! {
            <main class="page page--bare">
                <h1>{strings::DATA_UNREADABLE}</h1>
                <DataNotices findings file shown=0 />
            </main>
        }
        .into_any();
    };
    let title = match portfolio.title.as_str() {
        "" => strings::UNTITLED_PORTFOLIO.to_owned(),
        title => title.to_owned(),
    };
    page::set_title(&title);
    let shown = portfolio.projects.len();
    let atlas = Atlas::open(Explorer::new(portfolio));
    provide_context(atlas);
    let filters_open = RwSignal::new(false);
    view! {
        <a class="skip-link" href="#results">{strings::SKIP_TO_RESULTS}</a>
        <div class="page" class:page--filtering=filters_open>
            <Masthead title inert=filters_open />
            <DataNotices findings file shown />
            <AddressNotices />
            {if shown == 0 {
                view! { <p class="empty">{strings::NO_PROJECTS}</p> }.into_any()
            } else {
                view! {
                    <div class="desk">
                        <Filters open=filters_open />
                        <main class="desk__main" inert=filters_open>
                            <MapPanel geometry=fetched.geometry />
                            <YearStrip />
                            <div class="results" id="results" tabindex="-1">
                                <div class="results__head">
                                    <Summary />
                                    <SortOrder />
                                </div>
                                <Cards />
                            </div>
                        </main>
                    </div>
                }
                    .into_any()
            }}
            <Colophon />
            <OpenRecord />
        </div>
    }
    .into_any()
}
