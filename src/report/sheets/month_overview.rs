//! The monthly report's first sheet.

use super::Name;
use super::month_figures::{self, MonthFigures};
use super::overview::{self, KeyFigure, of};
use crate::period::Period;
use crate::report::numbers::{count, decimal, month, percent, short_percent, tally, window};
use crate::report::plan::{Sheet, Value};
use crate::report::view::View;

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>, period: Period, names: &[Name]) -> Sheet {
    let mut canvas = overview::canvas(view);
    let name = month(view.lang(), period);
    let figures = month_figures::whole(view.figures, period);
    overview::letterhead(&mut canvas, view);
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
    canvas.gap();
    overview::grades(&mut canvas, view, figures.grades);
    canvas.skip(1);
    let span = window(view.lang(), view.figures.window);
    canvas.section(&view.pick(format!("3. Từ đầu năm ({span})"), format!("3. Year to date ({span})")));
    overview::key_figures(&mut canvas, view, to_date(view));
    canvas.skip(1);
    let weak = count(view.lang(), tally(view.needing_support()));
    canvas.section(&view.pick(
        format!("4. {weak} chi bộ cần quan tâm, hỗ trợ tính từ đầu năm (trên tổng số chi bộ)"),
        format!("4. {weak} cells that need support over the year to date (of all its cells)"),
    ));
    overview::support_by_unit(&mut canvas, view);
    canvas.skip(1);
    canvas.section(view.pick("5. Năm chi bộ ở cuối thứ tự từ đầu năm", "5. The five cells ranked last, year to date"));
    overview::last_ranked(&mut canvas, view);
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

fn reporting_remark(view: &View<'_>, figures: &MonthFigures) -> String {
    let missing = figures.cells - figures.reported;
    if missing == 0 && figures.not_held == 0 {
        return view.pick("Tất cả các chi bộ đã báo cáo và đã họp.", "Every cell has reported and met.").to_owned();
    }
    let [cells, reported, missing, not_held] =
        [figures.cells, figures.reported, missing, figures.not_held].map(|number| count(view.lang(), number));
    view.pick(
        format!(
            "{reported}/{cells} chi bộ đã báo cáo; {missing} chi bộ chưa báo cáo; {not_held} chi bộ báo không họp."
        ),
        format!("{reported}/{cells} cells have reported; {missing} have not; {not_held} report no meeting."),
    )
}

fn of_month(view: &View<'_>, figures: &MonthFigures) -> Vec<KeyFigure> {
    let cells = view.pick("chi bộ", "cells");
    let whole = figures.cells;
    let mut month = vec![
        KeyFigure::new(
            view.pick("Chi bộ", "Cells"),
            whole,
            view.pick("đang hoạt động trong tháng", "active in the month"),
        ),
        KeyFigure::new(view.pick("Đã báo cáo", "Reported"), figures.reported, of(view, figures.reported, whole, cells)),
        KeyFigure::new(
            view.pick("Đã họp", "Held"),
            figures.held,
            of(view, figures.held, figures.reported, view.pick("chi bộ đã báo cáo", "reporting cells")),
        ),
        KeyFigure::new(
            view.pick("Đảng viên", "Members"),
            figures.members,
            view.pick("biểu không ghi thì lấy số phải dự", "those due where a sheet does not say"),
        ),
        KeyFigure::new(
            view.pick("Tỷ lệ dự sinh hoạt", "Attendance"),
            Value::share(figures.attendance_rate()),
            of(view, figures.present, figures.due, view.pick("đảng viên", "members")),
        ),
    ];
    month.extend(visits_and_scores(view, figures));
    month
}

fn visits_and_scores(view: &View<'_>, figures: &MonthFigures) -> [KeyFigure; 3] {
    let cells = view.pick("chi bộ", "cells");
    let whole = figures.cells;
    [
        KeyFigure::new(
            view.pick("Có sinh hoạt chuyên đề", "Thematic meetings"),
            figures.thematic,
            of(
                view,
                figures.thematic,
                figures.thematic_known,
                view.pick("chi bộ có biểu ghi", "cells whose sheets say"),
            ),
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
    let mut figures = Vec::new();
    if let Some(whole) = view.whole() {
        figures.extend([
            KeyFigure::new(
                view.pick("Tỷ lệ dự sinh hoạt", "Attendance"),
                Value::share(whole.attendance_rate),
                of(
                    view,
                    whole.present.unwrap_or(0),
                    whole.due.unwrap_or(0),
                    view.pick("lượt đảng viên", "member-meetings"),
                ),
            ),
            KeyFigure::new(
                view.pick("Cấp trên dự sinh hoạt", "Visits from above"),
                Value::share(whole.supervision_coverage),
                of(
                    view,
                    whole.supervision_attended,
                    whole.supervision_expected,
                    view.pick("lượt phải có cấp trên dự", "required visits"),
                ),
            ),
            KeyFigure::new(
                view.pick("Tỷ lệ báo cáo", "Reported"),
                Value::share(whole.reporting_rate),
                of(
                    view,
                    whole.months_reported,
                    whole.months_expected,
                    view.pick("lượt báo cáo tháng", "monthly reports"),
                ),
            ),
        ]);
    }
    figures
}
