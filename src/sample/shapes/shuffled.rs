//! Columns in the order somebody liked, some of which belong to no form; no letterhead, no totals.

use super::{Column, Field, Heading, Layout, Numbering, column};

const COLUMNS: &[Column] = &[
    column(Field::Number, "STT", 5),
    column(Field::Own, "Điểm tự chấm", 9),
    column(Field::Name, "Tên chi bộ", 36),
    column(Field::Unknown("Có"), "Dân vận khéo", 9),
    column(Field::Members, "Đảng số", 9),
    column(Field::Due, "Số đảng viên được triệu tập", 12),
    column(Field::Present, "Đảng viên có mặt dự họp", 12),
    column(Field::HeldOn, "Ngày họp", 26),
    column(Field::ThematicWord, "SH chuyên đề", 9),
    column(Field::Minutes, "Số phút", 9),
    column(Field::Speakers, "Số đảng viên phát biểu", 10),
    column(Field::Unknown("1"), "KT GS", 8),
    column(Field::Upper, "Cấp ủy viên cấp trên chấm", 11),
    column(Field::Note, "Ghi chú", 20),
];

pub(super) const LAYOUT: Layout =
    Layout { heading: Heading::Short, columns: COLUMNS, numbering: Numbering::None, parts: &[], not_held: "Hoãn" };
