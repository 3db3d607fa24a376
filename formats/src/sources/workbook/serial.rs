//! Dates of spreadsheets: numbers of days.

use atlas_engine::portfolio::Date;

/// What a format shows of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Precision {
    Year,
    Month,
    Day,
}

/// The last day that spreadsheets know, 9999-12-31, in the epoch of 1900.
const LAST: f64 = 2_958_465.0;

/// Days from 0000-03-01 to 1899-12-30, which is day 0 since the false leap day 1900-02-29.
const TO_1900: i64 = 693_899;
/// Days from 0000-03-01 to 1904-01-01, which is day 0 of the other epoch.
const TO_1904: i64 = 695_361;
/// The number of the false leap day.
const LEAP_DAY: i64 = 60;

/// The date of a number of days, without the time of day; `None` if it is no date.
pub(super) fn date(days: f64, is_1904: bool, precision: Precision) -> Option<Date> {
    if !(0.0..=LAST).contains(&days) {
        return None;
    }
    let days = days as i64;
    let (year, month, day) = match (is_1904, days) {
        (true, _) => civil(days + TO_1904),
        (false, 0) => return None,
        (false, ..LEAP_DAY) => civil(days + TO_1900 + 1),
        (false, _) => civil(days + TO_1900),
    };
    let month = (precision != Precision::Year).then_some(month);
    Date::new(
        year,
        month,
        month.and((precision == Precision::Day).then_some(day)),
    )
}

/// Year, month and day of a number of days since 0000-03-01, in the Gregorian calendar.
fn civil(days: i64) -> (u16, u8, u8) {
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    // The year begins in March.
    let (month, past) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    ((era * 400 + year + past) as u16, month as u8, day as u8)
}

/// A time of day or a duration as `36:05`, or `0:00:07` with seconds.
pub(super) fn time(days: f64) -> String {
    let seconds = (days.abs().min(LAST) * 86_400.0).round() as u64;
    let sign = if days < 0.0 { "-" } else { "" };
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if seconds == 0 {
        format!("{sign}{hours}:{minutes:02}")
    } else {
        format!("{sign}{hours}:{minutes:02}:{seconds:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_dates_of_both_epochs() {
        let cases = [
            (1.0, false, Some("1900-01-01")),
            (59.0, false, Some("1900-02-28")),
            (61.0, false, Some("1900-03-01")),
            (43_862.99, false, Some("2020-02-01")),
            (45_351.0, false, Some("2024-02-29")),
            (LAST, false, Some("9999-12-31")),
            (LAST + 1.0, false, None),
            (0.0, false, None),
            (-1.0, false, None),
            (f64::NAN, false, None),
            (0.0, true, Some("1904-01-01")),
            (36_625.0, true, Some("2004-04-10")),
            (36_891.0, true, Some("2005-01-01")),
        ];
        for (days, is_1904, expected) in cases {
            let date = date(days, is_1904, Precision::Day).map(|it| it.to_string());
            assert_eq!(date.as_deref(), expected, "{days}");
        }
        let month = date(43_862.0, false, Precision::Month).unwrap();
        assert_eq!(month.to_string(), "2020-02");
        let year = date(43_862.0, false, Precision::Year).unwrap();
        assert_eq!(year.to_string(), "2020");
    }

    #[test]
    fn times_are_hours_and_minutes() {
        assert_eq!(time(0.5), "12:00");
        assert_eq!(time(1.5 + 7.0 / 86_400.0), "36:00:07");
        assert_eq!(time(-0.25), "-6:00");
    }
}
