//! `cargo xtask build`: Trunk compiles the program, then [`mod@site`] decides which files are served.

pub(crate) mod budgets;
mod chunks;
mod integrity;
mod prerender;
mod program;
mod script;
mod server_config;
mod shadow_css;
mod site;
mod style;
mod table;

pub(crate) use site::Site;

use crate::profile::Profile;
use crate::{repository, tools, translations};
use anyhow::{Context as _, Result, bail, ensure};
use atlas_engine::portfolio;
use lexopt::prelude::*;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use xshell::cmd;

const HELP: &str = "\
cargo xtask build [--portfolio FILE] [--public-url URL] [--without-offline]

  Write the optimised static site to dist/, ready to copy to any web server.

  --portfolio FILE   show these projects instead of the bundled ones
  --public-url URL   the address of the site, such as https://example.org/projects/ or /projects/;
                     without it, the site works in any folder
  --without-offline  do not store the site in visitors' browsers for offline use, and remove what
                     an earlier build stored there";

#[derive(Clone, Debug)]
pub(crate) struct Options {
    pub profile: Profile,
    /// The portfolio's file; `None` for the bundled one.
    pub portfolio: Option<PathBuf>,
    /// The prefix of every address in the page, ending in `/`; `None` for relative addresses.
    pub public_url: Option<String>,
    /// Whether browsers store the site for use without a network.
    pub works_offline: bool,
    pub to: PathBuf,
}

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let mut options = Options {
        profile: Profile::Release,
        portfolio: None,
        public_url: None,
        works_offline: true,
        to: repository::root().join("dist"),
    };
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("portfolio") => options.portfolio = Some(parser.value()?.into()),
            Long("public-url") => options.public_url = Some(public_url(parser.value()?)?),
            Long("without-offline") => options.works_offline = false,
            Short('h') | Long("help") => {
                println!("{HELP}");
                return Ok(());
            }
            other => bail!("{}\n\n{HELP}", other.unexpected()),
        }
    }
    let built = site(&options)?;
    let files = built.files()?;
    println!("\n{}", table::of(&files));
    println!("{}", budgets::table(&files)?);
    println!("The site is in {}", built.folder.display());
    Ok(())
}

pub(crate) fn site(options: &Options) -> Result<Site> {
    let portfolio = portfolio_file(options.portfolio.as_deref());
    check(&portfolio)?;
    translations::warn_of_missing();
    let builders = tools::builders(options.profile)?;
    let compiled = compile(options.profile, &builders)?;
    let prerendered = (options.profile == Profile::Release)
        .then(|| prerender::pages(&portfolio, options.public_url.as_deref()))
        .transpose()?;
    Site::finish(&site::Parts {
        repository: &repository::root(),
        compiled: &compiled,
        optimisers: builders.optimisers.as_deref(),
        portfolio: &portfolio,
        prerendered: prerendered.as_deref(),
        works_offline: options.works_offline,
        public_url: options.public_url.as_deref().unwrap_or_default(),
        to: &options.to,
        cache: &repository::target()?.join("compressed"),
    })
}

/// `folder` is below the target folder: dist/ may contain someone's own site.
pub(crate) fn bundled_site(folder: &str, profile: Profile) -> Result<Site> {
    site(&Options {
        profile,
        portfolio: None,
        public_url: None,
        works_offline: true,
        to: repository::target()?.join(folder),
    })
}

pub(crate) fn portfolio_file(requested: Option<&Path>) -> PathBuf {
    requested.map_or_else(
        || repository::root().join("public/portfolio.json"),
        Path::to_path_buf,
    )
}

fn compile(profile: Profile, builders: &tools::Builders) -> Result<PathBuf> {
    let folder = repository::target()?.join("trunk").join(match profile {
        Profile::Debug => "debug",
        Profile::Release => "release",
    });
    fs::create_dir_all(&folder)?;
    let shell = repository::shell()?;
    let page = ["--cargo-profile", "page"];
    let flags: &[&str] = if profile == Profile::Release {
        &page
    } else {
        &[]
    };
    cmd!(
        shell,
        "trunk build --quiet --offline --locked --skip-version-check {flags...} --dist {folder}"
    )
    .env("PATH", &builders.path)
    .env("CARGO_ENCODED_RUSTFLAGS", compiler_flags()?)
    // Trunk reads it as its own flag, and accepts only true or false.
    .env_remove("NO_COLOR")
    .quiet()
    .run()
    .context("the page could not be built; the reason is printed above")?;
    match &builders.optimisers {
        Some(optimisers) => {
            let linked = "wasm32-unknown-unknown/page/project-atlas.wasm";
            let linked = repository::target()?.join(linked);
            program::optimise(&folder, &linked, optimisers)?;
        }
        None => program::keep_whole(&folder)?,
    }
    Ok(folder)
}

/// Splitting needs the full names of functions, and no merging of equal ones, which loses names.
/// wasm-opt merges them later.
const NAMED_FUNCTIONS: [&str; 2] = [
    "-Csymbol-mangling-version=v0",
    "-Cllvm-args=-opt-disable=mergefunc",
];

/// 128-bit SIMD for the inner loops. Browsers have had it since 2021 (Safari since 16.4, March 2023).
pub(crate) const SIMD: &str = "-Ctarget-feature=+simd128";

/// Splitting also needs to know what refers to a constant or to the address of a function.
const RELOCATIONS: &str = "-Clink-arg=--emit-relocs";

/// One type for all views of the framework.
const ERASED_VIEWS: &str = "--cfg=erase_components";

/// [`NAMED_FUNCTIONS`], [`SIMD`], and no paths of this machine, although panics name library sources.
fn compiler_flags() -> Result<String> {
    let shell = repository::shell()?;
    let sysroot = cmd!(shell, "rustc --print sysroot").quiet().read()?;
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = || env::home_dir().map(|home| home.join(".cargo"));
    let mut prefixes = vec![(Path::new(&sysroot).join("lib/rustlib/src/rust"), "rust")];
    prefixes.extend(
        cargo_home
            .or_else(home)
            .map(|home| (home.join("registry/src"), "crates")),
    );
    prefixes.push((repository::root(), "atlas"));
    let remapped = prefixes
        .iter()
        .map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()));
    let flags = NAMED_FUNCTIONS
        .into_iter()
        .chain([SIMD, ERASED_VIEWS, RELOCATIONS])
        .map(str::to_owned)
        .chain(remapped);
    // Cargo's separator between flags, which allows spaces in paths.
    Ok(flags.collect::<Vec<_>>().join("\u{1f}"))
}

/// Prints findings for the portfolio's editor. The build goes on: the page shows what is valid and names
/// the rest.
fn check(file: &Path) -> Result<()> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    for finding in &portfolio::read(&bytes).findings {
        eprintln!("{}", finding.in_file(&file.display().to_string()));
    }
    Ok(())
}

fn public_url(value: OsString) -> Result<String> {
    let url = value.string()?;
    let is_absolute = ["https://", "http://", "/"]
        .iter()
        .any(|start| url.starts_with(start));
    ensure!(
        is_absolute,
        "--public-url is “{url}”; use an address or a path from the root, such as \
         https://example.org/projects/ or /projects/"
    );
    let is_plain = url
        .chars()
        .all(|it| it.is_ascii_graphic() && !"\"'<>&?#\\`".contains(it));
    ensure!(
        is_plain,
        "--public-url is “{url}”; remove spaces, quotes, ? and #"
    );
    Ok(if url.ends_with('/') { url } else { url + "/" })
}

#[cfg(test)]
mod tests {
    use super::public_url;

    #[test]
    fn a_public_url_is_absolute_and_ends_in_a_slash() {
        for (given, taken) in [
            (
                "https://example.org/projects",
                Some("https://example.org/projects/"),
            ),
            ("/projects/", Some("/projects/")),
            ("/", Some("/")),
            ("projects", None),
            ("javascript:alert(1)", None),
            ("https://example.org/\" onload=\"", None),
            ("https://example.org/?q=1", None),
        ] {
            assert_eq!(public_url(given.into()).ok().as_deref(), taken, "{given}");
        }
    }
}
