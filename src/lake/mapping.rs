//! What history on today's map merged, and what it could not merge.

use super::table::tables;
use crate::period::Period;
use crate::register::UnitId;

type Text = String;

tables! {
    MapNote in "map_notes": "Tháng được gộp từ nhiều chi bộ khi tính theo tổ chức hiện nay", "Months merged from several cells on today's map" {
        cell_id: UnitId, "", "Mã chi bộ hiện nay", "Code of today's cell";
        period: Period, "", "Tháng", "Month";
        merged_from: Text, "", "Các chi bộ có báo cáo tháng, cách nhau bằng dấu ;", "Codes of the cells that reported the month, separated by ;";
        handed_over: Option<Text>, "", "Trong đó đã bàn giao ngay trong tháng: chỉ bổ sung số liệu mà chi bộ kế thừa không ghi", "Of these, those that handed over within the month: they only fill in what their successor does not state";
        silent: Option<Text>, "", "Chi bộ đang hoạt động trong tháng nhưng không có báo cáo, cách nhau bằng dấu ;", "Codes of the cells that were active in the month but did not report it, separated by ;: their figures are missing";
        not_held: Option<Text>, "", "Chi bộ không họp trong khi chi bộ khác có họp, cách nhau bằng dấu ;", "Codes of the cells that did not meet while another did, separated by ;";
        left_out: Option<Text>, "", "Số liệu không gộp được, cách nhau bằng dấu ;", "Fields that could not be merged, separated by ;";
    }
}
