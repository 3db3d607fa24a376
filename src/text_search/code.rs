use crate::host::chunk::DeferredChunk;
use crate::text_search::highlighter::SearchCode;
use atlas_engine::explorer::text_search::text_search;
use atlas_engine::search::{Highlight, Highlighter};
use std::sync::Arc;

#[inline(never)]
pub(crate) fn search_code(_loaded: DeferredChunk) -> SearchCode {
    SearchCode {
        text_search,
        highlighter,
    }
}

fn highlighter(text: &str) -> Arc<dyn Highlight> {
    Arc::new(Highlighter::new(text))
}
