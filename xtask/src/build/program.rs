//! The program made as small as can be: what it never uses goes, then wasm-opt has its turn.

use super::pieces::{self, PIECES, Piece};
use anyhow::{Context as _, Result, anyhow};
use std::collections::{BTreeMap, BTreeSet};
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
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
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

/// A round of its own takes another third of a kilobyte off what is compressed.
const ANOTHER_ROUND: [&str; 4] = ["--flatten", "--rereloop", "-Oz", "-Oz"];

/// What Trunk calls the program, and the script that gives it the browser.
const PROGRAM: &str = "project-atlas_bg.wasm";
const GLUE: &str = "project-atlas.js";

/// How a function that the glue gives the program begins there, and ends.
const ENTRY: &str = "        ";
const END_OF_ENTRY: &str = "        },";

/// Exported by a library that streams request bodies, whether or not anything does.
const UNUSED_EXPORTS: &str = "intounderlying";
/// That library's functions. The program's table names them still, but nothing calls them any more.
const UNUSED_LIBRARY: &str = "wasm_streams::";

/// Makes the program in a folder smaller, with `wasm-opt` from the folder of optimisers, and parts
/// it into pieces.
pub(crate) fn optimise(folder: &Path, optimisers: &Path) -> Result<()> {
    let program = folder.join(PROGRAM);
    let bytes = fs::read(&program).with_context(|| format!("cannot read {}", program.display()))?;
    let glue = folder.join(GLUE);
    let script = fs::read_to_string(&glue)?;
    let (slimmer, script) =
        slim(&bytes, &script).context("the program could not be made smaller")?;
    fs::write(&glue, as_factory(&script)?)?;
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
        cmd!(
            shell,
            "{wasm_opt} {FEATURES...} {ANOTHER_ROUND...} {file} -o {file}"
        )
        .quiet()
        .run()
        .context("wasm-opt could not read what it wrote")?;
    }
    Ok(())
}

/// Leaves the program whole: its pieces are modules with nothing in them.
pub(crate) fn keep_whole(folder: &Path) -> Result<()> {
    let glue = folder.join(GLUE);
    fs::write(&glue, as_factory(&fs::read_to_string(&glue)?)?)?;
    for piece in &PIECES {
        fs::write(folder.join(piece_file(piece)), b"\0asm\x01\0\0\0")?;
    }
    Ok(())
}

fn piece_file(piece: &Piece) -> String {
    format!("{}.wasm", piece.name)
}

/// The glue as a function that makes a program of its own each time it is called, with the object
/// by which it and the loader talk: several atlases can be open on one page. What it gives starts a
/// compiled module, and gives what that exports.
fn as_factory(glue: &str) -> Result<String> {
    // What follows fetches and compiles, which is the loader's business.
    let (kept, _) = glue
        .split_once("async function __wbg_load(")
        .context("the glue is not as wasm-bindgen used to write it")?;
    let kept = kept.replace("export class ", "class ");
    Ok([
        "export default (atlasStart) => {\n",
        &kept,
        "return async (module) => {\n",
        "    const instance = await WebAssembly.instantiate(module, __wbg_get_imports());\n",
        "    return __wbg_finalize_init(instance, module);\n};\n};\n",
    ]
    .concat())
}

/// The program and its glue without what is never used.
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
    let data: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in data {
        blank_source_paths(&mut module.data.get_mut(id).value);
    }
    passes::gc::run(&mut module);
    let glue = without_unused(&module, glue);
    let glue = shorten_names(&mut module, &glue);
    Ok((module.emit_wasm(), glue))
}

/// The glue without the functions that the program no longer takes from it.
fn without_unused(module: &Module, glue: &str) -> String {
    let taken: BTreeSet<&str> = module.imports.iter().map(|it| it.name.as_str()).collect();
    let mut kept = String::with_capacity(glue.len());
    let mut dropping = false;
    for line in glue.split_inclusive('\n') {
        // As wasm-bindgen writes them: `        name: function(arg0) {` to `        },`.
        let entry = line.strip_prefix(ENTRY).and_then(|it| it.split_once(':'));
        if let Some((name, _)) = entry.filter(|(name, _)| name.starts_with("__wb")) {
            dropping = !taken.contains(name);
        }
        if !dropping {
            kept.push_str(line);
        }
        if line.trim_end() == END_OF_ENTRY {
            dropping = false;
        }
    }
    kept
}

/// Gives short names to what the program and its glue take from each other. wasm-bindgen's own
/// hold hashes, which no compression makes shorter.
fn shorten_names(module: &mut Module, glue: &str) -> String {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut shorter = |name: &str| {
        let next = format!("${}", pieces::short_name(names.len()));
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

/// Source files that a panic would name, by how their paths begin.
const SOURCE_PATHS: [&[u8]; 7] = [
    b"/rustc/",
    b"/rust/deps/",
    b"rust/library/",
    b"crates/index.",
    b"engine/src/",
    b"i18n/src/",
    b"src/",
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
    fn the_glue_keeps_what_the_program_takes() {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        module.add_import_func("./glue.js", "__wbg_now_0123", kind);
        let now = "        __wbg_now_0123: function() {\n            return {\n            },\n        },\n";
        let gone = "        __wbg_gone_45: function(arg0) {\n            arg0();\n        },\n";
        let around = ["    return {\n", "    };\n"];
        let glue = [around[0], gone, now, gone, around[1]].concat();
        let kept = without_unused(&module, &glue);
        assert_eq!(kept, [around[0], now, around[1]].concat());
    }

    #[test]
    fn the_glue_becomes_a_function_that_makes_programs() {
        let glue = "export class Stream {}\nlet wasm;\nasync function __wbg_load(module) {}\n\
                    export { initSync, __wbg_init as default };";
        let factory = as_factory(glue).unwrap();
        assert!(
            factory.starts_with("export default (atlasStart) => {\nclass Stream {}\nlet wasm;\n")
        );
        assert_eq!(factory.matches("export").count(), 1);
        assert!(as_factory("let wasm;").is_err());
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
