use super::cache::Cache;
use super::{node, rust};
use crate::repository;
use anyhow::{Context as _, Result, bail};
use std::env;
use std::path::{Path, PathBuf};

/// The only version used. Those before 110 break the table of references to the browser's objects: the
/// page stays empty. Debian has 108.
pub(crate) const WASM_OPT: &str = "132";

/// If wasm-opt cannot be installed, another version on the PATH is named in the error but never used.
pub(crate) fn folder(cache: &Cache) -> Result<PathBuf> {
    let lock = repository::root().join("xtask/optimisers");
    let packages = node::packages(cache, &lock, "optimisers", "half a minute").with_context(
        || match on_path() {
            Some((path, output)) => format!(
                "wasm-opt {WASM_OPT} could not be installed. {} is “{output}” and is not used: with \
                 other versions, the page may stay empty",
                path.display()
            ),
            None => format!("wasm-opt {WASM_OPT} could not be installed"),
        },
    )?;
    let folder = packages.join(".bin");
    let program = folder.join(if cfg!(windows) {
        "wasm-opt.cmd"
    } else {
        "wasm-opt"
    });
    match rust::version_output(&program) {
        Some(output) if output.contains(&format!("version_{WASM_OPT}")) => Ok(folder),
        Some(output) => bail!(
            "{} is “{output}”, not version {WASM_OPT}",
            program.display()
        ),
        None => {
            node::check()?;
            bail!("{} cannot be run", program.display())
        }
    }
}

fn on_path() -> Option<(PathBuf, String)> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(Path::new("wasm-opt").with_extension(env::consts::EXE_EXTENSION)))
        .find_map(|program| Some((program.clone(), rust::version_output(&program)?)))
}
