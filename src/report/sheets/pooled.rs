//! Figures pooled by cell type or by committee: sums before division, never means of rates.

use super::Name;
use crate::lake::schema::UnitSummary;
use crate::lang::t;
use crate::report::canvas::{Canvas, Column, Filled, Look, Table, Tone};
use crate::report::numbers::{percent, share, window};
use crate::report::plan::{Sheet, Value};
use crate::report::style::Colour;
use crate::report::view::View;
use crate::report::wording;
use crate::terms::{Grade, Scope};

/// Figures by cell type, then by hardship and by whether the secretary also holds a village office.
pub(in crate::report) fn by_type(view: &View<'_>) -> Sheet {
    let parts = [
        (Scope::Hardship, t!(view.lang(), "hardship-area")),
        (Scope::Concurrent, t!(view.lang(), "secretary-with-a-village-office")),
    ]
    .map(|(scope, title)| (title, view.pooled(scope)));
    let types = view.pooled(Scope::Type);
    let all =
        types.iter().copied().chain(view.whole()).chain(parts.iter().flat_map(|(_, pooled)| pooled.iter().copied()));
    let rows: Vec<_> = all.map(|pooled| row(view, pooled, None)).collect();
    let (table, grid, rows) = table(view, &t!(view.lang(), "type"), rows);
    let mut canvas = Canvas::new(view, &Name::ByType.tab(view.lang()), grid).wide();
    heading(&mut canvas, view, &t!(view.lang(), "figures-by-cell-type"));
    canvas.main_head(&table, 1);
    let mut rows = rows.into_iter();
    for row in rows.by_ref().take(types.len()) {
        canvas.row_with(&table, row, Tone::Plain);
    }
    total(&mut canvas, &table, view, rows.by_ref().take(usize::from(view.whole().is_some())).next());
    for (title, pooled) in parts.iter().filter(|(_, pooled)| !pooled.is_empty()) {
        canvas.band(title);
        for row in rows.by_ref().take(pooled.len()) {
            canvas.row_with(&table, row, Tone::Plain);
        }
    }
    canvas.finish()
}

/// Figures by committee, with the parts of the index its sheets have no columns for.
pub(in crate::report) fn by_unit(view: &View<'_>) -> Sheet {
    let units = view.pooled(Scope::Unit);
    let mut rows: Vec<_> = units.iter().map(|pooled| row(view, pooled, Some(lacking(view, pooled)))).collect();
    rows.extend(view.whole().map(|whole| row(view, whole, None)));
    let (table, grid, mut rows) = table(view, &t!(view.lang(), "committee-short"), rows);
    let whole = rows.split_off(units.len()).into_iter().next();
    let mut canvas = Canvas::new(view, &Name::ByUnit.tab(view.lang()), grid).wide();
    heading(&mut canvas, view, &t!(view.lang(), "figures-by-committee"));
    canvas.main_head(&table, 1);
    let head = canvas.row - 1;
    for row in rows {
        canvas.row_with(&table, row, Tone::Plain);
    }
    canvas.filter_since(head);
    total(&mut canvas, &table, view, whole);
    canvas.finish()
}

fn lacking(view: &View<'_>, pooled: &UnitSummary) -> String {
    let lacking = view.lacking(&pooled.unit_id);
    let names: Vec<_> = lacking.iter().map(|it| wording::component(*it, view.lang()).to_lowercase()).collect();
    names.join(", ")
}

fn heading(canvas: &mut Canvas, view: &View<'_>, title: &str) {
    let span = window(view.lang(), view.figures.window);
    canvas.heading(title, &t!(view.lang(), "cell-meetings", span));
    canvas.note(&t!(view.lang(), "pooled-note"));
}

fn total(canvas: &mut Canvas, table: &Table, view: &View<'_>, whole: Option<Filled>) {
    match whole {
        Some(row) => canvas.row_with(table, row.into_iter().map(|(value, _)| (value, None)), Tone::Total),
        None => canvas.band(&t!(view.lang(), "no-data")),
    }
}

/// The table without the columns that nothing fills, its widths, and its rows.
fn table(view: &View<'_>, first: &str, rows: Vec<Filled>) -> (Table, Vec<f64>, Vec<Filled>) {
    let (columns, rows) = Table::filled(columns(view, first), rows);
    let (columns, grid) = columns.into_iter().unzip();
    (Table::new(columns), grid, rows)
}

fn columns(view: &View<'_>, first: &str) -> Vec<(Column, f64)> {
    let lang = view.lang();
    let attendance = t!(view.lang(), "attending");
    let thematic = t!(view.lang(), "thematic");
    let visits = t!(view.lang(), "visits-from-above");
    let score = t!(view.lang(), "score");
    let grades = t!(view.lang(), "months-by-grade");
    let mut columns = vec![
        (Column::new(first, Look::Text), 31.0),
        (Column::new(t!(view.lang(), "number-of-cells"), Look::Whole), 7.0),
        (Column::new(t!(view.lang(), "members"), Look::Whole), 8.0),
        (Column::new(t!(view.lang(), "reporting-rate"), Look::Percent), 8.0),
        (Column::new(t!(view.lang(), "present"), Look::Whole).under(&attendance), 8.0),
        (Column::new(t!(view.lang(), "due"), Look::Whole).under(&attendance), 8.0),
        (Column::new(t!(view.lang(), "rate"), Look::Percent).under(&attendance), 8.0),
        (Column::new(t!(view.lang(), "n-95-interval"), Look::Centre).under(&attendance), 12.0),
        (Column::new(t!(view.lang(), "quarters-expected"), Look::Whole).under(&thematic), 7.5),
        (Column::new(t!(view.lang(), "rate"), Look::Percent).under(&thematic), 8.0),
        (Column::new(t!(view.lang(), "number-of-months"), Look::Whole).under(&visits), 7.5),
        (Column::new(t!(view.lang(), "rate"), Look::Percent).under(&visits), 8.0),
        (Column::new(t!(view.lang(), "mean"), Look::Points).under(&score), 7.5),
        (Column::new(t!(view.lang(), "median"), Look::Points).under(&score), 7.0),
    ];
    columns.extend(
        [Grade::Good, Grade::Fair, Grade::Average, Grade::Poor]
            .map(|grade| (Column::new(wording::grade(grade, lang), Look::Whole).under(&grades), 7.0)),
    );
    columns.push((Column::new(t!(view.lang(), "speaking"), Look::Percent), 8.0));
    columns.push((Column::new(wording::needs_support(lang), Look::Whole), 10.0));
    let lacking = t!(view.lang(), "sheets-silent-on");
    columns.push((Column::new(lacking, Look::Text), 20.0));
    columns
}

fn row(view: &View<'_>, pooled: &UnitSummary, lacking: Option<String>) -> Filled {
    let lang = view.lang();
    let thematic = view.thematic(pooled);
    let interval = pooled.attendance_low95.zip(pooled.attendance_high95);
    let values: Vec<Value> = vec![
        wording::pooled(pooled, lang).into(),
        pooled.cells.into(),
        pooled.members.into(),
        Value::share(pooled.reporting_rate),
        pooled.present.into(),
        pooled.due.into(),
        Value::share(pooled.attendance_rate),
        interval.map(|(low, high)| format!("{}–{}", percent(lang, low), percent(lang, high))).into(),
        thematic.map(|(held, _)| held).into(),
        Value::share(thematic.and_then(|(held, expected)| share(held, expected))),
        pooled.supervision_attended.into(),
        Value::share(pooled.supervision_coverage),
        pooled.quality_mean.into(),
        pooled.quality_median.into(),
        pooled.grade_good.into(),
        pooled.grade_fair.into(),
        pooled.grade_average.into(),
        pooled.grade_poor.into(),
        Value::share(pooled.speakers_ratio),
    ];
    let mut row: Filled = values.into_iter().map(|value| (value, None)).collect();
    row.push((pooled.cells_weak.into(), (pooled.cells_weak > 0).then_some(Colour::AmberMark)));
    row.push((lacking.into(), None));
    row
}
