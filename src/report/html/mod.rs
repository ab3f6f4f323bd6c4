//! `bao-cao.html`: the report for a phone or a projector, one file without network: overview, pictures, a ranking to sort
//! and filter, and the cells that need support.
//!
//! maud escapes every text, so what was submitted never becomes markup.

mod picture;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::document;
use super::numbers::{count, decimal, percent, tally, window};
use super::sheets::distribution::{Bins, SCORERS};
use super::sheets::models::place;
use super::sheets::overview::KeyFigure;
use super::sheets::{month_overview, year_overview};
use super::view::View;
use super::wording;
use crate::figures::Pipeline;
use crate::lake::schema::{CellSummary, RankRow};
use crate::lang::t;
use crate::report::plan::{Letterhead, Value};
use crate::terms::FlagSeverity;

/// Its file name.
pub const FILE: &str = "bao-cao.html";

/// How many of the last ranks are drawn.
const LAST: usize = 15;

/// The page.
#[must_use]
pub fn page(view: &View<'_>) -> String {
    let lang = view.lang();
    let span = window(lang, view.figures.window);
    let title = t!(view.lang(), "quality-of-cell-meetings", span);
    let Letterhead { superior, issuer, date, .. } = document::letterhead(view);
    let markup = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";
                title { (title) }
                style { (PreEscaped(include_str!("page.css"))) }
            }
            body {
                header {
                    p { (superior) br; (issuer) }
                    h1 { (title) }
                    p.soft { (date) }
                }
                nav {
                    a href="#pictures" { (t!(view.lang(), "charts")) }
                    a href="#support-list" { (wording::needs_support(lang)) }
                    a href="#ranking" { (t!(view.lang(), "ranking")) }
                }
                p.soft { (wording::proposes_only(lang)) }
                (overview(view))
                (pictures(view))
                (support(view))
                (ranking(view))
                footer { p { (t!(view.lang(), "see-the-sheet-method")) } }
                script { (PreEscaped(include_str!("page.js"))) }
            }
        }
    };
    markup.into_string()
}

fn overview(view: &View<'_>) -> Markup {
    let (remarks, figures) = match view.figures.pipeline {
        Pipeline::Monthly(period) => month_overview::told(view, period),
        Pipeline::YearEnd(_) => year_overview::told(view),
    };
    html! {
        section {
            @for remark in remarks { p { "– " (remark) } }
            div.figures {
                @for KeyFigure { label, value, note } in figures {
                    div { (label) b { (shown(view, &value)) } span.soft { (note) } }
                }
            }
        }
    }
}

/// A value as the workbook shows it.
fn shown(view: &View<'_>, value: &Value) -> String {
    let lang = view.lang();
    match value {
        Value::Integer(number) => count(lang, *number),
        Value::Number(number) | Value::Formula { result: number, .. } => decimal(lang, *number, 1),
        Value::Share(share) => percent(lang, *share),
        Value::Text(text) | Value::Link { text, .. } => text.clone(),
        Value::Date(day) => super::numbers::day(*day),
        Value::Truth(truth) => truth.to_string(),
        Value::Blank => "—".to_owned(),
    }
}

fn pictures(view: &View<'_>) -> Markup {
    let bins = Bins::of_rows(&view.figures.distribution).shown();
    let mut last = view.ranked();
    let first = last.len().saturating_sub(LAST);
    let last = last.split_off(first);
    let drawn = [
        (picture::trend(view), t!(view.lang(), "trend-chart-note")),
        (picture::scores(view, &bins, SCORERS), t!(view.lang(), "picture-of-scores")),
        (picture::funnel(view), t!(view.lang(), "picture-of-attendance")),
        (picture::last_ranks(view, &last), t!(view.lang(), "picture-of-ranks")),
        (picture::visits(view), t!(view.lang(), "picture-of-visits")),
    ];
    html! {
        section #pictures {
            h2 { (t!(view.lang(), "charts")) }
            @for (picture, caption) in drawn {
                @if let Some((title, picture)) = picture { figure { h3 { (title) } (picture) figcaption { (caption) } } }
            }
        }
    }
}

fn support(view: &View<'_>) -> Markup {
    let cells = view.needing_support();
    html! {
        section #support-list {
            h2 { (wording::needs_support(view.lang())) " (" (count(view.lang(), tally(&cells))) ")" }
            @if cells.is_empty() { p { (t!(view.lang(), "no-cells")) } }
            @for it in &cells {
                h3 { (it.cell.cell_name) " — " (view.above(it.cell)) @if it.cell.hardship { span.soft { " " (t!(view.lang(), "hardship-on-the-page")) } } }
                p.soft { (t!(view.lang(), "rank")) ": " (place(it.rank)) }
                ul {
                    @for reason in &it.reasons {
                        @let class = if reason.severity == FlagSeverity::Red { "red" } else { "amber" };
                        li { span class=(class) { (wording::flag_severity(reason.severity, view.lang())) } " · " (wording::flag(reason.code, view.lang())) ": " (reason.evidence) }
                    }
                }
            }
        }
    }
}

fn ranking(view: &View<'_>) -> Markup {
    let rows: Vec<(&RankRow, &CellSummary)> = view
        .ranked()
        .into_iter()
        .chain(view.unranked())
        .filter_map(|rank| Some((rank, view.cell(&rank.cell_id)?)))
        .collect();
    let head = [
        (t!(view.lang(), "rank"), true),
        (t!(view.lang(), "interval"), true),
        (t!(view.lang(), "cell"), false),
        (t!(view.lang(), "committee"), false),
        (t!(view.lang(), "type"), false),
        (t!(view.lang(), "index"), true),
        (t!(view.lang(), "attendance"), true),
        (t!(view.lang(), "mean-score"), true),
        (t!(view.lang(), "flags"), true),
    ];
    html! {
        section #ranking {
            h2 { (t!(view.lang(), "ranking")) }
            form {
                label { (t!(view.lang(), "find")) ": " input #words type="search"; }
                label { (t!(view.lang(), "committee-short")) ": "
                    select #unit { option value="" { (t!(view.lang(), "all-in-filter")) }
                        @for (code, cells) in view.cells_by_unit() { option value=(code) { (cells.first().map_or("", |cell| view.above(cell))) } } } }
                label { input #support type="checkbox"; " " (wording::needs_support(view.lang())) }
                span { (t!(view.lang(), "shown-in-filter")) ": " span #shown { (rows.len()) } "/" (rows.len()) }
            }
            div.scroll {
                table.ranking {
                    thead { tr { @for (at, (name, numeric)) in (0..).zip(head) {
                        th.number[numeric].wide[at == 4] scope="col" aria-sort=[(at == 0).then_some("ascending")] { button type="button" { (name) } }
                    } } }
                    tbody { @for (rank, cell) in &rows { (row(view, rank, cell)) } }
                }
            }
            p #none hidden { (t!(view.lang(), "no-cell-fits-the-filter")) }
        }
    }
}

fn row(view: &View<'_>, rank: &RankRow, cell: &CellSummary) -> Markup {
    let lang = view.lang();
    let key = |number: Option<f64>| number.map_or_else(String::new, |number| number.to_string());
    let unit = cell.unit_id.as_ref().map_or("", |unit| unit.as_str());
    let flags = 100 * rank.red_flags + rank.amber_flags;
    let interval = rank.rank_low.zip(rank.rank_high).map_or_else(String::new, |(low, high)| format!("{low}–{high}"));
    html! {
        tr data-unit=(unit) data-support=(if rank.weak { "1" } else { "0" }) {
            td.number data-key=(rank.rank.map_or_else(String::new, |rank| rank.to_string())) { (rank.rank.map_or_else(|| t!(view.lang(), "unranked"), |rank| count(lang, rank))) }
            td.number data-key=(rank.rank_low.map_or_else(String::new, |low| low.to_string())) { (interval) }
            td { (cell.cell_name) }
            td { (view.above(cell)) }
            td.wide { (view.type_name(cell.cell_type.as_deref())) }
            td.number data-key=(key(rank.index)) { (rank.index.map_or_else(String::new, |index| decimal(lang, index, 2))) }
            td.number data-key=(key(cell.attendance_rate)) { (cell.attendance_rate.map_or_else(String::new, |rate| percent(lang, rate))) }
            td.number data-key=(key(cell.quality_mean)) { (cell.quality_mean.map_or_else(String::new, |mean| decimal(lang, mean, 1))) }
            td.number data-key=(flags) {
                @if rank.red_flags > 0 { span.red { (rank.red_flags) " " (wording::flag_severity(FlagSeverity::Red, lang)) } " " }
                @if rank.amber_flags > 0 { span.amber { (rank.amber_flags) " " (wording::flag_severity(FlagSeverity::Amber, lang)) } }
            }
        }
    }
}

#[cfg(test)]
mod tests;
