//! The last step of a build: which files are served, and under which names.
//!
//! ```text
//! dist/index.html             names the version; always revalidated
//! dist/embed.js               the same, for elements in other pages
//! dist/portfolio.json         an editor can replace it without compiling anything
//! dist/site.json              what `cargo atlas publish` needs to know of the site
//! dist/v/HASH/…               everything else, cached for ever
//! ```
//!
//! HASH covers the final bytes of everything in that folder. So a page never meets files of another
//! version, whatever is cached, and a changed file never keeps its address. Trunk's own hashes cannot
//! promise that: they are taken before wasm-bindgen and wasm-opt have run.

use super::{chunks, integrity, prerender, script, server_config, shadow_css, style};
use anyhow::{Context as _, Result};
use atlas_engine::markup::placeholder::VERSION;
use atlas_i18n::LANGUAGES;
use atlas_site::page;
use atlas_site::{Files, LIST, SHELL, Shell, folder, of_list, offline, precompress};
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) struct Parts<'a> {
    pub repository: &'a Path,
    pub compiled: &'a Path,
    /// The folder with the minifier; without it, scripts stay as they are.
    pub optimisers: Option<&'a Path>,
    pub portfolio: &'a Path,
    /// The folder with the prerendered pages; `None` for a site without them.
    pub prerendered: Option<&'a Path>,
    pub works_offline: bool,
    pub public_url: &'a str,
    pub to: &'a Path,
    pub cache: &'a Path,
}

#[derive(Clone, Debug)]
pub(crate) struct Site {
    pub folder: PathBuf,
    cache: PathBuf,
}

#[derive(Clone, Debug)]
pub(crate) struct ServedFile {
    pub path: String,
    pub raw: usize,
    /// The size in bytes after gzip, and after Brotli, at their best levels.
    pub gzip: usize,
    pub brotli: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Needed before the page is of use.
    Page,
    /// The map's shapes, fetched after that.
    Geometry,
    /// The same in more detail, for a closer look.
    Detail,
    MapCode,
    Deferred,
    OnDemand,
    Further,
    /// A font, for which text never waits.
    Font,
    Language,
    /// Not fetched with the page: a schema, a licence, the accessibility statement.
    Aside,
}

impl ServedFile {
    pub(crate) fn role(&self) -> Role {
        match extension(&self.path) {
            "atlas-geo" if self.path.ends_with("-close.atlas-geo") => Role::Detail,
            "atlas-geo" => Role::Geometry,
            "woff2" => Role::Font,
            _ if STABLE_NAMES.contains(&self.path.as_str()) || self.path == SHELL => Role::Aside,
            _ if NOT_IN_EXPLORER.contains(&file_name(&self.path)) => Role::Aside,
            // Instead of the page's sheets, for elements in other pages.
            "css" if self.path.contains("/embed/") => Role::Aside,
            "wasm" | "css" if file_name(&self.path).starts_with("map.") => Role::MapCode,
            "wasm" | "css" if file_name(&self.path).starts_with("deferred.") => Role::Deferred,
            "wasm" | "css" if file_name(&self.path).starts_with("on_demand.") => Role::OnDemand,
            "wasm" | "css" if file_name(&self.path).starts_with("further.") => Role::Further,
            "txt" if self.path.contains("/lang/") => Role::Language,
            "txt" | "md" | "xml" | "png" | "webp" | "webmanifest" => Role::Aside,
            "html" if self.path != "index.html" => Role::Aside,
            _ if self.path.ends_with(".schema.json") => Role::Aside,
            _ => Role::Page,
        }
    }

    /// Whether an element in another page needs it before it is of use.
    pub(crate) fn is_of_element(&self) -> bool {
        let name = file_name(&self.path);
        let is_in_element = self.path.contains("/embed/") || name.starts_with("project-atlas");
        let is_code = ["css", "js", "wasm"].contains(&extension(name));
        ["embed.js", "loader.js", LIST].contains(&name)
            || is_in_element
                && is_code
                && !chunks::CHUNKS
                    .iter()
                    .any(|chunk| name.starts_with(&[chunk.name, "."].concat()))
    }
}

impl Site {
    pub(crate) fn finish(parts: &Parts) -> Result<Self> {
        let (mut outer, mut inner) = gather(parts)?;
        integrity::fill(&mut outer, &mut inner)?;
        let shell = shell(parts, version(&inner), &mut outer)?;
        for (path, bytes) in &mut outer {
            let text = || std::str::from_utf8(bytes).with_context(|| format!("{path} is not text"));
            *bytes = match extension(path) {
                // These scripts find the version from their own address, wherever they are used.
                "js" => text()?.replace(VERSION, &format!("v/{}/", shell.version)),
                "html" => page::pointed(text()?, path, &shell, &inner)?,
                _ => continue,
            }
            .into_bytes();
        }
        let pages = match parts.prerendered {
            Some(folder) => folder::read(folder, |_| true)?,
            None => Files::new(),
        };
        let list = fs::read(parts.portfolio)
            .with_context(|| format!("cannot read {}", parts.portfolio.display()))?;
        let files = of_list(&shell, &outer, &inner, pages, &list)?;
        outer.extend(files);
        let inner = inner
            .into_iter()
            .map(|(path, bytes)| (format!("v/{}/{path}", shell.version), bytes));
        outer.extend(inner);
        if parts.prerendered.is_some() {
            outer.insert(SHELL.to_owned(), serde_json::to_vec(&shell)?);
            let sent = precompress::sent(&outer, Some(parts.cache))?;
            outer.extend(sent);
            server_config::add(&mut outer);
        }
        folder::replace(parts.to, &outer)?;
        Ok(Self {
            folder: parts.to.to_path_buf(),
            cache: parts.cache.to_path_buf(),
        })
    }

    pub(crate) fn files(&self) -> Result<Vec<ServedFile>> {
        let mut files = folder::read(&self.folder, |_| true)?;
        // Copies of other files, and files that only servers read.
        files.retain(|path, _| {
            precompress::original(path) == path && !server_config::FILES.contains(&path.as_str())
        });
        let copies = precompress::copies(&files, Some(&self.cache))?;
        let files = files.into_iter().map(|(path, bytes)| ServedFile {
            raw: bytes.len(),
            gzip: copies[&path].gzip.len(),
            brotli: copies[&path].brotli.len(),
            path,
        });
        Ok(files.collect())
    }
}

/// Returns what does not depend on the list. Takes the explorer's page and the worker out of `outer`.
fn shell(parts: &Parts, version: String, outer: &mut Files) -> Result<Shell> {
    let mut take = |name: &str| {
        let text = outer.remove(name).map(String::from_utf8).transpose();
        text.with_context(|| format!("{name} is not text"))
    };
    let explorer = take("index.html")?.context("there is no page")?;
    let (worker, remover) = (take(offline::WORKER)?, take(offline::REMOVER)?);
    let worker = if parts.works_offline { worker } else { remover };
    Ok(Shell::new(version, parts.public_url, explorer, worker))
}

/// Returns the files with stable names, and those of the version's folder.
fn gather(parts: &Parts) -> Result<(Files, Files)> {
    let mut outer = Files::new();
    let is_served = |path: &str| !path.ends_with(".d.ts");
    let mut inner = folder::read(&parts.repository.join("public"), is_served)?;
    // The requested list replaces it.
    inner.remove(LIST);
    if let Some(script) = inner.remove(IFRAME_HOST_SOURCE) {
        inner.insert(IFRAME_HOST.to_owned(), script);
    }
    for path in inner
        .keys()
        .filter(|path| has_own_name(path))
        .cloned()
        .collect::<Vec<_>>()
    {
        outer.extend(inner.remove_entry(&path));
    }
    inner.extend(folder::read(parts.compiled, |_| true)?);
    outer.extend(inner.remove_entry("index.html"));
    for language in LANGUAGES.iter().filter(|it| !it.is_english()) {
        let path = format!("lang/{}.txt", language.code);
        inner.insert(path, language.file().into_bytes());
    }
    let style = parts.repository.join("style");
    inner.insert("style.css".to_owned(), style::sheet(&style)?.into_bytes());
    // The styles of a chunk are loaded with the chunk, those of the accessibility statement with it.
    for part in chunks::CHUNKS
        .map(|chunk| chunk.name)
        .iter()
        .chain(&["statement", "iframe-page"])
    {
        if style.join(part).is_dir() {
            let sheet = style::sheet(&style.join(part))?;
            inner.insert(format!("{part}.css"), sheet.into_bytes());
        }
    }
    let chunks = chunks::CHUNKS.map(|chunk| format!("{}.css", chunk.name));
    for sheet in chunks.into_iter().chain(["style.css".to_owned()]) {
        if let Some(bytes) = inner.get(&sheet) {
            let sheet_of_page = std::str::from_utf8(bytes).context("a sheet is not text")?;
            let mut in_element = shadow_css::adapt(sheet_of_page)
                .with_context(|| format!("{sheet} in a shadow root"))?;
            let further = style.join("embedded");
            if sheet == "style.css" && further.is_dir() {
                in_element.push_str(&style::sheet(&further)?);
            }
            inner.insert(format!("embed/{sheet}"), in_element.into_bytes());
        }
    }
    for (path, bytes) in inner.iter_mut().chain(&mut outer) {
        if let ("js", Some(optimisers)) = (extension(path), parts.optimisers) {
            *bytes = script::minified(bytes, optimisers).with_context(|| format!("in {path}"))?;
        }
    }

    if parts.prerendered.is_some() && style.join("static-page").is_dir() {
        let sheet = style::sheet(&style.join("static-page"))? + &prerender::lengths();
        inner.insert("static-page.css".to_owned(), sheet.into_bytes());
    }
    Ok((outer, inner))
}

/// The script for pages around an iframe: the name that those pages have, and its source in `public/`.
const IFRAME_HOST: &str = "frame.js";
const IFRAME_HOST_SOURCE: &str = "iframe-host.js";

/// What others know by its name, besides pages and data.
const STABLE_NAMES: [&str; 4] = ["embed.js", IFRAME_HOST, offline::WORKER, offline::REMOVER];

/// What only other pages than the explorer need, and what is fetched last.
const NOT_IN_EXPLORER: [&str; 5] = [
    "statement.css",
    "static-page.css",
    "iframe-page.css",
    "iframe-page.js",
    "offline.js",
];

/// Whether others know a file by its name: pages, data, and what explains them.
fn has_own_name(path: &str) -> bool {
    ["html", "json", "md", "txt"].contains(&extension(path)) || STABLE_NAMES.contains(&path)
}

fn file_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

fn extension(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn version(files: &Files) -> String {
    let mut hash = blake3::Hasher::new();
    for (path, bytes) in files {
        // With the lengths, no byte can move from a name or file to the next unnoticed.
        for part in [path.as_bytes(), bytes] {
            hash.update(&(part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    hash.finalize().to_hex()[..16].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use xshell::Shell;

    fn finish(public_url: &str, change: impl Fn(&Path)) -> (xshell::TempDir, Result<Site>) {
        let folder = Shell::new().unwrap().create_temp_dir().unwrap();
        let root = folder.path();
        for (path, text) in [
            ("repository/public/main.js", "// why\nstart()"),
            ("repository/public/iframe-host.js", "listen()"),
            (
                "repository/public/globals.d.ts",
                "declare const HASHES: string",
            ),
            ("repository/public/portfolio.json", "{}"),
            ("repository/public/licences.txt", "free"),
            ("repository/style/page.css", "a { }"),
            ("compiled/app.js", "export default 1"),
            ("compiled/app_bg.wasm", "\0asm"),
            (
                "compiled/index.html",
                "<html><!-- why --><link data-trunk rel=\"rust\"><link href=\"__VERSION__/style.css\">\n\
                 <script src=\"__VERSION__/main.js\" data-portfolio=\"portfolio.json\"></script></html>",
            ),
            ("mine.json", "{\"mine\":1}"),
            ("to/old", "goes"),
        ] {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        change(root);
        let site = Site::finish(&Parts {
            repository: &root.join("repository"),
            compiled: &root.join("compiled"),
            optimisers: None,
            portfolio: &root.join("mine.json"),
            prerendered: None,
            works_offline: false,
            public_url,
            to: &root.join("to"),
            cache: &root.join("cache"),
        });
        (folder, site)
    }

    fn paths(site: &Site) -> Vec<String> {
        site.files()
            .unwrap()
            .into_iter()
            .map(|file| file.path)
            .collect()
    }

    fn version_of(site: &Site) -> String {
        let entries = fs::read_dir(site.folder.join("v")).unwrap();
        let names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names.len(), 1);
        names[0].to_str().unwrap().to_owned()
    }

    #[test]
    fn everything_that_changes_with_the_program_is_in_the_version_folder() {
        let (_folder, site) = finish("", |_| {});
        let site = site.unwrap();
        let version = version_of(&site);
        let inner = [
            "app.js",
            "app_bg.wasm",
            "embed/style.css",
            "lang/ar.txt",
            "lang/de.txt",
            "lang/es.txt",
            "lang/fr.txt",
            "lang/mk.txt",
            "main.js",
            "style.css",
        ];
        // Other sites know the script for iframes as `frame.js`.
        let outer = ["frame.js", "index.html", "licences.txt", "portfolio.json"];
        let mut expected: Vec<String> = outer.map(str::to_owned).into();
        expected.extend(inner.map(|name| format!("v/{version}/{name}")));
        assert_eq!(paths(&site), expected);
        assert_eq!(
            fs::read_to_string(site.folder.join("index.html")).unwrap(),
            format!(
                "<html><link href=\"v/{version}/style.css\">\n\
                 <script src=\"v/{version}/main.js\" integrity=\"{}\" crossorigin data-portfolio=\"portfolio.json\"></script></html>\n",
                atlas_site::integrity::of(b"// why\nstart()")
            )
        );
        assert_eq!(
            fs::read_to_string(site.folder.join("portfolio.json")).unwrap(),
            "{\"mine\":1}"
        );
    }

    #[test]
    fn every_address_starts_with_the_public_url() {
        let (_folder, site) = finish("https://example.org/a/", |_| {});
        let page = fs::read_to_string(site.unwrap().folder.join("index.html")).unwrap();
        assert_eq!(
            page.matches("\"https://example.org/a/").count(),
            3,
            "{page}"
        );
    }

    #[test]
    fn the_version_changes_with_every_program_file_but_not_with_the_list() {
        let version = |change: fn(&Path)| version_of(&finish("", change).1.unwrap());
        let before = version(|_| {});
        assert_eq!(before, version(|_| {}));
        assert_eq!(
            before,
            version(|root| fs::write(root.join("mine.json"), "[]").unwrap())
        );
        for change in [
            |root: &Path| fs::write(root.join("compiled/app_bg.wasm"), "\0asm2").unwrap(),
            |root: &Path| fs::write(root.join("repository/style/page.css"), "b{}").unwrap(),
            |root: &Path| {
                fs::rename(root.join("compiled/app.js"), root.join("compiled/b.js")).unwrap();
            },
        ] {
            assert_ne!(before, version(change));
        }
    }

    #[test]
    fn a_failed_build_keeps_the_old_site() {
        let (folder, site) = finish("", |root| {
            fs::remove_dir_all(root.join("repository/style")).unwrap();
        });
        assert!(site.is_err());
        assert!(folder.path().join("to/old").exists());
    }

    #[test]
    fn a_page_with_a_broken_reference_fails_the_build() {
        let (_folder, site) = finish("", |root| {
            fs::write(
                root.join("compiled/index.html"),
                "<script src=\"__VERSION__/gone.js\">",
            )
            .unwrap();
        });
        assert!(format!("{:#}", site.unwrap_err()).contains("gone.js"));
    }

    #[test]
    fn files_get_their_budget_role_from_their_path() {
        for (path, role) in [
            ("index.html", Role::Page),
            ("accessibility.html", Role::Aside),
            ("v/0/statement.css", Role::Aside),
            ("portfolio.json", Role::Page),
            ("site.json", Role::Aside),
            ("portfolio.schema.json", Role::Aside),
            ("licences.txt", Role::Aside),
            ("v/0/project-atlas_bg.wasm", Role::Page),
            ("v/0/world.atlas-geo", Role::Geometry),
            ("v/0/world-close.atlas-geo", Role::Detail),
            ("v/0/map.wasm", Role::MapCode),
            ("v/0/deferred.wasm", Role::Deferred),
            ("v/0/on_demand.wasm", Role::OnDemand),
            ("v/0/on_demand.css", Role::OnDemand),
            ("v/0/further.wasm", Role::Further),
            ("v/0/inter.woff2", Role::Font),
            ("v/0/lang/fr.txt", Role::Language),
        ] {
            assert_eq!(
                ServedFile {
                    path: path.to_owned(),
                    raw: 0,
                    gzip: 0,
                    brotli: 0
                }
                .role(),
                role,
                "{path}"
            );
        }
    }
}
