//! Lines and columns of a text that is read forwards.

use crate::finding::Place;

/// Turns byte positions into places. Positions are asked for in ascending order, so that each byte is counted once.
pub(super) struct Places<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    column: u32,
}

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let (at, line, column) = (0, 1, 1);
        Self {
            text,
            at,
            line,
            column,
        }
    }

    /// The place of a byte. One before the last that was asked for has the place of that one.
    pub(super) fn of(&mut self, at: usize) -> Place {
        let passed = self.text.as_bytes().get(self.at..at).unwrap_or_default();
        let breaks = memchr::memchr_iter(b'\n', passed).count();
        let last_line = match memchr::memrchr(b'\n', passed) {
            Some(end) => {
                self.column = 1;
                passed.get(end + 1..).unwrap_or_default()
            }
            None => passed,
        };
        // In UTF-8, every byte but those that continue a character begins one.
        let characters = last_line.iter().filter(|byte| (**byte as i8) >= -0x40);
        self.column = self.column.saturating_add(characters.count() as u32);
        self.line = self.line.saturating_add(breaks as u32);
        self.at = self.at.max(at);
        Place::line(self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_characters_are_counted_from_one() {
        let text = "añb\r\n\nc€d";
        let mut places = Places::new(text);
        let place = |places: &mut Places<'_>, what| places.of(text.find(what).unwrap());
        assert_eq!(place(&mut places, "a"), Place::line(1, 1));
        assert_eq!(place(&mut places, "b"), Place::line(1, 3));
        assert_eq!(place(&mut places, "c"), Place::line(3, 1));
        assert_eq!(place(&mut places, "d"), Place::line(3, 3));
        assert_eq!(place(&mut places, "d"), Place::line(3, 3));
        assert_eq!(places.of(usize::MAX), Place::line(3, 3));
    }
}
