use crate::repository;
use anyhow::{Context as _, Result, bail};
use xshell::cmd;

const HELP: &str = "\
cargo xtask fuzz [MINUTES]

  Read changed and random files in every format, for 10 minutes or the number given, and
  stop at the first that panics, takes too much memory, or cannot be written and read again. Its
  smallest form is kept, and named.";

const MINUTES: u64 = 10;

/// The tests of formats/tests/fuzz.rs, which share the time.
const TARGETS: u64 = 9;

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let minutes = match arguments {
        [] => MINUTES,
        [help] if help == "-h" || help == "--help" => {
            println!("{HELP}");
            return Ok(());
        }
        [minutes] => minutes
            .parse()
            .ok()
            .filter(|minutes| *minutes > 0)
            .with_context(|| format!("“{minutes}” is no number of minutes\n\n{HELP}"))?,
        [_, other, ..] => bail!("unexpected argument “{other}”\n\n{HELP}"),
    };
    let milliseconds = minutes * 60_000 / TARGETS;
    let shell = repository::shell()?;
    // One after the other: memory is measured for the whole program.
    let test = cmd!(
        shell,
        "cargo test --locked --release --package atlas-formats --test fuzz -- --test-threads 1"
    );
    // As fast as a release, with the checks of a build for development.
    Ok(test
        .env("CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS", "true")
        .env("CARGO_PROFILE_RELEASE_OVERFLOW_CHECKS", "true")
        .env("BOLERO_RANDOM_TEST_TIME_MS", milliseconds.to_string())
        .run()?)
}
