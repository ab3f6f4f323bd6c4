//! Score sheets, thematic plans, and monthly tables in which each row is a month of one cell.

use chibo::finding::Code;
use chibo::terms::{Grade, MeetingKind, MeetingStatus, Scorer};

use super::folder::{Folder, merged, sheet, workbook};
use super::reading::{codes, lake, meeting};

const SCORES: &[&[&str]] = &[
    &["ĐẢNG ỦY XÃ MẪU", "", "", "ĐẢNG CỘNG SẢN VIỆT NAM"],
    &["CHI BỘ BẢN MỘT", "", "", "Mẫu, ngày 02 tháng 4 năm 2024"],
    &["PHIẾU ĐÁNH GIÁ"],
    &["Chất lượng sinh hoạt Chi bộ tháng 3 năm 2024"],
    &["STT", "TIÊU CHÍ ĐÁNH GIÁ", "Thang điểm", "Chi ủy, Bí thư chi bộ chấm", "Cấp ủy viên cấp trên chấm", "Ghi chú"],
    &["1", "Chấp hành thời gian, thời lượng", "#5", "#5", "4,5"],
    &["", "+ Đủ 90 phút: 5 điểm", "#5"],
    &["2", "Công tác chuẩn bị", "#10", "#9", "#8"],
    &["2.1", "Nội dung", "#6", "#6", "#5"],
    &["2.2", "Tài liệu", "#4", "#3", "#3", "gửi muộn"],
    &["3", "Tổ chức sinh hoạt", "#85", "#80", "#76"],
    &["", "TỔNG ĐIỂM", "#100", "#94", "88,5"],
    &["", "Xếp loại", "", "Tốt", "Khá"],
    &["Tốt (≥90), Khá (70-89), TB (50-69), Kém (<50)"],
    &["NGƯỜI LẬP BIỂU", "", "", "T/M CHI BỘ"],
    &["", "", "", "BÍ THƯ"],
];

#[test]
fn a_score_sheet_gives_points_total_and_grade_of_its_cell() {
    let folder = Folder::with_three_cells();
    let lake = lake(&folder, &[("phieu.xlsx", workbook(vec![sheet("Phiếu", SCORES)]))]);
    assert_eq!(codes(&lake), []);
    let row = meeting(&lake, "DU.1", "2024-03");
    assert_eq!((row.status, row.self_score, row.upper_score), (MeetingStatus::Held, Some(94.0), Some(88.5)));
    assert_eq!((row.self_grade, row.upper_grade), (Some(Grade::Good), Some(Grade::Fair)));
    let upper: Vec<(&str, f64, f64)> = lake
        .scores
        .iter()
        .filter(|row| row.scorer == Scorer::Upper)
        .map(|row| (row.criterion.as_str(), row.points, row.max_points))
        .collect();
    let expected = [
        ("Chấp hành thời gian, thời lượng", 4.5, 5.0),
        ("Nội dung", 5.0, 6.0),
        ("Tài liệu", 3.0, 4.0),
        ("Tổ chức sinh hoạt", 76.0, 85.0),
    ];
    assert_eq!(upper, expected, "a group that its items make up is not counted beside them");
    assert!(lake.scores.iter().all(|row| row.meeting == Some(MeetingKind::Regular)));
    let submission = &lake.submissions[0];
    assert_eq!((submission.rows_read, submission.rows_rejected), (5, 0));
    let cells = submission.cells_used + submission.cells_repaired + submission.cells_rejected + submission.cells_layout;
    assert_eq!(submission.cells_read, cells);
}

#[test]
fn points_that_do_not_add_up_are_warned_of_and_impossible_ones_refused() {
    let mut rows: Vec<&[&str]> = SCORES.to_vec();
    rows[11] = &["", "TỔNG ĐIỂM", "#100", "#95", "88,5"];
    let folder = Folder::with_three_cells();
    let read = lake(&folder, &[("phieu.xlsx", workbook(vec![sheet("Phiếu", &rows)]))]);
    assert_eq!(codes(&read), [(Code::PointsDoNotSum, "D12".to_owned())]);
    assert_eq!(meeting(&read, "DU.1", "2024-03").self_score, Some(95.0));

    rows[5] = &["1", "Chấp hành thời gian, thời lượng", "#5", "#6", "4,5"];
    let read = lake(&folder, &[("phieu.xlsx", workbook(vec![sheet("Phiếu", &rows)]))]);
    assert!(codes(&read).contains(&(Code::CriterionOverMax, "D6".to_owned())));
    let row = meeting(&read, "DU.1", "2024-03");
    assert_eq!((row.self_score, row.upper_score), (None, Some(88.5)), "a total with impossible points is not taken");
    assert_eq!(read.submissions[0].rows_rejected, 1);
}

const TABLE: &[&[&str]] = &[
    &["ĐẢNG ỦY XÃ MẪU"],
    &["KẾT QUẢ SINH HOẠT CHI BỘ THÁNG 3 NĂM 2024"],
    &["TT", "Tên chi bộ", "Ngày họp", "Đảng số", "Có mặt", "Điểm tự chấm"],
    &["#1", "Chi bộ bản Một", "05/03/2024", "#20", "#18", "#96"],
    &["#2", "Chi bộ bản Hai", "05/03/2024", "#10", "#9", "#91"],
    &["#3", "Chi bộ Trường Tiểu học", "05/03/2024", "#9", "#9", "#92"],
];

#[test]
fn the_total_of_a_score_sheet_goes_over_that_of_a_monthly_table() {
    let folder = Folder::with_three_cells();
    let table = ("a.xlsx", workbook(vec![sheet("T3", TABLE)]));
    let scores = ("phieu.xlsx", workbook(vec![sheet("Phiếu", SCORES)]));
    for files in [[table.clone(), scores.clone()], [scores, ("z.xlsx", table.1)]] {
        let lake = lake(&folder, &files);
        let row = meeting(&lake, "DU.1", "2024-03");
        assert_eq!((row.present, row.self_score), (Some(18), Some(94.0)));
        assert_eq!(codes(&lake), [(Code::ScoreSheetDiffers, "F4".to_owned())]);
    }
}

#[test]
fn a_workbook_may_hold_one_sheet_per_cell_with_a_row_per_month() {
    let rows: &[&[&str]] = &[
        &["ĐẢNG ỦY XÃ MẪU"],
        &["THEO DÕI SINH HOẠT NĂM 2024"],
        &["Tháng", "Ngày họp", "Tổng số đảng viên", "Có mặt", "Điểm tự chấm"],
        &["#1", "05/01/2024", "#20", "#18", "#96"],
        &["#2", "Không họp", "#20"],
        &["Tháng 3", "5.3.2024", "#20", "#20", "91,5"],
        &["#4"],
    ];
    let folder = Folder::with_three_cells();
    let file = workbook(vec![sheet("Bản Một", rows), sheet("CB ban Hai", rows)]);
    let lake = lake(&folder, &[("nam.xlsx", file)]);
    assert_eq!(codes(&lake), []);
    assert_eq!(lake.meetings.len(), 6);
    assert_eq!(meeting(&lake, "DU.1", "2024-02").status, MeetingStatus::NotHeld);
    assert_eq!(meeting(&lake, "DU.2", "2024-03").self_score, Some(91.5));
}

#[test]
fn blocks_of_one_cell_each_are_told_apart_by_the_lines_above_them() {
    let rows: &[&[&str]] = &[
        &["ĐẢNG ỦY XÃ MẪU"],
        &["KẾT QUẢ SINH HOẠT CHI BỘ THÁNG 3 NĂM 2024"],
        &["1. Chi bộ bản Một"],
        &["Ngày họp", "Tổng số đảng viên", "Có mặt", "Thời lượng", "Điểm tự chấm"],
        &["05/03/2024", "#20", "#18", "#95", "#96"],
        &[""],
        &["2. Chi bộ bản Hai"],
        &["Ngày họp", "Tổng số đảng viên", "Có mặt", "Thời lượng", "Điểm tự chấm"],
        &["06/03/2024", "#10", "#9", "#90", "#91"],
    ];
    let folder = Folder::with_three_cells();
    let lake = lake(&folder, &[("thang.xlsx", workbook(vec![sheet("Biểu", rows)]))]);
    assert_eq!(codes(&lake), []);
    assert_eq!(meeting(&lake, "DU.1", "2024-03").present, Some(18));
    assert_eq!(meeting(&lake, "DU.2", "2024-03").present, Some(9));
}

#[test]
fn a_thematic_plan_gives_topics_by_quarter_and_its_days() {
    let rows: &[&[&str]] = &[
        &["ĐẢNG ỦY XÃ MẪU"],
        &["KẾ HOẠCH SINH HOẠT CHUYÊN ĐỀ NĂM 2024"],
        &["TT", "Tên chi bộ", "Nội dung chuyên đề", "", "", "", "Ngày gửi", "Ngày duyệt"],
        &["", "", "Quý I", "Quý II", "Quý III", "Quý IV"],
        &[
            "#1",
            "Chi bộ bản Một",
            "Học tập và làm theo Bác",
            "Xây dựng nông thôn mới",
            "-",
            "Giảm nghèo",
            "05/01/2024",
            "20/01/2024",
        ],
        &["#2", "CB bản Hai", "An ninh", "", "", "", "08/01/2024", "05/01/2024"],
        &["#3", "Chi bộ Trường Tiểu học", "Chưa xây dựng"],
    ];
    let areas = [[2, 2, 2, 5], [2, 0, 3, 0], [2, 1, 3, 1], [2, 6, 3, 6], [2, 7, 3, 7]];
    let folder = Folder::with_three_cells();
    let lake = lake(&folder, &[("ke hoach.xlsx", workbook(vec![merged("KH", rows, &areas)]))]);
    let planned: Vec<(&str, i64, &str)> = lake
        .plans
        .iter()
        .map(|row| (row.cell_id.as_str(), row.quarter, row.topic.as_deref().unwrap_or_default()))
        .collect();
    let expected = [
        ("DU.1", 1, "Học tập và làm theo Bác"),
        ("DU.1", 2, "Xây dựng nông thôn mới"),
        ("DU.1", 4, "Giảm nghèo"),
        ("DU.2", 1, "An ninh"),
    ];
    assert_eq!(planned, expected);
    assert_eq!(lake.plans[0].approved_on, chrono::NaiveDate::from_ymd_opt(2024, 1, 20));
    assert_eq!(codes(&lake), [(Code::ValuesDisagree, "H6".to_owned())], "approved before it was submitted");
    assert_eq!(lake.submissions[0].rows_read, 3);
}

#[test]
fn the_days_of_a_plan_may_be_given_by_quarter() {
    let rows: &[&[&str]] = &[
        &["ĐẢNG ỦY XÃ MẪU"],
        &["KẾ HOẠCH SINH HOẠT CHUYÊN ĐỀ NĂM 2024"],
        &["TT", "Tên chi bộ", "Quý I", "", "", "Quý II"],
        &["", "", "Chuyên đề", "Ngày gửi", "Ngày duyệt", "Chuyên đề", "Ngày gửi", "Ngày duyệt"],
        &["#1", "Chi bộ bản Một", "An ninh", "05/01/2024", "09/01/2024", "Giảm nghèo", "03/04/2024", ""],
    ];
    let areas = [[2, 2, 2, 4], [2, 5, 2, 7], [2, 0, 3, 0], [2, 1, 3, 1]];
    let folder = Folder::with_three_cells();
    let lake = lake(&folder, &[("ke hoach.xlsx", workbook(vec![merged("KH", rows, &areas)]))]);
    assert_eq!(codes(&lake), []);
    let day = |day: Option<chrono::NaiveDate>| day.map(|it| it.to_string()).unwrap_or_default();
    let days: Vec<(i64, String, String)> =
        lake.plans.iter().map(|row| (row.quarter, day(row.submitted_on), day(row.approved_on))).collect();
    let expected = [(1, "2024-01-05", "2024-01-09"), (2, "2024-04-03", "")];
    assert_eq!(days, expected.map(|(quarter, sent, approved)| (quarter, sent.to_owned(), approved.to_owned())));
}

#[test]
fn a_sheet_it_cannot_understand_gets_one_finding_that_says_what_was_seen() {
    let rows: &[&[&str]] =
        &[&["Danh sách đồ dùng"], &["TT", "Tên đồ dùng", "Số lượng", "Đơn giá"], &["#1", "Bàn", "#4", "#500"]];
    let folder = Folder::with_three_cells();
    let lake = lake(&folder, &[("Xã Mẫu/kho.xlsx", workbook(vec![sheet("Kho", rows)]))]);
    assert_eq!(codes(&lake), [(Code::SheetUnrecognised, "A2".to_owned())]);
    let finding = &lake.findings[0];
    assert!(finding.hint.contains("«TT», «Số lượng» (dòng 2"), "{}", finding.hint);
    assert!(finding.hint.contains("tên chi bộ"), "{}", finding.hint);
}

#[test]
fn a_name_merged_down_over_several_visits_holds_for_each() {
    let rows: &[&[&str]] = &[
        &["ĐẢNG ỦY XÃ MẪU"],
        &["THEO DÕI DỰ SINH HOẠT NĂM 2024"],
        &["TT", "Chi bộ", "Ngày dự", "Người dự"],
        &["#1", "Chi bộ bản Một", "05/01/2024", "Đảng ủy viên phụ trách"],
        &["", "", "05/02/2024", "Đảng ủy viên phụ trách"],
        &["#2", "Chi bộ bản Hai", "06/02/2024", "Đảng ủy viên phụ trách"],
    ];
    let folder = Folder::with_three_cells();
    let lake = lake(&folder, &[("so.xlsx", workbook(vec![merged("Sổ", rows, &[[3, 1, 4, 1]])]))]);
    assert_eq!(codes(&lake), []);
    let visits: Vec<String> = lake.visits.iter().map(|row| format!("{} {}", row.cell_id, row.period)).collect();
    assert_eq!(visits, ["DU.1 2024-01", "DU.1 2024-02", "DU.2 2024-02"]);
}

#[test]
fn the_statistics_below_a_table_are_no_rows_of_it() {
    let mut rows: Vec<&[&str]> = TABLE.to_vec();
    rows.extend::<[&[&str]; 5]>([
        &[],
        &["", "Chỉ số", "Số lượng", "Tỷ lệ"],
        &["", "Tổng sĩ số đảng viên chốt tham dự", "#39", "100%"],
        &["", "Đảng viên đã điểm danh", "#36", "92,3%"],
        &["", "Đảng viên vắng có lý do", "#3"],
    ]);
    let folder = Folder::with_three_cells();
    let lake = lake(&folder, &[("a.xlsx", workbook(vec![sheet("T3", &rows)]))]);
    assert_eq!(codes(&lake), []);
    assert_eq!(lake.submissions[0].rows_read, 3);
}

#[test]
fn group_totals_are_told_by_their_numeral() {
    let rows: &[&[&str]] = &[
        TABLE[0],
        TABLE[1],
        TABLE[2],
        &["I", "Các chi bộ bản"],
        TABLE[3],
        TABLE[4],
        &["", "Cộng I", "", "#30", "#27"],
        TABLE[5],
        &["", "Tổng (II)", "", "#9", "#9"],
        &["", "Tổng cộng (I+II)", "", "#39", "#36"],
    ];
    let folder = Folder::with_three_cells();
    let lake = lake(&folder, &[("a.xlsx", workbook(vec![sheet("T3", rows)]))]);
    assert_eq!(codes(&lake), []);
}

#[test]
fn a_note_may_say_that_the_cell_did_not_meet_and_why() {
    let mut rows: Vec<Vec<&str>> = TABLE.iter().map(|row| row.to_vec()).collect();
    rows[2].push("Ghi chú");
    rows[3] = vec!["#1", "Chi bộ bản Một", "", "#20", "", "", "Chưa họp do mưa lũ"];
    rows[4] = vec!["#2", "Chi bộ bản Hai", "05/03/2024", "#10", "#9", "#91", "Chưa họp chi ủy"];
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let folder = Folder::with_three_cells();
    let lake = lake(&folder, &[("a.xlsx", workbook(vec![sheet("T3", &rows)]))]);
    assert_eq!(codes(&lake), []);
    assert_eq!(meeting(&lake, "DU.1", "2024-03").status, MeetingStatus::NotHeld);
    assert_eq!(meeting(&lake, "DU.2", "2024-03").status, MeetingStatus::Held);
}

#[test]
fn hidden_rows_and_columns_are_read_and_told() {
    let mut page = sheet("T3", TABLE);
    page.hide_row(4);
    page.hide_column(5);
    let folder = Folder::with_three_cells();
    let lake = lake(&folder, &[("a.xlsx", workbook(vec![page]))]);
    assert_eq!(meeting(&lake, "DU.2", "2024-03").self_score, Some(91.0));
    let told = |code| lake.findings.iter().find(|it| it.code == code).and_then(|it| it.value.clone());
    assert_eq!(told(Code::RowsHidden).as_deref(), Some("5"));
    assert_eq!(told(Code::ColumnsHidden).as_deref(), Some("F"));
}

#[test]
fn a_sheet_that_scores_out_of_ten_gives_no_score_of_the_month() {
    let rows: &[&[&str]] = &[
        &["ĐẢNG ỦY XÃ MẪU"],
        &["CHI BỘ BẢN MỘT"],
        &["PHIẾU ĐÁNH GIÁ THÁNG 3 NĂM 2024"],
        &["STT", "Tiêu chí", "Thang điểm", "Điểm tự chấm"],
        &["#1", "Chuẩn bị", "#5", "#4"],
        &["#2", "Tổ chức", "#5", "4,5"],
        &["", "Tổng", "#10", "8,5"],
    ];
    let folder = Folder::with_three_cells();
    let lake = lake(&folder, &[("phieu.xlsx", workbook(vec![sheet("P", rows)]))]);
    assert_eq!(codes(&lake), [(Code::ScoreScale, "C4".to_owned())]);
    assert!(lake.meetings.is_empty());
    assert_eq!(lake.scores.len(), 2);
}

#[test]
fn a_clock_time_is_no_duration() {
    let mut rows: Vec<Vec<&str>> = TABLE.iter().map(|row| row.to_vec()).collect();
    rows[2].push("Thời lượng");
    rows[3].push("19:30");
    rows[4].push("1h30");
    rows[5].push("14h00");
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let folder = Folder::with_three_cells();
    let lake = lake(&folder, &[("a.xlsx", workbook(vec![sheet("T3", &rows)]))]);
    assert_eq!(codes(&lake), [(Code::ValueDropped, "G4".to_owned()), (Code::ValueDropped, "G6".to_owned())]);
    assert_eq!(meeting(&lake, "DU.2", "2024-03").duration_min, Some(90));
}

#[test]
fn an_almost_right_name_beside_the_exact_one_is_somebody_elses() {
    let mut rows: Vec<&[&str]> = TABLE.to_vec();
    rows[4] = &["#2", "Chi bộ bản Mốt", "05/03/2024", "#10", "#9", "#91"];
    rows[5] = &["#3", "3. Chi bộ Trường Tiểu học", "05/03/2024", "#9", "#9", "#92"];
    let folder = Folder::with_three_cells();
    let lake = lake(&folder, &[("a.xlsx", workbook(vec![sheet("T3", &rows)]))]);
    assert_eq!(codes(&lake), [(Code::CellUnknown, "B5".to_owned())]);
    assert_eq!(meeting(&lake, "DU.1", "2024-03").present, Some(18));
    assert_eq!(meeting(&lake, "DU.3", "2024-03").present, Some(9));
}

#[test]
fn two_topics_of_one_quarter_contradict_each_other() {
    let rows: &[&[&str]] = &[
        &["ĐẢNG ỦY XÃ MẪU"],
        &["KẾ HOẠCH SINH HOẠT CHUYÊN ĐỀ NĂM 2024"],
        &["TT", "Chi bộ", "Quý", "Chuyên đề"],
        &["#1", "Chi bộ bản Một", "I", "An ninh"],
        &["#2", "Chi bộ bản Một", "I", "Giảm nghèo"],
        &["#3", "Chi bộ bản Hai", "III và IV", "Giảm nghèo"],
        &["#4", "Chi bộ bản Hai", "", "Nông thôn mới"],
    ];
    let folder = Folder::with_three_cells();
    let lake = lake(&folder, &[("ke hoach.xlsx", workbook(vec![sheet("KH", rows)]))]);
    let expected = [(Code::CellTwice, "B5"), (Code::ValueUnreadable, "C6"), (Code::ValueUnreadable, "C7")];
    assert_eq!(codes(&lake), expected.map(|(code, cell)| (code, cell.to_owned())));
    assert_eq!(lake.plans.len(), 1);
}
