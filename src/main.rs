//! The program of the page. The loader calls [`project_atlas::open`] for each atlas.

use project_atlas as _;

fn main() {}
