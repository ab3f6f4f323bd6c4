//! Self scores against the scores of the committee above: how far apart, how surely, per committee and type.

use super::Name;
use crate::lake::statistics::AgreementRow;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::{decimal, window};
use crate::report::plan::{Sheet, Value};
use crate::report::style::Colour;
use crate::report::view::View;
use crate::terms::Scope;

const GRID: [f64; 10] = [5.0, 36.0, 10.0, 10.0, 14.0, 20.0, 20.0, 16.0, 12.0, 30.0];

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>) -> Sheet {
    let lang = view.lang();
    let mut canvas = Canvas::new(view, Name::Agreement.tab(lang), GRID.to_vec()).wide();
    let span = window(lang, view.figures.window);
    canvas.heading(
        view.pick("Tự chấm so với cấp trên chấm", "Self scores against upper scores"),
        &view.pick(format!("Số liệu {span}"), format!("Figures of {span}")),
    );
    canvas.note(view.pick(
        "Chỉ tính các tháng có cả hai điểm. Chênh lệch = tự chấm − cấp trên chấm. Khoảng 95% coi mỗi chi bộ là một đơn vị độc lập, vì các tháng của một chi bộ do cùng những người chấm. Giới hạn tương hợp: 95% số tháng chênh lệch nằm trong khoảng này. Kappa so mức tự xếp với mức cấp trên xếp (1 = trùng hết, 0 = như ngẫu nhiên). Dòng tô vàng: khoảng của đơn vị không chứa bình quân các đơn vị khác; là điều nên trao đổi lại, không phải kết luận.",
        "Months with both scores only. Gap = self − upper. The 95% interval takes cells as independent, since the same people score all months of a cell. Limits of agreement hold 95% of the months. Kappa compares the stated grades (1 = the same, 0 = as by chance). Shaded rows: the interval leaves out the others' mean; something to talk about, no conclusion.",
    ));
    let rows = &view.figures.statistics.agreement;
    let of = |scope: Scope| rows.iter().filter(|row| row.scope == scope).collect::<Vec<_>>();
    let mut units = of(Scope::Unit);
    units.sort_by(|one, other| view.by_unit_name(&one.key, &other.key));
    canvas.section(view.pick("1. Theo đơn vị quản lý", "1. By committee"));
    table(&mut canvas, view, &units, true);
    let whole = of(Scope::All);
    if let Some(whole) = whole.first() {
        let values = values(view, None, view.pick("Toàn bộ", "All"), whole);
        canvas.row(&columns(view), values, Tone::Total);
    }
    canvas.gap();
    canvas.section(view.pick("2. Theo loại hình", "2. By cell type"));
    table(&mut canvas, view, &of(Scope::Type), false);
    canvas.finish()
}

fn columns(view: &View<'_>) -> Table {
    Table::new(vec![
        Column::new(view.pick("TT", "No."), Look::Whole),
        Column::new(view.pick("Đơn vị, loại hình", "Committee, type"), Look::Text),
        Column::new(view.pick("Số chi bộ", "Cells"), Look::Whole),
        Column::new(view.pick("Số tháng", "Months"), Look::Whole),
        Column::new(view.pick("Chênh lệch bình quân", "Mean gap"), Look::Points),
        Column::new(view.pick("Khoảng 95%", "95% interval"), Look::Centre),
        Column::new(view.pick("Giới hạn tương hợp", "Limits of agreement"), Look::Centre),
        Column::new(view.pick("Bình quân nơi khác", "Mean elsewhere"), Look::Points),
        Column::new(view.pick("Kappa", "Kappa"), Look::Fine),
        Column::new(view.pick("Nhận xét", "Remark"), Look::Text),
    ])
}

fn table(canvas: &mut Canvas, view: &View<'_>, rows: &[&AgreementRow], main: bool) {
    let table = columns(view);
    if main {
        canvas.main_head(&table, 2);
    } else {
        canvas.head(&table);
    }
    for (number, row) in (1_i64..).zip(rows) {
        let name = match row.scope {
            Scope::Unit => view.unit_name(&row.key),
            _ => view.type_name(Some(&row.key)),
        };
        let mark = (row.apart == Some(true)).then_some(Colour::AmberMark);
        let values = values(view, Some(number), name, row);
        canvas.row_with(&table, values.into_iter().map(|value| (value, mark)), Tone::Plain);
    }
    if rows.is_empty() {
        canvas.band(view.pick("Không tháng nào có cả hai điểm", "No month has both scores"));
    }
}

fn values(view: &View<'_>, number: Option<i64>, name: &str, row: &AgreementRow) -> Vec<Value> {
    let lang = view.lang();
    let range = |low: Option<f64>, high: Option<f64>| {
        low.zip(high).map(|(low, high)| format!("{} – {}", decimal(lang, low, 1), decimal(lang, high, 1)))
    };
    let remark = match (row.apart, row.gap_mean, row.peer_gap_mean) {
        (Some(true), Some(own), Some(peers)) if own > peers => {
            view.pick("tự chấm rộng hơn các nơi khác", "self scores more generous than elsewhere")
        }
        (Some(true), _, _) => view.pick("tự chấm chặt hơn các nơi khác", "self scores stricter than elsewhere"),
        (None, Some(_), _) if row.scope != Scope::All => {
            view.pick("ít chi bộ, chưa so được", "too few cells to compare")
        }
        _ => "",
    };
    vec![
        number.into(),
        name.into(),
        row.cells.into(),
        row.n.into(),
        row.gap_mean.into(),
        range(row.gap_low95, row.gap_high95).into(),
        range(row.limits_low, row.limits_high).into(),
        row.peer_gap_mean.into(),
        row.kappa_weighted.into(),
        remark.into(),
    ]
}
