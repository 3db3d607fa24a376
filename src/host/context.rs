//! The host of an atlas, and how components reach it.

use crate::host::chunk::MapChunk;
use atlas_engine::portfolio::{Currency, Date, Project};
use atlas_i18n::Language;
use leptos::prelude::{provide_context, use_context};
use send_wrapper::SendWrapper;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{Document, Event, HtmlElement};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum History {
    /// A choice: “back” returns to the previous state.
    Push,
    /// A typed letter: replaces the previous state.
    Replace,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FetchError {
    Network,
    Damaged,
    Status(u16),
}

impl FetchError {
    /// From the loader's report: a server's status, or 0 or 1 for its own errors.
    pub(crate) fn from_status(status: &JsValue) -> Self {
        match status.as_f64().unwrap_or_default() as u16 {
            0 => Self::Network,
            1 => Self::Damaged,
            status => Self::Status(status),
        }
    }
}

pub(crate) struct MapParts {
    pub chunk: MapChunk,
    /// In the format that `atlas_engine::map::World` reads.
    pub borders: Vec<u8>,
}

pub(crate) type Callback<T> = Box<dyn FnOnce(T)>;

/// What an atlas needs of the world around it.
///
/// [`BrowserHost`](crate::host::browser::BrowserHost) is a page in a browser. `PrerenderHost` is the build, which
/// writes the same components as HTML: nothing is fetched, stored, scheduled or listened to there.
pub(crate) trait Host {
    /// Whether visitors can use what is drawn, so that events, timers and the DOM exist.
    fn is_interactive(&self) -> bool;

    /// Whether the atlas has a page to itself, rather than being embedded in another site's page.
    fn is_own_page(&self) -> bool;

    /// The document of the atlas, or its shadow root, which has all the methods used here.
    fn root(&self) -> Option<Document>;

    /// The element with the language, direction and theme of everything in the atlas.
    fn frame(&self) -> Option<HtmlElement>;

    /// The initial query, in the form of an address.
    fn address(&self) -> String;

    fn write_address(&self, address: &str, history: History);

    /// An absolute link to a query, or an empty text.
    fn link_to(&self, address: &str) -> String;

    /// Calls `on_address` with each address that “back”, “forward” or the surrounding page leads to.
    fn on_navigate(&self, on_address: Rc<dyn Fn(&str)>);

    fn report_results(&self, address: &str, count: u32);

    /// The full address of the folder that the atlas was published in.
    fn home(&self) -> String;

    /// The full address of the portfolio.
    fn portfolio(&self) -> String;

    /// The address of a page that was published next to the atlas.
    fn page_beside(&self, page: &str) -> String;

    /// The address of a project's own page, if the site has one.
    fn project_page(&self, project: &Project) -> Option<String>;

    /// The address of a picture, if it may be fetched: on the portfolio's origin.
    fn picture_address(&self, url: &str) -> Option<String>;

    fn recall(&self, key: &str) -> Option<String>;

    /// A private window or a full disk may refuse; then nothing is stored, and nothing else is lost.
    fn remember(&self, key: &str, value: &str);

    fn set_title(&self, title: &str);

    fn set_theme(&self, theme: &'static str);

    /// Loads a file of the world's borders and, unless it is there, the map's code.
    fn fetch_borders(&self, file: &str, arrived: Callback<Result<MapParts, FetchError>>);

    /// Loads a chunk of the program and its style sheet, unless they are there.
    fn fetch_chunk(&self, name: &'static str, arrived: Callback<Result<(), FetchError>>);

    /// Loads the texts of a language.
    fn fetch_language(&self, code: &str, arrived: Callback<Result<String, FetchError>>);

    /// Loads the page's fonts, sans and serif, as WOFF2 in base64; empty if that fails.
    fn fetch_fonts(&self, arrived: Callback<(String, String)>);

    /// Calls back after the current task.
    fn after_task(&self, then: Box<dyn FnOnce()>);

    /// Calls back once the current state is painted.
    fn after_paint(&self, then: Box<dyn FnOnce()>);

    /// Listens to an event of the window for as long as the calling part of the page exists.
    fn listen(&self, event: &'static str, react: Box<dyn Fn(Event)>);

    /// A number in the conventions of a language, such as `12,345`.
    fn number(&self, language: &Language, number: u32) -> String;

    /// An amount, which is a decimal number, in the conventions of a language: `€1,016,252.86` or, without
    /// hundredths, `€40,000`.
    fn money(&self, language: &Language, amount: &str, currency: Currency) -> String;

    /// The CLDR plural category of a number, such as `one`.
    fn plural_category(&self, language: &Language, number: u32) -> String;

    /// A date with a month, in its own precision: “30 Sept 2010” or “Sept 2010”.
    fn date(&self, language: &Language, date: Date) -> String;
}

#[derive(Clone)]
struct CurrentHost(SendWrapper<Rc<dyn Host>>);

/// Gives the current reactive owner and everything in it a host.
pub(crate) fn provide_host(host: Rc<dyn Host>) {
    provide_context(CurrentHost(SendWrapper::new(host)));
}

/// Calls `ask` with the host of the current atlas. Outside an atlas, returns the default.
pub(crate) fn with_host<T: Default>(ask: impl FnOnce(&dyn Host) -> T) -> T {
    let host = use_context::<CurrentHost>();
    host.map(|host| ask(&**host.0)).unwrap_or_default()
}

pub(crate) fn is_interactive() -> bool {
    with_host(|host| host.is_interactive())
}

pub(crate) fn is_own_page() -> bool {
    with_host(|host| host.is_own_page())
}
