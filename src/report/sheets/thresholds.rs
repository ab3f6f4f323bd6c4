//! The thresholds in force, one sentence per flag, read from the rules.

use chrono::NaiveDate;

use crate::judge::FlagCode;
use crate::lang::t;
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
        FlagCode::MeetingMissed => counted(view, rules.meeting_missed, &t!(view.lang(), "threshold-months-not-held")),
        FlagCode::ThematicShort => {
            let limits = CountAtLeast {
                amber_at_least: rules.thematic_short.amber_at_least,
                red_at_least: rules.thematic_short.red_at_least,
            };
            counted(view, limits, &t!(view.lang(), "threshold-quarters-without"))
        }
        FlagCode::MeetingShort => duration(view, rules),
        FlagCode::FewSpeakers => under(view, rules.few_speakers, &t!(view.lang(), "speaking-in-text"), short_percent),
        FlagCode::QualityLow => under(view, rules.quality_low, &t!(view.lang(), "threshold-median-score"), short),
        FlagCode::QualityFalling => falling(view, rules),
        FlagCode::PlanMissing => (t!(view.lang(), "threshold-no-plan"), "–".to_owned()),
        FlagCode::NotReported => counted(view, rules.not_reported, &t!(view.lang(), "threshold-months-not-reported")),
        FlagCode::SupervisionGap => {
            under(view, rules.supervision_gap, &t!(view.lang(), "coverage-in-text"), short_percent)
        }
        FlagCode::SupervisionNone => (t!(view.lang(), "threshold-no-assignment"), "–".to_owned()),
        FlagCode::ScoreGap => gap(view, rules),
        FlagCode::ScoreConstant => constant(view, rules),
        FlagCode::ScoreContradicts => {
            let what = t!(view.lang(), "threshold-contradictions");
            counted(view, rules.score_contradicts, &what)
        }
    }
}

fn constant(view: &View<'_>, rules: &Thresholds) -> (String, String) {
    let months = rules.score_constant.months_at_least;
    let amber = t!(view.lang(), "threshold-same-score", months);
    (amber, "–".to_owned())
}

fn counted(view: &View<'_>, limits: CountAtLeast, what: &str) -> (String, String) {
    let from = |number: i64| t!(view.lang(), "at-least-so-many", number, what);
    (from(limits.amber_at_least), from(limits.red_at_least))
}

fn under(view: &View<'_>, limits: Under, what: &str, number: fn(crate::lang::Lang, f64) -> String) -> (String, String) {
    let below = |limit: f64| {
        let limit = number(view.lang(), limit);
        t!(view.lang(), "under-limit", what, limit)
    };
    (below(limits.amber_under), below(limits.red_under))
}

fn attendance(view: &View<'_>, rules: &Thresholds) -> (String, String) {
    let last = view.figures.window.last();
    let target = short_percent(view.lang(), *view.options.rules.flags.attendance_target.in_force(last));
    let absent = short(view.lang(), rules.attendance_low.red_absent_per_meeting_over);
    (t!(view.lang(), "attendance-under", target), t!(view.lang(), "attendance-surely-under", target, absent))
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
    (t!(view.lang(), "unexcused-over", amber, least), t!(view.lang(), "unexcused-surely-over", red, low))
}

fn duration(view: &View<'_>, rules: &Thresholds) -> (String, String) {
    let rule = rules.meeting_short;
    let share = |limit: f64| {
        let limit = short_percent(view.lang(), limit);
        t!(view.lang(), "too-short-over", limit)
    };
    let stated = rule.stated_at_least;
    let condition = t!(view.lang(), "where-durations-are-stated", stated);
    (share(rule.amber_share_over) + &condition, share(rule.red_share_over))
}

fn falling(view: &View<'_>, rules: &Thresholds) -> (String, String) {
    let lang = view.lang();
    let rule = rules.quality_falling;
    let (amber, red, errors) =
        (short(lang, rule.amber_drop_at_least), short(lang, rule.red_drop_at_least), short(lang, rule.standard_errors));
    (t!(view.lang(), "falling-by", amber, errors), t!(view.lang(), "falling-by-more", red))
}

fn gap(view: &View<'_>, rules: &Thresholds) -> (String, String) {
    let rule = rules.score_gap;
    let from = |limit: f64| {
        let limit = short(view.lang(), limit);
        t!(view.lang(), "self-over-upper-by", limit)
    };
    let months = rule.months_at_least;
    let condition = t!(view.lang(), "where-both-scores-are", months);
    (from(rule.amber_at_least) + &condition, from(rule.red_at_least))
}

/// Rules with a date: since when, and what they say. The one in force in the window's last month is marked.
pub(in crate::report) fn dated(view: &View<'_>, last: Period) -> Vec<(String, String)> {
    let rules = &view.options.rules.flags;
    let since = |day: Option<NaiveDate>, next: Option<NaiveDate>| match (day, next) {
        (Some(day), _) => t!(view.lang(), "in-force-from", day = date(day)),
        (None, Some(next)) => t!(view.lang(), "in-force-before", next = date(next)),
        (None, None) => t!(view.lang(), "in-force-always"),
    };
    let next_target = rules.attendance_target.entries().filter_map(|(day, _)| day).min();
    let next_duration = rules.minimum_duration.entries().filter_map(|(day, _)| day).min();
    let mark = |current: bool| {
        if current { t!(view.lang(), "in-force-now") } else { String::new() }
    };
    let current_target = rules.attendance_target.in_force(last);
    let mut lines: Vec<_> = rules
        .attendance_target
        .entries()
        .zip(&rules.attendance_sources)
        .map(|((day, share), source)| {
            let text = format!(
                "{}: {}; {source}{}",
                since(day, next_target),
                short_percent(view.lang(), *share),
                mark(std::ptr::eq(share, current_target))
            );
            (t!(view.lang(), "attendance-target"), text)
        })
        .collect();
    let current_duration = rules.minimum_duration.in_force(last);
    lines.extend(rules.minimum_duration.entries().zip(&rules.duration_sources).map(|((day, rule), source)| {
        let (minutes, combined) = (rule.minutes, rule.combined_minutes);
        let text = t!(view.lang(), "minutes-required", minutes, combined);
        let text =
            format!("{}: {text}; {source}{}", since(day, next_duration), mark(std::ptr::eq(rule, current_duration)));
        (t!(view.lang(), "minimum-duration"), text)
    }));
    lines
}
