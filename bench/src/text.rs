//! Searching 10,000 projects of about 170 words.

use crate::Timing;
use crate::generate;
use crate::stopwatch::Stopwatch;
use atlas_engine::explorer::Explorer;
use atlas_engine::portfolio::{Portfolio, Project};
use atlas_engine::query::Query;
use atlas_engine::search::{TextIndex, TextIndexBuilder};

const DOCUMENTS: u32 = 10_000;
const QUERIES: usize = 16;

pub(crate) fn run(stopwatch: &Stopwatch<'_>) -> Vec<Timing> {
    let vocabulary = generate::vocabulary();
    let documents = generate::documents(&vocabulary, DOCUMENTS);
    let mut timings = Vec::new();
    let mut add = |case: &str, milliseconds: f64| {
        timings.push(Timing {
            case: format!("{DOCUMENTS} texts: {case}"),
            milliseconds,
        });
    };
    add("index", stopwatch.median(|| index(&documents)));

    let text = index(&documents);
    let queries = queries(&vocabulary);
    for (kind, queries) in &queries {
        let search_all = || {
            queries
                .iter()
                .map(|query| text.search(query).documents().len())
                .sum::<usize>()
        };
        add(kind, stopwatch.median(search_all) / queries.len() as f64);
    }
    drop(text);

    let project = |(title, prose): (String, String)| Project {
        title,
        objective: Some(prose),
        ..Project::default()
    };
    let explorer = Explorer::new(Portfolio {
        projects: documents.into_iter().map(project).collect(),
        ..Portfolio::default()
    });
    if let Some((_, queries)) = queries.first() {
        let queries: Vec<Query> = queries
            .iter()
            .map(|text| Query {
                text: text.clone(),
                ..Query::default()
            })
            .collect();
        let answer_all = || {
            queries
                .iter()
                .map(|query| explorer.results(query).projects.len())
                .sum::<usize>()
        };
        let median = stopwatch.median(answer_all) / queries.len() as f64;
        add("one word, ranked, with all counts", median);
    }
    timings
}

/// Indexes titles and prose; titles weigh four times as much.
pub fn index(documents: &[(String, String)]) -> TextIndex {
    let mut builder = TextIndexBuilder::default();
    for (title, prose) in documents {
        builder.field(4.0, title);
        builder.field(1.0, prose);
        builder.end_document();
    }
    builder.finish()
}

/// What visitors type, by kind. Each word is of medium frequency: it is in about 1% to 10% of the texts.
fn queries(vocabulary: &[String]) -> Vec<(&'static str, Vec<String>)> {
    let long_words = vocabulary.iter().skip(100).filter(|word| word.len() >= 6);
    let long_words: Vec<&String> = long_words.step_by(7).take(QUERIES).collect();
    let next = long_words.iter().cycle().skip(1);
    let typo = |word: &&String| {
        let (start, end) = word.split_at_checked(3).unwrap_or_default();
        format!("{start}x{}", end.get(1..).unwrap_or_default())
    };
    let beginning = |word: &&String| word.chars().take(4).collect::<String>();
    let pairs = long_words.iter().zip(next);
    vec![
        (
            "one word",
            long_words.iter().map(ToString::to_string).collect(),
        ),
        (
            "two words",
            pairs.map(|(one, other)| format!("{one} {other}")).collect(),
        ),
        (
            "beginning of a word",
            long_words.iter().map(beginning).collect(),
        ),
        (
            "one word with a typo",
            long_words.iter().map(typo).collect(),
        ),
        ("one letter", ('a'..='p').map(String::from).collect()),
    ]
}
