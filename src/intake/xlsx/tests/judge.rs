//! What calamine reads of the same bytes.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader, SheetType, Xlsx};

use crate::finding::CellRef;
use crate::intake::cells::{Content, Merge, Sheet};
use crate::intake::workbook::Workbook;

/// Asserts that names, cells, merges and the time of the last change are as calamine reads them.
pub(super) fn agrees(bytes: &[u8], book: &Workbook, of: &str) {
    let mut judge = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheets = judge.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    let expected: Vec<Sheet> = names.iter().map(|name| sheet(&mut judge, name)).collect();
    assert_eq!(book.sheets.len(), expected.len(), "{of}");
    for (read, expected) in book.sheets.iter().zip(&expected) {
        assert_eq!(read.name, expected.name, "{of}");
        assert_eq!(read.rows, expected.rows, "{of}");
        assert_eq!(read.merges, expected.merges, "{of}");
    }
    let modified = judge.workbook_properties().unwrap().modified;
    assert_eq!(book.modified.as_deref(), modified.as_deref(), "{of}");
}

fn sheet(judge: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Sheet {
    let at = |(row, column)| CellRef { row, column };
    let merges = judge.merge_cells_by_sheet_name(name).unwrap().into_iter();
    let merges = merges.map(|area| Merge { first: at(area.start), last: at(area.end) }).collect();
    let mut reader = judge.worksheet_cells_reader(name).unwrap();
    let mut cells = Vec::new();
    while let Some(cell) = reader.next_cell_with_formula_metadata().unwrap() {
        let content = match cell.value {
            DataRef::Empty if cell.formula.is_some() => Content::NotCalculated,
            value => content(&Data::from(value)),
        };
        cells.push((at(cell.pos), content));
    }
    Sheet::new(name.into(), cells, merges)
}

fn content(data: &Data) -> Content {
    match data {
        Data::String(text) if !text.is_empty() => Content::Text(text.clone()),
        Data::Float(number) => Content::Number(*number),
        Data::Bool(truth) => Content::Truth(*truth),
        Data::DateTime(serial) if serial.is_datetime() => {
            serial.as_datetime().map_or_else(|| Content::Number(serial.as_f64()), Content::Date)
        }
        Data::DateTime(serial) => Content::Number(serial.as_f64()),
        Data::Error(error) => Content::Error(error.to_string()),
        _ => Content::Blank,
    }
}
