//! The flags of the year to date held against those a month ago: new, continuing, resolved.

use std::collections::BTreeMap;

use super::Name;
use crate::judge::changes::{FlagChange, FlagState};
use crate::lake::schema::CellSummary;
use crate::lang::t;
use crate::order::vietnamese;
use crate::register::UnitId;
use crate::report::canvas::{Canvas, Column, Filled, Look, Table, Tone};
use crate::report::numbers::{count, window};
use crate::report::past::{self, Past};
use crate::report::plan::{Sheet, Value};
use crate::report::style::Colour;
use crate::report::view::View;
use crate::report::wording;
use crate::terms::FlagSeverity;

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>) -> Sheet {
    let (columns, grid): (Vec<Column>, Vec<f64>) = columns(view).into_iter().unzip();
    let mut canvas = Canvas::new(view, &Name::FlagChanges.tab(view.lang()), grid).wide();
    let title = t!(view.lang(), "flags-that-are-new-continue-or");
    let Some(past) = view.past() else {
        canvas.heading(&title, "");
        canvas.note(&past::nothing_before(view));
        return canvas.finish();
    };
    let [now, then] = [view.figures.window, past.earlier.window].map(|it| window(view.lang(), it));
    let compared = t!(view.lang(), "figures-of-against-those-of", now, then);
    canvas.heading(&title, &compared);
    let mut changes = past.changes.clone();
    sort(&mut changes, view, past);
    canvas.note(&note(view, past));
    let table = Table::new(columns);
    canvas.main_head(&table, 3);
    let head = canvas.row - 1;
    for (number, change) in (1..).zip(&changes) {
        canvas.row_with(&table, row(view, past, number, change), Tone::Plain);
    }
    if changes.is_empty() {
        canvas.band(&t!(view.lang(), "no-flag-then-or-now"));
    }
    canvas.filter_since(head);
    canvas.finish()
}

/// What became of the flags since last month, in a sentence.
pub(in crate::report) fn remark(view: &View<'_>) -> Option<String> {
    let past = view.past()?;
    let number = |state| count(view.lang(), past.counted(state));
    let [new, continuing] = [FlagState::New, FlagState::Continuing].map(number);
    let [resolved, unjudged] = [FlagState::Resolved, FlagState::Unjudged].map(number);
    let sheet = Name::FlagChanges.tab(view.lang());
    Some(t!(view.lang(), "flags-against-last-month", new, continuing, resolved, unjudged, sheet))
}

fn note(view: &View<'_>, past: &Past<'_>) -> String {
    let number = |state| count(view.lang(), past.counted(state));
    let [new, continuing] = [FlagState::New, FlagState::Continuing].map(number);
    let [resolved, unjudged, pending] = [FlagState::Resolved, FlagState::Unjudged, FlagState::Pending].map(number);
    t!(view.lang(), "flag-changes-note", new, continuing, resolved, unjudged, pending)
}

/// By state, then in the order of committees and cells by name; committees that have no cells any more come last.
fn sort(changes: &mut [FlagChange<'_>], view: &View<'_>, past: &Past<'_>) {
    let places: BTreeMap<&str, usize> =
        view.cells_by_unit().into_iter().enumerate().map(|(place, (unit, _))| (unit, place)).collect();
    let unit = |id: &UnitId| cell(view, past, id).and_then(|cell| cell.unit_id.as_ref()).map_or("", UnitId::as_str);
    let key = |change: &FlagChange<'_>| {
        let unit = unit(change.cell_id);
        (change.state, places.get(unit).copied().unwrap_or(usize::MAX), unit)
    };
    changes.sort_by(|one, other| {
        key(one)
            .cmp(&key(other))
            .then_with(|| vietnamese(name(view, past, one.cell_id), name(view, past, other.cell_id)))
            .then_with(|| (one.cell_id, one.code).cmp(&(other.cell_id, other.code)))
    });
}

/// A cell as it is now, or as it was.
fn cell<'a>(view: &View<'a>, past: &Past<'a>, id: &UnitId) -> Option<&'a CellSummary> {
    view.cell(id).or_else(|| past.cell(id))
}

fn name<'a>(view: &View<'a>, past: &Past<'a>, id: &'a UnitId) -> &'a str {
    cell(view, past, id).map_or(id.as_str(), |cell| cell.cell_name.as_str())
}

fn columns(view: &View<'_>) -> Vec<(Column, f64)> {
    let severity = t!(view.lang(), "severity");
    vec![
        (Column::new(t!(view.lang(), "row-number"), Look::Whole), 5.0),
        (Column::new(t!(view.lang(), "state-of-flag"), Look::Centre), 11.0),
        (Column::new(t!(view.lang(), "cell"), Look::Text), 30.0),
        (Column::new(t!(view.lang(), "committee"), Look::Text), 27.0),
        (Column::new(t!(view.lang(), "flag"), Look::Text), 24.0),
        (Column::new(t!(view.lang(), "flags-then"), Look::Centre).under(&severity), 8.0),
        (Column::new(t!(view.lang(), "flags-now"), Look::Centre).under(&severity), 8.0),
        (Column::new(t!(view.lang(), "evidence"), Look::Text), 56.0),
        (Column::new(t!(view.lang(), "whom-to-ask-and-what"), Look::Text), 46.0),
    ]
}

fn row(view: &View<'_>, past: &Past<'_>, number: i64, change: &FlagChange<'_>) -> Filled {
    let lang = view.lang();
    let severity = |flag: Option<FlagSeverity>| Value::from(flag.map(|it| wording::flag_severity(it, lang)));
    let mark = |severity: FlagSeverity| match severity {
        FlagSeverity::Red => Colour::RedMark,
        FlagSeverity::Amber => Colour::AmberMark,
    };
    let [then, now] = [change.before, change.now].map(|flag| flag.map(|flag| flag.severity));
    let evidence = change.now.or(change.before).map(|flag| flag.evidence.as_str());
    let raised = matches!(change.state, FlagState::New | FlagState::Continuing);
    vec![
        (number.into(), None),
        (wording::flag_state(change.state, lang).into(), None),
        (name(view, past, change.cell_id).into(), None),
        (cell(view, past, change.cell_id).map(|cell| view.above(cell)).into(), None),
        (wording::flag(change.code, lang).into(), None),
        (severity(then), None),
        (severity(now), now.map(mark)),
        (evidence.into(), None),
        (raised.then(|| wording::ask(change.code, lang)).into(), None),
    ]
}
