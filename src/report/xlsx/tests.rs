use std::io::{Cursor, Read as _};

use calamine::{Data, DataType, Reader, Xlsx};
use chrono::NaiveDate;

use super::*;
use crate::report::plan::{Axis, Chart, ChartKind, Labels, Paint, Pattern, Series, Source, Sparkline};

fn full_sheet() -> Sheet {
    let mut sheet = Sheet::new("Số liệu");
    for (row, text) in (0..).zip(["=CMD()", "+1", "-2", "@SUM(A1)", "thường"]) {
        sheet.put(row, 0, text, Style::PLAIN);
    }
    sheet.put(0, 1, NaiveDate::from_ymd_opt(2024, 10, 5), Style::PLAIN);
    sheet.put(1, 1, Value::Share(0.963), Style::PLAIN.bold());
    sheet.put(2, 1, 12_i64, Style::PLAIN.font(".VnTime").size(14));
    sheet.put(3, 1, f64::NAN, Style::PLAIN);
    sheet.put(4, 1, "S\nT\nT", Style::PLAIN.wrapped().rotated(90));
    sheet.merge(Area::new(6, 0, 7, 2), "gộp", Style::PLAIN.centred().border(Border::Thin));
    sheet.merge(Area::new(8, 0, 8, 0), 7.5, Style::PLAIN);
    let text = "đến".to_owned();
    sheet.put(9, 0, Value::Link { text, sheet: "Số liệu".to_owned(), row: 0, column: 27 }, Style::PLAIN);
    sheet.widths([20.0, 12.0]);
    sheet.height(0, 30.0);
    sheet.hide_row(4);
    sheet.hide_column(5);
    sheet.freeze = Some((1, 1));
    sheet.autofilter = Some(Area::new(0, 0, 4, 1));
    sheet.page.repeat_rows = Some((0, 0));
    sheet.page.footer = Some("A & B".to_owned());
    sheet.page.page_word = Some("Trang".to_owned());
    let area = Area::new(1, 1, 2, 1);
    sheet.conditionals = vec![
        Conditional::Bar { area, colour: Colour::AccentSoft, low: 0.0, high: 100.0 },
        Conditional::Scale { area, low: Colour::White, high: Colour::Accent },
    ];
    let entries = [
        Entry::OneOf(vec!["có".to_owned(), "không".to_owned()]),
        Entry::OneOfCells { sheet: "Số liệu".to_owned(), area },
        Entry::Whole(0, 100),
        Entry::Decimal(0.0, 100.0),
        Entry::Day(day(1), day(31)),
    ];
    sheet.validations = (20..)
        .zip(entries)
        .map(|(row, entry)| Validation { area: Area::new(row, 0, row, 3), entry, message: "Sai".to_owned() })
        .collect();
    let source = |area| Source { sheet: "Số liệu".to_owned(), area };
    sheet.charts = vec![Chart {
        kind: ChartKind::Histogram,
        title: "Biểu đồ".to_owned(),
        alt_text: "Số theo khoảng".to_owned(),
        along: Axis::new("Khoảng"),
        values: Axis::new("").from(0.0),
        series: vec![Series {
            name: "Số".to_owned(),
            along: source(Area::new(1, 0, 2, 0)),
            values: source(area),
            paint: Paint::Filled(Colour::AccentSoft, Pattern::Plain),
            labels: Labels::Values(NumberFormat::Whole),
        }],
        legend: false,
        row: 10,
        column: 3,
        width: 400,
        height: 200,
    }];
    let values = Source { sheet: "Số liệu".to_owned(), area: Area::new(0, 1, 0, 2) };
    let colour = Colour::Accent;
    sheet.sparklines = vec![Sparkline { row: 3, column: 4, values, low: 0.5, high: 1.0, colour }];
    sheet.protection = Protection::Locked;
    sheet
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 10, day).unwrap()
}

fn book(sheet: Sheet) -> Workbook {
    Workbook { title: "Thử".to_owned(), author: None, sheets: vec![sheet], locale: None }
}

fn read_back(bytes: &[u8]) -> calamine::Range<Data> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    assert!(book.worksheet_formula("Số liệu").unwrap().is_empty(), "a formula was written");
    book.worksheet_range("Số liệu").unwrap()
}

#[test]
fn hostile_text_stays_text() {
    let range = read_back(&write(&book(full_sheet())).unwrap());
    for (row, text) in (0..).zip(["=CMD()", "+1", "-2", "@SUM(A1)", "thường"]) {
        assert_eq!(range.get_value((row, 0)), Some(&Data::String(text.to_owned())));
    }
}

#[test]
fn values_come_back_as_they_were_planned() {
    let range = read_back(&write(&book(full_sheet())).unwrap());
    let at = |row, column| range.get_value((row, column)).cloned().unwrap();
    assert_eq!(at(0, 1).as_date(), Some(day(5)));
    assert_eq!((at(1, 1), at(2, 1), at(3, 1)), (Data::Float(0.963), Data::Float(12.0), Data::Empty));
    assert_eq!(at(4, 1), Data::String("S\nT\nT".to_owned()));
    assert_eq!((at(6, 0), at(8, 0)), (Data::String("gộp".to_owned()), Data::Float(7.5)));
}

#[test]
fn a_line_stands_in_its_cell_over_its_values() {
    let bytes = write(&book(full_sheet())).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    archive.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut xml).unwrap();
    assert!(
        xml.contains("<x14:sparkline><xm:f>'Số liệu'!B1:C1</xm:f><xm:sqref>E4</xm:sqref></x14:sparkline>"),
        "{xml}"
    );
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let plan = book(full_sheet());
    assert_eq!(write(&plan).unwrap(), write(&plan).unwrap());
}

#[test]
fn an_unlawful_plan_is_an_error_that_names_the_sheet() {
    let wrong = write(&book(Sheet::new("a/b"))).unwrap_err();
    assert!(wrong.to_string().contains("a/b"), "{wrong}");
    let mut wide = Sheet::new("Rộng");
    wide.put(0, 70_000, "x", Style::PLAIN);
    assert!(write(&book(wide)).is_err());
}
