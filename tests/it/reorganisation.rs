//! The reform of July 2025 in small: old wards end, new ones begin, one of them under an old name; cells move with their
//! code, and two become one. History as reported, and on today's map.

use chibo::figures::{Figures, Pipeline};
use chibo::intake::discover;
use chibo::lake::schema::{CellSummary, UnitSummary};
use chibo::period::Window;
use chibo::remap::Map;
use chibo::run::{self, RunOptions};
use chibo::terms::Scope;

use super::folder::{Folder, parts, sheet, workbook};

const UNITS: &[&[&str]] = &[
    &["Mã", "Tên", "Cấp", "Mã cấp trên", "Loại hình", "Từ ngày", "Đến ngày", "Kế thừa"],
    &["TU", "Thành ủy Mẫu", "cấp trên"],
    &["P1", "Đảng ủy phường Tân Phong", "đảng ủy cơ sở", "TU", "", "", "30/06/2025", "Q1"],
    &["P2", "Đảng ủy xã San Thàng", "đảng ủy cơ sở", "TU", "", "", "30/06/2025", "Q1"],
    &["P3", "Đảng ủy phường Đoàn Kết", "đảng ủy cơ sở", "TU", "", "", "30/06/2025", "Q2"],
    &["P4", "Đảng ủy phường Quyết Thắng", "đảng ủy cơ sở", "TU", "", "", "30/06/2025", "Q2"],
    &["Q1", "Đảng ủy phường Tân Phong", "đảng ủy cơ sở", "TU", "", "01/07/2025"],
    &["Q2", "Đảng ủy phường Đoàn Kết", "đảng ủy cơ sở", "TU", "", "01/07/2025"],
    &["A", "Chi bộ bản Một", "chi bộ trực thuộc", "P1", "bản", "", "30/06/2025"],
    &["A", "Chi bộ bản Một", "chi bộ trực thuộc", "Q1", "bản", "01/07/2025"],
    &["B", "Chi bộ bản Chin", "chi bộ trực thuộc", "P2", "bản", "", "30/06/2025"],
    &["B", "Chi bộ bản Chin", "chi bộ trực thuộc", "Q1", "bản", "01/07/2025"],
    &["C", "Chi bộ tổ dân phố số 1", "chi bộ trực thuộc", "P3", "tổ dân phố", "", "30/06/2025", "E"],
    &["D", "Chi bộ tổ dân phố số 1", "chi bộ trực thuộc", "P4", "tổ dân phố", "", "30/06/2025", "E"],
    &["E", "Chi bộ tổ dân phố số 1", "chi bộ trực thuộc", "Q2", "tổ dân phố", "01/07/2025"],
];
const ASSIGNMENTS: &[&[&str]] = &[&["Mã chi bộ", "Người dự"], &["C", "Đảng ủy viên phụ trách"]];
const HEADER: &[&str] = &["STT", "Tên chi bộ", "Tổng số đảng viên", "Có mặt", "Ngày họp", "Điểm tự chấm"];

fn submit(folder: &Folder, committee: &str, month: u32, rows: &[[&str; 4]]) {
    let (title, day) = (format!("Tháng {month} năm 2025"), format!("05/{month:02}/2025"));
    let (name, title) = ([committee], [title.as_str()]);
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| vec!["#1", row[0], row[1], row[2], &day, row[3]]).collect();
    let head: [&[&str]; 3] = [&name, &title, HEADER];
    let grid: Vec<&[&str]> = head.into_iter().chain(rows.iter().map(Vec::as_slice)).collect();
    folder.submit(&format!("{month} {committee}.xlsx"), &workbook(vec![sheet("Biểu", &grid)]));
}

/// May and June reported by the old wards, July and August by the new ones.
pub fn reform() -> Folder {
    let folder = Folder::new();
    let register = workbook(vec![sheet("Tổ chức", UNITS), sheet("Phân công", ASSIGNMENTS)]);
    std::fs::write(folder.path().join("danh-muc.xlsx"), register).unwrap();
    for month in [5, 6] {
        submit(&folder, "ĐẢNG ỦY PHƯỜNG TÂN PHONG", month, &[["Chi bộ bản Một", "#20", "#18", "#90"]]);
        submit(&folder, "ĐẢNG ỦY XÃ SAN THÀNG", month, &[["Chi bộ bản Chin", "#10", "#9", "#85"]]);
        submit(&folder, "ĐẢNG ỦY PHƯỜNG ĐOÀN KẾT", month, &[["Chi bộ tổ dân phố số 1", "#12", "#9", "#90"]]);
        submit(&folder, "ĐẢNG ỦY PHƯỜNG QUYẾT THẮNG", month, &[["Chi bộ tổ dân phố số 1", "#8", "#8", "#80"]]);
    }
    for month in [7, 8] {
        let rows = [["Chi bộ bản Một", "#20", "#19", "#92"], ["Chi bộ bản Chin", "#10", "#10", "#86"]];
        submit(&folder, "ĐẢNG ỦY PHƯỜNG TÂN PHONG", month, &rows);
        submit(&folder, "ĐẢNG ỦY PHƯỜNG ĐOÀN KẾT", month, &[["Chi bộ TDP 1", "#20", "#16", "#84"]]);
    }
    folder
}

fn told(map: Map) -> Figures {
    let folder = reform();
    let window = Window::year_to("2025-08".parse().unwrap());
    let options = RunOptions { map, ..folder.options(Pipeline::YearEnd(2025), window) };
    let files = discover::files(&options.inbox).unwrap();
    run::run(&options, &files, &|| {}).unwrap().figures
}

fn cell<'a>(figures: &'a Figures, id: &str) -> &'a CellSummary {
    figures.cell_summary.iter().find(|row| row.cell_id.as_str() == id).unwrap()
}

fn unit<'a>(figures: &'a Figures, id: &str) -> Option<&'a UnitSummary> {
    figures.unit_summary.iter().find(|row| matches!(row.scope, Scope::Unit | Scope::All) && row.unit_id == id)
}

fn sums(row: Option<&UnitSummary>) -> Option<(i64, i64, i64)> {
    row.map(|row| (row.cells, row.due.unwrap_or(0), row.present.unwrap_or(0)))
}

#[test]
fn as_reported_each_month_stays_with_the_cell_that_met() {
    let figures = told(Map::Reported);
    let ids: Vec<&str> = figures.cell_summary.iter().map(|row| row.cell_id.as_str()).collect();
    assert_eq!(ids, ["A", "B", "C", "D", "E"]);
    // A: 2·20 under the old ward and 2·20 under the new one of the same name; 2·18 + 2·19 present
    let a = cell(&figures, "A");
    assert_eq!((a.months_expected, a.months_reported, a.due, a.present), (8, 4, Some(80), Some(74)));
    assert_eq!(a.unit_id.as_ref().unwrap().as_str(), "Q1");
    // Two cells of one name: the ward that sent the sheet decides.
    let (c, d) = (cell(&figures, "C"), cell(&figures, "D"));
    assert_eq!((c.months_expected, c.due, c.present), (6, Some(24), Some(18)));
    assert_eq!((d.due, d.present, d.quality_mean), (Some(16), Some(16), Some(80.0)));
    assert_eq!((cell(&figures, "E").months_expected, cell(&figures, "E").due), (2, Some(40)));
    assert_eq!(sums(unit(&figures, "Q1")), Some((2, 120, 112)));
    assert_eq!(sums(unit(&figures, "P3")), Some((1, 24, 18)));
    // 120 + 24 + 16 + 40 due; 112 + 18 + 16 + 32 present
    assert_eq!(sums(unit(&figures, "ALL")), Some((5, 200, 178)));
}

#[test]
fn on_todays_map_counts_are_summed_and_scores_are_not_averaged() {
    let figures = told(Map::Today);
    let ids: Vec<&str> = figures.cell_summary.iter().map(|row| row.cell_id.as_str()).collect();
    assert_eq!(ids, ["A", "B", "E"]);
    // E: 2·(12 + 8) + 2·20 due; 2·(9 + 8) + 2·16 present
    let e = cell(&figures, "E");
    assert_eq!((e.months_expected, e.months_reported, e.due, e.present), (8, 4, Some(80), Some(66)));
    assert!((e.attendance_rate.unwrap() - 66.0 / 80.0).abs() < 1e-12);
    // 90 and 80 of two cells are no score of one; July and August have 84.
    assert_eq!((e.quality_n, e.quality_mean), (2, Some(84.0)));
    assert_eq!(e.months_assigned, 6, "the follower of a part follows the whole, as long as the part was there");
    assert_eq!(sums(unit(&figures, "Q1")), Some((2, 120, 112)));
    assert_eq!(sums(unit(&figures, "Q2")), Some((1, 80, 66)));
    assert_eq!(sums(unit(&figures, "P3")), None);
    assert_eq!(sums(unit(&figures, "ALL")), Some((3, 200, 178)), "nobody is counted twice, nobody is lost");
}

#[test]
fn a_former_cell_that_did_not_report_is_named_in_figures_and_workbook() {
    let folder = reform();
    std::fs::remove_file(folder.path().join("inbox/6 ĐẢNG ỦY PHƯỜNG QUYẾT THẮNG.xlsx")).unwrap();
    let window = Window::year_to("2025-08".parse().unwrap());
    let options = RunOptions { map: Map::Today, ..folder.options(Pipeline::YearEnd(2025), window) };
    let outcome = run::run(&options, &discover::files(&options.inbox).unwrap(), &|| {}).unwrap();
    let notes = outcome.figures.map_notes.iter();
    let notes: Vec<_> =
        notes.map(|it| (it.period.to_string(), it.merged_from.as_str(), it.silent.as_deref())).collect();
    assert_eq!(notes, [("2025-05".to_owned(), "C;D", None), ("2025-06".to_owned(), "C", Some("D"))]);
    let told = "1 lượt chi bộ-tháng được gộp; 1 lượt thiếu báo cáo của chi bộ cũ, 1 có số liệu không gộp được";
    let parts = parts(&std::fs::read(&outcome.workbook).unwrap());
    assert!(parts.iter().any(|(_, content)| String::from_utf8_lossy(content).contains(told)));
}

#[test]
fn what_could_not_be_merged_is_listed_and_the_lake_stays_as_reported() {
    let folder = reform();
    let work = folder.path().to_str().unwrap();
    let arguments = ["run", "year-end", "--period", "2025", "--as-of", "2025-08", "--map", "today", "--work", work];
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_chibo")).args(arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let run = folder.path().join("out/year-end-2025");
    assert!(run.join("tables/map_notes.parquet").exists());
    let manifest = std::fs::read_to_string(run.join("manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    assert_eq!(manifest["options"]["map"], "today");
    let lake = folder.path().join("out/lake/units");
    assert!(lake.exists() && !folder.path().join("out/work").exists());
}
