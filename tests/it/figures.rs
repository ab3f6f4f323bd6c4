//! Every formula of the roll-up against values computed by hand.

use chibo::lake::schema::{CellMonth, CellSummary, DistributionRow, FollowerSummary, UnitSummary};
use chibo::terms::{DistributionKind, Scope, Scorer};

use super::folder::{Folder, sheet, workbook};

const HEADER: &[&str] = &[
    "STT",
    "Tên chi bộ",
    "Tổng số đảng viên",
    "Miễn sinh hoạt",
    "Có mặt",
    "Vắng có lý do",
    "Vắng không lý do",
    "Ngày họp",
    "Thời lượng",
    "Số đảng viên phát biểu",
    "Sinh hoạt chuyên đề",
    "Họp chi ủy",
    "Cấp ủy viên dự",
    "Điểm tự chấm",
    "Cấp trên chấm",
];

/// Half a year of cell `DU.1`, hand-written; `DU.2` reports twice, `DU.3` never.
///
/// | month | members | exempt | due | present | excused | unexcused | min | spoke | thematic | visited | self | upper |
/// |   1   |   20    |   2    | 18  |   18    |    0    |     0     | 90  |   9   |    x     |    x    |  90  |  84   |
/// |   2   |   20    |   2    | 18  |   15    |    2    |     1     | 80  |   6   |          |    x    |  80  |       |
/// |   3   |   20    |        | 20  |   20    |    0    |     0     | 95  |  25   |          |    x    |  70  |  75   |
/// |   4   | not held                                                                                     |
/// |   5   |   21    |   0    | 21  |   14    |         |           |     |       |    x     |         |      |       |
/// |   6   | not reported                                                                                 |
fn half_year() -> Folder {
    let folder = Folder::with_three_cells();
    let months: [(&str, &[&[&str]]); 5] = [
        (
            "04 tháng 02",
            &[
                &[
                    "#1",
                    "Chi bộ bản Một",
                    "#20",
                    "#2",
                    "#18",
                    "#0",
                    "#0",
                    "05/01/2024",
                    "#90",
                    "#9",
                    "x",
                    "",
                    "x",
                    "#90",
                    "#84",
                ],
                &[
                    "#2",
                    "Chi bộ bản Hai",
                    "#5",
                    "#0",
                    "#4",
                    "#1",
                    "#0",
                    "05/01/2024",
                    "#90",
                    "#4",
                    "",
                    "",
                    "",
                    "#100",
                    "",
                ],
            ],
        ),
        (
            "06 tháng 3",
            &[&[
                "#1",
                "Chi bộ bản Một",
                "#20",
                "#2",
                "#15",
                "#2",
                "#1",
                "05/02/2024",
                "#80",
                "#6",
                "",
                "",
                "x",
                "#80",
                "",
            ]],
        ),
        (
            "05 tháng 4",
            &[
                &[
                    "#1",
                    "Chi bộ bản Một",
                    "#20",
                    "",
                    "#20",
                    "#0",
                    "#0",
                    "05/03/2024",
                    "#95",
                    "#20",
                    "",
                    "",
                    "x",
                    "#70",
                    "#75",
                ],
                &[
                    "#2",
                    "Chi bộ bản Hai",
                    "#5",
                    "#0",
                    "#5",
                    "#0",
                    "#0",
                    "05/03/2024",
                    "#90",
                    "#5",
                    "x",
                    "",
                    "x",
                    "#100",
                    "",
                ],
            ],
        ),
        ("05 tháng 5", &[&["#1", "Chi bộ bản Một", "#20", "#2", "", "", "", "Chưa họp"]]),
        (
            "05 tháng 6",
            &[&["#1", "Chi bộ bản Một", "#21", "#0", "#14", "", "", "05/05/2024", "", "", "x", "", "", "", ""]],
        ),
    ];
    for (month, (dated, rows)) in (1..).zip(months) {
        let date = format!("Mẫu, ngày {dated} năm 2024");
        let title = format!("Kết quả sinh hoạt chi bộ tháng {month} năm 2024");
        let (date, title) = ([date.as_str()], [title.as_str()]);
        let head: [&[&str]; 4] = [&["ĐẢNG ỦY XÃ MẪU"], &date, &title, HEADER];
        let grid: Vec<&[&str]> = head.into_iter().chain(rows.iter().copied()).collect();
        folder.submit(&format!("T{month}.xlsx"), &workbook(vec![sheet("Biểu", &grid)]));
    }
    folder
}

struct Half {
    cells: Vec<CellSummary>,
    months: Vec<CellMonth>,
    units: Vec<UnitSummary>,
    followers: Vec<FollowerSummary>,
    distribution: Vec<DistributionRow>,
}

fn half() -> Half {
    let figures = half_year().year_to("2024-06").figures;
    Half {
        cells: figures.cell_summary,
        months: figures.cell_months,
        units: figures.unit_summary,
        followers: figures.follower_summary,
        distribution: figures.distribution,
    }
}

fn near(found: Option<f64>, expected: f64) {
    let found = found.unwrap_or(f64::NAN);
    assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
}

#[test]
fn figures_of_a_cell_are_those_computed_by_hand() {
    let half = half();
    let one = &half.cells[0];
    assert_eq!((one.months_expected, one.months_reported, one.months_held, one.months_not_held), (6, 5, 4, 1));
    assert_eq!(one.members, Some(21), "the latest reported");
    // Σ due = 18 + 18 + 20 + 21; Σ present = 18 + 15 + 20 + 14. April was not held.
    assert_eq!((one.due, one.present, one.attendance_months), (Some(77), Some(67), 4));
    near(one.attendance_rate, 67.0 / 77.0);
    // Wilson, z = 1.959964: centre (p + z²/2n)/(1 + z²/n), half-width z·√(p(1−p)/n + z²/4n²)/(1 + z²/n).
    let (p, n, z) = (67.0_f64 / 77.0, 77.0_f64, 1.959_964_f64);
    let spread = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    near(one.attendance_low95, (p + z * z / (2.0 * n) - spread) / (1.0 + z * z / n));
    near(one.attendance_high95, (p + z * z / (2.0 * n) + spread) / (1.0 + z * z / n));
    // Months that state excused absences: 1, 2, 3. min(18,18) + min(15,16) + min(20,20) over 18 + 16 + 20.
    near(one.attendance_rate_net, 53.0 / 54.0);
    assert_eq!((one.unexcused, one.unexcused_due), (Some(1), Some(56)), "May states no absences");
    // Quarter I: January thematic. Quarter II: May thematic.
    assert_eq!((one.thematic_expected, one.thematic_quarters), (2, Some(2)));
    // Two visits a quarter are asked for: QI min(2, 3 visited), QII 0 of min(2, 3 months).
    assert_eq!((one.supervision_expected, one.supervision_attended), (4, 2));
    near(one.supervision_coverage, 0.5);
    near(one.visit_level_unknown, 1.0);
    // Official: 84 (upper), 80 (self), 75 (upper); May gives no score.
    assert_eq!((one.quality_n, one.quality_upper_n, one.quality_self_n), (3, 2, 1));
    near(one.quality_mean, (84.0 + 80.0 + 75.0) / 3.0);
    near(one.quality_median, 80.0);
    assert_eq!((one.quality_min, one.quality_max), (Some(75.0), Some(84.0)));
    // Mean 79 2/3; squares of deviations 18.7778 + 0.1111 + 21.7778 = 40.6667; over n − 1 = 2.
    near(one.quality_sd, (61.0_f64 / 3.0).sqrt());
    assert_eq!((one.grade_good, one.grade_fair, one.grade_average, one.grade_poor), (0, 3, 0, 0));
    near(one.self_mean, 80.0);
    near(one.upper_mean, 79.5);
    // Both scores in January (90 − 84 = 6) and March (70 − 75 = −5).
    near(one.gap_mean, 0.5);
    assert_eq!(one.gap_n, 2);
    // min(9,18) + min(6,15) + min(20,20) over 18 + 15 + 20; May gives no speakers.
    near(one.speakers_ratio, 35.0 / 53.0);
    near(one.reporting_rate, 5.0 / 6.0);
    // On time: January on 4/2 and March, April, May on the 5th; February's report came on 6/3. Over 6 expected.
    near(one.timely_rate, 4.0 / 6.0);
    assert_eq!((one.committee_met_months, one.plan_quarters, one.lost_points.as_deref()), (None, None, None));
}

#[test]
fn nothing_stated_is_null_and_counts_are_zero() {
    let half = half();
    let three = &half.cells[2];
    assert_eq!((three.months_expected, three.months_reported, three.months_held, three.quality_n), (6, 0, 0, 0));
    assert_eq!((three.due, three.present, three.attendance_rate, three.attendance_low95), (None, None, None, None));
    assert_eq!((three.thematic_expected, three.thematic_quarters), (2, None));
    assert_eq!((three.supervision_expected, three.supervision_attended, three.supervision_coverage), (0, 0, None));
    assert_eq!((three.quality_mean, three.quality_sd, three.gap_mean, three.speakers_ratio), (None, None, None, None));
    assert_eq!((three.reporting_rate, three.timely_rate), (Some(0.0), None));
    let two = &half.cells[1];
    // The same score twice has no spread; one score has none to speak of.
    assert_eq!((two.quality_n, two.quality_sd), (2, Some(0.0)));
    near(two.attendance_rate, 9.0 / 10.0);
}

#[test]
fn every_expected_month_has_a_row() {
    let half = half();
    assert_eq!(half.months.len(), 18);
    let of = |month: &str| {
        half.months.iter().find(|it| it.cell_id.as_str() == "DU.1" && it.period.to_string() == month).unwrap()
    };
    assert!(!of("2024-06").reported && of("2024-04").reported);
    assert_eq!((of("2024-02").required_visits, of("2024-02").duration_required), (2, 90));
    assert_eq!(of("2024-02").official_score, Some(80.0));
    assert_eq!(of("2024-01").report_date.unwrap().to_string(), "2024-02-04");
}

#[test]
fn pooled_figures_are_sums_before_division() {
    let half = half();
    let all = half.units.iter().find(|row| row.scope == Scope::All).unwrap();
    // DU.1 67/77 and DU.2 9/10.
    assert_eq!((all.cells, all.cells_reporting, all.due, all.present), (3, 2, Some(87), Some(76)));
    near(all.attendance_rate, 76.0 / 87.0);
    // Scores 84, 80, 75, 100, 100.
    near(all.quality_mean, 87.8);
    near(all.quality_median, 84.0);
    assert_eq!((all.members, all.months_expected, all.months_reported, all.months_held), (Some(26), 18, 7, 6));
    let village = half.units.iter().find(|row| row.scope == Scope::Type && row.unit_id == "bản").unwrap();
    assert_eq!((village.cells, village.quality_n), (2, 5));
    let unit = half.units.iter().find(|row| row.scope == Scope::Unit).unwrap();
    assert_eq!((unit.unit_id.as_str(), unit.cells), ("DU", 3));
    // DU.1 asks 2 a quarter, DU.2 asks 1: 6 in two quarters; visited 2 + 1.
    assert_eq!((unit.supervision_expected, unit.supervision_attended), (6, 3));
    let role = &half.followers[0];
    assert_eq!((role.role.as_str(), role.cells, role.required, role.attended), ("Đảng ủy viên phụ trách", 2, 6, 3));
    near(role.coverage, 0.5);
}

#[test]
fn a_distribution_counts_every_score_once() {
    let half = half();
    let of = |kind: DistributionKind| {
        half.distribution
            .iter()
            .filter(move |row| row.scope == Scope::All && row.scorer == Scorer::Official && row.kind == kind)
    };
    let filled: Vec<(f64, i64)> = of(DistributionKind::Bin)
        .filter(|row| row.count.unwrap_or(0) > 0)
        .map(|row| (row.low, row.count.unwrap()))
        .collect();
    // 75 and 80 begin their bins, 84 lies in 80–85, both 100s in the last.
    assert_eq!(filled, [(75.0, 1), (80.0, 2), (95.0, 2)]);
    let quantiles: Vec<(f64, f64)> = of(DistributionKind::Quantile).map(|row| (row.low, row.value.unwrap())).collect();
    assert_eq!(quantiles, [(0.0, 75.0), (0.25, 80.0), (0.5, 84.0), (0.75, 100.0), (1.0, 100.0)]);
}
