//! What a run holds its own window against: the same figures a run of the window before gives, from the same inbox.

use chibo::earlier::Earlier;
use chibo::figures::{Figures, Pipeline};
use chibo::intake::discover;
use chibo::judge::FlagCode;
use chibo::judge::changes::{FlagState, changes};
use chibo::lake::schema::RankRow;
use chibo::period::{Period, Window};
use chibo::remap::Map;
use chibo::run::{self, RunOptions};

use super::folder::{Folder, sheet, workbook};
use super::reorganisation::reform;

const HEADER: &[&str] = &["STT", "Tên chi bộ", "Tổng số đảng viên", "Có mặt", "Ngày họp", "Điểm tự chấm"];

/// 2023 and 2024 up to October, of three cells. The first comes to its meetings in 2024 and not in 2023; the second the
/// other way round; the third states in 2024 no more who came.
fn two_years() -> Folder {
    let folder = Folder::with_three_cells();
    for (year, months, present) in [(2023, 12, ["#12", "#10", "#5"]), (2024, 10, ["#20", "#7", ""])] {
        for month in 1..=months {
            let (title, day) = (format!("Tháng {month} năm {year}"), format!("05/{month:02}/{year}"));
            let title = [title.as_str()];
            let rows = [
                ["#1", "Chi bộ bản Một", "#20", present[0], &day, "#90"],
                ["#2", "Chi bộ bản Hai", "#10", present[1], &day, "#85"],
                ["#3", "Chi bộ Trường Tiểu học", "#8", present[2], &day, "#80"],
            ];
            let head: [&[&str]; 3] = [&["ĐẢNG ỦY XÃ MẪU"], &title, HEADER];
            let grid: Vec<&[&str]> = head.into_iter().chain(rows.iter().map(<[&str; 6]>::as_slice)).collect();
            folder.submit(&format!("{year}-{month:02}.xlsx"), &workbook(vec![sheet("Biểu", &grid)]));
        }
    }
    folder
}

fn told(folder: &Folder, pipeline: Pipeline, window: Window, map: Map) -> Figures {
    let options = RunOptions { map, ..folder.options(pipeline, window) };
    run::run(&options, &discover::files(&options.inbox).unwrap(), &|| {}).unwrap().figures
}

fn year(folder: &Folder, last: &str) -> Figures {
    let last: Period = last.parse().unwrap();
    told(folder, Pipeline::YearEnd(last.year()), Window::year_to(last), Map::Reported)
}

fn month(folder: &Folder, month: &str) -> Figures {
    let month: Period = month.parse().unwrap();
    told(folder, Pipeline::Monthly(month), Window::year_to(month), Map::Reported)
}

fn without_intervals(rows: &[RankRow]) -> Vec<RankRow> {
    rows.iter().map(|row| RankRow { rank_low: None, rank_high: None, ..row.clone() }).collect()
}

fn same(earlier: &Earlier, figures: &Figures) {
    assert_eq!(earlier.window, figures.window);
    assert_eq!(earlier.cell_summary, figures.cell_summary);
    assert_eq!(earlier.unit_summary, figures.unit_summary);
    assert_eq!(earlier.flags, figures.flags);
    assert_eq!(without_intervals(&earlier.ranking), without_intervals(&figures.ranking));
}

#[test]
fn a_year_is_held_against_what_the_same_months_of_the_year_before_say() {
    let folder = two_years();
    let now = year(&folder, "2024-10");
    let earlier = now.earlier.as_ref().unwrap();
    let then = year(&folder, "2023-10");
    same(earlier, &then);
    assert_eq!(earlier.ranking, then.ranking);
    assert!(then.earlier.is_none(), "nothing was reported in 2022");
    // The tables of a run are those of its own window.
    let tables = folder.path().join("out/year-end-2024/tables");
    assert_eq!(std::fs::read_dir(tables).unwrap().filter(|it| it.as_ref().unwrap().path().is_dir()).count(), 0);
}

#[test]
fn a_month_is_held_against_the_year_to_date_before_it() {
    let folder = two_years();
    same(month(&folder, "2024-10").earlier.as_ref().unwrap(), &month(&folder, "2024-09"));
    assert!(month(&folder, "2024-01").earlier.is_none());
}

#[test]
fn flags_are_new_resolved_or_no_longer_judged() {
    let figures = year(&two_years(), "2024-10");
    let earlier = figures.earlier.as_ref().unwrap();
    let told = changes(&earlier.flags, &figures.flags, &earlier.unjudged, (true, true));
    let attendance = told.iter().filter(|it| it.code == FlagCode::AttendanceLow);
    let states: Vec<_> = attendance.map(|it| (it.cell_id.as_str(), it.state)).collect();
    assert_eq!(
        states,
        [("DU.1", FlagState::Resolved), ("DU.2", FlagState::New), ("DU.3", FlagState::Unjudged)],
        "{told:#?}"
    );
}

#[test]
fn both_windows_are_told_on_the_same_map() {
    let folder = reform();
    let august: Period = "2025-08".parse().unwrap();
    let on = |map| told(&folder, Pipeline::Monthly(august), Window::year_to(august), map).earlier.unwrap();
    let cells = |earlier: &Earlier| -> Vec<(String, Option<i64>)> {
        earlier.cell_summary.iter().map(|row| (row.cell_id.to_string(), row.due)).collect()
    };
    let row = |id: &str, due| (id.to_owned(), Some(due));
    // C and D reported in May and June; E carries them on since July.
    assert_eq!(cells(&on(Map::Today)), [row("A", 60), row("B", 30), row("E", 60)]);
    let reported = [row("A", 60), row("B", 30), row("C", 24), row("D", 16), row("E", 20)];
    assert_eq!(cells(&on(Map::Reported)), reported);
}
