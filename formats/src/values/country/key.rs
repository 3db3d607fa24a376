//! The form in which names of countries are compared.

use atlas_engine::text::words;

/// Articles, and words for “of” and “and”: names have them or not. A lone letter is one too: `d’`, `e`, `y`.
const SMALL_WORDS: &[&str] = &[
    "a", "af", "agus", "al", "an", "and", "as", "av", "az", "da", "das", "de", "degli", "dei",
    "della", "den", "der", "des", "det", "dhe", "di", "die", "do", "dos", "du", "een", "ein", "el",
    "en", "es", "et", "gli", "het", "i", "il", "in", "ir", "is", "ja", "l", "la", "las", "le",
    "les", "lo", "los", "na", "och", "of", "og", "os", "ou", "pe", "si", "t", "ta", "tal", "the",
    "un", "und", "van", "ve", "vom", "von", "y", "η", "και", "οι", "ο", "του", "τησ", "των", "το",
    "и", "та", "і",
];

/// Words that people write in several ways or languages, and the one that stands for them.
const SAME: &[(&str, &str)] = &[
    ("brit", "british"),
    ("cumhuriyeti", "republic"),
    ("dem", "democratic"),
    ("democrat", "democratic"),
    ("democrata", "democratic"),
    ("democratica", "democratic"),
    ("democratico", "democratic"),
    ("democratique", "democratic"),
    ("democratische", "democratic"),
    ("demokrat", "democratic"),
    ("demokratik", "democratic"),
    ("demokratische", "democratic"),
    ("demokratska", "democratic"),
    ("demokratyczna", "democratic"),
    ("eq", "equatorial"),
    ("equat", "equatorial"),
    ("fed", "federated"),
    ("federal", "federated"),
    ("federation", "federated"),
    ("isd", "islands"),
    ("isds", "islands"),
    ("isl", "islands"),
    ("island", "islands"),
    ("isles", "islands"),
    ("isls", "islands"),
    ("peoples", "people"),
    ("rep", "republic"),
    ("repub", "republic"),
    ("repubblica", "republic"),
    ("repubblika", "republic"),
    ("republica", "republic"),
    ("republiek", "republic"),
    ("republik", "republic"),
    ("republika", "republic"),
    ("republike", "republic"),
    ("republiken", "republic"),
    ("republikken", "republic"),
    ("republiky", "republic"),
    ("republique", "republic"),
    ("respublica", "republic"),
    ("respublika", "republic"),
    ("rzeczpospolita", "republic"),
    ("st", "saint"),
    ("ste", "saint"),
    ("sts", "states"),
    ("tasavalta", "republic"),
    ("terr", "territory"),
    ("utd", "united"),
    ("vabariik", "republic"),
    ("δημοκρατια", "republic"),
    ("демократска", "democratic"),
    ("реп", "republic"),
    ("република", "republic"),
    ("республика", "republic"),
    ("республіка", "republic"),
];

/// Words for a form of state, which official names have and usual ones do not: “Republic of Kenya”.
const FORMS: &[&str] = &[
    "arab",
    "bolivarian",
    "bolivariana",
    "bolivarienne",
    "bundesrepublik",
    "commonwealth",
    "confederation",
    "cooperative",
    "del",
    "democratic",
    "drzava",
    "ducado",
    "duche",
    "duchy",
    "emirate",
    "estado",
    "etat",
    "federal",
    "federale",
    "federated",
    "federativa",
    "federative",
    "foderale",
    "furstentum",
    "grand",
    "granducato",
    "grossherzogtum",
    "hashemite",
    "independent",
    "islamic",
    "islamica",
    "islamique",
    "islamische",
    "kingdom",
    "kongeriget",
    "kongeriket",
    "konigreich",
    "koninkrijk",
    "konungariket",
    "kraljevina",
    "kralovstvi",
    "krolestwo",
    "multinational",
    "oriental",
    "orientale",
    "people",
    "plurinacional",
    "plurinational",
    "populaire",
    "popular",
    "principado",
    "principality",
    "principaute",
    "regatul",
    "regno",
    "reino",
    "republic",
    "royaume",
    "socialist",
    "sovereign",
    "staat",
    "state",
    "stato",
    "sultanate",
    "union",
    "држава",
    "королевство",
    "кралство",
    "краљевина",
    "المملكة",
    "جمهورية",
    "دولة",
    "مملكة",
];

/// The words of a name that count, in their order.
pub(super) struct Name {
    words: Vec<String>,
}

impl Name {
    /// Reads at most as many words as a name can have; `None` for more, or if there is none.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut all: Vec<String> = Vec::new();
        let mut initials = String::new();
        let mut is_abbreviation = false;
        for (at, word) in words(text).enumerate() {
            if at >= MAX_WORDS {
                return None;
            }
            if word.folded.chars().nth(1).is_none() {
                let has_stop = text
                    .get(word.range.end..)
                    .is_some_and(|rest| rest.starts_with('.'));
                is_abbreviation = initials.is_empty() && (has_stop || word.range.start == 0);
                initials.push_str(&word.folded);
                continue;
            }
            push_initials(&mut all, &std::mem::take(&mut initials), is_abbreviation);
            all.push(word.folded);
        }
        push_initials(&mut all, &initials, is_abbreviation);
        let counts =
            |word: &&String| !is_lone_letter(word) && !SMALL_WORDS.contains(&word.as_str());
        let mut words: Vec<String> = all.iter().filter(counts).cloned().collect();
        if words.len() > 1 {
            words.iter_mut().for_each(write_out);
        } else if words.is_empty() {
            // Nothing but small words: they are the name, such as `La`.
            words = all;
        }
        (!words.is_empty()).then_some(Self { words })
    }

    /// The words in alphabetical order: “Korea, Republic of” is “Republic of Korea”.
    pub(super) fn key(&self) -> String {
        let mut words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        words.sort_unstable();
        words.join(" ")
    }

    /// The name without words for a form of state; `None` if it has none, or consists of them.
    pub(super) fn without_form(&self) -> Option<Self> {
        self.without(FORMS)
    }

    /// The name without some words; `None` if it has none of them, or consists of them.
    pub(super) fn without(&self, left_out: &[&str]) -> Option<Self> {
        let counts = |word: &&String| !left_out.contains(&word.as_str());
        let words: Vec<String> = self.words.iter().filter(counts).cloned().collect();
        (!words.is_empty() && words.len() < self.words.len()).then_some(Self { words })
    }

    pub(super) fn words(&self) -> impl ExactSizeIterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    /// Its letters in their order, without spaces.
    pub(super) fn letters(&self) -> String {
        self.words.concat()
    }
}

/// The longest names have twelve words; with a form of state, a few more.
const MAX_WORDS: usize = 24;

/// “U.S.” is “US”, and “N. Korea” is “North Korea”.
fn push_initials(all: &mut Vec<String>, initials: &str, is_abbreviation: bool) {
    let written_out = match initials {
        "" => return,
        "n" if is_abbreviation => "north",
        "r" if is_abbreviation => "republic",
        "s" if is_abbreviation => "south",
        other => other,
    };
    all.push(written_out.to_owned());
}

/// An article or what an apostrophe leaves, but no digit.
fn is_lone_letter(word: &str) -> bool {
    word.chars().nth(1).is_none() && !word.bytes().all(|byte| byte.is_ascii_digit())
}

fn write_out(word: &mut String) {
    if let Some((_, same)) = SAME.iter().find(|(written, _)| written == word) {
        (*same).clone_into(word);
    }
}
