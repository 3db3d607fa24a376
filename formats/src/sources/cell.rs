//! The text of a cell without what its program put around it.

use std::borrow::Cow;

const SOFT_HYPHEN: char = '\u{AD}';

/// Removes blanks and invisible characters around a text, and soft hyphens with the line break that follows.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let is_usual = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
    let text = if is_usual(bytes.first()) && is_usual(bytes.last()) {
        text
    } else {
        text.trim_matches(is_around)
    };
    // The first byte of a soft hyphen, and of little else.
    if memchr::memchr2(b'\r', 0xC2, text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    if text.contains('\r') {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        return Cow::Owned(without_soft_hyphens(&text).into_owned());
    }
    without_soft_hyphens(text)
}

fn is_around(it: char) -> bool {
    it.is_whitespace()
        || it.is_control()
        || matches!(it, SOFT_HYPHEN | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
}

fn without_soft_hyphens(text: &str) -> Cow<'_, str> {
    if !text.contains(SOFT_HYPHEN) {
        return Cow::Borrowed(text);
    }
    let mut joined = String::with_capacity(text.len());
    for (at, part) in text.split(SOFT_HYPHEN).enumerate() {
        let wrapped = part.trim_start_matches([' ', '\t']).strip_prefix('\n');
        match wrapped.filter(|_| at > 0) {
            Some(next_line) => joined.push_str(next_line.trim_start()),
            None => joined.push_str(part),
        }
    }
    Cow::Owned(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_around_a_text_and_soft_hyphens_are_removed() {
        let cases = [
            ("", ""),
            (" \u{A0}\u{FEFF}a b\u{A0}\u{200B}\t\r\n", "a b"),
            ("\u{A0}", ""),
            ("a\u{A0}b", "a\u{A0}b"),
            ("För\u{AD}derung", "Förderung"),
            ("För\u{AD}\r\n  derung\r\nx", "Förderung\nx"),
            ("\u{AD}", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(clean(text), expected, "{text:?}");
        }
    }
}
