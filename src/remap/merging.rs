//! Reports of one month → one report: sums of what stood side by side, and what a successor left to say.

use super::parts::Part;
use crate::lake::schema::MeetingRow;
use crate::lake::table::{Row, Scalar};
use crate::terms::MeetingStatus;

/// One report, and the fields given up for it.
#[derive(Debug)]
pub(super) struct Merged {
    pub row: MeetingRow,
    /// Names of columns, in their order.
    pub left_out: Vec<&'static str>,
}

impl Merged {
    /// One report of parts side by side; nothing of no part. The cell met if any of them met, and then those that did not
    /// meet add nothing but their members.
    pub(super) fn of(parts: &[Part<'_>]) -> Option<Self> {
        let mut whole: Vec<Self> = parts.iter().map(Self::of_part).collect();
        let members: Vec<Option<i64>> = whole.iter().map(|it| it.row.members).collect();
        if whole.iter().any(Self::is_held) {
            whole.retain(Self::is_held);
        }
        let mut merged = if whole.len() > 1 { Self::side_by_side(&whole)? } else { whole.pop()? };
        // One who is a member is one, met or not; a sum of some would be taken for all.
        merged.row.members = members.iter().copied().sum();
        if members.iter().any(Option::is_some) {
            merged.left_out.push("members");
        }
        Some(merged.checked())
    }

    fn side_by_side(whole: &[Self]) -> Option<Self> {
        let rows: Vec<&MeetingRow> = whole.iter().map(|it| &it.row).collect();
        let left_out = whole.iter().flat_map(|it| it.left_out.iter().copied()).collect();
        let mut merging = Merging { met: &rows, left_out };
        let row = merging.meeting()?;
        let mut merged = Self { row, left_out: merging.left_out };
        merged.judged_alike(&rows);
        Some(merged)
    }

    /// The report of one part: its own, filled from those before it. Where it says that it did not meet, but those before
    /// it did, the cell did meet.
    fn of_part(part: &Part<'_>) -> Self {
        let own = Self { row: part.row.clone(), left_out: Vec::new() };
        match Self::of(&part.before) {
            None => own,
            Some(before) if before.is_held() && !own.is_held() => before.filled_from(&own),
            Some(before) => own.filled_from(&before),
        }
    }

    fn is_held(&self) -> bool {
        self.row.status == MeetingStatus::Held
    }

    /// What this report does not state, from another.
    fn filled_from(&self, other: &Self) -> Self {
        let filled: Vec<Scalar<'_>> = self.row.scalars().into_iter().zip(other.row.scalars()).map(first).collect();
        let row = MeetingRow::from_scalars(&filled).unwrap_or_else(|| self.row.clone());
        let timed = if self.row.duration_min.is_some() { &self.row } else { &other.row };
        let left_out = self.left_out.iter().chain(&other.left_out).copied().collect();
        let mut merged = Self { row, left_out };
        merged.judged_alike(&[timed]);
        merged.checked()
    }

    /// A duration that would be judged by another minimum than each report's own is no duration to judge.
    fn judged_alike(&mut self, reports: &[&MeetingRow]) {
        let combined = is_combined(&self.row);
        if self.row.duration_min.is_some() && reports.iter().any(|row| is_combined(row) != combined) {
            self.row.duration_min = None;
            self.left_out.push("duration_min");
        }
    }

    /// With no score or grade of the cell's own standing in for one from above, and only what is missing called left out.
    fn checked(mut self) -> Self {
        if self.left_out.contains(&"upper_score") && self.row.upper_score.is_none() && self.row.self_score.is_some() {
            self.row.self_score = None;
            self.left_out.push("self_score");
        }
        if self.left_out.contains(&"upper_grade") && self.row.upper_grade.is_none() && self.row.self_grade.is_some() {
            self.row.self_grade = None;
            self.left_out.push("self_grade");
        }
        let columns = MeetingRow::TABLE.columns.iter().zip(self.row.scalars());
        let missing = columns.filter(|(_, value)| *value == Scalar::Null).map(|(column, _)| column.name);
        self.left_out = missing.filter(|name| self.left_out.contains(name)).collect();
        self
    }
}

/// The first of two values that says something.
fn first<'a>((one, other): (Scalar<'a>, Scalar<'a>)) -> Scalar<'a> {
    if one == Scalar::Null { other } else { one }
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

/// Reports being merged, and the fields given up so far.
struct Merging<'a> {
    met: &'a [&'a MeetingRow],
    left_out: Vec<&'static str>,
}

impl Merging<'_> {
    /// One meeting: counts are summed where each states them, all else stays where all say the same.
    fn meeting(&mut self) -> Option<MeetingRow> {
        let first = (*self.met.first()?).clone();
        Some(MeetingRow {
            held_on: self.same("held_on", |row| row.held_on),
            thematic_held_on: self.same("thematic_held_on", |row| row.thematic_held_on),
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
        })
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
