//! A block of a thematic plan → the topics of a cell's quarters, when it was submitted and when approved.

use super::cells::SheetRow;
use super::ledger::Fate;
use super::monthly::{TableReader, name_finding};
use super::names::Named;
use super::recognise::Block;
use super::row_values::{CellReader, RowValues};
use super::rows::{RowKind, RowReader};
use super::submission::{FieldValue, SheetReading};
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
        let mut values = CellReader::read(self.context(), block, row);
        let column = block.column(ColumnField::Cell).or_else(|| block.column(ColumnField::Code)).unwrap_or(0);
        let place = self.place.at(CellRef { row: row.index, column });
        let (unit, finding) = name_finding(&self.rules.names, place.clone(), name, named);
        let cell_id = unit.map(|unit| unit.unit_id.clone());
        values.findings.extend(finding);
        values.findings.extend(self.days_in_order(&values));
        let planned = cell_id.as_ref().map(|cell| self.quarters(&values, cell, year, row)).unwrap_or_default();
        if planned.is_empty() && cell_id.is_some() && dates(&values).iter().any(Option::is_some) {
            values.findings.push(Finding::new(Code::PlanWithoutTopic, place));
        }
        let rejected = values.broken || values.findings.iter().any(|finding| finding.severity() == Severity::Error);
        let about = |finding: Finding| if finding.cell_id.is_none() { finding.cell(cell_id.clone()) } else { finding };
        into.rows_read += 1;
        into.findings.extend(values.findings.into_iter().map(about));
        if rejected {
            into.rows_rejected += 1;
            into.ledger.append(values.ledger.rejected());
        } else {
            into.ledger.append(values.ledger);
            into.plans.extend(planned);
        }
    }

    /// One row of `plans` per quarter with a topic.
    fn quarters(&self, values: &RowValues, cell: &UnitId, year: i32, row: &SheetRow) -> Vec<PlanRow> {
        let topic = |column: ColumnField| {
            let topic = values.columns.get(&column).and_then(|sourced| sourced.value.text())?;
            let says_none = denies(topic) || text::bare(topic).is_empty();
            (!says_none).then(|| topic.to_owned())
        };
        let named = values.columns.get(&ColumnField::Quarter).and_then(|sourced| sourced.value.count());
        let by_column = BY_QUARTER.into_iter().filter_map(|(quarter, column)| Some((quarter, topic(column)?)));
        let by_row = named.and_then(|quarter| Some((quarter, topic(ColumnField::PlanTopic)?)));
        let [submitted_on, approved_on] = dates(values);
        by_column
            .chain(by_row)
            .map(|(quarter, topic)| PlanRow {
                cell_id: cell.clone(),
                year: i64::from(year),
                quarter,
                topic: Some(topic),
                submitted_on,
                approved_on,
                file: self.place.file.to_string(),
                sheet: self.place.sheet.as_deref().unwrap_or_default().to_owned(),
                row: i64::from(row.index) + 1,
            })
            .collect()
    }

    /// A plan is approved after it was submitted.
    fn days_in_order(&self, values: &RowValues) -> Option<Finding> {
        let approved = values.columns.get(&ColumnField::ApprovedOn)?;
        let [submitted_on, approved_on] = dates(values);
        (approved_on? < submitted_on?).then(|| {
            let finding = Finding::new(Code::ValuesDisagree, self.place.at(approved.at));
            let shown = submitted_on.map(|day| FieldValue::Date(day).written()).unwrap_or_default();
            finding.field(ColumnField::ApprovedOn.word()).raw(approved.value.written()).value(shown)
        })
    }
}

/// Days of submission and approval.
fn dates(values: &RowValues) -> [Option<chrono::NaiveDate>; 2] {
    let day = |column| values.columns.get(&column).and_then(|sourced| sourced.value.date());
    [day(ColumnField::SubmittedOn), day(ColumnField::ApprovedOn)]
}
