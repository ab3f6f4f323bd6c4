//! What is believed of a cell's components: how each figure may turn out if the year were lived again.
//!
//! Shares are beta-binomial, means normal; both lean on the peer group where the rules say so (empirical Bayes:
//! B. Efron and C. Morris, "Data analysis using Stein's estimator and its generalizations", Journal of the American
//! Statistical Association 70 (1975), 311–319).

use super::peers::{Evidence, Peers, Sample, ScorePrior, SharePrior, Trials, few};
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
    if !rules.shrink_to_peers {
        return Belief::Mean { centre: sample.mean, scale: square.sqrt(), freedom };
    }
    let Pulled { centre, square, .. } = Pulled::of(sample, square, peers);
    Belief::Mean { centre, scale: square.sqrt(), freedom }
}

/// A mean score drawn towards its peers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pulled {
    /// Own mean + pull · (peers' mean − own mean).
    pub(super) centre: f64,
    /// (1 − pull)·error + 2/(k − 3)·pull²·(own mean − peers' mean)²: the second part is the doubt of how much the k
    /// peers differ, so that peers who seem to differ by chance only do not make a cell certain.
    pub(super) square: f64,
    /// (k − 3)/(k − 1) · error/(between + error), 0–1.
    pub(super) pull: f64,
}

impl Pulled {
    /// With a squared error of its own (C. N. Morris, "Parametric empirical Bayes inference: theory and applications",
    /// Journal of the American Statistical Association 78 (1983), 47–55).
    pub(super) fn of(sample: Sample, error: f64, peers: ScorePrior) -> Self {
        let by_chance = if error > 0.0 { error / (peers.between + error) } else { 0.0 };
        let pull = few(peers.cells) * by_chance;
        let apart = sample.mean - peers.mean;
        let doubt = if pull > 0.0 { 2.0 / (peers.cells - 3.0) * (pull * apart).powi(2) } else { 0.0 };
        Self { centre: sample.mean - pull * apart, square: (1.0 - pull) * error + doubt, pull }
    }
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

    /// Cells of three scores with this mean and a variance within of 12.
    fn scored(means: &[f64]) -> Vec<CellSummary> {
        let cell = |(at, mean): (usize, &f64)| CellSummary {
            quality_mean: Some(*mean),
            quality_n: 3,
            quality_sd: Some(12_f64.sqrt()),
            ..cell(&format!("C{at}"))
        };
        means.iter().enumerate().map(cell).collect()
    }

    #[test]
    fn a_mean_leans_on_its_peers_as_far_as_chance_explains_it() {
        // Means 80, 80, 80, 90, 90, 90: 85, observed 6·25/5 = 30, by chance 12/3 = 4, between 26. A cell's s² =
        // (2·12 + 3·12)/5 = 12, error 4; pull = 3/5 · 4/30 = 0.08; centre = 80 + 0.08·5 = 80.4;
        // square = 0.92·4 + 2/3·(0.08·5)² = 3.786667
        let cells = scored(&[80.0, 80.0, 80.0, 90.0, 90.0, 90.0]);
        let got = belief(&cells, &index_rules().interval, Component::Quality);
        let Some(Belief::Mean { centre, scale, freedom }) = got[0] else { panic!() };
        assert!((centre - 80.4).abs() < 1e-9 && (scale - (3.68_f64 + 0.32 / 3.0).sqrt()).abs() < 1e-9, "{got:?}");
        assert!((freedom - 5.0).abs() < 1e-12);
    }

    #[test]
    fn three_peers_say_too_little_to_lean_on() {
        let got = belief(&scored(&[80.0, 90.0, 95.0]), &index_rules().interval, Component::Quality);
        let Some(Belief::Mean { centre, scale, .. }) = got[0] else { panic!() };
        assert!((centre - 80.0).abs() < 1e-12 && (scale - 2.0).abs() < 1e-12, "{got:?}");
    }

    #[test]
    fn peers_who_seem_to_differ_by_chance_only_make_no_cell_certain() {
        // Ten means within 1 point: between 0, pull 7/9; square = 2/9·4 + 2/7·(7/9·0.5)² = 0.932099
        let means = [84.5, 85.5, 84.5, 85.5, 84.5, 85.5, 84.5, 85.5, 84.5, 85.5];
        let got = belief(&scored(&means), &index_rules().interval, Component::Quality);
        let Some(Belief::Mean { scale, .. }) = got[0] else { panic!() };
        assert!((scale * scale - 0.932_098_765).abs() < 1e-8, "{}", scale * scale);
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
