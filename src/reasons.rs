//! Why a month of a cell was not reported: from what the files gave to the reason a flag states.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Place;
use crate::intake::settle::Unstated;
use crate::intake::submission::{FileOutcome, FileReading};
use crate::judge::flags::Missing;
use crate::lake::schema::CellMonth;
use crate::period::Period;
use crate::register::UnitId;

/// The reasons by cell and month.
#[derive(Debug)]
pub struct Reasons {
    rows: BTreeMap<(UnitId, Period), Missing>,
    sent: BTreeSet<(UnitId, Period)>,
    units: BTreeMap<(UnitId, Period), UnitId>,
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
            .filter_map(|month| Some(((month.cell_id.clone(), month.period), month.unit_id.clone()?)))
            .collect();
        Self { rows, sent, units }
    }

    /// The reason of a month that was not reported.
    #[must_use]
    pub fn get(&self, cell: &UnitId, period: Period) -> Missing {
        let key = (cell.clone(), period);
        if let Some(missing) = self.rows.get(&key) {
            return missing.clone();
        }
        let sent = self.units.get(&key).is_some_and(|unit| self.sent.contains(&(unit.clone(), period)));
        if sent { Missing::AbsentFromSheet } else { Missing::NoSheet }
    }
}
