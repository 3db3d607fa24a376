//! `atlas`: checks, converts, queries and publishes lists of projects without a browser.

mod check;
mod convert;
mod findings;
mod help;
mod options;
mod output;
mod progress;
mod publish;
mod query;
mod source;

use lexopt::{Arg, Parser};
use std::fmt;
use std::process::ExitCode;

struct Failure(String);

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Failure {
    fn unknown_option(name: &str) -> Self {
        lexopt::Error::UnexpectedOption(format!("--{name}")).into()
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self(format!("{error}; run “atlas --help” for usage"))
    }
}

/// Exit status if the file has errors.
const ERRORS: u8 = 1;
/// Exit status if a command could not run.
const WRONG_USAGE: u8 = 2;

fn main() -> ExitCode {
    run(Parser::from_env()).unwrap_or_else(|failure| {
        output::report(&format!("atlas: {failure}\n"));
        ExitCode::from(WRONG_USAGE)
    })
}

fn run(mut arguments: Parser) -> Result<ExitCode, Failure> {
    let command = match arguments.next()? {
        Some(Arg::Value(command)) => command,
        Some(Arg::Short('h') | Arg::Long("help")) => return help(help::OVERVIEW),
        Some(Arg::Short('V') | Arg::Long("version")) => {
            output::print(&format!("atlas {}\n", env!("CARGO_PKG_VERSION")))?;
            return Ok(ExitCode::SUCCESS);
        }
        Some(other) => return Err(other.unexpected().into()),
        None => {
            output::report(&format!("{}\n", help::OVERVIEW));
            return Ok(ExitCode::from(WRONG_USAGE));
        }
    };
    match command.to_str() {
        Some("check") => check::run(arguments),
        Some("query") => query::run(arguments),
        Some("convert") => convert::run(arguments),
        Some("publish") => publish::run(arguments),
        Some("help") => help(help::OVERVIEW),
        _ => Err(Failure(format!(
            "there is no command “{}”; run “atlas --help” for a list",
            command.to_string_lossy()
        ))),
    }
}

fn help(text: &str) -> Result<ExitCode, Failure> {
    output::print(&format!("{text}\n"))?;
    Ok(ExitCode::SUCCESS)
}
