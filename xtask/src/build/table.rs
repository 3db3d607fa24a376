use super::site::{Role, ServedFile};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The folder of the projects' pages. There may be thousands, so they share a line.
const PROJECTS: &str = "projects/";

pub(crate) fn of(files: &[ServedFile]) -> String {
    let (projects, mut files): (Vec<&ServedFile>, Vec<&ServedFile>) = files
        .iter()
        .partition(|file| file.path.starts_with(PROJECTS));
    files.sort_by_key(|file| std::cmp::Reverse(file.brotli));

    let mut table = format!(
        "{:>10} {:>10} {:>10}  {:<12} file\n",
        "bytes", "gzip", "brotli", "fetched"
    );
    let mut sums: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for file in &files {
        line(&mut table, sizes(file), when(file.role()), &file.path);
        add(sums.entry(when(file.role())).or_default(), file);
    }
    if !projects.is_empty() {
        let mut sum = [0; 3];
        for file in &projects {
            add(&mut sum, file);
        }
        let name = format!("{PROJECTS} ({} pages and pictures)", projects.len());
        line(&mut table, sum, "other", &name);
    }
    table.push('\n');
    for (when, sum) in sums {
        line(&mut table, sum, when, "total");
    }
    table
}

fn when(role: Role) -> &'static str {
    match role {
        Role::Page => "first",
        Role::Font => "fonts",
        Role::Geometry | Role::MapCode => "with the map",
        Role::Detail => "zoomed in",
        Role::Deferred => "deferred",
        Role::OnDemand => "on demand",
        Role::Further => "further",
        Role::Language => "by language",
        Role::Aside => "other",
    }
}

fn sizes(file: &ServedFile) -> [usize; 3] {
    [file.raw, file.gzip, file.brotli]
}

fn add(sum: &mut [usize; 3], file: &ServedFile) {
    for (sum, size) in sum.iter_mut().zip(sizes(file)) {
        *sum += size;
    }
}

fn line(table: &mut String, [raw, gzip, brotli]: [usize; 3], when: &str, name: &str) {
    let _ = writeln!(
        table,
        "{raw:>10} {gzip:>10} {brotli:>10}  {when:<12} {name}"
    );
}
