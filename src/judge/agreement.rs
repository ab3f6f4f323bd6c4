//! Whether cells score themselves as the committee above does: overall, per committee against the others, per type.

use std::collections::BTreeMap;

use super::figure::{Moments, count, is_held, millionths, number};
use super::special::t_quantile;
use crate::lake::schema::{CellMonth, CellSummary};
use crate::lake::statistics::AgreementRow;
use crate::register::UnitId;
use crate::rules::statistics::AgreementRules;
use crate::terms::{Grade, Scope};

/// Standard deviations from the mean gap to the limits of agreement.
const LIMITS: f64 = 1.96;

/// One row overall, one per cell type, one per organisation above, sorted by scope and key. A cell belongs to the
/// organisation above it at the end of the window, with all its months, as in `unit_summary`.
#[must_use]
pub fn agreement(cells: &[CellSummary], months: &[CellMonth], rules: &AgreementRules) -> Vec<AgreementRow> {
    let pairs = pairs(months);
    let mut sorted: Vec<&CellSummary> = cells.iter().collect();
    sorted.sort_by(|one, other| one.cell_id.cmp(&other.cell_id));
    let mut pools: BTreeMap<(&str, &str), (Scope, Pool)> = BTreeMap::new();
    for cell in sorted {
        let own = pairs.get(&cell.cell_id).copied().unwrap_or_default();
        for (scope, key) in views(cell) {
            let (_, pool) = pools.entry((scope.word(), key)).or_insert_with(|| (scope, Pool::default()));
            pool.add(own);
        }
    }
    let all = pools.get(&(Scope::All.word(), ALL)).map(|(_, pool)| pool.pairs.gaps).unwrap_or_default();
    pools.iter().map(|((_, key), (scope, pool))| pool.row(*scope, key, all, *rules)).collect()
}

const ALL: &str = "ALL";
/// Key of the cells without type or organisation above, as in `distribution`.
const NOWHERE: &str = "—";

/// The rows a cell counts in, beside its own.
pub(super) fn views(cell: &CellSummary) -> [(Scope, &str); 3] {
    let above = cell.unit_id.as_ref().map_or(NOWHERE, UnitId::as_str);
    [(Scope::All, ALL), (Scope::Type, cell.cell_type.as_deref().unwrap_or(NOWHERE)), (Scope::Unit, above)]
}

/// The held months of one or more cells for which both have scored, or both have stated a grade.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Pairs {
    gaps: Moments,
    grades: Grades,
}

/// By cell.
fn pairs(months: &[CellMonth]) -> BTreeMap<&UnitId, Pairs> {
    let mut pairs: BTreeMap<&UnitId, Pairs> = BTreeMap::new();
    for month in months.iter().filter(|month| is_held(month)) {
        let pair = pairs.entry(&month.cell_id).or_default();
        if let (Some(own), Some(upper)) = (month.self_score, month.upper_score) {
            pair.gaps = pair.gaps.and(Moments::one(millionths(own) - millionths(upper)));
        }
        // Grades as stated; one worked out from a score would only repeat what the gaps say.
        if let (Some(own), Some(upper)) = (month.self_grade, month.upper_grade) {
            pair.grades = pair.grades.and(Grades::of(own, upper));
        }
    }
    pairs
}

/// Sums over pairs of grades, each grade as its place from 0 to 3.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Grades {
    n: i64,
    own: i64,
    upper: i64,
    squares: i64,
    differences: i64,
}

impl Grades {
    fn of(own: Grade, upper: Grade) -> Self {
        let place = |grade| match grade {
            Grade::Good => 0,
            Grade::Fair => 1,
            Grade::Average => 2,
            Grade::Poor => 3_i64,
        };
        let (own, upper) = (place(own), place(upper));
        Self { n: 1, own, upper, squares: own * own + upper * upper, differences: (own - upper).pow(2) }
    }

    fn and(self, other: Self) -> Self {
        Self {
            n: self.n + other.n,
            own: self.own + other.own,
            upper: self.upper + other.upper,
            squares: self.squares + other.squares,
            differences: self.differences + other.differences,
        }
    }

    /// J. Cohen, "Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial credit",
    /// Psychological Bulletin 70 (1968), 213–220: κ = 1 − Σw·observed / Σw·expected. With quadratic weights w = (i − j)²
    /// the table need not be filled: Σw·observed = Σ(i − j)²/n, and Σw·expected, the mean of (i − j)² over all pairs of
    /// an own and an upper grade, = (Σi² + Σj²)/n − 2·Σi·Σj/n². None where all grades are one and the same.
    fn kappa(&self) -> Option<f64> {
        let expected = self.n * self.squares - 2 * self.own * self.upper;
        (expected > 0).then(|| 1.0 - number(self.n * self.differences) / number(expected))
    }
}

/// Cells taken together; each stays a cluster, for its months are not independent of each other.
#[derive(Debug, Default)]
struct Pool {
    pairs: Pairs,
    clusters: Vec<Moments>,
}

impl Pool {
    fn add(&mut self, cell: Pairs) {
        self.pairs.gaps = self.pairs.gaps.and(cell.gaps);
        self.pairs.grades = self.pairs.grades.and(cell.grades);
        if cell.gaps.n > 0 {
            self.clusters.push(cell.gaps);
        }
    }

    /// Half the 95 % interval of the mean gap: t on C − 1 degrees of freedom times the cluster-robust standard error,
    /// √(C/(C − 1) · Σ(Σ of the cell's gaps − its months · mean)²) / n over C cells (K.-Y. Liang and S. L. Zeger,
    /// "Longitudinal data analysis using generalized linear models", Biometrika 73 (1986), 13–22). With one month a cell
    /// it is the usual t interval. None under 2 cells.
    fn half_width(&self, mean: f64) -> Option<f64> {
        let cells = self.cells();
        if cells < 2 {
            return None;
        }
        let residual = |cell: &Moments| (cell.sum() - number(cell.n) * mean).powi(2);
        let squares: f64 = self.clusters.iter().map(residual).sum();
        let freedom = number(cells - 1);
        let error = (number(cells) / freedom * squares).sqrt() / number(self.pairs.gaps.n);
        Some(t_quantile(0.975, freedom) * error)
    }

    fn cells(&self) -> i64 {
        count(self.clusters.len())
    }

    /// Limits of agreement by J. M. Bland and D. G. Altman, "Statistical methods for assessing agreement between two
    /// methods of clinical measurement", The Lancet 327 (1986), 307–310. The others' mean is taken as known; among many
    /// committees one in twenty is apart by chance alone.
    fn row(&self, scope: Scope, key: &str, all: Moments, rules: AgreementRules) -> AgreementRow {
        let gaps = self.pairs.gaps;
        let (mean, sd) = (gaps.mean(), gaps.sd());
        let half = mean.and_then(|mean| self.half_width(mean));
        let limit = |sds: f64| Some(mean? + sds * sd?);
        let bound = |side: f64| Some(mean? + side * half?);
        let peers = if scope == Scope::All { None } else { all.without(gaps).mean() };
        let apart = || Some((mean? - peers?).abs() > half?);
        AgreementRow {
            scope,
            key: key.to_owned(),
            n: gaps.n,
            cells: self.cells(),
            gap_mean: mean,
            gap_low95: bound(-1.0),
            gap_high95: bound(1.0),
            gap_sd: sd,
            limits_low: limit(-LIMITS),
            limits_high: limit(LIMITS),
            grades_n: self.pairs.grades.n,
            kappa_weighted: self.pairs.grades.kappa(),
            peer_gap_mean: peers,
            apart: if self.cells() >= rules.cells_at_least { apart() } else { None },
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::judge::examples::{cell, not_held_month, quiet_month, scored_months};

    const RULES: AgreementRules = AgreementRules { cells_at_least: 2 };

    fn of(unit: &str, id: &str) -> CellSummary {
        CellSummary { unit_id: Some(UnitId::new(unit)), ..cell(id) }
    }

    /// Months of a cell with these gaps to an upper score of 80.
    fn gaps(id: &str, gaps: &[f64]) -> Vec<CellMonth> {
        let scores: Vec<_> = gaps.iter().map(|gap| (Some(80.0 + gap), Some(80.0))).collect();
        scored_months(id, &scores)
    }

    fn row(rows: &[AgreementRow], scope: Scope, key: &str) -> AgreementRow {
        rows.iter().find(|row| row.scope == scope && row.key == key).unwrap().clone()
    }

    fn near(got: Option<f64>, expected: f64) {
        assert!((got.unwrap() - expected).abs() < 1e-9, "{got:?} {expected}");
    }

    /// Peak flow of 17 people by two meters, table 1 of Bland and Altman (1986): the mean difference is −2.1 l/min with
    /// a standard deviation of 38.8, its 95% interval −22.0 to 17.8. Each person is a cell with one month. With 1.96 in
    /// the place of their 2 the limits are −2.12 ± 75.99.
    #[test]
    fn the_published_example_of_two_meters_comes_out() {
        let large = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427];
        let mini = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451];
        let ids: Vec<String> = (10..27).map(|at| format!("C{at}")).collect();
        let cells: Vec<_> = ids.iter().map(|id| of("U", id)).collect();
        let scores = large.iter().zip(mini).map(|(own, upper)| [(Some(f64::from(*own)), Some(f64::from(upper)))]);
        let months: Vec<_> = ids.iter().zip(scores).flat_map(|(id, score)| scored_months(id, &score)).collect();
        let all = row(&agreement(&cells, &months, &RULES), Scope::All, "ALL");
        let shown = |figure: Option<f64>| format!("{:.1}", figure.unwrap());
        assert_eq!((shown(all.gap_mean), shown(all.gap_sd)), ("-2.1".into(), "38.8".into()));
        assert_eq!((shown(all.gap_low95), shown(all.gap_high95)), ("-22.0".into(), "17.8".into()));
        assert_eq!((shown(all.limits_low), shown(all.limits_high)), ("-78.1".into(), "73.9".into()));
        assert_eq!((all.n, all.cells, all.peer_gap_mean, all.apart), (17, 17, None, None));
    }

    #[test]
    fn months_of_one_cell_count_as_one_cluster() {
        // A: 4, 6 (Σ 10); B: 1, 1 (Σ 2). Mean 3, residuals 10 − 6 = 4 and 2 − 6 = −4, Σ² = 32.
        // Error = √(2/1 · 32)/4 = 2; t on 1 degree of freedom is 12.7062047.
        // Standard deviation: deviations 1, 3, −2, −2; √(18/3) = 2.449490.
        let months = [gaps("A", &[4.0, 6.0]), gaps("B", &[1.0, 1.0])].concat();
        let all = row(&agreement(&[of("U", "A"), of("U", "B")], &months, &RULES), Scope::All, "ALL");
        near(all.gap_mean, 3.0);
        near(all.gap_low95, 3.0 - 2.0 * 12.706_204_736_174_7);
        near(all.gap_high95, 3.0 + 2.0 * 12.706_204_736_174_7);
        near(all.gap_sd, 6_f64.sqrt());
        near(all.limits_high, 3.0 + 1.96 * 6_f64.sqrt());
    }

    #[test]
    fn one_cell_has_a_mean_but_no_interval() {
        let rows = agreement(&[of("U", "A")], &gaps("A", &[4.0, 6.0]), &RULES);
        let all = row(&rows, Scope::All, "ALL");
        assert_eq!((all.gap_mean, all.gap_low95, all.gap_high95, all.apart), (Some(5.0), None, None, None));
        near(all.limits_low, 5.0 - 1.96 * 2_f64.sqrt());
    }

    #[test]
    fn a_committee_is_held_against_the_others_months_pooled() {
        let cells = [of("U", "A"), of("U", "B"), of("V", "C"), of("W", "D")];
        let months =
            [gaps("A", &[6.0, 6.0]), gaps("B", &[6.0, 6.1]), gaps("C", &[0.0, 1.0, 2.0]), gaps("D", &[5.0])].concat();
        let rows = agreement(&cells, &months, &RULES);
        let unit = row(&rows, Scope::Unit, "U");
        // (0 + 1 + 2 + 5) / 4; mean of U 6.025, error √(2 · 2 · 0.05²)/4 = 0.025, half width 0.317655
        near(unit.peer_gap_mean, 2.0);
        near(unit.gap_high95, 6.025 + 0.025 * 12.706_204_736_174_7);
        assert_eq!(unit.apart, Some(true));
        // One cell is too few to say.
        assert_eq!(row(&rows, Scope::Unit, "V").apart, None);
        let strict = agreement(&cells, &months, &AgreementRules { cells_at_least: 3 });
        assert_eq!(row(&strict, Scope::Unit, "U").apart, None);
        // All are of one type, so the type has no peers.
        assert_eq!(row(&rows, Scope::Type, "bản").peer_gap_mean, None);
    }

    #[test]
    fn a_month_with_one_score_or_no_meeting_says_nothing() {
        let mut months = scored_months("A", &[(Some(80.0), None), (None, Some(80.0))]);
        months.push(CellMonth { self_score: Some(90.0), upper_score: Some(80.0), ..not_held_month("A", "2024-03") });
        let all = row(&agreement(&[of("U", "A")], &months, &RULES), Scope::All, "ALL");
        assert_eq!((all.n, all.cells, all.gap_mean, all.gap_sd), (0, 0, None, None));
    }

    fn graded(pairs: &[(u8, u8)]) -> Grades {
        let of = |(own, upper): &(u8, u8)| Grades::of(Grade::ALL[usize::from(*own)], Grade::ALL[usize::from(*upper)]);
        pairs.iter().map(of).fold(Grades::default(), Grades::and)
    }

    #[test]
    fn kappa_weighs_disagreement_by_its_square() {
        // Own: good, good, fair, poor; upper: good, fair, fair, average. Observed: (0 + 1 + 0 + 1)/4 = 0.5.
        // Expected over the 16 pairs: own 0 against 0, 1, 1, 2 is 6, twice; own 1: 1 + 0 + 0 + 1 = 2; own 3:
        // 9 + 4 + 4 + 1 = 18; (6 + 6 + 2 + 18)/16 = 2. κ = 1 − 0.5/2 = 0.75
        near(graded(&[(0, 0), (0, 1), (1, 1), (3, 2)]).kappa(), 0.75);
        near(graded(&[(0, 0), (1, 1)]).kappa(), 1.0);
        // always the other way round: observed 9, expected (0 + 9 + 9 + 0)/4 = 4.5
        near(graded(&[(0, 3), (3, 0)]).kappa(), -1.0);
        // one always good, the other not: no better than chance
        near(graded(&[(0, 0), (0, 3)]).kappa(), 0.0);
    }

    #[test]
    fn kappa_says_nothing_where_all_grades_are_the_same() {
        assert_eq!(graded(&[(0, 0), (0, 0)]).kappa(), None);
        assert_eq!(graded(&[]).kappa(), None);
    }

    #[test]
    fn grades_count_as_stated_only() {
        let stated =
            CellMonth { self_grade: Some(Grade::Good), upper_grade: Some(Grade::Fair), ..quiet_month("A", "2024-01") };
        let months = [vec![stated], gaps("A", &[10.0])].concat();
        let all = row(&agreement(&[of("U", "A")], &months, &RULES), Scope::All, "ALL");
        assert_eq!((all.grades_n, all.n, all.kappa_weighted), (1, 1, Some(0.0)));
    }

    proptest! {
        /// κ by its definition, from the table of counts.
        #[test]
        fn kappa_is_that_of_the_table(pairs in prop::collection::vec((0_u8..4, 0_u8..4), 1..30)) {
            let n = pairs.iter().map(|_| 1.0).sum::<f64>();
            let weight = |(own, upper): (u8, u8)| (f64::from(own) - f64::from(upper)).powi(2);
            let observed = pairs.iter().copied().map(weight).sum::<f64>() / n;
            let every = pairs.iter().flat_map(|(own, _)| pairs.iter().map(move |(_, upper)| (*own, *upper)));
            let expected = every.map(weight).sum::<f64>() / (n * n);
            match graded(&pairs).kappa() {
                Some(kappa) => prop_assert!((kappa - (1.0 - observed / expected)).abs() < 1e-9),
                None => prop_assert!(expected == 0.0),
            }
        }

        #[test]
        fn the_order_of_rows_does_not_matter(all in prop::collection::vec(prop::collection::vec(-20.0..20.0_f64, 0..5), 2..8)) {
            let ids: Vec<String> = (0..all.len()).map(|at| format!("C{at}")).collect();
            let mut cells: Vec<_> = ids.iter().zip(["U", "V"].into_iter().cycle()).map(|(id, unit)| of(unit, id)).collect();
            let mut months: Vec<_> = ids.iter().zip(&all).flat_map(|(id, own)| gaps(id, own)).collect();
            let rows = agreement(&cells, &months, &RULES);
            cells.reverse();
            months.reverse();
            prop_assert_eq!(agreement(&cells, &months, &RULES), rows);
        }
    }
}
