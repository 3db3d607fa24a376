//! From the words of a heading to what it can mean.

use super::vocabulary::{Lookup, Meaning, PROJECT, Phrase, Vocabulary, WordId};
use super::words::parts;
use crate::mapping::ProjectField;

/// A meaning that a heading can have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Meant {
    pub(super) meaning: Meaning,
    /// From 0 to 1.
    pub(super) confidence: f32,
}

/// Confidence of a heading that consists of a word for “project”.
const BARE_PROJECT: f32 = 0.6;
/// How much a word counts that is not written as in the vocabulary.
const SIMILAR: f32 = 0.9;

struct Token {
    id: Option<WordId>,
    is_exact: bool,
    is_number: bool,
}

/// What a heading can mean, the most probable first; empty if its words are unknown.
pub(super) fn meanings(heading: &str, lookup: &mut Lookup) -> Vec<Meant> {
    let plain = of_parts(&parts(heading, false), lookup);
    if !heading.contains('_') {
        return plain;
    }
    let with_lost = of_parts(&parts(heading, true), lookup);
    let confidence = |all: &[Meant]| all.first().map_or(0.0, |it| it.confidence);
    if confidence(&with_lost) > confidence(&plain) {
        with_lost
    } else {
        plain
    }
}

/// Whether a text is surely a heading, without looking for misspelt words.
pub(super) fn is_known(heading: &str) -> bool {
    let vocabulary = Vocabulary::get();
    parts(heading, false).into_iter().any(|words| {
        let tokens: Vec<_> = words
            .iter()
            .map(|word| token(vocabulary.exact(word), true, word))
            .collect();
        let all = of_tokens(&tokens);
        all.first().is_some_and(|it| it.confidence >= 0.55)
    })
}

/// Whether a heading says that its dates are planned, which count less than actual ones.
pub(super) fn is_planned(heading: &str) -> bool {
    let vocabulary = Vocabulary::get();
    let words = parts(heading, false).into_iter().flatten();
    words
        .filter_map(|word| vocabulary.exact(&word))
        .any(|id| vocabulary.class(id).is_planned)
}

/// The year that a heading states, if it is the only number.
pub(super) fn year_in(heading: &str) -> Option<u16> {
    let mut years = parts(heading, false)
        .into_iter()
        .flatten()
        .filter_map(|word| {
            let year = word.parse::<u16>().ok()?;
            (1900..2100).contains(&year).then_some(year)
        });
    let year = years.next()?;
    years.all(|other| other == year).then_some(year)
}

fn token(id: Option<WordId>, is_exact: bool, word: &str) -> Token {
    Token {
        id,
        is_exact,
        is_number: word.bytes().all(|byte| byte.is_ascii_digit()),
    }
}

fn of_parts(parts: &[Vec<String>], lookup: &mut Lookup) -> Vec<Meant> {
    // The meanings of all parts, each with the sum of its strengths and its best confidence.
    let mut all: Vec<(Scored, usize)> = Vec::new();
    for words in parts {
        let mut tokens = Vec::with_capacity(words.len());
        for word in words {
            let (ids, is_exact) = lookup.find(word);
            tokens.push(token(ids[0], is_exact, word));
            if ids[1].is_some() {
                tokens.push(token(ids[1], is_exact, word));
            }
        }
        for scored in of_tokens(&tokens) {
            match all.iter_mut().find(|(it, _)| it.meaning == scored.meaning) {
                Some((known, times)) => {
                    known.strength += scored.strength;
                    known.confidence = known.confidence.max(scored.confidence);
                    *times += 1;
                }
                None => all.push((scored, 1)),
            }
        }
    }
    all.sort_by(|(one, _), (other, _)| {
        let by_strength = other.strength.total_cmp(&one.strength);
        by_strength.then(one.rank.cmp(&other.rank))
    });
    let meant = all.iter().map(|(scored, times)| Meant {
        meaning: scored.meaning,
        confidence: (scored.confidence + if *times > 1 { 0.1 } else { 0.0 }).min(1.0),
    });
    as_period(meant.collect())
}

/// “Start / end” is a period.
fn as_period(mut meant: Vec<Meant>) -> Vec<Meant> {
    let is = |at: usize, field| {
        let meaning = meant.get(at).map(|it: &Meant| it.meaning);
        meaning == Some(Meaning::Field(field))
    };
    let (start, end) = (ProjectField::Start, ProjectField::End);
    let are_alike = match (meant.first(), meant.get(1)) {
        (Some(one), Some(other)) => other.confidence >= one.confidence - 0.2,
        _ => false,
    };
    if are_alike && (is(0, start) && is(1, end) || is(0, end) && is(1, start)) {
        let confidence = meant.first().map_or(0.0, |it| it.confidence);
        let meaning = Meaning::Field(ProjectField::Duration);
        meant.insert(
            0,
            Meant {
                meaning,
                confidence,
            },
        );
    }
    meant
}

struct Scored {
    meaning: Meaning,
    strength: f32,
    confidence: f32,
    rank: usize,
}

/// The meanings of the words of one part.
fn of_tokens(tokens: &[Token]) -> Vec<Scored> {
    let vocabulary = Vocabulary::get();
    let class = |token: &Token| token.id.map(|id| vocabulary.class(id)).unwrap_or_default();
    let is_significant =
        |token: &Token| token.id != Some(PROJECT) && !class(token).is_filler && !token.is_number;
    let significant = tokens.iter().filter(|it| is_significant(it)).count();
    let mut found: Vec<(Scored, Vec<bool>)> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let Some(id) = token.id else { continue };
        let is_first = tokens.iter().take(at).all(|it| it.id != Some(id));
        for phrase in vocabulary.starting(id) {
            if phrase.is_weak && significant > 0 || !phrase.is_fixed && !is_first {
                continue;
            }
            let Some(positions) = positions(phrase, tokens, at) else {
                continue;
            };
            let strength = strength(phrase, tokens, &positions);
            let at = found
                .iter()
                .position(|(it, _)| it.meaning == phrase.meaning);
            let at = at.unwrap_or_else(|| {
                let scored = Scored {
                    meaning: phrase.meaning,
                    strength: 0.0,
                    confidence: 0.0,
                    rank: phrase.rank,
                };
                found.push((scored, vec![false; tokens.len()]));
                found.len() - 1
            });
            if let Some((scored, covered)) = found.get_mut(at) {
                scored.strength = scored.strength.max(strength);
                // Repeats of the same word are covered too.
                for (token, covered) in tokens.iter().zip(covered) {
                    *covered |= token.id.is_some_and(|id| phrase.words.contains(&id));
                }
            }
        }
    }
    for (scored, covered) in &mut found {
        let mut sum = 0.0;
        for (token, is_covered) in tokens.iter().zip(covered.iter()) {
            let counts = *is_covered || class(token).is_neutral;
            if is_significant(token) && counts {
                sum += if token.is_exact { 1.0 } else { SIMILAR };
            }
        }
        let share = if significant == 0 {
            1.0
        } else {
            sum / significant as f32
        };
        scored.confidence = 0.3 + 0.65 * share;
        // Between phrases of one length, the one that leaves fewer words unexplained.
        scored.strength += 0.3 * share;
    }
    let mut all: Vec<Scored> = found.into_iter().map(|(scored, _)| scored).collect();
    if all.is_empty() && significant == 0 && tokens.iter().any(|it| it.id == Some(PROJECT)) {
        all.push(Scored {
            meaning: Meaning::Field(ProjectField::Title),
            strength: 0.5,
            confidence: BARE_PROJECT,
            rank: usize::MAX,
        });
    }
    all.sort_by(|one, other| {
        let by_strength = other.strength.total_cmp(&one.strength);
        by_strength.then(one.rank.cmp(&other.rank))
    });
    all
}

/// The positions of a phrase's words; `at` is that of its first word.
fn positions(phrase: &Phrase, tokens: &[Token], at: usize) -> Option<Vec<usize>> {
    if phrase.is_fixed {
        let same = tokens.iter().skip(at).map(|it| it.id);
        let is_there = tokens.len() >= at + phrase.words.len()
            && same.zip(&phrase.words).all(|(id, word)| id == Some(*word));
        return is_there.then(|| (at..at + phrase.words.len()).collect());
    }
    let position = |word: &WordId| tokens.iter().position(|it| it.id == Some(*word));
    phrase.words.iter().map(position).collect()
}

fn strength(phrase: &Phrase, tokens: &[Token], positions: &[usize]) -> f32 {
    let mut strength = 0.0;
    for at in positions {
        let is_exact = tokens.get(*at).is_some_and(|it| it.is_exact);
        strength += if is_exact { 1.0 } else { SIMILAR };
    }
    let first = positions.iter().min().copied().unwrap_or(0);
    let last = positions.iter().max().copied().unwrap_or(0);
    if positions.len() > 1 && last - first < positions.len() + 1 {
        strength += 0.25;
    }
    // These words change what the others mean.
    if matches!(phrase.meaning, Meaning::Private | Meaning::Percentage) {
        strength += 2.0;
    }
    strength
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::ProjectField as F;

    fn first(heading: &str) -> Option<Meaning> {
        let all = meanings(heading, &mut Lookup::default());
        all.first().map(|it| it.meaning)
    }

    /// The meanings that fit a label of the published headings.
    fn fits(label: &str, meaning: Meaning) -> bool {
        use Meaning::{Category, Date, Field, Other, PartAmount, Percentage, Private};
        let fields: &[F] = match label {
            "budget" => &[F::Amount, F::Currency],
            "country" => &[F::Country, F::Place],
            "description" => &[F::Summary, F::Title],
            "donor/fund" => &[F::Donor],
            "duration" => &[F::Duration],
            "end date" => &[F::End],
            "id" => &[F::Identifier],
            "implementer/beneficiary" => &[F::Implementing, F::Country],
            "lat/lon" => &[F::Latitude, F::Longitude],
            "objective" => &[F::Objective, F::Theme],
            "partner" => &[F::Partner, F::Implementing],
            "place" => &[F::Place, F::Region],
            "sector/theme" => &[F::Theme],
            "start date" => &[F::Start],
            "status" => &[F::Status],
            "title" => &[F::Title],
            "url/document" => &[F::Link, F::Document],
            "year only" => &[F::Year, F::Duration],
            _ => &[],
        };
        match meaning {
            Field(field) => fields.contains(&field),
            Private => label == "contact",
            Percentage => label == "rate %",
            PartAmount => label == "budget",
            Category => ["sector/theme", "donor/fund"].contains(&label),
            Other => ["place", "donor/fund", "implementer/beneficiary"].contains(&label),
            Date => false,
        }
    }

    #[test]
    fn published_headings_mean_what_people_sorted_them_as() {
        let table = include_str!("../../tests/data/published-headings.tsv");
        let (mut right, mut all) = (0, 0);
        for line in table.lines().skip(1) {
            let (label, heading) = line.split_once('\t').unwrap();
            // Dates of an approval or a signature are no start, whatever the label says.
            let meaning = first(heading);
            if label == "start date" && meaning == Some(Meaning::Date) {
                continue;
            }
            all += 1;
            if meaning.is_some_and(|it| fits(label, it)) {
                right += 1;
            } else {
                println!("{label}\t{heading}\t{meaning:?}");
            }
        }
        println!("{right} of {all}");
        assert!(right * 100 >= all * 85, "{right} of {all}");
    }
}
