//! The build, which writes the components as HTML. There is no visitor: nothing is fetched, stored,
//! scheduled or listened to. Numbers, plurals and dates are formatted by ICU4X, which has the same data
//! as browsers.

use crate::host::project_path::path_of;
use crate::host::{Callback, FetchError, History, Host, MapParts};
pub use atlas_engine::markup::placeholder::SITE;
use atlas_engine::portfolio::{Currency, Date, Project};
use atlas_i18n::Language;
use icu_calendar::{Date as CalendarDate, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::MD;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use std::rc::Rc;
use web_sys::{Document, Event, HtmlElement};

/// The address of a project's own page, in prerendered pages.
pub fn address_of(project: &Project) -> String {
    [SITE, &path_of(project)].concat()
}

pub(crate) struct PrerenderHost;

impl Host for PrerenderHost {
    fn is_interactive(&self) -> bool {
        false
    }

    fn is_own_page(&self) -> bool {
        true
    }

    fn root(&self) -> Option<Document> {
        None
    }

    fn frame(&self) -> Option<HtmlElement> {
        None
    }

    fn address(&self) -> String {
        String::new()
    }

    fn write_address(&self, _: &str, _: History) {}

    fn link_to(&self, address: &str) -> String {
        let separator = if address.is_empty() { "" } else { "?" };
        [SITE, separator, address].concat()
    }

    fn on_navigate(&self, _: Rc<dyn Fn(&str)>) {}

    fn report_results(&self, _: &str, _: u32) {}

    fn home(&self) -> String {
        String::new()
    }

    fn portfolio(&self) -> String {
        String::new()
    }

    fn page_beside(&self, page: &str) -> String {
        [SITE, page].concat()
    }

    fn project_page(&self, project: &Project) -> Option<String> {
        Some(address_of(project))
    }

    fn picture_address(&self, url: &str) -> Option<String> {
        let is_relative = !url.contains(':') && !url.starts_with('/');
        is_relative.then(|| [SITE, url].concat())
    }

    fn recall(&self, _: &str) -> Option<String> {
        None
    }

    fn remember(&self, _: &str, _: &str) {}

    fn set_title(&self, _: &str) {}

    fn set_theme(&self, _: &'static str) {}

    fn fetch_borders(&self, _: &str, _: Callback<Result<MapParts, FetchError>>) {}

    fn fetch_chunk(&self, _: &'static str, _: Callback<Result<(), FetchError>>) {}

    fn fetch_language(&self, _: &str, _: Callback<Result<String, FetchError>>) {}

    fn fetch_fonts(&self, _: Callback<(String, String)>) {}

    fn after_task(&self, _: Box<dyn FnOnce()>) {}

    fn after_paint(&self, _: Box<dyn FnOnce()>) {}

    fn listen(&self, _: &'static str, _: Box<dyn Fn(Event)>) {}

    fn number(&self, language: &Language, number: u32) -> String {
        let format = locale(language.numbers).and_then(|locale| {
            DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).ok()
        });
        format.map_or_else(
            || number.to_string(),
            |format| format.format(&number.into()).to_string(),
        )
    }

    /// The euro has the same sign in all languages of the interface. Other signs differ, so that currencies
    /// have their codes, as browsers write most of them.
    fn money(&self, language: &Language, amount: &str, currency: Currency) -> String {
        let amount = amount.parse().ok().and_then(|mut amount: Decimal| {
            if amount.absolute.nonzero_magnitude_end() < 0 {
                amount.absolute.pad_end(-2);
            }
            let locale = locale(language.numbers)?;
            let format =
                DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default());
            Some(format.ok()?.format(&amount).to_string())
        });
        let amount = amount.unwrap_or_default();
        let code = currency.as_str();
        match (language.is_english(), code) {
            (true, "EUR") => match amount.strip_prefix('-') {
                Some(amount) => format!("-€{amount}"),
                None => format!("€{amount}"),
            },
            (true, _) => format!("{code}\u{a0}{amount}"),
            (false, "EUR") => format!("{amount}\u{a0}€"),
            (false, _) => format!("{amount}\u{a0}{code}"),
        }
    }

    fn plural_category(&self, language: &Language, number: u32) -> String {
        let rules = locale(language.code)
            .and_then(|locale| PluralRules::try_new_cardinal(locale.into()).ok());
        let category = rules.map_or(PluralCategory::Other, |rules| rules.category_for(number));
        match category {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
        .to_owned()
    }

    fn date(&self, language: &Language, date: Date) -> String {
        formatted(language, date).unwrap_or_else(|| date.to_string())
    }
}

fn locale(tag: &str) -> Option<Locale> {
    Locale::try_from_str(tag).ok()
}

/// Formats day and month, and adds the year, which the languages of the interface all write last: with
/// the year, the data has no short month for some of them. Without a day, formats the second and drops it.
fn formatted(language: &Language, date: Date) -> Option<String> {
    let (year, month, day) = (date.year(), date.month()?, date.day());
    let in_calendar = CalendarDate::try_new_gregorian(year.into(), month, day.unwrap_or(2)).ok()?;
    let locale = locale(language.dates)?;
    let format =
        FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(locale.into(), MD::medium())
            .ok()?;
    let text = format.format(&in_calendar).to_string();
    let text = match day {
        Some(_) => text.as_str(),
        None => text.split_once(' ')?.1,
    };
    Some(format!("{text} {year}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(code: &str) -> &'static Language {
        Language::parse(code).unwrap()
    }

    #[test]
    fn dates_are_written_as_in_browsers() {
        for (code, day, month) in [
            ("en", "30 Sept 2010", "Sept 2010"),
            ("fr", "30 sept. 2010", "sept. 2010"),
            ("de", "30. Sept. 2010", "Sept. 2010"),
            ("es", "30 sept 2010", "sept 2010"),
            ("ar", "30 سبتمبر 2010", "سبتمبر 2010"),
        ] {
            for (given, written) in [("2010-09-30", day), ("2010-09", month)] {
                let date = Date::parse(given).unwrap();
                assert_eq!(PrerenderHost.date(language(code), date), written, "{code}");
            }
        }
    }

    #[test]
    fn numbers_are_grouped_as_in_browsers() {
        for (code, given, written) in [
            ("en", 999, "999"),
            ("en", 1_234_567, "1,234,567"),
            ("fr", 1234, "1\u{202f}234"),
            ("de", 12_345, "12.345"),
            ("es", 1234, "1234"),
            ("es", 12_345, "12.345"),
        ] {
            assert_eq!(
                PrerenderHost.number(language(code), given),
                written,
                "{code} {given}"
            );
        }
    }

    #[test]
    fn amounts_have_their_currency() {
        for (code, amount, currency, written) in [
            ("en", "1016252.86", "EUR", "€1,016,252.86"),
            ("en", "-40000", "EUR", "-€40,000"),
            ("en", "0.5", "CHF", "CHF\u{a0}0.50"),
            ("de", "1016252.9", "EUR", "1.016.252,90\u{a0}€"),
            ("fr", "1500", "CHF", "1\u{202f}500\u{a0}CHF"),
        ] {
            let currency = Currency::parse(currency).unwrap();
            let money = PrerenderHost.money(language(code), amount, currency);
            assert_eq!(money, written, "{code}");
        }
    }

    #[test]
    fn plurals_have_their_cldr_category() {
        for (code, given, category) in [
            ("en", 0, "other"),
            ("en", 1, "one"),
            ("fr", 0, "one"),
            ("fr", 2_000_000, "many"),
            ("mk", 21, "one"),
            ("mk", 111, "other"),
            ("ar", 0, "zero"),
            ("ar", 103, "few"),
            ("ar", 111, "many"),
            ("ar", 100, "other"),
        ] {
            assert_eq!(
                PrerenderHost.plural_category(language(code), given),
                category,
                "{code} {given}"
            );
        }
    }
}
