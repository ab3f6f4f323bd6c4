//! The monthly report's first sheet.

use super::Name;
use super::month_figures::{self, MonthFigures};
use super::overview::{self, KeyFigure, of, percent_or_none};
use crate::period::Period;
use crate::report::numbers::{count, decimal, month, percent, short_percent, tally, window};
use crate::report::plan::{Sheet, Value};
use crate::report::view::View;
use crate::report::wording;

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>, period: Period, names: &[Name]) -> Sheet {
    let mut canvas = overview::canvas(view);
    let name = month(view.lang(), period);
    let figures = month_figures::whole(view.figures, period);
    overview::letterhead(&mut canvas, view, period.year());
    overview::title(
        &mut canvas,
        view.pick("Báo cáo tổng hợp tháng", "Monthly summary"),
        &view.pick(format!("Chất lượng sinh hoạt chi bộ {name}"), format!("Quality of cell meetings, {name}")),
    );
    canvas.section(view.pick("1. Nhận xét chung", "1. In short"));
    overview::sentences(&mut canvas, &remarks(view, period, &figures));
    canvas.skip(1);
    canvas.section(&view.pick(format!("2. Số liệu {name}"), format!("2. Figures of {name}")));
    overview::key_figures(&mut canvas, view, of_month(view, &figures));
    canvas.skip(1);
    overview::grades(&mut canvas, view, figures.grades);
    canvas.skip(1);
    let span = window(view.lang(), view.figures.window);
    canvas.section(&view.pick(format!("3. Từ đầu năm ({span})"), format!("3. Year to date ({span})")));
    overview::key_figures(&mut canvas, view, to_date(view));
    canvas.skip(1);
    overview::support_by_unit(&mut canvas, view);
    canvas.skip(1);
    overview::contents(&mut canvas, view, names);
    canvas.finish()
}

fn remarks(view: &View<'_>, period: Period, figures: &MonthFigures) -> Vec<String> {
    let lang = view.lang();
    let [cells, reported, missing, not_held] =
        [figures.cells, figures.reported, figures.cells - figures.reported, figures.not_held]
            .map(|number| count(lang, number));
    let mut remarks = vec![view.pick(
        format!(
            "{reported}/{cells} chi bộ đã báo cáo; {missing} chi bộ chưa báo cáo; {not_held} chi bộ báo không họp."
        ),
        format!("{reported}/{cells} cells have reported; {missing} have not; {not_held} report no meeting."),
    )];
    if let Some(rate) = figures.attendance_rate() {
        let rate = percent(lang, rate);
        let target = short_percent(lang, *view.options.flag_rules.attendance_target.in_force(period));
        let score = figures
            .mean_score()
            .map_or_else(|| view.pick("chưa có số liệu", "no data").to_owned(), |mean| decimal(lang, mean, 1));
        remarks.push(view.pick(
            format!("Tỷ lệ đảng viên dự sinh hoạt đạt {rate} (yêu cầu {target}); điểm chất lượng trung bình: {score}."),
            format!("Attendance is {rate} (target {target}); mean quality score: {score}."),
        ));
    }
    let weak = count(lang, tally(view.needing_support()));
    remarks.push(view.pick(
        format!("Tính từ đầu năm, {weak} chi bộ cần quan tâm, hỗ trợ."),
        format!("Over the year to date {weak} cells need attention and support."),
    ));
    remarks.push(overview::received(view));
    remarks
}

fn of_month(view: &View<'_>, figures: &MonthFigures) -> Vec<KeyFigure> {
    let cells = view.pick("chi bộ", "cells");
    let whole = figures.cells;
    vec![
        KeyFigure::new(view.pick("Chi bộ phải báo cáo", "Cells expected"), whole, ""),
        KeyFigure::new(view.pick("Đã báo cáo", "Reported"), figures.reported, of(view, figures.reported, whole, cells)),
        KeyFigure::new(
            view.pick("Đã họp", "Held"),
            figures.held,
            of(view, figures.held, figures.reported, view.pick("chi bộ đã báo cáo", "reporting cells")),
        ),
        KeyFigure::new(
            view.pick("Đảng viên", "Members"),
            figures.members,
            view.pick("theo biểu của tháng", "by the month's sheets"),
        ),
        KeyFigure::new(
            view.pick("Tỷ lệ dự sinh hoạt", "Attendance"),
            Value::share(figures.attendance_rate()),
            of(view, figures.present, figures.due, view.pick("đảng viên", "members")),
        ),
        KeyFigure::new(
            view.pick("Có sinh hoạt chuyên đề", "Thematic meetings"),
            figures.thematic,
            of(view, figures.thematic, figures.held, view.pick("chi bộ đã họp", "cells that met")),
        ),
        KeyFigure::new(
            view.pick("Có cấp trên dự", "Visited from above"),
            figures.visited,
            of(view, figures.visited, whole, cells),
        ),
        KeyFigure::new(
            view.pick("Điểm trung bình", "Mean score"),
            figures.mean_score(),
            of(
                view,
                figures.scored_from_above,
                figures.scored,
                view.pick("điểm do cấp trên chấm", "scores from above"),
            ),
        ),
    ]
}

fn to_date(view: &View<'_>) -> Vec<KeyFigure> {
    let weak: i64 = tally(view.needing_support());
    let mut figures = Vec::new();
    if let Some(whole) = view.whole() {
        let low_high = format!(
            "{}–{}",
            percent_or_none(view, whole.attendance_low95),
            percent_or_none(view, whole.attendance_high95)
        );
        figures.extend([
            KeyFigure::new(
                view.pick("Tỷ lệ dự sinh hoạt", "Attendance"),
                Value::share(whole.attendance_rate),
                view.pick(format!("khoảng 95%: {low_high}"), format!("95% interval {low_high}")),
            ),
            KeyFigure::new(
                view.pick("Cấp trên dự sinh hoạt", "Visits from above"),
                Value::share(whole.supervision_coverage),
                of(
                    view,
                    whole.supervision_attended,
                    whole.supervision_expected,
                    view.pick("tháng phải dự", "required months"),
                ),
            ),
            KeyFigure::new(
                view.pick("Tháng có báo cáo", "Months reported"),
                Value::share(whole.reporting_rate),
                of(view, whole.months_reported, whole.months_expected, view.pick("tháng-chi bộ", "cell-months")),
            ),
        ]);
    }
    figures.push(KeyFigure::new(
        wording::needs_support(view.lang()),
        weak,
        view.pick("chi bộ, xét từ đầu năm", "cells, over the year to date"),
    ));
    figures
}
