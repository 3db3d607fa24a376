/// A part of a program that is fetched when it is needed.
#[derive(Clone, Copy, Debug)]
pub struct Chunk {
    /// The name of its file, without `.wasm`.
    pub name: &'static str,
    /// The Rust paths of the modules whose functions belong to it.
    pub modules: &'static [&'static str],
    /// The functions that may be called from outside.
    pub entries: &'static [&'static str],
}

/// The module name under which a chunk imports from the program.
pub(crate) const PROGRAM: &str = "a";

/// The position of a function: walrus's ids are valid for one parsed module only.
pub(crate) type Position = usize;
