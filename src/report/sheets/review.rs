//! Scores that are worth a second look, with how often the same happens everywhere: questions, no judgements.

use super::Name;
use crate::lake::review::IntegrityRow;
use crate::lang::t;
use crate::register::UnitId;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::window;
use crate::report::plan::{Sheet, Value};
use crate::report::view::View;
use crate::report::wording;
use crate::terms::Scope;

const GRID: [f64; 9] = [5.0, 30.0, 30.0, 16.0, 70.0, 9.0, 9.0, 12.0, 13.0];

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>) -> Sheet {
    let lang = view.lang();
    let mut canvas = Canvas::new(view, &Name::Review.tab(lang), GRID.to_vec()).wide();
    let span = window(lang, view.figures.window);
    canvas.heading(&t!(view.lang(), "scores-to-review"), &t!(view.lang(), "figures-of", span));
    canvas.note(&t!(view.lang(), "review-note"));
    let table = table(view);
    let rows = &view.figures.integrity;
    let of = |scope: Scope| rows.iter().filter(move |row| row.scope == scope);
    canvas.main_head(&table, 2);
    for (scope, title) in [
        (Scope::All, t!(view.lang(), "review-of-all")),
        (Scope::Unit, t!(view.lang(), "by-committee")),
        (Scope::Cell, t!(view.lang(), "review-by-cell")),
    ] {
        canvas.band(&title);
        let mut listed: Vec<&IntegrityRow> = of(scope).collect();
        listed.sort_by(|one, other| {
            let chance = |row: &IntegrityRow| row.p_value.unwrap_or(1.0);
            chance(one).total_cmp(&chance(other)).then_with(|| (one.signal, &one.key).cmp(&(other.signal, &other.key)))
        });
        for (number, row) in (1_i64..).zip(&listed) {
            canvas.row(&table, values(view, number, row), Tone::Plain);
        }
        if listed.is_empty() {
            canvas.note(&t!(view.lang(), "none"));
        }
    }
    canvas.finish()
}

fn table(view: &View<'_>) -> Table {
    Table::new(vec![
        Column::new(t!(view.lang(), "row-number"), Look::Whole),
        Column::new(t!(view.lang(), "cell"), Look::Text),
        Column::new(t!(view.lang(), "committee"), Look::Text),
        Column::new(t!(view.lang(), "whose-scores"), Look::Text),
        Column::new(t!(view.lang(), "matter"), Look::Text),
        Column::new(t!(view.lang(), "times-found"), Look::Whole),
        Column::new(t!(view.lang(), "out-of"), Look::Whole),
        Column::new(t!(view.lang(), "base-rate"), Look::Percent),
        Column::new(t!(view.lang(), "probability-by-chance"), Look::Centre),
    ])
}

fn values(view: &View<'_>, number: i64, row: &IntegrityRow) -> Vec<Value> {
    let cell = (row.scope == Scope::Cell).then(|| view.cell(&UnitId::new(&row.key))).flatten();
    let above = match row.scope {
        Scope::Unit => view.unit_name(&row.key),
        _ => cell.map_or("", |cell| view.above(cell)),
    };
    vec![
        number.into(),
        cell.map(|cell| cell.cell_name.as_str()).into(),
        above.into(),
        row.scorer.map(|scorer| wording::scorer(scorer, view.lang())).into(),
        row.evidence.as_str().into(),
        row.count.into(),
        row.n.into(),
        Value::share(row.base_rate),
        row.p_value.map(|chance| probability(view, chance)).into(),
    ]
}

/// `< 0,001`, `0,013`
fn probability(view: &View<'_>, chance: f64) -> String {
    let written = |value: f64| crate::report::numbers::decimal(view.lang(), value, 3);
    if chance < 0.001 { format!("< {}", written(0.001)) } else { written(chance) }
}
