use std::sync::Arc;

use super::*;
use crate::intake::read::Reader;
use crate::report::plan::{Sheet, Value};
use crate::report::style::{Border, Style};
use crate::report::xlsx;

#[test]
fn the_next_name_counts_on() {
    for (file, revision, name) in [
        ("DU/BC T2.xlsx", 0, "BC T2 (sửa lần 2).xlsx"),
        ("BC T2 (sửa).xls", 1, "BC T2 (sửa lần 2).xlsx"),
        ("BC T2 (sửa lần 2).xlsx", 2, "BC T2 (sửa lần 3).xlsx"),
        ("BC T2 lần 3.ods", 3, "BC T2 lần 3 (sửa lần 4).xlsx"),
        ("BC T2 (mới).xlsx", 0, "BC T2 (mới) (sửa lần 2).xlsx"),
        ("a.b/không đuôi", 0, "không đuôi (sửa lần 2).xlsx"),
    ] {
        assert_eq!(next_name(file, revision), name);
    }
}

#[test]
fn names_of_copied_sheets_are_lawful() {
    let long = "Đ".repeat(40);
    let names = ["T1", "t1", "Cần sửa", "a/b", "'x'", "", long.as_str()];
    let lawful = sheet_names(names.into_iter());
    let of = |name: &str| lawful[name].as_str();
    assert_eq!((of("T1"), of("t1"), of("Cần sửa")), ("T1", "t1 (2)", "Cần sửa (2)"));
    assert_eq!((of("a/b"), of("'x'"), of("")), ("a_b", "x", "Trang"));
    assert_eq!(of(&long).chars().count(), 31);
}

/// The rows of a table, over its first lines.
fn table(rows: &[&[Value]]) -> Vec<u8> {
    let mut sheet = Sheet::new("Biểu");
    sheet.put(0, 0, "ĐẢNG ỦY XÃ MẪU", Style::PLAIN);
    sheet.put(1, 0, "Kết quả sinh hoạt chi bộ tháng 3 năm 2024", Style::PLAIN);
    for (column, title) in (0..).zip(["STT", "Tên chi bộ", "Tổng số đảng viên", "Có mặt", "Điểm tự chấm", "Ghi chú"])
    {
        sheet.put(2, column, title, Style::PLAIN);
    }
    for (row, values) in (3..).zip(rows) {
        for (column, value) in (0..).zip(*values) {
            sheet.put(row, column, value.clone(), Style::PLAIN);
        }
    }
    xlsx::write(&Workbook { sheets: vec![sheet], ..Workbook::default() }).unwrap()
}

fn slip(rows: &[&[Value]]) -> Workbook {
    let (rules, register) = example::rules_and_register();
    let sheets = Reader::new(&rules, &register).open(&Arc::from("a.xlsx"), &table(rows)).unwrap();
    let findings: Vec<FindingRow> =
        sheets.iter().flat_map(|(_, reading)| &reading.findings).map(|it| it.row(crate::lang::Lang::En)).collect();
    let returned = returned(&findings, &[], &[]);
    plan(&returned[0], &sheets, &register, &Echo::new(&register, &rules))
}

#[test]
fn the_wrong_cell_is_marked_where_it_stands() {
    let text = |text: &str| Value::Text(text.to_owned());
    let book = slip(&[
        &[1_i64.into(), text("Chi bộ bản Một"), 20_i64.into(), 18_i64.into(), 148_i64.into(), text("Lò Văn Mẫu ốm")],
        &[2_i64.into(), text("=Chi bộ Sao Đỏ"), 12_i64.into(), 12_i64.into(), 90_i64.into()],
    ]);
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Cần sửa", "Biểu"]);
    let copy = &book.sheets[1];
    let at = |row, column| copy.cells.iter().rfind(|cell| (cell.row, cell.column) == (row, column)).unwrap();
    assert_eq!((&at(3, 4).value, at(3, 4).style.border), (&Value::Number(148.0), Border::Heavy));
    assert_eq!((&at(4, 1).value, at(4, 1).style.border), (&Value::Text("=Chi bộ Sao Đỏ".into()), Border::Heavy));
    assert_eq!(at(3, 5).value, Value::Blank, "remarks are not repeated");
    assert_eq!(at(3, 1).value, Value::Text("Chi bộ bản Một".into()));
    let notes: Vec<_> = copy.notes.iter().map(|note| (note.row, note.column)).collect();
    assert_eq!(notes, [(3, 4), (4, 1)]);
    assert!(copy.notes[0].text.contains("Yêu cầu: điểm từ 0 đến 100."), "{}", copy.notes[0].text);
    let links = book.sheets[0].cells.iter().filter_map(|cell| match &cell.value {
        Value::Link { text, sheet, row, column } => Some((text.as_str(), sheet.as_str(), *row, *column)),
        _ => None,
    });
    assert_eq!(links.collect::<Vec<_>>(), [("E4", "Biểu", 3, 4), ("B5", "Biểu", 4, 1)]);
}
