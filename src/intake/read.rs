//! One file's bytes → what its sheets say. Never fails: what cannot be read becomes findings.

use std::sync::Arc;

use super::cells::Sheet;
use super::context::{self, FoundPeriod, UnitNames};
use super::ledger::{Fate, Layout, Ledger};
use super::monthly::TableReader;
use super::names::CellNames;
use super::recognise::{self, Block};
use super::submission::{FileOutcome, MeetingField, SheetReading};
use super::workbook;
use crate::finding::{CellRef, Code, Finding, Place};
use crate::register::Register;
use crate::rules::Rules;
use crate::rules::forms::{ColumnField, FormKind};

/// What every file is read against.
#[derive(Debug)]
pub struct Reader<'a> {
    rules: &'a Rules,
    register: &'a Register,
    units: UnitNames<'a>,
}

impl<'a> Reader<'a> {
    /// A reader for a register and rules.
    #[must_use]
    pub fn new(rules: &'a Rules, register: &'a Register) -> Self {
        Self { rules, register, units: UnitNames::of(register, &rules.names) }
    }

    /// Reads a file from its bytes.
    #[must_use]
    pub fn read(&self, file: &Arc<str>, bytes: &[u8]) -> FileOutcome {
        let limit = self.rules.settings.file_size_limit_mib;
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit * 1024 * 1024 {
            let finding = Finding::new(Code::FileTooLarge, Place::file(Arc::clone(file)));
            return FileOutcome::Unreadable(finding.value(format!("{limit} MiB")));
        }
        match workbook::open(bytes) {
            Ok(sheets) => {
                let filled = sheets.iter().filter(|sheet| !sheet.rows.is_empty());
                FileOutcome::Sheets(filled.map(|sheet| accounted(file, sheet, self.sheet(file, sheet))).collect())
            }
            Err(unreadable) => {
                let finding = Finding::new(unreadable.code, Place::file(Arc::clone(file)));
                FileOutcome::Unreadable(finding.value(unreadable.detail))
            }
        }
    }

    fn sheet(&self, file: &Arc<str>, sheet: &Sheet) -> SheetReading {
        let place = Place::sheet(Arc::clone(file), Arc::clone(&sheet.name));
        let blocks = recognise::blocks(sheet, &self.rules.forms);
        let mut reading = SheetReading {
            sheet: Arc::clone(&sheet.name),
            form: blocks.first().map(|block| block.form.kind),
            unit_id: None,
            period: None,
            report_date: context::report_date(sheet.rows.iter()),
            revision: context::revision(file.rsplit('/').next().into_iter().chain(std::iter::once(&*sheet.name))),
            cells_read: sheet.cell_count(),
            ledger: Ledger::default(),
            rows_read: 0,
            rows_rejected: 0,
            fields: Vec::new(),
            meetings: Vec::new(),
            visits: Vec::new(),
            rejected: Vec::new(),
            findings: Vec::new(),
        };
        let Some(first) = blocks.first() else {
            return unrecognised(reading, sheet, Finding::new(Code::SheetUnrecognised, place));
        };
        let preamble = context::texts_between(sheet, 0, first.header_first);
        reading.revision = reading.revision.max(context::revision(preamble.iter().copied()));
        let found = named_period(file, sheet, &preamble);
        let sender = self.units.sender(&preamble, file, found.period, &self.rules.names);
        reading.period = found.period;
        let Some(unit) = sender.unit else {
            return unrecognised(reading, sheet, Finding::new(Code::UnitUnknown, place));
        };
        reading.unit_id = Some(unit.unit_id.clone());
        if let Some(other) = sender.conflict {
            let finding = Finding::new(Code::UnitConflict, place.clone());
            reading.findings.push(finding.raw(unit.name.clone()).value(other.name.clone()));
        }
        book_headers(sheet, &blocks, &mut reading.ledger);
        match first.form.kind {
            FormKind::MonthlyTable => self.monthly(file, sheet, &place, &blocks, &found, reading),
            FormKind::VisitLog => self.visit_log(sheet, &place, &blocks, reading),
        }
    }

    fn monthly(
        &self,
        file: &Arc<str>,
        sheet: &Sheet,
        place: &Place,
        blocks: &[Block<'_>],
        found: &FoundPeriod,
        mut reading: SheetReading,
    ) -> SheetReading {
        let unit_id = reading.unit_id.clone();
        let mut above = 0;
        for (nth, block) in blocks.iter().enumerate() {
            let own = context::texts_between(sheet, above, block.header_first);
            above = block.header_last + 1;
            // A further block may carry a month of its own in the lines above its header.
            let found = if nth == 0 { found.clone() } else { later_period(named_period(file, sheet, &own), found) };
            let (Some(period), Some(unit_id)) = (found.period, unit_id.as_ref()) else {
                return unrecognised(reading, sheet, Finding::new(Code::PeriodUnknown, place.clone()));
            };
            if let Some((other, written)) = &found.conflict {
                let finding = Finding::new(Code::PeriodConflict, place.clone());
                reading.findings.push(finding.raw(period.to_string()).value(format!("{other} ({written})")));
            }
            self.columns(block, place, &mut reading);
            let names = CellNames::below(self.register, unit_id, Some(period), &self.rules.names);
            TableReader { rules: self.rules, sheet, place, names: &names }.read(block, period, &mut reading);
        }
        reading
    }

    fn visit_log(&self, sheet: &Sheet, place: &Place, blocks: &[Block<'_>], mut reading: SheetReading) -> SheetReading {
        reading.period = None;
        let Some(unit_id) = reading.unit_id.clone() else { return reading };
        let names = CellNames::below(self.register, &unit_id, None, &self.rules.names);
        for block in blocks {
            self.columns(block, place, &mut reading);
            TableReader { rules: self.rules, sheet, place, names: &names }.read_visits(block, &mut reading);
        }
        reading
    }

    /// Books a block's columns: its fields, the doubtful ones and the unknown ones.
    fn columns(&self, block: &Block<'_>, place: &Place, reading: &mut SheetReading) {
        for bound in &block.columns {
            let fields = fields_of(bound.field);
            reading.fields.extend(fields.iter().filter(|field| !reading.fields.contains(field)).collect::<Vec<_>>());
            let rival = bound.runner_up.is_some_and(|(_, score)| bound.confidence - score < 0.02);
            if bound.confidence < self.rules.settings.sure_match_at_least || rival {
                let at = place.at(CellRef { row: block.header_last, column: bound.column });
                let finding = Finding::new(Code::ColumnDoubtful, at).field(bound.field.word());
                reading.findings.push(finding.raw(bound.title.clone()).value(bound.field.word()));
            }
        }
        for path in &block.unknown {
            let at = place.at(CellRef { row: block.header_last, column: path.column });
            reading.findings.push(Finding::new(Code::ColumnUnknown, at).raw(path.written()));
        }
    }
}

/// The month named by titles, sheet, file and folders, in that order.
fn named_period(file: &str, sheet: &Sheet, titles: &[&str]) -> FoundPeriod {
    let mut parts: Vec<&str> = file.split('/').rev().collect();
    if let Some(name) = parts.first_mut() {
        *name = name.rsplit_once('.').map_or(*name, |(stem, _)| stem);
    }
    context::period(titles.iter().copied().chain(std::iter::once(&*sheet.name)).chain(parts))
}

/// A month of its own for a further block, else that of the sheet.
fn later_period(own: FoundPeriod, sheet: &FoundPeriod) -> FoundPeriod {
    if own.period.is_some() { own } else { sheet.clone() }
}

/// Every cell must have met exactly one fate; one that has not is our mistake, and is said aloud.
fn accounted(file: &Arc<str>, sheet: &Sheet, mut reading: SheetReading) -> SheetReading {
    let place = Place::sheet(Arc::clone(file), Arc::clone(&sheet.name));
    let misbooked = reading.ledger.misbooked(sheet);
    reading.findings.extend(misbooked.into_iter().map(|at| Finding::new(Code::CellUnaccounted, place.at(at))));
    reading
}

/// Books what stands above and in the headers of the blocks.
fn book_headers(sheet: &Sheet, blocks: &[Block<'_>], ledger: &mut Ledger) {
    for row in &sheet.rows {
        let header = blocks.iter().any(|block| (block.header_first..=block.header_last).contains(&row.index));
        if header {
            ledger.book_row(row, Fate::Layout(Layout::Header));
        } else if blocks.first().is_some_and(|first| row.index < first.header_first) {
            ledger.book_row(row, Fate::Layout(Layout::Letterhead));
        }
    }
}

/// No row of the sheet can be used: all its cells are rejected.
fn unrecognised(mut reading: SheetReading, sheet: &Sheet, finding: Finding) -> SheetReading {
    reading.form = None;
    reading.ledger = Ledger::all_rejected(sheet);
    (reading.rows_read, reading.rows_rejected) = (0, 0);
    reading.meetings.clear();
    reading.visits.clear();
    reading.findings.push(finding);
    reading
}

/// The fields of `meetings` a column states.
fn fields_of(column: ColumnField) -> &'static [MeetingField] {
    use ColumnField as C;
    use MeetingField as M;
    match column {
        C::Members => &[M::Members, M::Due, M::Present],
        C::Exempt => &[M::Exempt],
        C::SpecialDuty => &[M::SpecialDuty],
        C::Away => &[M::Away],
        C::Due => &[M::Due],
        C::Present => &[M::Present],
        C::AbsentExcused => &[M::AbsentExcused],
        C::AbsentUnexcused => &[M::AbsentUnexcused],
        C::HeldOn => &[M::HeldOn, M::Status],
        C::ThematicHeldOn => &[M::ThematicHeldOn],
        C::DurationMin => &[M::DurationMin],
        C::Speakers => &[M::Speakers],
        C::Thematic => &[M::Thematic, M::ThematicTopic],
        C::ThematicTopic => &[M::ThematicTopic],
        C::CommitteeMet => &[M::CommitteeMet],
        C::Visited => &[M::Visited, M::Supervisor, M::VisitLevel],
        C::VisitLevel => &[M::VisitLevel],
        C::SelfScore => &[M::SelfScore],
        C::UpperScore => &[M::UpperScore],
        C::SelfGrade | C::MarkGood | C::MarkFair | C::MarkAverage | C::MarkPoor => &[M::SelfGrade],
        C::UpperGrade => &[M::UpperGrade],
        C::Note => &[M::NoteGiven],
        C::Ordinal | C::Cell | C::Code | C::Rate | C::VisitDate | C::Personal => &[],
    }
}
