//! The program made as small as can be: what it never uses goes, then wasm-opt has its turn.

use super::pieces::{self, PIECES, Piece};
use anyhow::{Context as _, Result, anyhow};
use std::fs;
use std::path::Path;
use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module, passes};
use xshell::{Shell, cmd};

/// What the standard library does on its way to a panic, by parts of its functions' names: it
/// words a message. In a page nobody reads that message; the program ends the same without it.
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

/// What the compiler and wasm-bindgen use of WebAssembly: all browsers of the last years have it.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Measured against one another: flat code and a new control flow make way for two rounds of
/// shrinking. No object lies in the first kilobyte of memory: it is the far end of the stack.
const PASSES: [&str; 9] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--low-memory-unused",
    "--converge",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// What Trunk calls the program.
const PROGRAM: &str = "project-atlas_bg.wasm";

/// Exported by a library that streams request bodies, whether or not anything does.
const UNUSED_EXPORTS: &str = "intounderlying";

/// Makes the program in a folder smaller, with `wasm-opt` from the folder of optimisers, and parts
/// it into pieces.
pub(crate) fn optimise(folder: &Path, optimisers: &Path) -> Result<()> {
    let program = folder.join(PROGRAM);
    let bytes = fs::read(&program).with_context(|| format!("cannot read {}", program.display()))?;
    let slimmer = slim(&bytes).context("the program could not be made smaller")?;
    let (rest, parts) =
        pieces::split(&slimmer, &PIECES).context("the program could not be parted")?;
    let parts = PIECES.iter().map(piece_file).zip(parts);
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
    }
    Ok(())
}

/// Leaves the program whole: its pieces are modules with nothing in them.
pub(crate) fn keep_whole(folder: &Path) -> Result<()> {
    for piece in &PIECES {
        fs::write(folder.join(piece_file(piece)), b"\0asm\x01\0\0\0")?;
    }
    Ok(())
}

fn piece_file(piece: &Piece) -> String {
    format!("{}.wasm", piece.name)
}

fn slim(bytes: &[u8]) -> Result<Vec<u8>> {
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
            name.is_some_and(|name| WORDING_A_PANIC.iter().any(|part| name.contains(part)))
        })
        .map(|(id, _)| id)
        .collect();
    for id in silenced {
        end_at_once(&mut module, id);
    }
    let data: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in data {
        blank_source_paths(&mut module.data.get_mut(id).value);
    }
    passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

/// Source files that a panic would name, by how their paths begin.
const SOURCE_PATHS: [&[u8]; 8] = [
    b"/rustc/",
    b"/rust/deps/",
    b"rust/library/",
    b"crates/index.",
    b"engine/src/",
    b"src/browser/",
    b"src/view/",
    b"words/src/",
];

/// Blanks the paths of source files: no panic is worded, so nobody reads them.
fn blank_source_paths(data: &mut [u8]) {
    const END: &[u8] = b".rs";
    let mut at = 0;
    while let Some(rest) = data.get(at..) {
        let begins = SOURCE_PATHS.iter().any(|path| rest.starts_with(path));
        let in_path = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
        let run = rest.iter().take_while(|byte| in_path(byte)).count();
        let end = rest[..run].windows(END.len()).position(|it| it == END);
        match end.filter(|_| begins) {
            Some(end) => {
                data[at..at + end + END.len()].fill(0);
                at += end + END.len();
            }
            None if rest.is_empty() => return,
            None => at += 1,
        }
    }
}

/// Leaves nothing of a function but the end of the program.
fn end_at_once(module: &mut Module, id: FunctionId) {
    let (takes, gives) = module.types.params_results(module.funcs.get(id).ty());
    let (takes, gives) = (takes.to_vec(), gives.to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &takes, &gives);
    builder.func_body().unreachable();
    let arguments = takes.iter().map(|kind| module.locals.add(*kind)).collect();
    let body = builder.local_func(arguments);
    module.funcs.get_mut(id).kind = FunctionKind::Local(body);
}

/// A name such as `core[c5930c85a12de822]::slice` as `core::slice`.
pub(super) fn without_hashes(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut depth = 0_usize;
    for letter in name.chars() {
        match letter {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hashes_of_crates_are_left_out_of_names() {
        assert_eq!(
            without_hashes("core[c5930c85a12de822]::slice::index::slice_index_fail"),
            "core::slice::index::slice_index_fail"
        );
    }

    #[test]
    fn paths_of_source_files_are_blanked_and_nothing_else() {
        let mut data =
            b"countryengine/src/map/clip.rsone/two.rscrates/index.x/y-0.1/z.rs!".to_vec();
        blank_source_paths(&mut data);
        let left: Vec<u8> = data.into_iter().filter(|byte| *byte != 0).collect();
        assert_eq!(left, b"countryone/two.rs!");
    }

    #[test]
    fn a_panic_ends_the_program_without_words() {
        let mut module = Module::default();
        let mut wordy = FunctionBuilder::new(&mut module.types, &[], &[]);
        wordy.name("core::panicking::panic_fmt".to_owned());
        wordy.func_body().i32_const(7).drop();
        let wordy = wordy.finish(vec![], &mut module.funcs);
        module.exports.add("intounderlyingsource_pull", wordy);
        module.exports.add("run", wordy);
        let slimmer = Module::from_buffer(&slim(&module.emit_wasm()).unwrap()).unwrap();
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
