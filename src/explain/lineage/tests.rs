use super::*;
use crate::judge::examples::{meeting_row, score_row, unit};
use crate::lake::schema::UnitRow;
use crate::lang::Lang;
use crate::terms::{Scorer, Tier};

fn id(code: &str) -> UnitId {
    UnitId::new(code)
}

fn month(written: &str) -> Period {
    written.parse().unwrap()
}

/// Until June M and N, from July C, which carries both on; A stays as it is.
fn register() -> Register {
    let day = |written: &str| written.parse().ok();
    let cell = |code: &str| unit(code, Tier::AttachedCell, "P");
    let gone = |code: &str| UnitRow { valid_to: day("2025-06-30"), successor_id: Some(id("C")), ..cell(code) };
    let units = vec![
        unit("P", Tier::Committee, ""),
        cell("A"),
        gone("N"),
        gone("M"),
        UnitRow { valid_from: day("2025-07-01"), ..cell("C") },
    ];
    Register::of_rows(units, Vec::new())
}

fn met(code: &str, period: &str, status: MeetingStatus, score: f64) -> MeetingRow {
    let counted = MeetingRow { members: Some(10), due: Some(10), present: Some(9), ..meeting_row(code, period) };
    MeetingRow { status, duration_min: Some(90), self_score: Some(score), ..counted }
}

/// In May both met and differ in the score; in June only M met.
fn lake(register: &Register) -> Lake {
    use MeetingStatus::{Held, NotHeld};
    let mut lake = Lake::build(register, &[], Lang::Vi);
    lake.meetings =
        vec![met("M", "2025-05", Held, 90.0), met("N", "2025-05", Held, 80.0), met("M", "2025-06", Held, 90.0)];
    lake.meetings.push(MeetingRow { present: None, self_score: None, ..met("N", "2025-06", NotHeld, 0.0) });
    let points = |code: &str, criterion: &str, points| score_row(code, "2025-05", Scorer::Own, criterion, points, 5.0);
    lake.scores = vec![
        points("M", "Tỷ lệ đảng viên dự", 5.0),
        points("M", "Thời gian", 5.0),
        points("N", "Tỷ lệ đảng viên dự", 5.0),
        points("N", "Thời gian", 3.0),
    ];
    lake
}

fn line(code: &str, register: &Register, lake: &Lake) -> Lineage {
    let window = Window::year_to(month("2025-12"));
    Lineage::on_map(&id(code), &Mapped::of(lake, register, window), lake, window)
}

#[test]
fn a_cell_is_told_of_under_its_own_code_and_those_it_carries_on() {
    let register = register();
    let lake = lake(&register);
    let merged = line("C", &register, &lake);
    assert_eq!(merged.parts(), [id("C"), id("M"), id("N")]);
    assert_eq!((merged.reported_as(&id("C")), merged.reported_as(&id("M"))), (None, Some("M".to_owned())));
    let alone = line("A", &register, &lake);
    assert_eq!((alone.parts(), alone.notes().len()), (&[id("A")][..], 0));
    assert_eq!(line("M", &register, &lake).parts(), [], "M is on no map of today");
}

#[test]
fn what_merging_left_out_counts_for_nothing() {
    let register = register();
    let lake = lake(&register);
    let merged = line("C", &register, &lake);
    let counts = |part: &str, field, period: &str| merged.counts(&id(part), field, month(period));
    assert!(counts("M", MeetingField::Present, "2025-05") && counts("N", MeetingField::Present, "2025-05"));
    assert!(!counts("M", MeetingField::SelfScore, "2025-05"), "90 and 80 are no score of one");
    assert!(counts("M", MeetingField::SelfScore, "2025-06"));
}

#[test]
fn of_a_part_that_did_not_meet_only_its_members_count() {
    let register = register();
    let lake = lake(&register);
    let merged = line("C", &register, &lake);
    let counts = |part: &str, field| merged.counts(&id(part), field, month("2025-06"));
    assert!(counts("M", MeetingField::Status) && counts("N", MeetingField::Members));
    assert!(!counts("N", MeetingField::Status) && !counts("N", MeetingField::Due));
}

#[test]
fn points_are_kept_where_every_part_was_given_the_same() {
    let register = register();
    let lake = lake(&register);
    let merged = line("C", &register, &lake);
    let kept: Vec<_> = lake.scores.iter().filter(|row| merged.keeps(row)).collect();
    assert_eq!(kept.iter().map(|row| row.cell_id.as_str()).collect::<Vec<_>>(), ["M", "N"]);
    assert!(kept.iter().all(|row| row.criterion == "Tỷ lệ đảng viên dự"));
    assert!(lake.scores.iter().all(|row| Lineage::alone(&id("M")).keeps(row)));
}
