//! Finds or installs a Chromium for the browser tests.

use super::{debian, programs};
use anyhow::{Context as _, Result, bail};
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const APPLICATIONS: [&str; 4] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
];

pub(crate) fn program(node_modules: &Path) -> Result<PathBuf> {
    if let Some((variable, path)) = programs::named(&["ATLAS_CHROMIUM", "CHROME_PATH"]) {
        if is_usable(&path) {
            return Ok(path);
        }
        bail!(
            "{variable} names {}, which is not a working Chromium",
            path.display()
        );
    }
    if let Some(path) = installed() {
        return Ok(path);
    }
    let of_playwright = playwright_chromium(node_modules)?;
    if of_playwright.is_file() {
        return Ok(of_playwright);
    }
    if debian::can_install() {
        debian::install("Chromium", "about 2 minutes", &["chromium"])?;
        return installed().context("apt-get installed Chromium, but it was not found");
    }
    println!("Installing Chromium with Playwright (about 2 minutes, once) …");
    from_playwright(node_modules).context(
        "Chromium could not be installed: install Chromium or Chrome yourself, or set \
         ATLAS_CHROMIUM to the program",
    )?;
    Ok(of_playwright)
}

fn installed() -> Option<PathBuf> {
    programs::find(&NAMES, &APPLICATIONS, is_usable)
}

fn is_usable(program: &Path) -> bool {
    programs::is_browser(program, "Chrom")
}

fn from_playwright(node_modules: &Path) -> Result<()> {
    let shell = Shell::new()?;
    let playwright = node_modules.join("@playwright/test/cli.js");
    // Also installs the libraries that Chromium needs, if the system allows it.
    let libraries = debian::as_root()
        .filter(|_| cfg!(target_os = "linux"))
        .map(|_| "--with-deps");
    Ok(
        cmd!(shell, "node {playwright} install {libraries...} chromium")
            .quiet()
            .run()?,
    )
}

fn playwright_chromium(node_modules: &Path) -> Result<PathBuf> {
    let shell = Shell::new()?;
    shell.change_dir(node_modules);
    let script = "console.log(require('@playwright/test').chromium.executablePath())";
    let path = cmd!(shell, "node --eval {script}").quiet().read();
    Ok(path.context("Playwright could not be run")?.into())
}
