//! Numbers and dates as the reader's language writes them, by the browser's `Intl`.

#[cfg(not(target_arch = "wasm32"))]
use super::written_intl;
use crate::strings::{language, own_month};
use atlas_engine::portfolio::Date;
#[cfg(target_arch = "wasm32")]
use {
    js_sys::Intl::PluralRules,
    js_sys::{Array, Number, Object, Reflect},
    std::cell::RefCell,
    wasm_bindgen::JsValue,
};

/// A date at its own precision: “30 Sept 2010”, “Sept 2010” or “2010”.
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
        written_intl::month(language(), month),
        written_intl::after_day(language()),
    );
    #[cfg(target_arch = "wasm32")]
    date_by_browser(date, month)
}

#[cfg(target_arch = "wasm32")]
fn date_by_browser(date: Date, month: u8) -> String {
    let options = Object::new();
    let set = |key: &str, value: &str| {
        // Setting a property of a fresh object cannot fail.
        drop(Reflect::set(&options, &key.into(), &value.into()));
    };
    set("timeZone", "UTC");
    set("year", "numeric");
    set("month", "short");
    if date.day().is_some() {
        set("day", "numeric");
    }
    let noon = js_sys::Date::new_0();
    noon.set_utc_hours(12);
    let (month, day) = (i32::from(month) - 1, i32::from(date.day().unwrap_or(1)));
    noon.set_utc_full_year_with_month_date(u32::from(date.year()), month, day);
    noon.to_locale_date_string(language().dates, &options)
        .into()
}

/// A date with a month of our own, as all languages here order it.
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

/// The date where the reader is, as `YYYY-MM-DD`.
pub(crate) fn today() -> String {
    let now = js_sys::Date::new_0();
    let two = |number: u32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    let year = now.get_full_year().to_string();
    [year, two(now.get_month() + 1), two(now.get_date())].join("-")
}

/// A whole number: “12,345”.
pub(crate) fn number(number: u32) -> String {
    if number < 1000 {
        return number.to_string();
    }
    #[cfg(not(target_arch = "wasm32"))]
    return written_intl::number(language(), number);
    #[cfg(target_arch = "wasm32")]
    Number::from(number)
        .to_locale_string(language().numbers)
        .into()
}

/// The CLDR category that a number takes in the language: `one`, `few`, `other` …
pub(crate) fn plural_category(number: u32) -> String {
    #[cfg(not(target_arch = "wasm32"))]
    return written_intl::plural_category(language(), number).to_owned();
    #[cfg(target_arch = "wasm32")]
    PLURALS.with_borrow_mut(|plurals| {
        let plurals = plurals.get_or_insert_with(|| {
            let locale = Array::of1(&JsValue::from_str(language().code));
            PluralRules::new(&locale, &Object::new())
        });
        plurals.select(f64::from(number)).into()
    })
}

/// Lets go of what was made for the language before.
pub(crate) fn forget_language() {
    #[cfg(target_arch = "wasm32")]
    PLURALS.set(None);
}

#[cfg(target_arch = "wasm32")]
thread_local! {
    /// The language's rules for plurals; making them anew for every count would be slow.
    static PLURALS: RefCell<Option<PluralRules>> = const { RefCell::new(None) };
}
