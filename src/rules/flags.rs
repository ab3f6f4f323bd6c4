//! `pipelines/flags.toml`: the thresholds by which figures become flags.

use chrono::NaiveDate;
use serde::Deserialize;

use super::dated::Dated;

/// Minimum duration of a meeting in force from some day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MinimumDuration {
    /// Minutes of a regular meeting.
    pub minutes: i64,
    /// Minutes of a regular and thematic meeting held in one session.
    pub combined_minutes: i64,
}

/// Every threshold of the flags.
#[derive(Debug, Clone, PartialEq)]
pub struct FlagRules {
    /// Attendance target, by month.
    pub attendance_target: Dated<f64>,
    /// The documents of the targets, in the same order.
    pub attendance_sources: Vec<String>,
    /// Minimum duration, by month.
    pub minimum_duration: Dated<MinimumDuration>,
    /// The documents of the durations, in the same order.
    pub duration_sources: Vec<String>,
    /// The undated thresholds.
    pub thresholds: Thresholds,
}

/// Thresholds per flag, as the file writes them.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    /// Held months without which ATTENDANCE_LOW, UNEXCUSED_ABSENCE, MEETING_SHORT and FEW_SPEAKERS stay amber.
    pub months_held_for_red: i64,
    /// A cell without red needs support from this many ambers.
    pub ambers_for_weak: i64,
    /// Attendance under the target.
    #[serde(rename = "ATTENDANCE_LOW")]
    pub attendance_low: AttendanceLow,
    /// Absences without a reason.
    #[serde(rename = "UNEXCUSED_ABSENCE")]
    pub unexcused_absence: UnexcusedAbsence,
    /// Months not held.
    #[serde(rename = "MEETING_MISSED")]
    pub meeting_missed: CountAtLeast,
    /// Quarters without a thematic meeting.
    #[serde(rename = "THEMATIC_SHORT")]
    pub thematic_short: ThematicShort,
    /// Meetings under the minimum duration.
    #[serde(rename = "MEETING_SHORT")]
    pub meeting_short: MeetingShort,
    /// Few members speak.
    #[serde(rename = "FEW_SPEAKERS")]
    pub few_speakers: Under,
    /// Low scores.
    #[serde(rename = "QUALITY_LOW")]
    pub quality_low: Under,
    /// Falling scores.
    #[serde(rename = "QUALITY_FALLING")]
    pub quality_falling: QualityFalling,
    /// Months not reported.
    #[serde(rename = "NOT_REPORTED")]
    pub not_reported: CountAtLeast,
    /// Supervision coverage.
    #[serde(rename = "SUPERVISION_GAP")]
    pub supervision_gap: Under,
    /// Self score over upper score.
    #[serde(rename = "SCORE_GAP")]
    pub score_gap: ScoreGap,
    /// The same self score month after month.
    #[serde(rename = "SCORE_CONSTANT")]
    pub score_constant: ScoreConstant,
    /// Months with points that contradict the facts.
    #[serde(rename = "SCORE_CONTRADICTS")]
    pub score_contradicts: CountAtLeast,
}

impl Thresholds {
    /// Red lies beyond amber; else it could never be reached.
    fn problems(&self) -> Vec<String> {
        let under = |name: &str, it: Under| {
            let Under { amber_under, red_under } = it;
            (red_under > amber_under).then(|| format!("{name}: red_under = {red_under} > amber_under = {amber_under}"))
        };
        let counts = |name: &str, it: CountAtLeast| {
            let CountAtLeast { amber_at_least, red_at_least } = it;
            (red_at_least < amber_at_least)
                .then(|| format!("{name}: red_at_least = {red_at_least} < amber_at_least = {amber_at_least}"))
        };
        let order = [
            under("FEW_SPEAKERS", self.few_speakers),
            under("QUALITY_LOW", self.quality_low),
            under("SUPERVISION_GAP", self.supervision_gap),
            counts("MEETING_MISSED", self.meeting_missed),
            counts("NOT_REPORTED", self.not_reported),
        ];
        order.into_iter().flatten().chain(self.out_of_range()).collect()
    }

    /// Values no figure can have, such as 85 where 0.85 is meant.
    fn out_of_range(&self) -> Vec<String> {
        let (unexcused, short, falling) = (self.unexcused_absence, self.meeting_short, self.quality_falling);
        let shares = [
            ("UNEXCUSED_ABSENCE.amber_share_over", unexcused.amber_share_over),
            ("UNEXCUSED_ABSENCE.red_share_over", unexcused.red_share_over),
            ("UNEXCUSED_ABSENCE.red_low95_over", unexcused.red_low95_over),
            ("MEETING_SHORT.amber_share_over", short.amber_share_over),
            ("MEETING_SHORT.red_share_over", short.red_share_over),
            ("FEW_SPEAKERS.amber_under", self.few_speakers.amber_under),
            ("FEW_SPEAKERS.red_under", self.few_speakers.red_under),
            ("SUPERVISION_GAP.amber_under", self.supervision_gap.amber_under),
            ("SUPERVISION_GAP.red_under", self.supervision_gap.red_under),
        ];
        let points = [
            ("QUALITY_LOW.amber_under", self.quality_low.amber_under),
            ("QUALITY_LOW.red_under", self.quality_low.red_under),
            ("QUALITY_FALLING.amber_drop_at_least", falling.amber_drop_at_least),
            ("QUALITY_FALLING.red_drop_at_least", falling.red_drop_at_least),
            ("QUALITY_FALLING.standard_errors", falling.standard_errors),
            ("SCORE_GAP.amber_at_least", self.score_gap.amber_at_least),
            ("SCORE_GAP.red_at_least", self.score_gap.red_at_least),
            ("ATTENDANCE_LOW.red_absent_per_meeting_over", self.attendance_low.red_absent_per_meeting_over),
        ];
        let outside = |most: f64| move |(_, value): &(&str, f64)| !(0.0..=most).contains(value);
        let shares = shares.into_iter().filter(outside(1.0)).map(|(name, it)| format!("{name} = {it}: 0–1"));
        let points = points.into_iter().filter(outside(100.0)).map(|(name, it)| format!("{name} = {it}: 0–100"));
        shares.chain(points).chain(self.counts_out_of_range()).collect()
    }

    fn counts_out_of_range(&self) -> Vec<String> {
        let quarters = self.thematic_short;
        let counts = [
            ("ambers_for_weak", self.ambers_for_weak, 1, 99),
            ("months_held_for_red", self.months_held_for_red, 0, 12),
            ("UNEXCUSED_ABSENCE.amber_absences_at_least", self.unexcused_absence.amber_absences_at_least, 0, 999),
            ("MEETING_MISSED.amber_at_least", self.meeting_missed.amber_at_least, 1, 12),
            ("NOT_REPORTED.amber_at_least", self.not_reported.amber_at_least, 1, 12),
            ("SCORE_CONTRADICTS.amber_at_least", self.score_contradicts.amber_at_least, 1, 12),
            ("THEMATIC_SHORT.amber_at_least", quarters.amber_at_least, 1, 4),
            ("THEMATIC_SHORT.active_months_at_least", quarters.active_months_at_least, 1, 3),
            ("MEETING_SHORT.stated_at_least", self.meeting_short.stated_at_least, 1, 12),
            ("SCORE_GAP.months_at_least", self.score_gap.months_at_least, 1, 12),
            ("SCORE_CONSTANT.months_at_least", self.score_constant.months_at_least, 2, 12),
        ];
        let outside = counts.into_iter().filter(|(_, value, least, most)| !(least..=most).contains(&value));
        outside.map(|(name, value, least, most)| format!("{name} = {value}: {least}–{most}")).collect()
    }
}

/// Amber and red from a count on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountAtLeast {
    /// Amber from this count.
    pub amber_at_least: i64,
    /// Red from this count.
    pub red_at_least: i64,
}

/// Amber and red under a value.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Under {
    /// Amber under this value.
    pub amber_under: f64,
    /// Red under this value.
    pub red_under: f64,
}

/// ATTENDANCE_LOW: the target itself is dated.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttendanceLow {
    /// Red needs more than this many absent per held month on average.
    pub red_absent_per_meeting_over: f64,
}

/// UNEXCUSED_ABSENCE.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnexcusedAbsence {
    /// Amber over this share of those due.
    pub amber_share_over: f64,
    /// Amber needs at least this many absences.
    pub amber_absences_at_least: i64,
    /// Red over this share.
    pub red_share_over: f64,
    /// Red needs the Wilson lower bound over this share.
    pub red_low95_over: f64,
}

/// THEMATIC_SHORT.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThematicShort {
    /// Amber from this many judged quarters without a thematic meeting.
    pub amber_at_least: i64,
    /// Red from this many.
    pub red_at_least: i64,
    /// A quarter is judged if the cell was active in at least this many of its months.
    pub active_months_at_least: i64,
}

/// MEETING_SHORT.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingShort {
    /// Held months that must state a duration.
    pub stated_at_least: i64,
    /// Amber over this share of them under the minimum.
    pub amber_share_over: f64,
    /// Red over this share.
    pub red_share_over: f64,
}

/// QUALITY_FALLING.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QualityFalling {
    /// Amber from this drop between the two triples of months.
    pub amber_drop_at_least: f64,
    /// Red from this drop.
    pub red_drop_at_least: f64,
    /// The drop must be more than this many standard errors.
    pub standard_errors: f64,
}

/// SCORE_GAP.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreGap {
    /// Amber from this mean gap.
    pub amber_at_least: f64,
    /// Red from this mean gap.
    pub red_at_least: f64,
    /// Months with both scores needed.
    pub months_at_least: i64,
}

/// SCORE_CONSTANT.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreConstant {
    /// Successive scored months with the same self score.
    pub months_at_least: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFlagRules {
    attendance_target: Vec<RawTarget>,
    minimum_duration: Vec<RawDuration>,
    thresholds: Thresholds,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTarget {
    valid_from: Option<toml::value::Datetime>,
    share: f64,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDuration {
    valid_from: Option<toml::value::Datetime>,
    minutes: i64,
    combined_minutes: i64,
    source: String,
}

impl RawFlagRules {
    /// Checked rules, or what is wrong with them.
    pub(super) fn check(self) -> Result<FlagRules, Vec<String>> {
        let mut wrong = Vec::new();
        for target in &self.attendance_target {
            if !(0.0..=1.0).contains(&target.share) {
                wrong.push(format!("attendance_target.share = {}: 0–1", target.share));
            }
        }
        for duration in &self.minimum_duration {
            for (name, minutes) in [("minutes", duration.minutes), ("combined_minutes", duration.combined_minutes)] {
                if !(1..=600).contains(&minutes) {
                    wrong.push(format!("minimum_duration.{name} = {minutes}: 1–600"));
                }
            }
        }
        let targets = self.attendance_target.iter().map(|it| (civil_date(it.valid_from.as_ref()), it.share)).collect();
        let durations = self
            .minimum_duration
            .iter()
            .map(|it| {
                let value = MinimumDuration { minutes: it.minutes, combined_minutes: it.combined_minutes };
                (civil_date(it.valid_from.as_ref()), value)
            })
            .collect();
        wrong.extend(self.thresholds.problems());
        let (targets, durations) = (Dated::new(targets), Dated::new(durations));
        if targets.is_none() {
            wrong.push("attendance_target: valid_from".to_owned());
        }
        if durations.is_none() {
            wrong.push("minimum_duration: valid_from".to_owned());
        }
        let attendance_sources = self.attendance_target.into_iter().map(|it| it.source).collect();
        let duration_sources = self.minimum_duration.into_iter().map(|it| it.source).collect();
        match (targets, durations) {
            (Some(attendance_target), Some(minimum_duration)) if wrong.is_empty() => Ok(FlagRules {
                attendance_target,
                attendance_sources,
                minimum_duration,
                duration_sources,
                thresholds: self.thresholds,
            }),
            _ => Err(wrong),
        }
    }
}

/// The day of a TOML date; its time, if any, is left aside.
pub(super) fn civil_date(value: Option<&toml::value::Datetime>) -> Option<NaiveDate> {
    let date = value?.date?;
    NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
}
