//! Numbers and dates as the reader's language writes them, by the browser's `Intl`.

use crate::strings::LOCALE;
use atlas_engine::portfolio::Date;
use js_sys::Intl::PluralRules;
use js_sys::{Array, Number, Object, Reflect};
use wasm_bindgen::JsValue;

/// A date at its own precision: “30 Sept 2010”, “Sept 2010” or “2010”.
pub(crate) fn date(date: Date) -> String {
    let Some(month) = date.month() else {
        return date.year().to_string();
    };
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
    noon.to_locale_date_string(LOCALE, &options).into()
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
    Number::from(number).to_locale_string(LOCALE).into()
}

/// The CLDR category that a number takes in the language: `one`, `few`, `other` …
pub(crate) fn plural_category(number: u32) -> String {
    PLURALS.with(|plurals| plurals.select(f64::from(number)).into())
}

thread_local! {
    /// The language's rules for plurals; making them anew for every count would be slow.
    static PLURALS: PluralRules = PluralRules::new(
        &Array::of1(&JsValue::from_str(LOCALE)),
        &Object::new(),
    );
}
