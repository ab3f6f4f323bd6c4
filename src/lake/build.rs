//! What the files say → the tables of the lake, in the order of the files.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::schema::{
    AssignmentRow, FindingRow, FirstReport, MeetingRow, PlanRow, ScoreRow, SubmissionRow, UnitRow, VisitRow,
};
use super::store;
use crate::error::Result;
use crate::finding::{Code, Finding, Place};
use crate::intake::settle::{self, Submitted, Unstated};
use crate::intake::settle_lists;
use crate::intake::submission::{FileOutcome, FileReading, SheetReading};
use crate::lang::Lang;
use crate::register::Register;
use crate::terms::SubmissionStatus;

/// All tables of the lake.
#[derive(Debug, Clone)]
pub struct Lake {
    /// The register's organisations.
    pub units: Vec<UnitRow>,
    /// Who follows which cell.
    pub assignments: Vec<AssignmentRow>,
    /// Submitted sheets.
    pub submissions: Vec<SubmissionRow>,
    /// Cell × month.
    pub meetings: Vec<MeetingRow>,
    /// Points per criterion.
    pub scores: Vec<ScoreRow>,
    /// Visits.
    pub visits: Vec<VisitRow>,
    /// Thematic plans.
    pub plans: Vec<PlanRow>,
    /// Findings.
    pub findings: Vec<FindingRow>,
    /// When each cell's month was first reported; for the roll-up, not part of the lake.
    pub first_reports: Vec<FirstReport>,
    /// Rows that leave open whether the cell met; for the reasons of a month not reported.
    pub unstated: Vec<Unstated>,
}

impl Lake {
    /// The tables of some readings, given in the order of the inbox.
    #[must_use]
    pub fn build(register: &Register, readings: &[FileReading], lang: Lang) -> Self {
        let originals = originals(readings);
        let submitted = submitted(readings);
        let settled = settle::settle(&submitted);
        let mut submissions = Vec::new();
        let mut findings: Vec<Finding> = Vec::new();
        let mut position_of_sheet = 0;
        for (position, reading) in readings.iter().enumerate() {
            match &reading.outcome {
                FileOutcome::Unreadable(finding) => {
                    findings.push(finding.clone());
                    if !matches!(finding.code, Code::FileLock | Code::FileLink) {
                        submissions.push(empty(reading, SubmissionStatus::Unrecognised));
                    }
                }
                FileOutcome::Sheets(sheets) if !is_original(&originals, position, reading) => {
                    let original = originals.get(reading.sha256.as_str()).and_then(|at| readings.get(*at));
                    let original = original.map_or("", |reading| &*reading.file);
                    let place = Place::file(Arc::clone(&reading.file));
                    findings.push(Finding::new(Code::FileDuplicate, place).value(original));
                    submissions.extend(sheets.iter().map(|sheet| duplicate(reading, sheet, original)));
                }
                FileOutcome::Sheets(sheets) => {
                    for sheet in sheets {
                        findings.extend(sheet.findings.iter().cloned());
                        let by = settled.superseded.get(&position_of_sheet).and_then(|at| submitted.get(*at));
                        submissions.push(row(reading, sheet, by.map(|submitted| submitted.file.to_string())));
                        position_of_sheet += 1;
                    }
                }
            }
        }
        findings.extend(settled.findings);
        in_inbox_order(&mut findings, readings);
        Self {
            units: register.units().to_vec(),
            assignments: register.assignments().to_vec(),
            submissions,
            meetings: settled.meetings,
            scores: settle_lists::settle_scores(&submitted),
            visits: settle_lists::settle_visits(&submitted),
            plans: settle_lists::settle_plans(&submitted),
            findings: findings.par_iter().map(|finding| finding.row(lang)).collect(),
            first_reports: settled.first_reports,
            unstated: settled.unstated,
        }
    }

    /// Writes every table below a folder.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn write(&self, folder: &Path) -> Result<()> {
        type Write<'a> = &'a (dyn Fn() -> Result<()> + Sync);
        let tables: [Write<'_>; 8] = [
            &|| store::write_by_period(&self.meetings, |row| row.period, folder),
            &|| store::write_table(&self.findings, folder),
            &|| store::write_by_period(&self.scores, |row| row.period, folder),
            &|| store::write_by_period(&self.visits, |row| row.period, folder),
            &|| store::write_table(&self.submissions, folder),
            &|| store::write_table(&self.units, folder),
            &|| store::write_table(&self.assignments, folder),
            &|| store::write_table(&self.plans, folder),
        ];
        tables.par_iter().try_for_each(|write| write())
    }
}

/// The sheets that count: those of the first file of each content.
#[must_use]
pub fn submitted(readings: &[FileReading]) -> Vec<Submitted<'_>> {
    let originals = originals(readings);
    let mut submitted: Vec<Submitted<'_>> = Vec::new();
    for (position, reading) in readings.iter().enumerate() {
        if let FileOutcome::Sheets(sheets) = &reading.outcome
            && is_original(&originals, position, reading)
        {
            submitted.extend(sheets.iter().map(|sheet| Submitted { file: &reading.file, reading: sheet }));
        }
    }
    submitted
}

fn is_original(originals: &BTreeMap<&str, usize>, position: usize, reading: &FileReading) -> bool {
    reading.sha256.is_empty() || originals.get(reading.sha256.as_str()) == Some(&position)
}

/// Findings by file as the inbox has them, then sheet, cell and code.
fn in_inbox_order(findings: &mut [Finding], readings: &[FileReading]) {
    let order: BTreeMap<&str, usize> =
        readings.iter().enumerate().map(|(position, reading)| (&*reading.file, position)).collect();
    findings.sort_by_cached_key(|finding| {
        let file = order.get(&*finding.place.file).copied();
        (file, finding.place.sheet.clone(), finding.place.cell, finding.code)
    });
}

/// The first file of each content.
fn originals(readings: &[FileReading]) -> BTreeMap<&str, usize> {
    let mut first = BTreeMap::new();
    for (position, reading) in readings.iter().enumerate().filter(|(_, reading)| !reading.sha256.is_empty()) {
        first.entry(reading.sha256.as_str()).or_insert(position);
    }
    first
}

fn row(reading: &FileReading, sheet: &SheetReading, superseded_by: Option<String>) -> SubmissionRow {
    let fates = sheet.ledger.counts();
    // A sheet that says it is no report has no form either, and nothing in it is rejected.
    let status = if sheet.form.is_none() && fates.rejected > 0 {
        SubmissionStatus::Unrecognised
    } else if superseded_by.is_some() {
        SubmissionStatus::Superseded
    } else if sheet.rows_rejected == 0 {
        SubmissionStatus::Accepted
    } else if sheet.rows_rejected < sheet.rows_read {
        SubmissionStatus::Partial
    } else {
        SubmissionStatus::Rejected
    };
    SubmissionRow {
        file: reading.file.to_string(),
        sha256: reading.sha256.clone(),
        sheet: sheet.sheet.to_string(),
        form: sheet.form.map(|form| form.to_string()),
        unit_id: sheet.unit_id.clone(),
        period: sheet.period,
        report_date: sheet.report_date,
        revision: sheet.revision,
        status,
        rows_read: sheet.rows_read,
        rows_accepted: sheet.rows_read - sheet.rows_rejected,
        rows_rejected: sheet.rows_rejected,
        cells_read: sheet.cells_read,
        cells_used: fates.used,
        cells_repaired: fates.repaired,
        cells_rejected: fates.rejected,
        cells_layout: fates.layout,
        superseded_by,
    }
}

fn empty(reading: &FileReading, status: SubmissionStatus) -> SubmissionRow {
    SubmissionRow {
        file: reading.file.to_string(),
        sha256: reading.sha256.clone(),
        sheet: String::new(),
        form: None,
        unit_id: None,
        period: None,
        report_date: None,
        revision: 0,
        status,
        rows_read: 0,
        rows_accepted: 0,
        rows_rejected: 0,
        cells_read: 0,
        cells_used: 0,
        cells_repaired: 0,
        cells_rejected: 0,
        cells_layout: 0,
        superseded_by: None,
    }
}

fn duplicate(reading: &FileReading, sheet: &SheetReading, original: &str) -> SubmissionRow {
    SubmissionRow {
        sheet: sheet.sheet.to_string(),
        form: sheet.form.map(|form| form.to_string()),
        unit_id: sheet.unit_id.clone(),
        period: sheet.period,
        report_date: sheet.report_date,
        revision: sheet.revision,
        superseded_by: Some(original.to_owned()),
        ..empty(reading, SubmissionStatus::Duplicate)
    }
}
