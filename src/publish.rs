//! The output folder: one run at a time, and a run's folder replaced as a whole or not at all.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use crate::error::{Result, RunError};

/// The output folder, held by this run. The lock goes when the process goes, however it goes.
#[derive(Debug)]
pub struct Output {
    folder: PathBuf,
    _lock: File,
}

const STAGE: &str = ".dang-ghi";
const PREVIOUS: &str = ".ban-truoc";

impl Output {
    /// Takes the output folder, making it where it is missing.
    ///
    /// # Errors
    /// Another run holds it, or the disk refuses.
    pub fn take(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder).map_err(RunError::disk(folder))?;
        let path = folder.join(".lock");
        let lock = File::create(&path).map_err(RunError::disk(&path))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(RunError::Busy(folder.to_owned())),
            Err(TryLockError::Error(source)) => return Err(RunError::Disk { path, source }),
        }
        let output = Self { folder: folder.to_owned(), _lock: lock };
        output.recover()?;
        Ok(output)
    }

    /// An empty folder to write the run into.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn stage(&self) -> Result<PathBuf> {
        let stage = self.folder.join(STAGE);
        remove(&stage)?;
        std::fs::create_dir_all(&stage).map_err(RunError::disk(&stage))?;
        Ok(stage)
    }

    /// Puts the staged folders in place of those of the same names.
    ///
    /// # Errors
    /// The disk refuses; what was there before is put back.
    pub fn publish(&self, names: &[&str]) -> Result<()> {
        let previous = self.folder.join(PREVIOUS);
        remove(&previous)?;
        std::fs::create_dir_all(&previous).map_err(RunError::disk(&previous))?;
        for name in names {
            let (staged, place) = (self.folder.join(STAGE).join(name), self.folder.join(name));
            if place.exists() {
                std::fs::rename(&place, previous.join(name)).map_err(RunError::disk(&place))?;
            }
            if let Err(source) = std::fs::rename(&staged, &place) {
                self.recover()?;
                return Err(RunError::Disk { path: place, source });
            }
        }
        remove(&previous)?;
        remove(&self.folder.join(STAGE))
    }

    /// A run killed between two renames left the earlier folders aside: they go back.
    fn recover(&self) -> Result<()> {
        let previous = self.folder.join(PREVIOUS);
        if let Ok(entries) = std::fs::read_dir(&previous) {
            for entry in entries {
                let entry = entry.map_err(RunError::disk(&previous))?;
                let place = self.folder.join(entry.file_name());
                if !place.exists() {
                    std::fs::rename(entry.path(), &place).map_err(RunError::disk(&place))?;
                }
            }
        }
        remove(&previous)?;
        remove(&self.folder.join(STAGE))
    }
}

fn remove(folder: &Path) -> Result<()> {
    match std::fs::remove_dir_all(folder) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            Err(RunError::Disk { path: folder.to_owned(), source })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_replaces_a_folder_as_a_whole() {
        let out = tempfile::tempdir().unwrap();
        std::fs::create_dir(out.path().join("lake")).unwrap();
        std::fs::write(out.path().join("lake/old"), "1").unwrap();
        let output = Output::take(out.path()).unwrap();
        let stage = output.stage().unwrap();
        std::fs::create_dir(stage.join("lake")).unwrap();
        std::fs::write(stage.join("lake/new"), "2").unwrap();
        output.publish(&["lake"]).unwrap();
        assert!(out.path().join("lake/new").exists() && !out.path().join("lake/old").exists());
    }

    #[test]
    fn what_a_killed_run_set_aside_comes_back() {
        let out = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(out.path().join(PREVIOUS).join("lake")).unwrap();
        std::fs::write(out.path().join(PREVIOUS).join("lake/old"), "1").unwrap();
        Output::take(out.path()).unwrap();
        assert!(out.path().join("lake/old").exists());
    }

    #[test]
    fn two_runs_cannot_share_a_folder() {
        let out = tempfile::tempdir().unwrap();
        let _first = Output::take(out.path()).unwrap();
        assert!(matches!(Output::take(out.path()), Err(RunError::Busy(_))));
    }
}
