//! Tables about the committees' part: visits asked for and made, duties nobody saw to, plans and preparation pooled.

use super::table::{tables, words};
use crate::period::Period;
use crate::register::UnitId;
use crate::terms::{Scope, VisitLevel};

type Text = String;

words! {
    /// Whose visits count.
    pub enum Visitors {
        /// Anybody's from above.
        Any = "any",
        /// Those of the committee above the grassroots committee.
        Upper = "upper",
        /// Those of the grassroots committee.
        Committee = "committee",
        /// Those of a unit that helps the cell.
        Assisting = "assisting",
    }
}

tables! {
    CoverageRow in "supervision": "Cấp trên dự sinh hoạt theo quý và cấp", "Visits from above by quarter and level" {
        scope: Scope, "", "Phạm vi", "What the row pools over";
        key: Text, "", "Mã chi bộ, đơn vị (nơi chi bộ trực thuộc vào cuối quý), loại hình; yes/no; ALL", "Code of the cell, organisation (the one above the cell at the end of the quarter) or type; yes/no; ALL";
        quarter: Text, "", "Quý", "Quarter, like 2024-Q1";
        level: Visitors, "", "Cấp dự", "Whose visits count";
        cells: i64, "cells", "Số chi bộ phải có người dự", "Cells with a visit required";
        required: i64, "months", "Số tháng phải có người dự", "Σ required";
        attended: i64, "months", "Số tháng có người dự", "Σ attended";
        coverage: Option<f64>, "0–1", "Tỷ lệ", "attended / required";
    }

    DutyRow in "duties": "Mỗi phân công dự sinh hoạt một dòng", "One row per cell and follower" {
        unit_id: Option<UnitId>, "", "Mã đơn vị quản lý", "Code of the organisation above the cell";
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        hardship: bool, "", "Khó khăn", "Hardship cell";
        role: Text, "", "Chức danh", "Role of the follower";
        visit_level: Option<VisitLevel>, "", "Cấp dự", "Level the follower comes from";
        months_assigned: i64, "months", "Số tháng được phân công", "Expected months in which the assignment is active";
        months_visited: i64, "months", "Số tháng cấp đó có dự", "Of these, months with a visit from that level; from anybody where the level is not known";
        no_visit: bool, "", "Chưa dự lần nào", "Assigned and never came; not said where a visitor of unknown level may have been this follower";
    }

    UnassignedRow in "unassigned": "Chi bộ có tháng chưa phân công người dự", "Cells with months without a follower" {
        unit_id: Option<UnitId>, "", "Mã đơn vị quản lý", "Code of the organisation above the cell";
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        hardship: bool, "", "Khó khăn", "Hardship cell";
        n: i64, "months", "Số tháng chưa phân công", "Expected months without an active assignment";
        months: Text, "", "Các tháng, cách nhau bằng dấu ;", "These months, separated by ;";
    }

    HardshipRow in "hardship_months": "Chi bộ khó khăn theo tháng", "Hardship cells by month" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        period: Period, "", "Tháng", "Month";
        required_visits: i64, "months", "Số tháng phải có người dự trong quý", "Months of the quarter in which a visit is required";
        visited: bool, "", "Có cấp trên dự", "Somebody from above attended";
        visited_upper: bool, "", "Có cấp trên (thành ủy, tỉnh ủy) dự", "Visited by the committee above the grassroots committee";
        visited_committee: bool, "", "Có đảng ủy cơ sở dự", "Visited by the grassroots committee";
        visited_assisting: bool, "", "Có đơn vị giúp đỡ dự", "Visited by an assisting unit";
    }

    PreparationRow in "plan_summary": "Kế hoạch chuyên đề và họp chi ủy, gộp", "Thematic plans and cell-committee meetings, pooled" {
        scope: Scope, "", "Phạm vi", "What the row pools over";
        key: Text, "", "Mã đơn vị, loại hình; yes/no; ALL", "Code of the organisation or type; yes/no; ALL";
        cells: i64, "cells", "Số chi bộ", "Cells";
        cells_collected: i64, "cells", "Số chi bộ nơi có thu kế hoạch", "Cells whose committee collects plans";
        cells_with_plan: i64, "cells", "Số chi bộ có kế hoạch", "Cells with a planned quarter";
        plan_quarters: Option<i64>, "quarters", "Số quý có kế hoạch", "Σ plan_quarters; null where none was collected";
        plan_approved: Option<i64>, "quarters", "Số quý được duyệt", "Σ plan_approved";
        plan_done: Option<i64>, "quarters", "Số quý đã thực hiện", "Σ plan_done";
        committee_met_months: Option<i64>, "months", "Số tháng có họp chi ủy", "Σ committee_met_months of cells with a cell committee; null where none says";
        committee_met_known: Option<i64>, "months", "Số tháng có ghi", "Σ committee_met_known; null where no cell has a cell committee";
    }
}
