//! Visits from above: by committee, by role, and the cells nobody visited.

use super::Name;
use crate::judge::FlagCode;
use crate::lake::schema::{CellSummary, UnitSummary};
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::{share, tally, window};
use crate::report::plan::{Sheet, Value};
use crate::report::view::View;
use crate::terms::Scope;

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>) -> Sheet {
    let lang = view.lang();
    let mut grid = vec![32.0, 27.0];
    grid.extend([9.5; 9]);
    let mut canvas = Canvas::new(view, Name::Supervision.tab(lang), grid);
    let span = window(lang, view.figures.window);
    canvas.heading(
        view.pick("Cấp trên theo dõi, dự sinh hoạt chi bộ", "Supervision of cell meetings"),
        &view.pick(format!("Số liệu {span}"), format!("Figures of {span}")),
    );
    canvas.note(view.pick(
        "Tỷ lệ = số tháng có người dự / số tháng phải có người dự theo phân công. Không có thông tin thì tính là không dự. Tỷ lệ này nói về cấp trên, không tính vào chỉ số của chi bộ.",
        "Coverage = months visited / months in which a visit is required by assignment. No evidence of a visit counts as none. It speaks of the committee above and is no part of a cell's index.",
    ));
    canvas.skip(1);
    by_unit(&mut canvas, view);
    canvas.skip(1);
    by_role(&mut canvas, view);
    canvas.skip(1);
    never_visited(&mut canvas, view);
    canvas.finish()
}

fn by_unit(canvas: &mut Canvas, view: &View<'_>) {
    canvas.section(view.pick("1. Theo đơn vị", "1. By committee"));
    let all = view.pick("Số tháng", "Months");
    let levels = view.pick("Tỷ lệ theo cấp dự", "Coverage by level");
    let [rate, whole] = [Look::Percent, Look::Whole];
    let table = Table::new(vec![
        Column::new(view.pick("Đơn vị", "Committee"), Look::Text).over(2),
        Column::new(view.pick("Số chi bộ", "Cells"), whole),
        Column::new(view.pick("Đã có người dự", "Visited"), whole),
        Column::new(view.pick("Phải dự", "Required"), whole).under(all),
        Column::new(view.pick("Đã dự", "Attended"), whole).under(all),
        Column::new(view.pick("Tỷ lệ", "Coverage"), rate),
        Column::new(view.pick("Cấp trên", "Upper"), rate).under(levels),
        Column::new(view.pick("Đảng ủy cơ sở", "Committee"), rate).under(levels),
        Column::new(view.pick("Đơn vị giúp đỡ", "Assisting"), rate).under(levels),
        Column::new(view.pick("Chưa phân công", "Unassigned"), whole),
    ]);
    canvas.head(&table);
    for pooled in view.pooled(Scope::Unit) {
        let cells = view.cells_of(&pooled.unit_id);
        canvas.row(&table, unit_row(view, pooled, &pooled.unit_name, cells), Tone::Plain);
    }
    match view.whole() {
        Some(whole) => {
            let cells: Vec<_> = view.figures.cell_summary.iter().collect();
            canvas.row(&table, unit_row(view, whole, view.pick("Toàn bộ", "All"), &cells), Tone::Total);
        }
        None => canvas.band(view.pick("Không có số liệu", "No data")),
    }
}

fn unit_row(view: &View<'_>, pooled: &UnitSummary, name: &str, cells: &[&CellSummary]) -> Vec<Value> {
    let level = |attended: fn(&CellSummary) -> i64, expected: fn(&CellSummary) -> i64| {
        let sum = |of: fn(&CellSummary) -> i64| cells.iter().map(|cell| of(cell)).sum();
        Value::share(share(sum(attended), sum(expected)))
    };
    let unassigned = cells.iter().filter(|cell| is_unassigned(view, cell));
    vec![
        name.into(),
        pooled.cells.into(),
        pooled.cells_visited.into(),
        pooled.supervision_expected.into(),
        pooled.supervision_attended.into(),
        Value::share(pooled.supervision_coverage),
        level(|cell| cell.supervision_upper_attended, |cell| cell.supervision_upper_expected),
        level(|cell| cell.supervision_committee_attended, |cell| cell.supervision_committee_expected),
        level(|cell| cell.supervision_assisting_attended, |cell| cell.supervision_assisting_expected),
        tally(unassigned).into(),
    ]
}

fn is_unassigned(view: &View<'_>, cell: &CellSummary) -> bool {
    view.flags(&cell.cell_id).iter().any(|flag| flag.code == FlagCode::SupervisionNone)
}

fn by_role(canvas: &mut Canvas, view: &View<'_>) {
    canvas.section(view.pick("2. Theo chức danh người dự", "2. By role of the follower"));
    let mut rows: Vec<_> = view.figures.follower_summary.iter().collect();
    rows.sort_by(|one, other| (&one.unit_id, &one.role).cmp(&(&other.unit_id, &other.role)));
    if rows.is_empty() {
        canvas.note(view.pick("Danh mục không có phân công người dự.", "The register assigns nobody."));
        return;
    }
    let table = Table::new(vec![
        Column::new(view.pick("Chức danh", "Role"), Look::Text),
        Column::new(view.pick("Đơn vị", "Committee"), Look::Text),
        Column::new(view.pick("Số chi bộ", "Cells"), Look::Whole),
        Column::new(view.pick("Phải dự", "Required"), Look::Whole),
        Column::new(view.pick("Đã dự", "Attended"), Look::Whole),
        Column::new(view.pick("Tỷ lệ", "Coverage"), Look::Percent),
    ]);
    canvas.head(&table);
    for row in rows {
        let unit = row.unit_id.as_ref().map_or("", |id| view.unit_name(id.as_str()));
        let values = vec![
            row.role.as_str().into(),
            unit.into(),
            row.cells.into(),
            row.required.into(),
            row.attended.into(),
            Value::share(row.coverage),
        ];
        canvas.row(&table, values, Tone::Plain);
    }
}

fn never_visited(canvas: &mut Canvas, view: &View<'_>) {
    canvas.section(view.pick("3. Chi bộ chưa có cấp trên dự lần nào", "3. Cells never visited"));
    let due = |cell: &&CellSummary| {
        !cell.needs_no_follower
            && cell.supervision_attended == 0
            && (cell.supervision_expected > 0 || is_unassigned(view, cell))
    };
    let cells: Vec<_> = view.figures.cell_summary.iter().filter(due).collect();
    if cells.is_empty() {
        canvas.note(view.pick("Không có.", "None."));
        return;
    }
    let table = Table::new(vec![
        Column::new(view.pick("Chi bộ", "Cell"), Look::Text),
        Column::new(view.pick("Đơn vị", "Committee"), Look::Text),
        Column::new(view.pick("Phải dự", "Required"), Look::Whole),
        Column::new(view.pick("Tháng có phân công", "Months assigned"), Look::Whole),
        Column::new(view.pick("Ghi chú", "Remark"), Look::Text).over(4),
    ]);
    canvas.head(&table);
    for cell in cells {
        let remark = if is_unassigned(view, cell) {
            view.pick("chưa phân công người dự", "nobody assigned")
        } else {
            ""
        };
        let values = vec![
            cell.cell_name.as_str().into(),
            view.above(cell).into(),
            cell.supervision_expected.into(),
            cell.months_assigned.into(),
            remark.into(),
        ];
        canvas.row(&table, values, Tone::Plain);
    }
}
