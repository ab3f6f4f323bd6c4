//! The reports that make up one month of a cell: those of cells side by side, and of one cell handed over in the month.

use crate::lake::schema::MeetingRow;
use crate::period::Period;
use crate::register::UnitId;
use crate::remap::Heirs;
use crate::terms::MeetingStatus;

/// A report, and those of the cells it took over from within the month: the same members, so they only fill in what it
/// does not state.
#[derive(Debug)]
pub(super) struct Part<'a> {
    pub row: &'a MeetingRow,
    pub before: Vec<Part<'a>>,
}

/// Everything a month of a cell is made of.
#[derive(Debug, Default)]
pub(super) struct Parts<'a> {
    /// Reports of cells that stood side by side.
    pub all: Vec<Part<'a>>,
    /// Those that were there, did not report, and for whom nobody else did.
    pub silent: Vec<&'a UnitId>,
}

impl<'a> Parts<'a> {
    /// The parts of a month of a cell, from the reports of all that it carries on.
    pub(super) fn of(heir: &'a UnitId, month: Period, rows: &[&'a MeetingRow], heirs: &'a Heirs<'_>) -> Self {
        let mut parts = Self::below(heir, month, rows, heirs);
        parts.all.sort_by(|one, other| one.row.cell_id.cmp(&other.row.cell_id));
        parts.silent.sort_unstable();
        parts
    }

    /// Of one cell and those before it.
    fn below(id: &'a UnitId, month: Period, rows: &[&'a MeetingRow], heirs: &'a Heirs<'_>) -> Self {
        let (mut before, mut beside) = (Self::default(), Self::default());
        for predecessor in heirs.predecessors(id).iter().copied() {
            let parts = Self::below(predecessor, month, rows, heirs);
            let side = if heirs.handed_over(predecessor, id, month) { &mut before } else { &mut beside };
            side.all.extend(parts.all);
            side.silent.extend(parts.silent);
        }
        if let Some(row) = rows.iter().copied().find(|row| row.cell_id == *id) {
            // Its report is theirs too, so those who handed over are not silent.
            before = Self { all: vec![Part { row, before: before.all }], silent: Vec::new() };
        } else if before.all.is_empty() && heirs.is_active(id, month) {
            before.silent.push(id);
        }
        before.all.extend(beside.all);
        before.silent.extend(beside.silent);
        before
    }

    /// Codes of those that reported, by code.
    pub(super) fn codes(&self) -> Vec<&'a UnitId> {
        self.codes_where(|_| true)
    }

    /// Codes of those that did not meet, by code.
    pub(super) fn not_held(&self) -> Vec<&'a UnitId> {
        self.codes_where(|row| row.status == MeetingStatus::NotHeld)
    }

    fn codes_where(&self, wanted: impl Fn(&MeetingRow) -> bool) -> Vec<&'a UnitId> {
        let mut rows = Vec::new();
        collect(&self.all, &mut rows);
        codes(rows.into_iter().filter(|row| wanted(row)))
    }

    /// Codes of those that handed over to another that reported, by code.
    pub(super) fn handed_over(&self) -> Vec<&'a UnitId> {
        let mut rows = Vec::new();
        for part in &self.all {
            collect(&part.before, &mut rows);
        }
        codes(rows.into_iter())
    }
}

impl Part<'_> {
    /// Whether the cell met, before or after it was handed over.
    pub(super) fn met(&self) -> bool {
        self.row.status == MeetingStatus::Held || self.before.iter().any(Part::met)
    }
}

/// The parts that met; all, if none did.
pub(super) fn met<'p, 'a>(parts: &'p [Part<'a>]) -> Vec<&'p Part<'a>> {
    let met: Vec<&Part<'_>> = parts.iter().filter(|part| part.met()).collect();
    if met.is_empty() { parts.iter().collect() } else { met }
}

fn collect<'a>(parts: &[Part<'a>], rows: &mut Vec<&'a MeetingRow>) {
    for part in parts {
        rows.push(part.row);
        collect(&part.before, rows);
    }
}

fn codes<'a>(rows: impl Iterator<Item = &'a MeetingRow>) -> Vec<&'a UnitId> {
    let mut codes: Vec<&UnitId> = rows.map(|row| &row.cell_id).collect();
    codes.sort_unstable();
    codes
}
