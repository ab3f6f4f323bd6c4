//! The functions intervals are read from: the beta distribution, and by it Student's t and the binomial.
//! Every loop is bounded, so that no figure, however odd, can hold up a run.

/// The logarithm of Γ(x) for x > 0: Stirling's series from 10 on, below that by Γ(x + 1) = x·Γ(x)
/// (M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions", 1964, 6.1.15 and 6.1.41).
fn ln_gamma(x: f64) -> f64 {
    let (mut x, mut product) = (x, 1.0);
    while x < 10.0 {
        product *= x;
        x += 1.0;
    }
    let inverse = 1.0 / (x * x);
    let series = [-691.0 / 360_360.0, 1.0 / 1188.0, -1.0 / 1680.0, 1.0 / 1260.0, -1.0 / 360.0, 1.0 / 12.0]
        .into_iter()
        .fold(0.0, |sum, term| sum * inverse + term);
    (x - 0.5) * x.ln() - x + 0.5 * std::f64::consts::TAU.ln() + series / x - f64::ln(product)
}

/// Most steps of the continued fraction; it needs about √max(a, b) of them.
const MOST_STEPS: u16 = 10_000;

/// The distribution Beta(a, b), a and b above 0.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beta {
    a: f64,
    b: f64,
    ln_constant: f64,
}

impl Beta {
    pub(super) fn new(a: f64, b: f64) -> Self {
        Self { a, b, ln_constant: ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) }
    }

    /// The density at x.
    fn density(&self, x: f64) -> f64 {
        (self.ln_constant + (self.a - 1.0) * x.ln() + (self.b - 1.0) * (-x).ln_1p()).exp()
    }

    /// The probability of less than x, the regularised incomplete beta function I_x(a, b), by its continued fraction
    /// (Abramowitz and Stegun, 26.5.8) in the method of Lentz.
    fn below(&self, x: f64) -> f64 {
        if x <= 0.0 {
            return 0.0;
        }
        if x >= 1.0 {
            return 1.0;
        }
        let Self { a, b, ln_constant } = *self;
        let front = (ln_constant + a * x.ln() + b * (-x).ln_1p()).exp();
        // The fraction is quick on the near side of the mean; the far side is the mirror image.
        if x > (a + 1.0) / (a + b + 2.0) {
            1.0 - front * fraction(1.0 - x, b, a) / b
        } else {
            front * fraction(x, a, b) / a
        }
    }

    /// The value below which a variate lies with probability p: Newton's steps, halving the bracket where they would
    /// leave it.
    pub(super) fn quantile(&self, p: f64) -> f64 {
        let (mut low, mut high) = (0.0, 1.0);
        let mut x = self.a / (self.a + self.b);
        for _ in 0..200 {
            let over = self.below(x) - p;
            if over > 0.0 {
                high = x;
            } else {
                low = x;
            }
            let newton = x - over / self.density(x);
            let next = if low < newton && newton < high { newton } else { f64::midpoint(low, high) };
            let settled = (next - x).abs() <= 4.0 * f64::EPSILON * x;
            x = next;
            if settled {
                break;
            }
        }
        x
    }
}

fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let whole = |number: f64| if number.abs() < f64::MIN_POSITIVE { f64::MIN_POSITIVE } else { number };
    let (mut over, mut under) = (1.0, 1.0 / whole(1.0 - (a + b) * x / (a + 1.0)));
    let mut fraction = under;
    for step in (1..MOST_STEPS).map(f64::from) {
        let place = a + 2.0 * step;
        let even = step * (b - step) * x / ((place - 1.0) * place);
        let odd = -(a + step) * (a + b + step) * x / (place * (place + 1.0));
        let before = fraction;
        for term in [even, odd] {
            under = 1.0 / whole(1.0 + term * under);
            over = whole(1.0 + term / over);
            fraction *= over * under;
        }
        if (fraction - before).abs() <= f64::EPSILON * fraction.abs() {
            break;
        }
    }
    fraction
}

/// The quantile of Student's t for a probability of a half or more: t² / (freedom + t²) follows
/// Beta(½, freedom / 2) (Abramowitz and Stegun, 26.7.1).
pub(super) fn t_quantile(p: f64, freedom: f64) -> f64 {
    let y = Beta::new(0.5, freedom / 2.0).quantile(2.0 * p - 1.0);
    (freedom * y / (1.0 - y)).sqrt()
}

/// The share r/n at which the probability of r successes or fewer in n trials is p: exact where r is whole, between by
/// the incomplete beta function, P(R ≤ r) = I_{1−share}(n − r, r + 1) (Abramowitz and Stegun, 26.5.24). It is 0 where
/// even no success is likelier than p. The number of trials need not be whole.
pub(super) fn binomial_low(p: f64, trials: f64, share: f64) -> f64 {
    let (mut low, mut high) = (-1.0, trials);
    for _ in 0..50 {
        let r = f64::midpoint(low, high);
        if Beta::new(trials - r, r + 1.0).below(1.0 - share) < p {
            low = r;
        } else {
            high = r;
        }
    }
    (f64::midpoint(low, high) / trials).clamp(0.0, 1.0)
}

/// The share r/n at which the probability of r successes or more is p; 1 where even n of n is likelier than p.
pub(super) fn binomial_high(p: f64, trials: f64, share: f64) -> f64 {
    1.0 - binomial_low(p, trials, 1.0 - share)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn beta_below(x: f64, a: f64, b: f64) -> f64 {
        Beta::new(a, b).below(x)
    }

    fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
        Beta::new(a, b).quantile(p)
    }

    fn near(got: f64, expected: f64) {
        assert!((got - expected).abs() <= 1e-12 * expected.abs().max(1e-3), "{got} {expected}");
    }

    #[test]
    fn gamma_is_that_of_factorials_and_of_a_half() {
        near(ln_gamma(11.0), 3_628_800_f64.ln()); // 10!
        near(ln_gamma(4.0), 6_f64.ln()); // 3!
        near(ln_gamma(0.5), std::f64::consts::PI.sqrt().ln());
    }

    /// Computed with 30 digits; the first is 1 − Σ_{k<2} C(6,k)·0.3ᵏ·0.7⁶⁻ᵏ = 1 − 0.117649 − 0.302526.
    #[test]
    fn the_incomplete_beta_function_has_its_values() {
        near(beta_below(0.3, 2.0, 5.0), 0.579_825);
        near(beta_below(0.9, 57.5, 3.5), 0.088_856_303_842_084_7);
        near(beta_below(0.5, 0.5, 0.5), 0.5);
        near(beta_below(0.001, 0.05, 3.0), 0.761_854_104_584_105_9);
        near(beta_below(0.95, 5000.0, 300.0), 0.984_001_148_718_760_9);
        near(beta_below(0.999, 0.5, 1.5), 0.999_986_574_848_276_8);
        assert_eq!(
            [beta_below(0.0, 2.0, 5.0), beta_below(1.0, 2.0, 5.0)].map(f64::to_bits),
            [0.0, 1.0].map(f64::to_bits)
        );
    }

    #[test]
    fn the_quantiles_of_beta_have_their_values() {
        near(beta_quantile(0.05, 2.0, 5.0), 0.062_849_891_708_354_4);
        near(beta_quantile(0.95, 2.0, 5.0), 0.581_803_409_252_025_9);
        near(beta_quantile(0.05, 57.5, 3.5), 0.887_131_516_515_952_1);
        near(beta_quantile(0.95, 57.5, 3.5), 0.981_720_494_026_149_1);
        near(beta_quantile(0.05, 0.5, 0.5), 0.006_155_829_702_431_1);
        near(beta_quantile(0.05, 5000.0, 300.0), 0.938_082_192_863_682_4);
    }

    #[test]
    fn the_quantiles_of_t_are_those_of_the_tables() {
        near(t_quantile(0.975, 1.0), 12.706_204_736_174_7);
        near(t_quantile(0.975, 2.0), 4.302_652_729_749_46);
        near(t_quantile(0.975, 16.0), 2.119_905_299_221_25);
        near(t_quantile(0.95, 5.0), 2.015_048_373_333_02);
        near(t_quantile(0.95, 2.5), 2.558_218_614_135_94);
        near(t_quantile(0.975, 99.0), 1.984_216_951_586_42);
        // with many degrees of freedom that of the normal distribution
        assert!((t_quantile(0.975, 1e7) - 1.959_964).abs() < 1e-5);
    }

    #[test]
    fn whole_successes_have_their_binomial_probability() {
        // 4 tosses: P(0) = 1/16, P(≤ 1) = 5/16, P(≥ 3) = 5/16
        assert!(binomial_low(1.0 / 16.0, 4.0, 0.5).abs() < 1e-12);
        assert!((binomial_low(5.0 / 16.0, 4.0, 0.5) - 0.25).abs() < 1e-12);
        assert!((binomial_high(5.0 / 16.0, 4.0, 0.5) - 0.75).abs() < 1e-12);
        // no success at all has 0.0625, more than 0.05: nothing is low
        assert!(binomial_low(0.05, 4.0, 0.5).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn quantile_and_probability_undo_each_other(p in 0.001..0.999_f64, a in 0.3..3000.0_f64, b in 0.3..3000.0_f64) {
            let x = beta_quantile(p, a, b);
            prop_assert!((beta_below(x, a, b) - p).abs() < 1e-9, "{x}");
        }

        /// A share as low as the limit is as unlikely as said, counted one by one.
        #[test]
        fn limits_keep_their_promise(n in 1_u8..60, share in 0.02..0.98_f64) {
            let trials = f64::from(n);
            let limit = binomial_low(0.025, trials, share);
            let mut probability = (1.0 - share).powf(trials);
            let mut up_to = 0.0;
            for k in 0..n {
                up_to += probability;
                let below = f64::from(k) / trials < limit - 1e-9;
                prop_assert!(below == (up_to < 0.025) || (up_to - 0.025).abs() < 1e-9, "{k} {up_to} {limit}");
                probability *= f64::from(n - k) / f64::from(k + 1) * share / (1.0 - share);
            }
        }
    }
}
