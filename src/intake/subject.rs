//! The one cell a table speaks of where its rows name none: by the lines above it, else its sheet, else its file.

use super::names::{CellNames, Named, Naming};

/// The texts that may name the cell of a table, in order of authority.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'l, 't> {
    /// Lines above the table, nearest first.
    pub lines: &'l [&'t str],
    /// Name of the sheet.
    pub sheet: &'t str,
    /// Path of the file.
    pub file: &'t str,
}

/// What the surroundings of a table name, with the text that does.
#[must_use]
pub fn subject<'t, 'r>(names: &CellNames<'r>, around: Surroundings<'_, 't>) -> (&'t str, Named<'r>) {
    let stem = file_stem(around.file);
    let mut texts = around.lines.iter().copied().chain([around.sheet, stem]);
    if let Some((text, unit)) = texts.find_map(|text| Some((text, names.decided(text)?))) {
        return (text, Named::Decided(unit));
    }
    let lines = around.lines.iter().map(|line| (*line, Naming::InFull));
    let outside = [(around.sheet, Naming::InShort), (stem, Naming::InShort)];
    let found = lines.chain(outside).find_map(|(text, naming)| Some((text, names.within(text, naming)?)));
    if let Some((text, unit)) = found {
        return (text, Named::Exactly(unit));
    }
    // A sheet of the only cell there is needs no name.
    let mut all = names.cells();
    if let (Some(only), None) = (all.next(), all.next()) {
        return (around.sheet, Named::Exactly(only));
    }
    let nearly = |text: &&'t str| names.rules().begins_as_a_name(text);
    let tried = around.lines.iter().copied().chain([around.sheet, stem]).filter(nearly);
    let mut tried: Vec<(&str, Named<'r>)> = tried.map(|text| (text, names.by_name(text))).collect();
    tried.sort_by_key(|(_, named)| match named {
        Named::Exactly(_) | Named::Decided(_) => 0,
        Named::Nearly(_) => 1,
        Named::Ambiguous(_) => 2,
        Named::Unknown(_) => 3,
    });
    tried.into_iter().next().unwrap_or((around.sheet, Named::Unknown(Vec::new())))
}

/// The file's name without folders and ending.
fn file_stem(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
