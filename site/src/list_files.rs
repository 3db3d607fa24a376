/// Whether a file is the page or picture of a project, or the page that lists all projects.
pub(crate) fn is_of_project(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    match parts[..] {
        ["projects", "index.html"] => true,
        ["projects", _, file] => ["index.html", "preview.png"].contains(&file),
        _ => false,
    }
}
