//! Numbers and dates in the conventions of the reader's language, which the host knows.

use crate::host::with_host;
use crate::i18n::catalogue::{language, own_month};
use atlas_engine::portfolio::{Currency, Date, Money};

/// A date in its own precision: “30 Sept 2010”, “Sept 2010” or “2010”.
pub(crate) fn date(date: Date) -> String {
    let Some(month) = date.month() else {
        return date.year().to_string();
    };
    match own_month(month) {
        Some(name) => {
            let day = date.day().map(|day| [&day.to_string(), " "].concat());
            let day = day.unwrap_or_default();
            [&day, name, " ", &date.year().to_string()].concat()
        }
        None => with_host(|host| host.date(language(), date)),
    }
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
    with_host(|host| host.number(language(), number))
}

/// An amount with its currency: “€1,016,252.86”, “€40,000”.
pub(crate) fn money(amount: Money, currency: Currency) -> String {
    with_host(|host| host.money(language(), &amount.to_string(), currency))
}

pub(crate) fn plural_category(number: u32) -> String {
    with_host(|host| host.plural_category(language(), number))
}
