//! The page: mounts the atlas where the starter script has prepared its place.

fn main() {
    project_atlas::open_page();
}
