//! Which rubric grades a cell's month: that of the nearest organisation above it that has one, else the general one.

use std::collections::BTreeSet;

use super::{Rubric, Rubrics};
use crate::period::Period;
use crate::register::{Register, UnitId, is_valid};

/// The rubrics, and whose they are in a register.
#[derive(Debug)]
pub struct RubricsInForce<'a> {
    rubrics: &'a Rubrics,
    register: &'a Register,
    /// Organisations with a rubric of their own, whenever it is in force: most registers have none.
    named: BTreeSet<&'a UnitId>,
}

impl<'a> RubricsInForce<'a> {
    /// The rubrics of a register's organisations.
    #[must_use]
    pub fn of(rubrics: &'a Rubrics, register: &'a Register) -> Self {
        let named = register.units().iter().filter(|unit| rubrics.names(unit)).map(|unit| &unit.unit_id).collect();
        Self { rubrics, register, named }
    }

    /// The rubric of a cell of its own, in a month. Where it changed hands within the month, the later validity speaks.
    #[must_use]
    pub fn own(&self, cell: &UnitId, period: Period) -> Option<&'a Rubric> {
        if self.named.is_empty() {
            return None;
        }
        let cell = self.register.rows_of(cell).filter(|row| is_valid(row, Some(period))).last()?;
        let chain = std::iter::once(cell).chain(self.register.superiors(cell, Some(period)));
        self.rubrics.own(period, chain.filter(|unit| self.named.contains(&unit.unit_id)))
    }

    /// The rubric that grades a cell's month.
    #[must_use]
    pub fn grading(&self, cell: Option<&UnitId>, period: Period) -> &'a Rubric {
        cell.and_then(|cell| self.own(cell, period)).unwrap_or_else(|| self.rubrics.in_force(period))
    }

    /// Whether any month of some may be graded otherwise than by the general cut-offs.
    #[must_use]
    pub fn differ(&self, periods: impl IntoIterator<Item = Period>) -> bool {
        let special = |rubric: &Rubric| !rubric.gates.is_empty() || rubric.rescale;
        !self.named.is_empty() || periods.into_iter().any(|period| special(self.rubrics.in_force(period)))
    }
}
