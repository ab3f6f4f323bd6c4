//! `manifest.json`: what a run was made of and what it made, each by SHA-256.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::error::{Result, RunError};
use crate::folder;

/// The manifest of a run. It names no absolute path and no clock.
#[derive(Debug, Serialize)]
pub struct Manifest {
    /// Program and version.
    pub program: String,
    /// Run folder: `year-end-2024`.
    pub run: String,
    /// First and last month of the figures.
    pub window: [String; 2],
    /// Options that change the output.
    pub options: BTreeMap<String, String>,
    /// Rule files, by path under `pipelines/`.
    pub rules: BTreeMap<String, String>,
    /// The register.
    pub register: String,
    /// Files of the inbox, by path.
    pub inputs: BTreeMap<String, String>,
    /// Counts of sheets, rows, cells and findings.
    pub counts: BTreeMap<String, i64>,
    /// Files made, by path under the output folder.
    pub outputs: BTreeMap<String, String>,
}

/// What a run was made of besides the rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    /// Options that change the output, by name.
    pub options: BTreeMap<String, String>,
    /// SHA-256 of the register.
    pub register: String,
    /// Files of the inbox, in path order.
    pub inputs: Vec<Input>,
}

/// A file of the inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Its path under the inbox.
    pub file: String,
    /// SHA-256 of its bytes; empty where they were not read.
    pub sha256: String,
    /// Whether it could be read as a workbook.
    pub read: bool,
}

/// SHA-256 of bytes, in hex.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        hex.extend([byte >> 4, byte & 15].map(|half| char::from_digit(u32::from(half), 16).unwrap_or('0')));
    }
    hex
}

/// SHA-256 of every file below a folder, by path with `/`.
///
/// # Errors
/// The disk refuses.
pub fn hashes_below(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut hashes = BTreeMap::new();
    for file in folder::below(folder)?.into_iter().filter(|file| !file.is_link) {
        let bytes = std::fs::read(&file.path).map_err(RunError::disk(&file.path))?;
        hashes.insert(file.name, sha256(&bytes));
    }
    Ok(hashes)
}
