//! Cuts the page's fonts anew out of the whole typefaces, which two npm packages carry.

use crate::{repository, tools};
use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

/// Writes `public/inter.woff2` and `public/folium-serif.woff2`.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    ensure!(arguments.is_empty(), "fonts takes no arguments");
    let packages = tools::typefaces()?;
    let root = repository::root();
    let shell = Shell::new()?;
    shell.set_var("NODE_PATH", &packages);
    let (script, public) = (root.join("xtask/fonts/cut.cjs"), root.join("public"));
    cmd!(shell, "node {script} {public}").quiet().run()?;
    Ok(())
}
