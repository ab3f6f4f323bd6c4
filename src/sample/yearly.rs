//! What was decided year by year: the year's classification of every cell, and last year's model meetings.

use std::collections::BTreeMap;

use super::city::{Cell, Committee};
use super::dice::{Dice, Lane};
use super::year::{Facts, year};
use super::{SampleOptions, Scale};

/// The type that is given one cell too many of the highest level.
const OVER_THE_CAP: &str = "trường học";

/// The cell that the committee above rates lowest.
const NOT_COMPLETED: &str = "Công ty TNHH Vận tải Tây Sơn";

/// What a cell gave itself, and what the committee above proposes.
pub(super) struct Rated<'a> {
    pub cell: &'a Cell,
    pub own: &'static str,
    pub proposed: &'static str,
}

/// A cell's part in the model meetings of last year.
pub(super) struct Shown<'a> {
    pub cell: &'a Cell,
    pub role: &'static str,
}

/// Whether anything was decided: in the case only, and in a year whose own and last year the register may hold.
fn is_decided(options: &SampleOptions) -> bool {
    options.scale == Scale::Case && (2001..2100).contains(&options.year)
}

/// The classification of the year, once it is over, in the order of the cells.
pub(super) fn ratings<'a>(city: &'a [Committee], options: &SampleOptions) -> Vec<Rated<'a>> {
    if !is_decided(options) || options.months < 12 {
        return Vec::new();
    }
    let ranks = Ranks::of(city, options);
    city.iter().flat_map(|committee| &committee.cells).map(|cell| ranks.rated(cell)).collect()
}

/// Where each sound cell stands in its type by its mean score, and how many there are of the type.
struct Ranks(BTreeMap<u32, (usize, usize)>);

impl Ranks {
    fn of(city: &[Committee], options: &SampleOptions) -> Self {
        let mut by_kind: BTreeMap<&str, Vec<(u32, u32)>> = BTreeMap::new();
        for cell in city.iter().flat_map(|committee| &committee.cells).filter(|cell| !is_weak(cell)) {
            let months = year(cell, options.year, options.months, options.seed);
            by_kind.entry(cell.kind.word()).or_default().push((mean(&months), cell.number));
        }
        let mut ranks = BTreeMap::new();
        for cells in by_kind.values_mut() {
            cells.sort_by_key(|(mean, number)| (std::cmp::Reverse(*mean), *number));
            ranks.extend(cells.iter().enumerate().map(|(rank, (_, number))| (*number, (rank, cells.len()))));
        }
        Self(ranks)
    }

    /// The best of each type are rated highest: by the committee above as many as the cap allows, a fifth of the others;
    /// by themselves twice as many.
    fn rated<'a>(&self, cell: &'a Cell) -> Rated<'a> {
        let Some((rank, of)) = self.0.get(&cell.number) else {
            let proposed = if cell.short_name == NOT_COMPLETED { "KHTNV" } else { "HTNV" };
            return Rated { cell, own: "HTTNV", proposed };
        };
        let allowed = of / 6;
        let proposed = allowed + usize::from(cell.kind.word() == OVER_THE_CAP);
        let level = |highest: usize| if *rank < highest { "HTXSNV" } else { "HTTNV" };
        Rated { cell, own: level(allowed * 2), proposed: level(proposed) }
    }
}

fn is_weak(cell: &Cell) -> bool {
    cell.planted.is_some_and(|plan| plan.weak)
}

/// The mean official score of the meetings held, in hundredths of half points.
fn mean(months: &[Facts]) -> u32 {
    let held = || months.iter().filter(|facts| facts.held);
    let sum: u32 = held().map(|facts| facts.upper.unwrap_or(facts.own).0).sum();
    sum * 100 / u32::try_from(held().count()).unwrap_or(1).max(1)
}

/// Last year's model meetings: per committee two hosts out of its ordinary cells, and up to two cells that needed help.
pub(super) fn model_meetings<'a>(city: &'a [Committee], options: &SampleOptions) -> Vec<Shown<'a>> {
    if !is_decided(options) {
        return Vec::new();
    }
    city.iter().flat_map(|committee| of_committee(committee, options.seed)).collect()
}

fn of_committee(committee: &Committee, seed: u64) -> Vec<Shown<'_>> {
    let ordinary: Vec<&Cell> = committee.cells.iter().filter(|cell| cell.planted.is_none() && !cell.hardship).collect();
    let last = u32::try_from(ordinary.len()).unwrap_or(1).saturating_sub(1);
    let first = usize::try_from(Dice::new(seed, Lane::Hosts(committee.number)).between(0, last)).unwrap_or(0);
    let hosts = ordinary.into_iter().cycle().skip(first).take(2).map(|cell| Shown { cell, role: "chủ trì" });
    let in_need = committee.cells.iter().filter(|cell| cell.hardship || is_weak(cell)).take(2);
    hosts.chain(in_need.map(|cell| Shown { cell, role: "được hỗ trợ" })).collect()
}
