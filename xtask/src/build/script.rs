use anyhow::{Context as _, Result};
use std::path::Path;
use xshell::{Shell, cmd};

/// Minifies a script with terser. A script with imports or exports is a module.
pub(crate) fn minified(script: &[u8], optimisers: &Path) -> Result<Vec<u8>> {
    let terser = optimisers.join(if cfg!(windows) {
        "terser.cmd"
    } else {
        "terser"
    });
    let text = std::str::from_utf8(script).context("the script is not text")?;
    let is_module = text
        .lines()
        .any(|line| line.starts_with("export ") || line.starts_with("import "));
    let module = is_module.then_some("--module");
    let shell = Shell::new()?;
    let minified = cmd!(shell, "{terser} --compress passes=2 --mangle {module...}")
        .stdin(text)
        .quiet()
        .read()
        .context("terser could not read the script")?;
    Ok(minified.into_bytes())
}
