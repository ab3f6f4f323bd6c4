//! `chibo explain`: every figure cites the cells it rests on, and those cells hold exactly what it says.

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Command, Output};

use calamine::{Data, Range, Reader as _, open_workbook_auto};
use serde_json::Value;

use super::folder::{Folder, project, sheet, workbook};

fn chibo(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_chibo")).arg("explain").args(arguments).output().unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Cells of several committees and kinds, among them the weakest and one with corrections.
const CELLS: [&str; 10] = [
    "LC.01.001",
    "LC.02.012",
    "LC.03.006",
    "LC.04.006",
    "LC.05.010",
    "LC.06.006",
    "LC.07.003",
    "LC.08.003",
    "LC.10.004",
    "LC.CS.13",
];

/// The sheets that are cited, read by another library.
#[derive(Default)]
struct Sheets(BTreeMap<(String, String), Range<Data>>);

impl Sheets {
    fn cell(&mut self, citation: &Value) -> Data {
        let (file, name) = (citation["file"].as_str().unwrap(), citation["sheet"].as_str().unwrap());
        let range = self.0.entry((file.to_owned(), name.to_owned())).or_insert_with(|| {
            let sample = project().join("sample-data");
            let path = if file == "danh-muc.xlsx" { sample.join(file) } else { sample.join("inbox").join(file) };
            open_workbook_auto(path).unwrap().worksheet_range(name).unwrap()
        });
        let at = citation["cell"].as_str().expect("a citation names its cell");
        range.get_value(position(at)).cloned().unwrap_or(Data::Empty)
    }
}

/// `F12` → (11, 5)
fn position(at: &str) -> (u32, u32) {
    let digits = at.find(|it: char| it.is_ascii_digit()).unwrap();
    let column = at[..digits].bytes().fold(0, |column, letter| column * 26 + u32::from(letter - b'A') + 1);
    (at[digits..].parse::<u32>().unwrap() - 1, column - 1)
}

fn written(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::Float(number) => number.to_string(),
        Data::DateTime(day) => day.as_datetime().unwrap().format("%d/%m/%Y").to_string(),
        other => other.to_string(),
    }
}

/// Whether what is written can be read as the value that is cited.
fn says(raw: &str, field: &str, value: &str) -> bool {
    let number = |text: &str| text.replace(',', ".").parse::<f64>().ok();
    match field {
        "present" | "due" | "members" | "absent_excused" | "absent_unexcused" | "speakers" | "duration_min" => {
            let head = raw.split('(').next().unwrap_or_default();
            let digits = |part: &str| part.chars().filter(char::is_ascii_digit).collect::<String>();
            head.split('/').any(|part| digits(part) == value)
        }
        "self_score" | "upper_score" => number(raw.trim_end_matches("điểm").trim()) == number(value),
        "held_on" => {
            let digits = |text: &str| {
                text.split(|it: char| !it.is_ascii_digit()).filter_map(|it| it.parse::<u32>().ok()).collect::<Vec<_>>()
            };
            let (raw, value) = (digits(raw), digits(value));
            raw[..2] == value[..2] && (raw[2] == value[2] || raw[2] + 2000 == value[2])
        }
        _ => true,
    }
}

/// What the citations of a figure say, by month and field.
fn by_month(figure: &Value) -> BTreeMap<String, BTreeMap<String, f64>> {
    let mut months: BTreeMap<String, BTreeMap<String, f64>> = BTreeMap::new();
    for it in figure["cites"].as_array().unwrap() {
        let value = it["value"].as_str().unwrap().replace(',', ".");
        if let (Some(period), Ok(value)) = (it["period"].as_str(), value.parse()) {
            months.entry(period.to_owned()).or_default().insert(it["field"].as_str().unwrap().to_owned(), value);
        }
    }
    months
}

/// A figure computed anew from nothing but what is cited; none for figures that need more.
fn recomputed(figure: &Value) -> Option<f64> {
    let months = by_month(figure);
    let all = |field: &str| months.values().filter_map(|month| month.get(field).copied()).collect::<Vec<f64>>();
    let due = |month: &BTreeMap<String, f64>| {
        let taken = |field: &str| month.get(field).copied().unwrap_or(0.0);
        let members =
            month.get("members").map(|members| members - taken("exempt") - taken("special_duty") - taken("away"));
        month.get("due").copied().or(members)
    };
    let counted: Vec<(f64, f64)> = months
        .values()
        .filter_map(|month| Some((due(month).filter(|due| *due > 0.0)?, *month.get("present")?)))
        .map(|(due, present)| (due, present.min(due)))
        .collect();
    let official: Vec<f64> =
        months.values().filter_map(|month| month.get("upper_score").or(month.get("self_score")).copied()).collect();
    let sum = |values: &[f64]| values.iter().sum::<f64>();
    let count = |length: usize| f64::from(u32::try_from(length).unwrap());
    let mean = |values: &[f64]| (!values.is_empty()).then(|| sum(values) / count(values.len()));
    let (all_due, all_present) =
        (counted.iter().map(|it| it.0).sum::<f64>(), counted.iter().map(|it| it.1).sum::<f64>());
    match figure["figure"].as_str().unwrap() {
        "due" => Some(all_due),
        "present" => Some(all_present),
        "attendance_months" => Some(count(counted.len())),
        "attendance_rate" => Some(all_present / all_due),
        "unexcused" => Some(sum(&all("absent_unexcused"))),
        "quality_n" => Some(count(official.len())),
        "quality_mean" => mean(&official),
        "quality_min" => official.iter().copied().reduce(f64::min),
        "quality_max" => official.iter().copied().reduce(f64::max),
        "quality_upper_n" => Some(count(all("upper_score").len())),
        "self_mean" => mean(&all("self_score")),
        "upper_mean" => mean(&all("upper_score")),
        "gap_n" => Some(count(
            months.values().filter(|it| it.contains_key("self_score") && it.contains_key("upper_score")).count(),
        )),
        "months_reported" => {
            let cites = figure["cites"].as_array().unwrap();
            Some(count(cites.iter().map(|it| it["period"].to_string()).collect::<BTreeSet<_>>().len()))
        }
        "months_held" => {
            let cites = figure["cites"].as_array().unwrap();
            Some(count(cites.iter().filter(|it| it["value"] == "held").count()))
        }
        _ => None,
    }
}

#[test]
fn every_figure_cites_cells_that_hold_exactly_its_values() {
    let work = project().join("sample-data");
    let arguments = [&CELLS[..], &["--period", "2024", "--json", "--work", work.to_str().unwrap()]].concat();
    let output = chibo(&arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let mut sheets = Sheets::default();
    let (mut figures, mut looked_up, mut computed) = (0, 0, 0);
    for line in text(&output).lines() {
        let figure: Value = serde_json::from_str(line).unwrap();
        let Some(name) = figure["figure"].as_str() else { continue };
        figures += 1;
        let cites = figure["cites"].as_array().unwrap();
        let states_nothing = figure["value"].is_null() || figure["value"] == 0 || figure["value"] == 0.0;
        assert!(!cites.is_empty() || states_nothing, "{name} cites nothing: {line}");
        for citation in cites {
            // A score sheet names its cell above the table, not in a row of it.
            let of_score_sheet = citation["file"].as_str().unwrap().contains("/Phiếu chấm/");
            if of_score_sheet && citation["field"] == "name" && citation["cell"].is_null() {
                continue;
            }
            let found = written(&sheets.cell(citation));
            looked_up += 1;
            if citation["blank"] == true {
                assert_eq!(found.trim(), "", "{name}: {citation}");
                continue;
            }
            let raw = citation["raw"].as_str().expect("what is written is repeated");
            let dated = citation["field"] == "report_date";
            assert!(found == raw || dated && found.ends_with(raw), "{name}: {citation}");
            let (field, value) = (citation["field"].as_str().unwrap(), citation["value"].as_str().unwrap());
            assert!(says(raw, field, value), "{name}: {citation}");
        }
        if let (Some(value), Some(computed_value)) = (figure["value"].as_f64(), recomputed(&figure)) {
            assert!((value - computed_value).abs() < 1e-6, "{name}: {value} and {computed_value}: {line}");
            computed += 1;
        }
    }
    assert_eq!(figures, 10 * 65);
    assert!(looked_up > 8_000 && computed > 140, "{looked_up} {computed}");
}

#[test]
fn a_cell_is_found_by_name_and_a_name_of_two_is_refused() {
    let work = project().join("sample-data");
    let work = work.to_str().unwrap();
    let found = chibo(&["chi bộ bản can hồ", "--period", "2024-06", "--figure", "months_held", "--work", work]);
    assert!(text(&found).starts_with("LC.06.006 — Chi bộ bản Can Hồ"), "{}", text(&found));
    assert!(text(&found).contains("months_held = 5"), "{}", text(&found));
    let unknown = chibo(&["Chi bộ Không Có", "--period", "2024", "--work", work]);
    assert_eq!(unknown.status.code(), Some(2));
    let misspelt = chibo(&["LC.06.006", "--period", "2024", "--figure", "atendance", "--work", work]);
    assert_eq!(misspelt.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&misspelt.stderr).contains("attendance_rate"));
}

#[test]
fn nothing_of_a_person_is_repeated() {
    let folder = Folder::with_three_cells();
    let rows: &[&[&str]] = &[
        &["ĐẢNG ỦY XÃ MẪU"],
        &["KẾT QUẢ SINH HOẠT CHI BỘ THÁNG 1 NĂM 2024"],
        &["Nguyễn Văn Trần Quang, ngày 05 tháng 02 năm 2024"],
        &["TT", "Tên chi bộ", "Đảng số", "Có mặt", "Cấp ủy viên dự", "Điểm tự chấm"],
        &["#1", "Chi bộ bản Một", "#20", "#18", "Nguyễn Văn Trần Quang", "#96"],
    ];
    folder.submit("T1.xlsx", &workbook(vec![sheet("Biểu", rows)]));
    let work = folder.path().to_str().unwrap();
    for json in [&["--json"][..], &[]] {
        let output = chibo(&[&["Chi bộ bản Một", "--period", "2024-01", "--work", work], json].concat());
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(text(&output).contains("visited") || text(&output).contains("Có cấp trên dự"));
        assert!(!text(&output).contains("Trần Quang"), "{}", text(&output));
    }
}
