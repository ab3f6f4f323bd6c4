//! July 2025 in small: wards merge, a name is used again, cells move with their codes, two cells become one. The same
//! sheets as reported and on today's map.

use chibo::figures::{Figures, Pipeline};
use chibo::folder::below;
use chibo::intake::discover;
use chibo::judge::FlagCode;
use chibo::lake::schema::{CellMonth, CellSummary, UnitSummary};
use chibo::period::Window;
use chibo::register::Register;
use chibo::remap::{Heirs, Map, on_todays_map};
use chibo::rules::Rules;
use chibo::run::{self, Outcome, RunOptions};
use chibo::terms::Scope;

use super::folder::{Folder, parts, sheet, workbook};
use super::reading::lake;

const UNITS: &[&[&str]] = &[
    &["Mã", "Tên", "Cấp", "Mã cấp trên", "Loại hình", "Từ ngày", "Đến ngày", "Kế thừa"],
    &["T", "Tỉnh ủy Mẫu", "cấp trên"],
    &["TU", "Thành ủy Mẫu", "cấp trên", "T", "", "", "30/06/2025", ""],
    &["TP", "Đảng ủy phường Tân Phong", "đảng ủy cơ sở", "TU", "", "", "30/06/2025", "TPM"],
    &["DP", "Đảng ủy phường Đông Phong", "đảng ủy cơ sở", "TU", "", "", "30/06/2025", "TPM"],
    &["ST", "Đảng ủy xã San Thàng", "đảng ủy cơ sở", "TU", "", "", "30/06/2025", "TPM"],
    &["DK", "Đảng ủy phường Đoàn Kết", "đảng ủy cơ sở", "TU", "", "", "30/06/2025", "DKM"],
    &["QT", "Đảng ủy phường Quyết Thắng", "đảng ủy cơ sở", "TU", "", "", "30/06/2025", "DKM"],
    &["TPM", "Đảng ủy phường Tân Phong", "đảng ủy cơ sở", "T", "", "01/07/2025", "", ""],
    &["DKM", "Đảng ủy phường Đoàn Kết", "đảng ủy cơ sở", "T", "", "01/07/2025", "", ""],
    // Four cells move with their codes.
    &["TP.1", "Chi bộ tổ dân phố số 1", "chi bộ trực thuộc", "TP", "tổ dân phố", "01/05/2025", "30/06/2025", ""],
    &["TP.1", "Chi bộ tổ dân phố số 1", "chi bộ trực thuộc", "TPM", "tổ dân phố", "01/07/2025", "", ""],
    &["TP.2", "Chi bộ tổ dân phố số 2", "chi bộ trực thuộc", "TP", "tổ dân phố", "01/05/2025", "30/06/2025", ""],
    &["TP.2", "Chi bộ tổ dân phố số 2", "chi bộ trực thuộc", "TPM", "tổ dân phố", "01/07/2025", "", ""],
    &["DP.1", "Chi bộ bản Nậm Loỏng", "chi bộ trực thuộc", "DP", "bản", "01/05/2025", "30/06/2025", ""],
    &["DP.1", "Chi bộ bản Nậm Loỏng", "chi bộ trực thuộc", "TPM", "bản", "01/07/2025", "", ""],
    &["ST.1", "Chi bộ bản Phan Lìn", "chi bộ trực thuộc", "ST", "bản", "01/05/2025", "30/06/2025", ""],
    &["ST.1", "Chi bộ bản Phan Lìn", "chi bộ trực thuộc", "TPM", "bản", "01/07/2025", "", ""],
    // Two become one, and one is dissolved.
    &["DK.5", "Chi bộ tổ dân phố số 5", "chi bộ trực thuộc", "DK", "tổ dân phố", "01/05/2025", "30/06/2025", "DKM.1"],
    &["QT.6", "Chi bộ tổ dân phố số 6", "chi bộ trực thuộc", "QT", "tổ dân phố", "01/05/2025", "30/06/2025", "DKM.1"],
    &["DKM.1", "Chi bộ tổ dân phố số 5", "chi bộ trực thuộc", "DKM", "tổ dân phố", "01/07/2025", "", ""],
    &["QT.7", "Chi bộ Trường Mầm non", "chi bộ trực thuộc", "QT", "trường học", "01/05/2025", "31/05/2025", ""],
];
const ASSIGNMENTS: &[&[&str]] = &[
    &["Mã chi bộ", "Người dự", "Số buổi/quý"],
    &["DK.5", "Đảng ủy viên phụ trách", "#1"],
    &["DKM.1", "Đảng ủy viên phụ trách", "#3"],
];
const HEADER: &[&str] =
    &["STT", "Tên chi bộ", "Tổng số đảng viên", "Có mặt", "Ngày họp", "Cấp ủy viên dự", "Điểm tự chấm"];

/// Name of a cell, members, present (nobody: it did not meet), visited, self score.
type Row = (&'static str, u32, u32, bool, u32);

/// Sheets by committee and month. Members and present, month by month:
///
/// | cell | May   | June     | July  | August | due | present |
/// | TP.1 | 20/18 | 20/16    | 20/20 | 20/18  |  80 |   72    |
/// | TP.2 |  6/6  | no row   |  6/6  |  6/6   |  18 |   18    |
/// | DP.1 | 10/10 | 10/9     | 10/8  | 10/9   |  40 |   36    |
/// | ST.1 | 15/12 | 15/15    | 15/12 | 15/14  |  60 |   53    |
/// | DK.5 | 12/12 | 12/9     |       |        |  24 |   21    |
/// | QT.6 |  8/6  | not held |       |        |   8 |    6    |
/// | QT.7 |  5/5  |          |       |        |   5 |    5    |
/// | DKM.1|       |          | 20/17 | 20/19  |  40 |   36    |
fn sheets() -> Vec<(&'static str, u32, Vec<Row>)> {
    let (one, two) = ("Chi bộ tổ dân phố số 1", "Chi bộ tổ dân phố số 2");
    let (loong, lin) = ("Chi bộ bản Nậm Loỏng", "Chi bộ bản Phan Lìn");
    let (five, six, school) = ("Chi bộ tổ dân phố số 5", "Chi bộ tổ dân phố số 6", "Chi bộ Trường Mầm non");
    let (east, quyet, san) = ("ĐẢNG ỦY PHƯỜNG ĐÔNG PHONG", "ĐẢNG ỦY PHƯỜNG QUYẾT THẮNG", "ĐẢNG ỦY XÃ SAN THÀNG");
    let (tan, doan) = ("ĐẢNG ỦY PHƯỜNG TÂN PHONG", "ĐẢNG ỦY PHƯỜNG ĐOÀN KẾT");
    vec![
        (tan, 5, vec![(one, 20, 18, false, 90), (two, 6, 6, false, 91)]),
        (east, 5, vec![(loong, 10, 10, false, 90)]),
        (san, 5, vec![(lin, 15, 12, false, 90)]),
        (doan, 5, vec![(five, 12, 12, false, 90)]),
        (quyet, 5, vec![(six, 8, 6, true, 84), (school, 5, 5, false, 90)]),
        (tan, 6, vec![(one, 20, 16, false, 92)]),
        (east, 6, vec![(loong, 10, 9, false, 91)]),
        (san, 6, vec![(lin, 15, 15, false, 91)]),
        (doan, 6, vec![(five, 12, 9, false, 80)]),
        (quyet, 6, vec![(six, 8, 0, false, 0)]),
        (
            tan,
            7,
            vec![(one, 20, 20, false, 90), (two, 6, 6, false, 90), (loong, 10, 8, false, 90), (lin, 15, 12, false, 90)],
        ),
        (doan, 7, vec![(five, 20, 17, true, 88)]),
        (
            tan,
            8,
            vec![(one, 20, 18, false, 93), (two, 6, 6, false, 92), (loong, 10, 9, false, 92), (lin, 15, 14, false, 92)],
        ),
        (doan, 8, vec![(five, 20, 19, false, 86)]),
    ]
}

fn files() -> Vec<(String, Vec<u8>)> {
    let file = |(at, (unit, month, rows)): (usize, (&str, u32, Vec<Row>))| {
        let title = format!("Tháng {month} năm 2025");
        let rows = rows.into_iter().map(|(name, members, present, visited, score)| {
            let met = present > 0;
            let text = |shown: bool, text: String| if shown { text } else { String::new() };
            vec![
                "#1".to_owned(),
                name.to_owned(),
                format!("#{members}"),
                text(met, format!("#{present}")),
                if met { format!("05/0{month}/2025") } else { "Không họp".to_owned() },
                text(visited, "x".to_owned()),
                text(met, format!("#{score}")),
            ]
        });
        let rows: Vec<Vec<String>> = rows.collect();
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let (unit, title) = ([unit], [title.as_str()]);
        let head: [&[&str]; 3] = [&unit, &title, HEADER];
        let grid: Vec<&[&str]> = head.into_iter().chain(rows.iter().map(Vec::as_slice)).collect();
        (format!("{at:02}.xlsx"), workbook(vec![sheet("Biểu", &grid)]))
    };
    sheets().into_iter().enumerate().map(file).collect()
}

fn folder() -> Folder {
    let folder = Folder::new();
    let register = workbook(vec![sheet("Tổ chức", UNITS), sheet("Phân công", ASSIGNMENTS)]);
    std::fs::write(folder.path().join("danh-muc.xlsx"), register).unwrap();
    for (name, bytes) in files() {
        folder.submit(&name, &bytes);
    }
    folder
}

/// January to August 2025 on a map.
fn on(folder: &Folder, map: Map) -> Outcome {
    let window = Window::year_to("2025-08".parse().unwrap());
    let options = RunOptions { map, ..folder.options(Pipeline::YearEnd(2025), window) };
    run::run(&options, &discover::files(&options.inbox).unwrap(), &|| {}).unwrap()
}

fn cell<'a>(figures: &'a Figures, id: &str) -> &'a CellSummary {
    figures.cell_summary.iter().find(|row| row.cell_id.as_str() == id).unwrap()
}

fn month<'a>(figures: &'a Figures, id: &str, month: &str) -> &'a CellMonth {
    let is = |row: &&CellMonth| row.cell_id.as_str() == id && row.period.to_string() == month;
    figures.cell_months.iter().find(is).unwrap()
}

/// Code, cells, months expected, months reported, due, present of every organisation with cells.
fn pooled(figures: &Figures) -> Vec<(&str, [i64; 5])> {
    let wanted = |row: &&UnitSummary| matches!(row.scope, Scope::All | Scope::Unit);
    let rows = figures.unit_summary.iter().filter(wanted);
    rows.map(|row| {
        let counts =
            [row.cells, row.months_expected, row.months_reported, row.due.unwrap_or(0), row.present.unwrap_or(0)];
        (row.unit_id.as_str(), counts)
    })
    .collect()
}

fn near(rate: Option<f64>, expected: f64) {
    assert!((rate.unwrap() - expected).abs() < 1e-12, "{rate:?}, not {expected}");
}

#[test]
fn as_reported_each_cell_has_its_own_months() {
    let figures = on(&folder(), Map::Reported).figures;
    let errors: Vec<_> = figures.findings.iter().filter(|row| row.severity.word() != "info").collect();
    assert!(errors.is_empty(), "{errors:?}");
    // Cells belong, with all their months, to the organisation above them at the end; those gone stay where they were.
    // Tân Phong: 80 + 18 + 40 + 60 due, 72 + 18 + 36 + 53 present. Quyết Thắng: 8 + 5 and 6 + 5.
    let expected = [
        ("ALL", [8, 23, 22, 275, 247]),
        ("DK", [1, 2, 2, 24, 21]),
        ("DKM", [1, 2, 2, 40, 36]),
        ("QT", [2, 3, 3, 13, 11]),
        ("TPM", [4, 16, 15, 198, 179]),
    ];
    assert_eq!(pooled(&figures), expected);
    let new = cell(&figures, "DKM.1");
    assert_eq!((new.months_expected, new.due, new.present, new.quality_n), (2, Some(40), Some(36), 2));
    near(new.attendance_rate, 0.9);
    near(new.quality_mean, 87.0);
    // In the second quarter one visit is asked of DK.5; two months of the third are left for the three asked of DKM.1.
    let visits = |id: &str| (cell(&figures, id).supervision_expected, cell(&figures, id).supervision_attended);
    assert_eq!((visits("DK.5"), visits("QT.6"), visits("DKM.1")), ((1, 0), (0, 0), (2, 1)));
    let above = |id: &str, of: &str| month(&figures, id, of).unit_id.as_ref().unwrap().to_string();
    assert_eq!(
        (above("TP.1", "2025-06"), above("TP.1", "2025-07")),
        ("TP".into(), "TPM".into()),
        "one name, two wards"
    );
}

#[test]
fn on_todays_map_merged_cells_have_one_history() {
    let figures = on(&folder(), Map::Today).figures;
    // Đoàn Kết: DKM.1 with the months of DK.5 and QT.6, 24 + 8 + 40 due and 21 + 6 + 36 present; QT.7 with its 5 and 5.
    // Over all cells as many were due and present as before; two months are told twice no more.
    let expected = [("ALL", [6, 21, 20, 275, 247]), ("DKM", [2, 5, 5, 77, 68]), ("TPM", [4, 16, 15, 198, 179])];
    assert_eq!(pooled(&figures), expected);
    let one = cell(&figures, "DKM.1");
    assert_eq!((one.months_expected, one.months_reported, one.months_held, one.months_not_held), (4, 4, 4, 0));
    assert_eq!((one.due, one.present), (Some(72), Some(63)));
    near(one.attendance_rate, 0.875);
    // May has two different scores and so none; June that of the one that met: (80 + 88 + 86) / 3.
    assert_eq!(one.quality_n, 3);
    near(one.quality_mean, 254.0 / 3.0);
    // One visit asked in the second quarter and made to QT.6, two in the third, of which one was made.
    assert_eq!((one.supervision_expected, one.supervision_attended), (3, 2));
    let (may, june) = (month(&figures, "DKM.1", "2025-05"), month(&figures, "DKM.1", "2025-06"));
    assert_eq!((may.members, may.due, may.present, may.self_score), (Some(20), Some(20), Some(18), None));
    assert_eq!((june.members, june.due, june.present, june.self_score), (Some(20), Some(12), Some(9), Some(80.0)));
    let school = cell(&figures, "QT.7");
    assert_eq!((school.months_expected, school.unit_id.as_ref().unwrap().as_str()), (1, "DKM"), "dissolved after May");
    let mut above = figures.cell_months.iter().map(|row| row.unit_id.as_ref().unwrap().as_str());
    assert!(above.all(|unit| unit == "TPM" || unit == "DKM"));
    assert!(figures.cell_summary.iter().all(|row| !["DK.5", "QT.6"].contains(&row.cell_id.as_str())));
}

#[test]
fn why_a_month_is_missing_is_asked_of_the_ward_of_that_month() {
    let folder = folder();
    let told = |map: Map| {
        let figures = on(&folder, map).figures;
        let is = |code: FlagCode, id: &str| code == FlagCode::NotReported && id == "TP.2";
        figures.flags.iter().find(|flag| is(flag.code, flag.cell_id.as_str())).unwrap().evidence.clone()
    };
    let evidence = told(Map::Reported);
    assert!(evidence.contains("06/2025 (biểu của đơn vị không có dòng của chi bộ)"), "{evidence}");
    assert_eq!(told(Map::Today), evidence);
}

#[test]
fn the_months_that_were_merged_are_listed_with_what_was_left_out() {
    let folder = folder();
    let files = files();
    let named: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    let lake = lake(&folder, &named);
    let rules = Rules::load(None).unwrap();
    let register = Register::load(&folder.path().join("danh-muc.xlsx"), &rules).unwrap();
    let heirs = Heirs::of(&register, Window::year_to("2025-08".parse().unwrap()));
    let (mapped, notes) = on_todays_map(&lake, &heirs);
    let notes: Vec<_> = notes
        .iter()
        .map(|it| (it.cell_id.as_str(), it.period.to_string(), it.merged_from.as_str(), it.left_out.as_deref()))
        .collect();
    let expected = [
        ("DKM.1", "2025-05".to_owned(), "DK.5;QT.6", Some("self_score")),
        ("DKM.1", "2025-06".to_owned(), "DK.5;QT.6", Some("status")),
    ];
    assert_eq!(notes, expected);
    // 22 cell-months as reported, two pairs of which are one each.
    assert_eq!((lake.meetings.len(), mapped.meetings.len()), (22, 20));
    let due = |rows: &[chibo::lake::schema::MeetingRow]| -> i64 {
        rows.iter().filter(|row| row.status.word() == "held").filter_map(|row| row.due).sum()
    };
    assert_eq!((due(&lake.meetings), due(&mapped.meetings)), (275, 275));
}

#[test]
fn the_lake_stays_as_reported_and_the_output_says_which_map_it_is_on() {
    let folder = folder();
    let out = folder.path().join("out");
    let bytes = || -> Vec<(String, Vec<u8>)> {
        let files = below(&out.join("lake")).unwrap();
        files.into_iter().map(|file| (file.name, std::fs::read(file.path).unwrap())).collect()
    };
    let notes = out.join("year-end-2025/tables/map_notes.parquet");
    let manifest = || std::fs::read_to_string(out.join("year-end-2025/manifest.json")).unwrap();
    let says = |outcome: &Outcome| {
        let parts = parts(&std::fs::read(&outcome.workbook).unwrap());
        parts.iter().any(|(_, content)| String::from_utf8_lossy(content).contains("được dồn về tổ chức hiện nay"))
    };
    let reported = on(&folder, Map::Reported);
    let lake = bytes();
    assert!(!notes.exists() && manifest().contains("\"map\": \"reported\"") && !says(&reported));
    let today = on(&folder, Map::Today);
    assert!(notes.exists() && manifest().contains("\"map\": \"today\"") && says(&today));
    assert!(bytes() == lake, "the lake is told as it was reported");
}
