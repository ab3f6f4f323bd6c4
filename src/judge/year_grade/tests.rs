use super::*;
use crate::judge::examples::{ProposalRules, cell, not_held_month, quiet_month, unit, unreported_month, year_2024};
use crate::lake::schema::UnitRow;
use crate::lang::Lang;
use crate::period::Window;
use crate::register::Register;
use crate::terms::Tier;
use Verdict::{Met, Missed, Open};

/// A month by a letter: T 95 points, K 80, B 60, P 40, x held without a score, - not held, ? not reported.
fn month(letter: char, month: &str) -> CellMonth {
    let scored = |score, grade| CellMonth {
        official_score: Some(score),
        official_grade: Some(grade),
        ..quiet_month("A", month)
    };
    match letter {
        'T' => scored(95.0, Grade::Good),
        'K' => scored(80.0, Grade::Fair),
        'B' => scored(60.0, Grade::Average),
        'P' => scored(40.0, Grade::Poor),
        'x' => quiet_month("A", month),
        '-' => not_held_month("A", month),
        '?' => unreported_month("A", month),
        _ => panic!("{letter}"),
    }
}

/// A cell and its months from January on, one letter each.
pub(crate) fn cell_year(letters: &str) -> (CellSummary, Vec<CellMonth>) {
    let months = year_2024().months().zip(letters.chars());
    let months: Vec<_> = months.map(|(period, letter)| month(letter, &period.to_string())).collect();
    let scores: Vec<f64> = months.iter().filter_map(|month| month.official_score).collect();
    let n = count(scores.len());
    let mean = (n > 0).then(|| scores.iter().sum::<f64>() / number(n));
    (CellSummary { quality_n: n, quality_mean: mean, ..cell("A") }, months)
}

/// A register in which the cell exists from January on.
pub(crate) fn register() -> Register {
    Register::of_rows(vec![unit("U", Tier::Committee, ""), unit("A", Tier::AttachedCell, "U")], vec![])
}

fn year_of(cell: &CellSummary, months: &[CellMonth]) -> Year {
    let (register, rules) = (register(), ProposalRules::with("phu-tho"));
    let window = Window::new(months[0].period, months[months.len() - 1].period).unwrap();
    Year::of(cell, months, &rules.basis(&register, window, Lang::Vi))
}

fn year(letters: &str) -> Year {
    let (cell, months) = cell_year(letters);
    year_of(&cell, &months)
}

fn verdict(letters: &str, condition: Condition) -> Verdict {
    year(letters).verdict(condition)
}

#[test]
fn a_share_hangs_on_the_months_nobody_reported() {
    let all_fair = Condition::ShareAtLeast(Grade::Fair, 1.0);
    assert_eq!(verdict("TTTTTTTKKKKK", all_fair), Met);
    assert_eq!(verdict("TTTTTTTKKKKB", all_fair), Missed);
    for open in ["TTTTTTTKKKK?", "TTTTTTTKKKKx", "TTTTTTTKKKK"] {
        assert_eq!(verdict(open, all_fair), Open, "{open}");
    }
    assert_eq!(verdict("TTTTTTTKKKB?", all_fair), Missed, "one more month cannot mend it");
    // 9 of 12 are 75 %, whatever the last three are like; a month not held is no meeting
    assert_eq!(verdict("KKKKKKKKK???", Condition::ShareAtLeast(Grade::Fair, 0.75)), Met);
    assert_eq!(verdict("KKKKKKKKKKK-", all_fair), Met);
    assert_eq!(verdict("------------", all_fair), Missed, "of no meeting there is no share");
}

#[test]
fn a_count_of_months_is_met_missed_or_still_within_reach() {
    let seven = Condition::MonthsGoodAtLeast(7);
    assert_eq!(verdict("TTTTTTTKKKKK", seven), Met);
    assert_eq!(verdict("TTTTTTKKKKKK", seven), Missed);
    assert_eq!(verdict("TTTTTTKKKKK?", seven), Open);
    assert_eq!(verdict("TTTTTTT", seven), Met, "seven are seven, though the year is not over");
    assert_eq!(verdict("TTTTKKKKKK", seven), Missed, "four and the two months left make six");
    let none = Condition::MonthsUnderFairAtMost(0);
    assert_eq!(verdict("TTTTTTTKKKKK", none), Met);
    assert_eq!(verdict("TTTTTTTKKKKP", none), Missed);
    assert_eq!(verdict("TTTTTTTKKKKx", none), Open);
}

#[test]
fn a_mean_is_known_within_the_bounds_of_the_missing_scores() {
    let ninety = Condition::MeanAtLeast(90.0);
    // (10·95 + 2·80) / 12 = 92.5; (8·95 + 4·80) / 12 = 90; (7·95 + 5·80) / 12 = 88.75
    assert_eq!(verdict("TTTTTTTTTTKK", ninety), Met);
    assert_eq!(verdict("TTTTTTTTKKKK", ninety), Met);
    assert_eq!(verdict("TTTTTTTKKKKK", ninety), Missed);
    // 11·95 = 1045; with 0 more 87.08, with 100 more 95.42
    assert_eq!(verdict("TTTTTTTTTTT?", ninety), Open);
    // 11·80 = 880; with 100 more 81.67
    assert_eq!(verdict("KKKKKKKKKKK?", ninety), Missed);
    assert_eq!(verdict("-----------?", ninety), Open);
    assert_eq!(verdict("------------", ninety), Missed);
}

#[test]
fn a_meeting_in_every_month_is_missed_by_one_not_held() {
    assert_eq!(verdict("TTTTTTTTTTTx", Condition::EveryMonthHeld), Met);
    assert_eq!(verdict("TTTTTTTTTTT-", Condition::EveryMonthHeld), Missed);
    assert_eq!(verdict("TTTTTTTTTTT?", Condition::EveryMonthHeld), Open);
    assert_eq!(verdict("TTTTTTTTTT?-", Condition::EveryMonthHeld), Missed);
}

#[test]
fn a_quarter_without_a_thematic_meeting_is_missed_once_it_is_over_and_known() {
    let thematic = |letters: &str, says: &[(usize, Option<bool>)]| {
        let (cell, mut months) = cell_year(letters);
        for (at, said) in says {
            months[*at].thematic = *said;
        }
        year_of(&cell, &months).verdict(Condition::EveryQuarterThematic)
    };
    let none_in_q4 = |said| [(9, said), (10, said), (11, said)];
    assert_eq!(thematic("TTTTTTTTTTTT", &[]), Met);
    assert_eq!(thematic("TTTTTTTTTTTT", &none_in_q4(Some(false))), Missed);
    assert_eq!(thematic("TTTTTTTTTTTT", &none_in_q4(None)), Open, "the tables have no such column");
    assert_eq!(thematic("TTTTTTTTTTT?", &none_in_q4(Some(false))), Open);
    assert_eq!(thematic("TTTTTTTTT---", &[]), Missed);
    assert_eq!(thematic("TTTTTTTTTT", &[(9, Some(false))]), Open, "two months of the quarter are left");
    assert_eq!(thematic("TTTTTTTTTT", &[]), Met);
    assert_eq!(thematic("TTTTTTTTT", &[]), Open, "the last quarter has not begun");
    assert_eq!(thematic("TTTTTTTTTT", &[(0, Some(false)), (1, None), (2, None)]), Missed);
}

#[test]
fn a_stated_grade_stands_in_for_a_missing_score() {
    let (cell, mut months) = cell_year("TTTTTTTTTTTx");
    months[11].self_grade = Some(Grade::Good);
    months[11].upper_grade = Some(Grade::Average);
    let year = year_of(&cell, &months);
    assert_eq!((year.ungraded.len(), year.unscored.len()), (0, 1));
    assert_eq!(year.verdict(Condition::ShareAtLeast(Grade::Fair, 1.0)), Missed, "the grade from above goes first");
}

#[test]
fn a_cell_dissolved_in_spring_has_no_months_to_come() {
    let (cell, months) = cell_year("TTT");
    let ended =
        UnitRow { valid_to: chrono::NaiveDate::from_ymd_opt(2024, 3, 31), ..unit("A", Tier::AttachedCell, "U") };
    let register = Register::of_rows(vec![unit("U", Tier::Committee, ""), ended], vec![]);
    let rules = ProposalRules::with("phu-tho");
    let year = Year::of(&cell, &months, &rules.basis(&register, year_2024(), Lang::Vi));
    assert_eq!((year.expected, year.future.len()), (3, 0));
    assert_eq!(year.verdict(Condition::EveryMonthHeld), Met);
}

fn judged(letters: &str, rule: &str) -> (Option<Grade>, Option<Outcome>) {
    let (cell, months) = cell_year(letters);
    let (register, rules) = (register(), ProposalRules::with(rule));
    let year = Year::of(&cell, &months, &rules.basis(&register, year_2024(), Lang::Vi));
    let judged = year.judge(rules.year.chosen.in_force(year_2024().last()));
    (judged.grade(), judged.stop.map(|(_, outcome)| outcome))
}

#[test]
fn phu_tho_asks_for_every_meeting_fair_and_seven_good() {
    let judged = |letters| judged(letters, "phu-tho");
    assert_eq!(judged("TTTTTTTKKKKK"), (Some(Grade::Good), Some(Outcome::Met)));
    assert_eq!(judged("TTTTTTTKKKK?"), (None, Some(Outcome::Open)));
    assert_eq!(judged("TTTTTTKKKKKK"), (None, Some(Outcome::Unseen)), "fair was seen in part only");
    assert_eq!(judged("TTTTTTTKKKKP"), (None, None), "and that part is missed too");
}

#[test]
fn binh_thuan_asks_for_mean_cadence_ten_good_months_and_none_under_fair() {
    let judged = |letters| judged(letters, "binh-thuan").0;
    assert_eq!(judged("TTTTTTTTTTKK"), Some(Grade::Good));
    assert_eq!(judged("TTTTTTTTTKKK"), None, "nine good months");
    assert_eq!(judged("TTTTTTTTTTTB"), None, "one average month, with a mean of 92.1");
    assert_eq!(judged("TTTTTTTTTTT-"), None, "a month without a meeting");
    assert_eq!(judged("TTTTTTTTTTTx"), None, "a month without a score");
}
