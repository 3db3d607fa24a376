use super::json::{Node, Value, start_of, visible_start_of};
use super::object::{ObjectReader, number, parsed, text, wrong_kind};
use super::report::{Path, Report};
use crate::portfolio::model::Budget;
use crate::portfolio::numbers::{Currency, Money};

/// Reads the amounts of a project: a list, or one alone.
pub(super) fn budget(record: &mut ObjectReader<'_, '_>, report: &mut Report) -> Vec<Budget> {
    let Some(node) = record.take("budget", report) else {
        return Vec::new();
    };
    let path = Path::Root.field("budget");
    let Value::List(items) = node.value else {
        return amount(node, &path, report).into_iter().collect();
    };
    let items = items.into_iter().enumerate();
    items
        .filter_map(|(position, node)| amount(node, &path.item(position), report))
        .collect()
}

fn amount(node: Node<'_>, path: &Path<'_>, report: &mut Report) -> Option<Budget> {
    let at = node.at;
    let Value::Object(members) = node.value else {
        wrong_kind(
            at,
            &node.value,
            "an amount with its currency, { \"amount\": 40000, \"currency\": \"EUR\" },",
            path,
            report,
        );
        return None;
    };
    let mut record = ObjectReader::new(members, *path, report);
    let amount = record.required(
        "amount",
        at,
        "The amount is missing here, so this is ignored; add it: \"amount\": 40000.",
        report,
    );
    let currency = record.required(
        "currency",
        at,
        "The amount has no currency and is ignored; add its three letters: \"currency\": \"EUR\".",
        report,
    );
    let year = record.take("year", report);
    record.finish(&["amount", "currency", "year"], report);
    let amount = amount.and_then(|node| money(node, &path.field("amount"), report));
    let currency = currency.and_then(|node| currency_code(node, &path.field("currency"), report));
    let year = year.and_then(|node| self::year(node, &path.field("year"), report));
    Some(Budget {
        amount: amount?,
        currency: currency?,
        year,
    })
}

fn money(node: Node<'_>, path: &Path<'_>, report: &mut Report) -> Option<Money> {
    parsed(
        &number(node, path, true, report)?,
        path,
        Money::parse,
        "is too large for an amount and is ignored; write at most 16 digits before the decimal point.",
        report,
    )
}

fn currency_code(node: Node<'_>, path: &Path<'_>, report: &mut Report) -> Option<Currency> {
    let at = node.at;
    let stated = text(node, path, report)?;
    let Some(currency) = Currency::parse(&stated) else {
        let message = format!(
            "“{}” is not a currency, so the amount is ignored; use the three-letter ISO 4217 code, such as \"EUR\".",
            visible_start_of(&stated)
        );
        report.error(at, path, message);
        return None;
    };
    if currency.as_str() != stated {
        let message = format!("“{stated}” is read as {currency}; write \"{currency}\".");
        report.warning(at, path, message);
    }
    Some(currency)
}

/// Reads a year as a number or, like a date, as a text.
fn year(node: Node<'_>, path: &Path<'_>, report: &mut Report) -> Option<u16> {
    let at = node.at;
    let stated = match node.value {
        Value::Number(number) => number.to_owned(),
        Value::Text(_) => text(node, path, report)?,
        other => {
            wrong_kind(at, &other, "a year, such as 2010,", path, report);
            return None;
        }
    };
    let is_plain = stated.bytes().all(|byte| byte.is_ascii_digit());
    let year = stated.parse().ok();
    let year = year.filter(|year| is_plain && (1..=9999).contains(year));
    if year.is_none() {
        let message = format!(
            "“{}” is not a year and is ignored; write four digits, such as 2010.",
            start_of(&stated)
        );
        report.error(at, path, message);
    }
    year
}
