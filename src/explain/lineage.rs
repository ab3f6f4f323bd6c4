//! A cell with those that it carries on: under which codes its months were reported, and what of them a merged month
//! rests on.

use std::collections::{BTreeMap, BTreeSet};

use crate::intake::submission::MeetingField;
use crate::lake::build::Lake;
use crate::lake::mapping::MapNote;
use crate::lake::schema::{MeetingRow, ScoreRow};
use crate::period::{Period, Window};
use crate::register::{Register, UnitId};
use crate::remap::{self, Heirs};
use crate::terms::MeetingStatus;

/// The name under which the points of score sheets are left out of a merged month.
pub const SCORES: &str = "scores";

/// History on today's map, as far as it is cited.
pub struct Mapped<'a> {
    /// Who carries on whom.
    pub heirs: Heirs<'a>,
    scores: Vec<ScoreRow>,
    notes: Vec<MapNote>,
}

impl<'a> Mapped<'a> {
    /// The lake on the map of the window's last month.
    #[must_use]
    pub fn of(lake: &Lake, register: &'a Register, window: Window) -> Self {
        let heirs = Heirs::of(register, window);
        let (Lake { scores, .. }, notes) = remap::on_todays_map(lake, &heirs);
        Self { heirs, scores, notes }
    }
}

/// A cell and those that it carries on.
#[derive(Debug, Clone)]
pub struct Lineage {
    cell: UnitId,
    /// Itself among them, by code.
    parts: Vec<UnitId>,
    notes: Vec<MapNote>,
    /// Those that carry on a part, one after the other.
    followers: BTreeMap<UnitId, Vec<UnitId>>,
    /// Parts that did not meet in a month in which another did.
    idle: BTreeSet<(UnitId, Period)>,
    /// The points of its months on today's map.
    points: Vec<ScoreRow>,
}

impl Lineage {
    /// A cell as reported.
    #[must_use]
    pub fn alone(cell: &UnitId) -> Self {
        Self {
            cell: cell.clone(),
            parts: vec![cell.clone()],
            notes: Vec::new(),
            followers: BTreeMap::new(),
            idle: BTreeSet::new(),
            points: Vec::new(),
        }
    }

    /// A cell of today's map.
    #[must_use]
    pub fn on_map(cell: &UnitId, mapped: &Mapped<'_>, lake: &Lake, window: Window) -> Self {
        let parts: Vec<UnitId> = mapped.heirs.carried_on_by(cell).into_iter().cloned().collect();
        let note = |note: &&MapNote| note.cell_id == *cell && window.contains(note.period);
        let met = lake.meetings.iter().filter(|row| parts.contains(&row.cell_id) && window.contains(row.period));
        let idle = idle(met);
        Self {
            cell: cell.clone(),
            notes: mapped.notes.iter().filter(note).cloned().collect(),
            followers: parts.iter().map(|part| (part.clone(), mapped.heirs.followers(part))).collect(),
            idle,
            points: mapped.scores.iter().filter(|row| row.cell_id == *cell).cloned().collect(),
            parts,
        }
    }

    /// The cell itself.
    #[must_use]
    pub fn cell(&self) -> &UnitId {
        &self.cell
    }

    /// The codes under which its months were reported, its own among them.
    #[must_use]
    pub fn parts(&self) -> &[UnitId] {
        &self.parts
    }

    /// The months that were merged from several of them.
    #[must_use]
    pub fn notes(&self) -> &[MapNote] {
        &self.notes
    }

    /// A part's code, where it is not that of the cell.
    #[must_use]
    pub fn reported_as(&self, part: &UnitId) -> Option<String> {
        (*part != self.cell).then(|| part.to_string())
    }

    /// Whether the cell's month rests on what a part says of a field. Of parts that did not meet while another did only
    /// the members count.
    #[must_use]
    pub fn counts(&self, part: &UnitId, field: MeetingField, period: Period) -> bool {
        let idle = self.idle.contains(&(part.clone(), period));
        match field {
            // What is left out of the status is that the idle parts did not meet.
            MeetingField::Status => !idle,
            MeetingField::Members => !self.left_out(field.word(), period),
            _ => !idle && !self.left_out(field.word(), period),
        }
    }

    /// The months in which a part handed over to its successor.
    #[must_use]
    pub fn handed_over(&self, part: &UnitId) -> BTreeSet<Period> {
        let named = |note: &&MapNote| {
            note.handed_over.as_deref().is_some_and(|codes| codes.split(';').any(|it| it == part.as_str()))
        };
        self.notes.iter().filter(named).map(|note| note.period).collect()
    }

    /// Those that carry on a part, one after the other.
    #[must_use]
    pub fn followers(&self, part: &UnitId) -> &[UnitId] {
        self.followers.get(part).map_or(&[], Vec::as_slice)
    }

    /// Whether the points of a part's sheet are among those of the cell. Of a month that was handed over only the sheet
    /// that stands is cited; cells side by side were given the same points, so that each sheet shows them.
    #[must_use]
    pub fn keeps(&self, row: &ScoreRow) -> bool {
        if self.notes.iter().any(|note| note.period == row.period && note.handed_over.is_some()) {
            let place = |row: &ScoreRow| (row.file.clone(), row.sheet.clone(), row.row);
            return self.points.iter().any(|kept| place(kept) == place(row));
        }
        let line = |row: &ScoreRow| (row.period, row.meeting, row.scorer, row.heading.clone(), row.criterion.clone());
        !self.left_out(SCORES, row.period) || self.points.iter().any(|kept| line(kept) == line(row))
    }

    fn left_out(&self, field: &str, period: Period) -> bool {
        self.notes.iter().any(|note| note.period == period && left_out(note).any(|it| it == field))
    }
}

/// What a note says was left out.
pub fn left_out(note: &MapNote) -> impl Iterator<Item = &str> {
    note.left_out.iter().flat_map(|fields| fields.split(';'))
}

/// Of some cells' meetings those not held in months in which another was.
fn idle<'a>(meetings: impl Iterator<Item = &'a MeetingRow>) -> BTreeSet<(UnitId, Period)> {
    let mut months: BTreeMap<Period, Vec<&MeetingRow>> = BTreeMap::new();
    for row in meetings {
        months.entry(row.period).or_default().push(row);
    }
    let held = |row: &MeetingRow| row.status == MeetingStatus::Held;
    let idle_of = |(period, rows): (Period, Vec<&MeetingRow>)| {
        let any_held = rows.iter().any(|row| held(row));
        let idle = rows.into_iter().filter(move |row| any_held && !held(row));
        idle.map(|row| (row.cell_id.clone(), period)).collect::<Vec<_>>()
    };
    months.into_iter().flat_map(idle_of).collect()
}

#[cfg(test)]
mod tests;
