//! Interval of a share: how far the true share may lie from the observed one.

use super::figure::number;

/// Two-sided 95% quantile of the standard normal distribution.
const Z: f64 = 1.959_964;

/// A 95% interval of a share.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower bound, 0–1.
    pub low: f64,
    /// Upper bound, 0–1.
    pub high: f64,
}

/// The score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
/// Journal of the American Statistical Association 22 (1927), 209–212. Unlike the normal interval it stays within
/// 0–1 and holds for small numbers, and most cells are small. It takes the trials as independent.
///
/// None without trials; successes are taken to lie between none and all.
#[must_use]
pub fn wilson(successes: i64, trials: i64) -> Option<Interval> {
    score_interval(number(successes), number(trials), 1.0)
}

/// The same where `design_effect` trials are worth one independent trial, as with members who come together each month.
pub(super) fn score_interval(successes: f64, trials: f64, design_effect: f64) -> Option<Interval> {
    if trials <= 0.0 {
        return None;
    }
    let n = trials / design_effect;
    let p = successes.clamp(0.0, trials) / trials;
    let z2 = Z * Z;
    let centre = p + z2 / (2.0 * n);
    let half = Z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z2 / n;
    let bound = |value: f64| (value / scale).clamp(0.0, 1.0);
    Some(Interval { low: bound(centre - half), high: bound(centre + half) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn to_4_decimals(successes: i64, trials: i64) -> String {
        let interval = wilson(successes, trials).unwrap();
        format!("{:.4}–{:.4}", interval.low, interval.high)
    }

    /// The worked examples of R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3.
    #[test]
    fn the_published_examples_come_out() {
        assert_eq!(to_4_decimals(81, 263), "0.2553–0.3662");
        assert_eq!(to_4_decimals(15, 148), "0.0624–0.1605");
        assert_eq!(to_4_decimals(0, 20), "0.0000–0.1611");
        assert_eq!(to_4_decimals(1, 29), "0.0061–0.1718");
    }

    #[test]
    fn three_of_four_present_says_little() {
        // p = 0.75, n = 4, z² = 3.841459: (0.75 + 0.480182) / 1.960365 = 0.627527,
        // half = 1.959964 · √(0.046875 + 0.060023) / 1.960365 = 0.326885
        assert_eq!(to_4_decimals(3, 4), "0.3006–0.9544");
    }

    #[test]
    fn without_trials_there_is_no_interval() {
        assert_eq!(wilson(0, 0), None);
    }

    proptest! {
        #[test]
        fn the_share_lies_within_its_interval(trials in 1_i64..5_000, successes in 0_i64..5_000) {
            let successes = successes.min(trials);
            let interval = wilson(successes, trials).unwrap();
            let share = number(successes) / number(trials);
            prop_assert!(0.0 <= interval.low && interval.high <= 1.0);
            prop_assert!(interval.low <= share + 1e-12 && share <= interval.high + 1e-12);
        }
    }
}
