//! A cell's year against the clauses of a rule: met, missed, or open for want of months. Knows no sentences.

use std::collections::BTreeSet;

use super::figure::{count, is_held, number, rounded};
use super::proposal::Basis;
use crate::lake::schema::{CellMonth, CellSummary};
use crate::period::{Period, Quarter};
use crate::rules::year_rule::{Clause, ClauseStatus, Condition, YearRule};
use crate::terms::{Grade, MeetingStatus};

/// What a year's meetings came to.
pub(super) struct Year {
    /// Expected months of the window.
    pub expected: i64,
    /// Months held.
    pub held: i64,
    /// Months reported as not held.
    pub not_held: i64,
    /// Expected months without a report.
    pub unreported: Vec<Period>,
    /// Months held with neither score nor grade.
    pub ungraded: Vec<Period>,
    /// Months held without a score.
    pub unscored: Vec<Period>,
    /// Months after the window in which the cell is still active.
    pub future: Vec<Period>,
    /// Grades of the months held.
    pub grades: Vec<Grade>,
    /// Mean official score.
    pub mean: Option<f64>,
    /// Months with an official score.
    pub scored: i64,
    /// Quarters with a thematic meeting.
    pub quarters_met: i64,
    /// Quarters that can have none any more.
    pub quarters_missed: i64,
    /// All quarters of the year in which the cell is active.
    pub quarters: i64,
    /// Months held whose grade goes by the score alone, for no sheet shows the points its rubric asks for beside it.
    pub gates_open: i64,
}

impl Year {
    /// The year of a cell. `months` are its own, sorted. A grade is that of the official score; where there is none,
    /// the one stated, from above first.
    pub fn of(cell: &CellSummary, months: &[CellMonth], basis: &Basis<'_>) -> Self {
        let months: Vec<&CellMonth> = months.iter().filter(|month| basis.window.contains(month.period)).collect();
        let future = future(cell, basis);
        let held: Vec<&CellMonth> = months.iter().copied().filter(|month| is_held(month)).collect();
        let which = |lacks: &dyn Fn(&CellMonth) -> bool| -> Vec<Period> {
            held.iter().filter(|month| lacks(month)).map(|month| month.period).collect()
        };
        let quarters: Vec<Thematic> = quarters(&months, &future);
        let in_state = |state| count(quarters.iter().filter(|it| **it == state).count());
        Self {
            expected: count(months.len()),
            held: count(held.len()),
            not_held: count(months.iter().filter(|month| month.status == Some(MeetingStatus::NotHeld)).count()),
            unreported: months.iter().filter(|month| !month.reported).map(|month| month.period).collect(),
            ungraded: which(&|month| grade(month).is_none()),
            unscored: which(&|month| month.official_score.is_none()),
            grades: held.iter().copied().filter_map(grade).collect(),
            mean: cell.quality_mean,
            scored: cell.quality_n,
            quarters_met: in_state(Thematic::Met),
            quarters_missed: in_state(Thematic::Missed),
            quarters: count(quarters.len()),
            gates_open: count(held.iter().filter(|month| month.gates_open).count()),
            future,
        }
    }

    /// Months held with this grade or a better one.
    pub fn at_least(&self, grade: Grade) -> i64 {
        count(self.grades.iter().filter(|it| **it <= grade).count())
    }

    /// Months of the year in which the cell is active.
    pub fn active(&self) -> i64 {
        self.expected + count(self.future.len())
    }

    /// Months held whose grade is known.
    pub fn graded(&self) -> i64 {
        count(self.grades.len())
    }

    /// Months held of which the rule needs more than is known.
    pub fn lacking(&self, rule: &YearRule) -> &[Period] {
        if rule.asks_for_scores() { &self.unscored } else { &self.ungraded }
    }

    /// What is known of a condition.
    pub fn verdict(&self, condition: Condition) -> Verdict {
        // Months of which nothing is known yet may turn out well, badly, or not to have been held.
        let unknown = count(self.unreported.len() + self.future.len());
        let ungraded = unknown + count(self.ungraded.len());
        match condition {
            Condition::MeanAtLeast(least) => {
                let (n, unscored) = (self.scored, unknown + count(self.unscored.len()));
                let sum = self.mean.unwrap_or_default() * number(n);
                bounds(sum, sum + 100.0 * number(unscored), n + unscored, least)
            }
            Condition::ShareAtLeast(grade, least) => {
                let good = self.at_least(grade);
                bounds(number(good), number(good + ungraded), self.graded() + ungraded, least)
            }
            Condition::EveryMonthHeld => Verdict::of(self.not_held == 0 && unknown == 0, self.not_held > 0),
            Condition::EveryQuarterThematic => {
                Verdict::of(self.quarters_met == self.quarters, self.quarters_missed > 0)
            }
            Condition::MonthsGoodAtLeast(least) => {
                let good = self.at_least(Grade::Good);
                // A number of months asked of a whole year says nothing of a cell that was there for fewer.
                let judged = self.active() >= least;
                Verdict::of(good >= least, judged && good + ungraded < least)
            }
            Condition::MonthsUnderFairAtMost(most) => {
                let under = self.graded() - self.at_least(Grade::Fair);
                Verdict::of(under + ungraded <= most, under > most)
            }
        }
    }

    /// The clauses missed, and the first that is not.
    pub fn judge<'r>(&self, rule: &'r YearRule) -> Judged<'r> {
        let mut missed = Vec::new();
        for clause in &rule.clauses {
            match self.outcome(clause) {
                Outcome::Missed => missed.push(clause),
                stop => return Judged { missed, stop: Some((clause, stop)) },
            }
        }
        Judged { missed, stop: None }
    }

    /// A clause seen in part is missed where the part is missed; otherwise nothing is known of it.
    fn outcome(&self, clause: &Clause) -> Outcome {
        let verdicts: Vec<Verdict> = clause.conditions.list().into_iter().map(|it| self.verdict(it)).collect();
        if verdicts.contains(&Verdict::Missed) {
            Outcome::Missed
        } else if clause.status == ClauseStatus::Unseen {
            Outcome::Unseen
        } else if verdicts.contains(&Verdict::Open) {
            Outcome::Open
        } else {
            Outcome::Met
        }
    }
}

/// What is known of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It holds, whatever the missing months were like.
    Met,
    /// It does not, whatever they were like.
    Missed,
    /// It hangs on them.
    Open,
}

impl Verdict {
    fn of(met: bool, missed: bool) -> Self {
        match (met, missed) {
            (_, true) => Self::Missed,
            (true, false) => Self::Met,
            (false, false) => Self::Open,
        }
    }
}

/// What is known of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Every condition holds.
    Met,
    /// One does not.
    Missed,
    /// It hangs on missing months.
    Open,
    /// The clause was not seen in full.
    Unseen,
}

/// A year judged by a rule.
pub(super) struct Judged<'r> {
    /// The clauses missed, the best grade first.
    pub missed: Vec<&'r Clause>,
    /// The first clause that is not missed; `None` where the rule knows no lower grade.
    pub stop: Option<(&'r Clause, Outcome)>,
}

impl Judged<'_> {
    /// The year's grade, where there is one.
    pub fn grade(&self) -> Option<Grade> {
        self.stop.filter(|(_, outcome)| *outcome == Outcome::Met).map(|(clause, _)| clause.grade)
    }
}

/// Where a quarter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Thematic {
    Met,
    Missed,
    Open,
}

fn quarters(months: &[&CellMonth], future: &[Period]) -> Vec<Thematic> {
    let all = months.iter().map(|month| month.period.quarter()).chain(future.iter().map(|month| month.quarter()));
    let all: BTreeSet<Quarter> = all.collect();
    let state = |quarter: Quarter| {
        let months: Vec<&CellMonth> =
            months.iter().copied().filter(|month| month.period.quarter() == quarter).collect();
        let (reported, ended) =
            (months.iter().all(|month| month.reported), future.iter().all(|month| month.quarter() != quarter));
        let mut held = months.iter().filter(|month| is_held(month)).peekable();
        let says = held.peek().is_none() || held.clone().any(|month| month.thematic.is_some());
        if held.any(|month| month.thematic == Some(true)) {
            Thematic::Met
        } else if reported && ended && says {
            Thematic::Missed
        } else {
            Thematic::Open
        }
    };
    all.into_iter().map(state).collect()
}

/// The months of the year after the window in which the cell is active.
fn future(cell: &CellSummary, basis: &Basis<'_>) -> Vec<Period> {
    let last = basis.window.last();
    let rest = (last.month() + 1..=12).filter_map(|month| Period::new(last.year(), month));
    rest.filter(|month| basis.register.unit(&cell.cell_id, Some(*month)).is_some()).collect()
}

fn grade(month: &CellMonth) -> Option<Grade> {
    month.official_grade.or(month.upper_grade).or(month.self_grade)
}

/// A mean or share of which only the bounds of the sum are known; of nothing, it is missed.
fn bounds(low: f64, high: f64, n: i64, least: f64) -> Verdict {
    let reaches = |sum: f64| n > 0 && rounded(sum / number(n)) >= rounded(least);
    Verdict::of(reaches(low), !reaches(high))
}

#[cfg(test)]
pub(super) mod tests;
