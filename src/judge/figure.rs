//! Figures as they are compared: counts as numbers, and the rounding before a threshold.

/// A count as a number.
#[expect(clippy::cast_precision_loss, reason = "counts of months and members stay far under 2^53")]
pub(super) fn number(count: i64) -> f64 {
    count as f64
}

/// The share of a part in a whole; none of nothing.
pub(super) fn share(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| number(part) / number(whole))
}

/// Rounded to 9 decimals, so that 0.1 + 0.2 meets a threshold of 0.3 as 0.3.
pub(super) fn rounded(figure: f64) -> f64 {
    (figure * 1e9).round() / 1e9
}

/// Mean of three scores.
pub(super) fn mean(three: [f64; 3]) -> f64 {
    three.iter().sum::<f64>() / 3.0
}

/// Variance of three scores (n − 1).
pub(super) fn variance(three: [f64; 3]) -> f64 {
    let mean = mean(three);
    three.iter().map(|score| (score - mean).powi(2)).sum::<f64>() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_removes_what_binary_fractions_add() {
        assert!((0.1_f64 + 0.2).total_cmp(&0.3).is_gt());
        assert_eq!(rounded(0.1 + 0.2).total_cmp(&0.3), std::cmp::Ordering::Equal);
        assert!(rounded(0.299_999_999) < 0.3);
    }

    #[test]
    fn nothing_has_no_share() {
        assert_eq!(share(0, 0), None);
        assert_eq!(share(3, 12), Some(0.25));
    }

    #[test]
    fn variance_divides_by_one_less() {
        // (−2)² + 0² + 2² = 8; 8 / 2 = 4
        assert_eq!(variance([80.0, 82.0, 84.0]).total_cmp(&4.0), std::cmp::Ordering::Equal);
    }
}
