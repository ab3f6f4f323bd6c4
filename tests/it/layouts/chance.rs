//! Seeded chance: what a throw gives is a pure function of run seed, case and lane.

use rand::RngExt;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::words::Column;

/// What some throws are for. Lanes are independent: to leave out a column or a row alters no other throw, so that a
/// failing case stays itself while it is made smaller.
#[derive(Debug, Clone, Copy)]
pub enum Lane {
    /// The layout.
    Layout,
    /// The title of a column.
    Title(Column),
    /// The title over a group of columns.
    Group(u8),
    /// What happened in a cell (its position in the register) in a month.
    Facts(u32, usize),
    /// How one value of that is written.
    Spelling(u32, usize, Column),
    /// What stands around the tables.
    Around(u32),
}

impl Lane {
    fn stream(self) -> u64 {
        let cell = |month: u32, cell: usize| (u64::from(month) << 16) | (cell as u64) << 8;
        match self {
            Self::Layout => 0,
            Self::Title(column) => (1 << 32) | column.number(),
            Self::Group(number) => (2 << 32) | u64::from(number),
            Self::Facts(month, position) => (3 << 32) | cell(month, position),
            Self::Spelling(month, position, column) => (4 << 32) | cell(month, position) | column.number(),
            Self::Around(month) => (5 << 32) | u64::from(month),
        }
    }
}

/// The throws of one case.
#[derive(Debug, Clone, Copy)]
pub struct Seed {
    /// Seed of the run.
    pub run: u64,
    /// Number of the case.
    pub case: u32,
}

impl Seed {
    /// The throws of a lane.
    pub fn lane(self, lane: Lane) -> Chance {
        let mut chance = ChaCha8Rng::seed_from_u64(self.run);
        chance.set_stream((u64::from(self.case) << 36) | lane.stream());
        Chance(chance)
    }
}

/// A lane of throws.
pub struct Chance(ChaCha8Rng);

impl Chance {
    /// From `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        self.0.random_range(low..=high.max(low))
    }

    /// True in `percent` of 100 throws.
    pub fn percent(&mut self, percent: i64) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of several.
    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.0.random_range(0..of.len())]
    }

    /// A position below a length.
    pub fn position(&mut self, length: usize) -> usize {
        self.0.random_range(0..length)
    }

    /// Any order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        items.shuffle(&mut self.0);
    }
}
