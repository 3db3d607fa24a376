//! Several values in a text.

mod evidence;
mod split;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use evidence::separator;
pub(crate) use split::split;

/// The signs between the values of a text.
///
/// Its text is the signs one after the other: `;` and a line break are `;\n`. A sign between two spaces counts
/// only with them, as in ` / `. `1.` stands for the numbers of a list. Without a sign, a text is one value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Separator {
    text: String,
    signs: Vec<Sign>,
}

/// A sign between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// A character.
    Plain(char),
    /// A character with spaces around it.
    Spaced(char),
    /// The numbers of a list: `1. One 2. Two`.
    Numbers,
}

impl Separator {
    /// Reads the text of a separator. `None` if it has a letter, a digit or a space that is no sign.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut signs = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let (sign, length) = match first {
                ' ' => {
                    let character = rest.get(1..)?.chars().next()?;
                    let length = 1 + character.len_utf8();
                    rest.get(length..)?.starts_with(' ').then_some(())?;
                    (Sign::Spaced(character), length + 1)
                }
                '1' if rest.starts_with("1.") => (Sign::Numbers, 2),
                '\r' => (Sign::Plain('\n'), 1),
                other => (Sign::Plain(other), other.len_utf8()),
            };
            if matches!(sign, Sign::Plain(it) | Sign::Spaced(it) if it.is_alphanumeric() || it == ' ')
            {
                return None;
            }
            if !signs.contains(&sign) {
                signs.push(sign);
            }
            rest = rest.get(length..)?;
        }
        Some(Self::of(signs))
    }

    /// Its text, which a mapping states.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    fn of(signs: Vec<Sign>) -> Self {
        let mut text = String::new();
        for sign in &signs {
            match *sign {
                Sign::Plain(character) => text.push(character),
                Sign::Spaced(character) => text.extend([' ', character, ' ']),
                Sign::Numbers => text.push_str("1."),
            }
        }
        Self { text, signs }
    }

    fn has(&self, sign: Sign) -> bool {
        self.signs.contains(&sign)
    }
}
