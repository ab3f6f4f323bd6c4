//! The register of the invented city: organisations, who follows which cell, and what was decided year by year.

use super::city::{ALIAS, Cell, Committee, TOP, TOP_NAME};
use super::stories::Follow;
use super::{SampleError, SampleFile, SampleOptions, yearly};
use crate::report::plan::{Sheet, Value, Workbook};
use crate::report::style::{Border, Style};
use crate::report::xlsx;

const UNITS: [(&str, f64); 14] = [
    ("Mã", 12.0),
    ("Tên", 46.0),
    ("Cấp", 20.0),
    ("Mã cấp trên", 12.0),
    ("Loại hình", 14.0),
    ("Từ ngày", 12.0),
    ("Đến ngày", 12.0),
    ("Khó khăn", 10.0),
    ("Tên khác", 24.0),
    ("Kế thừa", 10.0),
    ("Bí thư là cấp ủy viên cấp trên", 18.0),
    ("Bí thư kiêm nhiệm", 12.0),
    ("Có chi ủy", 10.0),
    ("Thời lượng tối thiểu", 12.0),
];

const ASSIGNMENTS: [(&str, f64); 6] = [
    ("Mã chi bộ", 12.0),
    ("Người dự", 34.0),
    ("Cấp dự", 18.0),
    ("Từ ngày", 12.0),
    ("Đến ngày", 12.0),
    ("Số buổi/quý", 12.0),
];

const MODEL_MEETINGS: [(&str, f64); 3] = [("Năm", 8.0), ("Mã chi bộ", 12.0), ("Vai trò", 14.0)];

const RATINGS: [(&str, f64); 4] = [("Năm", 8.0), ("Mã", 12.0), ("Tự xếp", 12.0), ("Cấp trên đề nghị", 18.0)];

const HEADER: Style = Style::PLAIN.bold().centred().wrapped().border(Border::Thin);
const BODY: Style = Style::PLAIN.border(Border::Thin);

/// `danh-muc.xlsx`.
pub(super) fn file(city: &[Committee], options: &SampleOptions) -> Result<SampleFile, SampleError> {
    let yearly = [model_meetings(city, options), ratings(city, options)];
    let sheets = [units(city), assignments(city)].into_iter().chain(yearly.into_iter().flatten()).collect();
    let book =
        Workbook {
            title: format!("Danh mục tổ chức đảng {}", options.year), author: None, sheets, locale: None
        };
    let path = "danh-muc.xlsx".to_owned();
    match xlsx::write(&book) {
        Ok(bytes) => Ok(SampleFile { path, bytes }),
        Err(source) => Err(SampleError::Sheet { path, source }),
    }
}

fn units(city: &[Committee]) -> Sheet {
    let mut sheet = headed("Tổ chức", &UNITS);
    let mut rows = vec![vec![TOP.into(), TOP_NAME.into(), "cấp trên".into()]];
    rows.extend(city.iter().filter(|committee| committee.number > 0).map(|committee| {
        vec![committee.code.clone().into(), committee.name.clone().into(), "đảng ủy cơ sở".into(), TOP.into()]
    }));
    // Attached cells stand before base cells, as the committees do before their own.
    let (base, attached): (Vec<_>, Vec<_>) = city.iter().partition(|committee| committee.number == 0);
    for committee in attached.into_iter().chain(base) {
        rows.extend(committee.cells.iter().map(|cell| unit(committee, cell)));
    }
    fill(&mut sheet, rows);
    sheet
}

fn unit(committee: &Committee, cell: &Cell) -> Vec<Value> {
    let mark = |mark: bool| if mark { "x".into() } else { Value::Blank };
    let alias = if cell.short_name == ALIAS.0 { ALIAS.1.into() } else { Value::Blank };
    vec![
        cell.code.clone().into(),
        cell.name().into(),
        if cell.base { "chi bộ cơ sở" } else { "chi bộ trực thuộc" }.into(),
        committee.code.clone().into(),
        cell.kind.word().into(),
        Value::Blank,
        Value::Blank,
        mark(cell.hardship),
        alias,
        Value::Blank,
        mark(cell.course().follow == Follow::NotNeeded),
        mark(cell.concurrent()),
        mark(cell.has_committee()),
        cell.planted.and_then(|plan| plan.minutes).map(i64::from).into(),
    ]
}

fn assignments(city: &[Committee]) -> Sheet {
    let mut sheet = headed("Phân công", &ASSIGNMENTS);
    let (base, attached): (Vec<_>, Vec<_>) = city.iter().partition(|committee| committee.number == 0);
    let cells = attached.into_iter().chain(base).flat_map(|committee| &committee.cells);
    fill(&mut sheet, cells.flat_map(followers).collect());
    sheet
}

/// Last year's model meetings, if there were any.
fn model_meetings(city: &[Committee], options: &SampleOptions) -> Option<Sheet> {
    let year = i64::from(options.year - 1);
    let row = |it: yearly::Shown<'_>| vec![year.into(), it.cell.code.clone().into(), it.role.into()];
    let rows = yearly::model_meetings(city, options).into_iter().map(row).collect();
    filled("Sinh hoạt mẫu", &MODEL_MEETINGS, rows)
}

/// The classification of the year, as far as it is known.
fn ratings(city: &[Committee], options: &SampleOptions) -> Option<Sheet> {
    let year = i64::from(options.year);
    let row = |it: yearly::Rated<'_>| vec![year.into(), it.cell.code.clone().into(), it.own.into(), it.proposed.into()];
    filled("Xếp loại", &RATINGS, yearly::ratings(city, options).into_iter().map(row).collect())
}

/// Who follows a cell.
fn followers(cell: &Cell) -> Vec<Vec<Value>> {
    if matches!(cell.course().follow, Follow::Nobody | Follow::NotNeeded) {
        return Vec::new();
    }
    let row = |role: &str, level: &str, quota: u32| -> Vec<Value> {
        // An empty cell says three.
        let quota = if quota == 3 { Value::Blank } else { Value::Integer(i64::from(quota)) };
        vec![cell.code.clone().into(), role.into(), level.into(), Value::Blank, Value::Blank, quota]
    };
    if cell.base {
        let role = if cell.number.is_multiple_of(3) {
            "Thành ủy viên"
        } else {
            "Ủy viên Ban Thường vụ Thành ủy"
        };
        return vec![row(role, "cấp trên", cell.quota)];
    }
    let mut rows = vec![row("Đảng ủy viên phụ trách", "đảng ủy cơ sở", cell.quota)];
    if cell.followed_from_above() {
        rows.push(row("Thành ủy viên", "cấp trên", 1));
    }
    if cell.hardship {
        rows.push(row("Đơn vị giúp đỡ", "đơn vị giúp đỡ", 1));
    }
    rows
}

fn headed(name: &str, columns: &[(&str, f64)]) -> Sheet {
    let mut sheet = Sheet::new(name);
    sheet.gridlines = true;
    sheet.freeze = Some((1, 2));
    sheet.widths(columns.iter().map(|(_, width)| *width));
    for (column, (header, _)) in (0..).zip(columns) {
        sheet.put(0, column, *header, HEADER);
    }
    sheet
}

/// A sheet that is left out where there is nothing to say.
fn filled(name: &str, columns: &[(&str, f64)], rows: Vec<Vec<Value>>) -> Option<Sheet> {
    let mut sheet = headed(name, columns);
    let any = !rows.is_empty();
    fill(&mut sheet, rows);
    any.then_some(sheet)
}

fn fill(sheet: &mut Sheet, rows: Vec<Vec<Value>>) {
    for (row, values) in (1..).zip(rows) {
        for (column, value) in (0..).zip(values) {
            if value != Value::Blank {
                sheet.put(row, column, value, BODY);
            }
        }
    }
}
