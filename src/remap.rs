//! History on today's map: the lake as if the organisations of the window's last month had always been there.
//!
//! Every month of a cell that is gone goes to its successor, and every cell stands under the organisation that it stands
//! under today. Where several cells became one, counts of a month are summed and rates are computed anew from the sums;
//! scores, grades and durations are not averaged: they stay only where all say the same, and what is left out is listed.

use std::collections::{BTreeMap, BTreeSet};

use clap::ValueEnum;

use crate::lake::build::Lake;
use crate::lake::mapping::MapNote;
use crate::lake::schema::{FirstReport, MeetingRow, PlanRow, UnitRow};
use crate::period::{Period, Window};
use crate::register::{Register, UnitId, is_valid};
use crate::terms::MeetingStatus;

/// Under which organisations history is told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Map {
    /// As reported: each month under the organisation of that month.
    #[default]
    Reported,
    /// Under the organisations of the window's last month.
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

/// The lake on the map of the window's last month, and every month that was merged.
#[must_use]
pub fn on_todays_map(lake: &Lake, register: &Register, window: Window) -> (Lake, Vec<MapNote>) {
    let heirs = Heirs { register, last: window.last() };
    let (meetings, notes) = merged(lake.meetings.iter().map(|row| heirs.meeting(row)).collect());
    let merged_months: BTreeSet<(&UnitId, Period)> = notes.iter().map(|note| (&note.cell_id, note.period)).collect();
    let mut mapped = lake.clone();
    mapped.units = heirs.units();
    for row in &mut mapped.assignments {
        row.cell_id = heirs.of(&row.cell_id);
    }
    for row in &mut mapped.visits {
        row.cell_id = heirs.of(&row.cell_id);
    }
    for row in &mut mapped.scores {
        row.cell_id = heirs.of(&row.cell_id);
    }
    // Points of one of several cells are not those of the cell they became.
    mapped.scores.retain(|row| !merged_months.contains(&(&row.cell_id, row.period)));
    mapped.plans = plans(lake, &heirs);
    mapped.first_reports = first_reports(lake, &heirs);
    mapped.meetings = meetings;
    (mapped, notes)
}

/// Who is who today.
struct Heirs<'a> {
    register: &'a Register,
    last: Period,
}

impl Heirs<'_> {
    /// The organisation that carries on one: itself while it is there, else its successor's heir; one that is gone
    /// without a successor stays what it was.
    fn of(&self, id: &UnitId) -> UnitId {
        let mut at = id.clone();
        let mut seen = BTreeSet::new();
        while self.register.unit(&at, Some(self.last)).is_none() && seen.insert(at.clone()) {
            let rows = self.register.units().iter().filter(|unit| unit.unit_id == at);
            match rows.max_by_key(|unit| unit.valid_from).and_then(|unit| unit.successor_id.clone()) {
                Some(heir) => at = heir,
                None => break,
            }
        }
        at
    }

    /// A meeting under today's cell, with the cell it was of.
    fn meeting(&self, row: &MeetingRow) -> (UnitId, MeetingRow) {
        (row.cell_id.clone(), MeetingRow { cell_id: self.of(&row.cell_id), ..row.clone() })
    }

    /// Organisations above cells as they are in the register. Of each cell that is there in the last month one row,
    /// valid from the earliest day of its own or of any it carries on; cells that are gone without a successor as they
    /// were; cells that became others not at all.
    fn units(&self) -> Vec<UnitRow> {
        let mut starts: BTreeMap<UnitId, Option<chrono::NaiveDate>> = BTreeMap::new();
        for unit in self.register.units().iter().filter(|unit| unit.tier.is_cell()) {
            let start = starts.entry(self.of(&unit.unit_id)).or_insert(unit.valid_from);
            // An open start is the earliest of all, as `None` is the least.
            *start = (*start).min(unit.valid_from);
        }
        let today = |unit: &UnitRow| is_valid(unit, Some(self.last));
        let gone = |unit: &UnitRow| self.register.unit(&unit.unit_id, Some(self.last)).is_none();
        let kept = |unit: &&UnitRow| {
            let dissolved = gone(unit) && self.of(&unit.unit_id) == unit.unit_id;
            !unit.tier.is_cell() || today(unit) || dissolved
        };
        let mapped = |unit: &UnitRow| {
            let own = unit.tier.is_cell() && today(unit);
            let start = starts.get(&unit.unit_id).copied().filter(|_| own);
            UnitRow { valid_from: start.unwrap_or(unit.valid_from), ..unit.clone() }
        };
        let mut units: Vec<UnitRow> = self.register.units().iter().filter(kept).map(mapped).collect();
        // A cell whose marks changed within the last month has two rows valid then; the later one speaks.
        let mut at = 0;
        while let Some([one, next]) = units.get(at..at + 2).and_then(|pair| <&[UnitRow; 2]>::try_from(pair).ok()) {
            let twice = one.tier.is_cell() && one.unit_id == next.unit_id && today(one) && today(next);
            if twice {
                units.remove(at);
            } else {
                at += 1;
            }
        }
        units
    }
}

/// Meetings by today's cell and month; where several fall together they become one.
fn merged(rows: Vec<(UnitId, MeetingRow)>) -> (Vec<MeetingRow>, Vec<MapNote>) {
    let mut months: BTreeMap<(UnitId, Period), Vec<(UnitId, MeetingRow)>> = BTreeMap::new();
    for (from, row) in rows {
        months.entry((row.cell_id.clone(), row.period)).or_default().push((from, row));
    }
    let (mut meetings, mut notes) = (Vec::new(), Vec::new());
    for ((cell_id, period), parts) in months {
        let codes: Vec<&str> = parts.iter().map(|(from, _)| from.as_str()).collect();
        let merged_from = codes.join(";");
        let mut rows: Vec<MeetingRow> = parts.into_iter().map(|(_, row)| row).collect();
        if rows.len() == 1 {
            meetings.append(&mut rows);
        } else if let Some((meeting, left_out)) = one_meeting(&rows) {
            meetings.push(meeting);
            let left_out = (!left_out.is_empty()).then(|| left_out.join(";"));
            notes.push(MapNote { cell_id, period, merged_from, left_out });
        }
    }
    (meetings, notes)
}

/// Several meetings of one month as one, and the fields that could not be merged. The cell met if any of them met; of
/// those that met, counts are summed where each states them.
fn one_meeting(rows: &[MeetingRow]) -> Option<(MeetingRow, Vec<&'static str>)> {
    let held: Vec<&MeetingRow> = rows.iter().filter(|row| row.status == MeetingStatus::Held).collect();
    let mut parts = Parts { rows: if held.is_empty() { rows.iter().collect() } else { held }, left_out: Vec::new() };
    let first = (*parts.rows.first()?).clone();
    let meeting = MeetingRow {
        held_on: parts.same("held_on", |row| row.held_on),
        thematic_held_on: parts.same("thematic_held_on", |row| row.thematic_held_on),
        members: parts.sum("members", |row| row.members),
        exempt: parts.added(|row| row.exempt),
        special_duty: parts.added(|row| row.special_duty),
        away: parts.added(|row| row.away),
        due: parts.sum("due", |row| row.due),
        present: parts.sum("present", |row| row.present),
        absent_excused: parts.sum("absent_excused", |row| row.absent_excused),
        absent_unexcused: parts.sum("absent_unexcused", |row| row.absent_unexcused),
        duration_min: parts.same("duration_min", |row| row.duration_min),
        speakers: parts.sum("speakers", |row| row.speakers),
        thematic: parts.any(|row| row.thematic),
        thematic_topic: parts.same("thematic_topic", |row| row.thematic_topic.clone()),
        committee_met: parts.any(|row| row.committee_met),
        supervisor: parts.same("supervisor", |row| row.supervisor.clone()),
        visited: parts.any(|row| row.visited),
        visit_level: parts.same("visit_level", |row| row.visit_level),
        self_score: parts.same("self_score", |row| row.self_score),
        upper_score: parts.same("upper_score", |row| row.upper_score),
        self_grade: parts.same("self_grade", |row| row.self_grade),
        upper_grade: parts.same("upper_grade", |row| row.upper_grade),
        note_given: parts.any(|row| row.note_given),
        ..first
    };
    Some((meeting, parts.left_out))
}

/// The meetings that are merged, and the fields given up so far.
struct Parts<'a> {
    rows: Vec<&'a MeetingRow>,
    left_out: Vec<&'static str>,
}

impl Parts<'_> {
    /// The sum, if every part states it; a sum of some would be taken for all.
    fn sum(&mut self, name: &'static str, of: fn(&MeetingRow) -> Option<i64>) -> Option<i64> {
        let stated: Vec<i64> = self.rows.iter().filter_map(|row| of(row)).collect();
        if stated.len() == self.rows.len() {
            return Some(stated.iter().sum());
        }
        if !stated.is_empty() {
            self.left_out.push(name);
        }
        None
    }

    /// The sum of what is stated; a blank counts as none.
    fn added(&self, of: fn(&MeetingRow) -> Option<i64>) -> Option<i64> {
        let stated: Vec<i64> = self.rows.iter().filter_map(|row| of(row)).collect();
        (!stated.is_empty()).then(|| stated.iter().sum())
    }

    /// The value that all parts share.
    fn same<T: PartialEq>(&mut self, name: &'static str, of: impl Fn(&MeetingRow) -> Option<T>) -> Option<T> {
        let mut values = self.rows.iter().map(|row| of(row));
        let first = values.next()?;
        let rest: Vec<Option<T>> = values.collect();
        if rest.iter().all(|value| *value == first) {
            return first;
        }
        self.left_out.push(name);
        None
    }

    /// Whether any part says yes; no if one says no, nothing if none says.
    fn any(&self, of: fn(&MeetingRow) -> Option<bool>) -> Option<bool> {
        let said: Vec<bool> = self.rows.iter().filter_map(|row| of(row)).collect();
        (!said.is_empty()).then(|| said.contains(&true))
    }
}

/// One plan per cell, year and quarter: the first with a topic, with the first days given.
fn plans(lake: &Lake, heirs: &Heirs<'_>) -> Vec<PlanRow> {
    let mut plans: BTreeMap<(UnitId, i64, i64), PlanRow> = BTreeMap::new();
    for row in &lake.plans {
        let row = PlanRow { cell_id: heirs.of(&row.cell_id), ..row.clone() };
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
        let row = FirstReport { cell_id: heirs.of(&row.cell_id), ..row.clone() };
        let report = reports.entry((row.cell_id.clone(), row.period)).or_insert_with(|| row.clone());
        report.report_date = report.report_date.max(row.report_date);
    }
    reports.into_values().collect()
}

#[cfg(test)]
mod tests;
