//! Flags on who came: attendance under the target, absences without a reason.

use super::{Case, Judgement, Threshold, level};
use crate::judge::figure::share;
use crate::judge::wilson::wilson;
use crate::judge::wording::{decimal, exact_percent, percent_apart, percent_range};
use crate::lang::t;

/// Red asks for more than a low rate: the interval lies under the target, and more than one member is absent from
/// the average meeting. Absences repeat in the same few people, which no interval over member-meetings sees: one
/// member working away must not make a 5-member cell red.
pub(super) fn attendance_low(case: &Case<'_>) -> Option<Judgement> {
    let (cell, basis) = (case.summary, case.basis);
    let (rate, due, present) = (cell.attendance_rate?, cell.due?, cell.present?);
    let (low, high) = (cell.attendance_low95?, cell.attendance_high95?);
    let target = *basis.rules.attendance_target.in_force(basis.window.last());
    let absent_per_meeting = share(due - present, cell.attendance_months)?;
    let several_absent =
        Threshold::over(absent_per_meeting, case.thresholds().attendance_low.red_absent_per_meeting_over);
    let red = Threshold::under(high, target).and(several_absent.met).and(case.held_enough_for_red());
    let level = level(Threshold::under(rate, target), red)?;

    let lang = basis.lang;
    let (present, due) = (lang.count(present), lang.count(due));
    let percent = percent_apart(rate, target, lang);
    let target = exact_percent(target, lang);
    let range = percent_range(low, high, level.threshold, lang);
    let absent = decimal(absent_per_meeting, 1, lang);
    let evidence = t!(lang, "evidence-attendance-low", present, due, percent, target, range, absent);
    Some(Judgement { level, value: rate, evidence })
}

pub(super) fn unexcused_absence(case: &Case<'_>) -> Option<Judgement> {
    let rule = case.thresholds().unexcused_absence;
    let (absences, due) = (case.summary.unexcused?, case.summary.unexcused_due?);
    let absent_share = share(absences, due)?;
    let interval = wilson(absences, due)?;
    let amber = Threshold::over(absent_share, rule.amber_share_over).and(absences >= rule.amber_absences_at_least);
    let red = Threshold::over(absent_share, rule.red_share_over)
        .and(Threshold::over(interval.low, rule.red_low95_over).met)
        .and(case.held_enough_for_red());
    let level = level(amber, red)?;

    let lang = case.basis.lang;
    let (absences, due) = (lang.count(absences), lang.count(due));
    let percent = percent_apart(absent_share, level.threshold, lang);
    let threshold = exact_percent(level.threshold, lang);
    let range = percent_range(interval.low, interval.high, rule.red_low95_over, lang);
    let evidence = t!(lang, "evidence-unexcused", absences, due, percent, threshold, range);
    Some(Judgement { level, value: absent_share, evidence })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::judge::FlagCode::{AttendanceLow, UnexcusedAbsence};
    use crate::judge::examples::{cell, evidence, flags_in, severity, sound_year, with_attendance};
    use crate::lake::schema::CellSummary;
    use crate::lang::Lang;
    use crate::period::Window;
    use crate::terms::FlagSeverity::{self, Amber, Red};

    #[test]
    fn a_large_cell_far_under_the_target_is_red() {
        // 270 / 360 = 0.75 < 0.85; Wilson high 0.7918 < 0.85; (360 − 270) / 12 = 7.5 absent per meeting > 1
        let cell = with_attendance(cell("A"), 270, 360, 12);
        assert_eq!(severity(AttendanceLow, &cell, &[]), Some(Red));
        assert_eq!(
            evidence(AttendanceLow, &cell, &[], Lang::Vi),
            "Dự 270/360 lượt (75,0%), dưới mức 85%; khoảng 95%: 70,3–79,2%; bình quân vắng 7,5 đảng viên mỗi buổi."
        );
        assert_eq!(
            evidence(AttendanceLow, &cell, &[], Lang::En),
            "Attended 270/360 (75.0%), under the target of 85%; 95% interval 70.3–79.2%; \
             7.5 absent per meeting on average."
        );
    }

    #[test]
    fn the_target_itself_is_enough() {
        // 102 / 120 = 0.85 exactly; 101 / 120 = 0.8417
        assert_eq!(severity(AttendanceLow, &with_attendance(cell("A"), 102, 120, 12), &[]), None);
        assert_eq!(severity(AttendanceLow, &with_attendance(cell("A"), 101, 120, 12), &[]), Some(Amber));
    }

    #[test]
    fn a_small_number_of_meetings_stays_amber_by_its_interval() {
        // 24 / 32 = 0.75 < 0.85, 2 absent per meeting, but Wilson high 0.8675 ≥ 0.85
        assert_eq!(severity(AttendanceLow, &with_attendance(cell("A"), 24, 32, 4), &[]), Some(Amber));
    }

    #[test]
    fn one_member_working_away_does_not_make_a_small_cell_red() {
        // Five members, one always away, 48 meetings: 192 / 240 = 0.80 and Wilson high 0.8457 < 0.85,
        // yet (240 − 192) / 48 = 1 absent per meeting is not over 1.
        let away = with_attendance(cell("A"), 192, 240, 48);
        assert!(away.attendance_high95.unwrap() < 0.85);
        assert_eq!(severity(AttendanceLow, &away, &[]), Some(Amber));
        // One absence more: 49 / 48 = 1.02.
        assert_eq!(severity(AttendanceLow, &with_attendance(cell("A"), 191, 240, 48), &[]), Some(Red));
    }

    #[test]
    fn two_meetings_are_no_ground_for_red() {
        let poor = with_attendance(cell("A"), 20, 60, 2);
        assert_eq!(severity(AttendanceLow, &CellSummary { months_held: 2, ..poor.clone() }, &[]), Some(Amber));
        assert_eq!(severity(AttendanceLow, &CellSummary { months_held: 3, ..poor }, &[]), Some(Red));
    }

    #[test]
    fn the_target_is_that_of_the_last_month() {
        // 106 / 120 = 0.883: over 0.85, under the 0.90 in force from 11/2025
        let cell = with_attendance(cell("A"), 106, 120, 12);
        let until = |month: &str| Window::year_to(month.parse().unwrap());
        let codes =
            |month| flags_in(until(month), &cell, &[], Lang::Vi).into_iter().map(|row| row.code).collect::<Vec<_>>();
        assert_eq!(codes("2025-10"), []);
        assert_eq!(codes("2025-11"), [AttendanceLow]);
    }

    #[test]
    fn attendance_nobody_states_is_silent() {
        let unstated = CellSummary {
            due: None,
            present: None,
            attendance_rate: None,
            attendance_low95: None,
            attendance_high95: None,
            attendance_months: 0,
            ..cell("A")
        };
        assert_eq!(severity(AttendanceLow, &unstated, &sound_year("A")), None);
    }

    fn gravity(severity: Option<FlagSeverity>) -> u8 {
        match severity {
            None => 0,
            Some(Amber) => 1,
            Some(Red) => 2,
        }
    }

    proptest! {
        #[test]
        fn an_absentee_more_never_lightens_a_judgement(due in 12_i64..600, present in 1_i64..600) {
            let present = present.min(due);
            let judged = |present| severity(AttendanceLow, &with_attendance(cell("A"), present, due, 12), &[]);
            prop_assert!(gravity(judged(present - 1)) >= gravity(judged(present)));
        }
    }

    fn unexcused(absences: i64, due: i64) -> CellSummary {
        CellSummary { unexcused: Some(absences), unexcused_due: Some(due), ..cell("A") }
    }

    #[test]
    fn unexcused_absences_over_two_percent_are_amber() {
        // 3 / 120 = 0.025 > 0.02
        assert_eq!(severity(UnexcusedAbsence, &unexcused(3, 120), &[]), Some(Amber));
        // 3 / 150 = 0.02 exactly is not over it
        assert_eq!(severity(UnexcusedAbsence, &unexcused(3, 150), &[]), None);
        // 1 / 20 = 0.05, but a single absence
        assert_eq!(severity(UnexcusedAbsence, &unexcused(1, 20), &[]), None);
        assert_eq!(severity(UnexcusedAbsence, &unexcused(2, 20), &[]), Some(Amber));
    }

    #[test]
    fn unexcused_absences_are_red_where_the_interval_agrees() {
        // 12 / 120 = 0.10 > 0.05, Wilson low 0.0581 > 0.03
        assert_eq!(severity(UnexcusedAbsence, &unexcused(12, 120), &[]), Some(Red));
        // 3 / 40 = 0.075 > 0.05, but Wilson low 0.0258 ≤ 0.03
        assert_eq!(severity(UnexcusedAbsence, &unexcused(3, 40), &[]), Some(Amber));
        // 15 / 300 = 0.05 exactly is not over it, though Wilson low is 0.0305
        assert_eq!(severity(UnexcusedAbsence, &unexcused(15, 300), &[]), Some(Amber));
        let two_meetings = CellSummary { months_held: 2, ..unexcused(12, 120) };
        assert_eq!(severity(UnexcusedAbsence, &two_meetings, &[]), Some(Amber));
    }

    #[test]
    fn unexcused_evidence_names_the_threshold_of_its_severity() {
        assert_eq!(
            evidence(UnexcusedAbsence, &unexcused(12, 120), &[], Lang::Vi),
            "Vắng không lý do 12/120 lượt (10,0%), trên mức 5%; khoảng 95%: 5,8–16,7%."
        );
        assert_eq!(
            evidence(UnexcusedAbsence, &unexcused(3, 120), &[], Lang::En),
            "Absent without a reason 3/120 (2.5%), over 2%; 95% interval 0.9–7.1%."
        );
    }

    #[test]
    fn unexcused_absences_nobody_states_are_silent() {
        let unstated = CellSummary { unexcused: None, unexcused_due: None, ..cell("A") };
        assert_eq!(severity(UnexcusedAbsence, &unstated, &[]), None);
    }
}
