use std::collections::BTreeSet;

use super::*;
use crate::period::Period;
use crate::report::example;
use crate::report::xlsx;

const YEAR: Pipeline = Pipeline::YearEnd(2024);

fn book() -> Workbook {
    workbook(&example::figures(YEAR, 40), None, Lang::Vi)
}

/// What accessible statistical spreadsheets ask of a sheet that is a table.
fn problems(sheet: &Sheet) -> Vec<String> {
    let mut wrong = Vec::new();
    let Some(table) = &sheet.table else { return vec![format!("{}: no table", sheet.name)] };
    let area = table.area;
    if (area.top, area.left) != (0, 0) {
        wrong.push(format!("{}: not from A1", sheet.name));
    }
    if !sheet.merges.is_empty() {
        wrong.push(format!("{}: merged cells", sheet.name));
    }
    if sheet.rows.values().any(|row| row.hidden) || sheet.columns.values().any(|column| column.hidden) {
        wrong.push(format!("{}: hidden rows or columns", sheet.name));
    }
    let filled: BTreeSet<(u32, u32)> = sheet.cells.iter().map(|cell| (cell.row, cell.column)).collect();
    let headers: BTreeSet<&String> = table.headers.iter().collect();
    if headers.len() != table.headers.len() || table.headers.iter().any(String::is_empty) {
        wrong.push(format!("{}: headers twice or blank", sheet.name));
    }
    if (area.left..=area.right).any(|column| !filled.contains(&(0, column))) {
        wrong.push(format!("{}: a column without a header", sheet.name));
    }
    if (area.top..=area.bottom).any(|row| !(area.left..=area.right).any(|column| filled.contains(&(row, column)))) {
        wrong.push(format!("{}: a blank row", sheet.name));
    }
    if filled.iter().any(|(row, column)| *row > area.bottom || *column > area.right) {
        wrong.push(format!("{}: cells outside the table", sheet.name));
    }
    if sheet.cells.iter().any(|cell| cell.style.fill.is_some()) || !sheet.conditionals.is_empty() {
        wrong.push(format!("{}: something told by colour", sheet.name));
    }
    wrong
}

#[test]
fn every_sheet_but_the_cover_is_one_plain_table() {
    let book = book();
    let wrong: Vec<String> = book.sheets.iter().skip(1).flat_map(problems).collect();
    assert_eq!(wrong, Vec::<String>::new());
    assert!(book.sheets.len() > 12, "{}", book.sheets.len());
    assert!(book.sheets[0].merges.is_empty() && book.sheets[0].cells.iter().all(|cell| cell.column == 0));
}

#[test]
fn a_sheet_that_is_no_plain_table_is_found_out() {
    let sheet = || table("a", "a", vec!["x".into(), "y".into()], [vec![Value::Integer(1), Value::Blank]].into_iter());
    assert_eq!(problems(&sheet()), Vec::<String>::new());
    let mut merged = sheet();
    merged.merge(Area::new(5, 0, 5, 1), "Nguồn", Style::PLAIN);
    assert_eq!(problems(&merged), ["a: merged cells"]);
    let mut aside = sheet();
    aside.put(1, 3, "ghi chú", Style::PLAIN);
    assert_eq!(problems(&aside), ["a: cells outside the table"]);
    let twice = table("a", "a", vec!["x".into(), "x".into()], [vec![Value::Integer(1)]].into_iter());
    assert_eq!(problems(&twice), ["a: headers twice or blank"]);
}

#[test]
fn names_of_tables_and_sheets_are_lawful_and_different() {
    let book = book();
    let names: BTreeSet<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names.len(), book.sheets.len());
    assert!(names.iter().all(|name| name.chars().count() <= 31));
    let tables: BTreeSet<&str> =
        book.sheets.iter().filter_map(|sheet| Some(sheet.table.as_ref()?.name.as_str())).collect();
    assert_eq!(tables.len() + 1, book.sheets.len());
    assert!(tables.iter().all(|name| name.chars().all(|it| it.is_ascii_alphanumeric() || it == '_')));
}

#[test]
fn every_column_of_every_sheet_is_explained() {
    let book = book();
    let notes = book.sheets.iter().find(|sheet| sheet.name == "Chú giải").unwrap();
    let explained = notes.cells.iter().filter(|cell| cell.column == 1 && cell.row > 0).count();
    let columns: usize = book.sheets.iter().skip(3).map(|sheet| sheet.table.as_ref().unwrap().headers.len()).sum();
    assert_eq!(explained, columns);
}

#[test]
fn tables_without_rows_or_with_too_many_are_listed_with_the_reason() {
    let figures = example::figures(YEAR, 40);
    let book = workbook(&Figures { findings: Vec::new(), ..figures }, None, Lang::En);
    let contents = &book.sheets[1];
    let row = |name: &str| {
        let is_named = |value: &Value| matches!(value, Value::Text(text) | Value::Link { text, .. } if text == name);
        let at = contents.cells.iter().find(|cell| cell.column == 0 && is_named(&cell.value)).unwrap().row;
        contents.cells.iter().find(|cell| cell.row == at && cell.column == 3).map(|cell| cell.value.clone())
    };
    assert_eq!((row("findings"), row("ranking")), (Some("no rows".into()), None));
    assert!(book.sheets.iter().all(|sheet| sheet.name != "findings"));
}

#[test]
fn it_is_written_the_same_twice_and_named_by_its_period() {
    let book = book();
    assert!(xlsx::write(&book).unwrap() == xlsx::write(&book).unwrap());
    assert_eq!(file_name(YEAR), "so-lieu-2024.xlsx");
    assert_eq!(file_name(Pipeline::Monthly(Period::new(2024, 10).unwrap())), "so-lieu-2024-10.xlsx");
}
