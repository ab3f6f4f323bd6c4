//! The monthly report's first sheet.

use super::month_figures::{self, MonthFigures};
use super::overview::{self, KeyFigure, of};
use super::{Name, flag_changes};
use crate::lang::t;
use crate::period::Period;
use crate::report::document;
use crate::report::numbers::{count, decimal, month, percent, short_percent, tally, window};
use crate::report::plan::{Sheet, Value};
use crate::report::view::View;

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>, period: Period, names: &[Name]) -> Sheet {
    let mut canvas = overview::canvas(view);
    let name = month(view.lang(), period);
    let figures = month_figures::whole(view.figures, period);
    document::title(
        &mut canvas,
        &t!(view.lang(), "monthly-summary"),
        &t!(view.lang(), "quality-of-cell-meetings", span = name),
    );
    canvas.section(&t!(view.lang(), "n-1-in-short"));
    overview::sentences(&mut canvas, &remarks(view, period, &figures));
    canvas.skip(1);
    canvas.section(&t!(view.lang(), "n-2-figures-of", name));
    overview::key_figures(&mut canvas, view, of_month(view, &figures));
    canvas.gap();
    overview::grades(&mut canvas, view, figures.grades);
    canvas.skip(1);
    let span = window(view.lang(), view.figures.window);
    canvas.section(&t!(view.lang(), "n-3-year-to-date", span));
    overview::key_figures(&mut canvas, view, to_date(view));
    canvas.skip(1);
    let weak = count(view.lang(), tally(view.needing_support()));
    canvas.section(&t!(view.lang(), "n-4-cells-that-need-support", weak));
    overview::support_by_unit(&mut canvas, view);
    overview::contents(&mut canvas, view, names);
    canvas.finish()
}

/// Remarks and key figures of the month.
pub(in crate::report) fn told(view: &View<'_>, period: Period) -> (Vec<String>, Vec<KeyFigure>) {
    let figures = month_figures::whole(view.figures, period);
    (remarks(view, period, &figures), of_month(view, &figures))
}

fn remarks(view: &View<'_>, period: Period, figures: &MonthFigures) -> Vec<String> {
    let lang = view.lang();
    let mut remarks = vec![reporting_remark(view, figures)];
    if let Some(rate) = figures.attendance_rate() {
        let rate = percent(lang, rate);
        let target = short_percent(lang, *view.options.rules.flags.attendance_target.in_force(period));
        let score = figures.mean_score().map_or_else(|| t!(view.lang(), "no-data-yet"), |mean| decimal(lang, mean, 1));
        remarks.push(t!(view.lang(), "month-attendance-and-score", rate, target, score));
    }
    let weak = count(lang, tally(view.needing_support()));
    remarks.push(t!(view.lang(), "year-to-date-need-support", weak));
    remarks.extend(flag_changes::remark(view));
    remarks.push(overview::received(view));
    remarks
}

fn reporting_remark(view: &View<'_>, figures: &MonthFigures) -> String {
    let missing = figures.cells - figures.reported;
    if missing == 0 && figures.not_held == 0 {
        return t!(view.lang(), "all-reported-and-met");
    }
    let [cells, reported, missing, not_held] =
        [figures.cells, figures.reported, missing, figures.not_held].map(|number| count(view.lang(), number));
    t!(view.lang(), "reported-missing-not-held", reported, cells, missing, not_held)
}

fn of_month(view: &View<'_>, figures: &MonthFigures) -> Vec<KeyFigure> {
    let cells = t!(view.lang(), "cells-in-text");
    let whole = figures.cells;
    let mut month = vec![
        KeyFigure::new(&t!(view.lang(), "cells-as-title"), whole, t!(view.lang(), "active-in-the-month")),
        KeyFigure::new(&t!(view.lang(), "reported"), figures.reported, of(view, figures.reported, whole, &cells)),
        KeyFigure::new(
            &t!(view.lang(), "held"),
            figures.held,
            of(view, figures.held, figures.reported, &t!(view.lang(), "reporting-cells")),
        ),
        KeyFigure::new(&t!(view.lang(), "members"), figures.members, t!(view.lang(), "members-or-those-due")),
        KeyFigure::new(
            &t!(view.lang(), "attendance-rate"),
            Value::share(figures.attendance_rate()),
            of(view, figures.present, figures.due, &t!(view.lang(), "members-in-text")),
        ),
    ];
    month.extend(visits_and_scores(view, figures));
    month
}

fn visits_and_scores(view: &View<'_>, figures: &MonthFigures) -> [KeyFigure; 3] {
    let cells = t!(view.lang(), "cells-in-text");
    let whole = figures.cells;
    [
        KeyFigure::new(
            &t!(view.lang(), "thematic-meetings-held"),
            figures.thematic,
            of(view, figures.thematic, figures.thematic_known, &t!(view.lang(), "cells-whose-sheets-say")),
        ),
        KeyFigure::new(
            &t!(view.lang(), "visited-from-above"),
            figures.visited,
            of(view, figures.visited, whole, &cells),
        ),
        KeyFigure::new(
            &t!(view.lang(), "mean-score"),
            figures.mean_score(),
            of(view, figures.scored_from_above, figures.scored, &t!(view.lang(), "scores-from-above")),
        ),
    ]
}

fn to_date(view: &View<'_>) -> Vec<KeyFigure> {
    let mut figures = Vec::new();
    if let Some(whole) = view.whole() {
        figures.extend([
            KeyFigure::new(
                &t!(view.lang(), "attendance-rate"),
                Value::share(whole.attendance_rate),
                of(view, whole.present.unwrap_or(0), whole.due.unwrap_or(0), &t!(view.lang(), "member-meetings")),
            ),
            KeyFigure::new(
                &t!(view.lang(), "visits-to-meetings"),
                Value::share(whole.supervision_coverage),
                of(view, whole.supervision_attended, whole.supervision_expected, &t!(view.lang(), "required-visits")),
            ),
            KeyFigure::new(
                &t!(view.lang(), "reporting-rate"),
                Value::share(whole.reporting_rate),
                of(view, whole.months_reported, whole.months_expected, &t!(view.lang(), "monthly-reports-in-text")),
            ),
        ]);
    }
    figures
}
