//! Debian packages, for what belongs to the system rather than to a user's cache.

use anyhow::{Context as _, Result};
use std::fs;
use std::path::Path;
use xshell::{Shell, cmd};

/// Whether packages can be installed here without a password.
pub(super) fn can_install() -> bool {
    is_debian() && Path::new("/usr/bin/apt-get").exists() && as_root().is_some()
}

/// Debian chooses the versions of the packages, which follow its security updates.
pub(super) fn install(what: &str, duration: &str, packages: &[&str]) -> Result<()> {
    println!("Installing {what} with apt-get ({duration}, once) …");
    let shell = Shell::new()?;
    let root = as_root().unwrap_or_default();
    let environment = ["env", "DEBIAN_FRONTEND=noninteractive"];
    let command: Vec<&str> = root.into_iter().chain(environment).collect();
    let (first, rest) = command.split_first().context("the command is empty")?;
    cmd!(shell, "{first} {rest...} apt-get update -qq")
        .quiet()
        .ignore_stdout()
        .run()?;
    cmd!(
        shell,
        "{first} {rest...} apt-get install -y -qq --no-install-recommends {packages...}"
    )
    .quiet()
    .ignore_stdout()
    .run()
    .with_context(|| format!("apt-get could not install {what}"))
}

/// The words before a command that runs it as root; `None` if that needs a password.
pub(super) fn as_root() -> Option<Vec<&'static str>> {
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

fn is_debian() -> bool {
    let names_debian = |line: &str| {
        let ids = line
            .strip_prefix("ID=")
            .or_else(|| line.strip_prefix("ID_LIKE="));
        ids.is_some_and(|ids| ids.trim_matches('"').split(' ').any(|id| id == "debian"))
    };
    fs::read_to_string("/etc/os-release").is_ok_and(|release| release.lines().any(names_debian))
}
