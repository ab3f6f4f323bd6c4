//! The month cell by cell, and pooled by committee.

use std::collections::BTreeMap;

use super::Name;
use super::month_figures::{self, MonthFigures, attendance};
use crate::lake::schema::CellMonth;
use crate::period::Period;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::{month, share, tally};
use crate::report::plan::{Sheet, Value};
use crate::report::style::Colour;
use crate::report::view::View;
use crate::report::wording;
use crate::terms::{Grade, MeetingStatus};

/// Each cell's month.
pub(in crate::report) fn by_cell(view: &View<'_>, period: Period) -> Sheet {
    let (table, grid) = cell_table(view);
    let mut canvas = Canvas::new(view, Name::Month.tab(view.lang()), grid);
    heading(&mut canvas, view, period, view.pick("Sinh hoạt của từng chi bộ", "Each cell's meeting"));
    canvas.main_head(&table, 1);
    let head = canvas.row - 1;
    let rows = month_figures::rows(view.figures, period);
    for row in &rows {
        canvas.row_with(&table, cell_row(view, row), Tone::Plain);
    }
    if rows.is_empty() {
        canvas.band(view.pick("Không có chi bộ nào trong tháng", "No cell in this month"));
    }
    canvas.filter_since(head);
    canvas.finish()
}

fn heading(canvas: &mut Canvas, view: &View<'_>, period: Period, title: &str) {
    let name = month(view.lang(), period);
    canvas.heading(title, &view.pick(format!("Sinh hoạt chi bộ {name}"), format!("Cell meetings of {name}")));
    canvas.skip(1);
}

fn cell_table(view: &View<'_>) -> (Table, Vec<f64>) {
    let attendance = view.pick("Dự sinh hoạt", "Attendance");
    let absent = view.pick("Vắng", "Absent");
    let minutes = view.pick("Thời lượng (phút)", "Minutes");
    let scores = view.pick("Điểm", "Score");
    let columns = [
        (Column::new(view.pick("Chi bộ", "Cell"), Look::Text), 26.0),
        (Column::new(view.pick("Đơn vị quản lý", "Committee"), Look::Text), 27.0),
        (Column::new(view.pick("Loại hình", "Type"), Look::Text), 12.0),
        (Column::new(view.pick("Tình hình", "State"), Look::Centre), 12.0),
        (Column::new(view.pick("Ngày họp", "Held on"), Look::Day), 11.5),
        (Column::new(view.pick("Đảng viên", "Members"), Look::Whole), 7.5),
        (Column::new(view.pick("Có mặt", "Present"), Look::Whole).under(attendance), 6.5),
        (Column::new(view.pick("Phải dự", "Due"), Look::Whole).under(attendance), 6.5),
        (Column::new(view.pick("Tỷ lệ", "Rate"), Look::Percent).under(attendance), 7.5),
        (Column::new(view.pick("Có lý do", "Excused"), Look::Whole).under(absent), 6.5),
        (Column::new(view.pick("Không lý do", "Unexcused"), Look::Whole).under(absent), 7.0),
        (Column::new(view.pick("Buổi họp", "Meeting"), Look::Whole).under(minutes), 7.0),
        (Column::new(view.pick("Quy định", "Minimum"), Look::Whole).under(minutes), 7.0),
        (Column::new(view.pick("Phát biểu", "Speakers"), Look::Whole), 7.0),
        (Column::new(view.pick("Chuyên đề", "Thematic"), Look::Centre), 7.5),
        (Column::new(view.pick("Cấp trên dự", "Visited"), Look::Centre), 7.5),
        (Column::new(view.pick("Tự chấm", "Self"), Look::Points).under(scores), 7.0),
        (Column::new(view.pick("Cấp trên", "Upper"), Look::Points).under(scores), 7.0),
        (Column::new(view.pick("Chính thức", "Official"), Look::Points).under(scores), 7.0),
        (Column::new(view.pick("Mức theo điểm", "Grade"), Look::Centre), 9.0),
    ];
    let (columns, grid) = columns.into_iter().unzip();
    (Table::new(columns), grid)
}

fn cell_row(view: &View<'_>, row: &CellMonth) -> Vec<(Value, Option<Colour>)> {
    let lang = view.lang();
    let (state, fill) = match (row.reported, row.status) {
        (false, _) => (view.pick("Chưa báo cáo", "Not reported"), Some(Colour::RedMark)),
        (true, Some(status)) => {
            let fill = (status == MeetingStatus::NotHeld).then_some(Colour::AmberMark);
            (wording::meeting_status(status, lang), fill)
        }
        (true, None) => (view.pick("Chưa rõ", "Unclear"), Some(Colour::AmberMark)),
    };
    let counted = attendance(row);
    let yes =
        |known: Option<bool>| known.map(|yes| if yes { view.pick("có", "yes") } else { view.pick("không", "no") });
    let values: Vec<Value> = vec![
        view.cell_name(&row.cell_id).into(),
        row.unit_id.as_ref().map(|id| view.unit_name(id.as_str())).into(),
        view.type_name(row.cell_type.as_deref()).into(),
        state.into(),
        row.held_on.into(),
        row.members.into(),
        row.present.into(),
        row.due.into(),
        Value::share(counted.and_then(|(present, due)| share(present, due))),
        row.absent_excused.into(),
        row.absent_unexcused.into(),
        row.duration_min.into(),
        row.duration_min.map(|_| row.duration_required).into(),
        row.speakers.into(),
        yes(row.thematic).into(),
        yes(row.reported.then_some(row.visited)).into(),
        row.self_score.into(),
        row.upper_score.into(),
        row.official_score.into(),
        row.official_grade.map(|grade| wording::grade(grade, lang)).into(),
    ];
    let short = row.duration_min.is_some_and(|minutes| minutes < row.duration_required);
    let fills = [(3, fill), (11, short.then_some(Colour::AmberMark))];
    let fill_of = |at: usize| fills.iter().find(|(column, _)| *column == at).and_then(|(_, fill)| *fill);
    values.into_iter().enumerate().map(|(at, value)| (value, fill_of(at))).collect()
}

/// The month by committee.
pub(in crate::report) fn by_unit(view: &View<'_>, period: Period) -> Sheet {
    let (table, grid) = unit_table(view);
    let mut canvas = Canvas::new(view, Name::ByUnit.tab(view.lang()), grid);
    heading(&mut canvas, view, period, view.pick("Số liệu theo đơn vị quản lý", "Figures by committee"));
    canvas.main_head(&table, 1);
    let head = canvas.row - 1;
    let weak: BTreeMap<&str, i64> = view
        .cells_by_unit()
        .iter()
        .map(|(unit, cells)| (*unit, tally(cells.iter().filter(|cell| view.is_weak(&cell.cell_id)))))
        .collect();
    for (unit, figures) in month_figures::by_unit(view.figures, period) {
        let name = if unit.is_empty() { view.pick("(không có)", "(none)") } else { view.unit_name(unit) };
        canvas.row(&table, unit_row(name, &figures, weak.get(unit).copied().unwrap_or(0)), Tone::Plain);
    }
    canvas.filter_since(head);
    let whole = month_figures::whole(view.figures, period);
    canvas.row(&table, unit_row(view.pick("Toàn bộ", "All"), &whole, weak.values().sum()), Tone::Total);
    canvas.finish()
}

fn unit_table(view: &View<'_>) -> (Table, Vec<f64>) {
    let cells = view.pick("Số chi bộ", "Cells");
    let attendance = view.pick("Dự sinh hoạt", "Attendance");
    let grades = view.pick("Số chi bộ theo mức điểm", "Cells by grade");
    let mut columns = vec![
        (Column::new(view.pick("Đơn vị", "Committee"), Look::Text), 30.0),
        (Column::new(view.pick("Phải báo cáo", "Expected"), Look::Whole).under(cells), 8.0),
        (Column::new(view.pick("Đã báo cáo", "Reported"), Look::Whole).under(cells), 8.0),
        (Column::new(view.pick("Đã họp", "Held"), Look::Whole).under(cells), 8.0),
        (Column::new(view.pick("Không họp", "Not held"), Look::Whole).under(cells), 8.0),
        (Column::new(view.pick("Cấp trên dự", "Visited"), Look::Whole).under(cells), 8.0),
        (Column::new(view.pick("Có chuyên đề", "Thematic"), Look::Whole).under(cells), 8.0),
        (Column::new(view.pick("Có mặt", "Present"), Look::Whole).under(attendance), 8.0),
        (Column::new(view.pick("Phải dự", "Due"), Look::Whole).under(attendance), 8.0),
        (Column::new(view.pick("Tỷ lệ", "Rate"), Look::Percent).under(attendance), 8.0),
        (Column::new(view.pick("Điểm trung bình", "Mean score"), Look::Points), 8.0),
    ];
    columns.extend(
        [Grade::Good, Grade::Fair, Grade::Average, Grade::Poor]
            .map(|grade| (Column::new(wording::grade(grade, view.lang()), Look::Whole).under(grades), 7.0)),
    );
    let weak = view.pick("Cần quan tâm, hỗ trợ (từ đầu năm)", "Need support (year to date)");
    columns.push((Column::new(weak, Look::Whole), 14.0));
    let (columns, grid) = columns.into_iter().unzip();
    (Table::new(columns), grid)
}

fn unit_row(name: &str, figures: &MonthFigures, weak: i64) -> Vec<Value> {
    let mut values: Vec<Value> = vec![
        name.into(),
        figures.cells.into(),
        figures.reported.into(),
        figures.held.into(),
        figures.not_held.into(),
        figures.visited.into(),
        figures.thematic.into(),
        figures.present.into(),
        figures.due.into(),
        Value::share(figures.attendance_rate()),
        figures.mean_score().into(),
    ];
    values.extend(figures.grades.map(Value::from));
    values.push(weak.into());
    values
}
