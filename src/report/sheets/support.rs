//! The cells that need attention and support, each with the evidence.

use std::collections::BTreeMap;

use super::{Name, models};
use crate::lang::t;
use crate::register::UnitId;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::document;
use crate::report::numbers::window;
use crate::report::plan::{Area, Sheet, Value};
use crate::report::style::{Border, Colour, Horizontal, Style};
use crate::report::view::{NeedsSupport, View};
use crate::report::wording;
use crate::terms::{FlagSeverity, SupportRole};

/// Where each cell that needs support is to go; empty where nothing is proposed, as for a month.
type Proposed<'a> = BTreeMap<&'a UnitId, String>;

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>) -> Sheet {
    let lang = view.lang();
    let of_support = view.figures.proposals.support.iter().filter(|row| row.role == SupportRole::Supported);
    let proposed: Proposed<'_> = of_support.map(|row| (&row.cell_id, models::visit(view, row))).collect();
    let (table, grid) = table(view, &proposed);
    let mut canvas = Canvas::new(view, &Name::Support.tab(lang), grid).wide();
    canvas.sheet.tab = Some(Colour::AccentSoft);
    let span = window(lang, view.figures.window);
    canvas.heading(&t!(view.lang(), "support-title"), &t!(view.lang(), "figures-of", span));
    let ambers = view.options.rules.flags.thresholds.ambers_for_weak;
    canvas.note(&t!(view.lang(), "support-note", ambers));
    canvas.main_head(&table, 2);
    let cells = view.needing_support();
    for (number, cell) in (1_i64..).zip(&cells) {
        write_cell(&mut canvas, &table, view, (number, cell), &proposed);
    }
    if cells.is_empty() {
        canvas.band(&t!(view.lang(), "no-cells"));
    }
    document::signatures(&mut canvas, view);
    canvas.finish()
}

fn table(view: &View<'_>, proposed: &Proposed<'_>) -> (Table, Vec<f64>) {
    let flags = t!(view.lang(), "flags");
    let mut columns = vec![
        (Column::new(t!(view.lang(), "row-number"), Look::Whole), 5.0),
        (Column::new(t!(view.lang(), "cell"), Look::Text), 26.0),
        (Column::new(t!(view.lang(), "committee"), Look::Text), 24.0),
        (Column::new(t!(view.lang(), "type"), Look::Text), 10.0),
        (Column::new(t!(view.lang(), "rank"), Look::Centre), 10.0),
        (Column::new(t!(view.lang(), "red"), Look::Whole).under(&flags), 5.0),
        (Column::new(t!(view.lang(), "amber"), Look::Whole).under(&flags), 5.5),
    ];
    if !proposed.is_empty() {
        columns.push((Column::new(t!(view.lang(), "proposed-support"), Look::Text), 27.0));
    }
    columns.extend([
        (Column::new(t!(view.lang(), "severity"), Look::Centre), 8.0),
        (Column::new(t!(view.lang(), "matter"), Look::Text), 22.0),
        (Column::new(t!(view.lang(), "evidence"), Look::Text), 52.0),
    ]);
    if proposed.is_empty() {
        columns.push((Column::new(t!(view.lang(), "whom-to-ask-and-what"), Look::Text), 36.0));
    }
    let (columns, grid) = columns.into_iter().unzip();
    (Table::new(columns), grid)
}

/// What is told once, over the rows of the reasons.
fn write_cell(
    canvas: &mut Canvas,
    table: &Table,
    view: &View<'_>,
    (number, cell): (i64, &NeedsSupport<'_>),
    proposed: &Proposed<'_>,
) {
    let once = of_cell(view, number, cell, proposed);
    let top = canvas.row;
    for reason in &cell.reasons {
        let mark = match reason.severity {
            FlagSeverity::Red => Colour::RedMark,
            FlagSeverity::Amber => Colour::AmberMark,
        };
        let mut values = vec![(Value::Blank, None); once.len()];
        values.push((wording::flag_severity(reason.severity, view.lang()).into(), Some(mark)));
        values.push((wording::flag(reason.code, view.lang()).into(), None));
        values.push((reason.evidence.as_str().into(), None));
        // A year proposes where to go and see; a month asks.
        if proposed.is_empty() {
            values.push((wording::ask(reason.code, view.lang()).into(), None));
        }
        canvas.row_with(table, values, Tone::Plain);
    }
    if cell.reasons.is_empty() {
        canvas.row(table, vec![Value::Blank; once.len() + 4], Tone::Plain);
    }
    let bottom = canvas.row - 1;
    for (column, (value, look)) in (0..).zip(once) {
        let style = Style::PLAIN.border(Border::Thin).wrapped();
        let style = if look == Horizontal::Left { style.indented(1) } else { style.horizontal(look) };
        if let Value::Text(text) = &value {
            canvas.make_room((top, bottom), text, column, style);
        }
        canvas.sheet.merge(Area::new(top, column, bottom, column), value, style);
    }
}

fn of_cell(
    view: &View<'_>,
    number: i64,
    support: &NeedsSupport<'_>,
    proposed: &Proposed<'_>,
) -> Vec<(Value, Horizontal)> {
    use Horizontal::{Centre, Left};
    let (cell, rank) = (support.cell, support.rank);
    let hardship = if cell.hardship { t!(view.lang(), "hardship-on-a-new-line") } else { String::new() };
    let all = view.ranked().len();
    let place = match (rank.rank, rank.rank_low, rank.rank_high) {
        (Some(place), Some(low), Some(high)) => format!("{place}/{all}\n({low}–{high})"),
        (Some(place), _, _) => format!("{place}/{all}"),
        (None, _, _) => t!(view.lang(), "unranked"),
    };
    let mut told: Vec<(Value, Horizontal)> = vec![
        (number.into(), Centre),
        (format!("{}{hardship}", cell.cell_name).into(), Left),
        (view.above(cell).into(), Left),
        (view.type_name(cell.cell_type.as_deref()).into(), Left),
        (place.into(), Centre),
        (rank.red_flags.into(), Centre),
        (rank.amber_flags.into(), Centre),
    ];
    if !proposed.is_empty() {
        told.push((proposed.get(&cell.cell_id).cloned().into(), Left));
    }
    told
}
