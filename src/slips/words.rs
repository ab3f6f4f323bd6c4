//! What a slip says of a finding, in Vietnamese, with nothing of a person in it.

use super::echo::Echo;
use crate::finding::{CellRef, Code};
use crate::intake::wording::without_names;
use crate::lake::schema::FindingRow;
use crate::lang::Lang;
use crate::rules::forms::ColumnField;
use crate::terms::Severity;

/// A finding as the sender is told it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Its code.
    pub code: Code,
    /// Its sheet, where it speaks of one.
    pub sheet: Option<String>,
    /// Its cell, where it speaks of one.
    pub at: Option<CellRef>,
    /// What was found.
    pub found: String,
    /// What is expected, where the advice does not say it already.
    pub expected: Option<String>,
    /// How to mend it.
    pub mend: String,
}

impl Remark {
    /// The remark of a finding.
    #[must_use]
    pub fn of(finding: &FindingRow, echo: &Echo<'_>) -> Self {
        let raw = finding.raw.as_deref().and_then(|raw| repeatable(raw, echo));
        let value = finding.value.as_deref().and_then(|value| repeatable(value, echo));
        let (raw, value) = (raw.as_deref(), value.as_deref());
        let quoted = raw.filter(|raw| !raw.is_empty()).map(|raw| format!(" (ghi: {raw})")).unwrap_or_default();
        Self {
            code: finding.code,
            sheet: finding.sheet.clone(),
            at: finding.cell_ref.as_deref().and_then(CellRef::parse),
            found: format!("{}{quoted}", finding.code.meaning(Lang::Vi)),
            expected: expected(finding.code, value),
            mend: finding.code.hint(Lang::Vi, raw.unwrap_or("…"), value.unwrap_or("…")),
        }
    }

    /// Whether the sender must mend it.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.code.severity() == Severity::Error
    }

    /// The note on its cell.
    #[must_use]
    pub fn note(&self) -> String {
        let head = if self.is_error() { "CẦN SỬA" } else { "NÊN XEM LẠI" };
        let expected = self.expected.as_ref().map(|it| format!("\nYêu cầu: {it}")).unwrap_or_default();
        format!("{head}: {}{expected}\nCách sửa: {}", self.found, self.mend)
    }
}

/// A finding's text, in Vietnamese words, if nothing in it may name a person.
fn repeatable(written: &str, echo: &Echo<'_>) -> Option<String> {
    if let Some(word) = in_vietnamese(written) {
        return Some(word.to_owned());
    }
    echo.text(written).or_else(|| {
        let short = without_names(written)?;
        echo.text(&short)
    })
}

/// The program's own words as the forms write them.
fn in_vietnamese(word: &str) -> Option<&'static str> {
    let field = ColumnField::from_word(word).map(title);
    field.or(match word {
        "held" => Some("có họp"),
        "not_held" => Some("không họp"),
        "true" => Some("có"),
        "false" => Some("không"),
        "good" => Some("Tốt"),
        "fair" => Some("Khá"),
        "average" => Some("Trung bình"),
        "poor" => Some("Kém"),
        "upper" => Some("cấp trên"),
        "committee" => Some("đảng ủy cơ sở"),
        "assisting" => Some("đơn vị giúp đỡ"),
        _ => None,
    })
}

/// The title of a field in the official form, or what it is.
#[must_use]
pub fn title(field: ColumnField) -> &'static str {
    use ColumnField as C;
    match field {
        C::Ordinal => "TT",
        C::Cell => "Tên chi bộ",
        C::Code => "Mã chi bộ",
        C::Members => "Tổng số đảng viên",
        C::Exempt => "Miễn sinh hoạt",
        C::SpecialDuty => "Nhiệm vụ đặc biệt",
        C::Away => "Sinh hoạt tạm thời nơi khác",
        C::Due => "Số phải dự",
        C::Present => "Có mặt",
        C::AbsentExcused => "Vắng có lý do",
        C::AbsentUnexcused => "Vắng không lý do",
        C::Rate => "Tỷ lệ dự",
        C::HeldOn => "Ngày họp",
        C::ThematicHeldOn => "Ngày sinh hoạt chuyên đề",
        C::DurationMin => "Thời lượng (phút)",
        C::Speakers => "Số đảng viên phát biểu",
        C::Thematic => "Sinh hoạt chuyên đề",
        C::ThematicTopic | C::PlanTopic => "Tên chuyên đề",
        C::CommitteeMet => "Họp chi ủy",
        C::Visited => "Cấp ủy viên dự",
        C::VisitLevel => "Cấp dự",
        C::SelfScore | C::SelfPoints => "Điểm tự chấm",
        C::UpperScore | C::UpperPoints => "Điểm cấp trên chấm",
        C::SelfGrade => "Tự xếp loại",
        C::UpperGrade => "Cấp trên xếp loại",
        C::MarkGood => "Tốt",
        C::MarkFair => "Khá",
        C::MarkAverage => "Trung bình",
        C::MarkPoor => "Kém",
        C::VisitDate => "Ngày dự",
        C::Month => "Tháng",
        C::Criterion => "Tiêu chí",
        C::MaxPoints => "Thang điểm",
        C::Quarter => "Quý",
        C::TopicQ1 => "Chuyên đề quý I",
        C::TopicQ2 => "Chuyên đề quý II",
        C::TopicQ3 => "Chuyên đề quý III",
        C::TopicQ4 => "Chuyên đề quý IV",
        C::SubmittedOn => "Ngày gửi",
        C::ApprovedOn => "Ngày duyệt",
        C::Note => "Ghi chú",
        C::Personal => "Thông tin cá nhân",
    }
}

/// What a cell should hold, where the advice alone leaves it open.
fn expected(code: Code, value: Option<&str>) -> Option<String> {
    let fixed = match code {
        Code::ScoreOutOfRange => "điểm từ 0 đến 100.",
        Code::CellUnknown | Code::CellFuzzy | Code::CellAmbiguous => {
            "tên hoặc mã chi bộ đúng như trong danh mục, thuộc đơn vị gửi và đang hoạt động trong tháng."
        }
        Code::CellUnnamed => "mỗi dòng số liệu có tên hoặc mã chi bộ.",
        Code::CellTwice => "mỗi chi bộ một dòng.",
        Code::AbsencesDiffer => "có mặt + vắng có lý do + vắng không lý do = số phải dự.",
        Code::GradeNotOne => "đúng một dấu x trong các cột xếp loại.",
        Code::ValueUnreadable | Code::ValueDropped => return value.map(|value| format!("{value}.")),
        Code::PresentOverMembers => return value.map(|value| format!("không quá {value}.")),
        Code::TotalDiffers => return value.map(|value| format!("{value} (tổng các dòng).")),
        _ => return None,
    };
    Some(fixed.to_owned())
}
