/// How the program is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build, for trying things out.
    Debug,
    /// As small as possible, for visitors.
    Release,
}
