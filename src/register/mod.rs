//! The register: organisations with their validity, and who is assigned to follow which cell.

mod check;
pub mod decisions;
mod load;
mod succession;
pub mod yearly;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;

pub use load::{OTHER_ROLE, code_of, visit_level};

use decisions::Decisions;
use yearly::{Classification, ModelMeeting, Yearly};

use crate::lake::schema::{AssignmentRow, UnitRow};
use crate::lake::table::{ColumnType, Field, Scalar};
use crate::period::Period;

/// Code of an organisation, as the register writes it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(Arc<str>);

impl UnitId {
    /// An id from the register's text.
    #[must_use]
    pub fn new(code: &str) -> Self {
        Self(code.into())
    }

    /// As written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code as it is compared: dots, spaces and case do not matter.
    #[must_use]
    pub fn key(code: &str) -> String {
        code.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_uppercase).collect()
    }
}

impl fmt::Display for UnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Field for UnitId {
    const KIND: ColumnType = ColumnType::Text;

    fn scalar(&self) -> Scalar<'_> {
        Scalar::Text(&self.0)
    }

    fn from_scalar(value: Scalar<'_>) -> Option<Self> {
        match value {
            Scalar::Text(text) => Some(Self::new(text)),
            _ => None,
        }
    }
}

/// The organisations and assignments, checked.
#[derive(Debug, Clone)]
pub struct Register {
    units: Vec<UnitRow>,
    assignments: Vec<AssignmentRow>,
    decisions: Decisions,
    yearly: Yearly,
    by_id: BTreeMap<UnitId, Vec<usize>>,
    by_parent: BTreeMap<UnitId, Vec<usize>>,
    sha256: String,
}

impl Register {
    fn new(mut units: Vec<UnitRow>, mut assignments: Vec<AssignmentRow>, decisions: Decisions, sha256: String) -> Self {
        units.sort_by(|one, other| (&one.unit_id, one.valid_from).cmp(&(&other.unit_id, other.valid_from)));
        assignments.sort_by(|one, other| {
            (&one.cell_id, &one.role, one.valid_from).cmp(&(&other.cell_id, &other.role, other.valid_from))
        });
        let mut by_id: BTreeMap<UnitId, Vec<usize>> = BTreeMap::new();
        let mut by_parent: BTreeMap<UnitId, Vec<usize>> = BTreeMap::new();
        for (position, unit) in units.iter().enumerate() {
            by_id.entry(unit.unit_id.clone()).or_default().push(position);
            if let Some(parent) = &unit.parent_id {
                by_parent.entry(parent.clone()).or_default().push(position);
            }
        }
        Self { units, assignments, decisions, yearly: Yearly::default(), by_id, by_parent, sha256 }
    }

    /// A register of rows that were never in a file.
    #[cfg(test)]
    pub(crate) fn of_rows(units: Vec<UnitRow>, assignments: Vec<AssignmentRow>) -> Self {
        Self::new(units, assignments, Decisions::default(), String::new())
    }

    /// The same with parts in model meetings that were never in a file.
    #[cfg(test)]
    pub(crate) fn with_model_meetings(mut self, model_meetings: Vec<ModelMeeting>) -> Self {
        self.yearly.model_meetings = model_meetings;
        self
    }

    /// The same register with other rows, and those of `Sinh hoạt mẫu` under the codes that `code` gives.
    #[must_use]
    pub fn with_rows(
        &self,
        units: Vec<UnitRow>,
        assignments: Vec<AssignmentRow>,
        code: impl Fn(&UnitId) -> UnitId,
    ) -> Self {
        let mut register = Self::new(units, assignments, self.decisions.clone(), self.sha256.clone());
        register.yearly = self.yearly.clone();
        for meeting in &mut register.yearly.model_meetings {
            meeting.cell_id = code(&meeting.cell_id);
        }
        register.yearly.model_meetings.sort();
        register.yearly.model_meetings.dedup();
        register
    }

    /// Every row of `Tổ chức`, by code and start.
    #[must_use]
    pub fn units(&self) -> &[UnitRow] {
        &self.units
    }

    /// SHA-256 of the file it was read from, in hex.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Every row of `Phân công`, by cell.
    #[must_use]
    pub fn assignments(&self) -> &[AssignmentRow] {
        &self.assignments
    }

    /// Every row of `Quyết định`.
    #[must_use]
    pub fn decisions(&self) -> &Decisions {
        &self.decisions
    }

    /// Every row of `Sinh hoạt mẫu`, by year and cell.
    #[must_use]
    pub fn model_meetings(&self) -> &[ModelMeeting] {
        &self.yearly.model_meetings
    }

    /// Every row of `Xếp loại`, by year and organisation.
    #[must_use]
    pub fn classifications(&self) -> &[Classification] {
        &self.yearly.classifications
    }

    fn rows<'a>(&'a self, index: &'a BTreeMap<UnitId, Vec<usize>>, id: &UnitId) -> impl Iterator<Item = &'a UnitRow> {
        index.get(id).into_iter().flatten().filter_map(|position| self.units.get(*position))
    }

    /// The rows of an organisation, by start.
    pub fn rows_of(&self, id: &UnitId) -> impl Iterator<Item = &UnitRow> {
        self.rows(&self.by_id, id)
    }

    /// The row of an organisation valid in a month; without a month, its first row.
    #[must_use]
    pub fn unit(&self, id: &UnitId, period: Option<Period>) -> Option<&UnitRow> {
        self.rows(&self.by_id, id).find(|unit| is_valid(unit, period))
    }

    /// Whether a text is the code of a cell, now or ever.
    #[must_use]
    pub fn is_cell(&self, code: &str) -> bool {
        let key = UnitId::key(code);
        self.units.iter().any(|unit| unit.tier.is_cell() && UnitId::key(unit.unit_id.as_str()) == key)
    }

    /// The superiors of a row in a month, nearest first.
    #[must_use]
    pub fn superiors<'a>(&'a self, unit: &'a UnitRow, period: Option<Period>) -> Vec<&'a UnitRow> {
        let mut chain: Vec<&UnitRow> = Vec::new();
        let mut at = unit;
        while let Some(parent) = at.parent_id.as_ref() {
            match self.unit(parent, period).or_else(|| self.unit(parent, None)) {
                Some(parent) if !chain.iter().any(|seen| seen.unit_id == parent.unit_id) => {
                    chain.push(parent);
                    at = parent;
                }
                _ => break,
            }
        }
        chain
    }

    /// The rows directly below an organisation that are valid in a month.
    pub fn children<'a>(&'a self, id: &UnitId, period: Option<Period>) -> impl Iterator<Item = &'a UnitRow> {
        self.rows(&self.by_parent, id).filter(move |unit| is_valid(unit, period))
    }

    /// The cells an organisation speaks for in a month, by code: those anywhere below it, or a cell itself.
    #[must_use]
    pub fn cells_below(&self, id: &UnitId, period: Option<Period>) -> Vec<&UnitRow> {
        let own = self.rows(&self.by_id, id).filter(|unit| unit.tier.is_cell() && is_valid(unit, period));
        let mut cells: Vec<&UnitRow> = own.collect();
        let mut open = vec![id];
        let mut seen: BTreeSet<&UnitId> = BTreeSet::new();
        while let Some(parent) = open.pop() {
            for unit in self.children(parent, period) {
                if unit.tier.is_cell() {
                    cells.push(unit);
                } else if seen.insert(&unit.unit_id) {
                    open.push(&unit.unit_id);
                }
            }
        }
        cells.sort_by(|one, other| one.unit_id.cmp(&other.unit_id));
        cells
    }

    /// The first row without a superior: the top of the tree.
    #[must_use]
    pub fn top(&self) -> Option<&UnitRow> {
        self.units.iter().find(|unit| unit.parent_id.is_none())
    }
}

/// Whether a row's validity touches a month; without a month, always.
#[must_use]
pub fn is_valid(unit: &UnitRow, period: Option<Period>) -> bool {
    period.is_none_or(|month| month.touches(unit.valid_from, unit.valid_to))
}

/// Whether somebody is assigned to a cell on some day of a month.
#[must_use]
pub fn is_assigned(assignment: &AssignmentRow, month: Period) -> bool {
    month.touches(assignment.valid_from, assignment.valid_to)
}

/// The later of two last days; an open end is the latest of all.
#[must_use]
pub fn later_end(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    Some(one?.max(other?))
}
