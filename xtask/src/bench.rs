use crate::build;
use crate::profile::Profile;
use crate::{repository, tools};
use anyhow::{Context as _, Result, bail};
use xshell::{Shell, cmd};

const HELP: &str = "\
cargo xtask bench [--browser | --peers]

  Measure the engine over generated portfolios, natively and as wasm under Node.js, and print the
  medians side by side. Facet counting is compared with a lower bound, the floor: one pass over
  flat lists. Close other programs first.

  --browser  measure the page in Chromium instead: its frame rate, and the time from an
             interaction to the next paint
  --peers    compare the engine with crossfilter2, itemsjs, Orama, arquero and DuckDB-WASM, which
             npm downloads (1,000,000 projects take 6 GB of memory)";

const RUN_IN_NODE: &str =
    "process.stdout.write(require(process.argv[1]).run(() => performance.now()))";

#[derive(Clone, Debug, PartialEq)]
struct Timing {
    case: String,
    milliseconds: f64,
}

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => {}
        [browser] if browser == "--browser" => return in_browser(),
        [peers] if peers == "--peers" => return compare_with_peers(),
        [help] if help == "-h" || help == "--help" => {
            println!("{HELP}");
            return Ok(());
        }
        [other, ..] => bail!("unexpected argument “{other}”\n\n{HELP}"),
    }
    let shell = repository::shell()?;
    // Everything is built first, so that no compiler runs during a measurement.
    let native = build_native(&shell)?;
    let wasm = build_wasm(&shell)?;
    println!("Measuring natively …");
    let native = cmd!(shell, "{native}").quiet().read()?;
    println!("Measuring as wasm under Node.js …");
    let wasm = cmd!(shell, "node --eval {RUN_IN_NODE} {wasm}")
        .quiet()
        .read()
        .context("Node.js could not run the benchmarks")?;
    print!("\n{}", table(&timings(&native)?, &timings(&wasm)?));
    Ok(())
}

fn in_browser() -> Result<()> {
    let shell = repository::shell()?;
    let browser = tools::browser()?;
    let site = build::bundled_site("site-under-bench", Profile::Release)?;
    let _folder = shell.push_dir("tests/browser");
    let playwright = browser.node_modules.join("@playwright/test/cli.js");
    cmd!(
        shell,
        "node {playwright} test --config bench/playwright.config.js"
    )
    .env("ATLAS_DIST", &site.folder)
    .env("ATLAS_CHROMIUM", &browser.chromium)
    .run()
    .context("the page could not be measured")
}

fn compare_with_peers() -> Result<()> {
    let shell = repository::shell()?;
    let packages = tools::peers()?;
    let folder = packages.parent().context("the packages have no folder")?;
    let wasm = build_wasm(&shell)?;
    cmd!(
        shell,
        "node --expose-gc --max-old-space-size=6144 xtask/peers/peers.mjs {wasm}"
    )
    .env("ATLAS_PEERS", folder)
    .run()
    .context("the engine could not be compared with others")
}

fn build_native(shell: &Shell) -> Result<std::path::PathBuf> {
    cmd!(
        shell,
        "cargo build --locked --release --package atlas-bench --bin atlas-bench"
    )
    .run()?;
    let program = repository::target()?.join("release/atlas-bench");
    Ok(program.with_extension(std::env::consts::EXE_EXTENSION))
}

fn build_wasm(shell: &Shell) -> Result<std::path::PathBuf> {
    let wasm_bindgen = tools::wasm_bindgen()?;
    let target = tools::WASM;
    cmd!(
        shell,
        "cargo build --locked --profile page --package atlas-bench --lib --target {target}"
    )
    .env("RUSTFLAGS", build::SIMD)
    .run()?;
    let built = repository::target()?
        .join(target)
        .join("page/atlas_bench.wasm");
    let folder = repository::target()?.join("bench");
    cmd!(
        shell,
        "{wasm_bindgen} --target nodejs --no-typescript --out-dir {folder} {built}"
    )
    .quiet()
    .run()?;
    Ok(folder.join("atlas_bench.js"))
}

fn timings(printed: &str) -> Result<Vec<Timing>> {
    let timing = |line: &str| {
        let (case, milliseconds) = line.split_once('\t')?;
        Some(Timing {
            case: case.to_owned(),
            milliseconds: milliseconds.parse().ok()?,
        })
    };
    let lines = printed.lines();
    lines
        .map(|line| timing(line).with_context(|| format!("“{line}” is not a timing")))
        .collect()
}

/// Returns both columns side by side. A case that ends in “: engine” is divided by its floor.
fn table(native: &[Timing], wasm: &[Timing]) -> String {
    let all_cases = native.iter().map(|timing| timing.case.chars().count());
    let width = all_cases.max().unwrap_or(0);
    let heading = format!(
        "{:width$}  {:>12} {:>8}  {:>12} {:>8}\n",
        "median", "native, ms", "÷ floor", "wasm, ms", "÷ floor"
    );
    let rows = native.iter().map(|timing| {
        let case = timing.case.as_str();
        format!(
            "{case:width$}  {} {}  {} {}\n",
            milliseconds(native, case),
            ratio(native, case),
            milliseconds(wasm, case),
            ratio(wasm, case),
        )
    });
    std::iter::once(heading).chain(rows).collect()
}

fn of_case(timings: &[Timing], case: &str) -> Option<f64> {
    let timing = timings.iter().find(|timing| timing.case == case);
    timing.map(|timing| timing.milliseconds)
}

fn milliseconds(timings: &[Timing], case: &str) -> String {
    let digits = |time: f64| if time < 10.0 { 4 } else { 1 };
    let time = of_case(timings, case).map(|time| format!("{time:.*}", digits(time)));
    format!("{:>12}", time.unwrap_or_else(|| "–".to_owned()))
}

fn ratio(timings: &[Timing], case: &str) -> String {
    let floor = case
        .strip_suffix(": engine")
        .and_then(|case| of_case(timings, &format!("{case}: floor")));
    let ratio = of_case(timings, case).zip(floor);
    let ratio = ratio.map(|(time, floor)| format!("{:.2}", time / floor));
    format!("{:>8}", ratio.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_shows_both_runs_and_their_ratio_to_the_floor() {
        let native = timings("10 projects: engine\t0.5\n10 projects: floor\t2\n").unwrap();
        let wasm = timings("10 projects: engine\t30.04\n").unwrap();
        let table = table(&native, &wasm);
        let rows: Vec<Vec<&str>> = table
            .lines()
            .skip(1)
            .map(|row| row.split_whitespace().collect())
            .collect();
        assert_eq!(
            rows[0],
            ["10", "projects:", "engine", "0.5000", "0.25", "30.0"]
        );
        assert_eq!(rows[1], ["10", "projects:", "floor", "2.0000", "–"]);
    }

    #[test]
    fn malformed_timings_are_rejected() {
        assert!(timings("Segmentation fault").is_err());
        assert!(timings("case\tsoon").is_err());
    }
}
