//! What the workbooks tell of the window before.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::earlier::{Earlier, window_before};
use crate::lake::schema::FlagRow;
use crate::terms::FlagSeverity;

fn flag(cell: &UnitId, code: FlagCode, evidence: &str) -> FlagRow {
    let (severity, evidence) = (FlagSeverity::Amber, evidence.to_owned());
    FlagRow { cell_id: cell.clone(), code, severity, value: None, threshold: None, evidence }
}

/// Figures of 40 cells and the same before, but: no cell lacked thematic meetings then; the first had low scores, of the
/// second nothing tells any more whether they still are; the third was not there, and one that is gone was.
fn compared(pipeline: Pipeline) -> Figures {
    let mut figures = example::figures(pipeline, 40);
    let mut then = figures.clone();
    let ids: Vec<UnitId> = then.cell_summary.iter().map(|cell| cell.cell_id.clone()).collect();
    then.flags.retain(|flag| flag.code != FlagCode::ThematicShort);
    then.flags.push(flag(&ids[0], FlagCode::QualityLow, "Điểm khi trước thấp."));
    then.flags.push(flag(&ids[1], FlagCode::ScoreConstant, "Điểm khi trước không đổi."));
    then.cell_summary[2].cell_id = UnitId::new("P09.999");
    then.cell_summary[2].cell_name = "Chi bộ đã giải thể".to_owned();
    then.ranking[2].cell_id = UnitId::new("P09.999");
    figures.earlier = Some(Earlier {
        window: window_before(pipeline, figures.window).unwrap(),
        cell_summary: then.cell_summary,
        unit_summary: then.unit_summary,
        flags: then.flags,
        ranking: then.ranking,
        unjudged: BTreeSet::from([(ids[1].clone(), FlagCode::ScoreConstant)]),
    });
    figures
}

/// The texts of each row, in the order of the columns.
fn rows(sheet: &Sheet) -> BTreeMap<u32, Vec<&str>> {
    let mut rows: BTreeMap<u32, BTreeMap<u32, &str>> = BTreeMap::new();
    for (row, column, value) in values(sheet) {
        if let Value::Text(text) = value {
            rows.entry(row).or_default().insert(column, text);
        }
    }
    rows.into_iter().map(|(row, texts)| (row, texts.into_values().collect())).collect()
}

#[test]
fn the_month_tells_in_words_which_flags_are_new_continue_or_are_resolved() {
    let figures = compared(october());
    let book = planned(&figures, Lang::Vi);
    let rows = rows(sheet(&book, "Dấu hiệu mới và đã hết"));
    let of = |state: &str| rows.values().filter(|row| row.contains(&state)).collect::<Vec<_>>();
    let thematic = figures.flags.iter().filter(|flag| flag.code == FlagCode::ThematicShort).count();
    assert_eq!(of("Mới").len(), thematic);
    assert_eq!(of("Tiếp diễn").len(), figures.flags.len() - thematic);
    assert_eq!([of("Đã hết").len(), of("Chưa xét được").len()], [1, 1]);
    assert!(of("Đã hết")[0].contains(&"Điểm khi trước thấp."), "the evidence is that of then");
    assert!(of("Mới").iter().all(|row| row.iter().any(|text| text.starts_with("Bí thư chi bộ: quý còn thiếu"))));
    let continuing = figures.flags.len() - thematic;
    let told = format!("{thematic} dấu hiệu mới, {continuing} tiếp diễn, 1 đã hết");
    assert!(texts(sheet(&book, "Tổng quan")).iter().any(|text| text.contains(&told)), "{told}");
}

#[test]
fn the_year_tells_what_changed_cell_by_cell_and_who_is_new_or_gone() {
    let figures = compared(YEAR);
    let book = planned(&figures, Lang::Vi);
    let changes = sheet(&book, "Thay đổi so với năm trước");
    let rows = rows(changes);
    let row_of = |name: &str| rows.iter().find(|(_, row)| row.first() == Some(&name)).unwrap();
    let (new, _) = row_of("Chi bộ mới, năm trước không có (1)");
    let (gone, _) = row_of("Chi bộ năm nay không còn (1)");
    assert_eq!(
        (row_of(&figures.cell_summary[2].cell_name).0, row_of("Chi bộ đã giải thể").0),
        (&(new + 1), &(gone + 1))
    );
    let first = row_of(&figures.cell_summary[0].cell_name).1;
    assert!(first.contains(&"chưa đủ căn cứ"), "{first:?}");
    assert!(first.iter().any(|text| text.ends_with("Đã hết: điểm chất lượng thấp")), "{first:?}");
    let overview = texts(sheet(&book, "Tổng quan"));
    assert!(overview.iter().any(|text| text.contains("So với năm 2023: tỷ lệ dự")));
}

#[test]
fn a_rank_that_leaves_its_interval_is_a_clear_change() {
    let mut figures = compared(YEAR);
    let last = figures.ranking.iter().position(|rank| rank.rank >= Some(30)).unwrap();
    let earlier = figures.earlier.as_mut().unwrap();
    let then = &mut earlier.ranking[last];
    (then.rank, then.rank_low, then.rank_high) = (Some(2), Some(1), Some(4));
    let book = planned(&figures, Lang::Vi);
    let rows = rows(sheet(&book, "Thay đổi so với năm trước"));
    let row = rows.values().find(|row| row.first() == Some(&figures.cell_summary[last].cell_name.as_str())).unwrap();
    assert!(row.contains(&"thứ hạng xuống"), "{row:?}");
}

#[test]
fn without_a_window_before_the_sheets_say_so_and_the_overview_says_nothing() {
    for (pipeline, name) in [(YEAR, "Thay đổi so với năm trước"), (october(), "Dấu hiệu mới và đã hết")]
    {
        let book = planned(&example::figures(pipeline, 40), Lang::Vi);
        let told = texts(sheet(&book, name));
        assert!(told.iter().any(|text| text.starts_with("Chưa so sánh được: hộp thư không có số liệu")), "{told:?}");
        assert!(!texts(sheet(&book, "Tổng quan")).iter().any(|text| text.starts_with("– So với")));
    }
    let january = Pipeline::Monthly(Period::new(2024, 1).unwrap());
    let book = planned(&example::figures(january, 5), Lang::Vi);
    let told = texts(sheet(&book, "Dấu hiệu mới và đã hết"));
    assert!(told.iter().any(|text| text.contains("tháng đầu năm")), "{told:?}");
    assert!(book.sheets.iter().all(|sheet| sheet.sparklines.is_empty()), "one month makes no line");
}

#[test]
fn a_cells_line_is_drawn_over_its_own_months() {
    let figures = example::figures(october(), 40);
    let book = planned(&figures, Lang::Vi);
    let by_month = sheet(&book, "Theo tháng");
    let named = |sheet: &Sheet, row: u32| {
        let name = values(sheet).find(|(at, column, _)| (*at, *column) == (row, 0)).unwrap().2;
        name.clone()
    };
    for sheet in [sheet(&book, "Trong tháng"), by_month] {
        assert_eq!(sheet.sparklines.len(), 40);
        for line in &sheet.sparklines {
            assert_eq!((line.values.sheet.as_str(), line.values.area.right - line.values.area.left), ("Theo tháng", 9));
            assert_eq!(named(sheet, line.row), named(by_month, line.values.area.top));
        }
    }
    let first = &figures.cell_summary[0];
    let row = rows(by_month).into_iter().find(|(_, row)| row[0] == first.cell_name).unwrap().0;
    let march = values(by_month).find(|(at, column, _)| (*at, *column) == (row, 4)).unwrap().2;
    let month = figures.cell_months.iter().find(|it| it.cell_id == first.cell_id && it.period.month() == 3).unwrap();
    let rate = crate::report::numbers::share(month.present.unwrap(), month.due.unwrap());
    assert_eq!(*march, Value::share(rate));
}

#[test]
fn a_committee_is_told_how_its_first_report_stands_against_the_deadline() {
    let mut figures = example::figures(october(), 40);
    let month = Period::new(2024, 10).unwrap();
    let deadline = month.next().first_day() + chrono::Days::new(4);
    // The first committee is late, the second in time but for some cells, the third gives no dates.
    for (number, row) in (0..).zip(figures.cell_months.iter_mut().filter(|row| row.period == month)) {
        row.reported = row.unit_id.as_ref().is_none_or(|unit| unit.as_str() != "X01");
        row.report_date = match row.unit_id.as_ref().map(UnitId::as_str) {
            Some("P01") => Some(deadline + chrono::Days::new(3)),
            Some("P02") => Some(deadline + chrono::Days::new(number % 2)),
            _ => None,
        };
    }
    let book = planned(&figures, Lang::Vi);
    let rows = rows(sheet(&book, "Theo đơn vị"));
    let told = |unit: &str| *rows.values().find(|row| row[0] == unit).unwrap().last().unwrap();
    assert_eq!(told("Đảng ủy phường Đoàn Kết"), "chậm 3 ngày");
    assert!(told("Đảng ủy phường Tân Phong").starts_with("đúng hạn; "));
    assert_eq!(told("Đảng ủy phường Quyết Tiến"), "biểu không ghi ngày");
    assert_eq!(told("Đảng ủy xã San Thàng"), "chưa báo cáo");
}
