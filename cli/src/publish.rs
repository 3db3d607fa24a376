//! `atlas publish`: replaces the list in a built site.

use crate::findings;
use crate::{ERRORS, Failure, help, output, source};
use anyhow::Result as Outcome;
use atlas_formats::Options;
use atlas_prerender::{Material, SCREENSHOTS, pages};
use atlas_site::{Existing, LIST, Published};
use lexopt::{Arg, Parser};
use std::path::Path;
use std::process::ExitCode;

pub(crate) fn run(mut arguments: Parser) -> Result<ExitCode, Failure> {
    let (mut list, mut site) = (None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Value(value) if list.is_none() => list = Some(value),
            Arg::Value(value) if site.is_none() => site = Some(value),
            Arg::Short('h') | Arg::Long("help") => return help(help::PUBLISH),
            other => return Err(other.unexpected().into()),
        }
    }
    let (Some(list), Some(site)) = (list, site) else {
        return Err(Failure(
            "publish needs a file and the folder of a built site: atlas publish FILE SITE"
                .to_owned(),
        ));
    };
    let failure = |error: anyhow::Error| Failure(format!("{error:#}"));
    let existing = Existing::open(Path::new(&site)).map_err(failure)?;
    let source = source::read(&list, &Options::default())?;
    output::print(&findings::lines(&source))?;
    let tally = source.tally();
    let list = source
        .reading
        .portfolio
        .as_ref()
        .filter(|_| !source.has_errors());
    let Some(list) = list else {
        output::report(&format!("{tally}: the site was not changed\n"));
        return Ok(ExitCode::from(ERRORS));
    };
    let list = source.portfolio_file(list)?;
    let published = publish(&list, &existing).map_err(failure)?;
    output::report(&format!(
        "{tally}: published in {}; {} written, {} removed\n",
        site.to_string_lossy(),
        source::counted(published.changed, "file"),
        published.removed
    ));
    Ok(ExitCode::SUCCESS)
}

fn publish(list: &[u8], existing: &Existing) -> Outcome<Published> {
    // The screenshots show the list they were taken of, so they are kept only if the list is the same.
    let shown = existing.outer(LIST) == Some(list);
    let picture = |at: usize| existing.outer(SCREENSHOTS[at].0).filter(|_| shown);
    let public_url = Some(existing.public_url()).filter(|url| !url.is_empty());
    let pages = pages(
        list,
        &Material {
            borders: existing.inner("world.atlas-geo")?,
            icon: existing.inner("icon.svg")?,
            typefaces: [
                existing.inner("folium-serif.woff2")?,
                existing.inner("inter.woff2")?,
            ],
            screenshots: picture(0)
                .zip(picture(1))
                .map(|(wide, narrow)| [wide, narrow]),
            public_url,
        },
    )?;
    existing.publish(pages, list)
}
