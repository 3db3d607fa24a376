use super::atoms::Atoms;
use super::word_match::QueryWord;
use crate::country;
use crate::unicode::is_alphanumeric;
use std::ops::Range;

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Terms {
    pub(super) required: Vec<Term>,
    pub(super) excluded: Vec<Term>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Term {
    pub(super) range: Range<usize>,
    pub(super) kind: TermKind,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum TermKind {
    /// A word, its beginning, or perhaps a typo of it; or a single unspaced character.
    Word(QueryWord),
    /// Exactly these atoms in sequence: a phrase in quotes, or characters of an unspaced script.
    Phrase(Vec<PhraseAtom>),
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct PhraseAtom {
    pub(super) folded: String,
    pub(super) is_unspaced: bool,
    /// Whether it must follow the previous one without a gap.
    pub(super) is_joined: bool,
}

/// Every mark that begins or ends a phrase. Languages disagree on which does which.
fn is_quote(character: char) -> bool {
    matches!(
        character,
        '"' | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '＂'
            | '「'
            | '」'
            | '『'
            | '』'
    )
}

fn is_minus(character: char) -> bool {
    matches!(character, '-' | '−')
}

impl Terms {
    /// Parses a query. Any text is valid.
    ///
    /// A quote that is never closed, or that follows a letter or digit (`12"`), does not count. A minus
    /// leaves out what follows if it begins the query or comes after a space.
    pub(super) fn of(query: &str) -> Self {
        let mut terms = Self::default();
        let mut at = 0;
        let mut before = None;
        let mut is_excluded = false;
        while let Some(character) = query.get(at..).and_then(|rest| rest.chars().next()) {
            let after = at + character.len_utf8();
            let follows_a_letter = before.is_some_and(is_alphanumeric);
            let begins = before.is_none_or(char::is_whitespace);
            if is_quote(character)
                && !follows_a_letter
                && let Some((phrase, end)) = quoted(query, after)
            {
                terms.add_phrase(query, phrase, at..end, is_excluded);
                (at, before, is_excluded) = (end, Some('"'), false);
            } else if is_alphanumeric(character) {
                let end = end_of_chunk(query, at);
                if is_excluded {
                    terms.add_excluded(query, at..end);
                } else {
                    terms.add_words(query, at..end);
                }
                before = query.get(at..end).and_then(|chunk| chunk.chars().last());
                (at, is_excluded) = (end, false);
            } else {
                is_excluded = begins && is_minus(character);
                (at, before) = (after, Some(character));
            }
        }
        if country::is_code(query) {
            // A search for `EL` is not a search for elections.
            terms = Self::default();
            terms.add_phrase(query, 0..query.len(), 0..query.len(), false);
        }
        terms
    }

    pub(super) fn is_empty(&self) -> bool {
        self.required.is_empty() && self.excluded.is_empty()
    }

    fn add(&mut self, term: Term, is_excluded: bool) {
        let list = if is_excluded {
            &mut self.excluded
        } else {
            &mut self.required
        };
        if !list.iter().any(|have| have.kind == term.kind) {
            list.push(term);
        }
    }

    fn add_words(&mut self, query: &str, part: Range<usize>) {
        let mut run: Option<Term> = None;
        let mut atoms = Atoms::of(query.get(part.clone()).unwrap_or_default());
        while let Some(atom) = atoms.next() {
            let range = part.start + atom.range.start..part.start + atom.range.end;
            let folded = atoms.folded.clone();
            if atom.is_joined
                && let Some(term) = &mut run
            {
                term.range.end = range.end;
                term.kind.extend(PhraseAtom {
                    folded,
                    is_unspaced: true,
                    is_joined: true,
                });
                continue;
            }
            if let Some(term) = run.take() {
                self.add(term, false);
            }
            let kind = TermKind::Word(QueryWord::new(folded, !atom.is_unspaced));
            run = Some(Term { range, kind });
        }
        if let Some(term) = run {
            self.add(term, false);
        }
    }

    /// Adds a quoted part of the query. One word in quotes is that word alone: no beginning, no typo.
    fn add_phrase(
        &mut self,
        query: &str,
        part: Range<usize>,
        range: Range<usize>,
        is_excluded: bool,
    ) {
        let phrase = phrase(query.get(part).unwrap_or_default());
        if !phrase.is_empty() {
            let kind = TermKind::Phrase(phrase);
            self.add(Term { range, kind }, is_excluded);
        }
    }

    fn add_excluded(&mut self, query: &str, part: Range<usize>) {
        let mut phrase = phrase(query.get(part.clone()).unwrap_or_default());
        let kind = match phrase.pop() {
            Some(only) if phrase.is_empty() => TermKind::Word(QueryWord::new(only.folded, false)),
            Some(last) => {
                phrase.push(last);
                TermKind::Phrase(phrase)
            }
            None => return,
        };
        self.add(Term { range: part, kind }, true);
    }
}

impl TermKind {
    fn extend(&mut self, atom: PhraseAtom) {
        match self {
            Self::Phrase(atoms) => atoms.push(atom),
            Self::Word(word) => {
                let first = PhraseAtom {
                    folded: std::mem::take(&mut word.text),
                    is_unspaced: true,
                    is_joined: false,
                };
                *self = Self::Phrase(vec![first, atom]);
            }
        }
    }
}

fn phrase(text: &str) -> Vec<PhraseAtom> {
    let mut phrase = Vec::new();
    let mut atoms = Atoms::of(text);
    while let Some(atom) = atoms.next() {
        phrase.push(PhraseAtom {
            folded: atoms.folded.clone(),
            is_unspaced: atom.is_unspaced,
            is_joined: atom.is_joined,
        });
    }
    phrase
}

/// The range between an opening quote, which ends at `from`, and the next quote; and where that ends.
fn quoted(query: &str, from: usize) -> Option<(Range<usize>, usize)> {
    let (length, quote) = query
        .get(from..)?
        .char_indices()
        .find(|(_, it)| is_quote(*it))?;
    let end = from + length;
    Some((from..end, end + quote.len_utf8()))
}

fn end_of_chunk(query: &str, from: usize) -> usize {
    let rest = query.get(from..).unwrap_or_default();
    let length = rest.find(|it: char| it.is_whitespace() || is_quote(it));
    from + length.unwrap_or(rest.len())
}

pub(crate) fn has_exclusions(query: &str) -> bool {
    !Terms::of(query).excluded.is_empty()
}

/// Returns a query that searches for words as typed, without correction: it has them in quotes, wherever
/// they occur. `typed` is their ranges in the query.
///
/// ```
/// use atlas_engine::search::uncorrected;
/// assert_eq!(uncorrected("aid to lebannon", &[7..15]), "aid to \"lebannon\"");
/// ```
pub fn uncorrected(query: &str, typed: &[Range<usize>]) -> String {
    let folded_of = |range: &Range<usize>| {
        let mut atoms = Atoms::of(query.get(range.clone()).unwrap_or_default());
        atoms.next();
        atoms.folded
    };
    let typed: Vec<String> = typed.iter().map(folded_of).collect();
    let terms = Terms::of(query);
    let mut kept: Vec<Range<usize>> = Vec::new();
    let phrases = terms.required.iter();
    kept.extend(
        phrases
            .filter(|term| {
                query
                    .get(term.range.clone())
                    .is_some_and(|it| it.starts_with(is_quote))
            })
            .map(|term| term.range.clone()),
    );
    kept.extend(terms.excluded.iter().map(|term| term.range.clone()));
    let is_kept = |at: usize| kept.iter().any(|range| range.contains(&at));

    let mut exact = String::with_capacity(query.len() + 3 * typed.len());
    let add_others = |exact: &mut String, part: Range<usize>| {
        let begin = part.start;
        let others = query.get(part).unwrap_or_default();
        // A quote without a partner would pair with one that is added.
        let others = others.char_indices();
        exact.extend(
            others
                .filter(|(at, it)| !is_quote(*it) || is_kept(begin + at))
                .map(|(_, it)| it),
        );
    };
    let mut atoms = Atoms::of(query);
    let mut at = 0;
    while let Some(atom) = atoms.next() {
        if is_kept(atom.range.start) || !typed.contains(&atoms.folded) {
            continue;
        }
        add_others(&mut exact, at..atom.range.start);
        // A quote that follows a letter does not count.
        if exact.ends_with(is_alphanumeric) {
            exact.push(' ');
        }
        exact.push('"');
        exact.push_str(query.get(atom.range.clone()).unwrap_or_default());
        exact.push('"');
        at = atom.range.end;
    }
    add_others(&mut exact, at..query.len());
    exact
}

/// Returns the year if a query is nothing else: four digits, of any script.
///
/// ```
/// use atlas_engine::search::as_year;
/// assert_eq!(as_year(" 2016 "), Some(2016));
/// assert_eq!(as_year("٢٠١٦"), Some(2016));
/// assert_eq!(as_year("２０１６"), Some(2016));
/// assert_eq!(as_year("2016 floods"), None);
/// ```
pub fn as_year(query: &str) -> Option<u16> {
    let query = query.trim();
    let mut year = 0;
    for character in query.chars() {
        let digit = match character {
            '\u{660}'..='\u{669}' => character as u16 - 0x660,
            '\u{6f0}'..='\u{6f9}' => character as u16 - 0x6f0,
            '\u{ff10}'..='\u{ff19}' => character as u16 - 0xff10,
            _ => character.to_digit(10)? as u16,
        };
        year = year * 10 + digit;
        if year > 9999 {
            return None;
        }
    }
    (query.chars().count() == 4).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Vec<String> {
        let terms = Terms::of(query);
        let shown = |sign: &str, term: &Term| match &term.kind {
            TermKind::Word(word) => format!("{sign}{}", word.text),
            TermKind::Phrase(atoms) => {
                let atoms: Vec<_> = atoms.iter().map(|atom| atom.folded.as_str()).collect();
                format!("{sign}[{}]", atoms.join(" "))
            }
        };
        let required = terms.required.iter().map(|term| shown("", term));
        let excluded = terms.excluded.iter().map(|term| shown("-", term));
        required.chain(excluded).collect()
    }

    #[test]
    fn all_kinds_of_quotes_make_a_phrase() {
        for query in [
            "\"Human Rights\"",
            "“human rights”",
            "„human rights“",
            "«human rights»",
            "« human rights »",
            "»human rights«",
            "”human rights”",
            "\"human-rights\"",
        ] {
            assert_eq!(read(query), ["[human rights]"], "{query}");
        }
        assert_eq!(read("a \"b c\" d"), ["a", "[b c]", "d"]);
    }

    #[test]
    fn unclosed_quotes_and_quotes_after_a_letter_are_ignored() {
        assert_eq!(read("\"human rights"), ["human", "rights"]);
        assert_eq!(read("human rights\""), ["human", "rights"]);
        assert_eq!(read("12\" and 8\" pipe"), ["12", "and", "8", "pipe"]);
        assert_eq!(read("\"\" “ ” \""), [""; 0]);
        assert_eq!(read("\"a b\" \"c d"), ["[a b]", "c", "d"]);
    }

    #[test]
    fn a_minus_before_a_word_or_phrase_excludes_it() {
        assert_eq!(read("water -cyclone"), ["water", "-cyclone"]);
        assert_eq!(read("-\"human rights\" law"), ["law", "-[human rights]"]);
        assert_eq!(read("-trans-border"), ["-[trans border]"]);
        assert_eq!(read("−«a b»"), ["-[a b]"]);
        assert_eq!(read("a\u{a0}-b"), ["a", "-b"]);
    }

    #[test]
    fn a_minus_alone_or_inside_a_word_excludes_nothing() {
        assert_eq!(read("trans-border"), ["trans", "border"]);
        assert_eq!(read("water - cyclone -"), ["water", "cyclone"]);
        assert_eq!(read("-- a --b"), ["a", "b"]);
        assert_eq!(read("-"), [""; 0]);
        assert_eq!(read("-\"unclosed words"), ["unclosed", "words"]);
    }

    #[test]
    fn a_lone_country_code_in_capitals_matches_only_the_whole_word() {
        assert_eq!(read("EL"), ["[el]"]);
        assert_eq!(read(" UK "), ["[uk]"]);
        assert_eq!(read("U.S.A."), ["[u s a]"]);
        assert_eq!(read("ù[K"), ["u", "k"]);
        assert_eq!(read("el"), ["el"]);
        assert_eq!(read("QQ"), ["qq"]);
        assert_eq!(read("EL NGO"), ["el", "ngo"]);
    }

    #[test]
    fn runs_of_unspaced_characters_are_phrases() {
        assert_eq!(read("简单的"), ["[简 单 的]"]);
        assert_eq!(read("简"), ["简"]);
        assert_eq!(read("ODA事業 支援"), ["oda", "[事 業]", "[支 援]"]);
        assert_eq!(read("-事業"), ["-[事 業]"]);
    }
}
