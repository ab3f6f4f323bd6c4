//! The fate of every cell of a sheet, booked where it is decided. A cell nobody booked is a mistake, not layout.

use std::collections::BTreeSet;

use super::cells::{Sheet, SheetRow};
use crate::finding::CellRef;

/// What became of a cell that holds something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Used as it stands.
    Used,
    /// Used after a repair of spelling.
    Repaired,
    /// Rejected.
    Rejected,
    /// Recognised as layout.
    Layout(Layout),
}

/// What a cell of layout is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Above the first header.
    Letterhead,
    /// Title of a column.
    Header,
    /// Numbering of columns or rows.
    Numbering,
    /// Label of a group of rows.
    Group,
    /// A row of totals, checked and left out.
    Total,
    /// Notes and signature.
    Closing,
    /// Under a column no form knows.
    UnknownColumn,
    /// Under a column of personal identifiers, which are never kept.
    Personal,
    /// On a sheet that says it is no report.
    Aside,
}

/// The booked fates of a sheet or a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    booked: Vec<(CellRef, Fate)>,
}

/// How many cells met which fate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Used as they stand.
    pub used: i64,
    /// Used after a repair.
    pub repaired: i64,
    /// Rejected.
    pub rejected: i64,
    /// Layout.
    pub layout: i64,
}

impl Ledger {
    /// Books a cell.
    pub fn book(&mut self, at: CellRef, fate: Fate) {
        self.booked.push((at, fate));
    }

    /// Books every cell of a row.
    pub fn book_row(&mut self, row: &SheetRow, fate: Fate) {
        self.booked.extend(row.cells.iter().map(|(column, _)| (CellRef { row: row.index, column: *column }, fate)));
    }

    /// Adds the bookings of another ledger.
    pub fn append(&mut self, other: Self) {
        self.booked.extend(other.booked);
    }

    /// The same cells of a row that was rejected: its values are rejected with it, its layout stays layout.
    #[must_use]
    pub fn rejected(mut self) -> Self {
        for (_, fate) in &mut self.booked {
            if !matches!(fate, Fate::Layout(_)) {
                *fate = Fate::Rejected;
            }
        }
        self
    }

    /// A cell that was used only after somebody decided what it means.
    pub fn repaired(&mut self, at: CellRef) {
        let used = self.booked.iter_mut().filter(|(cell, fate)| *cell == at && *fate == Fate::Used);
        used.for_each(|(_, fate)| *fate = Fate::Repaired);
    }

    /// A sheet of which nothing can be used.
    #[must_use]
    pub fn all_rejected(sheet: &Sheet) -> Self {
        let mut ledger = Self::default();
        for row in &sheet.rows {
            ledger.book_row(row, Fate::Rejected);
        }
        ledger
    }

    /// A sheet that says it is no report.
    #[must_use]
    pub fn all_aside(sheet: &Sheet) -> Self {
        let mut ledger = Self::default();
        for row in &sheet.rows {
            ledger.book_row(row, Fate::Layout(Layout::Aside));
        }
        ledger
    }

    /// Every booking, in the order booked.
    pub fn fates(&self) -> impl Iterator<Item = (CellRef, Fate)> {
        self.booked.iter().copied()
    }

    /// How many cells met which fate.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for (_, fate) in &self.booked {
            let count = match fate {
                Fate::Used => &mut counts.used,
                Fate::Repaired => &mut counts.repaired,
                Fate::Rejected => &mut counts.rejected,
                Fate::Layout(_) => &mut counts.layout,
            };
            *count += 1;
        }
        counts
    }

    /// Cells of the sheet that were booked never or more than once.
    #[must_use]
    pub fn misbooked(&self, sheet: &Sheet) -> Vec<CellRef> {
        let cells = sheet
            .rows
            .iter()
            .flat_map(|row| row.cells.iter().map(|(column, _)| CellRef { row: row.index, column: *column }));
        let mut unbooked: BTreeSet<CellRef> = cells.collect();
        let again = self.booked.iter().map(|(at, _)| *at).filter(|at| !unbooked.remove(at)).collect::<Vec<_>>();
        again.into_iter().chain(unbooked).collect()
    }
}
