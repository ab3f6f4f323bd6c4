//! Every submitted sheet: what became of it, and what became of its rows and cells.

use super::Name;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::{day, month_slash};
use crate::report::plan::{Sheet, Value};
use crate::report::style::Colour;
use crate::report::view::View;
use crate::report::wording;
use crate::terms::SubmissionStatus;

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>) -> Sheet {
    let (table, grid) = table(view);
    let mut canvas = Canvas::new(view, Name::Submissions.tab(view.lang()), grid).wide();
    canvas.heading(view.pick("Kết quả tiếp nhận các biểu", "What became of the submitted sheets"), "");
    canvas.note(view.pick(
        "Mỗi dòng là một trang tính trong một tệp đã gửi. Mọi ô có dữ liệu đều được tính: dùng nguyên, dùng sau khi hiểu cách viết, bị loại, hoặc là ô trình bày (tiêu đề, số thứ tự, dòng tổng).",
        "One row per sheet of a submitted file. Every filled cell is accounted for: used, used after repair, rejected, or layout (headings, numbering, totals).",
    ));
    canvas.main_head(&table, 2);
    let head = canvas.row - 1;
    for submission in &view.figures.submissions {
        let fill = match submission.status {
            SubmissionStatus::Rejected | SubmissionStatus::Unrecognised => Some(Colour::RedMark),
            SubmissionStatus::Partial => Some(Colour::AmberMark),
            SubmissionStatus::Accepted | SubmissionStatus::Superseded | SubmissionStatus::Duplicate => None,
        };
        let mut values: Vec<(Value, Option<Colour>)> = vec![
            (submission.file.as_str().into(), None),
            (submission.sheet.as_str().into(), None),
            (submission.unit_id.as_ref().map(|id| view.unit_name(id.as_str())).into(), None),
            (submission.period.map(month_slash).into(), None),
            (submission.report_date.map(day).into(), None),
            ((submission.revision > 0).then_some(submission.revision).into(), None),
            (wording::submission(submission.status, view.lang()).into(), fill),
        ];
        let counts = [
            submission.rows_read,
            submission.rows_accepted,
            submission.rows_rejected,
            submission.cells_read,
            submission.cells_used,
            submission.cells_repaired,
            submission.cells_rejected,
            submission.cells_layout,
        ];
        values.extend(counts.map(|count| (Value::Integer(count), None)));
        canvas.row_with(&table, values, Tone::Plain);
    }
    if view.figures.submissions.is_empty() {
        canvas.band(view.pick("Chưa nhận được biểu nào", "Nothing was received"));
    }
    canvas.filter_since(head);
    canvas.finish()
}

fn table(view: &View<'_>) -> (Table, Vec<f64>) {
    let rows = view.pick("Số dòng chi bộ", "Rows");
    let cells = view.pick("Số ô có dữ liệu", "Filled cells");
    let columns = [
        (Column::new(view.pick("Tệp", "File"), Look::Text), 52.0),
        (Column::new(view.pick("Trang tính", "Sheet"), Look::Text), 14.0),
        (Column::new(view.pick("Đơn vị gửi", "Sent by"), Look::Text), 33.0),
        (Column::new(view.pick("Tháng", "Month"), Look::Centre), 9.5),
        (Column::new(view.pick("Ngày báo cáo", "Dated"), Look::Centre), 11.5),
        (Column::new(view.pick("Lần sửa", "Revision"), Look::Whole), 7.5),
        (Column::new(view.pick("Kết quả", "Outcome"), Look::Centre), 18.0),
        (Column::new(view.pick("Đọc", "Read"), Look::Whole).under(rows), 7.5),
        (Column::new(view.pick("Nhận", "Accepted"), Look::Whole).under(rows), 7.5),
        (Column::new(view.pick("Loại", "Rejected"), Look::Whole).under(rows), 7.5),
        (Column::new(view.pick("Đọc", "Read"), Look::Whole).under(cells), 7.5),
        (Column::new(view.pick("Dùng nguyên", "Used"), Look::Whole).under(cells), 7.5),
        (Column::new(view.pick("Sửa cách viết", "Repaired"), Look::Whole).under(cells), 7.5),
        (Column::new(view.pick("Loại", "Rejected"), Look::Whole).under(cells), 7.5),
        (Column::new(view.pick("Trình bày", "Layout"), Look::Whole).under(cells), 7.5),
    ];
    let (columns, grid) = columns.into_iter().unzip();
    (Table::new(columns), grid)
}
