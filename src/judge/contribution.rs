//! What each component brings to a cell's index, and what would lift the cell one grade.

use super::by_cell::ByCell;
use super::figure::{count, is_held, rounded};
use super::index::{self, Scores};
use super::wording::{apart, decimal};
use crate::lake::schema::{CellMonth, CellSummary};
use crate::lake::standing::{ContributionRow, LiftRow};
use crate::lang::{Lang, t};
use crate::register::UnitId;
use crate::report::wording;
use crate::rules::index::{Component, Components};
use crate::rules::rubric::GradeCuts;
use crate::terms::Grade;

/// One row per cell and component, in the order of the cells. The points of a cell's components add up to its index.
#[must_use]
pub fn contributions(cells: &[CellSummary], components: &Components) -> Vec<ContributionRow> {
    cells.iter().flat_map(|cell| of_cell(cell, components)).collect()
}

fn of_cell(cell: &CellSummary, components: &Components) -> Vec<ContributionRow> {
    let scores = Scores::of(cell, components);
    let has = |component: &&Component| scores.get(**component).is_some();
    let present: f64 = Component::ALL.iter().filter(has).map(|it| components.get(*it).weight).sum();
    let row = |component: &Component| {
        let score = scores.get(*component);
        let weight = match score {
            Some(_) if present > 0.0 => components.get(*component).weight / present,
            _ => 0.0,
        };
        ContributionRow {
            cell_id: cell.cell_id.clone(),
            component: *component,
            figure: index::figure(*component, cell),
            score,
            weight,
            points: score.map(|score| weight * score),
            lost: score.map(|score| weight * (100.0 - score)),
        }
    };
    Component::ALL.iter().map(row).collect()
}

/// One row per cell, in the order of the cells, which are also those of the contributions; grades by the cut-offs of the
/// window's last month for that cell. `months` are sorted by cell and month.
#[must_use]
pub fn lift(
    cells: &[CellSummary],
    months: &[CellMonth],
    contributions: &[ContributionRow],
    cuts: &dyn Fn(&UnitId) -> GradeCuts,
    lang: Lang,
) -> Vec<LiftRow> {
    let months = ByCell::of(months, |month| &month.cell_id);
    let rows = contributions.chunk_by(|one, next| one.cell_id == next.cell_id);
    let of =
        |(cell, rows): (&CellSummary, _)| lift_of(cell, months.get(&cell.cell_id), rows, cuts(&cell.cell_id), lang);
    cells.iter().zip(rows).map(of).collect()
}

fn lift_of(
    cell: &CellSummary,
    months: &[CellMonth],
    contributions: &[ContributionRow],
    cuts: GradeCuts,
    lang: Lang,
) -> LiftRow {
    let grade = cell.quality_mean.map(|mean| cuts.grade(rounded(mean)));
    let next = grade.and_then(|grade| above(grade, cuts));
    let needed = cell.quality_mean.zip(next).map(|(mean, (_, from))| from - mean);
    let lost = |row: &ContributionRow| row.lost.filter(|lost| rounded(*lost) > 0.0);
    let most = contributions
        .iter()
        .filter_map(|row| Some((row.component, lost(row)?)))
        .max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0)));
    let months_below = next.map_or(0, |(_, from)| months_below(months, from));
    LiftRow {
        cell_id: cell.cell_id.clone(),
        grade,
        next_grade: next.map(|(grade, _)| grade),
        points_needed: needed,
        months_below,
        component: most.map(|(component, _)| component),
        lost: most.map(|(_, lost)| lost),
        advice: advice(cell, next, months_below, most, lang),
    }
}

/// The grade above one, and the score it begins at.
fn above(grade: Grade, cuts: GradeCuts) -> Option<(Grade, f64)> {
    match grade {
        Grade::Good => None,
        Grade::Fair => Some((Grade::Good, cuts.good_from)),
        Grade::Average => Some((Grade::Fair, cuts.fair_from)),
        Grade::Poor => Some((Grade::Average, cuts.average_from)),
    }
}

/// Held months with an official score under one.
fn months_below(months: &[CellMonth], from: f64) -> i64 {
    let held = months.iter().filter(|month| is_held(month));
    let below = held.filter(|month| month.official_score.is_some_and(|score| rounded(score) < rounded(from)));
    count(below.count())
}

fn advice(
    cell: &CellSummary,
    next: Option<(Grade, f64)>,
    months_below: i64,
    most: Option<(Component, f64)>,
    lang: Lang,
) -> String {
    let grade = match (cell.quality_mean, next) {
        (None, _) => t!(lang, "no-scores"),
        (Some(_), None) => t!(lang, "mean-in-the-highest-grade"),
        (Some(mean), Some((grade, from))) => {
            let (mean_written, needed) = (apart(mean, from, lang), apart(from - mean, 0.0, lang));
            let (name, from) = (wording::grade(grade, lang), decimal(from, 0, lang));
            t!(lang, "points-to-the-next-grade", mean_written, needed, name, from, months_below)
        }
    };
    let component = most.map(|(component, lost)| {
        let (name, lost) = (wording::component(component, lang), decimal(lost, 1, lang));
        t!(lang, "index-loses-most", name, lost)
    });
    grade + &component.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::examples::{cell, index_rules, scored_months};

    const CUTS: GradeCuts = GradeCuts { good_from: 90.0, fair_from: 70.0, average_from: 50.0 };

    /// A cell with three months of 92, eight of 86, one of 60.
    fn lift_of_one(cell: CellSummary, lang: Lang) -> LiftRow {
        let components = index_rules().components;
        let scores = [[92.0; 3].as_slice(), &[86.0; 8], &[60.0]].concat();
        let months = scored_months("A", &scores.iter().map(|score| (Some(*score), None)).collect::<Vec<_>>());
        let cells = [cell];
        lift(&cells, &months, &contributions(&cells, &components), &|_| CUTS, lang).remove(0)
    }

    #[test]
    fn what_the_components_bring_adds_up_to_the_index() {
        // 0.40·90 = 36; 0.20·83.3333 = 16.6667; 15; 10; 0.10·80 = 8; 5: together 90.6667
        let rows = contributions(&[cell("A")], &index_rules().components);
        let points: Vec<f64> = rows.iter().filter_map(|row| row.points).collect();
        let expected = [36.0, 50.0 / 3.0, 15.0, 10.0, 8.0, 5.0];
        assert!(points.iter().zip(expected).all(|(one, other)| (one - other).abs() < 1e-9), "{points:?}");
        assert!((points.iter().sum::<f64>() - 272.0 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn weights_of_a_cell_add_up_to_one_over_what_it_has() {
        // without speakers: 0.40 / 0.90
        let rows = contributions(&[CellSummary { speakers_ratio: None, ..cell("A") }], &index_rules().components);
        assert!((rows[0].weight - 4.0 / 9.0).abs() < 1e-12);
        assert!((rows.iter().map(|row| row.weight).sum::<f64>() - 1.0).abs() < 1e-12);
        assert_eq!(rows[4].points, None);
    }

    #[test]
    fn a_fair_cell_is_told_how_many_points_make_it_good() {
        let fair = CellSummary { quality_mean: Some(86.5), ..cell("A") };
        let row = lift_of_one(fair, Lang::Vi);
        assert_eq!((row.grade, row.next_grade, row.months_below), (Some(Grade::Fair), Some(Grade::Good), 9));
        assert!((row.points_needed.unwrap() - 3.5).abs() < 1e-12);
        // quality loses 0.40·13.5 = 5.4, attendance 0.20·16.67 = 3.3
        assert_eq!(row.component, Some(Component::Quality));
        assert_eq!(
            row.advice,
            "Điểm bình quân 86,5: thêm 3,5 điểm mỗi tháng thì điểm bình quân đạt mức Tốt (90); 9 tháng có điểm dưới 90. \
             Chỉ số thiếu nhiều nhất ở thành phần Chất lượng: 5,4 điểm."
        );
    }

    #[test]
    fn a_good_cell_is_told_where_its_index_loses_most() {
        // quality loses 4.0, attendance 3.33, participation 2.0
        let row = lift_of_one(cell("A"), Lang::En);
        assert_eq!((row.grade, row.next_grade, row.points_needed), (Some(Grade::Good), None, None));
        assert_eq!(
            row.advice,
            "The mean score is in the highest grade; that of the year also asks for cadence and months. \
             The index loses most in Quality: 4.0 points."
        );
    }

    #[test]
    fn a_mean_just_under_a_grade_is_not_written_as_reached() {
        let row = lift_of_one(CellSummary { quality_mean: Some(89.98), ..cell("A") }, Lang::Vi);
        assert!(row.advice.starts_with("Điểm bình quân 89,98: thêm 0,02 điểm"), "{}", row.advice);
    }

    #[test]
    fn without_scores_there_is_no_grade_to_lift() {
        let row = lift_of_one(CellSummary { quality_mean: None, ..cell("A") }, Lang::Vi);
        assert_eq!((row.grade, row.next_grade), (None, None));
        assert!(row.advice.starts_with("Chưa có điểm."), "{}", row.advice);
    }
}
