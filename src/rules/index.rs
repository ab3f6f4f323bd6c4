//! `pipelines/index.toml`: the weights and goalposts of the index, and who is ranked.

use serde::Deserialize;

use crate::lake::table::words;

words! {
    /// A component of the index.
    pub enum Component {
        /// quality_mean.
        Quality = "quality",
        /// attendance_rate.
        Attendance = "attendance",
        /// months_held / months_reported.
        Cadence = "cadence",
        /// thematic_quarters / thematic_expected.
        Thematic = "thematic",
        /// speakers_ratio.
        Participation = "participation",
        /// Whether a thematic plan was submitted.
        Plan = "plan",
    }
}

/// The rules of index and ranking.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndexRules {
    /// Components, each with weight and goalposts.
    pub components: Components,
    /// Conditions of being ranked.
    pub ranked: RankedRules,
    /// How the interval of a rank is drawn.
    pub interval: IntervalRules,
}

/// How the interval of a rank is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntervalRules {
    /// Number of draws.
    pub draws: usize,
    /// Seed of chance: the same seed gives the same intervals.
    pub seed: u64,
    /// Lower end of the interval, as a share of the draws.
    pub low: f64,
    /// Upper end of the interval, as a share of the draws.
    pub high: f64,
    /// Weights are drawn from Dirichlet(concentration × weight); 0 keeps them as they are.
    pub weight_concentration: f64,
    /// Member-meetings that tell as much as one independent one.
    pub design_effect: f64,
    /// Weight of the peers' variance of scores, in months.
    pub prior_months: f64,
    /// Whether figures are drawn from posteriors that lean on the peer group.
    pub shrink_to_peers: bool,
    /// Peer groups under this many cells lean on all cells instead.
    pub peers_at_least: usize,
}

impl IntervalRules {
    fn problems(&self) -> Vec<String> {
        let shares = 0.0 < self.low && self.low < self.high && self.high < 1.0;
        [
            ((20..=100_000).contains(&self.draws), format!("interval.draws = {}: 20–100000", self.draws)),
            (shares, format!("interval: 0 < low = {} < high = {} < 1", self.low, self.high)),
            (
                // Under 1 the drawn weights are all but one of them nothing.
                self.weight_concentration == 0.0 || (1.0..=1e6).contains(&self.weight_concentration),
                format!("interval.weight_concentration = {}: 0, 1–1000000", self.weight_concentration),
            ),
            (
                (1.0..=1000.0).contains(&self.design_effect),
                format!("interval.design_effect = {}: 1–1000", self.design_effect),
            ),
            (
                (1.0..=1000.0).contains(&self.prior_months),
                format!("interval.prior_months = {}: 1–1000", self.prior_months),
            ),
        ]
        .into_iter()
        .filter(|(sound, _)| !sound)
        .map(|(_, problem)| problem)
        .collect()
    }
}

/// One entry per component.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Components {
    /// quality_mean.
    pub quality: Goalposts,
    /// attendance_rate.
    pub attendance: Goalposts,
    /// months_held / months_reported.
    pub cadence: Goalposts,
    /// thematic_quarters / thematic_expected.
    pub thematic: Goalposts,
    /// speakers_ratio.
    pub participation: Goalposts,
    /// Whether a thematic plan was submitted: 0 or 1.
    pub plan: Goalposts,
}

/// Weight of a component, and the values that score 0 and 100.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goalposts {
    /// Weight in the index.
    pub weight: f64,
    /// Value that scores 0.
    pub zero_at: f64,
    /// Value that scores 100.
    pub hundred_at: f64,
}

/// Who is ranked.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RankedRules {
    /// Least reporting_rate.
    pub reporting_rate_at_least: f64,
    /// Least quality_n.
    pub quality_n_at_least: i64,
    /// Least quality_n as a share of months_held.
    pub quality_share_at_least: f64,
    /// Least index_weight.
    pub index_weight_at_least: f64,
    /// Least quality_upper_n for rank_upper.
    pub upper_n_for_rank_upper: i64,
}

impl RankedRules {
    fn problems(&self) -> Vec<String> {
        let shares = [
            ("reporting_rate_at_least", self.reporting_rate_at_least),
            ("quality_share_at_least", self.quality_share_at_least),
            ("index_weight_at_least", self.index_weight_at_least),
        ];
        let counts =
            [("quality_n_at_least", self.quality_n_at_least), ("upper_n_for_rank_upper", self.upper_n_for_rank_upper)];
        let shares = shares.into_iter().filter(|(_, share)| !(0.0..=1.0).contains(share));
        let counts = counts.into_iter().filter(|(_, count)| !(0..=12).contains(count));
        let shares = shares.map(|(name, share)| format!("ranked.{name} = {share}: 0–1"));
        shares.chain(counts.map(|(name, count)| format!("ranked.{name} = {count}: 0–12"))).collect()
    }
}

impl Components {
    /// Weight and goalposts of a component.
    #[must_use]
    pub fn get(&self, component: Component) -> Goalposts {
        match component {
            Component::Quality => self.quality,
            Component::Attendance => self.attendance,
            Component::Cadence => self.cadence,
            Component::Thematic => self.thematic,
            Component::Participation => self.participation,
            Component::Plan => self.plan,
        }
    }
}

impl IndexRules {
    /// What is wrong with the rules.
    pub(super) fn problems(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for component in Component::ALL {
            let goalposts = self.components.get(*component);
            if !(0.0..=1000.0).contains(&goalposts.weight) {
                wrong.push(format!("components.{component}.weight = {}: 0–1000", goalposts.weight));
            }
            if !(goalposts.zero_at < goalposts.hundred_at
                && goalposts.zero_at.is_finite()
                && goalposts.hundred_at.is_finite())
            {
                wrong.push(format!("components.{component}: zero_at ≥ hundred_at"));
            }
        }
        if Component::ALL.iter().map(|it| self.components.get(*it).weight).sum::<f64>() <= 0.0 {
            wrong.push("components: Σ weight = 0".to_owned());
        }
        wrong.extend(self.ranked.problems());
        wrong.extend(self.interval.problems());
        wrong
    }
}
