//! `atlas convert`: writes a portfolio file in normalised form.

use crate::{ERRORS, Failure, help, output, source};
use atlas_engine::portfolio;
use lexopt::{Arg, Parser};
use std::process::ExitCode;

pub(crate) fn run(mut arguments: Parser) -> Result<ExitCode, Failure> {
    let (mut from, mut to) = (None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Short('o') | Arg::Long("output") => to = Some(arguments.value()?),
            Arg::Short('h') | Arg::Long("help") => return help(),
            Arg::Value(value) if from.is_none() => from = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let (Some(from), Some(to)) = (from, to) else {
        return Err(Failure(
            "convert needs an input file and an output file: atlas convert IN -o OUT".to_owned(),
        ));
    };
    let source = source::read(&from)?;
    output::report(&source.findings());
    let (errors, _) = source.tally();
    if let Some(portfolio) = &source.reading.portfolio {
        let text = serde_json::to_string_pretty(portfolio).unwrap_or_default();
        if to == "-" {
            output::print(&text)?;
        } else {
            std::fs::write(&to, text).map_err(|error| {
                Failure(format!(
                    "{} cannot be written: {error}",
                    to.to_string_lossy()
                ))
            })?;
        }
    }
    Ok(ExitCode::from(if errors > 0 { ERRORS } else { 0 }))
}
