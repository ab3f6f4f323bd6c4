//! Flags on the scores themselves: questions to ask, not judgements of the cell.

use std::collections::BTreeMap;

use super::{Case, Judgement, Threshold, amber_only, level};
use crate::judge::contradiction::{Against, Contradiction, contradictions};
use crate::judge::figure::{number, rounded, share};
use crate::judge::sheets::Sheets;
use crate::judge::wording::{decimal, exact, exact_percent, month, percent_apart};
use crate::lake::schema::CellMonth;
use crate::lang::{Lang, t};
use crate::period::Period;
use crate::terms::Scorer;

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
    let evidence = t!(lang, "evidence-self-over-upper", points, n, threshold);
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
    let evidence = t!(lang, "evidence-constant-score", score, months, first, last);
    Some(Judgement { level, value, evidence })
}

pub(super) fn score_contradicts(case: &Case<'_>) -> Option<Judgement> {
    let found = contradicting(case);
    let mut months: Vec<Period> = found.iter().map(|it| it.period).collect();
    months.dedup();
    let value = number(i64::try_from(months.len()).ok()?);
    let rule = case.thresholds().score_contradicts;
    let level = level(
        Threshold::at_least(value, number(rule.amber_at_least)),
        Threshold::at_least(value, number(rule.red_at_least)),
    )?;

    let lang = case.basis.lang;
    let said = found.iter().map(|it| said(it, lang)).collect::<Vec<_>>().join("; ");
    let evidence = t!(lang, "evidence-contradictions", months = months.len(), said);
    Some(Judgement { level, value, evidence })
}

/// Whether a month has a sheet whose points can be held against what it states.
pub(super) fn contradictable(month: &CellMonth, sheets: &Sheets<'_>) -> bool {
    let mut of_month = sheets.of_cell(&month.cell_id).iter().filter(|sheet| sheet.period == month.period);
    of_month.any(|sheet| contradictions(month, sheet, 0.0).is_some())
}

/// Contradictions by month and group; where both scorers gave the points, those that count stand for both.
fn contradicting<'a>(case: &Case<'a>) -> Vec<Contradiction<'a>> {
    let mut found = BTreeMap::new();
    for month in case.held_months() {
        let target = *case.basis.rules.attendance_target.in_force(month.period);
        for sheet in case.sheets.iter().filter(|sheet| sheet.period == month.period) {
            let of_sheet = contradictions(month, sheet, target).unwrap_or_default();
            found.extend(of_sheet.into_iter().map(|it| ((it.period, it.group.order), it)));
        }
    }
    found.into_values().collect()
}

/// `02/2024 tự chấm đủ 5/5 điểm «Tỷ lệ dự sinh hoạt» khi có mặt 15/20 (75,0%, mức 85%)`.
fn said(it: &Contradiction<'_>, lang: Lang) -> String {
    let (month, name) = (month(it.period, lang), it.group.name(lang));
    let points = format!("{}/{}", exact(it.points.given, lang), exact(it.points.most, lang));
    let by = match it.scorer {
        Scorer::Own => t!(lang, "self-in-text"),
        Scorer::Upper | Scorer::Official => t!(lang, "upper-in-text"),
    };
    let against = match it.against {
        Against::Attendance { present, due, target } => {
            let rate = percent_apart(share(present, due).unwrap_or_default(), target, lang);
            let (present, due, target) = (lang.count(present), lang.count(due), exact_percent(target, lang));
            t!(lang, "against-attendance", present, due, rate, target)
        }
        Against::NoThematicMeeting => t!(lang, "against-no-thematic-meeting"),
    };
    t!(lang, "full-points-against", month, by, points, name, against)
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
    use super::*;
    use crate::judge::FlagCode::{ScoreConstant, ScoreContradicts, ScoreGap};
    use crate::judge::examples::{
        cell, evidence, flags_with, not_held_month, quiet_month, score_row, scored_months, severity,
    };
    use crate::lake::schema::{CellSummary, FlagRow, ScoreRow};
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

    /// Months of 20 due with so many present and no thematic meeting; each sheet gives 5 of 5 for attendance and so many
    /// of 5 for the thematic part.
    fn full_attendance(months: &[(i64, f64)]) -> (Vec<CellMonth>, Vec<ScoreRow>) {
        let of = |(at, (present, thematic)): (usize, &(i64, f64))| {
            let name = format!("2024-{:02}", at + 1);
            let month =
                CellMonth { due: Some(20), present: Some(*present), thematic: Some(false), ..quiet_month("A", &name) };
            let row = |criterion, points| score_row("A", &name, Scorer::Own, criterion, points, 5.0);
            (month, [row("Tỷ lệ đảng viên dự", 5.0), row("Sinh hoạt chuyên đề", *thematic)])
        };
        let (months, scores): (Vec<_>, Vec<_>) = months.iter().enumerate().map(of).unzip();
        (months, scores.concat())
    }

    fn contradicted(months: &[CellMonth], scores: &[ScoreRow], lang: Lang) -> Option<FlagRow> {
        flags_with(scores, &cell("A"), months, lang).into_iter().find(|row| row.code == ScoreContradicts)
    }

    #[test]
    fn points_against_the_facts_are_amber_from_one_month_and_red_from_three() {
        let told = |months: &[(i64, f64)]| {
            let (months, scores) = full_attendance(months);
            contradicted(&months, &scores, Lang::Vi).map(|row| (row.severity, row.value))
        };
        assert_eq!(told(&[(17, 0.0), (20, 0.0)]), None);
        assert_eq!(told(&[(16, 0.0), (20, 0.0)]), Some((Amber, Some(1.0))));
        // Two contradictions in one month are one month.
        assert_eq!(told(&[(16, 5.0), (20, 5.0)]), Some((Amber, Some(2.0))));
        assert_eq!(told(&[(16, 5.0), (20, 5.0), (15, 0.0)]), Some((Red, Some(3.0))));
    }

    #[test]
    fn the_evidence_names_month_points_and_facts() {
        let (months, mut scores) = full_attendance(&[(15, 5.0)]);
        assert_eq!(
            contradicted(&months, &scores, Lang::Vi).unwrap().evidence,
            "Điểm chấm trái với số liệu ở 1 tháng: 01/2024 tự chấm đủ 5/5 điểm «Tỷ lệ dự sinh hoạt» khi có mặt 15/20 \
             (75,0%, mức 85%); 01/2024 tự chấm đủ 5/5 điểm «Sinh hoạt chuyên đề» khi không có sinh hoạt chuyên đề."
        );
        scores.push(score_row("A", "2024-01", Scorer::Upper, "Tỷ lệ đảng viên dự", 10.0, 10.0));
        assert_eq!(
            contradicted(&months, &scores, Lang::En).unwrap().evidence,
            "Points contradict the facts (months: 1): 2024-01 full upper points, 10/10, for “Attendance” with 15 of 20 \
             present (75.0%, target 85%); 2024-01 full self points, 5/5, for “Thematic content” with no thematic meeting."
        );
    }

    #[test]
    fn each_month_is_held_against_its_own_target() {
        // 87% is over the 85% in force in 2024 and in October 2025, under the 90% of November 2025.
        let rules = crate::judge::examples::rules();
        let at = |month: &str| *rules.attendance_target.in_force(month.parse().unwrap());
        assert!(at("2025-10") < 0.87 && 0.87 < at("2025-11"));
        let (mut months, mut scores) = full_attendance(&[(87, 0.0), (87, 0.0)]);
        for (at, name) in ["2025-10", "2025-11"].iter().enumerate() {
            months[at].due = Some(100);
            months[at].period = name.parse().unwrap();
            scores[2 * at].period = months[at].period;
            scores[2 * at + 1].period = months[at].period;
        }
        let criteria = crate::judge::examples::criteria_rules();
        let basis = super::super::Basis {
            rules: &rules,
            window: crate::period::Window::year(2025).unwrap(),
            missing: &|_, _| super::super::Missing::NoSheet,
            sheets: &Sheets::of(&scores, &criteria),
            lang: Lang::Vi,
        };
        let flags = super::super::flag_cell(&cell("A"), &months, &basis);
        let value = flags.iter().find(|row| row.code == ScoreContradicts).and_then(|row| row.value);
        assert_eq!(value, Some(1.0));
    }
}
