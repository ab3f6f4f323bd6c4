//! Flags on the committee above: months not reported, visits not made, nobody assigned.

use super::{Case, Judgement, Missing, Threshold, amber_only, level};
use crate::judge::figure::number;
use crate::judge::wording::{exact_percent, months, percent_apart};
use crate::lang::{Lang, t};
use crate::period::Period;

pub(super) fn not_reported(case: &Case<'_>) -> Option<Judgement> {
    let rule = case.thresholds().not_reported;
    let absent: Vec<Period> = case.months.iter().filter(|month| !month.reported).map(|month| month.period).collect();
    let value = number(i64::try_from(absent.len()).ok()?);
    let level = level(
        Threshold::at_least(value, number(rule.amber_at_least)),
        Threshold::at_least(value, number(rule.red_at_least)),
    )?;

    let lang = case.basis.lang;
    let (n, expected, which) = (absent.len(), case.months.len(), by_reason(case, &absent));
    let evidence = t!(lang, "evidence-not-reported", n, expected, which);
    Some(Judgement { level, value, evidence })
}

/// The months, those with the same reason together, in the order in which the reasons first occur.
fn by_reason(case: &Case<'_>, absent: &[Period]) -> String {
    let mut reasons: Vec<(Missing, Vec<Period>)> = Vec::new();
    for period in absent {
        let missing = (case.basis.missing)(&case.summary.cell_id, *period);
        match reasons.iter_mut().find(|(known, _)| *known == missing) {
            Some((_, periods)) => periods.push(*period),
            None => reasons.push((missing, vec![*period])),
        }
    }
    let lang = case.basis.lang;
    let part =
        |(missing, periods): &(Missing, Vec<Period>)| format!("{} ({})", months(periods, lang), said(missing, lang));
    reasons.iter().map(part).collect::<Vec<_>>().join("; ")
}

fn said(missing: &Missing, lang: Lang) -> String {
    match missing {
        Missing::NoSheet => t!(lang, "no-sheet-of-the-unit"),
        Missing::AbsentFromSheet => t!(lang, "no-row-of-the-cell"),
        Missing::RowUnclear { file, cell_ref } => {
            let place = place(file, cell_ref.as_deref(), lang);
            t!(lang, "row-unclear", place)
        }
        Missing::RowRejected { file, cell_ref } => {
            let place = place(file, cell_ref.as_deref(), lang);
            t!(lang, "row-rejected", place)
        }
    }
}

fn place(file: &str, cell_ref: Option<&str>, lang: Lang) -> String {
    let cell = cell_ref.map(|at| t!(lang, "at-sheet-cell", at));
    format!("{file}{}", cell.unwrap_or_default())
}

pub(super) fn supervision_gap(case: &Case<'_>) -> Option<Judgement> {
    let rule = case.thresholds().supervision_gap;
    let coverage = case.summary.supervision_coverage?;
    let level = level(Threshold::under(coverage, rule.amber_under), Threshold::under(coverage, rule.red_under))?;

    let lang = case.basis.lang;
    let (attended, expected) = (case.summary.supervision_attended, case.summary.supervision_expected);
    let percent = percent_apart(coverage, level.threshold, lang);
    let threshold = exact_percent(level.threshold, lang);
    let evidence = t!(lang, "evidence-few-visits", attended, expected, percent, threshold);
    Some(Judgement { level, value: coverage, evidence })
}

pub(super) fn supervision_none(case: &Case<'_>) -> Option<Judgement> {
    let cell = case.summary;
    let assigned = number(cell.months_assigned);
    let needs_follower = cell.months_expected > 0 && !cell.needs_no_follower;
    let level = amber_only(Threshold::under(assigned, 1.0).and(needs_follower))?;
    let expected = cell.months_expected;
    let evidence = t!(case.basis.lang, "evidence-nobody-assigned", expected);
    Some(Judgement { level, value: assigned, evidence })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::FlagCode::{NotReported, SupervisionGap, SupervisionNone};
    use crate::judge::examples::{cell, evidence, rules, severity, sound_year, unreported_month, year_2024};
    use crate::judge::flags::{Basis, flag_cell};
    use crate::judge::sheets::Sheets;
    use crate::lake::schema::CellSummary;
    use crate::terms::FlagSeverity::{Amber, Red};

    #[test]
    fn one_month_not_reported_is_amber_two_are_red() {
        let mut months = sound_year("A");
        months[1] = unreported_month("A", "2024-02");
        assert_eq!(severity(NotReported, &cell("A"), &months), Some(Amber));
        months[4] = unreported_month("A", "2024-05");
        assert_eq!(severity(NotReported, &cell("A"), &months), Some(Red));
    }

    #[test]
    fn a_month_not_reported_says_why() {
        let mut months = sound_year("A");
        for (at, month) in [(1, "2024-02"), (2, "2024-03"), (4, "2024-05"), (6, "2024-07"), (7, "2024-08")] {
            months[at] = unreported_month("A", month);
        }
        let missing = |_: &_, period: Period| match period.month() {
            2 | 8 => Missing::NoSheet,
            3 => Missing::AbsentFromSheet,
            5 => Missing::RowRejected { file: "LC.09/T5.xlsx".into(), cell_ref: Some("F12".into()) },
            _ => Missing::RowRejected { file: "LC.09/T7.xlsx".into(), cell_ref: None },
        };
        let rules = rules();
        let said = |lang| {
            let sheets = &Sheets::default();
            let basis = Basis { rules: &rules, window: year_2024(), missing: &missing, sheets, lang };
            flag_cell(&cell("A"), &months, &basis).into_iter().next().unwrap().evidence
        };
        assert_eq!(
            said(Lang::Vi),
            "Chưa có báo cáo 5/12 tháng: 02/2024, 08/2024 (không có biểu của đơn vị); \
             03/2024 (biểu của đơn vị không có dòng của chi bộ); 05/2024 (dòng bị loại: LC.09/T5.xlsx, ô F12); \
             07/2024 (dòng bị loại: LC.09/T7.xlsx)."
        );
        assert_eq!(
            said(Lang::En),
            "Months not reported: 5 of 12: 2024-02, 2024-08 (no sheet of the unit); \
             2024-03 (no row of the cell in the unit's sheet); 2024-05 (row rejected: LC.09/T5.xlsx, cell F12); \
             2024-07 (row rejected: LC.09/T7.xlsx)."
        );
    }

    fn visited(attended: i64, expected: i64) -> CellSummary {
        CellSummary {
            supervision_expected: expected,
            supervision_attended: attended,
            supervision_coverage: crate::judge::figure::share(attended, expected),
            ..cell("A")
        }
    }

    #[test]
    fn eight_of_ten_visits_are_enough() {
        // 8 / 10 = 0.80, 9 / 12 = 0.75, 6 / 12 = 0.50, 5 / 12 = 0.417
        assert_eq!(severity(SupervisionGap, &visited(8, 10), &[]), None);
        assert_eq!(severity(SupervisionGap, &visited(9, 12), &[]), Some(Amber));
        assert_eq!(severity(SupervisionGap, &visited(6, 12), &[]), Some(Amber));
        assert_eq!(severity(SupervisionGap, &visited(5, 12), &[]), Some(Red));
        assert_eq!(severity(SupervisionGap, &visited(0, 0), &[]), None);
        assert_eq!(
            evidence(SupervisionGap, &visited(5, 12), &[], Lang::Vi),
            "Có người dự 5/12 tháng phải dự (41,7%), dưới mức 50%."
        );
        assert_eq!(
            evidence(SupervisionGap, &visited(9, 12), &[], Lang::En),
            "Visited in 9 of 12 required months (75.0%), under 80%."
        );
    }

    #[test]
    fn a_cell_nobody_follows_is_flagged_unless_it_needs_none() {
        let followed =
            |months_assigned, needs_no_follower| CellSummary { needs_no_follower, months_assigned, ..cell("A") };
        assert_eq!(severity(SupervisionNone, &followed(0, false), &[]), Some(Amber));
        assert_eq!(severity(SupervisionNone, &followed(0, true), &[]), None);
        assert_eq!(severity(SupervisionNone, &followed(1, false), &[]), None);
        assert_eq!(
            evidence(SupervisionNone, &followed(0, false), &[], Lang::Vi),
            "Không có phân công người dự trong tháng nào của 12 tháng."
        );
        assert_eq!(
            evidence(SupervisionNone, &followed(0, false), &[], Lang::En),
            "Nobody was assigned to attend in any month (months expected: 12)."
        );
    }
}
