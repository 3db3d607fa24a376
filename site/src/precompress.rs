//! Precompressed copies of files, in Brotli and gzip, for servers that do not compress by themselves.

use crate::list_files::is_of_project;
use crate::{Files, LIST};
use anyhow::{Context as _, Result};
use flate2::{Compression, write::GzEncoder};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::thread;

/// In bytes: smaller files fit into one packet uncompressed.
const MIN_BYTES: usize = 1000;

const COMPRESSED: [&str; 5] = ["woff2", "png", "webp", "br", "gz"];

/// In bytes: larger files, and project pages that are larger together, are compressed quickly. The best
/// level would take seconds or minutes.
const MAX_COMPRESSED_WELL: usize = 2_000_000;

/// A file's bytes in both encodings.
#[derive(Clone, Debug)]
pub struct Copies {
    /// The bytes in Brotli.
    pub brotli: Vec<u8>,
    /// The bytes in gzip.
    pub gzip: Vec<u8>,
}

/// Returns the copies of each file by path. `cache` keeps copies by content, whatever the file's name.
pub fn copies(files: &Files, cache: Option<&Path>) -> Result<BTreeMap<String, Copies>> {
    let all = files.iter().collect();
    let copies = copied(all, cache, |path, _, copies| (path.to_owned(), copies))?;
    Ok(copies.into_iter().collect())
}

/// Returns the copies to serve instead of files, by their own paths: those smaller than the file.
pub fn sent<'a>(
    files: impl IntoIterator<Item = (&'a String, &'a Vec<u8>)>,
    cache: Option<&Path>,
) -> Result<Files> {
    let files = files.into_iter();
    let files = files.filter(|(path, bytes)| is_compressible(path, bytes));
    let sent = copied(files.collect(), cache, |path, bytes, copies| {
        let copies = [copies.brotli, copies.gzip];
        let named = names_of_copies(path).into_iter().zip(copies);
        named
            .filter(|(_, copy)| copy.len() < bytes.len())
            .collect::<Vec<_>>()
    })?;
    Ok(sent.into_iter().flatten().collect())
}

fn copied<T: Send>(
    files: Vec<(&String, &Vec<u8>)>,
    cache: Option<&Path>,
    take: impl Fn(&str, &[u8], Copies) -> T + Sync,
) -> Result<Vec<T>> {
    if let Some(cache) = cache {
        fs::create_dir_all(cache)?;
    }
    let of_projects = files.iter().filter(|(path, _)| is_of_project(path));
    let size: usize = of_projects.map(|(_, bytes)| bytes.len()).sum();
    let is_large = size > MAX_COMPRESSED_WELL;
    let copies = files.into_par_iter().map(|(path, bytes)| {
        let is_quick = (is_large && is_of_project(path)) || bytes.len() > MAX_COMPRESSED_WELL;
        // The cache is keyed by content alone, so quickly compressed copies do not belong in it.
        let copies = if is_quick {
            copy(bytes, Level::QUICK, None)
        } else {
            copy(bytes, Level::BEST, cache)
        };
        let copies = copies.with_context(|| format!("cannot compress {path}"))?;
        Ok(take(path, bytes, copies))
    });
    copies.collect()
}

/// Returns the path of the file that a copy was made from; any other path is returned as it is.
pub fn original(path: &str) -> &str {
    let whole = path
        .strip_suffix(".br")
        .or_else(|| path.strip_suffix(".gz"));
    whole.unwrap_or(path)
}

pub(crate) fn names_of_copies(path: &str) -> [String; 2] {
    CODINGS.map(|coding| format!("{path}.{coding}"))
}

const CODINGS: [&str; 2] = ["br", "gz"];

fn is_compressible(path: &str, bytes: &[u8]) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, it)| it);
    // An editor replaces the portfolio by hand; no old copy may be served instead.
    path != LIST && bytes.len() >= MIN_BYTES && !COMPRESSED.contains(&extension)
}

#[derive(Clone, Copy)]
struct Level {
    brotli: i32,
    gzip: u32,
}

impl Level {
    const BEST: Self = Self {
        brotli: 11,
        gzip: 9,
    };
    const QUICK: Self = Self { brotli: 2, gzip: 3 };
}

fn copy(bytes: &[u8], level: Level, cache: Option<&Path>) -> Result<Copies> {
    let name = blake3::hash(bytes).to_hex();
    let kept = |coding: &str, make: &dyn Fn() -> Result<Vec<u8>>| -> Result<Vec<u8>> {
        let Some(cache) = cache else { return make() };
        let path = cache.join(format!("{name}.{coding}"));
        if let Ok(bytes) = fs::read(&path) {
            return Ok(bytes);
        }
        let bytes = make()?;
        // Renamed once complete: an interrupted build leaves no partial copy.
        let partial = cache.join(format!("{name}.{coding}.{:?}", thread::current().id()));
        fs::write(&partial, &bytes)?;
        fs::rename(&partial, &path)?;
        Ok(bytes)
    };
    Ok(Copies {
        brotli: kept("br", &|| brotli(bytes, level.brotli))?,
        gzip: kept("gz", &|| {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::new(level.gzip));
            encoder.write_all(bytes)?;
            Ok(encoder.finish()?)
        })?,
    })
}

fn brotli(bytes: &[u8], quality: i32) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality,
        lgwin: 24,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_that_get_smaller_are_sent_compressed() {
        let long = vec![b'a'; 5000];
        let files: Files = [
            ("a.js", long.clone()),
            ("short.js", vec![b'a'; 10]),
            ("a.png", long.clone()),
            ("portfolio.json", long),
        ]
        .map(|(path, bytes)| (path.to_owned(), bytes))
        .into();
        let sent = sent(&files, None).unwrap();
        assert_eq!(sent.keys().collect::<Vec<_>>(), ["a.js.br", "a.js.gz"]);
        let copies = copies(&files, None).unwrap();
        assert!(copies["a.js"].gzip.starts_with(&[0x1f, 0x8b]));
    }
}
