//! The window before, looked up by cell, and what became of the flags since.

use std::collections::BTreeMap;

use super::numbers::{tally, window};
use super::view::View;
use crate::earlier::{Earlier, window_before};
use crate::figures::Figures;
use crate::judge::changes::{FlagChange, FlagState, changes};
use crate::lake::schema::{CellSummary, RankRow, UnitSummary};
use crate::lang::t;
use crate::register::UnitId;
use crate::terms::Scope;

/// Figures of the window before, by cell.
#[derive(Debug)]
pub(super) struct Past<'a> {
    /// The figures.
    pub earlier: &'a Earlier,
    /// What became of each flag since, by cell and code.
    pub changes: Vec<FlagChange<'a>>,
    cells: BTreeMap<&'a UnitId, &'a CellSummary>,
    ranks: BTreeMap<&'a UnitId, &'a RankRow>,
}

impl<'a> Past<'a> {
    /// The window before, if something was reported in it.
    pub(super) fn of(figures: &'a Figures) -> Option<Self> {
        let earlier = figures.earlier.as_ref()?;
        let over = (earlier.window.last().ends_quarter(), figures.window.last().ends_quarter());
        Some(Self {
            earlier,
            changes: changes(&earlier.flags, &figures.flags, &earlier.unjudged, over),
            cells: earlier.cell_summary.iter().map(|cell| (&cell.cell_id, cell)).collect(),
            ranks: earlier.ranking.iter().map(|rank| (&rank.cell_id, rank)).collect(),
        })
    }

    /// Figures of a cell then.
    pub(super) fn cell(&self, id: &UnitId) -> Option<&'a CellSummary> {
        self.cells.get(id).copied()
    }

    /// Place of a cell then.
    pub(super) fn rank(&self, id: &UnitId) -> Option<&'a RankRow> {
        self.ranks.get(id).copied()
    }

    /// Pooled figures of everything then.
    pub(super) fn whole(&self) -> Option<&'a UnitSummary> {
        self.earlier.unit_summary.iter().find(|pooled| pooled.scope == Scope::All)
    }

    /// How many cells were ranked then.
    pub(super) fn ranked(&self) -> i64 {
        tally(self.earlier.ranking.iter().filter(|rank| rank.ranked))
    }

    /// Whether a cell needed attention and support then.
    pub(super) fn was_weak(&self, id: &UnitId) -> bool {
        self.rank(id).is_some_and(|rank| rank.weak)
    }

    /// How many flags came to a state.
    pub(super) fn counted(&self, state: FlagState) -> i64 {
        tally(self.changes.iter().filter(|change| change.state == state))
    }
}

/// Why there is nothing to hold the figures against.
pub(super) fn nothing_before(view: &View<'_>) -> String {
    let figures = view.figures;
    match window_before(figures.pipeline, figures.window) {
        Some(before) => {
            let span = window(view.lang(), before);
            t!(view.lang(), "nothing-to-compare-with-the-inbox", span)
        }
        None => t!(view.lang(), "nothing-to-compare-with-no-month"),
    }
}
