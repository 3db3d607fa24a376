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
