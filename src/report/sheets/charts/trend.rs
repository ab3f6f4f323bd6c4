//! The span month by month: attendance, visits from above and mean score of all cells.

use super::data::ChartData;
use super::{Row, open_quarter};
use crate::lake::supervision::{CoverageRow, Visitors};
use crate::lang::t;
use crate::period::Period;
use crate::report::canvas::{Column, Look};
use crate::report::numbers::{decimal, month_slash, window};
use crate::report::plan::{Axis, Chart, ChartKind, Dash, Labels, Marker, Paint, Series};
use crate::report::sheets::month_figures::{self, MonthFigures};
use crate::report::style::Colour;
use crate::report::view::View;
use crate::terms::Scope;

/// A figure month by month, on one scale from 0 to 100.
pub(in crate::report) struct Line {
    /// Its name.
    pub name: String,
    paint: Paint,
    /// Its values by month.
    pub values: Vec<Option<f64>>,
}

pub(super) fn row(view: &View<'_>, data: &mut ChartData) -> Option<Row> {
    // One month is no trend.
    let lines: Vec<Line> = lines(view).into_iter().filter(|line| line.values.iter().flatten().count() > 1).collect();
    (!lines.is_empty()).then(|| Row { charts: vec![chart(view, data, &lines)], places: 1, caption: caption(view) })
}

/// Attendance, visits and mean score.
pub(in crate::report) fn lines(view: &View<'_>) -> [Line; 3] {
    let with_figures = |month| (month, month_figures::whole(view.figures, month));
    let months: Vec<(Period, MonthFigures)> = view.figures.window.months().map(with_figures).collect();
    let visits = |(month, figures): &(Period, MonthFigures)| coverage(view, *month).filter(|_| figures.reported > 0);
    let percent = |rate: f64| rate * 100.0;
    [
        Line {
            name: t!(view.lang(), "attendance-percent"),
            paint: Paint::Line(Colour::Sea, Dash::Solid, Some(Marker::Circle)),
            values: months.iter().map(|(_, figures)| figures.attendance_rate().map(percent)).collect(),
        },
        Line {
            name: t!(view.lang(), "visits-from-above-by-quarter"),
            paint: Paint::Line(Colour::Vermilion, Dash::Dashed, Some(Marker::Square)),
            values: months.iter().map(|month| visits(month).map(percent)).collect(),
        },
        Line {
            name: t!(view.lang(), "mean-score"),
            paint: Paint::Line(Colour::DarkGrey, Dash::Dotted, Some(Marker::Triangle)),
            values: months.iter().map(|(_, figures)| figures.mean_score()).collect(),
        },
    ]
}

/// Visits of those required, over all cells in the month's quarter: they are asked for by quarter. Of one that is not
/// over it would look like a fall.
fn coverage(view: &View<'_>, month: Period) -> Option<f64> {
    let quarter = Some(month.quarter().to_string()).filter(|quarter| open_quarter(view).as_ref() != Some(quarter))?;
    let is_wanted =
        |row: &&CoverageRow| row.scope == Scope::All && row.level == Visitors::Any && row.quarter == quarter;
    view.figures.duties.coverage.iter().find(is_wanted)?.coverage
}

fn caption(view: &View<'_>) -> String {
    t!(view.lang(), "trend-chart-note")
}

fn chart(view: &View<'_>, data: &mut ChartData, lines: &[Line]) -> Chart {
    let span = window(view.lang(), view.figures.window);
    let title = t!(view.lang(), "month-by-month", span);
    let lowest = lines.iter().flat_map(|line| line.values.iter().flatten()).copied().fold(100.0, f64::min);
    let mut columns = vec![Column::new(t!(view.lang(), "month"), Look::Text)];
    columns.extend(lines.iter().map(|line| Column::new(&line.name, Look::Points)));
    let row = |(at, month): (usize, Period)| {
        let values = lines.iter().map(|line| line.values.get(at).copied().flatten().into());
        [month_slash(month).into()].into_iter().chain(values).collect()
    };
    let block = data.table(&title, columns, view.figures.window.months().enumerate().map(row).collect());
    let series = (1..).zip(lines).map(|(column, line)| Series {
        name: line.name.clone(),
        along: block.column(0),
        values: block.column(column),
        paint: line.paint,
        labels: Labels::None,
    });
    let scale = t!(view.lang(), "percent-or-points");
    Chart {
        kind: ChartKind::Line,
        title,
        alt_text: alt_text(view, &span, lines),
        along: Axis::new(""),
        values: Axis::new(scale).between(((lowest / 10.0).floor() * 10.0).min(90.0), 100.0),
        series: series.collect(),
        legend: true,
        row: 0,
        column: 0,
        width: 0,
        height: 310,
    }
}

/// The first and the last value of each line.
fn alt_text(view: &View<'_>, span: &str, lines: &[Line]) -> String {
    let ends = |line: &Line| {
        let mut values = line.values.iter().flatten();
        let first = values.next();
        let last = values.next_back().or(first);
        let [first, last] =
            [first, last].map(|value| value.map_or_else(String::new, |value| decimal(view.lang(), *value, 1)));
        let name = &line.name;
        t!(view.lang(), "line-from-to", name, first, last)
    };
    let told = lines.iter().map(ends).collect::<Vec<_>>().join("; ");
    t!(view.lang(), "trend-chart-told", span, told)
}
