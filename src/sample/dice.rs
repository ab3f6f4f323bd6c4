//! Seeded chance: the same seed and lane give the same throws on every machine.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

/// What a lane of throws is for. Lanes are independent, so that a change in one leaves the others as they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lane {
    /// Sizes of cells.
    Sizes,
    /// The year of one cell.
    Cell(u32),
    /// How one committee spells one month.
    Spelling(u32, u32),
    /// How one cell's score of one month is shared out.
    Scores(u32, u32),
    /// What one cell plans for the year.
    Plan(u32),
    /// Who of one committee showed others last year.
    Hosts(u32),
}

/// A lane of throws.
pub(super) struct Dice(ChaCha8Rng);

impl Dice {
    pub(super) fn new(seed: u64, lane: Lane) -> Self {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        chance.set_stream(match lane {
            Lane::Sizes => 0,
            Lane::Cell(number) => (1 << 60) | u64::from(number),
            Lane::Spelling(committee, month) => (2 << 60) | (u64::from(committee) << 8) | u64::from(month),
            Lane::Scores(cell, month) => (3 << 60) | (u64::from(cell) << 8) | u64::from(month),
            Lane::Plan(cell) => (4 << 60) | u64::from(cell),
            Lane::Hosts(committee) => (5 << 60) | u64::from(committee),
        });
        Self(chance)
    }

    /// From `low` to `high`, both included; `low` if they are the wrong way round.
    pub(super) fn between(&mut self, low: u32, high: u32) -> u32 {
        if low < high { self.0.random_range(low..=high) } else { low }
    }

    /// True in `percent` of 100 throws.
    pub(super) fn percent(&mut self, percent: u32) -> bool {
        self.between(1, 100) <= percent
    }

    /// How many of `throws` come true with `mille` in 1,000 each.
    pub(super) fn count(&mut self, throws: u32, mille: u32) -> u32 {
        (0..throws).map(|_| u32::from(self.between(1, 1000) <= mille)).sum()
    }
}
