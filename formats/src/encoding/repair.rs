//! Texts that were decoded in a wrong encoding and saved again.

use crate::finding::{Finding, Findings, Severity};

/// The characters of the bytes 128 to 159 in Windows-1252; U+FFFD where there is none.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž',
    '\u{FFFD}', '\u{FFFD}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{FFFD}',
    'ž', 'Ÿ',
];

/// The character of a byte in Windows-1252.
pub(super) fn of_windows_1252(byte: u8) -> Option<char> {
    let character = match byte {
        0x80..=0x9F => *WINDOWS_1252.get(usize::from(byte - 0x80))?,
        _ => char::from(byte),
    };
    (character != char::REPLACEMENT_CHARACTER).then_some(character)
}

/// The byte of a character in Windows-1252, where bytes without a character are controls.
fn to_windows_1252(character: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(u32::from(character)) {
        return Some(byte);
    }
    let at = WINDOWS_1252.iter().position(|it| *it == character);
    at.filter(|_| character != char::REPLACEMENT_CHARACTER)
        .map(|at| at as u8 + 0x80)
}

/// How often a text may have been misread.
const MAX_ROUNDS: usize = 3;

/// Removes NUL characters and undoes misreadings, if the whole text shows that it was misread.
pub(super) fn repaired(mut text: String, findings: &mut Findings) -> String {
    if text.starts_with('\u{FEFF}') {
        text.remove(0);
    }
    let nuls = memchr::memchr_iter(0, text.as_bytes()).count();
    if nuls > 0 {
        text.retain(|it| it != '\0');
        let characters = if nuls == 1 {
            "character was"
        } else {
            "characters were"
        };
        let message = format!("{nuls} NUL {characters} left out.");
        let finding = Finding::new(Severity::Warning, "bytes-invalid", message);
        findings.add(finding.help("Export the file again.").repaired());
    }
    for _ in 0..MAX_ROUNDS {
        let Some(meant) = read_again(&text) else {
            break;
        };
        let message = format!(
            "The text is UTF-8 that was once read as windows-1252; it was read again, for example “{}”.",
            super::first_word_with_accent(&meant).unwrap_or("€")
        );
        let finding = Finding::new(Severity::Warning, "encoding-repaired", message);
        let help = "Export the file again as UTF-8, and check the accents.";
        findings.add(finding.help(help).repaired());
        text = meant;
    }
    without_controls(text, findings)
}

/// The text whose UTF-8 was read as Windows-1252; `None` if there is a place where it cannot have been.
fn read_again(text: &str) -> Option<String> {
    // Most texts show with their first character beyond ASCII that they were not.
    let first = text.bytes().position(|byte| !byte.is_ascii())?;
    let start = text.get(first..)?.chars().take(4).map(to_windows_1252);
    let start: Vec<u8> = start.collect::<Option<_>>()?;
    let is_character = std::str::from_utf8(&start).map_or_else(|it| it.valid_up_to() > 0, |_| true);
    if !is_character {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    for character in text.chars() {
        bytes.push(to_windows_1252(character)?);
    }
    String::from_utf8(bytes).ok()
}

/// Controls from U+0080 to U+009F are Windows-1252 that was read as ISO-8859-1.
fn without_controls(text: String, findings: &mut Findings) -> String {
    let is_control = |it: char| ('\u{80}'..='\u{9F}').contains(&it) && it != '\u{85}';
    let bytes = text.as_bytes();
    let mut starts = memchr::memchr_iter(0xC2, bytes);
    if !starts.any(|at| matches!(bytes.get(at + 1), Some(0x80..=0x84 | 0x86..=0x9F))) {
        return text;
    }
    let message =
        "Some characters of windows-1252 were once read as ISO-8859-1; they were read again.";
    let finding = Finding::new(Severity::Warning, "encoding-repaired", message);
    findings.add(
        finding
            .help("Check dashes and quotation marks, and export the file again as UTF-8.")
            .repaired(),
    );
    let meant = |it: char| u8::try_from(u32::from(it)).ok().and_then(of_windows_1252);
    let meant = |it: char| {
        if is_control(it) {
            meant(it).unwrap_or(' ')
        } else {
            it
        }
    };
    text.chars().map(meant).collect()
}
