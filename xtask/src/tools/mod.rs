//! Set-up: whatever a task needs and the machine lacks, each in one pinned version.
//!
//! What only some tasks need is set up only for those: a debug build needs no Node.js, and
//! nothing but the tests needs a browser.

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

use crate::build::Profile;
use crate::repository;
use anyhow::{Context as _, Result};
use cache::Cache;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// What builds the page.
pub(crate) struct Builders {
    /// The PATH under which `trunk` is found, and by it wasm-bindgen and wasm-opt.
    pub path: OsString,
    /// The folder with what makes a release smaller; none for a debug build.
    pub optimisers: Option<PathBuf>,
}

/// What drives the page as a visitor would.
pub(crate) struct Browser {
    /// The npm packages of the browser tests.
    pub node_modules: PathBuf,
    /// The browser's program.
    pub chromium: PathBuf,
}

/// Sets up what builds the page.
pub(crate) fn builders(profile: Profile) -> Result<Builders> {
    let cache = Cache::of_user()?;
    rust::wasm_target()?;
    let mut folders = vec![rust::trunk(&cache)?, rust::wasm_bindgen(&cache)?];
    let optimisers = (profile == Profile::Release)
        .then(|| optimisers::folder(&cache))
        .transpose()?;
    folders.extend(optimisers.clone());
    // Before all others: whatever else calls itself wasm-opt on this machine is never met.
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    Ok(Builders {
        path: env::join_paths(folders)?,
        optimisers,
    })
}

/// Sets up what the browser tests need beyond the page.
pub(crate) fn browser() -> Result<Browser> {
    let node_modules = browser_tests()?;
    let chromium = chromium::program(&node_modules)?;
    Ok(Browser {
        node_modules,
        chromium,
    })
}

/// Sets up the npm packages of the browser tests.
pub(crate) fn browser_tests() -> Result<PathBuf> {
    node::check()?;
    let tests = repository::root().join("tests/browser");
    let node_modules =
        node::packages(&Cache::of_user()?, &tests, "browser-tests", "half a minute")?;
    link(&node_modules, &tests.join("node_modules"))?;
    Ok(node_modules)
}

/// Sets up the typefaces that the page's fonts are cut from, and what cuts them: npm packages.
pub(crate) fn typefaces() -> Result<PathBuf> {
    let lock = repository::root().join("xtask/fonts");
    node::packages(&Cache::of_user()?, &lock, "typefaces", "half a minute")
}

/// Sets up the libraries that the engine is measured beside: npm packages.
pub(crate) fn peers() -> Result<PathBuf> {
    let lock = repository::root().join("xtask/peers");
    node::packages(&Cache::of_user()?, &lock, "peers", "a minute")
}

/// Sets up what runs a WebAssembly module under Node.js; gives the program `wasm-bindgen`, of the
/// version that Cargo.lock names.
pub(crate) fn wasm_bindgen() -> Result<PathBuf> {
    rust::wasm_target()?;
    node::check()?;
    let folder = rust::wasm_bindgen(&Cache::of_user()?)?;
    Ok(folder
        .join("wasm-bindgen")
        .with_extension(env::consts::EXE_EXTENSION))
}

/// Makes `from` lead to the folder `to`.
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
        .with_context(|| format!("cannot make {} lead to {}", from.display(), to.display()))
}

#[cfg(unix)]
fn make_link(to: &Path, from: &Path) -> Result<()> {
    Ok(std::os::unix::fs::symlink(to, from)?)
}

#[cfg(unix)]
fn remove_link(link: &Path) -> Result<()> {
    Ok(fs::remove_file(link)?)
}

/// A junction: a symbolic link would need the right to make one.
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
