use crate::build;
use crate::profile::Profile;
use crate::{repository, tools};
use anyhow::{Context as _, Result, bail};
use xshell::cmd;

const HELP: &str = "\
cargo xtask pictures

  Build the site and take screenshots of every view in Chromium: at 360, 768, 1280 and 1920
  pixels, light and dark. They are written to docs/pictures/ and shown in docs/views.md.";

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => {}
        [help] if help == "-h" || help == "--help" => {
            println!("{HELP}");
            return Ok(());
        }
        [other, ..] => bail!("unexpected argument “{other}”\n\n{HELP}"),
    }
    let browser = tools::browser()?;
    let site = build::bundled_site("site-in-pictures", Profile::Release)?;
    let shell = repository::shell()?;
    cmd!(shell, "node tests/browser/pictures.js")
        .env("ATLAS_DIST", &site.folder)
        .env("ATLAS_CHROMIUM", &browser.chromium)
        .run()
        .context("the screenshots could not be taken")
}
