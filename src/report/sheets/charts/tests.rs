use super::*;
use crate::judge::duties::Duties;
use crate::judge::funnel::funnel;
use crate::lang::Lang;
use crate::manifest::Sources;
use crate::report::plan::{Area, ChartKind, Labels, Paint, Source, Value};
use crate::report::{Options, example};
use crate::rules::Rules;

/// A year of the example with the tables that charts are drawn from.
fn figures(cells: usize) -> crate::figures::Figures {
    let rules = Rules::load(None).unwrap();
    let mut figures = example::figures(Pipeline::YearEnd(2024), cells);
    figures.statistics.funnel = funnel(&figures.cell_summary, &rules.index.interval, &rules.statistics.funnel);
    for month in &mut figures.cell_months {
        month.required_visits = 3;
    }
    figures.duties = Duties::of(&figures.cell_summary, &figures.cell_months, &[]);
    figures
}

fn with_view<T>(figures: &crate::figures::Figures, then: impl FnOnce(&View<'_>) -> T) -> T {
    let rules = Rules::load(None).unwrap();
    let options = Options { lang: Lang::Vi, date: None, rules: &rules, sources: &Sources::default(), silent: &[] };
    then(&View::new(figures, &options))
}

fn drawn(figures: &crate::figures::Figures) -> Option<(Sheet, Sheet)> {
    with_view(figures, sheets)
}

fn value(sheet: &Sheet, row: u32, column: u32) -> &Value {
    let of_merge = sheet.merges.iter().find(|it| it.area.top == row && it.area.left == column).map(|it| &it.value);
    of_merge.or_else(|| sheet.cells.iter().find(|it| it.row == row && it.column == column).map(|it| &it.value)).unwrap()
}

fn values<'a>(sheet: &'a Sheet, source: &Source) -> Vec<&'a Value> {
    assert_eq!(source.sheet, sheet.name);
    let Area { top, left, bottom, right } = source.area;
    assert_eq!(left, right, "a series is a column");
    (top..=bottom).map(|row| value(sheet, row, left)).collect()
}

fn numbers(sheet: &Sheet, source: &Source) -> Vec<f64> {
    let number = |value: &Value| match value {
        Value::Number(number) | Value::Share(number) => *number,
        Value::Integer(number) => i32::try_from(*number).unwrap().into(),
        other => panic!("{other:?} is no number"),
    };
    values(sheet, source).into_iter().map(number).collect()
}

fn text(value: &Value) -> &str {
    match value {
        Value::Text(text) => text,
        other => panic!("{other:?} is no text"),
    }
}

fn of_kind(charts: &Sheet, kind: ChartKind) -> Vec<&Chart> {
    charts.charts.iter().filter(|chart| chart.kind == kind).collect()
}

#[test]
fn the_charts_of_a_year_are_trend_last_ranks_visits_and_funnels() {
    let (charts, _) = drawn(&figures(60)).unwrap();
    let kinds: Vec<_> = charts.charts.iter().map(|chart| chart.kind).collect();
    let expected = [ChartKind::Line, ChartKind::StackedBar, ChartKind::Bar];
    assert_eq!(kinds[..3], expected);
    assert!(kinds.len() > 3 && kinds[3..].iter().all(|kind| *kind == ChartKind::Scatter), "{kinds:?}");
}

#[test]
fn the_trend_has_a_value_per_month() {
    let figures = figures(40);
    let (charts, data) = drawn(&figures).unwrap();
    let trend = of_kind(&charts, ChartKind::Line)[0];
    for series in &trend.series {
        let numbers = numbers(&data, &series.values);
        assert_eq!(numbers.len(), 12);
        assert!(numbers.iter().all(|number| (0.0..=100.0).contains(number)), "{}: {numbers:?}", series.name);
    }
    assert_eq!(text(values(&data, &trend.series[0].along)[0]), "01/2024");
}

#[test]
fn a_quarter_that_is_not_over_is_called_so_and_is_no_fall_of_the_trend() {
    let mut open = figures(40);
    open.window = crate::period::Window::year_to(crate::period::Period::new(2024, 10).unwrap());
    let (charts, data) = drawn(&open).unwrap();
    let quarters = &of_kind(&charts, ChartKind::Bar)[0].series;
    let is_open: Vec<_> = quarters.iter().map(|series| series.name.ends_with("(chưa hết quý)")).collect();
    assert_eq!(is_open, [false, false, false, true]);
    let trend = &of_kind(&charts, ChartKind::Line)[0].series;
    let visits = values(&data, &trend[1].values);
    assert_eq!(visits.len(), 10);
    assert!(matches!(visits[8], Value::Number(_)) && *visits[9] == Value::Blank, "{visits:?}");
}

#[test]
fn one_month_is_no_trend() {
    let mut one = figures(40);
    one.cell_months.retain(|month| month.period.month() == 1);
    let (charts, _) = drawn(&one).unwrap();
    assert!(of_kind(&charts, ChartKind::Line).is_empty());
}

#[test]
fn a_floating_bar_spans_the_interval_and_parts_at_the_rank() {
    let figures = figures(40);
    let (charts, data) = drawn(&figures).unwrap();
    let ranks = of_kind(&charts, ChartKind::StackedBar)[0];
    assert_eq!(ranks.series[0].paint, Paint::Unseen);
    let [start, below, above] = [0, 1, 2].map(|at| numbers(&data, &ranks.series[at].values));
    let mut last: Vec<_> = figures.ranking.iter().filter(|row| row.ranked).collect();
    last.sort_by_key(|row| std::cmp::Reverse(row.rank));
    assert_eq!(start.len(), 20);
    for (at, row) in last.iter().take(20).enumerate() {
        let [rank, low, high] = [row.rank, row.rank_low, row.rank_high].map(|it| i32::try_from(it.unwrap()).unwrap());
        let (reached, end) = (start[at] + below[at], start[at] + below[at] + above[at]);
        assert!((start[at] - (f64::from(low) - 0.5)).abs() < 1e-9);
        assert!((reached - f64::from(rank)).abs() < 1e-9);
        assert!((end - (f64::from(high) + 0.5)).abs() < 1e-9);
    }
}

#[test]
fn a_cell_that_needs_support_is_marked_in_its_label() {
    let figures = figures(40);
    let (charts, data) = drawn(&figures).unwrap();
    for label in values(&data, &of_kind(&charts, ChartKind::StackedBar)[0].series[0].along).into_iter().map(text) {
        let rank = label.split_once('.').unwrap().0.parse::<i64>().unwrap();
        let row = figures.ranking.iter().find(|row| row.rank == Some(rank)).unwrap();
        assert_eq!(label.ends_with('●'), row.weak, "{label}");
    }
}

#[test]
fn ranks_without_intervals_are_not_drawn() {
    let mut bare = figures(40);
    for row in &mut bare.ranking {
        (row.rank_low, row.rank_high) = (None, None);
    }
    assert!(of_kind(&drawn(&bare).unwrap().0, ChartKind::StackedBar).is_empty());
}

#[test]
fn committees_stand_from_the_lowest_coverage_up_and_all_come_last() {
    let mut figures = figures(40);
    for row in &mut figures.duties.coverage {
        if row.key == "X02" {
            (row.attended, row.coverage) = (0, Some(0.0));
        }
    }
    let (charts, data) = drawn(&figures).unwrap();
    let coverage = of_kind(&charts, ChartKind::Bar)[0];
    assert_eq!(coverage.series.len(), 4);
    let names: Vec<_> = values(&data, &coverage.series[0].along).into_iter().map(text).collect();
    assert_eq!((names[0], names[names.len() - 1]), ("Đảng ủy xã Sùng Phài", "Toàn bộ"));
    assert_eq!(numbers(&data, &coverage.series[0].values).len(), names.len());
}

#[test]
fn of_many_committees_the_lowest_are_shown_and_the_title_says_so() {
    let mut figures = figures(40);
    let row = figures.duties.coverage.iter().find(|row| row.key == "X02").unwrap().clone();
    for number in 0..20 {
        let key = format!("Z{number:02}");
        figures.duties.coverage.push(crate::lake::supervision::CoverageRow { key, ..row.clone() });
    }
    let (charts, data) = drawn(&figures).unwrap();
    let coverage = of_kind(&charts, ChartKind::Bar)[0];
    assert!(coverage.title.contains("8 đơn vị thấp nhất (trên 26)"), "{}", coverage.title);
    assert_eq!(values(&data, &coverage.series[0].along).len(), 9);
}

#[test]
fn a_funnel_has_every_cell_of_its_group_once_and_names_those_far_below() {
    let figures = figures(60);
    let (charts, data) = drawn(&figures).unwrap();
    let funnels = of_kind(&charts, ChartKind::Scatter);
    let is_dots = |paint: Paint| matches!(paint, Paint::Points(..));
    let dots = || funnels.iter().flat_map(|chart| &chart.series).filter(|series| is_dots(series.paint));
    let points: usize = dots().map(|series| numbers(&data, &series.values).len()).sum();
    assert_eq!(points, figures.statistics.funnel.len());
    let mut far_below = 0;
    for series in dots() {
        let Labels::Texts(texts) = &series.labels else { continue };
        let area = series.values.area;
        let cells: Vec<_> = (area.top..=area.bottom).map(|row| text(value(&data, row, 0))).collect();
        assert_eq!(cells, texts.iter().map(String::as_str).collect::<Vec<_>>());
        far_below += cells.len();
    }
    assert!(far_below > 0);
}

#[test]
fn limits_run_over_rising_numbers_due() {
    let (charts, data) = drawn(&figures(60)).unwrap();
    for chart in of_kind(&charts, ChartKind::Scatter) {
        let lines: Vec<_> = chart.series.iter().filter(|series| matches!(series.paint, Paint::Line(..))).collect();
        assert_eq!(lines.len(), 5);
        let due = numbers(&data, &lines[0].along);
        assert!(due.is_sorted_by(|one, next| one < next), "{due:?}");
    }
}

#[test]
fn nothing_to_draw_makes_no_sheet() {
    assert!(drawn(&example::empty(Pipeline::YearEnd(2024))).is_none());
}

#[test]
fn every_chart_stands_in_one_row_that_a_page_can_hold() {
    let (charts, _) = drawn(&figures(60)).unwrap();
    for chart in &charts.charts {
        let row = charts.rows.get(&chart.row).and_then(|row| row.height).unwrap();
        assert!(f64::from(chart.height) * 0.75 <= row && row <= 409.0, "{}: {row}", chart.title);
    }
}
