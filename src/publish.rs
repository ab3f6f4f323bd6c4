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
const RUBBISH: &str = ".bo-di";
/// Names of the folders being exchanged, one a line.
const LIST: &str = "danh-sach";

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
    pub fn stage(&self) -> Result<Stage> {
        let folder = self.folder.join(STAGE);
        remove(&folder)?;
        std::fs::create_dir_all(&folder).map_err(RunError::disk(&folder))?;
        Ok(Stage { folder })
    }

    /// Puts the staged folders in place of those of the same names: all of them or none.
    ///
    /// # Errors
    /// The disk refuses; what was there before is put back.
    pub fn publish(&self, stage: &Stage, names: &[&str]) -> Result<()> {
        let previous = self.folder.join(PREVIOUS);
        remove(&previous)?;
        std::fs::create_dir_all(&previous).map_err(RunError::disk(&previous))?;
        let list = previous.join(LIST);
        std::fs::write(&list, names.join("\n")).map_err(RunError::disk(&list))?;
        for name in names {
            let (staged, place) = (stage.path().join(name), self.folder.join(name));
            let aside = if place.exists() { std::fs::rename(&place, previous.join(name)) } else { Ok(()) };
            if let Err(source) = aside.and_then(|()| std::fs::rename(&staged, &place)) {
                self.recover()?;
                return Err(RunError::Disk { path: place, source });
            }
        }
        // From this rename on the new folders are the good ones; what is left of the old is rubbish.
        let rubbish = self.folder.join(RUBBISH);
        std::fs::rename(&previous, &rubbish).map_err(RunError::disk(&previous))?;
        let _swept_next_time = remove(&rubbish);
        Ok(())
    }

    /// A run killed between its renames left folders half exchanged: all of them go back to what they were.
    fn recover(&self) -> Result<()> {
        let (previous, stage) = (self.folder.join(PREVIOUS), self.folder.join(STAGE));
        let names = std::fs::read_to_string(previous.join(LIST)).unwrap_or_default();
        for name in names.lines() {
            let (aside, place) = (previous.join(name), self.folder.join(name));
            if aside.exists() {
                remove(&place)?;
                std::fs::rename(&aside, &place).map_err(RunError::disk(&place))?;
            } else if !stage.join(name).exists() {
                // Published, and nothing was there before.
                remove(&place)?;
            }
        }
        remove(&previous)?;
        remove(&self.folder.join(RUBBISH))?;
        remove(&stage)
    }
}

/// A folder being written; it goes away with the run, published or not.
#[derive(Debug)]
pub struct Stage {
    folder: PathBuf,
}

impl Stage {
    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // Nothing is lost if this fails: the next run clears the folder.
        let _left_behind = std::fs::remove_dir_all(&self.folder);
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
        std::fs::create_dir(stage.path().join("lake")).unwrap();
        std::fs::write(stage.path().join("lake/new"), "2").unwrap();
        output.publish(&stage, &["lake"]).unwrap();
        assert!(out.path().join("lake/new").exists() && !out.path().join("lake/old").exists());
    }

    #[test]
    fn a_publish_that_fails_halfway_puts_everything_back() {
        let out = tempfile::tempdir().unwrap();
        std::fs::create_dir(out.path().join("lake")).unwrap();
        std::fs::write(out.path().join("lake/old"), "1").unwrap();
        let output = Output::take(out.path()).unwrap();
        let stage = output.stage().unwrap();
        std::fs::create_dir(stage.path().join("lake")).unwrap();
        // The second folder was never staged, so its rename fails.
        output.publish(&stage, &["lake", "year-end-2024"]).unwrap_err();
        assert!(out.path().join("lake/old").exists());
        drop(stage);
        let left: Vec<_> = std::fs::read_dir(out.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left.len(), 2, "lake and lock only: {left:?}");
    }

    #[test]
    fn what_a_killed_run_set_aside_comes_back() {
        let out = tempfile::tempdir().unwrap();
        let previous = out.path().join(PREVIOUS);
        std::fs::create_dir_all(previous.join("lake")).unwrap();
        std::fs::write(previous.join("lake/old"), "1").unwrap();
        std::fs::write(previous.join(LIST), "lake\nyear-end-2024\nnever").unwrap();
        // Both had been published; the year's folder had no predecessor. The third had not come to its turn.
        std::fs::create_dir_all(out.path().join("lake")).unwrap();
        std::fs::create_dir_all(out.path().join("year-end-2024")).unwrap();
        std::fs::create_dir_all(out.path().join("never")).unwrap();
        std::fs::create_dir_all(out.path().join(STAGE).join("never")).unwrap();
        Output::take(out.path()).unwrap();
        assert!(out.path().join("lake/old").exists());
        assert!(!out.path().join("year-end-2024").exists() && out.path().join("never").exists());
    }

    #[test]
    fn two_runs_cannot_share_a_folder() {
        let out = tempfile::tempdir().unwrap();
        let _first = Output::take(out.path()).unwrap();
        assert!(matches!(Output::take(out.path()), Err(RunError::Busy(_))));
    }
}
