//! The cell somebody means: by code, by name, or by a part of the name.

use crate::error::{Message, Result, RunError};
use crate::lake::schema::CellSummary;
use crate::lang::t;
use crate::register::{Register, UnitId};
use crate::remap::Heirs;
use crate::rules::Rules;

/// The cells there are to choose from.
pub struct Known<'a> {
    /// Those with figures.
    pub cells: &'a [CellSummary],
    /// Every code there ever was.
    pub register: &'a Register,
    /// Who carries on whom, on today's map.
    pub heirs: Option<&'a Heirs<'a>>,
    /// How names are compared.
    pub rules: &'a Rules,
}

impl Known<'_> {
    /// The cell of a code or name; a name that several cells have is refused with their codes.
    ///
    /// # Errors
    /// No cell, or several, go by it.
    pub fn named(&self, written: &str) -> Result<UnitId> {
        if let Some(id) = self.of_code(written) {
            return Ok(id);
        }
        let key = self.rules.names.key(written);
        let mut found: Vec<&CellSummary> =
            self.cells.iter().filter(|row| self.rules.names.key(&row.cell_name) == key).collect();
        if found.is_empty() {
            found = self.containing(written);
        }
        match found.as_slice() {
            [one] => Ok(one.cell_id.clone()),
            [] => Err(unknown(written, &self.nearest(written))),
            several => Err(unknown(written, several)),
        }
    }

    /// The cell of a code; on today's map a code that is gone stands for the cell that carries it on.
    fn of_code(&self, written: &str) -> Option<UnitId> {
        let code = UnitId::key(written);
        let has = |id: &UnitId| UnitId::key(id.as_str()) == code;
        let with_figures = |id: &UnitId| self.cells.iter().any(|row| row.cell_id == *id);
        let own = || self.cells.iter().find(|row| has(&row.cell_id)).map(|row| row.cell_id.clone());
        let heir = || {
            let gone = self.register.units().iter().find(|unit| has(&unit.unit_id))?;
            Some(self.heirs?.heir(&gone.unit_id).clone()).filter(with_figures)
        };
        own().or_else(heir)
    }

    /// The cells whose names hold what is written: `Can Hồ`.
    fn containing(&self, written: &str) -> Vec<&CellSummary> {
        let wanted = crate::text::bare(written);
        let holds =
            |row: &&CellSummary| format!(" {} ", crate::text::bare(&row.cell_name)).contains(&format!(" {wanted} "));
        if wanted.is_empty() { Vec::new() } else { self.cells.iter().filter(holds).take(5).collect() }
    }

    /// The cells whose names come nearest.
    fn nearest(&self, written: &str) -> Vec<&CellSummary> {
        let wanted = crate::text::fold(written);
        let likeness = |row: &CellSummary| strsim::jaro_winkler(&crate::text::fold(&row.cell_name), &wanted);
        let mut cells: Vec<&CellSummary> = self.cells.iter().collect();
        cells.sort_by(|one, other| likeness(other).total_cmp(&likeness(one)).then(one.cell_id.cmp(&other.cell_id)));
        cells.truncate(3);
        cells
    }
}

fn unknown(written: &str, candidates: &[&CellSummary]) -> RunError {
    let listed: Vec<String> = candidates
        .iter()
        .map(|row| format!("{} ({}, {})", row.cell_id, row.cell_name, row.unit_name.as_deref().unwrap_or("—")))
        .collect();
    let listed = listed.join("; ");
    RunError::Usage(Message::of(|lang| t!(lang, "not-one-cell", written, listed)))
}
