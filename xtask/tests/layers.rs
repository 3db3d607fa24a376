//! Checks imports: no level imports a higher one, and no modules import each other in a circle.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};
use syn::{ItemMod, ItemUse, UseTree};

const CRATES: [&str; 9] = [
    "cli/src",
    "counting/src",
    "engine/src",
    "i18n/src",
    "prerender/src",
    "site/src",
    "src",
    "wasm-split/src",
    "xtask/src",
];

/// The page's folders and files, lowest level first. Those of a level do not import each other.
const LEVELS: [&[&str]; 12] = [
    &["host"],
    &["i18n"],
    &["text_search"],
    &["state"],
    &["dom"],
    &["components"],
    &["map"],
    &["filters", "share"],
    &["results"],
    &["record"],
    &["layout"],
    &["prerender"],
];

type Imports = BTreeMap<String, BTreeSet<String>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The path of a source file's module; empty for the crate's root.
fn module_of(file: &Path, source: &Path) -> String {
    let path = file.strip_prefix(source).unwrap().with_extension("");
    let parts = path.iter().map(|part| part.to_str().unwrap());
    let parts: Vec<&str> = parts
        .filter(|part| !["mod", "lib", "main"].contains(part))
        .collect();
    parts.join("::")
}

fn files_within(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_within(&path, files);
        } else if path.extension().is_some_and(|it| it == "rs") {
            files.push(path);
        }
    }
}

fn imports(source: &Path) -> Imports {
    let mut files = Vec::new();
    files_within(source, &mut files);
    let modules: BTreeSet<String> = files.iter().map(|file| module_of(file, source)).collect();
    let mut imports = Imports::new();
    for file in &files {
        let module = module_of(file, source);
        let mut paths = Paths::default();
        paths.visit_file(&syn::parse_file(&fs::read_to_string(file).unwrap()).unwrap());
        let imported = paths.found.iter().filter_map(|path| {
            let path = from_root(path, &module)?;
            // The longest part that is a module; what follows is an item in it.
            (1..=path.len())
                .rev()
                .map(|length| path[..length].join("::"))
                .find(|it| modules.contains(it))
        });
        let imported: BTreeSet<String> = imported.filter(|it| *it != module).collect();
        imports.entry(module).or_default().extend(imported);
    }
    imports
}

/// A path from the crate's root; `None` for another crate's. Without `crate`, `self` or `super`, it may
/// lead to a module within.
fn from_root(path: &[String], module: &str) -> Option<Vec<String>> {
    let mut base: Vec<String> = module
        .split("::")
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect();
    let mut rest = path;
    match path.first()?.as_str() {
        "crate" => {
            base.clear();
            rest = &rest[1..];
        }
        "self" => rest = &rest[1..],
        _ => {
            while rest.first().is_some_and(|it| it == "super") {
                base.pop()?;
                rest = &rest[1..];
            }
        }
    }
    base.extend_from_slice(rest);
    Some(base)
}

/// The paths that a file names, except in its tests.
#[derive(Default)]
struct Paths {
    found: Vec<Vec<String>>,
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if item.ident != "tests" {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.add(&item.tree, &mut Vec::new());
    }

    // `pub(super)` is no import.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let path_parts = path.segments.iter().map(|it| it.ident.to_string());
        self.found.push(path_parts.collect());
        visit::visit_path(self, path);
    }
}

impl Paths {
    fn add(&mut self, tree: &UseTree, before: &mut Vec<String>) {
        match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.add(&path.tree, before);
                before.pop();
            }
            UseTree::Group(group) => group.items.iter().for_each(|it| self.add(it, before)),
            UseTree::Glob(_) => self.found.push(before.clone()),
            UseTree::Name(syn::UseName { ident })
            | UseTree::Rename(syn::UseRename { ident, .. }) => {
                let mut path = before.clone();
                if ident != "self" {
                    path.push(ident.to_string());
                }
                self.found.push(path);
            }
        }
    }
}

fn circle(imports: &Imports) -> Option<Vec<String>> {
    fn search(
        at: &str,
        imports: &Imports,
        way: &mut Vec<String>,
        done: &mut BTreeSet<String>,
    ) -> Option<Vec<String>> {
        if let Some(begin) = way.iter().position(|it| it == at) {
            return Some(way[begin..].to_vec());
        }
        if !done.insert(at.to_owned()) {
            return None;
        }
        way.push(at.to_owned());
        let found = imports[at]
            .iter()
            .find_map(|next| search(next, imports, way, done));
        way.pop();
        found
    }
    let mut done = BTreeSet::new();
    imports
        .keys()
        .find_map(|module| search(module, imports, &mut Vec::new(), &mut done))
}

#[test]
fn no_modules_import_each_other_in_a_cycle() {
    for name in CRATES {
        let imports = imports(&root().join(name));
        assert!(imports.len() > 1, "{name} has modules");
        assert_eq!(circle(&imports), None, "in {name}");
    }
}

#[test]
fn no_level_of_the_page_imports_a_higher_one() {
    let level = |module: &str| {
        let folder = module.split("::").next().unwrap();
        LEVELS.iter().position(|level| level.contains(&folder))
    };
    let folder = |module: &str| module.split("::").next().unwrap().to_owned();
    for (module, imported) in imports(&root().join("src")) {
        if module.is_empty() {
            continue;
        }
        let own = level(&module).unwrap_or_else(|| panic!("{module} is of no level"));
        for other in imported.iter().filter(|it| folder(it) != folder(&module)) {
            let theirs = level(other).unwrap();
            assert!(
                theirs < own,
                "{module} (level {own}) imports {other} (level {theirs})"
            );
        }
    }
}

#[test]
fn an_import_cycle_is_found() {
    let imports = |pairs: &[(&str, &str)]| -> Imports {
        let mut imports = Imports::new();
        for (from, to) in pairs {
            imports.entry((*to).to_owned()).or_default();
            imports
                .entry((*from).to_owned())
                .or_default()
                .insert((*to).to_owned());
        }
        imports
    };
    assert_eq!(
        circle(&imports(&[("a", "b"), ("b", "c"), ("a", "c")])),
        None
    );
    let found = circle(&imports(&[("a", "b"), ("b", "c"), ("c", "b")]));
    assert_eq!(found, Some(vec!["b".to_owned(), "c".to_owned()]));
}
