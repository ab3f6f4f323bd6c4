//! Self scores against upper scores: how far apart they are, and how surely, per committee against the others.

use statrs::distribution::{ContinuousCDF, StudentsT};

use super::figure::number;
use super::scopes::held_months;
use crate::lake::schema::{CellMonth, CellSummary};
use crate::lake::statistics::AgreementRow;
use crate::terms::{Grade, Scope};

/// Two-sided 95% quantile of the standard normal distribution.
const Z: f64 = 1.959_964;

/// One row per scope and key that has a month with both scores or both grades. `months` are sorted by cell and month.
#[must_use]
pub fn agreement(cells: &[CellSummary], months: &[CellMonth]) -> Vec<AgreementRow> {
    let pools = held_months(cells, months, &[Scope::All, Scope::Unit, Scope::Type]);
    let whole = pools.iter().find(|((scope, _), _)| *scope == Scope::All).map(|(_, cells)| Gaps::of(cells));
    let row = |((scope, key), cells): (&(Scope, &str), &Vec<Vec<&CellMonth>>)| {
        let (gaps, grades) = (Gaps::of(cells), Grades::of(cells));
        let (peers, interval) = (others(*scope, whole.as_ref(), &gaps), gaps.interval());
        let sd = gaps.sd();
        let limit = |sign: f64| Some(gaps.mean()? + sign * Z * sd?);
        (gaps.n() > 0 || grades.n > 0).then(|| AgreementRow {
            scope: *scope,
            key: (*key).to_owned(),
            cells: count(gaps.cells.len()),
            n: gaps.n(),
            gap_mean: gaps.mean(),
            gap_low95: interval.map(|(low, _)| low),
            gap_high95: interval.map(|(_, high)| high),
            gap_sd: sd,
            limits_low: limit(-1.0),
            limits_high: limit(1.0),
            grades_n: grades.n,
            kappa: grades.kappa(),
            peers_gap_mean: peers,
            apart: interval.zip(peers).map(|((low, high), peers)| peers < low || peers > high),
        })
    };
    pools.iter().filter_map(row).collect()
}

fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

/// Differences self − upper, by cell.
struct Gaps {
    cells: Vec<Vec<f64>>,
}

impl Gaps {
    fn of(cells: &[Vec<&CellMonth>]) -> Self {
        let gaps = |months: &Vec<&CellMonth>| {
            let gap = |month: &&CellMonth| Some(month.self_score? - month.upper_score?);
            months.iter().filter_map(gap).collect::<Vec<f64>>()
        };
        Self { cells: cells.iter().map(gaps).filter(|gaps| !gaps.is_empty()).collect() }
    }

    fn n(&self) -> i64 {
        count(self.cells.iter().map(Vec::len).sum())
    }

    fn sum(&self) -> f64 {
        self.cells.iter().flatten().sum()
    }

    fn mean(&self) -> Option<f64> {
        (self.n() > 0).then(|| self.sum() / number(self.n()))
    }

    fn sd(&self) -> Option<f64> {
        let mean = self.mean().filter(|_| self.n() > 1)?;
        let squares: f64 = self.cells.iter().flatten().map(|gap| (gap - mean).powi(2)).sum();
        Some((squares / number(self.n() - 1)).sqrt())
    }

    /// A t interval of the mean. Months of one cell are scored by the same people, so cells are the independent units:
    /// the variance is that of a ratio over clusters, G/(G − 1) · Σ(Σgap − n·mean)² / N² with G cells, and t has G − 1
    /// degrees of freedom (W. G. Cochran, "Sampling Techniques", 3rd ed. 1977, section 9.8).
    fn interval(&self) -> Option<(f64, f64)> {
        let mean = self.mean()?;
        let clusters = number(count(self.cells.len()));
        let t = StudentsT::new(0.0, 1.0, clusters - 1.0).ok()?.inverse_cdf(0.975);
        let residual = |gaps: &Vec<f64>| gaps.iter().map(|gap| gap - mean).sum::<f64>().powi(2);
        let squares: f64 = self.cells.iter().map(residual).sum();
        let error = (clusters / (clusters - 1.0) * squares).sqrt() / number(self.n());
        Some((mean - t * error, mean + t * error))
    }
}

/// The mean gap of all others of the scope; of a type, of all other types.
fn others(scope: Scope, whole: Option<&Gaps>, own: &Gaps) -> Option<f64> {
    let whole = whole.filter(|_| scope != Scope::All)?;
    let n = whole.n() - own.n();
    (n > 0).then(|| (whole.sum() - own.sum()) / number(n))
}

/// Pairs of stated grades, self and upper, by how often they occur.
struct Grades {
    n: i64,
    pairs: [[i64; 4]; 4],
}

impl Grades {
    fn of(cells: &[Vec<&CellMonth>]) -> Self {
        let mut grades = Self { n: 0, pairs: [[0; 4]; 4] };
        for month in cells.iter().flatten() {
            if let (Some(own), Some(upper)) = (month.self_grade, month.upper_grade)
                && let Some(pair) = grades.pairs.get_mut(place(own)).and_then(|row| row.get_mut(place(upper)))
            {
                *pair += 1;
                grades.n += 1;
            }
        }
        grades
    }

    /// κ = 1 − Σ w·observed / Σ w·expected with w = (i − j)² (J. Cohen, "Weighted kappa", Psychological Bulletin 70
    /// (1968), 213–220). Undefined where chance alone leaves nothing to disagree on.
    fn kappa(&self) -> Option<f64> {
        let of_row = |at: usize| self.pairs.get(at).map_or(0, |row| row.iter().sum::<i64>());
        let of_column = |at: usize| self.pairs.iter().filter_map(|row| row.get(at)).sum::<i64>();
        let (mut observed, mut expected) = (0.0, 0.0);
        for (own, row) in self.pairs.iter().enumerate() {
            for (upper, pairs) in row.iter().enumerate() {
                let weight = number(count(own.abs_diff(upper)).pow(2));
                observed += weight * number(*pairs);
                expected += weight * number(of_row(own)) * number(of_column(upper)) / number(self.n);
            }
        }
        (self.n > 0 && expected > 0.0).then(|| 1.0 - observed / expected)
    }
}

fn place(grade: Grade) -> usize {
    match grade {
        Grade::Good => 0,
        Grade::Fair => 1,
        Grade::Average => 2,
        Grade::Poor => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::examples::{cell, quiet_month};
    use crate::register::UnitId;

    fn near(one: Option<f64>, other: f64) -> bool {
        one.is_some_and(|one| (one - other).abs() < 1e-6)
    }

    fn scored(id: &str, pairs: &[(f64, f64)]) -> Vec<CellMonth> {
        let month = |(at, (own, upper)): (usize, &(f64, f64))| CellMonth {
            self_score: Some(*own),
            upper_score: Some(*upper),
            ..quiet_month(id, &format!("2024-{:02}", at + 1))
        };
        pairs.iter().enumerate().map(month).collect()
    }

    fn row<'a>(rows: &'a [AgreementRow], scope: Scope, key: &str) -> &'a AgreementRow {
        rows.iter().find(|row| row.scope == scope && row.key == key).unwrap()
    }

    #[test]
    fn limits_of_agreement_are_those_of_the_published_example() {
        // J. M. Bland and D. G. Altman, Lancet 327 (1986), 307–310, table: peak flow by Wright and mini meter of 17
        // people; mean difference −2.1, sd 38.8, limits −78.1 to 73.9 with 2 sd.
        let wright = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427];
        let mini = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451];
        let gaps = wright.iter().zip(mini).map(|(one, other)| vec![f64::from(*one - other)]).collect();
        let gaps = Gaps { cells: gaps };
        assert_eq!(format!("{:.1} {:.1}", gaps.mean().unwrap(), gaps.sd().unwrap()), "-2.1 38.8");
        // One difference per cell makes the cluster interval the ordinary one: −2.1 ± 2.120 · 38.8/√17 = ± 19.93
        let (low, high) = gaps.interval().unwrap();
        assert_eq!(format!("{low:.1} {high:.1}"), "-22.0 17.8");
    }

    #[test]
    fn cells_not_months_are_the_independent_units() {
        // Cell A: gaps 4, 4; cell B: 0, 0. Mean 2; residual sums (4, −4), squares 32; error = √(2·32)/4 = 2;
        // t(1) = 12.7062: 2 ± 25.4124
        let cells = [cell("A"), cell("B")];
        let months = [scored("A", &[(90.0, 86.0), (91.0, 87.0)]), scored("B", &[(80.0, 80.0), (82.0, 82.0)])].concat();
        let rows = agreement(&cells, &months);
        let all = row(&rows, Scope::All, "ALL");
        assert_eq!((all.cells, all.n), (2, 4));
        assert!(near(all.gap_mean, 2.0) && near(all.gap_low95, 2.0 - 25.412_409), "{all:?}");
        // sd of 4, 4, 0, 0 is √(16/3)
        assert!(near(all.gap_sd, (16.0_f64 / 3.0).sqrt()));
        assert!(near(all.limits_high, 2.0 + 1.959_964 * (16.0_f64 / 3.0).sqrt()));
    }

    #[test]
    fn a_committee_is_compared_with_the_others() {
        let of = |id: &str, unit: &str| CellSummary { unit_id: Some(UnitId::new(unit)), ..cell(id) };
        let cells = [of("A", "U"), of("B", "U"), of("C", "V"), of("D", "V")];
        let gaps = |id, gap: f64| scored(id, &[(90.0, 90.0 - gap), (92.0, 92.0 - gap), (88.0, 88.0 - gap)]);
        let months = [gaps("A", 8.0), gaps("B", 8.1), gaps("C", 1.0), gaps("D", 1.2)].concat();
        let rows = agreement(&cells, &months);
        let unit = row(&rows, Scope::Unit, "U");
        // (3·1.0 + 3·1.2)/6 = 1.1
        assert!(near(unit.peers_gap_mean, 1.1) && unit.apart == Some(true), "{unit:?}");
        assert_eq!(row(&rows, Scope::All, "ALL").peers_gap_mean, None);
    }

    #[test]
    fn one_cell_alone_has_no_interval() {
        let rows = agreement(&[cell("A")], &scored("A", &[(90.0, 86.0), (91.0, 88.0)]));
        assert_eq!(row(&rows, Scope::All, "ALL").gap_low95, None);
    }

    #[test]
    fn weighted_kappa_forgives_neighbours_more() {
        // Self good 6, fair 4; upper: of the good 4 good and 2 fair, of the fair 1 good and 3 fair.
        // observed = 2 + 1 = 3; expected = (6·5 + 4·5)/10 = 5; κ = 1 − 3/5 = 0.4
        let mut grades = Grades { n: 10, pairs: [[0; 4]; 4] };
        (grades.pairs[0][0], grades.pairs[0][1], grades.pairs[1][0], grades.pairs[1][1]) = (4, 2, 1, 3);
        assert!(near(grades.kappa(), 0.4));
        // The two fair of upper become poor: weights 9 each; observed = 18 + 1 = 19; columns: good 5, fair 3, poor 2;
        // expected = (6·3·1 + 6·2·9 + 4·5·1 + 4·2·4)/10 = (18 + 108 + 20 + 32)/10 = 17.8; κ = 1 − 19/17.8
        (grades.pairs[0][1], grades.pairs[0][3]) = (0, 2);
        assert!(near(grades.kappa(), 1.0 - 19.0 / 17.8));
    }

    #[test]
    fn graders_who_always_say_the_same_leave_kappa_undefined() {
        let month =
            CellMonth { self_grade: Some(Grade::Good), upper_grade: Some(Grade::Good), ..quiet_month("A", "2024-01") };
        let rows = agreement(&[cell("A")], &[month]);
        assert_eq!((rows[0].grades_n, rows[0].kappa, rows[0].n), (1, None, 0));
    }
}
