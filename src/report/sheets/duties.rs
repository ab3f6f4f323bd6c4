//! The committees' part in detail: visits by quarter, assignments nobody saw to, cells nobody is assigned to.

use std::collections::{BTreeMap, BTreeSet};

use super::Name;
use crate::lake::supervision::Visitors;
use crate::lang::t;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::{count, percent, window};
use crate::report::plan::{Sheet, Value};
use crate::report::view::View;
use crate::terms::Scope;

const GRID: [f64; 7] = [5.0, 36.0, 36.0, 22.0, 22.0, 22.0, 22.0];
/// Quarters that find room side by side.
const QUARTERS: usize = 4;

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>) -> Sheet {
    let lang = view.lang();
    let mut canvas = Canvas::new(view, &Name::Duties.tab(lang), GRID.to_vec()).wide();
    let span = window(lang, view.figures.window);
    canvas.heading(&t!(view.lang(), "assignments-and-visits"), &t!(view.lang(), "figures-of", span));
    canvas.note(&t!(view.lang(), "assignments-note"));
    canvas.section(&t!(view.lang(), "n-1-coverage-by-committee-and-quarter"));
    quarters(&mut canvas, view);
    canvas.gap();
    canvas.section(&t!(view.lang(), "n-2-assignments-without-a-single-visit"));
    never(&mut canvas, view);
    canvas.gap();
    canvas.section(&t!(view.lang(), "n-3-months-without-a-follower"));
    unassigned(&mut canvas, view);
    canvas.finish()
}

fn quarters(canvas: &mut Canvas, view: &View<'_>) {
    let rows = view.figures.duties.coverage.iter();
    let rows: Vec<_> =
        rows.filter(|row| row.level == Visitors::Any && matches!(row.scope, Scope::Unit | Scope::All)).collect();
    let names: BTreeSet<&str> = rows.iter().map(|row| row.quarter.as_str()).collect();
    let names: Vec<&str> = names.into_iter().take(QUARTERS).collect();
    let mut columns = vec![
        Column::new(t!(view.lang(), "row-number"), Look::Whole),
        Column::new(t!(view.lang(), "committee-short"), Look::Text).over(2),
    ];
    columns.extend((0..QUARTERS).map(|at| {
        let name = names.get(at).copied().unwrap_or_default();
        Column::new(quarter_name(view, name), Look::Centre)
    }));
    let table = Table::new(columns);
    canvas.main_head(&table, 2);
    let mut units: BTreeMap<(Scope, &str), BTreeMap<&str, String>> = BTreeMap::new();
    for row in &rows {
        let written = row.coverage.map_or_else(
            || "—".to_owned(),
            |share| {
                let [done, all] = [row.attended, row.required].map(|number| count(view.lang(), number));
                format!("{done}/{all} ({})", percent(view.lang(), share))
            },
        );
        units.entry((row.scope, row.key.as_str())).or_default().insert(row.quarter.as_str(), written);
    }
    let mut units: Vec<_> = units.into_iter().collect();
    units.sort_by(|((one_scope, one), _), ((other_scope, other), _)| {
        (*one_scope == Scope::All).cmp(&(*other_scope == Scope::All)).then_with(|| view.by_unit_name(one, other))
    });
    for (number, ((scope, key), written)) in (1_i64..).zip(units) {
        let whole = scope == Scope::All;
        let name = if whole { t!(view.lang(), "all-cells") } else { view.unit_name(key).to_owned() };
        let mut values: Vec<Value> = vec![(!whole).then_some(number).into(), name.into()];
        values.extend((0..QUARTERS).map(|at| names.get(at).and_then(|name| written.get(name).cloned()).into()));
        canvas.row(&table, values, if whole { Tone::Total } else { Tone::Plain });
    }
}

/// `2024-Q1` → `Quý 1/2024`
pub(super) fn quarter_name(view: &View<'_>, name: &str) -> String {
    match name.split_once("-Q") {
        Some((year, quarter)) => t!(view.lang(), "quarter-as-title", quarter, year),
        None => name.to_owned(),
    }
}

fn never(canvas: &mut Canvas, view: &View<'_>) {
    let table = Table::new(vec![
        Column::new(t!(view.lang(), "row-number"), Look::Whole),
        Column::new(t!(view.lang(), "cell"), Look::Text),
        Column::new(t!(view.lang(), "committee"), Look::Text),
        Column::new(t!(view.lang(), "follower-role"), Look::Text).over(2),
        Column::new(t!(view.lang(), "hardship"), Look::Centre),
        Column::new(t!(view.lang(), "months-assigned"), Look::Whole),
    ]);
    canvas.head(&table);
    let mut number = 0_i64;
    for row in view.figures.duties.duties.iter().filter(|row| row.no_visit) {
        let Some(cell) = view.cell(&row.cell_id) else { continue };
        number += 1;
        let values: Vec<Value> = vec![
            number.into(),
            cell.cell_name.as_str().into(),
            view.above(cell).into(),
            row.role.as_str().into(),
            row.hardship.then_some("x").into(),
            row.months_assigned.into(),
        ];
        canvas.row(&table, values, Tone::Plain);
    }
    if number == 0 {
        canvas.band(&t!(view.lang(), "none"));
    }
}

fn unassigned(canvas: &mut Canvas, view: &View<'_>) {
    let table = Table::new(vec![
        Column::new(t!(view.lang(), "row-number"), Look::Whole),
        Column::new(t!(view.lang(), "cell"), Look::Text),
        Column::new(t!(view.lang(), "committee"), Look::Text),
        Column::new(t!(view.lang(), "which-months"), Look::Text).over(2),
        Column::new(t!(view.lang(), "hardship"), Look::Centre),
        Column::new(t!(view.lang(), "number-of-months"), Look::Whole),
    ]);
    canvas.head(&table);
    for (number, row) in (1_i64..).zip(&view.figures.duties.unassigned) {
        let Some(cell) = view.cell(&row.cell_id) else { continue };
        let whole = row.n == cell.months_expected;
        let months = if whole { t!(view.lang(), "whole-span") } else { row.months.replace(';', ", ") };
        let values: Vec<Value> = vec![
            number.into(),
            cell.cell_name.as_str().into(),
            view.above(cell).into(),
            months.into(),
            row.hardship.then_some("x").into(),
            row.n.into(),
        ];
        canvas.row(&table, values, Tone::Plain);
    }
    if view.figures.duties.unassigned.is_empty() {
        canvas.band(&t!(view.lang(), "none"));
    }
}
