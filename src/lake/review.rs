//! Tables about the points of score sheets: where a cell loses them, and what in scores is worth a second look.

use super::table::tables;
use crate::register::UnitId;
use crate::rules::integrity::Signal;
use crate::terms::{Scope, Scorer};

type Text = String;

tables! {
    CriterionRow in "criteria": "Mất điểm theo nhóm tiêu chí, so với nhóm chi bộ cùng loại", "Points lost per criterion group, against the peers" {
        cell_id: UnitId, "", "Mã chi bộ", "Code of the cell";
        group: Text, "", "Nhóm tiêu chí (pipelines/criteria.toml)", "Criterion group of pipelines/criteria.toml";
        months: i64, "months", "Số tháng có phiếu chấm nhóm tiêu chí này", "Held months whose official sheet scores the group";
        points_mean: f64, "points", "Điểm bình quân", "Mean points given";
        max_mean: f64, "points", "Điểm tối đa bình quân", "Mean points possible";
        loss_mean: f64, "points", "Mất điểm bình quân", "max_mean − points_mean";
        peers: i64, "cells", "Số chi bộ trong nhóm so sánh có phiếu (kể cả chi bộ này)", "Cells of the peer group with such sheets, this one included";
        peer_median_loss: Option<f64>, "points", "Trung vị mất điểm của nhóm so sánh", "Median of loss_mean over these cells";
        against_peers: Option<f64>, "points", "Mất nhiều hơn nhóm so sánh", "loss_mean − peer_median_loss";
    }

    IntegrityRow in "integrity": "Điểm chấm cần xem lại; không tính vào chỉ số", "Scores to review; never part of the index" {
        signal: Signal, "", "Dấu hiệu", "What was noticed";
        scorer: Option<Scorer>, "", "Điểm của ai; trống khi nói về số liệu tháng", "Whose scores; empty where monthly figures are meant";
        scope: Scope, "", "Phạm vi: một chi bộ, một đơn vị, toàn bộ", "One cell, one unit, or all";
        key: Text, "", "Mã chi bộ, đơn vị; ALL", "Code of the cell or organisation; ALL";
        n: i64, "", "Số lần có thể xảy ra", "Times it could have happened";
        count: i64, "", "Số lần xảy ra", "Times it did";
        share: f64, "0–1", "Tỷ lệ", "count / n";
        base_rate: Option<f64>, "0–1", "Tỷ lệ chung của mọi chi bộ", "The same share over all cells; empty in its own row";
        expected: Option<f64>, "", "Số lần theo tỷ lệ chung", "n × base_rate";
        p_value: Option<f64>, "0–1", "Xác suất ngẫu nhiên có từng ấy lần hoặc hơn", "P(X ≥ count), X ~ Binomial(n, base_rate)";
        evidence: Text, "", "Căn cứ", "Sentence of evidence with its numbers";
    }
}
