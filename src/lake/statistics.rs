//! Tables that say how far figures can be trusted: self against upper scores, estimates that lean on the peers, the
//! funnel of attendance, the spread of scores.

use super::table::{tables, words};
use crate::register::UnitId;
use crate::rules::index::Component;
use crate::terms::{Scope, Scorer};

type Text = String;

words! {
    /// Where a cell lies in the funnel of its peers.
    pub enum FunnelPosition {
        /// Within what chance explains.
        Inside = "inside",
        /// Under the 95% limit.
        Below95 = "below_95",
        /// Under the 99.8% limit.
        Below998 = "below_998",
        /// Over the 95% limit.
        Above95 = "above_95",
        /// Over the 99.8% limit.
        Above998 = "above_998",
    }
}

tables! {
    AgreementRow in "agreement": "Tự chấm so với cấp trên chấm", "Self scores against upper scores" {
        scope: Scope, "", "Phạm vi", "What the row pools over";
        key: Text, "", "Mã đơn vị, loại hình hoặc ALL", "Code of the organisation, cell type, or ALL";
        cells: i64, "cells", "Số chi bộ có tháng đủ cả hai điểm", "Cells with a month of both scores";
        n: i64, "months", "Số tháng có cả hai điểm", "Months with both scores";
        gap_mean: Option<f64>, "points", "Chênh lệch bình quân tự chấm − cấp trên", "Mean of self − upper";
        gap_low95: Option<f64>, "points", "Cận dưới khoảng 95%", "Lower bound, t interval with cells as clusters; null under 2 cells";
        gap_high95: Option<f64>, "points", "Cận trên khoảng 95%", "Upper bound";
        gap_sd: Option<f64>, "points", "Độ lệch chuẩn của chênh lệch", "Standard deviation of the differences (n − 1)";
        limits_low: Option<f64>, "points", "Giới hạn tương hợp dưới", "Lower limit of agreement, mean − 1.96 sd (Bland–Altman)";
        limits_high: Option<f64>, "points", "Giới hạn tương hợp trên", "Upper limit of agreement, mean + 1.96 sd";
        grades_n: i64, "months", "Số tháng có cả hai mức", "Months with both grades stated";
        kappa: Option<f64>, "", "Kappa có trọng số", "Weighted kappa of the stated grades, quadratic weights; null where undefined";
        peers_gap_mean: Option<f64>, "points", "Chênh lệch bình quân của các đơn vị khác", "Mean gap of all others of the same scope";
        apart: Option<bool>, "", "Khác hẳn các đơn vị khác", "The interval leaves out the others' mean";
    }

    EstimateRow in "estimates": "Ước lượng dựa thêm vào nhóm so sánh", "Estimates that lean on the peer group" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        figure: Component, "", "Thành phần", "Component whose figure is estimated";
        raw: f64, "", "Số liệu riêng", "The cell's own figure";
        n: f64, "", "Số lượt hoặc số tháng", "Independent trials, or months with a score";
        peers: Text, "", "Dựa vào nhóm", "Peer group leant on; ALL where it is too small";
        peer_mean: f64, "", "Bình quân của nhóm", "Mean of the peers";
        estimate: f64, "", "Ước lượng", "Posterior mean (empirical Bayes)";
        low90: f64, "", "Cận dưới 90%", "5th percentile of the posterior";
        high90: f64, "", "Cận trên 90%", "95th percentile of the posterior";
    }

    FunnelRow in "funnel": "Tỷ lệ dự so với nhóm, theo cỡ chi bộ", "Attendance against the peers by size" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        peers: Text, "", "Nhóm so sánh", "Peer group; ALL where it is too small";
        n: i64, "member-meetings", "Tổng lượt phải dự", "Σ due";
        rate: f64, "0–1", "Tỷ lệ dự", "Attendance rate";
        target: f64, "0–1", "Tỷ lệ chung của nhóm", "Pooled rate of the peers";
        dispersion: f64, "", "Hệ số phân tán", "Overdispersion φ of the peers, at least 1";
        low95: f64, "0–1", "Giới hạn dưới 95%", "Lower limit, target − 1.96·√(φ·p(1 − p)/n)";
        high95: f64, "0–1", "Giới hạn trên 95%", "Upper limit";
        low998: f64, "0–1", "Giới hạn dưới 99,8%", "Lower limit with 3.09";
        high998: f64, "0–1", "Giới hạn trên 99,8%", "Upper limit with 3.09";
        position: FunnelPosition, "", "Vị trí", "Where the cell lies";
    }

    SpreadRow in "score_summary": "Phân bố điểm tóm tắt", "Spread of scores" {
        scope: Scope, "", "Phạm vi", "What the row speaks of";
        key: Text, "", "Mã", "Code of the cell, organisation or type; ALL";
        scorer: Scorer, "", "Điểm của ai", "Whose scores";
        n: i64, "months", "Số tháng có điểm", "Scored months";
        mean: f64, "points", "Trung bình", "Mean";
        sd: Option<f64>, "points", "Độ lệch chuẩn", "Standard deviation (n − 1); null under 2";
        min: f64, "points", "Thấp nhất", "Lowest";
        q25: f64, "points", "Tứ phân vị dưới", "Lower quartile";
        median: f64, "points", "Trung vị", "Median";
        q75: f64, "points", "Tứ phân vị trên", "Upper quartile";
        max: f64, "points", "Cao nhất", "Highest";
        grade_good: i64, "months", "Số tháng Tốt", "Months graded good by the rubric of the month; official scores only";
        grade_fair: i64, "months", "Số tháng Khá", "Months graded fair";
        grade_average: i64, "months", "Số tháng Trung bình", "Months graded average";
        grade_poor: i64, "months", "Số tháng Kém", "Months graded poor";
    }
}
