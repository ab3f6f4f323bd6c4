//! Bytes of an `.xlsx` or `.xlsm` → its sheets, in one pass over the XML of each: cells, merges and hidden rows and
//! columns together. The only file that may say what a package is made of; calamine judges it in the tests.

mod book;
pub(super) mod parts;
mod place;
mod sheet;
mod strings;
mod styles;
mod value;
pub(super) mod xml;

use std::fmt::Display;

use self::book::{Book, Relations};
use self::parts::Parts;
use self::sheet::{Allowance, Tables};
use self::strings::Strings;
use self::styles::Styles;
use super::cells::{Hidden, Sheet};
use super::merges::Merges;
use super::workbook::{Unreadable, Workbook};
use crate::finding::Code;
use crate::rules::Limits;

/// The worksheets of an unprotected `.xlsx` or `.xlsm`, in order.
///
/// # Errors
/// The finding to report when the package is broken, lacks a part it needs, or goes over a limit.
pub fn read(bytes: &[u8], limits: Limits) -> Result<Workbook, Unreadable> {
    let mut parts = Parts::open(bytes, limits)?;
    let mut buffer = Vec::new();
    let root = Relations::of_package(&mut parts, &mut buffer)?;
    let relations = Relations::of(&root.workbook(), &mut parts, &mut buffer)?;
    let book = Book::read(&root.workbook(), &relations, &mut parts, &mut buffer)?;
    let styles = Styles::read(&relations.part("/styles", "styles.xml"), &mut parts, &mut buffer)?;
    let strings = Strings::read(&relations.part("/sharedStrings", "sharedStrings.xml"), &mut parts, &mut buffer)?;
    let tables = Tables { strings: &strings, styles: &styles, from_1904: book.from_1904 };
    let mut allowance = Allowance::new(limits);
    let mut sheets = Vec::new();
    for entry in book.sheets {
        let Some(text) = parts.text(&entry.part, &mut buffer)? else {
            return Err(broken(format_args!("no part {}", entry.part)));
        };
        let content = sheet::read(text, tables, &mut allowance)?;
        sheets.push(Sheet {
            name: entry.name,
            rows: content.rows,
            merges: Merges::of(content.merges),
            hidden: Some(Hidden { sheet: entry.is_hidden, ..content.hidden }),
            from_1904: book.from_1904,
        });
    }
    let modified = book::modified(&root.properties(), &mut parts, &mut buffer);
    Ok(Workbook { sheets, modified })
}

fn broken(detail: impl Display) -> Unreadable {
    Unreadable { code: Code::FileBroken, detail: detail.to_string() }
}

fn too_large(detail: impl Display) -> Unreadable {
    Unreadable { code: Code::FileTooLarge, detail: detail.to_string() }
}

#[cfg(test)]
mod tests;
