//! `atlas query`: which projects match, and what each facet value and each year would give.

use crate::{ERRORS, Failure, help, output, source};
use atlas_engine::explorer::{Explorer, Results};
use atlas_engine::portfolio::Project;
use atlas_engine::query::{NOT_STATED, Query};
use atlas_engine::text::on_one_line;
use lexopt::{Arg, Parser};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use std::process::ExitCode;

pub(crate) fn run(mut arguments: Parser) -> Result<ExitCode, Failure> {
    let (mut path, mut address, mut as_json) = (None, None, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("json") => as_json = true,
            Arg::Short('h') | Arg::Long("help") => return help(),
            Arg::Value(value) if path.is_none() => path = Some(value),
            Arg::Value(value) if address.is_none() => address = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let path = path
        .ok_or_else(|| Failure("query needs a file: atlas query FILE 'country=RO'".to_owned()))?;
    let source = source::read(&path)?;
    output::tell(&source.findings());
    let Some(portfolio) = source.reading.portfolio else {
        return Ok(ExitCode::from(ERRORS));
    };
    let explorer = Explorer::new(portfolio);
    let query = Query::parse(&address.unwrap_or_default().to_string_lossy());
    let query = explorer.canonical(&query);
    let results = explorer.results(&query);
    for unknown in &results.unknown {
        output::tell(&format!(
            "atlas: the portfolio has no {} “{}”, so it was ignored\n",
            on_one_line(&unknown.facet),
            on_one_line(&unknown.value)
        ));
    }
    for ignored in &query.ignored {
        output::tell(&format!(
            "atlas: “{}” makes no sense, so it was ignored\n",
            on_one_line(ignored)
        ));
    }
    output::print(&if as_json {
        format!("{}\n", as_object(&explorer, &results))
    } else {
        as_table(&explorer, &results)
    })?;
    Ok(ExitCode::SUCCESS)
}

fn projects<'a>(explorer: &'a Explorer, results: &'a Results) -> impl Iterator<Item = &'a Project> {
    let records = results.projects.iter();
    records.filter_map(|&record| explorer.project(record))
}

fn as_object(explorer: &Explorer, results: &Results) -> Value {
    let index = explorer.facets();
    let facets = index.facets.iter().zip(&results.matches.facets);
    let facets: Map<String, Value> = facets
        .map(|(facet, counts)| {
            let values = facet.values.iter().zip(counts);
            let counts: Map<String, Value> = values
                .map(|(value, count)| (value.key.clone(), Value::from(*count)))
                .collect();
            (facet.key.clone(), Value::Object(counts))
        })
        .collect();
    let years: Map<String, Value> = index
        .years
        .years()
        .zip(&results.matches.years)
        .map(|(year, count)| (year.to_string(), Value::from(*count)))
        .collect();
    let ids: Vec<&str> = projects(explorer, results)
        .map(|project| project.id.as_str())
        .collect();
    json!({
        "count": ids.len(),
        "of": index.records,
        "projects": ids,
        "facets": facets,
        "years": years,
    })
}

fn as_table(explorer: &Explorer, results: &Results) -> String {
    let index = explorer.facets();
    let mut table = format!(
        "{} of {}\n",
        results.projects.len(),
        source::counted(index.records, "project")
    );
    let widest = projects(explorer, results)
        .map(|project| project.id.chars().count())
        .max();
    for project in projects(explorer, results) {
        line(
            &mut table,
            &project.id,
            widest.unwrap_or(0),
            &format!("{}  {}", period(project), project.title),
        );
    }
    for (facet, counts) in index.facets.iter().zip(&results.matches.facets) {
        heading(&mut table, &facet.key);
        for (value, count) in facet.values.iter().zip(counts) {
            let name = if value.key == NOT_STATED {
                "not stated"
            } else {
                &value.name
            };
            line(
                &mut table,
                &format!("{count:>6}"),
                6,
                &format!("{name} [{}]", value.key),
            );
        }
    }
    if index.years.bounds().is_some() {
        heading(&mut table, "years");
        for (year, count) in index.years.years().zip(&results.matches.years) {
            line(&mut table, &format!("{count:>6}"), 6, &year.to_string());
        }
    }
    table
}

// Writing to a string cannot fail.

fn heading(table: &mut String, text: &str) {
    let _ = write!(table, "\n{}\n", on_one_line(text));
}

fn line(table: &mut String, first: &str, width: usize, rest: &str) {
    let _ = writeln!(
        table,
        "  {:<width$}  {}",
        on_one_line(first),
        on_one_line(rest)
    );
}

fn period(project: &Project) -> String {
    match (project.start, project.end) {
        (Some(start), Some(end)) => format!("{start} to {end}"),
        (Some(start), None) => format!("from {start}"),
        (None, Some(end)) => format!("until {end}"),
        (None, None) => "no dates".to_owned(),
    }
}
