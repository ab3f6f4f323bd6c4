//! What a cell's figures are likely to be in the long run: raw figures of few meetings lean on the peer group.
//!
//! The beliefs are those the rank intervals are drawn from (`posterior.rs`), leaning whatever the rules say of ranks.
//! Shares: beta-binomial; scores: normal–normal. The parameters of a peer group come by the method of moments.

use rayon::prelude::*;

use super::peers::{Evidence, Peers, Sample, ScorePrior, SharePrior, Trials};
use super::posterior::{Belief, Error, Pulled, share_belief};
use super::special::{Beta, t_quantile};
use crate::lake::schema::{CellMonth, CellSummary};
use crate::lake::statistics::EstimateRow;
use crate::rules::index::{Component, IntervalRules};

/// The part of the posterior at either end that the interval leaves out.
const TAIL: f64 = 0.05;

/// One row per cell and figure it has, sorted by cell, figures in the order of the components. A plan is made or not:
/// it has no estimate.
#[must_use]
pub fn estimates(cells: &[CellSummary], months: &[CellMonth], rules: &IntervalRules) -> Vec<EstimateRow> {
    let rules = IntervalRules { shrink_to_peers: true, ..*rules };
    let mut sorted: Vec<&CellSummary> = cells.iter().collect();
    sorted.sort_by(|one, other| one.cell_id.cmp(&other.cell_id));
    let evidence = Evidence::of_all(&sorted, months, &rules);
    let groups = Peers::groups(&sorted, &evidence, &rules);
    let of_cell = |(cell, evidence): (&&CellSummary, &Evidence)| -> Vec<EstimateRow> {
        let group = cell.peer_group.as_deref();
        let (peers, pooled) = (groups.get(group), groups.own(group).is_none());
        let row = |component: &Component| {
            let estimate = match component {
                Component::Quality => Estimate::of_scores(evidence.quality?, peers.scores, &rules),
                share => Estimate::of_share(evidence.share(*share)?, *peers.shares.get(share)?, &rules)?,
            };
            Some(estimate.row(cell, *component, pooled))
        };
        Component::ALL.iter().filter_map(row).collect()
    };
    sorted.par_iter().zip(&evidence).flat_map_iter(of_cell).collect()
}

/// A figure as reported, what the peers tell of it, and what is believed after both.
struct Estimate {
    raw: f64,
    n: f64,
    peers: f64,
    peer_mean: f64,
    peer_spread: Option<f64>,
    centre: f64,
    low: f64,
    high: f64,
}

impl Estimate {
    /// Beta(yes + m·k, no + (1 − m)·k), m the peers' mean and k the trials it counts as. Between cells the share spreads
    /// by √(m(1 − m)/(k + 1)), the standard deviation of Beta(m·k, (1 − m)·k).
    fn of_share(trials: Trials, peers: SharePrior, rules: &IntervalRules) -> Option<Self> {
        let Belief::Share { yes, no } = share_belief(trials, Some(&peers), rules) else { return None };
        let posterior = Beta::new(yes, no);
        Some(Self {
            raw: trials.yes.clamp(0.0, trials.all) / trials.all,
            n: trials.all,
            peers: peers.cells,
            peer_mean: peers.mean,
            peer_spread: Some((peers.mean * (1.0 - peers.mean) / (peers.trials + 1.0)).sqrt()),
            centre: yes / (yes + no),
            low: posterior.quantile(TAIL),
            high: posterior.quantile(1.0 - TAIL),
        })
    }

    /// Drawn towards the peers as the ranks' beliefs are, with one part more of the squared error: pull²·(error of the
    /// peers' mean), which the ranks leave out because it moves all peers alike. The interval is one of t, and ends at 0
    /// and 100.
    fn of_scores(sample: Sample, peers: ScorePrior, rules: &IntervalRules) -> Self {
        let Error { square, freedom } = Error::of(sample, peers, rules);
        let Pulled { centre, square, pull } = Pulled::of(sample, square, peers);
        let borrowed = if pull > 0.0 { pull.powi(2) * peers.error } else { 0.0 };
        let half = t_quantile(1.0 - TAIL, freedom) * (square + borrowed).sqrt();
        Self {
            raw: sample.mean,
            n: sample.n,
            peers: peers.cells,
            peer_mean: peers.mean,
            peer_spread: peers.between.is_finite().then(|| peers.between.sqrt()),
            centre,
            low: (centre - half).max(0.0),
            high: (centre + half).min(100.0),
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "a number of cells")]
    fn row(self, cell: &CellSummary, figure: Component, pooled: bool) -> EstimateRow {
        EstimateRow {
            cell_id: cell.cell_id.clone(),
            figure,
            raw: self.raw,
            n: self.n,
            peer_group: cell.peer_group.clone(),
            pooled,
            peers: self.peers as i64,
            peer_mean: self.peer_mean,
            peer_spread: self.peer_spread,
            estimate: self.centre,
            low90: self.low,
            high90: self.high,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::judge::examples::{cell, index_rules, with_attendance};

    fn rules() -> IntervalRules {
        index_rules().interval
    }

    fn rows_of(cells: &[CellSummary], figure: Component, rules: &IntervalRules) -> Vec<EstimateRow> {
        estimates(cells, &[], rules).into_iter().filter(|row| row.figure == figure).collect()
    }

    fn near(got: f64, expected: f64) {
        assert!((got - expected).abs() < 1e-6, "{got} {expected}");
    }

    #[test]
    fn a_rate_leans_on_the_peers_by_the_trials_they_count_as() {
        // 9 of 10 and 5 of 10, design effect 1. Peers: mean 14.5/21 = 0.690476, of two of them 1 trial (see peers.rs).
        // A: Beta(9 + 0.690476, 1 + 0.309524), mean 9.690476/11 = 0.880952; its 5 % and 95 % as scipy has them.
        // Spread √(0.690476 · 0.309524 / 2) = 0.326894
        let cells = [with_attendance(cell("A"), 9, 10, 1), with_attendance(cell("B"), 5, 10, 1)];
        let rows = rows_of(&cells, Component::Attendance, &IntervalRules { design_effect: 1.0, ..rules() });
        near(rows[0].raw, 0.9);
        near(rows[0].n, 10.0);
        near(rows[0].peer_mean, 14.5 / 21.0);
        near(rows[0].peer_spread.unwrap(), 0.326_893_6);
        near(rows[0].estimate, 0.880_952_4);
        near(rows[0].low90, 0.695_550_308);
        near(rows[0].high90, 0.987_801_324);
        assert_eq!((rows[0].peers, rows[0].pooled), (2, true));
    }

    #[test]
    fn member_meetings_count_as_half() {
        let rows = rows_of(&[with_attendance(cell("A"), 114, 120, 12)], Component::Attendance, &rules());
        near(rows[0].n, 60.0);
        near(rows[0].raw, 0.95);
    }

    fn scored(id: &str, mean: f64, sd: f64) -> CellSummary {
        CellSummary { quality_mean: Some(mean), quality_n: 3, quality_sd: Some(sd), ..cell(id) }
    }

    #[test]
    fn a_mean_score_leans_on_the_peers_as_far_as_chance_explains_it() {
        // As in posterior.rs: between 26, pull 0.08, centre 80.4, squared error 3.786667, 5 degrees of freedom; with the
        // peers' mean 0.08²·30/6 more, 3.818667. t at 95 % is 2.015048; half 2.015048·√3.818667 = 3.937688
        let means = [("A", 80.0), ("B", 80.0), ("C", 80.0), ("D", 90.0), ("E", 90.0), ("F", 90.0)];
        let rows = rows_of(&means.map(|(id, mean)| scored(id, mean, 12_f64.sqrt())), Component::Quality, &rules());
        near(rows[0].estimate, 80.4);
        near(rows[0].low90, 80.4 - 3.937_688);
        near(rows[0].high90, 80.4 + 3.937_688);
        near(rows[0].peer_spread.unwrap(), 26_f64.sqrt());
    }

    #[test]
    fn peers_that_differ_by_chance_only_still_leave_doubt() {
        let cells: Vec<_> = (0..12).map(|at| scored(&format!("C{at:02}"), 80.0, 5.0)).collect();
        let rows = rows_of(&cells, Component::Quality, &rules());
        // Between 0, pull 9/11: 2/11·25/3 and (9/11)²·(25/3)/12 of the mean make 1.980028.
        // t at 95 % on 2 + 3 degrees: 2.015048 · √1.980028 = 2.835444
        near(rows[0].estimate, 80.0);
        near(rows[0].low90, 80.0 - 2.835_444);
        assert_eq!((rows[0].peer_spread, rows[0].peers, rows[0].pooled), (Some(0.0), 12, false));
    }

    #[test]
    fn the_interval_of_a_score_ends_at_a_hundred() {
        let rows = rows_of(&[scored("A", 99.5, 8.0), scored("B", 60.0, 8.0)], Component::Quality, &rules());
        near(rows[0].high90, 100.0);
        assert!(rows[0].low90 < 99.0);
    }

    #[test]
    fn a_single_cell_has_nobody_to_lean_on() {
        let rows = rows_of(&[scored("A", 80.0, 5.0)], Component::Quality, &rules());
        near(rows[0].estimate, 80.0);
        assert_eq!((rows[0].peers, rows[0].peer_spread), (1, None));
        assert!(rows[0].low90 < 80.0 && rows[0].high90 > 80.0);
    }

    #[test]
    fn a_setting_of_the_ranks_does_not_stop_estimates_from_leaning() {
        let cells = [scored("A", 80.0, 5.0), scored("B", 90.0, 5.0)];
        let alone = IntervalRules { shrink_to_peers: false, ..rules() };
        assert_eq!(estimates(&cells, &[], &alone), estimates(&cells, &[], &rules()));
    }

    #[test]
    fn a_cell_without_a_figure_has_no_estimate_of_it_and_no_cell_one_of_its_plan() {
        let bare = CellSummary { due: None, present: None, quality_mean: None, ..cell("A") };
        let figures: Vec<_> = estimates(&[bare], &[], &rules()).iter().map(|row| row.figure).collect();
        assert_eq!(figures, [Component::Cadence, Component::Thematic]);
    }

    fn cells() -> impl Strategy<Value = Vec<CellSummary>> {
        let one = (0_i64..=40, 1_i64..=40, 0.0..=100.0_f64, 1_i64..=12, 0.0..20.0_f64, 0_u8..3);
        prop::collection::vec(one, 1..40).prop_map(|all| {
            let of = |(at, (present, due, mean, n, sd, group)): (usize, (i64, i64, f64, i64, f64, u8))| CellSummary {
                quality_mean: Some(mean),
                quality_n: n,
                quality_sd: (n > 1).then_some(sd),
                peer_group: (group > 0).then(|| format!("nhóm {group}")),
                ..with_attendance(cell(&format!("C{at:02}")), present.min(due), due, 1)
            };
            all.into_iter().enumerate().map(of).collect()
        })
    }

    proptest! {
        #[test]
        fn an_estimate_lies_between_the_raw_figure_and_the_peers_mean(cells in cells()) {
            for row in estimates(&cells, &[], &rules()) {
                let (low, high) = (row.raw.min(row.peer_mean), row.raw.max(row.peer_mean));
                prop_assert!(low - 1e-9 <= row.estimate && row.estimate <= high + 1e-9, "{row:?}");
                prop_assert!(row.low90 <= row.high90 && row.low90 >= 0.0, "{row:?}");
                let most = if row.figure == Component::Quality { 100.0 } else { 1.0 };
                prop_assert!(row.high90 <= most, "{row:?}");
            }
        }

        #[test]
        fn the_order_of_rows_does_not_matter(cells in cells()) {
            let reversed: Vec<_> = cells.iter().rev().cloned().collect();
            prop_assert_eq!(estimates(&reversed, &[], &rules()), estimates(&cells, &[], &rules()));
        }
    }
}
