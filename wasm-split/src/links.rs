//! What the linker knows of a program, and its finished form no longer says: where its constants are, and
//! what refers to them and to the addresses of functions.

use crate::chunk::Address;
use crate::linked_file::LinkedFile;
use anyhow::{Context as _, Result, bail, ensure};
use std::collections::BTreeMap;
use std::ops::Range;
use wasmparser::{RelocationEntry, RelocationType as Of, SymbolInfo};

/// The constants of a program, and what refers to what, as the linker knows it.
#[derive(Debug, Default)]
pub struct Links {
    /// By address; none overlaps another.
    pub(crate) constants: Vec<Constant>,
    /// What the code of each function refers to, by the function's name.
    functions: BTreeMap<String, Vec<Target>>,
    /// What memory refers to outside of all constants.
    pub(crate) rest: Vec<Target>,
}

/// A static value.
#[derive(Debug)]
pub(crate) struct Constant {
    pub place: Range<Address>,
    /// Whether the program never writes to it.
    pub is_read_only: bool,
    /// What it refers to.
    pub targets: Vec<Target>,
}

/// What an address in code or memory refers to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    /// By its position in [`Links::constants`].
    Constant(usize),
    /// By its name.
    Function(String),
}

impl Links {
    /// Reads a program as the linker wrote it with `--emit-relocs`, before wasm-bindgen changed it.
    ///
    /// # Errors
    /// If the file cannot be read, or does not say what refers to what.
    pub fn read(linked: &[u8]) -> Result<Self> {
        let file = LinkedFile::read(linked)?;
        ensure!(
            !file.symbols.is_empty() && !file.code.entries.is_empty(),
            "the linker wrote no relocations; link with --emit-relocs"
        );
        let mut links = Self {
            constants: constants(&file)?,
            ..Self::default()
        };
        for body in 0..file.bodies.len() {
            let name = function_name(&file, file.imported_functions + body);
            links.functions.entry(name).or_default();
        }
        for entry in &file.code.entries {
            if let Some(target) = links.target(&file, entry)? {
                let at = file.code.start + entry.offset as usize;
                let body = file.bodies.partition_point(|it| it.end <= at);
                let name = function_name(&file, file.imported_functions + body);
                links.functions.entry(name).or_default().push(target);
            }
        }
        for entry in &file.data.entries {
            if let Some(target) = links.target(&file, entry)? {
                let at = file.address(file.data.start + entry.offset as usize)?;
                match links.constant_at(at) {
                    Some(constant) => links.constants[constant].targets.push(target),
                    None => links.rest.push(target),
                }
            }
        }
        Ok(links)
    }

    /// What a function's code refers to, other than by calling it.
    pub(crate) fn of_function(&self, name: &str) -> &[Target] {
        self.function(name).map_or(&[], Vec::as_slice)
    }

    /// Whether the linker wrote a function of this name.
    pub(crate) fn knows(&self, name: &str) -> bool {
        self.function(name).is_some()
    }

    fn function(&self, name: &str) -> Option<&Vec<Target>> {
        let exact = self.functions.get(name);
        exact.or_else(|| self.functions.get(unnumbered(name)))
    }

    pub(crate) fn constant_at(&self, at: Address) -> Option<usize> {
        let next = self.constants.partition_point(|it| it.place.start <= at);
        let before = next.checked_sub(1)?;
        self.constants[before].place.contains(&at).then_some(before)
    }

    fn target(&self, file: &LinkedFile, entry: &RelocationEntry) -> Result<Option<Target>> {
        let symbol = || {
            let symbol = file.symbols.get(entry.index as usize);
            symbol.context("a relocation has no symbol")
        };
        Ok(match entry.ty {
            Of::MemoryAddrLeb | Of::MemoryAddrSleb | Of::MemoryAddrI32 => {
                let place = file.place(symbol()?)?;
                let constant = place.and_then(|place| self.constant_at(place.start));
                constant.map(Target::Constant)
            }
            Of::TableIndexSleb | Of::TableIndexI32 => {
                let SymbolInfo::Func { index, .. } = symbol()? else {
                    bail!("the address of a function has no function");
                };
                Some(Target::Function(function_name(file, *index as usize)))
            }
            // Calls, types and globals are in the finished program, too.
            Of::FunctionIndexLeb | Of::TypeIndexLeb | Of::GlobalIndexLeb | Of::TableNumberLeb => {
                None
            }
            other => bail!("the linker wrote a relocation that is not expected: {other:?}"),
        })
    }

    #[cfg(test)]
    pub(crate) fn of_functions(functions: &[(&str, &[&str])]) -> Self {
        let targets = |names: &[&str]| {
            let names = names
                .iter()
                .map(|name| Target::Function((*name).to_owned()));
            names.collect()
        };
        let functions = functions.iter();
        let functions = functions.map(|(name, uses)| ((*name).to_owned(), targets(uses)));
        Self {
            functions: functions.collect(),
            ..Self::default()
        }
    }
}

/// What several symbols share is one constant.
fn constants(file: &LinkedFile) -> Result<Vec<Constant>> {
    let mut places = Vec::new();
    for symbol in &file.symbols {
        places.extend(file.place(symbol)?.filter(|place| !place.is_empty()));
    }
    places.sort_by_key(|it| it.start);
    let mut constants: Vec<Constant> = Vec::new();
    for place in places {
        match constants.last_mut() {
            Some(last) if last.place.end > place.start => {
                last.place.end = last.place.end.max(place.end);
            }
            _ => constants.push(Constant {
                is_read_only: is_read_only(file, place.start),
                place,
                targets: Vec::new(),
            }),
        }
    }
    Ok(constants)
}

fn is_read_only(file: &LinkedFile, at: Address) -> bool {
    let mut segments = file.segments.iter();
    let segment = segments.find(|it| it.place.contains(&at));
    segment.is_some_and(|it| it.name.starts_with(".rodata"))
}

/// The name as wasm-bindgen writes it: without the hash at the end of an export, `open_0123456789abcdef`.
fn function_name(file: &LinkedFile, index: usize) -> String {
    let name = file.function_names.get(&index).copied();
    let name = name.unwrap_or_default();
    let is_hash = |it: &str| it.len() == 16 && it.bytes().all(|it| it.is_ascii_hexdigit());
    let export = name.rsplit_once('_').filter(|(_, hash)| is_hash(hash));
    match export {
        Some((export, _)) if file.exported_functions.contains(&index) => export.to_owned(),
        _ => rustc_demangle::demangle(name).to_string(),
    }
}

/// The name of a function without the number, `[1]`, that wasm-bindgen adds to the second of a name.
pub(crate) fn unnumbered(name: &str) -> &str {
    let parts = name.strip_suffix(']').and_then(|it| it.rsplit_once('['));
    let is_number = |number: &str| number.bytes().all(|it| it.is_ascii_digit());
    let plain = parts.filter(|(_, number)| is_number(number));
    plain.map_or(name, |(plain, _)| plain)
}
