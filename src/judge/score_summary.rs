//! Scores in figures: how many, mean, spread, quantiles and grades, per cell, cell type, committee and overall, for each
//! scorer. The histogram and the quantiles are those of `distribution`.

use std::collections::BTreeMap;

use super::agreement::views;
use super::figure::{Moments, is_held, millionths};
use crate::lake::schema::{CellMonth, CellRule, CellSummary, DistributionRow, MonthRow};
use crate::lake::statistics::ScoreSummary;
use crate::period::Period;
use crate::register::UnitId;
use crate::rules::rubric::GradeCuts;
use crate::terms::{DistributionKind, Grade, Scope, Scorer};

/// One row per scope, key and scorer with a score, sorted as `distribution` is. Every score is graded by the cut-offs of
/// its cell's month, whoever gave it; conditions beside the score lower only the grade of the one that counts.
#[must_use]
pub fn score_summary(
    cells: &[CellSummary],
    months: &[CellMonth],
    rules: (&[MonthRow], &[CellRule]),
    distribution: &[DistributionRow],
) -> Vec<ScoreSummary> {
    let scores = by_cell(months, &Cuts::of(rules));
    let mut pools: BTreeMap<Key<'_>, (Scope, Scorer, Scores)> = BTreeMap::new();
    for cell in cells {
        for scorer in Scorer::ALL {
            let Some(own) = scores.get(&(&cell.cell_id, *scorer)) else { continue };
            for (scope, key) in views(cell).into_iter().chain([(Scope::Cell, cell.cell_id.as_str())]) {
                let pool =
                    pools.entry((scope.word(), key, scorer.word())).or_insert((scope, *scorer, Scores::default()));
                pool.2 = pool.2.and(*own);
            }
        }
    }
    let quantiles = quantiles(distribution);
    let row = |(key, (scope, scorer, scores)): (&Key<'_>, &(Scope, Scorer, Scores))| {
        let [min, q25, median, q75, max] = quantiles.get(key).copied().unwrap_or_default();
        Some(ScoreSummary {
            scope: *scope,
            key: key.1.to_owned(),
            scorer: *scorer,
            n: scores.moments.n,
            mean: scores.moments.mean()?,
            sd: scores.moments.sd(),
            min,
            q25,
            median,
            q75,
            max,
            good: scores.good,
            fair: scores.fair,
            average: scores.average,
            poor: scores.poor,
        })
    };
    pools.iter().filter_map(row).collect()
}

/// Scope, key and scorer as words.
type Key<'a> = (&'a str, &'a str, &'a str);

/// Scores taken together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Scores {
    moments: Moments,
    good: i64,
    fair: i64,
    average: i64,
    poor: i64,
}

impl Scores {
    fn one(score: f64, grade: Grade) -> Self {
        let mut scores = Self { moments: Moments::one(millionths(score)), ..Self::default() };
        match grade {
            Grade::Good => scores.good = 1,
            Grade::Fair => scores.fair = 1,
            Grade::Average => scores.average = 1,
            Grade::Poor => scores.poor = 1,
        }
        scores
    }

    fn and(self, other: Self) -> Self {
        Self {
            moments: self.moments.and(other.moments),
            good: self.good + other.good,
            fair: self.fair + other.fair,
            average: self.average + other.average,
            poor: self.poor + other.poor,
        }
    }
}

/// By which cut-offs a cell's month is graded.
struct Cuts<'a> {
    general: BTreeMap<Period, GradeCuts>,
    own: BTreeMap<(&'a UnitId, Period), GradeCuts>,
}

impl<'a> Cuts<'a> {
    fn of((months, cells): (&'a [MonthRow], &'a [CellRule])) -> Self {
        Self {
            general: months.iter().map(|month| (month.period, cuts(month))).collect(),
            own: cells.iter().map(|rule| ((&rule.cell_id, rule.period), rule.cuts())).collect(),
        }
    }

    fn get(&self, month: &'a CellMonth) -> Option<&GradeCuts> {
        self.own.get(&(&month.cell_id, month.period)).or_else(|| self.general.get(&month.period))
    }
}

/// The scores of each cell's held months by who gave them.
fn by_cell<'a>(months: &'a [CellMonth], cuts: &Cuts<'a>) -> BTreeMap<(&'a UnitId, Scorer), Scores> {
    let mut scores: BTreeMap<(&UnitId, Scorer), Scores> = BTreeMap::new();
    for month in months.iter().filter(|month| is_held(month)) {
        let Some(cuts) = cuts.get(month) else { continue };
        for scorer in Scorer::ALL {
            let (score, graded) = match scorer {
                Scorer::Own => (month.self_score, month.official_grade.filter(|_| month.upper_score.is_none())),
                Scorer::Upper => (month.upper_score, month.official_grade),
                Scorer::Official => (month.official_score, month.official_grade),
            };
            if let Some(score) = score {
                let pool = scores.entry((&month.cell_id, *scorer)).or_default();
                *pool = pool.and(Scores::one(score, graded.unwrap_or_else(|| cuts.grade(score))));
            }
        }
    }
    scores
}

fn cuts(month: &MonthRow) -> GradeCuts {
    GradeCuts {
        good_from: month.grade_good_from,
        fair_from: month.grade_fair_from,
        average_from: month.grade_average_from,
    }
}

/// Lowest, first quartile, median, third quartile and highest.
fn quantiles(distribution: &[DistributionRow]) -> BTreeMap<Key<'_>, [Option<f64>; 5]> {
    let mut quantiles: BTreeMap<Key<'_>, [Option<f64>; 5]> = BTreeMap::new();
    for row in distribution.iter().filter(|row| row.kind == DistributionKind::Quantile) {
        let five = quantiles.entry((row.scope.word(), &row.key, row.scorer.word())).or_default();
        for (value, probability) in five.iter_mut().zip([0.0, 0.25, 0.5, 0.75, 1.0]) {
            if (row.low - probability).abs() < 1e-9 {
                *value = row.value;
            }
        }
    }
    quantiles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::examples::{cell, not_held_month, quiet_month, scored_months};

    fn month(text: &str, good_from: f64) -> MonthRow {
        let period: Period = text.parse().unwrap();
        MonthRow {
            period,
            quarter: period.quarter().to_string(),
            first_day: period.first_day(),
            last_day: period.last_day(),
            deadline: period.last_day(),
            duration_required: 90,
            combined_duration_required: 90,
            grade_good_from: good_from,
            grade_fair_from: 70.0,
            grade_average_from: 50.0,
            rubric: String::new(),
        }
    }

    fn rules() -> Vec<MonthRow> {
        vec![month("2024-01", 90.0), month("2024-02", 90.0), month("2024-03", 80.0)]
    }

    fn row(rows: &[ScoreSummary], scope: Scope, key: &str, scorer: Scorer) -> Option<ScoreSummary> {
        rows.iter().find(|row| row.scope == scope && row.key == key && row.scorer == scorer).cloned()
    }

    #[test]
    fn mean_spread_and_grades_are_those_of_the_held_months() {
        let mut months = scored_months("A", &[(Some(84.0), None), (Some(95.0), Some(40.0)), (Some(82.0), Some(82.0))]);
        months.push(CellMonth { self_score: Some(10.0), ..not_held_month("A", "2024-02") });
        let rows = score_summary(&[cell("A")], &months, (&rules(), &[]), &[]);
        // 84 is fair in January, 82 good in March, by the rubric of the month
        let own = row(&rows, Scope::Cell, "A", Scorer::Own).unwrap();
        // mean 87; deviations −3, 8, −5: √(98/2) = 7
        assert_eq!((own.n, own.mean, own.sd), (3, 87.0, Some(7.0)));
        assert_eq!((own.good, own.fair, own.average, own.poor), (2, 1, 0, 0));
        let upper = row(&rows, Scope::Cell, "A", Scorer::Upper).unwrap();
        assert_eq!((upper.n, upper.mean), (2, 61.0));
        assert_eq!((upper.good, upper.fair, upper.average, upper.poor), (1, 0, 0, 1));
        let official = row(&rows, Scope::Cell, "A", Scorer::Official).unwrap();
        // 84, 40, 82
        assert_eq!((official.n, official.good, official.fair, official.poor), (3, 1, 1, 1));
    }

    #[test]
    fn a_score_is_graded_by_the_rule_of_its_cell() {
        let mut months = scored_months("A", &[(Some(84.0), None), (Some(95.0), Some(92.0))]);
        months[1].official_grade = Some(Grade::Fair);
        let own = CellRule {
            cell_id: UnitId::new("A"),
            period: "2024-01".parse().unwrap(),
            rubric: String::new(),
            grade_good_from: 80.0,
            grade_fair_from: 60.0,
            grade_average_from: 40.0,
            at_best: None,
            gates_open: false,
        };
        let rows = score_summary(&[cell("A")], &months, (&rules(), &[own]), &[]);
        let grades = |scorer| row(&rows, Scope::Cell, "A", scorer).map(|row| (row.good, row.fair));
        assert_eq!(grades(Scorer::Own), Some((2, 0)), "84 is good here, and no condition lowers what does not count");
        months[1].upper_score = None;
        let alone = score_summary(&[cell("A")], &months, (&rules(), &[]), &[]);
        let fair = row(&alone, Scope::Cell, "A", Scorer::Own).map(|row| row.fair);
        assert_eq!(fair, Some(2), "84 by the general cut-offs, and the one that counts by its condition");
        assert_eq!(grades(Scorer::Upper), Some((0, 1)), "92 without its full points");
        assert_eq!(grades(Scorer::Official), Some((1, 1)));
    }

    #[test]
    fn cells_are_pooled_by_type_committee_and_overall() {
        let other = CellSummary { unit_id: None, cell_type: Some("cơ quan".into()), ..cell("B") };
        let months = [scored_months("A", &[(Some(80.0), None)]), scored_months("B", &[(Some(60.0), None)])].concat();
        let rows = score_summary(&[cell("A"), other], &months, (&rules(), &[]), &[]);
        let shown = |scope, key| {
            row(&rows, scope, key, Scorer::Own).map(|row| (row.n, row.mean, row.sd.map(|sd| format!("{sd:.4}"))))
        };
        // deviations ±10: √200
        assert_eq!(shown(Scope::All, "ALL"), Some((2, 70.0, Some("14.1421".into()))));
        assert_eq!(shown(Scope::Unit, "U"), Some((1, 80.0, None)));
        assert_eq!(shown(Scope::Unit, "—"), Some((1, 60.0, None)));
        assert_eq!(shown(Scope::Type, "cơ quan"), Some((1, 60.0, None)));
        assert_eq!(row(&rows, Scope::All, "ALL", Scorer::Upper), None);
        let order: Vec<_> = rows.iter().map(|row| (row.scope.word(), row.key.clone(), row.scorer.word())).collect();
        assert!(order.is_sorted(), "{order:?}");
    }

    #[test]
    fn quantiles_are_those_of_the_distribution() {
        let quantile = |low, value| DistributionRow {
            scope: Scope::Cell,
            key: "A".into(),
            scorer: Scorer::Own,
            kind: DistributionKind::Quantile,
            low,
            high: None,
            count: None,
            value: Some(value),
        };
        let bin = DistributionRow { kind: DistributionKind::Bin, value: Some(99.0), ..quantile(0.0, 0.0) };
        let five = [(0.0, 60.0), (0.25, 65.0), (0.5, 70.0), (0.75, 75.0), (1.0, 80.0)];
        let distribution: Vec<_> = five.map(|(low, value)| quantile(low, value)).into_iter().chain([bin]).collect();
        let months = vec![CellMonth { self_score: Some(60.0), ..quiet_month("A", "2024-01") }];
        let rows = score_summary(&[cell("A")], &months, (&rules(), &[]), &distribution);
        let own = row(&rows, Scope::Cell, "A", Scorer::Own).unwrap();
        assert_eq!([own.min, own.q25, own.median, own.q75, own.max], [60.0, 65.0, 70.0, 75.0, 80.0].map(Some));
        let all = row(&rows, Scope::All, "ALL", Scorer::Own).unwrap();
        assert_eq!(all.median, None);
    }
}
