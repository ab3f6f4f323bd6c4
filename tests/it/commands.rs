//! The commands that read single files, as a user runs them.

use std::process::{Command, Output};

use calamine::Reader as _;

use super::folder::{Folder, sheet, workbook};

fn chibo(folder: &Folder, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chibo"));
    command.current_dir(folder.path()).args(arguments).output().unwrap()
}

fn with_one_sheet() -> Folder {
    let folder = Folder::with_three_cells();
    let bytes = workbook(vec![sheet(
        "Biểu",
        &[
            &["ĐẢNG ỦY XÃ MẪU"],
            &["Tháng 3 năm 2024"],
            &["STT", "Tên chi bộ", "Tổng số đảng viên", "Có mặt", "Ngày họp", "Điểm tự chấm", "Dân vận khéo"],
            &["#1", "Chi bộ bản Một", "#20", "18 đ/c", "05/03/2024", "90,5", "Có"],
            &["#2", "Chi bộ bản Hai", "#12", "11 đ/c", "06/03/2024", "#148"],
        ],
    )]);
    folder.submit("2024-03/biểu.xlsx", &bytes);
    folder
}

#[test]
fn check_tells_like_a_compiler_what_is_wrong_where_and_records_nothing() {
    let folder = with_one_sheet();
    let run = chibo(&folder, &["check", "inbox/2024-03/biểu.xlsx"]);
    assert_eq!(run.status.code(), Some(1));
    insta::assert_snapshot!("check", String::from_utf8(run.stdout).unwrap());
    assert!(!folder.path().join("out").exists());
    let english = chibo(&folder, &["check", "--lang", "en", "--json", "inbox/2024-03/biểu.xlsx"]);
    let lines = String::from_utf8(english.stdout).unwrap();
    let first: serde_json::Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert!(first["code"].is_string() && first["hint"].is_string(), "{first}");
}

#[test]
fn inspect_shows_columns_and_the_fate_of_each_cell() {
    let folder = with_one_sheet();
    let run = chibo(&folder, &["inspect", "inbox/2024-03/biểu.xlsx"]);
    assert_eq!(run.status.code(), Some(0));
    insta::assert_snapshot!("inspect", String::from_utf8(run.stdout).unwrap());
}

#[test]
fn output_is_never_written_among_the_input() {
    let folder = with_one_sheet();
    let run = chibo(&folder, &["run", "monthly", "--period", "2024-03", "--out", "inbox/kết quả"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(!folder.path().join("inbox/kết quả").exists());
    let beside = chibo(&folder, &["run", "monthly", "--period", "2024-03", "--out", "inbox/../khác"]);
    assert_eq!(beside.status.code(), Some(1), "{}", String::from_utf8_lossy(&beside.stderr));
}

#[test]
fn a_month_nobody_reported_on_says_which_months_there_are() {
    let folder = with_one_sheet();
    let run = chibo(&folder, &["run", "year-end", "--period", "2023"]);
    assert_eq!(run.status.code(), Some(3));
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(said.contains("2024-03") && said.contains("--period"), "{said}");
}

#[test]
fn a_sample_never_replaces_somebodys_register() {
    let folder = with_one_sheet();
    let run = chibo(&folder, &["sample", "--out", ".", "--cells", "3", "--months", "1"]);
    assert_eq!(run.status.code(), Some(2));
    for _ in 0..2 {
        let run = chibo(&folder, &["sample", "--out", "mẫu", "--cells", "3", "--months", "1"]);
        assert_eq!(run.status.code(), Some(0), "a sample may be written again over itself");
    }
}

#[test]
fn a_weight_changed_in_the_working_folder_needs_no_rebuild_and_shows_everywhere() {
    let folder = with_one_sheet();
    let run = |folder: &Folder| {
        let output = chibo(folder, &["run", "year-end", "--period", "2024"]);
        assert!(output.status.code().is_some_and(|code| code < 2), "{}", String::from_utf8_lossy(&output.stderr));
        let year = folder.path().join("out/year-end-2024");
        let manifest = std::fs::read_to_string(year.join("manifest.json")).unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        let mut book = calamine::open_workbook_auto(year.join("xep-hang-2024.xlsx")).unwrap();
        let method = book.worksheet_range("Phương pháp").unwrap();
        let quality = method.rows().find(|row| row[0] == calamine::Data::String("Chất lượng".into())).unwrap();
        (manifest["rules"]["index.toml"].clone(), quality[1].clone())
    };
    let (before, weight) = run(&folder);
    assert_eq!(weight, calamine::Data::Float(0.4));
    let rules = folder.path().join("pipelines");
    std::fs::create_dir(&rules).unwrap();
    let index = std::fs::read_to_string(super::folder::project().join("pipelines/index.toml")).unwrap();
    std::fs::write(rules.join("index.toml"), index.replace("weight = 0.40", "weight = 0.55")).unwrap();
    let (after, weight) = run(&folder);
    assert_eq!(weight, calamine::Data::Float(0.55));
    assert_ne!(before, after, "the manifest knows which rules were used");

    std::fs::write(rules.join("index.toml"), index.replace("zero_at = 0.70", "zer_at = 0.70")).unwrap();
    let output = chibo(&folder, &["run", "year-end", "--period", "2024"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("pipelines/index.toml, dòng") && told.contains("Có phải `zero_at`?"), "{told}");
}
