//! Sheets beside a report: instructions, lists for drop-downs. They say so themselves, and are passed over.

use super::cells::{Sheet, SheetRow};
use super::header::contains;
use crate::text::{self, Marks};

/// What the first text of such a sheet says, alone or among other words. Every sheet of this program that is no report
/// says it, and so may anybody's.
pub const MARK: &str = "không phải biểu báo cáo";

/// Whether the first text of a sheet says that it is no report. Asked only where no form fits, so that a table is read
/// whatever stands above it.
#[must_use]
pub fn is_marked(sheet: &Sheet) -> bool {
    let first = sheet.rows.iter().flat_map(SheetRow::texts).next();
    first.is_some_and(|(_, text)| contains(&text::words(text, Marks::Kept), &text::words(MARK, Marks::Kept)))
}

#[cfg(test)]
mod tests {
    use super::super::cells::Content;
    use super::*;
    use crate::finding::CellRef;

    fn marked(texts: &[&str]) -> bool {
        let cell = |(row, text): (u32, &&str)| (CellRef { row, column: 0 }, Content::Text((*text).to_owned()));
        is_marked(&Sheet::new("S".into(), (2..).zip(texts).map(cell).collect(), Vec::new()))
    }

    #[test]
    fn only_the_first_text_counts() {
        assert!(marked(&["Trang hướng dẫn, KHÔNG PHẢI BIỂU BÁO CÁO"]));
        assert!(marked(&["Không phải  biểu\nbáo cáo.", "Tên chi bộ"]));
        assert!(!marked(&["Danh sách", "không phải biểu báo cáo"]));
        assert!(!marked(&["Biểu báo cáo"]));
        assert!(!marked(&[]));
    }
}
