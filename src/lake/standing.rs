//! Tables about where a cell stands: what its index is made of, and what would lift it.

use super::table::tables;
use crate::register::UnitId;
use crate::rules::index::Component;
use crate::terms::Grade;

type Text = String;

tables! {
    ContributionRow in "contributions": "Mỗi thành phần góp bao nhiêu vào chỉ số của chi bộ", "What each component brings to a cell's index" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        component: Component, "", "Thành phần", "Component";
        figure: Option<f64>, "", "Số liệu của thành phần", "Figure the component is scored from";
        score: Option<f64>, "0–100", "Điểm thành phần", "Figure between its goalposts";
        weight: f64, "0–1", "Phần trọng số trong chỉ số của chi bộ này", "Share of the weights present";
        points: Option<f64>, "0–100", "Điểm góp vào chỉ số", "weight × score; the sum over components is the index";
        lost: Option<f64>, "0–100", "Điểm chỉ số còn thiếu ở thành phần này", "weight × (100 − score)";
    }

    LiftRow in "lift": "Điều gì đưa chi bộ lên một mức", "What would lift a cell one grade" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        grade: Option<Grade>, "", "Mức của điểm bình quân", "Grade of the mean official score, by the rubric of the last month";
        next_grade: Option<Grade>, "", "Mức kế trên", "The grade above; empty at the top";
        points_needed: Option<f64>, "points", "Số điểm bình quân còn thiếu", "Mean points a month to the grade above";
        months_below: i64, "months", "Số tháng dưới mức kế trên", "Scored months graded below the grade above";
        component: Option<Component>, "", "Thành phần thiếu nhiều nhất", "Component in which the index loses most";
        lost: Option<f64>, "0–100", "Điểm chỉ số thiếu ở đó", "Index points lost there";
        advice: Text, "", "Diễn giải", "The same in a sentence";
    }
}
