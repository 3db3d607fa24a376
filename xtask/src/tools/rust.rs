//! What cargo and rustup install: the wasm target, Trunk and wasm-bindgen.

use super::cache::{Cache, Tool};
use crate::repository;
use anyhow::{Context as _, Result};
use std::fs;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

pub(crate) const WASM: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";

/// Ensures that rustc can compile for the browser and that every locked crate is downloaded.
pub(crate) fn wasm_target() -> Result<()> {
    let shell = repository::shell()?;
    let sysroot = cmd!(shell, "rustc --print sysroot").quiet().read()?;
    if !Path::new(&sysroot)
        .join("lib/rustlib")
        .join(WASM)
        .join("lib")
        .is_dir()
    {
        println!("Installing Rust's target {WASM} with rustup (half a minute, once) …");
        cmd!(shell, "rustup target add {WASM}")
            .quiet()
            .run()
            .context(
                "the target could not be added: is Rust installed with rustup? \
             If not, install the wasm32 standard library from where Rust was installed",
            )?;
    }
    // Trunk then runs offline, so it can only use the tools pinned here.
    cmd!(shell, "cargo fetch --locked --target {WASM}")
        .quiet()
        .run()?;
    Ok(())
}

pub(crate) fn trunk(cache: &Cache) -> Result<PathBuf> {
    from_crate(cache, "trunk", "trunk", TRUNK, "3 to 10 minutes")
}

/// Returns the folder with `wasm-bindgen`, in the version of the crate: the two must match.
pub(crate) fn wasm_bindgen(cache: &Cache) -> Result<PathBuf> {
    let lock = repository::root().join("Cargo.lock");
    let version = locked_version(&fs::read_to_string(lock)?, "wasm-bindgen")
        .context("Cargo.lock has no version of wasm-bindgen")?;
    from_crate(
        cache,
        "wasm-bindgen-cli",
        "wasm-bindgen",
        &version,
        "1 to 4 minutes",
    )
}

fn locked_version(lock: &str, name: &str) -> Option<String> {
    let after = lock
        .split_once(&format!("\nname = \"{name}\"\nversion = \""))?
        .1;
    after.split_once('"').map(|(version, _)| version.to_owned())
}

fn from_crate(
    cache: &Cache,
    package: &str,
    program: &str,
    version: &str,
    duration: &str,
) -> Result<PathBuf> {
    let folder = cache.provide(&Tool {
        name: &format!("{program}-{version}"),
        duration,
        is_ready: &|folder| has_version(&folder.join("bin").join(program), version),
        install: &|partial| {
            let shell = Shell::new()?;
            // Outside the repository, whose configuration is not for tools.
            shell.change_dir(partial);
            let build = partial.join("build");
            // The tools run for seconds: optimising them would take longer.
            cmd!(
                shell,
                "cargo install --quiet --locked --root {partial} --target-dir {build} --bin {program} {package}@={version}"
            )
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .quiet()
            .run()?;
            Ok(fs::remove_dir_all(build)?)
        },
    })?;
    Ok(folder.join("bin"))
}

pub(crate) fn has_version(program: &Path, version: &str) -> bool {
    version_output(program)
        .is_some_and(|output| output.split_whitespace().any(|word| word == version))
}

/// What a program answers to `--version`; `None` if it does not run.
pub(crate) fn version_output(program: &Path) -> Option<String> {
    let shell = Shell::new().ok()?;
    cmd!(shell, "{program} --version")
        .quiet()
        .ignore_stderr()
        .read()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_toml_pins_the_installed_versions() {
        let root = repository::root();
        let trunk = fs::read_to_string(root.join("Trunk.toml")).unwrap();
        let lock = fs::read_to_string(root.join("Cargo.lock")).unwrap();
        let wasm_bindgen = locked_version(&lock, "wasm-bindgen").unwrap();
        for line in [
            format!("trunk-version = \"={TRUNK}\""),
            format!("wasm_bindgen = \"{wasm_bindgen}\""),
            format!(
                "wasm_opt = \"version_{}\"",
                super::super::optimisers::WASM_OPT
            ),
        ] {
            assert!(
                trunk.lines().any(|it| it == line),
                "Trunk.toml should contain: {line}"
            );
        }
    }

    #[test]
    fn the_locked_version_of_a_package_is_found() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"2.0.0\"\n";
        assert_eq!(locked_version(lock, "a").as_deref(), Some("2.0.0"));
        assert_eq!(locked_version(lock, "b"), None);
    }
}
