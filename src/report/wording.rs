//! The closed words of the tables as a leader reads them.

use crate::judge::FlagCode;
use crate::judge::changes::FlagState;
use crate::lake::schema::UnitSummary;
use crate::lang::{Lang, t};
use crate::rules::index::Component;
use crate::terms::{FlagSeverity, Grade, MeetingStatus, Scope, Scorer, Severity, SubmissionStatus, Tier};

/// What a flag says, in a few words.
#[must_use]
pub fn flag(code: FlagCode, lang: Lang) -> String {
    match code {
        FlagCode::AttendanceLow => t!(lang, "low-attendance"),
        FlagCode::UnexcusedAbsence => t!(lang, "unexcused-absences"),
        FlagCode::MeetingMissed => t!(lang, "months-without-a-meeting"),
        FlagCode::ThematicShort => t!(lang, "thematic-meetings-missing"),
        FlagCode::MeetingShort => t!(lang, "meetings-too-short"),
        FlagCode::FewSpeakers => t!(lang, "few-speakers"),
        FlagCode::QualityLow => t!(lang, "low-scores"),
        FlagCode::QualityFalling => t!(lang, "falling-scores"),
        FlagCode::PlanMissing => t!(lang, "no-thematic-plan"),
        FlagCode::NotReported => t!(lang, "months-not-reported"),
        FlagCode::SupervisionGap => t!(lang, "too-few-visits-from-above"),
        FlagCode::SupervisionNone => t!(lang, "nobody-assigned-to-attend"),
        FlagCode::ScoreGap => t!(lang, "self-score-over-upper-score"),
        FlagCode::ScoreConstant => t!(lang, "constant-self-score"),
        FlagCode::ScoreContradicts => t!(lang, "points-contradict-the-facts"),
    }
}

/// Red or amber.
#[must_use]
pub fn flag_severity(severity: FlagSeverity, lang: Lang) -> String {
    match severity {
        FlagSeverity::Red => t!(lang, "red"),
        FlagSeverity::Amber => t!(lang, "amber"),
    }
}

/// What became of a flag.
#[must_use]
pub fn flag_state(state: FlagState, lang: Lang) -> String {
    match state {
        FlagState::New => t!(lang, "flag-new"),
        FlagState::Continuing => t!(lang, "flag-continuing"),
        FlagState::Resolved => t!(lang, "flag-resolved"),
        FlagState::Unjudged => t!(lang, "flag-not-judged"),
        FlagState::Pending => t!(lang, "waiting-for-the-quarter"),
    }
}

/// Whom to ask about a flag, and what.
#[must_use]
pub fn ask(code: FlagCode, lang: Lang) -> String {
    match code {
        FlagCode::AttendanceLow => t!(lang, "ask-who-is-absent"),
        FlagCode::UnexcusedAbsence => t!(lang, "ask-about-unexcused"),
        FlagCode::MeetingMissed => t!(lang, "ask-why-not-held"),
        FlagCode::ThematicShort => t!(lang, "ask-about-missing-thematic"),
        FlagCode::MeetingShort => t!(lang, "ask-about-preparation"),
        FlagCode::FewSpeakers => t!(lang, "ask-about-speakers"),
        FlagCode::QualityLow => t!(lang, "ask-which-criteria"),
        FlagCode::QualityFalling => t!(lang, "ask-what-changed"),
        FlagCode::PlanMissing => t!(lang, "ask-about-plan"),
        FlagCode::NotReported => t!(lang, "ask-about-report"),
        FlagCode::SupervisionGap => t!(lang, "ask-about-visits"),
        FlagCode::SupervisionNone => t!(lang, "ask-when-assigned"),
        FlagCode::ScoreGap => t!(lang, "ask-why-scores-differ"),
        FlagCode::ScoreConstant => t!(lang, "ask-how-it-is-scored"),
        FlagCode::ScoreContradicts => t!(lang, "ask-what-points-rest-on"),
    }
}

/// A component of the index.
#[must_use]
pub fn component(component: Component, lang: Lang) -> String {
    match component {
        Component::Quality => t!(lang, "component-quality"),
        Component::Attendance => t!(lang, "component-attendance"),
        Component::Cadence => t!(lang, "component-cadence"),
        Component::Thematic => t!(lang, "thematic"),
        Component::Participation => t!(lang, "component-speaking"),
        Component::Plan => t!(lang, "component-plan"),
    }
}

/// A meeting-quality grade.
#[must_use]
pub fn grade(grade: Grade, lang: Lang) -> String {
    match grade {
        Grade::Good => t!(lang, "good"),
        Grade::Fair => t!(lang, "fair"),
        Grade::Average => t!(lang, "average"),
        Grade::Poor => t!(lang, "poor"),
    }
}

/// Whether the cell met.
#[must_use]
pub fn meeting_status(status: MeetingStatus, lang: Lang) -> String {
    match status {
        MeetingStatus::Held => t!(lang, "held"),
        MeetingStatus::NotHeld => t!(lang, "not-held"),
    }
}

/// Whose scores.
#[must_use]
pub fn scorer(scorer: Scorer, lang: Lang) -> String {
    match scorer {
        Scorer::Own => t!(lang, "self-as-title"),
        Scorer::Upper => t!(lang, "upper-as-title"),
        Scorer::Official => t!(lang, "official"),
    }
}

/// What became of a sheet.
#[must_use]
pub fn submission(status: SubmissionStatus, lang: Lang) -> String {
    match status {
        SubmissionStatus::Accepted => t!(lang, "sheet-accepted"),
        SubmissionStatus::Partial => t!(lang, "sheet-partly-accepted"),
        SubmissionStatus::Rejected => t!(lang, "sheet-not-accepted"),
        SubmissionStatus::Superseded => t!(lang, "sheet-superseded"),
        SubmissionStatus::Unrecognised => t!(lang, "sheet-unrecognised"),
        SubmissionStatus::Duplicate => t!(lang, "sheet-duplicate"),
    }
}

/// How grave a finding is.
#[must_use]
pub fn severity(severity: Severity, lang: Lang) -> String {
    match severity {
        Severity::Error => t!(lang, "error"),
        Severity::Warning => t!(lang, "warning"),
        Severity::Info => t!(lang, "information"),
    }
}

/// Kind of organisation.
#[must_use]
pub fn tier(tier: Tier, lang: Lang) -> String {
    match tier {
        Tier::Superior => t!(lang, "superior"),
        Tier::Committee => t!(lang, "grassroots-committee"),
        Tier::Section => t!(lang, "section-committee"),
        Tier::BaseCell => t!(lang, "base-cell"),
        Tier::AttachedCell => t!(lang, "attached-cell"),
    }
}

/// What pooled figures are of.
#[must_use]
pub fn pooled(row: &UnitSummary, lang: Lang) -> String {
    let is_yes = row.unit_id == "yes";
    match row.scope {
        Scope::All => t!(lang, "all-cells"),
        Scope::Hardship if is_yes => t!(lang, "hardship-in-text"),
        Scope::Hardship => t!(lang, "no-hardship"),
        Scope::Concurrent if is_yes => t!(lang, "secretary-concurrent"),
        Scope::Concurrent => t!(lang, "secretary-not-concurrent"),
        Scope::Cell | Scope::Unit | Scope::Type => row.unit_name.clone(),
    }
}

/// What leaders call a flagged cell.
#[must_use]
pub fn needs_support(lang: Lang) -> String {
    t!(lang, "needs-support")
}

/// The sentence that no report goes without.
#[must_use]
pub fn proposes_only(lang: Lang) -> String {
    t!(lang, "report-classifies-nobody")
}
