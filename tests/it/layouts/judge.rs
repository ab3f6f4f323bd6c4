//! What was read against what was typed: every value right, or reported at its cell or row.

use chibo::finding::{Code, column_letters};
use chibo::lake::build::Lake;
use chibo::lake::schema::{FindingRow, MeetingRow, SubmissionRow};
use chibo::lake::table::{Row as _, Scalar};
use chibo::terms::Severity;
use chibo::text::fold;

use super::draw::{ExpectedRow, Submission};
use super::fault::Fate;
use super::truth::{Fact, Stated, YEAR};

/// Something that is not as it must be: what kind of thing, for counting, and the particulars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    pub kind: String,
    pub detail: String,
}

fn mismatch(kind: impl Into<String>, detail: impl Into<String>) -> Mismatch {
    Mismatch { kind: kind.into(), detail: detail.into() }
}

/// Everything that is not as it must be.
pub fn judge(submission: &Submission, lake: &Lake) -> Vec<Mismatch> {
    let mut wrong = Vec::new();
    for sheet in &lake.submissions {
        balance(submission, sheet, &mut wrong);
    }
    for row in &submission.rows {
        judge_row(row, lake, &mut wrong);
    }
    for total in &submission.totals {
        let at = format!("{}{}", column_letters(u32::from(total.column)), total.row);
        let said = grave(lake).any(|it| it.code == Code::TotalDiffers && is_at(it, &total.sheet, &at));
        if !said {
            wrong.push(mismatch("a wrong total is passed over", at));
        }
    }
    for finding in grave(lake).filter(|finding| !is_planted(finding, submission)) {
        let FindingRow { code, cell_ref, raw, value, .. } = finding;
        wrong.push(mismatch(format!("false alarm {code}"), format!("{cell_ref:?} raw {raw:?} value {value:?}")));
    }
    for meeting in &lake.meetings {
        let meant = |row: &ExpectedRow| is_row(meeting, row) && row.cell == meeting.cell_id.as_str();
        if !submission.rows.iter().any(meant) {
            let MeetingRow { cell_id, period, row, .. } = meeting;
            wrong.push(mismatch("a row nobody wrote", format!("{cell_id} {period} row {row}")));
        }
    }
    wrong
}

fn grave(lake: &Lake) -> impl Iterator<Item = &FindingRow> {
    lake.findings.iter().filter(|finding| finding.severity != Severity::Info)
}

/// Counts of rows and cells, and the date of the report.
fn balance(submission: &Submission, sheet: &SubmissionRow, wrong: &mut Vec<Mismatch>) {
    let rows = submission.rows.iter().filter(|row| row.sheet == sheet.sheet).count();
    if usize::try_from(sheet.rows_read) != Ok(rows) {
        wrong.push(mismatch("rows read", format!("{} read, {rows} written", sheet.rows_read)));
    }
    if sheet.rows_read != sheet.rows_accepted + sheet.rows_rejected {
        wrong.push(mismatch("rows do not add up", format!("{sheet:?}")));
    }
    if sheet.cells_read != sheet.cells_used + sheet.cells_repaired + sheet.cells_rejected + sheet.cells_layout {
        wrong.push(mismatch("cells do not add up", format!("{sheet:?}")));
    }
    let given = submission.report_dates.get(&sheet.sheet).copied();
    if sheet.report_date != given {
        wrong.push(mismatch("report date", format!("{:?}, not {given:?}", sheet.report_date)));
    }
}

fn judge_row(row: &ExpectedRow, lake: &Lake, wrong: &mut Vec<Mismatch>) {
    let period = format!("{YEAR}-{:02}", row.month);
    let of_cell = |it: &&MeetingRow| it.cell_id.as_str() == row.cell && it.period.to_string() == period;
    let meeting = lake.meetings.iter().find(of_cell).filter(|meeting| is_row(meeting, row));
    let at = format!("row {} of {}", row.row, row.cell);
    let fate = row.planted.as_ref().map(|planted| {
        let column = planted.column.map(|column| format!("{}{}", column_letters(u32::from(column)), row.row));
        let is_it = |finding: &FindingRow| {
            planted.codes().contains(&finding.code)
                && match &column {
                    Some(cell) => is_at(finding, &row.sheet, cell),
                    None => is_in_row(finding, &row.sheet, row.row),
                }
        };
        if !grave(lake).any(is_it) {
            wrong.push(mismatch(format!("silent {:?}", planted.fault), at.clone()));
        }
        planted.fate()
    });
    match (meeting, fate) {
        (Some(_), Some(Fate::Rejected)) => wrong.push(mismatch("a row is kept that must be rejected", at)),
        (None, Some(Fate::Rejected | Fate::Either)) => {}
        (None, _) if row.stated.is_some() => wrong.push(mismatch("a row is lost", at)),
        (None, _) => {}
        (Some(meeting), _) => match &row.stated {
            Some(stated) => compare(stated, meeting, &at, wrong),
            None => wrong.push(mismatch("a row says what nobody wrote", at)),
        },
    }
}

fn compare(stated: &Stated, meeting: &MeetingRow, at: &str, wrong: &mut Vec<Mismatch>) {
    const KEYS: [&str; 5] = ["cell_id", "period", "file", "sheet", "row"];
    for (column, got) in MeetingRow::TABLE.columns.iter().zip(meeting.scalars()) {
        let name = column.name;
        let expected = stated.0.get(name);
        if !KEYS.contains(&name) && !is_same(expected, got) {
            wrong.push(mismatch(format!("wrong {name}"), format!("{at}: expected {expected:?}, got {got:?}")));
        }
    }
}

fn is_same(expected: Option<&Fact>, got: Scalar<'_>) -> bool {
    match (expected, got) {
        (None, Scalar::Null) => true,
        (Some(Fact::Count(one)), Scalar::Integer(other)) => *one == other,
        (Some(Fact::Score(one)), Scalar::Float(other)) => (one - other).abs() < 1e-9,
        (Some(Fact::Day(one)), Scalar::Date(other)) => *one == other,
        (Some(Fact::Truth(one)), Scalar::Boolean(other)) => *one == other,
        (Some(Fact::Word(one)), Scalar::Text(other)) => fold(one) == fold(other),
        _ => false,
    }
}

fn is_row(meeting: &MeetingRow, row: &ExpectedRow) -> bool {
    meeting.row == i64::from(row.row) && meeting.sheet == row.sheet
}

fn is_at(finding: &FindingRow, sheet: &str, cell: &str) -> bool {
    finding.sheet.as_deref() == Some(sheet) && finding.cell_ref.as_deref() == Some(cell)
}

fn is_in_row(finding: &FindingRow, sheet: &str, row: u32) -> bool {
    let number = finding.cell_ref.as_deref().map(|cell| cell.trim_start_matches(|it: char| it.is_ascii_alphabetic()));
    finding.sheet.as_deref() == Some(sheet) && number == Some(row.to_string().as_str())
}

/// Whether a finding speaks of a row or total with a planted mistake.
fn is_planted(finding: &FindingRow, submission: &Submission) -> bool {
    let rows = submission.rows.iter().filter(|row| row.planted.is_some());
    rows.into_iter().any(|row| is_in_row(finding, &row.sheet, row.row))
        || submission.totals.iter().any(|total| {
            is_at(finding, &total.sheet, &format!("{}{}", column_letters(u32::from(total.column)), total.row))
        })
}
