//! Return slips: a file with errors → a workbook in its sender's own layout that says what to mend, and where.
//!
//! A slip goes back to the unit, so it is always in Vietnamese, and it repeats nothing that may name a person.

pub mod copy;
pub mod echo;
#[cfg(test)]
pub(crate) mod example;
pub mod front;
pub mod words;

use std::collections::{BTreeMap, BTreeSet};

use crate::file_name::{self, Given};
use crate::finding::{CellRef, Code};
use crate::intake::cells;
use crate::intake::submission::SheetReading;
use crate::lake::schema::{CellMonth, FindingRow, SubmissionRow};
use crate::period::Period;
use crate::register::{Register, UnitId};
use crate::report::numbers::month_slash;
use crate::report::plan::Workbook;
use crate::rules::forms::ColumnField;
use crate::terms::{Severity, SubmissionStatus};
use echo::Echo;
use front::Head;
use words::Remark;

/// Folder of the slips in a run's folder.
pub const FOLDER: &str = "phieu-tra";

/// A file that is to be returned.
#[derive(Debug, Clone, PartialEq)]
pub struct Returned<'a> {
    /// Its path in the inbox.
    pub file: &'a str,
    /// Name of its slip.
    pub name: String,
    /// What was found in it, as the run lists it.
    pub findings: Vec<&'a FindingRow>,
    /// Its sheets, as the run lists them.
    pub submissions: Vec<&'a SubmissionRow>,
}

/// The files to return: those with an error, unless something of the same bytes or a later submission stands for them.
/// A file whose accepted rows were all replaced is still returned for a cell that nobody has reported since.
#[must_use]
pub fn returned<'a>(
    findings: &'a [FindingRow],
    submissions: &'a [SubmissionRow],
    months: &[CellMonth],
) -> Vec<Returned<'a>> {
    let mut given = Given::default();
    let mut returned: Vec<Returned<'a>> = Vec::new();
    let mut by_file: BTreeMap<&str, Vec<&SubmissionRow>> = BTreeMap::new();
    for submission in submissions {
        by_file.entry(submission.file.as_str()).or_default().push(submission);
    }
    for finding in findings {
        match returned.last_mut() {
            Some(last) if last.file == finding.file => last.findings.push(finding),
            _ => {
                let submissions = by_file.get(finding.file.as_str()).cloned().unwrap_or_default();
                let file = finding.file.as_str();
                returned.push(Returned { file, name: String::new(), findings: vec![finding], submissions });
            }
        }
    }
    let settled =
        |row: &&SubmissionRow| matches!(row.status, SubmissionStatus::Superseded | SubmissionStatus::Duplicate);
    let missing: BTreeSet<(&UnitId, Period)> =
        months.iter().filter(|month| !month.reported).map(|month| (&month.cell_id, month.period)).collect();
    returned.retain(|it| {
        let mut errors = it.findings.iter().filter(|finding| finding.severity == Severity::Error).peekable();
        let wrong = errors.peek().is_some();
        let replaced = !it.submissions.is_empty() && it.submissions.iter().all(settled);
        let periods = || it.submissions.iter().filter_map(|row| row.period);
        let mut cells = errors.filter_map(|finding| finding.cell_id.as_ref());
        wrong && (!replaced || cells.any(|cell| periods().any(|period| missing.contains(&(cell, period)))))
    });
    for it in &mut returned {
        it.name = given.unique(&file_name::stem(&without_ending(it.file).replace('/', " - "))) + ".xlsx";
    }
    returned
}

/// The slip of a file whose sheets were opened anew; none where it cannot be.
#[must_use]
pub fn plan(
    returned: &Returned<'_>,
    sheets: &[(cells::Sheet, SheetReading)],
    register: &Register,
    echo: &Echo<'_>,
) -> Workbook {
    let mut remarks: Vec<Remark> = returned
        .findings
        .iter()
        .filter(|finding| finding.severity != Severity::Info)
        .map(|finding| Remark::of(finding, echo))
        .collect();
    for remark in &mut remarks {
        let reading = sheets.iter().map(|(_, reading)| reading).find(|it| Some(&*it.sheet) == remark.sheet.as_deref());
        remark.at = remark.at.map(|at| reading.map_or(at, |reading| of_row(remark.code, at, reading)));
    }
    // A sheet of no form may hold anything: it is named, not copied.
    let known: Vec<&(cells::Sheet, SheetReading)> =
        sheets.iter().filter(|(_, reading)| reading.form.is_some()).collect();
    let names = sheet_names(known.iter().map(|(sheet, _)| &*sheet.name));
    let mut planned = vec![front::sheet(&head(returned, register), &remarks, &names)];
    for (source, reading) in known {
        if let Some(name) = names.get(&*source.name) {
            let own: Vec<Remark> =
                remarks.iter().filter(|remark| remark.sheet.as_deref() == Some(&*source.name)).cloned().collect();
            planned.push(copy::sheet(name, source, reading, &own, echo));
        }
    }
    Workbook::new("Phiếu trả biểu để sửa", None, planned)
}

/// A finding about a whole row stands in its first column; the sender finds the row by the cell's name.
fn of_row(code: Code, at: CellRef, reading: &SheetReading) -> CellRef {
    let whole_row = matches!(code, Code::CellTwice | Code::MeetingUnstated);
    let table = reading.tables.iter().rev().find(|table| table.header.0 <= at.row);
    let name = table.and_then(|table| table.columns.iter().find(|bound| bound.field == ColumnField::Cell));
    name.filter(|_| whole_row).map_or(at, |bound| CellRef { column: bound.column, ..at })
}

fn head(returned: &Returned<'_>, register: &Register) -> Head {
    let units: BTreeSet<&str> = returned
        .submissions
        .iter()
        .filter_map(|row| register.unit(row.unit_id.as_ref()?, row.period).map(|unit| unit.name.as_str()))
        .collect();
    let months: BTreeSet<_> = returned.submissions.iter().filter_map(|row| row.period).collect();
    let revision = returned.submissions.iter().map(|row| row.revision).max().unwrap_or(0);
    Head {
        file: returned.file.to_owned(),
        unit: (!units.is_empty()).then(|| units.into_iter().collect::<Vec<_>>().join("; ")),
        months: months.into_iter().map(month_slash).collect(),
        next_name: next_name(returned.file, revision),
    }
}

/// `… (sửa lần 2).xlsx`, or the next number for a file that has been mended before.
fn next_name(file: &str, revision: i64) -> String {
    let name = without_ending(file.rsplit('/').next().unwrap_or(file));
    let first = match name.rsplit_once('(') {
        Some((before, mark)) if crate::intake::context::revision_of_name(mark) > 0 && mark.ends_with(')') => {
            before.trim_end()
        }
        _ => name,
    };
    format!("{first} (sửa lần {}).xlsx", (revision + 1).max(2))
}

fn without_ending(file: &str) -> &str {
    match file.rsplit_once('.') {
        Some((stem, ending)) if !ending.contains('/') && !stem.is_empty() && !stem.ends_with('/') => stem,
        _ => file,
    }
}

/// Lawful names for copied sheets: theirs, unless a workbook cannot hold them.
fn sheet_names<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<String, String> {
    const LONGEST: usize = 31;
    let mut taken: BTreeSet<String> = BTreeSet::from([front::NAME.to_lowercase(), "history".to_owned()]);
    let mut lawful = BTreeMap::new();
    for name in names {
        let clean: String = name
            .chars()
            .map(|letter| if letter.is_control() || "[]:*?/\\".contains(letter) { '_' } else { letter })
            .collect();
        let clean = clean.trim_matches(['\'', ' ']);
        let clean = if clean.is_empty() { "Trang" } else { clean };
        let mut chosen = shortened(clean, LONGEST);
        let mut number = 1;
        while !taken.insert(chosen.to_lowercase()) {
            number += 1;
            let mark = format!(" ({number})");
            chosen = shortened(clean, LONGEST - mark.len()) + &mark;
        }
        lawful.insert(name.to_owned(), chosen);
    }
    lawful
}

/// The first so many UTF-16 units, as sheet names are counted.
fn shortened(name: &str, longest: usize) -> String {
    let mut units = 0;
    let fits = |letter: &char| {
        units += letter.len_utf16();
        units <= longest
    };
    name.chars().take_while(fits).collect::<String>().trim_end_matches(['\'', ' ']).to_owned()
}

#[cfg(test)]
mod tests;
