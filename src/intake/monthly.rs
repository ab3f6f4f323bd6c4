//! A block of a monthly table → one record per accepted row.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{Content, Sheet, SheetRow};
use super::checks::RowCheck;
use super::ledger::{Fate, Layout};
use super::names::{CellNames, Named, listed};
use super::recognise::Block;
use super::row_values::{CellReader, RowValues, TableContext};
use super::rows::{RowKind, RowReader};
use super::submission::{MeetingRecord, SheetReading};
use super::values::{self, Count};
use super::wording::{without_long_numbers, without_names};
use crate::finding::{CellRef, Code, Finding, Place};
use crate::lake::schema::UnitRow;
use crate::period::Period;
use crate::register::{Register, UnitId};
use crate::rules::Rules;
use crate::rules::forms::{ColumnField, Dash};
use crate::rules::names::NameRules;
use crate::rules::rubric::RubricsInForce;
use crate::terms::Severity;

/// Reads the rows of blocks of one sheet.
pub struct TableReader<'a, 'r> {
    /// The rules.
    pub rules: &'a Rules,
    /// The register.
    pub register: &'r Register,
    /// Which rubric grades which cell.
    pub rubrics: &'a RubricsInForce<'r>,
    /// The sheet's cells.
    pub sheet: &'a Sheet,
    /// The sheet's place.
    pub place: &'a Place,
    /// The cells its rows may name.
    pub names: &'a CellNames<'r>,
    /// The year of months that name none.
    pub year: Option<i32>,
}

/// Of which month the rows of a block speak, and of which cell where they name none.
pub struct BlockScope<'a, 'r> {
    /// The month, unless each row names its own.
    pub period: Option<Period>,
    /// What is written of the cell, and which it is.
    pub subject: Option<(&'a str, Named<'r>)>,
}

/// A data row on its way to a record.
struct Draft<'r> {
    unit: Option<&'r UnitRow>,
    period: Option<Period>,
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
    /// Adds the rows of blocks that belong together, as those of one month, to the sheet's reading.
    pub fn read(&self, blocks: &[(&Block<'_>, BlockScope<'_, 'r>)], into: &mut SheetReading) {
        let mut drafts: Vec<Draft<'r>> = Vec::new();
        let mut tables: Vec<Tally<'_>> = Vec::new();
        for (block, scope) in blocks {
            let mut reader = RowReader::new(self.sheet, block, self.names, scope.subject.as_ref());
            let mut tally = Tally { block, rows: Vec::new(), totals: Vec::new() };
            for row in block.rows(self.sheet) {
                match reader.kind(row) {
                    RowKind::Layout(layout) => {
                        into.ledger.book_row(row, Fate::Layout(layout));
                        tally.totals.extend((layout == Layout::Total).then_some(row));
                    }
                    RowKind::Data { name, named } => {
                        tally.rows.push(row);
                        drafts.push(self.draft(block, scope.period, row, &name, &named));
                    }
                }
            }
            tables.push(tally);
        }
        not_nearly(&mut drafts);
        self.twice(&mut drafts);
        if blocks.iter().all(|(_, scope)| scope.period.is_some() && scope.subject.is_none()) {
            self.missing(&drafts, into);
        }
        self.check_totals(&tables, into);
        for draft in drafts {
            take(draft, into);
        }
    }

    /// What the rows are read in.
    #[must_use]
    pub fn context(&self) -> TableContext<'_> {
        TableContext { rules: self.rules, sheet: self.sheet, place: self.place, year: self.year }
    }

    fn draft(
        &self,
        block: &Block<'_>,
        period: Option<Period>,
        row: &SheetRow,
        name: &str,
        named: &Named<'r>,
    ) -> Draft<'r> {
        let mut values = CellReader::read(self.context(), block, row);
        let own = values.column(ColumnField::Month).and_then(|month| Period::of(month.value.date()?));
        let period = if block.has(ColumnField::Month) { own } else { period };
        let named = self.in_force(named, period);
        let (unit, unsure) = self.identify(block, row, name, &named);
        let mut findings = Vec::new();
        if let Some(period) = period {
            let check = RowCheck {
                rules: self.rules,
                place: self.place,
                period,
                rubric: self.rubrics.grading(unit.map(|unit| &unit.unit_id), period),
                row: row.index,
                absence_columns: [block.column(ColumnField::AbsentExcused), block.column(ColumnField::AbsentUnexcused)],
            };
            findings.extend(check.check(&mut values));
        } else if !values.broken {
            let at = CellRef { row: row.index, column: block.column(ColumnField::Month).unwrap_or(0) };
            let finding = Finding::new(Code::ValueUnreadable, self.place.at(at)).field(ColumnField::Month.word());
            findings.push(finding.raw("").value("1–12"));
        }
        findings.extend(unsure);
        findings.extend(self.other_name(block, row, name, unit));
        Draft { unit, period, row: row.index, values, findings }
    }

    /// A cell that did not exist in the month of its row is not the one meant.
    fn in_force(&self, named: &Named<'r>, period: Option<Period>) -> Named<'r> {
        match named {
            Named::Exactly(unit) | Named::Decided(unit) | Named::Nearly(unit)
                if self.register.unit(&unit.unit_id, period).is_none() =>
            {
                Named::Unknown(vec![*unit])
            }
            other => other.clone(),
        }
    }

    fn identify(
        &self,
        block: &Block<'_>,
        row: &SheetRow,
        name: &str,
        named: &Named<'r>,
    ) -> (Option<&'r UnitRow>, Option<Finding>) {
        let column = block.column(ColumnField::Cell).or_else(|| block.column(ColumnField::Code)).unwrap_or(0);
        name_finding(&self.rules.names, self.place.at(CellRef { row: row.index, column }), name, named)
    }

    /// A row whose code names one cell and whose name another.
    fn other_name(&self, block: &Block<'_>, row: &SheetRow, name: &str, unit: Option<&UnitRow>) -> Option<Finding> {
        block.column(ColumnField::Code)?;
        let column = block.column(ColumnField::Cell)?;
        let other = self.names.exactly(name).filter(|other| unit.is_some_and(|unit| unit.unit_id != other.unit_id))?;
        let at = CellRef { row: row.index, column };
        let finding = Finding::new(Code::ValuesDisagree, self.place.at(at)).field(ColumnField::Cell.word());
        Some(finding.raw(listed(&[other])).value(unit.map_or_else(String::new, |unit| listed(&[unit]))))
    }

    /// A cell that stands twice: the same values count once, different ones reject both rows, for neither is known right.
    fn twice(&self, drafts: &mut [Draft<'r>]) {
        let mut by_cell: BTreeMap<(&UnitId, Option<Period>), Vec<usize>> = BTreeMap::new();
        for (position, draft) in drafts.iter().enumerate() {
            if let Some(unit) = draft.unit.filter(|_| !draft.rejected()) {
                by_cell.entry((&unit.unit_id, draft.period)).or_default().push(position);
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

    /// Total rows against the rows above them, column by column. A total may be that of its group, of its table, or
    /// of all tables of the month.
    fn check_totals(&self, tables: &[Tally<'_>], into: &mut SheetReading) {
        for (nth, table) in tables.iter().enumerate() {
            let earlier: Vec<&Tally<'_>> = tables.iter().take(nth).collect();
            for total in &table.totals {
                let above = table.totals.iter().map(|row| row.index).filter(|index| *index < total.index).max();
                for bound in &table.block.columns {
                    let Some(Count::Number(stated)) = values::count(total.get(bound.column), Dash::Blank).value()
                    else {
                        continue;
                    };
                    let own = table.sum(bound.field, |row| row.index < total.index);
                    let group = table.sum(bound.field, |row| row.index < total.index && Some(row.index) > above);
                    let others: Option<i64> = earlier.iter().map(|table| table.sum(bound.field, |_| true)).sum();
                    let all = own.zip(others).map(|(own, others)| own + others);
                    // Some forms put the total above the rows.
                    let below = table.sum(bound.field, |row| row.index > total.index);
                    let next = table.totals.iter().map(|row| row.index).filter(|index| *index > total.index).min();
                    let until = next.unwrap_or(u32::MAX);
                    let under = table.sum(bound.field, |row| (total.index..until).contains(&row.index));
                    let Some(expected) = own.filter(|_| ![own, group, all, below, under].contains(&Some(stated)))
                    else {
                        continue;
                    };
                    let at = CellRef { row: total.index, column: bound.column };
                    let finding = Finding::new(Code::TotalDiffers, self.place.at(at)).field(bound.field.word());
                    into.findings.push(finding.raw(stated.to_string()).value(expected.to_string()));
                }
            }
        }
    }
}

/// The rows of a block that totals are checked against.
struct Tally<'a> {
    block: &'a Block<'a>,
    rows: Vec<&'a SheetRow>,
    totals: Vec<&'a SheetRow>,
}

impl Tally<'_> {
    /// Sum of a field over some rows; `None` where the field is no count or a row cannot be read as one number.
    fn sum(&self, field: ColumnField, counts: impl Fn(&SheetRow) -> bool) -> Option<i64> {
        use ColumnField as C;
        let column = self.block.column(field)?;
        let cells = self.rows.iter().filter(|row| counts(row)).map(|row| row.get(column));
        match field {
            C::Members
            | C::Exempt
            | C::SpecialDuty
            | C::Away
            | C::Due
            | C::Present
            | C::AbsentExcused
            | C::AbsentUnexcused => cells.map(addend).sum(),
            C::MarkGood | C::MarkFair | C::MarkAverage | C::MarkPoor => {
                Some(cells.map(|content| i64::from(values::mark(content).value().unwrap_or(false))).sum())
            }
            _ => None,
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
pub fn name_finding<'r>(
    rules: &NameRules,
    place: Place,
    name: &str,
    named: &Named<'r>,
) -> (Option<&'r UnitRow>, Option<Finding>) {
    if let Named::Exactly(unit) = named {
        return (Some(unit), None);
    }
    // What does not look like an organisation may be a person.
    let organisation = name.split(['(', ';', ':']).next().unwrap_or_default().split(" - ").next().unwrap_or_default();
    let organisation = without_long_numbers(organisation);
    let raw = if rules.looks_like_an_organisation(&organisation) { Some(organisation) } else { without_names(name) };
    let finding = |code| {
        let finding = Finding::new(code, place).field(ColumnField::Cell.word());
        match raw {
            Some(raw) => finding.raw(raw),
            None => finding,
        }
    };
    match named {
        Named::Exactly(unit) => (Some(unit), None),
        Named::Decided(unit) => {
            let finding = finding(Code::DecisionApplied).value(listed(&[unit])).cell(Some(unit.unit_id.clone()));
            (Some(unit), Some(finding))
        }
        Named::Nearly(unit) => {
            let finding = finding(Code::CellFuzzy).value(listed(&[unit])).cell(Some(unit.unit_id.clone()));
            (Some(unit), Some(finding))
        }
        Named::Ambiguous(units) => (None, Some(finding(Code::CellAmbiguous).value(listed(units)))),
        Named::Unknown(_) if name.is_empty() => (None, Some(finding(Code::CellUnnamed))),
        Named::Unknown(nearest) => (None, Some(finding(Code::CellUnknown).value(listed(nearest)))),
    }
}

/// An almost-right name of a cell that another row names exactly is somebody else's.
fn not_nearly(drafts: &mut [Draft<'_>]) {
    let fuzzy = |draft: &Draft<'_>| draft.findings.iter().any(|finding| finding.code == Code::CellFuzzy);
    let exact: BTreeSet<(&UnitId, Option<Period>)> = drafts
        .iter()
        .filter(|draft| !fuzzy(draft))
        .filter_map(|draft| Some((&draft.unit?.unit_id, draft.period)))
        .collect();
    for draft in drafts.iter_mut().filter(|draft| fuzzy(draft)) {
        let Some(unit) = draft.unit.filter(|unit| exact.contains(&(&unit.unit_id, draft.period))) else { continue };
        draft.unit = None;
        for finding in draft.findings.iter_mut().filter(|finding| finding.code == Code::CellFuzzy) {
            finding.code = Code::CellUnknown;
            finding.cell_id = None;
            finding.value = Some(listed(&[unit]));
        }
    }
}

/// Books a row: accepted with its values, or rejected with all its cells.
fn take(draft: Draft<'_>, into: &mut SheetReading) {
    let rejected = draft.rejected();
    let cell_id = draft.unit.map(|unit| unit.unit_id.clone());
    let Draft { period, row, values, findings, .. } = draft;
    into.rows_read += 1;
    let repeated = findings.iter().any(|finding| finding.code == Code::CellRepeated);
    let about = |finding: Finding| finding.of_row(cell_id.as_ref());
    into.findings.extend(values.findings.into_iter().chain(findings).map(about));
    if rejected {
        into.rows_rejected += 1;
        into.ledger.append(values.ledger.rejected());
        into.rejected.extend(cell_id.zip(period).map(|(cell, period)| (cell, period, CellRef { row, column: 0 })));
        return;
    }
    into.ledger.append(values.ledger);
    if let Some((cell_id, period)) = cell_id.zip(period).filter(|_| !repeated) {
        into.meetings.push(MeetingRecord { cell_id, period, row, values: values.values });
    }
}
