//! A block of a monthly table → one record per accepted row.

use std::collections::BTreeMap;

use super::cells::{Content, Sheet, SheetRow};
use super::checks::RowCheck;
use super::ledger::{Fate, Layout};
use super::names::{CellNames, Named, listed};
use super::recognise::Block;
use super::row_values::{CellReader, RowValues};
use super::rows::{RowKind, RowReader};
use super::submission::{MeetingField, MeetingRecord, SheetReading};
use super::values::{self, Count};
use crate::finding::{CellRef, Code, Finding, Place};
use crate::lake::schema::UnitRow;
use crate::period::Period;
use crate::register::UnitId;
use crate::rules::Rules;
use crate::rules::forms::{ColumnField, Dash};
use crate::terms::Severity;

/// Reads the rows of blocks of one sheet.
pub struct TableReader<'a, 'r> {
    /// The rules.
    pub rules: &'a Rules,
    /// The sheet's cells.
    pub sheet: &'a Sheet,
    /// The sheet's place.
    pub place: &'a Place,
    /// The cells its rows may name.
    pub names: &'a CellNames<'r>,
}

/// A data row on its way to a record.
struct Draft<'r> {
    unit: Option<&'r UnitRow>,
    row: u32,
    values: RowValues,
    findings: Vec<Finding>,
}

impl Draft<'_> {
    fn rejected(&self) -> bool {
        self.values.broken || self.findings.iter().any(|finding| finding.severity() == Severity::Error)
    }
}

impl<'r> TableReader<'_, 'r> {
    /// Adds a block's rows to the sheet's reading.
    pub fn read(&self, block: &Block<'_>, period: Period, into: &mut SheetReading) {
        let mut reader = RowReader::new(block, self.names);
        let mut drafts: Vec<Draft<'r>> = Vec::new();
        let mut totals: Vec<&SheetRow> = Vec::new();
        let mut counted: Vec<&SheetRow> = Vec::new();
        for row in block.rows(self.sheet) {
            match reader.kind(row) {
                RowKind::Layout(layout) => {
                    into.ledger.book_row(row, Fate::Layout(layout));
                    totals.extend((layout == Layout::Total).then_some(row));
                }
                RowKind::Data { name, named } => {
                    counted.push(row);
                    drafts.push(self.draft(block, period, row, &name, &named));
                }
            }
        }
        self.twice(&mut drafts);
        self.missing(&drafts, into);
        for total in totals {
            self.check_total(block, total, &counted, into);
        }
        for draft in drafts {
            take(draft, period, into);
        }
    }

    fn draft(&self, block: &Block<'_>, period: Period, row: &SheetRow, name: &str, named: &Named<'r>) -> Draft<'r> {
        let mut values = CellReader::read(self.rules, block, self.place, row);
        let check = RowCheck {
            rules: self.rules,
            place: self.place,
            period,
            absence_columns: [block.column(ColumnField::AbsentExcused), block.column(ColumnField::AbsentUnexcused)],
        };
        let mut findings = check.check(&mut values);
        let (unit, finding) = self.identify(block, row, name, named);
        findings.extend(finding);
        if !values.values.contains_key(&MeetingField::Status) && unit.is_some() {
            let at = CellRef { row: row.index, column: block.column(ColumnField::Cell).unwrap_or(0) };
            findings.push(Finding::new(Code::MeetingUnstated, self.place.at(at)).field(MeetingField::Status.word()));
        }
        Draft { unit, row: row.index, values, findings }
    }

    fn identify(
        &self,
        block: &Block<'_>,
        row: &SheetRow,
        name: &str,
        named: &Named<'r>,
    ) -> (Option<&'r UnitRow>, Option<Finding>) {
        let column = block.column(ColumnField::Cell).or_else(|| block.column(ColumnField::Code)).unwrap_or(0);
        name_finding(self.place.at(CellRef { row: row.index, column }), name, named)
    }

    /// A cell that stands twice: the same values count once, different ones reject both rows, for neither is known right.
    fn twice(&self, drafts: &mut [Draft<'r>]) {
        let mut by_cell: BTreeMap<&UnitId, Vec<usize>> = BTreeMap::new();
        for (position, draft) in drafts.iter().enumerate() {
            if let Some(unit) = draft.unit.filter(|_| !draft.rejected()) {
                by_cell.entry(&unit.unit_id).or_default().push(position);
            }
        }
        let groups: Vec<Vec<usize>> = by_cell.into_values().filter(|group| group.len() > 1).collect();
        for group in groups {
            let states = |position: &usize| {
                drafts.get(*position).map(|draft| {
                    draft
                        .values
                        .values
                        .iter()
                        .map(|(field, sourced)| (*field, sourced.value.clone()))
                        .collect::<Vec<_>>()
                })
            };
            let same = group.iter().all(|position| states(position) == group.first().and_then(states));
            let code = if same { Code::CellRepeated } else { Code::CellTwice };
            let lines: Vec<u32> = group.iter().filter_map(|position| Some(drafts.get(*position)?.row + 1)).collect();
            for (nth, position) in group.into_iter().enumerate() {
                if same && nth == 0 {
                    continue;
                }
                let Some(draft) = drafts.get_mut(position) else { continue };
                let others: Vec<String> =
                    lines.iter().filter(|line| **line != draft.row + 1).map(ToString::to_string).collect();
                let at = CellRef { row: draft.row, column: 0 };
                draft.findings.push(Finding::new(code, self.place.at(at)).value(others.join(", ")));
            }
        }
    }

    /// Cells directly below the unit that no row names.
    fn missing(&self, drafts: &[Draft<'r>], into: &mut SheetReading) {
        for unit in self.names.cells() {
            let direct = unit.parent_id == into.unit_id;
            if direct && !drafts.iter().any(|draft| draft.unit.is_some_and(|named| named.unit_id == unit.unit_id)) {
                let finding = Finding::new(Code::CellMissing, self.place.clone());
                into.findings.push(finding.value(unit.name.clone()).cell(Some(unit.unit_id.clone())));
            }
        }
    }

    /// A total row against the rows above it, column by column.
    fn check_total(&self, block: &Block<'_>, total: &SheetRow, rows: &[&SheetRow], into: &mut SheetReading) {
        use ColumnField as C;
        for bound in &block.columns {
            let Some(Count::Number(stated)) = values::count(total.get(bound.column), Dash::Blank).value() else {
                continue;
            };
            let above = rows.iter().filter(|row| row.index < total.index).map(|row| row.get(bound.column));
            let sum: Option<i64> = match bound.field {
                C::Members
                | C::Exempt
                | C::SpecialDuty
                | C::Away
                | C::Due
                | C::Present
                | C::AbsentExcused
                | C::AbsentUnexcused => above.map(addend).sum(),
                C::MarkGood | C::MarkFair | C::MarkAverage | C::MarkPoor => {
                    Some(above.map(|content| i64::from(values::mark(content).value().unwrap_or(false))).sum())
                }
                _ => None,
            };
            if let Some(sum) = sum.filter(|sum| *sum != stated) {
                let at = CellRef { row: total.index, column: bound.column };
                let finding = Finding::new(Code::TotalDiffers, self.place.at(at)).field(bound.field.word());
                into.findings.push(finding.raw(stated.to_string()).value(sum.to_string()));
            }
        }
    }
}

/// What a row adds to its column's total; `None` where it cannot be read as one number.
fn addend(content: &Content) -> Option<i64> {
    match values::count(content, Dash::Zero) {
        values::Reading::Blank => Some(0),
        other => match other.value()? {
            Count::Number(number) => Some(number),
            Count::PresentOfDue { .. } => None,
        },
    }
}

/// The unit a name stands for, and what is to be said of the name.
#[must_use]
pub fn name_finding<'r>(place: Place, name: &str, named: &Named<'r>) -> (Option<&'r UnitRow>, Option<Finding>) {
    let finding = |code| Finding::new(code, place).field("cell").raw(name);
    match named {
        Named::Exactly(unit) => (Some(unit), None),
        Named::Nearly(unit) => {
            let finding = finding(Code::CellFuzzy).value(listed(&[unit])).cell(Some(unit.unit_id.clone()));
            (Some(unit), Some(finding))
        }
        Named::Ambiguous(units) => (None, Some(finding(Code::CellAmbiguous).value(listed(units)))),
        Named::Unknown(nearest) => (None, Some(finding(Code::CellUnknown).value(listed(nearest)))),
    }
}

/// Books a row: accepted with its values, or rejected with all its cells.
fn take(draft: Draft<'_>, period: Period, into: &mut SheetReading) {
    let rejected = draft.rejected();
    let cell_id = draft.unit.map(|unit| unit.unit_id.clone());
    let Draft { row, values, findings, .. } = draft;
    into.rows_read += 1;
    let repeated = findings.iter().any(|finding| finding.code == Code::CellRepeated);
    let about = |finding: Finding| if finding.cell_id.is_none() { finding.cell(cell_id.clone()) } else { finding };
    into.findings.extend(values.findings.into_iter().chain(findings).map(about));
    if rejected {
        into.rows_rejected += 1;
        into.ledger.append(values.ledger.rejected());
        into.rejected.extend(cell_id.map(|cell| (cell, period, CellRef { row, column: 0 })));
        return;
    }
    into.ledger.append(values.ledger);
    if let Some(cell_id) = cell_id.filter(|_| !repeated && values.values.contains_key(&MeetingField::Status)) {
        into.meetings.push(MeetingRecord { cell_id, period, row, values: values.values });
    }
}
