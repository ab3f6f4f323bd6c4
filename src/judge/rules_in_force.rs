//! The rubric that grades a cell's month where it is not the general one, and what its gates leave of the grade.

use std::collections::{BTreeMap, BTreeSet};

use super::sheets::{ScoredSheet, Sheets};
use crate::lake::schema::{CellRule, MeetingRow};
use crate::period::{Period, Window};
use crate::register::{Register, UnitId, is_valid};
use crate::rules::rubric::{Gate, GradeCuts, Rubric, Rubrics, RubricsInForce};
use crate::terms::{Grade, MeetingStatus, Scorer};

/// One row per cell and month of the window that is graded otherwise than by the general cut-offs, or whose grade a gate
/// may lower; sorted by cell and month.
#[must_use]
pub fn cell_rules<'s>(
    register: &Register,
    rubrics: &Rubrics,
    sheets: impl FnOnce() -> Sheets<'s>,
    meetings: &[MeetingRow],
    window: Window,
) -> Vec<CellRule> {
    let in_force = RubricsInForce::of(rubrics, register);
    // Rubrics of other organisations cost nothing, nor do the sheets: most registers have none that is named.
    if !in_force.differ(window.months()) {
        return Vec::new();
    }
    let sheets = sheets();
    let meetings: BTreeMap<(&UnitId, Period), &MeetingRow> =
        meetings.iter().map(|meeting| ((&meeting.cell_id, meeting.period), meeting)).collect();
    let mut months: BTreeSet<(&UnitId, Period)> = BTreeSet::new();
    for unit in register.units().iter().filter(|unit| unit.tier.is_cell()) {
        let valid = window.months().filter(|period| is_valid(unit, Some(*period)));
        months.extend(valid.map(|period| (&unit.unit_id, period)));
    }
    let row = |(cell, period): (&UnitId, Period)| {
        let own = in_force.own(cell, period);
        let rubric = own.unwrap_or_else(|| rubrics.in_force(period));
        let graded = Graded::of(rubric, meetings.get(&(cell, period)).copied());
        graded.row(cell, period, &sheets, own.is_some())
    };
    months.into_iter().filter_map(row).collect()
}

/// A month with the rubric that grades it.
struct Graded<'a> {
    rubric: &'a Rubric,
    meeting: Option<&'a MeetingRow>,
    cuts: GradeCuts,
}

impl<'a> Graded<'a> {
    fn of(rubric: &'a Rubric, meeting: Option<&'a MeetingRow>) -> Self {
        Self { rubric, meeting, cuts: rubric.cuts(meeting.and_then(|meeting| meeting.thematic)) }
    }

    /// What is particular about the month, if anything is.
    fn row(&self, cell: &UnitId, period: Period, sheets: &Sheets<'_>, own: bool) -> Option<CellRule> {
        let cuts = self.cuts;
        let (at_best, gates_open) = self.gates(sheets.of_cell(cell), period);
        let particular = own || at_best.is_some() || gates_open || cuts != self.rubric.grades;
        particular.then(|| CellRule {
            cell_id: cell.clone(),
            period,
            rubric: self.rubric.name.clone(),
            grade_good_from: cuts.good_from,
            grade_fair_from: cuts.fair_from,
            grade_average_from: cuts.average_from,
            at_best,
            gates_open,
        })
    }

    /// The best grade that the gates leave, none where they leave everything; and whether a gate that would matter could
    /// not be judged. Gates go by the sheet of the scorer whose score counts: a cell's own sheet lowers no score from
    /// above. What is not known to be missing is not held against the cell.
    fn gates(&self, sheets: &[ScoredSheet<'_>], period: Period) -> (Option<Grade>, bool) {
        let Some((score, scorer)) = self.official() else { return (None, false) };
        let sheet = sheets.iter().find(|sheet| sheet.period == period && sheet.scorer == scorer);
        let gates = self.rubric.gates.iter().map(|gate| (gate, passes(gate, sheet)));
        let at_best = gates.clone().filter(|(_, passed)| *passed == Some(false)).map(|(gate, _)| gate.otherwise).max();
        let grade = at_best.max(Some(self.cuts.grade(score)));
        let open = gates.into_iter().any(|(gate, passed)| passed.is_none() && grade <= Some(gate.grade));
        (at_best, open)
    }

    /// The score that counts, and who gave it.
    fn official(&self) -> Option<(f64, Scorer)> {
        let meeting = self.meeting.filter(|meeting| meeting.status == MeetingStatus::Held)?;
        let upper = meeting.upper_score.map(|score| (score, Scorer::Upper));
        upper.or(meeting.self_score.map(|score| (score, Scorer::Own)))
    }
}

/// Whether the points a gate asks for are full; none where the sheet does not show all of them.
fn passes(gate: &Gate, sheet: Option<&ScoredSheet<'_>>) -> Option<bool> {
    let full = |code: &String| {
        let (_, points) = sheet?.groups.iter().find(|(group, _)| group.code == *code)?;
        Some(points.full())
    };
    let full: Vec<Option<bool>> = gate.full_points.iter().map(full).collect();
    if full.contains(&Some(false)) {
        Some(false)
    } else {
        full.into_iter().collect::<Option<Vec<bool>>>().map(|_| true)
    }
}

#[cfg(test)]
mod tests;
