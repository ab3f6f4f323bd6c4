//! One file's bytes → what its sheets say. Never fails: what cannot be read becomes findings.

use std::sync::Arc;

use super::aside;
use super::cells::Sheet;
use super::context::{self, FoundPeriod, FoundUnit, UnitNames};
use super::ledger::{Fate, Layout, Ledger};
use super::monthly::{BlockScope, TableReader};
use super::names::{CellNames, Keys};
use super::prepare;
use super::recognise::{self, Block, Recogniser};
use super::subject::{Surroundings, subject};
use super::submission::{FileOutcome, MeetingField, SheetReading};
use super::wording::{without_long_numbers, without_names};
use super::workbook::{self, Workbook};
use crate::finding::{CellRef, Code, Finding, Place};
use crate::period::Period;
use crate::register::{Register, UnitId};
use crate::rules::Rules;
use crate::rules::forms::{ColumnField, FormKind};
use crate::rules::rubric::RubricsInForce;
use crate::text::bare;

/// What every file is read against.
#[derive(Debug)]
pub struct Reader<'a> {
    rules: &'a Rules,
    register: &'a Register,
    units: UnitNames<'a>,
    keys: Keys<'a>,
    rubrics: RubricsInForce<'a>,
    recogniser: Recogniser<'a>,
}

impl<'a> Reader<'a> {
    /// A reader for a register and rules.
    #[must_use]
    pub fn new(rules: &'a Rules, register: &'a Register) -> Self {
        let units = UnitNames::of(register, &rules.names);
        let keys = Keys::of(register, &rules.names);
        let rubrics = RubricsInForce::of(&rules.rubrics, register);
        Self { rules, register, units, keys, rubrics, recogniser: Recogniser::new(&rules.forms) }
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
            let (sheet, converted) = prepare::in_unicode(file, sheet);
            let (sheet, decided) = prepare::decided(self.register, file, sheet);
            let mut reading = accounted(file, &sheet, self.sheet(file, &sheet));
            for (at, finding) in decided {
                reading.ledger.repaired(at);
                reading.findings.push(finding);
            }
            reading.findings.extend(converted);
            if reading.form.is_some() {
                reading.findings.extend(prepare::hidden(file, &sheet));
            }
            reading.modified.clone_from(&modified);
            (sheet, reading)
        };
        Ok(sheets.into_iter().map(read).collect())
    }

    fn sheet(&self, file: &Arc<str>, sheet: &Sheet) -> SheetReading {
        let place = Place::sheet(Arc::clone(file), Arc::clone(&sheet.name));
        let blocks = self.recogniser.blocks(sheet);
        let mut reading = SheetReading::of(sheet);
        reading.form = blocks.first().map(|block| block.form.kind);
        reading.tables = blocks.iter().map(Block::seen).collect();
        reading.revision = [file.rsplit('/').next().unwrap_or_default(), &*sheet.name]
            .into_iter()
            .map(context::revision_of_name)
            .fold(0, i64::max);
        let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else {
            if aside::is_marked(sheet) {
                reading.ledger = Ledger::all_aside(sheet);
                return reading;
            }
            return unrecognised(reading, sheet, self.no_form(sheet, &place));
        };
        let preamble = context::texts_between(sheet, 0, first.header_first);
        let by_title = preamble.iter().map(|line| context::revision_of_title(line)).fold(0, i64::max);
        reading.revision = reading.revision.max(by_title);
        let closing = context::closing_lines(sheet, last);
        reading.report_date = context::report_date(preamble.iter().chain(&closing).copied());
        let (found, sender) = self.whose(file, sheet, &preamble);
        reading.findings.extend(self.decided_of_file(file, &place));
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
        for block in &blocks {
            self.columns(block, &place, &mut reading);
        }
        let known = Known { file, sheet, place: &place, blocks: &blocks, preamble: &preamble, found: &found };
        match first.form.kind {
            FormKind::MonthlyTable => self.monthly(known, &unit.unit_id, reading),
            FormKind::ScoreSheet => self.score_sheet(known, &unit.unit_id, reading),
            FormKind::VisitLog => self.visit_log(known, &unit.unit_id, reading),
            FormKind::ThematicPlan => self.plan(known, &unit.unit_id, reading),
        }
    }

    /// The month and the sender: as decided for the file, else as written.
    fn whose(&self, file: &Arc<str>, sheet: &Sheet, preamble: &[&str]) -> (FoundPeriod, FoundUnit<'a>) {
        let decided = self.register.decisions().of_file(file);
        let mut found = context::period(decided.iter().copied());
        if found.period.is_none() {
            found = named_period(file, sheet, preamble);
        }
        let mut sender = self.units.sender(&decided, "", found.period, &self.rules.names);
        if sender.unit.is_none() {
            sender = self.units.sender(preamble, file, found.period, &self.rules.names);
        }
        (found, sender)
    }

    fn decided_of_file(&self, file: &str, place: &Place) -> Vec<Finding> {
        let decided = self.register.decisions().of_file(file).into_iter();
        decided.map(|value| Finding::new(Code::DecisionApplied, place.clone()).raw(file).value(value)).collect()
    }

    /// The one finding of a sheet no form fits: what was looked for, and what comes nearest to it.
    fn no_form(&self, sheet: &Sheet, place: &Place) -> Finding {
        let looked_for = "tên chi bộ (hoặc tiêu chí chấm điểm) và ít nhất hai cột số liệu của một biểu mẫu";
        let finding = Finding::new(Code::SheetUnrecognised, place.clone());
        match recognise::nearest(sheet, &self.rules.forms) {
            Some(nearest) => {
                let titles: Vec<String> = nearest.known.iter().filter_map(|title| without_names(title)).collect();
                let seen = format!("«{}» (dòng {}, giống {})", titles.join("», «"), nearest.row + 1, nearest.form);
                let at = CellRef { row: nearest.row, column: 0 };
                Finding::new(Code::SheetUnrecognised, place.at(at)).raw(seen).value(looked_for)
            }
            None => finding.raw(format!("{} ô, không ô nào là tiêu đề cột", sheet.cell_count())).value(looked_for),
        }
    }

    fn monthly(&self, known: Known<'_>, unit_id: &UnitId, mut reading: SheetReading) -> SheetReading {
        let Known { sheet, place, blocks, found, .. } = known;
        let (yearly, dated): (Vec<&Block<'_>>, Vec<&Block<'_>>) =
            blocks.iter().partition(|block| block.has(ColumnField::Month));
        match (found.period, dated.is_empty()) {
            (None, false) => {
                return unrecognised(reading, sheet, Finding::new(Code::PeriodUnknown, place.clone()));
            }
            (Some(first), false) => {
                reading.findings.extend(conflict(found, place));
                for (period, blocks) in by_month(sheet, &dated, first) {
                    self.tables(known, unit_id, Some(period), &blocks, &mut reading);
                }
            }
            (_, true) => reading.period = None,
        }
        self.tables(known, unit_id, None, &yearly, &mut reading);
        reading
    }

    /// Reads blocks of one month, or blocks whose rows name their months.
    fn tables(
        &self,
        known: Known<'_>,
        unit_id: &UnitId,
        period: Option<Period>,
        blocks: &[&Block<'_>],
        into: &mut SheetReading,
    ) {
        let names = self.names(known.file, unit_id, period);
        let scopes = blocks.iter().map(|block| (*block, scope(known, block, &names, period)));
        let scopes: Vec<(&Block<'_>, BlockScope<'_, '_>)> = scopes.collect();
        if scopes.is_empty() {
            return;
        }
        // A table of one cell says nothing of the unit's others.
        if scopes.iter().any(|(_, scope)| scope.subject.is_none()) {
            into.periods.extend(period);
        }
        self.table_reader(known, &names).read(&scopes, into);
    }

    /// The cells a file of a unit may name.
    fn names(&self, file: &str, unit_id: &UnitId, period: Option<Period>) -> CellNames<'a> {
        let names = CellNames::below(self.register, unit_id, period, &self.rules.names, &self.keys);
        names.with_decisions(self.register.decisions().contents(file))
    }

    fn table_reader<'k>(&'k self, known: Known<'k>, names: &'k CellNames<'a>) -> TableReader<'k, 'a> {
        let Known { sheet, place, found, .. } = known;
        let Self { rules, register, rubrics, .. } = self;
        TableReader { rules, register, rubrics, sheet, place, names, year: found.year }
    }

    fn score_sheet(&self, known: Known<'_>, unit_id: &UnitId, mut reading: SheetReading) -> SheetReading {
        let Known { sheet, place, blocks, preamble, found, .. } = known;
        let Some(first) = found.period else {
            return unrecognised(reading, sheet, Finding::new(Code::PeriodUnknown, place.clone()));
        };
        reading.findings.extend(conflict(found, place));
        let blocks: Vec<&Block<'_>> = blocks.iter().collect();
        for (period, blocks) in by_month(sheet, &blocks, first) {
            let names = self.names(known.file, unit_id, Some(period));
            for block in blocks {
                let scope = scope(known, block, &names, Some(period));
                let above = context::lines_above(sheet, 0, block.header_first);
                let own = if above.is_empty() { preamble } else { &above };
                let kind = context::meeting_kind(own);
                self.table_reader(known, &names).read_scores(block, &scope, kind, &mut reading);
            }
        }
        reading
    }

    fn visit_log(&self, known: Known<'_>, unit_id: &UnitId, mut reading: SheetReading) -> SheetReading {
        reading.period = None;
        let names = self.names(known.file, unit_id, None);
        for block in known.blocks {
            self.table_reader(known, &names).read_visits(block, &mut reading);
        }
        reading
    }

    fn plan(&self, known: Known<'_>, unit_id: &UnitId, mut reading: SheetReading) -> SheetReading {
        reading.period = None;
        let Some(year) = known.found.year else {
            return unrecognised(reading, known.sheet, Finding::new(Code::YearUnknown, known.place.clone()));
        };
        let names = self.names(known.file, unit_id, None);
        for block in known.blocks {
            self.table_reader(known, &names).read_plans(block, year, &mut reading);
        }
        reading
    }

    /// Books a block's columns: its fields, the doubtful ones and the unknown ones.
    fn columns(&self, block: &Block<'_>, place: &Place, reading: &mut SheetReading) {
        for bound in &block.columns {
            let fields = MeetingField::of_column(bound.field);
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
            let shown = without_long_numbers(&title);
            let capitals = shown == shown.to_uppercase();
            let finding = Finding::new(code, at);
            let shown = if capitals { Some(shown) } else { without_names(&shown) };
            reading.findings.push(match shown {
                Some(title) => finding.raw(title),
                None => finding,
            });
        }
    }
}

/// What is known of a sheet before its rows are read.
#[derive(Clone, Copy)]
struct Known<'k> {
    file: &'k Arc<str>,
    sheet: &'k Sheet,
    place: &'k Place,
    blocks: &'k [Block<'k>],
    preamble: &'k [&'k str],
    found: &'k FoundPeriod,
}

/// The month of a block, and its one cell where its rows name none: by the lines above it, sheet and file.
fn scope<'k, 'r>(
    known: Known<'k>,
    block: &Block<'_>,
    names: &CellNames<'r>,
    period: Option<Period>,
) -> BlockScope<'k, 'r> {
    let names_cells = [ColumnField::Cell, ColumnField::Code].into_iter().any(|field| block.has(field));
    let lines = if known.blocks.first().is_some_and(|first| first.header_first == block.header_first) {
        known.preamble.iter().rev().copied().collect()
    } else {
        context::lines_above(known.sheet, 0, block.header_first)
    };
    let around = Surroundings { lines: &lines, sheet: &known.sheet.name, file: known.file };
    BlockScope { period, subject: (!names_cells).then(|| subject(names, around)) }
}

/// Two months that disagree.
fn conflict(found: &FoundPeriod, place: &Place) -> Option<Finding> {
    let (other, written) = found.conflict.as_ref()?;
    let finding = Finding::new(Code::PeriodConflict, place.clone()).value(format!("{other} ({written})"));
    found.period.map(|period| finding.raw(period.to_string()))
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
fn by_month<'b, 'f>(sheet: &Sheet, blocks: &[&'b Block<'f>], first: Period) -> Vec<(Period, Vec<&'b Block<'f>>)> {
    let mut months: Vec<(Period, Vec<&Block<'f>>)> = Vec::new();
    let mut above = None;
    for block in blocks.iter().copied() {
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
    reading.scores.clear();
    reading.plans.clear();
    reading.findings.push(finding);
    reading
}
