//! Folders that are read and replaced as a whole.

use crate::Files;
use anyhow::{Context as _, Result, ensure};
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

/// Returns the wanted files of a folder by path, without hidden files and links to folders.
pub fn read(folder: &Path, is_wanted: impl Fn(&str) -> bool) -> Result<Files> {
    let mut files = Files::new();
    read_into(folder, "", &is_wanted, &mut files)?;
    Ok(files)
}

fn read_into(
    folder: &Path,
    prefix: &str,
    is_wanted: &dyn Fn(&str) -> bool,
    files: &mut Files,
) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()));
    for entry in entries? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name
            .to_str()
            .with_context(|| format!("odd name {}", name.display()))?;
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{prefix}{name}");
        let kind = entry.file_type()?;
        if kind.is_dir() {
            read_into(&entry.path(), &format!("{path}/"), is_wanted, files)?;
        } else if is_wanted(&path) && entry.path().is_file() {
            let bytes = fs::read(entry.path());
            let bytes = bytes.with_context(|| format!("cannot read {}", entry.path().display()))?;
            files.insert(path, bytes);
        }
    }
    Ok(())
}

/// Replaces a folder. The files are written beside it first, so a failure leaves the old folder whole.
pub fn replace(folder: &Path, files: &Files) -> Result<()> {
    let swap = Swap::begin(folder)?;
    swap.write(files.iter().collect())?;
    swap.finish()
}

/// Replaces a folder, but keeps the old files, hidden ones too, for whose path `stays` returns true.
/// Unchanged files keep their time.
pub(crate) fn update(folder: &Path, files: &Files, stays: impl Fn(&str) -> bool) -> Result<()> {
    let swap = Swap::begin(folder)?;
    swap.take_over(folder, "", &stays)?;
    let is_same =
        |path: &str, bytes: &Vec<u8>| fs::read(folder.join(path)).is_ok_and(|old| old == *bytes);
    let (same, changed): (Vec<_>, Vec<_>) =
        files.iter().partition(|(path, bytes)| is_same(path, bytes));
    for (path, _) in same {
        swap.link(&folder.join(path), path)?;
    }
    swap.write(changed)?;
    fs::set_permissions(&swap.new, fs::metadata(folder)?.permissions())?;
    swap.finish()
}

/// Restores a folder that an interrupted run had moved aside.
pub(crate) fn recover(folder: &Path) -> Result<()> {
    let swap = Swap::of(folder);
    if swap.old.exists() && !swap.to.exists() {
        let named = folder.display();
        fs::rename(&swap.old, &swap.to).with_context(|| format!("cannot put {named} back"))?;
    }
    Ok(())
}

struct Swap {
    to: PathBuf,
    new: PathBuf,
    old: PathBuf,
}

impl Swap {
    fn of(to: &Path) -> Self {
        let beside = |word: &str| {
            let mut name = std::ffi::OsString::from(".");
            name.push(to.file_name().unwrap_or_default());
            name.push(word);
            to.with_file_name(name)
        };
        Self {
            to: to.to_path_buf(),
            new: beside(".atlas-new"),
            old: beside(".atlas-old"),
        }
    }

    fn begin(to: &Path) -> Result<Self> {
        let swap = Self::of(to);
        recover(to)?;
        for folder in [&swap.new, &swap.old] {
            if folder.exists() {
                fs::remove_dir_all(folder)?;
            }
        }
        fs::create_dir_all(&swap.new)
            .with_context(|| format!("cannot write beside {}", to.display()))?;
        Ok(swap)
    }

    fn write(&self, files: Vec<(&String, &Vec<u8>)>) -> Result<()> {
        files.into_par_iter().try_for_each(|(path, bytes)| {
            let path = self.room_for(path)?;
            fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
        })
    }

    fn room_for(&self, path: &str) -> Result<PathBuf> {
        let path = self.new.join(path);
        fs::create_dir_all(path.parent().unwrap_or(&self.new))?;
        Ok(path)
    }

    fn link(&self, from: &Path, path: &str) -> Result<()> {
        let to = self.room_for(path)?;
        if fs::hard_link(from, &to).is_err() {
            fs::copy(from, &to).with_context(|| format!("cannot write {}", to.display()))?;
        }
        Ok(())
    }

    fn take_over(&self, folder: &Path, prefix: &str, stays: &dyn Fn(&str) -> bool) -> Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let name = name
                .to_str()
                .with_context(|| format!("odd name {}", name.display()))?;
            let path = format!("{prefix}{name}");
            let kind = entry.file_type()?;
            if kind.is_dir() {
                self.take_over(&entry.path(), &format!("{path}/"), stays)?;
            } else if stays(&path) {
                if kind.is_symlink() {
                    let to = self.room_for(&path)?;
                    link_again(&entry.path(), &to)
                        .with_context(|| format!("cannot copy the link {path}"))?;
                } else {
                    self.link(&entry.path(), &path)?;
                }
            }
        }
        Ok(())
    }

    fn finish(self) -> Result<()> {
        if self.to.exists() {
            ensure!(
                self.to.is_dir(),
                "{} is a file, not a folder",
                self.to.display()
            );
            fs::rename(&self.to, &self.old)
                .with_context(|| format!("cannot replace {}", self.to.display()))?;
        }
        if let Err(why) = fs::rename(&self.new, &self.to) {
            fs::rename(&self.old, &self.to)?;
            return Err(why).with_context(|| format!("cannot replace {}", self.to.display()));
        }
        if self.old.exists() {
            fs::remove_dir_all(&self.old)?;
        }
        Ok(())
    }
}

impl Drop for Swap {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.new));
    }
}

#[cfg(unix)]
fn link_again(from: &Path, to: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

#[cfg(not(unix))]
fn link_again(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::copy(from, to).map(drop)
}
