//! The end of the ranking with the doubt about each rank: bars that float from the lower to the upper bound.

use super::Row;
use super::data::ChartData;
use crate::lake::schema::RankRow;
use crate::lang::t;
use crate::report::canvas::{Column, Look};
use crate::report::numbers::{count, tally};
use crate::report::plan::{Axis, Chart, ChartKind, Labels, Paint, Pattern, Series, Value};
use crate::report::style::Colour;
use crate::report::view::View;
use crate::report::wording;

/// Cells that find room.
const SHOWN: usize = 20;
/// Ranks that make an order worth drawing.
const FEWEST: usize = 3;
/// Each rank is one wide, so that a certain one is seen as well.
const HALF: f64 = 0.5;

/// A cell's rank and its bounds.
struct Ranked {
    label: String,
    rank: i64,
    low: i64,
    high: i64,
}

pub(super) fn row(view: &View<'_>, data: &mut ChartData) -> Option<Row> {
    let last = view.ranked().into_iter().rev().filter_map(|rank| ranked(view, rank)).take(SHOWN);
    let last: Vec<Ranked> = last.collect();
    (last.len() >= FEWEST).then(|| Row { charts: vec![chart(view, data, &last)], places: 1, caption: caption(view) })
}

fn ranked(view: &View<'_>, rank: &RankRow) -> Option<Ranked> {
    let (place, low, high) = (rank.rank?, rank.rank_low?, rank.rank_high?);
    let cell = view.cell(&rank.cell_id)?;
    let (name, above) = (&cell.cell_name, view.above(cell));
    let mark = if rank.weak { " ●" } else { "" };
    let above = if above.is_empty() { String::new() } else { format!(", {above}") };
    Some(Ranked { label: format!("{place}. {name}{above}{mark}"), rank: place, low, high })
}

fn caption(view: &View<'_>) -> String {
    let support = wording::needs_support(view.lang()).to_lowercase();
    t!(view.lang(), "ranks-chart-note", support)
}

fn chart(view: &View<'_>, data: &mut ChartData, cells: &[Ranked]) -> Chart {
    let number = cells.len();
    let all = tally(view.ranked());
    let of = count(view.lang(), all);
    let title = t!(view.lang(), "ranks-chart-title", number, all = of);
    let columns = vec![
        Column::new(t!(view.lang(), "rank-and-cell"), Look::Text).over(2),
        Column::new(t!(view.lang(), "lower-bound"), Look::Whole),
        Column::new(t!(view.lang(), "upper-bound"), Look::Whole),
        Column::new(t!(view.lang(), "bar-start"), Look::Points),
        Column::new(t!(view.lang(), "bar-to-rank"), Look::Points),
        Column::new(t!(view.lang(), "bar-end"), Look::Points),
    ];
    let rows = cells.iter().map(|cell| -> Vec<Value> {
        let [rank, low, high] = [cell.rank, cell.low, cell.high].map(float);
        let bar = [low - HALF, rank - low + HALF, high - rank + HALF];
        let bounds = [cell.low.into(), cell.high.into()];
        [cell.label.as_str().into()].into_iter().chain(bounds).chain(bar.map(Into::into)).collect()
    });
    let block = data.table(&title, columns, rows.collect());
    let series = |column, name: &str, paint| Series {
        name: name.to_owned(),
        along: block.column(0),
        values: block.column(column),
        paint,
        labels: Labels::None,
    };
    let lowest = cells.iter().map(|cell| cell.low).min().unwrap_or(0);
    let widest = cells.iter().map(|cell| cell.high - cell.low).max().unwrap_or(0);
    let alt_text = {
        let (widest, lowest) = (count(view.lang(), widest), count(view.lang(), lowest));
        t!(view.lang(), "ranks-chart-told", number, widest, lowest, all = of)
    };
    let height = 100 + 19 * u32::try_from(number).unwrap_or(0);
    Chart {
        kind: ChartKind::StackedBar,
        title,
        alt_text,
        along: Axis::new(""),
        values: Axis::new(t!(view.lang(), "rank")).between(tens(lowest, 0), tens(all, 1)),
        series: vec![
            series(4, &t!(view.lang(), "not-drawn"), Paint::Unseen),
            series(5, &t!(view.lang(), "lower-bound-to-rank"), Paint::Filled(Colour::Sky, Pattern::Plain)),
            series(6, &t!(view.lang(), "rank-to-upper-bound"), Paint::Filled(Colour::Night, Pattern::Dots)),
        ],
        legend: false,
        row: 0,
        column: 0,
        width: 0,
        height,
    }
}

/// The ten at or below, or so many tens above it.
fn tens(rank: i64, above: i64) -> f64 {
    float((rank / 10 + above) * 10)
}

#[expect(clippy::cast_precision_loss, reason = "ranks are far under 2^53")]
fn float(rank: i64) -> f64 {
    rank as f64
}
