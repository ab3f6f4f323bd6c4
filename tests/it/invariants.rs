//! What holds for the figures of any year, however the tables were filled.

use chibo::figures::Figures;
use chibo::lake::schema::{CellSummary, UnitSummary};
use chibo::lake::supervision::Visitors;
use chibo::terms::{Scope, Scorer};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::folder::{Folder, sheet, workbook};

const CELLS: usize = 120;
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
    "Cấp ủy viên dự",
    "Điểm tự chấm",
    "Cấp trên chấm",
];

/// One table row: anything a unit may write, often contradictory, often blank.
fn row(dice: &mut ChaCha8Rng, cell: usize) -> Vec<String> {
    let members: i64 = dice.random_range(0..40);
    let mut number = |most: i64, blank: f64| -> String {
        if dice.random_bool(blank) { String::new() } else { format!("#{}", dice.random_range(0..=most.max(0))) }
    };
    let (exempt, present) = (number(members, 0.5), number(members + 1, 0.1));
    let (excused, unexcused) = (number(4, 0.4), number(2, 0.4));
    let (minutes, speakers) = (number(180, 0.2), number(members + 5, 0.3));
    let (own, upper) = (number(100, 0.2), number(101, 0.7));
    let held = if dice.random_bool(0.08) { "Không họp" } else { "05/03/2024" };
    let mark = |dice: &mut ChaCha8Rng| if dice.random_bool(0.4) { "x".to_owned() } else { String::new() };
    let (thematic, visited) = (mark(dice), mark(dice));
    let name = format!("Chi bộ bản Số {cell}");
    let members = format!("#{members}");
    vec![
        format!("#{cell}"),
        name,
        members,
        exempt,
        present,
        excused,
        unexcused,
        held.into(),
        minutes,
        speakers,
        thematic,
        visited,
        own,
        upper,
    ]
}

fn random_year(seed: u64) -> Figures {
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    let folder = Folder::new();
    let units: Vec<Vec<String>> = (1..=CELLS)
        .map(|cell| {
            let kind = ["bản", "cơ quan", "trường học"][cell % 3];
            [
                format!("DU.{cell:03}"),
                format!("Chi bộ bản Số {cell}"),
                "chi bộ trực thuộc".into(),
                "DU".into(),
                kind.into(),
            ]
            .into()
        })
        .collect();
    let units: Vec<Vec<&str>> = units.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let above: [&[&str]; 2] = [&["TU", "Thành ủy Mẫu", "cấp trên"], &["DU", "Đảng ủy xã Mẫu", "đảng ủy cơ sở", "TU"]];
    let rows: Vec<&[&str]> = above.into_iter().chain(units.iter().map(Vec::as_slice)).collect();
    folder.register(&rows, &[&["DU.001", "Đảng ủy viên phụ trách", "#2"], &["DU.002", "Đảng ủy viên phụ trách", "#1"]]);
    for month in 1..=8 {
        let title = format!("Tháng {month} năm 2024");
        let body: Vec<Vec<String>> = (1..=CELLS)
            .filter(|_| dice.random_bool(0.9))
            .collect::<Vec<_>>()
            .into_iter()
            .map(|cell| row(&mut dice, cell))
            .collect();
        let body: Vec<Vec<&str>> = body.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let title = [title.as_str()];
        let head: [&[&str]; 3] = [&["ĐẢNG ỦY XÃ MẪU"], &title, HEADER];
        let grid: Vec<&[&str]> = head.into_iter().chain(body.iter().map(Vec::as_slice)).collect();
        folder.submit(&format!("T{month}.xlsx"), &workbook(vec![sheet("Biểu", &grid)]));
    }
    folder.year_to("2024-08").figures
}

/// Visits by quarter and level add up to those of the year, per cell and pooled; so does the spread of scores.
fn tables_agree(figures: &Figures) {
    let coverage = |scope: Scope, key: &str, level: Visitors| {
        let rows = figures.duties.coverage.iter();
        let rows = rows.filter(|row| row.scope == scope && row.key == key && row.level == level);
        rows.fold((0, 0), |(all, done), row| (all + row.required, done + row.attended))
    };
    for cell in &figures.cell_summary {
        let of = |level| coverage(Scope::Cell, cell.cell_id.as_str(), level);
        assert_eq!(of(Visitors::Any), (cell.supervision_expected, cell.supervision_attended), "{}", cell.cell_id);
        assert_eq!(of(Visitors::Upper), (cell.supervision_upper_expected, cell.supervision_upper_attended));
        assert_eq!(of(Visitors::Committee), (cell.supervision_committee_expected, cell.supervision_committee_attended));
        assert_eq!(of(Visitors::Assisting), (cell.supervision_assisting_expected, cell.supervision_assisting_attended));
        let spread = figures.statistics.score_summary.iter();
        let official = spread.filter(|row| row.scope == Scope::Cell && row.key == cell.cell_id.as_str());
        let official = official.into_iter().find(|row| row.scorer == Scorer::Official);
        let near = |one: Option<f64>, other: Option<f64>| match (one, other) {
            (Some(one), Some(other)) => (one - other).abs() < 1e-6,
            (one, other) => one.is_none() && other.is_none(),
        };
        assert_eq!(official.map_or(0, |row| row.n), cell.quality_n);
        assert!(near(official.map(|row| row.mean), cell.quality_mean), "{cell:?}");
        assert!(near(official.and_then(|row| row.median), cell.quality_median), "{cell:?}");
        assert!(near(official.and_then(|row| row.sd), cell.quality_sd), "{cell:?}");
    }
    for row in figures.unit_summary.iter().filter(|row| matches!(row.scope, Scope::Unit | Scope::All)) {
        let key = if row.scope == Scope::All { "ALL" } else { &row.unit_id };
        assert_eq!(coverage(row.scope, key, Visitors::Any), (row.supervision_expected, row.supervision_attended));
    }
}

fn is_share(share: Option<f64>) -> bool {
    share.is_none_or(|it| (0.0..=1.0).contains(&it))
}

#[test]
fn rates_are_shares_and_parts_never_exceed_the_whole() {
    for seed in [1, 2, 3] {
        let figures = random_year(seed);
        tables_agree(&figures);
        let (cells, units) = (figures.cell_summary, figures.unit_summary);
        assert_eq!(cells.len(), CELLS);
        for cell in &cells {
            let rates = [
                cell.attendance_rate,
                cell.attendance_rate_net,
                cell.attendance_low95,
                cell.attendance_high95,
                cell.supervision_coverage,
                cell.speakers_ratio,
                cell.reporting_rate,
                cell.timely_rate,
                cell.visit_level_unknown,
            ];
            assert!(rates.into_iter().all(is_share), "{cell:?}");
            if let (Some(low), Some(rate), Some(high)) =
                (cell.attendance_low95, cell.attendance_rate, cell.attendance_high95)
            {
                assert!(low <= rate && rate <= high, "{cell:?}");
            }
            assert!(
                cell.months_held + cell.months_not_held == cell.months_reported
                    && cell.months_reported <= cell.months_expected
            );
            assert!(cell.present.unwrap_or(0) <= cell.due.unwrap_or(0));
            assert!(cell.thematic_quarters.unwrap_or(0) <= cell.thematic_expected);
            assert!(cell.supervision_attended <= cell.supervision_expected);
            assert_eq!(cell.quality_n, cell.quality_upper_n + cell.quality_self_n);
            assert_eq!(cell.quality_n, cell.grade_good + cell.grade_fair + cell.grade_average + cell.grade_poor);
            let spread = [cell.quality_min, cell.quality_median, cell.quality_mean, cell.quality_max];
            if let [Some(min), Some(median), Some(mean), Some(max)] = spread {
                assert!(min <= median && median <= max && min <= mean + 1e-9 && mean <= max + 1e-9, "{cell:?}");
            }
            assert_eq!(cell.quality_sd.is_some(), cell.quality_n >= 2);
        }
        let sum = |of: fn(&CellSummary) -> i64| cells.iter().map(of).sum::<i64>();
        for scope in [Scope::All, Scope::Unit, Scope::Type, Scope::Hardship] {
            let pooled =
                |of: fn(&UnitSummary) -> i64| units.iter().filter(|row| row.scope == scope).map(of).sum::<i64>();
            assert_eq!(pooled(|row| row.cells), i64::try_from(CELLS).unwrap(), "{scope}");
            assert_eq!(pooled(|row| row.due.unwrap_or(0)), sum(|cell| cell.due.unwrap_or(0)), "{scope}");
            assert_eq!(pooled(|row| row.present.unwrap_or(0)), sum(|cell| cell.present.unwrap_or(0)), "{scope}");
            assert_eq!(pooled(|row| row.quality_n), sum(|cell| cell.quality_n), "{scope}");
        }
    }
}
