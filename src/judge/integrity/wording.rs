//! The sentences of evidence of the review list.

use super::{Against, Review, Sum};
use crate::judge::figure::number;
use crate::judge::wording::{count, decimal, exact, months};
use crate::lang::Lang;
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
        let cells = lang.pick(format!("ở {cells} chi bộ"), format!("cells: {cells}"));
        format!("{} ({cells}); {}", self.counted(sum), compared(against, lang))
    }

    /// What all cells do, how many were tested and listed, and how many of these chance alone may bring.
    pub(super) fn of_all(&self, sum: Sum, tested: usize, listed: usize, p_at_most: f64) -> String {
        let lang = self.basis.lang;
        let share = percent(sum.share(), lang);
        let chance = (p_at_most < 1.0).then(|| {
            let tested = number(i64::try_from(tested).unwrap_or(i64::MAX));
            let by_chance = decimal(tested * p_at_most, 1, lang);
            lang.pick(
                format!("; riêng do ngẫu nhiên có thể tới {by_chance}"),
                format!("; by chance alone up to {by_chance}"),
            )
        });
        let chance = chance.unwrap_or_default();
        let counted = self.counted(sum);
        lang.pick(
            format!("{counted} ({share}). Xét {tested} chi bộ, vào danh sách {listed}{chance}."),
            format!("{counted} ({share}). Cells tested: {tested}, listed: {listed}{chance}."),
        )
    }

    /// `6 trong 6 điểm tự chấm là đúng 100`.
    fn counted(&self, sum: Sum) -> String {
        let lang = self.basis.lang;
        let (hits, trials) = (count(sum.count, lang), count(sum.trials, lang));
        lang.pick(format!("{hits} trong {trials} {}", self.what()), format!("{hits} of {trials} {}", self.what()))
    }

    fn what(&self) -> String {
        let lang = self.basis.lang;
        let by = match self.scorer {
            Some(Scorer::Upper) => lang.pick("cấp trên chấm", "upper"),
            _ => lang.pick("tự chấm", "self"),
        };
        let rules = self.basis.rules;
        let [from, below] = [rules.just_over_from, rules.just_over_below].map(|score| exact(score, lang));
        match self.signal {
            Signal::Heaping100 => lang.pick(format!("điểm {by} là đúng 100"), format!("{by} scores are exactly 100")),
            Signal::Heaping5 => lang.pick(
                format!("điểm {by} khác 100 là bội số của 5"),
                format!("{by} scores other than 100 are multiples of 5"),
            ),
            Signal::JustOver90 => lang.pick(
                format!("điểm {by} nằm từ {from} đến dưới {below}"),
                format!("{by} scores are from {from} to under {below}"),
            ),
            Signal::Constant => lang.pick(
                format!("điểm {by} giữ nguyên của tháng có điểm liền trước"),
                format!("{by} scores repeat the scored month before"),
            ),
            Signal::RepeatedVector => lang.pick(
                format!("phiếu {by} lặp lại đúng điểm từng tiêu chí của phiếu liền trước"),
                format!("{by} sheets repeat each criterion of the sheet before"),
            ),
            Signal::ContradictsFacts => lang.pick(
                format!("phiếu {by} có điểm trái với số liệu của tháng"),
                format!("{by} sheets have points against the facts of their month"),
            ),
            Signal::IdenticalSheet => lang
                .pick(
                    "tháng lặp lại nguyên số liệu một tháng trước đó",
                    "months repeat the figures of an earlier month",
                )
                .to_owned(),
            Signal::SharedSheet => lang
                .pick(
                    "tháng có số liệu giống hệt một chi bộ khác cùng đơn vị",
                    "months have the figures of another cell of the unit",
                )
                .to_owned(),
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
    lang.pick(
        format!("tính chung các chi bộ {base}, tức khoảng {expected} ({p})."),
        format!("over all cells {base}, that is about {expected} ({p})."),
    )
}

fn percent(share: f64, lang: Lang) -> String {
    decimal(share * 100.0, 1, lang) + "%"
}
