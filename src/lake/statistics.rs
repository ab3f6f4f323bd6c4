//! Tables that admit doubt: how scores spread, how scorers agree, estimates that lean on peers, funnel limits.

use super::table::tables;
use crate::register::UnitId;
use crate::rules::index::Component;
use crate::terms::{FunnelPosition, Scope, Scorer};

type Text = String;

tables! {
    ScoreSummary in "score_summary": "Điểm tóm tắt theo chi bộ, đơn vị, loại hình, toàn bộ", "Scores in figures, per cell, committee, cell type and overall" {
        scope: Scope, "", "Phạm vi", "What the row speaks of";
        key: Text, "", "Mã", "Code of the cell, organisation or type; ALL";
        scorer: Scorer, "", "Điểm của ai", "Whose scores";
        n: i64, "months", "Số tháng có điểm", "Held months with a score";
        mean: f64, "points", "Điểm trung bình", "Mean score";
        sd: Option<f64>, "points", "Độ lệch chuẩn", "Standard deviation (n − 1); null under 2";
        min: Option<f64>, "points", "Điểm thấp nhất", "Lowest score, as in distribution";
        q25: Option<f64>, "points", "Tứ phân vị thứ nhất", "First quartile, as in distribution";
        median: Option<f64>, "points", "Trung vị", "Median, as in distribution";
        q75: Option<f64>, "points", "Tứ phân vị thứ ba", "Third quartile, as in distribution";
        max: Option<f64>, "points", "Điểm cao nhất", "Highest score, as in distribution";
        good: i64, "months", "Số tháng Tốt", "Scores graded good by the rubric of their month";
        fair: i64, "months", "Số tháng Khá", "Scores graded fair";
        average: i64, "months", "Số tháng Trung bình", "Scores graded average";
        poor: i64, "months", "Số tháng Kém", "Scores graded poor";
    }

    AgreementRow in "agreement": "Tự chấm so với cấp trên chấm", "Self scores against upper scores, overall, per committee and per cell type" {
        scope: Scope, "", "Phạm vi: toàn bộ, đơn vị, loại hình", "What the row speaks of: all, unit or type";
        key: Text, "", "Mã", "Code of the organisation, type, or ALL";
        n: i64, "months", "Số tháng có cả hai điểm", "Held months with both scores";
        cells: i64, "cells", "Số chi bộ có cả hai điểm", "Cells with such a month";
        gap_mean: Option<f64>, "points", "Chênh lệch tự chấm − cấp trên, bình quân", "Mean of self − upper";
        gap_low95: Option<f64>, "points", "Cận dưới khoảng 95% của chênh lệch", "Lower bound of its t interval, the months of a cell taken together; null under 2 cells";
        gap_high95: Option<f64>, "points", "Cận trên khoảng 95% của chênh lệch", "Upper bound of the same interval";
        gap_sd: Option<f64>, "points", "Độ lệch chuẩn của chênh lệch", "Standard deviation of the gaps (n − 1); null under 2";
        limits_low: Option<f64>, "points", "Giới hạn thống nhất dưới (Bland–Altman)", "Lower limit of agreement, gap_mean − 1.96 gap_sd";
        limits_high: Option<f64>, "points", "Giới hạn thống nhất trên (Bland–Altman)", "Upper limit of agreement, gap_mean + 1.96 gap_sd";
        grades_n: i64, "months", "Số tháng ghi cả hai mức", "Held months that state both grades";
        kappa_weighted: Option<f64>, "−1–1", "Kappa có trọng số của hai mức", "Cohen's kappa of the stated grades, quadratic weights; null where both scorers give one and the same grade only";
        peer_gap_mean: Option<f64>, "points", "Chênh lệch bình quân của các đơn vị (loại hình) còn lại", "gap_mean of all other organisations or types, their months pooled";
        apart: Option<bool>, "", "Khác hẳn các đơn vị (loại hình) còn lại", "The interval excludes peer_gap_mean; null with too few cells to say";
    }

    EstimateRow in "estimates": "Số liệu của chi bộ khi kéo về nhóm so sánh", "What a cell's figures are likely to be in the long run, leaning on its peers" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        figure: Component, "", "Số liệu", "Figure: quality in points, the others as shares";
        raw: f64, "", "Giá trị tính từ báo cáo", "The figure as reported";
        n: f64, "", "Số quan sát coi là độc lập", "Observations it rests on: months scored, months reported, quarters, members present, or member-meetings due / design effect";
        peer_group: Option<Text>, "", "Nhóm so sánh", "Peer group of the cell";
        pooled: bool, "", "So với toàn bộ vì nhóm quá nhỏ", "Compared with all cells, its group being too small or unknown";
        peers: i64, "cells", "Số chi bộ được so", "Cells with the figure it is compared with, itself among them";
        peer_mean: f64, "", "Bình quân của nhóm", "Mean of those cells";
        peer_spread: Option<f64>, "", "Độ phân tán giữa các chi bộ trong nhóm", "Standard deviation between those cells, chance apart; null where it cannot be told";
        estimate: f64, "", "Giá trị ước lượng", "Posterior mean, between raw and peer_mean";
        low90: f64, "", "Cận dưới khoảng 90%", "5% of the posterior lie below";
        high90: f64, "", "Cận trên khoảng 90%", "5% of the posterior lie above";
    }

    FunnelRow in "funnel": "Tỷ lệ dự so với nhóm, theo số lượt phải dự", "Attendance against the peers' rate, with limits by the number due" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        due: i64, "member-meetings", "Tổng lượt phải dự", "Member-meetings due";
        rate: f64, "0–1", "Tỷ lệ dự", "Attendance rate";
        peer_group: Option<Text>, "", "Nhóm so sánh", "Peer group of the cell";
        pooled: bool, "", "So với toàn bộ vì nhóm quá nhỏ", "Compared with all cells, its group being too small or unknown";
        peers: i64, "cells", "Số chi bộ được so", "Cells with a rate it is compared with, itself among them";
        target: f64, "0–1", "Tỷ lệ chung của nhóm", "Σ present / Σ due of those cells";
        dispersion: f64, "", "Hệ số phân tán", "How much wider than chance the limits are drawn, as a factor of the variance";
        low95: f64, "0–1", "Giới hạn dưới 95%", "Lower limit, 2.5% below";
        high95: f64, "0–1", "Giới hạn trên 95%", "Upper limit, 2.5% above";
        low998: f64, "0–1", "Giới hạn dưới 99,8%", "Lower limit, 0.1% below";
        high998: f64, "0–1", "Giới hạn trên 99,8%", "Upper limit, 0.1% above";
        position: FunnelPosition, "", "Vị trí so với giới hạn 95%", "Where the rate lies by the 95% limits";
        position998: FunnelPosition, "", "Vị trí so với giới hạn 99,8%", "Where the rate lies by the 99.8% limits";
    }
}
