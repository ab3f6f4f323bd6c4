//! What a look tells faster than a table: charts of the span, and the sheet with the numbers they are drawn from.

use crate::lang::t;

mod coverage;
mod data;
mod funnel;
mod ranks;
#[cfg(test)]
mod tests;
pub(in crate::report) mod trend;

use super::Name;
use crate::figures::Pipeline;
use crate::report::canvas::Canvas;
use crate::report::numbers::window;
use crate::report::plan::{Chart, Sheet};
use crate::report::view::View;
use data::ChartData;

/// Grid of the sheet of charts: eight columns on an upright page.
const GRID: [f64; 8] = [12.0; 8];

/// The quarter that the span ends within, if visits of it may still come.
fn open_quarter(view: &View<'_>) -> Option<String> {
    let last = view.figures.window.last();
    (!last.ends_quarter()).then(|| last.quarter().to_string())
}

/// Charts of one row of the sheet, and how they are read.
struct Row {
    charts: Vec<Chart>,
    /// Equal places side by side.
    places: u32,
    caption: String,
}

/// The sheet of charts and that of their numbers; none where there is nothing to draw.
pub(in crate::report) fn sheets(view: &View<'_>) -> Option<(Sheet, Sheet)> {
    let mut data = ChartData::new(view);
    let mut rows = Vec::from_iter(trend::row(view, &mut data));
    if matches!(view.figures.pipeline, Pipeline::YearEnd(_)) {
        rows.extend(ranks::row(view, &mut data));
    }
    rows.extend(coverage::row(view, &mut data));
    rows.extend(funnel::rows(view, &mut data));
    (!rows.is_empty()).then(|| (sheet(view, rows), data.finish()))
}

fn sheet(view: &View<'_>, rows: Vec<Row>) -> Sheet {
    let mut canvas = Canvas::new(view, &Name::Charts.tab(view.lang()), GRID.to_vec()).portrait().wide();
    let span = window(view.lang(), view.figures.window);
    canvas.heading(&t!(view.lang(), "charts"), &t!(view.lang(), "cell-meetings", span));
    canvas.gap();
    for row in rows {
        canvas.charts(row.charts, row.places, &row.caption);
    }
    canvas.finish()
}
