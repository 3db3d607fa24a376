//! Files of CLDR.

use anyhow::{Context as _, Result};
use serde_json::Value;
use std::fs;
use std::path::Path;

pub(super) fn read(path: &Path) -> Result<Value> {
    let text =
        fs::read_to_string(path).with_context(|| format!("{} is missing", path.display()))?;
    Ok(serde_json::from_str(&text)?)
}
