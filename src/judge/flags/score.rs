//! Flags on the scores themselves: questions to ask, not judgements of the cell.

use super::{Case, Judgement, Threshold, amber_only, level};
use crate::judge::figure::{number, rounded};
use crate::judge::wording::{decimal, exact, month};
use crate::period::Period;

pub(super) fn score_gap(case: &Case<'_>) -> Option<Judgement> {
    let rule = case.thresholds().score_gap;
    let (gap, n) = (case.summary.gap_mean?, case.summary.gap_n);
    let enough = n >= rule.months_at_least;
    let level = level(
        Threshold::at_least(gap, rule.amber_at_least).and(enough),
        Threshold::at_least(gap, rule.red_at_least).and(enough),
    )?;

    let lang = case.basis.lang;
    let (points, threshold) = (decimal(gap, 1, lang), exact(level.threshold, lang));
    let evidence = lang.pick(
        format!(
            "Tự chấm cao hơn cấp trên chấm bình quân {points} điểm qua {n} tháng có cả hai điểm (mức {threshold})."
        ),
        format!(
            "Self scores exceed upper scores by {points} on average (months with both: {n}; threshold {threshold})."
        ),
    );
    Some(Judgement { level, value: gap, evidence })
}

pub(super) fn score_constant(case: &Case<'_>) -> Option<Judgement> {
    let run = longest_run(case)?;
    let value = number(run.months);
    let needed = number(case.thresholds().score_constant.months_at_least);
    let level = amber_only(Threshold::at_least(value, needed))?;

    let lang = case.basis.lang;
    let (score, months) = (decimal(run.score, 1, lang), run.months);
    let (first, last) = (month(run.first, lang), month(run.last, lang));
    let evidence = lang.pick(
        format!("Tự chấm cùng {score} điểm trong {months} tháng có điểm liên tiếp ({first}–{last})."),
        format!("The same self score of {score} in successive scored months: {months} ({first} to {last})."),
    );
    Some(Judgement { level, value, evidence })
}

/// Successive self scores that are the same.
struct Run {
    score: f64,
    months: i64,
    first: Period,
    last: Period,
}

/// The longest run, the latest of equals. Months without a self score neither count nor break it.
fn longest_run(case: &Case<'_>) -> Option<Run> {
    let scored: Vec<_> = case.held_months().filter_map(|month| Some((month.period, month.self_score?))).collect();
    let same = |one: &(Period, f64), next: &(Period, f64)| rounded(one.1).total_cmp(&rounded(next.1)).is_eq();
    let run = |months: &[(Period, f64)]| {
        let ((first, score), (last, _)) = (*months.first()?, *months.last()?);
        Some(Run { score, months: i64::try_from(months.len()).ok()?, first, last })
    };
    scored.chunk_by(same).filter_map(run).max_by_key(|run| run.months)
}

#[cfg(test)]
mod tests {
    use crate::judge::FlagCode::{ScoreConstant, ScoreGap};
    use crate::judge::examples::{cell, evidence, not_held_month, scored_months, severity};
    use crate::lake::schema::{CellMonth, CellSummary};
    use crate::lang::Lang;
    use crate::terms::FlagSeverity::{Amber, Red};

    fn gap(points: f64, months: i64) -> CellSummary {
        CellSummary { gap_mean: Some(points), gap_n: months, ..cell("A") }
    }

    #[test]
    fn a_gap_of_five_points_over_three_months_is_a_question() {
        assert_eq!(severity(ScoreGap, &gap(5.0, 3), &[]), Some(Amber));
        assert_eq!(severity(ScoreGap, &gap(4.99, 3), &[]), None);
        assert_eq!(severity(ScoreGap, &gap(10.0, 3), &[]), Some(Red));
        assert_eq!(severity(ScoreGap, &gap(30.0, 2), &[]), None);
        assert_eq!(severity(ScoreGap, &gap(-8.0, 3), &[]), None);
        assert_eq!(
            evidence(ScoreGap, &gap(6.25, 4), &[], Lang::Vi),
            "Tự chấm cao hơn cấp trên chấm bình quân 6,3 điểm qua 4 tháng có cả hai điểm (mức 5)."
        );
        assert_eq!(
            evidence(ScoreGap, &gap(12.5, 4), &[], Lang::En),
            "Self scores exceed upper scores by 12.5 on average (months with both: 4; threshold 10)."
        );
    }

    fn own(scores: &[Option<f64>]) -> Vec<CellMonth> {
        scored_months("A", &scores.iter().map(|score| (*score, None)).collect::<Vec<_>>())
    }

    #[test]
    fn six_same_self_scores_in_a_row_are_a_question() {
        assert_eq!(severity(ScoreConstant, &cell("A"), &own(&[Some(92.0); 5])), None);
        assert_eq!(severity(ScoreConstant, &cell("A"), &own(&[Some(92.0); 6])), Some(Amber));
        assert_eq!(severity(ScoreConstant, &cell("A"), &own(&[Some(92.0); 12])), Some(Amber));
        assert_eq!(
            evidence(ScoreConstant, &cell("A"), &own(&[Some(92.5); 7]), Lang::Vi),
            "Tự chấm cùng 92,5 điểm trong 7 tháng có điểm liên tiếp (01/2024–07/2024)."
        );
        assert_eq!(
            evidence(ScoreConstant, &cell("A"), &own(&[Some(92.5); 7]), Lang::En),
            "The same self score of 92.5 in successive scored months: 7 (2024-01 to 2024-07)."
        );
    }

    #[test]
    fn another_score_breaks_the_row_a_missing_one_does_not() {
        let same = Some(92.0);
        let broken = [same, same, same, Some(92.5), same, same, same];
        let gapped = [same, same, same, None, same, same, same];
        assert_eq!(severity(ScoreConstant, &cell("A"), &own(&broken)), None);
        assert_eq!(severity(ScoreConstant, &cell("A"), &own(&gapped)), Some(Amber));
        let mut not_held = own(&gapped);
        not_held[3] = not_held_month("A", "2024-04");
        assert_eq!(severity(ScoreConstant, &cell("A"), &not_held), Some(Amber));
    }
}
