//! A clock for tests that measure.

use std::sync::OnceLock;
use std::time::Instant;

/// The seconds that this thread has run, where the system tells, so that other programs do not count; otherwise
/// the seconds that have passed.
pub(crate) fn seconds() -> f64 {
    static START: OnceLock<Instant> = OnceLock::new();
    let statistics = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let ran = statistics.and_then(|it| it.split(' ').next()?.parse::<f64>().ok());
    ran.map_or_else(
        || START.get_or_init(Instant::now).elapsed().as_secs_f64(),
        |nanoseconds| nanoseconds / 1e9,
    )
}
