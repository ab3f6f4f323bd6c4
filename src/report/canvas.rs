//! Filling a sheet from top to bottom: headings, notes and tables on one grid of columns.

use super::document;
use super::measure;
use super::plan::{Area, Chart, Orientation, Sheet, Value};
use super::style::{Border, Colour, Horizontal, Style, Vertical};
use super::view::View;
use crate::lang::t;

mod table;

pub use table::{Column, Filled, Look, Table, Tone, marked};
use table::{body_style, header_style};

/// A sheet that is filled from top to bottom.
#[derive(Debug)]
pub struct Canvas {
    /// The sheet so far.
    pub sheet: Sheet,
    /// The next free row.
    pub row: u32,
    grid: Vec<f64>,
}

/// Margin above a page with a letterhead, in millimetres.
const HEADED: f64 = 24.0;
/// Least height of a table row, in points.
const ROW: f64 = 17.0;

impl Canvas {
    /// An empty sheet on a grid of columns with widths in characters, held as the page is held.
    #[must_use]
    pub fn new(view: &View<'_>, name: &str, grid: Vec<f64>) -> Self {
        let mut sheet = Sheet::new(name);
        sheet.widths(grid.iter().copied());
        sheet.page.footer = Some(name.to_owned());
        sheet.page.letterhead = Some(document::letterhead(view));
        sheet.page.margins = [HEADED, 15.0, 18.0, 20.0];
        sheet.page.page_word = Some(t!(view.lang(), "page"));
        Self { sheet, row: 0, grid }
    }

    /// Holds the page upright, with the margins of a document.
    #[must_use]
    pub fn portrait(mut self) -> Self {
        self.sheet.page.orientation = Orientation::Portrait;
        self.sheet.page.margins = [20.0, 15.0, 20.0, 30.0];
        self
    }

    /// Gives a wide table the narrowest margins.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.sheet.page.margins = [HEADED, 8.0, 15.0, 10.0];
        self
    }

    /// Last grid column.
    #[must_use]
    pub fn last_column(&self) -> u32 {
        u32::try_from(self.grid.len()).unwrap_or(1).saturating_sub(1)
    }

    /// Leaves rows free.
    pub fn skip(&mut self, rows: u32) {
        self.row += rows;
    }

    /// Leaves a little room.
    pub fn gap(&mut self) {
        self.sheet.height(self.row, 7.0);
        self.row += 1;
    }

    /// Title of a table sheet, and its subtitle unless that is empty.
    pub fn heading(&mut self, title: &str, subtitle: &str) {
        let title_style = Style::PLAIN.bold().size(14).colour(Colour::Accent);
        self.sheet.put(self.row, 0, title.to_uppercase(), title_style);
        // Without a main table the title is what tells a later page where it belongs.
        self.sheet.page.repeat_rows = Some((self.row, self.row));
        self.sheet.height(self.row, 22.0);
        self.row += 1;
        if !subtitle.is_empty() {
            self.sheet.put(self.row, 0, subtitle, Style::PLAIN.italic().size(12));
            self.row += 1;
        }
    }

    /// Title of a part of the sheet.
    pub fn section(&mut self, title: &str) {
        self.sheet.put(self.row, 0, title, Style::PLAIN.bold().size(12).colour(Colour::Accent));
        self.sheet.height(self.row, 20.0);
        self.row += 1;
    }

    /// A line of text over the whole width, as high as it needs.
    pub fn paragraph(&mut self, text: &str, style: Style) {
        let area = Area::new(self.row, 0, self.row, self.last_column());
        self.sheet.merge(area, text, style.wrapped().horizontal(Horizontal::Left).vertical(Vertical::Top));
        self.sheet.height(self.row, self.height(text, 0, self.last_column(), style).max(ROW));
        self.row += 1;
    }

    /// A note in small italics.
    pub fn note(&mut self, text: &str) {
        self.paragraph(text, Style::PLAIN.italic().size(10).colour(Colour::DarkGrey));
    }

    /// Text centred over the whole width.
    pub fn centred(&mut self, text: &str, style: Style, height: f64) {
        let area = Area::new(self.row, 0, self.row, self.last_column());
        self.sheet.merge(area, text, style.centred().wrapped());
        self.sheet.height(self.row, height);
        self.row += 1;
    }

    /// The last grid column of the left half of the page.
    #[must_use]
    pub fn middle(&self) -> u32 {
        let half = self.grid.iter().sum::<f64>() / 2.0;
        let within = self.grid.iter().scan(0.0, |sum, width| {
            *sum += width;
            Some(*sum)
        });
        let columns = u32::try_from(within.take_while(|sum| *sum <= half * 1.1).count()).unwrap_or(1);
        columns.clamp(1, self.last_column().max(1)) - 1
    }

    /// Two texts beside each other, each over its columns, in a row as high as they need.
    pub fn beside(&mut self, left: ((u32, u32), &str, Style), right: ((u32, u32), &str, Style)) {
        let mut height = ROW;
        for ((first, last), text, style) in [left, right] {
            self.sheet.merge(Area::new(self.row, first, self.row, last), text, style);
            height = height.max(self.height(text, first, last, style));
        }
        self.sheet.height(self.row, height);
        self.row += 1;
    }

    /// The table's header, in two rows if columns are grouped. Returns its first and last row.
    pub fn head(&mut self, table: &Table) -> (u32, u32) {
        let style = header_style();
        let top = self.row;
        let grouped = table.columns.iter().any(|column| column.group.is_some());
        let bottom = if grouped { top + 1 } else { top };
        let groups = table.groups();
        for (left, right, group) in &groups {
            self.sheet.merge(Area::new(top, *left, top, *right), *group, style);
        }
        for (left, column) in table.placed() {
            let first = if column.group.is_some() { bottom } else { top };
            let area = Area::new(first, left, bottom, left + column.span - 1);
            self.sheet.merge(area, column.header.as_str(), style);
        }
        let needed = |wanted: bool| {
            let columns = table.placed().filter(move |(_, column)| column.group.is_some() == wanted);
            let heights = columns
                .map(|(left, column)| self.height(&column.header, left, left + column.span - 1, header_style()) + 4.0);
            heights.fold(ROW, f64::max)
        };
        let (lower, alone) = (needed(true), needed(false));
        if grouped {
            let upper = groups.iter().map(|(left, right, name)| self.height(name, *left, *right, header_style()) + 4.0);
            let upper = upper.fold(ROW, f64::max);
            let short = (alone - upper - lower).max(0.0) / 2.0;
            self.sheet.height(top, upper + short);
            self.sheet.height(bottom, lower + short);
        } else {
            self.sheet.height(bottom, alone);
        }
        self.row = bottom + 1;
        (top, bottom)
    }

    /// The header of the sheet's main table: it stays in sight on screen and is repeated on paper.
    pub fn main_head(&mut self, table: &Table, frozen_columns: u32) {
        let (top, bottom) = self.head(table);
        self.sheet.freeze = Some((bottom + 1, frozen_columns));
        self.sheet.page.repeat_rows = Some((top, bottom));
    }

    /// Filter buttons on the header's last row, over the rows since.
    pub fn filter_since(&mut self, head: u32) {
        if self.row > head + 1 {
            self.sheet.autofilter = Some(Area::new(head, 0, self.row - 1, self.last_column()));
        }
    }

    /// The sheet's main table: its rows can be filtered, its totals stand below.
    pub fn main_table(&mut self, table: &Table, rows: Vec<Filled>, totals: Vec<Filled>) {
        self.main_head(table, 1);
        let head = self.row - 1;
        for row in rows {
            self.row_with(table, row, Tone::Plain);
        }
        self.filter_since(head);
        for row in totals {
            self.row_with(table, row, Tone::Total);
        }
    }

    /// A row of values in column order.
    pub fn row(&mut self, table: &Table, values: Vec<Value>, tone: Tone) {
        self.row_with(table, values.into_iter().map(|value| (value, None)), tone);
    }

    /// A row of values, each perhaps with a fill of its own.
    pub fn row_with(&mut self, table: &Table, values: impl IntoIterator<Item = (Value, Option<Colour>)>, tone: Tone) {
        let mut height = ROW;
        for ((left, column), (value, fill)) in table.placed().zip(values) {
            let right = left + column.span - 1;
            let mut style = body_style(column.look, &value);
            if tone == Tone::Total {
                style = style.bold().fill(Colour::PaleGrey);
            }
            style.fill = fill.or(style.fill);
            if let Value::Text(text) = &value {
                height = height.max(self.height(text, left, right, style));
            }
            if column.span == 1 {
                self.sheet.put(self.row, left, value, style);
            } else {
                self.sheet.merge(Area::new(self.row, left, self.row, right), value, style);
            }
        }
        self.sheet.height(self.row, height);
        self.row += 1;
    }

    /// A label over the whole width of a table.
    pub fn band(&mut self, text: &str) {
        let area = Area::new(self.row, 0, self.row, self.last_column());
        let style = Style::PLAIN.bold().fill(Colour::PaleGrey).border(Border::Thin).indented(1);
        self.sheet.merge(area, text, style);
        self.sheet.height(self.row, 20.0);
        self.row += 1;
    }

    /// Charts side by side in equal places over the whole width, and below them how they are read: all in one row, since
    /// no printer parts a row between two pages.
    pub fn charts(&mut self, charts: Vec<Chart>, places: u32, caption: &str) {
        const GAP: f64 = 6.0;
        const POINTS_PER_PIXEL: f64 = 0.75;
        let columns = (self.last_column() + 1) / places.max(1);
        let style = Style::PLAIN.italic().size(10).colour(Colour::DarkGrey);
        let text = self.height(caption, 0, self.last_column(), style);
        let tallest = charts.iter().map(|chart| f64::from(chart.height)).fold(0.0, f64::max);
        for (at, chart) in (0..).zip(charts) {
            let column = at * columns;
            let width = whole_pixels(self.pixels(column, column + columns - 1) - GAP);
            self.sheet.charts.push(Chart { row: self.row, column, width, ..chart });
        }
        let area = Area::new(self.row, 0, self.row, self.last_column());
        self.sheet.merge(area, caption, style.wrapped().horizontal(Horizontal::Left).vertical(Vertical::Bottom));
        self.sheet.height(self.row, tallest * POINTS_PER_PIXEL + text + 6.0);
        self.row += 1;
    }

    /// The finished sheet. One that runs a little over its pages is shrunk onto them.
    #[must_use]
    pub fn finish(mut self) -> Sheet {
        self.sheet.page.pages_tall = measure::pages_tall(&self.sheet, measure::pixels(self.grid.iter().copied()));
        self.sheet
    }

    /// Prints only the rows so far; what follows is for the screen.
    pub fn end_of_print(&mut self) {
        self.sheet.page.print_area = Some(Area::new(0, 0, self.row.saturating_sub(1), self.last_column()));
    }

    /// Makes rows together at least as high as a text beside them needs.
    pub fn make_room(&mut self, (top, bottom): (u32, u32), text: &str, column: u32, style: Style) {
        let rows = top..=bottom;
        let have: f64 = rows.map(|row| self.sheet.rows.get(&row).and_then(|row| row.height).unwrap_or(ROW)).sum();
        let lack = self.height(text, column, column, style) - have;
        if lack > 0.0 {
            let last = self.sheet.rows.get(&bottom).and_then(|row| row.height).unwrap_or(ROW);
            self.sheet.height(bottom, last + lack);
        }
    }

    /// Points a text needs over grid columns.
    fn height(&self, text: &str, left: u32, right: u32, style: Style) -> f64 {
        measure::height(text, self.pixels(left, right), style)
    }

    /// Pixels of grid columns.
    fn pixels(&self, left: u32, right: u32) -> f64 {
        let (left, right) = (usize::try_from(left).unwrap_or(0), usize::try_from(right).unwrap_or(0));
        measure::pixels(self.grid.iter().skip(left).take((right + 1).saturating_sub(left)).copied())
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a sheet, and never under one")]
fn whole_pixels(pixels: f64) -> u32 {
    pixels.max(1.0) as u32
}
