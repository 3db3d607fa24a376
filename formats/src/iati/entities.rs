//! References to characters: `&amp;`, `&#8217;`, `&eacute;`.

use std::borrow::Cow;

/// The entities of HTML for U+00A0 to U+00FF, in this order.
const LATIN: [&str; 96] = [
    "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf",
    "laquo", "not", "shy", "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro",
    "para", "middot", "cedil", "sup1", "ordm", "raquo", "frac14", "frac12", "frac34", "iquest",
    "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig", "Ccedil", "Egrave", "Eacute",
    "Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute",
    "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute",
    "THORN", "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil",
    "egrave", "eacute", "ecirc", "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde",
    "ograve", "oacute", "ocirc", "otilde", "ouml", "divide", "oslash", "ugrave", "uacute", "ucirc",
    "uuml", "yacute", "thorn", "yuml",
];

/// The entities of XML, and others of HTML that texts use.
const OTHERS: [(&str, char); 32] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("hellip", '…'),
    ("bull", '•'),
    ("euro", '€'),
    ("trade", '™'),
    ("OElig", 'Œ'),
    ("oelig", 'œ'),
    ("Scaron", 'Š'),
    ("scaron", 'š'),
    ("Yuml", 'Ÿ'),
    ("fnof", 'ƒ'),
    ("permil", '‰'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("rarr", '→'),
];

/// What windows-1252 has at 0x80 to 0x9F. As in HTML, references to these numbers mean its characters.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The character that a reference means, without `&` and `;`; `None` if it means none.
pub(super) fn character(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        if let Some((_, character)) = OTHERS.iter().find(|(known, _)| *known == name) {
            return Some(*character);
        }
        let at = LATIN.iter().position(|known| *known == name)?;
        return char::from_u32(0xa0 + at as u32);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
        None => number.parse().ok()?,
    };
    match code {
        0x80..=0x9f => WINDOWS.get(code as usize - 0x80).copied(),
        _ => char::from_u32(code).filter(|it| !it.is_control() || matches!(it, '\t' | '\n' | '\r')),
    }
}

/// A value with its references replaced; those that mean nothing, and a bare `&`, stay as they are.
pub(super) fn decoded(raw: &str) -> Cow<'_, str> {
    let Some(first) = raw.find('&') else {
        return Cow::Borrowed(raw);
    };
    let (start, mut rest) = raw.split_at(first);
    let mut text = start.to_owned();
    while let Some(after) = rest.strip_prefix('&') {
        let end = after.find([';', '&']).unwrap_or(after.len());
        let (name, behind) = after.split_at(end);
        rest = after;
        if let (Some(character), Some(behind)) = (character(name), behind.strip_prefix(';')) {
            text.push(character);
            rest = behind;
        } else {
            text.push('&');
        }
        let plain = rest.find('&').unwrap_or(rest.len());
        let (plain, other) = rest.split_at(plain);
        text.push_str(plain);
        rest = other;
    }
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_of_xml_and_html_are_decoded() {
        for (raw, text) in [
            ("plain", "plain"),
            ("R&amp;D &lt;3&gt; &quot;a&apos;", "R&D <3> \"a'"),
            ("caf&eacute;&nbsp;&Agrave;&yuml;", "café\u{a0}Àÿ"),
            ("&#8217;&#x2019;&#X41;&#146;", "’’A’"),
            ("&ldquo;a&rdquo;&hellip;", "“a”…"),
            ("a & b", "a & b"),
            ("?a=1&b=2&amp;c", "?a=1&b=2&c"),
            ("&lol9;&#0;&#x1f;&#xd800;&;", "&lol9;&#0;&#x1f;&#xd800;&;"),
            ("&&amp;&", "&&&"),
            ("&", "&"),
        ] {
            assert_eq!(decoded(raw), text, "{raw}");
        }
    }
}
