//! History on today's map: the lake as if the organisations of the window's last day had always been there.
//!
//! Every month of a cell that is gone goes to its successor, and every cell stands under the organisation that it stands
//! under today. Where several cells became one, counts of a month are summed and rates are computed anew from the sums;
//! scores, grades and durations are not averaged: they stay only where all say the same. A cell handed over within a
//! month is one cell: its successor's report stands, filled from the earlier. What is left out, and who of them did not
//! report, is listed.

mod heirs;
mod merging;
mod months;
mod parts;
mod points;

use std::collections::BTreeMap;

use clap::ValueEnum;

pub use heirs::Heirs;
pub use months::rules_on_map;

use crate::lake::build::Lake;
use crate::lake::mapping::MapNote;
use crate::lake::schema::{FirstReport, PlanRow, VisitRow};
use crate::period::Period;
use crate::register::UnitId;
use months::Months;

/// Under which organisations history is told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Map {
    /// As reported: each month under the organisation of that month.
    #[default]
    Reported,
    /// Under the organisations of the window's last day.
    Today,
}

impl Map {
    /// As typed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Today => "today",
        }
    }
}

/// The lake on today's map, and every month that was merged. What reading found stays as it was found: findings,
/// submissions and unclear rows keep the codes of their time.
#[must_use]
pub fn on_todays_map(lake: &Lake, heirs: &Heirs<'_>) -> (Lake, Vec<MapNote>) {
    let today = heirs.register();
    let Months { meetings, scores, notes } = Months::of(&lake.meetings, &lake.scores, heirs);
    let visit = |row: &VisitRow| VisitRow { cell_id: heirs.heir(&row.cell_id).clone(), ..row.clone() };
    let mapped = Lake {
        units: today.units().to_vec(),
        assignments: today.assignments().to_vec(),
        submissions: lake.submissions.clone(),
        meetings,
        scores,
        visits: lake.visits.iter().map(visit).collect(),
        plans: plans(lake, heirs),
        findings: lake.findings.clone(),
        first_reports: first_reports(lake, heirs),
        unstated: lake.unstated.clone(),
    };
    (mapped, notes)
}

/// One plan per cell, year and quarter: the first with a topic, with the first days given.
fn plans(lake: &Lake, heirs: &Heirs<'_>) -> Vec<PlanRow> {
    let mut plans: BTreeMap<(UnitId, i64, i64), PlanRow> = BTreeMap::new();
    for row in &lake.plans {
        let row = PlanRow { cell_id: heirs.heir(&row.cell_id).clone(), ..row.clone() };
        let key = (row.cell_id.clone(), row.year, row.quarter);
        let merged = match plans.remove(&key) {
            None => row,
            Some(before) => PlanRow {
                submitted_on: before.submitted_on.or(row.submitted_on),
                approved_on: before.approved_on.or(row.approved_on),
                topic: before.topic.clone().or_else(|| row.topic.clone()),
                ..if before.topic.is_some() { before } else { row }
            },
        };
        plans.insert(key, merged);
    }
    plans.into_values().collect()
}

/// A merged month was reported when the last of its parts was.
fn first_reports(lake: &Lake, heirs: &Heirs<'_>) -> Vec<FirstReport> {
    let mut reports: BTreeMap<(UnitId, Period), FirstReport> = BTreeMap::new();
    for row in &lake.first_reports {
        let row = FirstReport { cell_id: heirs.heir(&row.cell_id).clone(), ..row.clone() };
        let report = reports.entry((row.cell_id.clone(), row.period)).or_insert_with(|| row.clone());
        report.report_date = report.report_date.max(row.report_date);
    }
    reports.into_values().collect()
}

#[cfg(test)]
mod tests;
