//! Splits a WebAssembly program compiled from Rust into what is needed at once and chunks that are
//! fetched later. The README describes what it needs from the compiler.

mod chunk;
mod linked_file;
mod links;
mod module;
mod partition;
mod parts;
mod plan;
mod symbol;
mod uses;

pub use chunk::Chunk;
pub use links::Links;
pub use symbol::{short_name, without_hashes};

use anyhow::{Result, anyhow};
use plan::Plan;
use walrus::Module;

/// Splits a program, which must contain its functions' names; returns the rest of it and the chunks. `links`
/// are those of the program before wasm-bindgen changed it.
///
/// # Errors
/// If the program cannot be read or has no function table, or if a call bypasses a chunk's entries.
pub fn split(bytes: &[u8], links: &Links, chunks: &[Chunk]) -> Result<(Vec<u8>, Vec<Vec<u8>>)> {
    let plan = Plan::of(&parsed(bytes)?, links, chunks)?;
    let parts = (0..chunks.len()).map(|chunk| plan.chunk(parsed(bytes)?, chunk));
    let parts = parts.collect::<Result<Vec<_>>>()?;
    let program = plan.program(parsed(bytes)?)?;
    Ok((program, parts))
}

fn parsed(bytes: &[u8]) -> Result<Module> {
    Module::from_buffer(bytes).map_err(|why| anyhow!("{why}"))
}

#[cfg(test)]
mod tests {
    use super::chunk::PROGRAM;
    use super::module::{function_table, functions, slots};
    use super::*;
    use std::collections::BTreeSet;
    use walrus::ir::Value;
    use walrus::{
        ConstExpr, ElementItems, ElementKind, FunctionBuilder, FunctionId, RefType, ValType,
    };

    const LATER: Chunk = Chunk {
        name: "later",
        modules: &["app::later::"],
        is_for_all: false,
        entries: &["app::later::entry"],
    };

    /// `run` calls the chunk's entry and a function that both need; the table holds the chunk's closure.
    fn program(called: &str) -> Vec<u8> {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        let function = |module: &mut Module, name: &str, calls: &[FunctionId]| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            builder.name(name.to_owned());
            let mut body = builder.func_body();
            for called in calls {
                body.call(*called).drop();
            }
            body.i32_const(name.len() as i32);
            builder.finish(vec![], &mut module.funcs)
        };
        let shared = function(&mut module, "core::shared", &[]);
        let own = function(&mut module, "core::used_by_the_chunk_alone", &[]);
        let entry = function(&mut module, called, &[shared, own]);
        let closure = function(&mut module, "app::later::list::{closure#0}", &[entry]);
        let callback = function(&mut module, "app::run::{closure#0}", &[]);
        let run = function(&mut module, "app::run", &[shared, entry]);
        module.exports.add("run", run);
        let table = module.tables.add_local(false, 3, Some(3), RefType::FUNCREF);
        let kind = ElementKind::Active {
            table,
            offset: ConstExpr::Value(Value::I32(1)),
        };
        let items = ElementItems::Functions(vec![closure, callback]);
        let segment = module.elements.add(kind, items);
        module.tables.get_mut(table).elem_segments.insert(segment);
        module.emit_wasm()
    }

    /// The linker knows all functions, and that the last chunk's closure is only used by its entry.
    fn links() -> Links {
        Links::of_functions(&[
            ("app::run", &["app::run::{closure#0}"]),
            ("app::run::{closure#0}", &[]),
            ("app::later::entry", &["app::later::list::{closure#0}"]),
            ("app::later::side_door", &["app::later::list::{closure#0}"]),
            ("app::later::list::{closure#0}", &[]),
            ("core::shared", &[]),
            ("core::used_by_the_chunk_alone", &[]),
        ])
    }

    fn names(bytes: &[u8]) -> BTreeSet<String> {
        let module = parsed(bytes).unwrap();
        let local = module.funcs.iter_local();
        let names = local.filter_map(|(id, _)| module.funcs.get(id).name.clone());
        names.collect()
    }

    #[test]
    fn functions_that_only_a_chunk_needs_move_into_it() {
        let (rest, parts) = split(&program("app::later::entry"), &links(), &[LATER]).unwrap();
        let here = names(&rest);
        for stays in ["app::run", "app::run::{closure#0}", "core::shared"] {
            assert!(here.contains(stays), "{stays} in {here:?}");
        }
        let there = names(&parts[0]);
        let moved = [
            "app::later::entry",
            "app::later::list::{closure#0}",
            "core::used_by_the_chunk_alone",
        ];
        assert_eq!(there, moved.map(str::to_owned).into());
        assert!(!here.contains(moved[1]) && !here.contains(moved[2]));
    }

    #[test]
    fn the_program_exports_everything_that_a_chunk_imports() {
        let (rest, parts) = split(&program("app::later::entry"), &links(), &[LATER]).unwrap();
        let rest = parsed(&rest).unwrap();
        let part = parsed(&parts[0]).unwrap();
        let exported: BTreeSet<&str> = rest.exports.iter().map(|it| it.name.as_str()).collect();
        assert!(part.imports.iter().count() >= 2);
        for import in part.imports.iter() {
            assert_eq!(import.module, PROGRAM);
            assert!(exported.contains(import.name.as_str()), "{}", import.name);
        }
        let size = |module: &Module| module.tables.get(function_table(module).unwrap()).initial;
        assert_eq!((size(&rest), size(&part)), (4, 4));
    }

    #[test]
    fn a_chunk_fills_only_its_own_table_slots() {
        let (_, parts) = split(&program("app::later::entry"), &links(), &[LATER]).unwrap();
        let part = parsed(&parts[0]).unwrap();
        let positions = functions(&part);
        let at = |id: &FunctionId| positions.iter().position(|it| it == id).unwrap();
        let filled: BTreeSet<u32> = slots(&part, &at).unwrap().into_values().flatten().collect();
        // 1 was the closure's, 3 is new for the entry, 2 remains the program's.
        assert_eq!(filled, [1, 3].into());
    }

    #[test]
    fn a_call_that_bypasses_the_entry_points_is_refused() {
        let refused = split(&program("app::later::side_door"), &links(), &[LATER]).unwrap_err();
        assert!(
            refused.to_string().contains("app::later::side_door"),
            "{refused}"
        );
    }

    #[test]
    fn short_names_are_unique() {
        let names: BTreeSet<String> = (0..6000).map(short_name).collect();
        assert_eq!(names.len(), 6000);
        assert_eq!(
            (short_name(0).as_str(), short_name(52).as_str()),
            ("a", "aa")
        );
    }
}
