use anyhow::{Context as _, Result, ensure};
use std::env;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

/// A user's folder that all clones of the project share.
pub(crate) struct Cache {
    folder: PathBuf,
}

pub(crate) struct Tool<'a> {
    /// The name of its folder, which includes the version.
    pub name: &'a str,
    pub duration: &'a str,
    /// Whether the folder contains the tool, complete and usable.
    pub is_ready: &'a dyn Fn(&Path) -> bool,
    /// Installs the tool into the folder, which is empty.
    pub install: &'a dyn Fn(&Path) -> Result<()>,
}

impl Cache {
    /// The user's cache, or the folder that `ATLAS_TOOLS` names.
    pub(crate) fn of_user() -> Result<Self> {
        let folder = Self::choose(|variable| {
            env::var_os(variable)
                .filter(|value| !value.is_empty())
                .map(PathBuf::from)
        })
        .context("there is no folder for the tools: set ATLAS_TOOLS to a folder")?;
        Ok(Self::at(std::path::absolute(folder)?))
    }

    pub(crate) fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    fn choose(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
        if let Some(folder) = variable("ATLAS_TOOLS") {
            return Some(folder);
        }
        let caches = if cfg!(windows) {
            variable("LOCALAPPDATA")
        } else {
            variable("XDG_CACHE_HOME").or_else(|| {
                let caches = if cfg!(target_os = "macos") {
                    "Library/Caches"
                } else {
                    ".cache"
                };
                variable("HOME").map(|home| home.join(caches))
            })
        };
        caches.map(|caches| caches.join("project-atlas"))
    }

    /// Returns a tool's folder. A missing tool is installed beside it and moved once complete, so that
    /// an interrupted installation never counts. A lock makes runs wait for each other.
    pub(crate) fn provide(&self, tool: &Tool) -> Result<PathBuf> {
        let place = self.folder.join(tool.name);
        if (tool.is_ready)(&place) {
            return Ok(place);
        }
        let _lock = self.lock(tool.name)?;
        if (tool.is_ready)(&place) {
            return Ok(place);
        }
        println!(
            "Installing {} into {} ({}, once) …",
            tool.name,
            self.folder.display(),
            tool.duration
        );
        let partial = self.folder.join(format!("{}-partial", tool.name));
        remove(&partial)?;
        fs::create_dir_all(&partial)?;
        (tool.install)(&partial)
            .with_context(|| format!("{} could not be installed", tool.name))?;
        remove(&place)?;
        fs::rename(&partial, &place)?;
        ensure!(
            (tool.is_ready)(&place),
            "{} was installed but does not work",
            tool.name
        );
        Ok(place)
    }

    /// Locked until the file is dropped.
    fn lock(&self, name: &str) -> Result<File> {
        fs::create_dir_all(&self.folder)
            .with_context(|| format!("cannot create {}", self.folder.display()))?;
        let path = self.folder.join(format!("{name}.lock"));
        let file =
            File::create(&path).with_context(|| format!("cannot create {}", path.display()))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                println!("Another run is installing {name}; waiting for it …");
                file.lock()?;
            }
            Err(TryLockError::Error(error)) => {
                return Err(error).with_context(|| format!("cannot lock {}", path.display()));
            }
        }
        Ok(file)
    }
}

fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;
    use xshell::Shell;

    fn has_tool(place: &Path) -> bool {
        place.join("tool").is_file()
    }

    #[test]
    fn a_tool_is_installed_only_once() {
        let folder = Shell::new().unwrap().create_temp_dir().unwrap();
        let cache = Cache::at(folder.path().to_owned());
        let installations = AtomicUsize::new(0);
        let provide = || {
            let install = |partial: &Path| {
                installations.fetch_add(1, Ordering::SeqCst);
                std::thread::sleep(Duration::from_millis(50));
                Ok(fs::write(partial.join("tool"), "")?)
            };
            let tool = Tool {
                name: "tool-1",
                duration: "no time",
                is_ready: &has_tool,
                install: &install,
            };
            cache.provide(&tool).unwrap();
        };
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(provide);
            }
        });
        provide();
        assert_eq!(installations.load(Ordering::SeqCst), 1);
    }

    #[test]
    fn an_interrupted_installation_is_discarded_and_repeated() {
        let folder = Shell::new().unwrap().create_temp_dir().unwrap();
        let cache = Cache::at(folder.path().to_owned());
        let fails = Tool {
            name: "tool-1",
            duration: "no time",
            is_ready: &has_tool,
            install: &|partial| {
                fs::write(partial.join("tool"), "")?;
                bail!("the power went out")
            },
        };
        assert!(cache.provide(&fails).is_err());
        assert!(!has_tool(&folder.path().join("tool-1")));

        let works = Tool {
            install: &|partial| {
                assert!(!has_tool(partial), "what the first try left is gone");
                Ok(fs::write(partial.join("tool"), "")?)
            },
            ..fails
        };
        assert!(has_tool(&cache.provide(&works).unwrap()));
    }

    #[test]
    fn the_users_choice_takes_precedence_over_the_system() {
        let all = |variable: &str| Some(PathBuf::from("/").join(variable.to_lowercase()));
        assert_eq!(Cache::choose(all), Some("/atlas_tools".into()));
        assert_eq!(Cache::choose(|_| None), None);
        #[cfg(not(windows))]
        {
            let system = |variable: &str| all(variable).filter(|_| variable != "ATLAS_TOOLS");
            assert_eq!(
                Cache::choose(system),
                Some("/xdg_cache_home/project-atlas".into())
            );
        }
    }
}
