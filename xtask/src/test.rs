//! `cargo xtask test`: every check and every test, the quick ones first.

use crate::build::{self, Profile, Site};
use crate::{budgets, repository, tools};
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::time::{Duration, Instant};
use xshell::{Shell, cmd};

const HELP: &str = "\
cargo xtask test

  Runs every check and every test: format, lints, unit, property and integration tests, the
  weight of the page, and the browser tests in a real Chromium. It stops at what fails first.";

/// The browser tests' own folder, and where they leave their last line.
const BROWSER_TESTS: &str = "tests/browser";
const CLOSING_LINE: &str = "tests/browser/results/closing-line.txt";

/// The command.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => {}
        [help] if help == "-h" || help == "--help" => {
            println!("{HELP}");
            return Ok(());
        }
        [other, ..] => bail!("unexpected argument “{other}”\n\n{HELP}"),
    }
    let mut steps = Steps {
        shell: repository::shell()?,
        done: Vec::new(),
    };
    let outcome = steps.all();
    println!("\n{}", steps.summary());
    outcome?;
    // At the very end, where whoever looks only there finds it.
    println!(
        "{}",
        fs::read_to_string(repository::root().join(CLOSING_LINE))?.trim()
    );
    Ok(())
}

struct Steps {
    shell: Shell,
    done: Vec<(&'static str, Duration)>,
}

impl Steps {
    fn all(&mut self) -> Result<()> {
        let wasm = tools::WASM;
        let (_, browser) = self.step("set-up", |_| {
            Ok((tools::builders(Profile::Release)?, tools::browser()?))
        })?;
        self.step("format", |shell| {
            Ok(cmd!(shell, "cargo fmt --all --check").run()?)
        })?;
        self.step("lints", |shell| {
            let lints = "cargo clippy --locked --workspace --all-targets";
            let lints = lints.split(' ').skip(1);
            Ok(cmd!(shell, "cargo {lints...} -- --deny warnings").run()?)
        })?;
        self.step("lints of the page", |shell| {
            let page = cmd!(
                shell,
                "cargo clippy --locked --package project-atlas --target {wasm}"
            );
            Ok(page.args(["--", "--deny", "warnings"]).run()?)
        })?;
        self.step("tests", |shell| {
            Ok(cmd!(shell, "cargo test --locked --workspace").run()?)
        })?;
        self.step("documentation", |shell| {
            let documentation = cmd!(shell, "cargo doc --locked --no-deps --package atlas-engine");
            Ok(documentation.env("RUSTDOCFLAGS", "--deny warnings").run()?)
        })?;
        let site = self.step("site", |_| build::bundled_site("site-under-test"))?;
        self.step("weight", |_| budgets::check(&site.files()?))?;
        self.step("browser tests", |shell| in_browser(shell, &site, &browser))
    }

    fn step<T>(&mut self, name: &'static str, run: impl FnOnce(&Shell) -> Result<T>) -> Result<T> {
        println!("\n── {name}");
        let start = Instant::now();
        let result = run(&self.shell);
        self.done.push((name, start.elapsed()));
        result.with_context(|| format!("{name} failed"))
    }

    fn summary(&self) -> String {
        let line =
            |(name, time): &(&str, Duration)| format!("{:>7.1} s  {name}\n", time.as_secs_f64());
        let together = self.done.iter().map(|(_, time)| *time).sum();
        self.done
            .iter()
            .map(line)
            .chain([line(&("together", together))])
            .collect()
    }
}

fn in_browser(shell: &Shell, site: &Site, browser: &tools::Browser) -> Result<()> {
    // So that a run which dies early cannot close with the last one's line.
    shell.remove_path(CLOSING_LINE)?;
    let _folder = shell.push_dir(BROWSER_TESTS);
    let playwright = browser.node_modules.join("@playwright/test/cli.js");
    cmd!(shell, "node {playwright} test")
        .env("ATLAS_DIST", &site.folder)
        .env("ATLAS_CHROMIUM", &browser.chromium)
        .run()
        .context("what failed stands above, and in tests/browser/results/")
}
