//! A block of a visit log → one visit per accepted row.

use chrono::Datelike;

use super::cells::SheetRow;
use super::ledger::Fate;
use super::monthly::{TableReader, name_finding};
use super::names::Named;
use super::recognise::Block;
use super::row_values::CellReader;
use super::rows::{RowKind, RowReader};
use super::submission::{FieldValue, MeetingField, SheetReading};
use super::wording::written_score;
use crate::finding::{CellRef, Code, Finding};
use crate::lake::schema::VisitRow;
use crate::period::Period;
use crate::rules::forms::ColumnField;
use crate::terms::Severity;

impl TableReader<'_, '_> {
    /// Adds a visit log's rows to the sheet's reading.
    pub fn read_visits(&self, block: &Block<'_>, into: &mut SheetReading) {
        let mut reader = RowReader::new(self.sheet, block, self.names, None);
        for row in block.rows(self.sheet) {
            match reader.kind(row) {
                RowKind::Layout(layout) => into.ledger.book_row(row, Fate::Layout(layout)),
                RowKind::Data { name, named } => self.visit(block, row, &name, &named, into),
            }
        }
    }

    fn visit(&self, block: &Block<'_>, row: &SheetRow, name: &str, named: &Named<'_>, into: &mut SheetReading) {
        let values = CellReader::read(self.context(), block, row);
        let day = values.column(ColumnField::VisitDate).and_then(|sourced| sourced.value.date());
        let column = |field| block.column(field).unwrap_or(0);
        let at = |field| self.place.at(CellRef { row: row.index, column: column(field) });
        let (unit, finding) = name_finding(&self.rules.names, at(ColumnField::Cell), name, named);
        let mut findings: Vec<Finding> = values.findings;
        findings.extend(finding);
        if day.is_none() && !values.broken {
            let unreadable = Finding::new(Code::ValueUnreadable, at(ColumnField::VisitDate)).field("visit_date");
            findings.push(unreadable.raw("").value("dd/mm/yyyy"));
        }
        let score = values.values.get(&MeetingField::UpperScore);
        if let Some((points, place)) = score.and_then(|it| Some((it.value.score()?, self.place.at(it.at)))) {
            let wrong = !(0.0..=100.0).contains(&points);
            let finding = Finding::new(Code::ScoreOutOfRange, place).field(MeetingField::UpperScore.word());
            findings.extend(wrong.then(|| finding.raw(written_score(points))));
        }
        if let (Some(day), Some(year)) = (day, self.year)
            && day.year() != year
        {
            let finding = Finding::new(Code::DateOutside, at(ColumnField::VisitDate)).field("visit_date");
            findings.push(finding.raw(day.format("%d/%m/%Y").to_string()).value(year.to_string()));
        }
        let rejected = findings.iter().any(|finding| finding.severity() == Severity::Error);
        let cell_id = unit.map(|unit| unit.unit_id.clone());
        into.rows_read += 1;
        into.findings.extend(findings.into_iter().map(|finding| finding.of_row(cell_id.as_ref())));
        // A log may say that nobody came.
        let nobody = values.values.get(&MeetingField::Visited).and_then(|it| it.value.truth()) == Some(false);
        if nobody && !rejected {
            into.ledger.append(values.ledger);
            return;
        }
        let (Some(cell_id), Some(date), false) = (cell_id, day, rejected) else {
            into.rows_rejected += 1;
            into.ledger.append(values.ledger.rejected());
            return;
        };
        into.ledger.append(values.ledger);
        let Some(period) = Period::of(date) else { return };
        let stated = |field: MeetingField| values.values.get(&field).map(|sourced| &sourced.value);
        into.visits.push(VisitRow {
            cell_id,
            date,
            period,
            supervisor: stated(MeetingField::Supervisor).and_then(FieldValue::text).map(str::to_owned),
            level: stated(MeetingField::VisitLevel).and_then(FieldValue::level),
            score: stated(MeetingField::UpperScore).and_then(FieldValue::score),
            file: self.place.file.to_string(),
            sheet: into.sheet.to_string(),
            row: i64::from(row.index) + 1,
        });
    }
}
