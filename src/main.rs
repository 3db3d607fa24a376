//! The page: mounts the atlas where the loader has prepared its place.

fn main() {
    project_atlas::open_page();
}
