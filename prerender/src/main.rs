//! Writes the pages of a portfolio into a folder, as a step of `cargo xtask build`.

use anyhow::{Context as _, Result, bail};
use atlas_prerender::{Material, pages};
use lexopt::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

const HELP: &str = "\
atlas-prerender PORTFOLIO --public FOLDER --to FOLDER [--public-url URL] [--screenshots FOLDER]

  Write the pages of a portfolio. The folder of --public contains the borders, the icon and the
  typefaces; that of --screenshots, the pictures of docs/views.md if they show this portfolio.";

/// The pictures of docs/views.md that serve as [`atlas_prerender::SCREENSHOTS`].
const PICTURES: [&str; 2] = ["cards-1280-light.webp", "cards-360-light.webp"];

struct Options {
    portfolio: PathBuf,
    public: PathBuf,
    to: PathBuf,
    public_url: Option<String>,
    screenshots: Option<PathBuf>,
}

fn main() -> Result<()> {
    let options = options()?;
    write(&options)
}

fn options() -> Result<Options> {
    let (mut file, mut public, mut to) = (None, None, None);
    let (mut public_url, mut screenshots) = (None, None);
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("public") => public = Some(parser.value()?.into()),
            Long("to") => to = Some(parser.value()?.into()),
            Long("public-url") => public_url = Some(parser.value()?.string()?),
            Long("screenshots") => screenshots = Some(parser.value()?.into()),
            Value(value) if file.is_none() => file = Some(value.into()),
            other => bail!("{}\n\n{HELP}", other.unexpected()),
        }
    }
    Ok(Options {
        portfolio: file.context(HELP)?,
        public: public.context(HELP)?,
        to: to.context(HELP)?,
        public_url,
        screenshots,
    })
}

fn write(options: &Options) -> Result<()> {
    let read =
        |path: &Path| fs::read(path).with_context(|| format!("cannot read {}", path.display()));
    let public = |name: &str| read(&options.public.join(name));
    let list = read(&options.portfolio)?;
    let screenshots = match &options.screenshots {
        Some(folder) => Some([
            read(&folder.join(PICTURES[0]))?,
            read(&folder.join(PICTURES[1]))?,
        ]),
        None => None,
    };
    let pages = pages(
        &list,
        &Material {
            borders: &public("world.atlas-geo")?,
            icon: &public("icon.svg")?,
            typefaces: [&public("folium-serif.woff2")?, &public("inter.woff2")?],
            screenshots: screenshots.as_ref().map(|all| [&all[0][..], &all[1][..]]),
            public_url: options.public_url.as_deref(),
        },
    )?;
    fs::create_dir_all(&options.to)?;
    for (path, bytes) in pages {
        let path = options.to.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}
