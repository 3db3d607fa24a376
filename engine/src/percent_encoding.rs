//! Percent-encoding: texts as parts of an address.

use std::fmt::Write as _;

/// Appends a text as a form writes it into the query of an address
/// (`application/x-www-form-urlencoded`): a space becomes `+`.
///
/// ```
/// let mut address = String::from("?q=");
/// atlas_engine::percent_encoding::encode_form("labour & law", &mut address);
/// assert_eq!(address, "?q=labour+%26+law");
/// ```
pub fn encode_form(text: &str, to: &mut String) {
    for byte in text.bytes() {
        match byte {
            b' ' => to.push('+'),
            _ => encode(byte, *b"-_.*", to),
        }
    }
}

/// Appends a text as one segment of the path of an address.
///
/// ```
/// let mut path = String::from("projects/");
/// atlas_engine::percent_encoding::encode_path("Ärzte 1~2", &mut path);
/// assert_eq!(path, "projects/%C3%84rzte%201~2");
/// ```
pub fn encode_path(segment: &str, to: &mut String) {
    for byte in segment.bytes() {
        encode(byte, *b"-_.~", to);
    }
}

fn encode(byte: u8, unreserved: [u8; 4], to: &mut String) {
    if byte.is_ascii_alphanumeric() || unreserved.contains(&byte) {
        to.push(char::from(byte));
    } else {
        // Writing to a string cannot fail.
        let _ = write!(to, "%{byte:02X}");
    }
}

/// Decodes what a form wrote into the query of an address. Invalid escapes stay as they are, and bytes
/// that are no UTF-8 become U+FFFD.
///
/// ```
/// use atlas_engine::percent_encoding::decode_form;
/// assert_eq!(decode_form("labour+%26+law"), "labour & law");
/// assert_eq!(decode_form("100%"), "100%");
/// ```
pub fn decode_form(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        rest = tail;
        match (first, tail) {
            (b'%', [high, low, after @ ..]) => match (hex_digit(*high), hex_digit(*low)) {
                (Some(high), Some(low)) => {
                    decoded.push(high * 16 + low);
                    rest = after;
                }
                _ => decoded.push(b'%'),
            },
            (b'+', _) => decoded.push(b' '),
            (byte, _) => decoded.push(*byte),
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}
