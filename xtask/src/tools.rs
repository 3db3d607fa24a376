//! To come.
use anyhow::Result;

pub(crate) fn run(_arguments: &[String]) -> Result<()> {
    Ok(())
}
