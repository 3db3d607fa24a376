//! Removes times of day and zones: a date is the day that is written, in whatever zone.

use super::tokens::{Part, Token};
use super::words::Kind;

/// The parts without times: `2010-01-01T00:00:00+05:00` and `2009-09-30Z` are the days that are written.
pub(super) fn without_times(tokens: &[Token]) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(&token) = tokens.get(at) {
        let rest = tokens.get(at..).unwrap_or_default();
        let length = match rest {
            _ if is_clock(rest) => {
                drop_joint(&mut kept);
                clock_length(rest)
            }
            _ if is_compact_time(kept.last(), rest) => 2 + zone_length(rest.get(2..)),
            _ if is_zone(kept.last(), rest) => 1,
            _ => {
                kept.push(token);
                1
            }
        };
        at += length;
    }
    kept
}

/// `00:00`
fn is_clock(tokens: &[Token]) -> bool {
    matches!(tokens, [hour, colon, minute, ..]
        if colon.is_sign(':') && hour.number().is_some_and(|it| it <= 24) && minute.number().is_some_and(|it| it < 60))
}

/// `T000000` after `20120601`
fn is_compact_time(before: Option<&Token>, tokens: &[Token]) -> bool {
    let is_day = before.is_some_and(|it| matches!(it.part, Part::Number { digits: 8, .. }));
    let [mark, time, ..] = tokens else {
        return false;
    };
    let is_time = matches!(time.part, Part::Number { digits: 4 | 6, .. });
    is_day && is_time && mark.word().is_some_and(|word| word.is(Kind::Time))
}

/// `Z` at the end of a date
fn is_zone(before: Option<&Token>, tokens: &[Token]) -> bool {
    let follows_number = before.is_some_and(|it| it.number().is_some());
    let is_last = tokens.get(1).is_none_or(|next| next.number().is_none());
    let zone = tokens.first().and_then(|it| it.word());
    follows_number && is_last && zone.is_some_and(|word| word.is(Kind::Zone))
}

/// Removes what joins a date to its time, or to its zone: `T`, `,`, `at`, `+`.
fn drop_joint(kept: &mut Vec<Token>) {
    while let Some(last) = kept.last() {
        let joins = match last.part {
            Part::Sign(sign) => matches!(sign, ',' | '+' | '-' | '('),
            Part::Word(word) => word.is(Kind::Time) && word.month.is_none(),
            Part::Number { .. } => false,
        };
        if !joins {
            return;
        }
        kept.pop();
    }
}

/// How many parts a time has that begins with an hour and a minute.
fn clock_length(tokens: &[Token]) -> usize {
    let mut length = 3;
    let follows = |at: usize, signs: &[char]| {
        let sign = tokens
            .get(at)
            .is_some_and(|it| signs.iter().any(|&sign| it.is_sign(sign)));
        sign && tokens
            .get(at + 1)
            .is_some_and(|it| it.number().is_some() && !it.is_spaced)
    };
    if follows(length, &[':']) {
        length += 2;
        if follows(length, &['.', ',']) {
            length += 2;
        }
    }
    length + zone_length(tokens.get(length..))
}

/// How many parts a zone or `pm` has: `Z`, `+05:00`, `-0500`.
fn zone_length(tokens: Option<&[Token]>) -> usize {
    let tokens = tokens.unwrap_or_default();
    let is_time = |it: &&Token| it.word().is_some_and(|word| word.is(Kind::Time));
    let mut length = tokens.iter().take_while(is_time).count();
    let is_offset = |sign: &Token, number: &Token| {
        let is_hour = matches!(number.part, Part::Number { digits: 2 | 4, .. });
        (sign.is_sign('+') || sign.is_sign('-')) && is_hour && !number.is_spaced
    };
    if let Some([sign, number, rest @ ..]) = tokens.get(length..)
        && is_offset(sign, number)
    {
        match rest {
            [colon, minute, ..] if colon.is_sign(':') && minute.number().is_some() => length += 4,
            // `-31/12/2016` is another date.
            [next, ..] if ['/', '.', '-'].iter().any(|&it| next.is_sign(it)) => {}
            _ => length += 2,
        }
    }
    length
}
