//! What cells' own figures say, and what their peers tell before a cell's own are seen: rank intervals, estimates and
//! funnel limits all start from here.

use std::collections::BTreeMap;

use super::figure::{is_held, number};
use super::index;
use crate::lake::schema::{CellMonth, CellSummary};
use crate::register::UnitId;
use crate::rules::index::{Component, IntervalRules};

/// What the peers of each cell tell: a peer group of too few cells, or none, is answered for by all cells.
pub(super) struct PeerGroups<'a, T> {
    own: BTreeMap<&'a str, T>,
    everybody: T,
}

impl<'a, T> PeerGroups<'a, T> {
    /// From each cell's group with what the cell says.
    pub(super) fn of<M>(members: &[(Option<&'a str>, &M)], at_least: usize, pool: impl Fn(&[&M]) -> T) -> Self {
        let mut groups: BTreeMap<&str, Vec<&M>> = BTreeMap::new();
        for (group, member) in members {
            if let Some(group) = group {
                groups.entry(group).or_default().push(member);
            }
        }
        let own = groups.into_iter().filter(|(_, members)| members.len() >= at_least);
        let everybody: Vec<&M> = members.iter().map(|(_, member)| *member).collect();
        Self { own: own.map(|(group, members)| (group, pool(&members))).collect(), everybody: pool(&everybody) }
    }

    /// What the peers of a cell of this group tell.
    pub(super) fn get(&self, group: Option<&str>) -> &T {
        self.own(group).unwrap_or(&self.everybody)
    }

    /// The same, if the group is large enough to answer for itself.
    pub(super) fn own(&self, group: Option<&str>) -> Option<&T> {
        group.and_then(|group| self.own.get(group))
    }
}

/// How many of how many: present of due, speakers of those present, months held of months reported.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Trials {
    pub(super) yes: f64,
    pub(super) all: f64,
}

/// Scores of a cell: how many, their mean, their variance (n − 1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sample {
    pub(super) n: f64,
    pub(super) mean: f64,
    pub(super) variance: Option<f64>,
}

/// What a cell's own figures say.
pub(super) struct Evidence {
    pub(super) quality: Option<Sample>,
    attendance: Option<Trials>,
    cadence: Option<Trials>,
    thematic: Option<Trials>,
    participation: Option<Trials>,
    pub(super) plan: Option<f64>,
}

impl Evidence {
    /// Of each cell, in their order.
    pub(super) fn of_all(cells: &[&CellSummary], months: &[CellMonth], rules: &IntervalRules) -> Vec<Self> {
        let spoken = spoken(months);
        cells.iter().map(|cell| Self::of(cell, &spoken, rules)).collect()
    }

    fn of(cell: &CellSummary, spoken: &BTreeMap<&UnitId, Trials>, rules: &IntervalRules) -> Self {
        let trials = |yes: i64, all: i64| (all > 0).then(|| Trials { yes: number(yes), all: number(all) });
        let independent =
            |trials: Trials| Trials { yes: trials.yes / rules.design_effect, all: trials.all / rules.design_effect };
        let quality = cell.quality_mean.map(|mean| Sample {
            n: number(cell.quality_n),
            mean,
            variance: cell.quality_sd.map(|sd| sd * sd),
        });
        Self {
            quality,
            attendance: cell.present.zip(cell.due).and_then(|(present, due)| trials(present, due)).map(independent),
            cadence: trials(cell.months_held, cell.months_reported),
            thematic: cell.thematic_quarters.and_then(|quarters| trials(quarters, cell.thematic_expected)),
            participation: cell.speakers_ratio.and(spoken.get(&cell.cell_id).copied()).filter(|it| it.all > 0.0),
            plan: index::figure(Component::Plan, cell),
        }
    }

    /// The trials of a component that is a share.
    pub(super) fn share(&self, component: Component) -> Option<Trials> {
        match component {
            Component::Attendance => self.attendance,
            Component::Cadence => self.cadence,
            Component::Thematic => self.thematic,
            Component::Participation => self.participation,
            Component::Quality | Component::Plan => None,
        }
    }
}

/// Σ min(speakers, present) of Σ present per cell, over held months that give speakers.
fn spoken(months: &[CellMonth]) -> BTreeMap<&UnitId, Trials> {
    let mut spoken = BTreeMap::new();
    for month in months.iter().filter(|month| is_held(month)) {
        if let (Some(speakers), Some(present)) = (month.speakers, month.present) {
            let trials = spoken.entry(&month.cell_id).or_insert(Trials { yes: 0.0, all: 0.0 });
            trials.yes += number(speakers.min(present));
            trials.all += number(present);
        }
    }
    spoken
}

/// What the peers tell of a figure before a cell's own is seen.
pub(super) struct Peers {
    pub(super) scores: ScorePrior,
    pub(super) shares: BTreeMap<Component, SharePrior>,
}

/// A share among the peers: its mean, and as how many trials it counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct SharePrior {
    pub(super) mean: f64,
    pub(super) trials: f64,
    /// Cells that have the figure.
    pub(super) cells: f64,
}

/// Mean scores among the peers: their mean and its squared standard error, the variance between cells, the variance
/// within a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ScorePrior {
    pub(super) mean: f64,
    pub(super) error: f64,
    pub(super) between: f64,
    pub(super) within: f64,
    /// Cells that have scores.
    pub(super) cells: f64,
}

/// The standard deviation of monthly scores where no cell has two scores, in points.
const UNSEEN_SPREAD: f64 = 5.0;
/// Peers never count as more trials than this, nor as fewer than one.
const MOST_TRIALS: f64 = 1000.0;

/// What is left of the pull towards k peers: (k − 3)/(k − 1), nothing of three or fewer, for how much few peers differ is
/// hardly known (C. N. Morris, "Parametric empirical Bayes inference: theory and applications", Journal of the American
/// Statistical Association 78 (1983), 47–55).
pub(super) fn few(cells: f64) -> f64 {
    if cells > 3.0 { (cells - 3.0) / (cells - 1.0) } else { 0.0 }
}

impl Peers {
    /// By peer group.
    pub(super) fn groups<'a>(
        cells: &[&'a CellSummary],
        evidence: &[Evidence],
        rules: &IntervalRules,
    ) -> PeerGroups<'a, Self> {
        let members: Vec<_> = cells.iter().map(|cell| cell.peer_group.as_deref()).zip(evidence).collect();
        PeerGroups::of(&members, rules.peers_at_least, Self::of)
    }

    fn of(members: &[&Evidence]) -> Self {
        let shares = Component::ALL.iter().filter_map(|component| {
            let trials: Vec<Trials> = members.iter().filter_map(|member| member.share(*component)).collect();
            Some((*component, SharePrior::of(&trials)?))
        });
        let samples: Vec<Sample> = members.iter().filter_map(|member| member.quality).collect();
        Self { scores: ScorePrior::of(&samples), shares: shares.collect() }
    }
}

impl SharePrior {
    /// The analysis-of-variance estimator of the intraclass correlation ρ of a share (M. S. Ridout, C. G. B. Demétrio
    /// and D. Firth, "Estimating intraclass correlation for binary data", Biometrics 55 (1999), 137–148):
    /// ρ = (MSB − MSW) / (MSB + (n₀ − 1)·MSW), and a beta distribution of that correlation counts as 1/ρ − 1 trials, of
    /// few peers as fewer.
    fn of(groups: &[Trials]) -> Option<Self> {
        let all: f64 = groups.iter().map(|it| it.all).sum();
        let yes: f64 = groups.iter().map(|it| it.yes).sum();
        if all <= 0.0 {
            return None;
        }
        // Half a trial of each kind keeps a share that was never missed from being certain.
        let mean = (yes + 0.5) / (all + 1.0);
        let pooled = yes / all;
        let count = number(i64::try_from(groups.len()).ok()?);
        if count < 2.0 || all <= count {
            return Some(Self { mean, trials: 1.0, cells: count });
        }
        let share = |it: &Trials| it.yes / it.all;
        let between = groups.iter().map(|it| it.all * (share(it) - pooled).powi(2)).sum::<f64>() / (count - 1.0);
        let within = groups.iter().map(|it| it.all * share(it) * (1.0 - share(it))).sum::<f64>() / (all - count);
        let size = (all - groups.iter().map(|it| it.all * it.all).sum::<f64>() / all) / (count - 1.0);
        let total = between + (size - 1.0) * within;
        let correlation = if total > 0.0 { (between - within) / total } else { 0.0 };
        let trials = if correlation > 0.0 { 1.0 / correlation - 1.0 } else { MOST_TRIALS };
        Some(Self { mean, trials: (few(count) * trials).clamp(1.0, MOST_TRIALS), cells: count })
    }
}

impl ScorePrior {
    /// Within: Σ(n − 1)s² / Σ(n − 1). Between: the variance of the means less what the variance within explains, by
    /// moments (R. DerSimonian and N. Laird, "Meta-analysis in clinical trials", Controlled Clinical Trials 7 (1986),
    /// 177–188, with equal weights).
    fn of(samples: &[Sample]) -> Self {
        let spread = samples.iter().filter_map(|it| Some((it.n - 1.0, it.variance?)));
        let (freedom, squares) =
            spread.fold((0.0, 0.0), |(freedom, squares), (n, variance)| (freedom + n, squares + n * variance));
        let within = if freedom > 0.0 { squares / freedom } else { UNSEEN_SPREAD * UNSEEN_SPREAD };
        let count = samples.iter().map(|_| 1.0).sum::<f64>();
        if count < 2.0 {
            let mean = samples.first().map_or(0.0, |it| it.mean);
            return Self { mean, error: f64::INFINITY, between: f64::INFINITY, within, cells: count };
        }
        let mean = samples.iter().map(|it| it.mean).sum::<f64>() / count;
        let observed = samples.iter().map(|it| (it.mean - mean).powi(2)).sum::<f64>() / (count - 1.0);
        let by_chance = samples.iter().map(|it| within / it.n).sum::<f64>() / count;
        let between = (observed - by_chance).max(0.0);
        Self { mean, error: (between + by_chance) / count, between, within, cells: count }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grouped(groups: &[Option<&str>]) -> Vec<Vec<usize>> {
        let places: Vec<usize> = (0..groups.len()).collect();
        let members: Vec<_> = groups.iter().copied().zip(&places).collect();
        let peers = PeerGroups::of(&members, 2, |members| members.iter().map(|it| **it).collect::<Vec<_>>());
        groups.iter().map(|group| peers.get(*group).clone()).collect()
    }

    #[test]
    fn a_group_too_small_and_a_cell_without_group_are_compared_with_all() {
        let all = vec![0, 1, 2, 3];
        assert_eq!(
            grouped(&[Some("bản"), Some("bản"), Some("cơ quan"), None]),
            [vec![0, 1], vec![0, 1], all.clone(), all]
        );
    }

    #[test]
    fn the_intraclass_correlation_is_that_of_the_analysis_of_variance() {
        // Five groups of 10 with 9 and five with 5: p = 0.7; MSB = 10·10·0.2²/9 = 0.444444;
        // MSW = 10·5·(0.09 + 0.25)/90 = 0.188889; n₀ = (100 − 1000/100)/9 = 10;
        // ρ = 0.255556/(0.444444 + 9·0.188889) = 0.119171; 1/ρ − 1 = 7.391304, of ten peers 7/9 of it
        let groups = [Trials { yes: 9.0, all: 10.0 }, Trials { yes: 5.0, all: 10.0 }].repeat(5);
        let prior = SharePrior::of(&groups).unwrap();
        assert!((prior.trials - 7.391_304_348 * 7.0 / 9.0).abs() < 1e-8, "{prior:?}");
        // (70 + ½) / (100 + 1)
        assert!((prior.mean - 70.5 / 101.0).abs() < 1e-12);
        let two = SharePrior::of(&groups[..2]).unwrap();
        assert!((two.trials - 1.0).abs() < 1e-12, "two say next to nothing");
    }

    #[test]
    fn equal_groups_count_as_many_trials() {
        let prior = SharePrior::of(&[Trials { yes: 5.0, all: 10.0 }; 4]).unwrap();
        assert!((prior.trials - MOST_TRIALS / 3.0).abs() < 1e-9, "{prior:?}");
    }

    #[test]
    fn the_peers_mean_score_has_an_error_of_its_own() {
        // Means 80 and 90, variance within 12, 3 scores each: by chance 12/3 = 4, between 50 − 4 = 46, error 50/2 = 25
        let sample = |mean| Sample { n: 3.0, mean, variance: Some(12.0) };
        let prior = ScorePrior::of(&[sample(80.0), sample(90.0)]);
        let expected = ScorePrior { mean: 85.0, error: 25.0, between: 46.0, within: 12.0, cells: 2.0 };
        assert_eq!(prior, expected);
    }
}
