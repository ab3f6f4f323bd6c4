//! What the planned workbooks must hold.

mod changes;

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::example;
use super::plan::{Area, Sheet, Value, Workbook};
use super::{Options, View, workbook, xlsx};
use crate::figures::{Figures, Pipeline};
use crate::judge::FlagCode;
use crate::lake::mapping::MapNote;
use crate::lang::Lang;
use crate::manifest::{Input, Sources};
use crate::period::Period;
use crate::register::UnitId;
use crate::remap::Map;
use crate::rules::Rules;
use crate::terms::Severity;

const YEAR: Pipeline = Pipeline::YearEnd(2024);

fn sources() -> Sources {
    let input = |file: &str| Input { file: file.to_owned(), sha256: "0".repeat(64), read: true };
    Sources {
        options: std::collections::BTreeMap::new(),
        register: "1".repeat(64),
        inputs: vec![input("doan-ket.xlsx")],
    }
}

fn october() -> Pipeline {
    Pipeline::Monthly(Period::new(2024, 10).unwrap())
}

fn planned(figures: &Figures, lang: Lang) -> Workbook {
    let rules = Rules::load(None).unwrap();
    let options = Options {
        lang,
        date: None,
        rules: &rules,
        sources: &sources(),
        silent: &[FlagCode::MeetingShort, FlagCode::PlanMissing],
    };
    workbook(&View::new(figures, &options))
}

fn values(sheet: &Sheet) -> impl Iterator<Item = (u32, u32, &Value)> {
    let cells = sheet.cells.iter().map(|cell| (cell.row, cell.column, &cell.value));
    cells.chain(sheet.merges.iter().map(|merge| (merge.area.top, merge.area.left, &merge.value)))
}

fn texts(sheet: &Sheet) -> Vec<&str> {
    let text = |value| match value {
        &Value::Text(ref text) | &Value::Link { ref text, .. } => Some(text.as_str()),
        _ => None,
    };
    values(sheet).filter_map(|(_, _, value)| text(value)).collect()
}

fn sheet<'a>(book: &'a Workbook, name: &str) -> &'a Sheet {
    book.sheets.iter().find(|sheet| sheet.name == name).unwrap()
}

/// The value right of a label in a table of key figures.
fn key_figure<'a>(sheet: &'a Sheet, label: &str) -> &'a Value {
    let is_label = |value: &Value| matches!(value, Value::Text(text) if text == label);
    let row = values(sheet).find(|(_, _, value)| is_label(value)).unwrap().0;
    values(sheet).find(|(at, column, _)| *at == row && *column == 3).unwrap().2
}

#[test]
fn every_cell_that_needs_support_stands_there_with_its_reasons() {
    for pipeline in [YEAR, october()] {
        let figures = example::figures(pipeline, 40);
        let book = planned(&figures, Lang::Vi);
        let texts = texts(sheet(&book, "Cần quan tâm, hỗ trợ"));
        let weak: Vec<_> = figures.ranking.iter().filter(|rank| rank.weak).collect();
        assert!(weak.len() > 5);
        for rank in weak {
            let cell = figures.cell_summary.iter().find(|cell| cell.cell_id == rank.cell_id).unwrap();
            assert!(texts.iter().any(|text| text.starts_with(&cell.cell_name)), "{}", cell.cell_name);
            for flag in figures.flags.iter().filter(|flag| flag.cell_id == cell.cell_id) {
                let counts = flag.code.counts_for_weak();
                assert!(!counts || texts.contains(&flag.evidence.as_str()), "{}", flag.evidence);
            }
        }
    }
}

#[test]
fn every_error_is_listed_with_its_place_and_remedy() {
    let figures = example::figures(YEAR, 40);
    let book = planned(&figures, Lang::Vi);
    let quality = sheet(&book, "Chất lượng số liệu");
    let texts = texts(quality);
    let errors: Vec<_> = figures.findings.iter().filter(|row| row.severity == Severity::Error).collect();
    assert_eq!(errors.len(), 11);
    for error in &errors {
        let at = values(quality)
            .filter(|(_, column, value)| *column == 3 && **value == Value::Text(error.cell_ref.clone().unwrap()));
        let rows: Vec<_> = at.map(|(row, _, _)| row).collect();
        let has = |row: u32, wanted: &str| {
            values(quality).any(|(at, _, value)| at == row && *value == Value::Text(wanted.to_owned()))
        };
        assert!(rows.iter().any(|row| has(*row, &error.file) && has(*row, &error.hint)), "{error:?}");
    }
    let warnings = figures.findings.iter().filter(|row| row.severity == Severity::Warning);
    assert!(warnings.clone().count() == 0 || warnings.clone().all(|row| texts.contains(&row.hint.as_str())));
}

#[test]
fn the_overview_repeats_the_figures() {
    let figures = example::figures(YEAR, 40);
    let book = planned(&figures, Lang::Vi);
    let overview = sheet(&book, "Tổng quan");
    let whole = figures.unit_summary.first().unwrap();
    assert_eq!(key_figure(overview, "Chi bộ"), &Value::Integer(40));
    assert_eq!(key_figure(overview, "Đảng viên"), &Value::Integer(whole.members.unwrap()));
    assert_eq!(key_figure(overview, "Tỷ lệ dự sinh hoạt"), &Value::share(whole.attendance_rate));
    assert_eq!(key_figure(overview, "Cần quan tâm, hỗ trợ"), &Value::Integer(whole.cells_weak));
    assert_eq!(key_figure(overview, "Buổi sinh hoạt thường kỳ đã họp"), &Value::Integer(whole.months_held));
}

#[test]
fn no_two_values_are_planned_at_one_place() {
    for pipeline in [YEAR, october()] {
        for sheet in &planned(&example::figures(pipeline, 40), Lang::Vi).sheets {
            let mut taken = std::collections::BTreeSet::new();
            let cells = sheet.cells.iter().filter(|cell| cell.value != Value::Blank);
            let cells = cells.map(|cell| Area::new(cell.row, cell.column, cell.row, cell.column));
            for area in cells.chain(sheet.merges.iter().map(|merge| merge.area)) {
                for place in (area.top..=area.bottom).flat_map(|row| (area.left..=area.right).map(move |it| (row, it)))
                {
                    assert!(taken.insert(place), "{}: {place:?}", sheet.name);
                }
            }
        }
    }
}

#[test]
fn the_month_counts_only_its_own_rows() {
    let figures = example::figures(october(), 40);
    let month = Period::new(2024, 10).unwrap();
    let rows: Vec<_> = figures.cell_months.iter().filter(|row| row.period == month).collect();
    let reported = i64::try_from(rows.iter().filter(|row| row.reported).count()).unwrap();
    let book = planned(&figures, Lang::Vi);
    assert_eq!(key_figure(sheet(&book, "Tổng quan"), "Đã báo cáo"), &Value::Integer(reported));
    let missing = texts(sheet(&book, "Chưa báo cáo"));
    for row in rows.iter().filter(|row| !row.reported) {
        let cell = figures.cell_summary.iter().find(|cell| cell.cell_id == row.cell_id).unwrap();
        assert!(missing.contains(&cell.cell_name.as_str()), "{}", cell.cell_name);
    }
}

#[test]
fn unranked_cells_are_listed_with_the_reason() {
    let figures = example::figures(YEAR, 40);
    let book = planned(&figures, Lang::Vi);
    let texts = texts(sheet(&book, "Xếp thứ tự"));
    let unranked: Vec<_> = figures.ranking.iter().filter(|rank| !rank.ranked).collect();
    assert!(!unranked.is_empty());
    for rank in unranked {
        assert!(texts.iter().any(|text| text.contains(rank.reason.as_deref().unwrap())));
    }
    assert!(texts.contains(&"Chưa đủ số liệu để xếp thứ tự (2 chi bộ)"));
}

#[test]
fn columns_without_a_single_value_are_left_out_and_so_is_what_explains_them() {
    let mut figures = example::figures(YEAR, 40);
    for (number, rank) in (1..).zip(&mut figures.ranking) {
        (rank.rank_low, rank.rank_high, rank.s_plan) = (Some(number), Some(number + 3), Some(100.0));
    }
    let told = |figures: &Figures| {
        let book = planned(figures, Lang::Vi);
        let has = |name: &str, part: &str| texts(sheet(&book, name)).iter().any(|text| text.contains(part));
        [("Xếp thứ tự", "Khoảng"), ("Xếp thứ tự", "Kế hoạch"), ("Phương pháp", "Khoảng thứ hạng")]
            .map(|(name, part)| has(name, part))
    };
    assert_eq!(told(&figures), [true; 3]);
    for rank in &mut figures.ranking {
        (rank.rank_low, rank.rank_high, rank.s_plan) = (None, None, None);
    }
    assert_eq!(told(&figures), [false; 3]);
}

#[test]
fn no_report_classifies_a_cell() {
    for pipeline in [YEAR, october()] {
        let book = planned(&example::figures(pipeline, 40), Lang::Vi);
        for sheet in &book.sheets {
            let charts = sheet.charts.iter().flat_map(|chart| [chart.title.as_str(), chart.alt_text.as_str()]);
            for text in texts(sheet).into_iter().chain(charts).chain([sheet.name.as_str()]) {
                assert!(!text.to_lowercase().contains("yếu"), "{text}");
            }
        }
    }
}

#[test]
fn nothing_and_one_cell_make_whole_workbooks() {
    for pipeline in [YEAR, october()] {
        for lang in [Lang::Vi, Lang::En] {
            for figures in [example::empty(pipeline), example::figures(pipeline, 1)] {
                let book = planned(&figures, lang);
                // Sheets of charts are there only where there is something to draw.
                let charts = if figures.cell_summary.is_empty() { 0 } else { 2 };
                assert_eq!(book.sheets.len(), charts + if pipeline == YEAR { 18 } else { 14 });
                xlsx::write(&book).unwrap();
            }
        }
    }
}

#[test]
fn the_method_sheet_says_how_much_of_todays_map_is_missing() {
    let note = |silent: Option<&str>, left_out: Option<&str>| MapNote {
        cell_id: UnitId::new("C"),
        period: Period::new(2024, 5).unwrap(),
        merged_from: "M;N".into(),
        handed_over: None,
        silent: silent.map(str::to_owned),
        not_held: None,
        left_out: left_out.map(str::to_owned),
    };
    let mut map_notes =
        vec![note(Some("O"), None), note(None, Some("due")), note(Some("O"), Some("due")), note(None, None)];
    // One that reported alone was merged with nobody.
    map_notes[0].merged_from = "M".into();
    let figures = Figures { map: Map::Today, map_notes, ..example::figures(YEAR, 40) };
    for (lang, name, told) in [
        (
            Lang::Vi,
            "Phương pháp",
            "3 lượt chi bộ-tháng được gộp; 2 lượt thiếu báo cáo của chi bộ cũ, 2 có số liệu không gộp",
        ),
        (Lang::En, "Method", "3 cell-months are merged; 2 lack the report of a former cell, 2 have fields"),
    ] {
        let book = planned(&figures, lang);
        assert!(texts(sheet(&book, name)).iter().any(|text| text.contains(told)), "{name}");
    }
    let reported = planned(&example::figures(YEAR, 40), Lang::En);
    assert!(!texts(sheet(&reported, "Method")).iter().any(|text| text.contains("today's map")));
}

#[test]
fn sheet_names_are_lawful() {
    for (pipeline, lang) in [(YEAR, Lang::Vi), (YEAR, Lang::En), (october(), Lang::Vi), (october(), Lang::En)] {
        for sheet in planned(&example::empty(pipeline), lang).sheets {
            assert!((1..=31).contains(&sheet.name.chars().count()), "{}", sheet.name);
            assert!(!sheet.name.contains(['[', ']', ':', '*', '?', '/', '\\', '\'']), "{}", sheet.name);
        }
    }
}

#[test]
fn english_reports_have_no_vietnamese_labels_of_their_own() {
    let book = planned(&example::empty(YEAR), Lang::En);
    // What a rule of the Committee says is quoted as it is written.
    let rules = Rules::load(None).unwrap();
    let last = "2024-12".parse().unwrap();
    let (rule, allows) = (rules.year.chosen.in_force(last), rules.year.allows.in_force(last));
    let clauses = rule.clauses.iter().map(|clause| &clause.source);
    let rubrics = rules.rubrics.all().map(|rubric| &rubric.name);
    let theirs: Vec<&String> = clauses.chain(rubrics).chain([&rule.name, &allows.source]).collect();
    let quoted = |text: &str| theirs.iter().any(|quoted| text.contains(*quoted));
    for sheet in &book.sheets {
        for text in texts(sheet).into_iter().filter(|text| !quoted(text)) {
            assert!(!text.contains(['ố', 'ộ', 'ệ', 'ả', 'ị']), "{}: {text}", sheet.name);
        }
    }
}

#[test]
fn hostile_text_is_text_when_read_back_and_the_bytes_are_the_same() {
    let figures = example::figures(YEAR, 40);
    let bytes = xlsx::write(&planned(&figures, Lang::Vi)).unwrap();
    assert!(bytes == xlsx::write(&planned(&figures, Lang::Vi)).unwrap(), "two writes differ");
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let mut found = false;
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).unwrap();
        let ours = |formula: &str| formula.starts_with("ROUND((") || formula.starts_with("RANK(");
        assert!(formulas.used_cells().all(|(_, _, formula)| ours(formula)), "{name} holds another formula");
        assert_eq!(formulas.is_empty(), name != "Xếp thứ tự", "{name}");
        let range = book.worksheet_range(&name).unwrap();
        found |= range.used_cells().any(|(_, _, data)| *data == Data::String("=CMD()|'/c calc'!A0".to_owned()));
    }
    assert!(found);
}

#[test]
fn every_sheet_is_set_up_for_paper() {
    for pipeline in [YEAR, october()] {
        for sheet in planned(&example::figures(pipeline, 12), Lang::Vi).sheets {
            let area = sheet.page.print_area.unwrap_or_else(|| panic!("{}: no print area", sheet.name));
            let (first, last) = sheet.page.repeat_rows.unwrap_or_else(|| panic!("{}: no repeated row", sheet.name));
            assert!(first <= last && last <= area.bottom, "{}: {first}–{last} of {area:?}", sheet.name);
            assert!(sheet.page.page_word.is_some() && sheet.page.fit_width, "{}", sheet.name);
            let on_paper = |row: u32| (area.top..=area.bottom).contains(&row);
            let header = values(&sheet).any(|(row, _, value)| row == last && !matches!(value, Value::Blank));
            assert!(on_paper(first) && header, "{}: nothing is repeated", sheet.name);
        }
    }
}

#[test]
fn the_report_names_what_it_was_made_of() {
    let book = planned(&example::figures(YEAR, 12), Lang::Vi);
    let provenance = sheet(&book, "Nguồn số liệu");
    let told = texts(provenance);
    for wanted in ["doan-ket.xlsx", &"0".repeat(64), &"1".repeat(64), "pipelines/index.toml"] {
        assert!(told.contains(&wanted), "{wanted}");
    }
    assert!(!told.contains(&"của Ban, thay bản có sẵn"), "the built-in rules are nobody's own");
}

#[test]
fn every_chart_has_a_title_a_text_for_those_who_cannot_see_it_and_filled_cells() {
    for (pipeline, lang) in [(YEAR, Lang::Vi), (YEAR, Lang::En), (october(), Lang::Vi), (october(), Lang::En)] {
        let book = planned(&example::figures(pipeline, 40), lang);
        let charts: Vec<_> = book.sheets.iter().flat_map(|sheet| &sheet.charts).collect();
        assert!(charts.len() >= 3, "{}", charts.len());
        for chart in charts {
            assert!(!chart.title.is_empty());
            let length = chart.alt_text.encode_utf16().count();
            assert!((20..=255).contains(&length), "{}: {length}", chart.alt_text);
            for source in chart.sources() {
                let filled = values(sheet(&book, &source.sheet)).filter(|(row, column, value)| {
                    (source.area.top..=source.area.bottom).contains(row)
                        && (source.area.left..=source.area.right).contains(column)
                        && **value != Value::Blank
                });
                assert!(filled.count() > 0, "{}: {source:?}", chart.title);
            }
        }
    }
}

#[test]
fn series_of_one_chart_differ_in_more_than_colour() {
    use super::plan::{Dash, Marker, Paint, Pattern};
    // Neighbours of one chart are told apart in black and white: by what is left of their paint without its colour.
    fn form(paint: Paint) -> (Option<Pattern>, Option<Dash>, Option<Marker>) {
        match paint {
            Paint::Unseen => (None, None, None),
            Paint::Filled(_, pattern) => (Some(pattern), None, None),
            Paint::Line(_, dash, marker) => (None, Some(dash), marker),
            Paint::Points(_, marker) => (None, None, Some(marker)),
        }
    }
    for chart in planned(&example::figures(YEAR, 40), Lang::Vi).sheets.iter().flat_map(|sheet| &sheet.charts) {
        for pair in chart.series.windows(2) {
            let same = form(pair[0].paint) == form(pair[1].paint);
            let both_plain = form(pair[0].paint).0 == Some(Pattern::Plain);
            assert!(!same || pair[0].name == pair[1].name || both_plain, "{}: {}", chart.title, pair[1].name);
        }
    }
}
