use crate::list_files::is_of_project;
use crate::{Files, LIST, SHELL, Shell, folder, of_list, offline, precompress};
use anyhow::{Context as _, Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// A site in a folder.
pub struct Existing {
    folder: PathBuf,
    shell: Shell,
    /// The files with stable names.
    outer: Files,
    inner: Files,
}

/// What publishing a list has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// The number of files that are new or have changed.
    pub changed: usize,
    /// The number of files that were removed.
    pub removed: usize,
}

const OF_LIST: [&str; 12] = [
    "index.html",
    LIST,
    offline::WORKER,
    "feed.xml",
    "sitemap.xml",
    "preview.png",
    "manifest.webmanifest",
    "icon-192.png",
    "icon-512.png",
    "icon-maskable.png",
    "screenshot-wide.webp",
    "screenshot-narrow.webp",
];

/// Whether a file, or the file it is a copy of, follows from the list. The rest belongs to the owner.
fn follows_from_list(path: &str) -> bool {
    let whole = precompress::original(path);
    OF_LIST.contains(&whole) || is_of_project(whole)
}

impl Existing {
    /// Opens the site in a folder.
    pub fn open(folder: &Path) -> Result<Self> {
        let named = folder.display();
        folder::recover(folder)?;
        ensure!(folder.is_dir(), "there is no folder {named}");
        // Resolves links, so that they stay as they are, and gives “.” a name.
        let folder = fs::canonicalize(folder).with_context(|| format!("cannot read {named}"))?;
        let Ok(shell) = fs::read(folder.join(SHELL)) else {
            bail!(
                "{named} is not a built site: it has no {SHELL}. “cargo xtask build” writes a site to dist/"
            );
        };
        let unknown = || {
            format!(
                "{named} was built by another version of Project Atlas: build it again with “cargo xtask build”"
            )
        };
        let shell: Shell = serde_json::from_slice(&shell).with_context(unknown)?;
        ensure!(shell.format == crate::FORMAT, "{}", unknown());
        let is_name = |letter: char| letter.is_ascii_alphanumeric();
        ensure!(shell.version.chars().all(is_name), "{}", unknown());
        let inner = folder.join("v").join(&shell.version);
        ensure!(
            inner.is_dir(),
            "{named} is incomplete: it has no folder v/{}",
            shell.version
        );
        let inner = folder::read(&inner, |path| precompress::original(path) == path)?;
        // Leaves out the owner's other files, which may be large.
        let outer = folder::read(&folder, |path| {
            follows_from_list(path) || offline::is_kept(path)
        })?;
        Ok(Self {
            folder,
            shell,
            outer,
            inner,
        })
    }

    /// The site's address, as given to its build.
    pub fn public_url(&self) -> &str {
        &self.shell.public_url
    }

    /// Returns a file of the version's folder.
    pub fn inner(&self, path: &str) -> Result<&[u8]> {
        let bytes = self.inner.get(path);
        let bytes = bytes.with_context(|| {
            format!(
                "the site is incomplete: v/{}/{path} is missing",
                self.shell.version
            )
        });
        bytes.map(Vec::as_slice)
    }

    /// Returns a file with a stable name.
    pub fn outer(&self, path: &str) -> Option<&[u8]> {
        self.outer.get(path).map(Vec::as_slice)
    }

    /// Gives the site another list with its pages. The site stays as it is until everything is written.
    pub fn publish(&self, pages: Files, list: &[u8]) -> Result<Published> {
        let mut all = of_list(&self.shell, &self.outer, &self.inner, pages, list)?;
        let is_known = |path: &str, bytes: &Vec<u8>| self.outer.get(path) == Some(bytes);
        let (known, unknown): (Vec<_>, Vec<_>) =
            all.iter().partition(|(path, bytes)| is_known(path, bytes));
        let mut copies = precompress::sent(unknown, None)?;
        for (path, _) in known {
            let kept = precompress::names_of_copies(path).into_iter();
            copies.extend(
                kept.filter_map(|copy| Some((copy.clone(), self.outer.get(&copy)?.clone()))),
            );
        }
        all.extend(copies);
        folder::update(&self.folder, &all, |path| !follows_from_list(path))?;
        let changed = all
            .iter()
            .filter(|(path, bytes)| self.outer.get(*path) != Some(*bytes));
        let removed = self
            .outer
            .keys()
            .filter(|path| follows_from_list(path) && !all.contains_key(*path));
        Ok(Published {
            changed: changed.count(),
            removed: removed.count(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::follows_from_list;

    #[test]
    fn only_the_generated_pages_follow_from_the_list() {
        for path in [
            "index.html",
            "index.html.br",
            "projects/a/index.html.gz",
            "projects/index.html",
            "projects/a/preview.png",
        ] {
            assert!(follows_from_list(path), "{path}");
        }
        for path in [
            ".htaccess",
            "CNAME",
            "projects/a/report.pdf",
            "robots.txt",
            "embed.js.br",
            "v/0/index.html",
            "site.json",
        ] {
            assert!(!follows_from_list(path), "{path}");
        }
    }
}
