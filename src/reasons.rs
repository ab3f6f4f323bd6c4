//! Why a month of a cell was not reported: from what the files gave to the reason a flag states.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Place;
use crate::intake::settle::Unstated;
use crate::intake::submission::{FileOutcome, FileReading};
use crate::judge::flags::Missing;
use crate::lake::schema::CellMonth;
use crate::period::{Period, Window};
use crate::register::{Register, UnitId, is_valid};
use crate::remap::Heirs;

/// The reasons by cell and month.
#[derive(Debug)]
pub struct Reasons {
    rows: BTreeMap<(UnitId, Period), Missing>,
    sent: BTreeSet<(UnitId, Period)>,
    /// The organisations whose sheets would name the cell.
    units: BTreeMap<(UnitId, Period), Vec<UnitId>>,
}

impl Reasons {
    /// The reasons that some readings give.
    #[must_use]
    pub fn of(readings: &[FileReading], unstated: &[Unstated], cell_months: &[CellMonth]) -> Self {
        let mut rows = BTreeMap::new();
        let mut sent = BTreeSet::new();
        for row in unstated {
            let Place { file, cell, .. } = &row.place;
            let missing = Missing::RowUnclear { file: file.to_string(), cell_ref: cell.map(|cell| cell.to_string()) };
            rows.insert((row.cell_id.clone(), row.period), missing);
        }
        for reading in readings {
            let FileOutcome::Sheets(sheets) = &reading.outcome else { continue };
            for sheet in sheets {
                for (cell, period, at) in &sheet.rejected {
                    let (file, cell_ref) = (reading.file.to_string(), Some(at.to_string()));
                    rows.insert((cell.clone(), *period), Missing::RowRejected { file, cell_ref });
                }
                if let (Some(unit), true) = (&sheet.unit_id, sheet.form.is_some()) {
                    sent.extend(sheet.periods.iter().map(|period| (unit.clone(), *period)));
                }
            }
        }
        let units = cell_months
            .iter()
            .filter_map(|month| Some(((month.cell_id.clone(), month.period), vec![month.unit_id.clone()?])))
            .collect();
        Self { rows, sent, units }
    }

    /// The same under today's cells. Whether a sheet was sent is asked of those that stood above a cell, or above one that
    /// it carries on, in the month itself.
    #[must_use]
    pub fn on_map(self, heirs: &Heirs<'_>, register: &Register, window: Window) -> Self {
        let today = |(cell, period): (UnitId, Period)| (heirs.heir(&cell).clone(), period);
        let mut units: BTreeMap<(UnitId, Period), Vec<UnitId>> = BTreeMap::new();
        for row in register.units().iter().filter(|row| row.tier.is_cell()) {
            for period in window.months().filter(|month| is_valid(row, Some(*month))) {
                units.entry(today((row.unit_id.clone(), period))).or_default().extend(row.parent_id.clone());
            }
        }
        let rows = self.rows.into_iter().map(|(month, missing)| (today(month), missing)).collect();
        Self { rows, sent: self.sent, units }
    }

    /// The reason of a month that was not reported.
    #[must_use]
    pub fn get(&self, cell: &UnitId, period: Period) -> Missing {
        let key = (cell.clone(), period);
        if let Some(missing) = self.rows.get(&key) {
            return missing.clone();
        }
        let mut units = self.units.get(&key).into_iter().flatten();
        let sent = units.any(|unit| self.sent.contains(&(unit.clone(), period)));
        if sent { Missing::AbsentFromSheet } else { Missing::NoSheet }
    }
}
