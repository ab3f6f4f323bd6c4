//! Cells in order of their index, with the doubt about each rank; below them those without enough data.

use super::Name;
use crate::lake::schema::{CellSummary, RankRow};
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::{count, share, tally, window};
use crate::report::plan::{Area, Conditional, Sheet, Value};
use crate::report::style::Colour;
use crate::report::view::{View, component_score};
use crate::report::wording;
use crate::rules::index::Component;

const INDEX_COLUMN: u32 = 8;

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>) -> Sheet {
    let lang = view.lang();
    let (table, grid) = table(view);
    let mut canvas = Canvas::new(view, Name::Ranking.tab(lang), grid);
    let span = window(lang, view.figures.window);
    // The widest table of all gets the narrowest margins.
    canvas.sheet.page.margins = [12.0, 8.0, 15.0, 10.0];
    canvas.heading(
        view.pick("Xếp thứ tự các chi bộ theo chỉ số tổng hợp", "Cells ranked by index"),
        &view.pick(format!("Sinh hoạt chi bộ {span}"), format!("Cell meetings, {span}")),
    );
    canvas.note(view.pick(
        "Khoảng thứ hạng: thứ hạng nằm trong khoảng này với 90% khả năng. Chi bộ đông, đủ tháng có điểm thì khoảng hẹp; hai chi bộ có khoảng trùng nhau thì chưa phân được hơn kém. Báo cáo xếp thứ tự để tham khảo, không xếp loại.",
        "Rank interval: the rank lies in it with a chance of 90%. Cells whose intervals overlap cannot be told apart. The order is for reference; it is no classification.",
    ));
    canvas.main_head(&table, 6);
    let head = canvas.row - 1;
    let ranked = view.ranked();
    for rank in &ranked {
        if let Some(cell) = view.cell(&rank.cell_id) {
            write_row(&mut canvas, &table, view, rank, cell);
        }
    }
    canvas.filter_since(head);
    if canvas.row > head + 1 {
        let area = Area::new(head + 1, INDEX_COLUMN, canvas.row - 1, INDEX_COLUMN);
        let bar = Conditional::Bar { area, colour: Colour::AccentPale, low: 0.0, high: 100.0 };
        canvas.sheet.conditionals.push(bar);
    } else {
        canvas.band(view.pick("Chưa xếp thứ tự được chi bộ nào", "No cell could be ranked"));
    }
    unranked(&mut canvas, &table, view);
    canvas.finish()
}

fn unranked(canvas: &mut Canvas, table: &Table, view: &View<'_>) {
    let rows = view.unranked();
    if rows.is_empty() {
        return;
    }
    let number = count(view.lang(), tally(&rows));
    canvas.band(&view.pick(
        format!("Chưa đủ số liệu để xếp thứ tự ({number} chi bộ)"),
        format!("Not enough data to be ranked ({number} cells)"),
    ));
    for rank in rows {
        if let Some(cell) = view.cell(&rank.cell_id) {
            write_row(canvas, table, view, rank, cell);
        }
    }
}

fn table(view: &View<'_>) -> (Table, Vec<f64>) {
    let lang = view.lang();
    let ranks = view.pick("Thứ hạng", "Rank");
    let attendance = view.pick("Dự sinh hoạt", "Attendance");
    let months = view.pick("Số tháng", "Months");
    let flags = view.pick("Dấu hiệu", "Flags");
    let scores = view.pick("Điểm thành phần (0–100)", "Components (0–100)");
    let mut columns = vec![
        (Column::new(view.pick("Chung", "All"), Look::Whole).under(ranks), 6.3),
        (Column::new(view.pick("Từ", "From"), Look::Whole).under(ranks), 4.6),
        (Column::new(view.pick("Đến", "To"), Look::Whole).under(ranks), 4.8),
        (Column::new(view.pick("Cùng nhóm", "Peers"), Look::Whole).under(ranks), 5.5),
        (Column::new(view.pick("Đơn vị", "Unit"), Look::Whole).under(ranks), 5.5),
        (Column::new(view.pick("Chi bộ", "Cell"), Look::Text), 23.0),
        (Column::new(view.pick("Đơn vị quản lý", "Committee"), Look::Text), 27.0),
        (Column::new(view.pick("Loại hình", "Type"), Look::Text), 11.5),
        (Column::new(view.pick("Chỉ số", "Index"), Look::Fine), 7.5),
    ];
    columns.extend(
        Component::ALL
            .iter()
            .map(|component| (Column::new(wording::component(*component, lang), Look::Points).under(scores), 6.4)),
    );
    columns.extend([
        (Column::new(view.pick("Có mặt", "Present"), Look::Whole).under(attendance), 6.3),
        (Column::new(view.pick("Phải dự", "Due"), Look::Whole).under(attendance), 6.3),
        (Column::new(view.pick("Tỷ lệ", "Rate"), Look::Percent).under(attendance), 7.0),
        (Column::new(view.pick("Điểm trung bình", "Mean score"), Look::Points), 6.3),
        (Column::new(view.pick("Có họp", "Held"), Look::Whole).under(months), 4.8),
        (Column::new(view.pick("Phải họp", "Due"), Look::Whole).under(months), 4.8),
        (Column::new(view.pick("Cấp trên chấm", "Scored from above"), Look::Percent).under(months), 7.0),
        (Column::new(view.pick("Hạng theo điểm cấp trên", "Rank by upper scores"), Look::Whole), 6.6),
        (Column::new(view.pick("Đỏ", "Red"), Look::Whole).under(flags), 4.2),
        (Column::new(view.pick("Vàng", "Amber"), Look::Whole).under(flags), 5.2),
        (Column::new(view.pick("Ghi chú", "Remark"), Look::Text), 22.0),
    ]);
    let (columns, grid) = columns.into_iter().unzip();
    (Table::new(columns), grid)
}

fn write_row(canvas: &mut Canvas, table: &Table, view: &View<'_>, rank: &RankRow, cell: &CellSummary) {
    let mut values: Vec<(Value, Option<Colour>)> = [
        rank.rank.into(),
        rank.rank_low.into(),
        rank.rank_high.into(),
        rank.rank_peer.into(),
        rank.rank_unit.into(),
        cell.cell_name.as_str().into(),
        view.above(cell).into(),
        view.type_name(cell.cell_type.as_deref()).into(),
        rank.index.into(),
    ]
    .map(|value: Value| (value, None))
    .into();
    values.extend(Component::ALL.iter().map(|component| (component_score(rank, *component).into(), None)));
    let marked = |number: i64, colour: Colour| (Value::Integer(number), (number > 0).then_some(colour));
    values.extend([
        (cell.present.into(), None),
        (cell.due.into(), None),
        (Value::share(cell.attendance_rate), None),
        (cell.quality_mean.into(), None),
        (cell.months_held.into(), None),
        (cell.months_expected.into(), None),
        (Value::share(share(cell.quality_upper_n, cell.quality_n)), None),
        (rank.rank_upper.into(), None),
        marked(rank.red_flags, Colour::RedMark),
        marked(rank.amber_flags, Colour::AmberMark),
        (remark(view, rank, cell).into(), rank.weak.then_some(Colour::RedMark)),
    ]);
    canvas.row_with(table, values, Tone::Plain);
}

fn remark(view: &View<'_>, rank: &RankRow, cell: &CellSummary) -> String {
    let mut parts = Vec::new();
    if rank.weak {
        parts.push(wording::needs_support(view.lang()).to_owned());
    }
    parts.extend(rank.reason.clone());
    if cell.quality_n > 0 && cell.quality_upper_n == 0 {
        parts.push(view.pick("chưa có cấp trên chấm", "never scored from above").to_owned());
    }
    parts.join("; ")
}
