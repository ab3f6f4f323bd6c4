//! Filling a sheet from top to bottom: headings, notes and tables on one grid of columns.

use super::plan::{Area, Orientation, Sheet, Value};
use super::style::{Border, Colour, Horizontal, NumberFormat, Style, Vertical};
use super::view::View;

/// What a table column holds, and so how it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Text, left, wrapped.
    Text,
    /// Short text, centred.
    Centre,
    /// A count.
    Whole,
    /// Points with one decimal.
    Points,
    /// A number with two decimals.
    Fine,
    /// A share as a percentage.
    Percent,
    /// A date.
    Day,
}

/// A table column.
#[derive(Debug, Clone)]
pub struct Column {
    /// Header above several columns; neighbours with the same one share it.
    pub group: Option<String>,
    /// Header.
    pub header: String,
    /// Grid columns it covers.
    pub span: u32,
    /// How its values are shown.
    pub look: Look,
}

/// What a row stands out by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Nothing.
    Plain,
    /// A total.
    Total,
}

/// A table: its columns, from a grid column on.
#[derive(Debug, Clone)]
pub struct Table {
    columns: Vec<Column>,
}

/// A sheet that is filled from top to bottom.
#[derive(Debug)]
pub struct Canvas {
    /// The sheet so far.
    pub sheet: Sheet,
    /// The next free row.
    pub row: u32,
    grid: Vec<f64>,
}

/// Points a line of table text takes.
const LINE: f64 = 15.0;

impl Column {
    /// A column without a group.
    #[must_use]
    pub fn new(header: impl Into<String>, look: Look) -> Self {
        Self { group: None, header: header.into(), span: 1, look }
    }

    /// Under a group header.
    #[must_use]
    pub fn under(self, group: impl Into<String>) -> Self {
        Self { group: Some(group.into()), ..self }
    }

    /// Over several grid columns.
    #[must_use]
    pub fn over(self, span: u32) -> Self {
        Self { span, ..self }
    }
}

impl Table {
    /// A table of columns.
    #[must_use]
    pub fn new(columns: Vec<Column>) -> Self {
        Self { columns }
    }

    /// Columns with their first grid column.
    fn placed(&self) -> impl Iterator<Item = (u32, &Column)> {
        self.columns.iter().scan(0, |left, column| {
            let at = *left;
            *left += column.span;
            Some((at, column))
        })
    }
}

impl Canvas {
    /// An empty sheet on a grid of columns with widths in characters, held as the page is held.
    #[must_use]
    pub fn new(view: &View<'_>, name: &str, grid: Vec<f64>) -> Self {
        let mut sheet = Sheet::new(name);
        sheet.widths(grid.iter().copied());
        sheet.page.footer = Some(name.to_owned());
        sheet.page.page_word = Some(view.pick("Trang", "Page").to_owned());
        Self { sheet, row: 0, grid }
    }

    /// Holds the page upright, with the margins of a document.
    #[must_use]
    pub fn portrait(mut self) -> Self {
        self.sheet.page.orientation = Orientation::Portrait;
        self.sheet.page.margins = [20.0, 15.0, 20.0, 30.0];
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

    /// Title and subtitle of a table sheet.
    pub fn heading(&mut self, title: &str, subtitle: &str) {
        let title_style = Style::PLAIN.bold().size(14).colour(Colour::Accent);
        self.sheet.put(self.row, 0, title.to_uppercase(), title_style);
        self.sheet.height(self.row, 22.0);
        self.sheet.put(self.row + 1, 0, subtitle, Style::PLAIN.italic().size(12));
        self.row += 2;
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
        let pitch = LINE * f64::from(style.size) / 11.0;
        let scale = f64::from(style.size) / 11.0;
        self.sheet.height(self.row, lines(text, self.width(0, self.last_column()) / scale) * pitch + 3.0);
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

    /// The table's header, in two rows if columns are grouped. Returns its first and last row.
    pub fn head(&mut self, table: &Table) -> (u32, u32) {
        let style = header_style();
        let top = self.row;
        let grouped = table.columns.iter().any(|column| column.group.is_some());
        let bottom = if grouped { top + 1 } else { top };
        let mut run: Option<(u32, u32, &str)> = None;
        for (left, column) in table.placed() {
            let right = left + column.span - 1;
            match (&column.group, &mut run) {
                (Some(group), Some((_, end, name))) if group == name => *end = right,
                (group, _) => {
                    self.group_header(top, run.take());
                    run = group.as_deref().map(|group| (left, right, group));
                }
            }
            let first = if column.group.is_some() { bottom } else { top };
            self.sheet.merge(Area::new(first, left, bottom, right), column.header.as_str(), style);
        }
        self.group_header(top, run);
        let tallest = table.placed().map(|(left, column)| {
            let rows = if grouped && column.group.is_none() { 2.0 } else { 1.0 };
            lines(&column.header, self.width(left, left + column.span - 1) * 0.85) / rows
        });
        let height = tallest.fold(1.0, f64::max) * LINE + 4.0;
        self.sheet.height(bottom, height);
        if grouped {
            self.sheet.height(top, height.clamp(LINE + 4.0, 2.0 * LINE + 4.0));
        }
        self.row = bottom + 1;
        (top, bottom)
    }

    fn group_header(&mut self, row: u32, run: Option<(u32, u32, &str)>) {
        if let Some((left, right, group)) = run {
            self.sheet.merge(Area::new(row, left, row, right), group, header_style());
        }
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

    /// A row of values in column order.
    pub fn row(&mut self, table: &Table, values: Vec<Value>, tone: Tone) {
        self.row_with(table, values.into_iter().map(|value| (value, None)), tone);
    }

    /// A row of values, each perhaps with a fill of its own.
    pub fn row_with(&mut self, table: &Table, values: impl IntoIterator<Item = (Value, Option<Colour>)>, tone: Tone) {
        let mut height: Option<f64> = None;
        for ((left, column), (value, fill)) in table.placed().zip(values) {
            let right = left + column.span - 1;
            let mut style = body_style(column.look);
            if tone == Tone::Total {
                style = style.bold().fill(Colour::PaleGrey);
            }
            style.fill = fill.or(style.fill);
            if column.span == 1 {
                self.sheet.put(self.row, left, value, style);
                continue;
            }
            // Rows do not grow by themselves with text in merged cells.
            if let Value::Text(text) = &value {
                let needed = lines(text, self.width(left, right)) * LINE + 3.0;
                height = Some(height.map_or(needed, |height| height.max(needed)));
            }
            self.sheet.merge(Area::new(self.row, left, self.row, right), value, style);
        }
        if let Some(height) = height {
            self.sheet.height(self.row, height);
        }
        self.row += 1;
    }

    /// A label over the whole width of a table.
    pub fn band(&mut self, text: &str) {
        let area = Area::new(self.row, 0, self.row, self.last_column());
        let style = Style::PLAIN.bold().fill(Colour::PaleGrey).border(Border::Thin).horizontal(Horizontal::Left);
        self.sheet.merge(area, text, style);
        self.sheet.height(self.row, 20.0);
        self.row += 1;
    }

    /// The finished sheet.
    #[must_use]
    pub fn finish(self) -> Sheet {
        self.sheet
    }

    fn width(&self, left: u32, right: u32) -> f64 {
        let (left, right) = (usize::try_from(left).unwrap_or(0), usize::try_from(right).unwrap_or(0));
        self.grid.iter().skip(left).take(right + 1 - left).sum()
    }
}

fn header_style() -> Style {
    Style::PLAIN.bold().size(10).fill(Colour::Accent).colour(Colour::White).border(Border::Thin).centred().wrapped()
}

fn body_style(look: Look) -> Style {
    let style = Style::PLAIN.border(Border::Thin);
    match look {
        Look::Text => style.horizontal(Horizontal::Left).wrapped(),
        Look::Centre => style.centred().wrapped(),
        Look::Whole => style.centred().format(NumberFormat::Whole),
        Look::Points => style.centred().format(NumberFormat::OneDecimal),
        Look::Fine => style.centred().format(NumberFormat::TwoDecimals),
        Look::Percent => style.centred().format(NumberFormat::Percent),
        Look::Day => style.centred().format(NumberFormat::Day),
    }
}

/// Lines a text takes in a width of so many digits. Letters of this font are a little narrower than its digits,
/// but words do not break, so a line holds about as many letters as digits.
fn lines(text: &str, width: f64) -> f64 {
    let of_part = |part: &str| {
        let letters = u32::try_from(part.chars().count()).map_or(f64::MAX, f64::from);
        (letters / width.max(1.0)).ceil().max(1.0)
    };
    text.split('\n').map(of_part).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_by_width_and_breaks() {
        let counted = ["", "abc", "abcdef", "ab\nabcdef"].map(|text| lines(text, 5.0));
        assert!(counted.iter().zip([1.0, 1.0, 2.0, 3.0]).all(|(one, other)| (one - other).abs() < 1e-9));
    }
}
