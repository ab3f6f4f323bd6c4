//! Every month of the year to date, cell by cell: attendance and score as plain figures. The lines of the month's sheet
//! are drawn over them.

use std::collections::BTreeMap;

use super::Name;
use super::month_figures::attendance;
use crate::lake::schema::{CellMonth, CellSummary};
use crate::lang::t;
use crate::period::Period;
use crate::register::UnitId;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::{share, window};
use crate::report::plan::{Area, Sheet, Source, Sparkline, Value};
use crate::report::style::Colour;
use crate::report::view::View;

/// Attendance at the foot and at the head of a line: the same for every cell, so that lines compare.
const SCALE: (f64, f64) = (0.5, 1.0);
/// Columns before the first month.
const BEFORE: u32 = 2;

/// Where each cell's attendance stands, month by month.
pub(in crate::report) struct Trends<'a> {
    sheet: String,
    rows: BTreeMap<&'a UnitId, Area>,
}

impl Trends<'_> {
    /// Whether there is a line at all: one month makes none.
    pub(in crate::report) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The line of a cell, to stand at a place.
    pub(in crate::report) fn line(&self, cell: &UnitId, row: u32, column: u32) -> Option<Sparkline> {
        let (low, high) = SCALE;
        let values = Source { sheet: self.sheet.clone(), area: *self.rows.get(cell)? };
        Some(Sparkline { row, column, values, low, high, colour: Colour::Accent })
    }
}

/// Fills the sheet.
pub(in crate::report) fn sheet<'a>(view: &View<'a>) -> (Sheet, Trends<'a>) {
    let months: Vec<Period> = view.figures.window.months().collect();
    let last = BEFORE + u32::try_from(months.len()).unwrap_or(1) - 1;
    let mut trends = Trends { sheet: Name::ByMonth.tab(view.lang()), rows: BTreeMap::new() };
    let (columns, grid): (Vec<Column>, Vec<f64>) = columns(view, &months).into_iter().unzip();
    let table = Table::new(columns);
    let mut canvas = Canvas::new(view, &trends.sheet, grid).wide();
    let span = window(view.lang(), view.figures.window);
    canvas.heading(&t!(view.lang(), "each-cell-month-by-month"), &t!(view.lang(), "cell-meetings", span));
    canvas.note(&t!(view.lang(), "by-month-note"));
    canvas.main_head(&table, 1);
    let head = canvas.row - 1;
    let mut of_cell: BTreeMap<(&UnitId, Period), &CellMonth> = BTreeMap::new();
    of_cell.extend(view.figures.cell_months.iter().map(|row| ((&row.cell_id, row.period), row)));
    for cell in view.cells_by_unit().into_iter().flat_map(|(_, cells)| cells.iter().copied()) {
        if months.len() > 1 {
            trends.rows.insert(&cell.cell_id, Area::new(canvas.row, BEFORE, canvas.row, last));
            canvas.sheet.sparklines.extend(trends.line(&cell.cell_id, canvas.row, last + 1));
        }
        let told: Vec<_> = months.iter().map(|month| of_cell.get(&(&cell.cell_id, *month)).copied()).collect();
        canvas.row(&table, row(view, cell, &told), Tone::Plain);
    }
    if canvas.row == head + 1 {
        canvas.band(&t!(view.lang(), "no-data"));
    }
    canvas.filter_since(head);
    (canvas.finish(), trends)
}

fn columns(view: &View<'_>, months: &[Period]) -> Vec<(Column, f64)> {
    let attendance = t!(view.lang(), "attendance-rate");
    let score = t!(view.lang(), "official-score");
    let of_months = |group: &str, look: Look, width: f64| -> Vec<_> {
        let column = |month: &Period| {
            let number = month.month();
            (Column::new(t!(view.lang(), "month-of-number", number), look).under(group), width)
        };
        months.iter().map(column).collect()
    };
    let mut columns = vec![
        (Column::new(t!(view.lang(), "cell"), Look::Text), 34.0),
        (Column::new(t!(view.lang(), "committee"), Look::Text), 27.0),
    ];
    columns.extend(of_months(&attendance, Look::Percent, 7.0));
    columns.push((Column::new(t!(view.lang(), "trend"), Look::Text).under(&attendance), 14.0));
    columns.extend(of_months(&score, Look::Points, 6.5));
    columns
}

fn row(view: &View<'_>, cell: &CellSummary, months: &[Option<&CellMonth>]) -> Vec<Value> {
    let rate = |month: Option<&CellMonth>| {
        Value::share(month.and_then(attendance).and_then(|(present, due)| share(present, due)))
    };
    let mut values: Vec<Value> = vec![cell.cell_name.as_str().into(), view.above(cell).into()];
    values.extend(months.iter().copied().map(rate));
    values.push(Value::Blank);
    values.extend(months.iter().map(|month| Value::from(month.and_then(|month| month.official_score))));
    values
}
