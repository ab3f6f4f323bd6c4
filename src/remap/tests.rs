use super::*;
use crate::judge::examples::unit;
use crate::lake::schema::AssignmentRow;
use crate::terms::Tier;

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
        cell_id: UnitId::new(id),
        period: month.parse().unwrap(),
        status: MeetingStatus::Held,
        held_on: None,
        thematic_held_on: None,
        members: Some(due + 1),
        exempt: Some(1),
        special_duty: None,
        away: None,
        due: Some(due),
        present: Some(present),
        absent_excused: Some(due - present),
        absent_unexcused: Some(0),
        duration_min: Some(90),
        speakers: Some(2),
        thematic: Some(false),
        thematic_topic: None,
        committee_met: None,
        supervisor: None,
        visited: Some(false),
        visit_level: None,
        self_score: Some(score),
        upper_score: None,
        self_grade: None,
        upper_grade: None,
        note_given: None,
        file: "T1.xlsx".into(),
        sheet: "T1".into(),
        row: 5,
    }
}

fn mapped(meetings: Vec<MeetingRow>) -> (Lake, Vec<MapNote>) {
    let register = register();
    let mut lake = Lake::build(&register, &[], crate::lang::Lang::Vi);
    lake.meetings = meetings;
    on_todays_map(&lake, &register, Window::year(2025).unwrap())
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
    let (lake, _) = mapped(vec![met("M", "2025-05", 10, 9, 90.0), not_held]);
    let meeting = &lake.meetings[0];
    assert_eq!((meeting.status, meeting.due, meeting.present), (MeetingStatus::Held, Some(10), Some(9)));
    assert_eq!(meeting.self_score, Some(90.0), "the one meeting there was");
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
