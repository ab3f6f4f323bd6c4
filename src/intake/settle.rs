//! What replaces what: submissions in order of precedence → one row of `meetings` per cell and month.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::checks::due;
use super::discover::natural;
use super::submission::{Basis, FieldValue, MeetingField, MeetingRecord, SheetReading, Sourced};
use crate::finding::{CellRef, Code, Finding, Place};
use crate::lake::schema::{FirstReport, MeetingRow};
use crate::period::Period;
use crate::register::UnitId;
use crate::rules::forms::FormKind;
use crate::terms::MeetingStatus;

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
    /// Values replaced by later submissions, and rows that never say whether the cell met.
    pub findings: Vec<Finding>,
    /// When each cell's month was first reported.
    pub first_reports: Vec<FirstReport>,
    /// Rows that leave open whether the cell met.
    pub unstated: Vec<Unstated>,
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

/// A row with the position of its submission.
type Reported<'a> = (usize, &'a MeetingRecord);

/// Settles all accepted rows.
#[must_use]
pub fn settle(submissions: &[Submitted<'_>]) -> Settled {
    let mut reported = reported(submissions);
    let month = |(_, record): &Reported<'_>| (record.cell_id.clone(), record.period);
    let same =
        |one: &Reported<'_>, other: &Reported<'_>| one.1.period == other.1.period && one.1.cell_id == other.1.cell_id;
    // Rows of a cell's month stay in order of precedence.
    reported.par_sort_by(|(_, one), (_, other)| (&one.cell_id, one.period).cmp(&(&other.cell_id, other.period)));
    let months: Vec<Month> = reported
        .par_chunk_by(same)
        .filter_map(|rows| rows.first().map(month).map(|of| Month::settle(of, rows, submissions)))
        .collect();
    let superseded = superseded(submissions, &months);
    let mut settled = Settled {
        meetings: Vec::new(),
        findings: Vec::new(),
        first_reports: Vec::new(),
        unstated: Vec::new(),
        superseded,
    };
    for month in months {
        settled.findings.extend(month.findings);
        settled.meetings.extend(month.meeting);
        settled.first_reports.extend(month.first_report);
        settled.unstated.extend(month.unstated);
    }
    settled
}

/// Every accepted row, those that go over others last.
fn reported<'a>(submissions: &[Submitted<'a>]) -> Vec<Reported<'a>> {
    let mut order: Vec<(usize, &'a SheetReading)> = submissions.iter().map(|it| it.reading).enumerate().collect();
    order.sort_by(|(one, _), (other, _)| match (submissions.get(*one), submissions.get(*other)) {
        (Some(one), Some(other)) => precedence(one, other),
        _ => one.cmp(other),
    });
    order.into_iter().flat_map(|(at, reading)| reading.meetings.iter().map(move |row| (at, row))).collect()
}

/// A value that was kept of a cell's month, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    /// The month.
    pub period: Period,
    /// The field.
    pub field: MeetingField,
    /// Its value.
    pub value: FieldValue,
    /// Stated, or read from a blank.
    pub basis: Basis,
    /// Where it stands.
    pub place: Place,
}

/// Where the values kept of a cell stand, by month and field.
#[must_use]
pub fn trace(submissions: &[Submitted<'_>], cell: &UnitId) -> Vec<Trace> {
    let mut months: BTreeMap<Period, Merging<'_>> = BTreeMap::new();
    for (position, record) in reported(submissions).into_iter().filter(|(_, record)| record.cell_id == *cell) {
        let merging =
            months.entry(record.period).or_insert_with(|| Merging { fields: BTreeMap::new(), rows: Vec::new() });
        merge(merging, position, record, submissions, &mut Vec::new());
    }
    let of_month = |(period, merging): (Period, Merging<'_>)| {
        let traced = |(field, kept): (MeetingField, Kept<'_>)| {
            let source = submissions.get(kept.from)?;
            let place = Place::sheet(Arc::clone(source.file), Arc::clone(&source.reading.sheet)).at(kept.value.at);
            Some(Trace { period, field, value: kept.value.value.clone(), basis: kept.value.basis, place })
        };
        merging.fields.into_iter().filter_map(traced).collect::<Vec<_>>()
    };
    months.into_iter().flat_map(of_month).collect()
}

/// What became of the rows of a cell's month.
struct Month {
    meeting: Option<MeetingRow>,
    first_report: Option<FirstReport>,
    unstated: Option<Unstated>,
    findings: Vec<Finding>,
    /// The submissions that took part, in order.
    rows: Vec<usize>,
    /// The submissions of which a value was kept.
    kept: Vec<usize>,
}

impl Month {
    fn settle((cell_id, period): (UnitId, Period), rows: &[Reported<'_>], submissions: &[Submitted<'_>]) -> Self {
        let mut merging = Merging { fields: BTreeMap::new(), rows: Vec::with_capacity(rows.len()) };
        let mut findings = Vec::new();
        for (position, record) in rows {
            merge(&mut merging, *position, record, submissions, &mut findings);
        }
        let meeting = meeting(&cell_id, period, &merging, submissions);
        let mut kept: Vec<usize> = merging.fields.values().map(|kept| kept.from).collect();
        kept.dedup();
        let dated = rows.iter().filter_map(|(at, _)| submissions.get(*at)?.reading.report_date).min();
        let dated = dated.filter(|_| meeting.is_some());
        let first_report = dated.map(|report_date| FirstReport { cell_id: cell_id.clone(), period, report_date });
        let unstated = if meeting.is_none() { unstated(cell_id, period, &merging, submissions) } else { None };
        findings.extend(unstated.as_ref().map(Unstated::finding));
        let rows = rows.iter().map(|(position, _)| *position).collect();
        Self { meeting, first_report, unstated, findings, rows, kept }
    }
}

/// A row that says neither that the cell met nor that it did not.
#[derive(Debug, Clone, PartialEq)]
pub struct Unstated {
    /// The cell.
    pub cell_id: UnitId,
    /// The month.
    pub period: Period,
    /// Where the row stands.
    pub place: Place,
}

impl Unstated {
    /// Neither held nor not held: a warning, and the month counts as not reported.
    fn finding(&self) -> Finding {
        let finding = Finding::new(Code::MeetingUnstated, self.place.clone()).field(MeetingField::Status.word());
        finding.cell(Some(self.cell_id.clone()))
    }
}

fn unstated(cell_id: UnitId, period: Period, merging: &Merging<'_>, submissions: &[Submitted<'_>]) -> Option<Unstated> {
    let (position, row) = merging.rows.last()?;
    let submitted = submissions.get(*position)?;
    let place = Place::sheet(Arc::clone(submitted.file), Arc::clone(&submitted.reading.sheet));
    Some(Unstated { cell_id, period, place: place.at(CellRef { row: *row, column: 0 }) })
}

/// Earlier first: revision, then report date, then the document's modified time, then natural order of the path.
pub(super) fn precedence(one: &Submitted<'_>, other: &Submitted<'_>) -> std::cmp::Ordering {
    let (left, right) = (one.reading, other.reading);
    (left.revision, left.report_date, left.modified.as_deref())
        .cmp(&(right.revision, right.report_date, right.modified.as_deref()))
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
        let earlier = kept.and_then(|kept| Some((kept, submissions.get(kept.from)?)));
        // What a score sheet says stays its own, even where a later table repeats it.
        let repeats = earlier.filter(|(kept, _)| kept.value.value == sourced.value);
        if let Some(Winner::Earlier) = repeats.and_then(|(_, earlier)| by_score_sheet(*field, earlier, submitted)) {
            continue;
        }
        if let Some((kept, earlier)) = earlier.filter(|(kept, _)| kept.value.value != sourced.value) {
            let about = |finding: Finding| finding.field(field.word()).cell(Some(record.cell_id.clone()));
            let (old, new) = (kept.value.value.written(), sourced.value.written());
            match by_score_sheet(*field, earlier, submitted) {
                Some(Winner::Earlier) => {
                    let finding = Finding::new(Code::ScoreSheetDiffers, place.at(sourced.at));
                    findings.push(about(finding.raw(new).value(old)));
                    continue;
                }
                Some(Winner::Later) => {
                    let at =
                        Place::sheet(Arc::clone(earlier.file), Arc::clone(&earlier.reading.sheet)).at(kept.value.at);
                    findings.push(about(Finding::new(Code::ScoreSheetDiffers, at).raw(old).value(new)));
                }
                None => {
                    let finding = Finding::new(Code::ValueChanged, place.at(sourced.at));
                    findings.push(about(finding.raw(old).value(new)));
                }
            }
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

/// Which of two submissions goes over the other.
enum Winner {
    Earlier,
    Later,
}

/// The total of a score sheet goes over that of a monthly table, whichever was sent first.
fn by_score_sheet(field: MeetingField, earlier: &Submitted<'_>, later: &Submitted<'_>) -> Option<Winner> {
    use MeetingField::{SelfGrade, SelfScore, UpperGrade, UpperScore};
    let is_sheet = |submitted: &Submitted<'_>| submitted.reading.form == Some(FormKind::ScoreSheet);
    match (is_sheet(earlier), is_sheet(later)) {
        _ if !matches!(field, SelfScore | UpperScore | SelfGrade | UpperGrade) => None,
        (true, false) => Some(Winner::Earlier),
        (false, true) => Some(Winner::Later),
        _ => None,
    }
}

/// Whether a sheet is marked as a correction and has every column of the other.
fn corrects(later: &Submitted<'_>, earlier: Option<&Submitted<'_>>) -> bool {
    let Some(earlier) = earlier else { return false };
    let columns: BTreeSet<&MeetingField> = later.reading.fields.iter().collect();
    later.reading.revision > earlier.reading.revision
        && later.reading.unit_id == earlier.reading.unit_id
        && later.reading.form == earlier.reading.form
        && earlier.reading.fields.iter().all(|field| columns.contains(field))
}

fn superseded(submissions: &[Submitted<'_>], months: &[Month]) -> BTreeMap<usize, usize> {
    let mut remaining: BTreeSet<usize> = BTreeSet::new();
    let mut replaced_by: BTreeMap<usize, usize> = BTreeMap::new();
    for month in months {
        remaining.extend(&month.kept);
        if let Some((last, earlier)) = month.rows.split_last() {
            replaced_by.extend(earlier.iter().filter(|position| *position != last).map(|position| (*position, *last)));
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
    let status = merging.fields.get(&M::Status).and_then(|kept| kept.value.value.status())?;
    // What a blank says, it says only of a meeting that was held.
    let says = |kept: &&Kept<'_>| kept.value.basis == Basis::Stated || status == MeetingStatus::Held;
    let value = |field: MeetingField| merging.fields.get(&field).filter(says).map(|kept| &kept.value.value);
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
        status,
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
