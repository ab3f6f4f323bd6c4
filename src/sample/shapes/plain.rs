//! One header row, the grade in words.

use super::{Column, Field, Heading, Layout, Numbering, Part, column};

const ATTACHED_COLUMNS: &[Column] = &[
    column(Field::Number, "STT", 5),
    column(Field::Name, "Tên chi bộ", 36),
    column(Field::Members, "Tổng số đảng viên", 9),
    column(Field::Exempt, "Miễn sinh hoạt", 9),
    column(Field::Present, "Có mặt", 9),
    column(Field::Excused, "Vắng có lý do", 9),
    column(Field::Unexcused, "Vắng không lý do", 9),
    column(Field::Rate, "Tỷ lệ %", 9),
    column(Field::HeldOn, "Ngày sinh hoạt", 26),
    column(Field::Minutes, "Thời lượng (phút)", 10),
    column(Field::Speakers, "Số đảng viên phát biểu", 10),
    column(Field::ThematicMark, "Sinh hoạt chuyên đề", 10),
    column(Field::Visited, "Cấp ủy viên dự", 22),
    column(Field::Own, "Điểm tự chấm", 9),
    column(Field::GradeWord, "Xếp loại", 10),
    column(Field::Upper, "Cấp trên chấm", 9),
];

const BASE_COLUMNS: &[Column] = &[
    column(Field::Number, "TT", 5),
    column(Field::Name, "Tên chi bộ", 42),
    column(Field::Members, "Tổng số đảng viên", 9),
    column(Field::Exempt, "Miễn sinh hoạt", 9),
    column(Field::Present, "Có mặt dự họp", 9),
    column(Field::Excused, "Vắng có lý do", 9),
    column(Field::Unexcused, "Vắng không lý do", 9),
    column(Field::Rate, "Tỷ lệ", 9),
    column(Field::HeldOn, "Ngày họp", 26),
    column(Field::Minutes, "Thời lượng (phút)", 10),
    column(Field::Speakers, "Số đảng viên phát biểu", 10),
    column(Field::ThematicMark, "Sinh hoạt chuyên đề", 10),
    column(Field::CommitteeMet, "Họp chi ủy", 9),
    column(Field::Visited, "Cấp ủy viên dự", 30),
    column(Field::Own, "Điểm tự chấm", 9),
    column(Field::Upper, "Cấp trên chấm", 9),
    column(Field::GradeWord, "Xếp loại", 10),
];

const BRIEF_COLUMNS: &[Column] = &[
    column(Field::Number, "TT", 5),
    column(Field::Name, "Chi bộ", 36),
    column(Field::Members, "Đảng số", 9),
    column(Field::Present, "Dự sinh hoạt", 9),
    column(Field::Excused, "Vắng có phép", 9),
    column(Field::Unexcused, "Vắng không phép", 9),
    column(Field::Rate, "Tỉ lệ %", 9),
    column(Field::HeldOn, "Ngày họp", 26),
    column(Field::Speakers, "Số đảng viên phát biểu", 10),
    column(Field::ThematicWord, "Chuyên đề", 10),
    column(Field::Visited, "Cấp ủy viên dự", 22),
    column(Field::Own, "Điểm tự chấm", 9),
    column(Field::GradeWord, "Mức xếp loại", 10),
    column(Field::Upper, "Cấp ủy cấp trên chấm", 9),
    column(Field::Note, "Ghi chú", 20),
];

/// A grassroots committee's attached cells.
pub(super) const ATTACHED: Layout = Layout {
    heading: Heading::Report,
    columns: ATTACHED_COLUMNS,
    numbering: Numbering::None,
    parts: &[Part::Totals, Part::Signature],
    not_held: "Không họp",
};

/// The base cells.
pub(super) const BASE: Layout =
    Layout { columns: BASE_COLUMNS, parts: &[Part::GroupRows, Part::Totals, Part::Signature], ..ATTACHED };

/// Few columns.
pub(super) const BRIEF: Layout = Layout { columns: BRIEF_COLUMNS, parts: &[Part::Signature], ..ATTACHED };
