//! Finds or installs `WebKit` for the browser tests, with its driver and screen.

use super::{debian, programs};
use anyhow::{Context as _, Result, bail};
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

const PACKAGES: [&str; 7] = [
    "webkit2gtk-driver",
    "xvfb",
    "dbus",
    "dbus-x11",
    "python3-gi",
    "gir1.2-webkit2-4.1",
    "gir1.2-gtk-3.0",
];
const DURATION: &str = "about half a minute, 65 MB";
/// Where the driver may be, besides the PATH.
const DRIVERS: [&str; 2] = [
    "/usr/bin/WebKitWebDriver",
    "/usr/libexec/webkit2gtk-4.1/WebKitWebDriver",
];

pub(crate) struct WebKit {
    pub driver: PathBuf,
    /// A Python that can open a window with `WebKit` in it.
    pub python: PathBuf,
}

pub(crate) fn programs() -> Result<WebKit> {
    if let Some(webkit) = installed() {
        return Ok(webkit);
    }
    if !debian::can_install() {
        bail!(
            "WebKitGTK is missing or incomplete, and cannot be installed without a password. On \
             Linux, install WebKitWebDriver (in the packages of WebKitGTK 4.1), Xvfb, \
             dbus-run-session, and Python's gi with the typelibs of Gtk 3.0 and WebKit2 4.1; on \
             Debian these are {}. On other systems, run single parts of the tests instead: see \
             `cargo xtask test --help`",
            PACKAGES.join(" ")
        );
    }
    debian::install("WebKitGTK", DURATION, &PACKAGES)?;
    installed().context("apt-get installed WebKitGTK, but a part of it was not found")
}

fn installed() -> Option<WebKit> {
    let is_there = |name| programs::find(&[name], &[], Path::is_file);
    is_there("Xvfb")?;
    is_there("dbus-run-session")?;
    Some(WebKit {
        driver: programs::find(&["WebKitWebDriver"], &DRIVERS, Path::is_file)?,
        // The system's own before any other: only that one sees the system's libraries.
        python: programs::find(&[], &["/usr/bin/python3"], opens_windows)
            .or_else(|| programs::find(&["python3"], &[], opens_windows))?,
    })
}

fn opens_windows(python: &Path) -> bool {
    const NEEDS: &str = "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2";
    let Ok(shell) = Shell::new() else {
        return false;
    };
    python.is_file()
        && cmd!(shell, "{python} -c {NEEDS}")
            .quiet()
            .ignore_stdout()
            .ignore_stderr()
            .run()
            .is_ok()
}
