//! Visits from above: by committee, by role, and the cells nobody visited.

use std::collections::BTreeSet;

use super::Name;
use crate::judge::FlagCode;
use crate::lake::schema::{CellMonth, CellSummary, FollowerSummary, UnitSummary};
use crate::lang::t;
use crate::order::vietnamese;
use crate::report::canvas::{Canvas, Column, Filled, Look, Table, Tone};
use crate::report::numbers::{count, share, short_percent, tally, window};
use crate::report::plan::{Sheet, Value};
use crate::report::view::View;
use crate::terms::Scope;

/// Least share of visits with a known level for the coverage by level to mean anything.
const KNOWN_LEVELS: f64 = 0.8;

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>) -> Sheet {
    let lang = view.lang();
    let mut grid = vec![36.0, 33.0];
    grid.extend([10.0; 10]);
    let mut canvas = Canvas::new(view, &Name::Supervision.tab(lang), grid).wide();
    let span = window(lang, view.figures.window);
    canvas.heading(&t!(view.lang(), "supervision-of-cell-meetings"), &t!(view.lang(), "figures-of", span));
    let needless = tally(view.figures.cell_summary.iter().filter(|cell| cell.needs_no_follower));
    let needless = count(view.lang(), needless);
    canvas.note(&t!(view.lang(), "supervision-note", needless));
    canvas.skip(1);
    by_unit(&mut canvas, view);
    canvas.skip(1);
    by_role(&mut canvas, view);
    canvas.skip(1);
    never_visited(&mut canvas, view);
    canvas.finish()
}

fn by_unit(canvas: &mut Canvas, view: &View<'_>) {
    canvas.section(&t!(view.lang(), "n-1-by-unit"));
    let units = view.pooled(Scope::Unit);
    let unit = |pooled: &&UnitSummary| unit_row(view, pooled, &pooled.unit_name, view.cells_of(&pooled.unit_id));
    let mut rows: Vec<_> = units.iter().map(unit).collect();
    let every: Vec<_> = view.figures.cell_summary.iter().collect();
    rows.extend(view.whole().map(|whole| unit_row(view, whole, &t!(view.lang(), "all-cells"), &every)));
    let (columns, mut rows) = Table::filled(unit_columns(view), rows);
    let table = Table::new(columns);
    canvas.head(&table);
    let whole = rows.split_off(units.len());
    for row in rows {
        canvas.row_with(&table, row, Tone::Plain);
    }
    if whole.is_empty() {
        canvas.band(&t!(view.lang(), "no-data"));
    }
    for row in whole {
        canvas.row_with(&table, row, Tone::Total);
    }
    if table.position(&unknown_header(view)).is_some() {
        let least = short_percent(view.lang(), KNOWN_LEVELS);
        canvas.note(&t!(view.lang(), "coverage-by-level-note", least));
    }
}

fn unknown_header(view: &View<'_>) -> String {
    t!(view.lang(), "visits-of-unknown-level")
}

fn unit_columns(view: &View<'_>) -> Vec<Column> {
    let all = t!(view.lang(), "number-of-months");
    let levels = t!(view.lang(), "coverage-by-level");
    let [rate, whole] = [Look::Percent, Look::Whole];
    vec![
        Column::new(t!(view.lang(), "committee-short"), Look::Text).over(2),
        Column::new(t!(view.lang(), "number-of-cells"), whole),
        Column::new(t!(view.lang(), "cells-visited"), whole),
        Column::new(t!(view.lang(), "required"), whole).under(&all),
        Column::new(t!(view.lang(), "attended"), whole).under(&all),
        Column::new(t!(view.lang(), "coverage"), rate),
        Column::new(t!(view.lang(), "level-upper"), rate).under(&levels),
        Column::new(t!(view.lang(), "level-committee"), rate).under(&levels),
        Column::new(t!(view.lang(), "level-assisting"), rate).under(&levels),
        Column::new(unknown_header(view), rate),
        Column::new(t!(view.lang(), "cells-unassigned"), whole),
    ]
}

fn unit_row(view: &View<'_>, pooled: &UnitSummary, name: &str, cells: &[&CellSummary]) -> Filled {
    let unknown = unknown_levels(view, cells);
    let is_known = unknown.is_some_and(|unknown| unknown <= 1.0 - KNOWN_LEVELS);
    let level = |attended: fn(&CellSummary) -> i64, expected: fn(&CellSummary) -> i64| {
        let sum = |of: fn(&CellSummary) -> i64| cells.iter().map(|cell| of(cell)).sum();
        Value::share(share(sum(attended), sum(expected)).filter(|_| is_known))
    };
    let unassigned = cells.iter().filter(|cell| is_unassigned(view, cell));
    let values: [Value; 11] = [
        name.into(),
        pooled.cells.into(),
        pooled.cells_visited.into(),
        pooled.supervision_expected.into(),
        pooled.supervision_attended.into(),
        Value::share(pooled.supervision_coverage),
        level(|cell| cell.supervision_upper_attended, |cell| cell.supervision_upper_expected),
        level(|cell| cell.supervision_committee_attended, |cell| cell.supervision_committee_expected),
        level(|cell| cell.supervision_assisting_attended, |cell| cell.supervision_assisting_expected),
        Value::share(unknown),
        tally(unassigned).into(),
    ];
    values.map(|value| (value, None)).into()
}

/// Share of the visited months that do not say from which level the visitor came.
fn unknown_levels(view: &View<'_>, cells: &[&CellSummary]) -> Option<f64> {
    let ids: BTreeSet<_> = cells.iter().map(|cell| &cell.cell_id).collect();
    let visited = view.figures.cell_months.iter().filter(|month| month.visited && ids.contains(&month.cell_id));
    let unknown = |month: &&CellMonth| !(month.visited_upper || month.visited_committee || month.visited_assisting);
    share(tally(visited.clone().filter(unknown)), tally(visited))
}

fn is_unassigned(view: &View<'_>, cell: &CellSummary) -> bool {
    view.flags(&cell.cell_id).iter().any(|flag| flag.code == FlagCode::SupervisionNone)
}

fn by_role(canvas: &mut Canvas, view: &View<'_>) {
    canvas.section(&t!(view.lang(), "n-2-by-role-of-the-follower"));
    let mut rows: Vec<_> = view.figures.follower_summary.iter().collect();
    rows.sort_by(|one, other| {
        let unit = |row: &FollowerSummary| row.unit_id.as_ref().map_or("", |id| id.as_str()).to_owned();
        view.by_unit_name(&unit(one), &unit(other)).then_with(|| vietnamese(&one.role, &other.role))
    });
    if rows.is_empty() {
        canvas.note(&t!(view.lang(), "the-register-assigns-nobody"));
        return;
    }
    canvas.note(&t!(view.lang(), "visits-by-role-note"));
    let table = Table::new(vec![
        Column::new(t!(view.lang(), "units-followed"), Look::Text),
        Column::new(t!(view.lang(), "role"), Look::Text),
        Column::new(t!(view.lang(), "number-of-cells"), Look::Whole),
        Column::new(t!(view.lang(), "required"), Look::Whole),
        Column::new(t!(view.lang(), "attended"), Look::Whole),
        Column::new(t!(view.lang(), "coverage"), Look::Percent),
    ]);
    canvas.head(&table);
    for row in rows {
        let unit = row.unit_id.as_ref().map_or("", |id| view.unit_name(id.as_str()));
        let values = vec![
            unit.into(),
            row.role.as_str().into(),
            row.cells.into(),
            row.required.into(),
            row.attended.into(),
            Value::share(row.coverage),
        ];
        canvas.row(&table, values, Tone::Plain);
    }
}

fn never_visited(canvas: &mut Canvas, view: &View<'_>) {
    canvas.section(&t!(view.lang(), "n-3-cells-never-visited"));
    let due = |cell: &&CellSummary| {
        !cell.needs_no_follower
            && cell.supervision_attended == 0
            && (cell.supervision_expected > 0 || is_unassigned(view, cell))
    };
    let mut cells: Vec<_> = view.figures.cell_summary.iter().filter(due).collect();
    cells.sort_by(|one, other| {
        let unit = |cell: &CellSummary| cell.unit_name.clone().unwrap_or_default();
        vietnamese(&unit(one), &unit(other)).then_with(|| vietnamese(&one.cell_name, &other.cell_name))
    });
    if cells.is_empty() {
        canvas.note(&t!(view.lang(), "none"));
        return;
    }
    let table = Table::new(vec![
        Column::new(t!(view.lang(), "cell"), Look::Text),
        Column::new(t!(view.lang(), "committee-short"), Look::Text),
        Column::new(t!(view.lang(), "required"), Look::Whole),
        Column::new(t!(view.lang(), "months-with-assignment"), Look::Whole),
        Column::new(t!(view.lang(), "remark"), Look::Text).over(4),
    ]);
    canvas.head(&table);
    for cell in cells {
        let remark = if is_unassigned(view, cell) { t!(view.lang(), "nobody-assigned") } else { String::new() };
        let values = vec![
            cell.cell_name.as_str().into(),
            view.above(cell).into(),
            cell.supervision_expected.into(),
            cell.months_assigned.into(),
            remark.into(),
        ];
        canvas.row(&table, values, Tone::Plain);
    }
}
