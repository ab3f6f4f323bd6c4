//! What each signal counts in the months and sheets of one cell.

use std::collections::{BTreeMap, BTreeSet};

use super::{Basis, Case, Tally};
use crate::judge::contradiction::contradictions;
use crate::judge::figure::{self, number, rounded};
use crate::judge::sheets::ScoredSheet;
use crate::lake::schema::CellMonth;
use crate::period::Period;
use crate::register::UnitId;
use crate::rules::integrity::{IntegrityRules, Signal};
use crate::terms::Scorer;

/// Whose scores a signal is looked for in; nobody's where it is about monthly figures.
pub(super) fn scorers(signal: Signal) -> &'static [Option<Scorer>] {
    match signal {
        Signal::IdenticalSheet | Signal::SharedSheet => &[None],
        _ => &[Some(Scorer::Own), Some(Scorer::Upper)],
    }
}

pub(super) fn tally(signal: Signal, scorer: Option<Scorer>, case: &Case<'_>, basis: &Basis<'_>) -> Tally {
    let rules = basis.rules;
    let given = || scores(case, scorer);
    match signal {
        Signal::Heaping100 => count(given(), |score| same(score, 100.0)),
        Signal::Heaping5 => {
            let others = given().into_iter().filter(|(_, score)| !same(*score, 100.0)).collect();
            count(others, |score| same((score / 5.0).fract(), 0.0))
        }
        Signal::JustOver90 => count(given(), |score| {
            let score = rounded(score);
            rules.just_over_from <= score && score < rules.just_over_below
        }),
        Signal::Constant => repeated(&given(), |score| score.0, |one, next| same(one.1, next.1)),
        Signal::RepeatedVector => repeated_vector(case, scorer, rules.lines_at_least),
        Signal::ContradictsFacts => contradicts(case, scorer, basis),
        Signal::IdenticalSheet => identical(case, rules),
        Signal::SharedSheet => {
            let trials = comparable(case, rules).count();
            Tally { trials: i64::try_from(trials).unwrap_or(i64::MAX), hits: case.shared.iter().copied().collect() }
        }
    }
}

/// The scores of a scorer, month by month.
fn scores(case: &Case<'_>, scorer: Option<Scorer>) -> Vec<(Period, f64)> {
    let score = |month: &CellMonth| match scorer? {
        Scorer::Own => month.self_score,
        Scorer::Upper => month.upper_score,
        Scorer::Official => month.official_score,
    };
    case.months.iter().filter_map(|month| Some((month.period, score(month)?))).collect()
}

fn count(scores: Vec<(Period, f64)>, hit: impl Fn(f64) -> bool) -> Tally {
    let trials = figure::count(scores.len());
    Tally { trials, hits: scores.into_iter().filter(|(_, score)| hit(*score)).map(|(period, _)| period).collect() }
}

/// Items that are as the one before them.
fn repeated<T>(items: &[T], period: impl Fn(&T) -> Period, alike: impl Fn(&T, &T) -> bool) -> Tally {
    let pairs = || items.iter().zip(items.iter().skip(1));
    let trials = i64::try_from(pairs().count()).unwrap_or(i64::MAX);
    Tally { trials, hits: pairs().filter(|(one, next)| alike(one, next)).map(|(_, next)| period(next)).collect() }
}

/// Full marks twice are left aside: they repeat of necessity, and are counted as scores of 100.
fn repeated_vector(case: &Case<'_>, scorer: Option<Scorer>, lines_at_least: usize) -> Tally {
    let long = |sheet: &&&ScoredSheet<'_>| Some(sheet.scorer) == scorer && sheet.lines.len() >= lines_at_least;
    let sheets: Vec<&ScoredSheet<'_>> = case.sheets.iter().filter(long).copied().collect();
    let pairs = sheets.iter().zip(sheets.iter().skip(1)).filter(|(one, next)| !one.total.full() || !next.total.full());
    let mut tally = Tally::default();
    for (one, next) in pairs {
        tally.trials += 1;
        tally.hits.extend((one.lines == next.lines).then_some(next.period));
    }
    tally
}

fn contradicts(case: &Case<'_>, scorer: Option<Scorer>, basis: &Basis<'_>) -> Tally {
    let mut tally = Tally::default();
    for sheet in case.sheets.iter().filter(|sheet| Some(sheet.scorer) == scorer) {
        let Some(month) = case.months.iter().find(|month| month.period == sheet.period) else { continue };
        let target = *basis.target.in_force(month.period);
        let Some(found) = contradictions(month, sheet, target) else { continue };
        tally.trials += 1;
        tally.hits.extend((!found.is_empty()).then_some(month.period));
    }
    tally
}

/// The figures of a month, bit by bit: due, present, speakers, duration, self and upper score.
type Vector = [Option<u64>; 6];

fn identical(case: &Case<'_>, rules: &IntegrityRules) -> Tally {
    let mut seen = BTreeSet::new();
    let mut tally = Tally::default();
    for (period, vector) in comparable(case, rules) {
        tally.trials += i64::from(!seen.is_empty());
        tally.hits.extend((!seen.insert(vector)).then_some(period));
    }
    tally
}

/// Fills in which months of each cell have the figures of another cell of its unit.
pub(super) fn find_shared(cases: &mut [Case<'_>], rules: &IntegrityRules) {
    let mut units: BTreeMap<&UnitId, Vec<&mut Case<'_>>> = BTreeMap::new();
    for case in cases {
        if let Some(unit) = &case.cell.unit_id {
            units.entry(unit).or_default().push(case);
        }
    }
    for cases in units.into_values() {
        let mut times: BTreeMap<(Period, Vector), usize> = BTreeMap::new();
        for figures in cases.iter().flat_map(|case| comparable(case, rules)) {
            *times.entry(figures).or_default() += 1;
        }
        for case in cases {
            let of_others = |figures: &(Period, Vector)| times.get(figures).is_some_and(|times| *times > 1);
            let shared = comparable(case, rules).filter(of_others).map(|(period, _)| period).collect();
            case.shared = shared;
        }
    }
}

/// The months whose figures say enough for their likeness to be no matter of course.
fn comparable(case: &Case<'_>, rules: &IntegrityRules) -> impl Iterator<Item = (Period, Vector)> {
    case.months.iter().filter_map(|month| Some((month.period, vector(month, rules)?)))
}

/// The figures of a month if enough members are due and enough figures are not what they usually are at their best or
/// least: all present, all speaking, the minimum duration, 100 points. A score or the duration must be among these.
fn vector(month: &CellMonth, rules: &IntegrityRules) -> Option<Vector> {
    let due = month.due.filter(|due| *due >= rules.due_at_least)?;
    let absence = month.present.is_some_and(|present| present < due);
    let silence = month.speakers.zip(month.present).is_some_and(|(spoke, present)| 0 < spoke && spoke < present);
    let longer = month.duration_min.is_some_and(|minutes| minutes != month.duration_required);
    let graded = |score: Option<f64>| score.is_some_and(|score| !same(score, 100.0));
    let judged = [longer, graded(month.self_score), graded(month.upper_score)];
    let telling = [absence, silence].iter().chain(&judged).filter(|telling| **telling).count();
    let enough = telling >= rules.telling_at_least && judged.contains(&true);
    let (whole, points) = (|it: i64| number(it).to_bits(), |it: f64| rounded(it).to_bits());
    enough.then(|| {
        [
            Some(whole(due)),
            month.present.map(whole),
            month.speakers.map(whole),
            month.duration_min.map(whole),
            month.self_score.map(points),
            month.upper_score.map(points),
        ]
    })
}

fn same(one: f64, other: f64) -> bool {
    rounded(one).total_cmp(&rounded(other)).is_eq()
}
