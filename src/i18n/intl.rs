//! Numbers and dates in the conventions of the reader's language, by the browser's `Intl`.

use crate::i18n::catalogue::{language, own_month};
#[cfg(not(target_arch = "wasm32"))]
use crate::i18n::prerender_intl;
use atlas_engine::portfolio::Date;
#[cfg(target_arch = "wasm32")]
use {
    js_sys::Intl::{DateTimeFormat, NumberFormat, PluralRules},
    js_sys::{Array, Function, Object, Reflect},
    std::cell::RefCell,
    wasm_bindgen::JsValue,
};

/// A date in its own precision: “30 Sept 2010”, “Sept 2010” or “2010”.
pub(crate) fn date(date: Date) -> String {
    let Some(month) = date.month() else {
        return date.year().to_string();
    };
    if let Some(name) = own_month(month) {
        return own_date(date, name, "");
    }
    #[cfg(not(target_arch = "wasm32"))]
    return own_date(
        date,
        prerender_intl::month(language(), month),
        prerender_intl::after_day(language()),
    );
    #[cfg(target_arch = "wasm32")]
    date_by_browser(date, month)
}

#[cfg(target_arch = "wasm32")]
fn date_by_browser(date: Date, month: u8) -> String {
    let noon = js_sys::Date::new_0();
    noon.set_utc_hours(12);
    let zero_based = i32::from(month) - 1;
    let day = i32::from(date.day().unwrap_or(1));
    noon.set_utc_full_year_with_month_date(u32::from(date.year()), zero_based, day);
    FORMATTERS.with_borrow_mut(|formatters| {
        let format = if date.day().is_some() {
            formatters.days.get_or_insert_with(|| date_format(true))
        } else {
            formatters.months.get_or_insert_with(|| date_format(false))
        };
        formatted(format, &noon)
    })
}

#[cfg(target_arch = "wasm32")]
fn date_format(with_day: bool) -> Function {
    let options = Object::new();
    let set = |key: &str, value: &str| {
        // Setting a property of a new object cannot fail.
        drop(Reflect::set(&options, &key.into(), &value.into()));
    };
    set("timeZone", "UTC");
    set("year", "numeric");
    set("month", "short");
    if with_day {
        set("day", "numeric");
    }
    DateTimeFormat::new(&locales(language().dates), &options).format()
}

fn own_date(date: Date, month: &str, after_day: &str) -> String {
    let mut text = String::new();
    if let Some(day) = date.day() {
        text.push_str(&day.to_string());
        text.push_str(after_day);
        text.push(' ');
    }
    text.push_str(month);
    text.push(' ');
    text.push_str(&date.year().to_string());
    text
}

/// The date in the reader's time zone, as `YYYY-MM-DD`.
pub(crate) fn today() -> String {
    let now = js_sys::Date::new_0();
    let two = |number: u32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    let year = now.get_full_year().to_string();
    [year, two(now.get_month() + 1), two(now.get_date())].join("-")
}

pub(crate) fn number(number: u32) -> String {
    if number < 1000 {
        return number.to_string();
    }
    #[cfg(not(target_arch = "wasm32"))]
    return prerender_intl::number(language(), number);
    #[cfg(target_arch = "wasm32")]
    FORMATTERS.with_borrow_mut(|formatters| {
        let format = formatters.numbers.get_or_insert_with(|| {
            NumberFormat::new(&locales(language().numbers), &Object::new()).format()
        });
        formatted(format, &number.into())
    })
}

pub(crate) fn plural_category(number: u32) -> String {
    #[cfg(not(target_arch = "wasm32"))]
    return prerender_intl::plural_category(language(), number).to_owned();
    #[cfg(target_arch = "wasm32")]
    FORMATTERS.with_borrow_mut(|formatters| {
        let plurals = formatters
            .plurals
            .get_or_insert_with(|| PluralRules::new(&locales(language().code), &Object::new()));
        plurals.select(f64::from(number)).into()
    })
}

#[cfg(target_arch = "wasm32")]
fn locales(code: &str) -> Array {
    Array::of1(&JsValue::from_str(code))
}

#[cfg(target_arch = "wasm32")]
fn formatted(format: &Function, value: &JsValue) -> String {
    let text = format.call1(&JsValue::UNDEFINED, value).ok();
    text.and_then(|text| text.as_string()).unwrap_or_default()
}

pub(crate) fn forget_language() {
    #[cfg(target_arch = "wasm32")]
    FORMATTERS.take();
}

#[cfg(target_arch = "wasm32")]
thread_local! {
    static FORMATTERS: RefCell<Formatters> = RefCell::default();
}

/// Each formatter is created once: creating one for every value takes milliseconds per page.
#[cfg(target_arch = "wasm32")]
#[derive(Default)]
struct Formatters {
    plurals: Option<PluralRules>,
    numbers: Option<Function>,
    months: Option<Function>,
    days: Option<Function>,
}
