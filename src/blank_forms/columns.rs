//! The columns of the official monthly table: their titles, widths, and what may be entered.

use crate::period::Period;
use crate::report::plan::{Area, Entry};
use crate::report::style::NumberFormat;
use crate::rules::forms::ColumnField;

/// A column of the form.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FormColumn {
    /// What it carries.
    pub field: ColumnField,
    /// Title above several columns.
    pub group: Option<&'static str>,
    /// Its own title.
    pub title: &'static str,
    /// Width in characters.
    pub width: f64,
}

const fn column(field: ColumnField, title: &'static str, width: f64) -> FormColumn {
    FormColumn { field, group: None, title, width }
}

const fn under(group: &'static str, field: ColumnField, title: &'static str, width: f64) -> FormColumn {
    FormColumn { field, group: Some(group), title, width }
}

const MEMBERS: &str = "Số đảng viên";
const SCORE: &str = "Điểm";

/// The columns, left to right. Each title path is one the built-in rules know word for word.
pub const COLUMNS: [FormColumn; 23] = [
    column(ColumnField::Ordinal, "TT", 4.5),
    column(ColumnField::Code, "Mã chi bộ", 10.5),
    column(ColumnField::Cell, "Tên chi bộ", 26.0),
    column(ColumnField::HeldOn, "Ngày họp", 11.0),
    under(MEMBERS, ColumnField::Members, "Tổng số", 7.0),
    under(MEMBERS, ColumnField::Exempt, "Miễn sinh hoạt", 7.0),
    under(MEMBERS, ColumnField::SpecialDuty, "Nhiệm vụ đặc biệt", 7.0),
    under(MEMBERS, ColumnField::Away, "Sinh hoạt tạm thời nơi khác", 8.5),
    under(MEMBERS, ColumnField::Present, "Có mặt", 6.5),
    under(MEMBERS, ColumnField::AbsentExcused, "Vắng có lý do", 6.5),
    under(MEMBERS, ColumnField::AbsentUnexcused, "Vắng không lý do", 7.0),
    under(MEMBERS, ColumnField::Speakers, "Phát biểu", 6.5),
    column(ColumnField::DurationMin, "Thời lượng (phút)", 7.5),
    column(ColumnField::CommitteeMet, "Họp chi ủy", 6.0),
    column(ColumnField::Thematic, "Sinh hoạt chuyên đề", 7.5),
    column(ColumnField::ThematicHeldOn, "Ngày sinh hoạt chuyên đề", 11.0),
    column(ColumnField::ThematicTopic, "Tên chuyên đề", 19.0),
    column(ColumnField::Visited, "Cấp ủy viên dự (chức danh)", 17.0),
    under(SCORE, ColumnField::SelfScore, "Tự chấm", 7.0),
    under(SCORE, ColumnField::UpperScore, "Cấp trên chấm", 7.5),
    column(ColumnField::SelfGrade, "Tự xếp loại", 9.0),
    column(ColumnField::UpperGrade, "Cấp trên xếp loại", 9.0),
    column(ColumnField::Note, "Ghi chú", 14.0),
];

/// The grades as the form offers them.
const GRADES: [&str; 4] = ["Tốt", "Khá", "Trung bình", "Kém"];

/// Most members a cell may state.
const MOST_MEMBERS: i32 = 999;

/// Most minutes of a meeting.
const MOST_MINUTES: i32 = 600;

impl FormColumn {
    /// Whether the unit fills it in.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.field, ColumnField::Ordinal | ColumnField::Code | ColumnField::Cell)
    }

    /// How its entries are shown.
    #[must_use]
    pub fn format(&self) -> NumberFormat {
        match self.field {
            ColumnField::HeldOn | ColumnField::ThematicHeldOn => NumberFormat::Day,
            ColumnField::Code => NumberFormat::Text,
            _ => NumberFormat::General,
        }
    }

    /// Whether its entries are texts of some length.
    #[must_use]
    pub fn is_text(&self) -> bool {
        use ColumnField as C;
        matches!(self.field, C::Cell | C::ThematicTopic | C::Visited | C::Note)
    }

    /// What may be entered, and what to say to another entry. `roles` is where the list of roles stands.
    #[must_use]
    pub fn check(&self, period: Period, roles: (&str, Area)) -> Option<(Entry, String)> {
        use ColumnField as C;
        let (first, last) = (period.first_day(), period.last_day());
        let day = || {
            (
                Entry::Day(first, last),
                format!(
                    "Nhập ngày trong tháng, từ {} đến {}. Chi bộ không họp: để trống ô này và ghi \"Không họp\" ở cột Ghi chú.",
                    first.format("%d/%m/%Y"),
                    last.format("%d/%m/%Y")
                ),
            )
        };
        Some(match self.field {
            C::HeldOn => day(),
            C::ThematicHeldOn => (
                day().0,
                format!(
                    "Nhập ngày trong tháng, từ {} đến {}; nếu cùng buổi với sinh hoạt thường kỳ thì để trống.",
                    first.format("%d/%m/%Y"),
                    last.format("%d/%m/%Y")
                ),
            ),
            C::Members
            | C::Exempt
            | C::SpecialDuty
            | C::Away
            | C::Present
            | C::AbsentExcused
            | C::AbsentUnexcused
            | C::Speakers => {
                (Entry::Whole(0, MOST_MEMBERS), format!("Nhập số đảng viên: số nguyên từ 0 đến {MOST_MEMBERS}."))
            }
            C::DurationMin => {
                (Entry::Whole(1, MOST_MINUTES), format!("Nhập số phút: số nguyên từ 1 đến {MOST_MINUTES}."))
            }
            C::CommitteeMet | C::Thematic => {
                (Entry::OneOf(vec!["x".to_owned()]), "Nhập x nếu có; không có thì để trống.".to_owned())
            }
            C::Visited => {
                let (sheet, area) = roles;
                let entry = Entry::OneOfCells { sheet: sheet.to_owned(), area };
                (entry, "Chọn chức danh trong danh sách, không ghi họ tên; không có người dự thì để trống.".to_owned())
            }
            C::SelfScore | C::UpperScore => (Entry::Decimal(0.0, 100.0), "Nhập điểm từ 0 đến 100.".to_owned()),
            C::SelfGrade | C::UpperGrade => (
                Entry::OneOf(GRADES.map(str::to_owned).to_vec()),
                "Chọn một mức: Tốt, Khá, Trung bình, Kém.".to_owned(),
            ),
            _ => return None,
        })
    }
}
