//! `atlas`: checks, queries, converts and publishes portfolio files without a browser.

mod check;
mod convert;
mod output;
mod publish;
mod query;
mod source;

use lexopt::{Arg, Parser};
use std::fmt;
use std::process::ExitCode;

const HELP: &str = "\
Checks, queries, converts and publishes portfolio files.

  atlas check FILE                 tells what is wrong with a portfolio, and where
  atlas query FILE [QUERY] [--json]
                                   tells which projects match, and what each facet would give
  atlas convert IN -o OUT          writes a portfolio in its plainest form
  atlas publish FILE SITE          gives a site that is already built another list: writes its
                                   pages, feed, previews and site map, and removes those of
                                   projects that are not in the list

FILE may be - for the standard input. QUERY has the form of the page's address, such as
'country=RO&country=MD&donor=!european-union&from=2009&q=children'; without one, all match.

  -h, --help      prints this
  -V, --version   prints the version

Exit status: 0 all is well (warnings are no errors), 1 the file has errors, 2 wrong usage or a
file that cannot be opened. “query” answers in spite of errors as long as it can read anything;
“publish” leaves the site as it was.";

struct Failure(String);

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self(format!("{error}; “atlas --help” tells how to use it"))
    }
}

/// Exit status if the file has errors.
const ERRORS: u8 = 1;
/// Exit status if a command could not run.
const WRONG_USAGE: u8 = 2;

fn main() -> ExitCode {
    run(Parser::from_env()).unwrap_or_else(|failure| {
        output::tell(&format!("atlas: {failure}\n"));
        ExitCode::from(WRONG_USAGE)
    })
}

fn run(mut arguments: Parser) -> Result<ExitCode, Failure> {
    let command = match arguments.next()? {
        Some(Arg::Value(command)) => command,
        Some(Arg::Short('h') | Arg::Long("help")) => return help(),
        Some(Arg::Short('V') | Arg::Long("version")) => {
            output::print(&format!("atlas {}\n", env!("CARGO_PKG_VERSION")))?;
            return Ok(ExitCode::SUCCESS);
        }
        Some(other) => return Err(other.unexpected().into()),
        None => {
            output::tell(&format!("{HELP}\n"));
            return Ok(ExitCode::from(WRONG_USAGE));
        }
    };
    match command.to_str() {
        Some("check") => check::run(arguments),
        Some("query") => query::run(arguments),
        Some("convert") => convert::run(arguments),
        Some("publish") => publish::run(arguments),
        Some("help") => help(),
        _ => Err(Failure(format!(
            "there is no command “{}”; “atlas --help” lists them",
            command.to_string_lossy()
        ))),
    }
}

fn help() -> Result<ExitCode, Failure> {
    output::print(&format!("{HELP}\n"))?;
    Ok(ExitCode::SUCCESS)
}
