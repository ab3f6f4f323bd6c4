//! Flags on whether the cell met: months and quarters without a meeting, short meetings, no plan.

use super::{Case, Judgement, Threshold, amber_only, is_held, level};
use crate::judge::figure::{number, share};
use crate::judge::wording::{exact_percent, months, percent_apart, quarters};
use crate::lake::schema::CellMonth;
use crate::lang::t;
use crate::period::{Period, Quarter};
use crate::terms::MeetingStatus;

pub(super) fn meeting_missed(case: &Case<'_>) -> Option<Judgement> {
    let rule = case.thresholds().meeting_missed;
    let not_held = |month: &&CellMonth| month.status == Some(MeetingStatus::NotHeld);
    let missed: Vec<Period> = case.months.iter().copied().filter(not_held).map(|month| month.period).collect();
    let value = number(i64::try_from(missed.len()).ok()?);
    let level = level(
        Threshold::at_least(value, number(rule.amber_at_least)),
        Threshold::at_least(value, number(rule.red_at_least)),
    )?;

    let lang = case.basis.lang;
    let (missed, expected, which) = (missed.len(), case.months.len(), months(&missed, lang));
    let evidence = t!(lang, "evidence-not-held", missed, expected, which);
    Some(Judgement { level, value, evidence })
}

pub(super) fn thematic_short(case: &Case<'_>) -> Option<Judgement> {
    let rule = case.thresholds().thematic_short;
    let judged: Vec<_> = case
        .months
        .chunk_by(|one, next| one.period.quarter() == next.period.quarter())
        .filter_map(|months| Some((judged_quarter(case, months)?, months)))
        .collect();
    let without: Vec<Quarter> =
        judged.iter().filter(|(_, months)| !has_thematic(months)).map(|(quarter, _)| *quarter).collect();
    let value = number(i64::try_from(without.len()).ok()?);
    let level = level(
        Threshold::at_least(value, number(rule.amber_at_least)),
        Threshold::at_least(value, number(rule.red_at_least)),
    )?;

    let lang = case.basis.lang;
    let (short, of, which) = (without.len(), judged.len(), quarters(&without, lang));
    let evidence = t!(lang, "evidence-thematic-missing", short, of, which);
    Some(Judgement { level, value, evidence })
}

/// The quarter of these expected months, if it can be judged: it lies wholly in the window, the cell was active long
/// enough, every expected month is reported, and, where it met at all, one month says whether it was thematic.
fn judged_quarter(case: &Case<'_>, months: &[&CellMonth]) -> Option<Quarter> {
    let quarter = months.first()?.period.quarter();
    let whole = quarter.months().into_iter().all(|month| case.basis.window.contains(month));
    let active = i64::try_from(months.len()).ok()? >= case.thresholds().thematic_short.active_months_at_least;
    let reported = months.iter().all(|month| month.reported);
    let mut met = months.iter().filter(|month| is_held(month)).peekable();
    let says = met.peek().is_none() || met.any(|month| month.thematic.is_some());
    (whole && active && reported && says).then_some(quarter)
}

fn has_thematic(months: &[&CellMonth]) -> bool {
    months.iter().any(|month| is_held(month) && month.thematic == Some(true))
}

pub(super) fn meeting_short(case: &Case<'_>) -> Option<Judgement> {
    let rule = case.thresholds().meeting_short;
    let stated: Vec<_> =
        case.held_months().filter_map(|month| Some((month.duration_min?, month.duration_required))).collect();
    let short: Vec<_> = stated.iter().filter(|(minutes, required)| minutes < required).collect();
    let (n_stated, n_short) = (i64::try_from(stated.len()).ok()?, i64::try_from(short.len()).ok()?);
    if n_stated < rule.stated_at_least {
        return None;
    }
    let value = share(n_short, n_stated)?;
    let red = Threshold::over(value, rule.red_share_over).and(case.held_enough_for_red());
    let level = level(Threshold::over(value, rule.amber_share_over), red)?;
    let (minutes, required) = short.iter().max_by_key(|(minutes, required)| required - minutes)?;

    let lang = case.basis.lang;
    let (n_short, n_stated) = (lang.count(n_short), lang.count(n_stated));
    let percent = percent_apart(value, level.threshold, lang);
    let threshold = exact_percent(level.threshold, lang);
    let evidence = t!(lang, "evidence-too-short", n_short, n_stated, percent, threshold, minutes, required);
    Some(Judgement { level, value, evidence })
}

/// Zero planned quarters mean that plans were collected and this cell has none; where they were not collected, the
/// count is missing.
pub(super) fn plan_missing(case: &Case<'_>) -> Option<Judgement> {
    let planned = number(case.summary.plan_quarters?);
    let level = amber_only(Threshold::under(planned, 1.0))?;
    let year = case.basis.window.last().year();
    let evidence = t!(case.basis.lang, "evidence-no-plan", year);
    Some(Judgement { level, value: planned, evidence })
}

#[cfg(test)]
mod tests {
    use crate::judge::FlagCode::{MeetingMissed, MeetingShort, PlanMissing, ThematicShort};
    use crate::judge::examples::{
        cell, evidence, flags_in, not_held_month, quiet_month, severity, sound_year, unreported_month,
    };
    use crate::lake::schema::{CellMonth, CellSummary};
    use crate::lang::Lang;
    use crate::period::Window;
    use crate::terms::FlagSeverity::{Amber, Red};

    /// A sound year in which some months were replaced.
    fn year_with(replaced: impl IntoIterator<Item = CellMonth>) -> Vec<CellMonth> {
        let mut year = sound_year("A");
        for month in replaced {
            let at = year.iter().position(|it| it.period == month.period).unwrap();
            year[at] = month;
        }
        year
    }

    #[test]
    fn one_month_without_a_meeting_is_amber_two_are_red() {
        let one = year_with([not_held_month("A", "2024-02")]);
        let two = year_with([not_held_month("A", "2024-02"), not_held_month("A", "2024-05")]);
        assert_eq!(severity(MeetingMissed, &cell("A"), &sound_year("A")), None);
        assert_eq!(severity(MeetingMissed, &cell("A"), &one), Some(Amber));
        assert_eq!(severity(MeetingMissed, &cell("A"), &two), Some(Red));
        assert_eq!(evidence(MeetingMissed, &cell("A"), &two, Lang::Vi), "Không họp 2/12 tháng: 02/2024, 05/2024.");
        assert_eq!(evidence(MeetingMissed, &cell("A"), &one, Lang::En), "Months without a meeting: 1 of 12 (2024-02).");
    }

    #[test]
    fn a_month_nobody_reported_is_not_a_missed_meeting() {
        assert_eq!(severity(MeetingMissed, &cell("A"), &year_with([unreported_month("A", "2024-02")])), None);
    }

    fn quarter_without(months: [&str; 3]) -> [CellMonth; 3] {
        months.map(|month| CellMonth { thematic: Some(false), ..quiet_month("A", month) })
    }

    const FIRST: [&str; 3] = ["2024-01", "2024-02", "2024-03"];
    const THIRD: [&str; 3] = ["2024-07", "2024-08", "2024-09"];

    #[test]
    fn one_quarter_without_a_thematic_meeting_is_amber_two_are_red() {
        let one = year_with(quarter_without(FIRST));
        let two = year_with(quarter_without(FIRST).into_iter().chain(quarter_without(THIRD)));
        assert_eq!(severity(ThematicShort, &cell("A"), &sound_year("A")), None);
        assert_eq!(severity(ThematicShort, &cell("A"), &one), Some(Amber));
        assert_eq!(severity(ThematicShort, &cell("A"), &two), Some(Red));
        assert_eq!(
            evidence(ThematicShort, &cell("A"), &two, Lang::Vi),
            "Không có sinh hoạt chuyên đề 2/4 quý được xét: quý 1/2024, quý 3/2024."
        );
        assert_eq!(
            evidence(ThematicShort, &cell("A"), &one, Lang::En),
            "Quarters without a thematic meeting: 1 of 4 judged (2024-Q1)."
        );
    }

    #[test]
    fn a_quarter_with_an_unreported_month_is_not_judged() {
        let mut months = quarter_without(FIRST);
        months[1] = unreported_month("A", "2024-02");
        assert_eq!(severity(ThematicShort, &cell("A"), &year_with(months)), None);
    }

    #[test]
    fn a_quarter_of_which_no_meeting_says_whether_it_was_thematic_is_not_judged() {
        let unsaid = FIRST.map(|month| CellMonth { thematic: None, ..quiet_month("A", month) });
        assert_eq!(severity(ThematicShort, &cell("A"), &year_with(unsaid.clone())), None);
        let mut one_says = unsaid;
        one_says[2].thematic = Some(false);
        assert_eq!(severity(ThematicShort, &cell("A"), &year_with(one_says)), Some(Amber));
    }

    #[test]
    fn a_quarter_without_any_meeting_is_a_quarter_without_a_thematic_one() {
        let none_held = year_with(FIRST.map(|month| not_held_month("A", month)));
        assert_eq!(severity(ThematicShort, &cell("A"), &none_held), Some(Amber));
    }

    #[test]
    fn a_quarter_is_judged_from_two_active_months_on() {
        let from = |start: usize| {
            let months = year_with(quarter_without(FIRST));
            severity(ThematicShort, &cell("A"), &months[start..])
        };
        assert_eq!(from(1), Some(Amber)); // founded in February
        assert_eq!(from(2), None); // founded in March
    }

    #[test]
    fn a_quarter_that_is_not_over_is_not_judged() {
        let months = year_with(quarter_without(FIRST));
        let codes = |until: &str| {
            let window = Window::year_to(until.parse().unwrap());
            flags_in(window, &cell("A"), &months, Lang::Vi).into_iter().map(|row| row.code).collect::<Vec<_>>()
        };
        assert_eq!(codes("2024-02"), []);
        assert_eq!(codes("2024-03"), [ThematicShort]);
    }

    /// Months from January on that lasted so many minutes, 90 being required.
    fn lasting(minutes: &[Option<i64>]) -> Vec<CellMonth> {
        let months = Window::year(2024).unwrap().months();
        let month = |(period, minutes): (crate::period::Period, &Option<i64>)| CellMonth {
            duration_min: *minutes,
            ..quiet_month("A", &period.to_string())
        };
        months.zip(minutes).map(month).collect()
    }

    #[test]
    fn a_quarter_of_meetings_may_be_short_more_may_not() {
        // 1 / 4 = 0.25 exactly; 1 / 3 = 0.333 > 0.25; 2 / 4 = 0.50 exactly; 2 / 3 = 0.667 > 0.50
        let case = |minutes: &[i64]| {
            severity(MeetingShort, &cell("A"), &lasting(&minutes.iter().copied().map(Some).collect::<Vec<_>>()))
        };
        assert_eq!(case(&[89, 90, 90, 95]), None);
        assert_eq!(case(&[89, 90, 90]), Some(Amber));
        assert_eq!(case(&[89, 60, 90, 90]), Some(Amber));
        assert_eq!(case(&[89, 60, 90]), Some(Red));
    }

    #[test]
    fn two_stated_durations_are_too_few_to_judge() {
        assert_eq!(severity(MeetingShort, &cell("A"), &lasting(&[Some(30), Some(30), None, None])), None);
    }

    #[test]
    fn each_meeting_is_measured_by_the_minimum_of_its_month() {
        let mut months = lasting(&[Some(100), Some(100), Some(100)]);
        assert_eq!(severity(MeetingShort, &cell("A"), &months), None);
        months[0].duration_required = 120;
        assert_eq!(severity(MeetingShort, &cell("A"), &months), Some(Amber));
        assert_eq!(
            evidence(MeetingShort, &cell("A"), &months, Lang::Vi),
            "Họp dưới thời lượng tối thiểu 1/3 buổi có ghi thời lượng (33,3%), \
             trên mức 25%; thiếu nhiều nhất: 100/120 phút."
        );
        assert_eq!(
            evidence(MeetingShort, &cell("A"), &months, Lang::En),
            "Meetings under the minimum duration: 1 of 3 stated (33.3%), over 25%; \
             shortest against its minimum: 100/120 minutes."
        );
    }

    #[test]
    fn a_plan_is_missing_only_where_plans_were_collected() {
        let planned = |quarters| CellSummary { plan_quarters: quarters, ..cell("A") };
        assert_eq!(severity(PlanMissing, &planned(None), &[]), None);
        assert_eq!(severity(PlanMissing, &planned(Some(1)), &[]), None);
        assert_eq!(severity(PlanMissing, &planned(Some(0)), &[]), Some(Amber));
        assert_eq!(
            evidence(PlanMissing, &planned(Some(0)), &[], Lang::Vi),
            "Chưa có kế hoạch sinh hoạt chuyên đề năm 2024."
        );
        assert_eq!(evidence(PlanMissing, &planned(Some(0)), &[], Lang::En), "No thematic plan for 2024.");
    }
}
