//! A block of a score sheet → points per criterion, and the totals and grade of the meeting.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{Content, SheetRow};
use super::checks::RowCheck;
use super::ledger::{Fate, Layout};
use super::monthly::{BlockScope, TableReader, name_finding};
use super::recognise::Block;
use super::row_values::{CellReader, RowValues};
use super::rows::{begins_closing, begins_total, is_numbering};
use super::score_lines::{Depths, Line, SCORERS, criterion, is_band, leaves, max_in_words, score, sum};
use super::submission::{Basis, FieldValue, MeetingField, MeetingRecord, SheetReading, Sourced};
use super::values::{self, Reading};
use super::wording::written_score;
use crate::finding::{CellRef, Code, Finding};
use crate::lake::schema::ScoreRow;
use crate::period::Period;
use crate::register::UnitId;
use crate::rules::criteria::BELOW;
use crate::rules::forms::ColumnField;
use crate::terms::{MeetingKind, MeetingStatus, Scorer, Severity};
use crate::text::{self, Marks, tidy};

/// Points may differ by this much before they count as different.
const SAME_POINTS: f64 = 0.005;

/// Least sum of the most points of a sheet that scores out of 100; a month without a thematic meeting gives less.
const SCALE: f64 = 80.0;

/// What the rows of a score sheet say together.
#[derive(Default)]
struct Sheet {
    lines: Vec<Line>,
    /// Rows with totals.
    totals: Vec<RowValues>,
    grades: BTreeMap<MeetingField, Sourced>,
    /// A note was filled in.
    noted: Option<CellRef>,
    /// Scorers of whom some criterion was rejected.
    spoilt: Vec<Scorer>,
}

impl<'r> TableReader<'_, 'r> {
    /// Adds a score sheet's block to the sheet's reading.
    pub fn read_scores(
        &self,
        block: &Block<'_>,
        scope: &BlockScope<'_, 'r>,
        kind: MeetingKind,
        into: &mut SheetReading,
    ) {
        let at = self
            .place
            .at(CellRef { row: block.header_first, column: block.column(ColumnField::Criterion).unwrap_or(0) });
        let (unit, finding) = match &scope.subject {
            Some((name, named)) => name_finding(&self.rules.names, at, &tidy(name), named),
            None => (None, None),
        };
        into.findings.extend(finding);
        let known = unit.map(|unit| unit.unit_id.clone()).zip(scope.period);
        let sheet = self.score_rows(block, known.is_some(), into);
        let Some((cell_id, period)) = known else { return };
        self.record(block, &sheet, (&cell_id, period), kind, into);
        into.scores.extend(self.criteria(&sheet, (&cell_id, period), kind, into));
    }

    /// Books every row of the block; without a cell and month to count them for, its values are rejected.
    fn score_rows(&self, block: &Block<'_>, known: bool, into: &mut SheetReading) -> Sheet {
        let mut sheet = Sheet::default();
        let mut depths = Depths::default();
        let mut closed = false;
        let last_points = block.rows(self.sheet).filter(|row| has_number(block, row)).map(|row| row.index).last();
        for (nth, row) in block.rows(self.sheet).enumerate() {
            let scored = points(block, row).any(|content| !matches!(content, Content::Blank));
            let grade = self.grade_row(block, row);
            // A heading may begin with the words of a signature; what follows the last points is one.
            let after_points = last_points.is_none_or(|last| row.index > last);
            closed |= after_points && grade.is_none() && begins_closing(row, block.form);
            let layout = if closed {
                Some(Layout::Closing)
            } else if nth == 0 && is_numbering(row) {
                Some(Layout::Numbering)
            } else {
                (grade.is_none() && (!scored || is_band(row, block))).then_some(Layout::Group)
            };
            if let Some(layout) = layout {
                open_group(block, row, &mut depths);
                into.ledger.book_row(row, Fate::Layout(layout));
                continue;
            }
            let total = begins_total(row, block.form);
            let mut values = match grade {
                Some(values) => values,
                None => CellReader::read(self.context(), block, row),
            };
            let text = criterion(&values);
            if !total && grade_words(row, block).is_none() {
                into.rows_read += 1;
                self.check_line(block, &text, row, &mut values, &mut sheet);
            }
            let rejected = !known || values.broken || values.findings.iter().any(|it| it.severity() == Severity::Error);
            into.findings.append(&mut values.findings);
            let ledger = std::mem::take(&mut values.ledger);
            into.ledger.append(if rejected { ledger.rejected() } else { ledger });
            sheet.noted = sheet.noted.or(values.values.get(&MeetingField::NoteGiven).map(|sourced| sourced.at));
            if grade_words(row, block).is_some() {
                sheet.grades.extend(values.values.into_iter().filter(|_| !rejected));
            } else if total {
                sheet.totals.extend((!rejected).then_some(values));
            } else if rejected {
                into.rows_rejected += 1;
                let unread = |column| block.column(column).is_some_and(|at| values.unread.contains(&at));
                sheet.spoilt.extend(SCORERS.iter().filter(|(_, column)| unread(*column)).map(|(scorer, _)| *scorer));
            } else {
                let ordinal = block.column(ColumnField::Ordinal).map_or(&Content::Blank, |column| row.get(column));
                let depth = depths.next(ordinal, &text);
                sheet.lines.push(Line { row: row.index, depth, text, heading: depths.heading(), values });
            }
        }
        sheet
    }

    /// Points above the criterion's own maximum, or below nothing, reject the row.
    fn check_line(&self, block: &Block<'_>, text: &str, row: &SheetRow, values: &mut RowValues, sheet: &mut Sheet) {
        let points = |values: &RowValues, column| {
            let sourced: &Sourced = values.column(column)?;
            Some((sourced.value.score()?, sourced.at))
        };
        let max = points(values, ColumnField::MaxPoints).map(|(points, _)| points).or_else(|| max_in_words(text));
        for (scorer, column) in SCORERS {
            let Some((given, at)) = points(values, column) else { continue };
            if given < 0.0 || max.is_some_and(|max| given > max + SAME_POINTS) {
                let expected = max.map_or_else(|| "0–100".to_owned(), |max| format!("0–{}", written_score(max)));
                let finding = Finding::new(Code::CriterionOverMax, self.place.at(at)).field(column.word());
                values.findings.push(finding.raw(written_score(given)).value(expected));
                sheet.spoilt.push(scorer);
            }
        }
        if text.is_empty() {
            let column = block.column(ColumnField::Criterion).unwrap_or(0);
            let at = CellRef { row: row.index, column };
            values.findings.push(Finding::new(Code::CriterionUnnamed, self.place.at(at)).field("criterion"));
        }
    }

    /// The grades a row states behind the words for it, if it is such a row.
    fn grade_row(&self, block: &Block<'_>, row: &SheetRow) -> Option<RowValues> {
        let (label, behind) = grade_words(row, block)?;
        let mut values = RowValues::default();
        let columns = SCORERS.map(|(scorer, column)| (scorer, block.column(column)));
        for (column, content) in &row.cells {
            let at = CellRef { row: row.index, column: *column };
            let scorer = columns.iter().find(|(_, own)| *own == Some(*column)).map(|(scorer, _)| *scorer);
            let (reading, scorer) = if *column == label {
                (values::grade(&Content::Text(behind.clone())), Scorer::Own)
            } else {
                (values::grade(content), scorer.unwrap_or(Scorer::Own))
            };
            let field = if scorer == Scorer::Upper { MeetingField::UpperGrade } else { MeetingField::SelfGrade };
            match reading {
                Reading::Plain(grade) | Reading::Repaired(grade) => {
                    let sourced = Sourced { value: FieldValue::Grade(grade), at, basis: Basis::Stated };
                    values.values.entry(field).or_insert(sourced);
                    values.ledger.book(at, Fate::Used);
                }
                Reading::Unreadable if *column != label => {
                    let finding = Finding::new(Code::ValueDropped, self.place.at(at)).field(field.word());
                    values.findings.push(finding.value("Tốt / Khá / Trung bình / Kém"));
                    values.ledger.book(at, Fate::Rejected);
                }
                Reading::Blank | Reading::Unreadable => values.ledger.book(at, Fate::Layout(Layout::Group)),
            }
        }
        Some(values)
    }

    /// The meeting the sheet speaks of: totals, grade, and that it was held.
    fn record(
        &self,
        block: &Block<'_>,
        sheet: &Sheet,
        (cell_id, period): (&UnitId, Period),
        kind: MeetingKind,
        into: &mut SheetReading,
    ) {
        let mut values = RowValues { values: sheet.grades.clone(), ..RowValues::default() };
        let scale = self.other_scale(block, sheet);
        let sound = |scorer: &Scorer| scale.is_none() && !sheet.spoilt.contains(scorer);
        into.findings.extend(scale.clone().map(|finding| finding.cell(Some(cell_id.clone()))));
        for (scorer, column) in SCORERS.into_iter().filter(|(scorer, _)| sound(scorer)) {
            let field = if scorer == Scorer::Upper { MeetingField::UpperScore } else { MeetingField::SelfScore };
            let (total, findings) = self.total(block, sheet, column);
            into.findings.extend(findings.into_iter().map(|finding| finding.cell(Some(cell_id.clone()))));
            if let Some((points, at)) = total {
                values.values.insert(field, Sourced { value: score(points), at, basis: Basis::Stated });
            }
        }
        let Some((_, first)) = values.values.first_key_value() else { return };
        let (row, at) = (first.at.row, first.at);
        let truth = |value| Sourced { value, at, basis: Basis::Stated };
        let mut findings = Vec::new();
        match kind {
            MeetingKind::Regular => {
                values.values.insert(MeetingField::Status, truth(FieldValue::Status(MeetingStatus::Held)));
                if let Some(at) = sheet.noted {
                    let noted = Sourced { value: FieldValue::Truth(true), at, basis: Basis::Stated };
                    values.values.insert(MeetingField::NoteGiven, noted);
                }
                let check = RowCheck {
                    rules: self.rules,
                    place: self.place,
                    period,
                    rubric: self.rubrics.grading(Some(cell_id), period),
                    row,
                    absence_columns: [None, None],
                };
                findings = check.check(&mut values);
            }
            // Points of a thematic meeting are not those of the month's regular one.
            MeetingKind::Thematic => {
                values.values = BTreeMap::from([(MeetingField::Thematic, truth(FieldValue::Truth(true)))]);
            }
        }
        let rejected = findings.iter().any(|finding| finding.severity() == Severity::Error);
        into.findings.extend(findings.into_iter().map(|finding| finding.cell(Some(cell_id.clone()))));
        if !rejected {
            let record = MeetingRecord { cell_id: cell_id.clone(), period, row, values: values.values };
            into.fields.extend(record.values.keys().filter(|field| !into.fields.contains(field)).collect::<Vec<_>>());
            into.meetings.push(record);
        }
    }

    /// A sheet whose most points are far from 100 scores on another scale, and its total is not a score.
    fn other_scale(&self, block: &Block<'_>, sheet: &Sheet) -> Option<Finding> {
        let column = ColumnField::MaxPoints;
        let stated = sheet.totals.iter().rev().find_map(|values| values.column(column)?.value.score());
        let most = stated.unwrap_or_else(|| sum(&sheet.lines, &leaves(&sheet.lines, column), column));
        let at = CellRef { row: block.header_last, column: block.column(column)? };
        let finding = Finding::new(Code::ScoreScale, self.place.at(at)).field(column.word());
        (most > 0.0 && most < SCALE).then(|| finding.raw(written_score(most)))
    }

    /// The total of a column: as stated, else the sum of its criteria where each that can has points.
    fn total(&self, block: &Block<'_>, sheet: &Sheet, column: ColumnField) -> (Option<(f64, CellRef)>, Vec<Finding>) {
        let mut findings = Vec::new();
        let leaves = leaves(&sheet.lines, column);
        let added = sum(&sheet.lines, &leaves, column);
        findings.extend(self.groups(sheet, column));
        // Groups may have totals of their own; that of the sheet is the last.
        let stated = sheet.totals.iter().rev().find_map(|values| {
            let sourced = values.column(column)?;
            Some((sourced.value.score()?, sourced.at))
        });
        if let Some((total, at)) = stated {
            if !leaves.is_empty() && (total - added).abs() > SAME_POINTS {
                let finding = Finding::new(Code::PointsDoNotSum, self.place.at(at)).field(column.word());
                findings.push(finding.raw(written_score(total)).value(written_score(added)));
            }
            return (Some((total, at)), findings);
        }
        let first = leaves.first().and_then(|position| sheet.lines.get(*position));
        let Some((_, at)) = first.and_then(|line| line.points(column)) else { return (None, findings) };
        let open = sheet.lines.iter().filter(|line| line.points(column).is_none() && line.max().is_some()).count();
        let groups = open_groups(&sheet.lines, column);
        if open > groups {
            let at = CellRef { row: block.header_last, column: at.column };
            let finding = Finding::new(Code::ScoreIncomplete, self.place.at(at)).field(column.word());
            findings.push(finding.value((open - groups).to_string()));
            return (None, findings);
        }
        (Some((added, at)), findings)
    }

    /// Groups whose points are not the sum of those below them.
    fn groups(&self, sheet: &Sheet, column: ColumnField) -> Vec<Finding> {
        let mut findings = Vec::new();
        let all: BTreeSet<usize> = leaves(&sheet.lines, column).into_iter().collect();
        for (position, line) in sheet.lines.iter().enumerate() {
            let Some((points, at)) = line.points(column) else { continue };
            let below = sheet.lines.iter().skip(position + 1).take_while(|other| other.depth > line.depth).count();
            let leaves: Vec<usize> = all.range(position + 1..position + 1 + below).copied().collect();
            let added = sum(&sheet.lines, &leaves, column);
            if !leaves.is_empty() && (points - added).abs() > SAME_POINTS {
                let finding = Finding::new(Code::PointsDoNotSum, self.place.at(at)).field(column.word());
                findings.push(finding.raw(written_score(points)).value(written_score(added)));
            }
        }
        findings
    }

    /// The rows of `scores`.
    fn criteria(
        &self,
        sheet: &Sheet,
        (cell_id, period): (&UnitId, Period),
        kind: MeetingKind,
        into: &SheetReading,
    ) -> Vec<ScoreRow> {
        let mut rows = Vec::new();
        for (scorer, column) in SCORERS {
            for position in leaves(&sheet.lines, column) {
                let Some(line) = sheet.lines.get(position) else { continue };
                let (Some((points, at)), Some(max)) = (line.points(column), line.max()) else { continue };
                rows.push(ScoreRow {
                    cell_id: cell_id.clone(),
                    period,
                    meeting: Some(kind),
                    scorer,
                    criterion: named_apart(&sheet.lines, position),
                    heading: line.heading.as_deref().and_then(|heading| self.rules.criteria.telling(heading)),
                    points,
                    max_points: max,
                    file: self.place.file.to_string(),
                    sheet: into.sheet.to_string(),
                    row: at.sheet_row(),
                });
            }
        }
        rows
    }
}

/// A numbered line without points opens a level too.
fn open_group(block: &Block<'_>, row: &SheetRow, depths: &mut Depths) {
    let text = block.column(ColumnField::Criterion).and_then(|column| row.get(column).text());
    if let Some(text) = text.filter(|_| !is_band(row, block)) {
        let ordinal = block.column(ColumnField::Ordinal).map_or(&Content::Blank, |column| row.get(column));
        depths.pass(ordinal, text);
    }
}

/// What stands under the columns of points.
fn points<'s>(block: &Block<'_>, row: &'s SheetRow) -> impl Iterator<Item = &'s Content> {
    let columns = [ColumnField::MaxPoints, ColumnField::SelfPoints, ColumnField::UpperPoints];
    columns.map(|column| block.column(column)).into_iter().flatten().map(|column| row.get(column))
}

/// Whether one of them is a number, as far as the eye can tell: a signature is none.
fn has_number(block: &Block<'_>, row: &SheetRow) -> bool {
    points(block, row).any(|content| content.written().chars().any(|it| it.is_ascii_digit()))
}

/// How many lines without points are made up by lines below them that have some.
fn open_groups(lines: &[Line], column: ColumnField) -> usize {
    let made_up = |(position, line): &(usize, &Line)| {
        let mut below = lines.iter().skip(position + 1).take_while(|other| other.depth > line.depth);
        line.points(column).is_none() && line.max().is_some() && below.any(|other| other.points(column).is_some())
    };
    lines.iter().enumerate().filter(made_up).count()
}

/// The criterion's text, behind that of its group where another criterion of the sheet reads the same.
fn named_apart(lines: &[Line], position: usize) -> String {
    let Some(line) = lines.get(position) else { return String::new() };
    let same = lines.iter().filter(|other| other.text == line.text).count();
    let group = lines.iter().take(position).rev().find(|other| other.depth < line.depth);
    match group {
        Some(group) if same > 1 => format!("{}{BELOW}{}", group.text, line.text),
        _ => line.text.clone(),
    }
}

/// The column of a row's words for the grade, and what stands behind them in the same cell: `Xếp loại: Tốt`.
fn grade_words(row: &SheetRow, block: &Block<'_>) -> Option<(u32, String)> {
    let (column, written) = row.texts().next()?;
    let words = text::words(written, Marks::Removed);
    let label = block.form.grades.iter().filter(|label| words.starts_with(label)).map(Vec::len).max()?;
    // A legend of all grades states none, and a long sentence is a criterion.
    let rest = words.len() - label;
    let behind = written.split_once(':').map_or("", |(_, behind)| behind);
    (rest <= 4).then(|| (column, behind.trim().to_owned()))
}
