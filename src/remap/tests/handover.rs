//! What is missing from a merged month, and cells handed over within one.

use super::*;

fn not_held(row: MeetingRow) -> MeetingRow {
    MeetingRow { status: MeetingStatus::NotHeld, due: None, present: None, self_score: None, ..row }
}

/// What a note says: who reported, who handed over, who is silent, who did not meet, what is left out.
fn told(note: &MapNote) -> [&str; 5] {
    let MapNote { handed_over, silent, not_held, left_out, .. } = note;
    let [handed_over, silent, not_held, left_out] =
        [handed_over, silent, not_held, left_out].map(|written| written.as_deref().unwrap_or("–"));
    [&note.merged_from, handed_over, silent, not_held, left_out]
}

/// Until the 14th of June `A`, from the 15th on `B`; beside them, the whole month, `S`, which `B` absorbs at its end.
fn handed_over() -> Register {
    let units = vec![
        unit("P", Tier::Committee, ""),
        carried_on(valid(cell("A", "P"), "", "2025-06-14"), "B"),
        carried_on(valid(cell("S", "P"), "", "2025-06-30"), "B"),
        valid(cell("B", "P"), "2025-06-15", ""),
    ];
    Register::of_rows(units, vec![])
}

fn in_june(rows: Vec<MeetingRow>) -> (Lake, Vec<MapNote>) {
    mapped_to(&handed_over(), rows, "2025-12")
}

#[test]
fn who_was_there_and_did_not_report_is_named_also_where_one_reported_alone() {
    let (lake, notes) = mapped(vec![met("M", "2025-05", 10, 9, 90.0), met("A", "2025-05", 5, 5, 70.0)]);
    let due: Vec<_> = lake.meetings.iter().map(|row| (row.cell_id.as_str(), row.due)).collect();
    assert_eq!(due, [("A", Some(5)), ("C", Some(10))], "what was reported stays");
    assert_eq!(notes.iter().map(told).collect::<Vec<_>>(), [["M", "–", "N", "–", "–"]]);
    // Before it was there, and after it was gone, nobody is silent.
    let (_, notes) = mapped(vec![met("C", "2025-07", 30, 25, 90.0)]);
    assert!(notes.is_empty(), "{notes:?}");
}

#[test]
fn a_month_nobody_reported_is_no_merged_month() {
    let (lake, notes) = mapped(vec![]);
    assert!(lake.meetings.is_empty() && notes.is_empty());
}

#[test]
fn a_cell_handed_over_within_a_month_is_counted_once() {
    let earlier = MeetingRow { speakers: Some(4), upper_score: Some(84.0), ..met("A", "2025-06", 12, 10, 80.0) };
    let later = MeetingRow { speakers: None, ..met("B", "2025-06", 13, 12, 90.0) };
    let (lake, notes) = in_june(vec![earlier, later]);
    let [meeting] = lake.meetings.as_slice() else { panic!("{:?}", lake.meetings) };
    assert_eq!((meeting.cell_id.as_str(), meeting.members, meeting.due), ("B", Some(14), Some(13)));
    assert_eq!((meeting.present, meeting.self_score), (Some(12), Some(90.0)), "the successor's report");
    assert_eq!((meeting.speakers, meeting.upper_score), (Some(4), Some(84.0)), "what it does not state");
    assert_eq!(notes.iter().map(told).collect::<Vec<_>>(), [["A;B", "A", "S", "–", "–"]]);
}

#[test]
fn one_that_stood_beside_a_handover_is_still_added() {
    let rows =
        vec![met("A", "2025-06", 12, 10, 90.0), met("B", "2025-06", 13, 12, 90.0), met("S", "2025-06", 5, 5, 90.0)];
    let (lake, notes) = in_june(rows);
    assert_eq!((lake.meetings[0].members, lake.meetings[0].due), (Some(20), Some(18)));
    assert_eq!(notes.iter().map(told).collect::<Vec<_>>(), [["A;B;S", "A", "–", "–", "–"]]);
}

#[test]
fn two_that_handed_over_to_one_are_told_by_it_and_added_where_it_is_silent() {
    let units = vec![
        unit("P", Tier::Committee, ""),
        carried_on(valid(cell("M", "P"), "", "2025-06-14"), "C"),
        carried_on(valid(cell("N", "P"), "", "2025-06-14"), "C"),
        valid(cell("C", "P"), "2025-06-15", ""),
    ];
    let register = Register::of_rows(units, vec![]);
    let before = vec![met("M", "2025-06", 10, 9, 90.0), met("N", "2025-06", 20, 15, 80.0)];
    let with = |row: MeetingRow| [before.clone(), vec![row]].concat();
    let later = MeetingRow { self_score: None, ..met("C", "2025-06", 29, 28, 0.0) };
    let (lake, notes) = mapped_to(&register, with(later), "2025-12");
    assert_eq!((lake.meetings[0].due, lake.meetings[0].present), (Some(29), Some(28)));
    assert_eq!(notes.iter().map(told).collect::<Vec<_>>(), [["C;M;N", "M;N", "–", "–", "self_score"]]);
    let (lake, notes) = mapped_to(&register, before.clone(), "2025-12");
    assert_eq!((lake.meetings[0].due, lake.meetings[0].present), (Some(30), Some(24)));
    assert_eq!(notes.iter().map(told).collect::<Vec<_>>(), [["M;N", "–", "–", "–", "self_score"]]);
    let (_, notes) = mapped_to(&register, vec![before[0].clone()], "2025-12");
    assert_eq!(notes.iter().map(told).collect::<Vec<_>>(), [["M", "–", "N", "–", "–"]]);
}

#[test]
fn a_cell_that_met_before_it_was_handed_over_did_meet() {
    let (lake, notes) = in_june(vec![met("A", "2025-06", 12, 10, 80.0), not_held(met("B", "2025-06", 13, 0, 0.0))]);
    let meeting = &lake.meetings[0];
    assert_eq!((meeting.status, meeting.due, meeting.self_score), (MeetingStatus::Held, Some(12), Some(80.0)));
    assert_eq!(told(&notes[0]), ["A;B", "A", "S", "B", "status"]);
}

#[test]
fn a_duration_keeps_the_minimum_it_was_held_under() {
    // B took 90 minutes on a day of its own; the thematic meeting that A speaks of would ask 120 of it.
    let earlier = MeetingRow { thematic: Some(true), duration_min: None, ..met("A", "2025-06", 12, 10, 80.0) };
    let later = MeetingRow { thematic: None, ..met("B", "2025-06", 13, 12, 90.0) };
    let (lake, notes) = in_june(vec![earlier, later]);
    assert_eq!((lake.meetings[0].thematic, lake.meetings[0].duration_min), (Some(true), None));
    assert_eq!(notes[0].left_out.as_deref(), Some("duration_min"));
}

#[test]
fn a_self_score_never_stands_in_for_an_upper_one() {
    let row = |id: &str, upper: Option<f64>| MeetingRow { upper_score: upper, ..met(id, "2025-05", 10, 9, 95.0) };
    for uppers in [[Some(80.0), Some(70.0)], [Some(80.0), None]] {
        let (lake, notes) = mapped(vec![row("M", uppers[0]), row("N", uppers[1])]);
        assert_eq!((lake.meetings[0].self_score, lake.meetings[0].upper_score), (None, None));
        assert_eq!(notes[0].left_out.as_deref(), Some("self_score;upper_score"));
    }
    let (lake, notes) = mapped(vec![row("M", Some(80.0)), row("N", Some(80.0))]);
    assert_eq!((lake.meetings[0].self_score, lake.meetings[0].upper_score), (Some(95.0), Some(80.0)));
    assert_eq!(notes[0].left_out, None);
}

#[test]
fn nor_does_a_self_grade_for_an_upper_one() {
    let row = |id: &str, upper_grade: Option<Grade>| MeetingRow {
        self_grade: Some(Grade::Good),
        upper_grade,
        ..met(id, "2025-05", 10, 9, 95.0)
    };
    let (lake, notes) = mapped(vec![row("M", Some(Grade::Fair)), row("N", None)]);
    assert_eq!((lake.meetings[0].self_grade, lake.meetings[0].upper_grade), (None, None));
    assert_eq!(notes[0].left_out.as_deref(), Some("self_grade;upper_grade"));
}

#[test]
fn the_last_day_of_the_window_decides_who_is_gone() {
    let units = |heir_from: &str| {
        vec![
            unit("P", Tier::Committee, ""),
            carried_on(valid(cell("A", "P"), "", "2025-08-10"), "B"),
            valid(cell("B", "P"), heir_from, ""),
        ]
    };
    let of = |heir_from: &str| {
        let register = Register::of_rows(units(heir_from), vec![]);
        let (lake, _) = mapped_to(&register, vec![met("A", "2025-07", 10, 9, 90.0)], "2025-08");
        lake.meetings[0].cell_id.to_string()
    };
    assert_eq!((of("2025-08-11"), of("2025-08-31"), of("2025-09-01")), ("B".into(), "B".into(), "A".into()));
}

#[test]
fn points_of_a_cell_handed_over_are_those_of_its_successor_sheet_by_sheet() {
    let units = vec![
        unit("P", Tier::Committee, ""),
        carried_on(valid(cell("A", "P"), "", "2025-05-14"), "B"),
        valid(cell("B", "P"), "2025-05-15", ""),
    ];
    let register = Register::of_rows(units, vec![]);
    let mut lake = Lake::build(&register, &[], crate::lang::Lang::Vi);
    lake.meetings = vec![met("A", "2025-05", 10, 9, 80.0), met("B", "2025-05", 10, 9, 90.0)];
    lake.scores = vec![
        points("A", Scorer::Own, "a", 7.0),
        points("A", Scorer::Own, "b", 7.0),
        points("A", Scorer::Upper, "a", 6.0),
        points("B", Scorer::Own, "a", 9.0),
    ];
    let (lake, notes) = on_todays_map(&lake, &Heirs::of(&register, Window::year(2025).unwrap()));
    assert_eq!(kept(&lake), [("B", "a", 9.0), ("B", "a", 6.0)]);
    assert_eq!(told(&notes[0]), ["A;B", "A", "–", "–", "–"]);
}

#[test]
fn a_month_handed_over_is_graded_by_the_rule_of_who_scored_it() {
    let rule = |id: &str, good: f64| rule(id, "2025-06", good);
    let register = handed_over();
    let heirs = Heirs::of(&register, Window::year(2025).unwrap());
    let good = |upper: Option<f64>| {
        let earlier = MeetingRow { upper_score: upper, ..met("A", "2025-06", 10, 9, 80.0) };
        let (rules, meetings) = ([rule("A", 95.0), rule("B", 90.0)], [earlier, met("B", "2025-06", 10, 9, 90.0)]);
        let rules = rules_on_map(&rules, &meetings, &Rules::load(None).unwrap().rubrics, &heirs);
        good_from(&rules)
    };
    assert_eq!(good(None), [("B".to_owned(), 90.0)]);
    assert_eq!(good(Some(84.0)), [("B".to_owned(), 95.0)], "only the earlier was scored from above");
}
