//! What is believed of a cell's components: how each figure may turn out if the year were lived again.
//!
//! Shares are beta-binomial, means normal; both lean on the peer group where the rules say so (empirical Bayes:
//! B. Efron and C. Morris, "Data analysis using Stein's estimator and its generalizations", Journal of the American
//! Statistical Association 70 (1975), 311–319).

use super::peers::{Evidence, Peers, Sample, ScorePrior, SharePrior, Trials};
use crate::lake::schema::{CellMonth, CellSummary};
use crate::rules::index::{Component, IntervalRules};

/// The distribution a figure is drawn from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Belief {
    /// Known: whether a plan was made.
    Certain(f64),
    /// A share, Beta(yes, no).
    Share {
        /// α.
        yes: f64,
        /// β.
        no: f64,
    },
    /// A mean: centre + scale · t.
    Mean {
        /// Centre.
        centre: f64,
        /// Standard error.
        scale: f64,
        /// Degrees of freedom of t.
        freedom: f64,
    },
}

/// A cell's components as distributions, in the order of [`Component::ALL`]; none where the cell has no figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beliefs([Option<Belief>; Component::ALL.len()]);

impl Beliefs {
    fn of(evidence: &Evidence, peers: &Peers, rules: &IntervalRules) -> Self {
        let mut beliefs = [None; Component::ALL.len()];
        for (belief, component) in beliefs.iter_mut().zip(Component::ALL) {
            *belief = match component {
                Component::Quality => evidence.quality.map(|sample| mean_belief(sample, peers.scores, rules)),
                Component::Plan => evidence.plan.map(Belief::Certain),
                share => evidence.share(*share).map(|trials| share_belief(trials, peers.shares.get(share), rules)),
            };
        }
        Self(beliefs)
    }

    /// Each component with what is believed of it.
    pub fn iter(&self) -> impl Iterator<Item = (Component, Option<Belief>)> {
        Component::ALL.iter().copied().zip(self.0)
    }
}

/// The beliefs about all cells, in their order.
#[must_use]
pub fn beliefs(cells: &[&CellSummary], months: &[CellMonth], rules: &IntervalRules) -> Vec<Beliefs> {
    let evidence = Evidence::of_all(cells, months, rules);
    let peers = Peers::groups(cells, &evidence, rules);
    let believe = |(cell, evidence): (&&CellSummary, &Evidence)| {
        Beliefs::of(evidence, peers.get(cell.peer_group.as_deref()), rules)
    };
    cells.iter().zip(&evidence).map(believe).collect()
}

/// Beta(k + ½, n − k + ½), or with the peers' trials in the place of the halves.
pub(super) fn share_belief(trials: Trials, peers: Option<&SharePrior>, rules: &IntervalRules) -> Belief {
    let yes = trials.yes.clamp(0.0, trials.all);
    let (before_yes, before_no) = match peers.filter(|_| rules.shrink_to_peers) {
        Some(prior) => (prior.mean * prior.trials, (1.0 - prior.mean) * prior.trials),
        None => (0.5, 0.5),
    };
    Belief::Share { yes: yes + before_yes, no: trials.all - yes + before_no }
}

/// x̄ + t·s/√n; where it leans on the peers, x̄ and s²/n are those of the normal posterior.
fn mean_belief(sample: Sample, peers: ScorePrior, rules: &IntervalRules) -> Belief {
    let Error { square, freedom } = Error::of(sample, peers, rules);
    // No variance at all leaves nothing to draw.
    if square <= 0.0 {
        return Belief::Certain(sample.mean);
    }
    if !rules.shrink_to_peers || peers.between.is_infinite() {
        return Belief::Mean { centre: sample.mean, scale: square.sqrt(), freedom };
    }
    let trust = peers.between / (peers.between + square);
    let centre = peers.mean + trust * (sample.mean - peers.mean);
    Belief::Mean { centre, scale: (trust * square).sqrt(), freedom }
}

/// How far a cell's mean score may be off by chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Error {
    /// s²/n with s² = ((n − 1)s² + m·s²ₚ) / (n − 1 + m), m the months the peers' variance s²ₚ counts as.
    pub(super) square: f64,
    /// n − 1 + m.
    pub(super) freedom: f64,
}

impl Error {
    /// Of a cell's scores among its peers.
    pub(super) fn of(sample: Sample, peers: ScorePrior, rules: &IntervalRules) -> Self {
        let own = sample.variance.map_or((0.0, 0.0), |variance| (sample.n - 1.0, variance));
        let freedom = own.0 + rules.prior_months;
        let variance = (own.0 * own.1 + rules.prior_months * peers.within) / freedom;
        Self { square: variance / sample.n, freedom }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::examples::{cell, index_rules, sound_year, with_attendance};

    fn plain() -> IntervalRules {
        IntervalRules { shrink_to_peers: false, ..index_rules().interval }
    }

    fn belief(cells: &[CellSummary], rules: &IntervalRules, component: Component) -> Vec<Option<Belief>> {
        let months = sound_year("A");
        let of = |beliefs: &Beliefs| beliefs.iter().find(|(it, _)| *it == component).and_then(|(_, belief)| belief);
        beliefs(&cells.iter().collect::<Vec<_>>(), &months, rules).iter().map(of).collect()
    }

    #[test]
    fn attendance_counts_half_its_member_meetings() {
        // 114 of 120 with a design effect of 2: 57 of 60, so Beta(57.5, 3.5)
        let got = belief(&[cell("A")], &plain(), Component::Attendance);
        assert_eq!(got, [Some(Belief::Share { yes: 57.5, no: 3.5 })]);
    }

    #[test]
    fn meetings_held_count_one_by_one() {
        // 10 of 12
        let cells = [CellSummary { months_held: 10, ..cell("A") }];
        assert_eq!(belief(&cells, &plain(), Component::Cadence), [Some(Belief::Share { yes: 10.5, no: 2.5 })]);
    }

    #[test]
    fn one_score_is_as_wide_as_its_peers_say() {
        // The peer's variance is 16 (sd 4): one score has s = 4, s/√1 = 4, 0 + 3 degrees of freedom.
        let peer = CellSummary { quality_sd: Some(4.0), ..cell("B") };
        let once = CellSummary { quality_n: 1, quality_sd: None, ..cell("A") };
        let got = belief(&[once, peer], &plain(), Component::Quality);
        assert_eq!(got[0], Some(Belief::Mean { centre: 90.0, scale: 4.0, freedom: 3.0 }));
        // Twelve scores of sd 4: s/√12 = 1.1547, 11 + 3 degrees of freedom.
        let Some(Belief::Mean { scale, freedom, .. }) = got[1] else { panic!() };
        assert!((scale - 4.0 / 12_f64.sqrt()).abs() < 1e-12 && (freedom - 14.0).abs() < 1e-12);
    }

    #[test]
    fn a_plan_is_no_matter_of_chance() {
        assert_eq!(belief(&[cell("A")], &plain(), Component::Plan), [Some(Belief::Certain(1.0))]);
    }

    #[test]
    fn a_cell_without_a_figure_has_no_belief_about_it() {
        let cells = [CellSummary { due: None, present: None, ..cell("A") }];
        assert_eq!(belief(&cells, &plain(), Component::Attendance), [None]);
    }

    #[test]
    fn a_mean_leans_on_its_peers_as_far_as_chance_explains_it() {
        // Means 80 and 90, variance within 12 (sd √12), 3 scores each: observed variance 50, by chance 12/3 = 4,
        // between 46. A cell's s² = (2·12 + 3·12)/5 = 12, error 4, trust 46/50 = 0.92.
        // centre = 85 + 0.92·(80 − 85) = 80.4; scale = √(0.92·4) = 1.91833
        let scored = |id, mean| CellSummary {
            quality_mean: Some(mean),
            quality_n: 3,
            quality_sd: Some(12_f64.sqrt()),
            ..cell(id)
        };
        let got = belief(&[scored("A", 80.0), scored("B", 90.0)], &index_rules().interval, Component::Quality);
        let Some(Belief::Mean { centre, scale, freedom }) = got[0] else { panic!() };
        assert!((centre - 80.4).abs() < 1e-9 && (scale - 3.68_f64.sqrt()).abs() < 1e-9, "{got:?}");
        assert!((freedom - 5.0).abs() < 1e-12);
    }

    #[test]
    fn a_small_cell_leans_more_than_a_large_one() {
        let small = with_attendance(cell("A"), 24, 36, 12);
        let large = with_attendance(cell("B"), 240, 360, 12);
        let sound: Vec<CellSummary> =
            (0..10).map(|at| with_attendance(cell(&format!("C{at}")), 342, 360, 12)).collect();
        let cells = [vec![small, large], sound].concat();
        let got = belief(&cells, &index_rules().interval, Component::Attendance);
        let mean = |belief: &Option<Belief>| match belief {
            Some(Belief::Share { yes, no }) => yes / (yes + no),
            _ => panic!(),
        };
        assert!(mean(&got[0]) > mean(&got[1]) + 0.01, "{got:?}");
        assert!(mean(&got[1]) > 2.0 / 3.0 && mean(&got[0]) < 0.95);
    }
}
