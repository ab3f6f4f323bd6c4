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
            Self::Support => t!(lang, "needs-support-can-quan-tam-ho-tro"),
            Self::Models => t!(lang, "model-meetings"),
            Self::Agreement => t!(lang, "self-against-upper"),
            Self::Duties => t!(lang, "assignments"),
            Self::Review => t!(lang, "scores-to-review"),
            Self::Suggestion => t!(lang, "suggestion"),
            Self::NotReported => t!(lang, "not-reported-chua-bao-cao"),
            Self::Distribution => t!(lang, "score-distribution"),
            Self::Supervision => t!(lang, "supervision-theo-doi-sinh-hoat"),
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
            Self::Overview => t!(lang, "key-figures"),
            Self::Charts => t!(lang, "the-span-at-a-glance-trend"),
            Self::ChartData => {
                t!(lang, "the-numbers-that-the-charts-are")
            }
            Self::Month => t!(lang, "each-cells-month"),
            Self::ByMonth => {
                t!(lang, "attendance-and-score-of-every-month")
            }
            Self::FlagChanges => t!(lang, "flags-against-last-month-new-continuing"),
            Self::YearChanges => t!(lang, "figures-rank-and-flags-of-each"),
            Self::Ranking => t!(lang, "cells-by-index"),
            Self::ByType => t!(lang, "figures-pooled-by-cell-type"),
            Self::ByUnit => t!(lang, "figures-pooled-by-committee"),
            Self::Support => {
                t!(lang, "cells-that-need-support-with-the")
            }
            Self::Models => t!(lang, "proposed-hosts-of-model-meetings-and"),
            Self::Agreement => t!(lang, "self-scores-against-upper-scores-by"),
            Self::Duties => t!(lang, "visits-by-quarter-assignments-without-a"),
            Self::Review => t!(lang, "questions-about-scores-with-base-rates"),
            Self::Suggestion => t!(lang, "what-the-meeting-criterion-alone-would"),
            Self::NotReported => {
                t!(lang, "cells-without-figures-for-the-month")
            }
            Self::Distribution => t!(lang, "distribution-of-scores-and-grades"),
            Self::Supervision => t!(lang, "visits-from-above-by-committee-and"),
            Self::Senders => t!(lang, "committee-by-committee-complete-in-time"),
            Self::Provenance => t!(lang, "program-register-rules-and-every-file"),
            Self::Quality => {
                t!(lang, "errors-and-doubts-in-the-submitted")
            }
            Self::Submissions => t!(lang, "what-became-of-each-sheet"),
            Self::Method => t!(lang, "formulas-rules-and-thresholds"),
        }
    }
}
