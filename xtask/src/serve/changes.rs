use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

const SOURCES: [&str; 11] = [
    "src",
    "i18n/src",
    "counting/src",
    "engine/src",
    "prerender/src",
    "site/src",
    "style",
    "public",
    "index.html",
    "Cargo.toml",
    "Cargo.lock",
];

pub(crate) struct Changes {
    root: PathBuf,
    seen: Vec<(PathBuf, Option<SystemTime>)>,
}

impl Changes {
    pub(crate) fn of(root: &Path) -> Self {
        let mut changes = Self {
            root: root.to_owned(),
            seen: Vec::new(),
        };
        changes.are_new();
        changes
    }

    /// Whether a source was added, removed or written since the last call.
    pub(crate) fn are_new(&mut self) -> bool {
        let mut now = Vec::new();
        for source in SOURCES {
            collect(&self.root.join(source), &mut now);
        }
        // Systems list folders in any order.
        now.sort();
        let are_new = now != self.seen;
        self.seen = now;
        are_new
    }
}

fn collect(path: &Path, seen: &mut Vec<(PathBuf, Option<SystemTime>)>) {
    if let Ok(entries) = fs::read_dir(path) {
        for entry in entries.flatten() {
            collect(&entry.path(), seen);
        }
    } else {
        let written = fs::metadata(path).and_then(|file| file.modified()).ok();
        seen.push((path.to_owned(), written));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use xshell::Shell;

    #[test]
    fn modified_and_new_files_are_detected_as_changes() {
        let folder = Shell::new().unwrap().create_temp_dir().unwrap();
        let sheet = folder.path().join("style/a.css");
        fs::create_dir_all(sheet.parent().unwrap()).unwrap();
        fs::write(&sheet, "").unwrap();
        let mut changes = Changes::of(folder.path());
        assert!(!changes.are_new());

        let earlier = SystemTime::now() - std::time::Duration::from_mins(1);
        fs::File::open(&sheet)
            .unwrap()
            .set_modified(earlier)
            .unwrap();
        assert!(changes.are_new());
        fs::write(sheet.with_file_name("b.css"), "").unwrap();
        assert!(changes.are_new());
        assert!(!changes.are_new());
    }
}
