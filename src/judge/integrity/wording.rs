//! The sentences of evidence of the review list.

use super::{Against, Review, Sum};
use crate::judge::figure::number;
use crate::judge::wording::{decimal, exact, months};
use crate::lang::{Lang, t};
use crate::period::Period;
use crate::rules::integrity::Signal;
use crate::terms::Scorer;

/// Chances under this are written as less than it.
const LEAST_CHANCE: f64 = 0.000_1;

impl Review<'_> {
    /// `6 trong 6 điểm tự chấm là đúng 100 (01/2024, …); tính chung các chi bộ 50,0%, tức khoảng 3,0 (p = 0,0156).`
    pub(super) fn of_cell(&self, sum: Sum, hits: &[Period], against: Against) -> String {
        let lang = self.basis.lang;
        format!("{} ({}); {}", self.counted(sum), months(hits, lang), compared(against, lang))
    }

    pub(super) fn of_unit(&self, sum: Sum, against: Against) -> String {
        let lang = self.basis.lang;
        let cells = sum.cells;
        let cells = t!(lang, "in-cells", cells);
        format!("{} ({cells}); {}", self.counted(sum), compared(against, lang))
    }

    /// What all cells do, how many were tested and listed, and how many of these chance alone may bring.
    pub(super) fn of_all(&self, sum: Sum, tested: usize, listed: usize, p_at_most: f64) -> String {
        let lang = self.basis.lang;
        let share = percent(sum.share(), lang);
        let chance = (p_at_most < 1.0).then(|| {
            let tested = number(i64::try_from(tested).unwrap_or(i64::MAX));
            let by_chance = decimal(tested * p_at_most, 1, lang);
            t!(lang, "chance-alone-up-to", by_chance)
        });
        let chance = chance.unwrap_or_default();
        let counted = self.counted(sum);
        t!(lang, "signal-over-all", counted, share, tested, listed, chance)
    }

    /// `6 trong 6 điểm tự chấm là đúng 100`.
    fn counted(&self, sum: Sum) -> String {
        let lang = self.basis.lang;
        let (hits, trials) = (lang.count(sum.count), lang.count(sum.trials));
        t!(lang, "hits-of-trials", hits, trials, what = self.what())
    }

    fn what(&self) -> String {
        let lang = self.basis.lang;
        let by =
            if let Some(Scorer::Upper) = self.scorer { t!(lang, "upper-in-text") } else { t!(lang, "self-in-text") };
        let rules = self.basis.rules;
        let [from, below] = [rules.just_over_from, rules.just_over_below].map(|score| exact(score, lang));
        match self.signal {
            Signal::Heaping100 => t!(lang, "scores-are-exactly-100", by),
            Signal::Heaping5 => t!(lang, "scores-other-than-100-are-multiples", by),
            Signal::JustOver90 => t!(lang, "scores-are-from-to-under", by, from, below),
            Signal::Constant => t!(lang, "scores-repeat-the-scored-month-before", by),
            Signal::RepeatedVector => t!(lang, "sheets-repeat-each-criterion", by),
            Signal::ContradictsFacts => t!(lang, "sheets-contradict-the-facts", by),
            Signal::IdenticalSheet => t!(lang, "months-repeat-an-earlier-one"),
            Signal::SharedSheet => t!(lang, "months-repeat-another-cell"),
        }
    }
}

fn compared(against: Against, lang: Lang) -> String {
    let (base, expected) = (percent(against.base_rate, lang), decimal(against.expected, 1, lang));
    let p = if against.p_value < LEAST_CHANCE {
        format!("p < {}", exact(LEAST_CHANCE, lang))
    } else {
        format!("p = {}", decimal(against.p_value, 4, lang))
    };
    t!(lang, "signal-base-rate", base, expected, p)
}

fn percent(share: f64, lang: Lang) -> String {
    decimal(share * 100.0, 1, lang) + "%"
}
