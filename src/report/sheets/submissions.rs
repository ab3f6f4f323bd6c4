//! Every submitted sheet: what became of it, and what became of its rows and cells.

use super::Name;
use crate::lang::t;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::{day, month_slash};
use crate::report::plan::{Sheet, Value};
use crate::report::style::Colour;
use crate::report::view::View;
use crate::report::wording;
use crate::terms::SubmissionStatus;

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>) -> Sheet {
    let (table, grid) = table(view);
    let mut canvas = Canvas::new(view, &Name::Submissions.tab(view.lang()), grid).wide();
    canvas.heading(&t!(view.lang(), "what-became-of-the-submitted-sheets"), "");
    canvas.note(&t!(view.lang(), "submissions-note"));
    canvas.main_head(&table, 2);
    let head = canvas.row - 1;
    for submission in &view.figures.submissions {
        let fill = match submission.status {
            SubmissionStatus::Rejected | SubmissionStatus::Unrecognised => Some(Colour::RedMark),
            SubmissionStatus::Partial => Some(Colour::AmberMark),
            SubmissionStatus::Accepted | SubmissionStatus::Superseded | SubmissionStatus::Duplicate => None,
        };
        let mut values: Vec<(Value, Option<Colour>)> = vec![
            (submission.file.as_str().into(), None),
            (submission.sheet.as_str().into(), None),
            (submission.unit_id.as_ref().map(|id| view.unit_name(id.as_str())).into(), None),
            (submission.period.map(month_slash).into(), None),
            (submission.report_date.map(day).into(), None),
            ((submission.revision > 0).then_some(submission.revision).into(), None),
            (wording::submission(submission.status, view.lang()).into(), fill),
        ];
        let counts = [
            submission.rows_read,
            submission.rows_accepted,
            submission.rows_rejected,
            submission.cells_read,
            submission.cells_used,
            submission.cells_repaired,
            submission.cells_rejected,
            submission.cells_layout,
        ];
        values.extend(counts.map(|count| (Value::Integer(count), None)));
        canvas.row_with(&table, values, Tone::Plain);
    }
    if view.figures.submissions.is_empty() {
        canvas.band(&t!(view.lang(), "nothing-was-received"));
    }
    canvas.filter_since(head);
    canvas.finish()
}

fn table(view: &View<'_>) -> (Table, Vec<f64>) {
    let rows = t!(view.lang(), "rows-of-cells");
    let cells = t!(view.lang(), "number-of-filled-cells");
    let columns = [
        (Column::new(t!(view.lang(), "file"), Look::Text), 52.0),
        (Column::new(t!(view.lang(), "sheet"), Look::Text), 14.0),
        (Column::new(t!(view.lang(), "sent-by"), Look::Text), 33.0),
        (Column::new(t!(view.lang(), "month"), Look::Centre), 9.5),
        (Column::new(t!(view.lang(), "dated"), Look::Centre), 11.5),
        (Column::new(t!(view.lang(), "revision"), Look::Whole), 7.5),
        (Column::new(t!(view.lang(), "outcome"), Look::Centre), 18.0),
        (Column::new(t!(view.lang(), "read-as-column"), Look::Whole).under(&rows), 7.5),
        (Column::new(t!(view.lang(), "accepted-as-column"), Look::Whole).under(&rows), 7.5),
        (Column::new(t!(view.lang(), "rejected-as-column"), Look::Whole).under(&rows), 7.5),
        (Column::new(t!(view.lang(), "read-as-column"), Look::Whole).under(&cells), 7.5),
        (Column::new(t!(view.lang(), "used-as-column"), Look::Whole).under(&cells), 7.5),
        (Column::new(t!(view.lang(), "repaired"), Look::Whole).under(&cells), 7.5),
        (Column::new(t!(view.lang(), "rejected-as-column"), Look::Whole).under(&cells), 7.5),
        (Column::new(t!(view.lang(), "layout"), Look::Whole).under(&cells), 7.5),
    ];
    let (columns, grid) = columns.into_iter().unzip();
    (Table::new(columns), grid)
}
