mod answer;
mod changes;

use crate::build::{self, Options, Site};
use crate::profile::Profile;
use crate::repository;
use anyhow::{Context as _, Result, bail};
use changes::Changes;
use lexopt::prelude::*;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

const HELP: &str = "\
cargo xtask serve [--port N] [--release] [--portfolio FILE]

  Build the app and serve it on http://127.0.0.1:8080, on this machine only. When a source file
  changes, the app is rebuilt. When the portfolio changes, reload the page.

  --port N          use another port
  --release         optimise the app as for visitors; this build takes longer
  --portfolio FILE  show these projects instead of the bundled ones";

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let mut port = 8080;
    let mut profile = Profile::Debug;
    let mut portfolio: Option<PathBuf> = None;
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => port = parser.value()?.parse()?,
            Long("release") => profile = Profile::Release,
            Long("portfolio") => portfolio = Some(parser.value()?.into()),
            Short('h') | Long("help") => {
                println!("{HELP}");
                return Ok(());
            }
            other => bail!("{}\n\n{HELP}", other.unexpected()),
        }
    }
    // First, so that no one waits for a build only to find the port in use.
    let listener = listen(port)?;
    let port = listener.local_addr()?.port();

    let to = repository::target()?.join("serve");
    let options = Options {
        profile,
        portfolio,
        public_url: None,
        // One build's service worker must not answer for the next builds.
        works_offline: profile == Profile::Release,
        to,
    };
    let changes = Changes::of(&repository::root());
    let Site { folder, .. } = build::site(&options)?;
    let source = Arc::new(answer::Source {
        folder,
        portfolio: build::portfolio_file(options.portfolio.as_deref()),
    });
    println!("Project Atlas is on http://127.0.0.1:{port}/ (press Ctrl-C to stop)");
    thread::spawn(move || rebuild_on(changes, &options));
    for connection in listener.incoming().flatten() {
        let source = Arc::clone(&source);
        // It is no error if a browser disconnects early.
        thread::spawn(move || source.answer(connection).ok());
    }
    Ok(())
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow::anyhow!(
            "port {port} is in use, perhaps by another `cargo xtask serve`: stop that one, or \
             choose another port with --port {}",
            port.saturating_add(1)
        ),
        _ => anyhow::Error::new(error).context(format!("cannot serve on port {port}")),
    })
}

/// Reports a failed build, and keeps the last one that worked.
fn rebuild_on(mut changes: Changes, options: &Options) {
    loop {
        thread::sleep(Duration::from_secs(1));
        if changes.are_new() {
            println!("A source file has changed; building …");
            match build::site(options).context("the previous build is still served") {
                Ok(_) => println!("Done: reload the page."),
                Err(error) => eprintln!("{error:#}"),
            }
        }
    }
}
