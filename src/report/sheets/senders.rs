//! Committee by committee: what it reported and when, what its sheets were worth, what it has to mend.

use std::collections::{BTreeMap, BTreeSet};

use super::Name;
use crate::lake::schema::{FindingRow, UnitSummary};
use crate::lang::t;
use crate::report::canvas::{Canvas, Column, Filled, Look, Table};
use crate::report::numbers::window;
use crate::report::plan::{Sheet, Value};
use crate::report::view::View;
use crate::terms::{Scope, Severity, SubmissionStatus};

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>) -> Sheet {
    let worth = Worth::by_unit(view);
    let units = view.pooled(Scope::Unit);
    let known: BTreeSet<&str> = units.iter().map(|unit| unit.unit_id.as_str()).collect();
    let of_unit = |unit: &UnitSummary| worth.get(unit.unit_id.as_str()).copied().unwrap_or_default();
    let mut rows: Vec<Filled> = units.iter().map(|unit| row(&unit.unit_name, Some(unit), &of_unit(unit))).collect();
    let others = worth.iter().filter(|(unit, _)| !known.contains(**unit)).map(|(_, worth)| worth);
    let others = others.fold(Worth::default(), Worth::with);
    rows.push(row(&t!(view.lang(), "other-or-unknown-senders"), None, &others));
    let all = worth.values().fold(Worth::default(), Worth::with);
    rows.push(row(&t!(view.lang(), "all-cells"), view.whole(), &all));
    let (columns, mut rows) = Table::filled(columns(view), rows);
    let (columns, grid) = columns.into_iter().unzip();
    let table = Table::new(columns);
    let whole = rows.split_off(units.len() + 1);
    let mut canvas = Canvas::new(view, &Name::Senders.tab(view.lang()), grid).wide();
    let span = window(view.lang(), view.figures.window);
    canvas.heading(&t!(view.lang(), "committees-complete-in-time-to-mend"), &t!(view.lang(), "cell-meetings", span));
    canvas.note(&t!(view.lang(), "in-time-reports-by-the-deadline"));
    canvas.main_table(&table, rows, whole);
    canvas.finish()
}

fn columns(view: &View<'_>) -> Vec<(Column, f64)> {
    let reports = t!(view.lang(), "monthly-reports-as-title");
    let sheets = t!(view.lang(), "sheets");
    let rows = t!(view.lang(), "rows");
    let cells = t!(view.lang(), "filled-cells");
    let to_mend = t!(view.lang(), "for-the-committee");
    vec![
        (Column::new(t!(view.lang(), "committee-short"), Look::Text), 34.0),
        (Column::new(t!(view.lang(), "reports-due"), Look::Whole).under(&reports), 8.0),
        (Column::new(t!(view.lang(), "reports-there"), Look::Whole).under(&reports), 8.0),
        (Column::new(t!(view.lang(), "rate"), Look::Percent).under(&reports), 8.5),
        (Column::new(t!(view.lang(), "in-time"), Look::Percent).under(&reports), 8.5),
        (Column::new(t!(view.lang(), "received"), Look::Whole).under(&sheets), 8.0),
        (Column::new(t!(view.lang(), "not-usable"), Look::Whole).under(&sheets), 8.5),
        (Column::new(t!(view.lang(), "sent-again"), Look::Whole).under(&sheets), 8.0),
        (Column::new(t!(view.lang(), "read-as-total"), Look::Whole).under(&rows), 8.0),
        (Column::new(t!(view.lang(), "rejected-as-total"), Look::Whole).under(&rows), 8.0),
        (Column::new(t!(view.lang(), "read-as-total"), Look::Whole).under(&cells), 8.5),
        (Column::new(t!(view.lang(), "repaired"), Look::Whole).under(&cells), 8.5),
        (Column::new(t!(view.lang(), "rejected-as-total"), Look::Whole).under(&cells), 8.0),
        (Column::new(t!(view.lang(), "errors-to-mend"), Look::Whole).under(&to_mend), 8.0),
        (Column::new(t!(view.lang(), "doubts"), Look::Whole).under(&to_mend), 8.0),
    ]
}

fn row(name: &str, unit: Option<&UnitSummary>, worth: &Worth) -> Filled {
    let counts = [
        worth.sheets,
        worth.unusable,
        worth.again,
        worth.rows,
        worth.rows_rejected,
        worth.cells,
        worth.cells_repaired,
        worth.cells_rejected,
        worth.errors,
        worth.warnings,
    ];
    let mut values: Vec<Value> = vec![
        name.into(),
        unit.map(|unit| unit.months_expected).into(),
        unit.map(|unit| unit.months_reported).into(),
        Value::share(unit.and_then(|unit| unit.reporting_rate)),
        Value::share(unit.and_then(|unit| unit.timely_rate)),
    ];
    values.extend(counts.map(Value::Integer));
    values.into_iter().map(|value| (value, None)).collect()
}

/// What sheets were worth.
#[derive(Debug, Clone, Copy, Default)]
struct Worth {
    sheets: i64,
    unusable: i64,
    again: i64,
    rows: i64,
    rows_rejected: i64,
    cells: i64,
    cells_repaired: i64,
    cells_rejected: i64,
    errors: i64,
    warnings: i64,
}

impl Worth {
    /// Of the sheets of the report's months, by the code of the sender; unknown senders stand under the empty code.
    fn by_unit<'a>(view: &View<'a>) -> BTreeMap<&'a str, Self> {
        let mut found: BTreeMap<&str, Self> = BTreeMap::new();
        let mut aside: BTreeSet<(&str, &str)> = BTreeSet::new();
        for submission in &view.figures.submissions {
            if !view.is_in_window(submission) {
                aside.insert((&submission.file, &submission.sheet));
                continue;
            }
            let worth = found.entry(submission.unit_id.as_ref().map_or("", |id| id.as_str())).or_default();
            worth.sheets += 1;
            match submission.status {
                SubmissionStatus::Rejected | SubmissionStatus::Unrecognised => worth.unusable += 1,
                SubmissionStatus::Superseded | SubmissionStatus::Duplicate => worth.again += 1,
                SubmissionStatus::Accepted | SubmissionStatus::Partial => {}
            }
            worth.rows += submission.rows_read;
            worth.rows_rejected += submission.rows_rejected;
            worth.cells += submission.cells_read;
            worth.cells_repaired += submission.cells_repaired;
            worth.cells_rejected += submission.cells_rejected;
        }
        let is_aside = |finding: &FindingRow| {
            finding.sheet.as_deref().is_some_and(|sheet| aside.contains(&(finding.file.as_str(), sheet)))
        };
        for finding in view.figures.findings.iter().filter(|finding| !is_aside(finding)) {
            let worth = found.entry(view.sender(finding).unwrap_or_default()).or_default();
            match finding.severity {
                Severity::Error => worth.errors += 1,
                Severity::Warning => worth.warnings += 1,
                Severity::Info => {}
            }
        }
        found
    }

    fn with(self, other: &Self) -> Self {
        Self {
            sheets: self.sheets + other.sheets,
            unusable: self.unusable + other.unusable,
            again: self.again + other.again,
            rows: self.rows + other.rows,
            rows_rejected: self.rows_rejected + other.rows_rejected,
            cells: self.cells + other.cells,
            cells_repaired: self.cells_repaired + other.cells_repaired,
            cells_rejected: self.cells_rejected + other.cells_rejected,
            errors: self.errors + other.errors,
            warnings: self.warnings + other.warnings,
        }
    }
}
