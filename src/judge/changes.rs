//! What became of flags from one window to another.

use std::collections::{BTreeMap, BTreeSet};

use super::FlagCode;
use super::by_cell::ByCell;
use super::figure::number;
use super::flags;
use super::sheets::Sheets;
use super::wilson::score_interval;
use crate::lake::schema::{CellMonth, CellSummary, FlagRow, RankRow};
use crate::register::UnitId;
use crate::rules::flags::Thresholds;

/// What became of a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FlagState {
    /// Raised now only.
    New,
    /// Raised then and now.
    Continuing,
    /// Raised then, and the figures of now do not raise it.
    Resolved,
    /// Raised then; now there is nothing to judge by.
    Unjudged,
    /// It goes by quarters, and one that is not over says neither that it came nor that it went.
    Pending,
}

/// A flag of a cell then and now; at least one of the two is there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FlagChange<'a> {
    /// The cell.
    pub cell_id: &'a UnitId,
    /// The flag.
    pub code: FlagCode,
    /// What became of it.
    pub state: FlagState,
    /// As it was raised then.
    pub before: Option<&'a FlagRow>,
    /// As it is raised now.
    pub now: Option<&'a FlagRow>,
}

/// What became of each flag, by cell and code. Those named in `unjudged` are not resolved by being silent.
#[must_use]
pub fn changes<'a>(
    before: &'a [FlagRow],
    now: &'a [FlagRow],
    unjudged: &BTreeSet<(UnitId, FlagCode)>,
    (quarter_was_over, quarter_is_over): (bool, bool),
) -> Vec<FlagChange<'a>> {
    let key = |flag: &'a FlagRow| (&flag.cell_id, flag.code);
    let mut pairs: BTreeMap<(&UnitId, FlagCode), [Option<&FlagRow>; 2]> = BTreeMap::new();
    for flag in before {
        pairs.insert(key(flag), [Some(flag), None]);
    }
    for flag in now {
        let [_, raised] = pairs.entry(key(flag)).or_default();
        *raised = Some(flag);
    }
    let change = |((cell_id, code), [before, now]): ((&'a UnitId, FlagCode), [Option<&'a FlagRow>; 2])| {
        let by_quarters = code == FlagCode::SupervisionGap;
        let state = match (before, now) {
            (None, _) if by_quarters && !quarter_is_over => FlagState::Pending,
            (Some(_), None) if by_quarters && !(quarter_was_over && quarter_is_over) => FlagState::Pending,
            (None, _) => FlagState::New,
            (Some(_), Some(_)) => FlagState::Continuing,
            (Some(_), None) if unjudged.contains(&(cell_id.clone(), code)) => FlagState::Unjudged,
            (Some(_), None) => FlagState::Resolved,
        };
        FlagChange { cell_id, code, state, before, now }
    };
    pairs.into_iter().map(change).collect()
}

/// The flags of then that are not raised now for want of data of the cell, or of the cell itself. `months` are sorted by
/// cell and month.
#[must_use]
pub fn unjudged(
    (before, now): (&[FlagRow], &[FlagRow]),
    (cells, months): (&[CellSummary], &[CellMonth]),
    sheets: &Sheets<'_>,
    thresholds: &Thresholds,
) -> BTreeSet<(UnitId, FlagCode)> {
    let cells: BTreeMap<&UnitId, &CellSummary> = cells.iter().map(|cell| (&cell.cell_id, cell)).collect();
    let months = ByCell::of(months, |month| &month.cell_id);
    let raised: BTreeSet<(&UnitId, FlagCode)> = now.iter().map(|flag| (&flag.cell_id, flag.code)).collect();
    let gone = before.iter().filter(|flag| !raised.contains(&(&flag.cell_id, flag.code)));
    let is_unjudged = |flag: &&FlagRow| {
        let judged = cells
            .get(&flag.cell_id)
            .is_some_and(|cell| flags::has_data(flag.code, cell, months.get(&flag.cell_id), sheets, thresholds));
        !judged
    };
    gone.filter(is_unjudged).map(|flag| (flag.cell_id.clone(), flag.code)).collect()
}

/// Whether a figure of a cell has changed by more than chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// The interval of now lies on the better side of that of then.
    Better,
    /// It lies on the worse side.
    Worse,
    /// The two overlap.
    WithinChance,
}

/// How attendance has moved, by its 95% intervals; none where one is missing. The same members come each month, so that
/// member-meetings are worth fewer independent ones, by the design effect of the rank intervals.
#[must_use]
pub fn attendance_move(then: &CellSummary, now: &CellSummary, design_effect: f64) -> Option<Move> {
    let interval = |cell: &CellSummary| score_interval(number(cell.present?), number(cell.due?), design_effect);
    let (then, now) = (interval(then)?, interval(now)?);
    Some(moved(now.low > then.high, now.high < then.low))
}

/// How a rank among so many cells has moved, by its intervals; none where one is missing. Where the number of cells
/// differs, a rank has moved only if it has both as it is counted and as a share of the cells.
#[must_use]
pub fn rank_move((then, of_then): (&RankRow, i64), (now, of_now): (&RankRow, i64)) -> Option<Move> {
    let interval = |rank: &RankRow| rank.rank.and(rank.rank_low.zip(rank.rank_high));
    let ((then_low, then_high), (low, high)) = (interval(then)?, interval(now)?);
    let better = high < then_low && high * of_then < then_low * of_now;
    let worse = low > then_high && low * of_then > then_high * of_now;
    Some(moved(better, worse))
}

fn moved(better: bool, worse: bool) -> Move {
    match (better, worse) {
        (true, _) => Move::Better,
        (_, true) => Move::Worse,
        _ => Move::WithinChance,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::examples::{cell, criteria_rules, index_rules, rules, sound_year};
    use crate::judge::rank;
    use crate::lang::Lang;
    use crate::terms::FlagSeverity;

    fn flag(cell: &str, code: FlagCode, severity: FlagSeverity) -> FlagRow {
        FlagRow { cell_id: UnitId::new(cell), code, severity, value: None, threshold: None, evidence: String::new() }
    }

    fn low(cell: &str) -> FlagRow {
        flag(cell, FlagCode::AttendanceLow, FlagSeverity::Amber)
    }

    #[test]
    fn a_flag_is_new_continues_or_is_resolved() {
        let then = [low("A"), low("B"), flag("B", FlagCode::QualityLow, FlagSeverity::Amber)];
        let now = [flag("B", FlagCode::AttendanceLow, FlagSeverity::Red), low("C")];
        let unjudged = BTreeSet::from([(UnitId::new("B"), FlagCode::QualityLow)]);
        let told = changes(&then, &now, &unjudged, (true, true));
        let states: Vec<_> = told.iter().map(|it| (it.cell_id.as_str(), it.code, it.state)).collect();
        assert_eq!(
            states,
            [
                ("A", FlagCode::AttendanceLow, FlagState::Resolved),
                ("B", FlagCode::AttendanceLow, FlagState::Continuing),
                ("B", FlagCode::QualityLow, FlagState::Unjudged),
                ("C", FlagCode::AttendanceLow, FlagState::New),
            ]
        );
        let severities = told.get(1).map(|it| [it.before, it.now].map(|flag| flag.map(|flag| flag.severity)));
        assert_eq!(severities, Some([Some(FlagSeverity::Amber), Some(FlagSeverity::Red)]));
    }

    #[test]
    fn a_flag_that_goes_by_quarters_waits_for_their_end() {
        let gap = |cell: &str| flag(cell, FlagCode::SupervisionGap, FlagSeverity::Amber);
        let (then, now) = ([gap("A"), gap("B")], [gap("B"), gap("C")]);
        let states = |over| -> Vec<FlagState> {
            changes(&then, &now, &BTreeSet::new(), over).into_iter().map(|it| it.state).collect()
        };
        let (pending, continuing) = (FlagState::Pending, FlagState::Continuing);
        assert_eq!(states((true, true)), [FlagState::Resolved, continuing, FlagState::New]);
        assert_eq!(states((false, true)), [pending, continuing, FlagState::New]);
        assert_eq!(states((true, false)), [pending, continuing, pending]);
    }

    #[test]
    fn a_flag_is_not_resolved_by_a_cell_that_says_nothing_or_is_gone() {
        let rules = criteria_rules();
        let sheets = Sheets::of(&[], &rules);
        let silent = CellSummary { attendance_rate: None, ..cell("B") };
        let months = [sound_year("A"), sound_year("B")].concat();
        let then = [low("A"), low("B"), low("C")];
        let told = unjudged((&then, &[]), (&[cell("A"), silent.clone()], &months), &sheets, &rules_of_flags());
        let cells: Vec<&str> = told.iter().map(|(cell, _)| cell.as_str()).collect();
        assert_eq!(cells, ["B", "C"]);
        // One that is raised again was judged.
        assert!(unjudged((&then, &then), (&[silent], &[]), &sheets, &rules_of_flags()).is_empty());
    }

    #[test]
    fn a_flag_below_its_least_months_is_not_resolved() {
        let rules = criteria_rules();
        let sheets = Sheets::of(&[], &rules);
        let least = rules_of_flags().score_gap.months_at_least;
        let then = [flag("A", FlagCode::ScoreGap, FlagSeverity::Amber)];
        for (months, silent) in [(least - 1, 1), (least, 0)] {
            let now = CellSummary { gap_mean: Some(0.0), gap_n: months, ..cell("A") };
            let told = unjudged((&then, &[]), (&[now], &sound_year("A")), &sheets, &rules_of_flags());
            assert_eq!(told.len(), silent, "{months} months");
        }
    }

    fn rules_of_flags() -> Thresholds {
        rules().thresholds
    }

    #[test]
    fn attendance_has_moved_where_its_intervals_do_not_touch() {
        let with = |present, due| CellSummary { present: Some(present), due: Some(due), ..cell("A") };
        // By the score interval with 200 independent trials: 160/200 lies within 73.9–85.0 %, 180/200 within 85.1–93.4 %,
        // 176/200 within 82.8–91.8 %.
        let then = with(160, 200);
        assert_eq!(attendance_move(&then, &with(180, 200), 1.0), Some(Move::Better));
        assert_eq!(attendance_move(&then, &with(176, 200), 1.0), Some(Move::WithinChance));
        assert_eq!(attendance_move(&with(180, 200), &then, 1.0), Some(Move::Worse));
        assert_eq!(attendance_move(&then, &with(180, 200), 2.0), Some(Move::WithinChance), "half as many count");
        let silent = CellSummary { present: None, ..cell("A") };
        assert_eq!(attendance_move(&silent, &then, 1.0), None);
    }

    #[test]
    fn a_rank_has_moved_where_its_intervals_do_not_touch_whatever_the_number_of_cells() {
        let one = rank::rank(&[cell("A")], &[], &[], &index_rules(), &rules(), Lang::Vi).remove(0);
        let at = |low, high| RankRow { rank: Some(low), rank_low: Some(low), rank_high: Some(high), ..one.clone() };
        let then = at(20, 40);
        let moved = |low, high, of| rank_move((&then, 100), (&at(low, high), of));
        assert_eq!(moved(5, 19, 100), Some(Move::Better));
        assert_eq!(moved(5, 20, 100), Some(Move::WithinChance));
        assert_eq!(moved(41, 60, 100), Some(Move::Worse));
        // The 41st of 171 is no worse a place than the 40th of 100, nor the 19th of 60 a better one than the 20th of 100.
        assert_eq!(moved(41, 60, 171), Some(Move::WithinChance));
        assert_eq!(moved(5, 19, 60), Some(Move::WithinChance));
        let unranked = RankRow { rank: None, ..at(5, 19) };
        assert_eq!(rank_move((&then, 100), (&unranked, 100)), None);
    }
}
