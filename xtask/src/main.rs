//! The project's tasks; `cargo xtask` lists them.

mod bench;
mod build;
mod countries;
mod fonts;
mod fuzz;
mod geometry;
mod iati_codelists;
mod pictures;
mod profile;
mod repository;
mod serve;
mod test;
mod tools;
mod translations;

use anyhow::{Result, bail};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask TASK

  serve      build and serve the app on http://127.0.0.1:8080
  test       run every check and every test, or one part of them
  build      write the optimised static site to dist/
  bench      run the benchmarks and print a table
  fuzz [MINUTES]
             read changed and random files in every format
  geometry   regenerate the map's geometry from Natural Earth
  countries  regenerate the table of countries from CLDR
  iati-codelists FOLDER
             regenerate the tables of IATI codes from the standard's codelists
  fonts      regenerate the page's font subsets from the full typefaces
  pictures   retake the screenshots of docs/views.md";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // A line per cause and no backtrace: the causes say where to look.
            for (depth, cause) in error.chain().enumerate() {
                let label = if depth == 0 { "error" } else { "  because" };
                eprintln!("{label}: {cause}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let task = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    match task.as_str() {
        "serve" => serve::run(&rest),
        "test" => test::run(&rest),
        "build" => build::run(&rest),
        "bench" => bench::run(&rest),
        "fuzz" => fuzz::run(&rest),
        "geometry" => geometry::run(&rest),
        "countries" => countries::run(&rest),
        "iati-codelists" => iati_codelists::run(&rest),
        "fonts" => fonts::run(&rest),
        "pictures" => pictures::run(&rest),
        "" | "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        unknown => bail!("there is no task “{unknown}”\n\n{HELP}"),
    }
}
