use super::*;
use crate::judge::examples::{criteria_rules, meeting_row, score_row, unit};
use crate::lake::schema::ScoreRow;
use crate::rules::Rules;
use crate::terms::Tier;

const BINH_THUAN: &str = "ĐẢNG UỶ KHỐI BÌNH THUẬN";

/// A cell under a committee of that name, with its meetings and score lines.
fn rules_of(committee: &str, scores: &[ScoreRow], meetings: &[MeetingRow]) -> Vec<CellRule> {
    let mut above = unit("DU", Tier::Committee, "TU");
    committee.clone_into(&mut above.name);
    let units = vec![unit("TU", Tier::Superior, ""), above, unit("A", Tier::AttachedCell, "DU")];
    let criteria = criteria_rules();
    let rubrics = Rules::load(None).unwrap().rubrics;
    cell_rules(
        &Register::of_rows(units, Vec::new()),
        &rubrics,
        || Sheets::of(scores, &criteria),
        meetings,
        Window::year(2024).unwrap(),
    )
}

/// What the gates leave of March, scored by the cell and from above, with these lines of a sheet: points of 5.
fn march([own, upper]: [Option<f64>; 2], by: Scorer, lines: &[(&str, f64)]) -> (Option<Grade>, bool) {
    let scores: Vec<ScoreRow> =
        lines.iter().map(|(text, points)| score_row("A", "2024-03", by, text, *points, 5.0)).collect();
    let meeting = MeetingRow { self_score: own, upper_score: upper, ..meeting_row("A", "2024-03") };
    let row = &rules_of(BINH_THUAN, &scores, &[meeting])[2];
    (row.at_best, row.gates_open)
}

const FULL: [(&str, f64); 4] =
    [("Tỷ lệ đảng viên dự", 5.0), ("Thời gian", 5.0), ("Đảng viên phát biểu", 5.0), ("Sổ biên bản", 5.0)];

#[test]
fn nobody_is_judged_by_the_rubric_of_another_committee() {
    assert_eq!(rules_of("Đảng ủy xã Mẫu", &[], &[]), []);
}

#[test]
fn a_rubric_of_a_committee_grades_the_cells_below_it() {
    let rows = rules_of(BINH_THUAN, &[], &[]);
    assert_eq!(rows.len(), 12);
    assert_eq!((rows[0].rubric.as_str(), rows[0].at_best), ("Hướng dẫn Đảng ủy Khối Bình Thuận", None));
}

#[test]
fn a_gate_that_is_missed_leaves_the_lower_grade() {
    let short = [("Tỷ lệ đảng viên dự", 4.0), ("Thời gian", 5.0)];
    assert_eq!(march([Some(95.0), None], Scorer::Own, &FULL), (None, false));
    assert_eq!(march([Some(95.0), None], Scorer::Own, &short), (Some(Grade::Fair), false));
}

#[test]
fn a_gate_without_its_points_is_open_where_the_score_would_pass_it() {
    assert_eq!(march([Some(95.0), None], Scorer::Own, &FULL[..3]), (None, true));
    assert_eq!(march([Some(95.0), None], Scorer::Own, &[]), (None, true));
    assert_eq!(march([Some(80.0), None], Scorer::Own, &[]), (None, false), "fair anyway");
    assert_eq!(march([None, None], Scorer::Own, &FULL), (None, false), "nothing to grade");
}

#[test]
fn a_cells_own_sheet_lowers_no_score_from_above() {
    let short = [("Tỷ lệ đảng viên dự", 4.0)];
    assert_eq!(march([Some(90.0), Some(95.0)], Scorer::Own, &short), (None, true));
    assert_eq!(march([Some(90.0), Some(95.0)], Scorer::Upper, &short), (Some(Grade::Fair), false));
}
