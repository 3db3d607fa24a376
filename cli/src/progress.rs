//! Reports on standard error what takes longer than a second.

use crate::output;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

const STEP: Duration = Duration::from_secs(1);

pub(crate) struct Progress {
    /// Dropped at the end.
    running: Sender<()>,
    reporter: JoinHandle<()>,
}

impl Progress {
    /// Starts to report the reading of a file.
    pub(crate) fn start(name: &str, bytes: usize) -> Self {
        let (running, ended) = mpsc::channel::<()>();
        let what = format!("{name} ({})", size(bytes));
        let reporter = thread::spawn(move || {
            let begun = Instant::now();
            let mut pause = STEP;
            while ended.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
                let seconds = begun.elapsed().as_secs();
                output::report(&format!("atlas: reading {what}, {seconds} s so far\n"));
                // After 1, 2, 4, 8 seconds and so on.
                pause = begun.elapsed();
            }
        });
        Self { running, reporter }
    }

    pub(crate) fn end(self) {
        drop(self.running);
        drop(self.reporter.join());
    }
}

fn size(bytes: usize) -> String {
    match bytes {
        0..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}
