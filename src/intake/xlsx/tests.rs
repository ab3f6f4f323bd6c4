use std::io::{Cursor, Write};

use chrono::NaiveDate;
use rust_xlsxwriter::{Format, Formula, Workbook as Writer};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;
use crate::finding::CellRef;
use crate::intake::cells::{Content, Hidden, Merge};

mod judge;

const LIMITS: Limits = Limits { unpacked_mib: 64, cells: 100_000 };
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn relations(targets: &[(&str, &str, &str)]) -> String {
    let line = |(id, kind, target): &(&str, &str, &str)| {
        format!(r#"<Relationship Id="{id}" Type="{RELATION}/{kind}" Target="{target}"/>"#)
    };
    format!("<Relationships>{}</Relationships>", targets.iter().map(line).collect::<String>())
}

/// A workbook of one sheet with the given rows, shared strings and number formats of styles 1, 2, ….
fn one_sheet(rest: &str, rows: &str, strings: &str, formats: &[&str]) -> Vec<u8> {
    let codes: Vec<String> =
        (164..).zip(formats).map(|(id, code)| format!(r#"<numFmt numFmtId="{id}" formatCode="{code}"/>"#)).collect();
    let used: Vec<String> = (164..).zip(formats).map(|(id, _)| format!(r#"<xf numFmtId="{id}"/>"#)).collect();
    let (codes, used) = (codes.concat(), used.concat());
    let styles = format!(
        r#"<styleSheet><numFmts>{codes}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>{used}<xf numFmtId="14"/></cellXfs></styleSheet>"#
    );
    package(&[
        ("_rels/.rels", &relations(&[("rId1", "officeDocument", "xl/workbook.xml")])),
        (
            "xl/workbook.xml",
            &format!(
                r#"<workbook>{rest}<sheets><sheet name="A &amp; B" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ),
        ("xl/_rels/workbook.xml.rels", &relations(&[("rId1", "worksheet", "worksheets/sheet1.xml")])),
        ("xl/styles.xml", &styles),
        ("xl/sharedStrings.xml", &format!("<sst>{strings}</sst>")),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
    ])
}

fn cells_of(bytes: &[u8]) -> Vec<(u32, u32, Content)> {
    let book = read(bytes, LIMITS).unwrap();
    let rows = book.sheets.into_iter().flat_map(|sheet| sheet.rows);
    rows.flat_map(|row| row.cells.into_iter().map(move |(column, content)| (row.index, column, content))).collect()
}

fn cells(rows: &str) -> Vec<(u32, u32, Content)> {
    cells_of(&one_sheet("", rows, "", &[]))
}

fn contents(rows: &str) -> Vec<Content> {
    cells(rows).into_iter().map(|(_, _, content)| content).collect()
}

fn strings(strings: &str, number: usize) -> Vec<Content> {
    let row = |at| format!(r#"<row><c t="s"><v>{at}</v></c></row>"#);
    let rows: String = (0..number).map(row).collect();
    cells_of(&one_sheet("", &rows, strings, &[])).into_iter().map(|(_, _, content)| content).collect()
}

fn text(text: &str) -> Content {
    Content::Text(text.to_owned())
}

fn date(year: i32, month: u32, day: u32) -> Content {
    Content::Date(NaiveDate::from_ymd_opt(year, month, day).unwrap().and_hms_opt(0, 0, 0).unwrap())
}

fn code(bytes: &[u8], limits: Limits) -> Code {
    read(bytes, limits).unwrap_err().code
}

#[test]
fn a_formula_nobody_calculated_is_no_blank() {
    assert_eq!(contents("<row><c r='A1'><f>B1</f></c></row>"), [Content::NotCalculated]);
    assert_eq!(contents("<row><c r='A1'><f>B1</f><v></v></c></row>"), [Content::NotCalculated]);
    assert_eq!(contents("<row><c r='A1'><f t='shared' si='0'/></c></row>"), [Content::NotCalculated]);
    assert_eq!(contents("<row><c r='A1'><f>B1</f><v>5</v></c></row>"), [Content::Number(5.0)]);
    assert_eq!(contents("<row><c r='A1' t='str'><f>B1</f><v></v></c></row>"), []);
    assert_eq!(contents("<row><c r='A1' t='str'><f>B1</f><v/></c></row>"), []);
}

#[test]
fn a_cell_with_nothing_but_a_look_is_no_cell() {
    assert_eq!(contents("<row><c r='A1' s='1'/><c r='B1' s='1'></c></row>"), []);
}

#[test]
fn every_kind_of_value_is_told_apart() {
    let row = r#"<row><c t="b"><v>1</v></c><c t="b"><v>false</v></c><c t="e"><v>#REF!</v></c><c t="n"><v> 2.5 </v></c>
        <c t="d"><v>2024-10-05</v></c><c t="d"><v>2024-10-05T00:00:00Z</v></c><c t="str"><v>a&lt;b&#225;_x000D_</v></c>
        <c t="inlineStr"><v>no</v><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></is></c><c><v>x</v></c></row>"#;
    let expected = [
        Content::Truth(true),
        Content::Truth(false),
        Content::Error("#REF!".to_owned()),
        Content::Number(2.5),
        date(2024, 10, 5),
        date(2024, 10, 5),
        text("a<bá\r"),
        text("a b"),
        text("x"),
    ];
    assert_eq!(contents(row), expected);
}

#[test]
fn a_value_that_is_not_what_it_says_is_shown_as_written() {
    let row = "<row><c t='n'><v>abc</v></c><c><v>NaN</v></c><c><v>1e999</v></c><c t='b'><v>2</v></c><c t='e'><v>#SPILL!</v></c></row>";
    assert_eq!(
        contents(row),
        [text("abc"), text("NaN"), text("1e999"), text("2"), Content::Error("#SPILL!".to_owned())]
    );
}

#[test]
fn a_cell_that_does_not_say_where_stands_after_the_one_before() {
    let rows = "<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r='5'><c r='D5'><v>3</v></c><c><v>4</v></c></row><row/><row><c><v>5</v></c></row>";
    let places: Vec<_> = cells(rows).into_iter().map(|(row, column, _)| (row, column)).collect();
    assert_eq!(places, [(0, 0), (0, 2), (4, 3), (4, 4), (6, 0)]);
}

#[test]
fn cells_out_of_order_are_sorted_and_the_first_of_two_is_kept() {
    let rows = "<row r='2'><c r='B2'><v>1</v></c><c r='A2'><v>2</v></c><c r='B2'><v>3</v></c></row><row r='1'><c r='C1'><v>4</v></c></row>";
    let expected =
        [(0, 2, 4.0), (1, 0, 2.0), (1, 1, 1.0)].map(|(row, column, number)| (row, column, Content::Number(number)));
    assert_eq!(cells(rows), expected);
}

#[test]
fn a_cell_beyond_the_edge_breaks_the_file() {
    for wrong in ["A1048577", "XFE1", "A0", "1", "A", "", "ZZZZZZZZ1", "A99999999999", "Ấ1"] {
        assert_eq!(
            code(&one_sheet("", &format!("<row><c r='{wrong}'><v>1</v></c></row>"), "", &[]), LIMITS),
            Code::FileBroken
        );
    }
    assert_eq!(cells("<row><c r='XFD1048576'><v>1</v></c></row>").len(), 1);
    assert_eq!(code(&one_sheet("", "<row r='1048576'/><row><c><v>1</v></c></row>", "", &[]), LIMITS), Code::FileBroken);
}

#[test]
fn a_shared_string_is_all_its_runs_without_their_reading() {
    let table = "<si><r><rPr/><t>Chi </t></r><r><t xml:space='preserve".to_owned()
        + "'>bộ </t></r></si><si/><si><t>東</t><rPh><t>ひがし</t></rPh></si><si><t> a\u{a0}</t></si><si><t><![CDATA[<b>]]>&amp;c\r\nd</t></si>";
    assert_eq!(strings(&table, 5), [text("Chibộ "), text("東"), text("a\u{a0}"), text("<b>&c\nd")]);
    assert_eq!(code(&one_sheet("", "<row><c t='s'><v>7</v></c></row>", "", &[]), LIMITS), Code::FileBroken);
}

#[test]
fn what_xml_cannot_hold_is_unescaped() {
    let table = "<si><t>_x005F_x000D_</t></si><si><t>_xD83D__xDCF7_</t></si><si><t>_xD83D_a</t></si><si><t>_x12_x0041__x</t></si>";
    assert_eq!(strings(table, 4), [text("_x000D_"), text("📷"), text("\u{FFFD}a"), text("_x12A_x")]);
}

#[test]
fn a_style_makes_a_number_a_date_and_a_lapse_of_time_does_not() {
    let row = "<row><c s='1'><v>45297</v></c><c s='2'><v>1.5</v></c><c s='3'><v>1</v></c><c s='4'><v>45297</v></c><c s='99'><v>1</v></c><c s='1'><v>1e300</v></c></row>";
    let read = cells_of(&one_sheet("", row, "", &["dd/mm/yyyy", "[h]:mm", "0.0 &quot;tháng&quot;"]));
    let contents: Vec<Content> = read.into_iter().map(|(_, _, content)| content).collect();
    let (one_and_half, one) = (Content::Number(1.5), Content::Number(1.0));
    assert_eq!(contents, [date(2024, 1, 6), one_and_half, one.clone(), date(2024, 1, 6), one, Content::Number(1e300)]);
}

#[test]
fn days_are_counted_from_1904_where_the_workbook_says_so() {
    let row = "<row><c s='1'><v>43835</v></c></row>";
    let book = one_sheet("<x:workbookPr date1904='1'/><ext><y:workbookPr/></ext>", row, "", &["yyyy"]);
    assert_eq!(cells_of(&book), [(0, 0, date(2024, 1, 6))]);
}

#[test]
fn the_leap_day_that_was_not_is_counted_as_excel_does() {
    let row = "<row><c s='1'><v>1</v></c><c s='1'><v>59</v></c><c s='1'><v>61</v></c></row>";
    let read: Vec<_> = cells_of(&one_sheet("", row, "", &["d/m"])).into_iter().map(|(_, _, content)| content).collect();
    assert_eq!(read, [date(1900, 1, 1), date(1900, 2, 28), date(1900, 3, 1)]);
}

#[test]
fn merges_and_what_is_hidden_come_with_the_cells() {
    let sheet = "<worksheet><cols><col min='3' max='3' hidden='1'/><col min='4' max='5' hidden='true'/><col min='1' max='1' hidden='0'/><col min='9' max='16384' hidden='1'/></cols>
        <sheetData><row r='2' hidden='1'/><row hidden='1'><c><v>1</v></c></row><row r='9' hidden='1'/><row/></sheetData>
        <mergeCells><mergeCell ref='A1:B3'/><mergeCell ref='$D$4:C2'/></mergeCells></worksheet>";
    let book = package(&[
        ("xl/workbook.xml", "<workbook><sheets><sheet name='S' state='veryHidden' r:id='a'/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", &relations(&[("a", "worksheet", "/xl/s.xml")])),
        ("xl/s.xml", sheet),
    ]);
    let sheet = read(&book, LIMITS).unwrap().sheets.remove(0);
    let (rows, columns) = (vec![(1, 2), (8, 8)], vec![(2, 4), (8, 16_383)]);
    assert_eq!(sheet.hidden, Some(Hidden { rows, columns, sheet: true }));
    let at = |row, column| CellRef { row, column };
    assert_eq!(
        sheet.merges.to_vec(),
        [Merge { first: at(0, 0), last: at(2, 1) }, Merge { first: at(1, 2), last: at(3, 3) }]
    );
}

#[test]
fn parts_are_found_however_they_are_spelt() {
    let sheet =
        "<a:worksheet xmlns:a='x'><a:sheetData><a:row><a:c><a:v>1</a:v></a:c></a:row></a:sheetData></a:worksheet>";
    let kinds = relations(&[
        ("1", "worksheet", r"Worksheets\Sheet1.xml"),
        ("2", "chartsheet", "c.xml"),
        ("3", "xlMacrosheet", "m.xml"),
    ]);
    let book = package(&[
        ("_rels/.rels", &relations(&[("x", "officeDocument", "/XL/book.xml")])),
        (
            r"xl\Book.xml",
            "<a:workbook xmlns:a='x'><a:sheets><a:sheet name='S' q:id='1'/><a:sheet name='C' q:id='2'/><a:sheet name='M' q:id='3'/></a:sheets></a:workbook>",
        ),
        (
            "xl/_rels/book.xml.rels",
            &kinds.replace("schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument"),
        ),
        ("xl/worksheets/SHEET1.xml", sheet),
    ]);
    assert_eq!(cells_of(&book), [(0, 0, Content::Number(1.0))]);
}

#[test]
fn a_part_in_utf16_is_read() {
    let units = |text: &str| [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let sheet: Vec<u8> = units("<worksheet><row><c t='str'><v>Tỉ lệ</v></c></row></worksheet>");
    let mut zip = ZipWriter::new_append(Cursor::new(package(&[
        ("xl/workbook.xml", "<workbook><sheets><sheet name='S' r:id='a'/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", &relations(&[("a", "worksheet", "s.xml")])),
    ])))
    .unwrap();
    zip.start_file("xl/s.xml", SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).unwrap();
    zip.write_all(&sheet).unwrap();
    assert_eq!(cells_of(&zip.finish().unwrap().into_inner()), [(0, 0, text("Tỉ lệ"))]);
}

#[test]
fn broken_xml_is_said_to_be_broken() {
    for rows in
        ["<row><c><v>1</v>", "<row><c r=A1/></row>", "<row><c><v>&nosuch;</v></c></row>", "<row></c></row>", "<row"]
    {
        assert_eq!(code(&one_sheet("", rows, "", &[]), LIMITS), Code::FileBroken, "{rows}");
    }
    assert_eq!(code(b"PK\x03\x04rubbish xl/workbook.xml", LIMITS), Code::FileBroken);
    assert_eq!(
        code(
            &package(&[("xl/workbook.xml", "<workbook><sheets><sheet name='S' r:id='a'/></sheets></workbook>")]),
            LIMITS
        ),
        Code::FileBroken
    );
}

#[test]
fn a_truncated_package_never_panics() {
    let whole = one_sheet("", "<row><c r='A1' t='s'><v>0</v></c></row>", "<si><t>a</t></si>", &["d/m"]);
    for length in 0..whole.len() {
        assert!(read(&whole[..length], LIMITS).is_err());
    }
}

#[test]
fn limits_hold_for_cells_text_size_and_merges() {
    let rows = "<row><c t='s'><v>0</v></c><c t='s'><v>0</v></c></row>";
    let long = format!("<si><t>{}</t></si>", "a".repeat(700_000));
    let book = one_sheet("", rows, &long, &[]);
    assert_eq!(code(&book, Limits { unpacked_mib: 64, cells: 1 }), Code::FileTooLarge);
    // The string is shown twice, which is more text than the file may unpack to.
    assert_eq!(code(&book, Limits { unpacked_mib: 1, cells: 9 }), Code::FileTooLarge);
    assert!(read(&book, Limits { unpacked_mib: 2, cells: 2 }).is_ok());
    let padded = one_sheet("", &" ".repeat(1_100_000), "", &[]);
    assert_eq!(code(&padded, Limits { unpacked_mib: 1, cells: 9 }), Code::FileTooLarge);
    let merges = "<mergeCell ref='A1:B1'/>".repeat(100_001);
    assert_eq!(code(&one_sheet("", &merges, "", &[]), LIMITS), Code::FileTooLarge);
}

#[test]
fn a_workbook_as_programs_write_it_reads_as_calamine_reads_it() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet().set_name("Tháng 10 & 11").unwrap();
    let day = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    let lapse = Format::new().set_num_format("[h]:mm");
    sheet.merge_range(0, 0, 1, 3, "ĐẢNG ỦY <xã>", &Format::new()).unwrap();
    sheet.write(2, 0, "  khoảng trắng\n_x000D_ ").unwrap();
    sheet.write_with_format(2, 1, 45_570.75, &day).unwrap();
    sheet.write_with_format(2, 2, 1.25, &lapse).unwrap();
    sheet.write(3, 0, true).unwrap();
    sheet.write(3, 1, Formula::new("=1+1").set_result("2")).unwrap();
    sheet.write(3, 2, Formula::new("=NA()").set_result("#N/A")).unwrap();
    sheet.write(3, 3, Formula::new("=\"\"").set_result("")).unwrap();
    sheet.write_rich_string(4, 0, &[(&Format::new().set_bold(), "đậm "), (&Format::new(), "thường")]).unwrap();
    sheet.write_blank(5, 0, &day).unwrap();
    sheet.set_row_hidden(4).unwrap().set_column_hidden(2).unwrap();
    writer.add_worksheet().set_name("Trống").unwrap().set_hidden(true);
    let bytes = writer.save_to_buffer().unwrap();
    let book = read(&bytes, LIMITS).unwrap();
    judge::agrees(&bytes, &book, "a written workbook");
    let hidden: Vec<_> = book.sheets.into_iter().filter_map(|sheet| sheet.hidden).collect();
    let first = Hidden { rows: vec![(4, 4)], columns: vec![(2, 2)], sheet: false };
    assert_eq!(hidden, [first, Hidden { sheet: true, ..Hidden::default() }]);
}

#[test]
fn the_sample_inbox_reads_as_calamine_reads_it() {
    let inbox = concat!(env!("CARGO_MANIFEST_DIR"), "/sample-data/inbox/");
    let files = walkdir::WalkDir::new(inbox).into_iter().map(|entry| entry.unwrap().into_path());
    let books = files.filter(|path| path.extension().is_some_and(|extension| extension == "xlsx"));
    let judged = books.map(|path| {
        let bytes = std::fs::read(&path).unwrap();
        judge::agrees(&bytes, &read(&bytes, LIMITS).unwrap(), &path.to_string_lossy());
    });
    assert!(judged.count() > 100);
}
