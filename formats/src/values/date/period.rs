//! Reads a period: two dates, or one that is open.

use super::point::{Point, Reading, point};
use super::tokens::{DASH, Part, Token};
use super::words::{Kind, Meaning};
use atlas_engine::portfolio::Date;

/// A start, and an end if it has come.
pub(super) type Period = (Date, Option<Date>);

/// The longest period that is written with a year of two digits.
const MAX_SHORT_YEARS: u32 = 15;

/// The signs and words between the ends of a period, the surest first.
#[derive(Clone, Copy)]
enum Joint {
    Dash,
    SpacedHyphen,
    Word,
    Sign,
}

/// Reads a period. `None` if the parts are none, or its end is before its start.
pub(super) fn period(tokens: &[Token], reading: &Reading) -> Option<Period> {
    let begins = |kind: Kind| {
        let first = tokens.first().and_then(|it| it.word());
        first.is_some_and(|word| word.is(kind) && word.month.is_none())
    };
    let is_begun = begins(Kind::From) || begins(Kind::Since);
    let body = tokens.get(usize::from(is_begun)..)?;
    for joint in [Joint::Dash, Joint::SpacedHyphen, Joint::Word, Joint::Sign] {
        for (at, token) in body.iter().enumerate() {
            let (left, right) = (body.get(..at)?, body.get(at + 1..)?);
            if joins(joint, *token, right, begins(Kind::Between))
                && let Some(period) = between(left, right, *token, reading)
            {
                return Some(period);
            }
        }
    }
    // “2015 ongoing”, “2015+”
    let (last, before) = body.split_last()?;
    let ending = body.iter().rev().take_while(|it| is_open(&[**it])).count();
    let before = if last.is_sign('+') {
        before
    } else {
        body.get(..body.len() - ending)?
    };
    if before.len() < body.len()
        && (last.is_sign('+') || body.iter().any(|it| is_word(*it, Kind::Open)))
    {
        return Some((point(before, reading)?.start(), None));
    }
    begins(Kind::Since)
        .then(|| Some((point(body, reading)?.start(), None)))
        .flatten()
}

fn joins(joint: Joint, token: Token, right: &[Token], is_between: bool) -> bool {
    match joint {
        Joint::Dash => token.is_sign(DASH),
        Joint::SpacedHyphen => {
            let is_spaced = token.is_spaced || right.first().is_none_or(|it| it.is_spaced);
            token.is_sign('-') && is_spaced
        }
        Joint::Word => token
            .word()
            .is_some_and(|word| word.is(Kind::To) || is_between && word.is(Kind::And)),
        Joint::Sign => token.is_sign('-') || token.is_sign('/'),
    }
}

fn is_word(token: Token, kind: Kind) -> bool {
    token.word().is_some_and(|word| word.is(kind))
}

fn is_open(tokens: &[Token]) -> bool {
    let says_open = |token: &Token| match token.part {
        Part::Word(word) => word.is(Kind::Open) || word.is(Kind::To),
        Part::Sign(sign) => matches!(sign, '.' | '(' | ')' | '?' | '…'),
        Part::Number { .. } => false,
    };
    tokens.iter().all(says_open)
}

fn between(left: &[Token], right: &[Token], joint: Token, reading: &Reading) -> Option<Period> {
    let right = match right.split_first() {
        Some((first, rest)) if first.word().is_some_and(|word| word.is(Kind::To)) => rest,
        _ => right,
    };
    if is_open(right) {
        let is_joined = joint.is_sign(DASH) || joint.is_sign('-') || !right.is_empty();
        return is_joined
            .then(|| Some((point(left, reading)?.start(), None)))
            .flatten();
    }
    let Some(end) = point(right, reading).map(Point::end) else {
        return short_years(left, right, joint);
    };
    let start = point(left, reading)
        .or_else(|| completed(left, right, end, reading))?
        .start();
    is_in_order(start, end).then_some((start, Some(end)))
}

/// `2010–12`
fn short_years(left: &[Token], right: &[Token], joint: Token) -> Option<Period> {
    let is_filler = |it: &&Token| it.word().is_some_and(Meaning::is_filler);
    let left = left.get(left.iter().take_while(is_filler).count()..)?;
    let (&[first], &[last]) = (left, right) else {
        return None;
    };
    let Part::Number {
        value: start,
        digits: 4,
    } = first.part
    else {
        return None;
    };
    let Part::Number {
        value: short,
        digits: 2,
    } = last.part
    else {
        return None;
    };
    let years = (short + 100 - start % 100) % 100;
    let year = |year: u32| {
        let is_year = super::point::YEARS.contains(&year);
        is_year
            .then(|| Date::new(year as u16, None, None))
            .flatten()
    };
    let is_short = !joint.is_sign('/') && (1..=MAX_SHORT_YEARS).contains(&years);
    is_short
        .then(|| Some((year(start)?, Some(year(start + years)?))))
        .flatten()
}

/// A start that leaves out what its end says: `1–3 June 2014`, `June – August 2014`, `01.06. – 31.08.2014`.
fn completed(left: &[Token], right: &[Token], end: Date, reading: &Reading) -> Option<Point> {
    left.first()?;
    let mut tokens = left.to_vec();
    if let (&[only], Some((first, rest))) = (left, right.split_first())
        && is_day(only)
        && is_day(*first)
    {
        tokens.extend(rest);
        return point(&tokens, reading);
    }
    let sign = left
        .iter()
        .rev()
        .find(|it| ['.', '/', '-'].iter().any(|&sign| it.is_sign(sign)));
    let has_month = left
        .iter()
        .any(|it| it.word().is_some_and(|word| word.month.is_some()));
    if let Some(sign) = sign.filter(|sign| !has_month && left.last() != Some(sign)) {
        tokens.push(*sign);
    }
    tokens.push(Token {
        part: Part::Number {
            value: end.year().into(),
            digits: 4,
        },
        is_spaced: true,
    });
    point(&tokens, reading)
}

fn is_day(token: Token) -> bool {
    matches!(token.part, Part::Number { digits: 1 | 2, .. })
}

fn is_in_order(start: Date, end: Date) -> bool {
    let days = start
        .day()
        .zip(end.day())
        .filter(|_| start.first_month() == end.first_month());
    start.first_month() < end.past_last_month() && days.is_none_or(|(first, last)| first <= last)
}
