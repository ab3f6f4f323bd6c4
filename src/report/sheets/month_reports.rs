//! When each committee reported the month: its first report against the deadline, and the cells reported after it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::month_figures;
use crate::lake::schema::CellMonth;
use crate::lang::t;
use crate::period::Period;
use crate::report::numbers::count;
use crate::report::plan::Value;
use crate::report::view::View;

/// The reports of a committee's cells for one month.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) struct Reports {
    deadline: Option<NaiveDate>,
    reported: i64,
    first: Option<NaiveDate>,
    /// Cells first reported after the deadline.
    late: i64,
}

impl Reports {
    fn add(&mut self, cell: &CellMonth) {
        self.reported += i64::from(cell.reported);
        let Some(day) = cell.report_date else { return };
        self.first = Some(self.first.map_or(day, |first| first.min(day)));
        self.late += i64::from(self.deadline.is_some_and(|deadline| day > deadline));
    }

    /// The first report's day, and whether it was in time.
    pub(in crate::report) fn told(&self, view: &View<'_>) -> (Value, Value) {
        (self.first.into(), self.in_time(view).into())
    }

    fn in_time(&self, view: &View<'_>) -> Option<String> {
        if self.reported == 0 {
            return Some(t!(view.lang(), "not-reported-in-text"));
        }
        let Some(first) = self.first else {
            return Some(t!(view.lang(), "sheets-give-no-date"));
        };
        let days = (first - self.deadline?).num_days();
        let late = count(view.lang(), self.late);
        Some(if days > 0 {
            t!(view.lang(), "days-late", days)
        } else if self.late > 0 {
            t!(view.lang(), "in-time-cells-late", late)
        } else {
            t!(view.lang(), "in-time-in-text")
        })
    }
}

/// The month's reports by committee code; cells without one stand under the empty code.
pub(in crate::report) fn by_unit<'a>(view: &View<'a>, period: Period) -> BTreeMap<&'a str, Reports> {
    let deadline = view.figures.months.iter().find(|month| month.period == period).map(|month| month.deadline);
    let mut by_unit: BTreeMap<&str, Reports> = BTreeMap::new();
    for cell in month_figures::rows(view.figures, period) {
        let unit = cell.unit_id.as_ref().map_or("", |id| id.as_str());
        by_unit.entry(unit).or_insert(Reports { deadline, ..Reports::default() }).add(cell);
    }
    by_unit
}
