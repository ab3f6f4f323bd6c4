//! Self scores against the scores of the committee above: how far apart, how surely, per committee and type.

use super::Name;
use crate::lake::statistics::AgreementRow;
use crate::lang::t;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::{decimal, window};
use crate::report::plan::{Sheet, Value};
use crate::report::style::Colour;
use crate::report::view::View;
use crate::terms::Scope;

const GRID: [f64; 10] = [5.0, 36.0, 10.0, 10.0, 14.0, 20.0, 20.0, 16.0, 12.0, 30.0];

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>) -> Sheet {
    let lang = view.lang();
    let mut canvas = Canvas::new(view, &Name::Agreement.tab(lang), GRID.to_vec()).wide();
    let span = window(lang, view.figures.window);
    canvas.heading(&t!(view.lang(), "self-scores-against-upper-scores"), &t!(view.lang(), "figures-of", span));
    canvas.note(&t!(view.lang(), "agreement-note"));
    let rows = &view.figures.statistics.agreement;
    let of = |scope: Scope| rows.iter().filter(|row| row.scope == scope).collect::<Vec<_>>();
    let mut units = of(Scope::Unit);
    units.sort_by(|one, other| view.by_unit_name(&one.key, &other.key));
    canvas.section(&t!(view.lang(), "n-1-by-committee"));
    table(&mut canvas, view, &units, true);
    let whole = of(Scope::All);
    if let Some(whole) = whole.first() {
        let values = values(view, None, &t!(view.lang(), "all-cells"), whole);
        canvas.row(&columns(view), values, Tone::Total);
    }
    canvas.gap();
    canvas.section(&t!(view.lang(), "n-2-by-cell-type"));
    table(&mut canvas, view, &of(Scope::Type), false);
    canvas.finish()
}

fn columns(view: &View<'_>) -> Table {
    Table::new(vec![
        Column::new(t!(view.lang(), "row-number"), Look::Whole),
        Column::new(t!(view.lang(), "committee-type"), Look::Text),
        Column::new(t!(view.lang(), "number-of-cells"), Look::Whole),
        Column::new(t!(view.lang(), "number-of-months"), Look::Whole),
        Column::new(t!(view.lang(), "mean-gap"), Look::Points),
        Column::new(t!(view.lang(), "n-95-interval"), Look::Centre),
        Column::new(t!(view.lang(), "limits-of-agreement"), Look::Centre),
        Column::new(t!(view.lang(), "mean-elsewhere"), Look::Points),
        Column::new(t!(view.lang(), "kappa"), Look::Fine),
        Column::new(t!(view.lang(), "agreement-remark"), Look::Text),
    ])
}

fn table(canvas: &mut Canvas, view: &View<'_>, rows: &[&AgreementRow], main: bool) {
    let table = columns(view);
    if main {
        canvas.main_head(&table, 2);
    } else {
        canvas.head(&table);
    }
    for (number, row) in (1_i64..).zip(rows) {
        let name = match row.scope {
            Scope::Unit => view.unit_name(&row.key),
            _ => view.type_name(Some(&row.key)),
        };
        let mark = (row.apart == Some(true)).then_some(Colour::AmberMark);
        let values = values(view, Some(number), name, row);
        canvas.row_with(&table, values.into_iter().map(|value| (value, mark)), Tone::Plain);
    }
    if rows.is_empty() {
        canvas.band(&t!(view.lang(), "no-month-has-both-scores"));
    }
}

fn values(view: &View<'_>, number: Option<i64>, name: &str, row: &AgreementRow) -> Vec<Value> {
    let lang = view.lang();
    let range = |low: Option<f64>, high: Option<f64>| {
        low.zip(high).map(|(low, high)| format!("{} – {}", decimal(lang, low, 1), decimal(lang, high, 1)))
    };
    let remark = match (row.apart, row.gap_mean, row.peer_gap_mean) {
        (Some(true), Some(own), Some(peers)) if own > peers => {
            t!(view.lang(), "self-scores-more-generous-than-elsewhere")
        }
        (Some(true), _, _) => t!(view.lang(), "self-scores-stricter-than-elsewhere"),
        (None, Some(_), _) if row.scope != Scope::All => t!(view.lang(), "too-few-cells-to-compare"),
        _ => String::new(),
    };
    vec![
        number.into(),
        name.into(),
        row.cells.into(),
        row.n.into(),
        row.gap_mean.into(),
        range(row.gap_low95, row.gap_high95).into(),
        range(row.limits_low, row.limits_high).into(),
        row.peer_gap_mean.into(),
        row.kappa_weighted.into(),
        remark.into(),
    ]
}
