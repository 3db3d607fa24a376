/// A part of a program that is fetched when it is needed.
#[derive(Clone, Copy, Debug)]
pub struct Chunk {
    /// The name of its file, without `.wasm`.
    pub name: &'static str,
    /// The Rust paths of the modules whose functions belong to it.
    pub modules: &'static [&'static str],
    /// Whether everybody fetches it, sooner or later. What it shares with other chunks stays in the program,
    /// so that nobody fetches it twice; what other chunks share is in each of them.
    pub is_for_all: bool,
    /// The functions that may be called from outside.
    pub entries: &'static [&'static str],
}

/// The module name under which a chunk imports from the program.
pub(crate) const PROGRAM: &str = "a";

/// The position of a function: walrus's ids are valid for one parsed module only.
pub(crate) type Position = usize;

/// A place in a program's memory.
pub(crate) type Address = u32;
