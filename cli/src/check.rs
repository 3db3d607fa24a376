//! `atlas check`: lists the errors in a portfolio file, with their positions.

use crate::{ERRORS, Failure, help, output, source};
use lexopt::{Arg, Parser};
use std::process::ExitCode;

pub(crate) fn run(mut arguments: Parser) -> Result<ExitCode, Failure> {
    let mut path = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Value(value) if path.is_none() => path = Some(value),
            Arg::Short('h') | Arg::Long("help") => return help(),
            other => return Err(other.unexpected().into()),
        }
    }
    let path = path.ok_or_else(|| Failure("check needs a file: atlas check FILE".to_owned()))?;
    let source = source::read(&path)?;
    output::print(&source.findings())?;
    let (errors, warnings) = source.tally();
    let projects = source
        .reading
        .portfolio
        .as_ref()
        .map_or(0, |portfolio| portfolio.projects.len());
    output::report(&format!(
        "{}, {}, {}\n",
        source::counted(projects, "project"),
        source::counted(errors, "error"),
        source::counted(warnings, "warning")
    ));
    Ok(ExitCode::from(if errors > 0 { ERRORS } else { 0 }))
}
