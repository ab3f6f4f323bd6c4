//! Cells in order of their index, with the doubt about each rank; below them those without enough data.

use super::Name;
use super::method::Weights;
use crate::lake::schema::{CellSummary, RankRow};
use crate::lang::t;
use crate::report::canvas::{Canvas, Column, Filled, Look, Table, Tone};
use crate::report::document;
use crate::report::numbers::{count, tally, window};
use crate::report::plan::{Area, Conditional, Formula, Place, Sheet, Value};
use crate::report::style::Colour;
use crate::report::view::{View, component_score};
use crate::report::wording;
use crate::rules::index::Component;

/// Up to so many ranked cells index and rank are formulas; beyond, values.
pub(in crate::report) const MOST_FORMULAS: usize = 5000;

/// Fills the sheet; the weights stand on the method sheet.
pub(in crate::report) fn sheet(view: &View<'_>, weights: &Weights) -> Sheet {
    let lang = view.lang();
    let (ranked, unranked) = (view.ranked(), view.unranked());
    let rows = ranked.iter().chain(&unranked).filter_map(|rank| Some(row(view, rank, view.cell(&rank.cell_id)?)));
    let (columns, mut rows) = Table::filled(columns(view), rows.collect());
    let rows_unranked = rows.split_off(ranked.len().min(rows.len()));
    let (columns, grid) = columns.into_iter().unzip();
    let table = Table::new(columns);
    let mut canvas = Canvas::new(view, &Name::Ranking.tab(lang), grid).wide();
    let span = window(lang, view.figures.window);
    canvas.heading(&t!(view.lang(), "cells-ranked-by-index"), &t!(view.lang(), "cell-meetings", span));
    canvas.note(&note(view));
    canvas.main_head(&table, table.position(&t!(view.lang(), "cell")).map_or(0, |at| at + 1));
    let head = canvas.row - 1;
    let live = Live::of(view, &table, &rows, canvas.row, weights);
    for row in rows {
        let row = live.as_ref().map_or_else(|| row.clone(), |live| live.row(row.clone(), canvas.row));
        canvas.row_with(&table, row, Tone::Plain);
    }
    canvas.filter_since(head);
    if canvas.row == head + 1 {
        canvas.band(&t!(view.lang(), "no-cell-could-be-ranked"));
    } else if let Some(index) = table.position(&t!(view.lang(), "index")) {
        let area = Area::new(head + 1, index, canvas.row - 1, index);
        let bar = Conditional::Bar { area, colour: Colour::AccentPale, low: 50.0, high: 100.0 };
        canvas.sheet.conditionals.push(bar);
    }
    if !rows_unranked.is_empty() {
        let number = count(lang, tally(&rows_unranked));
        canvas.band(&t!(view.lang(), "not-enough-data-to-be-ranked", number));
    }
    for row in rows_unranked {
        canvas.row_with(&table, row, Tone::Plain);
    }
    document::signatures(&mut canvas, view);
    canvas.finish()
}

/// Where index, rank and the components stand, and where their weights: what formulas are made of.
struct Live {
    rank: u32,
    index: u32,
    terms: Vec<(Place, u32)>,
    indices: Area,
}

impl Live {
    fn of(view: &View<'_>, table: &Table, rows: &[Filled], first: u32, weights: &Weights) -> Option<Self> {
        let (rank, index) =
            (table.position(&t!(view.lang(), "rank-among-all"))?, table.position(&t!(view.lang(), "index"))?);
        let number =
            u32::try_from(rows.len()).ok().filter(|number| (1..=MOST_FORMULAS).contains(&(*number as usize)))?;
        let term = |component: &Component| {
            let column = table.position(&component_header(view, *component))?;
            Some((weights.get(*component)?, column))
        };
        let terms: Vec<(Place, u32)> = Component::ALL.iter().filter_map(term).collect();
        let indices = Area::new(first, index, first + number - 1, index);
        (!terms.is_empty()).then_some(Self { rank, index, terms, indices })
    }

    /// The row with formulas for its values of index and rank.
    fn row(&self, mut filled: Filled, row: u32) -> Filled {
        let here = |column| Place { sheet: None, row, column };
        let terms = self.terms.iter().map(|(weight, column)| (weight.clone(), here(*column)));
        let index = Formula::WeightedMean(terms.collect());
        let rank = Formula::Rank(here(self.index), self.indices);
        for (column, formula) in [(self.index, index), (self.rank, rank)] {
            let slot = usize::try_from(column).ok().and_then(|at| filled.get_mut(at));
            if let Some((value, _)) = slot {
                *value = live(value, formula);
            }
        }
        filled
    }
}

/// A formula that comes to the value there is; a blank stays blank.
fn live(value: &Value, formula: Formula) -> Value {
    #[expect(clippy::cast_precision_loss, reason = "ranks are far under 2^53")]
    let result = match value {
        Value::Number(number) => (number * 1e4).round() / 1e4,
        Value::Integer(number) => *number as f64,
        other => return other.clone(),
    };
    Value::Formula { formula, result }
}

fn note(view: &View<'_>) -> String {
    let mut note = t!(view.lang(), "ranking-note");
    if view.has_intervals() {
        note.push_str(&t!(view.lang(), "ranking-note-interval"));
    }
    note
}

/// Columns with their widths.
fn columns(view: &View<'_>) -> Vec<(Column, f64)> {
    let ranks = t!(view.lang(), "rank");
    let upper = t!(view.lang(), "upper-scored-group");
    let flags = t!(view.lang(), "flags");
    let mut columns = vec![
        (Column::new(t!(view.lang(), "rank-among-all"), Look::Whole).under(&ranks), 6.0),
        (Column::new(t!(view.lang(), "interval"), Look::Centre).under(&ranks), view.interval_width()),
        (Column::new(t!(view.lang(), "rank-among-peers"), Look::Whole).under(&ranks), 6.0),
        (Column::new(t!(view.lang(), "rank-in-unit"), Look::Whole).under(&ranks), 6.0),
        (Column::new(t!(view.lang(), "cell"), Look::Text), 36.0),
        (Column::new(t!(view.lang(), "committee"), Look::Text), 29.0),
        (Column::new(t!(view.lang(), "type"), Look::Text), 13.0),
        (Column::new(t!(view.lang(), "index"), Look::Fine), 7.0),
    ];
    columns.extend(components(view));
    columns.extend([
        (Column::new(t!(view.lang(), "ranked-attendance"), Look::Percent), view.lang().pick(7.5, 9.5)),
        (Column::new(t!(view.lang(), "months-held-and-due"), Look::Centre), 8.0),
        (Column::new(t!(view.lang(), "number-of-months"), Look::Centre).under(&upper), 6.5),
        (Column::new(t!(view.lang(), "rank"), Look::Whole).under(&upper), 6.5),
        (Column::new(t!(view.lang(), "red"), Look::Whole).under(&flags), 5.0),
        (Column::new(t!(view.lang(), "amber"), Look::Whole).under(&flags), 6.0),
        (Column::new(t!(view.lang(), "remark"), Look::Text), 21.0),
    ]);
    columns
}

/// The components of the index, and the mean score unless the quality component already is that.
fn components(view: &View<'_>) -> Vec<(Column, f64)> {
    let scores = t!(view.lang(), "components-0-100");
    let column = |component: &Component| {
        (Column::new(component_header(view, *component), Look::Points).under(&scores), view.lang().pick(6.2, 9.2))
    };
    let mut columns: Vec<_> = Component::ALL.iter().map(column).collect();
    columns.push((Column::new(t!(view.lang(), "mean-score"), Look::Points), 6.5));
    columns
}

fn component_header(view: &View<'_>, component: Component) -> String {
    if component == Component::Quality && quality_is_mean(view) {
        t!(view.lang(), "mean-score")
    } else {
        wording::component(component, view.lang())
    }
}

/// Whether the quality component is the mean score itself.
fn quality_is_mean(view: &View<'_>) -> bool {
    let goalposts = view.options.rules.index.components.get(Component::Quality);
    goalposts.zero_at.abs() < f64::EPSILON && (goalposts.hundred_at - 100.0).abs() < f64::EPSILON
}

fn row(view: &View<'_>, rank: &RankRow, cell: &CellSummary) -> Filled {
    let lang = view.lang();
    let interval =
        rank.rank_low.zip(rank.rank_high).map(|(low, high)| format!("{}–{}", count(lang, low), count(lang, high)));
    let mut values: Vec<Value> = vec![
        rank.rank.into(),
        interval.into(),
        rank.rank_peer.into(),
        rank.rank_unit.into(),
        cell.cell_name.as_str().into(),
        view.above(cell).into(),
        view.type_name(cell.cell_type.as_deref()).into(),
        rank.index.into(),
    ];
    values.extend(Component::ALL.iter().map(|component| Value::from(component_score(rank, *component))));
    values.extend([
        cell.quality_mean.filter(|_| !quality_is_mean(view)).into(),
        Value::share(cell.attendance_rate),
        format!("{}/{}", cell.months_held, cell.months_expected).into(),
        (cell.quality_n > 0).then(|| format!("{}/{}", cell.quality_upper_n, cell.quality_n)).into(),
        rank.rank_upper.into(),
    ]);
    let marked = |number: i64, colour: Colour| (Value::Integer(number), (number > 0).then_some(colour));
    let mut row: Filled = values.into_iter().map(|value| (value, None)).collect();
    row.extend([
        marked(rank.red_flags, Colour::RedMark),
        marked(rank.amber_flags, Colour::AmberMark),
        (remark(view, rank, cell).into(), rank.weak.then_some(Colour::RedMark)),
    ]);
    row
}

fn remark(view: &View<'_>, rank: &RankRow, cell: &CellSummary) -> String {
    let mut parts = Vec::new();
    if rank.weak {
        parts.push(wording::needs_support(view.lang()));
    }
    parts.extend(rank.reason.clone());
    if cell.quality_n > 0 && cell.quality_upper_n == 0 {
        parts.push(t!(view.lang(), "never-scored-from-above"));
    }
    parts.join("; ")
}
