//! All a report is made of: the figures and judgements of one run.

use crate::earlier::Earlier;
use crate::judge::duties::Duties;
use crate::judge::proposal::Proposals;
use crate::judge::statistics::Statistics;
use crate::lake::mapping::MapNote;
use crate::lake::review::{CriterionRow, IntegrityRow};
use crate::lake::schema::{
    CellMonth, CellSummary, DistributionRow, FindingRow, FlagRow, FollowerSummary, MonthRow, RankRow, SubmissionRow,
    UnitRow, UnitSummary,
};
use crate::lake::standing::{ContributionRow, LiftRow};
use crate::period::{Period, Window};
use crate::remap::Map;

/// Which pipeline a run is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pipeline {
    /// The month's workbook; figures of the year to date stand beside the month's.
    Monthly(Period),
    /// The year-end workbook of a year.
    YearEnd(i32),
}

impl Pipeline {
    /// The month or year: `2024-10`, `2024`.
    #[must_use]
    pub fn period(self) -> String {
        match self {
            Self::Monthly(period) => period.to_string(),
            Self::YearEnd(year) => year.to_string(),
        }
    }

    /// The workbook's name: `thang-2024-10.xlsx`, `xep-hang-2024.xlsx`.
    #[must_use]
    pub fn workbook(self) -> String {
        let period = self.period();
        match self {
            Self::Monthly(_) => format!("thang-{period}.xlsx"),
            Self::YearEnd(_) => format!("xep-hang-{period}.xlsx"),
        }
    }

    /// The run's folder: `monthly-2024-10`, `year-end-2024`.
    #[must_use]
    pub fn folder(self) -> String {
        match self {
            Self::Monthly(period) => format!("monthly-{period}"),
            Self::YearEnd(year) => format!("year-end-{year}"),
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
    /// The months that were merged on today's map; none as reported.
    pub map_notes: Vec<MapNote>,
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
    /// What the window before says; none where there is none, or nothing was reported in it.
    pub earlier: Option<Earlier>,
    /// Points lost per criterion group, by cell and group.
    pub criteria: Vec<CriterionRow>,
    /// Scores to review; never part of the index.
    pub integrity: Vec<IntegrityRow>,
    /// What would lift each cell a grade, in the order of the cells.
    pub lift: Vec<LiftRow>,
    /// What each component brings to each cell's index.
    pub contributions: Vec<ContributionRow>,
    /// Score distributions.
    pub distribution: Vec<DistributionRow>,
    /// How scores spread and agree, estimates and funnel limits.
    pub statistics: Statistics,
    /// Support, suggestions and cap; empty for a month.
    pub proposals: Proposals,
    /// The committees' part.
    pub duties: Duties,
    /// Submitted sheets, in path order.
    pub submissions: Vec<SubmissionRow>,
    /// Findings, in path order.
    pub findings: Vec<FindingRow>,
}
