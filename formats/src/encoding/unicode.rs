//! UTF-8 and UTF-16.

use super::repair;
use crate::finding::{Finding, Findings, Place, Severity};

/// A Unicode encoding that a text shows by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unicode {
    Utf8,
    Utf16Le,
    Utf16Be,
}

impl Unicode {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Utf8 => super::UTF_8,
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
        }
    }

    /// UTF-16 by its name.
    pub(super) fn parse(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "utf-16le" | "utf-16" | "utf16" => Some(Self::Utf16Le),
            "utf-16be" => Some(Self::Utf16Be),
            _ => None,
        }
    }

    /// Decodes without the byte order mark. What is not valid becomes U+FFFD, and is counted.
    pub(super) fn decode(self, bytes: &[u8]) -> (String, usize) {
        let unit: fn([u8; 2]) -> u16 = match self {
            Self::Utf8 => {
                let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
                let faults = bytes.utf8_chunks().filter(|it| !it.invalid().is_empty());
                return (String::from_utf8_lossy(bytes).into_owned(), faults.count());
            }
            Self::Utf16Le => u16::from_le_bytes,
            Self::Utf16Be => u16::from_be_bytes,
        };
        let (pairs, rest) = bytes.as_chunks::<2>();
        let mut text = String::with_capacity(bytes.len());
        let mut faults = rest.len();
        for decoded in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
            faults += usize::from(decoded.is_err());
            text.push(decoded.unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        if text.starts_with('\u{FEFF}') {
            text.remove(0);
        }
        (text, faults)
    }
}

/// The encoding that a byte order mark states.
pub(super) fn marked(bytes: &[u8]) -> Option<Unicode> {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => Some(Unicode::Utf8),
        [0xFF, 0xFE, ..] => Some(Unicode::Utf16Le),
        [0xFE, 0xFF, ..] => Some(Unicode::Utf16Be),
        _ => None,
    }
}

/// How much of a text is searched for the zero bytes of UTF-16.
const SEARCHED: usize = 4096;

/// UTF-16 by its zero bytes, which are every other one where the text is Latin, and by its line breaks and blanks
/// where it is not.
pub(super) fn utf16_without_mark(bytes: &[u8]) -> Option<Unicode> {
    let (pairs, _) = bytes.get(..SEARCHED).unwrap_or(bytes).as_chunks::<2>();
    let ascii = |byte: u8| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~');
    let big = pairs.iter().filter(|it| it[0] == 0 && ascii(it[1])).count();
    let little = pairs.iter().filter(|it| it[1] == 0 && ascii(it[0])).count();
    let is_enough =
        |count: usize, other: usize| count > 1 && count * 10 > pairs.len() && other * 10 < count;
    if is_enough(little, big) {
        Some(Unicode::Utf16Le)
    } else {
        is_enough(big, little).then_some(Unicode::Utf16Be)
    }
}

/// Whether a text that is not valid UTF-8 is UTF-8 with faults: in another encoding, sequences of UTF-8 are rare.
pub(super) fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut faults) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|it| !it.is_ascii()).count();
        faults += usize::from(!chunk.invalid().is_empty());
    }
    valid > faults
}

/// Decodes UTF-8. A byte that is not is read as in Windows-1252, whose rows are often pasted into UTF-8, and reported.
pub(super) fn utf8_with_faults(bytes: &[u8], findings: &mut Findings) -> String {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut text = String::with_capacity(bytes.len());
    let mut position = Position { line: 1, column: 1 };
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        let invalid = chunk.invalid();
        if invalid.is_empty() {
            continue;
        }
        let meant = match invalid {
            [byte] => repair::of_windows_1252(*byte).filter(|it| it.is_alphabetic()),
            _ => None,
        };
        let character = meant.unwrap_or(char::REPLACEMENT_CHARACTER);
        if findings.keeps("bytes-invalid") {
            position.pass(chunk.valid());
            findings.add(fault(invalid, character).at(Place::line(position.line, position.column)));
            position.column += 1;
        } else {
            findings.add(fault(invalid, character));
        }
        text.push(character);
    }
    text
}

fn fault(bytes: &[u8], character: char) -> Finding {
    let bytes: Vec<_> = bytes.iter().map(|byte| format!("0x{byte:02X}")).collect();
    let bytes = bytes.join(" ");
    let message = if character == char::REPLACEMENT_CHARACTER {
        format!("{bytes} is not valid UTF-8; it reads “{character}”.")
    } else {
        format!("{bytes} is not valid UTF-8; it was read as “{character}”, as in windows-1252.")
    };
    let finding = Finding::new(Severity::Warning, "bytes-invalid", message)
        .help("Correct the character, and save the file as UTF-8.");
    if character == char::REPLACEMENT_CHARACTER {
        finding
    } else {
        finding.repaired()
    }
}

struct Position {
    line: u32,
    column: u32,
}

impl Position {
    fn pass(&mut self, text: &str) {
        let lines = text.bytes().filter(|byte| *byte == b'\n').count() as u32;
        let last = text.rsplit('\n').next().unwrap_or_default();
        let characters = last.chars().count() as u32;
        self.line += lines;
        self.column = if lines > 0 { 1 } else { self.column } + characters;
    }
}
