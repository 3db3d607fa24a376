use super::rust::version_output;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

pub(super) fn find(
    names: &[&str],
    paths: &[&str],
    is_usable: impl Fn(&Path) -> bool,
) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let on_path = env::split_paths(&path)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .filter(|_| !cfg!(windows));
    on_path
        .chain(paths.iter().map(PathBuf::from))
        .find(|program| is_usable(program))
}

pub(super) fn named(variables: &[&'static str]) -> Option<(&'static str, PathBuf)> {
    variables.iter().find_map(|variable| {
        let path = env::var_os(variable).filter(|path| !path.is_empty())?;
        Some((*variable, PathBuf::from(path)))
    })
}

pub(super) fn is_browser(program: &Path, called: &str) -> bool {
    if !program.is_file() {
        return false;
    }
    // On Windows, asking a browser for its version opens a window.
    cfg!(windows)
        || !is_snap(program)
            && version_output(program).is_some_and(|output| output.contains(called))
}

pub(super) fn major_version(program: &Path) -> Option<u32> {
    first_number(&version_output(program)?)
}

fn first_number(output: &str) -> Option<u32> {
    let mut words = output.split(|letter: char| !letter.is_ascii_digit());
    words.find(|word| !word.is_empty())?.parse().ok()
}

/// Ubuntu's browser packages lead to a snap, which cannot see the tests' folders or their profile.
fn is_snap(program: &Path) -> bool {
    let is_under_snap = fs::canonicalize(program)
        .is_ok_and(|real| real.starts_with("/snap") || real.ends_with("snap"));
    let is_script_to_snap = fs::metadata(program).is_ok_and(|file| file.len() < 10_000)
        && fs::read_to_string(program).is_ok_and(|script| script.contains("/snap/bin/"));
    is_under_snap || is_script_to_snap
}

#[cfg(test)]
mod tests {
    use super::first_number;

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(first_number("Mozilla Firefox 153.8.0esr"), Some(153));
        assert_eq!(first_number("Mozilla Firefox"), None);
    }
}
