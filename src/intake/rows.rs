//! The rows of a block: which name a cell, which are numbering, totals, group labels or the signature.

use super::cells::{Content, SheetRow};
use super::ledger::Layout;
use super::names::{CellNames, Named};
use super::recognise::Block;
use crate::lake::schema::UnitRow;
use crate::rules::forms::ColumnField;
use crate::text::{self, Marks, tidy};

/// What a row of a block is.
#[derive(Debug, Clone, PartialEq)]
pub enum RowKind<'r> {
    /// A row that names a cell or tries to.
    Data {
        /// The name as written; empty where the row has values and no name.
        name: String,
        /// What the name turned out to be.
        named: Named<'r>,
    },
    /// Totals, numbering, group labels, notes, signature.
    Layout(Layout),
}

/// Tells the rows of a block apart, top to bottom.
#[derive(Debug)]
pub struct RowReader<'a, 'r> {
    block: &'a Block<'a>,
    names: &'a CellNames<'r>,
    closed: bool,
    first: bool,
}

impl<'a, 'r> RowReader<'a, 'r> {
    /// A reader at the first row below the header.
    #[must_use]
    pub fn new(block: &'a Block<'a>, names: &'a CellNames<'r>) -> Self {
        Self { block, names, closed: false, first: true }
    }

    /// What the next row is.
    pub fn kind(&mut self, row: &SheetRow) -> RowKind<'r> {
        let first = std::mem::take(&mut self.first);
        if first && is_numbering(row) {
            return RowKind::Layout(Layout::Numbering);
        }
        let name = self.name(row);
        if let Some(unit) = self.exactly(row, &name) {
            self.closed = false;
            return RowKind::Data { name, named: Named::Exactly(unit) };
        }
        if self.begins_total(row) {
            return RowKind::Layout(Layout::Total);
        }
        self.closed |= self.begins_closing(row);
        let values = self.values(row);
        let tries = if name.is_empty() { values >= 2 } else { values >= 1 };
        if self.closed || !tries {
            return RowKind::Layout(if self.closed { Layout::Closing } else { Layout::Group });
        }
        let named = if name.is_empty() { Named::Unknown(Vec::new()) } else { self.names.by_name(&name) };
        RowKind::Data { name, named }
    }

    fn name(&self, row: &SheetRow) -> String {
        let column = self.block.column(ColumnField::Cell);
        column.map(|column| tidy(&row.get(column).written())).unwrap_or_default()
    }

    fn exactly(&self, row: &SheetRow, name: &str) -> Option<&'r UnitRow> {
        let code = self.block.column(ColumnField::Code).map(|column| code_written(row.get(column)));
        code.and_then(|code| self.names.by_code(&code)).or_else(|| self.names.exactly(name))
    }

    /// Cells under fields other than running number, name and code.
    fn values(&self, row: &SheetRow) -> usize {
        use ColumnField::{Cell, Code, Ordinal, Personal};
        let counted =
            self.block.columns.iter().filter(|bound| !matches!(bound.field, Cell | Code | Ordinal | Personal));
        counted.filter(|bound| !matches!(row.get(bound.column), Content::Blank)).count()
    }

    /// `Tổng cộng`, `Cộng khối bản`, `Tổng: 8 chi bộ`; not `Tổng công ty …`, which is a cell's name. A total of one
    /// word must stand alone or before numbers.
    fn begins_total(&self, row: &SheetRow) -> bool {
        let filler =
            |word: &String| word.chars().all(|it| it.is_ascii_digit()) || matches!(word.as_str(), "chi" | "bo");
        row.texts().take(2).any(|(_, text)| {
            let kept = text::words(text, Marks::Kept);
            let bare = text::words(text, Marks::Removed);
            let plain = kept == bare;
            self.block.form.totals.iter().any(|total| {
                let words = if plain { text::unmarked(total) } else { total.clone() };
                let rest = bare.iter().skip(words.len());
                kept.starts_with(&words) && (words.len() > 1 || rest.clone().all(filler))
            })
        })
    }

    /// The first text of the signature block or of the notes.
    fn begins_closing(&self, row: &SheetRow) -> bool {
        let words = row.texts().next().map(|(_, text)| text::words(text, Marks::Removed)).unwrap_or_default();
        self.block.form.closing.iter().any(|closing| words.starts_with(closing))
    }
}

/// A code as written; one typed as a number comes without exponent.
fn code_written(content: &Content) -> String {
    match content {
        Content::Number(number) => crate::register::code_of(*number),
        other => other.written(),
    }
}

/// `1 2 3 …`, `(1) (2) (2)+(3)` or `A B 1 2 3` below a header: single letters, then numbers rising from left to right.
fn is_numbering(row: &SheetRow) -> bool {
    let mut last = 0;
    let mut numbers = 0;
    row.cells.len() >= 3
        && row.cells.iter().all(|(_, content)| {
            let written = content.written();
            let words = text::words(&written, Marks::Removed);
            if let [letter] = words.as_slice()
                && numbers == 0
                && letter.len() == 1
                && letter.chars().all(char::is_alphabetic)
            {
                return true;
            }
            let signs = written.chars().all(|it| it.is_ascii_digit() || "()+-=/ ".contains(it));
            let Some(number) = words.first().and_then(|word| word.parse::<u32>().ok()) else { return false };
            let rises = words.len() > 1 || number > last;
            last = number;
            numbers += 1;
            signs && rises && number < 100
        })
        && numbers >= 2
}
