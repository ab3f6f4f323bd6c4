//! A block of a thematic plan → the topics of a cell's quarters, when each was submitted and when approved.

use chrono::NaiveDate;

use super::cells::SheetRow;
use super::days;
use super::ledger::Fate;
use super::monthly::{TableReader, name_finding};
use super::names::Named;
use super::recognise::Block;
use super::row_values::{CellReader, RowValues};
use super::rows::{RowKind, RowReader};
use super::submission::{FieldValue, SheetReading, Sourced};
use super::wording::denies;
use crate::finding::{CellRef, Code, Finding};
use crate::lake::schema::PlanRow;
use crate::register::UnitId;
use crate::rules::forms::ColumnField;
use crate::terms::Severity;
use crate::text;

/// The columns of topics by quarter.
const BY_QUARTER: [(i64, ColumnField); 4] =
    [(1, ColumnField::TopicQ1), (2, ColumnField::TopicQ2), (3, ColumnField::TopicQ3), (4, ColumnField::TopicQ4)];

impl TableReader<'_, '_> {
    /// Adds a plan's rows to the sheet's reading.
    pub fn read_plans(&self, block: &Block<'_>, year: i32, into: &mut SheetReading) {
        let mut reader = RowReader::new(self.sheet, block, self.names, None);
        for row in block.rows(self.sheet) {
            match reader.kind(row) {
                RowKind::Layout(layout) => into.ledger.book_row(row, Fate::Layout(layout)),
                RowKind::Data { name, named } => self.plan(block, year, row, &name, &named, into),
            }
        }
    }

    fn plan(
        &self,
        block: &Block<'_>,
        year: i32,
        row: &SheetRow,
        name: &str,
        named: &Named<'_>,
        into: &mut SheetReading,
    ) {
        let values = CellReader::read(self.context(), block, row);
        let column = block.column(ColumnField::Cell).or_else(|| block.column(ColumnField::Code)).unwrap_or(0);
        let place = self.place.at(CellRef { row: row.index, column });
        let (unit, finding) = name_finding(&self.rules.names, place.clone(), name, named);
        let cell_id = unit.map(|unit| unit.unit_id.clone());
        let stated = Stated { block, values: &values };
        let planned = cell_id.as_ref().map(|cell| self.quarters(&stated, cell, year, row)).unwrap_or_default();
        let mut findings: Vec<Finding> = finding.into_iter().chain(self.out_of_order(&stated)).collect();
        if planned.is_empty() && cell_id.is_some() && stated.has_days() && !stated.lacks_quarter() {
            findings.push(Finding::new(Code::PlanWithoutTopic, place));
        }
        if stated.lacks_quarter() && !values.broken {
            let at = CellRef { row: row.index, column: block.column(ColumnField::Quarter).unwrap_or(column) };
            let finding = Finding::new(Code::ValueUnreadable, self.place.at(at)).field(ColumnField::Quarter.word());
            findings.push(finding.raw("").value("I–IV"));
        }
        let again =
            |plan: &PlanRow| into.plans.iter().find(|it| (&it.cell_id, it.quarter) == (&plan.cell_id, plan.quarter));
        if let Some(other) = planned.iter().find_map(|plan| again(plan).filter(|other| other.topic != plan.topic)) {
            let at = CellRef { row: row.index, column };
            findings.push(Finding::new(Code::CellTwice, self.place.at(at)).value(other.row.to_string()));
        }
        findings.extend(values.findings);
        let rejected = values.broken || findings.iter().any(|finding| finding.severity() == Severity::Error);
        let about = |finding: Finding| finding.of_row(cell_id.as_ref());
        into.rows_read += 1;
        into.findings.extend(findings.into_iter().map(about));
        if rejected {
            into.rows_rejected += 1;
            into.ledger.append(values.ledger.rejected());
        } else {
            into.ledger.append(values.ledger);
            into.plans.extend(planned);
        }
    }

    /// One row of `plans` per quarter with a topic.
    fn quarters(&self, stated: &Stated<'_>, cell: &UnitId, year: i32, row: &SheetRow) -> Vec<PlanRow> {
        let topics = stated.topics().into_iter();
        let planned = topics.map(|(quarter, topic)| PlanRow {
            cell_id: cell.clone(),
            year: i64::from(year),
            quarter,
            topic: Some(topic),
            submitted_on: stated.day(ColumnField::SubmittedOn, quarter).and_then(|day| day.value.date()),
            approved_on: stated.day(ColumnField::ApprovedOn, quarter).and_then(|day| day.value.date()),
            file: self.place.file.to_string(),
            sheet: self.place.sheet.as_deref().unwrap_or_default().to_owned(),
            row: i64::from(row.index) + 1,
        });
        planned.collect()
    }

    /// A plan is approved after it was submitted.
    fn out_of_order(&self, stated: &Stated<'_>) -> Option<Finding> {
        (1..=4).find_map(|quarter| {
            let [submitted, approved] =
                [ColumnField::SubmittedOn, ColumnField::ApprovedOn].map(|field| stated.day(field, quarter));
            let (submitted, approved) = (submitted?, approved?);
            (date(approved)? < date(submitted)?).then(|| {
                let finding = Finding::new(Code::ValuesDisagree, self.place.at(approved.at));
                let finding = finding.field(ColumnField::ApprovedOn.word());
                finding.raw(approved.value.written()).value(submitted.value.written())
            })
        })
    }
}

fn date(day: &Sourced) -> Option<NaiveDate> {
    day.value.date()
}

/// What a row of a plan states.
struct Stated<'a> {
    block: &'a Block<'a>,
    values: &'a RowValues,
}

impl<'a> Stated<'a> {
    /// Quarters with their topics: by the columns of quarters, or the one of the row.
    fn topics(&self) -> Vec<(i64, String)> {
        let topic = |column: ColumnField| {
            let topic = self.values.column(column).and_then(|sourced| sourced.value.text())?;
            let says_none = denies(topic) || matches!(text::bare(topic).as_str(), "" | "0");
            (!says_none).then(|| topic.to_owned())
        };
        let own = self.values.column(ColumnField::Quarter).and_then(|sourced| sourced.value.count());
        let by_column = BY_QUARTER.into_iter().filter_map(|(quarter, column)| Some((quarter, topic(column)?)));
        by_column.chain(own.and_then(|quarter| Some((quarter, topic(ColumnField::PlanTopic)?)))).collect()
    }

    /// The day of a quarter: from the column under its title, else from one that speaks of the whole plan.
    fn day(&self, field: ColumnField, quarter: i64) -> Option<&'a Sourced> {
        let of = |wanted: Option<i64>| {
            let mut days = self.values.columns.iter().filter(|(of, _)| *of == field).map(|(_, sourced)| sourced);
            days.find(|sourced| self.quarter_of(sourced.at.column) == wanted)
        };
        of(Some(quarter)).or_else(|| of(None))
    }

    /// The quarter a column's titles name.
    fn quarter_of(&self, column: u32) -> Option<i64> {
        let bound = self.block.columns.iter().find(|bound| bound.column == column)?;
        days::quarter_in(&bound.title)
    }

    /// A topic of a row that should name its quarter and does not.
    fn lacks_quarter(&self) -> bool {
        self.block.has(ColumnField::Quarter)
            && self.values.column(ColumnField::PlanTopic).is_some()
            && self.values.column(ColumnField::Quarter).is_none()
    }

    fn has_days(&self) -> bool {
        let is_day = |field: &ColumnField| matches!(field, ColumnField::SubmittedOn | ColumnField::ApprovedOn);
        self.values.columns.iter().any(|(field, sourced)| is_day(field) && matches!(sourced.value, FieldValue::Date(_)))
    }
}
