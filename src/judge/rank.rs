//! The ranking: index and flags of every cell side by side, and its place among all, its peers and its committee, with
//! the interval its rank may lie in.

use std::collections::BTreeMap;

use super::draws::{RankInterval, rank_intervals};
use super::index::{Index, Scores, unranked_because, upper_index};
use super::posterior::beliefs;
use crate::lake::schema::{CellMonth, CellSummary, FlagRow, RankRow};
use crate::lang::Lang;
use crate::register::UnitId;
use crate::rules::flags::FlagRules;
use crate::rules::index::IndexRules;
use crate::terms::FlagSeverity;

/// How cells are ranked: with the intervals of their ranks, or without.
pub type Ranker = fn(&[CellSummary], &[CellMonth], &[FlagRow], &IndexRules, &FlagRules, Lang) -> Vec<RankRow>;

/// One row per cell, in the order of the cells. `months` are sorted by cell and month.
#[must_use]
pub fn rank(
    cells: &[CellSummary],
    months: &[CellMonth],
    flags: &[FlagRow],
    index_rules: &IndexRules,
    flag_rules: &FlagRules,
    lang: Lang,
) -> Vec<RankRow> {
    // Drawn before anything else is held, for drawing takes the most room.
    let intervals = intervals(cells, months, index_rules, lang);
    placed(cells, flags, (index_rules, flag_rules), intervals, lang)
}

/// The same without the intervals, which take longest.
#[must_use]
pub fn without_intervals(
    cells: &[CellSummary],
    _months: &[CellMonth],
    flags: &[FlagRow],
    index_rules: &IndexRules,
    flag_rules: &FlagRules,
    lang: Lang,
) -> Vec<RankRow> {
    placed(cells, flags, (index_rules, flag_rules), BTreeMap::new(), lang)
}

fn placed(
    cells: &[CellSummary],
    flags: &[FlagRow],
    (index_rules, flag_rules): (&IndexRules, &FlagRules),
    intervals: BTreeMap<UnitId, RankInterval>,
    lang: Lang,
) -> Vec<RankRow> {
    let entries: Vec<Entry<'_>> = cells.iter().map(|cell| Entry::of(cell, index_rules, lang)).collect();
    let everybody = |_: &CellSummary| Some(());
    let places = Places {
        all: competition(&entries, Entry::index, everybody),
        peer: competition(&entries, Entry::index, |cell| cell.peer_group.as_deref()),
        unit: competition(&entries, Entry::index, |cell| cell.unit_id.as_ref()),
        upper: competition(&entries, |entry| entry.upper_index, everybody),
        intervals,
    };
    let counts = count_flags(flags);
    let ambers_for_weak = flag_rules.thresholds.ambers_for_weak;
    let row = |(at, entry): (usize, &Entry<'_>)| {
        let count = counts.get(&entry.cell.cell_id).copied().unwrap_or_default();
        entry.row(&places, at, count, ambers_for_weak)
    };
    entries.iter().enumerate().map(row).collect()
}

/// A cell with its index, before it has a place.
struct Entry<'a> {
    cell: &'a CellSummary,
    scores: Scores,
    index: Index,
    unranked_because: Option<String>,
    upper_index: Option<f64>,
}

/// Places in the order of the entries.
struct Places {
    all: Vec<Option<i64>>,
    peer: Vec<Option<i64>>,
    unit: Vec<Option<i64>>,
    upper: Vec<Option<i64>>,
    intervals: BTreeMap<UnitId, RankInterval>,
}

/// Flags of a cell that count towards needing support.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct FlagCount {
    red: i64,
    amber: i64,
}

impl<'a> Entry<'a> {
    fn of(cell: &'a CellSummary, rules: &IndexRules, lang: Lang) -> Self {
        let scores = Scores::of(cell, &rules.components);
        let index = scores.index(&rules.components);
        let unranked_because = unranked_because(cell, index, rules, lang);
        let scored_from_above =
            unranked_because.is_none() && cell.quality_upper_n >= rules.ranked.upper_n_for_rank_upper;
        let upper_index = if scored_from_above { upper_index(cell, &scores, &rules.components).value } else { None };
        Self { cell, scores, index, unranked_because, upper_index }
    }

    /// The index it is ranked by, if it is ranked.
    fn index(&self) -> Option<f64> {
        if self.unranked_because.is_none() { self.index.value } else { None }
    }

    fn row(&self, places: &Places, at: usize, flags: FlagCount, ambers_for_weak: i64) -> RankRow {
        let place = |places: &[Option<i64>]| places.get(at).copied().flatten();
        let interval = places.intervals.get(&self.cell.cell_id);
        RankRow {
            cell_id: self.cell.cell_id.clone(),
            ranked: self.unranked_because.is_none(),
            reason: self.unranked_because.clone(),
            index: self.index.value,
            index_weight: self.index.weight,
            s_quality: self.scores.quality,
            s_attendance: self.scores.attendance,
            s_cadence: self.scores.cadence,
            s_thematic: self.scores.thematic,
            s_participation: self.scores.participation,
            s_plan: self.scores.plan,
            rank: place(&places.all),
            rank_peer: place(&places.peer),
            rank_unit: place(&places.unit),
            // Figures that lean on the peers may draw a cell away from its own rank, which is a possible one too.
            rank_low: interval.map(|it| it.low.min(place(&places.all).unwrap_or(it.low))),
            rank_high: interval.map(|it| it.high.max(place(&places.all).unwrap_or(it.high))),
            rank_upper: place(&places.upper),
            weak: flags.red > 0 || flags.amber >= ambers_for_weak,
            red_flags: flags.red,
            amber_flags: flags.amber,
        }
    }
}

/// The intervals of the ranked cells, drawn among each other. What the peers tell comes from all cells.
fn intervals(
    cells: &[CellSummary],
    months: &[CellMonth],
    rules: &IndexRules,
    lang: Lang,
) -> BTreeMap<UnitId, RankInterval> {
    let beliefs = beliefs(&cells.iter().collect::<Vec<_>>(), months, &rules.interval);
    let ranked: Vec<_> = cells
        .iter()
        .zip(beliefs)
        .filter(|(cell, _)| Entry::of(cell, rules, lang).index().is_some())
        .map(|(cell, beliefs)| (&cell.cell_id, beliefs))
        .collect();
    let intervals = rank_intervals(&ranked, &rules.components, &rules.interval);
    ranked.into_iter().map(|(id, _)| id.clone()).zip(intervals).collect()
}

/// Places within each group, the highest value first; equal values share a place and the places after them stay
/// empty: 1, 2, 2, 4. An entry without value or group has no place.
fn competition<'e, G: Ord>(
    entries: &'e [Entry<'e>],
    value: impl Fn(&Entry<'e>) -> Option<f64>,
    group: impl Fn(&'e CellSummary) -> Option<G>,
) -> Vec<Option<i64>> {
    let key = |entry: &'e Entry<'e>| Some((group(entry.cell)?, to_4_decimals(value(entry)?)));
    let mut values: BTreeMap<G, Vec<f64>> = BTreeMap::new();
    for (group, value) in entries.iter().filter_map(key) {
        values.entry(group).or_default().push(value);
    }
    for values in values.values_mut() {
        values.sort_by(|one, other| other.total_cmp(one));
    }
    let place = |entry| {
        let (group, value) = key(entry)?;
        let better = values.get(&group)?.partition_point(|other| other.total_cmp(&value).is_gt());
        i64::try_from(better + 1).ok()
    };
    entries.iter().map(place).collect()
}

/// Differences beyond the fourth decimal are no reason for another place.
fn to_4_decimals(index: f64) -> f64 {
    (index * 1e4).round()
}

fn count_flags(flags: &[FlagRow]) -> BTreeMap<&UnitId, FlagCount> {
    let mut counts: BTreeMap<&UnitId, FlagCount> = BTreeMap::new();
    for flag in flags.iter().filter(|flag| flag.code.counts_for_weak()) {
        let count = counts.entry(&flag.cell_id).or_default();
        match flag.severity {
            FlagSeverity::Red => count.red += 1,
            FlagSeverity::Amber => count.amber += 1,
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::judge::FlagCode;
    use crate::judge::examples::{cell, index_rules, rules};

    fn ranking(cells: &[CellSummary], flags: &[FlagRow]) -> Vec<RankRow> {
        rank(cells, &[], flags, &index_rules(), &rules(), Lang::Vi)
    }

    /// Cells that differ in their mean score only.
    fn scoring(means: &[f64]) -> Vec<CellSummary> {
        let cell = |(at, mean): (usize, &f64)| CellSummary { quality_mean: Some(*mean), ..cell(&format!("C{at}")) };
        means.iter().enumerate().map(cell).collect()
    }

    fn places(rows: &[RankRow], place: fn(&RankRow) -> Option<i64>) -> Vec<Option<i64>> {
        rows.iter().map(place).collect()
    }

    #[test]
    fn equal_cells_share_a_place_and_the_next_place_stays_empty() {
        let rows = ranking(&scoring(&[80.0, 90.0, 70.0, 80.0]), &[]);
        assert_eq!(places(&rows, |row| row.rank), [Some(2), Some(1), Some(4), Some(2)]);
    }

    #[test]
    fn a_difference_beyond_the_fourth_decimal_is_none() {
        // quality weighs 0.40: 0.0001 points are 0.00004 of the index, 0.0005 points are 0.0002
        let rows = ranking(&scoring(&[80.0, 80.0001, 80.0005]), &[]);
        assert_eq!(places(&rows, |row| row.rank), [Some(2), Some(2), Some(1)]);
    }

    #[test]
    fn peers_and_committees_have_their_own_places() {
        let mut cells = scoring(&[95.0, 90.0, 85.0, 80.0]);
        cells[1].peer_group = Some("cơ quan".into());
        cells[2].unit_id = Some(UnitId::new("V"));
        cells[3].peer_group = None;
        cells[3].unit_id = None;
        let rows = ranking(&cells, &[]);
        assert_eq!(places(&rows, |row| row.rank), [Some(1), Some(2), Some(3), Some(4)]);
        assert_eq!(places(&rows, |row| row.rank_peer), [Some(1), Some(1), Some(2), None]);
        assert_eq!(places(&rows, |row| row.rank_unit), [Some(1), Some(2), Some(1), None]);
    }

    #[test]
    fn an_unranked_cell_keeps_its_index_and_takes_nobodys_place() {
        let mut cells = scoring(&[95.0, 90.0]);
        cells[0].quality_n = 2;
        let rows = ranking(&cells, &[]);
        assert!(!rows[0].ranked && rows[0].index.is_some() && rows[0].reason.is_some());
        assert_eq!((rows[0].rank, rows[0].rank_peer, rows[0].rank_unit, rows[0].rank_upper), (None, None, None, None));
        assert_eq!((rows[1].ranked, rows[1].rank, rows[1].reason.clone()), (true, Some(1), None));
    }

    #[test]
    fn the_rank_by_upper_scores_leaves_out_self_scores() {
        let mut cells = scoring(&[95.0, 90.0, 85.0]);
        for (cell, upper) in cells.iter_mut().zip([70.0, 80.0, 99.0]) {
            cell.upper_mean = Some(upper);
        }
        cells[2].quality_upper_n = 2;
        let rows = ranking(&cells, &[]);
        assert_eq!(places(&rows, |row| row.rank_upper), [Some(2), Some(1), None]);
    }

    #[test]
    fn a_cell_alone_is_first_whatever_chance_brings() {
        let rows = ranking(&scoring(&[95.0]), &[]);
        assert_eq!((rows[0].rank_low, rows[0].rank_high), (Some(1), Some(1)));
    }

    #[test]
    fn an_unranked_cell_has_no_interval_and_takes_no_part_in_others() {
        let mut cells = scoring(&[95.0, 90.0]);
        cells[0].quality_n = 2;
        let rows = ranking(&cells, &[]);
        assert_eq!((rows[0].rank_low, rows[0].rank_high), (None, None));
        assert_eq!((rows[1].rank_low, rows[1].rank_high), (Some(1), Some(1)));
    }

    fn flag(code: FlagCode, severity: FlagSeverity) -> FlagRow {
        FlagRow { cell_id: UnitId::new("C0"), code, severity, value: None, threshold: None, evidence: String::new() }
    }

    fn weak(flags: &[FlagRow]) -> (bool, i64, i64) {
        let rows = ranking(&scoring(&[90.0]), flags);
        (rows[0].weak, rows[0].red_flags, rows[0].amber_flags)
    }

    #[test]
    fn one_red_or_three_ambers_call_for_support() {
        use FlagCode::{FewSpeakers, MeetingMissed, MeetingShort, PlanMissing};
        use FlagSeverity::{Amber, Red};
        assert_eq!(weak(&[]), (false, 0, 0));
        assert_eq!(weak(&[flag(MeetingMissed, Red)]), (true, 1, 0));
        let two = [flag(FewSpeakers, Amber), flag(MeetingShort, Amber)];
        assert_eq!(weak(&two), (false, 0, 2));
        let three = [two.as_slice(), &[flag(PlanMissing, Amber)]].concat();
        assert_eq!(weak(&three), (true, 0, 3));
    }

    #[test]
    fn the_committees_failings_and_questions_on_scores_never_do() {
        use FlagCode::{NotReported, ScoreConstant, ScoreContradicts, ScoreGap, SupervisionGap, SupervisionNone};
        let others = [NotReported, SupervisionGap, SupervisionNone, ScoreGap, ScoreConstant, ScoreContradicts];
        let flags = others.map(|code| flag(code, FlagSeverity::Red));
        assert_eq!(weak(&flags), (false, 0, 0));
    }

    proptest! {
        /// A place is one more than the number of better cells: a permutation, but for ties.
        #[test]
        fn places_are_those_of_a_competition(means in prop::collection::vec(0_u8..=20, 1..40)) {
            let means: Vec<f64> = means.into_iter().map(|mean| f64::from(mean) * 5.0).collect();
            let rows = ranking(&scoring(&means), &[]);
            for (row, mean) in rows.iter().zip(&means) {
                let better = means.iter().filter(|other| *other > mean).count();
                prop_assert_eq!(row.rank, i64::try_from(better + 1).ok());
            }
        }

        #[test]
        fn the_order_of_cells_does_not_change_their_places(means in prop::collection::vec(0.0..100.0_f64, 1..20)) {
            let cells = scoring(&means);
            let reversed: Vec<_> = cells.iter().rev().cloned().collect();
            let mut back = ranking(&reversed, &[]);
            back.reverse();
            prop_assert_eq!(ranking(&cells, &[]), back);
        }
    }
}
