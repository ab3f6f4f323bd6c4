//! The closed words of the tables as a leader reads them.

use crate::judge::FlagCode;
use crate::lake::schema::UnitSummary;
use crate::lang::Lang;
use crate::rules::index::Component;
use crate::terms::{FlagSeverity, Grade, MeetingStatus, Scope, Scorer, Severity, SubmissionStatus, Tier};

/// What a flag says, in a few words.
#[must_use]
pub fn flag(code: FlagCode, lang: Lang) -> &'static str {
    match code {
        FlagCode::AttendanceLow => lang.pick("Tỷ lệ dự sinh hoạt thấp", "Low attendance"),
        FlagCode::UnexcusedAbsence => lang.pick("Vắng không lý do", "Unexcused absences"),
        FlagCode::MeetingMissed => lang.pick("Có tháng không họp", "Months without a meeting"),
        FlagCode::ThematicShort => lang.pick("Thiếu sinh hoạt chuyên đề", "Thematic meetings missing"),
        FlagCode::MeetingShort => lang.pick("Thời lượng chưa đủ", "Meetings too short"),
        FlagCode::FewSpeakers => lang.pick("Ít ý kiến phát biểu", "Few speakers"),
        FlagCode::QualityLow => lang.pick("Điểm chất lượng thấp", "Low scores"),
        FlagCode::QualityFalling => lang.pick("Điểm chất lượng giảm", "Falling scores"),
        FlagCode::PlanMissing => lang.pick("Chưa có kế hoạch chuyên đề", "No thematic plan"),
        FlagCode::NotReported => lang.pick("Tháng chưa báo cáo", "Months not reported"),
        FlagCode::SupervisionGap => lang.pick("Cấp trên dự chưa đủ", "Too few visits from above"),
        FlagCode::SupervisionNone => lang.pick("Chưa phân công người dự", "Nobody assigned to attend"),
        FlagCode::ScoreGap => lang.pick("Tự chấm cao hơn cấp trên chấm", "Self score over upper score"),
        FlagCode::ScoreConstant => lang.pick("Điểm tự chấm không đổi", "Constant self score"),
        FlagCode::ScoreContradicts => lang.pick("Điểm mâu thuẫn với số liệu", "Points contradict the facts"),
    }
}

/// Red or amber.
#[must_use]
pub fn flag_severity(severity: FlagSeverity, lang: Lang) -> &'static str {
    match severity {
        FlagSeverity::Red => lang.pick("Đỏ", "Red"),
        FlagSeverity::Amber => lang.pick("Vàng", "Amber"),
    }
}

/// A component of the index.
#[must_use]
pub fn component(component: Component, lang: Lang) -> &'static str {
    match component {
        Component::Quality => lang.pick("Chất lượng", "Quality"),
        Component::Attendance => lang.pick("Dự họp", "Attendance"),
        Component::Cadence => lang.pick("Đều kỳ", "Cadence"),
        Component::Thematic => lang.pick("Chuyên đề", "Thematic"),
        Component::Participation => lang.pick("Phát biểu", "Speaking"),
        Component::Plan => lang.pick("Kế hoạch", "Plan"),
    }
}

/// A meeting-quality grade.
#[must_use]
pub fn grade(grade: Grade, lang: Lang) -> &'static str {
    match grade {
        Grade::Good => lang.pick("Tốt", "Good"),
        Grade::Fair => lang.pick("Khá", "Fair"),
        Grade::Average => lang.pick("Trung bình", "Average"),
        Grade::Poor => lang.pick("Kém", "Poor"),
    }
}

/// Whether the cell met.
#[must_use]
pub fn meeting_status(status: MeetingStatus, lang: Lang) -> &'static str {
    match status {
        MeetingStatus::Held => lang.pick("Đã họp", "Held"),
        MeetingStatus::NotHeld => lang.pick("Không họp", "Not held"),
    }
}

/// Whose scores.
#[must_use]
pub fn scorer(scorer: Scorer, lang: Lang) -> &'static str {
    match scorer {
        Scorer::Own => lang.pick("Tự chấm", "Self"),
        Scorer::Upper => lang.pick("Cấp trên chấm", "From above"),
        Scorer::Official => lang.pick("Chính thức", "Official"),
    }
}

/// What became of a sheet.
#[must_use]
pub fn submission(status: SubmissionStatus, lang: Lang) -> &'static str {
    match status {
        SubmissionStatus::Accepted => lang.pick("Nhận đủ", "Accepted"),
        SubmissionStatus::Partial => lang.pick("Nhận một phần", "Partly accepted"),
        SubmissionStatus::Rejected => lang.pick("Không nhận", "Rejected"),
        SubmissionStatus::Superseded => lang.pick("Đã có bản thay thế", "Superseded"),
        SubmissionStatus::Unrecognised => lang.pick("Không nhận ra", "Unrecognised"),
        SubmissionStatus::Duplicate => lang.pick("Trùng tệp đã nhận", "Duplicate"),
    }
}

/// How grave a finding is.
#[must_use]
pub fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.pick("Lỗi", "Error"),
        Severity::Warning => lang.pick("Cảnh báo", "Warning"),
        Severity::Info => lang.pick("Thông tin", "Info"),
    }
}

/// Kind of organisation.
#[must_use]
pub fn tier(tier: Tier, lang: Lang) -> &'static str {
    match tier {
        Tier::Superior => lang.pick("Cấp trên", "Superior"),
        Tier::Committee => lang.pick("Đảng ủy cơ sở", "Grassroots committee"),
        Tier::Section => lang.pick("Đảng ủy bộ phận", "Section committee"),
        Tier::BaseCell => lang.pick("Chi bộ cơ sở", "Base cell"),
        Tier::AttachedCell => lang.pick("Chi bộ trực thuộc", "Attached cell"),
    }
}

/// What pooled figures are of.
#[must_use]
pub fn pooled(row: &UnitSummary, lang: Lang) -> String {
    let is_yes = row.unit_id == "yes";
    match row.scope {
        Scope::All => lang.pick("Toàn bộ", "All"),
        Scope::Hardship if is_yes => lang.pick("khó khăn", "hardship"),
        Scope::Hardship => lang.pick("không khó khăn", "no hardship"),
        Scope::Concurrent if is_yes => lang.pick("kiêm nhiệm", "with a village office"),
        Scope::Concurrent => lang.pick("không kiêm nhiệm", "without one"),
        Scope::Cell | Scope::Unit | Scope::Type => row.unit_name.as_str(),
    }
    .to_owned()
}

/// What leaders call a flagged cell.
#[must_use]
pub fn needs_support(lang: Lang) -> &'static str {
    lang.pick("Cần quan tâm, hỗ trợ", "Needs attention and support")
}

/// The sentence that no report goes without.
#[must_use]
pub fn proposes_only(lang: Lang) -> &'static str {
    lang.pick(
        "Báo cáo đề xuất và xếp thứ tự để tham khảo, không xếp loại; đánh giá và quyết định thuộc cấp ủy có thẩm quyền.",
        "This report proposes and ranks for reference and does not classify; judging and deciding is for the competent committee.",
    )
}
