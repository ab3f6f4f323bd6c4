//! What is wrong in the submitted sheets: every error, every warning, what was understood, and the totals.

use std::collections::{BTreeMap, BTreeSet};

use super::Name;
use crate::finding::Code;
use crate::lake::schema::{FindingRow, SubmissionRow};
use crate::lang::t;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone, marked};
use crate::report::numbers::{count, tally};
use crate::report::plan::{Sheet, Value};
use crate::report::style::Colour;
use crate::report::view::View;
use crate::report::wording;
use crate::terms::Severity;

/// Errors, or warnings, on one sheet; a sheet holds about a million rows, and none may be left out.
const PER_SHEET: usize = 500_000;

/// Examples shown per code.
const EXAMPLES: usize = 3;

const GRID: [f64; 9] = [5.5, 36.0, 13.0, 7.5, 27.0, 22.0, 24.0, 27.0, 44.0];

/// The sheet, and further ones if the errors or warnings do not fit.
pub(in crate::report) fn sheets(view: &View<'_>) -> Vec<Sheet> {
    let of = |severity: Severity| -> Vec<&FindingRow> {
        view.figures.findings.iter().filter(|row| row.severity == severity).collect()
    };
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let (mut errors, mut warnings) = (errors.chunks(PER_SHEET), warnings.chunks(PER_SHEET));
    let name = Name::Quality.tab(view.lang());
    let mut canvas = Canvas::new(view, &name, GRID.to_vec()).wide();
    heading(&mut canvas, view);
    list(&mut canvas, view, Severity::Error, errors.next().unwrap_or_default(), 0);
    canvas.skip(1);
    list(&mut canvas, view, Severity::Warning, warnings.next().unwrap_or_default(), 0);
    canvas.skip(1);
    by_code(&mut canvas, view, &of(Severity::Info));
    canvas.skip(1);
    totals(&mut canvas, view);
    let mut sheets = vec![canvas.finish()];
    let further = |chunk, severity: Severity, at: usize| (chunk, severity, (at + 1) * PER_SHEET);
    let errors = errors.enumerate().map(|(at, chunk)| further(chunk, Severity::Error, at));
    let warnings = warnings.enumerate().map(|(at, chunk)| further(chunk, Severity::Warning, at));
    for (number, (chunk, severity, before)) in (2..).zip(errors.chain(warnings)) {
        let mut canvas = Canvas::new(view, &format!("{name} ({number})"), GRID.to_vec()).wide();
        list(&mut canvas, view, severity, chunk, before);
        sheets.push(canvas.finish());
    }
    sheets
}

fn heading(canvas: &mut Canvas, view: &View<'_>) {
    canvas.heading(&t!(view.lang(), "data-quality-of-the-submitted-sheets"), "");
    canvas.note(&t!(view.lang(), "quality-note"));
    canvas.skip(1);
}

/// Every finding of one severity, after so many on sheets before.
fn list(canvas: &mut Canvas, view: &View<'_>, severity: Severity, rows: &[&FindingRow], before: usize) {
    let number = count(view.lang(), tally(view.figures.findings.iter().filter(|row| row.severity == severity)));
    let (title, what) = if severity == Severity::Error {
        let title = t!(view.lang(), "n-1-errors-for-the-units-to");
        (title, t!(view.lang(), "error"))
    } else {
        let title = t!(view.lang(), "n-2-warnings-to-look-at");
        (title, t!(view.lang(), "doubt"))
    };
    canvas.section(&format!("{title} ({number})"));
    if rows.is_empty() {
        canvas.note(&t!(view.lang(), "none"));
        return;
    }
    let table = list_table(view, &what);
    canvas.head(&table);
    let fill = if severity == Severity::Error { Colour::RedMark } else { Colour::AmberMark };
    let first = i64::try_from(before + 1).unwrap_or(1);
    for (number, finding) in (first..).zip(rows) {
        let values: Vec<Value> = vec![
            number.into(),
            finding.file.as_str().into(),
            finding.sheet.as_deref().into(),
            finding.cell_ref.as_deref().into(),
            finding.code.meaning(view.lang()).into(),
            finding.raw.as_deref().into(),
            finding.cell_id.as_ref().map(|id| view.cell_name(id)).into(),
            view.sender(finding).map(|id| view.unit_name(id)).into(),
            finding.hint.as_str().into(),
        ];
        canvas.row_with(&table, marked(values, 4, fill), Tone::Plain);
    }
}

fn list_table(view: &View<'_>, what: &str) -> Table {
    Table::new(vec![
        Column::new(t!(view.lang(), "row-number"), Look::Whole),
        Column::new(t!(view.lang(), "file"), Look::Text),
        Column::new(t!(view.lang(), "sheet"), Look::Text),
        Column::new(t!(view.lang(), "sheet-cell"), Look::Centre),
        Column::new(what, Look::Text),
        Column::new(t!(view.lang(), "as-written"), Look::Text),
        Column::new(t!(view.lang(), "party-cell"), Look::Text),
        Column::new(t!(view.lang(), "sent-by"), Look::Text),
        Column::new(t!(view.lang(), "how-to-mend-it"), Look::Text),
    ])
}

fn by_code(canvas: &mut Canvas, view: &View<'_>, findings: &[&FindingRow]) {
    let number = count(view.lang(), tally(findings));
    canvas.section(&format!("{} ({number})", t!(view.lang(), "n-3-information-by-kind")));
    let mut by_code: BTreeMap<Code, Vec<&FindingRow>> = BTreeMap::new();
    for finding in findings {
        by_code.entry(finding.code).or_default().push(finding);
    }
    if by_code.is_empty() {
        canvas.note(&t!(view.lang(), "none"));
        return;
    }
    let table = Table::new(vec![
        Column::new(t!(view.lang(), "row-number"), Look::Whole),
        Column::new(t!(view.lang(), "what"), Look::Text),
        Column::new(t!(view.lang(), "number"), Look::Whole),
        Column::new(t!(view.lang(), "code"), Look::Text).over(2),
        Column::new(t!(view.lang(), "examples"), Look::Text).over(4),
    ]);
    canvas.head(&table);
    for (number, (code, findings)) in (1_i64..).zip(by_code) {
        let values = vec![
            number.into(),
            code.meaning(view.lang()).into(),
            tally(&findings).into(),
            code.word().into(),
            examples(&findings).join("\n").into(),
        ];
        canvas.row(&table, values, Tone::Plain);
    }
}

/// A few findings in one line each, of different fields and texts as far as there are any.
fn examples(findings: &[&FindingRow]) -> Vec<String> {
    let mut fields = BTreeSet::new();
    let mut texts = BTreeSet::new();
    let (mut chosen, mut others) = (Vec::new(), Vec::new());
    for finding in findings {
        if texts.len() > EXAMPLES && chosen.len() == EXAMPLES {
            break;
        }
        if !texts.insert(finding.raw.as_deref()) {
            continue;
        }
        let list = if fields.insert(finding.field.as_deref()) { &mut chosen } else { &mut others };
        if list.len() < EXAMPLES {
            list.push(example(finding));
        }
    }
    chosen.extend(others);
    chosen.truncate(EXAMPLES);
    chosen
}

/// File, place, text and what it was taken for.
fn example(finding: &FindingRow) -> String {
    let mut text = finding.file.clone();
    for part in [&finding.sheet, &finding.cell_ref].into_iter().flatten() {
        text.push_str(" · ");
        text.push_str(part);
    }
    text.push_str(": ");
    if let Some(raw) = finding.raw.as_deref().filter(|raw| !finding.hint.contains(raw)) {
        text.extend(["“", raw, "” – "]);
    }
    text.push_str(&finding.hint);
    text
}

fn totals(canvas: &mut Canvas, view: &View<'_>) {
    canvas.section(&t!(view.lang(), "n-4-totals"));
    let submissions = &view.figures.submissions;
    let sum = |of: fn(&SubmissionRow) -> i64| submissions.iter().map(of).sum::<i64>();
    let table = Table::new(vec![
        Column::new(t!(view.lang(), "what"), Look::Text).over(2),
        Column::new(t!(view.lang(), "number"), Look::Whole),
    ]);
    canvas.head(&table);
    let mut line = |label: &str, number: i64| canvas.row(&table, vec![label.into(), number.into()], Tone::Plain);
    line(&t!(view.lang(), "sheets-read"), tally(submissions));
    for status in crate::terms::SubmissionStatus::ALL {
        let number = tally(submissions.iter().filter(|row| row.status == *status));
        if number > 0 {
            line(&format!("– {}", wording::submission(*status, view.lang()).to_lowercase()), number);
        }
    }
    line(&t!(view.lang(), "rows-read"), sum(|row| row.rows_read));
    line(&t!(view.lang(), "of-which-accepted"), sum(|row| row.rows_accepted));
    line(&t!(view.lang(), "of-which-rejected"), sum(|row| row.rows_rejected));
    line(&t!(view.lang(), "filled-cells-read"), sum(|row| row.cells_read));
    line(&t!(view.lang(), "of-which-used"), sum(|row| row.cells_used));
    line(&t!(view.lang(), "of-which-repaired"), sum(|row| row.cells_repaired));
    line(&t!(view.lang(), "of-which-rejected"), sum(|row| row.cells_rejected));
    line(&t!(view.lang(), "of-which-layout"), sum(|row| row.cells_layout));
}
