//! JSON as people write it: a parser that keeps every position and goes on after a fault.
//!
//! It accepts exactly JSON (RFC 8259); a test holds it to `serde_json` on that. What it does on
//! top is to say where each fault is and to read on: a missing comma, a bracket left open or a
//! file cut short costs what stands there, not the records before and after. It reads in one
//! pass, never fails, and never makes up a value: one that cannot be read is [`Value::Broken`].

use std::borrow::Cow;

/// A value and where it begins.
#[derive(Debug)]
pub(super) struct Node<'t> {
    /// The byte at which it begins.
    pub(super) at: usize,
    pub(super) value: Value<'t>,
}

/// A JSON value.
#[derive(Debug)]
pub(super) enum Value<'t> {
    Null,
    Bool(bool),
    /// A number, as it is written.
    Number(&'t str),
    Text(Cow<'t, str>),
    List(Vec<Node<'t>>),
    Object(Vec<Member<'t>>),
    /// Something that could not be read; a fault tells why.
    Broken,
}

/// One `"key": value` of an object.
#[derive(Debug)]
pub(super) struct Member<'t> {
    /// The byte at which the key begins.
    pub(super) at: usize,
    pub(super) key: Cow<'t, str>,
    pub(super) value: Node<'t>,
}

/// A place where the text is not JSON.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) message: String,
}

/// Deeper than any portfolio nests, and shallow enough for every stack.
const DEEPEST: usize = 128;
/// A file with more faults than this is told from JSON by reading on no longer.
const MOST_FAULTS: usize = 50;

/// Reads a text. An empty one gives [`Value::Broken`] and a fault.
pub(super) fn parse(text: &str) -> (Node<'_>, Vec<Fault>) {
    let mut parser = Parser {
        text,
        at: 0,
        open: Vec::new(),
        faults: Vec::new(),
        last_fault: None,
    };
    let root = parser.value();
    parser.skip_space();
    if parser.at < text.len() {
        parser.fault("The portfolio ends before this; what follows was not read. Is there a bracket too many?");
    }
    (root, parser.faults)
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    /// The brackets now open, outermost first: `{` or `[`.
    open: Vec<u8>,
    faults: Vec<Fault>,
    last_fault: Option<usize>,
}

impl<'t> Parser<'t> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The text from `start` to where the parser stands.
    fn since(&self, start: usize) -> &'t str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn skip_space(&mut self) {
        self.skip_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    fn skip_while(&mut self, mut want: impl FnMut(u8) -> bool) {
        while self.peek().is_some_and(&mut want) {
            self.at += 1;
        }
    }

    /// The first byte that is not space, `ahead` bytes from here.
    fn next_after(&self, ahead: usize) -> Option<u8> {
        let bytes = self.text.as_bytes().get(self.at + ahead..)?;
        bytes
            .iter()
            .copied()
            .find(|byte| !byte.is_ascii_whitespace())
    }

    /// Notes a fault here: one a place, since a second one there is only the first's echo.
    fn fault(&mut self, message: impl Into<String>) {
        self.fault_at(self.at, message);
    }

    fn fault_at(&mut self, at: usize, message: impl Into<String>) {
        if self.last_fault.is_some_and(|last| at <= last) {
            return;
        }
        self.last_fault = Some(at);
        self.faults.push(Fault {
            at,
            message: message.into(),
        });
        if self.faults.len() == MOST_FAULTS {
            self.faults.push(Fault {
                at,
                message: "There are so many faults that the rest of the file was not read."
                    .to_owned(),
            });
            self.at = self.text.len();
            self.last_fault = Some(usize::MAX);
        }
    }

    /// Passes over what belongs nowhere: at least one character, and no bracket, comma or quote
    /// after it.
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
        let value = match self.peek() {
            Some(b'{' | b'[') if self.open.len() >= DEEPEST => {
                self.fault(format!(
                    "This is nested more than {DEEPEST} levels deep, which no portfolio is."
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
            Some(b'\'') => {
                self.single_quoted();
                Value::Broken
            }
            Some(_) => self.word(),
            None if at == 0 || self.text.trim().is_empty() => {
                self.fault("The file is empty; a portfolio begins with {.");
                Value::Broken
            }
            None => {
                self.fault("The file ends where a value is expected; it seems to be cut short.");
                Value::Broken
            }
        };
        Node { at, value }
    }

    fn object(&mut self) -> Value<'t> {
        let mut members = Vec::new();
        self.open.push(b'{');
        self.at += 1;
        // Where the comma stands that a further member must follow.
        let mut comma = None;
        loop {
            self.skip_space();
            match self.peek() {
                Some(b'}') => {
                    if let Some(comma) = comma {
                        self.fault_at(comma, "There is a comma too many before the closing }.");
                    }
                    self.at += 1;
                    break;
                }
                None => {
                    self.fault("The file ends before a } closes what was opened; it seems to be cut short.");
                    break;
                }
                Some(b'"') => members.extend(self.member()),
                Some(b',') => {
                    self.fault("There is a comma too many here.");
                    self.at += 1;
                    continue;
                }
                Some(b']') => {
                    self.fault("This ] closes nothing: a } is missing before it, or it is one bracket too many.");
                    if self.list_goes_on_without_bracket() || !self.open_outside(b'[') {
                        self.at += 1;
                        continue;
                    }
                    break;
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
                    self.skip_while(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
                    let key = self.since(at);
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
                        self.fault_at(comma, "There is a comma too many before the closing ].");
                    }
                    self.at += 1;
                    break;
                }
                None => {
                    self.fault(
                        "The file ends before a ] closes the list; it seems to be cut short.",
                    );
                    break;
                }
                Some(b',') => {
                    self.fault("There is a comma too many here.");
                    self.at += 1;
                    continue;
                }
                Some(b':') => {
                    self.fault("A colon cannot stand in a list; is a ] missing before this?");
                    self.at += 1;
                    continue;
                }
                Some(b'}') => {
                    self.fault("This } closes nothing: a ] is missing before it, or it is one bracket too many.");
                    if self.records_go_on() || !self.open_outside(b'{') {
                        self.at += 1;
                        continue;
                    }
                    break;
                }
                Some(_) => items.push(self.value()),
            }
            comma = self.comma_or_end();
        }
        self.open.pop();
        Value::List(items)
    }

    /// Takes the comma after an item and tells where it stood; without one the list must end here.
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

    /// Whether a bracket of this kind is open around the innermost one.
    fn open_outside(&self, bracket: u8) -> bool {
        let around = self.open.len().saturating_sub(1);
        self.open.iter().take(around).any(|open| *open == bracket)
    }

    /// Whether a } in the list of projects is one too many, since another project follows.
    fn records_go_on(&self) -> bool {
        self.open.len() == 2 && self.goes_on_with(b'{')
    }

    /// Whether a ] in a project is one too many, since another field follows.
    fn list_goes_on_without_bracket(&self) -> bool {
        self.open.len() == 3 && self.goes_on_with(b'"')
    }

    /// Whether a comma and then `next` follow the byte at hand.
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

    fn member_named(&mut self, at: usize, key: Cow<'t, str>) -> Option<Member<'t>> {
        if self.peek() == Some(b':') {
            self.at += 1;
        } else {
            self.fault(format!("A colon and a value are missing after \"{key}\"."));
            if matches!(self.peek(), None | Some(b',' | b'}' | b']')) {
                return None;
            }
        }
        let value = self.value();
        Some(Member { at, key, value })
    }

    /// A text in double quotes; `None` where its end is missing.
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
                Some(b'\n' | b'\r') if matches!(self.next_after(0), Some(b'"' | b'}' | b']')) => {
                    self.fault_at(start, "The double quote that ends this text is missing.");
                    return None;
                }
                Some(b'\n' | b'\r') => {
                    if !broken_lines {
                        self.fault("A line ends within a text; write \\n for a line break.");
                    }
                    broken_lines = true;
                    self.at += 1;
                }
                Some(control) => {
                    self.fault(format!(
                        "A control character stands in a text; write \\u{control:04x} instead."
                    ));
                    self.at += 1;
                }
                None => {
                    self.fault_at(
                        start,
                        "The file ends before a double quote ends this text; it seems to be cut short.",
                    );
                    return None;
                }
            }
        }
    }

    /// Reads the escape at hand into `text`.
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
                // The backslash goes, what follows it stays.
                self.fault_at(at, "A backslash in a text must be written twice: \\\\.");
                return;
            }
        };
        text.push(plain);
        self.at += 1;
    }

    /// Reads the four digits after `\u`, and the second half of a pair where there is one.
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
            self.fault_at(
                at,
                "\\u needs four hexadecimal digits that name a character.",
            );
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
                "“{}” is no number; text needs double quotes around it.",
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
                        "“{}” is no value; text needs double quotes around it.",
                        start_of(other)
                    ),
                );
                Value::Broken
            }
        }
    }

    /// Passes over a text in single quotes.
    fn single_quoted(&mut self) {
        self.fault("A text needs double quotes around it, not single ones.");
        let line = self.rest().lines().next().unwrap_or_default();
        match line.get(1..).and_then(|rest| rest.find('\'')) {
            Some(end) => self.at += end + 2,
            None => self.skip_stray(),
        }
    }

    /// Passes over brackets and all between them, without going down into them.
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
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent
            .is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}

/// The beginning of a text, short enough to be quoted in a sentence.
pub(super) fn start_of(text: &str) -> Cow<'_, str> {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}
