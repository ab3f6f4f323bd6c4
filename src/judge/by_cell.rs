//! Rows of a table sorted by cell, found by cell.

use std::collections::BTreeMap;

use crate::register::UnitId;

/// The rows of each cell.
pub(super) struct ByCell<'a, R>(BTreeMap<&'a UnitId, &'a [R]>);

impl<'a, R> ByCell<'a, R> {
    /// Of rows sorted by cell.
    pub(super) fn of(rows: &'a [R], cell: fn(&R) -> &UnitId) -> Self {
        let chunks = rows.chunk_by(|one, next| cell(one) == cell(next));
        Self(chunks.filter_map(|rows| Some((cell(rows.first()?), rows))).collect())
    }

    /// The rows of a cell; none where it has none.
    pub(super) fn get(&self, cell: &UnitId) -> &'a [R] {
        self.0.get(cell).copied().unwrap_or_default()
    }
}
