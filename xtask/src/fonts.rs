//! Cuts `public/inter.woff2` and `public/folium-serif.woff2` from the typefaces in two npm packages.

use crate::{repository, tools};
use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

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
