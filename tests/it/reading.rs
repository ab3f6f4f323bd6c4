//! What is read from the sheets units send: shapes, counts, resubmissions, personal data.

use chibo::finding::Code;
use chibo::intake::read::Reader;
use chibo::intake::submission::FileReading;
use chibo::lake::build::Lake;
use chibo::lake::schema::{FindingRow, MeetingRow, SubmissionRow};
use chibo::lang::Lang;
use chibo::register::Register;
use chibo::rules::Rules;
use chibo::terms::{Grade, MeetingStatus, SubmissionStatus};
use proptest::prelude::*;

use super::folder::{Folder, merged, sheet, workbook};

/// The lake of some files, read without rolling up.
pub fn lake(folder: &Folder, files: &[(&str, Vec<u8>)]) -> Lake {
    let rules = Rules::load(None).unwrap();
    let register = Register::load(&folder.path().join("danh-muc.xlsx"), &rules).unwrap();
    let reader = Reader::new(&rules, &register);
    let readings: Vec<FileReading> = files
        .iter()
        .map(|(name, bytes)| {
            let file = (*name).into();
            let outcome = reader.read(&file, bytes);
            FileReading { file, sha256: chibo::manifest::sha256(bytes), outcome }
        })
        .collect();
    Lake::build(&register, &readings, Lang::Vi)
}

pub fn codes(lake: &Lake) -> Vec<(Code, String)> {
    let grave = |finding: &&FindingRow| finding.severity.word() != "info";
    lake.findings.iter().filter(grave).map(|it| (it.code, it.cell_ref.clone().unwrap_or_default())).collect()
}

pub fn meeting<'a>(lake: &'a Lake, cell: &str, month: &str) -> &'a MeetingRow {
    lake.meetings.iter().find(|row| row.cell_id.as_str() == cell && row.period.to_string() == month).unwrap()
}

const TWO_ROWS: &[&[&str]] = &[
    &["THÀNH ỦY MẪU", "", "", "", "", "", "", "", "ĐẢNG CỘNG SẢN VIỆT NAM"],
    &["ĐẢNG ỦY XÃ MẪU"],
    &["*", "", "", "", "", "", "", "Mẫu, ngày 04 tháng 02 năm 2024"],
    &["", "BÁO CÁO KẾT QUẢ SINH HOẠT CHI BỘ THÁNG 1 NĂM 2024"],
    &[
        "S\nT\nT",
        "Tên chi bộ",
        "Số đảng viên",
        "",
        "",
        "",
        "",
        "Ngày họp\nchi bộ",
        "Thời lượng\n(phút)",
        "Số ý kiến\nphát biểu",
        "SH chuyên đề\n(x)",
        "Cấp ủy viên\ndự, theo dõi",
        "Điểm đánh giá",
        "",
    ],
    &[
        "",
        "",
        "Tổng số",
        "Được miễn sinh hoạt",
        "Có mặt",
        "Vắng có lý do",
        "Vắng không lý do",
        "",
        "",
        "",
        "",
        "",
        "Tự chấm",
        "Cấp ủy cấp trên chấm",
    ],
    &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)", "(13)", "(14)"],
    &["I", "Các chi bộ bản"],
    &[
        "#1",
        "CB bản Một",
        " 20 ",
        "#1",
        "18 đ/c",
        "#1",
        "",
        "05/01/2024 (thứ Sáu)",
        "#95",
        "#9",
        "",
        "x",
        "88,5",
        "#86",
    ],
    &["#2", "Chi bộ bản Hai", "#12", "", "", "", "", "Không họp"],
    &["II", "Các chi bộ trường học"],
    &["#3", "CHI BỘ TRƯỜNG TIỂU HỌC", "#8", "#0", "#8", "#0", "#0", "@2024-01-08", "#90", "#4", "x", "", "#95"],
    &["Tổng cộng", "", "#40", "#1", "#26"],
    &["* Ghi chú: có 01 đảng viên chuyển đến."],
    &["", "NGƯỜI LẬP BIỂU", "", "", "", "", "", "T/M ĐẢNG ỦY"],
];

fn two_rows() -> Vec<u8> {
    let areas = [
        [4, 2, 4, 6],
        [4, 12, 4, 13],
        [4, 0, 5, 0],
        [4, 1, 5, 1],
        [4, 7, 5, 7],
        [4, 8, 5, 8],
        [4, 9, 5, 9],
        [4, 10, 5, 10],
        [4, 11, 5, 11],
        [12, 0, 12, 1],
    ];
    workbook(vec![merged("T1", TWO_ROWS, &areas)])
}

#[test]
fn a_merged_two_row_header_is_read_whole() {
    let folder = Folder::with_three_cells();
    let lake = lake(&folder, &[("BC T1.xlsx", two_rows())]);
    assert_eq!(codes(&lake), []);
    let one = meeting(&lake, "DU.1", "2024-01");
    assert_eq!((one.members, one.exempt, one.due, one.present), (Some(20), Some(1), Some(19), Some(18)));
    assert_eq!((one.absent_excused, one.absent_unexcused), (Some(1), Some(0)), "18 + 1 = 19: the blank says none");
    assert_eq!(
        (one.self_score, one.upper_score, one.duration_min, one.speakers),
        (Some(88.5), Some(86.0), Some(95), Some(9))
    );
    assert_eq!((one.thematic, one.visited), (Some(false), Some(true)), "a blank under a thematic column says no");
    assert_eq!(one.held_on.unwrap().to_string(), "2024-01-05");
    let two = meeting(&lake, "DU.2", "2024-01");
    assert_eq!((two.status, two.due, two.thematic), (MeetingStatus::NotHeld, Some(12), None));
    let three = meeting(&lake, "DU.3", "2024-01");
    assert_eq!((three.thematic, three.visited, three.row), (Some(true), Some(false), 12));
    let sheet = &lake.submissions[0];
    assert_eq!(
        (sheet.rows_read, sheet.rows_rejected, sheet.report_date.unwrap().to_string()),
        (3, 0, "2024-02-04".into())
    );
    // Body cells: 11 + 3 + 11 under known fields; the running number, totals, letterhead and header are layout.
    assert_eq!((sheet.cells_used + sheet.cells_repaired, sheet.cells_rejected), (25, 0));
    assert_eq!(sheet.cells_read, sheet.cells_used + sheet.cells_repaired + sheet.cells_rejected + sheet.cells_layout);
}

const ONE_HOT: &[&[&str]] = &[
    &["ĐẢNG ỦY XÃ MẪU"],
    &["DANH SÁCH TỔNG HỢP ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG SINH HOẠT CHI BỘ"],
    &["Tháng 2 NĂM 2024"],
    &[
        "STT",
        "Tên đơn vị",
        "Số lượng đảng viên",
        "Ngày họp chi bộ",
        "KQ số điểm được đánh giá",
        "Tốt",
        "Khá",
        "Trung bình",
        "Kém",
        "Ghi chú (thuyết minh điểm trừ)",
    ],
    &["#1", "#2", "#3", "#4", "#5", "#6", "#7", "#8", "#9", "#10"],
    &["#1", "Chi bộ bản Một", "18/20 (Đạt 90%)", "5.2.2024", "#92", "x"],
    &["#2", "Chi bộ bản Hai", "12/12", "05-02-24", "80,0", "x", "", "", "", "trừ điểm"],
    &["#3", "Chi bộ Trường Tiểu học", "8/8", "#45330", "#148", "x"],
    &["Tổng cộng", "", "", "", "", "#3", "#0", "#0", "#0"],
];

#[test]
fn a_one_hot_table_gives_present_due_and_grade() {
    let folder = Folder::with_three_cells();
    let lake = lake(&folder, &[("DU/xếp loại.xlsx", workbook(vec![sheet("BC", ONE_HOT)]))]);
    // E8 holds 148 points; row 7 is graded good with 80 points.
    assert_eq!(codes(&lake), [(Code::GradeDiffers, "F7".into()), (Code::ScoreOutOfRange, "E8".into())]);
    let one = meeting(&lake, "DU.1", "2024-02");
    assert_eq!((one.members, one.due, one.present, one.self_score), (None, Some(20), Some(18), Some(92.0)));
    assert_eq!((one.self_grade, one.absent_excused, one.thematic), (Some(Grade::Good), None, None), "no such columns");
    assert_eq!(meeting(&lake, "DU.2", "2024-02").note_given, Some(true));
    assert!(lake.meetings.iter().all(|row| row.cell_id.as_str() != "DU.3"), "a rejected row reports nothing");
    let sheet = &lake.submissions[0];
    assert_eq!(
        (sheet.status, sheet.rows_read, sheet.rows_rejected, sheet.cells_rejected),
        (SubmissionStatus::Partial, 3, 1, 5)
    );
}

fn plain(title: &str, rows: &[&[&str]]) -> Vec<u8> {
    let head: &[&[&str]] = &[
        &["ĐẢNG ỦY XÃ MẪU"],
        &[title],
        &["STT", "Tên chi bộ", "Tổng số đảng viên", "Có mặt", "Ngày họp", "Cấp ủy viên dự", "Điểm tự chấm", "Số CCCD"],
    ];
    let grid: Vec<&[&str]> = head.iter().chain(rows).copied().collect();
    workbook(vec![sheet("Biểu", &grid)])
}

#[test]
fn a_correction_replaces_what_it_states_and_lists_every_change() {
    let folder = Folder::with_three_cells();
    let first = plain(
        "Tháng 3 năm 2024",
        &[
            &["#1", "Chi bộ bản Một", "#20", "#18", "05/03/2024", "x", "#90"],
            &["#2", "Chi bộ bản Hai", "#12", "#12", "05/03/2024", "", "#80"],
        ],
    );
    let second = plain(
        "Tháng 3 năm 2024",
        &[
            &["#1", "Chi bộ bản Một", "#20", "#17", "05/03/2024", "", "#90"],
            &["#2", "Chi bộ bản Hai", "#12", "#13", "05/03/2024", "", "#81"],
        ],
    );
    let late = lake(&folder, &[("T3 (sửa lần 2).xlsx", second.clone()), ("T3.xlsx", first.clone())]);
    let one = meeting(&late, "DU.1", "2024-03");
    assert_eq!((one.present, one.visited, one.file.as_str()), (Some(17), Some(false), "T3 (sửa lần 2).xlsx"));
    let two = meeting(&late, "DU.2", "2024-03");
    assert_eq!((two.present, two.self_score), (Some(12), Some(80.0)), "a rejected row displaces nothing");
    let changed: Vec<_> = late.findings.iter().filter(|it| it.code == Code::ValueChanged).collect();
    let shown: Vec<_> = changed
        .iter()
        .map(|it| (it.field.as_deref().unwrap(), it.raw.as_deref().unwrap(), it.value.as_deref().unwrap()))
        .collect();
    assert_eq!(shown, [("present", "18", "17"), ("visited", "true", "false")]);

    // The same bytes twice count once.
    let twice = lake(&folder, &[("a.xlsx", first.clone()), ("b.xlsx", first)]);
    let statuses: Vec<_> = twice.submissions.iter().map(|row| (row.status, row.rows_read)).collect();
    assert_eq!(statuses, [(SubmissionStatus::Accepted, 2), (SubmissionStatus::Duplicate, 0)]);
}

#[test]
fn two_tables_of_one_month_join_and_a_blank_erases_nothing() {
    let folder = Folder::with_three_cells();
    let attendance = plain("Tháng 3 năm 2024", &[&["#1", "Chi bộ bản Một", "#20", "#18", "05/03/2024", "x", ""]]);
    let grades = workbook(vec![sheet(
        "Điểm",
        &[
            &["ĐẢNG ỦY XÃ MẪU"],
            &["Tháng 3 năm 2024"],
            &["STT", "Tên chi bộ", "Điểm tự chấm", "Cấp trên chấm", "Có mặt"],
            &["#1", "Chi bộ bản Một", "#91", "#88", ""],
        ],
    )]);
    let lake = lake(&folder, &[("a.xlsx", attendance), ("b.xlsx", grades)]);
    let one = meeting(&lake, "DU.1", "2024-03");
    assert_eq!(
        (one.present, one.self_score, one.upper_score, one.visited),
        (Some(18), Some(91.0), Some(88.0), Some(true))
    );
    assert!(lake.submissions.iter().all(|row| row.status == SubmissionStatus::Accepted));
}

#[test]
fn a_cell_twice_in_a_sheet_is_rejected_unless_both_rows_agree() {
    let folder = Folder::with_three_cells();
    let row = |present: &'static str| -> Vec<&'static str> {
        vec!["#1", "Chi bộ bản Một", "#20", present, "05/03/2024", "", "#90"]
    };
    let lake_of = |one: &[&str], two: &[&str]| lake(&folder, &[("a.xlsx", plain("Tháng 3 năm 2024", &[one, two]))]);
    let same = lake_of(&row("#18"), &row("#18"));
    assert_eq!((same.meetings.len(), same.submissions[0].rows_rejected, codes(&same).len()), (1, 0, 0));
    let differing = lake_of(&row("#18"), &row("#17"));
    assert_eq!(
        (differing.meetings.len(), differing.submissions[0].rows_rejected),
        (0, 2),
        "neither is known to be right"
    );
    assert!(codes(&differing).iter().all(|(code, _)| *code == Code::CellTwice));
}

#[test]
fn personal_data_never_reaches_the_lake() {
    let folder = Folder::with_three_cells();
    let rows: &[&[&str]] =
        &[&["#1", "Chi bộ bản Một", "#20", "#18", "05/03/2024", "Đ/c Lò Văn Mẫu", "#90", "012345678901"]];
    let lake = lake(&folder, &[("a.xlsx", plain("Tháng 3 năm 2024", rows))]);
    let one = meeting(&lake, "DU.1", "2024-03");
    assert_eq!((one.visited, one.supervisor.as_deref()), (Some(true), None));
    let everything = format!("{lake:?}");
    assert!(!everything.contains("Lò Văn") && !everything.contains("012345678901"));
    assert!(lake.findings.iter().any(|it| it.code == Code::SupervisorDropped && it.raw.is_none()));
}

#[test]
fn a_total_that_does_not_add_up_is_reported_and_left_out() {
    let folder = Folder::with_three_cells();
    let rows: &[&[&str]] = &[
        &["#1", "Chi bộ bản Một", "#20", "#18", "05/03/2024", "", "#90"],
        &["#2", "Chi bộ bản Hai", "#12", "#12", "05/03/2024", "", "#80"],
        &["", "Tổng cộng", "#32", "#31"],
    ];
    let lake = lake(&folder, &[("a.xlsx", plain("Tháng 3 năm 2024", rows))]);
    assert_eq!(codes(&lake), [(Code::TotalDiffers, "D6".into())]);
    assert_eq!(lake.submissions[0].rows_read, 2);
}

/// Spellings a cell of a table may hold, sound and unsound.
fn spelling() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        "x",
        "#0",
        "#5",
        "#12",
        "12/13",
        "13/12",
        "8,5",
        "98,5",
        "#148",
        "-",
        "không",
        "có",
        "05/03/2024",
        "31/02/2024",
        "Không họp",
        "Chi bộ bản Một",
        "Chi bộ bản Hai",
        "Chi bộ Lạ",
        "Tổng cộng",
        "NGƯỜI LẬP BIỂU",
        "Tốt",
        "15 đ/c",
        "#45330",
        "=1+1",
        "(1)",
        "Có mặt",
        "Tên chi bộ",
        "  ",
        "1e9",
        "\u{1F600}",
        "Đảng ủy viên",
    ])
}

fn adds_up(row: &SubmissionRow) -> bool {
    row.rows_read == row.rows_accepted + row.rows_rejected
        && row.cells_read == row.cells_used + row.cells_repaired + row.cells_rejected + row.cells_layout
        && row.cells_layout >= 0
        && row.rows_accepted >= 0
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in a table, rows and cells add up, and what is taken is within bounds.
    #[test]
    fn rows_and_cells_always_add_up(
        body in prop::collection::vec(prop::collection::vec(spelling(), 8), 0..9),
        shift in 0_usize..4,
    ) {
        let folder = FOLDER.with(|folder| folder.path().to_owned());
        let mut grid: Vec<Vec<&str>> = vec![vec![]; shift];
        grid.push(vec!["ĐẢNG ỦY XÃ MẪU"]);
        grid.push(vec!["Tháng 3 năm 2024"]);
        grid.push(vec!["STT", "Tên chi bộ", "Tổng số đảng viên", "Có mặt", "Ngày họp", "Xếp loại", "Điểm tự chấm", "Vắng có lý do"]);
        grid.extend(body);
        let rows: Vec<&[&str]> = grid.iter().map(Vec::as_slice).collect();
        let bytes = workbook(vec![sheet("Biểu", &rows)]);
        let rules = Rules::load(None).unwrap();
        let register = Register::load(&folder.join("danh-muc.xlsx"), &rules).unwrap();
        let file: std::sync::Arc<str> = "a.xlsx".into();
        let outcome = Reader::new(&rules, &register).read(&file, &bytes);
        let lake = Lake::build(&register, &[FileReading { file, sha256: "0".into(), outcome }], Lang::Vi);
        for row in &lake.submissions {
            prop_assert!(adds_up(row), "{row:?}");
        }
        // Fates are booked where they are decided; a cell nobody booked, or booked twice, would be named.
        prop_assert!(lake.findings.iter().all(|finding| finding.code != Code::CellUnaccounted), "{:?}", lake.findings);
        for row in &lake.meetings {
            prop_assert!(row.self_score.is_none_or(|score| (0.0..=100.0).contains(&score)));
            prop_assert!(row.present.zip(row.members.or(row.due)).is_none_or(|(present, most)| present <= most));
        }
        let accepted: i64 = lake.submissions.iter().map(|row| row.rows_accepted).sum();
        prop_assert!(i64::try_from(lake.meetings.len()).unwrap() <= accepted);
    }
}

thread_local! {
    static FOLDER: Folder = Folder::with_three_cells();
}
