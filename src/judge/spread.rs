//! The spread of scores per cell, committee, type and overall: n, mean, quartiles, grades.

use super::figure::number;
use super::scopes::held_months;
use crate::lake::schema::{CellMonth, CellSummary};
use crate::lake::statistics::SpreadRow;
use crate::terms::{Grade, Scope, Scorer};

const SCOPES: [Scope; 4] = [Scope::Cell, Scope::Unit, Scope::Type, Scope::All];

/// One row per scope, key and scorer with a score. `months` are sorted by cell and month.
#[must_use]
pub fn spread(cells: &[CellSummary], months: &[CellMonth]) -> Vec<SpreadRow> {
    let pools = held_months(cells, months, &SCOPES);
    let rows = |((scope, key), cells): (&(Scope, &str), &Vec<Vec<&CellMonth>>)| {
        let months: Vec<&CellMonth> = cells.iter().flatten().copied().collect();
        let of = |scorer: &Scorer| row(*scope, key, *scorer, &months);
        Scorer::ALL.iter().filter_map(of).collect::<Vec<_>>()
    };
    pools.iter().flat_map(rows).collect()
}

fn row(scope: Scope, key: &str, scorer: Scorer, months: &[&CellMonth]) -> Option<SpreadRow> {
    let given = |month: &&CellMonth| match scorer {
        Scorer::Own => month.self_score,
        Scorer::Upper => month.upper_score,
        Scorer::Official => month.official_score,
    };
    let mut sorted: Vec<f64> = months.iter().filter_map(given).collect();
    sorted.sort_by(f64::total_cmp);
    let n = i64::try_from(sorted.len()).ok()?;
    let mean = sorted.iter().sum::<f64>() / number(n);
    let squares = || sorted.iter().map(|score| (score - mean).powi(2)).sum::<f64>();
    let graded = |grade: Grade| {
        let is = |month: &&&CellMonth| scorer == Scorer::Official && month.official_grade == Some(grade);
        i64::try_from(months.iter().filter(is).count()).unwrap_or(i64::MAX)
    };
    Some(SpreadRow {
        scope,
        key: key.to_owned(),
        scorer,
        n,
        mean,
        sd: (n > 1).then(|| (squares() / number(n - 1)).sqrt()),
        min: *sorted.first()?,
        q25: quantile(&sorted, 0.25)?,
        median: quantile(&sorted, 0.5)?,
        q75: quantile(&sorted, 0.75)?,
        max: *sorted.last()?,
        grade_good: graded(Grade::Good),
        grade_fair: graded(Grade::Fair),
        grade_average: graded(Grade::Average),
        grade_poor: graded(Grade::Poor),
    })
}

/// The quantile by linear interpolation between order statistics, at (n − 1)·p: definition 7 of R. J. Hyndman and Y.
/// Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), 361–365; Excel's QUARTILE.INC.
fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let at = number(i64::try_from(sorted.len().checked_sub(1)?).ok()?) * share;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and a length")]
    let below = at.floor() as usize;
    let low = *sorted.get(below)?;
    let high = sorted.get(below + 1).copied().unwrap_or(low);
    Some(low + (high - low) * at.fract())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::examples::{cell, scored_months};

    #[test]
    fn quartiles_are_those_of_a_spreadsheet() {
        // QUARTILE.INC of 70, 80, 90, 100: 77.5, 85, 92.5
        let sorted = [70.0, 80.0, 90.0, 100.0];
        let quartiles = [0.0, 0.25, 0.5, 0.75, 1.0].map(|share| quantile(&sorted, share).unwrap());
        assert_eq!(quartiles.map(f64::to_bits), [70.0, 77.5, 85.0, 92.5, 100.0].map(f64::to_bits));
        assert_eq!(quantile(&[], 0.5), None);
    }

    #[test]
    fn each_scorer_has_its_own_row() {
        let months = scored_months("A", &[(Some(90.0), Some(80.0)), (Some(94.0), None)]);
        let rows = spread(&[cell("A")], &months);
        let of = |scorer| rows.iter().find(|row| row.scope == Scope::Cell && row.scorer == scorer).unwrap();
        // official: 80 and 94
        assert_eq!((of(Scorer::Own).n, of(Scorer::Upper).n, of(Scorer::Official).n), (2, 1, 2));
        assert!((of(Scorer::Official).mean - 87.0).abs() < 1e-12);
        // sd of 80 and 94 is 14/√2
        assert!((of(Scorer::Official).sd.unwrap() - 14.0 / 2_f64.sqrt()).abs() < 1e-12);
        assert_eq!(of(Scorer::Upper).sd, None);
        assert_eq!(rows.len(), 12, "four scopes of three scorers");
    }
}
