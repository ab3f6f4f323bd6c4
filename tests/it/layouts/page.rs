//! A sheet as typed: cells, merged areas, hidden lines; written to a workbook, or shown as text.

use std::collections::{BTreeMap, BTreeSet};

use chibo::legacy;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use unicode_normalization::UnicodeNormalization;

use super::layout::Encoding;
use super::spelling::Written;
use crate::folder::{parts, zipped};

/// A sheet as typed.
#[derive(Debug, Clone, Default)]
pub struct Page {
    pub name: String,
    pub cells: BTreeMap<(u32, u16), Written>,
    /// Top, left, bottom, right.
    pub merges: Vec<(u32, u16, u32, u16)>,
    pub hidden_rows: BTreeSet<u32>,
    pub hidden_columns: BTreeSet<u16>,
}

impl Page {
    pub fn put(&mut self, row: u32, column: u16, written: Written) {
        if written != Written::Blank {
            self.cells.insert((row, column), written);
        }
    }

    /// Merges an area of more than one cell that touches no other.
    pub fn merge(&mut self, top: u32, left: u16, bottom: u32, right: u16) {
        let apart =
            |other: &(u32, u16, u32, u16)| other.2 < top || bottom < other.0 || other.3 < left || right < other.1;
        if (top, left) != (bottom, right) && self.merges.iter().all(apart) {
            self.merges.push((top, left, bottom, right));
        }
    }

    /// The same with its texts stored otherwise.
    pub fn encoded(mut self, encoding: Encoding) -> Self {
        for written in self.cells.values_mut() {
            if let Written::Text(text) = written {
                *text = stored(text, encoding);
            }
        }
        self
    }

    /// The sheet as a small table, for whoever has to find out what went wrong.
    pub fn shown(&self) -> String {
        let mut shown = format!("[{}]", self.name);
        let mut last = None;
        for ((row, column), written) in &self.cells {
            if last != Some(*row) {
                shown += &format!("\n{:>4} ", row + 1);
                last = Some(*row);
            }
            let letter = chibo::finding::column_letters(u32::from(*column));
            shown += &match written {
                Written::Blank => String::new(),
                Written::Text(text) => format!("| {letter}: {text:?} "),
                Written::Number(number) => format!("| {letter}: {number} "),
                Written::Day(day) => format!("| {letter}: @{day} "),
                Written::Calculated(value) => format!("| {letter}: ={value} "),
                Written::NotCalculated => format!("| {letter}: =? "),
            };
        }
        let area = |(top, left, bottom, right): &(u32, u16, u32, u16)| {
            let letters = |column: u16| chibo::finding::column_letters(u32::from(column));
            format!("{}{}:{}{}", letters(*left), top + 1, letters(*right), bottom + 1)
        };
        let merges: Vec<String> = self.merges.iter().map(area).collect();
        shown + &format!("\n     merged: {}", merges.join(" "))
    }
}

/// The bytes of a workbook of some sheets.
pub fn workbook(pages: &[Page]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let day_format = Format::new().set_num_format("dd/mm/yyyy");
    for page in pages {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&page.name).unwrap();
        for (top, left, bottom, right) in &page.merges {
            sheet.merge_range(*top, *left, *bottom, *right, "", &Format::new()).unwrap();
        }
        for ((row, column), written) in &page.cells {
            let (row, column) = (*row, *column);
            match written {
                Written::Blank => continue,
                Written::Text(text) => sheet.write_string(row, column, text).unwrap(),
                Written::Number(number) => sheet.write_number(row, column, *number).unwrap(),
                Written::Day(day) => {
                    let day = day.format("%Y-%m-%d").to_string();
                    let day = ExcelDateTime::parse_from_str(&day).unwrap();
                    sheet.write_datetime_with_format(row, column, &day, &day_format).unwrap()
                }
                Written::Calculated(value) => {
                    sheet.write_formula(row, column, Formula::new("=Z1").set_result(value.as_str())).unwrap()
                }
                Written::NotCalculated => {
                    sheet.write_formula(row, column, Formula::new("=Z1").set_result(NOT_CALCULATED)).unwrap()
                }
            };
        }
        for row in &page.hidden_rows {
            sheet.set_row_hidden(*row).unwrap();
        }
        for column in &page.hidden_columns {
            sheet.set_column_hidden(*column).unwrap();
        }
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let uncalculated = pages.iter().any(|page| page.cells.values().any(|it| *it == Written::NotCalculated));
    if uncalculated { without_values(&bytes) } else { bytes }
}

const NOT_CALCULATED: &str = "NOT-CALCULATED";

/// The writer always gives a formula some value; other programs leave it out.
fn without_values(bytes: &[u8]) -> Vec<u8> {
    let valued = format!(" t=\"str\"><f>Z1</f><v>{NOT_CALCULATED}</v>");
    let mut parts = parts(bytes);
    for (_, content) in parts.iter_mut().filter(|(name, _)| name.starts_with("xl/worksheets/")) {
        *content = String::from_utf8(std::mem::take(content)).unwrap().replace(&valued, "><f>Z1</f>").into_bytes();
    }
    zipped(&parts)
}

fn stored(text: &str, encoding: Encoding) -> String {
    match encoding {
        Encoding::Composed => text.to_owned(),
        Encoding::Decomposed => text.nfd().collect(),
        Encoding::UpperCase => text.to_uppercase(),
        Encoding::OldTones => with_old_tones(text),
        Encoding::NonBreakingSpaces => text.replace(' ', "\u{a0}"),
        Encoding::Tcvn3 => legacy::encode(text, legacy::Encoding::Tcvn3),
        Encoding::Vni => legacy::encode(text, legacy::Encoding::Vni),
    }
}

/// `hòa` → `hoà`, `ủy` → `uỷ`: the tone on the last vowel of an open syllable.
fn with_old_tones(text: &str) -> String {
    const PLACES: [(&str, &str); 15] = [
        ("òa", "oà"),
        ("óa", "oá"),
        ("ỏa", "oả"),
        ("õa", "oã"),
        ("ọa", "oạ"),
        ("òe", "oè"),
        ("óe", "oé"),
        ("ỏe", "oẻ"),
        ("ùy", "uỳ"),
        ("úy", "uý"),
        ("ủy", "uỷ"),
        ("ũy", "uỹ"),
        ("ụy", "uỵ"),
        ("ỦY", "UỶ"),
        ("ÒA", "OÀ"),
    ];
    PLACES.iter().fold(text.to_owned(), |text, (new, old)| text.replace(new, old))
}
