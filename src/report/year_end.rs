//! The year-end workbook: ranking, cells that need support, distributions, supervision, data quality, method.

use super::document;
use super::numbers::window;
use super::plan::Workbook;
use super::sheets::distribution::{self, Bins, Distribution};
use super::sheets::{
    Name, agreement, charts, duties, method, models, pooled, provenance, quality, ranking, review, senders,
    submissions, suggestion, supervision, support, year_changes, year_overview,
};
use super::view::View;
use crate::lake::schema::UnitSummary;
use crate::lang::t;
use crate::terms::Scope;

const NAMES: [Name; 20] = [
    Name::Overview,
    Name::Charts,
    Name::Ranking,
    Name::YearChanges,
    Name::ByType,
    Name::ByUnit,
    Name::Support,
    Name::Models,
    Name::Distribution,
    Name::Agreement,
    Name::Supervision,
    Name::Duties,
    Name::Suggestion,
    Name::Review,
    Name::Senders,
    Name::Quality,
    Name::Submissions,
    Name::Method,
    Name::Provenance,
    Name::ChartData,
];

/// The workbook of a year, or of a year so far.
#[must_use]
pub fn workbook(view: &View<'_>) -> Workbook {
    let figures = view.figures;
    let span = window(view.lang(), figures.window);
    let grades = |it: &UnitSummary| [it.grade_good, it.grade_fair, it.grade_average, it.grade_poor];
    let distribution = Distribution {
        span: &span,
        bins: Bins::of_rows(&figures.distribution),
        grades: view.whole().map_or([0; 4], grades),
        types: view.pooled(Scope::Type).into_iter().map(|it| (it.unit_name.clone(), grades(it))).collect(),
    };
    let (method, weights) = method::sheet(view);
    let (charts, chart_data) = charts::sheets(view).unzip();
    let names: Vec<Name> = NAMES.into_iter().filter(|name| charts.is_some() || !name.is_of_charts()).collect();
    let mut sheets = vec![year_overview::sheet(view, &names)];
    sheets.extend(charts);
    sheets.extend([
        ranking::sheet(view, &weights),
        year_changes::sheet(view),
        pooled::by_type(view),
        pooled::by_unit(view),
        support::sheet(view),
        models::sheet(view),
        distribution::sheet(view, &distribution),
        agreement::sheet(view),
        supervision::sheet(view),
        duties::sheet(view),
        suggestion::sheet(view),
        review::sheet(view),
        senders::sheet(view),
    ]);
    sheets.extend(quality::sheets(view));
    sheets.extend([submissions::sheet(view), method, provenance::sheet(view)]);
    sheets.extend(chart_data);
    let title = t!(view.lang(), "quality-of-cell-meetings", span);
    document::workbook(view, title, sheets)
}
