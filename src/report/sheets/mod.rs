//! The sheets of the reports, one file each: from the view of the figures to a filled sheet.

pub(super) mod agreement;
pub(super) mod by_month;
pub(super) mod charts;
pub(super) mod distribution;
pub(super) mod duties;
pub(super) mod flag_changes;
pub(super) mod method;
pub(super) mod models;
pub(super) mod month_cells;
pub(super) mod month_figures;
pub(super) mod month_overview;
pub(super) mod month_reports;
pub(super) mod not_reported;
pub(super) mod overview;
pub(super) mod pooled;
pub(super) mod provenance;
pub(super) mod quality;
pub(super) mod ranking;
pub(super) mod review;
pub(super) mod senders;
pub(super) mod submissions;
pub(super) mod suggestion;
pub(super) mod supervision;
pub(super) mod support;
pub(super) mod thresholds;
pub(super) mod year_changes;
pub(super) mod year_overview;

use crate::lang::{Lang, t};

/// Which sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    Overview,
    Charts,
    ChartData,
    Month,
    ByMonth,
    FlagChanges,
    YearChanges,
    Ranking,
    ByType,
    ByUnit,
    Support,
    Models,
    Agreement,
    Duties,
    Review,
    Suggestion,
    NotReported,
    Distribution,
    Supervision,
    Senders,
    Quality,
    Submissions,
    Method,
    Provenance,
}

impl Name {
    /// Whether the sheet is there only where there is something to draw.
    pub(super) fn is_of_charts(self) -> bool {
        matches!(self, Self::Charts | Self::ChartData)
    }

    /// The name on the tab.
    pub(super) fn tab(self, lang: Lang) -> String {
        match self {
            Self::Overview => t!(lang, "overview"),
            Self::Charts => t!(lang, "charts"),
            Self::ChartData => t!(lang, "chart-data"),
            Self::Month => t!(lang, "the-month"),
            Self::ByMonth => t!(lang, "by-month"),
            Self::FlagChanges => t!(lang, "new-and-resolved-flags"),
            Self::YearChanges => t!(lang, "changes-since-last-year"),
            Self::Ranking => t!(lang, "ranking"),
            Self::ByType => t!(lang, "by-type"),
            Self::ByUnit => t!(lang, "by-committee"),
            Self::Support => t!(lang, "needs-support"),
            Self::Models => t!(lang, "model-meetings"),
            Self::Agreement => t!(lang, "self-against-upper"),
            Self::Duties => t!(lang, "assignments"),
            Self::Review => t!(lang, "scores-to-review"),
            Self::Suggestion => t!(lang, "suggestion"),
            Self::NotReported => t!(lang, "not-reported"),
            Self::Distribution => t!(lang, "score-distribution"),
            Self::Supervision => t!(lang, "supervision-sheet"),
            Self::Senders => t!(lang, "committees"),
            Self::Provenance => t!(lang, "sources"),
            Self::Quality => t!(lang, "data-quality"),
            Self::Submissions => t!(lang, "submissions"),
            Self::Method => t!(lang, "method"),
        }
    }

    /// What the sheet shows, for the list of sheets.
    pub(super) fn shows(self, lang: Lang) -> String {
        match self {
            Self::Overview => t!(lang, "shows-key-figures"),
            Self::Charts => t!(lang, "shows-charts"),
            Self::ChartData => t!(lang, "shows-chart-data"),
            Self::Month => t!(lang, "shows-each-cells-month"),
            Self::ByMonth => t!(lang, "shows-every-month"),
            Self::FlagChanges => t!(lang, "shows-flag-changes"),
            Self::YearChanges => t!(lang, "shows-year-changes"),
            Self::Ranking => t!(lang, "shows-cells-by-index"),
            Self::ByType => t!(lang, "shows-figures-by-type"),
            Self::ByUnit => t!(lang, "shows-figures-by-committee"),
            Self::Support => t!(lang, "shows-cells-that-need-support"),
            Self::Models => t!(lang, "shows-proposed-hosts"),
            Self::Agreement => t!(lang, "shows-self-against-upper"),
            Self::Duties => t!(lang, "shows-assignments"),
            Self::Review => t!(lang, "shows-scores-to-review"),
            Self::Suggestion => t!(lang, "shows-suggestion"),
            Self::NotReported => t!(lang, "shows-cells-not-reported"),
            Self::Distribution => t!(lang, "shows-score-distribution"),
            Self::Supervision => t!(lang, "shows-supervision"),
            Self::Senders => t!(lang, "shows-committees"),
            Self::Provenance => t!(lang, "shows-sources"),
            Self::Quality => t!(lang, "shows-data-quality"),
            Self::Submissions => t!(lang, "shows-submissions"),
            Self::Method => t!(lang, "shows-method"),
        }
    }
}
