//! What a year-end run proposes, and the register's sheets `Sinh hoạt mẫu` and `Xếp loại` it needs for that.

use chibo::figures::Pipeline;
use chibo::intake::discover;
use chibo::lang::Lang;
use chibo::period::Window;
use chibo::register::{Register, UnitId};
use chibo::rules::Rules;
use chibo::run;
use chibo::terms::{Grade, SupportRole, WouldAllow};

use super::folder::{Folder, UNIT_COLUMNS, sheet, workbook};

const UNITS: &[&[&str]] = &[
    UNIT_COLUMNS,
    &["TU", "Thành ủy Mẫu", "cấp trên"],
    &["DU", "Đảng ủy xã Mẫu", "đảng ủy cơ sở", "TU"],
    &["DU.1", "Chi bộ bản Một", "chi bộ trực thuộc", "DU", "bản"],
    &["DU.2", "Chi bộ bản Hai", "chi bộ trực thuộc", "DU", "bản"],
    &["DU.3", "Chi bộ bản Ba", "chi bộ trực thuộc", "DU", "bản"],
    &["DU.4", "Chi bộ bản Bốn", "chi bộ trực thuộc", "DU", "bản"],
];
const MODEL_MEETINGS: &[&[&str]] = &[
    &["Năm", "Mã chi bộ", "Vai trò"],
    &["#2023", "DU.1", "Chủ trì"],
    &["#2023", "DU 4", "được hỗ trợ"],
    &["#2022", "DU.2", "chủ trì"],
];
const CLASSIFICATIONS: &[&[&str]] = &[
    &["Năm", "Mã", "Tự xếp", "Cấp trên đề nghị"],
    &["#2024", "DU.1", "HTXSNV", "Hoàn thành xuất sắc nhiệm vụ"],
    &["#2024", "DU.2", "HTXSNV", "HTTNV"],
    &["#2024", "DU.3", "HTTNV", ""],
    &["#2024", "DU.4", "", ""],
    &["#2023", "DU.4", "HTXSNV", ""],
];

fn folder(model_meetings: &[&[&str]], classifications: &[&[&str]]) -> Folder {
    let folder = Folder::new();
    let assignments: &[&[&str]] = &[&["Mã chi bộ", "Người dự"]];
    let mut sheets = vec![sheet("Tổ chức", UNITS), sheet("Phân công", assignments)];
    sheets.push(sheet("Sinh hoạt mẫu", model_meetings));
    if !classifications.is_empty() {
        sheets.push(sheet("Xếp loại", classifications));
    }
    std::fs::write(folder.path().join("danh-muc.xlsx"), workbook(sheets)).unwrap();
    folder
}

const HEADER: &[&str] = &[
    "STT",
    "Tên chi bộ",
    "Tổng số đảng viên",
    "Có mặt",
    "Ngày họp",
    "Sinh hoạt chuyên đề",
    "Điểm tự chấm",
    "Cấp trên chấm",
];

/// A whole year: `DU.1` scores 95 each month, `DU.2` 92 from July on and 85 before, `DU.3` 80, and `DU.4` did not meet
/// in three months. Self scores go up and down, for constant ones are a question.
fn year(folder: &Folder) {
    for month in 1..=12 {
        let title = format!("Tháng {month} năm 2024");
        let title = [title.as_str()];
        let day = format!("05/{month:02}/2024");
        let two = if month < 7 { 85 } else { 92 };
        let [one, two, three, four] =
            [95, two, 80, 75].map(|score| (format!("#{}", score + month % 2), format!("#{score}")));
        let met = ["#4", "Chi bộ bản Bốn", "#20", "#20", &day, "x", &four.0, &four.1];
        let missed = ["#4", "Chi bộ bản Bốn", "#20", "", "Không họp", "", "", ""];
        let grid: [&[&str]; 7] = [
            &["ĐẢNG ỦY XÃ MẪU"],
            &title,
            HEADER,
            &["#1", "Chi bộ bản Một", "#20", "#20", &day, "x", &one.0, &one.1],
            &["#2", "Chi bộ bản Hai", "#20", "#20", &day, "x", &two.0, &two.1],
            &["#3", "Chi bộ bản Ba", "#20", "#20", &day, "x", &three.0, &three.1],
            if month % 4 == 0 { &missed } else { &met },
        ];
        folder.submit(&format!("DU/T{month}.xlsx"), &workbook(vec![sheet("Biểu", &grid)]));
    }
}

fn problems(folder: &Folder) -> String {
    let rules = Rules::load(None).unwrap();
    Register::load(&folder.path().join("danh-muc.xlsx"), &rules).unwrap_err().explain(Lang::Vi)
}

#[test]
fn a_year_end_run_proposes_hosts_support_and_suggestions_and_computes_the_cap() {
    let folder = folder(MODEL_MEETINGS, CLASSIFICATIONS);
    year(&folder);
    let proposals = folder.year_to("2024-12").figures.proposals;

    let support: Vec<_> = proposals
        .support
        .iter()
        .map(|row| {
            (row.cell_id.as_str(), row.role, row.reason_codes.as_str(), row.host_id.as_ref().map(UnitId::as_str))
        })
        .collect();
    assert_eq!(
        support,
        [
            ("DU.1", SupportRole::Host, "", None),
            ("DU.2", SupportRole::Host, "", None),
            ("DU.4", SupportRole::Supported, "MEETING_MISSED", Some("DU.1")),
        ]
    );

    // Good asks for a mean of 90 and ten good months; DU.2 has (6·85 + 6·92) / 12 = 88.5 and six. Fair was not seen.
    let suggestion: Vec<_> = proposals.suggestion.iter().map(|row| (row.year_grade, row.would_allow)).collect();
    assert_eq!(
        suggestion,
        [(Some(Grade::Good), Some(WouldAllow::Outstanding)), (None, None), (None, None), (None, None)]
    );
    assert!(
        proposals.suggestion[1].reason.contains("88,5 (cần từ 90); 6 tháng Tốt (cần từ 10)"),
        "{}",
        proposals.suggestion[1].reason
    );

    // One HTXSNV, two HTTNV: x ≤ 0.2·(3 − x) gives 0, so one is over; DU.4 has no level, DU.3 only its own.
    let cap: Vec<_> =
        proposals.cap.iter().map(|row| (row.key.as_str(), row.good_or_better, row.allowed, row.over)).collect();
    assert_eq!(cap, [("bản", 3, 0, 1)]);
    assert_eq!((proposals.cap[0].unrated, proposals.cap[0].self_rated), (1, 1));
    for table in ["support", "suggestion", "cap"] {
        assert!(folder.path().join(format!("out/year-end-2024/tables/{table}.parquet")).exists(), "{table}");
    }
}

#[test]
fn last_years_hosts_are_left_out_when_asked_and_without_classifications_there_is_no_cap() {
    let folder = folder(MODEL_MEETINGS, &[]);
    year(&folder);
    let options = folder.options(Pipeline::YearEnd(2024), Window::year(2024).unwrap());
    let options = run::RunOptions { exclude_last_hosts: true, ..options };
    let outcome = run::run(&options, &discover::files(&options.inbox).unwrap(), &|| {}).unwrap();
    let proposals = outcome.figures.proposals;
    let hosts: Vec<_> = proposals.support.iter().filter(|row| row.role == SupportRole::Host).collect();
    assert_eq!(hosts.iter().map(|row| row.cell_id.as_str()).collect::<Vec<_>>(), ["DU.2", "DU.3"]);
    assert_eq!(proposals.cap, []);
}

#[test]
fn a_month_proposes_nothing() {
    let folder = folder(MODEL_MEETINGS, CLASSIFICATIONS);
    year(&folder);
    let month = "2024-12".parse().unwrap();
    let options = folder.options(Pipeline::Monthly(month), Window::year_to(month));
    let outcome = run::run(&options, &discover::files(&options.inbox).unwrap(), &|| {}).unwrap();
    assert_eq!(outcome.figures.proposals, chibo::judge::proposal::Proposals::default());
    assert!(!folder.path().join("out/monthly-2024-12/tables/support.parquet").exists());
}

#[test]
fn every_broken_row_of_both_sheets_is_named() {
    let model_meetings: &[&[&str]] = &[
        &["Năm", "Mã chi bộ", "Vai trò"],
        &["#2023", "DU.9", "chủ trì"],
        &["#2023", "DU", "chủ trì"],
        &["#1023", "DU.1", "chủ trì"],
        &["#2023", "DU.1", "dự"],
        &["", "DU.1", "chủ trì"],
        &["#2023", "DU.2", "chủ trì"],
        &["#2023", "DU 2", "được hỗ trợ"],
        &["#2023", "DU.2", "chủ trì"],
    ];
    let classifications: &[&[&str]] = &[
        &["Năm", "Mã", "Tự xếp", "Cấp trên đề nghị"],
        &["#2024", "DU.8", "HTTNV", ""],
        &["#2024", "DU.1", "Tốt", ""],
        &["năm ngoái", "DU.1", "HTTNV", ""],
        &["#2024", "DU.2", "HTTNV", ""],
        &["#2024", "DU.2", "HTTNV", "HTXSNV"],
        &["#2024", "DU.3", "", ""],
    ];
    let text = problems(&folder(model_meetings, classifications));
    for (sheet, lines) in [("Sinh hoạt mẫu", &[2, 3, 4, 5, 6, 8][..]), ("Xếp loại", &[2, 3, 4, 6])] {
        let named = |line: usize| text.contains(&format!("[{sheet}], dòng {line}:"));
        let wrong: Vec<usize> = (1..=9).filter(|line| named(*line)).collect();
        assert_eq!(wrong, lines, "{text}");
    }
    for words in ["'DU.9' không có trong danh mục", "'DU.8' không có trong danh mục"] {
        assert!(text.contains(words), "{text}");
    }
    assert!(text.contains("'Vai trò' ghi 'dự', cần: chủ trì, được hỗ trợ"), "{text}");
}

#[test]
fn a_sheet_without_its_columns_is_told_once_not_once_a_row() {
    let text = problems(&folder(&[&["Năm", "Chi bộ", "Vai trò"], &["#2023", "DU.1", "chủ trì"]], &[]));
    assert_eq!(text.matches("Sinh hoạt mẫu").count(), 1, "{text}");
    assert!(text.contains("thiếu cột 'Mã chi bộ'"), "{text}");
}
