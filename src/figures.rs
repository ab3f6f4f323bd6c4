//! All a report is made of: the figures and judgements of one run.

use crate::judge::duties::Duties;
use crate::judge::proposal::Proposals;
use crate::judge::{agreement, estimate, funnel, spread};
use crate::lake::review::{CriterionRow, IntegrityRow};
use crate::lake::schema::{
    CellMonth, CellSummary, DistributionRow, FindingRow, FlagRow, FollowerSummary, MonthRow, RankRow, SubmissionRow,
    UnitRow, UnitSummary,
};
use crate::lake::statistics::{AgreementRow, EstimateRow, FunnelRow, SpreadRow};
use crate::period::{Period, Window};
use crate::remap::Map;
use crate::rules::index::IntervalRules;

/// Which pipeline a run is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pipeline {
    /// The month's workbook; figures of the year to date stand beside the month's.
    Monthly(Period),
    /// The year-end workbook of a year.
    YearEnd(i32),
}

impl Pipeline {
    /// The run's folder: `monthly-2024-10`, `year-end-2024`.
    #[must_use]
    pub fn folder(self) -> String {
        match self {
            Self::Monthly(period) => format!("monthly-{period}"),
            Self::YearEnd(year) => format!("year-end-{year}"),
        }
    }
}

/// How far the figures can be trusted.
#[derive(Debug, Clone, Default)]
pub struct Statistics {
    /// Self against upper scores.
    pub agreement: Vec<AgreementRow>,
    /// Estimates that lean on the peers.
    pub estimates: Vec<EstimateRow>,
    /// Attendance against the peers by size.
    pub funnel: Vec<FunnelRow>,
    /// Spread of scores.
    pub spread: Vec<SpreadRow>,
}

impl Statistics {
    /// Of the cells and their months, sorted by cell and month.
    #[must_use]
    pub fn of(cells: &[CellSummary], months: &[CellMonth], rules: &IntervalRules) -> Self {
        Self {
            agreement: agreement::agreement(cells, months),
            estimates: estimate::estimates(cells, months, rules),
            funnel: funnel::funnel(cells, rules),
            spread: spread::spread(cells, months),
        }
    }
}

/// Everything a run has found out.
#[derive(Debug, Clone)]
pub struct Figures {
    /// Which pipeline.
    pub pipeline: Pipeline,
    /// The months the figures cover.
    pub window: Window,
    /// Under which organisations history is told.
    pub map: Map,
    /// The register's organisations.
    pub units: Vec<UnitRow>,
    /// The months with the rules in force.
    pub months: Vec<MonthRow>,
    /// Cell × expected month, sorted by cell and month.
    pub cell_months: Vec<CellMonth>,
    /// Figures per cell, sorted by cell.
    pub cell_summary: Vec<CellSummary>,
    /// Pooled figures.
    pub unit_summary: Vec<UnitSummary>,
    /// Supervision per role.
    pub follower_summary: Vec<FollowerSummary>,
    /// Flags, sorted by cell and code.
    pub flags: Vec<FlagRow>,
    /// Ranking, one row per row of `cell_summary`, in the same order.
    pub ranking: Vec<RankRow>,
    /// Points lost per criterion group, by cell and group.
    pub criteria: Vec<CriterionRow>,
    /// Scores to review; never part of the index.
    pub integrity: Vec<IntegrityRow>,
    /// Score distributions.
    pub distribution: Vec<DistributionRow>,
    /// Support, suggestions and cap; empty for a month.
    pub proposals: Proposals,
    /// How far the figures can be trusted.
    pub statistics: Statistics,
    /// The committees' part.
    pub duties: Duties,
    /// Submitted sheets, in path order.
    pub submissions: Vec<SubmissionRow>,
    /// Findings, in path order.
    pub findings: Vec<FindingRow>,
}
