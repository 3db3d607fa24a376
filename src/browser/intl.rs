//! Numbers and dates as the reader's language writes them, by the browser's `Intl`.

use crate::strings::LOCALE;
use atlas_engine::portfolio::Date;
use js_sys::{Array, Function, Intl, Object, Reflect};
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::JsValue;

thread_local! {
    /// One formatter a precision: building one costs more than a hundred uses.
    static FORMATS: RefCell<HashMap<(bool, bool), Function>> = RefCell::new(HashMap::new());
}

/// A date at its own precision: “30 Sept 2010”, “Sept 2010” or “2010”.
pub(crate) fn date(date: Date) -> String {
    let precision = (date.month().is_some(), date.day().is_some());
    let format = FORMATS.with_borrow_mut(|formats| {
        formats
            .entry(precision)
            .or_insert_with(|| date_format(precision))
            .clone()
    });
    let month = i32::from(date.month().unwrap_or(1)) - 1;
    let day = i32::from(date.day().unwrap_or(1));
    let noon = js_sys::Date::new_0();
    noon.set_utc_hours(12);
    noon.set_utc_full_year_with_month_date(u32::from(date.year()), month, day);
    let formatted = format.call1(&JsValue::UNDEFINED, &noon).ok();
    formatted
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| date.to_string())
}

fn date_format((month, day): (bool, bool)) -> Function {
    let options = Object::new();
    let set = |key: &str, value: &str| {
        // Setting a property of a fresh object cannot fail.
        drop(Reflect::set(&options, &key.into(), &value.into()));
    };
    set("timeZone", "UTC");
    set("year", "numeric");
    if month {
        set("month", "short");
    }
    if day {
        set("day", "numeric");
    }
    Intl::DateTimeFormat::new(&locales(), &options).format()
}

/// A whole number: “12,345”.
pub(crate) fn number(number: u32) -> String {
    if number < 1000 {
        return number.to_string();
    }
    let format = Intl::NumberFormat::new(&locales(), &Object::new()).format();
    let formatted = format.call1(&JsValue::UNDEFINED, &number.into()).ok();
    formatted
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| number.to_string())
}

fn locales() -> Array {
    Array::of1(&JsValue::from_str(LOCALE))
}
