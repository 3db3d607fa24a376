//! From bytes to text.
//!
//! What is certain is read as it is: a byte order mark, UTF-16 by its zero bytes, valid UTF-8, the declaration of an
//! XML file. Anything else is an assumption, and a finding.

mod cp437;
mod guess;
#[cfg(feature = "encodings")]
mod native;
mod repair;
mod unicode;

use crate::finding::{Finding, Findings, Severity};
#[cfg(feature = "encodings")]
pub use native::NativeDecoder;
use std::borrow::Cow;

/// Decodes texts in encodings other than UTF-8: natively by `encoding_rs`, in a browser by `TextDecoder`.
pub trait Decoder {
    /// Decodes bytes in the encoding with this name in the Encoding Standard, such as `windows-1252`; bytes that
    /// are not valid in it become U+FFFD. `None` if there is no such encoding.
    fn decode(&self, bytes: &[u8], encoding: &str) -> Option<String>;

    /// The name of the encoding that bytes without a byte order mark are probably in, which are not UTF-8.
    fn guess(&self, bytes: &[u8]) -> &'static str;
}

/// Decodes UTF-8 and UTF-16 alone, for programs that bring no decoder.
#[derive(Clone, Copy, Debug, Default)]
pub struct Utf8Only;

impl Decoder for Utf8Only {
    fn decode(&self, _: &[u8], _: &str) -> Option<String> {
        None
    }

    fn guess(&self, _: &[u8]) -> &'static str {
        UTF_8
    }
}

const UTF_8: &str = "UTF-8";

/// How much of a text shows its format.
const PROBE: usize = 1 << 20;

/// Decodes a text, in the encoding that is given or else found, and reports what was assumed. Returns the text
/// and the name of its encoding.
pub(crate) fn decode(
    bytes: &[u8],
    encoding: Option<&str>,
    decoder: &dyn Decoder,
    findings: &mut Findings,
) -> (String, String) {
    if let Some(name) = encoding {
        if let Some(read) = decode_as(bytes, name, decoder, findings) {
            return (repair::repaired(read, findings), name.to_owned());
        }
        let message = format!("There is no encoding “{name}”; it was looked for in the content.");
        let help = "Use a name of the Encoding Standard, such as “windows-1252”.";
        findings.add(Finding::new(Severity::Warning, "encoding-unknown", message).help(help));
    }
    let (text, name) = found(bytes, decoder, findings);
    (repair::repaired(text, findings), name)
}

/// Whether a text is UTF-16.
pub(crate) fn is_utf16(bytes: &[u8]) -> bool {
    let found = unicode::marked(bytes).or_else(|| unicode::utf16_without_mark(bytes));
    found.is_some_and(|it| it != unicode::Unicode::Utf8)
}

/// Decodes the beginning of a text well enough to recognise its format: ASCII is right in any encoding.
pub(crate) fn probe(bytes: &[u8]) -> Cow<'_, str> {
    let start = bytes.get(..PROBE).unwrap_or(bytes);
    let text = match unicode::marked(start).or_else(|| unicode::utf16_without_mark(start)) {
        Some(unicode) => unicode.decode(start).0.into(),
        None => String::from_utf8_lossy(start),
    };
    match text.strip_prefix('\u{FEFF}') {
        Some(rest) => rest.to_owned().into(),
        None => text,
    }
}

fn decode_as(
    bytes: &[u8],
    name: &str,
    decoder: &dyn Decoder,
    findings: &mut Findings,
) -> Option<String> {
    if let Some(unicode) = unicode::Unicode::parse(name) {
        return Some(decode_unicode(unicode, bytes, findings));
    }
    if ["utf-8", "utf8"].contains(&name.to_ascii_lowercase().as_str()) {
        return Some(unicode::utf8_with_faults(bytes, findings));
    }
    if cp437::is_name(name) {
        return Some(cp437::decode(bytes));
    }
    decoder.decode(bytes, name)
}

fn found(bytes: &[u8], decoder: &dyn Decoder, findings: &mut Findings) -> (String, String) {
    if let Some(unicode) = unicode::marked(bytes) {
        let text = decode_unicode(unicode, bytes, findings);
        return (text, unicode.name().to_owned());
    }
    if let Some(unicode) = unicode::utf16_without_mark(bytes) {
        let text = decode_unicode(unicode, bytes, findings);
        let name = unicode.name();
        let message = format!("The text has no byte order mark; it was read as {name}.");
        let finding = Finding::new(Severity::Note, "encoding-assumed", message);
        findings.add(finding.help("If it is not readable, save the file again as UTF-8."));
        return (text, name.to_owned());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), UTF_8.to_owned());
    }
    if !unicode::is_mostly_utf8(bytes) {
        if let Some(name) = declared(bytes)
            && let Some(text) = decoder.decode(bytes, &name)
        {
            return (text, name);
        }
        let name = guess::encoding(bytes, decoder);
        if let Some(text) = decode_as(bytes, name, decoder, &mut Findings::default())
            && name != UTF_8
        {
            findings.add(assumed(name, &text));
            return (text, name.to_owned());
        }
    }
    let text = unicode::utf8_with_faults(bytes, findings);
    (text, UTF_8.to_owned())
}

fn decode_unicode(unicode: unicode::Unicode, bytes: &[u8], findings: &mut Findings) -> String {
    let (text, faults) = unicode.decode(bytes);
    if faults > 0 {
        let name = unicode.name();
        let message = format!("{faults} characters are not valid in {name}; they read “\u{FFFD}”.");
        let finding = Finding::new(Severity::Warning, "bytes-invalid", message);
        findings.add(finding.help("Save the file again as UTF-8."));
    }
    text
}

/// The encoding that an XML declaration states, unless it is a Unicode encoding, which the bytes would show.
fn declared(bytes: &[u8]) -> Option<String> {
    let start = bytes.get(..200).unwrap_or(bytes).trim_ascii_start();
    let start = String::from_utf8_lossy(start);
    let declaration = start.strip_prefix("<?xml")?.split_once("?>")?.0;
    let value = declaration.split_once("encoding")?.1.trim_start();
    let value = value.strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|it| ['"', '\''].contains(it))?;
    let name = value.get(1..)?.split(quote).next()?;
    let is_unicode = name.get(..3)?.eq_ignore_ascii_case("utf");
    (!is_unicode).then(|| name.to_owned())
}

fn assumed(name: &str, text: &str) -> Finding {
    let mut message = format!("The text is not UTF-8; it was read as {name}");
    if let Some(word) = first_word_with_accent(text) {
        message = format!("{message}, for example “{word}”");
    }
    message.push('.');
    Finding::new(Severity::Warning, "encoding-assumed", message).help(
        "Check the accents. If they are wrong, state the encoding, or save the file as UTF-8.",
    )
}

/// How much of a text is searched for an example.
const MAX_SEARCH: usize = 1 << 20;

fn first_word_with_accent(text: &str) -> Option<&str> {
    let is_accented = |it: char| !it.is_ascii() && it.is_alphabetic();
    let mut searched = text.char_indices().take_while(|(at, _)| *at < MAX_SEARCH);
    let (at, _) = searched.find(|(_, it)| is_accented(*it))?;
    let (before, after) = text.split_at_checked(at)?;
    let is_part = |it: &(usize, char)| it.1.is_alphanumeric();
    let start = before.char_indices().rev().take(20).take_while(is_part);
    let start = start.last().map_or(at, |(start, _)| start);
    let end = after.char_indices().take(20).take_while(is_part).last();
    let end = end.map_or(at, |(end, last)| at + end + last.len_utf8());
    text.get(start..end)
}

#[cfg(test)]
#[cfg(feature = "encodings")]
mod tests;
