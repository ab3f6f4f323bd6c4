//! What history on today's map left out.

use super::table::tables;
use crate::period::Period;
use crate::register::UnitId;

type Text = String;

tables! {
    MapNote in "map_notes": "Tháng được gộp từ nhiều chi bộ khi tính theo tổ chức hiện nay", "Months merged from several cells on today's map" {
        cell_id: UnitId, "", "Mã chi bộ hiện nay", "Code of today's cell";
        period: Period, "", "Tháng", "Month";
        merged_from: Text, "", "Gộp từ các chi bộ, cách nhau bằng dấu ;", "Codes of the cells merged, separated by ;";
        left_out: Option<Text>, "", "Số liệu không gộp được, cách nhau bằng dấu ;", "Fields that could not be merged, separated by ;";
    }
}
