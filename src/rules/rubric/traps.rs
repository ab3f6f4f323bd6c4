//! Traps of a rubric: what its own text leaves open or says twice.

use toml::Spanned;

use super::Band;
use super::raw::{RawGroup, RawItem};
use crate::lake::table::words;
use crate::lang::{Lang, t};

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
            TrapKind::Gap => format!("{what}: không thuộc khoảng nào / in no band (known_traps = [{what:?}])"),
            TrapKind::Overlap => format!("{what}: thuộc hai khoảng / in two bands (known_traps = [{what:?}])"),
            TrapKind::GroupSum | TrapKind::WholeSum => {
                format!("{what}: tổng không khớp / does not add up (known_traps = [{what:?}])")
            }
            TrapKind::Unreachable => {
                format!(
                    "{what}: tháng không có chuyên đề / month without a thematic meeting (rescale = true, known_traps = [{what:?}])"
                )
            }
        }
    }
}

impl TrapKind {
    /// In words.
    #[must_use]
    pub fn named(self, lang: Lang) -> String {
        match self {
            Self::Gap => t!(lang, "in-no-band"),
            Self::Overlap => t!(lang, "in-two-bands"),
            Self::GroupSum | Self::WholeSum => t!(lang, "does-not-add-up"),
            Self::Unreachable => t!(lang, "most-without-thematic"),
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
        let wrong = group.max.filter(|max| !group.item.is_empty() && (sum - max).abs() > SAME);
        traps.extend(wrong.map(|max| {
            let what = format!("{}: Σ = {sum}, max = {max}", group.name);
            (at, Trap { kind: TrapKind::GroupSum, what })
        }));
        for item in &group.item {
            traps.extend(of_bands(item.get_ref()).into_iter().map(|trap| (item.span().start, trap)));
        }
    }
    if let Some(first) = groups.first() {
        traps.extend(of_whole(groups, rescale).into_iter().map(|trap| (first.span().start, trap)));
    }
    traps
}

/// Nothing adds up where the document gives no points.
fn of_whole(groups: &[Spanned<RawGroup>], rescale: bool) -> Vec<Trap> {
    let Some(whole) = groups.iter().map(|group| group.get_ref().max).sum::<Option<f64>>() else { return Vec::new() };
    let items = groups.iter().flat_map(|group| &group.get_ref().item);
    let thematic: f64 = items.map(Spanned::get_ref).filter(|item| item.thematic_only).map(|item| item.max).sum();
    let sum = (whole - 100.0).abs() > SAME;
    let sum = sum.then(|| Trap { kind: TrapKind::WholeSum, what: format!("Σ max = {whole}") });
    let unreachable = thematic > SAME && !rescale;
    let unreachable =
        unreachable.then(|| Trap { kind: TrapKind::Unreachable, what: format!("≤ {}", whole - thematic) });
    sum.into_iter().chain(unreachable).collect()
}

/// Each band against the one before it that reaches furthest: a wide band may hide several.
fn of_bands(item: &RawItem) -> Vec<Trap> {
    let mut bands: Vec<Band> = item.band.iter().map(|band| band.get_ref().checked()).collect();
    bands.retain(|band| !band.is_empty());
    bands.sort_by(|one, other| one.least().total_cmp(&other.least()).then(one.above_from.cmp(&other.above_from)));
    let mut traps = Vec::new();
    let mut furthest: Option<Band> = None;
    for band in bands {
        let Some(before) = furthest.take() else {
            furthest = Some(band);
            continue;
        };
        let met = between(&before, &band);
        traps.extend(met.map(|(kind, value)| Trap { kind, what: format!("«{}»: {value}", item.text) }));
        let end = |band: &Band| (band.most(), !band.below_to);
        furthest = Some(if end(&band) > end(&before) { band } else { before });
    }
    traps
}

/// What is amiss between two bands, of which the first begins no later, and at which values.
fn between(one: &Band, next: &Band) -> Option<(TrapKind, String)> {
    let (to, from) = (one.most(), next.least());
    let meet = (to - from).abs() <= SAME;
    match () {
        () if meet && one.below_to && next.above_from => Some((TrapKind::Gap, to.to_string())),
        () if meet && !one.below_to && !next.above_from => Some((TrapKind::Overlap, to.to_string())),
        () if meet => None,
        () if to < from => Some((TrapKind::Gap, format!("{to} – {from}"))),
        () => {
            let written = |end: f64| if end.is_finite() { end.to_string() } else { "…".to_owned() };
            Some((TrapKind::Overlap, format!("{} – {}", written(from), written(to.min(next.most())))))
        }
    }
}
