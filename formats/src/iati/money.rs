//! The amounts of an activity.

use super::dates;
use super::xml::{Tag, Xml};
use crate::finding::{Finding, Place, Severity};
use crate::values::amount;
use atlas_engine::portfolio::{Budget, Currency, Date, Money};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What the amounts of an activity were taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Basis {
    Budgets,
    Commitments,
    Disbursements,
}

type Totals = BTreeMap<Currency, Money>;
type Period = (Option<Date>, Option<Date>);

#[derive(Debug)]
struct Stated {
    is_revised: bool,
    period: Period,
    amount: Money,
    currency: Currency,
}

/// The budgets of an activity, and the totals of its transactions.
#[derive(Debug, Default)]
pub(super) struct Amounts {
    budgets: Vec<Stated>,
    commitments: Totals,
    disbursements: Totals,
}

/// An amount as it is stated, before it is known whether it is needed.
#[derive(Debug)]
pub(super) struct Value<'a> {
    text: Cow<'a, str>,
    currency: Option<Cow<'a, str>>,
    place: Place,
}

impl<'a> Value<'a> {
    pub(super) fn read(tag: &Tag<'a>, xml: &mut Xml<'a, '_>) -> Self {
        Self {
            currency: tag.attribute("currency"),
            place: xml.place(),
            text: xml.content(),
        }
    }

    /// The amount and its currency, or that of the activity.
    fn parse(
        &self,
        default: Option<Currency>,
        xml: &mut Xml<'_, '_>,
        project: &str,
    ) -> Option<(Money, Currency)> {
        let mut fault = |code, message: String, help: &str| {
            let finding = Finding::new(Severity::Error, code, message).at(self.place.clone());
            xml.report(finding.project(project).field("budget").help(help));
        };
        let text = self.text.trim();
        if text.is_empty() {
            return None;
        }
        let Some((amount, of_text)) = amount_in(text) else {
            let message = format!("“{}” is not an amount.", super::text::start(text));
            fault("amount-unknown", message, "Write it as a number: 1000.50.");
            return None;
        };
        let stated = self.currency.as_deref();
        let currency = match stated.map(|it| (it, Currency::parse(it))) {
            Some((_, Some(currency))) => currency,
            Some((stated, None)) => {
                let message = format!("“{}” is not a currency.", super::text::start(stated));
                fault(
                    "currency-unknown",
                    message,
                    "Write the three letters of ISO 4217, such as EUR.",
                );
                return None;
            }
            None => {
                let Some(currency) = of_text.or(default) else {
                    let message = format!("The amount {amount} has no currency.");
                    fault(
                        "currency-missing",
                        message,
                        "Add the attribute currency, or default-currency to the activity.",
                    );
                    return None;
                };
                currency
            }
        };
        Some((amount, currency))
    }
}

/// A number as XML writes it, or as people do.
fn amount_in(text: &str) -> Option<(Money, Option<Currency>)> {
    let plain = text.strip_prefix('+').unwrap_or(text);
    // XML allows a point without digits on one side.
    let plain = plain.strip_suffix('.').unwrap_or(plain);
    if let Some(amount) = Money::parse(plain) {
        return Some((amount, None));
    }
    if let Some(fraction) = plain.strip_prefix('.')
        && let Some(amount) = Money::parse(&["0.", fraction].concat())
    {
        return Some((amount, None));
    }
    let written = amount::parse(text, None)?;
    Some((written.amount, written.currency))
}

impl Amounts {
    pub(super) fn budget<'a>(
        &mut self,
        tag: &Tag<'a>,
        xml: &mut Xml<'a, '_>,
        default: Option<Currency>,
        project: &str,
    ) {
        let kind = tag.attribute("type").unwrap_or_default().to_lowercase();
        let (mut start, mut end, mut value) = (None, None, None);
        let depth = xml.depth();
        while let Some(child) = xml.child(depth) {
            match child.name {
                "period-start" => start = day(&child, xml, false),
                "period-end" => end = day(&child, xml, true),
                "value" => value = Some(Value::read(&child, xml)),
                _ => {}
            }
        }
        let value = value.and_then(|it| it.parse(default, xml, project));
        if let Some((amount, currency)) = value {
            self.budgets.push(Stated {
                is_revised: matches!(kind.as_str(), "2" | "revised"),
                period: (start, end),
                amount,
                currency,
            });
        }
    }

    /// Adds the value of a transaction, if its type counts.
    pub(super) fn transaction(
        &mut self,
        kind: &str,
        value: &Value<'_>,
        xml: &mut Xml<'_, '_>,
        default: Option<Currency>,
        project: &str,
    ) {
        let totals = match kind {
            "2" | "C" => &mut self.commitments,
            "3" | "D" | "4" | "E" => &mut self.disbursements,
            _ => return,
        };
        if let Some((amount, currency)) = value.parse(default, xml, project) {
            let total = totals.entry(currency).or_default();
            *total = total.saturating_add(amount);
        }
    }

    /// The budgets by year and currency. Without any, the total of commitments; without these, of disbursements.
    pub(super) fn finish(self) -> Option<(Vec<Budget>, Basis)> {
        if self.budgets.is_empty() {
            let (totals, basis) = if self.commitments.is_empty() {
                (self.disbursements, Basis::Disbursements)
            } else {
                (self.commitments, Basis::Commitments)
            };
            let total = |(currency, amount)| Budget {
                amount,
                currency,
                year: None,
            };
            let totals: Vec<_> = totals.into_iter().map(total).collect();
            return (!totals.is_empty()).then_some((totals, basis));
        }
        let revised = self.budgets.iter().filter(|it| it.is_revised);
        let revised: HashSet<Period> = revised.map(|it| it.period).collect();
        let mut positions = HashMap::new();
        let mut budgets: Vec<Budget> = Vec::new();
        for stated in &self.budgets {
            if !stated.is_revised && revised.contains(&stated.period) {
                continue;
            }
            let key = (stated.currency, year(stated.period));
            let at = *positions.entry(key).or_insert(budgets.len());
            match budgets.get_mut(at) {
                Some(budget) => budget.amount = budget.amount.saturating_add(stated.amount),
                None => budgets.push(Budget {
                    amount: stated.amount,
                    currency: stated.currency,
                    year: key.1,
                }),
            }
        }
        Some((budgets, Basis::Budgets))
    }
}

/// The date of a budget's period, which was the text of the element in version 1.0.
fn day<'a>(tag: &Tag<'a>, xml: &mut Xml<'a, '_>, is_end: bool) -> Option<Date> {
    let stated = tag.attribute("iso-date");
    let stated = stated.and_then(|text| dates::parse(&text, is_end));
    stated.or_else(|| dates::parse(xml.content().trim(), is_end))
}

/// The year of a period; of a financial year over two, the one that has more of it. `None` for a longer period.
fn year((start, end): Period) -> Option<u16> {
    const MONTHS: u32 = 12;
    let (start, end) = (start?, end?);
    let months = end.past_last_month().checked_sub(start.first_month());
    let months = months.filter(|months| *months > 0)?;
    if start.year() == end.year() {
        return Some(start.year());
    }
    // A period may end on the first day of the next.
    if months > MONTHS + 1 {
        return None;
    }
    let in_first = (u32::from(start.year()) + 1) * MONTHS - start.first_month();
    Some(if in_first * 2 >= months {
        start.year()
    } else {
        end.year()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_has_a_year_if_it_is_not_longer() {
        for (start, end, expected) in [
            ("2018-01-01", "2018-12-31", Some(2018)),
            ("2018-04-01", "2018-06-30", Some(2018)),
            ("2018-04-01", "2019-03-31", Some(2018)),
            ("2018-10-01", "2019-09-30", Some(2019)),
            ("2018-07-01", "2019-06-30", Some(2018)),
            ("2018-01-01", "2019-01-01", Some(2018)),
            ("2018-01-01", "2020-12-31", None),
            ("2018-01-01", "2017-12-31", None),
        ] {
            let period = (Date::parse(start), Date::parse(end));
            assert_eq!(year(period), expected, "{start} to {end}");
        }
        assert_eq!(year((Date::parse("2018"), None)), None);
    }

    #[test]
    fn amounts_are_numbers_of_xml() {
        for (text, amount) in [
            ("2000", Some("2000")),
            ("+2000.5", Some("2000.5")),
            (".5", Some("0.5")),
            ("5.", Some("5")),
            ("-1e3", Some("-1000")),
            ("many", None),
        ] {
            let read = amount_in(text).map(|(amount, _)| amount.to_string());
            assert_eq!(read.as_deref(), amount, "{text}");
        }
    }
}
