//! Makes the program as small as possible: removes what it never uses, then runs wasm-opt.
//!
//! Sizes here are bytes of the first download under brotli; `cargo xtask build` prints it.

use super::chunks::CHUNKS;
use anyhow::{Context as _, Result, anyhow};
use atlas_wasm_split::{Chunk, Links, without_hashes};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, FunctionBuilder, FunctionId, FunctionKind, Module, passes};
use xshell::{Shell, cmd};

/// Parts of the names of functions that format panic messages. A program that traps shows its own message
/// (`public/loader.js`), so these bodies, and the formatting they call, are removed: 2,120 bytes.
const WORDING_A_PANIC: [&str; 9] = [
    "core::panicking::panic_",
    "core::slice::index::slice_",
    "core::str::slice_error_fail",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::result::unwrap_failed",
    "alloc::raw_vec::handle_error",
    "alloc::alloc::handle_alloc_error",
    "std::thread::local::panic_access_error",
];

/// The WebAssembly features that the compiler and wasm-bindgen use: all recent browsers have them.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// Chosen by measurement: flattening and new control flow prepare two rounds of shrinking, and save 261
/// bytes. Nothing is in the first kilobyte of memory, the far end of the stack.
const PASSES: [&str; 10] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--low-memory-unused",
    "--converge",
    KEEP_ZEROS,
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// A separate second round saves another third of a kilobyte after compression.
const ANOTHER_ROUND: [&str; 5] = [KEEP_ZEROS, "--flatten", "--rereloop", "-Oz", "-Oz"];

/// Compression makes less of a run of zeros than of the start of another segment of memory: 619 bytes.
const KEEP_ZEROS: &str = "--skip-pass=memory-packing";

const PROGRAM: &str = "project-atlas_bg.wasm";
const GLUE: &str = "project-atlas.js";

/// Exports of a library that streams request bodies, even if nothing uses it. With [`UNUSED_LIBRARY`],
/// 1,357 bytes.
const UNUSED_EXPORTS: &str = "intounderlying";
/// The library's functions, which the function table still contains but nothing calls.
const UNUSED_LIBRARY: &str = "wasm_streams::";

/// The sections that only [`Links`] reads, and one that a library adds for another splitter.
const LINKING: &str = "linking";
const RELOCATIONS: &str = "reloc.";
const UNUSED_SECTION: &str = "__wasm_split_unstable";

/// `linked` is the program as the linker wrote it.
pub(crate) fn optimise(folder: &Path, linked: &Path, optimisers: &Path) -> Result<()> {
    let program = folder.join(PROGRAM);
    let bytes = fs::read(&program).with_context(|| format!("cannot read {}", program.display()))?;
    let glue = folder.join(GLUE);
    let script = fs::read_to_string(&glue)?;
    let (slimmer, script) =
        slim(&bytes, &script).context("the program could not be made smaller")?;
    fs::write(&glue, script)?;
    let linked = fs::read(linked).with_context(|| format!("cannot read {}", linked.display()))?;
    let links = Links::read(&linked)?;
    let (rest, parts) = atlas_wasm_split::split(&slimmer, &links, &CHUNKS)
        .context("the program could not be split")?;
    let parts = CHUNKS.iter().map(chunk_file).zip(parts);
    let wasm_opt = optimisers.join(if cfg!(windows) {
        "wasm-opt.cmd"
    } else {
        "wasm-opt"
    });
    let shell = Shell::new()?;
    for (name, bytes) in std::iter::once((PROGRAM.to_owned(), rest)).chain(parts) {
        let file = folder.join(name);
        fs::write(&file, bytes)?;
        cmd!(
            shell,
            "{wasm_opt} {FEATURES...} {PASSES...} {file} -o {file}"
        )
        .quiet()
        .run()
        .context("wasm-opt could not read the program")?;
        cmd!(
            shell,
            "{wasm_opt} {FEATURES...} {ANOTHER_ROUND...} {file} -o {file}"
        )
        .quiet()
        .run()
        .context("wasm-opt could not read its own output")?;
    }
    Ok(())
}

pub(crate) fn keep_whole(folder: &Path) -> Result<()> {
    for chunk in &CHUNKS {
        fs::write(folder.join(chunk_file(chunk)), b"\0asm\x01\0\0\0")?;
    }
    Ok(())
}

fn chunk_file(chunk: &Chunk) -> String {
    format!("{}.wasm", chunk.name)
}

fn slim(bytes: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut module = Module::from_buffer(bytes).map_err(|why| anyhow!("{why}"))?;
    let unused: Vec<_> = module
        .exports
        .iter()
        .filter(|export| export.name.contains(UNUSED_EXPORTS))
        .map(walrus::Export::id)
        .collect();
    for export in unused {
        module.exports.delete(export);
    }
    let silenced: Vec<FunctionId> = module
        .funcs
        .iter_local()
        .filter(|(id, _)| {
            let name = module.funcs.get(*id).name.as_deref().map(without_hashes);
            let mut silent = WORDING_A_PANIC.iter().chain([&UNUSED_LIBRARY]);
            name.is_some_and(|name| silent.any(|part| name.contains(part)))
        })
        .map(|(id, _)| id)
        .collect();
    for id in silenced {
        end_at_once(&mut module, id);
    }
    let unused: Vec<_> = module
        .customs
        .iter()
        .filter(|(_, section)| {
            let name = section.name();
            [LINKING, UNUSED_SECTION].contains(&name) || name.starts_with(RELOCATIONS)
        })
        .map(|(id, _)| id)
        .collect();
    for id in unused {
        module.customs.delete(id);
    }
    let data: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in data {
        let data = module.data.get_mut(id);
        if let DataKind::Active {
            offset: ConstExpr::Value(Value::I32(start)),
            ..
        } = &data.kind
        {
            blank_source_locations(&mut data.value, *start as usize);
        }
    }
    passes::gc::run(&mut module);
    let glue = shorten_names(&mut module, glue);
    Ok((module.emit_wasm(), glue))
}

/// Shortens the names of imports and exports: wasm-bindgen's contain hashes, which do not compress. It
/// takes 2,356 of 7,256 bytes off the script (brotli), and as many names out of the program.
fn shorten_names(module: &mut Module, glue: &str) -> String {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut shorter = |name: &str| {
        let next = format!("${}", atlas_wasm_split::short_name(names.len()));
        names.entry(name.to_owned()).or_insert(next).clone()
    };
    for import in module.imports.iter_mut() {
        import.name = shorter(&import.name);
    }
    for export in module.exports.iter_mut() {
        if ["wasm_bindgen_", "__wbindgen_", "__externref_"]
            .iter()
            .any(|it| export.name.starts_with(it))
        {
            export.name = shorter(&export.name);
        }
    }
    let mut out = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(first) = rest.chars().next() {
        let in_word = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '$';
        let word = rest.find(|it| !in_word(it)).unwrap_or(rest.len());
        let length = word.max(if word == 0 { first.len_utf8() } else { 0 });
        let (part, after) = rest.split_at(length);
        out.push_str(names.get(part).map_or(part, String::as_str));
        rest = after;
    }
    out
}

const SOURCE_PATHS: [&[u8]; 7] = [
    b"/rustc/",
    b"/rust/deps/",
    b"rust/library/",
    b"crates/index.",
    b"engine/src/",
    b"i18n/src/",
    b"src/",
];

/// Blanks the places in source files that only panic messages would show, 1,750 bytes: the paths of the
/// files, and what names a path, a line and a column. The data begins at an address.
fn blank_source_locations(data: &mut [u8], start: usize) {
    const LOCATION: usize = 4 * size_of::<u32>();
    let paths = blank_source_paths(data);
    let is_path = |location: &[u8]| {
        let word =
            |at: usize| Some(u32::from_le_bytes(*location.get(at..)?.first_chunk()?) as usize);
        let path = word(0).and_then(|it| it.checked_sub(start)).zip(word(4));
        path.is_some_and(|(from, length)| paths.contains(&(from, length)))
    };
    let mut at = start.next_multiple_of(4) - start;
    while let Some(location) = data.get_mut(at..at + LOCATION) {
        if is_path(location) {
            location.fill(0);
        }
        at += 4;
    }
}

/// Returns where the paths began, with their lengths.
fn blank_source_paths(data: &mut [u8]) -> BTreeSet<(usize, usize)> {
    const END: &[u8] = b".rs";
    let mut paths = BTreeSet::new();
    let mut at = 0;
    while let Some(rest) = data.get(at..) {
        let begins = SOURCE_PATHS.iter().any(|path| rest.starts_with(path));
        let in_path = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
        let run = rest.iter().take_while(|byte| in_path(byte)).count();
        let end = rest[..run].windows(END.len()).position(|it| it == END);
        match end.filter(|_| begins) {
            Some(end) => {
                let path = at..at + end + END.len();
                data[path.clone()].fill(0);
                at = path.end;
                paths.insert((path.start, path.len()));
            }
            None if rest.is_empty() => break,
            None => at += 1,
        }
    }
    paths
}

fn end_at_once(module: &mut Module, id: FunctionId) {
    let (takes, gives) = module.types.params_results(module.funcs.get(id).ty());
    let (takes, gives) = (takes.to_vec(), gives.to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &takes, &gives);
    builder.func_body().unreachable();
    let arguments = takes.iter().map(|kind| module.locals.add(*kind)).collect();
    let body = builder.local_func(arguments);
    let function = module.funcs.get_mut(id);
    function.kind = FunctionKind::Local(body);
    // Without the name, nothing that its code referred to is kept for it.
    function.name = None;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crate_hashes_are_removed_from_names() {
        assert_eq!(
            without_hashes("core[c5930c85a12de822]::slice::index::slice_index_fail"),
            "core::slice::index::slice_index_fail"
        );
    }

    #[test]
    fn program_and_glue_agree_on_shorter_names() {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        module.add_import_func("./glue.js", "__wbg_now_0123", kind);
        let glue = "{ __wbg_now_0123: function() {}, __wbg_now_01234: 1, \"é\": now }";
        let glue = shorten_names(&mut module, glue);
        assert_eq!(
            glue,
            "{ $a: function() {}, __wbg_now_01234: 1, \"é\": now }"
        );
        let import = module.imports.iter().next().unwrap();
        assert_eq!(
            (import.module.as_str(), import.name.as_str()),
            ("./glue.js", "$a")
        );
    }

    #[test]
    fn only_source_file_paths_are_blanked() {
        let mut data =
            b"countryengine/src/map/clip.rsone/two.rscrates/index.x/y-0.1/z.rs!".to_vec();
        blank_source_paths(&mut data);
        let left: Vec<u8> = data.into_iter().filter(|byte| *byte != 0).collect();
        assert_eq!(left, b"countryone/two.rs!");
    }

    #[test]
    fn a_place_in_a_source_file_is_blanked() {
        const START: usize = 1022;
        let path = b"src/a.rs";
        let words = |numbers: [usize; 4]| numbers.map(|it| (it as u32).to_le_bytes()).concat();
        let location = words([START, path.len(), 10, 20]);
        let of_a_part = words([START, path.len() - 1, 10, 20]);
        let mut data = [path.as_slice(), b"..", &location, &of_a_part].concat();
        blank_source_locations(&mut data, START);
        let expected = [[0; 8].as_slice(), b"..", &[0; 16], &of_a_part].concat();
        assert_eq!(data, expected);
    }

    #[test]
    fn a_panic_traps_without_a_message() {
        let mut module = Module::default();
        let mut wordy = FunctionBuilder::new(&mut module.types, &[], &[]);
        wordy.name("core::panicking::panic_fmt".to_owned());
        wordy.func_body().i32_const(7).drop();
        let wordy = wordy.finish(vec![], &mut module.funcs);
        module.exports.add("intounderlyingsource_pull", wordy);
        module.exports.add("run", wordy);
        let slimmer = Module::from_buffer(&slim(&module.emit_wasm(), "").unwrap().0).unwrap();
        let names: Vec<&str> = slimmer.exports.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["run"]);
        let (_, function) = slimmer.funcs.iter_local().next().unwrap();
        let body = function.block(function.entry_block());
        assert!(matches!(
            body.instrs[0].0,
            walrus::ir::Instr::Unreachable(_)
        ));
    }
}
