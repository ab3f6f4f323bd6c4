//! Charts of the written workbook stand on cells that are there.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use chibo::lang::Lang;
use chibo::manifest::Sources;
use chibo::report::{self, Options, View, xlsx};
use chibo::rules::Rules;

use super::folder::parts;
use super::sample::YEAR;

fn year_end() -> Vec<u8> {
    let rules = Rules::load(None).unwrap();
    let options = Options { lang: Lang::Vi, date: None, rules: &rules, sources: &Sources::default(), silent: &[] };
    xlsx::write(&report::workbook(&View::new(&YEAR, &options))).unwrap()
}

fn texts(parts: &[(String, Vec<u8>)], start: &str) -> Vec<String> {
    let wanted = parts.iter().filter(|(name, _)| name.starts_with(start));
    wanted.map(|(_, bytes)| String::from_utf8(bytes.clone()).unwrap()).collect()
}

/// What stands between two marks, each time.
fn between<'a>(text: &'a str, open: &'a str, close: &str) -> Vec<&'a str> {
    text.split(open).skip(1).map(|rest| rest.split_once(close).unwrap().0).collect()
}

/// Row and column from 0 of `$B$12`.
fn place(written: &str) -> (u32, u32) {
    let (column, row) = written.trim_start_matches('$').split_once('$').unwrap();
    let column = column.bytes().fold(0, |number, letter| number * 26 + u32::from(letter - b'A') + 1);
    (row.parse::<u32>().unwrap() - 1, column - 1)
}

/// What is in the cells of `'Sheet'!$A$1:$A$9`.
fn cells(book: &mut Xlsx<Cursor<Vec<u8>>>, address: &str) -> Vec<Data> {
    let (sheet, area) = address.rsplit_once('!').unwrap();
    let sheet = sheet.trim_matches('\'').replace("''", "'").replace("&apos;", "'");
    let range: Range<Data> = book.worksheet_range(&sheet).unwrap();
    let (first, last) = area.split_once(':').unwrap_or((area, area));
    let ((top, left), (bottom, right)) = (place(first), place(last));
    let places = (top..=bottom).flat_map(|row| (left..=right).map(move |column| (row, column)));
    places.map(|place| range.get_value(place).cloned().unwrap_or(Data::Empty)).collect()
}

#[test]
fn every_range_of_every_chart_is_filled_and_every_chart_is_told_in_words() {
    let bytes = year_end();
    let parts = parts(&bytes);
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let charts = texts(&parts, "xl/charts/chart");
    assert!(charts.len() >= 6, "{}", charts.len());
    for chart in &charts {
        let addresses = between(chart, "<c:f>", "</c:f>");
        assert!(addresses.len() >= 2);
        for address in addresses {
            let cells = cells(&mut book, address);
            assert!(cells.iter().all(|cell| *cell != Data::Empty), "{address}: {cells:?}");
        }
    }
    let told = texts(&parts, "xl/drawings/drawing");
    let told: Vec<_> = told.iter().flat_map(|drawing| between(drawing, " descr=\"", "\"")).collect();
    assert_eq!(told.len(), charts.len());
    assert!(told.iter().all(|text| text.chars().count() > 20), "{told:?}");
}

#[test]
fn a_name_that_ends_a_label_is_no_formula() {
    let parts = parts(&year_end());
    // Labels of points are texts; addresses are those of categories and values alone.
    let labels = texts(&parts, "xl/charts/chart");
    assert!(labels.iter().all(|chart| between(chart, "<c:dLbl>", "</c:dLbl>").iter().all(|it| !it.contains("<c:f>"))));
}
