//! Cells before tables: a sheet as the cells that hold something, with merges, and the fate of each cell.

use std::sync::Arc;

use chrono::NaiveDateTime;

use super::merges::Merges;
use crate::finding::CellRef;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Nothing.
    Blank,
    /// Text, as written.
    Text(String),
    /// A number.
    Number(f64),
    /// A date, perhaps with a time of day.
    Date(NaiveDateTime),
    /// TRUE or FALSE.
    Truth(bool),
    /// An Excel error such as `#REF!`.
    Error(String),
    /// A formula whose value was never calculated and saved.
    NotCalculated,
}

impl Content {
    /// The content as a person reads it.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(day) => day.date().format("%d/%m/%Y").to_string(),
            Self::Truth(truth) => truth.to_string(),
            Self::NotCalculated => "(công thức chưa có giá trị)".to_owned(),
        }
    }

    /// The text, if it is one with something in it.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) if !text.trim().is_empty() => Some(text),
            _ => None,
        }
    }
}

/// A rectangle of merged cells, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// Top left.
    pub first: CellRef,
    /// Bottom right.
    pub last: CellRef,
}

impl Merge {
    /// Whether the cell lies in the rectangle.
    #[must_use]
    pub fn contains(&self, cell: CellRef) -> bool {
        (self.first.row..=self.last.row).contains(&cell.row)
            && (self.first.column..=self.last.column).contains(&cell.column)
    }
}

/// One row's cells that hold something, by column.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetRow {
    /// Row from 0.
    pub index: u32,
    /// Column and content, ascending.
    pub cells: Vec<(u32, Content)>,
}

impl SheetRow {
    /// Content of a column.
    #[must_use]
    pub fn get(&self, column: u32) -> &Content {
        self.cells
            .binary_search_by_key(&column, |(at, _)| *at)
            .ok()
            .and_then(|position| self.cells.get(position))
            .map_or(&Content::Blank, |(_, content)| content)
    }

    /// The row's texts with their columns.
    pub fn texts(&self) -> impl Iterator<Item = (u32, &str)> {
        self.cells.iter().filter_map(|(column, content)| content.text().map(|text| (*column, text)))
    }
}

/// The rows and columns of a sheet that its reader does not see: inclusive ranges from 0, ascending, apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hidden {
    /// First and last row of each range.
    pub rows: Vec<(u32, u32)>,
    /// First and last column of each range.
    pub columns: Vec<(u32, u32)>,
    /// The sheet itself.
    pub sheet: bool,
}

impl Hidden {
    /// Whether a row is hidden.
    #[must_use]
    pub fn row(&self, at: u32) -> bool {
        lies_in(&self.rows, at)
    }

    /// Whether a column is hidden.
    #[must_use]
    pub fn column(&self, at: u32) -> bool {
        lies_in(&self.columns, at)
    }
}

fn lies_in(ranges: &[(u32, u32)], at: u32) -> bool {
    let begun = ranges.partition_point(|(first, _)| *first <= at);
    begun.checked_sub(1).and_then(|last| ranges.get(last)).is_some_and(|(_, last)| at <= *last)
}

/// A sheet: only the cells that hold something, never the rectangle around them.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Name of the sheet.
    pub name: Arc<str>,
    /// Rows that hold something, ascending.
    pub rows: Vec<SheetRow>,
    /// Merged rectangles.
    pub merges: Merges,
    /// What of it is hidden; `None` where the format does not tell.
    pub hidden: Option<Hidden>,
    /// Whether a number that stands for a day is counted from 1904.
    pub from_1904: bool,
}

impl Sheet {
    /// A sheet from cells in any order; blanks are left out.
    #[must_use]
    pub fn new(name: Arc<str>, mut cells: Vec<(CellRef, Content)>, merges: Vec<Merge>) -> Self {
        cells.retain(|(_, content)| !matches!(content, Content::Blank));
        cells.sort_by_key(|(at, _)| *at);
        cells.dedup_by_key(|(at, _)| *at);
        let mut rows: Vec<SheetRow> = Vec::new();
        for (at, content) in cells {
            match rows.last_mut() {
                Some(row) if row.index == at.row => row.cells.push((at.column, content)),
                _ => rows.push(SheetRow { index: at.row, cells: vec![(at.column, content)] }),
            }
        }
        Self { name, rows, merges: Merges::of(merges), hidden: None, from_1904: false }
    }

    /// Number of cells that hold something.
    #[must_use]
    pub fn cell_count(&self) -> i64 {
        self.rows.iter().map(|row| i64::try_from(row.cells.len()).unwrap_or(i64::MAX)).sum()
    }

    /// The row of an index, if it holds something.
    #[must_use]
    pub fn row(&self, index: u32) -> Option<&SheetRow> {
        let position = self.rows.binary_search_by_key(&index, |row| row.index).ok()?;
        self.rows.get(position)
    }

    /// What a blank cell takes from the cell merged down over it, if that one begins below `after`.
    #[must_use]
    pub fn merged_down(&self, at: CellRef, after: u32) -> Option<&Content> {
        let merge = self.merge_at(at).filter(|merge| merge.first.row > after && merge.first.row < at.row)?;
        let content = self.row(merge.first.row)?.get(merge.first.column);
        (!matches!(content, Content::Blank)).then_some(content)
    }

    /// The merged rectangle a cell lies in.
    #[must_use]
    pub fn merge_at(&self, cell: CellRef) -> Option<&Merge> {
        self.merges.at(cell)
    }
}
