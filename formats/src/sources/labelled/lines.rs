//! The lines of a text, without the markup that copying left in them.

/// A line that is not blank.
pub(super) struct Line<'a> {
    /// From 1.
    pub(super) number: u32,
    /// Trimmed, without its bullet and markup.
    pub(super) text: &'a str,
    /// Whether a blank line is before it.
    pub(super) after_blank: bool,
    pub(super) has_bullet: bool,
    /// The level of a heading in Markdown, [`BOLD`] for a bold line, 0 for other lines.
    pub(super) rank: u8,
    /// Where `text` begins in the cleaned line.
    start: usize,
    characters: &'a mut Characters,
    cleaned: &'a str,
}

impl Line<'_> {
    /// The character of the source line, from 1, at a byte of `text`. Bytes must be asked for in order.
    pub(super) fn character(&mut self, byte: usize) -> u32 {
        self.characters.at(self.cleaned, self.start + byte)
    }
}

/// What a text consists of.
pub(super) enum Item<'a> {
    Line(Line<'a>),
    /// A line of dashes or similar signs.
    Rule {
        after_blank: bool,
    },
}

/// The rank of a line that is bold as a whole.
pub(super) const BOLD: u8 = 7;

/// Visits the lines of a text in order.
pub(super) fn for_each(text: &str, mut visit: impl FnMut(Item<'_>)) {
    let mut after_blank = true;
    let mut cleaned = String::new();
    let mut characters = Characters::default();
    for (at, raw) in raw_lines(text).enumerate() {
        let number = at as u32 + 1;
        let trimmed = raw.trim();
        if is_rule(trimmed) {
            visit(Item::Rule { after_blank });
            after_blank = true;
            continue;
        }
        let is_bold = is_bold(trimmed);
        characters.restart();
        let whole: &str = if needs_cleaning(raw) {
            cleaned.clear();
            clean(raw, &mut cleaned, &mut characters.pieces);
            &cleaned
        } else {
            raw
        };
        for piece in whole.split(['\n', '\u{b}', '\u{2028}', '\u{2029}']) {
            let indent = piece.len() - piece.trim_start().len();
            let (text, has_bullet, mut rank) = without_bullet(piece.trim(), indent);
            if text.is_empty() {
                // The rule below the headings of a table in Markdown is no blank line.
                after_blank |= !trimmed.starts_with('|');
                continue;
            }
            if is_bold && rank == 0 {
                rank = BOLD;
            }
            visit(Item::Line(Line {
                number,
                text,
                after_blank: std::mem::take(&mut after_blank),
                has_bullet,
                rank,
                start: text.as_ptr() as usize - whole.as_ptr() as usize,
                characters: &mut characters,
                cleaned: whole,
            }));
        }
    }
}

/// The lines of a text by `\n`, `\r\n` or `\r`, as editors count them.
fn raw_lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = text.find(['\n', '\r']) else {
            rest = None;
            return Some(text);
        };
        let (line, ending) = text.split_at_checked(end)?;
        rest = ending.strip_prefix("\r\n").or_else(|| ending.get(1..));
        Some(line)
    })
}

/// A cursor from the bytes of a cleaned line to the characters of its source.
#[derive(Default)]
struct Characters {
    /// Where the text after something that was removed begins: its byte, and its character from 1.
    pieces: Vec<(u32, u32)>,
    piece: usize,
    byte: usize,
    character: u32,
}

impl Characters {
    fn restart(&mut self) {
        self.pieces.clear();
        (self.piece, self.byte, self.character) = (0, 0, 1);
    }

    fn at(&mut self, cleaned: &str, byte: usize) -> u32 {
        while let Some((start, character)) = self.pieces.get(self.piece)
            && *start as usize <= byte
        {
            (self.byte, self.character) = (*start as usize, *character);
            self.piece += 1;
        }
        if let Some(passed) = cleaned.get(self.byte..byte) {
            self.character += passed.chars().count() as u32;
            self.byte = byte;
        }
        self.character
    }
}

fn is_rule(trimmed: &str) -> bool {
    let is_sign = |character: char| "-–—―_=*~#─━═•".contains(character);
    trimmed.len() >= 3
        && trimmed.chars().all(|it| is_sign(it) || it == ' ')
        && trimmed.chars().filter(|it| is_sign(*it)).nth(2).is_some()
}

/// Whether bold signs enclose a line without a colon after a label.
fn is_bold(trimmed: &str) -> bool {
    let inner = |sign: &str| trimmed.strip_prefix(sign)?.strip_suffix(sign);
    let inner = inner("**").or_else(|| inner("__"));
    inner.is_some_and(|inner| {
        !inner.contains("**") && !inner.trim_end().ends_with(':') && !inner.trim().is_empty()
    })
}

/// From how many blanks on a line is within another one.
const INDENT: usize = 4;

/// Removes a bullet, the signs of a heading and the outer bars of a table's row.
fn without_bullet(trimmed: &str, indent: usize) -> (&str, bool, u8) {
    let hashes = trimmed.bytes().take_while(|byte| *byte == b'#').count();
    if (1..=6).contains(&hashes)
        && let Some(rest) = trimmed.get(hashes..)
        && rest.starts_with([' ', '\t'])
    {
        return (rest.trim_matches([' ', '\t', '#']), false, hashes as u8);
    }
    if let Some(row) = trimmed.strip_prefix('|') {
        let is_rule = |row: &str| row.chars().all(|it| "|:- \t".contains(it));
        let row = row.strip_suffix('|').unwrap_or(row).trim();
        return (if is_rule(row) { "" } else { row }, false, 0);
    }
    let mut characters = trimmed.chars();
    let bullet = characters.next();
    let rest = characters.as_str();
    let next = rest.chars().next();
    let is_bullet = match bullet {
        Some(
            '•' | '◦' | '▪' | '▫' | '■' | '□' | '●' | '○' | '‣' | '⁃' | '∙' | '►' | '▶' | '➢' | '➤'
            | '✓' | '✔' | '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}',
        ) => true,
        Some('-' | '–' | '—' | '*' | '+' | '·' | '>' | '»' | '→' | '§') => {
            next.is_none_or(char::is_whitespace)
        }
        // Word writes the bullets of the second level as this letter, which also is a word.
        Some('o') => {
            let word = rest.trim_start();
            rest.len() > word.len()
                && (indent >= INDENT
                    || rest.starts_with('\t')
                    || word.starts_with(char::is_uppercase))
        }
        _ => false,
    };
    if is_bullet {
        (rest.trim_start(), true, 0)
    } else {
        (trimmed, false, 0)
    }
}

fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}' | '\u{2060}'
    ) || (character < ' ' && !matches!(character, '\t' | '\n' | '\u{b}' | '\u{c}'))
}

fn is_special(character: char) -> bool {
    matches!(character, '&' | '<' | '*' | '_' | '\u{a0}') || is_invisible(character)
}

fn needs_cleaning(raw: &str) -> bool {
    raw.contains(is_special)
}

/// Copies a line without markup, invisible characters and no-break spaces; elements that begin a line give a line break.
fn clean(raw: &str, cleaned: &mut String, pieces: &mut Vec<(u32, u32)>) {
    let mut rest = raw;
    let mut character = 1;
    let mut emphasis = None;
    loop {
        let plain = rest.find(is_special).unwrap_or(rest.len());
        let (before, from) = rest.split_at_checked(plain).unwrap_or((rest, ""));
        cleaned.push_str(before);
        character += before.chars().count() as u32;
        let Some(sign) = from.chars().next() else {
            return;
        };
        let (length, replacement) = match sign {
            '&' => entity(from),
            '<' => tag(from),
            '*' | '_' => marks(from, sign, cleaned, &mut emphasis),
            '\u{a0}' => Some((sign.len_utf8(), Replacement::Text(" "))),
            _ => Some((sign.len_utf8(), Replacement::Text(""))),
        }
        .unwrap_or((sign.len_utf8(), Replacement::Character(sign)));
        match replacement {
            Replacement::Text(text) => cleaned.push_str(text),
            Replacement::Character(character) => cleaned.push(character),
        }
        let (passed, after) = from.split_at_checked(length).unwrap_or((from, ""));
        character += passed.chars().count() as u32;
        pieces.push((cleaned.len() as u32, character));
        rest = after;
    }
}

enum Replacement {
    Text(&'static str),
    Character(char),
}

type Replaced = Option<(usize, Replacement)>;

const ENTITIES: [(&str, char); 36] = [
    ("nbsp", ' '),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("euro", '€'),
    ("pound", '£'),
    ("aacute", 'á'),
    ("agrave", 'à'),
    ("acirc", 'â'),
    ("auml", 'ä'),
    ("ccedil", 'ç'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("ecirc", 'ê'),
    ("iacute", 'í'),
    ("icirc", 'î'),
    ("ntilde", 'ñ'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("ouml", 'ö'),
    ("uacute", 'ú'),
    ("uuml", 'ü'),
    ("szlig", 'ß'),
];

/// The longest entity, with its signs.
const MAX_ENTITY: usize = 10;

fn entity(from: &str) -> Replaced {
    let end = from
        .bytes()
        .take(MAX_ENTITY)
        .position(|byte| byte == b';')?;
    let name = from.get(1..end)?;
    let character = if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        let character = char::from_u32(code.ok()?)?;
        if character == '\u{a0}' {
            ' '
        } else {
            character
        }
    } else {
        ENTITIES.iter().find(|(entity, _)| *entity == name)?.1
    };
    Some((end + 1, Replacement::Character(character)))
}

/// The longest element that is removed.
const MAX_TAG: usize = 500;

fn tag(from: &str) -> Replaced {
    let inner = from.get(1..)?;
    let name = inner.trim_start_matches('/');
    if !name.starts_with(|it: char| it.is_ascii_alphabetic()) {
        return None;
    }
    let end = inner
        .bytes()
        .take(MAX_TAG)
        .position(|byte| matches!(byte, b'>' | b'<'))?;
    if inner.as_bytes().get(end) != Some(&b'>') {
        return None;
    }
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = name.get(..length)?.to_ascii_lowercase();
    let is_closing = inner.starts_with('/');
    let replacement = match name.as_str() {
        "li" if !is_closing => "\n• ",
        "br" | "p" | "div" | "li" | "tr" | "ul" | "ol" | "dl" | "dt" | "dd" | "table" | "tbody"
        | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "section" | "article" | "hr" => "\n",
        "td" | "th" if !is_closing => "\t",
        "a" | "b" | "strong" | "i" | "em" | "u" | "span" | "font" | "sup" | "sub" | "small"
        | "td" | "th" | "img" | "abbr" | "label" | "o" => "",
        _ => return None,
    };
    Some((end + 2, Replacement::Text(replacement)))
}

/// How many signs of emphasis are looked at together.
const MAX_RUN: usize = 64;

/// Emphasis in Markdown: `**bold**`, `__bold__`, and `*italics*` at the start of a line.
fn marks(from: &str, sign: char, cleaned: &str, emphasis: &mut Option<char>) -> Replaced {
    let run = from
        .bytes()
        .take(MAX_RUN)
        .take_while(|byte| char::from(*byte) == sign)
        .count();
    let next = from.get(run..)?.chars().next();
    let removed = Some((run, Replacement::Text("")));
    let is_word = next.is_some_and(char::is_alphanumeric);
    let is_within_word = is_word && cleaned.ends_with(char::is_alphanumeric);
    if run >= 2 {
        return removed.filter(|_| !is_within_word || sign == '*');
    }
    if *emphasis == Some(sign) && !cleaned.ends_with(char::is_whitespace) {
        *emphasis = None;
        return removed;
    }
    let opens = cleaned.trim().is_empty() && is_word;
    let closes = from
        .get(1..)?
        .bytes()
        .take(80)
        .any(|byte| char::from(byte) == sign);
    if opens && closes {
        *emphasis = Some(sign);
        return removed;
    }
    None
}
