//! One test per way in which a sheet was once misread, or could be.

use chibo::finding::Code;
use chibo::lake::build::Lake;
use chibo::lake::schema::FindingRow;
use chibo::terms::MeetingStatus;

use super::folder::{Folder, merged, sheet, workbook};
use super::reading::{codes, lake, meeting};

const HEADER: &[&str] = &[
    "STT",
    "Tên chi bộ",
    "Tổng số đảng viên",
    "Có mặt",
    "Ngày họp",
    "Sinh hoạt chuyên đề",
    "Ngày sinh hoạt chuyên đề",
    "Cấp ủy viên dự",
    "Điểm tự chấm",
    "Ghi chú",
];

fn table(lines: &[&str], rows: &[&[&str]]) -> Vec<u8> {
    let lines: Vec<Vec<&str>> = lines.iter().map(|line| vec![*line]).collect();
    let grid: Vec<&[&str]> = lines.iter().map(Vec::as_slice).chain([HEADER]).chain(rows.iter().copied()).collect();
    workbook(vec![sheet("Biểu", &grid)])
}

fn march(rows: &[&[&str]]) -> Lake {
    let folder = Folder::with_three_cells();
    lake(&folder, &[("a.xlsx", table(&["ĐẢNG ỦY XÃ MẪU", "Tháng 3 năm 2024"], rows))])
}

fn found(lake: &Lake, code: Code) -> Vec<&FindingRow> {
    lake.findings.iter().filter(|finding| finding.code == code).collect()
}

#[test]
fn a_note_about_something_else_does_not_cancel_a_meeting() {
    let lake = march(&[&["#1", "Chi bộ bản Một", "#20", "#18", "05/03/2024", "", "", "", "#90", "Chưa họp chi ủy"]]);
    assert_eq!(meeting(&lake, "DU.1", "2024-03").status, MeetingStatus::Held);
    assert_eq!(codes(&lake), []);
}

#[test]
fn not_held_beside_figures_is_a_contradiction_not_a_missed_month() {
    let lake = march(&[&["#1", "Chi bộ bản Một", "#20", "#18", "Không họp", "", "", "", "#90"]]);
    assert_eq!(meeting(&lake, "DU.1", "2024-03").status, MeetingStatus::Held);
    assert_eq!(codes(&lake), [(Code::ValuesDisagree, "E4".into())]);
}

#[test]
fn not_held_may_stand_under_any_figure() {
    let lake = march(&[
        &["#1", "Chi bộ bản Một", "Không họp"],
        &["#2", "Chi bộ bản Hai", "#12", "", "", "", "", "", "Chưa họp"],
    ]);
    assert_eq!(meeting(&lake, "DU.1", "2024-03").status, MeetingStatus::NotHeld);
    assert_eq!(meeting(&lake, "DU.2", "2024-03").status, MeetingStatus::NotHeld);
    assert_eq!(codes(&lake), []);
}

#[test]
fn a_row_that_says_neither_is_a_warning_and_not_reported() {
    let lake = march(&[&["#1", "Chi bộ bản Một", "#20"]]);
    assert_eq!((lake.meetings.len(), lake.submissions[0].rows_rejected), (0, 0));
    assert_eq!(codes(&lake)[0].0, Code::MeetingUnstated);
}

#[test]
fn a_table_of_visits_and_topics_joins_the_table_of_attendance() {
    let folder = Folder::with_three_cells();
    let attendance = table(
        &["ĐẢNG ỦY XÃ MẪU", "Tháng 3 năm 2024"],
        &[&["#1", "Chi bộ bản Một", "#20", "#18", "05/03/2024", "", "", "", "#90"]],
    );
    let rest = workbook(vec![sheet(
        "Biểu",
        &[
            &["ĐẢNG ỦY XÃ MẪU"],
            &["Tháng 3 năm 2024"],
            &["STT", "Tên chi bộ", "Chuyên đề", "Cấp ủy viên dự", "Xếp loại"],
            &["#1", "Chi bộ bản Một", "x", "x", "Tốt"],
        ],
    )]);
    let lake = lake(&folder, &[("a.xlsx", attendance), ("b.xlsx", rest)]);
    let one = meeting(&lake, "DU.1", "2024-03");
    assert_eq!((one.present, one.thematic, one.visited), (Some(18), Some(true), Some(true)));
    assert!(one.self_grade.is_some());
    assert_eq!(codes(&lake), []);
}

#[test]
fn nobody_came_is_no_visit() {
    let lake = march(&[&["#1", "Chi bộ bản Một", "#20", "#18", "05/03/2024", "", "", "Không có", "#90"]]);
    assert_eq!(meeting(&lake, "DU.1", "2024-03").visited, Some(false));
}

#[test]
fn a_thematic_day_says_that_the_meeting_was_held() {
    let lake = march(&[&["#1", "Chi bộ bản Một", "#20", "#18", "05/03/2024", "", "12/03/2024", "", "#90"]]);
    let one = meeting(&lake, "DU.1", "2024-03");
    assert_eq!((one.thematic, one.thematic_held_on.unwrap().to_string()), (Some(true), "2024-03-12".into()));
}

#[test]
fn a_cell_with_several_validity_rows_is_one_cell() {
    let folder = Folder::new();
    folder.register(
        &[
            &["TU", "Thành ủy Mẫu", "cấp trên"],
            &["DU", "Đảng ủy xã Mẫu", "đảng ủy cơ sở", "TU"],
            &["DU.1", "Chi bộ bản Một", "chi bộ trực thuộc", "DU", "bản", "", "15/03/2024"],
            &["DU.1", "Chi bộ bản Một", "chi bộ trực thuộc", "DU", "bản", "16/03/2024", "", "x"],
        ],
        &[],
    );
    let rows: &[&[&str]] = &[&["#1", "Chi bộ bản Một", "#20", "#18", "05/03/2024", "", "", "", "#90"]];
    let lake = lake(&folder, &[("a.xlsx", table(&["ĐẢNG ỦY XÃ MẪU", "Tháng 3 năm 2024"], rows))]);
    assert_eq!((codes(&lake), lake.meetings.len()), (vec![], 1));
}

#[test]
fn an_unmarked_file_of_sung_phai_is_no_correction() {
    let folder = Folder::with_three_cells();
    let of = |present: &'static str| {
        let row: &[&str] = &["#1", "Chi bộ bản Một", "#20", present, "05/03/2024", "", "", "", "#90"];
        table(&["ĐẢNG BỘ SÙNG PHÀI", "ĐẢNG ỦY XÃ MẪU", "Tháng 3 năm 2024"], &[row])
    };
    let lake = lake(&folder, &[("T3 (sửa).xlsx", of("#17")), ("T3.xlsx", of("#18"))]);
    assert_eq!(meeting(&lake, "DU.1", "2024-03").present, Some(17));
}

#[test]
fn a_header_repeated_on_a_new_page_goes_on_with_the_same_table() {
    let folder = Folder::with_three_cells();
    let head: &[&str] = &["STT", "Tên chi bộ", "Tổng số đảng viên", "Có mặt", "Ngày họp"];
    let bytes = workbook(vec![sheet(
        "Biểu",
        &[
            &["ĐẢNG ỦY XÃ MẪU"],
            &["Tháng 3 năm 2024"],
            head,
            &["#1", "Chi bộ bản Một", "#20", "#18", "05/03/2024"],
            head,
            &["#2", "Chi bộ bản Hai", "#12", "#12", "05/03/2024"],
            &["#3", "Chi bộ Trường Tiểu học", "#8", "#8", "05/03/2024"],
            &["Tổng cộng", "", "#40", "#38"],
        ],
    )]);
    let lake = lake(&folder, &[("a.xlsx", bytes)]);
    assert_eq!((lake.meetings.len(), codes(&lake).len(), found(&lake, Code::CellMissing).len()), (3, 0, 0));
}

#[test]
fn blocks_of_several_months_take_the_month_above_them() {
    let folder = Folder::with_three_cells();
    let head: &[&str] = &["STT", "Tên chi bộ", "Tổng số đảng viên", "Có mặt", "Ngày họp", "Ghi chú"];
    let bytes = workbook(vec![sheet(
        "Biểu",
        &[
            &["ĐẢNG ỦY XÃ MẪU"],
            &["Kết quả sinh hoạt chi bộ tháng 1 năm 2024"],
            head,
            &["#1", "Chi bộ bản Một", "#20", "#18", "05/01/2024", "nộp bù tháng 12/2023"],
            &["Tháng 2"],
            head,
            &["#1", "Chi bộ bản Một", "#20", "#17", "05/02/2024"],
        ],
    )]);
    let lake = lake(&folder, &[("a.xlsx", bytes)]);
    assert_eq!(meeting(&lake, "DU.1", "2024-01").present, Some(18));
    assert_eq!(meeting(&lake, "DU.1", "2024-02").present, Some(17));
    assert_eq!(codes(&lake), []);
}

#[test]
fn subtotals_and_a_total_above_the_rows_are_totals() {
    let row = |name: &'static str, members: &'static str| vec!["#1", name, members, members, "05/03/2024"];
    let rows: Vec<Vec<&str>> = vec![
        row("Chi bộ bản Một", "#20"),
        vec!["", "Cộng khối bản", "#20", "#20"],
        row("Chi bộ Trường Tiểu học", "#8"),
        vec!["", "Cộng khối trường học", "#8", "#8"],
        vec!["", "Tổng cộng", "#28", "#28"],
    ];
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    assert_eq!(codes(&march(&rows)), []);
    let above: Vec<&[&str]> = vec![rows[4], rows[0], rows[2]];
    assert_eq!(codes(&march(&above)), []);
}

#[test]
fn a_row_below_a_note_is_still_read_or_reported() {
    let lake = march(&[
        &["#1", "Chi bộ bản Một", "#20", "#18", "05/03/2024", "", "", "", "#90"],
        &["Ghi chú: xem kèm theo"],
        &["#2", "Chi bộ bản Hai", "#12", "#12", "05/03/2024", "", "", "", "#90"],
        &["#3", "Chi bộ Sao Đỏ", "#12", "#12", "05/03/2024", "", "", "", "#90"],
    ]);
    assert_eq!((lake.meetings.len(), lake.submissions[0].rows_rejected), (2, 1));
    assert_eq!(codes(&lake), [(Code::CellUnknown, "B7".into())]);
}

#[test]
fn numbering_may_begin_with_letters() {
    let lake = march(&[
        &["A", "B", "1", "2", "3", "4", "5", "6", "7", "8"],
        &["#1", "Chi bộ bản Một", "#20", "#18", "05/03/2024", "", "", "", "#90"],
    ]);
    assert_eq!((codes(&lake), lake.submissions[0].rows_read), (vec![], 1));
}

#[test]
fn a_blank_column_under_a_group_title_names_nothing() {
    let folder = Folder::with_three_cells();
    let grid: &[&[&str]] = &[
        &["ĐẢNG ỦY XÃ MẪU"],
        &["Tháng 3 năm 2024"],
        &["STT", "Tên chi bộ", "Số đảng viên", "", "", "", "Ngày họp"],
        &["", "", "Tổng số", "Miễn", "", "Có mặt", ""],
        &["#1", "Chi bộ bản Một", "#20", "#1", "", "#18", "05/03/2024"],
    ];
    let bytes = workbook(vec![merged("Biểu", grid, &[[2, 2, 2, 5], [2, 0, 3, 0], [2, 1, 3, 1], [2, 6, 3, 6]])]);
    let lake = lake(&folder, &[("a.xlsx", bytes)]);
    let one = meeting(&lake, "DU.1", "2024-03");
    assert_eq!((one.members, one.exempt, one.present, one.due), (Some(20), Some(1), Some(18), Some(19)));
}

#[test]
fn a_schedule_of_meetings_reports_nothing() {
    let folder = Folder::with_three_cells();
    let rows: &[&[&str]] = &[&["#1", "Chi bộ bản Một", "#20", "", "05/03/2024"]];
    let lines = ["ĐẢNG ỦY XÃ MẪU", "LỊCH SINH HOẠT CHI BỘ THÁNG 3 NĂM 2024"];
    let lake = lake(&folder, &[("a.xlsx", table(&lines, rows))]);
    assert_eq!((lake.meetings.len(), codes(&lake)[0].0), (0, Code::SheetUnrecognised));
}

#[test]
fn two_cells_of_a_row_that_disagree_are_reported() {
    let folder = Folder::with_three_cells();
    let bytes = workbook(vec![sheet(
        "Biểu",
        &[
            &["ĐẢNG ỦY XÃ MẪU"],
            &["Tháng 3 năm 2024"],
            &["STT", "Tên chi bộ", "Số lượng đảng viên", "Có mặt", "Ngày họp", "Mã chi bộ"],
            &["#1", "Chi bộ bản Một", "18/20", "#17", "05/03/2024", "DU.1"],
            &["#2", "Chi bộ bản Hai", "12/12", "#12", "05/03/2024", "DU.3"],
        ],
    )]);
    let lake = lake(&folder, &[("a.xlsx", bytes)]);
    assert_eq!(codes(&lake), [(Code::ValuesDisagree, "D4".into()), (Code::ValuesDisagree, "B5".into())]);
}

#[test]
fn names_typed_among_figures_are_never_kept() {
    let folder = Folder::with_three_cells();
    let rows: &[&[&str]] = &[&[
        "#1",
        "Chi bộ bản Một",
        "#20",
        "18 (vắng đ/c Lò Văn Mẫu)",
        "05/03/2024",
        "",
        "",
        "Lò Thị Mẫu",
        "#90",
        "Lò Văn Mẫu ốm",
    ]];
    let lake = lake(&folder, &[("a.xlsx", table(&["ĐẢNG ỦY XÃ MẪU", "Tháng 3 năm 2024"], rows))]);
    assert_eq!(meeting(&lake, "DU.1", "2024-03").present, Some(18));
    let everything = format!("{lake:?}");
    assert!(!everything.contains("Lò Văn") && !everything.contains("Lò Thị"), "{everything}");
}

#[test]
fn a_corrected_visit_log_replaces_the_first() {
    let folder = Folder::with_three_cells();
    let log = |rows: &[&[&str]]| {
        let head: &[&[&str]] = &[
            &["ĐẢNG ỦY XÃ MẪU"],
            &["THEO DÕI CẤP ỦY VIÊN DỰ SINH HOẠT CHI BỘ NĂM 2024"],
            &["STT", "Ngày dự", "Cấp ủy viên dự (chức danh)", "Dự tại chi bộ", "Nhận xét"],
        ];
        let grid: Vec<&[&str]> = head.iter().chain(rows).copied().collect();
        workbook(vec![sheet("Dự", &grid)])
    };
    let first = log(&[
        &["#1", "05/03/2024", "Đảng ủy viên phụ trách", "Chi bộ bản Một", "Tốt"],
        &["#2", "06/05/2024", "-", "Chi bộ bản Hai"],
        &["#3", "07/06/2024", "Đảng ủy viên", "Chi bộ bản Hai"],
    ]);
    let second = log(&[
        &["#1", "05/04/2024", "Đảng ủy viên phụ trách", "Chi bộ bản Một", "Tốt"],
        &["#2", "07/03/2024", "Đảng ủy viên", "Chi bộ bản Hai"],
    ]);
    let lake = lake(&folder, &[("Sổ dự.xlsx", first), ("Sổ dự (sửa lần 2).xlsx", second)]);
    let visits: Vec<_> = lake.visits.iter().map(|visit| (visit.cell_id.as_str(), visit.date.to_string())).collect();
    let expected = [("DU.1", "2024-04-05"), ("DU.2", "2024-03-07"), ("DU.2", "2024-06-07")];
    assert_eq!(visits, expected.map(|(cell, day)| (cell, day.to_owned())), "nobody came in May");
    assert!(lake.visits.iter().all(|visit| visit.supervisor.is_some()));
}

#[test]
fn a_sheet_typed_in_an_old_font_is_read_like_any_other() {
    use chibo::legacy::{Encoding, encode};
    let folder = Folder::with_three_cells();
    for encoding in [Encoding::Tcvn3, Encoding::Vni] {
        let grid: Vec<Vec<String>> = [
            &["Đảng ủy xã Mẫu"][..],
            &["Báo cáo kết quả sinh hoạt chi bộ tháng 3 năm 2024"],
            &["Thứ tự", "Tên chi bộ", "Tổng số đảng viên", "Có mặt", "Vắng không lý do", "Ngày họp", "Xếp loại"],
            &["#1", "Chi bộ bản Một", "#20", "#18", "#1", "05/03/2024", "Tốt"],
            &["#2", "Chi bộ Trường Tiểu học", "#8", "#8", "#0", "05/03/2024", "Khá"],
        ]
        .iter()
        .map(|row| row.iter().map(|text| encode(text, encoding)).collect())
        .collect();
        let rows: Vec<Vec<&str>> = grid.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        let lake = lake(&folder, &[("a.xlsx", workbook(vec![sheet("Bieu", &rows)]))]);
        assert_eq!((codes(&lake), lake.meetings.len()), (vec![], 2), "{encoding:?}");
        assert_eq!(meeting(&lake, "DU.1", "2024-03").absent_unexcused, Some(1));
        assert_eq!(found(&lake, Code::TextConverted).len(), 1);
    }
}

#[test]
fn a_cell_may_send_a_sheet_of_its_own() {
    let folder = Folder::with_three_cells();
    let rows: &[&[&str]] = &[&["#1", "Chi bộ Trường Tiểu học", "#8", "#8", "05/03/2024", "", "", "", "#90"]];
    let lines = ["TỈNH ỦY KHÁC", "CHI BỘ TRƯỜNG TIỂU HỌC", "Tháng 3 năm 2024"];
    let lake = lake(&folder, &[("a.xlsx", table(&lines, rows))]);
    assert_eq!((codes(&lake), lake.meetings.len()), (vec![], 1));
    assert_eq!(lake.submissions[0].unit_id.as_ref().unwrap().as_str(), "DU.3");
}

#[test]
fn two_tables_side_by_side_are_told_of() {
    let folder = Folder::with_three_cells();
    let bytes = workbook(vec![sheet(
        "Biểu",
        &[
            &["ĐẢNG ỦY XÃ MẪU"],
            &["Tháng 3 năm 2024"],
            &["STT", "Tên chi bộ", "Có mặt", "Ngày họp", "", "STT", "Tên chi bộ", "Có mặt", "Ngày họp"],
            &["#1", "Chi bộ bản Một", "#18", "05/03/2024", "", "#2", "Chi bộ bản Hai", "#12", "05/03/2024"],
        ],
    )]);
    let lake = lake(&folder, &[("a.xlsx", bytes)]);
    assert_eq!(lake.meetings.len(), 1);
    assert_eq!(found(&lake, Code::ColumnRepeated).len(), 4);
}

#[test]
fn a_row_without_a_name_says_so() {
    let lake = march(&[
        &["#1", "Chi bộ bản Một", "#20", "#18", "05/03/2024", "", "", "", "#90"],
        &["#2", "", "#20", "#18", "05/03/2024", "", "", "", "#90"],
    ]);
    assert_eq!(codes(&lake), [(Code::CellUnnamed, "B5".into())]);
}

#[test]
fn a_formula_nobody_calculated_is_no_blank() {
    // Written by hand: a library would calculate or drop the value. E4 was calculated as an empty text.
    let folder = Folder::with_three_cells();
    let rows: &[&[&str]] = &[&["#1", "Chi bộ bản Một", "#20", "#18", "05/03/2024", "", "", "", "#90"]];
    let bytes = table(&["ĐẢNG ỦY XÃ MẪU", "Tháng 3 năm 2024"], rows);
    let with = |cell: &str| {
        let mut archive = super::folder::parts(&bytes);
        let part = archive.iter_mut().find(|(name, _)| name == "xl/worksheets/sheet1.xml").unwrap();
        let text = String::from_utf8(part.1.clone()).unwrap();
        let start = text.find("<c r=\"D4\"").unwrap();
        let end = start + text[start..].find("</c>").unwrap() + 4;
        part.1 = format!("{}{cell}{}", &text[..start], &text[end..]).into_bytes();
        lake(&folder, &[("a.xlsx", super::folder::zipped(&archive))])
    };
    assert_eq!(codes(&with("<c r=\"D4\"><f>C4-2</f></c>")), [(Code::ValueUnreadable, "D4".into())]);
    let blank = with("<c r=\"D4\" t=\"str\"><f>IF(C4=0,1,\"\")</f><v></v></c>");
    assert_eq!((codes(&blank), meeting(&blank, "DU.1", "2024-03").present), (vec![], None));
}
