//! What in scores is worth a second look: a list for people to review, never part of index, flags or rank.
//! Figures, months and score sheets enter; rows of `integrity` leave.

mod signals;
mod wording;

use std::collections::{BTreeMap, BTreeSet};

use super::binomial;
use super::figure::{self, is_held, number, rounded};
use super::sheets::{ScoredSheet, Sheets};
use crate::lake::review::IntegrityRow;
use crate::lake::schema::{CellMonth, CellSummary};
use crate::lang::Lang;
use crate::period::Period;
use crate::register::UnitId;
use crate::rules::dated::Dated;
use crate::rules::integrity::{IntegrityRules, ListedFrom, Signal};
use crate::terms::{Scope, Scorer};
use signals::{scorers, tally};

/// What scores are reviewed by.
pub struct Basis<'a> {
    /// What is listed.
    pub rules: &'a IntegrityRules,
    /// Attendance target, by month.
    pub target: &'a Dated<f64>,
    /// The score sheets.
    pub sheets: &'a Sheets<'a>,
    /// Language of the evidence.
    pub lang: Lang,
}

/// A cell with what it reported of the meetings it held.
struct Case<'a> {
    cell: &'a CellSummary,
    months: Vec<&'a CellMonth>,
    sheets: Vec<&'a ScoredSheet<'a>>,
    /// Comparable months whose figures another cell of the unit has too.
    shared: BTreeSet<Period>,
}

/// How often a signal could have happened, and when it did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Tally {
    trials: i64,
    hits: Vec<Period>,
}

impl Tally {
    fn count(&self) -> i64 {
        figure::count(self.hits.len())
    }
}

/// Sums of tallies.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    trials: i64,
    count: i64,
    /// Cells with at least one hit.
    cells: usize,
}

impl Sum {
    fn add(&mut self, tally: &Tally) {
        self.trials += tally.trials;
        self.count += tally.count();
        self.cells += usize::from(!tally.hits.is_empty());
    }

    fn share(self) -> f64 {
        if self.trials == 0 { 0.0 } else { number(self.count) / number(self.trials) }
    }
}

/// How a listed count stands to what all cells do.
#[derive(Debug, Clone, Copy)]
struct Against {
    base_rate: f64,
    expected: f64,
    /// P(X ≥ count) at the base rate.
    p_value: f64,
}

/// The list, by signal and scorer; within them the share over all cells first, then units, then cells. `months` are
/// sorted by cell and month.
///
/// A cell's count is held against the share over all cells, itself included: p = P(X ≥ count) with X ~ Binomial(n,
/// base_rate). That takes a cell's months as independent, which they are not, and among many cells some are listed by
/// chance; the row over all cells says how many at most are to be expected.
#[must_use]
pub fn integrity(cells: &[CellSummary], months: &[CellMonth], basis: &Basis<'_>) -> Vec<IntegrityRow> {
    let cases = cases(cells, months, basis);
    let pairs = Signal::ALL.iter().flat_map(|signal| scorers(*signal).iter().map(|scorer| (*signal, *scorer)));
    pairs.flat_map(|(signal, scorer)| Review { signal, scorer, basis }.rows(&cases)).collect()
}

fn cases<'a>(cells: &'a [CellSummary], months: &'a [CellMonth], basis: &Basis<'a>) -> Vec<Case<'a>> {
    let mut held: BTreeMap<&UnitId, Vec<&CellMonth>> = BTreeMap::new();
    for month in months.iter().filter(|month| is_held(month)) {
        held.entry(&month.cell_id).or_default().push(month);
    }
    let case = |cell: &'a CellSummary| {
        let months = held.remove(&cell.cell_id).unwrap_or_default();
        let met = |sheet: &&ScoredSheet<'_>| months.iter().any(|month| month.period == sheet.period);
        let sheets = basis.sheets.of_cell(&cell.cell_id).iter().filter(met).collect();
        Case { cell, months, sheets, shared: BTreeSet::new() }
    };
    let mut cases: Vec<Case<'_>> = cells.iter().map(case).collect();
    signals::find_shared(&mut cases, basis.rules);
    cases
}

/// One signal of one scorer.
struct Review<'a> {
    signal: Signal,
    scorer: Option<Scorer>,
    basis: &'a Basis<'a>,
}

impl Review<'_> {
    fn rows(&self, cases: &[Case<'_>]) -> Vec<IntegrityRow> {
        let listing = self.basis.rules.signals.get(self.signal);
        let tallies: Vec<(&Case<'_>, Tally)> =
            cases.iter().map(|case| (case, tally(self.signal, self.scorer, case, self.basis))).collect();
        let mut all = Sum::default();
        let mut units: BTreeMap<&UnitId, Sum> = BTreeMap::new();
        for (case, tally) in &tallies {
            all.add(tally);
            if let Some(unit) = &case.cell.unit_id {
                units.entry(unit).or_default().add(tally);
            }
        }
        if all.trials == 0 {
            return Vec::new();
        }
        let base = all.share();
        let units: Vec<IntegrityRow> = units
            .iter()
            .filter_map(|(unit, sum)| {
                let against = listed(listing.unit, *sum, base)?;
                Some(self.row(Scope::Unit, unit, *sum, Some(against), self.of_unit(*sum, against)))
            })
            .collect();
        let cells: Vec<IntegrityRow> = tallies
            .iter()
            .filter_map(|(case, tally)| {
                let mut sum = Sum::default();
                sum.add(tally);
                let against = listed(listing.cell, sum, base)?;
                let evidence = self.of_cell(sum, &tally.hits, against);
                Some(self.row(Scope::Cell, &case.cell.cell_id, sum, Some(against), evidence))
            })
            .collect();
        let tested = tallies.iter().filter(|(_, tally)| tally.trials >= listing.cell.trials_at_least).count();
        let of_all = self.of_all(all, tested, cells.len(), listing.cell.p_at_most);
        let mut rows = vec![self.row(Scope::All, &UnitId::new("ALL"), all, None, of_all)];
        rows.extend(units);
        rows.extend(cells);
        rows
    }

    fn row(&self, scope: Scope, key: &UnitId, sum: Sum, against: Option<Against>, evidence: String) -> IntegrityRow {
        IntegrityRow {
            signal: self.signal,
            scorer: self.scorer,
            scope,
            key: key.to_string(),
            n: sum.trials,
            count: sum.count,
            share: rounded(sum.share()),
            base_rate: against.map(|it| rounded(it.base_rate)),
            expected: against.map(|it| rounded(it.expected)),
            p_value: against.map(|it| rounded(it.p_value)),
            evidence,
        }
    }
}

/// How a count stands to the base rate, if it is listed.
fn listed(from: ListedFrom, sum: Sum, base_rate: f64) -> Option<Against> {
    if sum.trials < from.trials_at_least || sum.count < from.count_at_least {
        return None;
    }
    let p_value = binomial::at_least(sum.count, sum.trials, base_rate);
    let against = Against { base_rate, expected: number(sum.trials) * base_rate, p_value };
    (p_value <= from.p_at_most).then_some(against)
}

#[cfg(test)]
mod tests;
