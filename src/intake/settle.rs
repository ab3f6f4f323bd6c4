//! What replaces what: submissions in order of precedence → one row of `meetings` per cell and month.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::checks::due;
use super::discover::natural;
use super::submission::{Basis, FieldValue, MeetingField, MeetingRecord, SheetReading, Sourced};
use crate::finding::{Code, Finding, Place};
use crate::lake::schema::MeetingRow;
use crate::period::Period;
use crate::register::UnitId;

/// A sheet reading with the file it stands in, as ordered for settling.
#[derive(Debug, Clone, Copy)]
pub struct Submitted<'a> {
    /// File of the inbox.
    pub file: &'a Arc<str>,
    /// What the sheet says.
    pub reading: &'a SheetReading,
}

/// The outcome for all submissions together.
#[derive(Debug)]
pub struct Settled {
    /// One row per cell and month.
    pub meetings: Vec<MeetingRow>,
    /// Values replaced by later submissions.
    pub findings: Vec<Finding>,
    /// Positions (in the given order) of submissions of which nothing remains, with the position that replaced them.
    pub superseded: BTreeMap<usize, usize>,
}

/// A value with the submission that states it.
struct Kept<'a> {
    value: &'a Sourced,
    from: usize,
}

struct Merging<'a> {
    fields: BTreeMap<MeetingField, Kept<'a>>,
    /// The submissions whose rows took part, in order, each with its row.
    rows: Vec<(usize, u32)>,
}

/// Settles all accepted rows.
#[must_use]
pub fn settle(submissions: &[Submitted<'_>]) -> Settled {
    let mut order: Vec<usize> = (0..submissions.len()).collect();
    order.sort_by(|one, other| match (submissions.get(*one), submissions.get(*other)) {
        (Some(one), Some(other)) => precedence(one, other),
        _ => one.cmp(other),
    });
    let mut merged: BTreeMap<(&UnitId, Period), Merging<'_>> = BTreeMap::new();
    let mut findings = Vec::new();
    for position in order {
        let Some(submitted) = submissions.get(position) else { continue };
        for record in &submitted.reading.meetings {
            let merging = merged
                .entry((&record.cell_id, record.period))
                .or_insert_with(|| Merging { fields: BTreeMap::new(), rows: Vec::new() });
            merge(merging, position, record, submissions, &mut findings);
        }
    }
    let superseded = superseded(submissions, &merged);
    let meetings =
        merged.into_iter().filter_map(|((cell_id, period), merging)| meeting(cell_id, period, &merging, submissions));
    Settled { meetings: meetings.collect(), findings, superseded }
}

/// Earlier first: revision, then report date, then natural order of the path.
fn precedence(one: &Submitted<'_>, other: &Submitted<'_>) -> std::cmp::Ordering {
    let (left, right) = (one.reading, other.reading);
    (left.revision, left.report_date)
        .cmp(&(right.revision, right.report_date))
        .then_with(|| natural(one.file, other.file))
}

fn merge<'a>(
    merging: &mut Merging<'a>,
    position: usize,
    record: &'a MeetingRecord,
    submissions: &[Submitted<'_>],
    findings: &mut Vec<Finding>,
) {
    let Some(submitted) = submissions.get(position) else { return };
    let place = Place::sheet(Arc::clone(submitted.file), Arc::clone(&submitted.reading.sheet));
    merging.rows.push((position, record.row));
    for (field, sourced) in &record.values {
        let kept = merging.fields.get(field);
        // A blank that says no erases a stated value only in a correction of the same table.
        let weaker = sourced.basis == Basis::Blank
            && kept.is_some_and(|kept| {
                kept.value.basis == Basis::Stated && !corrects(submitted, submissions.get(kept.from))
            });
        if weaker {
            continue;
        }
        if let Some(kept) = kept.filter(|kept| kept.value.value != sourced.value) {
            let finding = Finding::new(Code::ValueChanged, place.at(sourced.at)).field(field.word());
            let finding = finding.raw(kept.value.value.written()).value(sourced.value.written());
            findings.push(finding.cell(Some(record.cell_id.clone())));
        }
        merging.fields.insert(*field, Kept { value: sourced, from: position });
    }
    let erased: Vec<MeetingField> = merging
        .fields
        .iter()
        .filter(|(field, kept)| {
            !record.values.contains_key(field)
                && kept.from != position
                && corrects(submitted, submissions.get(kept.from))
        })
        .map(|(field, _)| *field)
        .collect();
    for field in erased {
        if let Some(kept) = merging.fields.remove(&field) {
            let finding = Finding::new(Code::ValueChanged, place.at(kept.value.at)).field(field.word());
            let finding = finding.raw(kept.value.value.written()).value("");
            findings.push(finding.cell(Some(record.cell_id.clone())));
        }
    }
}

/// Whether a sheet is marked as a correction and has every column of the other.
fn corrects(later: &Submitted<'_>, earlier: Option<&Submitted<'_>>) -> bool {
    let Some(earlier) = earlier else { return false };
    let columns: BTreeSet<&MeetingField> = later.reading.fields.iter().collect();
    later.reading.revision > earlier.reading.revision
        && later.reading.unit_id == earlier.reading.unit_id
        && earlier.reading.fields.iter().all(|field| columns.contains(field))
}

fn superseded(
    submissions: &[Submitted<'_>],
    merged: &BTreeMap<(&UnitId, Period), Merging<'_>>,
) -> BTreeMap<usize, usize> {
    let mut remaining: BTreeSet<usize> = BTreeSet::new();
    let mut replaced_by: BTreeMap<usize, usize> = BTreeMap::new();
    for merging in merged.values() {
        remaining.extend(merging.fields.values().map(|kept| kept.from));
        if let Some((last, _)) = merging.rows.last() {
            for (position, _) in merging.rows.iter().filter(|(position, _)| position != last) {
                replaced_by.insert(*position, *last);
            }
        }
    }
    let gone = |position: &usize| {
        submissions.get(*position).is_some_and(|it| !it.reading.meetings.is_empty()) && !remaining.contains(position)
    };
    replaced_by.into_iter().filter(|(position, _)| gone(position)).collect()
}

/// The row of `meetings` that the kept values make; `None` where nothing says whether the cell met.
fn meeting(
    cell_id: &UnitId,
    period: Period,
    merging: &Merging<'_>,
    submissions: &[Submitted<'_>],
) -> Option<MeetingRow> {
    use MeetingField as M;
    let value = |field: MeetingField| merging.fields.get(&field).map(|kept| &kept.value.value);
    let count = |field| value(field).and_then(FieldValue::count);
    let truth = |field| value(field).and_then(FieldValue::truth);
    let date = |field| value(field).and_then(FieldValue::date);
    let score = |field| value(field).and_then(FieldValue::score);
    let grade = |field| value(field).and_then(FieldValue::grade);
    let text = |field| value(field).and_then(FieldValue::text).map(str::to_owned);
    let (position, row) = merging.rows.last()?;
    let source = submissions.get(*position)?;
    Some(MeetingRow {
        cell_id: cell_id.clone(),
        period,
        status: value(M::Status).and_then(FieldValue::status)?,
        held_on: date(M::HeldOn),
        thematic_held_on: date(M::ThematicHeldOn),
        members: count(M::Members),
        exempt: count(M::Exempt),
        special_duty: count(M::SpecialDuty),
        away: count(M::Away),
        due: due(count),
        present: count(M::Present),
        absent_excused: count(M::AbsentExcused),
        absent_unexcused: count(M::AbsentUnexcused),
        duration_min: count(M::DurationMin),
        speakers: count(M::Speakers),
        thematic: truth(M::Thematic),
        thematic_topic: text(M::ThematicTopic),
        committee_met: truth(M::CommitteeMet),
        supervisor: text(M::Supervisor),
        visited: truth(M::Visited),
        visit_level: value(M::VisitLevel).and_then(FieldValue::level),
        self_score: score(M::SelfScore),
        upper_score: score(M::UpperScore),
        self_grade: grade(M::SelfGrade),
        upper_grade: grade(M::UpperGrade),
        note_given: truth(M::NoteGiven),
        file: source.file.to_string(),
        sheet: source.reading.sheet.to_string(),
        row: i64::from(*row) + 1,
    })
}
