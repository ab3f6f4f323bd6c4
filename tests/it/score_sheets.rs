//! What score sheets say: where cells lose their points, and points against the facts of their month.

use chibo::judge::FlagCode;
use chibo::rules::integrity::Signal;
use chibo::terms::{FlagSeverity, Scope, Scorer};

use super::folder::{Folder, sheet, workbook};
use super::reading::{codes, lake};

const TABLE: &[&[&str]] = &[
    &["ĐẢNG ỦY XÃ MẪU"],
    &["KẾT QUẢ SINH HOẠT CHI BỘ THÁNG 1 NĂM 2024"],
    &["STT", "Tên chi bộ", "Ngày họp", "Tổng số đảng viên", "Có mặt", "Sinh hoạt chuyên đề"],
    &["#1", "Chi bộ bản Một", "05/01/2024", "#20", "#15", ""],
    &["#2", "Chi bộ bản Hai", "05/01/2024", "#10", "#10", "x"],
    &["#3", "Chi bộ Trường Tiểu học", "05/01/2024", "#9", "#9", ""],
];

/// A sheet of 100 points with headings that have none of their own.
fn scored(cell: &str, content: &str, chairing: &str, total: &str) -> Vec<u8> {
    let rows: &[&[&str]] = &[
        &["ĐẢNG ỦY XÃ MẪU"],
        &[cell],
        &["PHIẾU ĐÁNH GIÁ THÁNG 1 NĂM 2024"],
        &["STT", "Tiêu chí", "Thang điểm", "Điểm tự chấm"],
        &["I", "Công tác chuẩn bị"],
        &["1", "Nội dung", "#10", content],
        &["2", "Tài liệu", "#5", "#5"],
        &["II", "Tổ chức sinh hoạt"],
        &["1", "Tỷ lệ đảng viên dự", "#10", "#10"],
        &["2", "Sinh hoạt chuyên đề", "#5", "#5"],
        &["3", "Công tác điều hành", "#20", chairing],
        &["4", "Các nội dung khác", "#50", "#50"],
        &["", "Tổng điểm", "#100", total],
    ];
    workbook(vec![sheet("Phiếu", rows)])
}

#[test]
fn a_line_knows_its_heading() {
    let folder = Folder::with_three_cells();
    let lake = lake(&folder, &[("phieu.xlsx", scored("CHI BỘ BẢN MỘT", "#8", "#14", "#92"))]);
    assert_eq!(codes(&lake), []);
    let lines: Vec<(&str, Option<&str>)> =
        lake.scores.iter().map(|row| (row.criterion.as_str(), row.heading.as_deref())).collect();
    assert_eq!(lines[0], ("Nội dung", Some("Công tác chuẩn bị")));
    assert_eq!(lines[5], ("Các nội dung khác", Some("Tổ chức sinh hoạt")));
}

#[test]
fn sheets_say_where_points_are_lost_and_which_contradict_the_facts() {
    let folder = Folder::with_three_cells();
    folder.submit("bieu.xlsx", &workbook(vec![sheet("T1", TABLE)]));
    folder.submit("phieu 1.xlsx", &scored("CHI BỘ BẢN MỘT", "#8", "#14", "#92"));
    folder.submit("phieu 2.xlsx", &scored("CHI BỘ BẢN HAI", "#10", "#18", "#98"));
    let figures = folder.year_to("2024-01").figures;

    // preparation loses 2 and 0 (median 1), chairing 6 and 2 (median 4), nothing else.
    let lost: Vec<Option<&str>> = figures.cell_summary.iter().map(|cell| cell.lost_points.as_deref()).collect();
    let one = "chairing:2;preparation:1;attendance:0;conduct:0;thematic:0";
    let two = "attendance:0;conduct:0;thematic:0;preparation:-1;chairing:-2";
    assert_eq!(lost, [Some(one), Some(two), None]);
    assert_eq!(figures.criteria.len(), 10);

    // 15 of 20 and no thematic meeting in the first cell; all present and a thematic meeting in the second.
    let flagged: Vec<_> = figures
        .flags
        .iter()
        .filter(|row| row.code == FlagCode::ScoreContradicts)
        .map(|row| (row.cell_id.as_str(), row.severity, row.value))
        .collect();
    assert_eq!(flagged, [("DU.1", FlagSeverity::Amber, Some(1.0))]);
    let review: Vec<_> = figures
        .integrity
        .iter()
        .filter(|row| row.signal == Signal::ContradictsFacts)
        .map(|row| (row.scorer, row.scope, row.key.as_str(), row.n, row.count))
        .collect();
    let own = Some(Scorer::Own);
    assert_eq!(review, [(own, Scope::All, "ALL", 2, 1), (own, Scope::Cell, "DU.1", 1, 1)]);
}
