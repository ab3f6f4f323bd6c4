//! The thresholds in force, one sentence per flag, read from the rules.

use chrono::NaiveDate;

use crate::judge::FlagCode;
use crate::period::Period;
use crate::report::numbers::{day as date, short, short_percent};
use crate::report::view::View;
use crate::rules::flags::{CountAtLeast, Thresholds, Under};

/// When a flag is amber and when it is red.
pub(in crate::report) fn of(view: &View<'_>, code: FlagCode) -> (String, String) {
    let rules = &view.options.rules.flags.thresholds;
    match code {
        FlagCode::AttendanceLow => attendance(view, rules),
        FlagCode::UnexcusedAbsence => unexcused(view, rules),
        FlagCode::MeetingMissed => counted(view, rules.meeting_missed, view.pick("tháng không họp", "months not held")),
        FlagCode::ThematicShort => {
            let limits = CountAtLeast {
                amber_at_least: rules.thematic_short.amber_at_least,
                red_at_least: rules.thematic_short.red_at_least,
            };
            counted(view, limits, view.pick("quý không có sinh hoạt chuyên đề", "quarters without a thematic meeting"))
        }
        FlagCode::MeetingShort => duration(view, rules),
        FlagCode::FewSpeakers => {
            under(view, rules.few_speakers, view.pick("tỷ lệ phát biểu", "share of speakers"), short_percent)
        }
        FlagCode::QualityLow => under(view, rules.quality_low, view.pick("điểm trung vị", "median score"), short),
        FlagCode::QualityFalling => falling(view, rules),
        FlagCode::PlanMissing => (
            view.pick(
                "không có kế hoạch chuyên đề năm, ở nơi có thu kế hoạch",
                "no thematic plan, where plans were collected",
            )
            .to_owned(),
            "–".to_owned(),
        ),
        FlagCode::NotReported => {
            counted(view, rules.not_reported, view.pick("tháng chưa báo cáo", "months not reported"))
        }
        FlagCode::SupervisionGap => {
            under(view, rules.supervision_gap, view.pick("tỷ lệ cấp trên dự", "coverage"), short_percent)
        }
        FlagCode::SupervisionNone => (
            view.pick("không tháng nào có phân công người dự", "no assignment in any month").to_owned(),
            "–".to_owned(),
        ),
        FlagCode::ScoreGap => gap(view, rules),
        FlagCode::ScoreConstant => constant(view, rules),
        FlagCode::ScoreContradicts => {
            let what = view.pick(
                "tháng có điểm một tiêu chí trái với số liệu",
                "months in which a criterion's points contradict the facts",
            );
            counted(view, rules.score_contradicts, what)
        }
    }
}

fn constant(view: &View<'_>, rules: &Thresholds) -> (String, String) {
    let months = rules.score_constant.months_at_least;
    let amber = view.pick(
        format!("cùng một điểm tự chấm trong {months} tháng họp liền nhau trở lên"),
        format!("the same self score in at least {months} successive held months"),
    );
    (amber, "–".to_owned())
}

fn counted(view: &View<'_>, limits: CountAtLeast, what: &str) -> (String, String) {
    let from = |number: i64| view.pick(format!("từ {number} {what}"), format!("at least {number} {what}"));
    (from(limits.amber_at_least), from(limits.red_at_least))
}

fn under(view: &View<'_>, limits: Under, what: &str, number: fn(crate::lang::Lang, f64) -> String) -> (String, String) {
    let below = |limit: f64| {
        let limit = number(view.lang(), limit);
        view.pick(format!("{what} dưới {limit}"), format!("{what} under {limit}"))
    };
    (below(limits.amber_under), below(limits.red_under))
}

fn attendance(view: &View<'_>, rules: &Thresholds) -> (String, String) {
    let last = view.figures.window.last();
    let target = short_percent(view.lang(), *view.options.rules.flags.attendance_target.in_force(last));
    let absent = short(view.lang(), rules.attendance_low.red_absent_per_meeting_over);
    (
        view.pick(format!("tỷ lệ dự dưới {target}"), format!("attendance under {target}")),
        view.pick(
            format!(
                "cả cận trên khoảng 95% cũng dưới {target}, và bình quân mỗi tháng họp vắng trên {absent} đảng viên"
            ),
            format!("the 95% upper bound is under {target} too, with more than {absent} absent per meeting"),
        ),
    )
}

fn unexcused(view: &View<'_>, rules: &Thresholds) -> (String, String) {
    let lang = view.lang();
    let rule = rules.unexcused_absence;
    let (amber, red, low) = (
        short_percent(lang, rule.amber_share_over),
        short_percent(lang, rule.red_share_over),
        short_percent(lang, rule.red_low95_over),
    );
    let least = rule.amber_absences_at_least;
    (
        view.pick(
            format!("vắng không lý do trên {amber} lượt phải dự và từ {least} lượt"),
            format!("unexcused absences over {amber} of those due, and at least {least}"),
        ),
        view.pick(
            format!("trên {red}, và cận dưới khoảng 95% trên {low}"),
            format!("over {red}, and the 95% lower bound over {low}"),
        ),
    )
}

fn duration(view: &View<'_>, rules: &Thresholds) -> (String, String) {
    let rule = rules.meeting_short;
    let share = |limit: f64| {
        let limit = short_percent(view.lang(), limit);
        view.pick(
            format!("trên {limit} số buổi ngắn hơn quy định"),
            format!("over {limit} of meetings under the minimum"),
        )
    };
    let stated = rule.stated_at_least;
    let condition = view.pick(
        format!(" (khi có từ {stated} buổi ghi thời lượng)"),
        format!(" (where at least {stated} meetings state a duration)"),
    );
    (share(rule.amber_share_over) + &condition, share(rule.red_share_over))
}

fn falling(view: &View<'_>, rules: &Thresholds) -> (String, String) {
    let lang = view.lang();
    let rule = rules.quality_falling;
    let (amber, red, errors) =
        (short(lang, rule.amber_drop_at_least), short(lang, rule.red_drop_at_least), short(lang, rule.standard_errors));
    (
        view.pick(
            format!(
                "bình quân 3 tháng cuối thấp hơn 3 tháng trước từ {amber} điểm, và mức giảm lớn hơn {errors} lần sai số chuẩn"
            ),
            format!(
                "mean of the last 3 months at least {amber} points under the 3 before, and more than {errors} standard errors"
            ),
        ),
        view.pick(format!("từ {red} điểm, cùng điều kiện"), format!("at least {red} points, the same test")),
    )
}

fn gap(view: &View<'_>, rules: &Thresholds) -> (String, String) {
    let rule = rules.score_gap;
    let from = |limit: f64| {
        let limit = short(view.lang(), limit);
        view.pick(
            format!("tự chấm cao hơn cấp trên chấm bình quân từ {limit} điểm"),
            format!("self score at least {limit} points over the upper score on average"),
        )
    };
    let months = rule.months_at_least;
    let condition = view.pick(
        format!(" (khi có từ {months} tháng đủ hai điểm)"),
        format!(" (with both scores in at least {months} months)"),
    );
    (from(rule.amber_at_least) + &condition, from(rule.red_at_least))
}

/// Rules with a date: since when, and what they say. The one in force in the window's last month is marked.
pub(in crate::report) fn dated(view: &View<'_>, last: Period) -> Vec<(String, String)> {
    let rules = &view.options.rules.flags;
    let since = |day: Option<NaiveDate>, next: Option<NaiveDate>| match (day, next) {
        (Some(day), _) => view.pick(format!("từ ngày {}", date(day)), format!("from {}", date(day))),
        (None, Some(next)) => view.pick(format!("trước ngày {}", date(next)), format!("before {}", date(next))),
        (None, None) => view.pick("từ trước đến nay", "always").to_owned(),
    };
    let next_target = rules.attendance_target.entries().filter_map(|(day, _)| day).min();
    let next_duration = rules.minimum_duration.entries().filter_map(|(day, _)| day).min();
    let mark = |current: bool| {
        if current {
            view.pick(" (đang áp dụng cho tháng cuối của kỳ)", " (in force in the last month)")
        } else {
            ""
        }
    };
    let current_target = rules.attendance_target.in_force(last);
    let mut lines: Vec<_> = rules
        .attendance_target
        .entries()
        .map(|(day, share)| {
            let text = format!(
                "{}: {}{}",
                since(day, next_target),
                short_percent(view.lang(), *share),
                mark(std::ptr::eq(share, current_target))
            );
            (view.pick("Yêu cầu về tỷ lệ dự", "Attendance target").to_owned(), text)
        })
        .collect();
    let current_duration = rules.minimum_duration.in_force(last);
    lines.extend(rules.minimum_duration.entries().map(|(day, rule)| {
        let (minutes, combined) = (rule.minutes, rule.combined_minutes);
        let text = view.pick(
            format!("{minutes} phút; gộp thường kỳ và chuyên đề: {combined} phút"),
            format!("{minutes} minutes; regular and thematic in one session: {combined} minutes"),
        );
        let text = format!("{}: {text}{}", since(day, next_duration), mark(std::ptr::eq(rule, current_duration)));
        (view.pick("Thời lượng tối thiểu", "Minimum duration").to_owned(), text)
    }));
    lines
}
