//! What a built site contains, and which of its files follow from its list of projects.
//!
//! `cargo xtask build` writes a whole site; `cargo atlas publish` gives an existing one another list.
//! Both use [`of_list`], so that the results cannot differ.

#![allow(
    clippy::missing_errors_doc,
    reason = "each error says by itself what failed, where, and what to do"
)]

mod existing;
pub mod folder;
pub mod integrity;
mod list_files;
mod list_hash;
pub mod offline;
pub mod page;
pub mod precompress;
pub mod prerendered;

pub use existing::{Existing, Published};

use anyhow::{Context as _, Result};
use atlas_engine::markup::placeholder;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// Files by their path within the site.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The file with the list of projects.
pub const LIST: &str = "portfolio.json";

/// The file with the [`Shell`], for publishing another list.
pub const SHELL: &str = "site.json";

/// The version of the format of [`Shell`].
const FORMAT: u32 = 2;

/// A site without its list: what its other files do not contain.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Shell {
    format: u32,
    /// The name of the folder below `v/`.
    pub version: String,
    /// The prefix of addresses in the pages; empty or ending in `/`.
    pub public_url: String,
    /// The explorer's page without projects, with [`VERSION`](placeholder::VERSION) for the version's folder.
    pub explorer: String,
    /// The service worker without its list of files, or the one that removes what was kept.
    pub worker: Option<String>,
}

impl Shell {
    /// Returns a shell in the current format.
    pub fn new(
        version: String,
        public_url: &str,
        explorer: String,
        worker: Option<String>,
    ) -> Self {
        Self {
            format: FORMAT,
            version,
            public_url: public_url.to_owned(),
            explorer,
            worker,
        }
    }
}

/// Returns the files that follow from a list.
///
/// `pages` are the files of `atlas-prerender`; without any, the site's page is only filled by scripts.
/// `fixed` are the other files with stable names, `inner` those of the version's folder.
pub fn of_list(
    shell: &Shell,
    fixed: &Files,
    inner: &Files,
    mut pages: Files,
    list: &[u8],
) -> Result<Files> {
    let mut take = |name: &str| {
        let bytes = pages.remove(name).unwrap_or_default();
        String::from_utf8(bytes).with_context(|| format!("{name} is not text"))
    };
    let (body, head) = (take(prerendered::EXPLORER)?, take(prerendered::HEAD)?);
    let mut files = pages;
    let hash = list_hash::of(list);
    let explorer = if body.is_empty() {
        shell.explorer.clone()
    } else {
        prerendered::into_explorer(&shell.explorer, &body, &head)
    };
    files.insert("index.html".to_owned(), explorer.into_bytes());
    files.par_iter_mut().try_for_each(|(path, bytes)| {
        let extension = Path::new(path).extension().unwrap_or_default();
        let is_page = extension == "html";
        if !is_page && extension != "xml" && extension != "webmanifest" {
            return Ok(());
        }
        let text = std::str::from_utf8(bytes).with_context(|| format!("{path} is not text"))?;
        let mut text = prerendered::point(text, path, &shell.public_url);
        if is_page {
            text = text.replace(placeholder::LIST_HASH, &hash);
            text = page::pointed(&text, path, shell, inner)?;
        }
        *bytes = text.into_bytes();
        anyhow::Ok(())
    })?;
    files.insert(LIST.to_owned(), list.to_vec());
    if let Some(worker) = &shell.worker {
        let find = |path: &str| files.get(path).or_else(|| fixed.get(path));
        let worker = offline::with_list(worker, &shell.version, find, inner)?;
        files.insert(offline::WORKER.to_owned(), worker.into_bytes());
    }
    Ok(files)
}
