//! `atlas check`: lists what is wrong in files, with positions.

use crate::{ERRORS, Failure, findings, help, options, output, source};
use atlas_formats::Options;
use lexopt::{Arg, Parser};
use serde_json::Value;
use std::io::{IsTerminal as _, stdout};
use std::process::ExitCode;

pub(crate) fn run(mut arguments: Parser) -> Result<ExitCode, Failure> {
    let (mut paths, mut as_json) = (Vec::new(), false);
    let mut options = Options::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Value(value) => paths.push(value),
            Arg::Long("json") => as_json = true,
            Arg::Short('h') | Arg::Long("help") => return help(help::CHECK),
            Arg::Long(name) => {
                let name = name.to_owned();
                if !options::take(&name, &mut arguments, &mut options)? {
                    return Err(Failure::unknown_option(&name));
                }
            }
            other @ Arg::Short(_) => return Err(other.unexpected().into()),
        }
    }
    if paths.is_empty() {
        return Err(Failure("check needs a file: atlas check FILE".to_owned()));
    }
    let (mut has_errors, mut checked) = (false, Vec::new());
    for path in &paths {
        let source = source::read(path, &options)?;
        has_errors |= source.has_errors();
        if as_json {
            checked.push(findings::as_object(&source));
            continue;
        }
        output::print(&if stdout().is_terminal() {
            findings::snippets(&source)
        } else {
            findings::lines(&source)
        })?;
        let name = if paths.len() > 1 {
            format!("{}: ", source.name)
        } else {
            String::new()
        };
        output::report(&format!("{name}{}\n", source.tally()));
    }
    if as_json {
        output::print(&format!("{}\n", Value::Array(checked)))?;
    }
    Ok(ExitCode::from(if has_errors { ERRORS } else { 0 }))
}
