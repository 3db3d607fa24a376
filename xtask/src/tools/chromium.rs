//! A Chromium for the browser tests: found first, installed second.

use super::rust::said_version;
use anyhow::{Context as _, Result, bail};
use std::env;
use std::fs;
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

/// The browser's program; `node_modules` holds Playwright, which may have or install one.
pub(crate) fn program(node_modules: &Path) -> Result<PathBuf> {
    for variable in ["ATLAS_CHROMIUM", "CHROME_PATH"] {
        if let Some(path) = env::var_os(variable).filter(|path| !path.is_empty()) {
            let path = PathBuf::from(path);
            if is_usable(&path) {
                return Ok(path);
            }
            bail!(
                "{variable} names {}, which is no Chromium that runs",
                path.display()
            );
        }
    }
    if let Some(path) = installed() {
        return Ok(path);
    }
    let of_playwright = playwrights_own(node_modules)?;
    if of_playwright.is_file() {
        return Ok(of_playwright);
    }
    if is_debian() && Path::new("/usr/bin/apt-get").exists() && as_root().is_some() {
        println!("Installing Chromium by apt-get (about 2 minutes, once) …");
        from_debian()?;
        return installed().context("apt-get installed Chromium, and none is found");
    }
    println!("Installing Chromium by Playwright (about 2 minutes, once) …");
    from_playwright(node_modules).context(
        "Chromium could not be installed: install Chromium or Chrome yourself, or set \
         ATLAS_CHROMIUM to the program",
    )?;
    Ok(of_playwright)
}

fn installed() -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let on_path = env::split_paths(&path)
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .filter(|_| !cfg!(windows));
    on_path
        .chain(APPLICATIONS.map(PathBuf::from))
        .find(|program| is_usable(program))
}

fn is_usable(program: &Path) -> bool {
    if !program.is_file() {
        return false;
    }
    // On Windows, asking Chrome for its version opens a window.
    cfg!(windows)
        || !is_snap(program) && said_version(program).is_some_and(|said| said.contains("Chrom"))
}

/// Ubuntu's package is a door to a snap, which sees neither the tests' folders nor their profile.
fn is_snap(program: &Path) -> bool {
    let is_under_snap = fs::canonicalize(program)
        .is_ok_and(|real| real.starts_with("/snap") || real.ends_with("snap"));
    let is_script_to_snap = fs::metadata(program).is_ok_and(|file| file.len() < 10_000)
        && fs::read_to_string(program).is_ok_and(|script| script.contains("/snap/bin/"));
    is_under_snap || is_script_to_snap
}

fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release")
        .is_ok_and(|release| release.lines().any(|line| line == "ID=debian"))
}

/// What to put before a command to run it as root; `None` where that needs a password.
fn as_root() -> Option<Vec<&'static str>> {
    let shell = Shell::new().ok()?;
    if cmd!(shell, "id -u").quiet().ignore_stderr().read().ok()? == "0" {
        return Some(vec![]);
    }
    let sudo = cmd!(shell, "sudo --non-interactive true")
        .quiet()
        .ignore_stderr()
        .run();
    sudo.is_ok().then(|| vec!["sudo", "--non-interactive"])
}

/// The version is Debian's to choose: it follows the security updates.
fn from_debian() -> Result<()> {
    let shell = Shell::new()?;
    let root = as_root().unwrap_or_default();
    let environment = ["env", "DEBIAN_FRONTEND=noninteractive"];
    let command: Vec<&str> = root.into_iter().chain(environment).collect();
    let (first, rest) = command.split_first().context("an empty command")?;
    cmd!(shell, "{first} {rest...} apt-get update -qq")
        .quiet()
        .ignore_stdout()
        .run()?;
    cmd!(
        shell,
        "{first} {rest...} apt-get install -y -qq --no-install-recommends chromium"
    )
    .quiet()
    .ignore_stdout()
    .run()
    .context("apt-get could not install Chromium")
}

fn from_playwright(node_modules: &Path) -> Result<()> {
    let shell = Shell::new()?;
    let playwright = node_modules.join("@playwright/test/cli.js");
    // The libraries that Chromium needs come with it where the system lets us.
    let libraries = as_root()
        .filter(|_| cfg!(target_os = "linux"))
        .map(|_| "--with-deps");
    Ok(
        cmd!(shell, "node {playwright} install {libraries...} chromium")
            .quiet()
            .run()?,
    )
}

/// Where Playwright would keep its own Chromium.
fn playwrights_own(node_modules: &Path) -> Result<PathBuf> {
    let shell = Shell::new()?;
    shell.change_dir(node_modules);
    let script = "console.log(require('@playwright/test').chromium.executablePath())";
    let path = cmd!(shell, "node --eval {script}").quiet().read();
    Ok(path.context("Playwright does not run")?.into())
}
