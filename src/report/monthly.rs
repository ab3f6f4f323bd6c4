//! The month's workbook; figures of the year to date stand beside the month's.

use super::document;
use super::numbers::month;
use super::plan::Workbook;
use super::sheets::distribution::{self, Distribution};
use super::sheets::{
    Name, by_month, charts, flag_changes, method, month_cells, month_figures, month_overview, not_reported, provenance,
    quality, senders, submissions, supervision, support,
};
use super::view::View;
use crate::lang::t;
use crate::period::Period;

const NAMES: [Name; 16] = [
    Name::Overview,
    Name::Charts,
    Name::Month,
    Name::ByUnit,
    Name::Support,
    Name::FlagChanges,
    Name::NotReported,
    Name::Distribution,
    Name::Supervision,
    Name::Senders,
    Name::ByMonth,
    Name::Quality,
    Name::Submissions,
    Name::Method,
    Name::Provenance,
    Name::ChartData,
];

/// The workbook of a month.
#[must_use]
pub fn workbook(view: &View<'_>, period: Period) -> Workbook {
    let figures = view.figures;
    let name = month(view.lang(), period);
    let whole = month_figures::whole(figures, period);
    let types = month_figures::by_type(view, period);
    let distribution = Distribution { span: &name, bins: whole.bins, grades: whole.grades, types };
    let (charts, chart_data) = charts::sheets(view).unzip();
    let names: Vec<Name> = NAMES.into_iter().filter(|name| charts.is_some() || !name.is_of_charts()).collect();
    let (months, trends) = by_month::sheet(view);
    let mut sheets = vec![month_overview::sheet(view, period, &names)];
    sheets.extend(charts);
    sheets.extend([
        month_cells::by_cell(view, period, &trends),
        month_cells::by_unit(view, period),
        support::sheet(view),
        flag_changes::sheet(view),
        not_reported::sheet(view, period),
        distribution::sheet(view, &distribution),
        supervision::sheet(view),
        senders::sheet(view),
        months,
    ]);
    sheets.extend(quality::sheets(view));
    sheets.extend([submissions::sheet(view), method::sheet(view).0, provenance::sheet(view)]);
    sheets.extend(chart_data);
    let title = t!(view.lang(), "quality-of-cell-meetings", span = name);
    document::workbook(view, title, sheets)
}
