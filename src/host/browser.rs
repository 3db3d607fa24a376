//! A page in a browser, reached through the loader (`public/loader.js`) and web APIs.

use crate::host::chunk::MapChunk;
use crate::host::project_path::path_of;
use crate::host::{Callback, FetchError, History, Host, MapParts, page};
use atlas_engine::portfolio::{Currency, Date, Project};
use atlas_i18n::Language;
use js_sys::Intl::{DateTimeFormat, NumberFormat, PluralRules};
use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use leptos::prelude::{Owner, on_cleanup, window, window_event_listener_untyped};
use leptos::reactive::owner::WeakOwner;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Event, HtmlElement, Storage};

#[wasm_bindgen]
extern "C" {
    /// What the loader hands over to open an atlas: `AtlasHost` in `public/loader.js`, which describes
    /// each member. None of them throws.
    #[derive(Clone)]
    pub type LoaderHost;

    #[wasm_bindgen(method, getter)]
    fn root(this: &LoaderHost) -> Document;
    #[wasm_bindgen(method, getter, js_name = mountPoint)]
    fn mount_point(this: &LoaderHost) -> HtmlElement;
    #[wasm_bindgen(method, getter)]
    fn frame(this: &LoaderHost) -> HtmlElement;
    #[wasm_bindgen(method, getter, js_name = ownPage)]
    fn own_page(this: &LoaderHost) -> bool;
    #[wasm_bindgen(method, getter, js_name = hasProjectPages)]
    fn has_project_pages(this: &LoaderHost) -> bool;
    /// One of the texts: `address`, `home`, `homeUrl` and the others that [`Fetched`] names.
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn text(this: &LoaderHost, key: &str) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn portfolio(this: &LoaderHost) -> Uint8Array;

    #[wasm_bindgen(method)]
    fn write(this: &LoaderHost, address: &str, is_new: bool);
    #[wasm_bindgen(method)]
    fn link(this: &LoaderHost, address: &str) -> Option<String>;
    #[wasm_bindgen(method, js_name = pictureAddress)]
    fn picture_address(this: &LoaderHost, url: &str) -> String;
    #[wasm_bindgen(method, js_name = setTitle)]
    fn set_title(this: &LoaderHost, title: &str);
    #[wasm_bindgen(method, js_name = setTheme)]
    fn set_theme(this: &LoaderHost, theme: &str);
    #[wasm_bindgen(method, js_name = reportResults)]
    fn report_results(this: &LoaderHost, address: &str, count: u32);
    #[wasm_bindgen(method)]
    fn ready(this: &LoaderHost);

    // The callbacks get `null` instead of content, and a status, if fetching fails.
    #[wasm_bindgen(method, js_name = fetchBorders)]
    fn fetch_borders(this: &LoaderHost, file: &str, arrived: &JsValue);
    #[wasm_bindgen(method, js_name = fetchChunk)]
    fn fetch_chunk(this: &LoaderHost, name: &str, arrived: &JsValue);
    #[wasm_bindgen(method, js_name = fetchLanguage)]
    fn fetch_language(this: &LoaderHost, code: &str, arrived: &JsValue);
    #[wasm_bindgen(method, js_name = fetchFonts)]
    fn fetch_fonts(this: &LoaderHost, arrived: &JsValue);
}

/// What the loader has fetched, and what the page asks for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fetched {
    pub portfolio: Vec<u8>,
    pub portfolio_name: String,
    /// The code of the visitor's language, regardless of the address.
    pub own_language: String,
    pub language: String,
    /// The file of that language; empty for English, or if it could not be loaded.
    pub texts: String,
    /// The keys of the facets to show, separated by commas; empty for the portfolio's choice.
    pub facets: String,
}

/// What is called with an address that the atlas goes to.
type Arrive = Rc<dyn Fn(&str)>;

pub(crate) struct BrowserHost {
    loader: LoaderHost,
    /// The atlas's root owner, which is gone once the atlas is closed.
    owner: WeakOwner,
    on_address: RefCell<Option<Arrive>>,
    formatters: RefCell<Formatters>,
}

/// Each formatter is created once: creating one for every value takes milliseconds per page.
#[derive(Default)]
struct Formatters {
    code: &'static str,
    plurals: Option<PluralRules>,
    numbers: Option<Function>,
    money: Vec<(Currency, Function)>,
    months: Option<Function>,
    days: Option<Function>,
}

impl BrowserHost {
    pub(crate) fn new(loader: LoaderHost, owner: &Owner) -> Self {
        Self {
            loader,
            owner: owner.downgrade(),
            on_address: RefCell::default(),
            formatters: RefCell::default(),
        }
    }

    pub(crate) fn fetched(&self) -> Fetched {
        Fetched {
            portfolio: self.loader.portfolio().to_vec(),
            portfolio_name: self.text("portfolioName"),
            own_language: self.text("ownLanguage"),
            language: self.text("language"),
            texts: self.text("texts"),
            facets: self.text("facets"),
        }
    }

    /// The element to mount the atlas in. A visible prerendered page stays until everything is drawn in
    /// a hidden element beside it; otherwise the element is emptied.
    pub(crate) fn empty_mount_point(&self) -> HtmlElement {
        let mount_point = self.loader.mount_point();
        let prerendered = mount_point.query_selector(".page").ok().flatten();
        if prerendered.as_ref().is_some_and(page::is_shown)
            && let Ok(beside) = leptos::prelude::document().create_element("div")
        {
            let beside: HtmlElement = beside.unchecked_into();
            beside.set_hidden(true);
            drop(mount_point.append_child(&beside));
            return beside;
        }
        mount_point.replace_children_with_node_0();
        mount_point
    }

    /// Shows what has been drawn in place of the prerendered page, and reports that the atlas can be
    /// used.
    pub(crate) fn show(&self) {
        let mount_point = self.loader.mount_point();
        let drawn = mount_point.last_element_child();
        if let Some(drawn) = drawn.filter(|it| it.has_attribute("hidden")) {
            mount_point.replace_children_with_node_1(&drawn);
            drop(drawn.remove_attribute("hidden"));
        }
        self.loader.ready();
    }

    /// Goes to another address, once the atlas can.
    pub(crate) fn navigate(&self, address: &str) {
        // Not borrowed while it runs, because that may close the atlas.
        let on_address = self.on_address.borrow().clone();
        if let (Some(on_address), Some(owner)) = (on_address, self.owner.upgrade()) {
            owner.with(|| on_address(address));
        }
    }

    fn text(&self, key: &str) -> String {
        self.loader.text(key).unwrap_or_default()
    }

    /// In another site's page nothing is stored, because the storage belongs to that site.
    fn storage(&self) -> Option<Storage> {
        self.is_own_page()
            .then(|| window().local_storage().ok().flatten())?
    }

    /// A callback for the browser.
    fn callback(&self, then: Box<dyn FnOnce(JsValue, JsValue)>) -> JsValue {
        let owner = self.owner.clone();
        Closure::once_into_js(move |value: JsValue, more: JsValue| {
            if let Some(owner) = owner.upgrade() {
                owner.with(|| then(value, more));
            }
        })
    }

    fn formatters<T>(&self, language: &Language, format: impl FnOnce(&mut Formatters) -> T) -> T {
        let mut formatters = self.formatters.borrow_mut();
        if formatters.code != language.code {
            *formatters = Formatters {
                code: language.code,
                ..Formatters::default()
            };
        }
        format(&mut formatters)
    }
}

impl Host for BrowserHost {
    fn is_interactive(&self) -> bool {
        true
    }

    fn is_own_page(&self) -> bool {
        self.loader.own_page()
    }

    fn root(&self) -> Option<Document> {
        Some(self.loader.root())
    }

    fn frame(&self) -> Option<HtmlElement> {
        Some(self.loader.frame())
    }

    fn address(&self) -> String {
        self.text("address")
    }

    fn write_address(&self, address: &str, history: History) {
        self.loader.write(address, history == History::Push);
    }

    fn link_to(&self, address: &str) -> String {
        self.loader.link(address).unwrap_or_default()
    }

    fn on_navigate(&self, on_address: Rc<dyn Fn(&str)>) {
        self.on_address.replace(Some(on_address));
    }

    fn report_results(&self, address: &str, count: u32) {
        self.loader.report_results(address, count);
    }

    fn home(&self) -> String {
        self.text("homeUrl")
    }

    fn portfolio(&self) -> String {
        self.text("portfolioUrl")
    }

    fn page_beside(&self, page: &str) -> String {
        [&self.text("home"), page].concat()
    }

    fn project_page(&self, project: &Project) -> Option<String> {
        let home = || [self.home(), path_of(project)].concat();
        self.loader.has_project_pages().then(home)
    }

    fn picture_address(&self, url: &str) -> Option<String> {
        Some(self.loader.picture_address(url)).filter(|it| !it.is_empty())
    }

    fn recall(&self, key: &str) -> Option<String> {
        self.storage()?.get_item(key).ok().flatten()
    }

    fn remember(&self, key: &str, value: &str) {
        if let Some(storage) = self.storage() {
            drop(storage.set_item(key, value));
        }
    }

    fn set_title(&self, title: &str) {
        self.loader.set_title(title);
    }

    fn set_theme(&self, theme: &'static str) {
        self.loader.set_theme(theme);
    }

    fn fetch_borders(&self, file: &str, arrived: Callback<Result<MapParts, FetchError>>) {
        let arrived = self.callback(Box::new(|borders, status| {
            arrived(bytes(&borders, &status).map(|borders| MapParts {
                chunk: MapChunk::loaded(),
                borders,
            }));
        }));
        self.loader.fetch_borders(file, &arrived);
    }

    fn fetch_chunk(&self, name: &'static str, arrived: Callback<Result<(), FetchError>>) {
        let arrived = self.callback(Box::new(|status, _| {
            arrived(match status.as_f64() {
                Some(200.0) => Ok(()),
                _ => Err(FetchError::from_status(&status)),
            });
        }));
        self.loader.fetch_chunk(name, &arrived);
    }

    fn fetch_language(&self, code: &str, arrived: Callback<Result<String, FetchError>>) {
        let arrived = self.callback(Box::new(|text, status| {
            let text = text.as_string();
            arrived(text.ok_or_else(|| FetchError::from_status(&status)));
        }));
        self.loader.fetch_language(code, &arrived);
    }

    fn fetch_fonts(&self, arrived: Callback<(String, String)>) {
        let arrived = self.callback(Box::new(|sans, serif| {
            let text = |value: JsValue| value.as_string().unwrap_or_default();
            arrived((text(sans), text(serif)));
        }));
        self.loader.fetch_fonts(&arrived);
    }

    fn after_task(&self, then: Box<dyn FnOnce()>) {
        let then = self.callback(Box::new(|_, _| then()));
        drop(window().set_timeout_with_callback(then.unchecked_ref()));
    }

    fn after_paint(&self, then: Box<dyn FnOnce()>) {
        let then = self.callback(Box::new(|_, _| then()));
        let frame = Closure::once_into_js(move || {
            drop(window().set_timeout_with_callback(then.unchecked_ref()));
        });
        drop(window().request_animation_frame(frame.unchecked_ref()));
    }

    fn listen(&self, event: &'static str, react: Box<dyn Fn(Event)>) {
        // Weak, because the listener would otherwise keep alive what removes it.
        let owner = Owner::current().map(|owner| owner.downgrade());
        let listener = window_event_listener_untyped(event, move |event| {
            if let Some(owner) = owner.as_ref().and_then(WeakOwner::upgrade) {
                owner.with(|| react(event));
            }
        });
        on_cleanup(move || listener.remove());
    }

    fn number(&self, language: &Language, number: u32) -> String {
        self.formatters(language, |formatters| {
            let format = formatters.numbers.get_or_insert_with(|| {
                NumberFormat::new(&locales(language.numbers), &Object::new()).format()
            });
            formatted(format, &number.into())
        })
    }

    fn money(&self, language: &Language, amount: &str, currency: Currency) -> String {
        self.formatters(language, |formatters| {
            let money = &mut formatters.money;
            let at = money.iter().position(|(of, _)| *of == currency);
            let at = at.unwrap_or_else(|| {
                if money.len() == MAX_CURRENCIES {
                    money.clear();
                }
                money.push((currency, money_format(language, currency)));
                money.len() - 1
            });
            let format = money.get(at).map(|(_, format)| format);
            // As a text, because numbers of JavaScript are not exact.
            format.map_or_else(String::new, |format| formatted(format, &amount.into()))
        })
    }

    fn plural_category(&self, language: &Language, number: u32) -> String {
        self.formatters(language, |formatters| {
            let plurals = formatters
                .plurals
                .get_or_insert_with(|| PluralRules::new(&locales(language.code), &Object::new()));
            plurals.select(f64::from(number)).into()
        })
    }

    fn date(&self, language: &Language, date: Date) -> String {
        let noon = js_sys::Date::new_0();
        noon.set_utc_hours(12);
        let zero_based = i32::from(date.month().unwrap_or(1)) - 1;
        let day = i32::from(date.day().unwrap_or(1));
        noon.set_utc_full_year_with_month_date(u32::from(date.year()), zero_based, day);
        self.formatters(language, |formatters| {
            let format = if date.day().is_some() {
                formatters
                    .days
                    .get_or_insert_with(|| date_format(language, true))
            } else {
                formatters
                    .months
                    .get_or_insert_with(|| date_format(language, false))
            };
            formatted(format, &noon)
        })
    }
}

fn bytes(content: &JsValue, status: &JsValue) -> Result<Vec<u8>, FetchError> {
    match content.dyn_ref::<Uint8Array>() {
        Some(bytes) => Ok(bytes.to_vec()),
        None => Err(FetchError::from_status(status)),
    }
}

/// How many formatters of currencies are kept.
const MAX_CURRENCIES: usize = 20;

fn money_format(language: &Language, currency: Currency) -> Function {
    let options = options(&[
        ("style", "currency"),
        ("currency", currency.as_str()),
        ("trailingZeroDisplay", "stripIfInteger"),
    ]);
    NumberFormat::new(&locales(language.numbers), &options).format()
}

fn options(options: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (key, value) in options {
        // Setting a property of a new object cannot fail.
        drop(Reflect::set(&object, &(*key).into(), &(*value).into()));
    }
    object
}

fn date_format(language: &Language, with_day: bool) -> Function {
    let mut stated = vec![("timeZone", "UTC"), ("year", "numeric"), ("month", "short")];
    if with_day {
        stated.push(("day", "numeric"));
    }
    let options = options(&stated);
    DateTimeFormat::new(&locales(language.dates), &options).format()
}

fn locales(code: &str) -> Array {
    Array::of1(&JsValue::from_str(code))
}

fn formatted(format: &Function, value: &JsValue) -> String {
    let text = format.call1(&JsValue::UNDEFINED, value).ok();
    text.and_then(|text| text.as_string()).unwrap_or_default()
}
