use crate::Failure;
use std::io::{ErrorKind, Write as _, stderr, stdout};

/// Writes to standard output. A reader that stops early, such as `head`, is not an error.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    print_bytes(text.as_bytes())
}

/// Writes to standard output, as [`print`].
pub(crate) fn print_bytes(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure(format!("the output could not be written: {error}")))
        }
        _ => Ok(()),
    }
}

/// Writes to standard error; if that is closed, the text is lost.
pub(crate) fn report(text: &str) {
    drop(stderr().lock().write_all(text.as_bytes()));
}
