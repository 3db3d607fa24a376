//! Checks search against a naive version of its definition.

#![allow(
    clippy::expect_used,
    reason = "what a test takes for granted may fail it"
)]

use atlas_engine::search::{Highlighter, TextIndex, TextIndexBuilder, uncorrected};
use atlas_engine::text::{fold, slug, words};
use proptest::prelude::*;

const LETTERS: [(char, &str); 11] = [
    ('a', "a"),
    ('b', "b"),
    ('c', "c"),
    ('A', "a"),
    ('ä', "a"),
    ('Ç', "c"),
    ('ß', "ss"),
    ('ж', "ж"),
    ('Ж', "ж"),
    ('й', "й"),
    ('1', "1"),
];

fn naive_fold(word: &str) -> Vec<char> {
    word.chars()
        .flat_map(|letter| {
            let known = LETTERS.iter().find(|(known, _)| *known == letter);
            known.expect("tests write known letters").1.chars()
        })
        .collect()
}

/// The textbook edit distance of two words: insert, delete, substitute, swap neighbours.
fn edits(one: &[char], other: &[char]) -> usize {
    let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
    for i in 0..=one.len() {
        for j in 0..=other.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let same = usize::from(one[i - 1] != other[j - 1]);
                let mut least = (table[i - 1][j - 1] + same)
                    .min(table[i - 1][j] + 1)
                    .min(table[i][j - 1] + 1);
                if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                    least = least.min(table[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    table[one.len()][other.len()]
}

/// The definition in the documentation of the search module.
fn matches(typed: &[char], word: &[char]) -> bool {
    if word.starts_with(typed) {
        return true;
    }
    if typed.len() < 5 {
        return false;
    }
    let ends_alike = |beginning: &[char]| {
        let (typed_end, end) = (&typed[typed.len() - 2..], &beginning[beginning.len() - 2..]);
        typed_end[1] == end[1]
            || (typed_end == [end[1], end[0]]
                && typed[..typed.len() - 2] == beginning[..beginning.len() - 2])
    };
    edits(typed, word) <= 1
        || (5..word.len())
            .map(|length| &word[..length])
            .any(|beginning| {
                beginning[0] == typed[0] && ends_alike(beginning) && edits(typed, beginning) <= 1
            })
}

fn index(documents: &[Vec<String>]) -> TextIndex {
    let mut builder = TextIndexBuilder::default();
    for document in documents {
        for (weight, text) in (1u8..).zip(document) {
            builder.field(f32::from(weight), text);
        }
        builder.end_document();
    }
    builder.finish()
}

fn letter() -> impl Strategy<Value = char> {
    prop::sample::select(LETTERS.map(|(letter, _)| letter).to_vec())
}

fn word(length: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = String> {
    prop::collection::vec(letter(), length).prop_map(String::from_iter)
}

/// A word, and the same word changed in up to two places and perhaps cut short.
fn word_and_typed() -> impl Strategy<Value = (String, String)> {
    let mangled = (
        word(1..10),
        prop::collection::vec((any::<prop::sample::Index>(), letter(), 0..5u8), 0..3),
        0..4usize,
    );
    mangled.prop_map(|(word, edits, cut)| {
        let mut typed: Vec<char> = word.chars().collect();
        for (at, letter, kind) in edits {
            let at = at.index(typed.len());
            match kind {
                0 => typed[at] = letter,
                1 => typed.insert(at, letter),
                2 if typed.len() > 1 => drop(typed.remove(at)),
                3 if at > 0 => typed.swap(at - 1, at),
                _ => {}
            }
        }
        typed.truncate(typed.len().saturating_sub(cut).max(1));
        (word, typed.into_iter().collect())
    })
}

fn documents_and_query() -> impl Strategy<Value = (Vec<Vec<String>>, Vec<String>)> {
    let words = prop::collection::vec(word_and_typed(), 1..8);
    words.prop_flat_map(|words| {
        let (words, typed): (Vec<_>, Vec<_>) = words.into_iter().unzip();
        let some_word = prop::sample::select(words);
        let field = prop::collection::vec(some_word, 0..4).prop_map(|words| words.join(" – "));
        let document = prop::collection::vec(field, 0..3);
        (
            prop::collection::vec(document, 0..6),
            prop::collection::vec(prop::sample::select(typed), 1..3),
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_document_is_found_exactly_when_each_word_matches_one_of_its_words(
        (documents, query) in documents_and_query()
    ) {
        let expected: Vec<u32> = (0u32..).zip(&documents).filter(|(_, document)| {
            query.iter().all(|typed| {
                let typed = naive_fold(typed);
                document.iter().flat_map(|field| field.split(" – ")).any(|word| {
                    !word.is_empty() && matches(&typed, &naive_fold(word))
                })
            })
        }).map(|(at, _)| at).collect();
        let found = index(&documents).search(&query.join(" "));
        prop_assert_eq!(found.documents(), expected);
        for at in 0..=documents.len() as u32 {
            prop_assert_eq!(found.score(at) > 0.0, found.documents().contains(&at));
        }
    }

    #[test]
    fn only_matching_words_are_highlighted((word, typed) in word_and_typed(), other in word(1..8)) {
        let text = format!("{other}, {word}");
        let marked: Vec<&str> = Highlighter::new(&typed).ranges(&text).into_iter().map(|range| &text[range]).collect();
        let typed = naive_fold(&typed);
        let expected: Vec<&str> = [other.as_str(), word.as_str()].into_iter().filter(|word| matches(&typed, &naive_fold(word))).collect();
        prop_assert_eq!(marked, expected);
    }

    #[test]
    fn words_searched_for_exactly_as_typed_are_not_corrected(
        (documents, query) in documents_and_query(), marks in prop::collection::vec("[\"“ -]{0,2}", 4)
    ) {
        let query: Vec<String> = query.iter().zip(&marks).map(|(word, mark)| format!("{mark}{word}")).collect();
        let query = query.join(" ");
        let index = index(&documents);
        let typed: Vec<_> = index.search(&query).corrections().iter().map(|it| it.typed.clone()).collect();
        let exact = uncorrected(&query, &typed);
        let found = index.search(&exact);
        let again: Vec<_> = found.corrections().iter().filter(|it| {
            let word = exact[it.typed.clone()].to_owned();
            typed.iter().any(|typed| query[typed.clone()] == word)
        }).collect();
        prop_assert!(again.is_empty(), "{} became {}", query, exact);
    }

    #[test]
    fn more_words_never_find_more_documents((documents, query) in documents_and_query()) {
        let index = index(&documents);
        let all = index.search(&query.join(" "));
        for word in &query {
            let found = index.search(word);
            prop_assert!(all.documents().iter().all(|document| found.documents().contains(document)));
        }
        prop_assert_eq!(index.search(&query.join(" ")), all);
    }

    #[test]
    fn exact_words_rank_before_longer_words_and_longer_words_before_typos(
        word in word(5..8), more in word(1..4), other in letter()
    ) {
        let typo: String = word.chars().skip(1).chain([other]).collect();
        let typo = format!("{other}{other}{typo}");
        let (folded, typo_folded) = (naive_fold(&word), naive_fold(&typo));
        prop_assume!(!typo_folded.starts_with(&folded));
        let documents = [vec![typo], vec![format!("{word}{more}")], vec![word.clone()]];
        let found = index(&documents).search(&word);
        prop_assert!(found.score(2) > found.score(1));
        prop_assert!(found.score(1) > found.score(0));
    }

    #[test]
    fn a_word_in_a_heavier_field_or_repeated_ranks_higher(word in word(1..8)) {
        let other = "zz".to_owned();
        let documents = [
            vec![format!("{word} {other}"), other.clone()],
            vec![format!("{other} {other}"), word.clone()],
            vec![format!("{word} {other}"), word.clone()],
        ];
        let found = index(&documents).search(&word);
        prop_assert!(found.score(0) < found.score(1));
        prop_assert!(found.score(1) < found.score(2));
    }

    #[test]
    fn highlights_are_matching_whole_words_in_order(query in ".{0,12}", text in ".{0,40}") {
        let (query, text) = (spaced(&query), spaced(&text));
        // `U.K.` is marked as a phrase, and `KE` is that word alone.
        if words(&query).all(|word| word.range.len() == 1) || query.trim().len() <= 3 {
            return Ok(());
        }
        let text = format!("{text} {query} {text}");
        let all: Vec<_> = words(&text).map(|word| word.range).collect();
        let marks = Highlighter::new(&query).ranges(&text);
        prop_assert!(marks.iter().all(|mark| all.contains(mark)));
        prop_assert!(marks.windows(2).all(|pair| pair[0].end <= pair[1].start));
        for range in all {
            prop_assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
            let alone = index(&[vec![text[range.clone()].to_owned()]]);
            let found = words(&query).any(|typed| !alone.search(&typed.folded).documents().is_empty());
            prop_assert_eq!(marks.contains(&range), found);
        }
    }

    #[test]
    fn every_text_is_found_by_each_of_its_words(text in ".{0,40}") {
        let index = index(&[vec![text.clone()]]);
        for word in words(&text) {
            let found = index.search(&text[word.range]);
            prop_assert_eq!(found.documents(), [0]);
        }
    }

    #[test]
    fn folding_and_slugs_are_idempotent(text in "(.|[а-яёїЀ-ЏΆ-Ώἀ-ῼ\u{300}-\u{310}À-ɏḀ-ỹ'-]){0,30}") {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded.clone());
        let slugged = slug(&text);
        prop_assert_eq!(slug(&slugged), slugged.clone());
        let joined: Vec<_> = words(&text).map(|word| word.folded).collect();
        prop_assert_eq!(joined.join("-"), slugged);
        for word in words(&text) {
            prop_assert_eq!(fold(&text[word.range]), word.folded);
        }
    }
}

/// A text without characters that have a meaning in a query, and without unspaced scripts.
fn spaced(text: &str) -> String {
    let is_plain = |letter: &char| {
        let unspaced = matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{11ff}' | '\u{1780}'..='\u{17ff}'
            | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ffdc}' | '\u{20000}'..);
        !unspaced && !"\"“”„‟«»‹›＂-−".contains(*letter)
    };
    text.chars().filter(is_plain).collect()
}

fn places<T: PartialEq>(wanted: &[T], all: &[T]) -> Vec<usize> {
    let windows = (0..).zip(all.windows(wanted.len()));
    windows
        .filter(|(_, window)| *window == wanted)
        .map(|(at, _)| at)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_phrase_is_found_and_highlighted_exactly_where_its_words_are_adjacent(
        fields in prop::collection::vec(prop::collection::vec("[ab]{1,2}", 0..8), 1..4),
        phrase in prop::collection::vec("[ab]{1,2}", 1..4),
    ) {
        let document: Vec<String> = fields.iter().map(|words| words.join(" – ")).collect();
        let query = format!("«{}»", phrase.join(" "));
        let found = index(std::slice::from_ref(&document)).search(&query);
        let expected = fields.iter().any(|words| !places(&phrase, words).is_empty());
        prop_assert_eq!(!found.documents().is_empty(), expected);
        for (text, field) in document.iter().zip(&fields) {
            let marked = Highlighter::new(&query).ranges(text);
            let all: Vec<_> = words(text).map(|word| word.range).collect();
            let ranges: Vec<_> = places(&phrase, field).into_iter()
                .map(|at| all[at].start..all[at + phrase.len() - 1].end).collect();
            for (at, letter) in text.char_indices().filter(|(_, letter)| letter.is_alphanumeric()) {
                let is_marked = marked.iter().any(|range| range.contains(&at));
                let expected = ranges.iter().any(|range| range.contains(&at));
                prop_assert_eq!(is_marked, expected, "{} at {}", letter, at);
            }
            prop_assert!(marked.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
    }

    #[test]
    fn excluding_a_word_removes_exactly_the_documents_that_contain_it(
        (documents, query) in documents_and_query(), left_out in word(1..4),
    ) {
        let index = index(&documents);
        let folded = naive_fold(&left_out);
        let has = |document: &u32| documents[*document as usize].iter()
            .flat_map(|field| field.split(" – "))
            .any(|word| naive_fold(word).starts_with(&folded));
        let query = query.join(" ");
        let mut expected = index.search(&query).documents().to_vec();
        expected.retain(|document| !has(document));
        let found = index.search(&format!("{query} -{left_out}"));
        prop_assert_eq!(found.documents(), &expected);
        let mut expected: Vec<u32> = (0..documents.len() as u32).collect();
        expected.retain(|document| !has(document));
        let found = index.search(&format!("-{left_out}"));
        prop_assert_eq!(found.documents(), &expected);
    }

    #[test]
    fn parts_of_text_without_spaces_are_found_and_highlighted_exactly(
        text in "[一二a 。]{0,12}", typed in "[一二]{1,4}",
    ) {
        let found = index(&[vec![text.clone()]]).search(&typed);
        prop_assert_eq!(!found.documents().is_empty(), text.contains(&typed));
        let marked = Highlighter::new(&typed).ranges(&text);
        let (letters, wanted): (Vec<char>, Vec<char>) = (text.chars().collect(), typed.chars().collect());
        let at: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let places = places(&wanted, &letters);
        for (place, byte) in at.iter().enumerate() {
            let expected = places.iter().any(|begin| (*begin..*begin + wanted.len()).contains(&place));
            prop_assert_eq!(marked.iter().any(|range| range.contains(byte)), expected);
        }
    }
}

#[test]
fn thousands_of_words_are_distinguished() {
    let documents: Vec<Vec<String>> = (0..5000u32)
        .map(|number| vec![format!("n{number} a{}", number % 7)])
        .collect();
    let index = index(&documents);
    for number in [0, 511, 512, 513, 2048, 4999] {
        let mut exact = index
            .search(&format!("n{number} a{}", number % 7))
            .documents()
            .to_vec();
        exact.retain(|&document| {
            documents[document as usize][0].starts_with(&format!("n{number} "))
        });
        assert_eq!(exact, [number]);
    }
    assert_eq!(index.search("a3").documents().len(), 714);
}
