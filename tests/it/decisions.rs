//! Readings an analyst accepted once stand in the register and hold from then on.

use chibo::finding::Code;
use chibo::intake::discover;
use chibo::lake::build::Lake;
use chibo::register::Register;
use chibo::rules::Rules;

use super::folder::{Folder, UNIT_COLUMNS, sheet, workbook};
use super::reading::{codes, lake, meeting};

const UNITS: &[&[&str]] = &[
    UNIT_COLUMNS,
    &["TU", "Thành ủy Mẫu", "cấp trên"],
    &["DU", "Đảng ủy xã Mẫu", "đảng ủy cơ sở", "TU"],
    &["DU.1", "Chi bộ bản Một", "chi bộ trực thuộc", "DU", "bản"],
    &["DU.2", "Chi bộ bản Hai", "chi bộ trực thuộc", "DU", "bản"],
    &["DV", "Đảng ủy xã Khác", "đảng ủy cơ sở", "TU"],
    &["DV.1", "Chi bộ bản Một", "chi bộ trực thuộc", "DV", "bản"],
];

fn folder(decisions: &[&[&str]]) -> Folder {
    let folder = Folder::new();
    let head: &[&str] = &["Tệp", "Nội dung", "Giá trị đúng", "Lý do", "Ngày"];
    let decisions: Vec<&[&str]> = std::iter::once(head).chain(decisions.iter().copied()).collect();
    let assignments: &[&[&str]] = &[&["Mã chi bộ", "Người dự"]];
    let sheets = vec![sheet("Tổ chức", UNITS), sheet("Phân công", assignments), sheet("Quyết định", &decisions)];
    std::fs::write(folder.path().join("danh-muc.xlsx"), workbook(sheets)).unwrap();
    folder
}

fn table(unit: &str, title: &str, name: &str, present: &str) -> Vec<u8> {
    let rows: &[&[&str]] = &[
        &[unit],
        &[title],
        &["TT", "Tên chi bộ", "Ngày họp", "Đảng số", "Có mặt", "Điểm tự chấm"],
        &["#1", name, "05/03/2024", "#20", present, "#96"],
    ];
    workbook(vec![sheet("Biểu", rows)])
}

const TITLE: &str = "KẾT QUẢ SINH HOẠT CHI BỘ THÁNG 3 NĂM 2024";

fn read(folder: &Folder, file: &str, bytes: Vec<u8>) -> Lake {
    lake(folder, &[(file, bytes)])
}

fn decided(lake: &Lake) -> Vec<&str> {
    let applied = lake.findings.iter().filter(|finding| finding.code == Code::DecisionApplied);
    applied.map(|finding| finding.cell_ref.as_deref().unwrap_or("-")).collect()
}

#[test]
fn a_name_decided_once_means_that_cell_in_its_own_unit_only() {
    let folder = folder(&[&["", "CB khu Đầu nguồn", "DU.1", "tên cũ", "05/02/2024"]]);
    let own = read(&folder, "a.xlsx", table("ĐẢNG ỦY XÃ MẪU", TITLE, "CB khu đầu nguồn", "#18"));
    assert_eq!(meeting(&own, "DU.1", "2024-03").present, Some(18));
    assert_eq!((codes(&own), decided(&own)), (vec![], vec!["B4"]));
    let other = read(&folder, "b.xlsx", table("ĐẢNG ỦY XÃ KHÁC", TITLE, "CB khu đầu nguồn", "#18"));
    assert_eq!(codes(&other), [(Code::CellUnknown, "B4".to_owned())]);
}

#[test]
fn a_value_decided_once_is_read_so_and_booked_as_repaired() {
    let folder = folder(&[&["", "mười tám", "18", "ghi bằng chữ"], &["a.xlsx", "961", "96,1", "thiếu dấu phẩy"]]);
    let rows: &[&[&str]] = &[
        &["ĐẢNG ỦY XÃ MẪU"],
        &[TITLE],
        &["TT", "Tên chi bộ", "Ngày họp", "Đảng số", "Có mặt", "Điểm tự chấm"],
        &["#1", "Chi bộ bản Một", "05/03/2024", "#20", "Mười tám", "#961"],
    ];
    let bytes = workbook(vec![sheet("Biểu", rows)]);
    let lake = read(&folder, "a.xlsx", bytes.clone());
    let row = meeting(&lake, "DU.1", "2024-03");
    assert_eq!((row.present, row.self_score), (Some(18), Some(96.1)));
    assert_eq!(decided(&lake), ["E4", "F4"]);
    assert!(lake.submissions[0].cells_repaired >= 2);
    let elsewhere = read(&folder, "b.xlsx", bytes);
    assert_eq!(codes(&elsewhere), [(Code::ScoreOutOfRange, "F4".to_owned())], "a number is decided for one file only");
}

#[test]
fn a_file_decided_once_is_that_units_and_of_that_month() {
    let bytes = table("KHÔNG RÕ", "KẾT QUẢ SINH HOẠT CHI BỘ THÁNG 4 NĂM 2024", "Chi bộ bản Một", "#18");
    let folder = folder(&[&["x/a.xlsx", "", "DU"], &["x/a.xlsx", "", "2024-03"]]);
    let lake = read(&folder, "x/a.xlsx", bytes);
    assert_eq!(meeting(&lake, "DU.1", "2024-03").present, Some(18));
    assert_eq!(codes(&lake), []);
}

#[test]
fn decisions_that_contradict_each_other_are_a_broken_register() {
    let folder = folder(&[&["", "mười", "10"], &["", "Mười", "11"], &["", "x", ""]]);
    let rules = Rules::load(None).unwrap();
    let error = Register::load(&folder.path().join("danh-muc.xlsx"), &rules).unwrap_err();
    let text = error.explain(chibo::lang::Lang::Vi);
    assert!(text.contains("[Quyết định], dòng 3") && text.contains("[Quyết định], dòng 4"), "{text}");
    assert!(discover::files(&folder.path().join("inbox")).is_ok());
}
