//! Meetings of several cells in one month → one meeting of the cell they became.

use std::collections::{BTreeMap, BTreeSet};

use crate::lake::mapping::MapNote;
use crate::lake::schema::{CellRule, MeetingRow, ScoreRow};
use crate::period::Period;
use crate::register::UnitId;
use crate::remap::Heirs;
use crate::terms::MeetingStatus;

/// A cell and a month.
type Month = (UnitId, Period);

/// Meetings and points on today's map.
pub(super) struct Months {
    /// One row per cell and month.
    pub meetings: Vec<MeetingRow>,
    /// Points, where all that met were given the same.
    pub scores: Vec<ScoreRow>,
    /// One row per month that was merged.
    pub notes: Vec<MapNote>,
}

impl Months {
    /// Rows as reported under today's cells; where several fall together they become one.
    pub(super) fn of(meetings: &[MeetingRow], scores: &[ScoreRow], heirs: &Heirs<'_>) -> Self {
        let mut parts: BTreeMap<Month, Vec<&MeetingRow>> = BTreeMap::new();
        for row in meetings {
            parts.entry((heirs.heir(&row.cell_id).clone(), row.period)).or_default().push(row);
        }
        let mut points: BTreeMap<Month, Vec<&ScoreRow>> = BTreeMap::new();
        for row in scores {
            points.entry((heirs.heir(&row.cell_id).clone(), row.period)).or_default().push(row);
        }
        let mut months = Self { meetings: Vec::new(), scores: Vec::new(), notes: Vec::new() };
        for (month, mut parts) in parts {
            parts.sort_by(|one, other| one.cell_id.cmp(&other.cell_id));
            let points = points.remove(&month).unwrap_or_default();
            months.add(month, &parts, points);
        }
        // Points of months of which no meeting is known.
        for ((cell_id, _), rows) in points {
            months.scores.extend(rows.into_iter().map(|row| ScoreRow { cell_id: cell_id.clone(), ..row.clone() }));
        }
        months
    }

    fn add(&mut self, (cell_id, period): Month, parts: &[&MeetingRow], points: Vec<&ScoreRow>) {
        let under = |row: &ScoreRow| ScoreRow { cell_id: cell_id.clone(), ..row.clone() };
        if let [one] = parts {
            self.meetings.push(MeetingRow { cell_id: cell_id.clone(), ..(*one).clone() });
            self.scores.extend(points.into_iter().map(under));
            return;
        }
        let codes: Vec<&str> = parts.iter().map(|row| row.cell_id.as_str()).collect();
        let mut merging = Parts::of(parts);
        let Some(meeting) = merging.meeting() else { return };
        let given = points.len();
        let shared = shared(points, merging.met.len());
        if shared.len() * merging.met.len() < given {
            merging.left_out.push("scores");
        }
        let left_out = (!merging.left_out.is_empty()).then(|| merging.left_out.join(";"));
        self.notes.push(MapNote { cell_id: cell_id.clone(), period, merged_from: codes.join(";"), left_out });
        self.scores.extend(shared.into_iter().map(under));
        self.meetings.push(MeetingRow { cell_id, ..meeting });
    }
}

/// The rules of single cells, made for the cells of their time, under today's cells. A month of several cells has a rule
/// of its own only where it is the same for each that met.
#[must_use]
pub fn rules_on_map(rules: &[CellRule], meetings: &[MeetingRow], heirs: &Heirs<'_>) -> Vec<CellRule> {
    let mut months: BTreeMap<Month, Vec<&CellRule>> = BTreeMap::new();
    for rule in rules {
        months.entry((heirs.heir(&rule.cell_id).clone(), rule.period)).or_default().push(rule);
    }
    let mut met: BTreeMap<Month, BTreeSet<&UnitId>> = BTreeMap::new();
    for row in meetings.iter().filter(|row| !rules.is_empty() && row.status == MeetingStatus::Held) {
        met.entry((heirs.heir(&row.cell_id).clone(), row.period)).or_default().insert(&row.cell_id);
    }
    let shared = |(month, rules): (Month, Vec<&CellRule>)| {
        let met = met.get(&month)?;
        let of_met = rules.into_iter().filter(|rule| met.contains(&rule.cell_id));
        let of_met: Vec<CellRule> = of_met.map(|rule| CellRule { cell_id: month.0.clone(), ..rule.clone() }).collect();
        let same = of_met.windows(2).all(|pair| matches!(pair, [one, next] if one == next));
        let all = of_met.len() == met.len();
        of_met.into_iter().next().filter(|_| same && all)
    };
    months.into_iter().filter_map(shared).collect()
}

/// Of points of one month those that each of so many cells was given alike, once.
fn shared(points: Vec<&ScoreRow>, cells: usize) -> Vec<&ScoreRow> {
    let mut alike: BTreeMap<_, Vec<&ScoreRow>> = BTreeMap::new();
    for row in points {
        alike.entry((row.meeting, row.scorer, row.heading.as_deref(), row.criterion.as_str())).or_default().push(row);
    }
    let by_all = |rows: &Vec<&ScoreRow>| {
        let given = |row: &ScoreRow| (row.points, row.max_points);
        rows.len() == cells && rows.windows(2).all(|pair| matches!(pair, [one, next] if given(one) == given(next)))
    };
    alike.into_values().filter(by_all).filter_map(|rows| rows.into_iter().next()).collect()
}

/// Whether a thematic meeting was part of the regular one, by which its duration is judged.
fn is_combined(row: &MeetingRow) -> bool {
    row.thematic == Some(true) && (row.thematic_held_on.is_none() || row.thematic_held_on == row.held_on)
}

/// Those beyond the number due are not counted, as in the rate of a single cell.
fn counted_present(row: &MeetingRow) -> Option<i64> {
    let present = row.present?;
    Some(row.due.map_or(present, |due| present.min(due)))
}

/// Those beyond the number present are not counted, as in the ratio of a single cell.
fn counted_speakers(row: &MeetingRow) -> Option<i64> {
    let speakers = row.speakers?;
    Some(row.present.map_or(speakers, |present| speakers.min(present)))
}

/// The meetings that are merged, and the fields given up so far.
struct Parts<'a> {
    all: &'a [&'a MeetingRow],
    /// Those that met; all, if none did.
    met: Vec<&'a MeetingRow>,
    left_out: Vec<&'static str>,
}

impl<'a> Parts<'a> {
    fn of(all: &'a [&'a MeetingRow]) -> Self {
        let held: Vec<&MeetingRow> = all.iter().copied().filter(|row| row.status == MeetingStatus::Held).collect();
        let left_out = if held.is_empty() || held.len() == all.len() { Vec::new() } else { vec!["status"] };
        Self { all, met: if held.is_empty() { all.to_vec() } else { held }, left_out }
    }

    /// One meeting. The cell met if any of them met; of those that met, counts are summed where each states them.
    fn meeting(&mut self) -> Option<MeetingRow> {
        let first = (*self.met.first()?).clone();
        let mut meeting = MeetingRow {
            held_on: self.same("held_on", |row| row.held_on),
            thematic_held_on: self.same("thematic_held_on", |row| row.thematic_held_on),
            members: self.members(),
            exempt: self.added(|row| row.exempt),
            special_duty: self.added(|row| row.special_duty),
            away: self.added(|row| row.away),
            due: self.sum("due", |row| row.due),
            present: self.sum("present", counted_present),
            absent_excused: self.sum("absent_excused", |row| row.absent_excused),
            absent_unexcused: self.sum("absent_unexcused", |row| row.absent_unexcused),
            duration_min: self.same("duration_min", |row| row.duration_min),
            speakers: self.sum("speakers", counted_speakers),
            thematic: self.any(|row| row.thematic),
            thematic_topic: self.same("thematic_topic", |row| row.thematic_topic.clone()),
            committee_met: self.any(|row| row.committee_met),
            supervisor: self.same("supervisor", |row| row.supervisor.clone()),
            visited: self.any(|row| row.visited),
            visit_level: self.same("visit_level", |row| row.visit_level),
            self_score: self.same("self_score", |row| row.self_score),
            upper_score: self.same("upper_score", |row| row.upper_score),
            self_grade: self.same("self_grade", |row| row.self_grade),
            upper_grade: self.same("upper_grade", |row| row.upper_grade),
            note_given: self.any(|row| row.note_given),
            ..first
        };
        // A duration that would be judged by another minimum than each part's own is no duration to judge.
        let combined = is_combined(&meeting);
        if meeting.duration_min.is_some() && self.met.iter().any(|row| is_combined(row) != combined) {
            meeting.duration_min = None;
            self.left_out.push("duration_min");
        }
        Some(meeting)
    }

    /// The members of all parts, of those that did not meet too.
    fn members(&mut self) -> Option<i64> {
        let sum: Option<i64> = self.all.iter().map(|row| row.members).sum();
        if sum.is_none() && self.all.iter().any(|row| row.members.is_some()) {
            self.left_out.push("members");
        }
        sum
    }

    /// The sum, if every part states it; a sum of some would be taken for all.
    fn sum(&mut self, name: &'static str, of: fn(&MeetingRow) -> Option<i64>) -> Option<i64> {
        let sum: Option<i64> = self.met.iter().map(|row| of(row)).sum();
        if sum.is_none() && self.met.iter().any(|row| of(row).is_some()) {
            self.left_out.push(name);
        }
        sum
    }

    /// The sum of what is stated; a blank counts as none.
    fn added(&self, of: fn(&MeetingRow) -> Option<i64>) -> Option<i64> {
        let stated: Vec<i64> = self.met.iter().filter_map(|row| of(row)).collect();
        (!stated.is_empty()).then(|| stated.iter().sum())
    }

    /// The value that all parts share.
    fn same<T: PartialEq>(&mut self, name: &'static str, of: impl Fn(&MeetingRow) -> Option<T>) -> Option<T> {
        let mut values = self.met.iter().map(|row| of(row));
        let first = values.next()?;
        if values.all(|value| value == first) {
            return first;
        }
        self.left_out.push(name);
        None
    }

    /// Whether any part says yes; no if one says no, nothing if none says.
    fn any(&self, of: fn(&MeetingRow) -> Option<bool>) -> Option<bool> {
        let said: Vec<bool> = self.met.iter().filter_map(|row| of(row)).collect();
        (!said.is_empty()).then(|| said.contains(&true))
    }
}
