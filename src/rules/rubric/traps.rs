//! Traps of a rubric: what its own text leaves open or says twice.

use toml::Spanned;

use super::Band;
use super::raw::{RawGroup, RawItem};
use crate::lake::table::words;

words! {
    /// What is amiss.
    pub enum TrapKind {
        /// A value in no band.
        Gap = "gap",
        /// A value in two bands.
        Overlap = "overlap",
        /// The lines of a group do not add up to it.
        GroupSum = "group_sum",
        /// The groups do not add up to 100.
        WholeSum = "whole_sum",
        /// A month without a thematic meeting cannot reach 100.
        Unreachable = "unreachable",
    }
}

/// A trap, and what makes it one.
#[derive(Debug, Clone, PartialEq)]
pub struct Trap {
    /// What is amiss.
    pub kind: TrapKind,
    /// Line or group, and the numbers.
    pub what: String,
}

impl Trap {
    pub(super) fn told(&self) -> String {
        let Self { kind, what } = self;
        match kind {
            TrapKind::Gap => format!("{what}: không thuộc khoảng nào / in no band (known_traps = true)"),
            TrapKind::Overlap => format!("{what}: thuộc hai khoảng / in two bands (known_traps = true)"),
            TrapKind::GroupSum | TrapKind::WholeSum => {
                format!("{what}: tổng không khớp / does not add up (known_traps = true)")
            }
            TrapKind::Unreachable => {
                format!(
                    "{what}: tháng không có chuyên đề / month without a thematic meeting (rescale = true, known_traps = true)"
                )
            }
        }
    }
}

/// Points may differ by this much and be the same.
const SAME: f64 = 1e-9;

/// Every trap of the groups, each with the place in the file it stands at.
pub(super) fn of(groups: &[Spanned<RawGroup>], rescale: bool) -> Vec<(usize, Trap)> {
    let mut traps = Vec::new();
    for group in groups {
        let (at, group) = (group.span().start, group.get_ref());
        let sum: f64 = group.item.iter().map(|item| item.get_ref().max).sum();
        if !group.item.is_empty() && (sum - group.max).abs() > SAME {
            traps.push((
                at,
                Trap { kind: TrapKind::GroupSum, what: format!("{}: Σ = {sum}, max = {}", group.name, group.max) },
            ));
        }
        for item in &group.item {
            traps.extend(of_bands(item.get_ref()).into_iter().map(|trap| (item.span().start, trap)));
        }
    }
    if let Some(first) = groups.first() {
        traps.extend(of_whole(groups, rescale).into_iter().map(|trap| (first.span().start, trap)));
    }
    traps
}

fn of_whole(groups: &[Spanned<RawGroup>], rescale: bool) -> Vec<Trap> {
    let whole: f64 = groups.iter().map(|group| group.get_ref().max).sum();
    let items = groups.iter().flat_map(|group| &group.get_ref().item);
    let thematic: f64 = items.map(Spanned::get_ref).filter(|item| item.thematic_only).map(|item| item.max).sum();
    let sum = (whole - 100.0).abs() > SAME;
    let sum = sum.then(|| Trap { kind: TrapKind::WholeSum, what: format!("Σ max = {whole}") });
    let unreachable = thematic > SAME && !rescale;
    let unreachable =
        unreachable.then(|| Trap { kind: TrapKind::Unreachable, what: format!("≤ {}", whole - thematic) });
    sum.into_iter().chain(unreachable).collect()
}

fn of_bands(item: &RawItem) -> Vec<Trap> {
    let mut bands: Vec<Band> = item.band.iter().map(|band| band.get_ref().checked()).collect();
    let least = |band: &Band| band.from.unwrap_or(f64::NEG_INFINITY);
    bands.sort_by(|one, other| least(one).total_cmp(&least(other)).then(one.above_from.cmp(&other.above_from)));
    let trap = |(one, next): (&Band, &Band)| {
        let (to, from) = (one.to.unwrap_or(f64::INFINITY), least(next));
        let what = |value: String| format!("«{}»: {value}", item.text);
        match () {
            () if to < from - SAME => Some(Trap { kind: TrapKind::Gap, what: what(format!("{to} – {from}")) }),
            () if (to - from).abs() <= SAME && one.below_to && next.above_from => {
                Some(Trap { kind: TrapKind::Gap, what: what(to.to_string()) })
            }
            () if to > from + SAME => Some(Trap { kind: TrapKind::Overlap, what: what(format!("{from} – {to}")) }),
            () if (to - from).abs() <= SAME && !one.below_to && !next.above_from => {
                Some(Trap { kind: TrapKind::Overlap, what: what(to.to_string()) })
            }
            () => None,
        }
    };
    bands.iter().zip(bands.iter().skip(1)).filter_map(trap).collect()
}
