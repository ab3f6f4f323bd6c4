//! `pipelines/integrity.toml`: what makes scores worth a second look.

use serde::Deserialize;

use crate::lake::table::words;

words! {
    /// A signal of score integrity. What it counts, of how many:
    pub enum Signal {
        /// Scores of exactly 100, of all scores.
        Heaping100 = "heaping_100",
        /// Multiples of 5, of the scores other than 100.
        Heaping5 = "heaping_5",
        /// Scores just over the mark of the best grade, of all scores.
        JustOver90 = "just_over_90",
        /// Scores that repeat the month before, of the scores with a scored month before.
        Constant = "constant",
        /// Sheets that repeat each criterion of the sheet before, of the sheets with one before; not full marks twice.
        RepeatedVector = "repeated_vector",
        /// Sheets with points against the facts of their month, of those that can be held against them.
        ContradictsFacts = "contradicts_facts",
        /// Months whose figures repeat an earlier month of the cell, of the comparable months after the first.
        IdenticalSheet = "identical_sheet",
        /// Months whose figures are those of another cell of the unit, of the comparable months.
        SharedSheet = "shared_sheet",
    }
}

/// All that decides what is listed.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntegrityRules {
    /// Least score just over the mark.
    pub just_over_from: f64,
    /// First score that no longer is.
    pub just_over_below: f64,
    /// Criteria a sheet must have for its points to be compared with another's.
    pub lines_at_least: usize,
    /// Members due in a month whose figures are compared with another's.
    pub due_at_least: i64,
    /// Figures of such a month that are not a matter of course.
    pub telling_at_least: usize,
    /// When each signal is listed.
    pub signals: Signals,
}

/// One entry per signal.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signals {
    /// Exactly 100.
    pub heaping_100: Listing,
    /// Multiples of 5.
    pub heaping_5: Listing,
    /// Just over the mark.
    pub just_over_90: Listing,
    /// The same score as before.
    pub constant: Listing,
    /// The same points as before.
    pub repeated_vector: Listing,
    /// Points against the facts.
    pub contradicts_facts: Listing,
    /// The figures of an earlier month.
    pub identical_sheet: Listing,
    /// The figures of another cell.
    pub shared_sheet: Listing,
}

/// When a cell and when a unit is listed.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listing {
    /// A cell.
    pub cell: ListedFrom,
    /// A unit, over all its cells.
    pub unit: ListedFrom,
}

/// Conditions that must all hold.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListedFrom {
    /// Times it could have happened.
    pub trials_at_least: i64,
    /// Times it did.
    pub count_at_least: i64,
    /// Chance of that many or more at the share over all cells, 0–1; 1 asks none.
    pub p_at_most: f64,
}

impl Signals {
    /// When a signal is listed.
    #[must_use]
    pub fn get(&self, signal: Signal) -> Listing {
        match signal {
            Signal::Heaping100 => self.heaping_100,
            Signal::Heaping5 => self.heaping_5,
            Signal::JustOver90 => self.just_over_90,
            Signal::Constant => self.constant,
            Signal::RepeatedVector => self.repeated_vector,
            Signal::ContradictsFacts => self.contradicts_facts,
            Signal::IdenticalSheet => self.identical_sheet,
            Signal::SharedSheet => self.shared_sheet,
        }
    }
}

impl IntegrityRules {
    /// Everything wrong with the rules.
    pub(super) fn problems(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        let (from, below) = (self.just_over_from, self.just_over_below);
        if !(0.0 < from && from < below && below <= 100.0) {
            wrong.push(format!("just_over_from = {from}, just_over_below = {below}: 0 < from < below ≤ 100"));
        }
        for (name, number) in [("lines_at_least", self.lines_at_least), ("telling_at_least", self.telling_at_least)] {
            if number == 0 {
                wrong.push(format!("{name} = 0: 1, 2, …"));
            }
        }
        for signal in Signal::ALL {
            let Listing { cell, unit } = self.signals.get(*signal);
            for (scope, from) in [("cell", cell), ("unit", unit)] {
                wrong.extend(from.problems().map(|what| format!("signals.{signal}.{scope}.{what}")));
            }
        }
        wrong
    }
}

impl ListedFrom {
    fn problems(self) -> impl Iterator<Item = String> {
        let counts = [("trials_at_least", self.trials_at_least), ("count_at_least", self.count_at_least)];
        let counts =
            counts.into_iter().filter(|(_, least)| *least < 1).map(|(name, it)| format!("{name} = {it}: 1, 2, …"));
        let p = self.p_at_most;
        counts.chain((!(p > 0.0 && p <= 1.0)).then(|| format!("p_at_most = {p}: 0 < p ≤ 1")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = include_str!("../../pipelines/integrity.toml");

    #[test]
    fn every_condition_that_cannot_hold_is_named() {
        let sound: IntegrityRules = toml::from_str(FILE).unwrap();
        assert_eq!(sound.problems(), Vec::<String>::new());
        let mut odd = sound;
        odd.just_over_below = 89.0;
        odd.telling_at_least = 0;
        odd.signals.constant.cell.count_at_least = 0;
        odd.signals.shared_sheet.unit.p_at_most = 0.0;
        let expected = [
            "just_over_from = 90, just_over_below = 89: 0 < from < below ≤ 100",
            "telling_at_least = 0: 1, 2, …",
            "signals.constant.cell.count_at_least = 0: 1, 2, …",
            "signals.shared_sheet.unit.p_at_most = 0: 0 < p ≤ 1",
        ];
        assert_eq!(odd.problems(), expected);
    }
}
