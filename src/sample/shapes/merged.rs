//! Two header rows with merged cells, a row of column numbers, group rows, totals and signature.

use super::{Column, Field, Heading, Layout, Numbering, Part, column, under};

const MEMBERS: &str = "Số đảng viên";
const POINTS: &str = "Điểm đánh giá";

const COLUMNS: &[Column] = &[
    column(Field::Number, "S\nT\nT", 5),
    column(Field::Name, "Tên chi bộ", 36),
    under(MEMBERS, Field::Members, "Tổng số", 8),
    under(MEMBERS, Field::Exempt, "Được miễn sinh hoạt", 10),
    under(MEMBERS, Field::Present, "Có mặt", 9),
    under(MEMBERS, Field::Excused, "Vắng có lý do", 9),
    under(MEMBERS, Field::Unexcused, "Vắng không lý do", 9),
    column(Field::Rate, "Tỷ lệ đảng viên dự sinh hoạt (%)", 11),
    column(Field::HeldOn, "Ngày họp\nchi bộ", 26),
    column(Field::Minutes, "Thời lượng\n(phút)", 10),
    column(Field::Speakers, "Số đảng viên\nphát biểu", 10),
    column(Field::ThematicMark, "SH chuyên đề\n(x)", 10),
    column(Field::Visited, "Cấp ủy viên\ndự, theo dõi", 22),
    under(POINTS, Field::Own, "Tự chấm", 9),
    under(POINTS, Field::Upper, "Cấp ủy cấp trên chấm", 11),
];

pub(super) const LAYOUT: Layout = Layout {
    heading: Heading::Report,
    columns: COLUMNS,
    numbering: Numbering::Bracketed,
    parts: &[Part::GroupRows, Part::Totals, Part::Signature],
    not_held: "Không họp",
};
