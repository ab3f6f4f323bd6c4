//! Figures as they are compared: counts as numbers, and the rounding before a threshold.

use crate::lake::schema::CellMonth;
pub(super) use crate::rules::rounded;
use crate::terms::MeetingStatus;

/// Whether the cell met.
pub(super) fn is_held(month: &CellMonth) -> bool {
    month.status == Some(MeetingStatus::Held)
}

/// How many, as tables count.
pub(super) fn count(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}

/// A count as a number.
#[expect(clippy::cast_precision_loss, reason = "counts of months and members stay far under 2^53")]
pub(super) fn number(count: i64) -> f64 {
    count as f64
}

/// A sum of squares of millionths as a number.
#[expect(clippy::cast_precision_loss, reason = "16 digits of it are enough")]
pub(super) fn large(sum: i128) -> f64 {
    sum as f64
}

/// A score in millionths: whole numbers add up to the same sum in any order.
#[expect(clippy::cast_possible_truncation, reason = "scores are 0 to 100")]
pub(super) fn millionths(score: f64) -> i64 {
    (score * 1e6).round() as i64
}

/// Of numbers given as millionths, how many, their sum and the sum of their squares: mean and standard deviation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Moments {
    pub(super) n: i64,
    sum: i64,
    squares: i128,
}

impl Moments {
    /// Of one number.
    pub(super) fn one(millionths: i64) -> Self {
        Self { n: 1, sum: millionths, squares: i128::from(millionths).pow(2) }
    }

    /// Of the numbers of both.
    pub(super) fn and(self, other: Self) -> Self {
        Self { n: self.n + other.n, sum: self.sum + other.sum, squares: self.squares + other.squares }
    }

    /// Of these without the other's, which are among them.
    pub(super) fn without(self, other: Self) -> Self {
        Self { n: self.n - other.n, sum: self.sum - other.sum, squares: self.squares - other.squares }
    }

    /// The sum of the numbers.
    pub(super) fn sum(&self) -> f64 {
        number(self.sum) / 1e6
    }

    /// The mean; none of nothing.
    pub(super) fn mean(&self) -> Option<f64> {
        (self.n > 0).then(|| number(self.sum) / (number(self.n) * 1e6))
    }

    /// The standard deviation (n − 1), from √((n·Σx² − (Σx)²) / (n·(n − 1))); none under 2.
    pub(super) fn sd(&self) -> Option<f64> {
        let (n, sum) = (i128::from(self.n), i128::from(self.sum));
        (n > 1).then(|| (large(n * self.squares - sum * sum) / large(n * (n - 1))).sqrt() / 1e6)
    }
}

/// The share of a part in a whole; none of nothing.
pub(super) fn share(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| number(part) / number(whole))
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
    fn moments_of_both_are_moments_of_all() {
        let of = |scores: &[f64]| {
            scores.iter().map(|score| Moments::one(millionths(*score))).fold(Moments::default(), Moments::and)
        };
        let (some, others) = (of(&[80.1, 82.1]), of(&[84.1]));
        // mean 82.1, squares 4 + 0 + 4, sd √(8 / 2)
        assert_eq!((some.and(others).mean(), some.and(others).sd()), (Some(82.1), Some(2.0)));
        assert_eq!(some.and(others).without(some), others);
        assert_eq!((others.sd(), Moments::default().mean()), (None, None));
    }

    #[test]
    fn variance_divides_by_one_less() {
        // (−2)² + 0² + 2² = 8; 8 / 2 = 4
        assert_eq!(variance([80.0, 82.0, 84.0]).total_cmp(&4.0), std::cmp::Ordering::Equal);
    }
}
