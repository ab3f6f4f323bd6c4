//! A workbook as plain data: what stands where and how it looks. Knows no file format.
//!
//! Formulas are of a few forms over cells (`plan/formula.rs`), so submitted text can never become part of one.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::style::{Colour, Style};
use crate::lang::Lang;

mod chart;
mod formula;
mod sparkline;
mod text;
mod value;

pub use chart::{Axis, Chart, ChartKind, Dash, Labels, Marker, Paint, Pattern, Series, Source};
pub use formula::{Formula, Place};
pub use sparkline::Sparkline;
pub use text::{TEXT_LIMIT, cell_text};
pub use value::Value;

/// A workbook.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Workbook {
    /// Document title.
    pub title: String,
    /// Document author.
    pub author: Option<String>,
    /// Sheets in order.
    pub sheets: Vec<Sheet>,
    /// Whose separators its numbers have; `None` = those of whoever opens it.
    pub locale: Option<Lang>,
}

/// A value at a place. Rows and columns count from 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Row from 0.
    pub row: u32,
    /// Column from 0.
    pub column: u32,
    /// What it holds.
    pub value: Value,
    /// How it looks.
    pub style: Style,
}

/// A rectangle of cells, ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Area {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

/// An area shown as one cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    /// Where.
    pub area: Area,
    /// What it holds.
    pub value: Value,
    /// How it looks.
    pub style: Style,
}

/// Width and visibility of a column.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Column {
    /// Width in characters; `None` = standard.
    pub width: Option<f64>,
    /// Hidden.
    pub hidden: bool,
}

/// Height and visibility of a row.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Row {
    /// Height in points; `None` = what the text needs.
    pub height: Option<f64>,
    /// Hidden.
    pub hidden: bool,
}

/// A format that follows the values.
#[derive(Debug, Clone, PartialEq)]
pub enum Conditional {
    /// A bar in each cell, from `low` to `high`.
    Bar {
        /// Where.
        area: Area,
        /// Colour of the bars.
        colour: Colour,
        /// Value with no bar.
        low: f64,
        /// Value with a full bar.
        high: f64,
    },
    /// Shades from the lowest to the highest value.
    Scale {
        /// Where.
        area: Area,
        /// Colour of the lowest.
        low: Colour,
        /// Colour of the highest.
        high: Colour,
    },
}

/// What may be entered in an area.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// One of these words; together at most 255 characters.
    OneOf(Vec<String>),
    /// One of the values in an area of a sheet.
    OneOfCells {
        /// Sheet with the list.
        sheet: String,
        /// Where the list stands.
        area: Area,
    },
    /// A whole number from the first to the second.
    Whole(i32, i32),
    /// A number from the first to the second.
    Decimal(f64, f64),
    /// A day from the first to the second.
    Day(NaiveDate, NaiveDate),
}

/// A check on what is entered.
#[derive(Debug, Clone, PartialEq)]
pub struct Validation {
    /// Where.
    pub area: Area,
    /// What may be entered.
    pub entry: Entry,
    /// What to say to another entry.
    pub message: String,
}

/// A note on a cell, shown when somebody points at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Row from 0.
    pub row: u32,
    /// Column from 0.
    pub column: u32,
    /// What it says.
    pub text: String,
}

/// A table that Excel knows by a name: headers in the first row, one at least below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedTable {
    /// Name, unlike that of any cell.
    pub name: String,
    /// Where, with its headers.
    pub area: Area,
    /// Headers, all different, in the order of the columns.
    pub headers: Vec<String>,
}

/// Which way a page is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Orientation {
    /// The long side lies.
    #[default]
    Landscape,
    /// The long side stands.
    Portrait,
}

/// Whose document a page is: printed at its head, not shown on screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterhead {
    /// Superior organ, at the left.
    pub superior: String,
    /// Issuing organ, under it.
    pub issuer: String,
    /// The Party's name, at the right.
    pub party: String,
    /// Place and date, under it.
    pub date: String,
}

/// How the sheet is printed, on A4.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Which way the page is held.
    pub orientation: Orientation,
    /// Margins in millimetres: top, right, bottom, left.
    pub margins: [f64; 4],
    /// Shrink to one page wide.
    pub fit_width: bool,
    /// Shrink to so many pages high as well.
    pub pages_tall: Option<u16>,
    /// What is printed; `None` = everything.
    pub print_area: Option<Area>,
    /// First and last row repeated on each page.
    pub repeat_rows: Option<(u32, u32)>,
    /// Printed at the head of each page.
    pub letterhead: Option<Letterhead>,
    /// Text at the foot's left.
    pub footer: Option<String>,
    /// Word before the page number at the foot's right; `None` = no numbers.
    pub page_word: Option<String>,
}

impl Default for Page {
    fn default() -> Self {
        Self {
            orientation: Orientation::default(),
            margins: [15.0, 15.0, 18.0, 20.0],
            fit_width: true,
            pages_tall: None,
            print_area: None,
            repeat_rows: None,
            letterhead: None,
            footer: None,
            page_word: None,
        }
    }
}

/// Who may change the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Protection {
    /// Every cell may be changed.
    #[default]
    None,
    /// Only cells whose style is open may be changed.
    Locked,
}

/// A sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// Name: at most 31 characters, none of `[ ] : * ? / \`.
    pub name: String,
    /// Shapes of columns.
    pub columns: BTreeMap<u32, Column>,
    /// Shapes of rows.
    pub rows: BTreeMap<u32, Row>,
    /// Cells; of two at one place the later one stands.
    pub cells: Vec<Cell>,
    /// Merged areas; they lie over the cells.
    pub merges: Vec<Merge>,
    /// First row and column that scroll.
    pub freeze: Option<(u32, u32)>,
    /// Area with filter buttons in its first row.
    pub autofilter: Option<Area>,
    /// The table it is, if programs are to find it by name.
    pub table: Option<NamedTable>,
    /// Charts.
    pub charts: Vec<Chart>,
    /// Small lines inside cells.
    pub sparklines: Vec<Sparkline>,
    /// Formats that follow the values.
    pub conditionals: Vec<Conditional>,
    /// Checks on entries.
    pub validations: Vec<Validation>,
    /// Notes on cells.
    pub notes: Vec<Note>,
    /// Printing.
    pub page: Page,
    /// Colour of the tab.
    pub tab: Option<Colour>,
    /// Grid lines on screen.
    pub gridlines: bool,
    /// Not shown.
    pub hidden: bool,
    /// Who may change it.
    pub protection: Protection,
}

/// A sheet's name as formulas and links write it.
#[must_use]
pub fn quoted(sheet: &str) -> String {
    format!("'{}'", sheet.replace('\'', "''"))
}

impl Workbook {
    /// A workbook whose sheets can be printed: where a sheet says nothing of it, all of it, its first row on each page.
    #[must_use]
    pub fn new(title: impl Into<String>, author: Option<String>, mut sheets: Vec<Sheet>) -> Self {
        for sheet in &mut sheets {
            let first_row = sheet.filled().map(|area| area.top).min();
            let page = &mut sheet.page;
            page.repeat_rows = page.repeat_rows.or(first_row.map(|row| (row, row)));
            if page.print_area.is_none() {
                sheet.page.print_area = sheet.filled().reduce(Area::with);
            }
        }
        Self { title: title.into(), author, sheets, locale: None }
    }
}

impl Area {
    /// From one corner to the other.
    #[must_use]
    pub fn new(top: u32, left: u32, bottom: u32, right: u32) -> Self {
        Self { top, left, bottom, right }
    }

    /// The least area that holds both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            top: self.top.min(other.top),
            left: self.left.min(other.left),
            bottom: self.bottom.max(other.bottom),
            right: self.right.max(other.right),
        }
    }

    /// Whether it is but one cell.
    #[must_use]
    pub fn is_single(self) -> bool {
        self.top == self.bottom && self.left == self.right
    }
}

impl Sheet {
    /// An empty sheet.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Where something stands.
    fn filled(&self) -> impl Iterator<Item = Area> + '_ {
        let cells = self.cells.iter().filter(|cell| cell.value != Value::Blank);
        let cells = cells.map(|cell| Area::new(cell.row, cell.column, cell.row, cell.column));
        cells.chain(self.merges.iter().map(|merge| merge.area))
    }

    /// Puts a value at a place.
    pub fn put(&mut self, row: u32, column: u32, value: impl Into<Value>, style: Style) {
        self.cells.push(Cell { row, column, value: value.into(), style });
    }

    /// Puts a value in an area shown as one cell.
    pub fn merge(&mut self, area: Area, value: impl Into<Value>, style: Style) {
        self.merges.push(Merge { area, value: value.into(), style });
    }

    /// Puts a note on a cell.
    pub fn note(&mut self, row: u32, column: u32, text: impl Into<String>) {
        self.notes.push(Note { row, column, text: text.into() });
    }

    /// Sets widths of the first columns, in characters.
    pub fn widths(&mut self, widths: impl IntoIterator<Item = f64>) {
        for (column, width) in (0..).zip(widths) {
            self.columns.entry(column).or_default().width = Some(width);
        }
    }

    /// Sets the height of a row, in points.
    pub fn height(&mut self, row: u32, points: f64) {
        self.rows.entry(row).or_default().height = Some(points);
    }

    /// Hides a row.
    pub fn hide_row(&mut self, row: u32) {
        self.rows.entry(row).or_default().hidden = true;
    }

    /// Hides a column.
    pub fn hide_column(&mut self, column: u32) {
        self.columns.entry(column).or_default().hidden = true;
    }
}
