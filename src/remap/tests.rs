mod handover;

use std::collections::BTreeSet;

use super::*;
use crate::judge::examples::{meeting_row, unit};
use crate::lake::schema::{AssignmentRow, CellRule, MeetingRow, ScoreRow, UnitRow};
use crate::period::Window;
use crate::register::Register;
use crate::rules::Rules;
use crate::terms::{Grade, MeetingStatus, Scorer, Tier};

fn day(written: &str) -> Option<chrono::NaiveDate> {
    written.parse().ok()
}

fn cell(id: &str, parent: &str) -> UnitRow {
    unit(id, Tier::AttachedCell, parent)
}

/// Until June two wards with cells A, B and M, N; from July one ward, in which M and N are C. A moved with its code; B
/// was dissolved in March.
fn register() -> Register {
    let until = |row: UnitRow, last: &str| UnitRow { valid_to: day(last), ..row };
    let from = |row: UnitRow, first: &str| UnitRow { valid_from: day(first), ..row };
    let into = |row: UnitRow, heir: &str| UnitRow { successor_id: Some(UnitId::new(heir)), ..row };
    let units = vec![
        unit("TU", Tier::Superior, ""),
        until(into(unit("P1", Tier::Committee, "TU"), "P3"), "2025-06-30"),
        until(into(unit("P2", Tier::Committee, "TU"), "P3"), "2025-06-30"),
        from(unit("P3", Tier::Committee, "TU"), "2025-07-01"),
        until(cell("A", "P1"), "2025-06-30"),
        from(cell("A", "P3"), "2025-07-01"),
        until(cell("B", "P1"), "2025-03-31"),
        until(into(cell("M", "P2"), "C"), "2025-06-30"),
        until(into(cell("N", "P2"), "C"), "2025-06-30"),
        from(cell("C", "P3"), "2025-07-01"),
    ];
    let follower = |id: &str| AssignmentRow {
        cell_id: UnitId::new(id),
        role: "Đảng ủy viên".into(),
        visit_level: None,
        valid_from: None,
        valid_to: None,
        visits_per_quarter: 1,
    };
    Register::of_rows(units, vec![follower("M"), follower("A")])
}

fn met(id: &str, month: &str, due: i64, present: i64, score: f64) -> MeetingRow {
    MeetingRow {
        members: Some(due + 1),
        exempt: Some(1),
        due: Some(due),
        present: Some(present),
        absent_excused: Some(due - present),
        absent_unexcused: Some(0),
        duration_min: Some(90),
        speakers: Some(2),
        thematic: Some(false),
        visited: Some(false),
        self_score: Some(score),
        ..meeting_row(id, month)
    }
}

/// A rubric of its own for a cell's month, with this least score of good.
fn rule(id: &str, month: &str, good: f64) -> CellRule {
    CellRule {
        cell_id: UnitId::new(id),
        period: month.parse().unwrap(),
        rubric: "An Phú".into(),
        grade_good_from: good,
        grade_fair_from: 70.0,
        grade_average_from: 50.0,
        at_best: None,
        gates_open: false,
    }
}

/// The cells with a rule of their own, and their least score of good.
fn good_from(rules: &[CellRule]) -> Vec<(String, f64)> {
    rules.iter().map(|rule| (rule.cell_id.to_string(), rule.grade_good_from)).collect()
}

fn mapped(meetings: Vec<MeetingRow>) -> (Lake, Vec<MapNote>) {
    mapped_to(&register(), meetings, "2025-12")
}

/// On the map of a month, from January on.
fn mapped_to(register: &Register, meetings: Vec<MeetingRow>, last: &str) -> (Lake, Vec<MapNote>) {
    let mut lake = Lake::build(register, &[], crate::lang::Lang::Vi);
    lake.meetings = meetings;
    on_todays_map(&lake, &Heirs::of(register, Window::year_to(last.parse().unwrap())))
}

fn valid(row: UnitRow, from: &str, to: &str) -> UnitRow {
    UnitRow { valid_from: day(from), valid_to: day(to), ..row }
}

fn carried_on(row: UnitRow, heir: &str) -> UnitRow {
    UnitRow { successor_id: Some(UnitId::new(heir)), ..row }
}

/// Code, organisation above, first and last day of the rows of cells.
fn cells(lake: &Lake) -> Vec<(&str, &str, Option<chrono::NaiveDate>, Option<chrono::NaiveDate>)> {
    let rows = lake.units.iter().filter(|unit| unit.tier.is_cell());
    rows.map(|unit| {
        let parent = unit.parent_id.as_ref().map_or("", UnitId::as_str);
        (unit.unit_id.as_str(), parent, unit.valid_from, unit.valid_to)
    })
    .collect()
}

#[test]
fn counts_of_cells_that_became_one_are_summed_and_scores_are_left_out() {
    let (lake, notes) = mapped(vec![met("M", "2025-05", 10, 9, 90.0), met("N", "2025-05", 20, 15, 80.0)]);
    let [meeting] = lake.meetings.as_slice() else { panic!("{:?}", lake.meetings) };
    assert_eq!((meeting.cell_id.as_str(), meeting.due, meeting.present), ("C", Some(30), Some(24)));
    assert_eq!((meeting.members, meeting.exempt, meeting.absent_excused), (Some(32), Some(2), Some(6)));
    assert_eq!((meeting.speakers, meeting.duration_min), (Some(4), Some(90)), "both took 90 minutes");
    assert_eq!(meeting.self_score, None, "85 would be nobody's score");
    assert_eq!(notes[0].merged_from, "M;N");
    assert_eq!(notes[0].left_out.as_deref(), Some("self_score"));
}

#[test]
fn a_score_both_gave_stays() {
    let (lake, notes) = mapped(vec![met("M", "2025-05", 10, 9, 90.0), met("N", "2025-05", 20, 15, 90.0)]);
    assert_eq!((lake.meetings[0].self_score, notes[0].left_out.clone()), (Some(90.0), None));
}

#[test]
fn a_cell_that_did_not_meet_adds_nobody_who_was_due() {
    let not_held = MeetingRow { status: MeetingStatus::NotHeld, ..met("N", "2025-05", 20, 0, 0.0) };
    let (lake, notes) = mapped(vec![met("M", "2025-05", 10, 9, 90.0), not_held]);
    let meeting = &lake.meetings[0];
    assert_eq!((meeting.status, meeting.due, meeting.present), (MeetingStatus::Held, Some(10), Some(9)));
    assert_eq!(meeting.self_score, Some(90.0), "the one meeting there was");
    assert_eq!(meeting.members, Some(32), "11 and 21: a member is one, met or not");
    assert_eq!((notes[0].left_out.as_deref(), notes[0].not_held.as_deref()), (Some("status"), Some("N")));
}

#[test]
fn a_sum_of_some_is_no_sum() {
    let silent = MeetingRow { present: None, ..met("N", "2025-05", 20, 15, 90.0) };
    let (lake, notes) = mapped(vec![met("M", "2025-05", 10, 9, 90.0), silent]);
    assert_eq!((lake.meetings[0].due, lake.meetings[0].present), (Some(30), None));
    assert_eq!(notes[0].left_out.as_deref(), Some("present"));
}

#[test]
fn todays_cells_are_there_from_the_first_day_of_those_they_carry_on() {
    let (lake, _) = mapped(Vec::new());
    let row = |id: &str| lake.units.iter().filter(|unit| unit.unit_id.as_str() == id).collect::<Vec<_>>();
    let [moved] = row("A")[..] else { panic!() };
    assert_eq!((moved.parent_id.as_ref().map(UnitId::as_str), moved.valid_from), (Some("P3"), None));
    assert_eq!(row("C")[0].valid_from, None);
    assert!(row("M").is_empty() && row("N").is_empty());
    assert_eq!(row("B")[0].valid_to, day("2025-03-31"), "gone without a successor, it ends when it ended");
    assert_eq!(lake.assignments.iter().map(|it| it.cell_id.as_str()).collect::<BTreeSet<_>>(), ["A", "C"].into());
}

#[test]
fn nothing_is_counted_twice() {
    let months = ["2025-01", "2025-08"];
    let all = months.iter().flat_map(|month| ["A", "M", "N"].map(|id| met(id, month, 10, 8, 90.0)));
    let (lake, notes) = mapped(all.collect());
    let due: i64 = lake.meetings.iter().filter_map(|row| row.due).sum();
    assert_eq!((due, lake.meetings.len(), notes.len()), (60, 4, 2));
}

#[test]
fn a_chain_of_successors_ends_where_somebody_is_still_there() {
    let units = vec![
        unit("P", Tier::Committee, ""),
        carried_on(valid(cell("A", "P"), "", "2025-02-28"), "B"),
        carried_on(valid(cell("B", "P"), "2025-03-01", "2025-05-31"), "C"),
        valid(cell("C", "P"), "2025-06-01", ""),
    ];
    let months =
        vec![met("A", "2025-01", 10, 9, 90.0), met("B", "2025-04", 10, 8, 80.0), met("C", "2025-07", 9, 9, 70.0)];
    let register = Register::of_rows(units, vec![]);
    let (lake, notes) = mapped_to(&register, months, "2025-12");
    let met: Vec<_> = lake.meetings.iter().map(|row| (row.cell_id.as_str(), row.self_score)).collect();
    assert_eq!(met, [("C", Some(90.0)), ("C", Some(80.0)), ("C", Some(70.0))]);
    assert_eq!(cells(&lake), [("C", "P", None, None)]);
    assert_eq!(notes, [], "no month is of two cells");
    let (lake, _) = mapped_to(&register, vec![], "2025-05");
    assert_eq!(cells(&lake)[0], ("B", "P", None, day("2025-05-31")), "in May B was there, and C was not yet");
}

#[test]
fn a_cell_carried_on_by_one_that_was_dissolved_keeps_its_months() {
    let units = vec![
        carried_on(valid(unit("P", Tier::Committee, ""), "", "2025-06-30"), "Q"),
        valid(unit("Q", Tier::Committee, ""), "2025-07-01", ""),
        carried_on(valid(cell("A", "P"), "", "2025-03-31"), "B"),
        valid(cell("B", "P"), "2025-04-01", "2025-05-31"),
    ];
    let (lake, _) = mapped_to(&Register::of_rows(units, vec![]), vec![met("A", "2025-01", 10, 9, 90.0)], "2025-12");
    assert_eq!(lake.meetings[0].cell_id.as_str(), "B");
    assert_eq!(cells(&lake), [("B", "Q", None, day("2025-05-31"))], "expected to May, under today's ward");
}

#[test]
fn a_successor_that_is_not_there_yet_or_is_no_cell_takes_no_months() {
    let units = vec![
        unit("P", Tier::Committee, ""),
        carried_on(valid(cell("A", "P"), "", "2025-03-31"), "B"),
        valid(cell("B", "P"), "2025-06-01", ""),
        carried_on(valid(cell("D", "P"), "", "2025-03-31"), "P"),
        carried_on(valid(cell("E", "P"), "", "2025-03-31"), "F"),
        carried_on(valid(cell("F", "P"), "", "2025-03-31"), "E"),
    ];
    let months = ["A", "D", "E", "F"].map(|id| met(id, "2025-02", 10, 9, 90.0));
    let (lake, notes) = mapped_to(&Register::of_rows(units, vec![]), months.to_vec(), "2025-05");
    let met: Vec<&str> = lake.meetings.iter().map(|row| row.cell_id.as_str()).collect();
    assert_eq!((met, notes), (vec!["A", "D", "E", "F"], vec![]));
    let march = day("2025-03-31");
    let known = cells(&lake).into_iter().filter(|(id, ..)| *id != "B").collect::<Vec<_>>();
    assert_eq!(known, ["A", "D", "E", "F"].map(|id| (id, "P", None, march)));
}

#[test]
fn months_in_which_nobody_was_there_are_not_expected() {
    let units = vec![
        unit("P", Tier::Committee, ""),
        carried_on(valid(cell("A", "P"), "2025-01-01", "2025-02-28"), "B"),
        valid(cell("B", "P"), "2025-03-01", "2025-04-30"),
        valid(cell("B", "P"), "2025-08-01", ""),
    ];
    let (lake, _) = mapped_to(&Register::of_rows(units, vec![]), vec![], "2025-12");
    let spans = [("B", "P", day("2025-01-01"), day("2025-04-30")), ("B", "P", day("2025-08-01"), None)];
    assert_eq!(cells(&lake), spans);
}

#[test]
fn who_followed_a_cell_follows_its_heir_only_while_the_cell_was_there() {
    let (lake, _) = mapped(vec![]);
    let of = |id: &str| lake.assignments.iter().filter(|row| row.cell_id.as_str() == id).collect::<Vec<_>>();
    assert_eq!((of("C").len(), of("C")[0].valid_from, of("C")[0].valid_to), (1, None, day("2025-06-30")));
    assert_eq!((of("A").len(), of("A")[0].valid_from, of("A")[0].valid_to), (1, None, None));
}

#[test]
fn a_duration_is_not_judged_by_a_minimum_that_was_not_its_own() {
    // M had its thematic meeting on another day, so that 90 minutes were enough; with the days left out they would not be.
    let m = MeetingRow { thematic: Some(true), held_on: day("2025-05-05"), ..met("M", "2025-05", 10, 9, 90.0) };
    let m = MeetingRow { thematic_held_on: day("2025-05-20"), ..m };
    let n = MeetingRow { held_on: day("2025-05-06"), ..met("N", "2025-05", 20, 15, 90.0) };
    let (lake, notes) = mapped(vec![m, n]);
    assert_eq!((lake.meetings[0].thematic, lake.meetings[0].duration_min), (Some(true), None));
    assert_eq!(notes[0].left_out.as_deref(), Some("held_on;thematic_held_on;duration_min"));
}

#[test]
fn nobody_beyond_the_number_due_makes_up_for_those_absent_elsewhere() {
    // 12 of 10 and 5 of 20 are 10 + 5 of 30, as they are pooled, not 17.
    let (lake, _) = mapped(vec![met("M", "2025-05", 10, 12, 90.0), met("N", "2025-05", 20, 5, 90.0)]);
    assert_eq!((lake.meetings[0].due, lake.meetings[0].present), (Some(30), Some(15)));
}

fn points(id: &str, scorer: Scorer, criterion: &str, points: f64) -> ScoreRow {
    ScoreRow {
        cell_id: UnitId::new(id),
        period: "2025-05".parse().unwrap(),
        meeting: None,
        scorer,
        heading: None,
        criterion: criterion.into(),
        points,
        max_points: 10.0,
        file: "D.xlsx".into(),
        sheet: "D".into(),
        row: 5,
    }
}

/// Points of a lake on today's map: code, criterion, points.
fn kept(lake: &Lake) -> Vec<(&str, &str, f64)> {
    lake.scores.iter().map(|row| (row.cell_id.as_str(), row.criterion.as_str(), row.points)).collect()
}

#[test]
fn points_stay_where_both_were_given_the_same() {
    let register = register();
    let own = |id: &str, criterion: &str, given: f64| points(id, Scorer::Own, criterion, given);
    let mut lake = Lake::build(&register, &[], crate::lang::Lang::Vi);
    lake.meetings = vec![met("M", "2025-05", 10, 9, 90.0), met("N", "2025-05", 20, 15, 90.0)];
    lake.scores = vec![own("M", "a", 9.0), own("M", "b", 8.0), own("N", "a", 9.0), own("N", "b", 7.0)];
    let (lake, notes) = on_todays_map(&lake, &Heirs::of(&register, Window::year(2025).unwrap()));
    assert_eq!(kept(&lake), [("C", "a", 9.0)]);
    assert_eq!(notes[0].left_out.as_deref(), Some("scores"));
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let rows =
        vec![met("M", "2025-05", 10, 9, 90.0), met("N", "2025-05", 20, 15, 80.0), met("A", "2025-05", 5, 5, 70.0)];
    let (one, notes) = mapped(rows.clone());
    let (other, other_notes) = mapped(rows.into_iter().rev().collect());
    assert_eq!((one.meetings, notes), (other.meetings, other_notes));
}

#[test]
fn a_month_is_graded_by_the_rule_that_each_of_its_cells_had() {
    let rule = |id: &str, good: f64| rule(id, "2025-05", good);
    let register = register();
    let heirs = Heirs::of(&register, Window::year(2025).unwrap());
    let meetings =
        vec![met("M", "2025-05", 10, 9, 90.0), met("N", "2025-05", 20, 15, 90.0), met("A", "2025-05", 5, 5, 70.0)];
    let mut alone = meetings.clone();
    alone[1].status = MeetingStatus::NotHeld;
    let rubrics = Rules::load(None).unwrap().rubrics;
    let good =
        |rules: &[CellRule], meetings: &[MeetingRow]| good_from(&rules_on_map(rules, meetings, &rubrics, &heirs));
    let (a, c) = (("A".to_owned(), 95.0), ("C".to_owned(), 90.0));
    assert_eq!(good(&[rule("M", 90.0), rule("N", 90.0), rule("A", 95.0)], &meetings), [a, c.clone()]);
    assert_eq!(good(&[rule("M", 90.0), rule("N", 85.0)], &meetings), []);
    assert_eq!(good(&[rule("M", 90.0)], &meetings), [], "the other was graded by the general rule");
    assert_eq!(good(&[rule("M", 90.0)], &alone), [c], "the other did not meet");
    let missed = CellRule { at_best: Some(Grade::Fair), ..rule("M", 90.0) };
    let open = CellRule { gates_open: true, ..rule("N", 90.0) };
    let together = &rules_on_map(&[missed, open], &meetings, &rubrics, &heirs)[0];
    assert_eq!((together.at_best, together.gates_open), (Some(Grade::Fair), true), "what one lacks holds for all");
}
