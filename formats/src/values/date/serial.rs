//! Dates as spreadsheets store them: numbers of days.

use super::point::YEARS;
use atlas_engine::portfolio::Date;

/// The date of a spreadsheet's serial number of days, in the epoch of 1900 or 1904. The time of day is left
/// out. `None` before 1900 and after 2100, and for 29 February 1900, which spreadsheets have and no calendar.
pub(crate) fn from_serial(days: f64, is_1904: bool) -> Option<Date> {
    /// More than the days of two centuries.
    const MOST: f64 = 100_000.0;
    if !(0.0..MOST).contains(&days) {
        return None;
    }
    let serial = days as u32;
    let since_1900 = match serial {
        _ if is_1904 => serial + DAYS_OF_FOUR_YEARS,
        0 | 60 => return None,
        1..60 => serial - 1,
        _ => serial - 2,
    };
    let mut left = since_1900;
    for year in YEARS {
        let year = year as u16;
        for month in 1..=12 {
            let length = days_in_month(year, month);
            if left < length {
                return Date::new(year, Some(month), Some(left as u8 + 1));
            }
            left -= length;
        }
    }
    None
}

/// From 1 January 1900 to 1 January 1904; 1900 has no 29 February.
const DAYS_OF_FOUR_YEARS: u32 = 4 * 365;

fn days_in_month(year: u16, month: u8) -> u32 {
    let exists = |day: &u8| Date::new(year, Some(month), Some(*day)).is_some();
    (28..=31).rev().find(exists).unwrap_or(28).into()
}
