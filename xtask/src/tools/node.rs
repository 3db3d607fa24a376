use super::cache::{Cache, Tool};
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

const OLDEST_NODE: u32 = 20;
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// The `node_modules` of the lock file in `folder`, kept under the lock's hash: no lock is installed
/// twice, and a changed one never meets old packages.
pub(crate) fn packages(
    cache: &Cache,
    folder: &Path,
    what: &str,
    duration: &str,
) -> Result<PathBuf> {
    const FILES: [&str; 2] = ["package.json", "package-lock.json"];
    let mut hash = blake3::Hasher::new();
    for name in FILES {
        let path = folder.join(name);
        hash.update(&fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?);
    }
    let hash = hash.finalize().to_hex();
    let installed = cache.provide(&Tool {
        name: &format!("{what}-{}", &hash[..16]),
        duration,
        // The last thing that npm writes.
        is_ready: &|installed| installed.join("node_modules/.package-lock.json").is_file(),
        install: &|partial| {
            check()?;
            for name in FILES {
                fs::copy(folder.join(name), partial.join(name))?;
            }
            let shell = Shell::new()?;
            shell.change_dir(partial);
            cmd!(
                shell,
                "{NPM} ci --ignore-scripts --no-audit --no-fund --loglevel error"
            )
            .quiet()
            .run()?;
            Ok(())
        },
    })?;
    Ok(installed.join("node_modules"))
}

pub(crate) fn check() -> Result<()> {
    let shell = Shell::new()?;
    let advice = format!(
        "Install Node.js {OLDEST_NODE} or newer, which includes npm, from https://nodejs.org or with \
         your system's package manager. Then run the task again"
    );
    let Ok(version) = cmd!(shell, "node --version").quiet().ignore_stderr().read() else {
        bail!("Node.js is not on the PATH. {advice}");
    };
    if major(&version).is_none_or(|major| major < OLDEST_NODE) {
        bail!("Node.js {version} is too old. {advice}");
    }
    if cmd!(shell, "{NPM} --version")
        .quiet()
        .ignore_stdout()
        .ignore_stderr()
        .run()
        .is_err()
    {
        bail!("Node.js {version} is installed, but npm is not. {advice}");
    }
    Ok(())
}

fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v22.0.0-pre"), Some(22));
        assert_eq!(major("20.1.0"), None);
    }
}
