//! The year-end report's first sheet: what leadership reads if it reads one page.

use std::collections::BTreeMap;

use super::overview::{self, KeyFigure, of};
use super::{Name, year_changes};
use crate::judge::FlagCode;
use crate::lake::schema::UnitSummary;
use crate::lang::t;
use crate::report::document;
use crate::report::numbers::{count, decimal, percent, share, short_percent, tally, window};
use crate::report::plan::{Sheet, Value};
use crate::report::view::View;
use crate::report::wording;
use crate::terms::Tier;

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>, names: &[Name]) -> Sheet {
    let mut canvas = overview::canvas(view);
    let span = window(view.lang(), view.figures.window);
    document::title(
        &mut canvas,
        &t!(view.lang(), "summary-report"),
        &t!(view.lang(), "quality-of-cell-meetings", span),
    );
    canvas.section(&t!(view.lang(), "n-1-in-short"));
    overview::sentences(&mut canvas, &remarks(view));
    canvas.skip(1);
    canvas.section(&t!(view.lang(), "n-2-key-figures"));
    overview::key_figures(&mut canvas, view, key_figures(view));
    canvas.gap();
    let whole = view.whole();
    let months = |of: fn(&UnitSummary) -> i64| whole.map_or(0, of);
    overview::grades(
        &mut canvas,
        view,
        [
            months(|it| it.grade_good),
            months(|it| it.grade_fair),
            months(|it| it.grade_average),
            months(|it| it.grade_poor),
        ],
    );
    canvas.skip(1);
    let weak = count(view.lang(), tally(view.needing_support()));
    canvas.section(&t!(view.lang(), "n-3-cells-that-need-support", weak));
    overview::support_by_unit(&mut canvas, view);
    canvas.skip(1);
    canvas.section(&t!(view.lang(), "n-4-cells-ranked-last"));
    overview::last_ranked(&mut canvas, view);
    overview::contents(&mut canvas, view, names);
    canvas.finish()
}

/// Remarks and key figures of the year.
pub(in crate::report) fn told(view: &View<'_>) -> (Vec<String>, Vec<KeyFigure>) {
    (remarks(view), key_figures(view))
}

fn remarks(view: &View<'_>) -> Vec<String> {
    let mut remarks = Vec::from_iter(attendance_remark(view));
    remarks.push(support_remark(view));
    let (ranked, unranked) = (tally(view.ranked()), tally(view.unranked()));
    let ranked = count(view.lang(), ranked);
    remarks.push(if unranked == 0 {
        t!(view.lang(), "all-cells-ranked", ranked)
    } else {
        let unranked = count(view.lang(), unranked);
        t!(view.lang(), "cells-ranked-and-not", ranked, unranked)
    });
    remarks.extend(year_changes::remarks(view));
    remarks.push(overview::received(view));
    remarks
}

/// Base and attached cells of the window.
fn tiers(view: &View<'_>) -> (i64, i64) {
    let of = |tier: Tier| tally(view.figures.cell_summary.iter().filter(|cell| cell.tier == tier));
    (of(Tier::BaseCell), of(Tier::AttachedCell))
}

/// Attendance against the target, by the whole and by how many cells.
fn attendance_remark(view: &View<'_>) -> Option<String> {
    let lang = view.lang();
    let rate = view.whole()?.attendance_rate?;
    let target = *view.options.rules.flags.attendance_target.in_force(view.figures.window.last());
    let below = view.figures.cell_summary.iter().filter(|cell| cell.attendance_rate.is_some_and(|it| it < target));
    let below = count(lang, tally(below));
    let (percent, target_text) = (percent(lang, rate), short_percent(lang, target));
    Some(if rate < target {
        t!(view.lang(), "attendance-missing-target", percent, target_text, below)
    } else {
        t!(view.lang(), "attendance-meeting-target", percent, target_text, below)
    })
}

fn support_remark(view: &View<'_>) -> String {
    let lang = view.lang();
    let weak = view.needing_support();
    let red = weak.iter().filter(|cell| cell.rank.red_flags > 0).count();
    let (number, red) = (count(lang, tally(&weak)), count(lang, i64::try_from(red).unwrap_or(i64::MAX)));
    if weak.is_empty() {
        return t!(view.lang(), "no-cell-needs-support");
    }
    let mut by_code: BTreeMap<FlagCode, i64> = BTreeMap::new();
    for reason in weak.iter().flat_map(|cell| &cell.reasons) {
        *by_code.entry(reason.code).or_default() += 1;
    }
    let mut codes: Vec<_> = by_code.into_iter().collect();
    codes.sort_by_key(|(code, number)| (-number, *code));
    let main = codes
        .iter()
        .take(3)
        .map(|(code, number)| format!("{} ({})", wording::flag(*code, lang).to_lowercase(), count(lang, *number)));
    let main = main.collect::<Vec<_>>().join(", ");
    t!(view.lang(), "cells-needing-support", number, red, main)
}

fn key_figures(view: &View<'_>) -> Vec<KeyFigure> {
    let (base, attached) = tiers(view);
    let lang = view.lang();
    let mut figures = vec![KeyFigure::new(
        &t!(view.lang(), "cells-as-title"),
        base + attached,
        t!(view.lang(), "base-attached", base = count(lang, base), attached = count(lang, attached)),
    )];
    if let Some(whole) = view.whole() {
        figures.extend(pooled_figures(view, whole));
    }
    figures.push(support_figure(view));
    figures
}

fn pooled_figures(view: &View<'_>, whole: &UnitSummary) -> Vec<KeyFigure> {
    let lang = view.lang();
    let target = short_percent(lang, *view.options.rules.flags.attendance_target.in_force(view.figures.window.last()));
    let attendance = of(
        view,
        whole.present.unwrap_or(0),
        whole.due.unwrap_or(0),
        &t!(view.lang(), "member-meetings-target", target),
    );
    let reports = t!(view.lang(), "monthly-reports-in-text");
    let visits = t!(view.lang(), "required-visits");
    vec![
        KeyFigure::new(&t!(view.lang(), "members"), whole.members, t!(view.lang(), "latest-reported")),
        KeyFigure::new(
            &t!(view.lang(), "cells-reporting"),
            whole.cells_reporting,
            of(view, whole.months_reported, whole.months_expected, &reports),
        ),
        KeyFigure::new(&t!(view.lang(), "attendance-rate"), Value::share(whole.attendance_rate), attendance),
        meetings_figure(view, whole),
        thematic_figure(view, whole),
        KeyFigure::new(
            &t!(view.lang(), "visits-to-meetings"),
            Value::share(whole.supervision_coverage),
            of(view, whole.supervision_attended, whole.supervision_expected, &visits),
        ),
        KeyFigure::new(&t!(view.lang(), "mean-score"), whole.quality_mean, spread(view, whole)),
    ]
}

fn meetings_figure(view: &View<'_>, whole: &UnitSummary) -> KeyFigure {
    let lang = view.lang();
    let not_held = whole.months_reported - whole.months_held;
    let missing = whole.months_expected - whole.months_reported;
    let [due, not_held, missing] = [whole.months_expected, not_held, missing].map(|number| count(lang, number));
    KeyFigure::new(
        &t!(view.lang(), "monthly-meetings-held"),
        whole.months_held,
        t!(view.lang(), "meetings-due-and-missing", due, not_held, missing),
    )
}

/// Quarters with a thematic meeting, of the cells whose sheets say so; how many say nothing.
fn thematic_figure(view: &View<'_>, whole: &UnitSummary) -> KeyFigure {
    let (held, expected) = view.thematic(whole).unwrap_or((0, 0));
    let mut note = of(view, held, expected, &t!(view.lang(), "cell-quarters"));
    let silent = tally(view.figures.cell_summary.iter().filter(|cell| cell.thematic_quarters.is_none()));
    if silent > 0 {
        let silent = count(view.lang(), silent);
        note += &t!(view.lang(), "sheets-silent", silent);
    }
    let label = t!(view.lang(), "quarters-with-thematic");
    KeyFigure::new(&label, Value::share(share(held, expected)), note)
}

fn spread(view: &View<'_>, whole: &UnitSummary) -> String {
    let lang = view.lang();
    let scored = of(view, whole.quality_upper_n, whole.quality_n, &t!(view.lang(), "scored-from-above"));
    match (whole.quality_min, whole.quality_max) {
        (Some(low), Some(high)) => {
            let (low, high) = (decimal(lang, low, 1), decimal(lang, high, 1));
            t!(view.lang(), "score-range", low, high, scored)
        }
        _ => scored,
    }
}

fn support_figure(view: &View<'_>) -> KeyFigure {
    let lang = view.lang();
    let weak = view.needing_support();
    let red = count(lang, tally(weak.iter().filter(|cell| cell.rank.red_flags > 0)));
    let rate = share(tally(&weak), tally(&view.figures.cell_summary)).map_or_else(String::new, |it| percent(lang, it));
    KeyFigure::new(&wording::needs_support(lang), tally(&weak), t!(view.lang(), "share-and-red", rate, red))
}
