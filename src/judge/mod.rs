//! From figures to flags, index and rank: plain functions on typed rows, without I/O.

pub mod agreement;
pub mod binomial;
mod by_cell;
pub mod cap;
pub mod changes;
mod contradiction;
pub mod contribution;
pub mod criteria;
pub mod draws;
pub mod duties;
#[cfg(test)]
pub(crate) mod examples;
mod figure;
pub mod flags;
pub mod funnel;
pub mod index;
pub mod integrity;
mod peers;
pub mod posterior;
pub mod proposal;
pub mod rank;
pub mod rules_in_force;
pub mod score_summary;
pub mod sheets;
pub mod shrinkage;
mod special;
pub mod statistics;
pub mod suggestion;
pub mod support;
pub mod wilson;
mod wording;
mod year_grade;

use crate::lake::table::words;

words! {
    /// Code of a flag. The thresholds stand in `pipelines/flags.toml` under the same name.
    #[derive(serde::Deserialize)]
    #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
    pub enum FlagCode {
        /// Attendance under the target.
        AttendanceLow = "ATTENDANCE_LOW",
        /// Absences without a reason.
        UnexcusedAbsence = "UNEXCUSED_ABSENCE",
        /// Months without a meeting.
        MeetingMissed = "MEETING_MISSED",
        /// Quarters without a thematic meeting.
        ThematicShort = "THEMATIC_SHORT",
        /// Meetings under the minimum duration.
        MeetingShort = "MEETING_SHORT",
        /// Few members speak.
        FewSpeakers = "FEW_SPEAKERS",
        /// Low scores.
        QualityLow = "QUALITY_LOW",
        /// Falling scores.
        QualityFalling = "QUALITY_FALLING",
        /// No thematic plan.
        PlanMissing = "PLAN_MISSING",
        /// Months not reported.
        NotReported = "NOT_REPORTED",
        /// Supervision coverage too low.
        SupervisionGap = "SUPERVISION_GAP",
        /// Nobody assigned to follow the cell.
        SupervisionNone = "SUPERVISION_NONE",
        /// Self score far over upper score.
        ScoreGap = "SCORE_GAP",
        /// The same self score month after month.
        ScoreConstant = "SCORE_CONSTANT",
        /// Points that contradict the facts.
        ScoreContradicts = "SCORE_CONTRADICTS",
    }
}

impl FlagCode {
    /// Whether the flag speaks of the cell's own meetings, so that it counts towards needing support. The others
    /// speak of its committee (reporting, supervision) or are questions to ask about scores.
    #[must_use]
    pub fn counts_for_weak(self) -> bool {
        (Self::AttendanceLow..=Self::PlanMissing).contains(&self)
    }
}
