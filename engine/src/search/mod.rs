//! Stand-in.
use crate::text::words;

/// Stand-in.
#[derive(Debug, Default)]
pub struct TextIndexBuilder {
    docs: Vec<Vec<String>>,
    now: Vec<String>,
}
impl TextIndexBuilder {
    /// f
    pub fn field(&mut self, _weight: f32, text: &str) {
        self.now.extend(words(text).map(|w| w.folded));
    }
    /// e
    pub fn end_document(&mut self) {
        self.docs.push(std::mem::take(&mut self.now));
    }
    /// f
    pub fn finish(self) -> TextIndex {
        TextIndex { docs: self.docs }
    }
}
/// Stand-in.
#[derive(Debug)]
pub struct TextIndex {
    docs: Vec<Vec<String>>,
}
/// Stand-in.
pub struct Found {
    documents: Vec<u32>,
}
impl Found {
    /// d
    pub fn documents(&self) -> &[u32] {
        &self.documents
    }
    /// s
    pub fn score(&self, _d: u32) -> f32 {
        0.0
    }
}
impl TextIndex {
    /// s
    pub fn search(&self, query: &str) -> Found {
        let q: Vec<_> = words(query).map(|w| w.folded).collect();
        Found {
            documents: (0u32..)
                .zip(&self.docs)
                .filter(|(_, d)| {
                    q.iter()
                        .all(|q| d.iter().any(|w| w.starts_with(q.as_str())))
                })
                .map(|(i, _)| i)
                .collect(),
        }
    }
}
