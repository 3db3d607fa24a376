//! Colours and the contrast between them.

use std::fmt;

/// A colour in sRGB, without transparency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names of its parts say it")]
pub struct Colour {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
}

impl Colour {
    /// Parses `#rgb` or `#rrggbb`, in lower or upper case.
    ///
    /// ```
    /// use atlas_engine::colour::Colour;
    /// let teal = Colour { red: 0x22, green: 0x66, blue: 0x77 };
    /// assert_eq!(Colour::parse("#267"), Some(teal));
    /// assert_eq!(Colour::parse("#226677"), Some(teal));
    /// assert_eq!(Colour::parse("teal"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        // Otherwise a sign would be read as part of the number.
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = match digits.len() {
            6 => number.to_be_bytes(),
            3 => [0, number >> 8, number >> 4, number].map(|digit| (digit & 0xf) as u8 * 0x11),
            _ => return None,
        };
        Some(Self { red, green, blue })
    }

    /// Returns the contrast ratio to another colour as WCAG 2 defines it, from 1 for the same luminance to
    /// 21 for black and white. It is at most 0.15 % off.
    ///
    /// ```
    /// use atlas_engine::colour::Colour;
    /// let white = Colour::parse("#fff").unwrap();
    /// assert!(Colour::parse("#767676").unwrap().contrast(white) >= 4.5);
    /// assert!(Colour::parse("#777777").unwrap().contrast(white) < 4.5);
    /// ```
    pub fn contrast(self, other: Self) -> f32 {
        let (one, other) = (self.luminance() + 0.05, other.luminance() + 0.05);
        one.max(other) / one.min(other)
    }

    /// The relative luminance, from 0 for black to 1 for white.
    fn luminance(self) -> f32 {
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

/// Writes `#rrggbb`.
impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = u32::from_be_bytes([0, self.red, self.green, self.blue]);
        write!(formatter, "#{number:06x}")
    }
}

/// The intensity of light, from 0 to 1, that sRGB writes as this number; at most 0.0005 off.
fn linear(written: u8) -> f32 {
    let share = f32::from(written) / 255.0;
    if share <= 0.04045 {
        return share / 12.92;
    }
    let base = (share + 0.055) / 1.055;
    // base^2.4 as a polynomial in its square root, because a power would bring kilobytes to the page.
    base * base * (0.085 + 1.04 * base.sqrt() - 0.125 * base)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact_luminance(colour: Colour) -> f64 {
        let linear = |written: u8| {
            let share = f64::from(written) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
    }

    fn grey(level: u8) -> Colour {
        Colour {
            red: level,
            green: level,
            blue: level,
        }
    }

    #[test]
    fn luminance_differs_from_its_definition_by_less_than_0_0005() {
        for level in 0..=255 {
            let error = f64::from(grey(level).luminance()) - exact_luminance(grey(level));
            assert!(error.abs() < 0.0005, "{level}: {error}");
        }
    }

    #[test]
    fn contrast_differs_from_its_definition_by_less_than_0_15_percent() {
        let levels = [0, 11, 51, 102, 119, 153, 204, 255];
        let mut colours: Vec<Colour> = (0..=255).map(grey).collect();
        for red in levels {
            for green in levels {
                colours.extend(levels.map(|blue| Colour { red, green, blue }));
            }
        }
        for &one in &colours {
            for &other in &colours {
                let (a, b) = (exact_luminance(one) + 0.05, exact_luminance(other) + 0.05);
                let exact = a.max(b) / a.min(b);
                let error = f64::from(one.contrast(other)) / exact - 1.0;
                assert!(error.abs() < 0.0015, "{one} on {other}: {error}");
            }
        }
    }

    #[test]
    fn only_three_or_six_hexadecimal_digits_are_a_colour() {
        for text in [
            "", "#", "#12", "#1234", "#12345", "#1234567", "#+12", "#+12345", "#ggg", "267",
        ] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn every_colour_is_written_as_it_is_read() {
        for text in ["#000000", "#0a0b0c", "#2a6f6e", "#ffffff"] {
            assert_eq!(
                Colour::parse(text).map(|it| it.to_string()).as_deref(),
                Some(text)
            );
        }
        assert_eq!(Colour::parse("#ABC"), Colour::parse("#aabbcc"));
    }
}
