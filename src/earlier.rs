//! What the window before says: computed anew from the same lake, under the rules of its own months and on the same map.
//! The output of former runs is never asked.

use std::collections::BTreeSet;

use crate::figures::Pipeline;
use crate::judge::FlagCode;
use crate::lake::schema::{CellSummary, FlagRow, RankRow, UnitSummary};
use crate::period::{Period, Window};
use crate::register::UnitId;

/// The figures of the window before that a run's own are held against.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// Its months.
    pub window: Window,
    /// Figures per cell, sorted by cell.
    pub cell_summary: Vec<CellSummary>,
    /// Pooled figures.
    pub unit_summary: Vec<UnitSummary>,
    /// Flags, sorted by cell and code.
    pub flags: Vec<FlagRow>,
    /// Ranking, in the order of the cells. That of a month's year to date has no intervals.
    pub ranking: Vec<RankRow>,
    /// Flags of then that the run's own window has nothing to judge by: they are not raised again, and not resolved.
    pub unjudged: BTreeSet<(UnitId, FlagCode)>,
}

/// The window that a run's own is held against: of a month the year to date up to the month before, none for January; of
/// a year the same months of the year before.
#[must_use]
pub fn window_before(pipeline: Pipeline, window: Window) -> Option<Window> {
    match pipeline {
        Pipeline::Monthly(month) => Window::new(window.first(), month.previous()?),
        Pipeline::YearEnd(_) => Window::new(year_before(window.first())?, year_before(window.last())?),
    }
}

fn year_before(month: Period) -> Option<Period> {
    Period::new(month.year() - 1, month.month())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before(pipeline: Pipeline, window: Window) -> Option<String> {
        let before = window_before(pipeline, window)?;
        Some(format!("{}–{}", before.first(), before.last()))
    }

    #[test]
    fn a_month_is_held_against_the_year_to_date_before_it_and_january_against_nothing() {
        let to = |month: &str| {
            let month = month.parse().unwrap();
            before(Pipeline::Monthly(month), Window::year_to(month))
        };
        assert_eq!(to("2024-10").as_deref(), Some("2024-01–2024-09"));
        assert_eq!(to("2024-02").as_deref(), Some("2024-01–2024-01"));
        assert_eq!(to("2024-01"), None);
    }

    #[test]
    fn a_year_is_held_against_the_same_months_of_the_year_before() {
        let year = Window::year(2024).unwrap();
        assert_eq!(before(Pipeline::YearEnd(2024), year).as_deref(), Some("2023-01–2023-12"));
        let so_far = Window::year_to("2024-10".parse().unwrap());
        assert_eq!(before(Pipeline::YearEnd(2024), so_far).as_deref(), Some("2023-01–2023-10"));
        assert_eq!(before(Pipeline::YearEnd(1900), Window::year(1900).unwrap()), None);
    }
}
