//! The statistics that stand beside figures and ranks, so that these admit doubt.

use super::{agreement, funnel, score_summary, shrinkage};
use crate::lake::schema::{CellMonth, CellRule, CellSummary, DistributionRow, MonthRow};
use crate::lake::statistics::{AgreementRow, EstimateRow, FunnelRow, ScoreSummary};
use crate::rules::index::IntervalRules;
use crate::rules::statistics::StatisticsRules;

/// What the statistics are made by.
#[derive(Clone, Copy)]
pub struct Basis<'a> {
    /// The months with the rules in force.
    pub months: &'a [MonthRow],
    /// The rules of single cells' months.
    pub cell_rules: &'a [CellRule],
    /// Design effect, peer groups, weight of the peers.
    pub interval: &'a IntervalRules,
    /// Settings of their own.
    pub rules: &'a StatisticsRules,
}

/// All statistics of a run.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Statistics {
    /// Scores in figures, sorted by scope, key and scorer.
    pub score_summary: Vec<ScoreSummary>,
    /// Self against upper scores, sorted by scope and key.
    pub agreement: Vec<AgreementRow>,
    /// Estimates that lean on the peers, sorted by cell and figure.
    pub estimates: Vec<EstimateRow>,
    /// Attendance against the peers' rate, sorted by cell.
    pub funnel: Vec<FunnelRow>,
}

impl Statistics {
    /// The statistics of a window. Rows may come in any order.
    #[must_use]
    pub fn of(
        cells: &[CellSummary],
        months: &[CellMonth],
        distribution: &[DistributionRow],
        basis: &Basis<'_>,
    ) -> Self {
        Self {
            score_summary: score_summary::score_summary(cells, months, (basis.months, basis.cell_rules), distribution),
            agreement: agreement::agreement(cells, months, &basis.rules.agreement),
            estimates: shrinkage::estimates(cells, months, basis.interval),
            funnel: funnel::funnel(cells, basis.interval, &basis.rules.funnel),
        }
    }
}
