//! Reports of several cells in one month → one report of the cell they became.

use std::collections::BTreeMap;

use super::merging::Merged;
use super::parts::{Part, Parts};
use super::points::Points;
use crate::lake::mapping::MapNote;
use crate::lake::schema::{CellRule, MeetingRow, ScoreRow};
use crate::period::Period;
use crate::register::UnitId;
use crate::remap::Heirs;
use crate::rules::rubric::Rubrics;
use crate::terms::MeetingStatus;

/// A cell and a month.
type Month<'a> = (&'a UnitId, Period);

/// Meetings and points on today's map.
pub(super) struct Months {
    /// One row per cell and month.
    pub meetings: Vec<MeetingRow>,
    /// Points, where all that met were given the same.
    pub scores: Vec<ScoreRow>,
    /// One row per month that was merged, or of which a part is missing.
    pub notes: Vec<MapNote>,
}

impl Months {
    /// Rows as reported under today's cells; where several fall together they become one.
    pub(super) fn of(meetings: &[MeetingRow], scores: &[ScoreRow], heirs: &Heirs<'_>) -> Self {
        let mut points: BTreeMap<Month<'_>, Vec<&ScoreRow>> = BTreeMap::new();
        for row in scores {
            points.entry((heirs.heir(&row.cell_id), row.period)).or_default().push(row);
        }
        let mut months = Self { meetings: Vec::new(), scores: Vec::new(), notes: Vec::new() };
        for (month, rows) in by_month(meetings, heirs) {
            let parts = Parts::of(month.0, month.1, &rows, heirs);
            months.add(month, &parts, points.remove(&month).unwrap_or_default());
        }
        // Points of months of which no meeting is known.
        for ((cell_id, _), rows) in points {
            months.scores.extend(rows.into_iter().map(|row| ScoreRow { cell_id: cell_id.clone(), ..row.clone() }));
        }
        months
    }

    fn add(&mut self, (cell_id, period): Month<'_>, parts: &Parts<'_>, given: Vec<&ScoreRow>) {
        let (row, kept) = match parts.all.as_slice() {
            [Part { row, before }] if before.is_empty() && parts.silent.is_empty() => ((*row).clone(), given),
            all => {
                let Some(Merged { row, left_out }) = Merged::of(all) else { return };
                let Points { kept, lost } = Points::of(all, &given);
                let codes = parts.codes();
                let lost = lost || given.iter().any(|row| !codes.contains(&&row.cell_id));
                self.notes.push(note((cell_id, period), parts, row.status, left_out, lost));
                (row, kept)
            }
        };
        self.scores.extend(kept.into_iter().map(|row| ScoreRow { cell_id: cell_id.clone(), ..row.clone() }));
        self.meetings.push(MeetingRow { cell_id: cell_id.clone(), ..row });
    }
}

fn note(
    (cell_id, period): Month<'_>,
    parts: &Parts<'_>,
    status: MeetingStatus,
    fields: Vec<&'static str>,
    points_lost: bool,
) -> MapNote {
    let not_held = if status == MeetingStatus::Held { parts.not_held() } else { Vec::new() };
    let mut left_out: Vec<&str> = Vec::new();
    left_out.extend((!not_held.is_empty()).then_some("status"));
    left_out.extend(fields);
    left_out.extend(points_lost.then_some("scores"));
    MapNote {
        cell_id: cell_id.clone(),
        period,
        merged_from: list(&parts.codes()).unwrap_or_default(),
        handed_over: list(&parts.handed_over()),
        silent: list(&parts.silent),
        not_held: list(&not_held),
        left_out: (!left_out.is_empty()).then(|| left_out.join(";")),
    }
}

fn list(codes: &[&UnitId]) -> Option<String> {
    let codes: Vec<&str> = codes.iter().map(|code| code.as_str()).collect();
    (!codes.is_empty()).then(|| codes.join(";"))
}

fn by_month<'a>(meetings: &'a [MeetingRow], heirs: &'a Heirs<'_>) -> BTreeMap<Month<'a>, Vec<&'a MeetingRow>> {
    let mut months: BTreeMap<Month<'_>, Vec<&MeetingRow>> = BTreeMap::new();
    for row in meetings {
        months.entry((heirs.heir(&row.cell_id), row.period)).or_default().push(row);
    }
    months
}

/// The rules of single cells, made for the cells of their time, under today's cells. A month of several cells has a rule
/// of its own only where all that met were graded by the same cut-offs; a condition that one of them lacks holds for all.
#[must_use]
pub fn rules_on_map(
    rules: &[CellRule],
    meetings: &[MeetingRow],
    rubrics: &Rubrics,
    heirs: &Heirs<'_>,
) -> Vec<CellRule> {
    if rules.is_empty() {
        return Vec::new();
    }
    let rules: BTreeMap<Month<'_>, &CellRule> = rules.iter().map(|rule| ((&rule.cell_id, rule.period), rule)).collect();
    let mut mapped = Vec::new();
    for ((cell_id, period), rows) in by_month(meetings, heirs) {
        let parts = Parts::of(cell_id, period, &rows, heirs);
        let graded: Vec<&UnitId> = parts.all.iter().filter(|part| part.met()).flat_map(graded_by).collect();
        if graded.iter().any(|id| rules.contains_key(&(*id, period))) {
            let general = general(cell_id, period, rubrics);
            let own = |id: &&UnitId| rules.get(&(*id, period)).map_or_else(|| general.clone(), |rule| (*rule).clone());
            let under = |rule: CellRule| CellRule { cell_id: cell_id.clone(), ..rule };
            mapped.extend(together(graded.iter().map(own).map(under)));
        }
    }
    mapped
}

/// What grades a month without a rule of its own.
fn general(cell_id: &UnitId, period: Period, rubrics: &Rubrics) -> CellRule {
    let rubric = rubrics.in_force(period);
    CellRule {
        cell_id: cell_id.clone(),
        period,
        rubric: rubric.name.clone(),
        grade_good_from: rubric.grades.good_from,
        grade_fair_from: rubric.grades.fair_from,
        grade_average_from: rubric.grades.average_from,
        at_best: None,
        gates_open: false,
    }
}

/// One rule of several with the same cut-offs, the strictest of each; none where these differ.
fn together(mut rules: impl Iterator<Item = CellRule>) -> Option<CellRule> {
    let both = |one: CellRule, next: CellRule| {
        let same = one.rubric == next.rubric && one.cuts() == next.cuts();
        same.then(|| CellRule {
            at_best: one.at_best.max(next.at_best),
            gates_open: one.gates_open || next.gates_open,
            ..one
        })
    };
    let first = rules.next()?;
    rules.try_fold(first, both)
}

/// Who gave the official score of a part: those before it, if only they were scored from above, or scored at all.
fn graded_by<'a>(part: &Part<'a>) -> Vec<&'a UnitId> {
    // The score from above is the one that counts, whoever else scored.
    let weight = |row: &MeetingRow| if row.upper_score.is_some() { 2 } else { u8::from(row.self_score.is_some()) };
    let before = Merged::of(&part.before).filter(|before| weight(&before.row) > weight(part.row));
    match before {
        Some(_) => part.before.iter().filter(|part| part.met()).flat_map(graded_by).collect(),
        None => vec![&part.row.cell_id],
    }
}
