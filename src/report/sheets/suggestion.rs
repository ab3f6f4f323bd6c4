//! What the meeting criterion alone would allow, by the dated rule; with the cap where levels are known.

use super::Name;
use crate::judge::{cap, suggestion};
use crate::lake::proposals::{CapRow, SuggestionRow};
use crate::lake::schema::CellSummary;
use crate::lang::t;
use crate::order::vietnamese;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::document;
use crate::report::numbers::window;
use crate::report::plan::{Sheet, Value};
use crate::report::view::View;
use crate::report::wording;
use crate::terms::WouldAllow;

const GRID: [f64; 7] = [5.0, 27.0, 27.0, 10.0, 12.0, 88.0, 22.0];

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>) -> Sheet {
    let lang = view.lang();
    let mut canvas = Canvas::new(view, &Name::Suggestion.tab(lang), GRID.to_vec()).wide();
    let span = window(lang, view.figures.window);
    canvas.heading(&t!(view.lang(), "suggestion-title"), &t!(view.lang(), "by-the-figures-of", span));
    let rules = &view.options.rules.year;
    for note in suggestion::notes(rules, view.figures.window.last(), lang) {
        canvas.note(&note);
    }
    let proposals = &view.figures.proposals;
    canvas.note(&cap::note(&proposals.cap, &rules.cap, view.figures.window.last().year(), lang));
    if !proposals.cap.is_empty() {
        caps(&mut canvas, view, &proposals.cap);
        canvas.gap();
    }
    cells(&mut canvas, view, &proposals.suggestion);
    document::signatures(&mut canvas, view);
    canvas.finish()
}

fn cells(canvas: &mut Canvas, view: &View<'_>, rows: &[SuggestionRow]) {
    let table = Table::new(vec![
        Column::new(t!(view.lang(), "row-number"), Look::Whole),
        Column::new(t!(view.lang(), "cell"), Look::Text),
        Column::new(t!(view.lang(), "committee"), Look::Text),
        Column::new(t!(view.lang(), "grade-of-the-year"), Look::Centre),
        Column::new(t!(view.lang(), "this-criterion-would-allow"), Look::Centre),
        Column::new(t!(view.lang(), "evidence"), Look::Text),
        Column::new(t!(view.lang(), "missing-data"), Look::Text),
    ]);
    let head = canvas.row;
    canvas.main_head(&table, 2);
    let mut shown: Vec<(&CellSummary, &SuggestionRow)> =
        rows.iter().filter_map(|row| Some((view.cell(&row.cell_id)?, row))).collect();
    let unit = |cell: &CellSummary| cell.unit_id.as_ref().map_or_else(String::new, ToString::to_string);
    shown.sort_by(|(one, _), (other, _)| {
        view.by_unit_name(&unit(one), &unit(other)).then_with(|| vietnamese(&one.cell_name, &other.cell_name))
    });
    for (number, (cell, row)) in (1_i64..).zip(shown) {
        let values: Vec<Value> = vec![
            number.into(),
            cell.cell_name.as_str().into(),
            view.above(cell).into(),
            row.year_grade.map(|grade| wording::grade(grade, view.lang())).into(),
            row.would_allow.map(|level| allowed(view, level)).into(),
            row.reason.as_str().into(),
            row.missing.as_deref().into(),
        ];
        canvas.row(&table, values, Tone::Plain);
    }
    canvas.filter_since(head);
}

/// What the criterion would allow; that it allows neither is no classification either.
fn allowed(view: &View<'_>, level: WouldAllow) -> String {
    match level {
        WouldAllow::Outstanding => "HTXSNV".to_owned(),
        WouldAllow::Good => "HTTNV".to_owned(),
        WouldAllow::Neither => t!(view.lang(), "neither-grade"),
    }
}

fn caps(canvas: &mut Canvas, view: &View<'_>, rows: &[CapRow]) {
    let table = Table::new(vec![
        Column::new(t!(view.lang(), "group"), Look::Text).over(2),
        Column::new(t!(view.lang(), "httnv-or-better"), Look::Whole),
        Column::new(t!(view.lang(), "httnv"), Look::Whole),
        Column::new(t!(view.lang(), "most-htxsnv"), Look::Whole),
        Column::new(t!(view.lang(), "htxsnv-proposed"), Look::Whole),
        Column::new(t!(view.lang(), "over-the-cap"), Look::Whole),
    ]);
    canvas.head(&table);
    for row in rows {
        let values: Vec<Value> = vec![
            view.unit_name(&row.key).into(),
            row.good_or_better.into(),
            row.rated_good.into(),
            row.allowed.into(),
            row.proposed.into(),
            row.over.into(),
        ];
        canvas.row(&table, values, Tone::Plain);
    }
}
