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
Check, query, convert and publish portfolio files.

  atlas check FILE                 check a portfolio file and list its errors with their positions
  atlas query FILE [QUERY] [--json]
                                   list the matching projects, and count the matches for each
                                   facet value
  atlas convert IN -o OUT          write a portfolio file in normalised form
  atlas publish FILE SITE          replace the list in a built site: write its pages, feed,
                                   previews and site map, and remove the pages of projects that
                                   are no longer in the list

FILE can be - for standard input. QUERY has the same form as the page's address, for example
'country=RO&country=MD&donor=!european-union&from=2009&q=children'. Without it, all projects match.

  -h, --help      print this help
  -V, --version   print the version

Exit status: 0 success (there may be warnings), 1 the file has errors, 2 wrong usage or a file that
cannot be opened. If the file has errors, “query” uses the projects that it can read, and “publish”
does not change the site.";

struct Failure(String);

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
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
        Some(Arg::Short('h') | Arg::Long("help")) => return help(),
        Some(Arg::Short('V') | Arg::Long("version")) => {
            output::print(&format!("atlas {}\n", env!("CARGO_PKG_VERSION")))?;
            return Ok(ExitCode::SUCCESS);
        }
        Some(other) => return Err(other.unexpected().into()),
        None => {
            output::report(&format!("{HELP}\n"));
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
            "there is no command “{}”; run “atlas --help” for a list",
            command.to_string_lossy()
        ))),
    }
}

fn help() -> Result<ExitCode, Failure> {
    output::print(&format!("{HELP}\n"))?;
    Ok(ExitCode::SUCCESS)
}
