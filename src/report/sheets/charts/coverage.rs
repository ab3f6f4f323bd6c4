//! Visits from above by committee and quarter, the lowest first.

use std::collections::{BTreeMap, BTreeSet};

use super::data::ChartData;
use super::{Row, open_quarter};
use crate::figures::Pipeline;
use crate::lake::supervision::{CoverageRow, Visitors};
use crate::lang::t;
use crate::report::canvas::{Column, Look};
use crate::report::numbers::{percent, share, window};
use crate::report::plan::{Axis, Chart, ChartKind, Labels, Paint, Pattern, Series, Value};
use crate::report::sheets::duties::quarter_name;
use crate::report::style::{Colour, NumberFormat};
use crate::report::view::View;
use crate::terms::Scope;

/// Committees that find room, and quarters side by side.
const SHOWN: usize = 8;
const QUARTERS: usize = 4;

const PAINTS: [Paint; QUARTERS] = [
    Paint::Filled(Colour::Mist, Pattern::Plain),
    Paint::Filled(Colour::Sky, Pattern::Stripes),
    Paint::Filled(Colour::Sea, Pattern::Plain),
    Paint::Filled(Colour::Night, Pattern::Dots),
];

/// A committee's coverage over the span and by quarter.
struct Committee<'a> {
    key: &'a str,
    whole: Option<f64>,
    quarters: BTreeMap<&'a str, f64>,
}

pub(super) fn row(view: &View<'_>, data: &mut ChartData) -> Option<Row> {
    let of_all = |row: &&CoverageRow| row.level == Visitors::Any && row.required > 0;
    let rows: Vec<&CoverageRow> = view.figures.duties.coverage.iter().filter(of_all).collect();
    let mut committees = committees(view, &rows);
    let all = committees.len();
    if all == 0 {
        return None;
    }
    committees.truncate(SHOWN);
    let names: BTreeSet<&str> = rows.iter().map(|row| row.quarter.as_str()).collect();
    let quarters: Vec<&str> = names.into_iter().take(QUARTERS).collect();
    let title = title(view, all);
    let alt_text = alt_text(view, &committees, all);
    let whole = rows.iter().filter(|row| row.scope == Scope::All).copied().collect::<Vec<_>>();
    committees.push(pooled("", &whole));
    Some(Row {
        charts: vec![chart(view, data, &committees, &quarters, title, alt_text)],
        places: 1,
        caption: caption(view),
    })
}

/// Committees with visits to make, the lowest coverage first.
fn committees<'a>(view: &View<'_>, rows: &[&'a CoverageRow]) -> Vec<Committee<'a>> {
    let mut of_unit: BTreeMap<&str, Vec<&CoverageRow>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.scope == Scope::Unit) {
        of_unit.entry(row.key.as_str()).or_default().push(row);
    }
    let mut committees: Vec<_> = of_unit.into_iter().map(|(key, rows)| pooled(key, &rows)).collect();
    committees.sort_by(|one, other| {
        let coverage = |committee: &Committee<'_>| committee.whole.unwrap_or(0.0);
        coverage(one).total_cmp(&coverage(other)).then_with(|| view.by_unit_name(one.key, other.key))
    });
    committees
}

fn pooled<'a>(key: &'a str, rows: &[&'a CoverageRow]) -> Committee<'a> {
    let sum = |of: fn(&CoverageRow) -> i64| rows.iter().map(|row| of(row)).sum();
    let quarters = rows.iter().filter_map(|row| Some((row.quarter.as_str(), row.coverage?)));
    Committee { key, whole: share(sum(|row| row.attended), sum(|row| row.required)), quarters: quarters.collect() }
}

fn title(view: &View<'_>, all: usize) -> String {
    let span = window(view.lang(), view.figures.window);
    if all > SHOWN {
        t!(view.lang(), "lowest-coverage-by-quarter", shown = SHOWN, all, span)
    } else {
        t!(view.lang(), "coverage-by-quarter", span)
    }
}

fn caption(view: &View<'_>) -> String {
    let told = t!(view.lang(), "coverage-chart-note");
    // The month's workbook has no such sheet.
    let is_year = matches!(view.figures.pipeline, Pipeline::YearEnd(_));
    let whole = if is_year { t!(view.lang(), "coverage-of-all-committees") } else { String::new() };
    format!("{told}{whole}")
}

fn alt_text(view: &View<'_>, committees: &[Committee<'_>], all: usize) -> String {
    let shown = committees.len();
    let (name, rate) = committees.first().map_or((String::new(), String::new()), |committee| {
        (
            view.unit_name(committee.key).to_owned(),
            committee.whole.map_or_else(String::new, |it| percent(view.lang(), it)),
        )
    });
    t!(view.lang(), "coverage-chart-told", shown, all, name, rate)
}

fn series_name(view: &View<'_>, quarter: &str) -> String {
    let name = quarter_name(view, quarter);
    if open_quarter(view).as_deref() == Some(quarter) { t!(view.lang(), "quarter-not-over", name) } else { name }
}

fn chart(
    view: &View<'_>,
    data: &mut ChartData,
    committees: &[Committee<'_>],
    quarters: &[&str],
    title: String,
    alt_text: String,
) -> Chart {
    let names: Vec<String> = quarters.iter().map(|quarter| series_name(view, quarter)).collect();
    let mut columns = vec![Column::new(t!(view.lang(), "committee-short"), Look::Text).over(2)];
    columns.extend(names.iter().map(|name| Column::new(name, Look::Percent)));
    let rows = committees.iter().map(|committee| -> Vec<Value> {
        let all = t!(view.lang(), "all-cells");
        let name = if committee.key.is_empty() { all } else { view.unit_name(committee.key).to_owned() };
        let rates = quarters.iter().map(|quarter| Value::share(committee.quarters.get(quarter).copied()));
        [name.into()].into_iter().chain(rates).collect()
    });
    let block = data.table(&title, columns, rows.collect());
    let series = (2..).zip(names).zip(PAINTS).map(|((column, name), paint)| Series {
        name,
        along: block.column(0),
        values: block.column(column),
        paint,
        labels: Labels::None,
    });
    let height = 90 + u32::try_from(committees.len() * (6 * quarters.len() + 6)).unwrap_or(0);
    Chart {
        kind: ChartKind::Bar,
        title,
        alt_text,
        along: Axis::new(""),
        values: Axis::new(t!(view.lang(), "coverage-from-above")).between(0.0, 1.0).format(NumberFormat::WholePercent),
        series: series.collect(),
        legend: true,
        row: 0,
        column: 0,
        width: 0,
        height,
    }
}
