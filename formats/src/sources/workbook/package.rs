//! The archive that a workbook is: parts by name, and no more of them than a workbook needs.

use super::xml::Xml;
use std::cell::Cell;
use std::collections::HashMap;
use std::io::{self, BufReader, Cursor, Read};
use std::rc::Rc;
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

/// Up to this many bytes are unpacked from any workbook, and up to this many times its size from larger ones.
const MAX_UNPACKED: u64 = 256 << 20;
const MAX_RATIO: u64 = 100;

/// Why a workbook cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    NoArchive,
    Locked,
    Missing(&'static str),
    TooLarge,
}

/// The parts of a workbook.
#[derive(Debug)]
pub(super) struct Package<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// The position of each part, by its name in lower case.
    parts: HashMap<String, usize>,
    /// How many bytes may still be unpacked.
    left: Rc<Cell<u64>>,
}

/// The content of a part.
pub(super) type Part<'p, 'b> = BufReader<Limited<ZipFile<'p, Cursor<&'b [u8]>>>>;

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Failure> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Failure::NoArchive)?;
        let mut parts = HashMap::new();
        let mut declared: u64 = 0;
        for at in 0..zip.len() {
            let Ok(part) = zip.by_index_raw(at) else {
                continue;
            };
            let name = String::from_utf8_lossy(part.name_raw()).replace('\\', "/");
            // Pictures and the like are not unpacked.
            if [".xml", ".rels"]
                .iter()
                .any(|it| name.to_lowercase().ends_with(it))
            {
                declared = declared.saturating_add(part.size());
            }
            parts.insert(name.trim_start_matches('/').to_lowercase(), at);
        }
        let limit = MAX_UNPACKED.max(bytes.len() as u64 * MAX_RATIO);
        if declared > limit {
            return Err(Failure::TooLarge);
        }
        Ok(Self {
            zip,
            parts,
            left: Rc::new(Cell::new(limit)),
        })
    }

    /// Opens a part; `None` if there is none of this name, or it cannot be unpacked.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Xml<Part<'_, 'b>>>, Failure> {
        let name = name.trim_start_matches('/').to_lowercase();
        let Some(at) = self.parts.get(&name) else {
            return Ok(None);
        };
        match self.zip.by_index(*at) {
            Ok(part) => {
                let left = Rc::clone(&self.left);
                Ok(Some(Xml::new(BufReader::with_capacity(
                    1 << 16,
                    Limited::new(part, left),
                ))))
            }
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => Err(Failure::Locked),
            Err(_) => Ok(None),
        }
    }

    /// The part of this name, in whichever folder: the first in the order of the alphabet.
    pub(super) fn find(&self, name: &str) -> Option<String> {
        let file = |path: &str| path.rsplit('/').next() == Some(name);
        self.parts.keys().filter(|path| file(path)).min().cloned()
    }

    /// Whether no more may be unpacked.
    pub(super) fn is_exhausted(&self) -> bool {
        self.left.get() == 0
    }
}

/// A part that ends when the workbook's limit is reached.
#[derive(Debug)]
pub(super) struct Limited<R> {
    part: R,
    left: Rc<Cell<u64>>,
}

impl<R> Limited<R> {
    pub(super) fn new(part: R, left: Rc<Cell<u64>>) -> Self {
        Self { part, left }
    }
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.left.get();
        let most = buffer
            .len()
            .min(usize::try_from(left).unwrap_or(usize::MAX));
        let read = self.part.read(buffer.get_mut(..most).unwrap_or_default())?;
        self.left.set(left.saturating_sub(read as u64));
        Ok(read)
    }
}
