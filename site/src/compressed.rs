//! Files as servers send them that compress nothing by themselves: each beside a copy in brotli and
//! one in gzip, as small as can be.

use crate::LIST;
use anyhow::{Context as _, Result};
use flate2::{Compression, write::GzEncoder};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::thread;

/// Smaller ones fit into one packet as they are.
const SMALLEST: usize = 1000;

/// What is compressed already.
const COMPRESSED: [&str; 5] = ["woff2", "png", "webp", "br", "gz"];

/// Without a cache, more bytes than these are compressed quickly rather than as well as can be, which
/// takes a second for each of them.
const MOST_COMPRESSED_WELL: usize = 4_000_000;

/// A file's bytes in both codings.
#[derive(Clone, Debug)]
pub struct Copies {
    /// By brotli.
    pub brotli: Vec<u8>,
    /// By gzip.
    pub gzip: Vec<u8>,
}

/// Both copies of each file, by its path. What was compressed before, whatever
/// it was called, is taken from `cache`, if there is one.
pub fn copies(
    files: &BTreeMap<String, Vec<u8>>,
    cache: Option<&Path>,
) -> Result<BTreeMap<String, Copies>> {
    if let Some(cache) = cache {
        fs::create_dir_all(cache)?;
    }
    let paths: Vec<&String> = files.keys().collect();
    let size: usize = files.values().map(Vec::len).sum();
    let level = if cache.is_none() && size > MOST_COMPRESSED_WELL {
        Level::QUICK
    } else {
        Level::BEST
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let shares = (0..workers).map(|first| paths.iter().skip(first).step_by(workers));
    thread::scope(|scope| {
        let running: Vec<_> = shares
            .map(|share| {
                scope.spawn(move || {
                    share
                        .map(|path| Ok(((*path).clone(), copy(&files[*path], level, cache)?)))
                        .collect::<Result<Vec<_>>>()
                })
            })
            .collect();
        let mut all = BTreeMap::new();
        for share in running {
            let share = share
                .join()
                .ok()
                .context("a file could not be compressed")?;
            all.extend(share?);
        }
        Ok(all)
    })
}

/// The file that a compressed copy is one of; any other file is its own.
pub fn original(path: &str) -> &str {
    let whole = path
        .strip_suffix(".br")
        .or_else(|| path.strip_suffix(".gz"));
    whole.unwrap_or(path)
}

/// Whether a file is sent as a compressed copy, if that is smaller.
pub(crate) fn is_compressible(path: &str, bytes: &[u8]) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, it)| it);
    // An editor replaces the portfolio by hand, and no old copy may be sent in its place.
    path != LIST && bytes.len() >= SMALLEST && !COMPRESSED.contains(&extension)
}

/// The copies that are smaller than the file itself, by their path.
pub fn worth_sending(path: &str, bytes: &[u8], copies: &Copies) -> Vec<(String, Vec<u8>)> {
    if !is_compressible(path, bytes) {
        return Vec::new();
    }
    [("br", &copies.brotli), ("gz", &copies.gzip)]
        .into_iter()
        .filter(|(_, copy)| copy.len() < bytes.len())
        .map(|(coding, copy)| (format!("{path}.{coding}"), copy.clone()))
        .collect()
}

/// How well both codings compress.
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
    const QUICK: Self = Self { brotli: 5, gzip: 6 };
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
        // Beside it first: a build that is cut short leaves no half of one.
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
    fn only_what_gets_smaller_is_sent_compressed() {
        let long = vec![b'a'; 5000];
        let files: BTreeMap<String, Vec<u8>> = [
            ("a.js", long.clone()),
            ("short.js", vec![b'a'; 10]),
            ("a.png", long.clone()),
            ("portfolio.json", long),
        ]
        .map(|(path, bytes)| (path.to_owned(), bytes))
        .into();
        let copies = copies(&files, None).unwrap();
        let sent: Vec<String> = files
            .iter()
            .flat_map(|(path, bytes)| worth_sending(path, bytes, &copies[path]))
            .map(|(path, _)| path)
            .collect();
        assert_eq!(sent, ["a.js.br", "a.js.gz"]);
        assert!(copies["a.js"].gzip.starts_with(&[0x1f, 0x8b]));
    }
}
