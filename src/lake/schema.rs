//! Every table, declared once: code, Parquet metadata and `chibo schema` read these lines.

use chrono::NaiveDate;

use super::table::tables;
use crate::finding::Code;
use crate::judge::FlagCode;
use crate::period::Period;
use crate::register::UnitId;
use crate::terms::{
    DistributionKind, FlagSeverity, Grade, MeetingKind, MeetingStatus, Scope, Scorer, Severity, SubmissionStatus, Tier,
    VisitLevel,
};

type Text = String;
type Date = NaiveDate;

tables! {
    UnitRow in "units": "Tổ chức trong danh mục, mỗi dòng một thời kỳ hiệu lực", "Organisations of the register, one row per validity interval" {
        unit_id: UnitId, "", "Mã tổ chức", "Code of the organisation";
        name: Text, "", "Tên", "Name as written in the register";
        tier: Tier, "", "Cấp", "Kind of organisation";
        parent_id: Option<UnitId>, "", "Mã cấp trên", "Code of the organisation above";
        cell_type: Option<Text>, "", "Loại hình chi bộ", "Cell type";
        peer_group: Option<Text>, "", "Nhóm so sánh", "Group of cell types it is compared with";
        valid_from: Option<Date>, "", "Từ ngày", "First day of validity; empty = open";
        valid_to: Option<Date>, "", "Đến ngày", "Last day of validity; empty = open";
        hardship: bool, "", "Khó khăn", "Marked as a hardship cell";
        aliases: Option<Text>, "", "Tên khác, cách nhau bằng dấu ;", "Other names, separated by ;";
        successor_id: Option<UnitId>, "", "Tổ chức kế thừa", "Code of the successor";
        needs_no_follower: bool, "", "Bí thư là cấp ủy viên cấp trên nên không cần người dự", "Its secretary sits on the committee above, so it needs no follower";
        concurrent_secretary: bool, "", "Bí thư kiêm nhiệm", "Its secretary is also village head or head of the group";
        has_committee: bool, "", "Có chi ủy", "It elects a cell committee";
        min_duration_min: Option<i64>, "minutes", "Thời lượng tối thiểu riêng", "Minimum duration set for this cell";
    }

    AssignmentRow in "assignments": "Phân công dự sinh hoạt", "Who is assigned to follow which cell" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        role: Text, "", "Người dự (chức danh)", "Role of the follower";
        visit_level: Option<VisitLevel>, "", "Cấp dự", "Level the follower comes from";
        valid_from: Option<Date>, "", "Từ ngày", "First day; empty = open";
        valid_to: Option<Date>, "", "Đến ngày", "Last day; empty = open";
        visits_per_quarter: i64, "months", "Số buổi mỗi quý", "Months of a quarter with a visit asked for";
    }

    SubmissionRow in "submissions": "Mỗi tệp × trang tính một dòng", "One row per file × sheet" {
        file: Text, "", "Tệp, tính từ thư mục hộp thư", "Path relative to the inbox, with /";
        sha256: Text, "", "Mã băm SHA-256 của tệp", "SHA-256 of the file";
        sheet: Text, "", "Trang tính", "Sheet name";
        form: Option<Text>, "", "Biểu mẫu nhận ra", "Recognised form";
        unit_id: Option<UnitId>, "", "Đơn vị gửi", "Submitting organisation";
        period: Option<Period>, "", "Kỳ báo cáo", "Month reported on";
        report_date: Option<Date>, "", "Ngày ghi trong biểu", "Date written in the sheet";
        revision: i64, "", "Lần sửa (0 = bản đầu)", "Revision number; 0 = first version";
        status: SubmissionStatus, "", "Kết quả tiếp nhận", "What became of the sheet";
        rows_read: i64, "rows", "Số dòng nêu tên chi bộ", "Rows that name a cell or try to";
        rows_accepted: i64, "rows", "Số dòng nhận", "Rows taken";
        rows_rejected: i64, "rows", "Số dòng bị loại", "Rows rejected";
        cells_read: i64, "cells", "Số ô có dữ liệu", "Non-empty cells";
        cells_used: i64, "cells", "Số ô dùng nguyên", "Cells used as they stand";
        cells_repaired: i64, "cells", "Số ô dùng sau khi sửa cách viết", "Cells used after a repair of spelling";
        cells_rejected: i64, "cells", "Số ô bị loại", "Cells rejected";
        cells_layout: i64, "cells", "Số ô trình bày", "Cells recognised as layout";
        superseded_by: Option<Text>, "", "Tệp thay thế", "File that replaced it";
    }

    MeetingRow in "meetings": "Mỗi chi bộ × tháng một dòng", "One row per cell × month" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        period: Period, "", "Tháng", "Month";
        status: MeetingStatus, "", "Có họp hay không", "Whether the cell met";
        held_on: Option<Date>, "", "Ngày họp", "Day of the regular meeting";
        thematic_held_on: Option<Date>, "", "Ngày sinh hoạt chuyên đề", "Day of the thematic meeting";
        members: Option<i64>, "members", "Tổng số đảng viên", "Members of the cell";
        exempt: Option<i64>, "members", "Miễn sinh hoạt", "Members excused for age or health";
        special_duty: Option<i64>, "members", "Làm nhiệm vụ đặc biệt", "Armed-forces members on special duty";
        away: Option<i64>, "members", "Sinh hoạt tạm thời nơi khác", "Members attending elsewhere for a time";
        due: Option<i64>, "members", "Số phải dự", "Members due to attend, as stated or computed";
        present: Option<i64>, "members", "Có mặt", "Members present";
        absent_excused: Option<i64>, "members", "Vắng có lý do", "Absent with a reason";
        absent_unexcused: Option<i64>, "members", "Vắng không lý do", "Absent without a reason";
        duration_min: Option<i64>, "minutes", "Thời lượng", "Duration of the meeting";
        speakers: Option<i64>, "members", "Số đảng viên phát biểu", "Members who spoke";
        thematic: Option<bool>, "", "Có sinh hoạt chuyên đề", "A thematic meeting was held";
        thematic_topic: Option<Text>, "", "Chuyên đề", "Topic of the thematic meeting";
        committee_met: Option<bool>, "", "Có họp chi ủy", "The cell committee met before";
        supervisor: Option<Text>, "", "Chức danh người dự", "Role of the visitor";
        visited: Option<bool>, "", "Có cấp trên dự", "Somebody from above attended";
        visit_level: Option<VisitLevel>, "", "Cấp dự", "Level the visitor came from";
        self_score: Option<f64>, "points", "Điểm tự chấm", "Score the cell gave itself";
        upper_score: Option<f64>, "points", "Điểm cấp trên chấm", "Score the committee above gave";
        self_grade: Option<Grade>, "", "Mức tự xếp", "Grade the cell gave itself";
        upper_grade: Option<Grade>, "", "Mức cấp trên xếp", "Grade the committee above gave";
        note_given: Option<bool>, "", "Có ghi chú", "A note was filled in";
        file: Text, "", "Tệp", "File the row comes from";
        sheet: Text, "", "Trang tính", "Sheet the row comes from";
        row: i64, "", "Dòng", "Sheet row, 1-based";
    }

    ScoreRow in "scores": "Điểm từng tiêu chí", "Points per criterion" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        period: Period, "", "Tháng", "Month";
        meeting: Option<MeetingKind>, "", "Loại buổi sinh hoạt", "Kind of meeting";
        scorer: Scorer, "", "Ai chấm", "Who scored";
        criterion: Text, "", "Tiêu chí", "Criterion";
        heading: Option<Text>, "", "Đề mục bên trên tiêu chí, cho biết nhóm của nó", "Headings above the criterion that tell its group";
        points: f64, "points", "Điểm", "Points given";
        max_points: f64, "points", "Điểm tối đa", "Points possible";
        file: Text, "", "Tệp", "File";
        sheet: Text, "", "Trang tính", "Sheet";
        row: i64, "", "Dòng", "Sheet row, 1-based";
    }

    VisitRow in "visits": "Mỗi lần dự sinh hoạt một dòng", "One row per visit" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        date: Date, "", "Ngày dự", "Day of the visit";
        period: Period, "", "Tháng", "Month of the visit";
        supervisor: Option<Text>, "", "Chức danh người dự", "Role of the visitor";
        level: Option<VisitLevel>, "", "Cấp dự", "Level the visitor came from";
        score: Option<f64>, "points", "Điểm chấm", "Score given";
        file: Text, "", "Tệp", "File";
        sheet: Text, "", "Trang tính", "Sheet";
        row: i64, "", "Dòng", "Sheet row, 1-based";
    }

    PlanRow in "plans": "Kế hoạch chuyên đề theo quý", "Thematic plan per quarter" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        year: i64, "", "Năm", "Year";
        quarter: i64, "", "Quý", "Quarter, 1 to 4";
        topic: Option<Text>, "", "Chuyên đề", "Topic";
        submitted_on: Option<Date>, "", "Ngày gửi", "Day submitted";
        approved_on: Option<Date>, "", "Ngày duyệt", "Day approved";
        file: Text, "", "Tệp", "File";
        sheet: Text, "", "Trang tính", "Sheet";
        row: i64, "", "Dòng", "Sheet row, 1-based";
    }

    FindingRow in "findings": "Những điều phát hiện khi đọc biểu", "What reading the sheets found" {
        code: Code, "", "Mã", "Code of the finding";
        severity: Severity, "", "Mức độ", "How grave it is";
        file: Text, "", "Tệp", "File";
        sheet: Option<Text>, "", "Trang tính", "Sheet";
        cell_ref: Option<Text>, "", "Ô", "Cell, like F12";
        field: Option<Text>, "", "Trường", "Field";
        raw: Option<Text>, "", "Nguyên văn", "As written; empty for personal data";
        value: Option<Text>, "", "Giá trị đã hiểu", "As understood";
        cell_id: Option<UnitId>, "", "Mã chi bộ", "Code of the cell";
        hint: Text, "", "Cách khắc phục", "How to mend it";
    }

    MonthRow in "months": "Các tháng của cửa sổ tính toán và quy định có hiệu lực", "Months of the window with the rules in force" {
        period: Period, "", "Tháng", "Month";
        quarter: Text, "", "Quý", "Quarter, like 2024-Q1";
        first_day: Date, "", "Ngày đầu tháng", "First day";
        last_day: Date, "", "Ngày cuối tháng", "Last day";
        deadline: Date, "", "Hạn báo cáo", "Last day on which a report is on time";
        duration_required: i64, "minutes", "Thời lượng tối thiểu", "Minimum duration";
        combined_duration_required: i64, "minutes", "Thời lượng tối thiểu khi gộp chuyên đề", "Minimum duration of a combined session";
        grade_good_from: f64, "points", "Tốt từ", "Least score graded good";
        grade_fair_from: f64, "points", "Khá từ", "Least score graded fair";
        grade_average_from: f64, "points", "Trung bình từ", "Least score graded average";
        rubric: Text, "", "Quy định chấm điểm", "Rubric for everybody in force";
    }

    CellRule in "cell_rules": "Chi bộ × tháng được xếp mức theo quy định riêng", "Cell months graded by a rubric of their own" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        period: Period, "", "Tháng", "Month";
        rubric: Text, "", "Quy định chấm điểm", "Rubric in force for the cell";
        grade_good_from: f64, "points", "Tốt từ", "Least score graded good";
        grade_fair_from: f64, "points", "Khá từ", "Least score graded fair";
        grade_average_from: f64, "points", "Trung bình từ", "Least score graded average";
        at_best: Option<Grade>, "", "Mức cao nhất khi chưa đủ điều kiện", "Best grade left by conditions that are not met; empty where all are";
        gates_open: bool, "", "Có điều kiện kèm theo chưa xét được", "A condition that would matter could not be judged, for no sheet shows its points";
    }

    FirstReport in "first_reports": "Ngày báo cáo đầu tiên của từng chi bộ × tháng", "When each cell's month was first reported" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        period: Period, "", "Tháng", "Month";
        report_date: Date, "", "Ngày báo cáo", "Earliest date of a submission with an accepted row of the cell";
    }

    CellMonth in "cell_months": "Mỗi chi bộ × tháng phải có một dòng", "One row per cell × expected month" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        period: Period, "", "Tháng", "Month";
        quarter: Text, "", "Quý", "Quarter, like 2024-Q1";
        unit_id: Option<UnitId>, "", "Mã đơn vị quản lý", "Code of the organisation above";
        cell_type: Option<Text>, "", "Loại hình", "Cell type";
        reported: bool, "", "Có báo cáo", "A row of meetings exists";
        status: Option<MeetingStatus>, "", "Có họp hay không", "Whether the cell met";
        held_on: Option<Date>, "", "Ngày họp", "Day of the regular meeting";
        thematic_held_on: Option<Date>, "", "Ngày sinh hoạt chuyên đề", "Day of the thematic meeting";
        members: Option<i64>, "members", "Tổng số đảng viên", "Members of the cell";
        exempt: Option<i64>, "members", "Miễn sinh hoạt", "Members excused for age or health";
        due: Option<i64>, "members", "Số phải dự", "Members due to attend";
        present: Option<i64>, "members", "Có mặt", "Members present";
        absent_excused: Option<i64>, "members", "Vắng có lý do", "Absent with a reason";
        absent_unexcused: Option<i64>, "members", "Vắng không lý do", "Absent without a reason";
        duration_min: Option<i64>, "minutes", "Thời lượng", "Duration of the meeting";
        duration_required: i64, "minutes", "Thời lượng tối thiểu theo quy định tháng đó", "Minimum duration by the rule of that month";
        speakers: Option<i64>, "members", "Số đảng viên phát biểu", "Members who spoke";
        thematic: Option<bool>, "", "Có sinh hoạt chuyên đề", "A thematic meeting was held";
        committee_met: Option<bool>, "", "Có họp chi ủy", "The cell committee met before";
        required_visits: i64, "months", "Số tháng phải có người dự trong quý", "Months of this quarter in which a visit is required";
        assigned: bool, "", "Có phân công người dự", "An assignment is active in the month";
        visited: bool, "", "Có cấp trên dự", "Somebody from above attended, by the table or a visit log";
        visited_upper: bool, "", "Có cấp trên (thành ủy, tỉnh ủy) dự", "Visited by the committee above the grassroots committee";
        visited_committee: bool, "", "Có đảng ủy cơ sở dự", "Visited by the grassroots committee";
        visited_assisting: bool, "", "Có đơn vị giúp đỡ dự", "Visited by an assisting unit";
        self_score: Option<f64>, "points", "Điểm tự chấm", "Score the cell gave itself";
        upper_score: Option<f64>, "points", "Điểm cấp trên chấm", "Score the committee above gave";
        official_score: Option<f64>, "points", "Điểm chính thức", "Upper score, else self score";
        official_grade: Option<Grade>, "", "Mức theo điểm chính thức", "Grade of the official score by the rubric of that month";
        gates_open: bool, "", "Mức còn điều kiện chưa xét được", "The rubric asks for full points that no sheet of the month shows, so the grade goes by the score alone";
        self_grade: Option<Grade>, "", "Mức tự xếp", "Grade the cell gave itself";
        upper_grade: Option<Grade>, "", "Mức cấp trên xếp", "Grade the committee above gave";
        report_date: Option<Date>, "", "Ngày báo cáo", "Date of the first accepted submission that reports the month";
        rubric: Text, "", "Quy định chấm điểm", "Rubric that grades the month";
        file: Option<Text>, "", "Tệp", "File";
        sheet: Option<Text>, "", "Trang tính", "Sheet";
        row: Option<i64>, "", "Dòng", "Sheet row, 1-based";
    }

    CellSummary in "cell_summary": "Mỗi chi bộ một dòng số liệu tổng hợp", "Figures per cell over the window" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        cell_name: Text, "", "Tên chi bộ", "Name of the cell";
        unit_id: Option<UnitId>, "", "Mã đơn vị quản lý", "Code of the organisation above";
        unit_name: Option<Text>, "", "Đơn vị quản lý", "Name of the organisation above";
        cell_type: Option<Text>, "", "Loại hình", "Cell type";
        peer_group: Option<Text>, "", "Nhóm so sánh", "Group of cell types it is compared with";
        tier: Tier, "", "Cấp", "Base or attached cell";
        hardship: bool, "", "Khó khăn", "Hardship cell";
        concurrent_secretary: bool, "", "Bí thư kiêm nhiệm", "Its secretary is also village head or head of the group";
        needs_no_follower: bool, "", "Không cần người dự", "Its secretary sits on the committee above";
        members: Option<i64>, "members", "Số đảng viên (báo cáo gần nhất)", "Members, latest reported; the number due where members were never stated";
        months_expected: i64, "months", "Số tháng phải báo cáo", "Months of the window in which the cell is active";
        months_reported: i64, "months", "Số tháng có báo cáo", "Months with a row of meetings";
        months_held: i64, "months", "Số tháng có họp", "Months with a meeting held";
        months_not_held: i64, "months", "Số tháng không họp", "Months reported as not held";
        due: Option<i64>, "member-meetings", "Tổng lượt phải dự", "Σ due over held months with due > 0 and present stated";
        present: Option<i64>, "member-meetings", "Tổng lượt có mặt", "Σ min(present, due) over the same months";
        attendance_months: i64, "months", "Số tháng tính tỷ lệ dự", "Months counted in due";
        attendance_rate: Option<f64>, "0–1", "Tỷ lệ dự", "present / due";
        attendance_rate_net: Option<f64>, "0–1", "Tỷ lệ dự trừ vắng có lý do", "Σ min(present, due − absent_excused) / Σ (due − absent_excused) over held months that state absent_excused";
        attendance_low95: Option<f64>, "0–1", "Cận dưới khoảng 95%", "Lower bound of the Wilson interval of attendance_rate";
        attendance_high95: Option<f64>, "0–1", "Cận trên khoảng 95%", "Upper bound of the Wilson interval of attendance_rate";
        unexcused: Option<i64>, "member-meetings", "Tổng lượt vắng không lý do", "Σ absent_unexcused over held months that state it";
        unexcused_due: Option<i64>, "member-meetings", "Tổng lượt phải dự của các tháng đó", "Σ due over the same months";
        thematic_expected: i64, "quarters", "Số quý phải có chuyên đề", "Distinct quarters among the expected months";
        thematic_quarters: Option<i64>, "quarters", "Số quý có chuyên đề", "Quarters with a thematic meeting held";
        supervision_expected: i64, "months", "Số tháng phải có người dự", "Σ required over quarters";
        supervision_attended: i64, "months", "Số tháng có người dự", "Σ attended over quarters";
        supervision_coverage: Option<f64>, "0–1", "Tỷ lệ theo dõi", "attended / expected";
        supervision_upper_expected: i64, "months", "Phải dự: cấp trên", "Required of the committee above";
        supervision_upper_attended: i64, "months", "Đã dự: cấp trên", "Attended by the committee above";
        supervision_upper_coverage: Option<f64>, "0–1", "Tỷ lệ: cấp trên", "Coverage by the committee above";
        supervision_committee_expected: i64, "months", "Phải dự: đảng ủy cơ sở", "Required of the grassroots committee";
        supervision_committee_attended: i64, "months", "Đã dự: đảng ủy cơ sở", "Attended by the grassroots committee";
        supervision_committee_coverage: Option<f64>, "0–1", "Tỷ lệ: đảng ủy cơ sở", "Coverage by the grassroots committee";
        supervision_assisting_expected: i64, "months", "Phải dự: đơn vị giúp đỡ", "Required of assisting units";
        supervision_assisting_attended: i64, "months", "Đã dự: đơn vị giúp đỡ", "Attended by assisting units";
        supervision_assisting_coverage: Option<f64>, "0–1", "Tỷ lệ: đơn vị giúp đỡ", "Coverage by assisting units";
        visit_level_unknown: Option<f64>, "0–1", "Tỷ lệ lượt dự không rõ cấp", "Share of visited months whose level is unknown";
        months_assigned: i64, "months", "Số tháng có phân công người dự", "Expected months with an active assignment";
        quality_n: i64, "months", "Số tháng có điểm", "Held months with an official score";
        quality_mean: Option<f64>, "points", "Điểm trung bình", "Mean official score";
        quality_median: Option<f64>, "points", "Điểm trung vị", "Median official score";
        quality_min: Option<f64>, "points", "Điểm thấp nhất", "Lowest official score";
        quality_max: Option<f64>, "points", "Điểm cao nhất", "Highest official score";
        quality_sd: Option<f64>, "points", "Độ lệch chuẩn", "Standard deviation (n − 1); null under 2";
        quality_upper_n: i64, "months", "Số tháng cấp trên chấm", "Official scores given by the committee above";
        quality_self_n: i64, "months", "Số tháng chỉ tự chấm", "Official scores given by the cell itself";
        grade_good: i64, "months", "Số tháng Tốt", "Months graded good by the rubric of the month";
        grade_fair: i64, "months", "Số tháng Khá", "Months graded fair";
        grade_average: i64, "months", "Số tháng Trung bình", "Months graded average";
        grade_poor: i64, "months", "Số tháng Kém", "Months graded poor";
        self_mean: Option<f64>, "points", "Điểm tự chấm trung bình", "Mean self score";
        upper_mean: Option<f64>, "points", "Điểm cấp trên chấm trung bình", "Mean upper score";
        gap_mean: Option<f64>, "points", "Chênh lệch tự chấm − cấp trên", "Mean of self − upper over months with both";
        gap_n: i64, "months", "Số tháng có cả hai điểm", "Months with both scores";
        speakers_ratio: Option<f64>, "0–1", "Tỷ lệ phát biểu", "Σ min(speakers, present) / Σ present over held months that give speakers";
        committee_met_months: Option<i64>, "months", "Số tháng có họp chi ủy", "Held months in which the cell committee met; cells with a cell committee only";
        committee_met_known: Option<i64>, "months", "Số tháng biết có họp chi ủy hay không", "Held months that say so; cells with a cell committee only";
        plan_quarters: Option<i64>, "quarters", "Số quý có kế hoạch chuyên đề", "Quarters with a planned topic; null where plans were not collected";
        plan_approved: Option<i64>, "quarters", "Số quý kế hoạch được duyệt", "Planned quarters approved";
        plan_done: Option<i64>, "quarters", "Số quý thực hiện kế hoạch", "Planned quarters with a thematic meeting held";
        lost_points: Option<Text>, "points", "Tiêu chí mất điểm so với nhóm", "Mean loss per criterion group against the peer median, group:loss separated by ;";
        reporting_rate: Option<f64>, "0–1", "Tỷ lệ báo cáo", "months_reported / months_expected";
        timely_rate: Option<f64>, "0–1", "Tỷ lệ đúng hạn", "Months reported by the deadline / months_expected; null where no date was given";
    }

    UnitSummary in "unit_summary": "Số liệu gộp theo đơn vị, loại hình, toàn bộ", "Pooled figures per committee, cell type, hardship, and overall" {
        scope: Scope, "", "Phạm vi", "What the row pools over";
        unit_id: Text, "", "Mã đơn vị, loại hình hoặc ALL", "Code of the organisation, cell type, or ALL";
        unit_name: Text, "", "Tên", "Name";
        cells: i64, "cells", "Số chi bộ", "Cells active in the window";
        cells_reporting: i64, "cells", "Số chi bộ có báo cáo", "Cells with at least one reported month";
        cells_visited: i64, "cells", "Số chi bộ có cấp trên dự", "Cells visited at least once where required";
        cells_weak: i64, "cells", "Số chi bộ cần quan tâm, hỗ trợ", "Cells that need support";
        members: Option<i64>, "members", "Số đảng viên", "Members, latest reported";
        months_expected: i64, "months", "Số tháng-chi bộ phải báo cáo", "Σ months_expected";
        months_reported: i64, "months", "Số tháng-chi bộ có báo cáo", "Σ months_reported";
        months_held: i64, "months", "Số tháng-chi bộ có họp", "Σ months_held";
        due: Option<i64>, "member-meetings", "Tổng lượt phải dự", "Σ due";
        present: Option<i64>, "member-meetings", "Tổng lượt có mặt", "Σ present";
        attendance_rate: Option<f64>, "0–1", "Tỷ lệ dự", "Σ present / Σ due";
        attendance_low95: Option<f64>, "0–1", "Cận dưới khoảng 95%", "Lower bound of the Wilson interval";
        attendance_high95: Option<f64>, "0–1", "Cận trên khoảng 95%", "Upper bound of the Wilson interval";
        attendance_rate_net: Option<f64>, "0–1", "Tỷ lệ dự trừ vắng có lý do", "Pooled net attendance rate";
        unexcused: Option<i64>, "member-meetings", "Tổng lượt vắng không lý do", "Σ unexcused";
        thematic_expected: i64, "quarters", "Số quý-chi bộ phải có chuyên đề", "Σ thematic_expected";
        thematic_quarters: Option<i64>, "quarters", "Số quý-chi bộ có chuyên đề", "Σ thematic_quarters";
        supervision_expected: i64, "months", "Số tháng phải có người dự", "Σ supervision_expected";
        supervision_attended: i64, "months", "Số tháng có người dự", "Σ supervision_attended";
        supervision_coverage: Option<f64>, "0–1", "Tỷ lệ theo dõi", "Σ attended / Σ expected";
        quality_n: i64, "months", "Số tháng có điểm", "Σ quality_n";
        quality_mean: Option<f64>, "points", "Điểm trung bình", "Mean over all scored months";
        quality_median: Option<f64>, "points", "Điểm trung vị", "Median over all scored months";
        quality_min: Option<f64>, "points", "Điểm thấp nhất", "Lowest score";
        quality_max: Option<f64>, "points", "Điểm cao nhất", "Highest score";
        quality_sd: Option<f64>, "points", "Độ lệch chuẩn", "Standard deviation over all scored months (n − 1)";
        quality_upper_n: i64, "months", "Số tháng cấp trên chấm", "Σ quality_upper_n";
        grade_good: i64, "months", "Số tháng Tốt", "Months graded good";
        grade_fair: i64, "months", "Số tháng Khá", "Months graded fair";
        grade_average: i64, "months", "Số tháng Trung bình", "Months graded average";
        grade_poor: i64, "months", "Số tháng Kém", "Months graded poor";
        self_mean: Option<f64>, "points", "Điểm tự chấm trung bình", "Mean self score";
        upper_mean: Option<f64>, "points", "Điểm cấp trên chấm trung bình", "Mean upper score";
        gap_mean: Option<f64>, "points", "Chênh lệch tự chấm − cấp trên", "Mean of self − upper over months with both";
        gap_n: i64, "months", "Số tháng có cả hai điểm", "Months with both scores";
        speakers_ratio: Option<f64>, "0–1", "Tỷ lệ phát biểu", "Pooled speakers ratio";
        reporting_rate: Option<f64>, "0–1", "Tỷ lệ báo cáo", "Σ reported / Σ expected";
        timely_rate: Option<f64>, "0–1", "Tỷ lệ đúng hạn", "Months reported by the deadline / Σ expected";
    }

    FollowerSummary in "follower_summary": "Theo dõi sinh hoạt theo chức danh", "Supervision per follower role" {
        unit_id: Option<UnitId>, "", "Mã đơn vị quản lý", "Code of the organisation above the cells";
        role: Text, "", "Chức danh", "Role of the follower";
        cells: i64, "cells", "Số chi bộ được phân công", "Cells assigned";
        required: i64, "months", "Số tháng phải dự", "Required months";
        attended: i64, "months", "Số tháng có người dự", "Months with a visit";
        coverage: Option<f64>, "0–1", "Tỷ lệ", "attended / required";
    }

    FlagRow in "flags": "Dấu hiệu cần chú ý của từng chi bộ", "Flags per cell" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        code: FlagCode, "", "Mã dấu hiệu", "Code of the flag";
        severity: FlagSeverity, "", "Mức", "Red or amber";
        value: Option<f64>, "", "Giá trị", "Value that was judged";
        threshold: Option<f64>, "", "Ngưỡng", "Threshold it was judged by";
        evidence: Text, "", "Căn cứ", "Sentence of evidence with its numbers";
    }

    RankRow in "ranking": "Xếp thứ tự các chi bộ", "Ranking of the cells" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        ranked: bool, "", "Đủ số liệu để xếp", "Enough data to be ranked";
        reason: Option<Text>, "", "Vì sao chưa xếp", "Why it is not ranked";
        index: Option<f64>, "0–100", "Chỉ số tổng hợp", "Weighted mean of the components";
        index_weight: f64, "0–1", "Phần trọng số có số liệu", "Share of the weights with data";
        s_quality: Option<f64>, "0–100", "Thành phần: chất lượng", "Component: quality";
        s_attendance: Option<f64>, "0–100", "Thành phần: tỷ lệ dự", "Component: attendance";
        s_cadence: Option<f64>, "0–100", "Thành phần: đều kỳ", "Component: cadence";
        s_thematic: Option<f64>, "0–100", "Thành phần: chuyên đề", "Component: thematic";
        s_participation: Option<f64>, "0–100", "Thành phần: phát biểu", "Component: participation";
        s_plan: Option<f64>, "0–100", "Thành phần: kế hoạch", "Component: plan";
        rank: Option<i64>, "", "Thứ hạng chung", "Rank among all ranked cells";
        rank_peer: Option<i64>, "", "Thứ hạng trong nhóm loại hình", "Rank within the peer group";
        rank_unit: Option<i64>, "", "Thứ hạng trong đơn vị", "Rank within the organisation above";
        rank_low: Option<i64>, "", "Cận dưới thứ hạng (5%), không quá thứ hạng tính được", "5th percentile of the rank, at most the computed rank";
        rank_high: Option<i64>, "", "Cận trên thứ hạng (95%), không dưới thứ hạng tính được", "95th percentile of the rank, at least the computed rank";
        rank_upper: Option<i64>, "", "Thứ hạng chỉ theo điểm cấp trên", "Rank with quality from upper scores only";
        weak: bool, "", "Cần quan tâm, hỗ trợ", "Needs support";
        red_flags: i64, "flags", "Số dấu hiệu đỏ", "Red flags among those that count";
        amber_flags: i64, "flags", "Số dấu hiệu vàng", "Amber flags among those that count";
    }

    DistributionRow in "distribution": "Phân bố điểm", "Score distributions" {
        scope: Scope, "", "Phạm vi", "What the row speaks of";
        key: Text, "", "Mã", "Code of the cell, organisation or type; ALL";
        scorer: Scorer, "", "Điểm của ai", "Whose scores";
        kind: DistributionKind, "", "Loại", "Bin or quantile";
        low: f64, "", "Cận dưới, hoặc xác suất", "Lower edge of the bin, or the probability";
        high: Option<f64>, "points", "Cận trên", "Upper edge of the bin";
        count: Option<i64>, "months", "Số tháng", "Scored months in the bin";
        value: Option<f64>, "points", "Giá trị", "Value of the quantile";
    }
}
