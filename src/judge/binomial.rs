//! How likely a count is by chance.

use super::figure::number;

/// P(X ≥ count) for X ~ Binomial(trials, share): Σ C(n, i)·pⁱ·(1 − p)ⁿ⁻ⁱ over i = count … n, each term from the one
/// before it by (n − i)·p / ((i + 1)·(1 − p)), in logarithms, so that many trials do not make the terms vanish. It takes
/// the trials as independent.
#[must_use]
pub fn at_least(count: i64, trials: i64, share: f64) -> f64 {
    if count <= 0 {
        return 1.0;
    }
    if count > trials || share <= 0.0 {
        return 0.0;
    }
    if share >= 1.0 {
        return 1.0;
    }
    let odds = share.ln() - (-share).ln_1p();
    let ways: f64 = (1..=count).map(|i| (number(trials - count + i) / number(i)).ln()).sum();
    let mut term = ways + number(count) * share.ln() + number(trials - count) * (-share).ln_1p();
    // The sum as e^largest · scaled.
    let (mut largest, mut scaled) = (term, 1.0);
    for i in count..trials {
        term += (number(trials - i) / number(i + 1)).ln() + odds;
        if term > largest {
            scaled = scaled * (largest - term).exp() + 1.0;
            largest = term;
        } else {
            scaled += (term - largest).exp();
        }
    }
    (largest.exp() * scaled).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_cases_come_out_as_by_hand() {
        // 2 or more of 3 at 1/2: (3 + 1) / 8
        assert!((at_least(2, 3, 0.5) - 0.5).abs() < 1e-12);
        // 5 of 5 at 0.2: 0.2⁵
        assert!((at_least(5, 5, 0.2) - 0.000_32).abs() < 1e-12);
        // 1 or more of 4 at 0.1: 1 − 0.9⁴
        assert!((at_least(1, 4, 0.1) - 0.3439).abs() < 1e-12);
        // 3 or more of 4 at 0.25: 4 · 0.25³ · 0.75 + 0.25⁴ = 13 / 256
        assert!((at_least(3, 4, 0.25) - 13.0 / 256.0).abs() < 1e-12);
    }

    #[test]
    fn the_ends_are_sure() {
        let whole = [at_least(0, 5, 0.3), at_least(0, 0, 0.0), at_least(5, 5, 1.0)];
        let none = [at_least(6, 5, 0.3), at_least(1, 5, 0.0)];
        assert!(whole.iter().all(|it| it.total_cmp(&1.0).is_eq()) && none.iter().all(|it| it.total_cmp(&0.0).is_eq()));
    }

    #[test]
    fn many_trials_neither_vanish_nor_overflow() {
        // By symmetry P(X ≥ 5,001) of 10,001 at 1/2 is 1/2; the first term alone of X ≥ 1 is e^−6,900.
        assert!((at_least(5_001, 10_001, 0.5) - 0.5).abs() < 1e-9);
        assert!((at_least(1, 10_000, 0.5) - 1.0).abs() < 1e-9);
    }
}
