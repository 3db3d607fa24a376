//! JSON, by the keys of its first object. Nothing is parsed: a file may be nested deeper than a stack is.

use super::{EXPORT_LIST, Format, Recognised, Unsupported};
use memchr::memchr2;

/// Whether a text begins like JSON.
pub(super) fn is_json(start: &str) -> bool {
    let after = |open: char| start.strip_prefix(open).map(str::trim_start);
    match (after('{'), after('[')) {
        (Some(rest), _) => rest.starts_with(['"', '}']),
        (_, Some(rest)) => rest.starts_with(['{', '[', '"', ']']),
        _ => false,
    }
}

pub(super) fn recognise(bytes: &[u8]) -> Recognised {
    let start = bytes.iter().position(|byte| matches!(byte, b'{' | b'['));
    let bytes = bytes.get(start.unwrap_or(0)..).unwrap_or_default();
    if bytes.first() == Some(&b'[') {
        let help = "Put the list into an object: {\"title\": \"…\", \"projects\": […]}.";
        return Err(Unsupported::new("JSON that is a list", help));
    }
    let mut keys = Keys {
        bytes,
        at: 1,
        depth: 1,
    };
    while let Some((key, value)) = keys.next() {
        let is_list = value.first() == Some(&b'[');
        match key {
            b"projects" => return Ok(Format::Portfolio),
            b"grants" if is_list => return Ok(Format::ThreeSixtyGiving),
            b"features" if is_list => return Ok(Format::Geojson),
            b"type" if is_geojson_type(value) => return Ok(Format::Geojson),
            b"type" if value.starts_with(b"\"Topology\"") => {
                return Err(Unsupported::new("TopoJSON", "Export it as GeoJSON."));
            }
            _ => {}
        }
    }
    if keys.depth == 0 && keys.rest().starts_with(b"{") {
        let help = "Put the objects into a list: {\"title\": \"…\", \"projects\": […]}.";
        return Err(Unsupported::new("newline-delimited JSON", help));
    }
    let what = "JSON without “projects”, “features” or “grants”";
    Err(Unsupported::new(what, EXPORT_LIST))
}

fn is_geojson_type(value: &[u8]) -> bool {
    value.starts_with(b"\"FeatureCollection\"") || value.starts_with(b"\"Feature\"")
}

/// The keys of an object, by counting brackets.
struct Keys<'a> {
    bytes: &'a [u8],
    at: usize,
    depth: usize,
}

impl<'a> Keys<'a> {
    /// The next key of the object, and what follows its colon.
    fn next(&mut self) -> Option<(&'a [u8], &'a [u8])> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            match byte {
                b'"' => {
                    let text = self.text()?;
                    if self.depth == 1
                        && let Some(value) = self.rest().strip_prefix(b":")
                    {
                        self.at = self.bytes.len() - value.len();
                        return Some((text, value.trim_ascii_start()));
                    }
                }
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => {
                    self.depth -= 1;
                    if self.depth == 0 {
                        return None;
                    }
                }
                _ => {}
            }
        }
    }

    /// The text whose quotation mark was read.
    fn text(&mut self) -> Option<&'a [u8]> {
        let start = self.at;
        loop {
            let rest = self.bytes.get(self.at..)?;
            let found = memchr2(b'"', b'\\', rest)?;
            let end = self.at + found;
            if rest.get(found) == Some(&b'"') {
                self.at = end + 1;
                return self.bytes.get(start..end);
            }
            self.at = end + 2;
        }
    }

    fn rest(&self) -> &'a [u8] {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        rest.trim_ascii_start()
    }
}
