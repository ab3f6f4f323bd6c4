//! Figures pooled by cell type or by committee: sums before division, never means of rates.

use super::Name;
use crate::lake::schema::UnitSummary;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::{share, window};
use crate::report::plan::{Sheet, Value};
use crate::report::style::Colour;
use crate::report::view::View;
use crate::report::wording;
use crate::terms::{Grade, Scope};

/// Figures by cell type, then by hardship and by whether the secretary also holds a village office.
pub(in crate::report) fn by_type(view: &View<'_>) -> Sheet {
    let (table, grid) = table(view, view.pick("Loại hình", "Type"), None);
    let mut canvas = Canvas::new(view, Name::ByType.tab(view.lang()), grid);
    heading(&mut canvas, view, view.pick("Số liệu theo loại hình chi bộ", "Figures by cell type"));
    canvas.main_head(&table, 1);
    let rows = |canvas: &mut Canvas, scope: Scope| {
        for pooled in view.pooled(scope) {
            write_row(canvas, &table, pooled, None, Tone::Plain);
        }
    };
    rows(&mut canvas, Scope::Type);
    total(&mut canvas, &table, view);
    for (scope, title) in [
        (Scope::Hardship, view.pick("Địa bàn khó khăn", "Hardship")),
        (Scope::Concurrent, view.pick("Bí thư kiêm nhiệm", "Secretary with a village office")),
    ] {
        if !view.pooled(scope).is_empty() {
            canvas.band(title);
            rows(&mut canvas, scope);
        }
    }
    canvas.finish()
}

/// Figures by committee, with the parts of the index its sheets have no columns for.
pub(in crate::report) fn by_unit(view: &View<'_>) -> Sheet {
    let lacking = view.pick("Thành phần chỉ số không có số liệu trong biểu", "Parts of the index its sheets lack");
    let (table, grid) = table(view, view.pick("Đơn vị", "Committee"), Some(lacking));
    let mut canvas = Canvas::new(view, Name::ByUnit.tab(view.lang()), grid);
    heading(&mut canvas, view, view.pick("Số liệu theo đơn vị quản lý", "Figures by committee"));
    canvas.main_head(&table, 1);
    let head = canvas.row - 1;
    for pooled in view.pooled(Scope::Unit) {
        let lacking = view.lacking(&pooled.unit_id);
        let names: Vec<_> = lacking.iter().map(|it| wording::component(*it, view.lang()).to_lowercase()).collect();
        write_row(&mut canvas, &table, pooled, Some(names.join(", ")), Tone::Plain);
    }
    canvas.filter_since(head);
    total(&mut canvas, &table, view);
    canvas.finish()
}

fn heading(canvas: &mut Canvas, view: &View<'_>, title: &str) {
    let span = window(view.lang(), view.figures.window);
    canvas.heading(title, &view.pick(format!("Sinh hoạt chi bộ {span}"), format!("Cell meetings, {span}")));
    canvas.note(view.pick(
        "Tỷ lệ tính trên tổng số (cộng rồi chia), không lấy bình quân các tỷ lệ. Ô trống: không có số liệu.",
        "Rates are sums divided by sums, never means of rates. An empty cell means no data.",
    ));
}

fn total(canvas: &mut Canvas, table: &Table, view: &View<'_>) {
    if let Some(whole) = view.whole() {
        let mut whole = whole.clone();
        view.pick("Toàn bộ", "All").clone_into(&mut whole.unit_name);
        write_row(canvas, table, &whole, None, Tone::Total);
    } else {
        canvas.band(view.pick("Không có số liệu", "No data"));
    }
}

fn table(view: &View<'_>, first: &str, last: Option<&str>) -> (Table, Vec<f64>) {
    let lang = view.lang();
    let attendance = view.pick("Dự sinh hoạt", "Attendance");
    let interval = view.pick("Khoảng 95%", "95% interval");
    let thematic = view.pick("Chuyên đề", "Thematic");
    let visits = view.pick("Cấp trên dự", "Visits from above");
    let score = view.pick("Điểm", "Score");
    let grades = view.pick("Số tháng theo mức", "Months by grade");
    let mut columns = vec![
        (Column::new(first, Look::Text), 29.0),
        (Column::new(view.pick("Số chi bộ", "Cells"), Look::Whole), 7.0),
        (Column::new(view.pick("Đảng viên", "Members"), Look::Whole), 8.0),
        (Column::new(view.pick("Tỷ lệ báo cáo", "Reported"), Look::Percent), 8.0),
        (Column::new(view.pick("Có mặt", "Present"), Look::Whole).under(attendance), 8.0),
        (Column::new(view.pick("Phải dự", "Due"), Look::Whole).under(attendance), 8.0),
        (Column::new(view.pick("Tỷ lệ", "Rate"), Look::Percent).under(attendance), 8.0),
        (Column::new(view.pick("Từ", "From"), Look::Percent).under(interval), 7.5),
        (Column::new(view.pick("Đến", "To"), Look::Percent).under(interval), 7.5),
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
    if let Some(last) = last {
        columns.push((Column::new(last, Look::Text), 24.0));
    }
    let (columns, grid) = columns.into_iter().unzip();
    (Table::new(columns), grid)
}

fn write_row(canvas: &mut Canvas, table: &Table, pooled: &UnitSummary, last: Option<String>, tone: Tone) {
    let thematic = pooled.thematic_quarters.and_then(|quarters| share(quarters, pooled.thematic_expected));
    let mut values: Vec<Value> = vec![
        pooled.unit_name.as_str().into(),
        pooled.cells.into(),
        pooled.members.into(),
        Value::share(pooled.reporting_rate),
        pooled.present.into(),
        pooled.due.into(),
        Value::share(pooled.attendance_rate),
        Value::share(pooled.attendance_low95),
        Value::share(pooled.attendance_high95),
        pooled.thematic_quarters.into(),
        Value::share(thematic),
        pooled.supervision_attended.into(),
        Value::share(pooled.supervision_coverage),
        pooled.quality_mean.into(),
        pooled.quality_median.into(),
        pooled.grade_good.into(),
        pooled.grade_fair.into(),
        pooled.grade_average.into(),
        pooled.grade_poor.into(),
        Value::share(pooled.speakers_ratio),
        pooled.cells_weak.into(),
    ];
    values.push(last.map_or(Value::Blank, Value::Text));
    let weak = (pooled.cells_weak > 0 && tone == Tone::Plain).then_some(Colour::AmberMark);
    let fill_at = 20;
    let filled = values.into_iter().enumerate().map(|(at, value)| (value, weak.filter(|_| at == fill_at)));
    canvas.row_with(table, filled, tone);
}
