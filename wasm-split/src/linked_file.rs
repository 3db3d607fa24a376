//! The parts of the linker's file that say what refers to what.

use crate::chunk::Address;
use anyhow::{Context as _, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use wasmparser::{
    CustomSectionReader, Data, DataKind, ExternalKind, KnownCustom, Linking, Name, Operator,
    Parser, Payload, RelocationEntry, SymbolFlags, SymbolInfo, TypeRef,
};

#[derive(Default)]
pub(crate) struct LinkedFile<'a> {
    pub segments: Vec<Segment<'a>>,
    /// Where the code of each function is in the file; imported functions have none.
    pub bodies: Vec<Range<usize>>,
    pub imported_functions: usize,
    pub exported_functions: BTreeSet<usize>,
    pub function_names: BTreeMap<usize, &'a str>,
    pub symbols: Vec<SymbolInfo<'a>>,
    pub code: Relocations,
    pub data: Relocations,
}

/// What a section refers to.
#[derive(Default)]
pub(crate) struct Relocations {
    /// Where the section is in the file; each entry's place is counted from there.
    pub start: usize,
    pub entries: Vec<RelocationEntry>,
}

/// A part of memory that the program fills at its start.
pub(crate) struct Segment<'a> {
    pub name: &'a str,
    pub place: Range<Address>,
    /// Where it is in the file.
    in_file: Range<usize>,
}

impl<'a> LinkedFile<'a> {
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut file = Self::default();
        // The positions of the sections with code and data, and what all sections refer to.
        let (mut code, mut data) = (None, None);
        let mut relocations = BTreeMap::new();
        let mut segment_names = BTreeMap::new();
        let mut position = 0;
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload?;
            match &payload {
                Payload::ImportSection(imports) => {
                    for import in imports.clone().into_imports() {
                        let is_function = matches!(import?.ty, TypeRef::Func(_));
                        file.imported_functions += usize::from(is_function);
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports.clone() {
                        let export = export?;
                        if export.kind == ExternalKind::Func {
                            file.exported_functions.insert(export.index as usize);
                        }
                    }
                }
                Payload::CodeSectionStart { range, .. } => {
                    file.code.start = range.start;
                    code = Some(position);
                }
                Payload::CodeSectionEntry(body) => file.bodies.push(body.range()),
                Payload::DataSection(section) => {
                    file.data.start = section.range().start;
                    data = Some(position);
                    let segments = section.clone().into_iter();
                    file.segments = segments
                        .map(|it| Segment::read(&it?))
                        .collect::<Result<_>>()?;
                }
                Payload::CustomSection(section) => {
                    file.read_custom(section, &mut relocations, &mut segment_names)?;
                }
                _ => {}
            }
            // A payload can also be a part of a section.
            position += usize::from(payload.as_section().is_some());
        }
        let mut of = |position: Option<usize>| position.and_then(|it| relocations.remove(&it));
        file.code.entries = of(code).unwrap_or_default();
        file.data.entries = of(data).unwrap_or_default();
        for (at, segment) in file.segments.iter_mut().enumerate() {
            segment.name = segment_names.get(&at).copied().unwrap_or_default();
        }
        Ok(file)
    }

    fn read_custom(
        &mut self,
        section: &CustomSectionReader<'a>,
        relocations: &mut BTreeMap<usize, Vec<RelocationEntry>>,
        segment_names: &mut BTreeMap<usize, &'a str>,
    ) -> Result<()> {
        match section.as_known() {
            KnownCustom::Name(kinds) => {
                for names in kinds {
                    let (names, all) = match names? {
                        Name::Function(names) => (names, &mut self.function_names),
                        Name::Data(names) => (names, &mut *segment_names),
                        _ => continue,
                    };
                    for name in names {
                        let name = name?;
                        all.insert(name.index as usize, name.name);
                    }
                }
            }
            KnownCustom::Linking(parts) => {
                for part in parts.subsections() {
                    if let Linking::SymbolTable(symbols) = part? {
                        self.symbols = symbols.into_iter().collect::<Result<_, _>>()?;
                    }
                }
            }
            KnownCustom::Reloc(section) => {
                let entries = section.entries().into_iter();
                let entries = entries.collect::<Result<_, _>>()?;
                relocations.insert(section.section_index() as usize, entries);
            }
            _ => {}
        }
        Ok(())
    }

    /// The place of a static value; `None` for what is none, such as a function.
    pub(crate) fn place(&self, symbol: &SymbolInfo) -> Result<Option<Range<Address>>> {
        let SymbolInfo::Data { flags, symbol, .. } = symbol else {
            return Ok(None);
        };
        let Some(symbol) = symbol.filter(|_| !flags.contains(SymbolFlags::ABSOLUTE)) else {
            return Ok(None);
        };
        let segment = self.segments.get(symbol.index as usize);
        let segment = segment.context("a symbol is in no segment")?;
        let start = segment.place.start + symbol.offset;
        Ok(Some(start..start + symbol.size))
    }

    /// The address of what is at a place in the file.
    pub(crate) fn address(&self, in_file: usize) -> Result<Address> {
        let mut segments = self.segments.iter();
        let segment = segments.find(|it| it.in_file.contains(&in_file));
        let segment = segment.context("a relocation is in no segment")?;
        Ok(segment.place.start + (in_file - segment.in_file.start) as Address)
    }
}

impl Segment<'_> {
    fn read(data: &Data<'_>) -> Result<Self> {
        let DataKind::Active { offset_expr, .. } = &data.kind else {
            bail!("the program fills memory by code");
        };
        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
            bail!("a segment of memory has no constant address");
        };
        let start = value as Address;
        Ok(Self {
            name: "",
            place: start..start + data.data.len() as Address,
            in_file: data.range.end - data.data.len()..data.range.end,
        })
    }
}
