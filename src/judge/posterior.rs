//! What is believed of a cell's components: how each figure may turn out if the year were lived again.
//!
//! Shares are beta-binomial, means normal; both lean on the peer group where the rules say so (empirical Bayes:
//! B. Efron and C. Morris, "Data analysis using Stein's estimator and its generalizations", Journal of the American
//! Statistical Association 70 (1975), 311–319).

use std::collections::BTreeMap;

use super::figure::number;
use super::index;
use crate::lake::schema::{CellMonth, CellSummary};
use crate::register::UnitId;
use crate::rules::index::{Component, IntervalRules};
use crate::terms::MeetingStatus;

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
    /// Each component with what is believed of it.
    pub fn iter(&self) -> impl Iterator<Item = (Component, Option<Belief>)> {
        Component::ALL.iter().copied().zip(self.0)
    }
}

/// What is believed of one figure of a cell, beside what it leans on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leaning {
    /// The component whose figure it is.
    pub component: Component,
    /// The cell's own figure.
    pub raw: f64,
    /// Independent trials, or months with a score.
    pub n: f64,
    /// Mean of the peers.
    pub peer_mean: f64,
    /// Whether the peers are the cell's own group; else they are all cells.
    pub on_group: bool,
    /// What is believed.
    pub belief: Belief,
}

/// How many of how many: present of due, speakers of those present, months held of months reported.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Trials {
    yes: f64,
    all: f64,
}

/// Scores of a cell: how many, their mean, their variance (n − 1).
#[derive(Debug, Clone, Copy, PartialEq)]
struct Sample {
    n: f64,
    mean: f64,
    variance: Option<f64>,
}

/// The beliefs about all cells, in their order. `months` are sorted by cell and month.
#[must_use]
pub fn beliefs(cells: &[&CellSummary], months: &[CellMonth], rules: &IntervalRules) -> Vec<Beliefs> {
    let known = Known::of(cells, months, rules);
    known.each(cells).map(|(evidence, peers, _)| evidence.beliefs(peers, rules)).collect()
}

/// What is believed of each figure of each cell, in the order of the cells, beside what it leans on.
#[must_use]
pub fn leanings(cells: &[CellSummary], months: &[CellMonth], rules: &IntervalRules) -> Vec<Vec<Leaning>> {
    let cells: Vec<&CellSummary> = cells.iter().collect();
    let known = Known::of(&cells, months, rules);
    known.each(&cells).map(|(evidence, peers, on_group)| evidence.leanings(peers, on_group, rules)).collect()
}

/// The evidence of all cells, and what their peers tell.
struct Known<'a> {
    evidence: Vec<Evidence>,
    everybody: Peers,
    groups: BTreeMap<&'a str, Peers>,
}

impl<'a> Known<'a> {
    fn of(cells: &[&'a CellSummary], months: &[CellMonth], rules: &IntervalRules) -> Self {
        let spoken = spoken(months);
        let evidence: Vec<Evidence> = cells.iter().map(|cell| Evidence::of(cell, &spoken, rules)).collect();
        let mut groups: BTreeMap<&str, Vec<&Evidence>> = BTreeMap::new();
        for (cell, evidence) in cells.iter().zip(&evidence) {
            if let Some(group) = &cell.peer_group {
                groups.entry(group).or_default().push(evidence);
            }
        }
        let everybody = Peers::of(&evidence.iter().collect::<Vec<_>>());
        let groups = groups
            .into_iter()
            .filter(|(_, members)| members.len() >= rules.peers_at_least)
            .map(|(group, members)| (group, Peers::of(&members)))
            .collect();
        Self { evidence, everybody, groups }
    }

    /// Each cell's evidence, its peers, and whether these are its own group.
    fn each<'k>(&'k self, cells: &'k [&CellSummary]) -> impl Iterator<Item = (&'k Evidence, &'k Peers, bool)> {
        cells.iter().zip(&self.evidence).map(|(cell, evidence)| {
            let group = cell.peer_group.as_deref().and_then(|group| self.groups.get(group));
            (evidence, group.unwrap_or(&self.everybody), group.is_some())
        })
    }
}

/// Σ min(speakers, present) of Σ present per cell, over held months that give speakers.
fn spoken(months: &[CellMonth]) -> BTreeMap<&UnitId, Trials> {
    let mut spoken = BTreeMap::new();
    for month in months.iter().filter(|month| month.status == Some(MeetingStatus::Held)) {
        if let (Some(speakers), Some(present)) = (month.speakers, month.present) {
            let trials = spoken.entry(&month.cell_id).or_insert(Trials { yes: 0.0, all: 0.0 });
            trials.yes += number(speakers.min(present));
            trials.all += number(present);
        }
    }
    spoken
}

/// What a cell's own figures say.
struct Evidence {
    quality: Option<Sample>,
    attendance: Option<Trials>,
    cadence: Option<Trials>,
    thematic: Option<Trials>,
    participation: Option<Trials>,
    plan: Option<f64>,
}

impl Evidence {
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

    fn share(&self, component: Component) -> Option<Trials> {
        match component {
            Component::Attendance => self.attendance,
            Component::Cadence => self.cadence,
            Component::Thematic => self.thematic,
            Component::Participation => self.participation,
            Component::Quality | Component::Plan => None,
        }
    }

    fn leanings(&self, peers: &Peers, on_group: bool, rules: &IntervalRules) -> Vec<Leaning> {
        let of = |(component, belief): (Component, Option<Belief>)| {
            let (raw, n, peer_mean) = match component {
                Component::Quality => self.quality.map(|it| (it.mean, it.n, peers.scores.mean))?,
                share => {
                    let trials = self.share(share)?;
                    (trials.yes / trials.all, trials.all, peers.shares.get(&share)?.mean)
                }
            };
            Some(Leaning { component, raw, n, peer_mean, on_group, belief: belief? })
        };
        self.beliefs(peers, rules).iter().filter_map(of).collect()
    }

    fn beliefs(&self, peers: &Peers, rules: &IntervalRules) -> Beliefs {
        let mut beliefs = [None; Component::ALL.len()];
        for (belief, component) in beliefs.iter_mut().zip(Component::ALL) {
            *belief = match component {
                Component::Quality => self.quality.map(|sample| mean_belief(sample, peers.scores, rules)),
                Component::Plan => self.plan.map(Belief::Certain),
                share => self.share(*share).map(|trials| share_belief(trials, peers.shares.get(share), rules)),
            };
        }
        Beliefs(beliefs)
    }
}

/// What the peers tell of a figure before a cell's own is seen.
struct Peers {
    scores: ScorePrior,
    shares: BTreeMap<Component, SharePrior>,
}

/// A share among the peers: its mean, and as how many trials it counts.
#[derive(Debug, Clone, Copy, PartialEq)]
struct SharePrior {
    mean: f64,
    trials: f64,
}

/// Mean scores among the peers: their mean, the variance between cells, the variance within a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
struct ScorePrior {
    mean: f64,
    between: f64,
    within: f64,
}

/// The standard deviation of monthly scores where no cell has two scores, in points.
const UNSEEN_SPREAD: f64 = 5.0;
/// Peers never count as more trials than this, nor as fewer than one.
const MOST_TRIALS: f64 = 1000.0;

impl Peers {
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
    /// ρ = (MSB − MSW) / (MSB + (n₀ − 1)·MSW), and a beta distribution of that correlation counts as 1/ρ − 1 trials.
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
            return Some(Self { mean, trials: 1.0 });
        }
        let share = |it: &Trials| it.yes / it.all;
        let between = groups.iter().map(|it| it.all * (share(it) - pooled).powi(2)).sum::<f64>() / (count - 1.0);
        let within = groups.iter().map(|it| it.all * share(it) * (1.0 - share(it))).sum::<f64>() / (all - count);
        let size = (all - groups.iter().map(|it| it.all * it.all).sum::<f64>() / all) / (count - 1.0);
        let total = between + (size - 1.0) * within;
        let correlation = if total > 0.0 { (between - within) / total } else { 0.0 };
        let trials = if correlation > 0.0 { 1.0 / correlation - 1.0 } else { MOST_TRIALS };
        Some(Self { mean, trials: trials.clamp(1.0, MOST_TRIALS) })
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
            return Self { mean: samples.first().map_or(0.0, |it| it.mean), between: f64::INFINITY, within };
        }
        let mean = samples.iter().map(|it| it.mean).sum::<f64>() / count;
        let observed = samples.iter().map(|it| (it.mean - mean).powi(2)).sum::<f64>() / (count - 1.0);
        let by_chance = samples.iter().map(|it| within / it.n).sum::<f64>() / count;
        Self { mean, between: (observed - by_chance).max(0.0), within }
    }
}

/// Beta(k + ½, n − k + ½), or with the peers' trials in the place of the halves.
fn share_belief(trials: Trials, peers: Option<&SharePrior>, rules: &IntervalRules) -> Belief {
    let yes = trials.yes.clamp(0.0, trials.all);
    let (before_yes, before_no) = match peers.filter(|_| rules.shrink_to_peers) {
        Some(prior) => (prior.mean * prior.trials, (1.0 - prior.mean) * prior.trials),
        None => (0.5, 0.5),
    };
    Belief::Share { yes: yes + before_yes, no: trials.all - yes + before_no }
}

/// x̄ + t·s/√n with s² = ((n − 1)s² + m·s²ₚ) / (n − 1 + m), m the months the peers' variance s²ₚ counts as and the
/// degrees of freedom n − 1 + m; where it leans on the peers, x̄ and s²/n are those of the normal posterior.
fn mean_belief(sample: Sample, peers: ScorePrior, rules: &IntervalRules) -> Belief {
    let own = sample.variance.map_or((0.0, 0.0), |variance| (sample.n - 1.0, variance));
    let freedom = own.0 + rules.prior_months;
    let variance = (own.0 * own.1 + rules.prior_months * peers.within) / freedom;
    let error = variance / sample.n;
    // No variance at all leaves nothing to draw.
    if error <= 0.0 {
        return Belief::Certain(sample.mean);
    }
    if !rules.shrink_to_peers || peers.between.is_infinite() {
        return Belief::Mean { centre: sample.mean, scale: error.sqrt(), freedom };
    }
    let trust = peers.between / (peers.between + error);
    let centre = peers.mean + trust * (sample.mean - peers.mean);
    Belief::Mean { centre, scale: (trust * error).sqrt(), freedom }
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
    fn the_intraclass_correlation_is_that_of_the_analysis_of_variance() {
        // Two groups of 10: 9 and 5. p = 0.7; MSB = 10·(0.2² + 0.2²)/1 = 0.8; MSW = 10·(0.09 + 0.25)/18 = 0.188889;
        // n₀ = (20 − 200/20)/1 = 10; ρ = 0.611111/(0.8 + 9·0.188889) = 0.244444; trials = 1/ρ − 1 = 3.090909
        let prior = SharePrior::of(&[Trials { yes: 9.0, all: 10.0 }, Trials { yes: 5.0, all: 10.0 }]).unwrap();
        assert!((prior.trials - 34.0 / 11.0).abs() < 1e-9, "{prior:?}");
        // (14 + ½) / (20 + 1)
        assert!((prior.mean - 14.5 / 21.0).abs() < 1e-12);
    }

    #[test]
    fn equal_groups_count_as_many_trials() {
        let prior = SharePrior::of(&[Trials { yes: 5.0, all: 10.0 }; 4]).unwrap();
        assert!((prior.trials - MOST_TRIALS).abs() < 1e-9);
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
