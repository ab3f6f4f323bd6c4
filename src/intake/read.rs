//! One file's bytes → what its sheets say. Never fails: what cannot be read becomes findings.

use std::sync::Arc;

use super::aside;
use super::cells::{Content, Sheet, SheetRow};
use super::context::{self, FoundPeriod, UnitNames};
use super::ledger::{Fate, Layout, Ledger};
use super::monthly::TableReader;
use super::names::CellNames;
use super::recognise::{self, Block};
use super::submission::{FileOutcome, MeetingField, SheetReading};
use super::workbook::{self, Workbook};
use crate::finding::{CellRef, Code, Finding, Place};
use crate::legacy::{self, Encoding};
use crate::period::Period;
use crate::register::Register;
use crate::rules::Rules;
use crate::rules::forms::{ColumnField, FormKind};
use crate::text::bare;

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

    /// The limit a file of so many bytes exceeds, if it does.
    #[must_use]
    pub fn too_large(&self, bytes: u64) -> Option<String> {
        let limit = self.rules.settings.file_size_limit_mib;
        (bytes > limit * 1024 * 1024).then(|| format!("{limit} MiB"))
    }

    /// Reads a file from its bytes.
    #[must_use]
    pub fn read(&self, file: &Arc<str>, bytes: &[u8]) -> FileOutcome {
        match self.open(file, bytes) {
            Ok(sheets) => FileOutcome::Sheets(sheets.into_iter().map(|(_, reading)| reading).collect()),
            Err(finding) => FileOutcome::Unreadable(*finding),
        }
    }

    /// A file's filled sheets, their texts in Unicode, each with what it says.
    ///
    /// # Errors
    /// The file cannot be read; the finding says why.
    pub fn open(&self, file: &Arc<str>, bytes: &[u8]) -> Result<Vec<(Sheet, SheetReading)>, Box<Finding>> {
        let opened = workbook::open(bytes, self.rules.settings.limits());
        let Workbook { mut sheets, modified } = opened.map_err(|unreadable| {
            Box::new(Finding::new(unreadable.code, Place::file(Arc::clone(file))).value(unreadable.detail))
        })?;
        sheets.retain(|sheet| !sheet.rows.is_empty());
        if sheets.is_empty() {
            return Err(Box::new(Finding::new(Code::FileBlank, Place::file(Arc::clone(file)))));
        }
        let read = |sheet: Sheet| {
            let (sheet, converted) = in_unicode(file, sheet);
            let mut reading = accounted(file, &sheet, self.sheet(file, &sheet));
            reading.findings.extend(converted);
            reading.modified.clone_from(&modified);
            (sheet, reading)
        };
        Ok(sheets.into_iter().map(read).collect())
    }

    fn sheet(&self, file: &Arc<str>, sheet: &Sheet) -> SheetReading {
        let place = Place::sheet(Arc::clone(file), Arc::clone(&sheet.name));
        let blocks = recognise::blocks(sheet, &self.rules.forms);
        let mut reading = SheetReading {
            sheet: Arc::clone(&sheet.name),
            form: blocks.first().map(|block| block.form.kind),
            tables: blocks.iter().map(Block::seen).collect(),
            unit_id: None,
            period: None,
            periods: Vec::new(),
            report_date: None,
            modified: None,
            revision: [file.rsplit('/').next().unwrap_or_default(), &*sheet.name]
                .into_iter()
                .map(context::revision_of_name)
                .fold(0, i64::max),
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
        let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else {
            if aside::is_marked(sheet) {
                reading.ledger = Ledger::all_aside(sheet);
                return reading;
            }
            return unrecognised(reading, sheet, Finding::new(Code::SheetUnrecognised, place));
        };
        let preamble = context::texts_between(sheet, 0, first.header_first);
        let by_title = preamble.iter().map(|line| context::revision_of_title(line)).fold(0, i64::max);
        reading.revision = reading.revision.max(by_title);
        let closing = context::closing_lines(sheet, last.header_last);
        reading.report_date = context::report_date(preamble.iter().chain(&closing).copied());
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
            FormKind::MonthlyTable => self.monthly(sheet, &place, &blocks, &found, reading),
            FormKind::VisitLog => self.visit_log(sheet, &place, &blocks, reading),
        }
    }

    fn monthly(
        &self,
        sheet: &Sheet,
        place: &Place,
        blocks: &[Block<'_>],
        found: &FoundPeriod,
        mut reading: SheetReading,
    ) -> SheetReading {
        let (Some(first), Some(unit_id)) = (found.period, reading.unit_id.clone()) else {
            return unrecognised(reading, sheet, Finding::new(Code::PeriodUnknown, place.clone()));
        };
        if let Some((other, written)) = &found.conflict {
            let finding = Finding::new(Code::PeriodConflict, place.clone());
            reading.findings.push(finding.raw(first.to_string()).value(format!("{other} ({written})")));
        }
        for block in blocks {
            self.columns(block, place, &mut reading);
        }
        for (period, blocks) in by_month(sheet, blocks, first) {
            let names = CellNames::below(self.register, &unit_id, Some(period), &self.rules.names);
            reading.periods.push(period);
            TableReader { rules: self.rules, sheet, place, names: &names }.read(&blocks, period, &mut reading);
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
            let title = path.written();
            let repeated = block.columns.iter().any(|bound| bare(&bound.title) == bare(&title));
            let code = if repeated { Code::ColumnRepeated } else { Code::ColumnUnknown };
            reading.findings.push(Finding::new(code, at).raw(title));
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

/// The blocks by month: a further block has the month named right above its header, else that of the block before,
/// as where a header is repeated on a new page.
fn by_month<'b, 'f>(sheet: &Sheet, blocks: &'b [Block<'f>], first: Period) -> Vec<(Period, Vec<&'b Block<'f>>)> {
    let mut months: Vec<(Period, Vec<&Block<'f>>)> = Vec::new();
    let mut above = None;
    for block in blocks {
        let before = months.last().map_or(first, |(period, _)| *period);
        let own = above.and_then(|above| {
            let year = before.year().to_string();
            let lines = context::lines_above(sheet, above, block.header_first);
            context::period(lines.into_iter().chain(std::iter::once(year.as_str()))).period
        });
        let period = own.unwrap_or(before);
        above = Some(block.header_last + 1);
        match months.iter_mut().find(|(month, _)| *month == period) {
            Some((_, blocks)) => blocks.push(block),
            None => months.push((period, vec![block])),
        }
    }
    months
}

/// The sheet with texts of legacy fonts (.VnTime, VNI) in Unicode, and what is to be said of it.
fn in_unicode(file: &Arc<str>, mut sheet: Sheet) -> (Sheet, Option<Finding>) {
    let texts = sheet.rows.iter().flat_map(SheetRow::texts).map(|(_, text)| text);
    let Some(encoding) = legacy::detect_all(texts) else { return (sheet, None) };
    let mut converted = 0;
    for (_, content) in sheet.rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let Content::Text(text) = content
            && let Some((unicode, _)) = legacy::decode_in(text, Some(encoding))
        {
            *text = unicode;
            converted += 1;
        }
    }
    let place = Place::sheet(Arc::clone(file), Arc::clone(&sheet.name));
    let name = match encoding {
        Encoding::Tcvn3 => "TCVN3 (.VnTime)",
        Encoding::Vni => "VNI",
    };
    let finding = Finding::new(Code::TextConverted, place).raw(name).value(converted.to_string());
    (sheet, Some(finding))
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
