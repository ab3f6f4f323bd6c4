//! Blank forms: filled in and read back, every value arrives and nothing is found wrong.

use std::collections::BTreeMap;

use chibo::blank_forms;
use chibo::blank_forms::columns::{COLUMNS, FormColumn};
use chibo::intake::read::Reader;
use chibo::intake::submission::{FieldValue, FileOutcome, MeetingField, SheetReading};
use chibo::register::{Register, UnitId};
use chibo::report::plan::{Value, Workbook};
use chibo::report::style::Lock;
use chibo::report::xlsx;
use chibo::rules::Rules;
use chibo::rules::forms::ColumnField as C;
use chibo::terms::{Grade, MeetingStatus, VisitLevel};
use chrono::NaiveDate;

use super::folder::project;

fn sample() -> (Rules, Register) {
    let rules = Rules::load(None).unwrap();
    let register = Register::load(&project().join("sample-data/danh-muc.xlsx"), &rules).unwrap();
    (rules, register)
}

/// What is entered into a column of the nth row. Every fourth cell did not meet.
fn entry(column: &FormColumn, nth: i64) -> Value {
    let day = |day: u32| Value::Date(NaiveDate::from_ymd_opt(2024, 11, day).unwrap());
    let met = nth % 4 != 3;
    match column.field {
        C::Note if !met => "Không họp".into(),
        C::Members => (20 + nth).into(),
        C::Exempt => 2_i64.into(),
        C::SpecialDuty | C::Away => 1_i64.into(),
        _ if !met => Value::Blank,
        C::HeldOn => day(5),
        C::Present => (13 + nth).into(),
        C::AbsentExcused => 2_i64.into(),
        C::AbsentUnexcused => 1_i64.into(),
        C::Speakers => 7_i64.into(),
        C::DurationMin => 95_i64.into(),
        C::CommitteeMet | C::Thematic => "x".into(),
        C::ThematicHeldOn => day(12),
        C::ThematicTopic => "Học tập và làm theo Bác".into(),
        C::Visited => "Đảng ủy viên phụ trách".into(),
        C::SelfScore => 92.5.into(),
        C::UpperScore => 88_i64.into(),
        C::SelfGrade => "Tốt".into(),
        C::UpperGrade => "Khá".into(),
        C::Note => "đủ hồ sơ".into(),
        _ => Value::Blank,
    }
}

/// The form with every open cell filled in; how many rows it has.
fn filled(mut book: Workbook) -> (Workbook, usize) {
    let sheet = &mut book.sheets[0];
    let mut rows: BTreeMap<u32, i64> = BTreeMap::new();
    for cell in sheet.cells.iter_mut().filter(|cell| cell.style.lock == Lock::Open) {
        let next = i64::try_from(rows.len()).unwrap();
        let nth = *rows.entry(cell.row).or_insert(next);
        cell.value = entry(&COLUMNS[cell.column as usize], nth);
    }
    let dated = sheet.merges.iter_mut().find(|merge| merge.style.lock == Lock::Open).unwrap();
    dated.value = "Lai Châu, ngày 04 tháng 12 năm 2024".into();
    (book, rows.len())
}

fn read(rules: &Rules, register: &Register, file: &str, book: &Workbook) -> Vec<SheetReading> {
    let sheets = Reader::new(rules, register).open(&file.into(), &xlsx::write(book).unwrap()).unwrap();
    sheets.into_iter().map(|(_, reading)| reading).collect()
}

#[test]
fn a_filled_form_comes_back_as_it_was_filled_in() {
    let (rules, register) = sample();
    let period = "2024-11".parse().unwrap();
    let senders = blank_forms::senders(&register, period);
    let mut cells = 0;
    for (id, of_sender) in &senders {
        let (book, rows) = filled(blank_forms::plan(&register, &rules, id, period));
        assert_eq!(rows, of_sender.len());
        cells += rows;
        let file = blank_forms::stem(&register, id, period) + ".xlsx";
        let sheets = read(&rules, &register, &file, &book);
        let findings: Vec<_> = sheets.iter().flat_map(|sheet| &sheet.findings).collect();
        assert!(findings.is_empty(), "{id}: {:?}", findings.first());
        let table = &sheets[0];
        assert_eq!((table.unit_id.as_ref(), table.period, table.revision), (Some(*id), Some(period), 0));
        assert_eq!(table.report_date, NaiveDate::from_ymd_opt(2024, 12, 4));
        assert_eq!((table.meetings.len(), table.rows_rejected), (rows, 0));
        let columns = &table.tables[0].columns;
        assert_eq!(columns.len(), COLUMNS.len());
        assert!(
            columns.iter().zip(&COLUMNS).all(|(found, meant)| found.field == meant.field && found.confidence > 0.99)
        );
        for sheet in &sheets[1..] {
            let counts = sheet.ledger.counts();
            assert_eq!((sheet.form, counts.layout), (None, sheet.cells_read), "{}", sheet.sheet);
        }
        for (nth, meeting) in (0_i64..).zip(&table.meetings) {
            check(nth, |field| meeting.values.get(&field).map(|sourced| sourced.value.clone()));
        }
    }
    assert_eq!(cells, 171, "every cell of the sample is on one form");
}

fn check(nth: i64, value: impl Fn(MeetingField) -> Option<FieldValue>) {
    use FieldValue as V;
    use MeetingField as M;
    let day = |day| Some(V::Date(NaiveDate::from_ymd_opt(2024, 11, day).unwrap()));
    assert_eq!(value(M::Members), Some(V::Count(20 + nth)));
    assert_eq!(
        (value(M::Exempt), value(M::SpecialDuty), value(M::Away)),
        (Some(V::Count(2)), Some(V::Count(1)), Some(V::Count(1)))
    );
    if nth % 4 == 3 {
        assert_eq!(value(M::Status), Some(V::Status(MeetingStatus::NotHeld)));
        assert_eq!((value(M::Present), value(M::HeldOn), value(M::SelfScore)), (None, None, None));
        return;
    }
    assert_eq!(value(M::Status), Some(V::Status(MeetingStatus::Held)));
    assert_eq!((value(M::HeldOn), value(M::ThematicHeldOn)), (day(5), day(12)));
    assert_eq!(value(M::Present), Some(V::Count(13 + nth)));
    assert_eq!((value(M::AbsentExcused), value(M::AbsentUnexcused)), (Some(V::Count(2)), Some(V::Count(1))));
    assert_eq!((value(M::Speakers), value(M::DurationMin)), (Some(V::Count(7)), Some(V::Count(95))));
    assert_eq!((value(M::CommitteeMet), value(M::Thematic)), (Some(V::Truth(true)), Some(V::Truth(true))));
    assert_eq!(value(M::ThematicTopic), Some(V::Text("Học tập và làm theo Bác".to_owned())));
    assert_eq!(value(M::Supervisor), Some(V::Text("Đảng ủy viên phụ trách".to_owned())));
    assert_eq!(value(M::VisitLevel), Some(V::Level(VisitLevel::Committee)));
    assert_eq!((value(M::SelfScore), value(M::UpperScore)), (Some(V::Score(92.5)), Some(V::Score(88.0))));
    assert_eq!((value(M::SelfGrade), value(M::UpperGrade)), (Some(V::Grade(Grade::Good)), Some(V::Grade(Grade::Fair))));
    assert_eq!(value(M::NoteGiven), Some(V::Truth(true)));
}

#[test]
fn a_form_sent_back_blank_invents_no_meeting() {
    let (rules, register) = sample();
    let period = "2024-11".parse().unwrap();
    let id = UnitId::new("LC.01");
    let book = blank_forms::plan(&register, &rules, &id, period);
    let file = blank_forms::stem(&register, &id, period) + ".xlsx";
    let bytes = xlsx::write(&book).unwrap();
    let sheets = read(&rules, &register, &file, &book);
    let stated = |sheet: &SheetReading| sheet.meetings.iter().any(|it| it.values.contains_key(&MeetingField::Status));
    assert!(!stated(&sheets[0]) && sheets[0].findings.is_empty() && sheets[0].rows_rejected == 0);
    let reading = chibo::intake::submission::FileReading {
        file: file.as_str().into(),
        sha256: chibo::manifest::sha256(&bytes),
        outcome: FileOutcome::Sheets(sheets),
    };
    let lake = chibo::lake::build::Lake::build(&register, &[reading], chibo::lang::Lang::Vi);
    assert!(lake.meetings.is_empty());
    // Each row is named, so that a month nobody filled in does not pass for reported.
    assert!(lake.findings.iter().all(|finding| finding.code == chibo::finding::Code::MeetingUnstated));
    assert_eq!(lake.findings.len(), blank_forms::senders(&register, period)[&id].len());
    let refused = |row: &chibo::lake::schema::SubmissionRow| row.status != chibo::terms::SubmissionStatus::Accepted;
    assert!(!lake.submissions.iter().any(refused), "{:?}", lake.submissions);
}

#[test]
fn the_command_writes_one_form_per_unit_and_the_same_bytes_again() {
    let out = tempfile::tempdir().unwrap();
    let run = |unit: Option<&str>, into: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_chibo"));
        command.args(["forms", "--period", "2024-11", "--work"]).arg(project().join("sample-data"));
        command.arg("--out").arg(out.path().join(into));
        command.args(unit.into_iter().flat_map(|unit| ["--unit", unit]));
        command.output().unwrap()
    };
    assert_eq!(run(None, "a").status.code(), Some(0));
    assert_eq!(run(None, "b").status.code(), Some(0));
    let hashes = |folder: &str| chibo::manifest::hashes_below(&out.path().join(folder)).unwrap();
    assert_eq!(hashes("a"), hashes("b"));
    assert!(
        hashes("a").keys().any(|name| name.starts_with("LC.01 - Đảng ủy") && name.ends_with(" - thang-2024-11.xlsx"))
    );
    assert_eq!((run(Some("lc01"), "c").status.code(), hashes("c").len()), (Some(0), 1));
    let name = hashes("c").into_keys().next().unwrap();
    std::fs::write(out.path().join("c").join(&name), b"filled in").unwrap();
    let refused = run(None, "c");
    assert_eq!((refused.status.code(), hashes("c").len()), (Some(2), 1), "nothing is written over somebody's work");
    let unknown = run(Some("XX"), "d");
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("XX"));
}
