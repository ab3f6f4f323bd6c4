//! Scores that are worth a second look, with how often the same happens everywhere: questions, no judgements.

use super::Name;
use crate::lake::review::IntegrityRow;
use crate::register::UnitId;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::window;
use crate::report::plan::{Sheet, Value};
use crate::report::view::View;
use crate::report::wording;
use crate::terms::Scope;

const GRID: [f64; 9] = [5.0, 30.0, 30.0, 16.0, 70.0, 9.0, 9.0, 12.0, 13.0];

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>) -> Sheet {
    let lang = view.lang();
    let mut canvas = Canvas::new(view, Name::Review.tab(lang), GRID.to_vec()).wide();
    let span = window(lang, view.figures.window);
    canvas.heading(
        view.pick("Điểm chấm cần xem lại", "Scores to review"),
        &view.pick(format!("Số liệu {span}"), format!("Figures of {span}")),
    );
    canvas.note(view.pick(
        "Danh sách câu hỏi để trao đổi với đơn vị; không tính vào chỉ số, không là dấu hiệu cần hỗ trợ, không ảnh hưởng thứ hạng. “Tỷ lệ chung” là tỷ lệ của mọi chi bộ; xác suất cho biết riêng ngẫu nhiên thì bao nhiêu lần trong 100 cũng nhiều như vậy. Danh sách dài thì vài dòng chỉ do ngẫu nhiên.",
        "Questions to talk over with the units; no part of index, flags or rank. The base rate is that of all cells; the probability tells how often chance alone would bring as much. In a long list some rows are chance.",
    ));
    let table = table(view);
    let rows = &view.figures.integrity;
    let of = |scope: Scope| rows.iter().filter(move |row| row.scope == scope);
    canvas.main_head(&table, 2);
    for (scope, title) in [
        (Scope::All, view.pick("Toàn bộ", "Overall")),
        (Scope::Unit, view.pick("Theo đơn vị", "By committee")),
        (Scope::Cell, view.pick("Theo chi bộ", "By cell")),
    ] {
        canvas.band(title);
        let mut listed: Vec<&IntegrityRow> = of(scope).collect();
        listed.sort_by(|one, other| {
            let chance = |row: &IntegrityRow| row.p_value.unwrap_or(1.0);
            chance(one).total_cmp(&chance(other)).then_with(|| (one.signal, &one.key).cmp(&(other.signal, &other.key)))
        });
        for (number, row) in (1_i64..).zip(&listed) {
            canvas.row(&table, values(view, number, row), Tone::Plain);
        }
        if listed.is_empty() {
            canvas.note(view.pick("Không có.", "None."));
        }
    }
    canvas.finish()
}

fn table(view: &View<'_>) -> Table {
    Table::new(vec![
        Column::new(view.pick("TT", "No."), Look::Whole),
        Column::new(view.pick("Chi bộ", "Cell"), Look::Text),
        Column::new(view.pick("Đơn vị quản lý", "Committee"), Look::Text),
        Column::new(view.pick("Điểm của", "Scores of"), Look::Text),
        Column::new(view.pick("Nội dung", "Matter"), Look::Text),
        Column::new(view.pick("Số lần", "Times"), Look::Whole),
        Column::new(view.pick("Trên", "Of"), Look::Whole),
        Column::new(view.pick("Tỷ lệ chung", "Base rate"), Look::Percent),
        Column::new(view.pick("Xác suất ngẫu nhiên", "Probability by chance"), Look::Centre),
    ])
}

fn values(view: &View<'_>, number: i64, row: &IntegrityRow) -> Vec<Value> {
    let cell = (row.scope == Scope::Cell).then(|| view.cell(&UnitId::new(&row.key))).flatten();
    let above = match row.scope {
        Scope::Unit => view.unit_name(&row.key),
        _ => cell.map_or("", |cell| view.above(cell)),
    };
    vec![
        number.into(),
        cell.map(|cell| cell.cell_name.as_str()).into(),
        above.into(),
        row.scorer.map(|scorer| wording::scorer(scorer, view.lang())).into(),
        row.evidence.as_str().into(),
        row.count.into(),
        row.n.into(),
        Value::share(row.base_rate),
        row.p_value.map(|chance| probability(view, chance)).into(),
    ]
}

/// `< 0,001`, `0,013`
fn probability(view: &View<'_>, chance: f64) -> String {
    let written = |value: f64| crate::report::numbers::decimal(view.lang(), value, 3);
    if chance < 0.001 { format!("< {}", written(0.001)) } else { written(chance) }
}
