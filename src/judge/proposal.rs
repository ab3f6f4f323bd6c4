//! What a year-end run proposes beside the ranking: support and model meetings, suggestions, the cap. People decide.

use super::{cap, suggestion, support};
use crate::lake::proposals::{CapRow, SuggestionRow, SupportRow};
use crate::lake::schema::{CellMonth, CellSummary, FlagRow, RankRow};
use crate::lang::Lang;
use crate::period::Window;
use crate::register::Register;
use crate::rules::support::SupportRules;
use crate::rules::year_rule::YearRules;

/// What proposals are made by.
#[derive(Clone, Copy)]
pub struct Basis<'a> {
    /// Who belongs where, and what was decided in earlier years.
    pub register: &'a Register,
    /// Hosts and support.
    pub support: &'a SupportRules,
    /// The year's grade and the cap.
    pub year: &'a YearRules,
    /// The months judged, of one year.
    pub window: Window,
    /// Whether last year's hosts are left out even where the rules keep them.
    pub exclude_last_hosts: bool,
    /// Language of the sentences.
    pub lang: Lang,
}

/// All that is proposed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Proposals {
    /// Hosts, then cells to support, each in order.
    pub support: Vec<SupportRow>,
    /// One row per row of `cell_summary`, in the same order.
    pub suggestion: Vec<SuggestionRow>,
    /// One row per group; none where the register has no classification of the year.
    pub cap: Vec<CapRow>,
}

impl Proposals {
    /// The proposals of a year. `ranking` has one row per cell, in the same order; flags and months are sorted by cell.
    #[must_use]
    pub fn of(
        cells: &[CellSummary],
        months: &[CellMonth],
        flags: &[FlagRow],
        ranking: &[RankRow],
        basis: &Basis<'_>,
    ) -> Self {
        Self {
            support: support::support(cells, flags, ranking, basis),
            suggestion: suggestion::suggest(cells, months, basis),
            cap: cap::cap(basis.register.classifications(), basis),
        }
    }
}
