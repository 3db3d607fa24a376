//! The program of the page: opens the atlas in the element that the loader has prepared.

fn main() {
    project_atlas::open_page();
}
