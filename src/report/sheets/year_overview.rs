//! The year-end report's first sheet: what leadership reads if it reads one page.

use std::collections::BTreeMap;

use super::Name;
use super::overview::{self, KeyFigure, of};
use crate::judge::FlagCode;
use crate::lake::schema::UnitSummary;
use crate::report::numbers::{count, decimal, percent, share, short_percent, tally, window};
use crate::report::plan::{Sheet, Value};
use crate::report::view::View;
use crate::report::wording;
use crate::terms::Tier;

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>, names: &[Name]) -> Sheet {
    let mut canvas = overview::canvas(view);
    let span = window(view.lang(), view.figures.window);
    overview::letterhead(&mut canvas, view);
    overview::title(
        &mut canvas,
        view.pick("Báo cáo tổng hợp", "Summary report"),
        &view.pick(format!("Chất lượng sinh hoạt chi bộ {span}"), format!("Quality of cell meetings, {span}")),
    );
    canvas.section(view.pick("1. Nhận xét chung", "1. In short"));
    overview::sentences(&mut canvas, &remarks(view));
    canvas.skip(1);
    canvas.section(view.pick("2. Số liệu chính", "2. Key figures"));
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
    canvas.section(&view.pick(
        format!("3. {weak} chi bộ cần quan tâm, hỗ trợ, theo đơn vị (trên tổng số chi bộ)"),
        format!("3. {weak} cells that need support, by committee (of all its cells)"),
    ));
    overview::support_by_unit(&mut canvas, view);
    canvas.skip(1);
    canvas.section(view.pick("4. Năm chi bộ ở cuối thứ tự", "4. The five cells ranked last"));
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
        view.pick(format!("Xếp thứ tự được cả {ranked} chi bộ."), format!("All {ranked} cells could be ranked."))
    } else {
        let unranked = count(view.lang(), unranked);
        view.pick(
            format!("Xếp thứ tự được {ranked} chi bộ; {unranked} chi bộ chưa đủ số liệu để xếp."),
            format!("{ranked} cells could be ranked; {unranked} lack the data for it."),
        )
    });
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
    let (vi, en) = if rate < target { ("chưa đạt", "missing") } else { ("đạt", "meeting") };
    Some(view.pick(
        format!(
            "Tỷ lệ đảng viên dự sinh hoạt bình quân {percent}, {vi} yêu cầu {target_text}; {below} chi bộ dưới {target_text}."
        ),
        format!("Attendance is {percent}, {en} the target of {target_text}; {below} cells are under it."),
    ))
}

fn support_remark(view: &View<'_>) -> String {
    let lang = view.lang();
    let weak = view.needing_support();
    let red = weak.iter().filter(|cell| cell.rank.red_flags > 0).count();
    let (number, red) = (count(lang, tally(&weak)), count(lang, i64::try_from(red).unwrap_or(i64::MAX)));
    if weak.is_empty() {
        return view.pick("Không có chi bộ cần quan tâm, hỗ trợ.", "No cell needs attention and support.").to_owned();
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
    view.pick(
        format!(
            "Có {number} chi bộ cần quan tâm, hỗ trợ, trong đó {red} chi bộ có dấu hiệu đỏ; gặp nhiều nhất: {main}."
        ),
        format!("{number} cells need attention and support, {red} of them with a red flag; most often: {main}."),
    )
}

fn key_figures(view: &View<'_>) -> Vec<KeyFigure> {
    let (base, attached) = tiers(view);
    let lang = view.lang();
    let mut figures = vec![KeyFigure::new(
        view.pick("Chi bộ", "Cells"),
        base + attached,
        view.pick(
            format!("{} chi bộ cơ sở, {} chi bộ trực thuộc", count(lang, base), count(lang, attached)),
            format!("{} base, {} attached", count(lang, base), count(lang, attached)),
        ),
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
        &view.pick(format!("lượt đảng viên; yêu cầu {target}"), format!("member-meetings; target {target}")),
    );
    let reports = view.pick("lượt báo cáo tháng", "monthly reports");
    let visits = view.pick("lượt phải có cấp trên dự", "required visits");
    vec![
        KeyFigure::new(
            view.pick("Đảng viên", "Members"),
            whole.members,
            view.pick("theo báo cáo gần nhất", "latest reported"),
        ),
        KeyFigure::new(
            view.pick("Chi bộ có báo cáo", "Cells reporting"),
            whole.cells_reporting,
            of(view, whole.months_reported, whole.months_expected, reports),
        ),
        KeyFigure::new(view.pick("Tỷ lệ dự sinh hoạt", "Attendance"), Value::share(whole.attendance_rate), attendance),
        meetings_figure(view, whole),
        thematic_figure(view, whole),
        KeyFigure::new(
            view.pick("Cấp trên dự sinh hoạt", "Visits from above"),
            Value::share(whole.supervision_coverage),
            of(view, whole.supervision_attended, whole.supervision_expected, visits),
        ),
        KeyFigure::new(view.pick("Điểm trung bình", "Mean score"), whole.quality_mean, spread(view, whole)),
    ]
}

fn meetings_figure(view: &View<'_>, whole: &UnitSummary) -> KeyFigure {
    let lang = view.lang();
    let not_held = whole.months_reported - whole.months_held;
    let missing = whole.months_expected - whole.months_reported;
    let [due, not_held, missing] = [whole.months_expected, not_held, missing].map(|number| count(lang, number));
    KeyFigure::new(
        view.pick("Buổi sinh hoạt thường kỳ đã họp", "Monthly meetings held"),
        whole.months_held,
        view.pick(
            format!("trên {due} buổi; {not_held} không họp, {missing} chưa báo cáo"),
            format!("of {due}; {not_held} not held, {missing} not reported"),
        ),
    )
}

/// Quarters with a thematic meeting, of the cells whose sheets say so; how many say nothing.
fn thematic_figure(view: &View<'_>, whole: &UnitSummary) -> KeyFigure {
    let (held, expected) = view.thematic(whole).unwrap_or((0, 0));
    let mut note = of(view, held, expected, view.pick("lượt quý", "cell-quarters"));
    let silent = tally(view.figures.cell_summary.iter().filter(|cell| cell.thematic_quarters.is_none()));
    if silent > 0 {
        let silent = count(view.lang(), silent);
        note +=
            &view.pick(format!("; {silent} chi bộ biểu không ghi"), format!("; sheets of {silent} cells are silent"));
    }
    let label = view.pick("Quý có sinh hoạt chuyên đề", "Quarters with a thematic meeting");
    KeyFigure::new(label, Value::share(share(held, expected)), note)
}

fn spread(view: &View<'_>, whole: &UnitSummary) -> String {
    let lang = view.lang();
    let scored =
        of(view, whole.quality_upper_n, whole.quality_n, view.pick("lượt do cấp trên chấm", "scored from above"));
    match (whole.quality_min, whole.quality_max) {
        (Some(low), Some(high)) => {
            let (low, high) = (decimal(lang, low, 1), decimal(lang, high, 1));
            view.pick(format!("từ {low} đến {high}; {scored}"), format!("from {low} to {high}; {scored}"))
        }
        _ => scored,
    }
}

fn support_figure(view: &View<'_>) -> KeyFigure {
    let lang = view.lang();
    let weak = view.needing_support();
    let red = count(lang, tally(weak.iter().filter(|cell| cell.rank.red_flags > 0)));
    let rate = share(tally(&weak), tally(&view.figures.cell_summary)).map_or_else(String::new, |it| percent(lang, it));
    KeyFigure::new(
        wording::needs_support(lang),
        tally(&weak),
        view.pick(
            format!("{rate} số chi bộ; {red} chi bộ có dấu hiệu đỏ"),
            format!("{rate} of the cells; {red} with a red flag"),
        ),
    )
}
