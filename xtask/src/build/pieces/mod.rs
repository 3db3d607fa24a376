//! The program in pieces: what a visitor needs at once, and what comes when it is asked for.
//!
//! The compiler knows no way to leave a part of a program for later, so the finished program is
//! parted here. Whatever only a piece's modules use moves into a file of its own. A call into it
//! from elsewhere goes by way of a slot in the program's function table, which the piece fills
//! when it arrives:
//!
//! ```text
//! program: shelf() ──▶ slot 812 ◀── piece: shelf(), and all that only it needs
//!          memory, table, shared functions ──exports──▶ imports
//! ```
//!
//! Pieces share the program's memory, so a view in a piece works as one in the program does. They
//! may be entered only through the functions named in [`PIECES`]: those take a token that only
//! loading the piece gives. What else would call into a piece fails the build.

mod owners;
mod plan;

pub(super) use plan::short_name;

use anyhow::{Result, anyhow};
use plan::Plan;
use walrus::Module;

/// A part of the program that is fetched when it is needed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    /// The name of its file, without `.wasm`.
    pub name: &'static str,
    /// The modules whose functions belong to it, by the paths of Rust.
    pub modules: &'static [&'static str],
    /// The functions through which it is entered.
    pub entries: &'static [&'static str],
}

/// The pieces of the page's program.
pub(crate) const PIECES: [Piece; 2] = [
    Piece {
        name: "map",
        // Not `map_data` and `small_map`, which load it and wait for it.
        modules: &[
            "project_atlas::map::country::",
            "project_atlas::map::country_labels::",
            "project_atlas::map::country_shape::",
            "project_atlas::map::data::",
            "project_atlas::map::detail::",
            "project_atlas::map::events::",
            "project_atlas::map::gestures::",
            "project_atlas::map::inset::",
            "project_atlas::map::later::",
            "project_atlas::map::legend::",
            "project_atlas::map::links::",
            "project_atlas::map::picture::",
            "project_atlas::map::small_drawing::",
            "project_atlas::map::table::",
            "project_atlas::map::tip::",
            "project_atlas::map::tools::",
            "project_atlas::map::view::",
            "project_atlas::map::window::",
            "project_atlas::map::world_map::",
            "atlas_engine::map::",
        ],
        entries: &[
            "project_atlas::map::view::decoded",
            "project_atlas::map::view::drawn_map",
            "project_atlas::map::view::map_otherwise",
            "project_atlas::map::small_drawing::small_drawing",
        ],
    },
    Piece {
        name: "closer",
        modules: &[
            "project_atlas::filters::play::",
            "project_atlas::record::details::",
            "project_atlas::record::project_timeline::",
            "project_atlas::record::related::",
            "project_atlas::results::charts::",
            "project_atlas::results::compare::",
            "project_atlas::results::entries::",
            "project_atlas::results::figures::",
            "project_atlas::results::network::",
            "project_atlas::results::table::",
            "project_atlas::share::embed_options::",
            "project_atlas::share::sharing::",
            "atlas_engine::citation::",
            "atlas_engine::embedding::",
            "atlas_engine::statistics::",
            "atlas_engine::network::",
            "atlas_engine::related::",
        ],
        // It is entered through pointers to functions, which need no door.
        entries: &[],
    },
];

/// The name under which a piece finds what the program exports.
const PROGRAM: &str = "a";

/// Parts a program; gives what is left of it, and the pieces in their order.
///
/// A function's place is told by its name, so the program must still have names.
pub(crate) fn split(bytes: &[u8], pieces: &[Piece]) -> Result<(Vec<u8>, Vec<Vec<u8>>)> {
    let plan = Plan::of(&parsed(bytes)?, pieces)?;
    let parts = (0..pieces.len()).map(|piece| plan.piece(parsed(bytes)?, piece));
    let parts = parts.collect::<Result<Vec<_>>>()?;
    let program = plan.program(parsed(bytes)?)?;
    Ok((program, parts))
}

fn parsed(bytes: &[u8]) -> Result<Module> {
    Module::from_buffer(bytes).map_err(|why| anyhow!("{why}"))
}

/// A function by its position: walrus's own ids hold for one reading of a program only.
type Position = usize;

#[cfg(test)]
mod tests {
    use super::plan::{function_table, functions, slots};
    use super::*;
    use std::collections::BTreeSet;
    use walrus::ir::Value;
    use walrus::{
        ConstExpr, ElementItems, ElementKind, FunctionBuilder, FunctionId, RefType, ValType,
    };

    const LATER: Piece = Piece {
        name: "later",
        modules: &["app::later::"],
        entries: &["app::later::entry"],
    };

    /// A program in small: `run` calls the piece's entry and a function that both need; a function
    /// of the piece stands in the table, as a closure does.
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
        let own = function(&mut module, "core::used_by_the_piece_alone", &[]);
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

    fn names(bytes: &[u8]) -> BTreeSet<String> {
        let module = parsed(bytes).unwrap();
        let local = module.funcs.iter_local();
        let names = local.filter_map(|(id, _)| module.funcs.get(id).name.clone());
        names.collect()
    }

    #[test]
    fn what_only_a_piece_needs_moves_into_it() {
        let (rest, parts) = split(&program("app::later::entry"), &[LATER]).unwrap();
        let here = names(&rest);
        for stays in ["app::run", "app::run::{closure#0}", "core::shared"] {
            assert!(here.contains(stays), "{stays} in {here:?}");
        }
        let there = names(&parts[0]);
        let moved = [
            "app::later::entry",
            "app::later::list::{closure#0}",
            "core::used_by_the_piece_alone",
        ];
        assert_eq!(there, moved.map(str::to_owned).into());
        assert!(!here.contains(moved[1]) && !here.contains(moved[2]));
    }

    #[test]
    fn a_piece_finds_in_the_program_all_that_it_takes() {
        let (rest, parts) = split(&program("app::later::entry"), &[LATER]).unwrap();
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
    fn a_piece_fills_its_own_slots_of_the_table() {
        let (_, parts) = split(&program("app::later::entry"), &[LATER]).unwrap();
        let part = parsed(&parts[0]).unwrap();
        let positions = functions(&part);
        let at = |id: &FunctionId| positions.iter().position(|it| it == id).unwrap();
        let filled: BTreeSet<u32> = slots(&part, &at).unwrap().into_values().flatten().collect();
        // 1 was the closure's; 3 is new, for the entry; 2 remains the program's.
        assert_eq!(filled, [1, 3].into());
    }

    #[test]
    fn a_call_past_the_entries_is_refused() {
        let refused = split(&program("app::later::side_door"), &[LATER]).unwrap_err();
        assert!(
            refused.to_string().contains("app::later::side_door"),
            "{refused}"
        );
    }

    #[test]
    fn short_names_are_all_different() {
        let names: BTreeSet<String> = (0..6000).map(short_name).collect();
        assert_eq!(names.len(), 6000);
        assert_eq!(
            (short_name(0).as_str(), short_name(52).as_str()),
            ("a", "aa")
        );
    }
}
