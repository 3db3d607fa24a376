/// How a word was matched, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Quality {
    Exact,
    Beginning,
    Typo,
}

/// Shorter words must match exactly: too many of them are one edit apart.
const TYPO_LETTERS: usize = 5;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct QueryWord {
    pub(super) text: String,
    letters: usize,
    forgives: bool,
}

impl QueryWord {
    pub(super) fn new(text: String, may_forgive: bool) -> Self {
        let letters = text.chars().count();
        Self {
            text,
            letters,
            forgives: may_forgive && letters >= TYPO_LETTERS,
        }
    }

    pub(super) fn forgives(&self) -> bool {
        self.forgives
    }

    pub(super) fn matches(&self, word: &str) -> Option<Quality> {
        match word.strip_prefix(self.text.as_str()) {
            Some("") => Some(Quality::Exact),
            Some(_) => Some(Quality::Beginning),
            None => (self.forgives && self.is_typo_of(word)).then_some(Quality::Typo),
        }
    }

    /// Whether one edit makes the word equal to `word`, or to a beginning of it that is similar enough;
    /// `word` must not start with it. The edit can always be taken to be where the two first differ.
    fn is_typo_of(&self, word: &str) -> bool {
        let common = common_start(&self.text, word);
        let typed_rest = self.text.get(common..).unwrap_or_default();
        let word_rest = word.get(common..).unwrap_or_default();
        let (typed_first, typed_after) = split_first(typed_rest);
        let (word_first, word_after) = split_first(word_rest);
        let (typed_second, typed_later) = split_first(typed_after);
        let (word_second, word_later) = split_first(word_after);
        let Some(typed_first) = typed_first else {
            return false;
        };
        let is_begun = common > 0;

        // One letter too many.
        if let Some(untyped) = word_rest.strip_prefix(typed_after) {
            let same_end = !typed_after.is_empty()
                || self
                    .text
                    .get(..common)
                    .is_some_and(|start| start.ends_with(typed_first));
            if untyped.is_empty() || is_begun && same_end && self.letters > TYPO_LETTERS {
                return true;
            }
        }
        if word_first.is_none() {
            return false;
        }
        // A different letter.
        if let Some(untyped) = word_after.strip_prefix(typed_after)
            && (untyped.is_empty() || is_begun && !typed_after.is_empty())
        {
            return true;
        }
        // A letter too few.
        if let Some(untyped) = word_after.strip_prefix(typed_rest)
            && (untyped.is_empty() || is_begun)
        {
            return true;
        }
        // Two neighbours are swapped.
        typed_second.is_some()
            && typed_second == word_first
            && word_second == Some(typed_first)
            && word_later
                .strip_prefix(typed_later)
                .is_some_and(|untyped| untyped.is_empty() || is_begun)
    }
}

/// The number of bytes that two words share from the start, in whole letters.
fn common_start(one: &str, other: &str) -> usize {
    let pairs = one.bytes().zip(other.bytes());
    let mut common = pairs.take_while(|(one, other)| one == other).count();
    while !one.is_char_boundary(common) {
        common -= 1;
    }
    common
}

fn split_first(text: &str) -> (Option<char>, &str) {
    let mut letters = text.chars();
    (letters.next(), letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quality(typed: &str, word: &str) -> Option<Quality> {
        QueryWord::new(typed.to_owned(), true).matches(word)
    }

    #[test]
    fn one_edit_is_tolerated_in_words_of_at_least_five_letters() {
        for typed in [
            "righta", "ights", "rigts", "rihgts", "rjghts", "xrights", "irghts", "rightss",
        ] {
            assert_eq!(quality(typed, "rights"), Some(Quality::Typo), "{typed}");
        }
        for typed in ["rgihst", "xxrights", "hts", "rgts", "rightsab"] {
            assert_eq!(quality(typed, "rights"), None, "{typed}");
        }
        assert_eq!(quality("trda", "trad"), None);
        assert_eq!(quality("права", "право"), Some(Quality::Typo));
        assert_eq!(quality("прав", "працо"), None);
    }

    #[test]
    fn one_edit_is_tolerated_while_a_word_is_being_typed() {
        for typed in [
            "traffik",
            "trafick",
            "trafffick",
            "tarffick",
            "traffcik",
            "tradfick",
            "traffi",
        ] {
            assert!(quality(typed, "trafficking").is_some(), "{typed}");
        }
        for (typed, word) in [
            ("train", "transport"),
            ("trade", "tradition"),
            ("rtaffick", "trafficking"),
            ("children", "childcare"),
        ] {
            assert_eq!(quality(typed, word), None, "{typed} {word}");
        }
    }

    #[test]
    fn exact_matches_are_better_than_prefixes_and_prefixes_than_typos() {
        assert_eq!(quality("right", "right"), Some(Quality::Exact));
        assert_eq!(quality("right", "rights"), Some(Quality::Beginning));
        assert_eq!(quality("a", "a"), Some(Quality::Exact));
        assert_eq!(quality("a", "b"), None);
        assert!(Quality::Exact < Quality::Beginning && Quality::Beginning < Quality::Typo);
    }
}
