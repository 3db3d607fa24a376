//! What goes to the terminal: whole, in order, and with nothing in it that would command it.

use crate::Failure;
use std::io::{ErrorKind, Write as _, stderr, stdout};

/// Writes to the standard output. A reader that has gone away, as `head` does, is no failure.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut out = stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure(format!("the output could not be written: {error}")))
        }
        _ => Ok(()),
    }
}

/// Writes to the standard error; where that is closed there is nobody to tell.
pub(crate) fn tell(text: &str) {
    drop(stderr().lock().write_all(text.as_bytes()));
}

/// A text from a file on one line, without the characters by which it could steer a terminal.
pub(crate) fn plain(text: &str) -> String {
    let plain = |character: char| match character {
        '\n' | '\r' | '\t' => ' ',
        hidden if hidden.is_control() || is_bidi_control(hidden) => char::REPLACEMENT_CHARACTER,
        shown => shown,
    };
    text.chars().map(plain).collect()
}

/// Characters that turn the direction of what follows them on the line.
fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
