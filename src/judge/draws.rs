//! The interval of a rank: the year is drawn anew many times, each figure and the weights within what is believed of
//! them, and the cells are ranked each time.
//!
//! Chance is seeded, and each cell throws its own dice by its code, so the interval of a cell depends neither on the
//! number of threads nor on the order of the cells.

use std::cmp::Reverse;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_distr::{Beta, Distribution, Gamma, StudentT};
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::index::score;
use super::posterior::{Belief, Beliefs};
use crate::register::UnitId;
use crate::rules::index::{Component, Components, Goalposts, IntervalRules};

/// Between which ranks a cell stands in most draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankInterval {
    /// Lower percentile, 1 = best.
    pub low: i64,
    /// Upper percentile.
    pub high: i64,
}

/// Draws made at a time: enough to keep threads busy, few enough to stay small in memory.
const AT_A_TIME: usize = 10;
/// Each batch of a lane begins this many words further on in its stream of chance.
const WORDS_OF_A_BATCH: u128 = 1 << 20;

/// The rank intervals of some cells among each other, in their order.
#[must_use]
pub fn rank_intervals(
    cells: &[(&UnitId, Beliefs)],
    components: &Components,
    rules: &IntervalRules,
) -> Vec<RankInterval> {
    let mut tails = Tails::of(cells.len(), rules);
    let weights = weights(components, rules);
    for (batch, weights) in weights.chunks(AT_A_TIME).enumerate() {
        let mut indices = vec![0_u32; cells.len() * weights.len()];
        indices.par_chunks_mut(weights.len()).zip(cells).for_each(|(indices, (id, beliefs))| {
            // Made anew for each batch: ready to be sampled, a country of cells would fill the memory.
            let cell = Drawn::of(beliefs, components);
            let mut chance = lane(rules.seed, Lane::of(id), batch);
            for (index, weights) in indices.iter_mut().zip(weights) {
                *index = cell.index(weights, &mut chance);
            }
        });
        let draw = |at: usize| ranks(indices.iter().skip(at).step_by(weights.len()).copied());
        let ranks: Vec<Vec<u32>> = (0..weights.len()).into_par_iter().map(draw).collect();
        tails.add(&ranks);
    }
    tails.intervals()
}

/// How many draws lie up to the lower, and from the upper percentile on (nearest rank).
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "shares of at most 100,000 draws"
)]
fn tails(rules: &IntervalRules) -> (usize, usize) {
    // 0.95 · 1000 is a little more than 950 in binary.
    let nearest = |share: f64| (share * rules.draws as f64 - 1e-9).ceil().max(1.0) as usize;
    (nearest(rules.low), rules.draws + 1 - nearest(rules.high))
}

/// The weights of each draw, in the order of [`Component::ALL`]: Dirichlet(concentration · share of the weight).
/// A component without weight has none in any draw.
fn weights(components: &Components, rules: &IntervalRules) -> Vec<[f64; Component::ALL.len()]> {
    let mut given = [0.0; Component::ALL.len()];
    for (weight, component) in given.iter_mut().zip(Component::ALL) {
        *weight = components.get(*component).weight;
    }
    let total: f64 = given.iter().sum();
    let mut chance = lane(rules.seed, Lane::Weights, 0);
    let mut draw = || {
        given.map(|weight| {
            let shape = rules.weight_concentration * weight / total;
            // Gamma variates of one scale, divided by their sum, are Dirichlet; the index divides by the sum.
            Gamma::new(shape, 1.0).map_or(weight, |gamma| gamma.sample(&mut chance))
        })
    };
    (0..rules.draws).map(|_| draw()).collect()
}

/// Whose dice.
#[derive(Debug, Clone, Copy)]
enum Lane {
    Weights,
    Cell(u64),
}

impl Lane {
    /// A lane of its own for each code, whatever other cells there are.
    fn of(cell: &UnitId) -> Self {
        let digest = Sha256::digest(cell.as_str().as_bytes());
        Self::Cell(digest.iter().take(8).fold(0, |number, byte| (number << 8) | u64::from(*byte)))
    }
}

fn lane(seed: u64, lane: Lane, batch: usize) -> ChaCha8Rng {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    match lane {
        // A hash could fall on the stream of the weights; the weights have another seed.
        Lane::Weights => chance = ChaCha8Rng::seed_from_u64(seed ^ u64::MAX),
        Lane::Cell(stream) => chance.set_stream(stream),
    }
    chance.set_word_pos(WORDS_OF_A_BATCH * batch as u128);
    chance
}

/// A cell ready to be drawn.
struct Drawn {
    figures: [Option<(Figure, Goalposts)>; Component::ALL.len()],
}

/// A distribution ready to be sampled.
#[derive(Clone, Copy)]
enum Figure {
    Certain(f64),
    Share(Beta<f64>),
    Mean { centre: f64, scale: f64, t: StudentT<f64> },
}

impl Drawn {
    fn of(beliefs: &Beliefs, components: &Components) -> Self {
        let mut figures = [None; Component::ALL.len()];
        for (figure, (component, belief)) in figures.iter_mut().zip(beliefs.iter()) {
            *figure = belief.map(|belief| (Figure::of(belief), components.get(component)));
        }
        Self { figures }
    }

    /// The index of one draw, in ten-thousandths: ranks go by four decimals.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1,000,000")]
    fn index(&self, weights: &[f64; Component::ALL.len()], chance: &mut ChaCha8Rng) -> u32 {
        let (mut present, mut weighted) = (0.0, 0.0);
        for (figure, weight) in self.figures.iter().zip(weights) {
            if let Some((figure, goalposts)) = figure {
                present += weight;
                weighted += weight * score(*goalposts, figure.sample(chance));
            }
        }
        let index = if present > 0.0 { weighted / present } else { 0.0 };
        (index.clamp(0.0, 100.0) * 1e4).round() as u32
    }
}

impl Figure {
    fn of(belief: Belief) -> Self {
        match belief {
            Belief::Certain(value) => Self::Certain(value),
            Belief::Share { yes, no } => Beta::new(yes, no).map_or(Self::Certain(yes / (yes + no)), Self::Share),
            Belief::Mean { centre, scale, freedom } => {
                StudentT::new(freedom).map_or(Self::Certain(centre), |t| Self::Mean { centre, scale, t })
            }
        }
    }

    fn sample(&self, chance: &mut ChaCha8Rng) -> f64 {
        match self {
            Self::Certain(value) => *value,
            Self::Share(beta) => beta.sample(chance),
            Self::Mean { centre, scale, t } => centre + scale * t.sample(chance),
        }
    }
}

/// Competition ranks of the values, the highest first: 1, 2, 2, 4.
fn ranks(values: impl Iterator<Item = u32>) -> Vec<u32> {
    let numbered = |(at, value): (usize, u32)| (Reverse(value), u32::try_from(at).unwrap_or(u32::MAX));
    let mut order: Vec<(Reverse<u32>, u32)> = values.enumerate().map(numbered).collect();
    order.sort_unstable();
    let mut ranks = vec![0; order.len()];
    let mut rank = 1;
    let mut before = None;
    for (place, (value, at)) in (1..).zip(order) {
        if before != Some(value) {
            rank = place;
            before = Some(value);
        }
        if let Some(slot) = ranks.get_mut(at as usize) {
            *slot = rank;
        }
    }
    ranks
}

/// The lowest and the highest ranks of each cell over all draws, as many as the percentiles ask for, ascending: exact,
/// and far smaller than all its ranks. Cells lie behind one another in two rows, for a country of cells has no room for
/// two heaps each.
struct Tails {
    sizes: (usize, usize),
    low: Vec<u32>,
    high: Vec<u32>,
}

impl Tails {
    fn of(cells: usize, rules: &IntervalRules) -> Self {
        let sizes = tails(rules);
        Self { sizes, low: vec![u32::MAX; cells * sizes.0], high: vec![0; cells * sizes.1] }
    }

    /// Adds the ranks of some draws, each in the order of the cells.
    fn add(&mut self, draws: &[Vec<u32>]) {
        let cells = self.low.par_chunks_mut(self.sizes.0).zip(self.high.par_chunks_mut(self.sizes.1));
        cells.enumerate().for_each(|(cell, (low, high))| {
            for rank in draws.iter().filter_map(|ranks| ranks.get(cell)) {
                keep_lowest(low, *rank);
                keep_highest(high, *rank);
            }
        });
    }

    fn intervals(&self) -> Vec<RankInterval> {
        let cells = self.low.chunks(self.sizes.0).zip(self.high.chunks(self.sizes.1));
        let interval = |(low, high): (&[u32], &[u32])| {
            let low = low.last().copied().unwrap_or(1);
            RankInterval { low: i64::from(low), high: i64::from(high.first().copied().unwrap_or(low).max(low)) }
        };
        cells.map(interval).collect()
    }
}

/// Keeps a rank if it is lower than the highest kept, in whose stead it is kept.
fn keep_lowest(kept: &mut [u32], rank: u32) {
    if kept.last().is_some_and(|highest| rank < *highest) {
        let at = kept.partition_point(|other| *other <= rank);
        let tail = kept.get_mut(at..).unwrap_or_default();
        tail.rotate_right(1);
        tail.iter_mut().take(1).for_each(|slot| *slot = rank);
    }
}

/// Keeps a rank if it is higher than the lowest kept, in whose stead it is kept.
fn keep_highest(kept: &mut [u32], rank: u32) {
    if kept.first().is_some_and(|lowest| rank > *lowest) {
        let at = kept.partition_point(|other| *other < rank);
        let head = kept.get_mut(..at).unwrap_or_default();
        head.rotate_left(1);
        head.iter_mut().rev().take(1).for_each(|slot| *slot = rank);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::judge::examples::{cell, index_rules};
    use crate::judge::posterior::beliefs;
    use crate::lake::schema::CellSummary;

    fn intervals(cells: &[CellSummary], rules: &IntervalRules) -> Vec<RankInterval> {
        let beliefs = beliefs(&cells.iter().collect::<Vec<_>>(), &[], rules);
        let cells: Vec<_> = cells.iter().map(|cell| &cell.cell_id).zip(beliefs).collect();
        rank_intervals(&cells, &index_rules().components, rules)
    }

    fn scoring(means: &[f64]) -> Vec<CellSummary> {
        let cell = |(at, mean): (usize, &f64)| CellSummary { quality_mean: Some(*mean), ..cell(&format!("C{at}")) };
        means.iter().enumerate().map(cell).collect()
    }

    fn thousand() -> IntervalRules {
        IntervalRules { draws: 1000, ..index_rules().interval }
    }

    #[test]
    fn ranks_share_a_place_and_leave_the_next_empty() {
        assert_eq!(ranks([80, 90, 70, 80].into_iter()), [2, 1, 4, 2]);
        assert_eq!(ranks(std::iter::empty()), Vec::<u32>::new());
    }

    #[test]
    fn tails_are_the_percentiles_of_all_ranks() {
        // Ranks 1 to 1000 in some order: the 50th lowest is 50, the 950th is 950.
        let rules = thousand();
        assert_eq!(super::tails(&rules), (50, 51));
        let mut tails = Tails::of(2, &rules);
        let draws: Vec<Vec<u32>> = (0..1000).map(|at| vec![(at * 7) % 1000 + 1, 5]).collect();
        draws.chunks(10).for_each(|draws| tails.add(draws));
        assert_eq!(tails.intervals(), [RankInterval { low: 50, high: 950 }, RankInterval { low: 5, high: 5 }]);
    }

    #[test]
    fn cells_far_apart_keep_their_ranks() {
        let rows = intervals(&scoring(&[95.0, 60.0, 20.0]), &index_rules().interval);
        assert_eq!(rows, [1, 2, 3].map(|rank| RankInterval { low: rank, high: rank }));
    }

    #[test]
    fn equal_cells_may_stand_anywhere() {
        let rows = intervals(&scoring(&[90.0; 8]), &index_rules().interval);
        assert!(rows.iter().all(|row| row.low <= 2 && row.high >= 7), "{rows:?}");
    }

    #[test]
    fn another_seed_gives_nearly_the_same() {
        let cells = scoring(&[95.0, 92.0, 90.0, 88.0, 85.0, 80.0, 75.0, 70.0]);
        let rules = thousand();
        let (one, other) = (intervals(&cells, &rules), intervals(&cells, &IntervalRules { seed: 7, ..rules }));
        for (one, other) in one.iter().zip(&other) {
            assert!((one.low - other.low).abs() <= 1 && (one.high - other.high).abs() <= 1, "{one:?} {other:?}");
        }
    }

    /// Dirichlet(α) with α₀ = Σα has mean αᵢ/α₀ and variance αᵢ(α₀ − αᵢ)/(α₀²(α₀ + 1)); here α₀ = 50.
    #[test]
    fn weights_have_the_mean_and_variance_of_their_dirichlet() {
        let rules = IntervalRules { draws: 20_000, ..index_rules().interval };
        let components = index_rules().components;
        let shares: Vec<[f64; 6]> = weights(&components, &rules)
            .into_iter()
            .map(|weights| weights.map(|weight| weight / weights.iter().sum::<f64>()))
            .collect();
        let n = shares.iter().map(|_| 1.0).sum::<f64>();
        for (at, component) in Component::ALL.iter().enumerate() {
            let weight = components.get(*component).weight;
            let mean = shares.iter().map(|it| it[at]).sum::<f64>() / n;
            let variance = shares.iter().map(|it| (it[at] - mean).powi(2)).sum::<f64>() / n;
            let expected = weight * (1.0 - weight) / 51.0;
            assert!((mean - weight).abs() < 4.0 * (expected / n).sqrt(), "{component}: {mean}");
            assert!((variance / expected - 1.0).abs() < 0.06, "{component}: {variance} {expected}");
        }
    }

    #[test]
    fn weights_may_be_held_fixed() {
        let rules = IntervalRules { weight_concentration: 0.0, draws: 20, ..index_rules().interval };
        let fixed = weights(&index_rules().components, &rules);
        assert!(
            fixed.iter().all(|weights| weights.map(f64::to_bits) == [0.4, 0.2, 0.15, 0.1, 0.1, 0.05].map(f64::to_bits))
        );
    }

    #[test]
    fn more_draws_than_a_batch_go_on_where_the_last_ended() {
        let (one, next) = (lane(1, Lane::Cell(5), 0), lane(1, Lane::Cell(5), 1));
        assert_ne!(one.get_word_pos(), next.get_word_pos());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]
        #[test]
        fn the_order_of_cells_does_not_change_their_intervals(means in prop::collection::vec(50.0..100.0_f64, 2..20)) {
            let rules = IntervalRules { draws: 60, ..index_rules().interval };
            let cells = scoring(&means);
            let reversed: Vec<_> = cells.iter().rev().cloned().collect();
            let mut back = intervals(&reversed, &rules);
            back.reverse();
            prop_assert_eq!(intervals(&cells, &rules), back);
        }
    }
}
