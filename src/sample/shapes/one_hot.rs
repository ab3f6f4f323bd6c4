//! The grade list: `12/13` under the number of members, an x in one of four grade columns.

use super::{Column, Field, Heading, Layout, Numbering, Part, column, under};
use crate::terms::Grade;

const GRADES: &str = "Mức đánh giá xếp loại sau buổi sinh hoạt chi bộ hằng tháng";

const TWO_ROW_COLUMNS: &[Column] = &[
    column(Field::Number, "S\nT\nT", 5),
    column(Field::Name, "Tên đơn vị", 34),
    column(Field::PresentOfDue, "Số lượng đảng viên", 20),
    column(Field::HeldOn, "Ngày họp chi bộ", 26),
    under(GRADES, Field::Own, "KQ số điểm được đánh giá", 14),
    under(GRADES, Field::GradeMark(Grade::Good), "Tốt", 8),
    under(GRADES, Field::GradeMark(Grade::Fair), "Khá", 8),
    under(GRADES, Field::GradeMark(Grade::Average), "Trung bình", 8),
    under(GRADES, Field::GradeMark(Grade::Poor), "Kém", 8),
    column(Field::Note, "Ghi chú (thuyết minh điểm trừ)", 34),
];

const FLAT_COLUMNS: &[Column] = &[
    column(Field::Number, "STT (1)", 7),
    column(Field::Name, "Tên đơn vị (2)", 34),
    column(Field::PresentOfDue, "Số lượng đảng viên (3)", 20),
    column(Field::HeldOn, "Ngày họp chi bộ (4)", 26),
    column(Field::Own, "KQ số điểm được đánh giá (5)", 14),
    column(Field::GradeMark(Grade::Good), "Tốt (6)", 8),
    column(Field::GradeMark(Grade::Fair), "Khá (7)", 8),
    column(Field::GradeMark(Grade::Average), "Trung bình (8)", 8),
    column(Field::GradeMark(Grade::Poor), "Kém (9)", 8),
    column(Field::Note, "Ghi chú (thuyết minh điểm trừ) (10)", 34),
];

/// With merged headers and a row of column numbers.
pub(super) const TWO_ROWS: Layout = Layout {
    heading: Heading::GradeList,
    columns: TWO_ROW_COLUMNS,
    numbering: Numbering::Plain,
    parts: &[Part::Totals, Part::Note, Part::Signature],
    not_held: "Chưa họp",
};

/// With the column numbers inside the headers.
pub(super) const FLAT: Layout =
    Layout { columns: FLAT_COLUMNS, numbering: Numbering::None, parts: &[Part::Totals, Part::Signature], ..TWO_ROWS };
