//! The tables a year-end run proposes: model meetings and support, what the meeting criterion would allow, the cap.

use super::table::tables;
use crate::register::UnitId;
use crate::rules::year_rule::{CapBase, CapGrouping, CapRounding};
use crate::terms::{Grade, MeetingKind, SupportRole, WouldAllow};

type Text = String;

tables! {
    SupportRow in "support": "Đề xuất chi bộ chủ trì sinh hoạt mẫu và chi bộ được hỗ trợ", "Proposed hosts of model meetings and cells to support" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        role: SupportRole, "", "Chủ trì hay được hỗ trợ", "Host or supported";
        order: i64, "", "Thứ tự trong các chi bộ cùng vai trò", "Place among the cells of the same role";
        reason_codes: Text, "", "Các dấu hiệu cần hỗ trợ, cách nhau bằng dấu ;", "Codes of the flags that count, separated by ;; empty for a host";
        focus: Option<Text>, "", "Nhóm tiêu chí mất nhiều điểm nhất so với nhóm", "Criterion group with the largest loss against peers";
        meeting_kind: Option<MeetingKind>, "", "Loại buổi sinh hoạt mẫu", "Kind of meeting to show or to see";
        host_id: Option<UnitId>, "", "Chi bộ chủ trì", "Code of the host";
        same_type: Option<bool>, "", "Cùng nhóm loại hình với chi bộ chủ trì", "Host and cell are of one peer group";
        same_committee: Option<bool>, "", "Cùng đơn vị với chi bộ chủ trì", "Host and cell are of one committee";
    }

    SuggestionRow in "suggestion": "Gợi ý theo tiêu chí sinh hoạt, không phải xếp loại", "What the meeting criterion alone would allow; no classification" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        rule: Text, "", "Quy định được áp dụng", "Rule the year was graded by";
        year_grade: Option<Grade>, "", "Mức sinh hoạt cả năm", "Grade of the year's meetings; null where data or a clause is missing";
        grade_complete: bool, "", "Đủ số liệu cả năm", "The year is over for the cell, and every month is reported and graded";
        would_allow: Option<WouldAllow>, "", "Riêng tiêu chí sinh hoạt cho phép xét", "Best level for which this criterion is no hindrance; null where it cannot be told";
        reason: Text, "", "Căn cứ", "Sentence with the numbers";
        missing: Option<Text>, "", "Vì sao chưa đủ số liệu", "Which months are missing";
    }

    CapRow in "cap": "Giới hạn số HTXSNV theo nhóm", "Cap of HTXSNV per group" {
        year: i64, "", "Năm", "Year";
        grouping: CapGrouping, "", "Chia nhóm theo", "What makes a group";
        key: Text, "", "Nhóm", "Cell type, code of the organisation above, or tier";
        good_or_better: i64, "organisations", "Số tổ chức từ HTTNV trở lên", "Organisations rated HTTNV or HTXSNV";
        rated_good: i64, "organisations", "Số tổ chức HTTNV", "Organisations rated HTTNV";
        unrated: i64, "organisations", "Số tổ chức chưa biết mức", "Organisations of the group whose level is not known";
        self_rated: i64, "organisations", "Số tổ chức mới chỉ tự xếp", "Organisations of which only the own level is known";
        share: f64, "0–1", "Tỷ lệ tối đa", "Largest share";
        base_rule: CapBase, "", "Cách tính số gốc", "Of how many the share is taken";
        rounding: CapRounding, "", "Cách làm tròn", "How it becomes whole";
        allowed: i64, "organisations", "Số HTXSNV tối đa", "Most organisations that may be rated HTXSNV";
        proposed: i64, "organisations", "Số HTXSNV đề nghị", "Organisations rated HTXSNV so far";
        over: i64, "organisations", "Số vượt", "Proposed beyond what is allowed";
    }
}
