//! What was read of a file, told to whoever asks: findings as a compiler tells them, and what became of each cell.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::cause;
use crate::finding::{Code, column_letters};
use crate::intake::ledger::{Fate, Ledger};
use crate::intake::submission::{FileOutcome, FileReading, SheetReading};
use crate::lang::{Lang, t};

/// The findings of a file grouped by cause, gravest first, every place named. How often a cause occurs is said once.
#[must_use]
pub fn diagnosis(reading: &FileReading, lang: Lang) -> String {
    cause::grouped(&reading.findings()).iter().map(|group| group.told(lang)).collect()
}

/// What was recognised in a file, sheet by sheet, with a picture of each cell's fate.
#[must_use]
pub fn recognition(reading: &FileReading, lang: Lang) -> String {
    match &reading.outcome {
        FileOutcome::Unreadable(_) => diagnosis(reading, lang),
        FileOutcome::Sheets(sheets) => sheets.iter().map(|sheet| recognised(sheet, lang)).collect(),
    }
}

fn recognised(sheet: &SheetReading, lang: Lang) -> String {
    let mut text = String::new();
    let unknown = || t!(lang, "unknown");
    let unit = sheet.unit_id.as_ref().map_or_else(unknown, ToString::to_string);
    let period = sheet.period.map_or_else(unknown, |period| period.to_string());
    let date = sheet.report_date.map_or_else(unknown, |day| day.format("%d/%m/%Y").to_string());
    let counts = sheet.ledger.counts();
    let _ = writeln!(text, "[{}]", sheet.sheet);
    let _ = writeln!(text, "{}", t!(lang, "sheet-told", unit, period, date, revision = sheet.revision));
    if sheet.hidden.is_none() {
        let unknown = t!(lang, "hidden-rows-untold");
        let _ = writeln!(text, "{unknown}");
    }
    for finding in
        sheet.findings.iter().filter(|it| matches!(it.code, Code::RowsHidden | Code::ColumnsHidden | Code::SheetHidden))
    {
        let _ = writeln!(text, "  {}: {}", finding.code.meaning(lang), finding.value.as_deref().unwrap_or_default());
    }
    for table in &sheet.tables {
        let (first, last) = (table.header.0 + 1, table.header.1 + 1);
        let _ =
            writeln!(text, "  {} {}, {} {first}–{last}", t!(lang, "form-in-text"), table.form, t!(lang, "header-rows"));
        for bound in &table.columns {
            let second = bound.runner_up.map(|(field, score)| format!("; {field} {score:.2}")).unwrap_or_default();
            let letters = column_letters(bound.column);
            let _ = writeln!(
                text,
                "    {letters:>3}  {:<18} {:.2}{second}  «{}»",
                bound.field.word(),
                bound.confidence,
                bound.title
            );
        }
        for path in &table.unknown {
            let letters = column_letters(path.column);
            let _ = writeln!(text, "    {letters:>3}  {:<18}       «{}»", t!(lang, "not-used"), path.written());
        }
    }
    let (used, repaired, rejected, layout) = (counts.used, counts.repaired, counts.rejected, counts.layout);
    let _ =
        writeln!(text, "{}", t!(lang, "cells-by-use", cells_read = sheet.cells_read, used, repaired, rejected, layout));
    text += &picture(&sheet.ledger);
    text.push('\n');
    text
}

/// Columns beyond this are not drawn; they are counted.
const DRAWN: u32 = 60;

/// One line per row, one sign per cell.
fn picture(ledger: &Ledger) -> String {
    let mut rows: BTreeMap<u32, BTreeMap<u32, char>> = BTreeMap::new();
    for (at, fate) in ledger.fates() {
        let sign = match fate {
            Fate::Used => 'o',
            Fate::Repaired => '~',
            Fate::Rejected => 'x',
            Fate::Layout(_) => '.',
        };
        rows.entry(at.row).or_default().insert(at.column, sign);
    }
    let mut text = String::new();
    for (row, cells) in rows {
        let last = cells.keys().next_back().copied().unwrap_or(0);
        let signs: String = (0..=last.min(DRAWN)).map(|column| cells.get(&column).copied().unwrap_or(' ')).collect();
        let beyond = cells.keys().filter(|column| **column > DRAWN).count();
        let beyond = if beyond > 0 { format!(" +{beyond}") } else { String::new() };
        let _ = writeln!(text, "  {:>6} {signs}{beyond}", row + 1);
    }
    text
}
