//! The month cell by cell, and pooled by committee.

use std::collections::BTreeMap;

use super::Name;
use super::by_month::Trends;
use super::month_figures::{self, MonthFigures, attendance};
use super::month_reports;
use crate::lake::schema::CellMonth;
use crate::lang::t;
use crate::period::Period;
use crate::report::canvas::{Canvas, Column, Filled, Look, Table, Tone};
use crate::report::numbers::{month, share, tally};
use crate::report::plan::{Sheet, Value};
use crate::report::style::Colour;
use crate::report::view::View;
use crate::report::wording;
use crate::terms::{Grade, MeetingStatus};

/// Each cell's month.
pub(in crate::report) fn by_cell(view: &View<'_>, period: Period, trends: &Trends<'_>) -> Sheet {
    let months = month_figures::sorted(view, period);
    let minimum = one_minimum(&months);
    let rows = months.iter().map(|row| cell_row(view, row, minimum.is_some())).collect();
    let (mut columns, rows) = Table::filled(cell_columns(view), rows);
    if !trends.is_empty() {
        columns.push((Column::new(t!(view.lang(), "attendance-trend"), Look::Text), 14.0));
    }
    let (columns, grid) = columns.into_iter().unzip();
    let table = Table::new(columns);
    let mut canvas = Canvas::new(view, &Name::Month.tab(view.lang()), grid).wide();
    heading(&mut canvas, view, period, &t!(view.lang(), "each-cells-meeting"));
    canvas.note(&(note(view, minimum) + &trend_note(view, trends)));
    canvas.main_head(&table, 1);
    let head = canvas.row - 1;
    for (month, mut row) in months.iter().zip(rows) {
        if !trends.is_empty() {
            row.push((Value::Blank, None));
        }
        let (at, last) = (canvas.row, canvas.last_column());
        canvas.sheet.sparklines.extend(trends.line(&month.cell_id, at, last));
        canvas.row_with(&table, row, Tone::Plain);
    }
    if months.is_empty() {
        canvas.band(&t!(view.lang(), "no-cell-in-this-month"));
    }
    canvas.filter_since(head);
    canvas.finish()
}

fn note(view: &View<'_>, minimum: Option<i64>) -> String {
    let mut note = t!(view.lang(), "month-note");
    if let Some(minutes) = minimum {
        note.push_str(&t!(view.lang(), "month-note-minimum", minutes));
    }
    note
}

/// What the lines show; one stays at its place when the rows are sorted anew.
fn trend_note(view: &View<'_>, trends: &Trends<'_>) -> String {
    if trends.is_empty() {
        return String::new();
    }
    t!(view.lang(), "month-note-trend")
}

/// The minimum duration, where it is the same for all.
fn one_minimum(months: &[&CellMonth]) -> Option<i64> {
    let first = months.first()?.duration_required;
    months.iter().all(|row| row.duration_required == first).then_some(first)
}

fn heading(canvas: &mut Canvas, view: &View<'_>, period: Period, title: &str) {
    let name = month(view.lang(), period);
    canvas.heading(title, &t!(view.lang(), "cell-meetings", span = name));
}

fn cell_columns(view: &View<'_>) -> Vec<(Column, f64)> {
    let attendance = t!(view.lang(), "attending");
    let absent = t!(view.lang(), "absent");
    let minutes = t!(view.lang(), "minutes");
    let scores = t!(view.lang(), "score");
    vec![
        (Column::new(t!(view.lang(), "cell"), Look::Text), 36.0),
        (Column::new(t!(view.lang(), "committee"), Look::Text), 29.0),
        (Column::new(t!(view.lang(), "type"), Look::Text), 13.0),
        (Column::new(t!(view.lang(), "state-of-meeting"), Look::Centre), 9.5),
        (Column::new(t!(view.lang(), "held-on"), Look::Day), 11.0),
        (Column::new(t!(view.lang(), "members"), Look::Whole), 7.5),
        (Column::new(t!(view.lang(), "present"), Look::Whole).under(&attendance), 6.5),
        (Column::new(t!(view.lang(), "due"), Look::Whole).under(&attendance), 6.5),
        (Column::new(t!(view.lang(), "rate"), Look::Percent).under(&attendance), 7.5),
        (Column::new(t!(view.lang(), "excused"), Look::Whole).under(&absent), 6.5),
        (Column::new(t!(view.lang(), "unexcused"), Look::Whole).under(&absent), 7.0),
        (Column::new(t!(view.lang(), "meeting"), Look::Whole).under(&minutes), 7.0),
        (Column::new(t!(view.lang(), "minimum-column"), Look::Whole).under(&minutes), 7.0),
        (Column::new(t!(view.lang(), "speakers"), Look::Whole), 7.0),
        (Column::new(t!(view.lang(), "thematic"), Look::Centre), 7.5),
        (Column::new(t!(view.lang(), "visited"), Look::Centre), 7.5),
        (Column::new(t!(view.lang(), "self-as-title"), Look::Points).under(&scores), 7.0),
        (Column::new(t!(view.lang(), "upper-as-title"), Look::Points).under(&scores), 7.0),
        (Column::new(t!(view.lang(), "official"), Look::Points).under(&scores), 7.0),
        (Column::new(t!(view.lang(), "grade-by-points"), Look::Centre), 9.0),
    ]
}

fn cell_row(view: &View<'_>, row: &CellMonth, one_minimum: bool) -> Filled {
    let lang = view.lang();
    let (state, fill) = match (row.reported, row.status) {
        (false, _) => (t!(view.lang(), "not-reported"), Some(Colour::RedMark)),
        (true, Some(status)) => {
            let fill = (status == MeetingStatus::NotHeld).then_some(Colour::AmberMark);
            (wording::meeting_status(status, lang), fill)
        }
        (true, None) => (t!(view.lang(), "unclear"), Some(Colour::AmberMark)),
    };
    let counted = attendance(row);
    let yes = |known: Option<bool>| known.map(|yes| if yes { t!(view.lang(), "yes") } else { t!(view.lang(), "no") });
    let values: Vec<Value> = vec![
        view.cell_name(&row.cell_id).into(),
        row.unit_id.as_ref().map(|id| view.unit_name(id.as_str())).into(),
        view.type_name(row.cell_type.as_deref()).into(),
        state.into(),
        row.held_on.into(),
        row.members.into(),
        row.present.into(),
        row.due.into(),
        Value::share(counted.and_then(|(present, due)| share(present, due))),
        row.absent_excused.into(),
        row.absent_unexcused.into(),
        row.duration_min.into(),
        row.duration_min.filter(|_| !one_minimum).map(|_| row.duration_required).into(),
        row.speakers.into(),
        yes(row.thematic).into(),
        yes(row.reported.then_some(row.visited)).into(),
        row.self_score.into(),
        row.upper_score.into(),
        row.official_score.into(),
        row.official_grade.map(|grade| wording::grade(grade, lang)).into(),
    ];
    let short = row.duration_min.is_some_and(|minutes| minutes < row.duration_required);
    let fills = [(3, fill), (11, short.then_some(Colour::AmberMark))];
    let fill_of = |at: usize| fills.iter().find(|(column, _)| *column == at).and_then(|(_, fill)| *fill);
    values.into_iter().enumerate().map(|(at, value)| (value, fill_of(at))).collect()
}

/// The month by committee.
pub(in crate::report) fn by_unit(view: &View<'_>, period: Period) -> Sheet {
    let weak: BTreeMap<&str, i64> = view
        .cells_by_unit()
        .into_iter()
        .map(|(unit, cells)| (unit, tally(cells.iter().filter(|cell| view.is_weak(&cell.cell_id)))))
        .collect();
    let mut units: Vec<_> = month_figures::by_unit(view.figures, period).into_iter().collect();
    units.sort_by(|(one, _), (other, _)| view.by_unit_name(one, other));
    let months = month_reports::by_unit(view, period);
    let row = |(unit, figures): &(&str, MonthFigures)| {
        let name = if unit.is_empty() { t!(view.lang(), "none-in-brackets") } else { view.unit_name(unit).to_owned() };
        let received = months.get(unit).map_or((Value::Blank, Value::Blank), |it| it.told(view));
        unit_row(&name, figures, received, weak.get(unit).copied().unwrap_or(0))
    };
    let mut rows: Vec<_> = units.iter().map(row).collect();
    let whole = month_figures::whole(view.figures, period);
    rows.push(unit_row(&t!(view.lang(), "all-cells"), &whole, (Value::Blank, Value::Blank), weak.values().sum()));
    let (columns, mut rows) = Table::filled(unit_columns(view), rows);
    let (columns, grid) = columns.into_iter().unzip();
    let table = Table::new(columns);
    let mut canvas = Canvas::new(view, &Name::ByUnit.tab(view.lang()), grid).wide();
    heading(&mut canvas, view, period, &t!(view.lang(), "figures-by-committee"));
    let whole = rows.split_off(units.len());
    canvas.main_table(&table, rows, whole);
    canvas.finish()
}

fn unit_columns(view: &View<'_>) -> Vec<(Column, f64)> {
    let cells = t!(view.lang(), "number-of-cells");
    let reports = t!(view.lang(), "reporting");
    let attendance = t!(view.lang(), "attending");
    let grades = t!(view.lang(), "cells-by-grade");
    let mut columns = vec![
        (Column::new(t!(view.lang(), "committee-short"), Look::Text), 36.0),
        (Column::new(t!(view.lang(), "reports-expected"), Look::Whole).under(&cells), 8.0),
        (Column::new(t!(view.lang(), "reported"), Look::Whole).under(&cells), 8.0),
        (Column::new(t!(view.lang(), "first-report"), Look::Day).under(&reports), 11.0),
        (Column::new(t!(view.lang(), "against-the-deadline"), Look::Centre).under(&reports), 17.0),
        (Column::new(t!(view.lang(), "held"), Look::Whole).under(&cells), 8.0),
        (Column::new(t!(view.lang(), "not-held"), Look::Whole).under(&cells), 8.0),
        (Column::new(t!(view.lang(), "visited"), Look::Whole).under(&cells), 8.0),
        (Column::new(t!(view.lang(), "thematic-held"), Look::Whole).under(&cells), 8.0),
        (Column::new(t!(view.lang(), "present"), Look::Whole).under(&attendance), 8.0),
        (Column::new(t!(view.lang(), "due"), Look::Whole).under(&attendance), 8.0),
        (Column::new(t!(view.lang(), "rate"), Look::Percent).under(&attendance), 8.0),
        (Column::new(t!(view.lang(), "mean-score"), Look::Points), 8.0),
    ];
    columns.extend(
        [Grade::Good, Grade::Fair, Grade::Average, Grade::Poor]
            .map(|grade| (Column::new(wording::grade(grade, view.lang()), Look::Whole).under(&grades), 7.0)),
    );
    let weak = t!(view.lang(), "need-support-year-to-date");
    columns.push((Column::new(weak, Look::Whole), 14.0));
    columns
}

fn unit_row(name: &str, figures: &MonthFigures, (first_report, in_time): (Value, Value), weak: i64) -> Filled {
    let mut values: Vec<Value> = vec![
        name.into(),
        figures.cells.into(),
        figures.reported.into(),
        first_report,
        in_time,
        figures.held.into(),
        figures.not_held.into(),
        figures.visited.into(),
        (figures.thematic_known > 0).then_some(figures.thematic).into(),
        figures.present.into(),
        figures.due.into(),
        Value::share(figures.attendance_rate()),
        figures.mean_score().into(),
    ];
    values.extend(figures.grades.map(Value::from));
    let mut row: Filled = values.into_iter().map(|value| (value, None)).collect();
    row.push((weak.into(), (weak > 0).then_some(Colour::AmberMark)));
    row
}
