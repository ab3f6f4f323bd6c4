//! Flags on how meetings went: few speakers, low scores, falling scores.

use super::{Case, Judgement, Threshold, level};
use crate::judge::figure::{mean, variance};
use crate::judge::wording::{apart, decimal, exact, exact_percent, percent_apart};
use crate::lake::schema::CellMonth;
use crate::lang::t;

/// Scored months in which a fall can be seen: three against the three before.
pub(super) const FALLING_MONTHS: i64 = 6;

pub(super) fn few_speakers(case: &Case<'_>) -> Option<Judgement> {
    let rule = case.thresholds().few_speakers;
    let ratio = case.summary.speakers_ratio?;
    let red = Threshold::under(ratio, rule.red_under).and(case.held_enough_for_red());
    let level = level(Threshold::under(ratio, rule.amber_under), red)?;

    let lang = case.basis.lang;
    let percent = percent_apart(ratio, level.threshold, lang);
    let threshold = exact_percent(level.threshold, lang);
    let evidence = t!(lang, "evidence-few-speakers", percent, threshold);
    Some(Judgement { level, value: ratio, evidence })
}

pub(super) fn quality_low(case: &Case<'_>) -> Option<Judgement> {
    let rule = case.thresholds().quality_low;
    let median = case.summary.quality_median?;
    let level = level(Threshold::under(median, rule.amber_under), Threshold::under(median, rule.red_under))?;

    let lang = case.basis.lang;
    let (points, threshold) = (apart(median, level.threshold, lang), exact(level.threshold, lang));
    let n = case.summary.quality_n;
    let evidence = t!(lang, "evidence-scores-low", points, n, threshold);
    Some(Judgement { level, value: median, evidence })
}

/// The drop between the means of two triples of months must exceed so many of its standard errors √(⅔)·s, that of a
/// difference of two means of three with the pooled variance s² = (s₁² + s₂²) / 2. Scores of the cell and of the
/// committee above are never mixed: a change of scorer is not a fall.
pub(super) fn quality_falling(case: &Case<'_>) -> Option<Judgement> {
    let rule = case.thresholds().quality_falling;
    let (before, latest, scorer) = last_triples(case)?;
    let drop = mean(before) - mean(latest);
    let noise = rule.standard_errors * (2.0_f64 / 3.0 * f64::midpoint(variance(before), variance(latest))).sqrt();
    let beyond_noise = Threshold::over(drop, noise).met;
    let level = level(
        Threshold::at_least(drop, rule.amber_drop_at_least).and(beyond_noise),
        Threshold::at_least(drop, rule.red_drop_at_least).and(beyond_noise),
    )?;

    let lang = case.basis.lang;
    let [before, latest] = [before, latest].map(|triple| decimal(mean(triple), 1, lang));
    let (points, noise, threshold) = (decimal(drop, 1, lang), apart(noise, drop, lang), exact(level.threshold, lang));
    let who = match scorer {
        TripleScorer::Upper => t!(lang, "upper-scores"),
        TripleScorer::Own => t!(lang, "self-scores"),
    };
    let evidence = t!(lang, "evidence-scores-falling", who, latest, before, points, threshold, noise);
    Some(Judgement { level, value: drop, evidence })
}

/// Whose scores the two triples are.
enum TripleScorer {
    Upper,
    Own,
}

/// The last six officially scored months as the three before and the three latest, by one scorer.
fn last_triples(case: &Case<'_>) -> Option<([f64; 3], [f64; 3], TripleScorer)> {
    let months: Vec<_> = case.held_months().filter(|month| month.official_score.is_some()).collect();
    let last = months.last_chunk::<6>()?;
    let by = |score: fn(&CellMonth) -> Option<f64>| {
        let scores: Option<Vec<f64>> = last.iter().map(|month| score(month)).collect();
        let scores = scores?;
        Some((*scores.first_chunk::<3>()?, *scores.last_chunk::<3>()?))
    };
    let upper = by(|month| month.upper_score).map(|(before, latest)| (before, latest, TripleScorer::Upper));
    upper.or_else(|| by(|month| month.self_score).map(|(before, latest)| (before, latest, TripleScorer::Own)))
}

#[cfg(test)]
mod tests {
    use crate::judge::FlagCode::{FewSpeakers, QualityFalling, QualityLow};
    use crate::judge::examples::{cell, evidence, scored_months, severity};
    use crate::lake::schema::{CellMonth, CellSummary};
    use crate::lang::Lang;
    use crate::terms::FlagSeverity::{Amber, Red};

    fn speaking(ratio: Option<f64>) -> CellSummary {
        CellSummary { speakers_ratio: ratio, ..cell("A") }
    }

    #[test]
    fn thirty_percent_speaking_is_enough() {
        assert_eq!(severity(FewSpeakers, &speaking(Some(0.1 + 0.2)), &[]), None);
        assert_eq!(severity(FewSpeakers, &speaking(Some(0.3)), &[]), None);
        assert_eq!(severity(FewSpeakers, &speaking(Some(0.299)), &[]), Some(Amber));
        assert_eq!(severity(FewSpeakers, &speaking(Some(0.15)), &[]), Some(Amber));
        assert_eq!(severity(FewSpeakers, &speaking(Some(0.149)), &[]), Some(Red));
        assert_eq!(severity(FewSpeakers, &speaking(None), &[]), None);
        let two_meetings = CellSummary { months_held: 2, ..speaking(Some(0.1)) };
        assert_eq!(severity(FewSpeakers, &two_meetings, &[]), Some(Amber));
    }

    #[test]
    fn speakers_evidence_stays_apart_from_the_threshold() {
        assert_eq!(
            evidence(FewSpeakers, &speaking(Some(0.2999)), &[], Lang::Vi),
            "Phát biểu 29,99% lượt đảng viên có mặt, dưới mức 30%."
        );
        assert_eq!(
            evidence(FewSpeakers, &speaking(Some(0.1)), &[], Lang::En),
            "10.0% of those present spoke, under 15%."
        );
    }

    #[test]
    fn a_median_of_seventy_is_not_low() {
        let median = |points| CellSummary { quality_median: Some(points), quality_n: 8, ..cell("A") };
        assert_eq!(severity(QualityLow, &median(70.0), &[]), None);
        assert_eq!(severity(QualityLow, &median(69.75), &[]), Some(Amber));
        assert_eq!(severity(QualityLow, &median(50.0), &[]), Some(Amber));
        assert_eq!(severity(QualityLow, &median(49.5), &[]), Some(Red));
        assert_eq!(
            evidence(QualityLow, &median(65.0), &[], Lang::Vi),
            "Trung vị 65,0 điểm qua 8 tháng có điểm, dưới mức 70."
        );
        assert_eq!(
            evidence(QualityLow, &median(49.5), &[], Lang::En),
            "Median score 49.5 (months scored: 8), under 50."
        );
        let unscored = CellSummary { quality_median: None, quality_n: 0, ..cell("A") };
        assert_eq!(severity(QualityLow, &unscored, &[]), None);
    }

    fn own(scores: &[f64]) -> Vec<CellMonth> {
        scored_months("A", &scores.iter().map(|score| (Some(*score), None)).collect::<Vec<_>>())
    }

    #[test]
    fn a_fall_of_five_beyond_chance_is_amber_of_ten_red() {
        // means 86 and 81: drop 5; variances 1 and 1, s = 1; 2·√(2/3)·1 = 1.633 < 5
        let amber = own(&[85.0, 86.0, 87.0, 80.0, 81.0, 82.0]);
        // means 86 and 76: drop 10
        let red = own(&[85.0, 86.0, 87.0, 75.0, 76.0, 77.0]);
        // means 86 and 81.333: drop 4.667 < 5
        let near_miss = own(&[85.0, 86.0, 87.0, 81.0, 81.0, 82.0]);
        assert_eq!(severity(QualityFalling, &cell("A"), &amber), Some(Amber));
        assert_eq!(severity(QualityFalling, &cell("A"), &red), Some(Red));
        assert_eq!(severity(QualityFalling, &cell("A"), &near_miss), None);
        assert_eq!(
            evidence(QualityFalling, &cell("A"), &amber, Lang::Vi),
            "Điểm tự chấm: bình quân 3 tháng gần nhất 81,0, 3 tháng trước đó 86,0, \
             giảm 5,0 (mức 5; dao động thường đến 1,6)."
        );
        assert_eq!(
            evidence(QualityFalling, &cell("A"), &red, Lang::En),
            "Self scores: mean of the last 3 months 76.0, of the 3 before 86.0, \
             a drop of 10.0 (threshold 10; chance explains up to 1.6)."
        );
    }

    #[test]
    fn a_fall_within_chance_is_silent() {
        // means 86 and 80: drop 6; variances 16 and 16, s = 4; 2·√(2/3)·4 = 6.532 > 6
        assert_eq!(severity(QualityFalling, &cell("A"), &own(&[82.0, 86.0, 90.0, 76.0, 80.0, 84.0])), None);
        // with variances 9 and 9, s = 3: 2·√(2/3)·3 = 4.899 < 6
        assert_eq!(severity(QualityFalling, &cell("A"), &own(&[83.0, 86.0, 89.0, 77.0, 80.0, 83.0])), Some(Amber));
    }

    #[test]
    fn only_the_last_six_scored_months_count() {
        let scores = [60.0, 60.0, 60.0, 85.0, 86.0, 87.0, 80.0, 81.0, 82.0];
        assert_eq!(severity(QualityFalling, &cell("A"), &own(&scores)), Some(Amber));
        assert_eq!(severity(QualityFalling, &cell("A"), &own(&[86.0, 87.0, 80.0, 81.0, 82.0])), None);
    }

    #[test]
    fn a_change_of_scorer_is_not_a_fall() {
        // The cell scores itself 90; then the committee above scores 78, and the cell no longer says.
        let changed: Vec<_> = [(Some(90.0), None); 3].into_iter().chain([(None, Some(78.0)); 3]).collect();
        assert_eq!(severity(QualityFalling, &cell("A"), &scored_months("A", &changed)), None);
        // The cell goes on scoring itself 90: within its own scores nothing falls.
        let steady: Vec<_> = [(Some(90.0), None); 3].into_iter().chain([(Some(90.0), Some(78.0)); 3]).collect();
        assert_eq!(severity(QualityFalling, &cell("A"), &scored_months("A", &steady)), None);
    }

    #[test]
    fn where_all_six_months_have_upper_scores_those_decide() {
        let fallen: Vec<_> = [(Some(90.0), Some(88.0)); 3].into_iter().chain([(Some(90.0), Some(78.0)); 3]).collect();
        let months = scored_months("A", &fallen);
        // drop 10, variances 0
        assert_eq!(severity(QualityFalling, &cell("A"), &months), Some(Red));
        assert!(evidence(QualityFalling, &cell("A"), &months, Lang::Vi).starts_with("Điểm cấp trên chấm:"));
    }
}
