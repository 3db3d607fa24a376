//! The pieces of the program that arrive when they are needed.
//!
//! The build parts them from the rest (`xtask/src/build/pieces`). To call into a piece before
//! it is there would end the program, so whatever leads into one takes a value that only loading
//! it gives.

/// The map's code is there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MapChunk(());

/// The code for looking closer is there: records, tables, figures.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OnDemandChunk(());

impl OnDemandChunk {
    /// Only for whoever has just loaded it.
    pub(crate) fn loaded() -> Self {
        Self(())
    }
}

impl MapChunk {
    /// Only for whoever has just loaded it.
    pub(crate) fn loaded() -> Self {
        Self(())
    }
}
