//! The rows of a block: which name a cell, which are numbering, totals, group labels or the signature.

use super::cells::{Content, Sheet, SheetRow};
use super::ledger::Layout;
use super::names::{CellNames, Named, is_roman};
use super::recognise::Block;
use super::values::{self, Reading};
use super::wording::says;
use crate::finding::CellRef;
use crate::lake::schema::UnitRow;
use crate::rules::forms::{ColumnField, Form};
use crate::rules::names::is_number;
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
    sheet: &'a Sheet,
    block: &'a Block<'a>,
    names: &'a CellNames<'r>,
    subject: Option<&'a (&'a str, Named<'r>)>,
    closed: bool,
    /// The row before, from 0.
    before: Option<u32>,
}

impl<'a, 'r> RowReader<'a, 'r> {
    /// A reader at the first row below the header; where rows name no cell, all speak of the subject.
    #[must_use]
    pub fn new(
        sheet: &'a Sheet,
        block: &'a Block<'a>,
        names: &'a CellNames<'r>,
        subject: Option<&'a (&'a str, Named<'r>)>,
    ) -> Self {
        Self { sheet, block, names, subject, closed: false, before: None }
    }

    /// What the next row is.
    pub fn kind(&mut self, row: &SheetRow) -> RowKind<'r> {
        let before = self.before.replace(row.index);
        if before.is_none() && is_numbering(row) {
            return RowKind::Layout(Layout::Numbering);
        }
        let name = self.name(row);
        if let Some(unit) = self.names.decided(&name) {
            self.closed = false;
            return RowKind::Data { name, named: Named::Decided(unit) };
        }
        if let Some(unit) = self.exactly(row, &name) {
            self.closed = false;
            return RowKind::Data { name, named: Named::Exactly(unit) };
        }
        if self.begins_total(row) {
            return RowKind::Layout(Layout::Total);
        }
        let after_gap = before.is_some_and(|before| before + 1 < row.index);
        self.closed |= self.begins_closing(row, &name) || (after_gap && self.begins_other_table(row, &name));
        let values = self.values(row);
        let named = !name.is_empty() || self.month(row);
        let tries = if named { values >= 1 } else { values >= 2 };
        if self.closed || !tries {
            return RowKind::Layout(if self.closed { Layout::Closing } else { Layout::Group });
        }
        if let Some((text, named)) = self.subject {
            return RowKind::Data { name: tidy(text), named: named.clone() };
        }
        let named = if name.is_empty() { Named::Unknown(Vec::new()) } else { self.names.by_name(&name) };
        RowKind::Data { name, named }
    }

    fn name(&self, row: &SheetRow) -> String {
        let column = self.block.column(ColumnField::Cell);
        let written = column.map(|column| tidy(&self.content(row, column).written())).unwrap_or_default();
        without_ordinal(&written).to_owned()
    }

    /// Whether nothing is filled but what can be added up, as in a row of sums: no day, no score, no text.
    fn only_counts(&self, row: &SheetRow) -> bool {
        use ColumnField as C;
        let added = [
            C::Cell,
            C::Code,
            C::Ordinal,
            C::Members,
            C::Exempt,
            C::SpecialDuty,
            C::Away,
            C::Due,
            C::Present,
            C::AbsentExcused,
            C::AbsentUnexcused,
            C::Rate,
            C::MarkGood,
            C::MarkFair,
            C::MarkAverage,
            C::MarkPoor,
        ];
        let others = self.block.columns.iter().filter(|bound| !added.contains(&bound.field));
        others.into_iter().all(|bound| matches!(row.get(bound.column), Content::Blank))
    }

    /// Whether the row names its month, as rows of a table of one cell do.
    fn month(&self, row: &SheetRow) -> bool {
        let column = self.block.column(ColumnField::Month);
        column.is_some_and(|column| !matches!(self.content(row, column), Content::Blank))
    }

    /// What stands in a column, or is merged down over it from a row above.
    fn content<'s>(&'s self, row: &'s SheetRow, column: u32) -> &'s Content {
        match row.get(column) {
            Content::Blank => {
                let at = CellRef { row: row.index, column };
                self.sheet.merged_down(at, self.block.header_last).unwrap_or(&Content::Blank)
            }
            own => own,
        }
    }

    fn exactly(&self, row: &SheetRow, name: &str) -> Option<&'r UnitRow> {
        let code = self.block.column(ColumnField::Code).map(|column| code_written(self.content(row, column)));
        code.and_then(|code| self.names.by_code(&code)).or_else(|| self.names.exactly(name))
    }

    /// Cells under fields other than running number, name and code.
    fn values(&self, row: &SheetRow) -> usize {
        use ColumnField::{Cell, Code, Month, Ordinal, Personal, Quarter};
        let counted = self
            .block
            .columns
            .iter()
            .filter(|bound| !matches!(bound.field, Cell | Code | Month | Ordinal | Personal | Quarter));
        counted.filter(|bound| !matches!(row.get(bound.column), Content::Blank)).count()
    }

    fn begins_total(&self, row: &SheetRow) -> bool {
        begins_total(row, self.block.form) || (self.values(row) >= 1 && self.begins_group(row) && self.only_counts(row))
    }

    /// `I. Các chi bộ bản`, `Khối trường học`: a row that speaks of the rows below it, by its name or, where it has
    /// none, by its first text.
    fn begins_group(&self, row: &SheetRow) -> bool {
        let named = self.block.column(ColumnField::Cell).and_then(|column| row.get(column).text());
        let Some(text) = named.or_else(|| row.texts().next().map(|(_, text)| text)) else { return false };
        let words = text::words(text, Marks::Removed);
        let numbered = words.iter().take_while(|word| is_number(word) || is_roman(word) || word.len() == 1).count();
        let words = words.get(numbered..).unwrap_or_default();
        self.block.form.groups.iter().any(|group| words.starts_with(group))
    }

    /// A visitor's role left of a cell's name is no signature.
    fn begins_closing(&self, row: &SheetRow, name: &str) -> bool {
        let form = self.block.form;
        let named = || self.names.rules().looks_like_an_organisation(name) && !closes(name, form);
        let filled = || self.values(row) >= 1 && (named() || self.month(row));
        begins_closing(row, form) && !filled()
    }

    /// Titles of another table: two or more texts without a digit or mark, none of them a name or a word of the form.
    fn begins_other_table(&self, row: &SheetRow, name: &str) -> bool {
        let title = |text: &str| {
            let content = Content::Text(text.to_owned());
            text.chars().filter(|it| it.is_alphabetic()).count() >= 2
                && !text.chars().any(|it| it.is_ascii_digit())
                && !says(&content, &self.block.form.not_held)
                && values::mark(&content) == Reading::Unreadable
                && values::grade(&content) == Reading::Unreadable
        };
        row.cells.len() >= 2
            && row.texts().count() == row.cells.len()
            && row.texts().all(|(_, text)| title(text))
            && !self.begins_group(row)
            && !self.names.rules().looks_like_an_organisation(name)
    }
}

/// `Tổng cộng`, `Cộng khối bản`, `Tổng: 8 chi bộ`; not `Tổng công ty …`, which is a cell's name. A total of one word
/// must stand alone or before numbers.
#[must_use]
pub fn begins_total(row: &SheetRow, form: &Form) -> bool {
    let filler = |word: &String| is_number(word) || is_roman(word) || matches!(word.as_str(), "chi" | "bo");
    row.texts().take(2).any(|(_, text)| {
        let kept = text::words(text, Marks::Kept);
        let bare = text::words(text, Marks::Removed);
        let plain = kept == bare;
        form.totals.iter().any(|total| {
            let words = if plain { text::unmarked(total) } else { total.clone() };
            let rest = bare.iter().skip(words.len());
            kept.starts_with(&words) && (words.len() > 1 || rest.clone().all(filler))
        })
    })
}

/// The first text of the signature block or of the notes.
#[must_use]
pub fn begins_closing(row: &SheetRow, form: &Form) -> bool {
    row.texts().next().is_some_and(|(_, text)| closes(text, form))
}

fn closes(text: &str, form: &Form) -> bool {
    let words = text::words(text, Marks::Removed);
    form.closing.iter().any(|closing| words.starts_with(closing))
}

/// `1. Chi bộ bản Hai`, `2) CB 3`: a name without the running number before it.
fn without_ordinal(name: &str) -> &str {
    let rest = name.trim_start_matches(|it: char| it.is_ascii_digit());
    let number = name.len() - rest.len();
    match rest.strip_prefix(['.', ')']) {
        Some(name) if (1..=3).contains(&number) && name.starts_with(' ') => name.trim_start(),
        _ => name,
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
#[must_use]
pub fn is_numbering(row: &SheetRow) -> bool {
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
