//! How scores are distributed: bins with a chart, grades, and quantiles by committee.

use std::collections::BTreeMap;

use super::Name;
use crate::lake::schema::DistributionRow;
use crate::lang::t;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::{decimal, short_percent, window};
use crate::report::plan::{Area, Chart, ChartKind, Series, Sheet, Value};
use crate::report::style::Colour;
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
}

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>, distribution: &Distribution<'_>) -> Sheet {
    let lang = view.lang();
    let mut grid = vec![36.0];
    grid.extend([10.0; 11]);
    let mut canvas = Canvas::new(view, &Name::Distribution.tab(lang), grid);
    canvas.heading(
        &t!(view.lang(), "distribution-of-quality-scores"),
        &t!(view.lang(), "scores-of", span = distribution.span),
    );
    canvas.note(&t!(view.lang(), "the-official-score-is-the-upper"));
    canvas.skip(1);
    bins(&mut canvas, view, distribution);
    canvas.skip(1);
    grades(&mut canvas, view, distribution.grades);
    canvas.skip(1);
    quantiles(&mut canvas, view);
    canvas.finish()
}

fn bins(canvas: &mut Canvas, view: &View<'_>, distribution: &Distribution<'_>) {
    let Distribution { span, bins, .. } = distribution;
    canvas.section(&t!(view.lang(), "cell-months-by-score"));
    let mut columns = vec![Column::new(t!(view.lang(), "scores"), Look::Centre)];
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
    canvas.sheet.charts.push(Chart {
        kind: ChartKind::Histogram,
        title: t!(view.lang(), "distribution-of-official-scores", span),
        category_title: t!(view.lang(), "scores"),
        value_title: t!(view.lang(), "cell-months-so-luot-cham"),
        categories: Area::new(top, 0, bottom, 0),
        series: vec![Series {
            name: wording::scorer(Scorer::Official, view.lang()),
            values: Area::new(top, 1, bottom, 1),
            colour: Colour::AccentSoft,
        }],
        row: top - 1,
        column: 5,
        width: 560,
        height: (bottom + 2 - top).max(10) * 23,
    });
    // The chart stands beside the table and must end above what follows it.
    canvas.row = canvas.row.max(top + 10);
}

fn grades(canvas: &mut Canvas, view: &View<'_>, counts: [i64; 4]) {
    let lang = view.lang();
    canvas.section(&t!(view.lang(), "cell-months-by-grade"));
    let grades = [Grade::Good, Grade::Fair, Grade::Average, Grade::Poor];
    let mut columns = vec![Column::new(t!(view.lang(), "grade"), Look::Text)];
    columns.extend(grades.map(|grade| Column::new(wording::grade(grade, lang), Look::Whole)));
    let table = Table::new(columns);
    canvas.head(&table);
    let mut values: Vec<Value> = vec![t!(view.lang(), "by-official-score").into()];
    values.extend(counts.map(Value::from));
    canvas.row(&table, values, Tone::Plain);
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
    let group = t!(view.lang(), "score-that-this-share-of-months");
    let mut columns = vec![Column::new(t!(view.lang(), "committee-don-vi"), Look::Text)];
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
        let name = if all { t!(view.lang(), "all-toan-bo") } else { view.unit_name(unit).to_owned() };
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
