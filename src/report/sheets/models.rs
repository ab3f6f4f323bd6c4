//! Model meetings: which cells could host one, and which cells would go to see whose.

use super::Name;
use crate::judge::FlagCode;
use crate::lake::proposals::SupportRow;
use crate::lake::schema::RankRow;
use crate::lang::t;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::document;
use crate::report::numbers::window;
use crate::report::plan::{Sheet, Value};
use crate::report::style::Colour;
use crate::report::view::View;
use crate::report::wording;
use crate::terms::{MeetingKind, SupportRole};

const GRID: [f64; 8] = [5.0, 30.0, 30.0, 13.0, 14.0, 34.0, 14.0, 30.0];

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>) -> Sheet {
    let lang = view.lang();
    let mut canvas = Canvas::new(view, &Name::Models.tab(lang), GRID.to_vec()).wide();
    canvas.sheet.tab = Some(Colour::AccentSoft);
    let span = window(lang, view.figures.window);
    canvas.heading(&t!(view.lang(), "model-meetings-title"), &t!(view.lang(), "by-the-figures-of", span));
    canvas.note(&t!(view.lang(), "model-meetings-note"));
    let rows = &view.figures.proposals.support;
    let of = |role: SupportRole| rows.iter().filter(move |row| row.role == role);
    canvas.section(&t!(view.lang(), "n-1-proposed-hosts"));
    hosts(&mut canvas, view, &of(SupportRole::Host).collect::<Vec<_>>());
    canvas.gap();
    canvas.section(&t!(view.lang(), "n-2-cells-to-support"));
    supported(&mut canvas, view, &of(SupportRole::Supported).collect::<Vec<_>>());
    document::signatures(&mut canvas, view);
    canvas.finish()
}

fn hosts(canvas: &mut Canvas, view: &View<'_>, rows: &[&SupportRow]) {
    let table = Table::new(vec![
        Column::new(t!(view.lang(), "row-number"), Look::Whole),
        Column::new(t!(view.lang(), "cell"), Look::Text),
        Column::new(t!(view.lang(), "committee"), Look::Text),
        Column::new(t!(view.lang(), "type"), Look::Text),
        Column::new(t!(view.lang(), "rank-interval"), Look::Centre),
        Column::new(t!(view.lang(), "kind-of-meeting"), Look::Text),
        Column::new(t!(view.lang(), "months-scored-from-above"), Look::Whole),
        Column::new(t!(view.lang(), "remark"), Look::Text),
    ]);
    canvas.main_head(&table, 2);
    for row in rows {
        let Some(cell) = view.cell(&row.cell_id) else { continue };
        let guests = view.figures.proposals.support.iter().filter(|it| it.host_id.as_ref() == Some(&row.cell_id));
        let guests = guests.count();
        let values: Vec<Value> = vec![
            row.order.into(),
            cell.cell_name.as_str().into(),
            view.above(cell).into(),
            view.type_name(cell.cell_type.as_deref()).into(),
            view.rank(&row.cell_id).map(place).into(),
            row.meeting_kind.map(|kind| meeting(view, kind)).into(),
            cell.quality_upper_n.into(),
            t!(view.lang(), "cells-that-come", guests).into(),
        ];
        canvas.row(&table, values, Tone::Plain);
    }
    if rows.is_empty() {
        canvas.band(&t!(view.lang(), "no-cell-meets-the-conditions"));
    }
}

fn supported(canvas: &mut Canvas, view: &View<'_>, rows: &[&SupportRow]) {
    let table = Table::new(vec![
        Column::new(t!(view.lang(), "row-number"), Look::Whole),
        Column::new(t!(view.lang(), "cell"), Look::Text),
        Column::new(t!(view.lang(), "committee"), Look::Text),
        Column::new(t!(view.lang(), "type"), Look::Text),
        Column::new(t!(view.lang(), "rank-interval"), Look::Centre),
        Column::new(t!(view.lang(), "reasons-focus"), Look::Text),
        Column::new(t!(view.lang(), "kind-of-meeting"), Look::Text),
        Column::new(t!(view.lang(), "goes-to"), Look::Text),
    ]);
    canvas.head(&table);
    for row in rows {
        let Some(cell) = view.cell(&row.cell_id) else { continue };
        let values: Vec<Value> = vec![
            row.order.into(),
            cell.cell_name.as_str().into(),
            view.above(cell).into(),
            view.type_name(cell.cell_type.as_deref()).into(),
            view.rank(&row.cell_id).map(place).into(),
            reasons(view, row).into(),
            row.meeting_kind.map(|kind| meeting(view, kind)).into(),
            host(view, row).into(),
        ];
        canvas.row(&table, values, Tone::Plain);
    }
    if rows.is_empty() {
        canvas.band(&t!(view.lang(), "no-cells"));
    }
}

/// `12 (5–31)`
pub(in crate::report) fn place(rank: &RankRow) -> String {
    let place = rank.rank.map_or_else(|| "—".to_owned(), |place| place.to_string());
    let interval = rank.rank_low.zip(rank.rank_high).map(|(low, high)| format!(" ({low}–{high})"));
    place + &interval.unwrap_or_default()
}

fn reasons(view: &View<'_>, row: &SupportRow) -> String {
    let codes = row.reason_codes.split(';').filter_map(FlagCode::from_word);
    let reasons: Vec<String> = codes.map(|code| wording::flag(code, view.lang())).collect();
    let focus = row.focus.as_ref().map(|code| format!(" · {}", view.criterion(code)));
    reasons.join("; ") + &focus.unwrap_or_default()
}

fn meeting(view: &View<'_>, kind: MeetingKind) -> String {
    match kind {
        MeetingKind::Regular => t!(view.lang(), "regular-in-text"),
        MeetingKind::Thematic => t!(view.lang(), "thematic-in-text"),
    }
}

/// Which meeting a supported cell is to see, and where.
pub(super) fn visit(view: &View<'_>, row: &SupportRow) -> String {
    let host = host(view, row);
    match row.meeting_kind.filter(|_| row.host_id.is_some()) {
        Some(kind) => t!(view.lang(), "to-see-a-meeting", kind = meeting(view, kind), host),
        None => host,
    }
}

fn host(view: &View<'_>, row: &SupportRow) -> String {
    let Some(host) = row.host_id.as_ref().and_then(|id| view.cell(id)) else {
        return t!(view.lang(), "no-fitting-host");
    };
    let above = view.above(host);
    let apart = match (row.same_type, row.same_committee) {
        (Some(false), _) => t!(view.lang(), "of-another-type"),
        _ => String::new(),
    };
    if row.same_committee == Some(true) {
        format!("{}{apart}", host.cell_name)
    } else {
        format!("{} ({above}){apart}", host.cell_name)
    }
}
