//! Every figure of `cell_summary`: its formula, what it is made of, and the rule files it goes by. The formulas are those
//! of `pipelines/sql/cell_summary.sql`, in words.

use crate::intake::submission::MeetingField as M;

/// What a figure is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ingredient {
    /// A field of the month's meeting.
    Field(M),
    /// The row that reports the month.
    Row,
    /// The rejected or unclear row of a month that counts as not reported.
    Refused,
    /// Date of the report.
    ReportDate,
    /// Visits of the log.
    Visit,
    /// Topics of the plan.
    PlanTopic,
    /// When topics were approved.
    PlanApproval,
    /// Points per criterion of a regular meeting.
    Points,
    /// Those of them that a fact of the month may contradict.
    FactPoints,
    /// Those of them that a gate of the month's rubric asks for.
    GatePoints,
    /// A column of the register's sheet of organisations.
    Unit(&'static str),
    /// The name of the organisation above, in the register.
    Parent,
    /// The cell's rows in the register's sheet of assignments.
    Assignment,
}

use Ingredient::{
    Assignment, Field, GatePoints, Parent, PlanApproval, PlanTopic, Points, ReportDate, Row, Unit, Visit,
};

/// How a figure comes about.
#[derive(Debug, Clone, Copy)]
pub struct Recipe {
    /// Name of the column.
    pub figure: &'static str,
    /// Its formula, in Vietnamese; in English the table's declaration says it.
    pub formula: &'static str,
    /// What it is made of.
    pub made_of: &'static [Ingredient],
    /// Rule files besides the two of SQL.
    pub rules: &'static [&'static str],
}

const SUPERVISION: &[Ingredient] = &[Assignment, Field(M::Visited), Field(M::Supervisor), Field(M::VisitLevel), Visit];
pub(super) const ATTENDANCE: &[Ingredient] =
    &[Field(M::Due), Field(M::Members), Field(M::Exempt), Field(M::SpecialDuty), Field(M::Away), Field(M::Present)];
const UNEXCUSED: &[Ingredient] = &[
    Field(M::AbsentUnexcused),
    Field(M::Due),
    Field(M::Members),
    Field(M::Exempt),
    Field(M::SpecialDuty),
    Field(M::Away),
];
const NET: &[Ingredient] = &[
    Field(M::AbsentExcused),
    Field(M::Due),
    Field(M::Members),
    Field(M::Exempt),
    Field(M::SpecialDuty),
    Field(M::Away),
    Field(M::Present),
];
pub(super) const SCORES: &[Ingredient] = &[Field(M::UpperScore), Field(M::SelfScore)];
const GRADES: &[Ingredient] = &[Field(M::UpperScore), Field(M::SelfScore), GatePoints];
pub(super) const THEMATIC: &[Ingredient] = &[Field(M::Thematic), Field(M::ThematicHeldOn), Field(M::ThematicTopic)];
pub(super) const VALIDITY: &[Ingredient] = &[Unit("Từ ngày"), Unit("Đến ngày")];
const ROLES: &[&str] = &["roles.toml"];
const RUBRICS: &[&str] = &["rubrics/"];

const fn recipe(
    figure: &'static str,
    formula: &'static str,
    made_of: &'static [Ingredient],
    rules: &'static [&'static str],
) -> Recipe {
    Recipe { figure, formula, made_of, rules }
}

/// One recipe per column of `cell_summary`.
pub const RECIPES: &[Recipe] = &[
    recipe("cell_id", "mã trong danh mục", &[Unit("Mã")], &[]),
    recipe("cell_name", "tên của lần hiệu lực mới nhất trong kỳ", &[Unit("Tên")], &[]),
    recipe("unit_id", "mã cấp trên của lần hiệu lực mới nhất trong kỳ", &[Unit("Mã cấp trên")], &[]),
    recipe("unit_name", "tên của đơn vị cấp trên đó", &[Parent], &[]),
    recipe("cell_type", "loại hình trong danh mục", &[Unit("Loại hình")], &["types.toml"]),
    recipe("peer_group", "nhóm so sánh của loại hình, theo types.toml", &[Unit("Loại hình")], &["types.toml"]),
    recipe("tier", "cấp trong danh mục", &[Unit("Cấp")], &["types.toml"]),
    recipe("hardship", "cột Khó khăn có dấu x", &[Unit("Khó khăn")], &[]),
    recipe("concurrent_secretary", "cột Bí thư kiêm nhiệm có dấu x", &[Unit("Bí thư kiêm nhiệm")], &[]),
    recipe(
        "needs_no_follower",
        "cột Bí thư là cấp ủy viên cấp trên có dấu x",
        &[Unit("Bí thư là cấp ủy viên cấp trên")],
        &[],
    ),
    recipe(
        "members",
        "tổng số đảng viên của tháng báo cáo gần nhất; không tháng nào ghi thì lấy số phải dự",
        &[Field(M::Members), Field(M::Due)],
        &[],
    ),
    recipe("months_expected", "số tháng trong kỳ mà hiệu lực của chi bộ chạm tới", VALIDITY, &[]),
    recipe("months_reported", "số tháng có một dòng được nhận", &[Row], &[]),
    recipe(
        "months_held",
        "số tháng có ngày họp, số có mặt hoặc điểm",
        &[Field(M::Status)],
        &["forms/monthly-table.toml"],
    ),
    recipe("months_not_held", "số tháng ghi không họp", &[Field(M::Status)], &["forms/monthly-table.toml"]),
    recipe(
        "due",
        "Σ phải dự của các tháng có họp, phải dự > 0 và có ghi số có mặt; phải dự như đã ghi, không ghi thì đảng viên − miễn sinh hoạt − nhiệm vụ đặc biệt − sinh hoạt tạm thời nơi khác",
        ATTENDANCE,
        &[],
    ),
    recipe("present", "Σ số nhỏ hơn trong (có mặt, phải dự), cùng các tháng đó", ATTENDANCE, &[]),
    recipe("attendance_months", "số tháng được tính vào tổng phải dự", ATTENDANCE, &[]),
    recipe("attendance_rate", "tổng có mặt / tổng phải dự", ATTENDANCE, &[]),
    recipe(
        "attendance_rate_net",
        "Σ số nhỏ hơn trong (có mặt, phải dự − vắng có lý do) / Σ (phải dự − vắng có lý do), các tháng có ghi vắng có lý do",
        NET,
        &[],
    ),
    recipe("attendance_low95", "cận dưới khoảng Wilson 95% của tỷ lệ dự", ATTENDANCE, &[]),
    recipe("attendance_high95", "cận trên khoảng Wilson 95% của tỷ lệ dự", ATTENDANCE, &[]),
    recipe("unexcused", "Σ vắng không lý do của các tháng có họp và có ghi", UNEXCUSED, &[]),
    recipe("unexcused_due", "Σ phải dự của cùng các tháng đó", UNEXCUSED, &[]),
    recipe("thematic_expected", "số quý có tháng phải báo cáo", VALIDITY, &[]),
    recipe("thematic_quarters", "số quý có sinh hoạt chuyên đề", THEMATIC, &[]),
    recipe(
        "supervision_expected",
        "Σ theo quý: số nhỏ hơn trong (số buổi/quý lớn nhất được phân công, số tháng có phân công)",
        &[Assignment],
        ROLES,
    ),
    recipe(
        "supervision_attended",
        "Σ theo quý: số nhỏ hơn trong (số phải dự, số tháng có người dự)",
        SUPERVISION,
        ROLES,
    ),
    recipe("supervision_coverage", "đã dự / phải dự", SUPERVISION, ROLES),
    recipe(
        "supervision_upper_expected",
        "như số tháng phải có người dự, chỉ tính phân công của cấp trên",
        &[Assignment],
        ROLES,
    ),
    recipe("supervision_upper_attended", "như số tháng có người dự, chỉ tính người của cấp trên", SUPERVISION, ROLES),
    recipe("supervision_upper_coverage", "đã dự / phải dự, của cấp trên", SUPERVISION, ROLES),
    recipe(
        "supervision_committee_expected",
        "như số tháng phải có người dự, chỉ tính phân công của đảng ủy cơ sở",
        &[Assignment],
        ROLES,
    ),
    recipe(
        "supervision_committee_attended",
        "như số tháng có người dự, chỉ tính người của đảng ủy cơ sở",
        SUPERVISION,
        ROLES,
    ),
    recipe("supervision_committee_coverage", "đã dự / phải dự, của đảng ủy cơ sở", SUPERVISION, ROLES),
    recipe(
        "supervision_assisting_expected",
        "như số tháng phải có người dự, chỉ tính phân công của đơn vị giúp đỡ",
        &[Assignment],
        ROLES,
    ),
    recipe(
        "supervision_assisting_attended",
        "như số tháng có người dự, chỉ tính người của đơn vị giúp đỡ",
        SUPERVISION,
        ROLES,
    ),
    recipe("supervision_assisting_coverage", "đã dự / phải dự, của đơn vị giúp đỡ", SUPERVISION, ROLES),
    recipe("visit_level_unknown", "số tháng có người dự không rõ cấp / số tháng có người dự", SUPERVISION, ROLES),
    recipe("months_assigned", "số tháng có phân công còn hiệu lực", &[Assignment], &[]),
    recipe(
        "quality_n",
        "số tháng có họp và có điểm chính thức (điểm cấp trên, không có thì điểm tự chấm)",
        SCORES,
        &[],
    ),
    recipe("quality_mean", "bình quân điểm chính thức", SCORES, &[]),
    recipe("quality_median", "trung vị điểm chính thức", SCORES, &[]),
    recipe("quality_min", "điểm chính thức thấp nhất", SCORES, &[]),
    recipe("quality_max", "điểm chính thức cao nhất", SCORES, &[]),
    recipe("quality_sd", "độ lệch chuẩn (n − 1) của điểm chính thức", SCORES, &[]),
    recipe("quality_upper_n", "số tháng có họp mà cấp trên chấm", &[Field(M::UpperScore)], &[]),
    recipe("quality_self_n", "số tháng có họp chỉ có điểm tự chấm", SCORES, &[]),
    recipe("grade_good", "số tháng có họp mà điểm chính thức ở mức Tốt theo quy định của tháng đó", GRADES, RUBRICS),
    recipe("grade_fair", "số tháng có họp mà điểm chính thức ở mức Khá theo quy định của tháng đó", GRADES, RUBRICS),
    recipe(
        "grade_average",
        "số tháng có họp mà điểm chính thức ở mức Trung bình theo quy định của tháng đó",
        GRADES,
        RUBRICS,
    ),
    recipe("grade_poor", "số tháng có họp mà điểm chính thức ở mức Kém theo quy định của tháng đó", GRADES, RUBRICS),
    recipe("self_mean", "bình quân điểm tự chấm", &[Field(M::SelfScore)], &[]),
    recipe("upper_mean", "bình quân điểm cấp trên chấm", &[Field(M::UpperScore)], &[]),
    recipe("gap_mean", "bình quân (tự chấm − cấp trên chấm) của các tháng có cả hai", SCORES, &[]),
    recipe("gap_n", "số tháng có cả hai điểm", SCORES, &[]),
    recipe(
        "speakers_ratio",
        "Σ số nhỏ hơn trong (phát biểu, có mặt) / Σ có mặt, các tháng có ghi số phát biểu",
        &[Field(M::Speakers), Field(M::Present)],
        &[],
    ),
    recipe(
        "committee_met_months",
        "số tháng có họp ghi có họp chi ủy; chỉ chi bộ có chi ủy",
        &[Field(M::CommitteeMet), Unit("Có chi ủy")],
        &[],
    ),
    recipe(
        "committee_met_known",
        "số tháng có họp ghi có hoặc không; chỉ chi bộ có chi ủy",
        &[Field(M::CommitteeMet), Unit("Có chi ủy")],
        &[],
    ),
    recipe("plan_quarters", "số quý có chuyên đề trong kế hoạch", &[PlanTopic], &[]),
    recipe("plan_approved", "số quý có chuyên đề đã được duyệt", &[PlanApproval, PlanTopic], &[]),
    recipe(
        "plan_done",
        "số quý trong kế hoạch đã sinh hoạt chuyên đề",
        &[PlanTopic, Field(M::Thematic), Field(M::ThematicHeldOn), Field(M::ThematicTopic)],
        &[],
    ),
    recipe(
        "lost_points",
        "theo nhóm tiêu chí: điểm mất bình quân so với trung vị của nhóm so sánh",
        &[Points],
        &["criteria.toml"],
    ),
    recipe(
        "reporting_rate",
        "số tháng có báo cáo / số tháng phải báo cáo",
        &[Row, Unit("Từ ngày"), Unit("Đến ngày")],
        &[],
    ),
    recipe(
        "timely_rate",
        "số tháng mà biểu đầu tiên được nhận gửi trong hạn / số tháng phải báo cáo",
        &[ReportDate, Row],
        &["settings.toml"],
    ),
];

/// The SQL that every figure goes by.
pub const SQL: [&str; 2] = ["sql/cell_months.sql", "sql/cell_summary.sql"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lake::schema::CellSummary;
    use crate::lake::table::Row as _;

    #[test]
    fn every_figure_has_its_recipe_in_the_order_of_the_table() {
        let columns: Vec<&str> = CellSummary::TABLE.columns.iter().map(|column| column.name).collect();
        let recipes: Vec<&str> = RECIPES.iter().map(|recipe| recipe.figure).collect();
        assert_eq!(recipes, columns);
    }
}
