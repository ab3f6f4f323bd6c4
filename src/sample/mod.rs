//! A synthetic working folder: register, a year of submissions, README. Every figure is invented.
//!
//! The same options give the same bytes on every machine: no clock, one seed.

mod city;
mod dice;
mod files;
mod mistakes;
mod places;
mod plans;
mod readme;
mod register;
mod rubric;
mod score_sheets;
mod shapes;
mod spelling;
mod stories;
mod year;
mod yearly;

use std::fs;
use std::path::{Path, PathBuf};

use crate::report::xlsx::WriteError;

/// How much is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scale {
    /// A city of 171 cells and 3,368 members, with stories and mistakes.
    #[default]
    Case,
    /// Ordinary cells only, all tables of one layout with 16 columns.
    Cells {
        /// Cells altogether.
        cells: u32,
        /// Cells of a committee, which are the rows of its monthly table: at most 999.
        per_committee: u32,
    },
}

/// What to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SampleOptions {
    /// Where chance begins.
    pub seed: u64,
    /// The year of the tables.
    pub year: i32,
    /// Months from January, 1 to 12.
    pub months: u32,
    /// How much.
    pub scale: Scale,
}

/// A file of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleFile {
    /// Path inside the folder, with `/`.
    pub path: String,
    /// Contents.
    pub bytes: Vec<u8>,
}

/// The folder cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// A table breaks the rules of the workbook format.
    #[error("{path}: {source}")]
    Sheet {
        /// File.
        path: String,
        /// Why.
        source: WriteError,
    },
    /// A file cannot be written.
    #[error("{}: {source}", path.display())]
    Io {
        /// File or folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The year lies outside 1900 to 2198.
    #[error("year {0}: 1900–2198")]
    Year(i32),
}

impl Default for SampleOptions {
    fn default() -> Self {
        Self { seed: 171, year: 2024, months: 12, scale: Scale::Case }
    }
}

/// Every file of the folder, one at a time, so that a folder larger than memory can be made.
///
/// # Errors
///
/// If the year is out of range. Each file may fail on its own if its table breaks the rules of the format.
pub fn files(
    options: &SampleOptions,
) -> Result<impl Iterator<Item = Result<SampleFile, SampleError>> + use<>, SampleError> {
    if !(1900..2199).contains(&options.year) {
        return Err(SampleError::Year(options.year));
    }
    let options = SampleOptions { months: options.months.clamp(1, 12), ..*options };
    let city = city::city(&options);
    let register = register::file(&city, &options);
    let readme = readme::file(&city, &options);
    let tables = city.into_iter().flat_map(move |committee| files::of_committee(&committee, &options));
    Ok([register, Ok(readme)].into_iter().chain(tables))
}

/// Every file of the folder.
///
/// # Errors
///
/// If the year is out of range or a table breaks the rules of the format.
pub fn plan(options: &SampleOptions) -> Result<Vec<SampleFile>, SampleError> {
    files(options)?.collect()
}

/// Makes the folder. Files already there under the same names are replaced, others are left alone.
/// Returns how many files were written.
///
/// # Errors
///
/// If a file cannot be made or written.
pub fn write(options: &SampleOptions, into: &Path) -> Result<usize, SampleError> {
    let mut written = 0;
    for file in files(options)? {
        let file = file?;
        let path = into.join(&file.path);
        let failed = |source| SampleError::Io { path: path.clone(), source };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        fs::write(&path, &file.bytes).map_err(failed)?;
        written += 1;
    }
    Ok(written)
}

#[cfg(test)]
mod checks;
