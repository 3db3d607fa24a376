//! `atlas convert`: reads files in any format and writes one.

use crate::findings;
use crate::{ERRORS, Failure, help, options, output, source};
use atlas_engine::explorer::Explorer;
use atlas_engine::portfolio::{Date, Portfolio};
use atlas_engine::query::Query;
use atlas_formats::write::{Selection, Target, write};
use atlas_formats::{Mapping, Options, join};
use lexopt::{Arg, Parser, ValueExt as _};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::Path;
use std::process::ExitCode;

#[derive(Default)]
struct Arguments {
    from: Vec<OsString>,
    to: Option<OsString>,
    target: Option<Target>,
    query: String,
    prints_mapping: bool,
    options: Options,
}

pub(crate) fn run(arguments: Parser) -> Result<ExitCode, Failure> {
    let Some(arguments) = parse(arguments)? else {
        return help(help::CONVERT);
    };
    let to_standard_output = arguments.to.as_deref().is_some_and(|to| to == "-");
    let (mut lists, mut has_errors) = (Vec::new(), false);
    for path in &arguments.from {
        let source = source::read(path, &arguments.options)?;
        output::report(&findings::lines(&source));
        has_errors |= source.has_errors();
        if arguments.prints_mapping {
            print_mapping(&source.reading.mapping, to_standard_output)?;
        }
        lists.extend(source.reading.portfolio);
    }
    if lists.is_empty() {
        return Ok(ExitCode::from(ERRORS));
    }
    let portfolio = if lists.len() == 1 {
        lists.into_iter().next().unwrap_or_default()
    } else {
        let (joined, found) = join(lists);
        for finding in found.kept() {
            output::report(&format!("atlas: {}\n", finding.message));
        }
        joined
    };
    let (portfolio, mut selection) = select(portfolio, &arguments.query);
    let inputs = arguments.from.iter().filter(|it| *it != "-");
    let inputs: Vec<_> = inputs.map(|it| it.to_string_lossy()).collect();
    selection.source = portfolio.source.clone().or_else(|| {
        let joined = inputs.join(", ");
        (!joined.is_empty()).then_some(joined)
    });
    if let (Some(to), Some(target)) = (&arguments.to, arguments.target) {
        let written = write(&portfolio, target, &selection);
        for loss in &written.losses {
            output::report(&format!("atlas: {loss}\n"));
        }
        put(to, &written.bytes)?;
    }
    Ok(ExitCode::from(if has_errors { ERRORS } else { 0 }))
}

/// `None` if help is wanted.
fn parse(mut arguments: Parser) -> Result<Option<Arguments>, Failure> {
    let mut parsed = Arguments::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Short('o') | Arg::Long("output") => parsed.to = Some(arguments.value()?),
            Arg::Short('h') | Arg::Long("help") => return Ok(None),
            Arg::Value(value) => parsed.from.push(value),
            Arg::Long("to") => parsed.target = Some(target(&arguments.value()?.string()?)?),
            Arg::Long("query") => parsed.query = arguments.value()?.string()?,
            Arg::Long("print-mapping") => parsed.prints_mapping = true,
            Arg::Long(name) => {
                let name = name.to_owned();
                if !options::take(&name, &mut arguments, &mut parsed.options)? {
                    return Err(Failure::unknown_option(&name));
                }
            }
            other @ Arg::Short(_) => return Err(other.unexpected().into()),
        }
    }
    let needs_output = parsed.to.is_none() && !parsed.prints_mapping;
    if parsed.from.is_empty() || needs_output {
        return Err(Failure(
            "convert needs an input file and an output file: atlas convert IN -o OUT".to_owned(),
        ));
    }
    if let (Some(to), None) = (&parsed.to, parsed.target) {
        parsed.target = Some(target_of(to)?);
    }
    Ok(Some(parsed))
}

fn target(name: &str) -> Result<Target, Failure> {
    Target::parse(name).ok_or_else(|| {
        let names: Vec<&str> = Target::ALL.iter().map(|it| it.name()).collect();
        let names = names.join(", ");
        Failure(format!("“{name}” cannot be written; use one of {names}"))
    })
}

/// The format of a file's extension; JSON without one.
fn target_of(to: &OsStr) -> Result<Target, Failure> {
    match Path::new(to).extension() {
        None => Ok(Target::Portfolio),
        Some(extension) => target(&extension.to_string_lossy().to_ascii_lowercase())
            .map_err(|Failure(error)| Failure(format!("{error}, by its extension or with --to"))),
    }
}

fn print_mapping(mapping: &Mapping, to_standard_error: bool) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(mapping).map_err(|error| Failure(error.to_string()))?;
    if to_standard_error {
        output::report(&(text + "\n"));
        return Ok(());
    }
    output::print(&(text + "\n"))
}

/// Only what matches a query, in the list's order.
fn select(portfolio: Portfolio, query: &str) -> (Portfolio, Selection) {
    let mut selection = Selection {
        of: portfolio.projects.len(),
        made: today(),
        ..Selection::default()
    };
    if query.is_empty() {
        return (portfolio, selection);
    }
    let explorer = Explorer::new(portfolio.clone());
    let query = explorer.canonical(&Query::parse(query));
    let results = explorer.results(&query);
    output::report(&crate::query::notices(&query, &results));
    let mut matching: Vec<u32> = results.projects.clone();
    matching.sort_unstable();
    let projects = matching.iter().filter_map(|it| explorer.project(*it));
    let selected = Portfolio {
        projects: projects.cloned().collect(),
        ..portfolio
    };
    selection.query = query.to_address();
    (selected, selection)
}

fn today() -> Option<Date> {
    Date::parse(&jiff::Zoned::now().date().to_string())
}

/// Writes a file whole or not at all: beside it first, then in its place.
fn put(to: &OsStr, bytes: &[u8]) -> Result<(), Failure> {
    if to == "-" {
        return output::print_bytes(bytes);
    }
    let failure = |error: std::io::Error| {
        Failure(format!(
            "{} cannot be written: {error}",
            to.to_string_lossy()
        ))
    };
    let target = Path::new(to);
    // Standard output, pipes and devices by name are not replaced.
    if target.exists() && !target.is_file() {
        return fs::write(target, bytes).map_err(failure);
    }
    let mut beside = OsString::from(".");
    beside.push(target.file_name().unwrap_or(to));
    beside.push(format!(".{}.partial", std::process::id()));
    let beside = target.with_file_name(beside);
    let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, target));
    if written.is_err() {
        drop(fs::remove_file(&beside));
    }
    written.map_err(failure)
}
