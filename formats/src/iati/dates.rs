//! When an activity begins and ends.

use super::language::Narratives;
use super::xml::{Tag, Xml};
use crate::finding::{Finding, Severity};
use crate::values::date::{self, Written};
use atlas_engine::portfolio::Date;

/// The dates that an activity states: what is planned, and what is actual.
#[derive(Debug, Default)]
pub(super) struct Dates {
    starts: [Option<Date>; 2],
    ends: [Option<Date>; 2],
}

/// What programs write for a date that they do not know.
pub(crate) const UNKNOWN: &str = "0001-01-01";

impl Dates {
    pub(super) fn read<'a>(&mut self, tag: &Tag<'a>, xml: &mut Xml<'a, '_>, project: &str) {
        let place = xml.place();
        let kind = tag.attribute("type").unwrap_or_default().to_lowercase();
        let stated = tag.attribute("iso-date");
        let content = Narratives::read(tag, xml);
        let content = content.first().map(str::trim);
        let (is_end, is_actual) = match kind.as_str() {
            "1" => (false, false),
            "2" => (false, true),
            "3" => (true, false),
            "4" => (true, true),
            words => (
                words.contains("end") || words.contains("close"),
                words.contains("actual"),
            ),
        };
        let exact = stated.as_deref().and_then(|text| parse(text, is_end));
        let date = match (exact, content.and_then(|text| parse(text, is_end))) {
            (Some(exact), Some(coarse)) if is_within(exact, coarse, is_end) => Some(coarse),
            (exact, other) => exact.or(other),
        };
        let text = stated.as_deref().or(content).unwrap_or_default();
        if text.starts_with(UNKNOWN) || text.starts_with("9999-12-31") {
            return;
        }
        let dates = if is_end {
            &mut self.ends
        } else {
            &mut self.starts
        };
        let known = &mut dates[usize::from(is_actual)];
        if date.is_none() && !text.is_empty() {
            let message = format!("“{}” is not a date.", super::text::start(text));
            let finding = Finding::new(Severity::Error, "date-unknown", message)
                .at(place)
                .project(project)
                .field(if is_end { "end" } else { "start" })
                .help("Write the year, the month and the day, such as 2018-02-15.");
            xml.report(finding);
        }
        *known = known.or(date);
    }

    /// The start and the end: the actual one, otherwise the planned one. Of dates that contradict each other, the
    /// planned one is left out; both are, if neither is.
    pub(super) fn finish(&self) -> (Option<Date>, Option<Date>, bool) {
        let [planned_start, actual_start] = self.starts;
        let [planned_end, actual_end] = self.ends;
        let (start, end) = (actual_start.or(planned_start), actual_end.or(planned_end));
        match (start, end) {
            (Some(first), Some(last)) if ends_before(last, first) => {
                if actual_start.is_some() == actual_end.is_some() {
                    (None, None, true)
                } else {
                    (actual_start, actual_end, true)
                }
            }
            _ => (start, end, false),
        }
    }
}

/// Reads a date of XML, which may have a time or a time zone, or one as people write it.
pub(super) fn parse(text: &str, is_end: bool) -> Option<Date> {
    if let Some((day, rest)) = text.split_at_checked(10)
        && (rest.is_empty() || rest.starts_with(['T', 'Z', ' ', '+', '-', '.']))
        && let Some(date) = Date::parse(day)
    {
        return Some(date);
    }
    if let Some(date) = Date::parse(text) {
        return Some(date);
    }
    match date::parse(text)? {
        Written::Certain(date) => Some(date),
        Written::Ambiguous { day_first, .. } => Some(day_first),
        Written::Period { start, end } => Some(if is_end { end.unwrap_or(start) } else { start }),
    }
}

/// Whether a day is only there because a date without one needed it: the first day of a start, or the last of
/// an end.
fn is_within(exact: Date, coarse: Date, is_end: bool) -> bool {
    coarse.day().is_none() && edge(coarse, is_end) == Some(exact)
}

/// The first or the last day of a date.
pub(crate) fn edge(date: Date, is_end: bool) -> Option<Date> {
    let month = date.month().unwrap_or(if is_end { 12 } else { 1 });
    match date.day() {
        Some(_) => Some(date),
        None if is_end => (28..=31)
            .rev()
            .find_map(|day| Date::new(date.year(), Some(month), Some(day))),
        None => Date::new(date.year(), Some(month), Some(1)),
    }
}

/// Whether even the last possible day of `end` is before the first possible day of `start`.
fn ends_before(end: Date, start: Date) -> bool {
    edge(end, true) < edge(start, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_xml_and_of_people_are_read() {
        for (text, date) in [
            ("2018-02-15", Some("2018-02-15")),
            ("2018-02-15T00:00:00", Some("2018-02-15")),
            ("2018-02-15Z", Some("2018-02-15")),
            ("2018-02-15+01:00", Some("2018-02-15")),
            ("2018-02-15 00:00:00.000", Some("2018-02-15")),
            ("2018-02", Some("2018-02")),
            ("2018", Some("2018")),
            ("2018-02-30", None),
            ("tbc", None),
            ("", None),
        ] {
            let read = parse(text, false).map(|it| it.to_string());
            assert_eq!(read.as_deref(), date, "{text}");
        }
    }

    #[test]
    fn actual_dates_come_first_and_planned_ones_give_way() {
        let date = |text| (!str::is_empty(text)).then(|| Date::parse(text).unwrap());
        for (starts, ends, read) in [
            (["2018", ""], ["2019", ""], ("2018", "2019", false)),
            (["2018", "2017"], ["2019", "2020"], ("2017", "2020", false)),
            (["2018", "2019"], ["2018", ""], ("2019", "", true)),
            (["2018", ""], ["", "2017"], ("", "2017", true)),
            (["", "2018"], ["", "2017"], ("", "", true)),
            (["", "2018"], ["", ""], ("2018", "", false)),
            (["2018-05", ""], ["2018", ""], ("2018-05", "2018", false)),
        ] {
            let dates = Dates {
                starts: starts.map(date),
                ends: ends.map(date),
            };
            let (start, end, contradicts) = read;
            assert_eq!(
                dates.finish(),
                (date(start), date(end), contradicts),
                "{starts:?} {ends:?}"
            );
        }
    }

    #[test]
    fn the_edges_of_a_date_are_days() {
        let edge = |text, is_end| {
            edge(Date::parse(text).unwrap(), is_end)
                .unwrap()
                .to_string()
        };
        assert_eq!(edge("2020", false), "2020-01-01");
        assert_eq!(edge("2020", true), "2020-12-31");
        assert_eq!(edge("2020-02", true), "2020-02-29");
        assert_eq!(edge("2021-02", true), "2021-02-28");
        assert_eq!(edge("2021-02-03", true), "2021-02-03");
    }
}
