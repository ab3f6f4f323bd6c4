//! Figures pooled by cell type or by committee: sums before division, never means of rates.

use super::Name;
use crate::lake::schema::UnitSummary;
use crate::report::canvas::{Canvas, Column, Filled, Look, Table, Tone};
use crate::report::numbers::{percent, share, window};
use crate::report::plan::{Sheet, Value};
use crate::report::style::Colour;
use crate::report::view::View;
use crate::report::wording;
use crate::terms::{Grade, Scope};

/// Figures by cell type, then by hardship and by whether the secretary also holds a village office.
pub(in crate::report) fn by_type(view: &View<'_>) -> Sheet {
    let parts = [
        (Scope::Hardship, view.pick("Địa bàn khó khăn", "Hardship")),
        (Scope::Concurrent, view.pick("Bí thư kiêm nhiệm", "Secretary with a village office")),
    ]
    .map(|(scope, title)| (title, view.pooled(scope)));
    let types = view.pooled(Scope::Type);
    let all =
        types.iter().copied().chain(view.whole()).chain(parts.iter().flat_map(|(_, pooled)| pooled.iter().copied()));
    let rows: Vec<_> = all.map(|pooled| row(view, pooled, None)).collect();
    let (table, grid, rows) = table(view, view.pick("Loại hình", "Type"), rows);
    let mut canvas = Canvas::new(view, Name::ByType.tab(view.lang()), grid).wide();
    heading(&mut canvas, view, view.pick("Số liệu theo loại hình chi bộ", "Figures by cell type"));
    canvas.main_head(&table, 1);
    let mut rows = rows.into_iter();
    for row in rows.by_ref().take(types.len()) {
        canvas.row_with(&table, row, Tone::Plain);
    }
    total(&mut canvas, &table, view, rows.by_ref().take(usize::from(view.whole().is_some())).next());
    for (title, pooled) in parts.iter().filter(|(_, pooled)| !pooled.is_empty()) {
        canvas.band(title);
        for row in rows.by_ref().take(pooled.len()) {
            canvas.row_with(&table, row, Tone::Plain);
        }
    }
    canvas.finish()
}

/// Figures by committee, with the parts of the index its sheets have no columns for.
pub(in crate::report) fn by_unit(view: &View<'_>) -> Sheet {
    let units = view.pooled(Scope::Unit);
    let mut rows: Vec<_> = units.iter().map(|pooled| row(view, pooled, Some(lacking(view, pooled)))).collect();
    rows.extend(view.whole().map(|whole| row(view, whole, None)));
    let (table, grid, mut rows) = table(view, view.pick("Đơn vị", "Committee"), rows);
    let whole = rows.split_off(units.len()).into_iter().next();
    let mut canvas = Canvas::new(view, Name::ByUnit.tab(view.lang()), grid).wide();
    heading(&mut canvas, view, view.pick("Số liệu theo đơn vị quản lý", "Figures by committee"));
    canvas.main_head(&table, 1);
    let head = canvas.row - 1;
    for row in rows {
        canvas.row_with(&table, row, Tone::Plain);
    }
    canvas.filter_since(head);
    total(&mut canvas, &table, view, whole);
    canvas.finish()
}

fn lacking(view: &View<'_>, pooled: &UnitSummary) -> String {
    let lacking = view.lacking(&pooled.unit_id);
    let names: Vec<_> = lacking.iter().map(|it| wording::component(*it, view.lang()).to_lowercase()).collect();
    names.join(", ")
}

fn heading(canvas: &mut Canvas, view: &View<'_>, title: &str) {
    let span = window(view.lang(), view.figures.window);
    canvas.heading(title, &view.pick(format!("Sinh hoạt chi bộ {span}"), format!("Cell meetings, {span}")));
    canvas.note(view.pick(
        "Tỷ lệ tính trên tổng số (cộng rồi chia), không lấy bình quân các tỷ lệ. Chuyên đề chỉ tính các chi bộ có biểu ghi sinh hoạt chuyên đề. Ô trống: không có số liệu.",
        "Rates are sums divided by sums, never means of rates. Thematic meetings count only cells whose sheets tell of them. An empty cell means no data.",
    ));
}

fn total(canvas: &mut Canvas, table: &Table, view: &View<'_>, whole: Option<Filled>) {
    match whole {
        Some(row) => canvas.row_with(table, row.into_iter().map(|(value, _)| (value, None)), Tone::Total),
        None => canvas.band(view.pick("Không có số liệu", "No data")),
    }
}

/// The table without the columns that nothing fills, its widths, and its rows.
fn table(view: &View<'_>, first: &str, rows: Vec<Filled>) -> (Table, Vec<f64>, Vec<Filled>) {
    let (columns, rows) = Table::filled(columns(view, first), rows);
    let (columns, grid) = columns.into_iter().unzip();
    (Table::new(columns), grid, rows)
}

fn columns(view: &View<'_>, first: &str) -> Vec<(Column, f64)> {
    let lang = view.lang();
    let attendance = view.pick("Dự sinh hoạt", "Attendance");
    let thematic = view.pick("Chuyên đề", "Thematic");
    let visits = view.pick("Cấp trên dự", "Visits from above");
    let score = view.pick("Điểm", "Score");
    let grades = view.pick("Số tháng theo mức", "Months by grade");
    let mut columns = vec![
        (Column::new(first, Look::Text), 31.0),
        (Column::new(view.pick("Số chi bộ", "Cells"), Look::Whole), 7.0),
        (Column::new(view.pick("Đảng viên", "Members"), Look::Whole), 8.0),
        (Column::new(view.pick("Tỷ lệ báo cáo", "Reported"), Look::Percent), 8.0),
        (Column::new(view.pick("Có mặt", "Present"), Look::Whole).under(attendance), 8.0),
        (Column::new(view.pick("Phải dự", "Due"), Look::Whole).under(attendance), 8.0),
        (Column::new(view.pick("Tỷ lệ", "Rate"), Look::Percent).under(attendance), 8.0),
        (Column::new(view.pick("Khoảng 95%", "95% interval"), Look::Centre).under(attendance), 12.0),
        (Column::new(view.pick("Số quý có", "Quarters"), Look::Whole).under(thematic), 7.5),
        (Column::new(view.pick("Tỷ lệ", "Rate"), Look::Percent).under(thematic), 8.0),
        (Column::new(view.pick("Số tháng", "Months"), Look::Whole).under(visits), 7.5),
        (Column::new(view.pick("Tỷ lệ", "Rate"), Look::Percent).under(visits), 8.0),
        (Column::new(view.pick("Trung bình", "Mean"), Look::Points).under(score), 7.5),
        (Column::new(view.pick("Trung vị", "Median"), Look::Points).under(score), 7.0),
    ];
    columns.extend(
        [Grade::Good, Grade::Fair, Grade::Average, Grade::Poor]
            .map(|grade| (Column::new(wording::grade(grade, lang), Look::Whole).under(grades), 7.0)),
    );
    columns.push((Column::new(view.pick("Tỷ lệ phát biểu", "Speaking"), Look::Percent), 8.0));
    columns.push((Column::new(wording::needs_support(lang), Look::Whole), 10.0));
    let lacking = view.pick("Biểu không có số liệu về", "Its sheets say nothing of");
    columns.push((Column::new(lacking, Look::Text), 20.0));
    columns
}

fn row(view: &View<'_>, pooled: &UnitSummary, lacking: Option<String>) -> Filled {
    let lang = view.lang();
    let thematic = view.thematic(pooled);
    let interval = pooled.attendance_low95.zip(pooled.attendance_high95);
    let values: Vec<Value> = vec![
        wording::pooled(pooled, lang).into(),
        pooled.cells.into(),
        pooled.members.into(),
        Value::share(pooled.reporting_rate),
        pooled.present.into(),
        pooled.due.into(),
        Value::share(pooled.attendance_rate),
        interval.map(|(low, high)| format!("{}–{}", percent(lang, low), percent(lang, high))).into(),
        thematic.map(|(held, _)| held).into(),
        Value::share(thematic.and_then(|(held, expected)| share(held, expected))),
        pooled.supervision_attended.into(),
        Value::share(pooled.supervision_coverage),
        pooled.quality_mean.into(),
        pooled.quality_median.into(),
        pooled.grade_good.into(),
        pooled.grade_fair.into(),
        pooled.grade_average.into(),
        pooled.grade_poor.into(),
        Value::share(pooled.speakers_ratio),
    ];
    let mut row: Filled = values.into_iter().map(|value| (value, None)).collect();
    row.push((pooled.cells_weak.into(), (pooled.cells_weak > 0).then_some(Colour::AmberMark)));
    row.push((lacking.into(), None));
    row
}
