//! One worksheet in one pass: its cells, its merges, its hidden rows and columns.

use std::mem;

use super::place::{self, COLUMNS, ROWS};
use super::strings::Strings;
use super::styles::Styles;
use super::value::{self, Kind};
use super::xml::{Event, Tag, Xml, attributes, cut_short, runs_into, says_yes, text_into};
use super::{broken, too_large};
use crate::finding::CellRef;
use crate::intake::cells::{Content, Hidden, Merge, Sheet, SheetRow};
use crate::intake::workbook::Unreadable;
use crate::rules::Limits;

/// Merged areas of a sheet, at most.
const MERGES: usize = 100_000;
const MIB: u64 = 1024 * 1024;

/// What the cells of all sheets refer to.
#[derive(Clone, Copy)]
pub(super) struct Tables<'a> {
    /// The shared strings.
    pub(super) strings: &'a Strings,
    /// The cell styles.
    pub(super) styles: &'a Styles,
    /// Whether days are counted from 1904.
    pub(super) from_1904: bool,
}

/// What the sheets of a workbook may still give.
pub(super) struct Allowance {
    cells: u64,
    text: u64,
    limits: Limits,
}

impl Allowance {
    /// All that the limits allow. A shared string is written once and may be shown by every cell, so the text that
    /// cells show is held to the same limit as the text that is unpacked.
    pub(super) fn new(limits: Limits) -> Self {
        Self { cells: limits.cells, text: limits.unpacked_mib.saturating_mul(MIB), limits }
    }

    fn take(&mut self, content: &Content) -> Result<(), Unreadable> {
        let enough = || too_large(format_args!("{} ô / cells", self.limits.cells));
        self.cells = self.cells.checked_sub(1).ok_or_else(enough)?;
        if let Content::Text(text) = content {
            let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
            let enough = || too_large(format_args!("{} MiB (giải nén)", self.limits.unpacked_mib));
            self.text = self.text.checked_sub(length).ok_or_else(enough)?;
        }
        Ok(())
    }
}

/// What a worksheet holds.
#[derive(Default)]
pub(super) struct Contents {
    /// Rows that hold something, ascending.
    pub(super) rows: Vec<SheetRow>,
    /// Merged areas.
    pub(super) merges: Vec<Merge>,
    /// Hidden rows and columns.
    pub(super) hidden: Hidden,
}

/// Reads a worksheet.
pub(super) fn read(text: &str, tables: Tables<'_>, allowance: &mut Allowance) -> Result<Contents, Unreadable> {
    let mut reading = Reading {
        xml: Xml::new(text),
        tables,
        allowance,
        next: CellRef { row: 0, column: 0 },
        contents: Contents::default(),
        strays: Vec::new(),
        text: String::new(),
    };
    reading.worksheet()?;
    Ok(reading.finish())
}

struct Reading<'a> {
    xml: Xml<'a>,
    tables: Tables<'a>,
    allowance: &'a mut Allowance,
    /// Where a cell stands that does not say where.
    next: CellRef,
    contents: Contents,
    /// Cells that come after one that stands behind them.
    strays: Vec<(CellRef, Content)>,
    /// The text of the value being read, kept for its memory.
    text: String,
}

impl Reading<'_> {
    fn worksheet(&mut self) -> Result<(), Unreadable> {
        let mut begun = false;
        loop {
            match self.xml.next()? {
                Event::Start(tag) if tag.name == "c" => self.cell(&tag)?,
                Event::Empty(tag) if tag.name == "c" => self.blank(&tag)?,
                Event::Start(tag) => {
                    begun |= tag.name == "worksheet";
                    self.element(&tag)?;
                }
                Event::Empty(tag) => {
                    begun |= tag.name == "worksheet";
                    self.element(&tag)?;
                    if tag.name == "row" {
                        self.end_row();
                    }
                }
                Event::End("row") => self.end_row(),
                Event::Eof if !begun => return Err(broken("no worksheet")),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn element(&mut self, tag: &Tag<'_>) -> Result<(), Unreadable> {
        match tag.name {
            "row" => self.row(tag),
            "col" => self.columns(tag),
            "mergeCell" => self.merge(tag),
            _ => Ok(()),
        }
    }

    fn row(&mut self, tag: &Tag<'_>) -> Result<(), Unreadable> {
        let (mut number, mut is_hidden) = (None, false);
        attributes(tag, |name, value| match name {
            "r" => number = Some(value),
            "hidden" => is_hidden = says_yes(value),
            _ => {}
        })?;
        if let Some(number) = number {
            self.next.row = place::index(number, ROWS)?;
        }
        if is_hidden {
            place::join(&mut self.contents.hidden.rows, (self.next.row, self.next.row));
        }
        Ok(())
    }

    fn end_row(&mut self) {
        self.next = CellRef { row: self.next.row.saturating_add(1), column: 0 };
    }

    fn columns(&mut self, tag: &Tag<'_>) -> Result<(), Unreadable> {
        let (mut first, mut last, mut is_hidden) = ("", "", false);
        attributes(tag, |name, value| match name {
            "min" => first = value,
            "max" => last = value,
            "hidden" => is_hidden = says_yes(value),
            _ => {}
        })?;
        if is_hidden {
            let (first, last) = (place::index(first, COLUMNS)?, place::index(last, COLUMNS)?);
            place::join(&mut self.contents.hidden.columns, (first.min(last), first.max(last)));
        }
        Ok(())
    }

    fn merge(&mut self, tag: &Tag<'_>) -> Result<(), Unreadable> {
        let mut area = None;
        attributes(tag, |name, value| {
            if name == "ref" {
                area = Some(value);
            }
        })?;
        if let Some(area) = area {
            self.contents.merges.push(place::area(area)?);
        }
        if self.contents.merges.len() > MERGES {
            return Err(too_large(format_args!("{MERGES} ô gộp / merged areas")));
        }
        Ok(())
    }

    /// A cell that holds nothing, though it counts for where the next one stands.
    fn blank(&mut self, tag: &Tag<'_>) -> Result<(), Unreadable> {
        self.address(tag).map(drop)
    }

    /// Where a cell stands, and what kind of value it holds.
    fn address(&mut self, tag: &Tag<'_>) -> Result<(CellRef, Kind, usize), Unreadable> {
        let (mut at, mut kind, mut style) = (None, Kind::Number, 0);
        attributes(tag, |name, value| match name {
            "r" => at = Some(value),
            "t" => kind = Kind::of(value),
            "s" => style = value.parse().unwrap_or(0),
            _ => {}
        })?;
        let at = match at {
            Some(text) => place::cell(text)?,
            None if place::fits(self.next) => self.next,
            None => return Err(broken("a cell beyond the edge of the sheet")),
        };
        self.next.column = at.column.saturating_add(1);
        Ok((at, kind, style))
    }

    fn cell(&mut self, tag: &Tag<'_>) -> Result<(), Unreadable> {
        let (at, kind, style) = self.address(tag)?;
        let (mut stored, mut is_formula) = (None, false);
        loop {
            match self.xml.next()? {
                Event::Start(part) => match part.name {
                    "v" if kind != Kind::Inline => stored = self.value(kind, style)?,
                    "is" => stored = Some(self.inline()?),
                    other => {
                        is_formula |= other == "f";
                        self.xml.skip()?;
                    }
                },
                Event::Empty(part) => match part.name {
                    "f" => is_formula = true,
                    "v" if kind == Kind::Text => stored = Some(Content::Blank),
                    "is" => stored = Some(Content::Blank),
                    _ => {}
                },
                Event::End(_) => break,
                Event::Eof => return Err(cut_short()),
                _ => {}
            }
        }
        match stored {
            // A formula nobody calculated is not a blank: its cell says something we cannot know. One that was
            // calculated as an empty text is.
            None if is_formula => self.push(at, Content::NotCalculated),
            None | Some(Content::Blank) => Ok(()),
            Some(content) => self.push(at, content),
        }
    }

    fn value(&mut self, kind: Kind, style: usize) -> Result<Option<Content>, Unreadable> {
        self.text.clear();
        text_into(&mut self.xml, &mut self.text)?;
        value::content(&mut self.text, kind, style, self.tables)
    }

    fn inline(&mut self) -> Result<Content, Unreadable> {
        self.text.clear();
        runs_into(&mut self.xml, &mut self.text)?;
        Ok(value::text(&self.text))
    }

    /// Adds a cell: in order, as programs write them, or else among those to be sorted in.
    fn push(&mut self, at: CellRef, content: Content) -> Result<(), Unreadable> {
        self.allowance.take(&content)?;
        let rows = &mut self.contents.rows;
        match rows.last_mut() {
            Some(row) if at.row < row.index => self.strays.push((at, content)),
            Some(row) if at.row == row.index => match row.cells.last() {
                Some((before, _)) if at.column <= *before => self.strays.push((at, content)),
                _ => row.cells.push((at.column, content)),
            },
            last => {
                let mut cells = Vec::with_capacity(last.map_or(0, |row| row.cells.len()));
                cells.push((at.column, content));
                rows.push(SheetRow { index: at.row, cells });
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Contents {
        if !self.strays.is_empty() {
            let rows = mem::take(&mut self.contents.rows).into_iter();
            let in_order = rows.flat_map(|row| {
                row.cells.into_iter().map(move |(column, content)| (CellRef { row: row.index, column }, content))
            });
            // Of two cells at one place the first is kept, wherever it stood.
            let all = in_order.chain(self.strays).collect();
            self.contents.rows = Sheet::new("".into(), all, Vec::new()).rows;
        }
        self.contents.hidden.rows = place::joined(self.contents.hidden.rows);
        self.contents.hidden.columns = place::joined(self.contents.hidden.columns);
        self.contents
    }
}
