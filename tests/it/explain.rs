//! `chibo explain`: every figure cites the cells it rests on, and those cells hold exactly what it says.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use calamine::{Data, Range, Reader as _, open_workbook_auto};
use serde_json::Value;

use super::folder::{Folder, project, sheet, workbook};
use super::reorganisation::reform;

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

/// The objects that are told of some cells of a working folder.
fn objects(work: &Path, arguments: &[&str]) -> Vec<Value> {
    let output = chibo(&[arguments, &["--json", "--work", work.to_str().unwrap()]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    text(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The one object that is told of one thing.
fn object(work: &Path, arguments: &[&str]) -> Value {
    let mut objects = objects(work, arguments);
    assert_eq!(objects.len(), 1);
    objects.remove(0)
}

fn sample() -> PathBuf {
    project().join("sample-data")
}

fn cites(object: &Value) -> &[Value] {
    object["cites"].as_array().map_or(&[], Vec::as_slice)
}

/// The sheets that are cited, read by another library.
struct Sheets {
    work: PathBuf,
    read: BTreeMap<(String, String), Range<Data>>,
}

impl Sheets {
    fn of(work: &Path) -> Self {
        Self { work: work.to_owned(), read: BTreeMap::new() }
    }

    fn cell(&mut self, citation: &Value) -> Data {
        let (file, name) = (citation["file"].as_str().unwrap(), citation["sheet"].as_str().unwrap());
        let range = self.read.entry((file.to_owned(), name.to_owned())).or_insert_with(|| {
            let path = if file == "danh-muc.xlsx" { self.work.join(file) } else { self.work.join("inbox").join(file) };
            open_workbook_auto(path).unwrap().worksheet_range(name).unwrap()
        });
        let at = citation["cell"].as_str().expect("a citation names its cell");
        range.get_value(position(at)).cloned().unwrap_or(Data::Empty)
    }

    /// Holds every cell that an object cites to what is said of it; how many they are.
    fn read_back(&mut self, object: &Value) -> usize {
        for citation in cites(object) {
            let found = written(&self.cell(citation));
            if citation["blank"] == true {
                assert_eq!(found.trim(), "", "{citation}");
                continue;
            }
            let raw = citation["raw"].as_str().expect("what is written is repeated");
            let dated = citation["field"] == "report_date";
            assert!(found == raw || dated && found.ends_with(raw), "{citation}");
            let (field, value) = (citation["field"].as_str().unwrap(), citation["value"].as_str().unwrap());
            assert!(says(raw, field, value), "{citation}");
        }
        let keys: BTreeSet<String> = cites(object).iter().map(key).collect();
        assert_eq!(keys.len(), cites(object).len(), "each cell is cited once");
        cites(object).len()
    }
}

/// What a citation is told apart by.
fn key(citation: &Value) -> String {
    ["period", "field", "file", "sheet", "cell"].map(|part| citation[part].to_string()).join(" ")
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
fn every_figure_flag_and_rank_cites_cells_that_hold_exactly_its_values() {
    let told = objects(&sample(), &[&CELLS[..], &["--period", "2024"]].concat());
    let mut sheets = Sheets::of(&sample());
    let (mut figures, mut flags, mut looked_up, mut computed) = (0, 0, 0, 0);
    for object in &told {
        looked_up += sheets.read_back(object);
        flags += usize::from(object["flag"].is_string());
        let Some(name) = object["figure"].as_str() else { continue };
        figures += 1;
        let states_nothing = object["value"].is_null() || object["value"] == 0 || object["value"] == 0.0;
        assert!(!cites(object).is_empty() || states_nothing, "{name} cites nothing: {object}");
        if let (Some(value), Some(computed_value)) = (object["value"].as_f64(), recomputed(object)) {
            assert!((value - computed_value).abs() < 1e-6, "{name}: {value} and {computed_value}: {object}");
            computed += 1;
        }
    }
    assert_eq!(figures, 10 * 65);
    assert!(looked_up > 8_000 && computed > 140 && flags >= 8, "{looked_up} {computed} {flags}");
    for cell in CELLS {
        rests_on_its_components(&told.iter().filter(|it| it["cell_id"] == cell).collect::<Vec<_>>());
    }
}

/// The rank of a cell cites what the figures of its components cite, and nothing else.
fn rests_on_its_components(of_cell: &[&Value]) {
    let rank = of_cell.iter().find(|it| it.get("rank").is_some()).unwrap();
    let contributions = rank["contributions"].as_array().unwrap();
    let present = contributions.iter().filter(|it| !it["score"].is_null());
    let figures: BTreeSet<&str> =
        present.flat_map(|it| it["figures"].as_array().unwrap()).map(|it| it.as_str().unwrap()).collect();
    let cited = |object: &Value| cites(object).iter().map(key).collect::<BTreeSet<String>>();
    let of_figures = of_cell.iter().filter(|it| it["figure"].as_str().is_some_and(|name| figures.contains(name)));
    let union: BTreeSet<String> = of_figures.flat_map(|it| cited(it)).collect();
    assert!(!union.is_empty() && cited(rank) == union, "{}", rank["cell_id"]);
    let points: f64 = contributions.iter().filter_map(|it| it["points"].as_f64()).sum();
    assert!((points - rank["index"].as_f64().unwrap()).abs() < 1e-6);
    assert_eq!((&rank["interval"]["seed"], &rank["interval"]["draws"]), (&Value::from(171), &Value::from(1000)));
    let among = |key: &str| rank[key].as_u64().unwrap();
    assert!(among("among") > among("among_peers") && among("among_peers") > 0 && among("among_unit") > 0);
}

#[test]
fn index_and_rank_are_told_with_the_cells_they_rest_on() {
    let ask = |figure: &str| {
        let work = sample();
        let output = chibo(&["LC.06.006", "--period", "2024", "--figure", figure, "--work", work.to_str().unwrap()]);
        text(&output)
    };
    let (index, rank) = (ask("index"), ask("rank"));
    for part in ["months_held / months_reported = ", "quality_mean = ", "«", " 2024-01\n", "pipelines/index.toml"] {
        assert!(index.contains(part) && rank.contains(part), "{part}: {index}");
    }
    assert!(rank.contains("hạt giống 171") && rank.contains("1.000 lần") && !index.contains("hạt giống"), "{rank}");
}

#[test]
fn flags_cite_what_they_are_judged_by() {
    let mut sheets = Sheets::of(&sample());
    let mut ask = |cell: &str, flag: &str| {
        let object = object(&sample(), &[cell, "--period", "2024", "--figure", flag]);
        sheets.read_back(&object);
        object
    };
    let fields = |object: &Value| -> BTreeSet<String> {
        cites(object).iter().map(|it| it["field"].as_str().unwrap().to_owned()).collect()
    };
    let short = ask("LC.08.009", "MEETING_SHORT");
    assert_eq!((&short["raised"], &short["severity"]), (&Value::from(true), &Value::from("red")));
    assert!(fields(&short).is_superset(&["duration_min", "thematic"].map(str::to_owned).into()), "{short}");
    // Not raised, for the register asks for no more than 60 minutes.
    let allowed = ask("LC.06.011", "MEETING_SHORT");
    let minimum = cites(&allowed).iter().find(|it| it["field"] == "Thời lượng tối thiểu").unwrap();
    assert_eq!((&allowed["raised"], &minimum["value"]), (&Value::from(false), &Value::from("60")));
    let falling = ask("LC.07.012", "QUALITY_FALLING");
    let scores = ["self_score", "status", "upper_score"].map(str::to_owned);
    assert!(falling["raised"] == true && fields(&falling).is_subset(&scores.into()), "{falling}");
    let unexcused = ask("LC.01.004", "unexcused_absence");
    assert!(fields(&unexcused).contains("absent_unexcused") && !fields(&unexcused).contains("self_score"));
}

#[test]
fn months_not_reported_are_named_with_their_reason_and_their_row() {
    let folder = Folder::with_three_cells();
    let table = |month: u32, rows: &[[&str; 3]]| {
        let title = format!("KẾT QUẢ SINH HOẠT CHI BỘ THÁNG {month} NĂM 2024");
        let title = [title.as_str()];
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| [&["#1"], &row[..]].concat()).collect();
        let head: [&[&str]; 3] = [&["ĐẢNG ỦY XÃ MẪU"], &title, &["TT", "Tên chi bộ", "Đảng số", "Có mặt"]];
        let grid: Vec<&[&str]> = head.into_iter().chain(rows.iter().map(Vec::as_slice)).collect();
        folder.submit(&format!("T{month}.xlsx"), &workbook(vec![sheet("Biểu", &grid)]));
    };
    table(1, &[["Chi bộ bản Một", "#20", "#18"], ["Chi bộ bản Hai", "#10", "#10"]]);
    table(2, &[["Chi bộ bản Một", "#20", "#25"], ["Chi bộ bản Hai", "#10", "#10"]]);
    table(3, &[["Chi bộ bản Hai", "#10", "#10"]]);
    let flag = object(folder.path(), &["DU.1", "--period", "2024-04", "--figure", "NOT_REPORTED"]);
    let missing: Vec<(&str, &str)> = flag["missing"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["period"].as_str().unwrap(), it["reason"].as_str().unwrap()))
        .collect();
    let expected = [("2024-02", "row_rejected"), ("2024-03", "absent_from_sheet"), ("2024-04", "no_sheet")];
    assert_eq!(missing, expected);
    Sheets::of(folder.path()).read_back(&flag);
    let named: Vec<(&str, &str)> = cites(&flag)
        .iter()
        .filter(|it| it["field"] == "name")
        .map(|it| (it["file"].as_str().unwrap(), it["cell"].as_str().unwrap()))
        .collect();
    assert_eq!(named, [("T1.xlsx", "B4"), ("T2.xlsx", "B4")], "the row that counts and the one rejected");
}

#[test]
fn proposals_cite_their_rules_and_what_they_rest_on() {
    let mut sheets = Sheets::of(&sample());
    let mut ask = |cell: &str, figure: &str| {
        let object = object(&sample(), &[cell, "--period", "2024", "--figure", figure]);
        (sheets.read_back(&object), object)
    };
    let rules = |object: &Value| -> Vec<String> {
        object["rules"].as_array().unwrap().iter().map(|it| it["file"].as_str().unwrap().to_owned()).collect()
    };
    let (cells, suggestion) = ask("LC.06.006", "suggestion");
    assert!(cells > 40 && rules(&suggestion).contains(&"year-rules.toml".to_owned()), "{suggestion}");
    assert!(rules(&suggestion).iter().any(|file| file.starts_with("rubrics/")));
    let clauses = suggestion["suggestion"]["clauses"].as_array().unwrap();
    assert!(clauses.len() > 2 && suggestion["suggestion"]["reason"].is_string());
    let fields: BTreeSet<&str> = cites(&suggestion).iter().map(|it| it["field"].as_str().unwrap()).collect();
    assert!(["status", "thematic", "self_score"].iter().all(|field| fields.contains(field)), "{fields:?}");

    let (cells, support) = ask("LC.06.006", "support");
    let reasons: Vec<&str> =
        support["support"]["reasons"].as_array().unwrap().iter().map(|it| it["flag"].as_str().unwrap()).collect();
    assert_eq!(reasons, ["ATTENDANCE_LOW", "MEETING_MISSED", "FEW_SPEAKERS"]);
    assert!(cells > 40 && rules(&support).contains(&"support.toml".to_owned()));
    let (_, lost) = ask("LC.06.006", "lost_points");
    assert!(rules(&lost).contains(&"criteria.toml".to_owned()) && lost["groups"].is_array());

    let work = sample();
    let month =
        chibo(&["LC.06.006", "--period", "2024-06", "--figure", "suggestion", "--work", work.to_str().unwrap()]);
    assert!(text(&month).contains("chỉ đề xuất khi kỳ là cả năm"), "{}", text(&month));
}

#[test]
fn on_todays_map_a_merged_cell_cites_the_cells_of_both_it_carries_on() {
    let folder = reform();
    let ask = |cell: &str, map: &str| objects(folder.path(), &[cell, "--period", "2025-08", "--map", map]);
    let told = ask("E", "today");
    let mut sheets = Sheets::of(folder.path());
    assert!(told.iter().map(|object| sheets.read_back(object)).sum::<usize>() > 100);
    let figure = |name: &str| told.iter().find(|it| it["figure"] == name).unwrap();
    let of = |object: &Value, field: &str| -> Vec<(String, String, String)> {
        let text = |it: &Value| it.as_str().unwrap_or("E").to_owned();
        let cites = cites(object).iter().filter(|it| it["field"] == field);
        cites.map(|it| (text(&it["period"]), text(&it["reported_as"]), text(&it["value"]))).collect()
    };
    let row = |(period, code, value): (&str, &str, &str)| (period.to_owned(), code.to_owned(), value.to_owned());
    let present = [
        ("2025-05", "C", "9"),
        ("2025-05", "D", "8"),
        ("2025-06", "C", "9"),
        ("2025-06", "D", "8"),
        ("2025-07", "E", "16"),
        ("2025-08", "E", "16"),
    ];
    assert_eq!(of(figure("attendance_rate"), "present"), present.map(row));
    assert_eq!(figure("present")["value"], 66);
    // 90 and 80 are the score of neither; what merging left out is cited nowhere, and told.
    let scores = [("2025-07", "E", "84"), ("2025-08", "E", "84")];
    assert_eq!(of(figure("quality_mean"), "self_score"), scores.map(row));
    let left_out = figure("quality_mean")["left_out"].as_array().unwrap();
    assert_eq!(left_out.len(), 2);
    assert_eq!(left_out[0]["merged_from"], Value::from(vec!["C", "D"]));
    assert_eq!(left_out[0]["fields"], Value::from(vec!["self_score"]));
    let notes = told.iter().find_map(|it| it["map_notes"].as_array()).unwrap();
    assert_eq!(notes.len(), 2);
    let followed: BTreeSet<&str> =
        cites(figure("months_assigned")).iter().map(|it| it["reported_as"].as_str().unwrap()).collect();
    assert_eq!(followed, BTreeSet::from(["C"]), "who followed C followed what it became");
    // A code that is gone stands for the cell that carries it on.
    assert_eq!(ask("D", "today"), told);
    assert!(ask("D", "reported").iter().all(|it| it["cell_id"] == "D" && it.get("left_out").is_none()));
}

#[test]
fn on_todays_map_what_could_not_be_merged_is_told() {
    let folder = reform();
    let work = folder.path().to_str().unwrap();
    let ask = |arguments: &[&str]| {
        let fixed = ["E", "--period", "2025-08", "--map", "today", "--work", work];
        text(&chibo(&[&fixed[..], arguments].concat()))
    };
    let everything = ask(&[]);
    for part in ["kế thừa C, D", "2025-05: C, D; không gộp được: Điểm tự chấm", "(C)", "(báo cáo theo mã D)"]
    {
        assert!(everything.contains(part), "{part}: {everything}");
    }
    let mean = ask(&["--figure", "quality_mean", "--lang", "en"]);
    assert!(mean.contains("could not be merged: 2025-06 Score the cell gave itself (C, D)"), "{mean}");
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
    let misspelt = chibo(&["LC.06.006", "--period", "2024", "--figure", "sugestion", "--work", work]);
    assert!(String::from_utf8_lossy(&misspelt.stderr).contains("Có phải 'suggestion'?"));
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
