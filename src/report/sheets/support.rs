//! The cells that need attention and support, each with the evidence.

use super::Name;
use crate::lang::t;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::document;
use crate::report::numbers::window;
use crate::report::plan::{Area, Sheet, Value};
use crate::report::style::{Border, Colour, Horizontal, Style};
use crate::report::view::{NeedsSupport, View};
use crate::report::wording;
use crate::terms::FlagSeverity;

/// Columns told once per cell, before those told once per reason.
const OF_CELL: u32 = 7;

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>) -> Sheet {
    let lang = view.lang();
    let (table, grid) = table(view);
    let mut canvas = Canvas::new(view, &Name::Support.tab(lang), grid).wide();
    canvas.sheet.tab = Some(Colour::AccentSoft);
    let span = window(lang, view.figures.window);
    canvas.heading(&t!(view.lang(), "support-title"), &t!(view.lang(), "figures-of", span));
    let ambers = view.options.rules.flags.thresholds.ambers_for_weak;
    canvas.note(&t!(view.lang(), "support-note", ambers));
    canvas.main_head(&table, 2);
    let cells = view.needing_support();
    for (number, cell) in (1_i64..).zip(&cells) {
        write_cell(&mut canvas, &table, view, number, cell);
    }
    if cells.is_empty() {
        canvas.band(&t!(view.lang(), "no-cells"));
    }
    document::signatures(&mut canvas, view);
    canvas.finish()
}

fn table(view: &View<'_>) -> (Table, Vec<f64>) {
    let flags = t!(view.lang(), "flags");
    let columns = [
        (Column::new(t!(view.lang(), "row-number"), Look::Whole), 5.0),
        (Column::new(t!(view.lang(), "cell"), Look::Text), 28.0),
        (Column::new(t!(view.lang(), "committee"), Look::Text), 29.0),
        (Column::new(t!(view.lang(), "type"), Look::Text), 12.0),
        (Column::new(t!(view.lang(), "rank"), Look::Centre), 10.0),
        (Column::new(t!(view.lang(), "red"), Look::Whole).under(&flags), 6.0),
        (Column::new(t!(view.lang(), "amber"), Look::Whole).under(&flags), 6.0),
        (Column::new(t!(view.lang(), "severity"), Look::Centre), 8.5),
        (Column::new(t!(view.lang(), "matter"), Look::Text), 25.0),
        (Column::new(t!(view.lang(), "evidence"), Look::Text), 64.0),
    ];
    let (columns, grid) = columns.into_iter().unzip();
    (Table::new(columns), grid)
}

fn write_cell(canvas: &mut Canvas, table: &Table, view: &View<'_>, number: i64, cell: &NeedsSupport<'_>) {
    let top = canvas.row;
    for reason in &cell.reasons {
        let (grade, mark) = match reason.severity {
            FlagSeverity::Red => (wording::flag_severity(FlagSeverity::Red, view.lang()), Colour::RedMark),
            FlagSeverity::Amber => (wording::flag_severity(FlagSeverity::Amber, view.lang()), Colour::AmberMark),
        };
        let mut values = vec![(Value::Blank, None); usize::try_from(OF_CELL).unwrap_or(0)];
        values.push((grade.into(), Some(mark)));
        values.push((wording::flag(reason.code, view.lang()).into(), None));
        values.push((reason.evidence.as_str().into(), None));
        canvas.row_with(table, values, Tone::Plain);
    }
    if cell.reasons.is_empty() {
        canvas.row(table, vec![Value::Blank; 10], Tone::Plain);
    }
    let bottom = canvas.row - 1;
    for ((column, look), value) in (0..).zip(LOOKS).zip(of_cell(view, number, cell)) {
        let style = Style::PLAIN.border(Border::Thin).wrapped();
        let style = if look == Horizontal::Left { style.indented(1) } else { style.horizontal(look) };
        if let Value::Text(text) = &value {
            canvas.make_room((top, bottom), text, column, style);
        }
        canvas.sheet.merge(Area::new(top, column, bottom, column), value, style);
    }
}

const LOOKS: [Horizontal; 7] = [
    Horizontal::Centre,
    Horizontal::Left,
    Horizontal::Left,
    Horizontal::Left,
    Horizontal::Centre,
    Horizontal::Centre,
    Horizontal::Centre,
];

fn of_cell(view: &View<'_>, number: i64, support: &NeedsSupport<'_>) -> [Value; 7] {
    let (cell, rank) = (support.cell, support.rank);
    let hardship = if cell.hardship { t!(view.lang(), "hardship-on-a-new-line") } else { String::new() };
    let all = view.ranked().len();
    let place = match (rank.rank, rank.rank_low, rank.rank_high) {
        (Some(place), Some(low), Some(high)) => format!("{place}/{all}\n({low}–{high})"),
        (Some(place), _, _) => format!("{place}/{all}"),
        (None, _, _) => t!(view.lang(), "unranked"),
    };
    [
        number.into(),
        format!("{}{hardship}", cell.cell_name).into(),
        view.above(cell).into(),
        view.type_name(cell.cell_type.as_deref()).into(),
        place.into(),
        rank.red_flags.into(),
        rank.amber_flags.into(),
    ]
}
