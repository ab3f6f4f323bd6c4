//! How scores are distributed: bins with a chart, grades, and quantiles by committee.

use std::collections::BTreeMap;

use super::Name;
use crate::lake::schema::DistributionRow;
use crate::lang::t;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::{count, decimal, share, short_percent, window};
use crate::report::plan::{Area, Axis, Chart, ChartKind, Labels, Paint, Pattern, Series, Sheet, Source, Value};
use crate::report::style::{Colour, NumberFormat};
use crate::report::view::View;
use crate::report::wording;
use crate::terms::{DistributionKind, Grade, Scope, Scorer};

/// Scorers in column order.
pub(in crate::report) const SCORERS: [Scorer; 3] = [Scorer::Official, Scorer::Own, Scorer::Upper];

/// Key of the quantiles over all committees; no code has a space.
const ALL: &str = " all ";

/// Width of a bin in points, and how many there are.
const BIN: u32 = 5;
const BINS: usize = 20;

/// Scored months per bin of 5 points, for official, self and upper scores.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(in crate::report) struct Bins {
    counts: [[i64; BINS]; 3],
}

impl Bins {
    /// Counts of the pooled distribution.
    pub(in crate::report) fn of_rows(rows: &[DistributionRow]) -> Self {
        let mut bins = Self::default();
        for row in rows.iter().filter(|row| row.scope == Scope::All && row.kind == DistributionKind::Bin) {
            bins.add(row.scorer, row.low, row.count.unwrap_or(0));
        }
        bins
    }

    /// Counts scores; 100 falls in the last bin.
    pub(in crate::report) fn add(&mut self, scorer: Scorer, score: f64, count: i64) {
        let bin = (0_u32..).take(BINS).take_while(|bin| f64::from(bin * BIN) <= score).last();
        let bin = bin.and_then(|bin| usize::try_from(bin).ok());
        let position = SCORERS.iter().position(|it| *it == scorer);
        let slot = position.and_then(|at| self.counts.get_mut(at)).zip(bin);
        if let Some(slot) = slot.and_then(|(counts, bin)| counts.get_mut(bin)) {
            *slot += count;
        }
    }

    /// Bins from the lowest that is used, 75 at the highest, to 100: lower edge and the three counts.
    pub(in crate::report) fn shown(&self) -> Vec<(u32, [i64; 3])> {
        let of_bin = |bin: usize| self.counts.map(|counts| counts.get(bin).copied().unwrap_or(0));
        let all = (0..).zip((0..BINS).map(of_bin)).map(|(bin, counts): (u32, _)| (bin * BIN, counts));
        all.skip_while(|(low, counts)| *low < 75 && counts.iter().all(|count| *count == 0)).collect()
    }
}

/// What the sheet shows.
pub(in crate::report) struct Distribution<'a> {
    /// The span, in words.
    pub span: &'a str,
    /// Scored months per bin.
    pub bins: Bins,
    /// Months per grade.
    pub grades: [i64; 4],
    /// The same by cell type, with its name.
    pub types: Vec<(String, [i64; 4])>,
}

const GRADES: [Grade; 4] = [Grade::Good, Grade::Fair, Grade::Average, Grade::Poor];

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>, distribution: &Distribution<'_>) -> Sheet {
    let lang = view.lang();
    let mut grid = vec![36.0];
    grid.extend([10.0; 11]);
    let mut canvas = Canvas::new(view, &Name::Distribution.tab(lang), grid);
    canvas.heading(
        &t!(view.lang(), "distribution-of-quality-scores"),
        &t!(view.lang(), "scores-of-span", span = distribution.span),
    );
    canvas.note(&t!(view.lang(), "official-score-note"));
    canvas.skip(1);
    bins(&mut canvas, view, distribution);
    canvas.skip(1);
    let scored = |(_, counts): &&(String, [i64; 4])| counts.iter().sum::<i64>() > 0;
    let types: Vec<_> = distribution.types.iter().filter(scored).collect();
    if types.is_empty() {
        grades(&mut canvas, view, distribution.grades);
        canvas.skip(1);
    } else {
        by_type(&mut canvas, view, distribution, &types);
    }
    quantiles(&mut canvas, view);
    canvas.finish()
}

fn bins(canvas: &mut Canvas, view: &View<'_>, distribution: &Distribution<'_>) {
    let bins = &distribution.bins;
    canvas.section(&t!(view.lang(), "cell-months-by-score"));
    let mut columns = vec![Column::new(t!(view.lang(), "score-bins"), Look::Centre)];
    columns.extend(SCORERS.map(|scorer| Column::new(wording::scorer(scorer, view.lang()), Look::Whole)));
    let table = Table::new(columns);
    canvas.head(&table);
    let top = canvas.row;
    for (low, counts) in bins.shown() {
        let high = low + BIN;
        let label = if high == 100 { format!("{low}–{high}") } else { format!("{low}–<{high}") };
        let mut values = vec![label.into()];
        values.extend(counts.map(Value::from));
        canvas.row(&table, values, Tone::Plain);
    }
    let bottom = canvas.row - 1;
    canvas.sheet.charts.extend(histogram(canvas, view, distribution, (top, bottom)));
    // The chart stands beside the table and must end above what follows it.
    canvas.row = canvas.row.max(top + 10);
}

/// The official scores as columns that touch, beside their table; none without a score.
fn histogram(
    canvas: &Canvas,
    view: &View<'_>,
    distribution: &Distribution<'_>,
    (top, bottom): (u32, u32),
) -> Option<Chart> {
    let span = distribution.span;
    let shown = distribution.bins.shown();
    let most = shown.iter().max_by_key(|(low, [official, ..])| (*official, std::cmp::Reverse(*low)))?;
    let (low, [most, ..]) = *most;
    let high = low + BIN;
    let source = |column| Source { sheet: canvas.sheet.name.clone(), area: Area::new(top, column, bottom, column) };
    (most > 0).then(|| Chart {
        kind: ChartKind::Histogram,
        title: t!(view.lang(), "distribution-of-official-scores", span),
        alt_text: t!(view.lang(), "scores-chart-told", low, high, most = count(view.lang(), most)),
        along: Axis::new(t!(view.lang(), "score-bins")),
        values: Axis::new(t!(view.lang(), "scored-months")).from(0.0),
        series: vec![Series {
            name: wording::scorer(Scorer::Official, view.lang()),
            along: source(0),
            values: source(1),
            paint: Paint::Filled(Colour::AccentSoft, Pattern::Plain),
            labels: Labels::Values(NumberFormat::Whole),
        }],
        legend: false,
        row: top - 1,
        column: 5,
        // What is left of the grid.
        width: 520,
        height: (bottom + 2 - top).max(10) * 23,
    })
}

fn grades(canvas: &mut Canvas, view: &View<'_>, counts: [i64; 4]) {
    let lang = view.lang();
    canvas.section(&t!(view.lang(), "cell-months-by-grade"));
    let mut columns = vec![Column::new(t!(view.lang(), "grade"), Look::Text)];
    columns.extend(GRADES.map(|grade| Column::new(wording::grade(grade, lang), Look::Whole)));
    let table = Table::new(columns);
    canvas.head(&table);
    let mut values: Vec<Value> = vec![t!(view.lang(), "by-official-score").into()];
    values.extend(counts.map(Value::from));
    canvas.row(&table, values, Tone::Plain);
}

/// Shares of grades by cell type: a table, and below it the same as bars.
fn by_type(canvas: &mut Canvas, view: &View<'_>, distribution: &Distribution<'_>, types: &[&(String, [i64; 4])]) {
    let scored = |counts: &[i64; 4]| counts.iter().sum::<i64>();
    canvas.section(&t!(view.lang(), "shares-of-grades-by-cell-type"));
    let mut columns = vec![
        Column::new(t!(view.lang(), "type"), Look::Text),
        Column::new(t!(view.lang(), "scored-months"), Look::Whole),
    ];
    columns.extend(GRADES.map(|grade| Column::new(wording::grade(grade, view.lang()), Look::Percent)));
    let table = Table::new(columns);
    canvas.head(&table);
    let top = canvas.row;
    let all = (t!(view.lang(), "all-cells"), distribution.grades);
    let rows = types.iter().map(|row| (*row, Tone::Plain)).chain([(&all, Tone::Total)]);
    for ((name, counts), tone) in rows {
        let all = scored(counts);
        let shares = counts.map(|count| Value::share(share(count, all)));
        canvas.row(&table, [name.as_str().into(), all.into()].into_iter().chain(shares).collect(), tone);
    }
    let chart = type_bars(canvas, view, distribution.span, (top, canvas.row - 1));
    canvas.gap();
    canvas.charts(vec![chart], 1, &t!(view.lang(), "parts-under-4-are-not-labelled"));
    canvas.skip(1);
}

fn type_bars(canvas: &Canvas, view: &View<'_>, span: &str, (top, bottom): (u32, u32)) -> Chart {
    let source = |column| Source { sheet: canvas.sheet.name.clone(), area: Area::new(top, column, bottom, column) };
    let paints = [
        Paint::Filled(Colour::Sky, Pattern::Plain),
        Paint::Filled(Colour::Mist, Pattern::Plain),
        Paint::Filled(Colour::Gold, Pattern::Stripes),
        Paint::Filled(Colour::Vermilion, Pattern::Dots),
    ];
    let series = (2..).zip(GRADES).zip(paints).map(|((column, grade), paint)| Series {
        name: wording::grade(grade, view.lang()),
        along: source(0),
        values: source(column),
        paint,
        labels: Labels::Values(NumberFormat::LargePercent),
    });
    let types = bottom - top;
    Chart {
        kind: ChartKind::StackedBar,
        title: t!(view.lang(), "grades-by-cell-type", span),
        alt_text: t!(view.lang(), "grades-chart-told", types),
        along: Axis::new(""),
        values: Axis::new(t!(view.lang(), "share-of-scored-months"))
            .between(0.0, 1.0)
            .format(NumberFormat::WholePercent),
        series: series.collect(),
        legend: true,
        row: 0,
        column: 0,
        width: 0,
        height: 100 + 28 * (types + 1).min(13),
    }
}

fn quantiles(canvas: &mut Canvas, view: &View<'_>) {
    let span = window(view.lang(), view.figures.window);
    canvas.section(&t!(view.lang(), "official-scores-by-committee", span));
    // Probabilities are keyed in thousandths, since floats have no order.
    let key = |row: &DistributionRow| decimal(crate::lang::Lang::En, row.low, 3);
    let mut by_key: BTreeMap<&str, BTreeMap<String, f64>> = BTreeMap::new();
    let mut probabilities: BTreeMap<String, f64> = BTreeMap::new();
    let rows = view.figures.distribution.iter().filter(|row| row.kind == DistributionKind::Quantile);
    for row in rows.filter(|row| row.scorer == Scorer::Official && matches!(row.scope, Scope::Unit | Scope::All)) {
        probabilities.insert(key(row), row.low);
        if let Some(value) = row.value {
            by_key.entry(if row.scope == Scope::All { ALL } else { &row.key }).or_default().insert(key(row), value);
        }
    }
    if by_key.is_empty() {
        canvas.note(&t!(view.lang(), "no-data"));
        return;
    }
    // The grid holds eleven columns beside the name.
    let shown: Vec<_> = probabilities.into_iter().take(11).collect();
    let group = t!(view.lang(), "score-not-exceeded");
    let mut columns = vec![Column::new(t!(view.lang(), "committee-short"), Look::Text)];
    columns.extend(
        shown
            .iter()
            .map(|(key, probability)| Column::new(quantile(view, key, *probability), Look::Points).under(&group)),
    );
    let table = Table::new(columns);
    canvas.head(&table);
    let mut by_key: Vec<_> = by_key.into_iter().collect();
    by_key.sort_by(|(one, _), (other, _)| {
        (*one == ALL).cmp(&(*other == ALL)).then_with(|| view.by_unit_name(one, other))
    });
    for (unit, values) in by_key {
        let all = unit == ALL;
        let name = if all { t!(view.lang(), "all-cells") } else { view.unit_name(unit).to_owned() };
        let mut row: Vec<Value> = vec![name.into()];
        row.extend(shown.iter().map(|(key, _)| values.get(key).copied().into()));
        canvas.row(&table, row, if all { Tone::Total } else { Tone::Plain });
    }
}

/// The extremes and the median by name, the others by their share.
fn quantile(view: &View<'_>, key: &str, probability: f64) -> String {
    match key {
        "0.000" => t!(view.lang(), "lowest"),
        "0.500" => t!(view.lang(), "median"),
        "1.000" => t!(view.lang(), "highest"),
        _ => short_percent(view.lang(), probability),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_falls_in_the_last_bin_and_empty_low_bins_are_not_shown() {
        let mut bins = Bins::default();
        for score in [100.0, 95.0, 94.9, 50.0] {
            bins.add(Scorer::Official, score, 1);
        }
        let shown = bins.shown();
        assert_eq!(shown.first(), Some(&(50, [1, 0, 0])));
        assert_eq!(shown.last(), Some(&(95, [2, 0, 0])));
        bins.add(Scorer::Own, 0.0, 1);
        assert_eq!(bins.shown().first(), Some(&(0, [0, 1, 0])));
    }
}
