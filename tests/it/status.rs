//! `chibo status`: who has reported, what is open, and decisions that hold once they are pasted into the register.

use std::process::{Command, Output};

use super::folder::{Folder, UNIT_COLUMNS, sheet, workbook};

fn chibo(folder: &Folder, arguments: &[&str]) -> Output {
    let work = folder.path().to_str().unwrap();
    Command::new(env!("CARGO_BIN_EXE_chibo")).args(arguments).args(["--work", work]).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

const UNITS: &[&[&str]] = &[
    UNIT_COLUMNS,
    &["TU", "Thành ủy Mẫu", "cấp trên"],
    &["DU", "Đảng ủy xã Mẫu", "đảng ủy cơ sở", "TU"],
    &["DU.1", "Chi bộ bản Một", "chi bộ trực thuộc", "DU", "bản"],
    &["DU.2", "Chi bộ bản Hai Đầu Nguồn", "chi bộ trực thuộc", "DU", "bản"],
];

fn register(folder: &Folder, decisions: &[Vec<&str>]) {
    let assignments: &[&[&str]] = &[&["Mã chi bộ", "Người dự"]];
    let decisions: Vec<&[&str]> = decisions.iter().map(Vec::as_slice).collect();
    let sheets = vec![sheet("Tổ chức", UNITS), sheet("Phân công", assignments), sheet("Quyết định", &decisions)];
    std::fs::write(folder.path().join("danh-muc.xlsx"), workbook(sheets)).unwrap();
}

fn submit(folder: &Folder, month: u32, second: &[&str]) {
    let title = format!("KẾT QUẢ SINH HOẠT CHI BỘ THÁNG {month} NĂM 2024");
    let rows: &[&[&str]] = &[
        &["ĐẢNG ỦY XÃ MẪU"],
        &[&title],
        &["TT", "Tên chi bộ", "Đảng số", "Có mặt", "Điểm tự chấm"],
        &["#1", "Chi bộ bản Một", "#20", "#18", "#96"],
        second,
    ];
    folder.submit(&format!("T{month}.xlsx"), &workbook(vec![sheet("Biểu", rows)]));
}

#[test]
fn it_tells_what_is_missing_and_its_decisions_settle_it() {
    let folder = Folder::new();
    let head = vec!["Tệp", "Nội dung", "Giá trị đúng", "Lý do", "Ngày"];
    register(&folder, std::slice::from_ref(&head));
    submit(&folder, 1, &["#2", "CB bản Hai Đầu Nguồm", "#10", "#9", "#90"]);
    submit(&folder, 2, &["#2", "Chi bộ bản Hai Đầu Nguồn", "#10", "#9", "chín mươi"]);

    let status = chibo(&folder, &["status"]);
    assert_eq!(status.status.code(), Some(1), "an error is open");
    let text = said(&status);
    assert!(text.contains("Đảng ủy xã Mẫu       1/2      1        1  2024-02 (1)"), "{text}");
    assert!(text.contains("Lỗi[VALUE_UNREADABLE] T2.xlsx [Biểu] E5"), "{text}");

    let proposed = said(&chibo(&folder, &["status", "--decisions"]));
    let mut rows: Vec<Vec<&str>> = proposed.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows.remove(0), head);
    assert_eq!(rows[0][1..3], ["CB bản Hai Đầu Nguồm", "DU.2"]);
    assert_eq!(rows[1][..3], ["T2.xlsx", "chín mươi", ""]);
    rows[1][2] = "90";
    rows.insert(0, head);
    register(&folder, &rows);

    let settled = chibo(&folder, &["status"]);
    assert_eq!(settled.status.code(), Some(0));
    assert!(said(&settled).contains("Không còn việc gì"), "{}", said(&settled));
    assert!(said(&chibo(&folder, &["status", "--decisions"])).lines().count() == 1);
}

#[test]
fn one_month_or_one_year_may_be_asked_for() {
    let folder = Folder::new();
    register(&folder, &[vec!["Giá trị đúng"]]);
    submit(&folder, 2, &["#2", "Chi bộ bản Hai Đầu Nguồn", "#10", "#9", "#90"]);
    let year = said(&chibo(&folder, &["status", "--period", "2024"]));
    assert!(year.contains("1/12") && year.contains("2024-03 (2)"), "{year}");
    let month = said(&chibo(&folder, &["status", "--period", "2024-03"]));
    assert!(month.contains("0/1"), "{month}");
    assert_eq!(chibo(&folder, &["status", "--period", "03/2024"]).status.code(), Some(2));
}
