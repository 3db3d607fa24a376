//! Sets up what a task needs and the machine lacks, in pinned versions except for browsers. Each task
//! gets only its own tools: a debug build needs neither Node.js nor a browser.

mod cache;
mod chromium;
mod debian;
mod firefox;
mod node;
mod optimisers;
mod programs;
mod rust;
mod webkit;

pub(crate) use firefox::program as firefox;
pub(crate) use rust::WASM;
pub(crate) use webkit::programs as webkit;

use crate::profile::Profile;
use crate::repository;
use anyhow::{Context as _, Result};
use cache::Cache;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) struct Builders {
    /// The PATH with `trunk`, and with wasm-bindgen and wasm-opt for it.
    pub path: OsString,
    /// The folder with what makes a release smaller; `None` for a debug build.
    pub optimisers: Option<PathBuf>,
}

pub(crate) struct Browser {
    pub node_modules: PathBuf,
    pub chromium: PathBuf,
}

pub(crate) fn builders(profile: Profile) -> Result<Builders> {
    let cache = Cache::of_user()?;
    rust::wasm_target()?;
    let mut folders = vec![rust::trunk(&cache)?, rust::wasm_bindgen(&cache)?];
    let optimisers = (profile == Profile::Release)
        .then(|| optimisers::folder(&cache))
        .transpose()?;
    folders.extend(optimisers.clone());
    // After our own, so that no other wasm-opt on this machine is used.
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    Ok(Builders {
        path: env::join_paths(folders)?,
        optimisers,
    })
}

pub(crate) fn browser() -> Result<Browser> {
    let node_modules = browser_tests()?;
    let chromium = chromium::program(&node_modules)?;
    Ok(Browser {
        node_modules,
        chromium,
    })
}

pub(crate) fn browser_tests() -> Result<PathBuf> {
    node::check()?;
    let tests = repository::root().join("tests/browser");
    let node_modules =
        node::packages(&Cache::of_user()?, &tests, "browser-tests", "half a minute")?;
    link(&node_modules, &tests.join("node_modules"))?;
    Ok(node_modules)
}

pub(crate) fn typefaces() -> Result<PathBuf> {
    let lock = repository::root().join("xtask/fonts");
    node::packages(&Cache::of_user()?, &lock, "typefaces", "half a minute")
}

/// Sets up the npm packages that the engine is measured against.
pub(crate) fn peers() -> Result<PathBuf> {
    let lock = repository::root().join("xtask/peers");
    node::packages(&Cache::of_user()?, &lock, "peers", "a minute")
}

/// Sets up the npm package that checks XML by a schema.
pub(crate) fn xmllint() -> Result<PathBuf> {
    node::check()?;
    let lock = repository::root().join("xtask/xmllint");
    node::packages(&Cache::of_user()?, &lock, "xmllint", "a few seconds")
}

/// Sets up what runs WebAssembly under Node.js; returns `wasm-bindgen`, in the version of Cargo.lock.
pub(crate) fn wasm_bindgen() -> Result<PathBuf> {
    rust::wasm_target()?;
    node::check()?;
    let folder = rust::wasm_bindgen(&Cache::of_user()?)?;
    Ok(folder
        .join("wasm-bindgen")
        .with_extension(env::consts::EXE_EXTENSION))
}

fn link(to: &Path, from: &Path) -> Result<()> {
    if fs::read_link(from).is_ok_and(|leads_to| leads_to == to) {
        return Ok(());
    }
    match fs::symlink_metadata(from) {
        Ok(file) if file.is_symlink() => remove_link(from)?,
        // Someone ran npm there by hand.
        Ok(_) => fs::remove_dir_all(from)?,
        Err(_) => {}
    }
    make_link(to, from)
        .with_context(|| format!("cannot link {} to {}", from.display(), to.display()))
}

#[cfg(unix)]
fn make_link(to: &Path, from: &Path) -> Result<()> {
    Ok(std::os::unix::fs::symlink(to, from)?)
}

#[cfg(unix)]
fn remove_link(link: &Path) -> Result<()> {
    Ok(fs::remove_file(link)?)
}

/// A junction: a symbolic link would need a privilege.
#[cfg(windows)]
fn make_link(to: &Path, from: &Path) -> Result<()> {
    let shell = xshell::Shell::new()?;
    Ok(xshell::cmd!(shell, "cmd /C mklink /J {from} {to}")
        .quiet()
        .ignore_stdout()
        .run()?)
}

#[cfg(windows)]
fn remove_link(link: &Path) -> Result<()> {
    Ok(fs::remove_dir(link)?)
}
