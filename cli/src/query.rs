//! `atlas query`: lists the matching projects, and counts the matches for each facet value, year and range
//! of amounts.

use crate::findings;
use crate::{ERRORS, Failure, help, options, output, source};
use atlas_engine::explorer::{Explorer, Results};
use atlas_engine::histogram::{Bucket, Histogram};
use atlas_engine::portfolio::{Currency, Money, Project};
use atlas_engine::query::{NOT_STATED, Query};
use atlas_engine::text::on_one_line;
use atlas_formats::Options;
use lexopt::{Arg, Parser};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use std::process::ExitCode;

pub(crate) fn run(mut arguments: Parser) -> Result<ExitCode, Failure> {
    let (mut path, mut address, mut as_json) = (None, None, false);
    let mut options = Options::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("json") => as_json = true,
            Arg::Short('h') | Arg::Long("help") => return help(help::QUERY),
            Arg::Long(name) => {
                let name = name.to_owned();
                if !options::take(&name, &mut arguments, &mut options)? {
                    return Err(Failure::unknown_option(&name));
                }
            }
            Arg::Value(value) if path.is_none() => path = Some(value),
            Arg::Value(value) if address.is_none() => address = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let path = path
        .ok_or_else(|| Failure("query needs a file: atlas query FILE 'country=RO'".to_owned()))?;
    let source = source::read(&path, &options)?;
    output::report(&findings::lines(&source));
    let Some(portfolio) = source.reading.portfolio else {
        return Ok(ExitCode::from(ERRORS));
    };
    let explorer = Explorer::new(portfolio);
    let query = Query::parse(&address.unwrap_or_default().to_string_lossy());
    let query = explorer.canonical(&query);
    let results = explorer.results(&query);
    output::report(&notices(&query, &results));
    output::print(&if as_json {
        format!("{}\n", as_object(&explorer, &query, &results))
    } else {
        as_table(&explorer, &query, &results)
    })?;
    Ok(ExitCode::SUCCESS)
}

/// What of a query was ignored or read in another way, a line each.
pub(crate) fn notices(query: &Query, results: &Results) -> String {
    let mut lines = String::new();
    for unknown in &results.unknown {
        let _ = writeln!(
            lines,
            "atlas: the portfolio has no {} “{}”; it was ignored",
            on_one_line(unknown.facet.as_str()),
            on_one_line(&unknown.value)
        );
    }
    for ignored in &query.ignored {
        let _ = writeln!(
            lines,
            "atlas: “{}” is not valid and was ignored",
            on_one_line(ignored)
        );
    }
    for correction in &results.corrections {
        let typed = query.text.get(correction.typed.clone());
        let _ = writeln!(
            lines,
            "atlas: no project contains “{}”; searched for “{}” instead. To search for the exact word, put it in quotes",
            on_one_line(typed.unwrap_or_default()),
            on_one_line(&correction.word)
        );
    }
    lines
}

fn projects<'a>(explorer: &'a Explorer, results: &'a Results) -> impl Iterator<Item = &'a Project> {
    let records = results.projects.iter();
    records.filter_map(|&record| explorer.project(record))
}

fn as_object(explorer: &Explorer, query: &Query, results: &Results) -> Value {
    let index = explorer.facets();
    let mut facets: Map<String, Value> = Map::new();
    for (facet, counts) in index.facets.iter().zip(&results.matches.facets) {
        let values = facet.values.iter().map(|value| &value.key).zip(counts);
        facets.insert(facet.key.to_string(), Value::Object(counted(values)));
    }
    // Groups are among the values of their facet; regions have a key of their own.
    for (facet, counts) in index.facets.iter().zip(&results.matches.parents) {
        for (parent, count) in facet.parents.iter().zip(counts) {
            let of_parameter = facets.entry(parent.parameter.to_string());
            let of_parameter = of_parameter.or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(counts) = of_parameter {
                counts.insert(parent.key.clone(), Value::from(*count));
            }
        }
    }
    let years: Map<String, Value> = index
        .years
        .years()
        .zip(&results.matches.years)
        .map(|(year, count)| (year.to_string(), Value::from(*count)))
        .collect();
    let ids: Vec<&str> = projects(explorer, results)
        .map(|project| project.id.as_str())
        .collect();
    let corrections = results.corrections.iter().map(|correction| {
        let typed = query.text.get(correction.typed.clone());
        json!({ "typed": typed, "word": correction.word })
    });
    let corrections: Vec<Value> = corrections.collect();
    let mut object = json!({
        "count": ids.len(),
        "of": index.records,
        "projects": ids,
        "facets": facets,
        "years": years,
        "undated": results.matches.undated,
    });
    if let Some(amounts) = Amounts::of(explorer, query, results) {
        let ranges = amounts.ranges.iter().map(|(range, count)| {
            json!({ "from": number(range.from), "to": number(range.to), "count": count })
        });
        object["amounts"] = json!({
            "currency": amounts.currency.as_str(),
            "ranges": ranges.collect::<Vec<_>>(),
            "unstated": amounts.unstated,
        });
    }
    if !corrections.is_empty() {
        object["corrections"] = Value::Array(corrections);
    }
    object
}

/// How many projects each range of amounts would give.
struct Amounts {
    currency: Currency,
    ranges: Vec<(Bucket, u32)>,
    /// How many projects would match without a range of amounts, and state none in this currency.
    unstated: u32,
}

impl Amounts {
    fn of(explorer: &Explorer, query: &Query, results: &Results) -> Option<Self> {
        let amounts = explorer.amounts_of(query)?;
        let matches = &results.matches;
        let set = matches.of_any_amount.as_ref().unwrap_or(&matches.records);
        let histogram = Histogram::of(amounts);
        let counts = histogram.count(set);
        let stated: u32 = counts.iter().sum();
        Some(Self {
            currency: amounts.currency,
            ranges: histogram.buckets.into_iter().zip(counts).collect(),
            unstated: set.count() - stated,
        })
    }
}

fn number(amount: Money) -> Value {
    serde_json::from_str(&amount.to_string()).unwrap_or_default()
}

fn counted<'a>(counts: impl Iterator<Item = (&'a String, &'a u32)>) -> Map<String, Value> {
    counts
        .map(|(key, count)| (key.clone(), Value::from(*count)))
        .collect()
}

fn as_table(explorer: &Explorer, query: &Query, results: &Results) -> String {
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
    let counts = results.matches.facets.iter().zip(&results.matches.parents);
    for (facet, (counts, parent_counts)) in index.facets.iter().zip(counts) {
        let mut parameter = None;
        for (parent, count) in facet.parents.iter().zip(parent_counts) {
            if parameter != Some(&parent.parameter) {
                parameter = Some(&parent.parameter);
                let groups = if parent.parameter == facet.key {
                    format!("{} (groups)", facet.key)
                } else {
                    parent.parameter.to_string()
                };
                heading(&mut table, &groups);
            }
            count_line(
                &mut table,
                *count,
                &format!("{} [{}]", parent.name, parent.key),
            );
        }
        heading(&mut table, facet.key.as_str());
        for (value, count) in facet.values.iter().zip(counts) {
            let name = if value.key == NOT_STATED {
                "not stated"
            } else {
                &value.name
            };
            count_line(&mut table, *count, &format!("{name} [{}]", value.key));
        }
    }
    if index.years.bounds().is_some() {
        heading(&mut table, "years");
        for (year, count) in index.years.years().zip(&results.matches.years) {
            count_line(&mut table, *count, &year.to_string());
        }
    }
    if results.matches.undated > 0 {
        if index.years.bounds().is_none() {
            heading(&mut table, "years");
        }
        count_line(&mut table, results.matches.undated, "without dates");
    }
    if let Some(amounts) = Amounts::of(explorer, query, results) {
        heading(&mut table, &format!("amounts in {}", amounts.currency));
        for (range, count) in &amounts.ranges {
            count_line(&mut table, *count, &format!("{}–{}", range.from, range.to));
        }
        if amounts.unstated > 0 {
            count_line(&mut table, amounts.unstated, "without an amount");
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

fn count_line(table: &mut String, count: u32, what: &str) {
    line(table, &format!("{count:>6}"), 6, what);
}

fn period(project: &Project) -> String {
    match (project.start, project.end) {
        (Some(start), Some(end)) => format!("{start} to {end}"),
        (Some(start), None) => format!("from {start}"),
        (None, Some(end)) => format!("until {end}"),
        (None, None) => "no dates".to_owned(),
    }
}
