//! Finds or installs a Firefox for the browser tests.

use super::{debian, programs};
use anyhow::{Context as _, Result, bail};
use std::path::{Path, PathBuf};

const NAMES: [&str; 2] = ["firefox-esr", "firefox"];
const APPLICATIONS: [&str; 2] = [
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    r"C:\Program Files\Mozilla Firefox\firefox.exe",
];
const DURATION: &str = "about half a minute, 90 MB";

pub(crate) fn program() -> Result<PathBuf> {
    if let Some((variable, path)) = programs::named(&["ATLAS_FIREFOX"]) {
        if is_usable(&path) {
            return Ok(path);
        }
        bail!(
            "{variable} names {}, which is not a working Firefox {OLDEST} or newer",
            path.display()
        );
    }
    if let Some(path) = installed() {
        return Ok(path);
    }
    if !debian::can_install() {
        bail!(
            "Firefox {OLDEST} or newer was not found, and cannot be installed without a password: \
             install Firefox yourself (not as a snap), or set ATLAS_FIREFOX to the program"
        );
    }
    debian::install("Firefox", DURATION, &["firefox-esr"])?;
    installed().context("apt-get installed Firefox, but it was not found")
}

fn installed() -> Option<PathBuf> {
    programs::find(&NAMES, &APPLICATIONS, is_usable)
}

/// Playwright needs a command of this version's protocol.
const OLDEST: u32 = 143;

fn is_usable(program: &Path) -> bool {
    programs::is_browser(program, "Firefox")
        && (cfg!(windows)
            || programs::major_version(program).is_some_and(|version| version >= OLDEST))
}
