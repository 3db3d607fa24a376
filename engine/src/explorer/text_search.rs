//! The full-text search of an explorer. Its code is a part of its own, which a program can load later.

use crate::country::{self, CountryCode};
use crate::explorer::searched::{Searched, Source, TextSearch};
use crate::search::{
    Correction, Found, Highlighter, TextIndex, TextIndexBuilder, fields_of, has_exclusions,
    spelling_of,
};
use crate::sort::sort;
use std::sync::{Arc, Mutex, OnceLock};

/// Returns a search for an explorer. The text is indexed when first searched.
pub fn text_search() -> Box<dyn TextSearch> {
    Box::new(FullTextSearch::default())
}

#[derive(Default)]
struct FullTextSearch {
    index: OnceLock<TextIndex>,
    indexing: Mutex<TextIndexing>,
    /// The latest search, so that choosing a filter while searching does not search again.
    latest: Mutex<Option<(String, Arc<Searched>)>>,
}

#[derive(Default)]
struct TextIndexing {
    builder: TextIndexBuilder,
    read: usize,
}

impl TextIndexing {
    fn read(&mut self, (portfolio, place_names): Source<'_>, count: usize) {
        let projects = portfolio.projects.iter();
        for project in projects.skip(self.read).take(count) {
            for field in fields_of(project, place_names) {
                self.builder.field(field.kind.weight(), field.text);
            }
            self.builder.end_document();
            self.read += 1;
        }
    }
}

impl FullTextSearch {
    fn text(&self, source: Source<'_>) -> &TextIndex {
        self.index.get_or_init(|| {
            let mut all = TextIndexing::default();
            all.read(source, usize::MAX);
            all.builder.finish()
        })
    }
}

impl TextSearch for FullTextSearch {
    fn renewed(&self) -> Box<dyn TextSearch> {
        text_search()
    }

    fn index(&self, source: Source<'_>, projects: usize) -> bool {
        if self.index.get().is_some() {
            return false;
        }
        let mut indexing = match self.indexing.lock() {
            Ok(indexing) => indexing,
            Err(poisoned) => poisoned.into_inner(),
        };
        if indexing.read < source.0.projects.len() {
            indexing.read(source, projects);
            return true;
        }
        let finished = std::mem::take(&mut indexing.builder).finish();
        // It was empty a moment ago; if it is set by now, it stays as it is.
        drop(self.index.set(finished));
        false
    }

    fn search(&self, source: Source<'_>, text: &str) -> Arc<Searched> {
        let (portfolio, place_names) = source;
        let mut latest = match self.latest.lock() {
            Ok(latest) => latest,
            Err(poisoned) => poisoned.into_inner(),
        };
        if let Some((before, searched)) = &*latest
            && before == text
        {
            return Arc::clone(searched);
        }
        let mut found = self.text(source).search(text);
        // `-Kenya` is not a search for Kenya.
        let country = if has_exclusions(text) {
            None
        } else {
            country::from_search(text)
        };
        if let Some(code) = country {
            put_country_first(source, &mut found, text, code);
        }
        let corrections = found.corrections().iter().map(|correction| {
            let mut correction = correction.clone();
            if let Some(project) = portfolio.projects.get(correction.document as usize) {
                for field in fields_of(project, place_names) {
                    if let Some(spelled) = spelling_of(&correction.word, field.text) {
                        correction.word = spelled;
                        break;
                    }
                }
            }
            correction
        });
        // The name of a country is not a typo.
        let mut corrections: Vec<Correction> = corrections.filter(|_| country.is_none()).collect();
        sort(&mut corrections, |one, other| {
            one.typed.start.cmp(&other.typed.start)
        });
        let searched = Arc::new(Searched {
            documents: found.documents().to_vec(),
            scores: found.into_scores(),
            corrections,
            country,
        });
        *latest = Some((text.to_owned(), Arc::clone(&searched)));
        searched
    }
}

/// Adds the projects in the country that a search names, before all others, and leaves out those
/// found only because the name of their own country contains that name: the Republic of Korea is not
/// part of the Democratic People's Republic of Korea.
fn put_country_first(
    (portfolio, place_names): Source<'_>,
    found: &mut Found,
    text: &str,
    code: CountryCode,
) {
    let others = country::with_longer_names(text, code);
    if !others.is_empty() {
        let highlighter = Highlighter::new(text);
        let is_by_name_alone = |document: &u32| {
            let Some(project) = portfolio.projects.get(*document as usize) else {
                return false;
            };
            let mut countries = project.countries.iter();
            if !countries.any(|mention| others.contains(&mention.code)) {
                return false;
            }
            let mut fields = fields_of(project, place_names);
            fields.retain(|field| !field.kind.is_country());
            let is_found =
                |term: Highlighter| fields.iter().any(|it| !term.ranges(it.text).is_empty());
            !highlighter.each().all(is_found)
        };
        let documents = found.documents().to_vec();
        found.exclude(documents.into_iter().filter(is_by_name_alone));
    }
    let projects = (0u32..).zip(&portfolio.projects);
    let there = projects.filter(|(_, project)| {
        let mut countries = project.countries.iter();
        countries.any(|mention| mention.code == code)
    });
    found.put_first(there.map(|(document, _)| document));
}
