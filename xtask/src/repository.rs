use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

pub(crate) fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_path_buf()
}

/// Cargo's target folder, wherever the environment or a configuration file puts it.
pub(crate) fn target() -> Result<PathBuf> {
    let shell = shell()?;
    let metadata = cmd!(
        shell,
        "cargo metadata --format-version 1 --no-deps --offline"
    )
    .quiet()
    .read()
    .context("cargo could not describe the workspace")?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    let target = metadata["target_directory"].as_str();
    Ok(target.context("cargo did not name a target folder")?.into())
}

pub(crate) fn shell() -> Result<Shell> {
    let shell = Shell::new()?;
    shell.change_dir(root());
    Ok(shell)
}
