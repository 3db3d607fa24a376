//! Texts as people read them: without the blanks and the markup that a program left in them.

use super::entities::decoded;

/// A text on one line.
pub(super) fn line(text: &str) -> String {
    let plain = without_markup(text);
    let text = plain.as_deref().unwrap_or(text);
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// A text in lines without blanks around them, with at most one blank line between two.
pub(super) fn paragraphs(text: &str) -> String {
    let plain = without_markup(text);
    let text = plain.as_deref().unwrap_or(text).trim();
    let mut paragraphs = String::with_capacity(text.len());
    let mut blank = 0;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            blank += 1;
            continue;
        }
        if !paragraphs.is_empty() {
            paragraphs.push_str(if blank > 0 { "\n\n" } else { "\n" });
        }
        blank = 0;
        paragraphs.push_str(line);
    }
    paragraphs
}

/// The start of a text, for a message.
pub(super) fn start(text: &str) -> String {
    const LENGTH: usize = 60;
    let line = line(text);
    match line.char_indices().nth(LENGTH) {
        Some((end, _)) => line.get(..end).unwrap_or_default().to_owned() + "…",
        None => line,
    }
}

/// The text of a piece of HTML, which some descriptions are; `None` if it is none.
fn without_markup(text: &str) -> Option<String> {
    if !text.contains('<') || !text.split('<').skip(1).any(|it| element(it).is_some()) {
        return None;
    }
    let mut parts = text.split('<');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let Some((name, rest)) = element(part) else {
            plain.push('<');
            plain.push_str(part);
            continue;
        };
        plain.push_str(match name {
            "p" | "div" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table" => "\n\n",
            "br" | "tr" => "\n",
            "li" if !part.starts_with('/') => "\n- ",
            "td" | "th" => " ",
            _ => "",
        });
        plain.push_str(rest);
    }
    // Escaped twice: once as HTML, once as XML.
    Some(decoded(&plain).into_owned())
}

const ELEMENTS: [&str; 29] = [
    "a", "b", "br", "div", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "i", "img", "li",
    "ol", "p", "s", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "tr", "u", "ul",
];

/// The element of HTML whose tag begins a text, without `<`, and what follows the tag.
fn element(text: &str) -> Option<(&'static str, &str)> {
    let (tag, rest) = text.split_once('>')?;
    let tag = tag.strip_prefix('/').unwrap_or(tag);
    let end = tag.find(|it: char| !it.is_ascii_alphanumeric());
    let (name, attributes) = tag.split_at(end.unwrap_or(tag.len()));
    if !matches!(attributes.trim(), "" | "/") && !attributes.contains('=') {
        return None;
    }
    let known = ELEMENTS
        .iter()
        .find(|known| known.eq_ignore_ascii_case(name))?;
    Some((known, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_single_blanks() {
        for (text, read) in [
            (" a\n\t b\u{a0} c ", "a b c"),
            ("", ""),
            ("<b>Wells</b> &amp; roads", "Wells & roads"),
            ("a < b > c", "a < b > c"),
            ("R&amp;D", "R&amp;D"),
        ] {
            assert_eq!(line(text), read, "{text}");
        }
    }

    #[test]
    fn paragraphs_keep_their_lines() {
        for (text, read) in [
            ("  a \r\n   b\n\n\n\n c\n", "a\nb\n\nc"),
            (
                "<p>One &nbsp;two</p><p>Three<br/>four</p>",
                "One \u{a0}two\n\nThree\nfour",
            ),
            (
                "Goals:<UL class='x'><LI>a</LI><li>b</li></UL>",
                "Goals:\n\n- a\n- b",
            ),
            ("x <y> z", "x <y> z"),
            ("if a<b and b>c", "if a<b and b>c"),
        ] {
            assert_eq!(paragraphs(text), read, "{text}");
        }
    }
}
