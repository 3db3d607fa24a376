//! A parser of JSON as people write it: it keeps every position and continues after a fault.
//!
//! It accepts exactly JSON (RFC 8259), which a test checks against `serde_json`. In addition it reports
//! where each fault is, and reads on: a missing comma, an unclosed bracket or a truncated file costs
//! what is there, not the records before and after. It reads in one pass, never fails, and never invents
//! a value: one that cannot be read is [`Value::Broken`].

use std::borrow::Cow;
use std::ops::Range;

#[derive(Debug)]
pub(super) struct Node<'t> {
    /// The byte at which it starts.
    pub(super) at: usize,
    pub(super) value: Value<'t>,
}

#[derive(Debug)]
pub(super) enum Value<'t> {
    Null,
    Bool(bool),
    Number(&'t str),
    Text(Cow<'t, str>),
    List(Vec<Node<'t>>),
    Object(Vec<Member<'t>>),
    /// Something that could not be read; a fault says why.
    Broken,
}

#[derive(Debug)]
pub(super) struct Member<'t> {
    pub(super) at: usize,
    pub(super) key: Cow<'t, str>,
    pub(super) value: Node<'t>,
}

#[derive(Debug)]
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) message: String,
}

/// Deeper than any portfolio nests, and shallow enough for every stack.
const MAX_DEPTH: usize = 128;
/// How many characters after an opening quote of another kind to search for its end.
const MAX_QUOTE_LENGTH: usize = 2000;
/// The most faults that are reported one by one.
const MAX_FAULTS: usize = 50;

#[cfg(test)]
pub(super) fn parse(text: &str) -> (Node<'_>, Vec<Fault>) {
    parse_around(text, None)
}

/// Parses a text; an empty one is [`Value::Broken`]. A list that was already `read` counts as empty.
pub(super) fn parse_around(text: &str, read: Option<Range<usize>>) -> (Node<'_>, Vec<Fault>) {
    let mut parser = Parser::new(text);
    parser.read = read;
    parser.skip_space();
    if parser.peek() == Some(b'<') {
        parser.fault("This looks like a web page or XML; a portfolio is JSON and begins with {.");
        let broken = Node {
            at: parser.at,
            value: Value::Broken,
        };
        return (broken, parser.faults);
    }
    let root = parser.value();
    parser.skip_space();
    if parser.at < text.len() {
        parser.fault(
            "The portfolio ends before this; the rest is ignored. Is there an extra bracket?",
        );
    }
    if let Some((at, number)) = parser.only_counted {
        let message = format!("Errors from here on are not listed ({number} more).");
        parser.faults.push(Fault { at, message });
    }
    (root, parser.faults)
}

/// The list of projects in a text, read one at a time as long as there is no fault.
#[derive(Debug)]
pub(super) struct ProjectList {
    begin: usize,
    at: usize,
    is_first: bool,
}

/// The text is not JSON; [`parse_around`] reports where and why.
#[derive(Debug)]
pub(super) struct NotJson;

impl ProjectList {
    /// Finds the list in a text: the field `projects`, or the text itself.
    pub(super) fn find(text: &str) -> Option<Self> {
        let mut parser = Parser::new(text);
        parser.skip_space();
        if parser.peek() == Some(b'{') {
            parser.open.push(b'{');
            loop {
                parser.at += 1;
                parser.skip_space();
                if parser.peek() != Some(b'"') {
                    return None;
                }
                let key = parser.quoted()?;
                parser.skip_space();
                if parser.peek() != Some(b':') {
                    return None;
                }
                parser.at += 1;
                parser.skip_space();
                if key == "projects" {
                    break;
                }
                parser.value();
                parser.skip_space();
                if parser.peek() != Some(b',') || !parser.faults.is_empty() {
                    return None;
                }
            }
        }
        (parser.peek() == Some(b'[') && parser.faults.is_empty()).then_some(Self {
            begin: parser.at,
            at: parser.at + 1,
            is_first: true,
        })
    }

    pub(super) fn next<'t>(&mut self, text: &'t str) -> Result<Option<Node<'t>>, NotJson> {
        let mut parser = Parser::new(text);
        parser.at = self.at;
        parser.open.extend_from_slice(b"{[");
        parser.skip_space();
        let next = match parser.peek() {
            Some(b']') => {
                parser.at += 1;
                None
            }
            Some(b',') if !self.is_first => {
                parser.at += 1;
                Some(parser.value())
            }
            Some(_) if self.is_first => Some(parser.value()),
            _ => return Err(NotJson),
        };
        self.at = parser.at;
        self.is_first = false;
        if parser.faults.is_empty() {
            Ok(next)
        } else {
            Err(NotJson)
        }
    }

    pub(super) fn span(&self) -> Range<usize> {
        self.begin..self.at
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    /// A list to skip.
    read: Option<Range<usize>>,
    /// The open brackets, outermost first: `{` or `[`.
    open: Vec<u8>,
    faults: Vec<Fault>,
    last_fault: Option<usize>,
    /// The position of the first fault that is only counted, and how many there are.
    only_counted: Option<(usize, usize)>,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            read: None,
            open: Vec::new(),
            faults: Vec::new(),
            last_fault: None,
            only_counted: None,
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn since(&self, start: usize) -> &'t str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn skip_space(&mut self) {
        loop {
            self.skip_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
            let rest = self.rest();
            let bytes = rest.as_bytes();
            let length = if rest.starts_with("//") {
                let end = bytes.iter().position(|byte| *byte == b'\n');
                end.unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                let end = bytes.windows(2).skip(2).position(|two| two == b"*/");
                end.map_or(rest.len(), |end| end + 4)
            } else {
                return;
            };
            self.fault("JSON has no comments; move this to a field whose name begins with x-.");
            self.at += length;
        }
    }

    fn skip_while(&mut self, mut want: impl FnMut(u8) -> bool) {
        while self.peek().is_some_and(&mut want) {
            self.at += 1;
        }
    }

    /// Adds a fault here: one per position, because a second one only follows from the first.
    fn fault(&mut self, message: impl Into<String>) {
        self.fault_at(self.at, message);
    }

    fn fault_at(&mut self, at: usize, message: impl Into<String>) {
        if self.last_fault.is_some_and(|last| at <= last) {
            return;
        }
        self.last_fault = Some(at);
        if self.faults.len() < MAX_FAULTS {
            let message = message.into();
            self.faults.push(Fault { at, message });
        } else {
            self.only_counted.get_or_insert((at, 0)).1 += 1;
        }
    }

    /// Skips what does not belong here: at least one character, up to space or `{`, `}`, `[`, `]`, `,`,
    /// `"`.
    fn skip_stray(&mut self) {
        let first = self.rest().chars().next().map_or(0, char::len_utf8);
        self.at += first;
        self.skip_while(|byte| {
            !byte.is_ascii_whitespace() && !matches!(byte, b'{' | b'}' | b'[' | b']' | b',' | b'"')
        });
    }

    fn value(&mut self) -> Node<'t> {
        self.skip_space();
        let at = self.at;
        if let Some(read) = self.read.take_if(|read| read.start == at) {
            self.at = read.end;
            let value = Value::List(Vec::new());
            return Node { at, value };
        }
        let value = match self.peek() {
            Some(b'{' | b'[') if self.open.len() >= MAX_DEPTH => {
                self.fault(format!(
                    "This is nested more than {MAX_DEPTH} levels deep; reduce the nesting."
                ));
                self.skip_nested();
                Value::Broken
            }
            Some(b'{') => self.object(),
            Some(b'[') => self.list(),
            Some(b'"') => self.quoted().map_or(Value::Broken, Value::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'}' | b']' | b',' | b':') => {
                self.fault("A value is missing here.");
                Value::Broken
            }
            Some(_) => {
                let other_quotes = "Put text in straight double quotes: \"…\".";
                match self.otherwise_quoted() {
                    Some(_) => {
                        self.fault_at(at, other_quotes);
                        Value::Broken
                    }
                    None => self.word(),
                }
            }
            None if at == 0 || self.text.trim().is_empty() => {
                self.fault("The file is empty; a portfolio begins with {.");
                Value::Broken
            }
            None => {
                self.fault("The file ends where a value is expected; it may be incomplete.");
                Value::Broken
            }
        };
        Node { at, value }
    }

    fn object(&mut self) -> Value<'t> {
        let mut members = Vec::new();
        self.open.push(b'{');
        self.at += 1;
        // The position of the comma that another member must follow.
        let mut comma = None;
        loop {
            self.skip_space();
            match self.peek() {
                Some(b'}') => {
                    if let Some(comma) = comma {
                        self.fault_at(comma, "There is an extra comma before the closing }.");
                    }
                    self.at += 1;
                    break;
                }
                None => {
                    self.fault("The file ends before a closing }; it may be incomplete.");
                    break;
                }
                Some(b'"') => members.extend(self.member()),
                Some(b',') => {
                    self.fault("There is an extra comma here.");
                    self.at += 1;
                    continue;
                }
                Some(b']') => {
                    self.fault("This ] is unexpected: add a } before it, or remove it.");
                    if !self.list_goes_on_without_bracket() && self.open_outside(b'[') {
                        break;
                    }
                    self.at += 1;
                }
                Some(b'{') if self.open_outside(b'[') => {
                    self.fault(
                        "A name in double quotes is expected here; is a } missing before this?",
                    );
                    break;
                }
                Some(_) => {
                    let at = self.at;
                    self.fault("A name in double quotes, such as \"title\", is expected here.");
                    let key = self.unquoted_key();
                    self.skip_space();
                    if !key.is_empty() && self.peek() == Some(b':') {
                        members.extend(self.member_named(at, Cow::Borrowed(key)));
                    } else if self.at == at {
                        self.skip_stray();
                    }
                }
            }
            comma = self.comma_or_end();
        }
        self.open.pop();
        Value::Object(members)
    }

    fn list(&mut self) -> Value<'t> {
        let mut items = Vec::new();
        self.open.push(b'[');
        self.at += 1;
        let mut comma = None;
        loop {
            self.skip_space();
            match self.peek() {
                Some(b']') => {
                    if let Some(comma) = comma {
                        self.fault_at(comma, "There is an extra comma before the closing ].");
                    }
                    self.at += 1;
                    break;
                }
                None => {
                    self.fault("The file ends before a closing ]; it may be incomplete.");
                    break;
                }
                Some(b',') => {
                    self.fault("There is an extra comma here.");
                    self.at += 1;
                    continue;
                }
                Some(b':') => {
                    self.fault("A list cannot contain a colon; is a ] missing before this?");
                    self.at += 1;
                    continue;
                }
                Some(b'}') => {
                    self.fault("This } is unexpected: add a ] before it, or remove it.");
                    if !self.records_go_on() && self.open_outside(b'{') {
                        break;
                    }
                    self.at += 1;
                }
                Some(_) => items.push(self.value()),
            }
            comma = self.comma_or_end();
        }
        self.open.pop();
        Value::List(items)
    }

    /// Takes the comma after an item and returns its position; without one, the list must end here.
    fn comma_or_end(&mut self) -> Option<usize> {
        self.skip_space();
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                Some(self.at - 1)
            }
            Some(b'}' | b']' | b':') | None => None,
            Some(_) => {
                self.fault("A comma is missing before this.");
                None
            }
        }
    }

    fn open_outside(&self, bracket: u8) -> bool {
        let around = self.open.len().saturating_sub(1);
        self.open.iter().take(around).any(|open| *open == bracket)
    }

    /// Whether a } in the list of projects is superfluous, because another project follows.
    fn records_go_on(&self) -> bool {
        self.open.len() == 2 && self.goes_on_with(b'{')
    }

    /// Whether a ] in a project is superfluous, because another field follows.
    fn list_goes_on_without_bracket(&self) -> bool {
        self.open.len() == 3 && self.goes_on_with(b'"')
    }

    fn goes_on_with(&self, next: u8) -> bool {
        let Some(bytes) = self.text.as_bytes().get(self.at + 1..) else {
            return false;
        };
        let mut significant = bytes.iter().filter(|byte| !byte.is_ascii_whitespace());
        significant.next() == Some(&b',') && significant.next() == Some(&next)
    }

    fn member(&mut self) -> Option<Member<'t>> {
        let at = self.at;
        let key = self.quoted()?;
        self.skip_space();
        self.member_named(at, key)
    }

    fn unquoted_key(&mut self) -> &'t str {
        let at = self.at;
        if let Some(quoted) = self.otherwise_quoted() {
            return quoted;
        }
        self.skip_while(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        self.since(at)
    }

    fn member_named(&mut self, at: usize, key: Cow<'t, str>) -> Option<Member<'t>> {
        if self.peek() == Some(b':') {
            self.at += 1;
        } else {
            let nothing_follows = matches!(self.peek(), None | Some(b',' | b'}' | b']'));
            let missing = if nothing_follows {
                "colon and a value are"
            } else {
                "colon is"
            };
            self.fault(format!("A {missing} missing after \"{}\".", start_of(&key)));
            if nothing_follows {
                return None;
            }
        }
        let value = self.value();
        Some(Member { at, key, value })
    }

    fn quoted(&mut self) -> Option<Cow<'t, str>> {
        let start = self.at;
        self.at += 1;
        let mut from = self.at;
        let mut unescaped = String::new();
        let mut broken_lines = false;
        loop {
            self.skip_while(|byte| byte != b'"' && byte != b'\\' && byte >= 0x20);
            match self.peek() {
                Some(b'"') => {
                    let last = self.since(from);
                    self.at += 1;
                    return Some(if unescaped.is_empty() && from == start + 1 {
                        Cow::Borrowed(last)
                    } else {
                        unescaped.push_str(last);
                        Cow::Owned(unescaped)
                    });
                }
                Some(b'\\') => {
                    unescaped.push_str(self.since(from));
                    self.escape(&mut unescaped);
                    from = self.at;
                }
                Some(b'\n' | b'\r') => {
                    let line = self.at;
                    self.skip_while(|byte| byte.is_ascii_whitespace());
                    if matches!(self.peek(), Some(b'"' | b'}' | b']')) {
                        self.fault_at(start, "This text has no closing double quote.");
                        // The comma at the end of the line is not part of the text.
                        let text = self.text.get(start + 1..line).unwrap_or_default();
                        if let Some(text) = text.trim_end().strip_suffix(',') {
                            self.at = start + 1 + text.len();
                        }
                        return None;
                    }
                    if !broken_lines {
                        self.fault_at(line, "Text cannot contain a line break; write \\n instead.");
                    }
                    broken_lines = true;
                }
                Some(control) => {
                    self.fault(format!(
                        "Control characters must be escaped; write \\u{control:04x} instead."
                    ));
                    self.at += 1;
                }
                None => {
                    self.fault_at(
                        start,
                        "The file ends before this text's closing double quote; it may be incomplete.",
                    );
                    return None;
                }
            }
        }
    }

    fn escape(&mut self, text: &mut String) {
        let at = self.at;
        self.at += 1;
        let plain = match self.peek() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                text.push(self.unicode_escape(at));
                return;
            }
            _ => {
                self.fault_at(at, "A backslash in text must be written twice: \\\\.");
                return;
            }
        };
        text.push(plain);
        self.at += 1;
    }

    fn unicode_escape(&mut self, at: usize) -> char {
        let first = self.four_hex_digits();
        let high = first.filter(|unit| (0xD800..0xDC00).contains(unit));
        let code = match high {
            Some(high) if self.rest().starts_with("\\u") => {
                let back = self.at;
                self.at += 2;
                match self.four_hex_digits() {
                    Some(low) if (0xDC00..0xE000).contains(&low) => {
                        Some(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00))
                    }
                    _ => {
                        self.at = back;
                        None
                    }
                }
            }
            _ => first,
        };
        code.and_then(char::from_u32).unwrap_or_else(|| {
            self.fault_at(at, "\\u needs the four hexadecimal digits of a character.");
            char::REPLACEMENT_CHARACTER
        })
    }

    fn four_hex_digits(&mut self) -> Option<u32> {
        let digits = self.rest().get(..4)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }

    fn number(&mut self) -> Value<'t> {
        let at = self.at;
        self.skip_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.'));
        let number = self.since(at);
        if is_number(number) {
            return Value::Number(number);
        }
        self.fault_at(
            at,
            format!(
                "“{}” is not a number; put text in double quotes.",
                start_of(number)
            ),
        );
        Value::Broken
    }

    fn word(&mut self) -> Value<'t> {
        let at = self.at;
        self.skip_while(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if self.at == at {
            self.skip_stray();
        }
        match self.since(at) {
            "null" => Value::Null,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            other => {
                self.fault_at(
                    at,
                    format!(
                        "“{}” is not a JSON value; put text in double quotes.",
                        start_of(other)
                    ),
                );
                Value::Broken
            }
        }
    }

    /// Skips and returns a text on this line in quotes of another kind, such as ' or “.
    fn otherwise_quoted(&mut self) -> Option<&'t str> {
        let mut characters = self.rest().chars();
        let closing: &[char] = match characters.next()? {
            '\'' => &['\''],
            '“' | '”' | '„' => &['“', '”'],
            '‘' | '’' | '‚' => &['‘', '’'],
            '«' => &['»'],
            _ => return None,
        };
        let inside = characters.as_str();
        let mut ahead = inside.char_indices().take(MAX_QUOTE_LENGTH);
        let (end, closer) = ahead.find(|(_, next)| *next == '\n' || closing.contains(next))?;
        if closer == '\n' {
            return None;
        }
        self.at = self.text.len() - inside.len() + end + closer.len_utf8();
        inside.get(..end)
    }

    fn skip_nested(&mut self) {
        let mut depth = 0usize;
        let mut in_text = false;
        let mut escaped = false;
        self.skip_while(|byte| {
            if depth == usize::MAX {
                return false;
            }
            match byte {
                _ if escaped => escaped = false,
                b'\\' if in_text => escaped = true,
                b'"' => in_text = !in_text,
                b'{' | b'[' if !in_text => depth += 1,
                b'}' | b']' if !in_text => {
                    depth -= 1;
                    if depth == 0 {
                        depth = usize::MAX;
                    }
                }
                _ => {}
            }
            true
        });
    }
}

fn is_number(text: &str) -> bool {
    past_number(text.as_bytes()).is_some_and(<[u8]>::is_empty)
}

fn past_number(text: &[u8]) -> Option<&[u8]> {
    let unsigned = text.strip_prefix(b"-").unwrap_or(text);
    let mut rest = match unsigned {
        [b'0', rest @ ..] => rest,
        other => past_digits(other)?,
    };
    if let [b'.', fraction @ ..] = rest {
        rest = past_digits(fraction)?;
    }
    if let [b'e' | b'E', exponent @ ..] = rest {
        let digits = match exponent {
            [b'+' | b'-', digits @ ..] => digits,
            unsigned => unsigned,
        };
        rest = past_digits(digits)?;
    }
    Some(rest)
}

fn past_digits(text: &[u8]) -> Option<&[u8]> {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    text.get(digits..).filter(|_| digits > 0)
}

pub(super) fn start_of(text: &str) -> Cow<'_, str> {
    const MAX_LENGTH: usize = 40;
    match text.char_indices().nth(MAX_LENGTH) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}

/// Like [`start_of`], with invisible characters as escapes. The standard library's escapes would add
/// tables of all printable characters.
pub(super) fn visible_start_of(text: &str) -> String {
    let mut visible = String::new();
    for character in start_of(text).chars() {
        match character {
            ' ' => visible.push(' '),
            '\n' => visible.push_str("\\n"),
            '\r' => visible.push_str("\\r"),
            '\t' => visible.push_str("\\t"),
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' => {
                push_escape(&mut visible, character);
            }
            hidden if hidden.is_control() || hidden.is_whitespace() => {
                push_escape(&mut visible, hidden);
            }
            other => visible.push(other),
        }
    }
    visible
}

fn push_escape(text: &mut String, character: char) {
    let escape = format!("\\u{{{:x}}}", u32::from(character));
    text.push_str(&escape);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn invisible_characters_are_quoted_as_escapes() {
        assert_eq!(
            visible_start_of("a b\t\u{a0}\u{202e}“c”\0"),
            "a b\\t\\u{a0}\\u{202e}“c”\\u{0}"
        );
        assert_eq!(visible_start_of(&"é".repeat(41)), "é".repeat(40) + "…");
    }

    fn as_serde(node: Node<'_>) -> serde_json::Value {
        match node.value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(value) => value.into(),
            Value::Number(number) => serde_json::from_str(number).unwrap(),
            Value::Text(text) => text.into(),
            Value::List(items) => items.into_iter().map(as_serde).collect(),
            Value::Object(members) => {
                let members = members.into_iter();
                members
                    .map(|member| (member.key.into_owned(), as_serde(member.value)))
                    .collect()
            }
            Value::Broken => panic!("a value is broken, but no fault was reported"),
        }
    }

    fn agrees_with_serde_json(text: &str) {
        let (root, faults) = parse(text);
        match serde_json::from_str::<serde_json::Value>(text) {
            Ok(expected) => {
                assert!(faults.is_empty(), "{text:?} is JSON, but {faults:?}");
                assert_eq!(as_serde(root), expected, "{text:?}");
            }
            Err(error) => assert!(!faults.is_empty(), "{text:?} is not JSON: {error}"),
        }
    }

    #[test]
    fn it_accepts_exactly_json() {
        for text in [
            "{}",
            "[]",
            " [ ] ",
            "null",
            "-0.0e+10",
            "01",
            "1.",
            ".5",
            "-",
            "+1",
            "1e",
            "truely",
            "[1,]",
            "[,1]",
            "{\"a\":1,}",
            "{\"a\" 1}",
            "{a:1}",
            "[1 2]",
            "\"\\u00e9\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "\"\\ude00\"",
            "\"\\u+123\"",
            "\"\u{7f}\u{2028}\"",
            "\"\t\"",
            "\u{feff}{}",
            "\u{a0}{}",
            "\u{c}{}",
            "// no\n{}",
            "{} {}",
            "",
        ] {
            agrees_with_serde_json(text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3000) })]

        #[test]
        fn it_agrees_with_serde_json_on_any_sequence_of_tokens(
            tokens in prop::collection::vec(
                prop::sample::select(vec![
                    "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"a\":", "\"\\", "\\u0041", "\\n", "1",
                    "-2.5", "0", "e", "true", "null", " ", "\n", "\t", "é", "'", "“", "/",
                ]),
                0..14,
            ),
        ) {
            agrees_with_serde_json(&tokens.concat());
        }

        #[test]
        fn it_reads_everything_that_serde_json_writes(
            names in prop::collection::vec(any::<String>(), 0..4),
            texts in prop::collection::vec(any::<String>(), 0..4),
            number in any::<i64>(),
        ) {
            let mut object: serde_json::Map<String, serde_json::Value> =
                names.into_iter().zip(texts.into_iter().map(Into::into)).collect();
            object.insert("numbers".to_owned(), serde_json::json!([number, [], {}, null, true]));
            let value = serde_json::Value::from(object);
            agrees_with_serde_json(&value.to_string());
            agrees_with_serde_json(&serde_json::to_string_pretty(&value).unwrap());
        }
    }
}
