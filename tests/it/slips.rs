//! Return slips: one for each file with errors, in its own layout, with nothing of a person in it.

use std::collections::BTreeMap;
use std::path::Path;

use chibo::manifest::hashes_below;
use chibo::slips::FOLDER;

use super::folder::{Folder, merged, parts, sheet, workbook};

const HEADER: &[&str] = &[
    "STT",
    "Tên chi bộ",
    "Tổng số đảng viên",
    "Có mặt",
    "Ngày họp",
    "Cấp ủy viên dự",
    "Điểm tự chấm",
    "Số CCCD",
    "Bí thư phụ trách",
    "Ghi chú",
];

/// The slips of a run, by name.
fn slips(out: &Path) -> BTreeMap<String, Vec<u8>> {
    let folder = out.join("year-end-2024").join(FOLDER);
    let files = std::fs::read_dir(folder).into_iter().flatten();
    files
        .map(|entry| {
            let path = entry.unwrap().path();
            (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap())
        })
        .collect()
}

/// Everything a workbook says.
fn words(bytes: &[u8]) -> String {
    parts(bytes).into_iter().map(|(_, part)| String::from_utf8_lossy(&part).into_owned()).collect()
}

fn wrong(lines: &[&'static [&'static str]]) -> Vec<u8> {
    let head: &[&[&str]] =
        &[&["THÀNH ỦY MẪU"], &["ĐẢNG ỦY XÃ MẪU"], &["", "KẾT QUẢ SINH HOẠT CHI BỘ THÁNG 1 NĂM 2024"], HEADER];
    let grid: Vec<&[&str]> = head.iter().chain(lines).copied().collect();
    workbook(vec![merged("Biểu", &grid, &[[2, 1, 2, 6]])])
}

const GOOD: &[&str] = &["#1", "Chi bộ bản Một", "#20", "#18", "05/01/2024", "x", "#90"];
const BAD: &[&str] = &["#2", "Chi bộ bản Hai", "#12", "#13", "05/01/2024", "x", "#148"];

#[test]
fn files_with_errors_are_returned_and_no_others() {
    let folder = Folder::with_three_cells();
    folder.submit("DU/T1.xlsx", &wrong(&[GOOD, BAD]));
    folder.submit("Thư/chuyển tiếp.xlsx", &wrong(&[GOOD, BAD]));
    let school: &[&str] = &["#3", "Chi bộ Trường Tiểu học", "#8", "#8", "05/01/2024", "x", "#88"];
    folder.submit("DU/tốt.xlsx", &wrong(&[school]));
    folder.submit("DU/hỏng.xls", b"PK\x03\x04rubbish xl/workbook.xml");
    folder.submit("DU/hỏng.xlsx", b"");
    folder.submit("lạ.xlsx", &workbook(vec![sheet("Trang lạ", &[&["Thực đơn", "Giá"], &["Phở bò", "#40"]])]));
    let outcome = folder.year_to("2024-01");
    let slips = slips(&folder.path().join("out"));
    let names: Vec<&str> = slips.keys().map(String::as_str).collect();
    assert_eq!(names, ["DU - T1.xlsx", "DU - hỏng (2).xlsx", "DU - hỏng.xlsx", "lạ.xlsx"]);
    assert_eq!(outcome.slips, 4);
    let said = words(&slips["DU - T1.xlsx"]);
    for wanted in ["T1 (sửa lần 2).xlsx", "Đảng ủy xã Mẫu", "01/2024", "THÀNH ỦY MẪU", "148", "không quá 12."]
    {
        assert!(said.contains(wanted), "{wanted}");
    }
    assert!(said.contains("ref=\"D6\"") && said.contains("ref=\"G6\""), "two notes");
    assert!(words(&slips["lạ.xlsx"]).contains("Trang lạ") && !words(&slips["lạ.xlsx"]).contains("Phở"));
    assert!(words(&slips["DU - hỏng.xlsx"]).contains("Cách sửa"));
    let manifest = std::fs::read_to_string(folder.path().join("out/year-end-2024/manifest.json")).unwrap();
    assert!(manifest.contains("phieu-tra/DU - T1.xlsx"));
}

#[test]
fn a_file_replaced_by_its_correction_is_not_returned() {
    let folder = Folder::with_three_cells();
    folder.submit("T1.xlsx", &wrong(&[GOOD, BAD]));
    let right: &[&[&str]] = &[GOOD, &["#2", "Chi bộ bản Hai", "#12", "#12", "05/01/2024", "x", "#88"]];
    folder.submit("T1 (sửa lần 2).xlsx", &wrong(right));
    assert_eq!(folder.year_to("2024-01").slips, 0);
    assert!(!folder.path().join("out/year-end-2024").join(FOLDER).exists());
}

#[test]
fn a_file_replaced_in_part_is_returned_for_the_cell_still_missing() {
    let folder = Folder::with_three_cells();
    folder.submit("T1.xlsx", &wrong(&[GOOD, BAD]));
    folder.submit("T1 (sửa lần 2).xlsx", &wrong(&[GOOD]));
    assert_eq!(folder.year_to("2024-01").slips, 1);
}

#[test]
fn a_slip_that_is_sent_back_is_read_like_the_file_itself() {
    let folder = Folder::with_three_cells();
    folder.submit("T1.xlsx", &wrong(&[GOOD, BAD]));
    let first = folder.year_to("2024-01");
    let slip = slips(&folder.path().join("out")).remove("T1.xlsx").unwrap();
    let again = Folder::with_three_cells();
    again.submit("T1.xlsx", &slip);
    let second = again.year_to("2024-01");
    assert_eq!(first.figures.cell_months, second.figures.cell_months);
    let grave = |outcome: &chibo::run::Outcome| {
        let grave = outcome.figures.findings.iter().filter(|it| it.severity.word() != "info");
        grave.map(|it| (it.code, it.cell_ref.clone())).collect::<Vec<_>>()
    };
    assert_eq!(grave(&first), grave(&second));
}

#[test]
fn nothing_of_a_person_is_in_a_slip() {
    let folder = Folder::with_three_cells();
    let planted: &[&[&str]] = &[
        &["THÀNH ỦY MẪU", "Lò Văn Kín", "", "", "Bí thư Chi bộ: Lò Văn Kín 0912345678"],
        &["ĐẢNG ỦY XÃ MẪU", "", "Chi bộ bản Một - Lò Văn Kín", "ĐT 0912 345 678"],
        &["", "KẾT QUẢ SINH HOẠT CHI BỘ THÁNG 1 NĂM 2024"],
        &[
            "STT",
            "Tên chi bộ",
            "Tổng số đảng viên",
            "Có mặt",
            "Ngày họp",
            "Cấp ủy viên dự",
            "Điểm tự chấm",
            "Số CCCD",
            "Lò Văn Kín",
            "Ghi chú",
            "Tên chuyên đề",
            "Điện thoại",
        ],
        &["Lò Văn Kín", "Nhóm Lò Văn Kín", "", "", "", "", "", "", "", "", "", "0912345678"],
        &[
            "#1",
            "Chi bộ bản Một",
            "#20",
            "18 (Lò Văn Kín ốm)",
            "05/01/2024",
            "Lò Văn Kín",
            "#190",
            "#12345678901",
            "Lò Văn Kín",
            "Lò Văn Kín ốm",
            "đ/c Lò Văn Kín trình bày",
            "#912345678",
        ],
        &["#2", "Lò Văn Kín", "#12", "Lò Văn Kín", "Lò Văn Kín", "x", "Lò Văn Kín", "012345678901", "0912345678"],
        &["#3", "Chi bộ bản Hai", "#912345678", "#12", "05/01/2024", "#912345678", "#88"],
        &["Lò Văn Kín", "Chi bộ Sao Đỏ", "#12", "#12", "05/01/2024", "x", "#88", "Lò Văn Kín"],
        &["Tổng cộng", "Lò Văn Kín", "#12", "#912345678", "", "", "", "#12345678901", "Lò Văn Kín", "Lò Văn Kín"],
        &["Ghi chú: vắng Lò Văn Kín, 0912345678"],
        &["", "NGƯỜI LẬP BIỂU", "", "", "T/M ĐẢNG ỦY"],
        &["", "Lò Văn Kín", "", "", "BÍ THƯ Lò Văn Kín", "", "#912345678"],
    ];
    let other: &[&[&str]] = &[&["Lò Văn Kín", "0912345678"], &["Địa chỉ", "Phố Kín"]];
    folder.submit("T1.xlsx", &workbook(vec![sheet("Biểu", planted), sheet("Khác", other)]));
    folder.submit("T1 tốt.xlsx", &wrong(&[GOOD]));
    folder.year_to("2024-01");
    let slip = slips(&folder.path().join("out")).remove("T1.xlsx").unwrap();
    let said = words(&slip);
    for secret in ["Kín", "912345678", "912 345", "12345678901", "012345678901"] {
        let at = said.find(secret).map(|at| {
            let from = (0..=at.saturating_sub(60)).rev().find(|at| said.is_char_boundary(*at)).unwrap_or(0);
            said[from..].chars().take(160).collect::<String>()
        });
        assert_eq!(at, None, "{secret}");
    }
    for kept in ["NGƯỜI LẬP BIỂU", "T/M ĐẢNG ỦY", "Chi bộ Sao Đỏ", "Tổng cộng", "KẾT QUẢ SINH HOẠT CHI BỘ"]
    {
        assert!(said.contains(kept), "{kept}");
    }
}

#[test]
fn a_hostile_layout_still_gives_a_slip() {
    let folder = Folder::with_three_cells();
    let mut book = parts(&wrong(&[GOOD, BAD]));
    for (name, part) in &mut book {
        if name.ends_with("sheet1.xml") {
            let text = String::from_utf8(part.clone()).unwrap();
            let merges = "<mergeCells count=\"4\"><mergeCell ref=\"A1:XFD1048576\"/><mergeCell ref=\"A1:C3\"/><mergeCell ref=\"B2:D4\"/><mergeCell ref=\"A9:A9\"/></mergeCells>";
            let from = text.find("<mergeCells").unwrap();
            let to = text.find("</mergeCells>").unwrap() + "</mergeCells>".len();
            *part = format!("{}{merges}{}", &text[..from], &text[to..]).into_bytes();
        }
    }
    folder.submit("../T1.xlsx".trim_start_matches("../"), &super::folder::zipped(&book));
    folder.submit("tốt.xlsx", &wrong(&[GOOD]));
    folder.year_to("2024-01");
    assert_eq!(slips(&folder.path().join("out")).len(), 1);
}

#[test]
fn slips_are_the_same_bytes_again() {
    let folder = Folder::with_three_cells();
    folder.submit("a/T1.xlsx", &wrong(&[GOOD, BAD]));
    folder.submit("b/T1.xlsx", b"x");
    folder.year_to("2024-01");
    let out = folder.path().join("out/year-end-2024");
    let first = hashes_below(&out).unwrap();
    folder.year_to("2024-01");
    assert_eq!(first, hashes_below(&out).unwrap());
}
