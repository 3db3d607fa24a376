//! Files to change: the samples, the faulty files, and what this crate writes.

use super::changes::{Change, changed};
use atlas_formats::encoding::NativeDecoder;
use atlas_formats::write::{Selection, Target, write};
use atlas_formats::{Format, Options, read_with};
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::sync::OnceLock;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Larger files take too long for many changes.
const MAX_SEED: usize = 60_000;

pub(crate) struct Seed {
    pub(crate) format: Format,
    pub(crate) bytes: Vec<u8>,
    /// The parts of an archive with their names.
    parts: Vec<(String, Vec<u8>)>,
}

impl Seed {
    fn new(bytes: Vec<u8>) -> Option<Self> {
        let reading = read_with(&bytes, &Options::default(), &NativeDecoder);
        Some(Self {
            format: reading.format?,
            parts: parts(&bytes).unwrap_or_default(),
            bytes,
        })
    }

    /// The file with changes: within a part of an archive, which is then packed again, or anywhere.
    pub(crate) fn changed(&self, changes: &[Change]) -> Vec<u8> {
        let Some((first, rest)) = changes.split_first() else {
            return self.bytes.clone();
        };
        let is_whole = self.parts.is_empty() || first.number() % 8 == 0;
        if is_whole {
            return changed(&self.bytes, changes);
        }
        let at = usize::from(first.number()) % self.parts.len();
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for (number, (name, content)) in self.parts.iter().enumerate() {
            writer.start_file(name.as_str(), options).unwrap();
            if number == at {
                writer.write_all(&changed(content, rest)).unwrap();
            } else {
                writer.write_all(content).unwrap();
            }
        }
        writer.finish().unwrap().into_inner()
    }
}

/// The parts of an archive.
fn parts(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).ok()?;
        let mut content = Vec::new();
        let name = part.name().ok()?.into_owned();
        part.by_ref().take(1 << 20).read_to_end(&mut content).ok()?;
        parts.push((name, content));
    }
    Some(parts)
}

/// The files, read once for all tests.
pub(crate) fn all() -> &'static [Seed] {
    static ALL: OnceLock<Vec<Seed>> = OnceLock::new();
    ALL.get_or_init(seeds)
}

fn seeds() -> Vec<Seed> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut paths = Vec::new();
    for folder in ["samples", "samples/labelled", "faulty"] {
        let entries = fs::read_dir(tests.join(folder)).unwrap();
        paths.extend(entries.map(|entry| entry.unwrap().path()));
    }
    paths.sort();
    let is_input = |path: &&std::path::PathBuf| {
        let extension = path.extension().unwrap_or_default();
        path.is_file() && extension != "findings" && extension != "mapping"
    };
    let files = paths
        .iter()
        .filter(is_input)
        .map(|path| fs::read(path).unwrap());
    let written = Target::ALL.into_iter().map(|target| {
        let list = fs::read(tests.join("fuzz/portfolio.json")).unwrap();
        let list = read_with(&list, &Options::default(), &NativeDecoder).portfolio;
        write(&list.unwrap(), target, &Selection::default()).bytes
    });
    let all = files.chain(written).filter(|bytes| bytes.len() <= MAX_SEED);
    all.filter_map(Seed::new).collect()
}
