//! Attendance of each cell against its peers' common rate, with limits that widen as fewer are due: a funnel per group.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Row;
use super::data::{Block, ChartData};
use crate::lake::statistics::FunnelRow;
use crate::lang::t;
use crate::report::canvas::{Column, Look};
use crate::report::numbers::{count, percent};
use crate::report::plan::{Axis, Chart, ChartKind, Dash, Labels, Marker, Paint, Series, Source, Value};
use crate::report::style::{Colour, NumberFormat};
use crate::report::view::View;
use crate::terms::FunnelPosition;

/// Groups that find room, and side by side.
const SHOWN: usize = 4;
const ABREAST: u32 = 2;
/// Cells that make a funnel.
const FEWEST: usize = 5;
/// Points that find room in a funnel; of more, those within the limits are drawn one in so many.
const POINTS: usize = 3_000;
/// Names that find room beside their points.
const NAMED: usize = 6;

/// Where a cell lies, from the middle to the far end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// Within the 95 % limits, or above them.
    Within,
    /// Below the 95 % limit, not the other.
    Below,
    /// Below the 99.8 % limit.
    FarBelow,
}

const PLACES: [Place; 3] = [Place::Within, Place::Below, Place::FarBelow];

/// Cells that are held against the same rate, by place and number due.
struct Group<'a> {
    name: String,
    /// All of them.
    cells: usize,
    /// Those that are drawn.
    rows: Vec<&'a FunnelRow>,
}

/// Rows of the tables of points and of limits.
struct Rows {
    points: Range<usize>,
    limits: Range<usize>,
}

pub(super) fn rows(view: &View<'_>, data: &mut ChartData) -> Vec<Row> {
    let (groups, left_out) = groups(view);
    if groups.is_empty() {
        return Vec::new();
    }
    let places = if groups.len() > 1 { ABREAST } else { 1 };
    let caption = caption(view, &groups, left_out);
    let mut charts = charts(view, data, &groups);
    let mut rows = Vec::new();
    while !charts.is_empty() {
        let next = charts.split_off(charts.len().min(ABREAST as usize));
        // All funnels are read alike, so the last row says how.
        let caption = if next.is_empty() { caption.clone() } else { String::new() };
        rows.push(Row { charts, places, caption });
        charts = next;
    }
    rows
}

fn place(row: &FunnelRow) -> Place {
    match (row.position998, row.position) {
        (FunnelPosition::Below, _) => Place::FarBelow,
        (_, FunnelPosition::Below) => Place::Below,
        _ => Place::Within,
    }
}

/// The largest groups first, and how many others there are.
fn groups<'a>(view: &View<'a>) -> (Vec<Group<'a>>, usize) {
    let mut by_group: BTreeMap<Option<&str>, Vec<&FunnelRow>> = BTreeMap::new();
    for row in &view.figures.statistics.funnel {
        by_group.entry(row.peer_group.as_deref().filter(|_| !row.pooled)).or_default().push(row);
    }
    let mut groups: Vec<Group<'_>> = by_group
        .into_iter()
        .map(|(group, mut rows)| {
            rows.sort_by(|one, other| {
                (place(one), one.due, &one.cell_id).cmp(&(place(other), other.due, &other.cell_id))
            });
            // Groups too small for a rate of their own are held against that of all cells.
            let small = t!(view.lang(), "small-groups");
            let name = group.map_or(small, |group| view.type_name(Some(group)).to_owned());
            Group { name, cells: rows.len(), rows: drawn(rows) }
        })
        .collect();
    let all = groups.len();
    groups.retain(|group| group.cells >= FEWEST);
    groups.sort_by(|one, other| (other.cells, &one.name).cmp(&(one.cells, &other.name)));
    groups.truncate(SHOWN);
    let shown = groups.len();
    (groups, all - shown)
}

/// All that lie below the limits, and of the others no more than find room, evenly spaced.
fn drawn(rows: Vec<&FunnelRow>) -> Vec<&FunnelRow> {
    let within = rows.iter().filter(|row| place(row) == Place::Within).count();
    let step = within.div_ceil(POINTS).max(1);
    let kept = rows.into_iter().enumerate().filter(|(at, row)| place(row) != Place::Within || at % step == 0);
    kept.map(|(_, row)| row).collect()
}

fn caption(view: &View<'_>, groups: &[Group<'_>], left_out: usize) -> String {
    let mut caption = t!(view.lang(), "each-point-is-a-cell-against");
    if groups.iter().any(|group| group.rows.len() < group.cells) {
        caption.push_str(&t!(view.lang(), "of-large-groups-some-within-the-limits-are-drawn"));
    }
    if left_out > 0 {
        caption.push_str(&t!(view.lang(), "smaller-groups-are-not-drawn", left_out));
    }
    caption
}

fn charts(view: &View<'_>, data: &mut ChartData, groups: &[Group<'_>]) -> Vec<Chart> {
    let (points, limits, rows) = tables(view, data, groups);
    let all = || groups.iter().flat_map(|group| &group.rows);
    let lowest = all().map(|row| row.rate).fold(1.0, f64::min);
    let most = all().map(|row| row.due).max().unwrap_or(0);
    // Funnels side by side are compared, so they share their axes.
    let along = Axis::new(t!(view.lang(), "member-meetings-due")).format(NumberFormat::Whole);
    let along = along.between(0.0, float((most / 100 + 1) * 100));
    let values = Axis::new(t!(view.lang(), "attendance")).format(NumberFormat::WholePercent);
    let values = values.between(((lowest - 0.02) * 20.0).floor().max(0.0) / 20.0, 1.0);
    let chart = |(group, rows): (&Group<'_>, &Rows)| Chart {
        kind: ChartKind::Scatter,
        title: title(view, group),
        alt_text: alt_text(view, group),
        along: along.clone(),
        values: values.clone(),
        series: lines(view, &limits, rows).into_iter().chain(dots(view, &points, group, rows)).collect(),
        legend: false,
        row: 0,
        column: 0,
        width: 0,
        height: 260,
    };
    groups.iter().zip(&rows).map(chart).collect()
}

fn number(view: &View<'_>, number: usize) -> String {
    count(view.lang(), i64::try_from(number).unwrap_or(i64::MAX))
}

fn title(view: &View<'_>, group: &Group<'_>) -> String {
    let (name, cells) = (&group.name, number(view, group.cells));
    t!(view.lang(), "attendance-cells", name, cells)
}

fn alt_text(view: &View<'_>, group: &Group<'_>) -> String {
    let of = |wanted: Place| group.rows.iter().filter(|row| place(row) == wanted).count();
    let far = of(Place::FarBelow);
    let (name, cells, below) = (&group.name, number(view, group.cells), number(view, far + of(Place::Below)));
    let far = number(view, far);
    let target = group.rows.first().map_or_else(String::new, |row| percent(view.lang(), row.target));
    t!(view.lang(), "funnel-attendance-by-member-meetings-due", name, cells, target, below, far)
}

/// The table of points and that of limits, and where each group stands in them.
fn tables(view: &View<'_>, data: &mut ChartData, groups: &[Group<'_>]) -> (Block, Block, Vec<Rows>) {
    let (mut points, mut limits, mut places) = (Vec::new(), Vec::new(), Vec::new());
    for group in groups {
        let (first_point, first_limit) = (points.len(), limits.len());
        points.extend(group.rows.iter().map(|row| point(view, group, row)));
        // Cells of the same number due have the same limits.
        let by_due: BTreeMap<i64, &FunnelRow> = group.rows.iter().map(|row| (row.due, *row)).collect();
        limits.extend(by_due.into_values().map(|row| limit(group, row)));
        places.push(Rows { points: first_point..points.len(), limits: first_limit..limits.len() });
    }
    let due = t!(view.lang(), "times-due");
    let columns = vec![
        Column::new(t!(view.lang(), "cell"), Look::Text),
        Column::new(t!(view.lang(), "group"), Look::Text),
        Column::new(&due, Look::Whole),
        Column::new(t!(view.lang(), "attendance"), Look::Percent),
        Column::new(t!(view.lang(), "position"), Look::Text).over(3),
    ];
    let points = data.table(&t!(view.lang(), "attendance-of-each-cell"), columns, points);
    let columns = vec![
        Column::new(t!(view.lang(), "group"), Look::Text),
        Column::new(&due, Look::Whole),
        Column::new(t!(view.lang(), "common-rate"), Look::Percent),
        Column::new(t!(view.lang(), "n-95-lower"), Look::Percent),
        Column::new(t!(view.lang(), "n-95-upper"), Look::Percent),
        Column::new(t!(view.lang(), "n-99-8-lower"), Look::Percent),
        Column::new(t!(view.lang(), "n-99-8-upper"), Look::Percent),
    ];
    let title = t!(view.lang(), "limits-by-the-number-due");
    (points, data.table(&title, columns, limits), places)
}

fn point(view: &View<'_>, group: &Group<'_>, row: &FunnelRow) -> Vec<Value> {
    vec![
        cell_name(view, row).into(),
        group.name.as_str().into(),
        row.due.into(),
        Value::Share(row.rate),
        place_name(view, place(row)).into(),
    ]
}

fn cell_name<'a>(view: &View<'a>, row: &'a FunnelRow) -> &'a str {
    view.cell(&row.cell_id).map_or_else(|| row.cell_id.as_str(), |cell| cell.cell_name.as_str())
}

fn limit(group: &Group<'_>, row: &FunnelRow) -> Vec<Value> {
    let rates = [row.target, row.low95, row.high95, row.low998, row.high998];
    [group.name.as_str().into(), row.due.into()].into_iter().chain(rates.map(Value::Share)).collect()
}

fn place_name(view: &View<'_>, place: Place) -> String {
    match place {
        Place::Within => t!(view.lang(), "within-or-above-the-limits"),
        Place::Below => t!(view.lang(), "under-the-95-limit"),
        Place::FarBelow => t!(view.lang(), "under-the-99-8-limit"),
    }
}

/// The common rate and the limits, over the numbers due. Upper and lower limit share their name.
fn lines(view: &View<'_>, limits: &Block, rows: &Rows) -> Vec<Series> {
    let common = t!(view.lang(), "common-rate");
    let [near, far] = [t!(view.lang(), "n-95-limits"), t!(view.lang(), "n-99-8-limits")];
    let drawn = [
        (2, &common, Paint::Line(Colour::DarkGrey, Dash::Solid, None)),
        (3, &near, Paint::Line(Colour::Sea, Dash::Dashed, None)),
        (4, &near, Paint::Line(Colour::Sea, Dash::Dashed, None)),
        (5, &far, Paint::Line(Colour::DarkGrey, Dash::Dotted, None)),
        (6, &far, Paint::Line(Colour::DarkGrey, Dash::Dotted, None)),
    ];
    let along = limits.part(1, &rows.limits);
    let line = |(column, name, paint): (u32, &String, Paint)| {
        Some(series(name, along.clone()?, limits.part(column, &rows.limits)?, paint))
    };
    drawn.into_iter().filter_map(line).collect()
}

/// The cells, by where they lie; few that lie far below are named.
fn dots(view: &View<'_>, points: &Block, group: &Group<'_>, rows: &Rows) -> Vec<Series> {
    let dots = PLACES.into_iter().filter_map(|wanted| {
        let start = rows.points.start + group.rows.iter().filter(|row| place(row) < wanted).count();
        let number = group.rows.iter().filter(|row| place(row) == wanted).count();
        let part = start..start + number;
        let paint = match wanted {
            Place::Within => Paint::Points(Colour::Sea, Marker::Circle),
            Place::Below => Paint::Points(Colour::DarkGrey, Marker::Diamond),
            Place::FarBelow => Paint::Points(Colour::Vermilion, Marker::Triangle),
        };
        let dots = series(&place_name(view, wanted), points.part(2, &part)?, points.part(3, &part)?, paint);
        let is_named = wanted == Place::FarBelow && number <= NAMED;
        let names = || group.rows.iter().filter(|row| place(row) == wanted).map(|row| cell_name(view, row).to_owned());
        Some(Series { labels: if is_named { Labels::Texts(names().collect()) } else { Labels::None }, ..dots })
    });
    dots.collect()
}

fn series(name: &str, along: Source, values: Source, paint: Paint) -> Series {
    Series { name: name.to_owned(), along, values, paint, labels: Labels::None }
}

#[expect(clippy::cast_precision_loss, reason = "member-meetings are far under 2^53")]
fn float(due: i64) -> f64 {
    due as f64
}
