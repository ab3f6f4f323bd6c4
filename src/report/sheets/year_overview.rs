//! The year-end report's first sheet: what leadership reads if it reads one page.

use std::collections::BTreeMap;

use super::Name;
use super::overview::{self, KeyFigure, of, percent_or_none};
use crate::judge::FlagCode;
use crate::lake::schema::UnitSummary;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::{count, decimal, percent, short_percent, tally, window};
use crate::report::plan::{Sheet, Value};
use crate::report::view::{View, counts};
use crate::report::wording;
use crate::terms::{FlagSeverity, Tier};

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>, year: i32, names: &[Name]) -> Sheet {
    let mut canvas = overview::canvas(view);
    let span = window(view.lang(), view.figures.window);
    overview::letterhead(&mut canvas, view, year);
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
    let whole = view.whole();
    canvas.skip(1);
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
    canvas.section(view.pick("3. Năm chi bộ ở cuối thứ tự", "3. The five cells ranked last"));
    last_ranked(&mut canvas, view);
    canvas.skip(1);
    overview::support_by_unit(&mut canvas, view);
    canvas.skip(1);
    overview::contents(&mut canvas, view, names);
    canvas.finish()
}

fn remarks(view: &View<'_>) -> Vec<String> {
    let mut remarks = vec![cells_remark(view)];
    remarks.extend(attendance_remark(view));
    remarks.push(support_remark(view));
    let (ranked, unranked) = (tally(view.ranked()), tally(view.unranked()));
    let (ranked, unranked) = (count(view.lang(), ranked), count(view.lang(), unranked));
    remarks.push(view.pick(
        format!("Xếp thứ tự được {ranked} chi bộ; {unranked} chi bộ chưa đủ số liệu để xếp."),
        format!("{ranked} cells could be ranked; {unranked} lack the data for it."),
    ));
    remarks.push(overview::received(view));
    remarks
}

/// Base and attached cells of the window.
fn tiers(view: &View<'_>) -> (i64, i64) {
    let of = |tier: Tier| tally(view.figures.cell_summary.iter().filter(|cell| cell.tier == tier));
    (of(Tier::BaseCell), of(Tier::AttachedCell))
}

fn cells_remark(view: &View<'_>) -> String {
    let lang = view.lang();
    let (base, attached) = tiers(view);
    let [cells, base, attached] = [base + attached, base, attached].map(|number| count(lang, number));
    let reporting = percent_or_none(view, view.whole().and_then(|whole| whole.reporting_rate));
    view.pick(
        format!(
            "Có {cells} chi bộ thuộc diện tổng hợp, gồm {base} chi bộ cơ sở và {attached} chi bộ trực thuộc; tỷ lệ báo cáo theo tháng: {reporting}."
        ),
        format!(
            "{cells} cells are covered, {base} base and {attached} attached; share of months reported: {reporting}."
        ),
    )
}

fn attendance_remark(view: &View<'_>) -> Option<String> {
    let lang = view.lang();
    let whole = view.whole()?;
    let rate = percent(lang, whole.attendance_rate?);
    let target = short_percent(lang, *view.options.flag_rules.attendance_target.in_force(view.figures.window.last()));
    let coverage = percent_or_none(view, whole.supervision_coverage);
    let score = whole
        .quality_mean
        .map_or_else(|| view.pick("chưa có số liệu", "no data").to_owned(), |mean| decimal(lang, mean, 1));
    Some(view.pick(
        format!(
            "Tỷ lệ đảng viên dự sinh hoạt chung đạt {rate} (yêu cầu {target}); cấp trên dự {coverage} số tháng phải dự; điểm chất lượng trung bình: {score}."
        ),
        format!(
            "Overall attendance is {rate} (target {target}); {coverage} of the required visits from above took place; mean quality score: {score}."
        ),
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
    let cell_months = view.pick("tháng-chi bộ", "cell-months");
    let interval = match (whole.attendance_low95, whole.attendance_high95) {
        (Some(low), Some(high)) => {
            let (low, high) = (percent(lang, low), percent(lang, high));
            view.pick(format!("; khoảng 95%: {low}–{high}"), format!("; 95% interval {low}–{high}"))
        }
        _ => String::new(),
    };
    let meetings = view.pick("lượt đảng viên", "member-meetings");
    let attendance = of(view, whole.present.unwrap_or(0), whole.due.unwrap_or(0), meetings) + &interval;
    let thematic =
        whole.thematic_quarters.and_then(|quarters| crate::report::numbers::share(quarters, whole.thematic_expected));
    let upper = view.pick(
        format!(
            "trên {} tháng có điểm, {} do cấp trên chấm",
            count(lang, whole.quality_n),
            count(lang, whole.quality_upper_n)
        ),
        format!(
            "of {} scored months, {} scored from above",
            count(lang, whole.quality_n),
            count(lang, whole.quality_upper_n)
        ),
    );
    vec![
        KeyFigure::new(
            view.pick("Đảng viên", "Members"),
            whole.members,
            view.pick("theo báo cáo gần nhất", "latest reported"),
        ),
        KeyFigure::new(
            view.pick("Chi bộ có báo cáo", "Cells reporting"),
            whole.cells_reporting,
            of(view, whole.months_reported, whole.months_expected, cell_months),
        ),
        KeyFigure::new(view.pick("Tỷ lệ dự sinh hoạt", "Attendance"), Value::share(whole.attendance_rate), attendance),
        KeyFigure::new(
            view.pick("Tháng có họp", "Months with a meeting"),
            whole.months_held,
            of(
                view,
                whole.months_held,
                whole.months_reported,
                view.pick("tháng-chi bộ có báo cáo", "reported cell-months"),
            ),
        ),
        KeyFigure::new(
            view.pick("Sinh hoạt chuyên đề", "Thematic meetings"),
            Value::share(thematic),
            of(
                view,
                whole.thematic_quarters.unwrap_or(0),
                whole.thematic_expected,
                view.pick("quý-chi bộ", "cell-quarters"),
            ),
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
        KeyFigure::new(view.pick("Điểm trung bình", "Mean score"), whole.quality_mean, upper),
        KeyFigure::new(view.pick("Điểm trung vị", "Median score"), whole.quality_median, spread(view, whole)),
    ]
}

fn spread(view: &View<'_>, whole: &UnitSummary) -> String {
    match (whole.quality_min, whole.quality_max) {
        (Some(low), Some(high)) => {
            let (low, high) = (decimal(view.lang(), low, 1), decimal(view.lang(), high, 1));
            view.pick(format!("thấp nhất {low}, cao nhất {high}"), format!("lowest {low}, highest {high}"))
        }
        _ => String::new(),
    }
}

fn support_figure(view: &View<'_>) -> KeyFigure {
    let lang = view.lang();
    let weak: i64 = tally(view.figures.ranking.iter().filter(|rank| rank.weak));
    let flags = |severity: FlagSeverity| {
        count(lang, tally(view.figures.flags.iter().filter(|flag| flag.severity == severity && counts(flag.code))))
    };
    let (red, amber) = (flags(FlagSeverity::Red), flags(FlagSeverity::Amber));
    KeyFigure::new(
        wording::needs_support(lang),
        weak,
        view.pick(
            format!("toàn bộ các chi bộ: {red} dấu hiệu đỏ, {amber} dấu hiệu vàng"),
            format!("all cells together: {red} red flags, {amber} amber flags"),
        ),
    )
}

fn last_ranked(canvas: &mut Canvas, view: &View<'_>) {
    let ranked = view.ranked();
    if ranked.is_empty() {
        canvas.note(view.pick("Chưa xếp thứ tự được chi bộ nào.", "No cell could be ranked."));
        return;
    }
    let table = Table::new(vec![
        Column::new(view.pick("Thứ hạng", "Rank"), Look::Whole),
        Column::new(view.pick("Khoảng thứ hạng", "Rank interval"), Look::Centre),
        Column::new(view.pick("Chi bộ", "Cell"), Look::Text).over(2),
        Column::new(view.pick("Đơn vị", "Committee"), Look::Text).over(2),
        Column::new(view.pick("Chỉ số", "Index"), Look::Fine),
        Column::new(view.pick("Tỷ lệ dự", "Attendance"), Look::Percent),
    ]);
    canvas.head(&table);
    for rank in ranked.iter().skip(ranked.len().saturating_sub(5)) {
        let Some(cell) = view.cell(&rank.cell_id) else { continue };
        let interval = match (rank.rank_low, rank.rank_high) {
            (Some(low), Some(high)) => format!("{low}–{high}"),
            _ => String::new(),
        };
        let values = vec![
            rank.rank.into(),
            interval.into(),
            cell.cell_name.as_str().into(),
            view.above(cell).into(),
            rank.index.into(),
            Value::share(cell.attendance_rate),
        ];
        canvas.row(&table, values, Tone::Plain);
    }
    let total = count(view.lang(), tally(&ranked));
    canvas.note(&view.pick(
        format!(
            "Trong {total} chi bộ được xếp. Khoảng thứ hạng: với 90% khả năng, thứ hạng nằm trong khoảng này; khoảng rộng nghĩa là thứ tự chưa chắc chắn."
        ),
        format!(
            "Of {total} ranked cells. The rank lies in its interval with a chance of 90%; a wide interval means an uncertain rank."
        ),
    ));
}
