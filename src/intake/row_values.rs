//! One data row → the fields it states, the fate of each of its cells, and findings about single cells.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{Content, Sheet, SheetRow};
use super::days;
use super::ledger::{Fate, Layout, Ledger};
use super::recognise::Block;
use super::row_outcome::mark_of;
use super::submission::{Basis, FieldValue, MeetingField, Sourced};
use super::values::{self, Count, Reading};
use super::wording::{
    denies, says, says_not_held, without_long_numbers, without_names, written_count, written_day, written_score,
};
use crate::finding::{CellRef, Code, Finding, Place};
use crate::register::visit_level;
use crate::rules::Rules;
use crate::rules::forms::{ColumnField, Dash};
use crate::terms::{Grade, VisitLevel};
use crate::text::tidy;

/// What a row states.
#[derive(Debug, Default)]
pub struct RowValues {
    /// Fields of `meetings`.
    pub values: BTreeMap<MeetingField, Sourced>,
    /// Stated attendance rates, 0–1: the rate column and what stands in brackets behind `12/13`.
    pub rates: Vec<(CellRef, f64, String)>,
    /// Marked one-hot grades, and the columns there are.
    pub marks: Option<(CellRef, Vec<Grade>)>,
    /// Values of columns that are no field of `meetings`: the month or day of a row, points, topics.
    pub columns: Vec<(ColumnField, Sourced)>,
    /// Whether a word of the not-held list stands in the row.
    pub not_held: Option<CellRef>,
    /// Fates of the row's cells.
    pub ledger: Ledger,
    /// Findings about single cells.
    pub findings: Vec<Finding>,
    /// Whether a required value could not be read.
    pub broken: bool,
    /// Columns whose cell could not be read: they hold something, and nobody knows what.
    pub unread: BTreeSet<u32>,
}

impl RowValues {
    /// The value of a column that is no field of `meetings`; the first, where several columns carry the field.
    #[must_use]
    pub fn column(&self, field: ColumnField) -> Option<&Sourced> {
        self.columns.iter().find(|(of, _)| *of == field).map(|(_, sourced)| sourced)
    }
}

/// Days from the first of 1900 to the first of 1904, as spreadsheets count them.
const DAYS_TO_1904: f64 = 1462.0;

/// Reads the cells of a row.
pub struct CellReader<'a> {
    table: TableContext<'a>,
    rules: &'a Rules,
    pub(super) block: &'a Block<'a>,
    pub(super) place: &'a Place,
    pub(super) row: &'a SheetRow,
    pub(super) out: RowValues,
}

/// What the rows of a table are read in.
#[derive(Debug, Clone, Copy)]
pub struct TableContext<'a> {
    /// The rules.
    pub rules: &'a Rules,
    /// The sheet's cells.
    pub sheet: &'a Sheet,
    /// The sheet's place.
    pub place: &'a Place,
    /// The year of months that name none.
    pub year: Option<i32>,
}

impl<'a> CellReader<'a> {
    /// Every value of a row under the block's columns.
    #[must_use]
    pub fn read(table: TableContext<'a>, block: &'a Block<'a>, row: &'a SheetRow) -> RowValues {
        let out = RowValues::default();
        let mut reader = Self { table, rules: table.rules, block, place: table.place, row, out };
        for bound in &block.columns {
            let content = reader.content(bound.field, bound.column);
            let at = CellRef { row: row.index, column: bound.column };
            if matches!(content, Content::Blank) || (content.text().is_none() && matches!(content, Content::Text(_))) {
                reader.blank(bound.field, at, content);
            } else if says_not_held(bound.field, content, &block.form.not_held) {
                reader.out.not_held = Some(at);
                reader.book(at, Fate::Used);
            } else {
                reader.cell(bound.field, at, content);
            }
        }
        reader.unknown_columns();
        reader.finish()
    }

    /// What stands in a column. A month, a quarter or a day may be merged down over several rows, and holds for each.
    fn content(&self, field: ColumnField, column: u32) -> &'a Content {
        use ColumnField as C;
        let own = self.row.get(column);
        if !matches!(own, Content::Blank) || !matches!(field, C::Month | C::HeldOn | C::VisitDate | C::Quarter) {
            return own;
        }
        let at = CellRef { row: self.row.index, column };
        self.table.sheet.merged_down(at, self.block.header_last).unwrap_or(own)
    }

    /// Books a cell of this row; one that only takes its value from a cell merged down over it holds nothing.
    fn book(&mut self, at: CellRef, fate: Fate) {
        if !matches!(self.row.get(at.column), Content::Blank) {
            self.out.ledger.book(at, fate);
        }
    }

    /// Cells under columns no form knows.
    fn unknown_columns(&mut self) {
        for (column, _) in &self.row.cells {
            if !self.block.columns.iter().any(|bound| bound.column == *column) {
                self.book(CellRef { row: self.row.index, column: *column }, Fate::Layout(Layout::UnknownColumn));
            }
        }
    }

    /// A cell with nothing but spaces is used as a blank.
    fn blank(&mut self, field: ColumnField, at: CellRef, content: &Content) {
        if !matches!(content, Content::Blank) {
            self.book(at, if field == ColumnField::Ordinal { Fate::Layout(Layout::Numbering) } else { Fate::Used });
        }
        if let Some(grade) = mark_of(field) {
            self.marked(at, grade, false);
        }
    }

    fn cell(&mut self, field: ColumnField, at: CellRef, content: &Content) {
        use ColumnField as C;
        use MeetingField as M;
        match field {
            C::Ordinal => self.book(at, Fate::Layout(Layout::Numbering)),
            C::Personal => self.book(at, Fate::Layout(Layout::Personal)),
            C::Cell | C::Code => self.book(at, Fate::Used),
            C::Note => {
                self.book(at, Fate::Used);
                self.state(M::NoteGiven, at, FieldValue::Truth(true));
            }
            C::Members => self.head_count(field, M::Members, at, content),
            C::Exempt => self.head_count(field, M::Exempt, at, content),
            C::SpecialDuty => self.head_count(field, M::SpecialDuty, at, content),
            C::Away => self.head_count(field, M::Away, at, content),
            C::Due => self.head_count(field, M::Due, at, content),
            C::Present => self.head_count(field, M::Present, at, content),
            C::AbsentExcused => self.head_count(field, M::AbsentExcused, at, content),
            C::AbsentUnexcused => self.head_count(field, M::AbsentUnexcused, at, content),
            C::DurationMin => self.minutes(at, content),
            C::Speakers => self.head_count(field, M::Speakers, at, content),
            C::Rate => self.rate(at, content),
            C::HeldOn => self.date(field, M::HeldOn, at, content),
            C::ThematicHeldOn => self.date(field, M::ThematicHeldOn, at, content),
            C::Thematic => self.truth_or_text(field, M::Thematic, M::ThematicTopic, at, content),
            C::ThematicTopic => self.text(M::ThematicTopic, at, content),
            C::CommitteeMet => self.truth(field, M::CommitteeMet, at, content),
            C::Visited => self.visitor(at, content),
            C::VisitLevel => self.level(field, at, content),
            C::SelfScore => self.score(field, M::SelfScore, at, content),
            C::UpperScore => self.score(field, M::UpperScore, at, content),
            C::SelfGrade => self.grade(field, M::SelfGrade, at, content),
            C::UpperGrade => self.grade(field, M::UpperGrade, at, content),
            C::MarkGood | C::MarkFair | C::MarkAverage | C::MarkPoor => self.mark(field, at, content),
            C::Month => {
                let reading = days::month(content, self.table.year).map(|month| FieldValue::Date(month.first_day()));
                self.column(field, at, content, reading, "1–12");
            }
            C::Quarter => self.column(field, at, content, days::quarter(content).map(FieldValue::Count), "I–IV"),
            C::VisitDate | C::SubmittedOn | C::ApprovedOn => {
                self.column(field, at, content, self.day(content).map(FieldValue::Date), "dd/mm/yyyy");
            }
            C::MaxPoints | C::SelfPoints | C::UpperPoints => {
                self.column(field, at, content, values::score(content).map(FieldValue::Score), "8,5");
            }
            C::Criterion | C::PlanTopic | C::TopicQ1 | C::TopicQ2 | C::TopicQ3 | C::TopicQ4 => {
                let text = without_long_numbers(&content.written());
                self.column(field, at, content, Reading::Plain(FieldValue::Text(text)), "");
            }
        }
    }

    /// Counts the cell, reports repair or refusal, and gives the value.
    fn settle<T: Clone>(
        &mut self,
        field: ColumnField,
        at: CellRef,
        content: &Content,
        reading: Reading<T>,
        expected: &str,
        written: impl Fn(&T) -> String,
    ) -> Option<T> {
        let finding = |code| {
            let finding = Finding::new(code, self.place.at(at)).field(field.word());
            match without_names(&content.written()) {
                Some(raw) => finding.raw(raw),
                None => finding,
            }
        };
        match reading {
            Reading::Plain(value) => {
                self.book(at, Fate::Used);
                Some(value)
            }
            Reading::Blank => {
                self.book(at, Fate::Used);
                None
            }
            // A number or day typed as text, just as it would be shown.
            Reading::Repaired(value) if tidy(&content.written()) == written(&value) => {
                self.book(at, Fate::Used);
                Some(value)
            }
            Reading::Repaired(value) => {
                let finding = finding(Code::ValueRepaired).value(written(&value));
                self.out.findings.push(finding);
                self.book(at, Fate::Repaired);
                Some(value)
            }
            Reading::Unreadable => {
                let required = self.block.form.column(field).is_some_and(|rule| rule.required);
                let code = if required { Code::ValueUnreadable } else { Code::ValueDropped };
                let finding = finding(code).value(expected);
                self.out.findings.push(finding);
                self.book(at, Fate::Rejected);
                self.out.unread.insert(at.column);
                self.out.broken |= required;
                None
            }
        }
    }

    /// States a field; where another cell of the row says something else, the first stands and the row is doubtful.
    pub(super) fn state(&mut self, field: MeetingField, at: CellRef, value: FieldValue) {
        match self.out.values.get(&field) {
            None => drop(self.out.values.insert(field, Sourced { value, at, basis: Basis::Stated })),
            Some(stated) if stated.value != value => {
                let finding = Finding::new(Code::ValuesDisagree, self.place.at(at)).field(field.word());
                self.out.findings.push(finding.raw(value.written()).value(stated.value.written()));
            }
            Some(_) => {}
        }
    }

    /// A day; where the workbook counts from 1904, so does a bare number.
    fn day(&self, content: &Content) -> Reading<chrono::NaiveDate> {
        match content {
            Content::Number(number) if self.table.sheet.from_1904 => {
                days::date(&Content::Number(number + DAYS_TO_1904))
            }
            other => days::date(other),
        }
    }

    /// A value of a column that is no field of `meetings`.
    fn column(
        &mut self,
        column: ColumnField,
        at: CellRef,
        content: &Content,
        reading: Reading<FieldValue>,
        expected: &str,
    ) {
        if let Some(value) = self.settle(column, at, content, reading, expected, FieldValue::written) {
            self.out.columns.push((column, Sourced { value, at, basis: Basis::Stated }));
        }
    }

    fn head_count(&mut self, column: ColumnField, field: MeetingField, at: CellRef, content: &Content) {
        let dash = self.block.form.column(column).map_or(Dash::Blank, |rule| rule.dash);
        let fraction_fits = matches!(field, MeetingField::Members | MeetingField::Due | MeetingField::Present);
        let reading = values::count(content, dash).filter(|count| fraction_fits || matches!(count, Count::Number(_)));
        let expected = if fraction_fits { "12 / 12/13" } else { "12" };
        match self.settle(column, at, content, reading, expected, written_count) {
            Some(Count::Number(number)) => self.state(field, at, FieldValue::Count(number)),
            Some(Count::PresentOfDue { present, due, rate }) => {
                self.state(MeetingField::Present, at, FieldValue::Count(present));
                self.state(MeetingField::Due, at, FieldValue::Count(due));
                if let Some(rate) = rate {
                    self.out.rates.push((at, rate, tidy(&content.written())));
                }
            }
            None => {}
        }
    }

    fn minutes(&mut self, at: CellRef, content: &Content) {
        let reading = values::minutes(content);
        if let Some(minutes) = self.settle(ColumnField::DurationMin, at, content, reading, "90", ToString::to_string) {
            self.state(MeetingField::DurationMin, at, FieldValue::Count(minutes));
        }
    }

    fn rate(&mut self, at: CellRef, content: &Content) {
        let reading = values::rate(content);
        let written = |share: &f64| written_score(share * 100.0) + "%";
        if let Some(rate) = self.settle(ColumnField::Rate, at, content, reading, "96%", written) {
            self.out.rates.push((at, rate, tidy(&content.written())));
        }
    }

    fn date(&mut self, column: ColumnField, field: MeetingField, at: CellRef, content: &Content) {
        let reading = self.day(content);
        if let Some(day) = self.settle(column, at, content, reading, "dd/mm/yyyy", written_day) {
            self.state(field, at, FieldValue::Date(day));
        }
    }

    fn truth(&mut self, column: ColumnField, field: MeetingField, at: CellRef, content: &Content) {
        let reading = values::mark(content);
        if let Some(truth) = self.settle(column, at, content, reading, "x", ToString::to_string) {
            self.state(field, at, FieldValue::Truth(truth));
        }
    }

    /// A thematic column holds a mark, a day, or the topic itself.
    fn truth_or_text(
        &mut self,
        column: ColumnField,
        field: MeetingField,
        topic: MeetingField,
        at: CellRef,
        content: &Content,
    ) {
        match (values::mark(content), content) {
            (Reading::Unreadable, Content::Date(day)) => {
                self.book(at, Fate::Used);
                self.state(field, at, FieldValue::Truth(true));
                self.state(MeetingField::ThematicHeldOn, at, FieldValue::Date(day.date()));
            }
            (Reading::Unreadable, Content::Text(written))
                if denies(written) || says(content, &self.block.form.not_held) =>
            {
                self.book(at, Fate::Used);
                self.state(field, at, FieldValue::Truth(false));
            }
            (Reading::Unreadable, Content::Text(written)) => {
                self.book(at, Fate::Used);
                self.state(field, at, FieldValue::Truth(true));
                self.state(topic, at, FieldValue::Text(without_long_numbers(written)));
            }
            _ => self.truth(column, field, at, content),
        }
    }

    fn text(&mut self, field: MeetingField, at: CellRef, content: &Content) {
        self.book(at, Fate::Used);
        self.state(field, at, FieldValue::Text(without_long_numbers(&content.written())));
    }

    /// A mark, or a role. Any other text may be a name: it counts as a visit and is not kept.
    fn visitor(&mut self, at: CellRef, content: &Content) {
        let mark = values::mark(content);
        let (Reading::Unreadable, Some(written)) = (&mark, content.text()) else {
            return self.truth(ColumnField::Visited, MeetingField::Visited, at, content);
        };
        self.book(at, Fate::Used);
        let came = !denies(written);
        self.state(MeetingField::Visited, at, FieldValue::Truth(came));
        if !came {
            return;
        }
        if let Some((role, level)) = self.rules.roles.role(written) {
            self.state(MeetingField::Supervisor, at, FieldValue::Text(role.to_owned()));
            if let Some(level) = level {
                self.state(MeetingField::VisitLevel, at, FieldValue::Level(level));
            }
        } else {
            let finding = Finding::new(Code::SupervisorDropped, self.place.at(at));
            self.out.findings.push(finding.field(MeetingField::Supervisor.word()));
        }
    }

    fn level(&mut self, column: ColumnField, at: CellRef, content: &Content) {
        let level = content.text().and_then(visit_level).map_or(Reading::Unreadable, Reading::Plain);
        let written = |level: &VisitLevel| level.to_string();
        if let Some(level) =
            self.settle(column, at, content, level, "cấp trên / đảng ủy cơ sở / đơn vị giúp đỡ", written)
        {
            self.out.values.insert(
                MeetingField::VisitLevel,
                Sourced { value: FieldValue::Level(level), at, basis: Basis::Stated },
            );
        }
    }

    fn score(&mut self, column: ColumnField, field: MeetingField, at: CellRef, content: &Content) {
        let reading = values::score(content);
        if let Some(score) = self.settle(column, at, content, reading, "0–100", |score| written_score(*score)) {
            self.state(field, at, FieldValue::Score(score));
        }
    }

    fn grade(&mut self, column: ColumnField, field: MeetingField, at: CellRef, content: &Content) {
        let reading = values::grade(content);
        let written = |grade: &Grade| grade.to_string();
        if let Some(grade) = self.settle(column, at, content, reading, "Tốt / Khá / Trung bình / Kém", written) {
            self.state(field, at, FieldValue::Grade(grade));
        }
    }

    fn mark(&mut self, column: ColumnField, at: CellRef, content: &Content) {
        let reading = values::mark(content);
        let marked = self.settle(column, at, content, reading, "x", ToString::to_string).unwrap_or(false);
        if let Some(grade) = mark_of(column) {
            self.marked(at, grade, marked);
        }
    }

    fn marked(&mut self, at: CellRef, grade: Grade, marked: bool) {
        let (_, grades) = self.out.marks.get_or_insert((at, Vec::new()));
        if marked {
            grades.push(grade);
        }
    }
}
