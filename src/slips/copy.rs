//! A sheet as its sender laid it out: every cell in its place, the wrong ones marked, what may name a person left out.

use std::collections::BTreeMap;

use super::echo::{Echo, Shown};
use super::words::Remark;
use crate::finding::CellRef;
use crate::intake::cells::{self, Content};
use crate::intake::ledger::{Fate, Layout};
use crate::intake::recognise::TableSeen;
use crate::intake::submission::SheetReading;
use crate::report::measure;
use crate::report::plan::{Area, Sheet, Value};
use crate::report::style::{Border, Colour, Style};
use crate::rules::forms::ColumnField;

/// Rows and columns a workbook can hold.
const ROWS: u32 = 1_048_576;
const COLUMNS: u32 = 16_384;
/// Cells under merged areas that are reproduced: more than any form has, less than would take long to draw.
const MERGED_CELLS: u64 = 200_000;

/// Texts up to this length are centred under their title, as numbers are.
const SHORT: usize = 16;

/// A sheet being copied.
struct Copy<'a> {
    source: &'a cells::Sheet,
    tables: &'a [TableSeen],
    fates: BTreeMap<CellRef, Fate>,
    echo: &'a Echo<'a>,
    /// What is said of cells, by the first cell of the merged area they lie in.
    remarks: BTreeMap<CellRef, Vec<&'a Remark>>,
    merges: Vec<cells::Merge>,
    /// The first cell of the merged area each cell lies in.
    covered: BTreeMap<CellRef, CellRef>,
}

/// The copy of a sheet under a name, with marks where remarks are.
#[must_use]
pub fn sheet(name: &str, source: &cells::Sheet, reading: &SheetReading, remarks: &[Remark], echo: &Echo<'_>) -> Sheet {
    let (merges, covered) = lawful(&source.merges);
    let mut copy = Copy {
        source,
        tables: &reading.tables,
        fates: reading.ledger.fates().collect(),
        echo,
        remarks: BTreeMap::new(),
        merges,
        covered,
    };
    for remark in remarks {
        if let Some(at) = remark.at.filter(|at| at.row < ROWS && at.column < COLUMNS) {
            let at = copy.first_of_merge(at).unwrap_or(at);
            copy.remarks.entry(at).or_default().push(remark);
        }
    }
    copy.draw(name)
}

/// The merged areas a workbook can hold, none over another, and the first cell of that of each cell.
fn lawful(merges: &[cells::Merge]) -> (Vec<cells::Merge>, BTreeMap<CellRef, CellRef>) {
    let (mut kept, mut covered, mut left) = (Vec::new(), BTreeMap::new(), MERGED_CELLS);
    for merge in merges {
        let (first, last) = (merge.first, merge.last);
        let inside = first.row <= last.row && first.column <= last.column && last.row < ROWS && last.column < COLUMNS;
        if !inside || first == last {
            continue;
        }
        let size = u64::from(last.row - first.row + 1) * u64::from(last.column - first.column + 1);
        let Some(rest) = left.checked_sub(size) else { continue };
        let cells = |row| (first.column..=last.column).map(move |column| CellRef { row, column });
        let cells: Vec<CellRef> = (first.row..=last.row).flat_map(cells).collect();
        if !cells.iter().any(|cell| covered.contains_key(cell)) {
            covered.extend(cells.into_iter().map(|cell| (cell, first)));
            kept.push(*merge);
            left = rest;
        }
    }
    (kept, covered)
}

impl Copy<'_> {
    fn draw(&self, name: &str) -> Sheet {
        let mut sheet = Sheet::new(name);
        sheet.gridlines = true;
        sheet.page.margins = [12.0, 8.0, 15.0, 10.0];
        self.frame(&mut sheet);
        for (at, content) in self.cells() {
            if self.first_of_merge(at).is_none() {
                let (value, style) = self.looks(at, content);
                sheet.put(at.row, at.column, value, style);
            }
        }
        for merge in &self.merges {
            let content = self.content(merge.first);
            let (value, style) = self.looks(merge.first, content);
            let (first, last) = (merge.first, merge.last);
            sheet.merge(Area::new(first.row, first.column, last.row, last.column), value, style);
        }
        self.mark(&mut sheet);
        self.shape(&mut sheet);
        sheet
    }

    /// Every cell that holds something and that a workbook can hold.
    fn cells(&self) -> impl Iterator<Item = (CellRef, &Content)> {
        let rows = self.source.rows.iter().filter(|row| row.index < ROWS);
        rows.flat_map(|row| {
            let cells = row.cells.iter().filter(|(column, _)| *column < COLUMNS);
            cells.map(|(column, content)| (CellRef { row: row.index, column: *column }, content))
        })
    }

    fn content(&self, at: CellRef) -> &Content {
        let found = self.source.rows.binary_search_by_key(&at.row, |row| row.index).ok();
        found.and_then(|position| self.source.rows.get(position)).map_or(&Content::Blank, |row| row.get(at.column))
    }

    fn first_of_merge(&self, at: CellRef) -> Option<CellRef> {
        self.covered.get(&at).copied()
    }

    /// The table a row lies in: the last one whose header begins at or above it.
    fn table(&self, row: u32) -> Option<&TableSeen> {
        self.tables.iter().rev().find(|table| table.header.0 <= row)
    }

    fn field(&self, at: CellRef) -> Option<ColumnField> {
        let table = self.table(at.row)?;
        table.columns.iter().find(|bound| bound.column == at.column).map(|bound| bound.field)
    }

    /// What a cell shows, and how.
    fn looks(&self, at: CellRef, content: &Content) -> (Value, Style) {
        let fate = self.fates.get(&at).copied().unwrap_or(Fate::Rejected);
        let shown = match content {
            Content::Blank => Shown::Value(Value::Blank),
            content => self.echo.shown(fate, self.field(at), content),
        };
        let style = self.style(at, fate);
        match shown {
            Shown::Value(value) => (value, style),
            Shown::Withheld => (Value::Blank, style.fill(Colour::PaleGrey)),
        }
    }

    fn style(&self, at: CellRef, fate: Fate) -> Style {
        let lined = Style::PLAIN.border(Border::Thin);
        match fate {
            Fate::Layout(Layout::Letterhead) if self.first_of_merge(at).is_some() => Style::PLAIN.bold().centred(),
            Fate::Layout(Layout::Letterhead | Layout::Closing | Layout::Aside) => Style::PLAIN.bold(),
            Fate::Layout(Layout::Header) => lined.bold().size(10).centred().wrapped(),
            Fate::Layout(Layout::Numbering) => lined.centred(),
            Fate::Layout(Layout::Group | Layout::Total) if self.content(at).text().is_some() => lined.bold(),
            Fate::Layout(Layout::Group | Layout::Total) => lined.bold().centred(),
            _ => match self.content(at).text() {
                Some(text) if text.chars().count() > SHORT || self.field(at) == Some(ColumnField::Cell) => {
                    lined.indented(1).wrapped()
                }
                _ => lined.centred(),
            },
        }
    }

    /// Lines around the blank cells of tables.
    fn frame(&self, sheet: &mut Sheet) {
        for (row, columns) in self.table_rows() {
            let blank = |column: &u32| matches!(self.content(CellRef { row, column: *column }), Content::Blank);
            for column in columns.filter(blank) {
                sheet.put(row, column, Value::Blank, Style::PLAIN.border(Border::Thin));
            }
        }
    }

    /// The rows of tables that hold something, with the columns their headers span.
    fn table_rows(&self) -> BTreeMap<u32, std::ops::RangeInclusive<u32>> {
        let inside = |fate: &Fate| !matches!(fate, Fate::Layout(Layout::Letterhead | Layout::Closing | Layout::Aside));
        let mut rows = BTreeMap::new();
        for (at, _) in self.fates.iter().filter(|(at, fate)| at.row < ROWS && inside(fate)) {
            if let Some(columns) = self.table(at.row).and_then(columns) {
                rows.entry(at.row).or_insert(columns);
            }
        }
        rows
    }

    /// The marks and notes of remarks, over whatever stands in their cells.
    fn mark(&self, sheet: &mut Sheet) {
        for (at, remarks) in &self.remarks {
            let error = remarks.iter().any(|remark| remark.is_error());
            let marked = |style: Style| {
                if error {
                    style.bold().fill(Colour::RedMark).border(Border::Heavy)
                } else {
                    style.fill(Colour::AmberMark).border(Border::Dashed)
                }
            };
            if let Some(merge) = sheet.merges.iter_mut().find(|it| (it.area.top, it.area.left) == (at.row, at.column)) {
                merge.style = marked(merge.style);
            } else {
                let (value, style) = self.looks(*at, self.content(*at));
                sheet.put(at.row, at.column, value, marked(style));
            }
            let mut notes: Vec<String> = remarks.iter().map(|remark| remark.note()).collect();
            notes.dedup();
            sheet.note(at.row, at.column, notes.join("\n\n"));
        }
    }

    /// What the source hides, as far as it holds something.
    fn hide(&self, sheet: &mut Sheet) {
        let Some(hidden) = &self.source.hidden else { return };
        for at in self.fates.keys() {
            if hidden.row(at.row) {
                sheet.hide_row(at.row);
            }
            if hidden.column(at.column) {
                sheet.hide_column(at.column);
            }
        }
    }

    /// Widths, heights, what scrolls and what repeats in print. The source gives no widths, so its texts do.
    fn shape(&self, sheet: &mut Sheet) {
        let widths = self.widths(sheet);
        for (column, width) in &widths {
            sheet.columns.entry(*column).or_default().width = Some(*width);
        }
        for (row, points) in row_heights(sheet, &widths) {
            sheet.height(row, points);
        }
        self.hide(sheet);
        sheet.page.pages_tall = measure::pages_tall(sheet, measure::pixels(widths.values().copied()));
        if let Some(table) = self.tables.first().filter(|table| table.header.1 < ROWS - 1) {
            sheet.page.repeat_rows = Some(table.header);
            // A header far down would leave no room to scroll.
            sheet.freeze = (table.header.1 < 15).then_some((table.header.1 + 1, 0));
        }
    }

    /// A column is as wide as the texts of its rows, and as the longest word of its title.
    fn widths(&self, sheet: &Sheet) -> BTreeMap<u32, f64> {
        const LEAST: f64 = 5.0;
        const TEXT: f64 = 34.0;
        let mut widths: BTreeMap<u32, f64> = BTreeMap::new();
        let mut widen = |column: u32, characters: usize| {
            let wanted = f64::from(u32::try_from(characters).unwrap_or(u32::MAX)) * 1.1 + 2.0;
            let width = widths.entry(column).or_insert(LEAST);
            *width = width.max(wanted.min(TEXT));
        };
        let single = |merge: &&crate::report::plan::Merge| merge.area.left == merge.area.right;
        let merged = sheet.merges.iter().filter(single).map(|it| (it.area.top, it.area.left, &it.value, it.style));
        for (row, column, value, style) in
            sheet.cells.iter().map(|it| (it.row, it.column, &it.value, it.style)).chain(merged)
        {
            let in_table = style.border != Border::None;
            let title = self.tables.iter().any(|table| (table.header.0..=table.header.1).contains(&row));
            match value {
                Value::Text(text) if title => {
                    widen(column, text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0));
                }
                Value::Text(text) if in_table => widen(column, text.chars().count()),
                Value::Date(_) => widen(column, 10),
                Value::Number(number) if in_table => widen(column, number.to_string().len().min(10)),
                _ if in_table => widen(column, 0),
                _ => {}
            }
        }
        widths
    }
}

/// Rows are as high as the broken texts in them need: not every program does this by itself, and none for merged cells.
fn row_heights(sheet: &Sheet, widths: &BTreeMap<u32, f64>) -> BTreeMap<u32, f64> {
    const STANDARD: f64 = 8.43;
    const LEAST: f64 = 17.0;
    const HIGHEST: f64 = 400.0;
    let room = |area: Area| {
        let width = |column: u32| widths.get(&column).copied().unwrap_or(STANDARD);
        measure::pixels((area.left..=area.right).map(width))
    };
    let cells = sheet.cells.iter().map(|it| (Area::new(it.row, it.column, it.row, it.column), &it.value, it.style));
    let merges = sheet.merges.iter().map(|it| (it.area, &it.value, it.style));
    let mut heights: BTreeMap<u32, f64> = BTreeMap::new();
    for (area, value, style) in cells.chain(merges).filter(|(_, _, style)| style.wrap) {
        if let Value::Text(text) = value {
            let needed = measure::height(text, room(area), style);
            let each = (needed / f64::from(area.bottom - area.top + 1)).min(HIGHEST);
            for row in area.top..=area.bottom {
                let height = heights.entry(row).or_insert(LEAST);
                *height = height.max(each);
            }
        }
    }
    heights
}

/// The columns a table's header spans.
fn columns(table: &TableSeen) -> Option<std::ops::RangeInclusive<u32>> {
    let known = table.columns.iter().map(|bound| bound.column);
    let all: Vec<u32> = known.chain(table.unknown.iter().map(|path| path.column)).filter(|it| *it < COLUMNS).collect();
    Some(*all.iter().min()?..=*all.iter().max()?)
}
