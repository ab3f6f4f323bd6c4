//! What lies below a folder: the one walk that rules, inbox, lake and manifest share.

use std::path::{Path, PathBuf};

use crate::error::{Result, RunError};

/// A file below a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Below {
    /// Path relative to the folder, with `/`.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
    /// A symbolic link, never followed.
    pub is_link: bool,
}

/// Every file and symbolic link below a folder, by name within each folder.
///
/// # Errors
/// The folder cannot be listed.
pub fn below(folder: &Path) -> Result<Vec<Below>> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(folder).follow_links(false).sort_by_file_name() {
        let entry = entry.map_err(|error| RunError::Disk {
            path: error.path().unwrap_or(folder).to_owned(),
            source: error.into_io_error().unwrap_or_else(|| std::io::Error::other("walk")),
        })?;
        let is_link = entry.path_is_symlink();
        if entry.file_type().is_file() || is_link {
            let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let parts: Vec<_> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            found.push(Below { name: parts.join("/"), path: entry.into_path(), is_link });
        }
    }
    Ok(found)
}
