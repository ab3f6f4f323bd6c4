//! The numbers of the charts, table by table on one sheet.

use std::ops::Range;

use crate::lang::t;
use crate::report::canvas::{Canvas, Column, Table, Tone};
use crate::report::plan::{Area, Sheet, Source, Value};
use crate::report::sheets::Name;
use crate::report::view::View;

/// The sheet so far.
pub(super) struct ChartData {
    canvas: Canvas,
}

/// Where the rows of a table stand.
pub(super) struct Block {
    sheet: String,
    top: u32,
    bottom: u32,
}

impl ChartData {
    pub(super) fn new(view: &View<'_>) -> Self {
        let mut grid = vec![46.0, 34.0];
        grid.extend([13.0; 5]);
        let mut canvas = Canvas::new(view, &Name::ChartData.tab(view.lang()), grid);
        canvas.heading(&t!(view.lang(), "numbers-of-the-charts"), "");
        canvas.note(&t!(view.lang(), "chart-data-note"));
        Self { canvas }
    }

    /// A table with a title.
    pub(super) fn table(&mut self, title: &str, columns: Vec<Column>, rows: Vec<Vec<Value>>) -> Block {
        let table = Table::new(columns);
        self.canvas.skip(1);
        self.canvas.section(title);
        self.canvas.head(&table);
        let top = self.canvas.row;
        for row in rows {
            self.canvas.row(&table, row, Tone::Plain);
        }
        let bottom = self.canvas.row.saturating_sub(1).max(top);
        Block { sheet: self.canvas.sheet.name.clone(), top, bottom }
    }

    pub(super) fn finish(self) -> Sheet {
        self.canvas.finish()
    }
}

impl Block {
    /// All rows of a column.
    pub(super) fn column(&self, column: u32) -> Source {
        Source { sheet: self.sheet.clone(), area: Area::new(self.top, column, self.bottom, column) }
    }

    /// Some rows of a column, counted from the table's first; none where there are none.
    pub(super) fn part(&self, column: u32, rows: &Range<usize>) -> Option<Source> {
        let first = self.top + u32::try_from(rows.start).ok()?;
        let last = self.top + u32::try_from(rows.end).ok()?.checked_sub(1)?;
        let area = Area::new(first, column, last, column);
        (first <= last && last <= self.bottom).then(|| Source { sheet: self.sheet.clone(), area })
    }
}
