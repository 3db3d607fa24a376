use atlas_engine::explorer::searched::TextSearch;
use atlas_engine::search::Highlight;
use std::ops::Range;
use std::sync::Arc;

/// The functions that lead into the code of the search.
#[derive(Clone, Copy)]
pub(crate) struct SearchCode {
    pub text_search: fn() -> Box<dyn TextSearch>,
    pub highlighter: fn(&str) -> Arc<dyn Highlight>,
}

/// What a search matches in a text; nothing without a search, or before its code is there.
#[derive(Clone, Default)]
pub(crate) struct Highlighter {
    text: String,
    highlight: Option<Arc<dyn Highlight>>,
}

impl PartialEq for Highlighter {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.highlight.is_some() == other.highlight.is_some()
    }
}

impl Highlighter {
    pub(crate) fn new(code: Option<SearchCode>, text: &str) -> Self {
        let code = code.filter(|_| !text.trim().is_empty());
        let highlight = code.map(|code| (code.highlighter)(text));
        Self {
            text: text.to_owned(),
            highlight: highlight.filter(|it| !it.is_empty()),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.highlight.is_none()
    }

    pub(crate) fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let highlight = self.highlight.as_ref();
        highlight.map_or_else(Vec::new, |it| it.ranges(text))
    }

    /// A highlighter for each thing that the search asks for.
    pub(crate) fn each(&self) -> Vec<Arc<dyn Highlight>> {
        let highlight = self.highlight.as_ref();
        highlight.map_or_else(Vec::new, |it| it.each())
    }
}
