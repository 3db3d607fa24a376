//! A program is split, and runs as before once its chunk is loaded.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use atlas_wasm_split::{Chunk, split};
use walrus::ir::Value;
use walrus::{ConstExpr, ElementItems, ElementKind, FunctionBuilder, Module, RefType, ValType};
use wasmi::{Engine, Instance, Linker, Store};

const LATER: Chunk = Chunk {
    name: "later",
    modules: &["app::later::"],
    entries: &["app::later::entry"],
};

/// `run(x)` gives what `app::later::entry` does: it doubles x by a function of its own, and adds what a
/// function of the program gives and what memory holds.
fn program() -> Vec<u8> {
    let mut module = Module::default();
    let memory = module.memories.add_local(false, false, 1, None, None);
    module.exports.add("memory", memory);
    let (number, one) = ([ValType::I32], [ValType::I32]);

    let mut builder = FunctionBuilder::new(&mut module.types, &[], &one);
    builder
        .name("app::shared".to_owned())
        .func_body()
        .i32_const(30);
    let shared = builder.finish(vec![], &mut module.funcs);

    let x = module.locals.add(ValType::I32);
    let mut builder = FunctionBuilder::new(&mut module.types, &number, &one);
    let mut body = builder.name("app::later::double".to_owned()).func_body();
    body.local_get(x)
        .local_get(x)
        .binop(walrus::ir::BinaryOp::I32Add);
    let double = builder.finish(vec![x], &mut module.funcs);

    let x = module.locals.add(ValType::I32);
    let mut builder = FunctionBuilder::new(&mut module.types, &number, &one);
    let mut body = builder.name("app::later::entry".to_owned()).func_body();
    let at = walrus::ir::MemArg {
        align: 4,
        offset: 0,
    };
    body.local_get(x)
        .call(double)
        .call(shared)
        .binop(walrus::ir::BinaryOp::I32Add)
        .i32_const(8)
        .load(memory, walrus::ir::LoadKind::I32 { atomic: false }, at)
        .binop(walrus::ir::BinaryOp::I32Add);
    let entry = builder.finish(vec![x], &mut module.funcs);

    let x = module.locals.add(ValType::I32);
    let mut builder = FunctionBuilder::new(&mut module.types, &number, &one);
    let mut body = builder.name("app::run".to_owned()).func_body();
    body.call(shared).drop().local_get(x).call(entry);
    let run = builder.finish(vec![x], &mut module.funcs);
    module.exports.add("run", run);

    let table = module.tables.add_local(false, 2, Some(2), RefType::FUNCREF);
    let offset = ConstExpr::Value(Value::I32(1));
    let kind = ElementKind::Active { table, offset };
    let segment = module
        .elements
        .add(kind, ElementItems::Functions(vec![run]));
    module.tables.get_mut(table).elem_segments.insert(segment);
    module.emit_wasm()
}

fn instance(store: &mut Store<()>, linker: &Linker<()>, bytes: &[u8]) -> Instance {
    let module = wasmi::Module::new(store.engine(), bytes).unwrap();
    linker.instantiate_and_start(store, &module).unwrap()
}

/// Puts 5 into memory at 8 and runs.
fn run(store: &mut Store<()>, program: Instance, x: i32) -> Result<i32, wasmi::Error> {
    let memory = program.get_memory(&mut *store, "memory").unwrap();
    memory.write(&mut *store, 8, &5_i32.to_le_bytes()).unwrap();
    program
        .get_typed_func::<i32, i32>(&mut *store, "run")
        .unwrap()
        .call(&mut *store, x)
}

#[test]
fn a_split_program_gives_the_same_results_once_its_chunk_is_loaded() {
    let engine = Engine::default();
    let mut store = Store::new(&engine, ());
    let whole = instance(&mut store, &Linker::new(&engine), &program());
    assert_eq!(run(&mut store, whole, 4).unwrap(), 43);

    let (rest, chunks) = split(&program(), &[LATER]).unwrap();
    let mut linker = Linker::new(&engine);
    let rest = instance(&mut store, &linker, &rest);
    // A call into a chunk that is missing ends in a trap, not in another function.
    assert!(run(&mut store, rest, 4).is_err());

    linker.instance(&mut store, "a", rest).unwrap();
    instance(&mut store, &linker, &chunks[0]);
    assert_eq!(run(&mut store, rest, 4).unwrap(), 43);
    assert_eq!(run(&mut store, rest, 100).unwrap(), 235);
}
