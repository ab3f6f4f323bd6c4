//! Beside a cell's own figures, estimates that lean on its peers: a small cell's rate says little by itself.

use statrs::distribution::{Beta, ContinuousCDF, StudentsT};

use super::posterior::{Belief, Leaning, leanings};
use super::scopes::ALL;
use crate::lake::schema::{CellMonth, CellSummary};
use crate::lake::statistics::EstimateRow;
use crate::rules::index::IntervalRules;

/// One row per cell and figure that chance plays a part in, in the order of the cells. `months` are sorted by cell and
/// month.
#[must_use]
pub fn estimates(cells: &[CellSummary], months: &[CellMonth], rules: &IntervalRules) -> Vec<EstimateRow> {
    // The estimates lean on the peers whatever the intervals do.
    let rules = IntervalRules { shrink_to_peers: true, ..*rules };
    let of_cell = |(cell, leanings): (&CellSummary, Vec<Leaning>)| {
        leanings.into_iter().filter_map(|leaning| row(cell, &leaning)).collect::<Vec<_>>()
    };
    cells.iter().zip(leanings(cells, months, &rules)).flat_map(of_cell).collect()
}

fn row(cell: &CellSummary, leaning: &Leaning) -> Option<EstimateRow> {
    let (estimate, low90, high90) = summary(leaning.belief)?;
    let group = cell.peer_group.as_deref().filter(|_| leaning.on_group);
    Some(EstimateRow {
        cell_id: cell.cell_id.clone(),
        figure: leaning.component,
        raw: leaning.raw,
        n: leaning.n,
        peers: group.unwrap_or(ALL).to_owned(),
        peer_mean: leaning.peer_mean,
        estimate,
        low90,
        high90,
    })
}

/// Mean, 5th and 95th percentile of what is believed; none of what is certain.
fn summary(belief: Belief) -> Option<(f64, f64, f64)> {
    match belief {
        Belief::Certain(_) => None,
        Belief::Share { yes, no } => {
            let beta = Beta::new(yes, no).ok()?;
            Some((yes / (yes + no), beta.inverse_cdf(0.05), beta.inverse_cdf(0.95)))
        }
        Belief::Mean { centre, scale, freedom } => {
            let t = StudentsT::new(0.0, 1.0, freedom).ok()?.inverse_cdf(0.95);
            Some((centre, centre - t * scale, centre + t * scale))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::judge::examples::{cell, index_rules, with_attendance};
    use crate::rules::index::Component;

    fn attendance(cells: &[CellSummary]) -> Vec<EstimateRow> {
        let rows = estimates(cells, &[], &index_rules().interval);
        rows.into_iter().filter(|row| row.figure == Component::Attendance).collect()
    }

    #[test]
    fn a_beta_is_summed_up_by_its_mean_and_percentiles() {
        // Beta(2, 2): mean ½; its distribution function 3x² − 2x³ is 0.05 at 0.135350
        let (mean, low, high) = summary(Belief::Share { yes: 2.0, no: 2.0 }).unwrap();
        assert!((mean - 0.5).abs() < 1e-12 && (low - 0.135_350).abs() < 1e-5 && (low + high - 1.0).abs() < 1e-6);
    }

    #[test]
    fn a_small_cell_of_few_peers_leans_on_all() {
        let rows = attendance(&[with_attendance(cell("A"), 20, 40, 10), with_attendance(cell("B"), 380, 400, 10)]);
        assert!(rows.iter().all(|row| row.peers == "ALL"));
        // (400 / 2 + ½) / (440 / 2 + 1)
        assert!((rows[0].peer_mean - 200.5 / 221.0).abs() < 1e-12, "{rows:?}");
        assert!((rows[0].raw - 0.5).abs() < 1e-12 && (rows[0].n - 20.0).abs() < 1e-12);
    }

    #[test]
    fn a_group_large_enough_is_leant_on_by_name() {
        let cells: Vec<CellSummary> = (0..10).map(|at| cell(&format!("C{at}"))).collect();
        assert!(attendance(&cells).iter().all(|row| row.peers == "bản"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn an_estimate_lies_between_the_own_figure_and_the_peers(shares in prop::collection::vec((1_i64..=20, 1_i64..=12), 2..12)) {
            let cell = |(at, (size, present)): (usize, &(i64, i64))| {
                with_attendance(cell(&format!("C{at}")), (*present).min(*size) * 12, size * 12, 12)
            };
            let cells: Vec<CellSummary> = shares.iter().enumerate().map(cell).collect();
            for row in attendance(&cells) {
                let (low, high) = (row.raw.min(row.peer_mean), row.raw.max(row.peer_mean));
                prop_assert!(low - 1e-9 <= row.estimate && row.estimate <= high + 1e-9, "{row:?}");
                prop_assert!(row.low90 <= row.high90);
            }
        }
    }
}
