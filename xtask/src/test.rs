use crate::build::{self, Site, budgets};
use crate::profile::Profile;
use crate::{repository, tools, translations};
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use xshell::{Shell, cmd};

const HELP: &str = "\
cargo xtask test [NAME | --firefox]

  Run every check and every test: format, lints, unit, property and integration tests, the size
  budgets, the browser tests in Chromium, and the main journeys in Firefox and WebKit. Stop at
  the first failure.

  NAME       run only one part: lints, tests, browser, firefox or webkit (the journeys in that
             browser), a browser spec such as map or map.spec.js on a build for development, or
             the Rust tests whose names contain NAME
  --firefox  run the browser specs in Firefox, as far as Playwright can control it";

/// The specs about what only a release has: weights, chunks, prerendered pages and the offline copy.
const OF_RELEASE: [&str; 6] = [
    "budgets.spec.js",
    "loading.spec.js",
    "offline.spec.js",
    "on-demand.spec.js",
    "prerendered.spec.js",
    "publishing.spec.js",
];

const BROWSER_TESTS: &str = "tests/browser";
const RESULTS: &str = "tests/browser/results";

const IN_CHROMIUM: &str = "closing-line.txt";
const IN_FIREFOX: &str = "closing-line-firefox.txt";
const IN_WEBKIT: &str = "closing-line-webkit.txt";

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let what = match arguments {
        [] => Part::All,
        [help] if help == "-h" || help == "--help" => {
            println!("{HELP}");
            return Ok(());
        }
        [option] if option == "--firefox" => Part::SpecsInFirefox,
        [option] if option.starts_with('-') => bail!("there is no option “{option}”\n\n{HELP}"),
        [name] => Part::named(name),
        [_, other, ..] => bail!("unexpected argument “{other}”\n\n{HELP}"),
    };
    let mut steps = Steps {
        shell: repository::shell()?,
        done: Vec::new(),
        closing_lines: Vec::new(),
    };
    let outcome = steps.run(&what);
    println!("\n{}", steps.summary());
    outcome?;
    if let Some(line) = sum(&steps.closing_lines) {
        println!("{line}");
    }
    Ok(())
}

#[derive(Debug, PartialEq, Eq)]
enum Part {
    All,
    Lints,
    Tests,
    Browser,
    Firefox,
    WebKit,
    Spec { spec: String, profile: Profile },
    SpecsInFirefox,
    Filter(String),
}

impl Part {
    fn named(name: &str) -> Self {
        match name {
            "lints" => Self::Lints,
            "tests" => Self::Tests,
            "browser" => Self::Browser,
            "firefox" => Self::Firefox,
            "webkit" => Self::WebKit,
            other => {
                let spec = format!("{}.spec.js", other.trim_end_matches(".spec.js"));
                let file = repository::root().join(BROWSER_TESTS).join(&spec);
                if file.is_file() {
                    let profile = if OF_RELEASE.contains(&spec.as_str()) {
                        Profile::Release
                    } else {
                        Profile::Debug
                    };
                    Self::Spec { spec, profile }
                } else {
                    Self::Filter(other.to_owned())
                }
            }
        }
    }
}

struct Steps {
    shell: Shell,
    done: Vec<(&'static str, Duration)>,
    closing_lines: Vec<String>,
}

const HAS_WEBKIT: bool = cfg!(target_os = "linux");

impl Steps {
    fn run(&mut self, what: &Part) -> Result<()> {
        match what {
            Part::All => self.all(),
            Part::Lints => self.lints(),
            Part::Tests => self.tests(),
            Part::Browser => {
                let site = self.site()?;
                self.chromium(&site, None)
            }
            Part::Spec { spec, profile } => {
                let site =
                    self.step("site", |_| build::bundled_site("site-of-a-spec", *profile))?;
                self.chromium(&site, Some(spec))
            }
            Part::Firefox => {
                let site = self.site()?;
                self.journeys_in_firefox(&site)
            }
            Part::WebKit => {
                let site = self.site()?;
                self.journeys_in_webkit(&site)
            }
            Part::SpecsInFirefox => {
                let site = self.site()?;
                self.specs_in_firefox(&site)
            }
            Part::Filter(filter) => self.step("tests", |shell| {
                let tests = cmd!(shell, "cargo test --locked --workspace {filter}");
                let list =
                    cmd!(shell, "cargo test --locked --workspace {filter} -- --list").read()?;
                let matches = list.lines().any(|line| line.ends_with(": test"));
                anyhow::ensure!(
                    matches,
                    "there is no step, browser spec or Rust test named “{filter}”"
                );
                Ok(tests.run()?)
            }),
        }
    }

    fn all(&mut self) -> Result<()> {
        // First, so that a missing tool is reported within minutes.
        self.step("set-up", |_| {
            tools::builders(Profile::Release)?;
            tools::browser()?;
            tools::firefox()?;
            if HAS_WEBKIT {
                tools::webkit()?;
            }
            Ok(())
        })?;
        self.lints()?;
        self.tests()?;
        let site = self.site()?;
        self.step("weight budgets", |_| budgets::check(&site.files()?))?;
        self.chromium(&site, None)?;
        self.journeys_in_firefox(&site)?;
        if HAS_WEBKIT {
            self.journeys_in_webkit(&site)
        } else {
            println!("\nWebKitGTK needs Linux; its journeys are skipped");
            Ok(())
        }
    }

    fn lints(&mut self) -> Result<()> {
        let wasm = tools::WASM;
        translations::warn_of_missing();
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
        self.step("format, lints and types of the scripts", |shell| {
            let node_modules = tools::browser_tests()?;
            let biome = node_modules.join("@biomejs/biome/bin/biome");
            cmd!(shell, "node {biome} check --error-on-warnings").run()?;
            let tsc = node_modules.join("typescript/bin/tsc");
            for project in ["tsconfig.json", "tsconfig.worker.json"] {
                cmd!(shell, "node {tsc} --project {project}").run()?;
            }
            Ok(())
        })
    }

    fn tests(&mut self) -> Result<()> {
        self.step("tests", |shell| {
            let workspace = cmd!(shell, "cargo test --locked --workspace");
            // What formats/tests/iati_writing.rs checks the schema of IATI with.
            Ok(workspace.env("ATLAS_XMLLINT", tools::xmllint()?).run()?)
        })?;
        self.step("documentation", |shell| {
            let documentation = cmd!(shell, "cargo doc --locked --no-deps --package atlas-engine");
            Ok(documentation.env("RUSTDOCFLAGS", "--deny warnings").run()?)
        })
    }

    fn site(&mut self) -> Result<Site> {
        self.step("site", |_| {
            build::bundled_site("site-under-test", Profile::Release)
        })
    }

    fn chromium(&mut self, site: &Site, spec: Option<&str>) -> Result<()> {
        self.browser("browser tests", IN_CHROMIUM, |shell| {
            let browser = tools::browser()?;
            let playwright = playwright(&browser.node_modules);
            Ok(cmd!(shell, "node {playwright} test {spec...}")
                .env("ATLAS_DIST", &site.folder)
                .env("ATLAS_CHROMIUM", &browser.chromium)
                .run()?)
        })
    }

    fn specs_in_firefox(&mut self, site: &Site) -> Result<()> {
        self.browser("browser tests in Firefox", IN_CHROMIUM, |shell| {
            let playwright = playwright(&tools::browser_tests()?);
            let config = "firefox.config.js";
            Ok(cmd!(shell, "node {playwright} test --config {config}")
                .env("ATLAS_DIST", &site.folder)
                .env("ATLAS_FIREFOX", tools::firefox()?)
                .run()?)
        })
    }

    fn journeys_in_firefox(&mut self, site: &Site) -> Result<()> {
        self.browser("journeys in Firefox", IN_FIREFOX, |shell| {
            tools::browser_tests()?;
            Ok(cmd!(shell, "node engines/run.js firefox")
                .env("ATLAS_DIST", &site.folder)
                .env("ATLAS_FIREFOX", tools::firefox()?)
                .run()?)
        })
    }

    fn journeys_in_webkit(&mut self, site: &Site) -> Result<()> {
        self.browser("journeys in WebKit", IN_WEBKIT, |shell| {
            tools::browser_tests()?;
            let webkit = tools::webkit()?;
            Ok(cmd!(shell, "node engines/run.js webkit")
                .env("ATLAS_DIST", &site.folder)
                .env("ATLAS_WEBKIT_DRIVER", &webkit.driver)
                .env("ATLAS_WEBKIT_PYTHON", &webkit.python)
                .run()?)
        })
    }

    fn browser(
        &mut self,
        name: &'static str,
        closing_line: &str,
        run: impl FnOnce(&Shell) -> Result<()>,
    ) -> Result<()> {
        let file = repository::root().join(RESULTS).join(closing_line);
        self.step(name, |shell| {
            // So that a run that ends early cannot report the last run's line.
            shell.remove_path(&file)?;
            let _folder = shell.push_dir(BROWSER_TESTS);
            run(shell).context("the failure is printed above and in tests/browser/results/")
        })?;
        let line =
            fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        self.closing_lines.push(line);
        Ok(())
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
        let total = self.done.iter().map(|(_, time)| *time).sum();
        self.done
            .iter()
            .map(line)
            .chain([line(&("total", total))])
            .collect()
    }
}

fn playwright(node_modules: &Path) -> PathBuf {
    node_modules.join("@playwright/test/cli.js")
}

/// Adds up lines such as “12 passed, 1 failed”; `None` if there are none.
fn sum(lines: &[String]) -> Option<String> {
    let count = |what: &str| -> u32 {
        let parts = lines.iter().flat_map(|line| line.trim().split(", "));
        let counts = parts.filter_map(|part| part.strip_suffix(what)?.trim().parse::<u32>().ok());
        counts.sum()
    };
    if lines.is_empty() {
        return None;
    }
    let (passed, failed, skipped) = (count("passed"), count("failed"), count("skipped"));
    let skipped = match skipped {
        0 => String::new(),
        skipped => format!(", {skipped} skipped"),
    };
    Some(format!("{passed} passed, {failed} failed{skipped}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_lines_of_several_runs_add_up() {
        let lines = [
            "504 passed, 0 failed\n",
            "32 passed, 1 failed, 2 skipped\n",
            "33 passed, 0 failed",
        ];
        let lines = lines.map(str::to_owned);
        let sum_of = |count| sum(lines.get(..count).unwrap());
        assert_eq!(sum_of(0), None);
        assert_eq!(sum_of(1).as_deref(), Some("504 passed, 0 failed"));
        assert_eq!(
            sum_of(3).as_deref(),
            Some("569 passed, 1 failed, 2 skipped")
        );
    }

    #[test]
    fn a_part_is_selected_by_step_spec_or_test_name() {
        assert_eq!(Part::named("lints"), Part::Lints);
        let map = || Part::Spec {
            spec: "map.spec.js".to_owned(),
            profile: Profile::Debug,
        };
        assert_eq!(Part::named("map"), map());
        assert_eq!(Part::named("map.spec.js"), map());
        assert_eq!(Part::named("a_filter"), Part::Filter("a_filter".to_owned()));
    }
}
