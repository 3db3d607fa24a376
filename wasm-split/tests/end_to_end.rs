//! A program is split, and runs as before once its chunk is loaded.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use atlas_wasm_split::{Chunk, Links, split};
use walrus::ir::{LoadKind, MemArg, Value};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, FunctionBuilder, Module, RefType, ValType,
};
use wasm_encoder::{CustomSection, DataSymbolDefinition, Encode, LinkingSection, SymbolTable};
use wasmi::{Engine, Instance, Linker, Store};

const LATER: Chunk = Chunk {
    name: "later",
    modules: &["app::later::"],
    is_for_all: false,
    entries: &["app::later::entry"],
};

/// The addresses of constants: one that nothing uses, one that the chunk alone uses, one that the program
/// uses, too.
const UNUSED: u32 = 16;
const OF_CHUNK: u32 = 20;
const SHARED: u32 = 24;

/// `run(x)` gives what `app::later::entry` does: it doubles x by a function of its own, and adds what a
/// function of the program gives, what memory holds and two constants.
fn program() -> Vec<u8> {
    let mut module = Module::default();
    let memory = module.memories.add_local(false, false, 1, None, None);
    module.exports.add("memory", memory);
    let (number, one) = ([ValType::I32], [ValType::I32]);

    let mut builder = FunctionBuilder::new(&mut module.types, &[], &one);
    let at = |offset| MemArg { align: 4, offset };
    let load = LoadKind::I32 { atomic: false };
    let mut body = builder.name("app::shared".to_owned()).func_body();
    body.i32_const(SHARED as i32).load(memory, load, at(0));
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
    body.local_get(x)
        .call(double)
        .call(shared)
        .binop(walrus::ir::BinaryOp::I32Add)
        .i32_const(8)
        .load(memory, load, at(0))
        .binop(walrus::ir::BinaryOp::I32Add)
        .i32_const(0)
        .load(memory, load, at(OF_CHUNK.into()))
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

    let offset = ConstExpr::Value(Value::I32(UNUSED as i32));
    let constants = [1, 200, 30].map(i32::to_le_bytes).concat();
    let segment = module
        .data
        .add(DataKind::Active { memory, offset }, constants);
    module.data.get_mut(segment).name = Some(".rodata".to_owned());
    module
        .memories
        .get_mut(memory)
        .data_segments
        .insert(segment);
    linked(module.emit_wasm())
}

/// Adds the linker's sections: a symbol for each constant, and a relocation where code refers to it.
fn linked(mut program: Vec<u8>) -> Vec<u8> {
    const MEMORY_ADDRESS: u8 = 3;
    let mut symbols = SymbolTable::new();
    for address in [UNUSED, OF_CHUNK, SHARED] {
        let (offset, size) = (address - UNUSED, 4);
        let index = 0;
        symbols.data(
            0,
            "",
            Some(DataSymbolDefinition {
                index,
                offset,
                size,
            }),
        );
    }
    let mut linking = LinkingSection::new();
    linking.symbol_table(&symbols);

    let mut bodies = Vec::new();
    let (mut position, mut code) = (0_u32, (0, 0));
    for payload in wasmparser::Parser::new(0).parse_all(&program) {
        match payload.unwrap() {
            wasmparser::Payload::CodeSectionStart { range, .. } => {
                code = (position, range.start);
                position += 1;
            }
            wasmparser::Payload::CodeSectionEntry(body) => bodies.push(body.range().start),
            payload => position += u32::from(payload.as_section().is_some()),
        }
    }
    let module = Module::from_buffer(&program).unwrap();
    let names = module.funcs.iter().map(|it| it.name.clone().unwrap());
    let names: Vec<String> = names.collect();
    let mut relocations = Vec::new();
    code.0.encode(&mut relocations);
    2_u32.encode(&mut relocations);
    let mut uses = [("app::later::entry", 1_u32), ("app::shared", 2)];
    uses.sort_by_key(|(name, _)| names.iter().position(|it| it == name));
    for (name, symbol) in uses {
        let body = bodies[names.iter().position(|it| it == name).unwrap()];
        relocations.push(MEMORY_ADDRESS);
        (body as u32 - code.1 as u32 + 2).encode(&mut relocations);
        symbol.encode(&mut relocations);
        0_i32.encode(&mut relocations);
    }
    let relocations = CustomSection {
        name: "reloc.CODE".into(),
        data: relocations.into(),
    };
    // A custom section has the id 0.
    for section in [&linking as &dyn Encode, &relocations] {
        program.push(0);
        section.encode(&mut program);
    }
    program
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

fn split_program() -> (Vec<u8>, Vec<Vec<u8>>) {
    let program = program();
    split(&program, &Links::read(&program).unwrap(), &[LATER]).unwrap()
}

#[test]
fn a_split_program_gives_the_same_results_once_its_chunk_is_loaded() {
    let engine = Engine::default();
    let mut store = Store::new(&engine, ());
    let whole = instance(&mut store, &Linker::new(&engine), &program());
    assert_eq!(run(&mut store, whole, 4).unwrap(), 243);

    let (rest, chunks) = split_program();
    let mut linker = Linker::new(&engine);
    let rest = instance(&mut store, &linker, &rest);
    // A call into a chunk that is missing ends in a trap, not in another function.
    assert!(run(&mut store, rest, 4).is_err());

    linker.instance(&mut store, "a", rest).unwrap();
    instance(&mut store, &linker, &chunks[0]);
    assert_eq!(run(&mut store, rest, 4).unwrap(), 243);
    assert_eq!(run(&mut store, rest, 100).unwrap(), 435);
}

#[test]
fn a_constant_is_where_it_is_used() {
    let engine = Engine::default();
    let mut store = Store::new(&engine, ());
    let mut linker = Linker::new(&engine);
    let (rest, chunks) = split_program();
    let rest = instance(&mut store, &linker, &rest);
    let memory = rest.get_memory(&store, "memory").unwrap();
    let at = |store: &Store<()>, address: u32| {
        let mut bytes = [0; 4];
        memory.read(store, address as usize, &mut bytes).unwrap();
        i32::from_le_bytes(bytes)
    };
    let constants = |store: &Store<()>| [UNUSED, OF_CHUNK, SHARED].map(|it| at(store, it));
    assert_eq!(constants(&store), [0, 0, 30]);
    linker.instance(&mut store, "a", rest).unwrap();
    instance(&mut store, &linker, &chunks[0]);
    assert_eq!(constants(&store), [0, 200, 30]);
}

#[test]
fn a_program_without_relocations_is_refused() {
    let refused = Links::read(&Module::default().emit_wasm()).unwrap_err();
    assert!(refused.to_string().contains("--emit-relocs"), "{refused}");
}
