//! Blank forms: the register's cells of a month → an official monthly table per unit that reports, ready to fill in.
//!
//! Nothing but names, codes and types comes from the register; what a unit stated before is not repeated.

pub mod columns;
pub mod guide;

use std::collections::BTreeMap;

use crate::file_name;
use crate::lake::schema::UnitRow;
use crate::lang::Lang;
use crate::order;
use crate::period::Period;
use crate::register::{Register, UnitId, is_valid};
use crate::report::measure;
use crate::report::numbers;
use crate::report::plan::{Area, Protection, Sheet, Validation, Value, Workbook};
use crate::report::style::{Border, Colour, Style};
use crate::rules::Rules;
use crate::rules::forms::ColumnField;
use crate::terms::Tier;
use columns::{COLUMNS, FormColumn};

/// Rows of the letterhead, title and header, from 0.
const TITLE: u32 = 4;
const HEADER: u32 = 6;
const NUMBERING: u32 = HEADER + 2;

/// The units that report in a month, each with the cells it reports on: those of a committee, also under sections
/// below it; cells that stand straight below the top report through the top.
#[must_use]
pub fn senders(register: &Register, period: Period) -> BTreeMap<&UnitId, Vec<&UnitRow>> {
    let mut senders: BTreeMap<&UnitId, Vec<&UnitRow>> = BTreeMap::new();
    for cell in register.units().iter().filter(|unit| unit.tier.is_cell() && is_valid(unit, Some(period))) {
        let superiors = register.superiors(cell, Some(period));
        let committee = superiors.iter().find(|unit| unit.tier == Tier::Committee);
        let Some(sender) = committee.or_else(|| superiors.first()) else { continue };
        let cells = senders.entry(&sender.unit_id).or_default();
        // A cell whose marks changed within the month has several rows; it is still one cell, as it is at the end.
        match cells.iter_mut().find(|other| other.unit_id == cell.unit_id) {
            Some(other) => *other = cell,
            None => cells.push(cell),
        }
    }
    senders
}

/// The file name of a unit's form, without its ending.
#[must_use]
pub fn stem(register: &Register, unit: &UnitId, period: Period) -> String {
    let name = register.unit(unit, Some(period)).or_else(|| register.unit(unit, None)).map(|unit| unit.name.as_str());
    // The month must survive a name of any length.
    let head = file_name::stem(&format!("{unit} - {}", name.unwrap_or_default()));
    format!("{head} - thang-{period}")
}

/// The form of a unit and month: table, instructions, hidden lists.
#[must_use]
pub fn plan(register: &Register, rules: &Rules, unit: &UnitId, period: Period) -> Workbook {
    let (lists, listed) = guide::lists(rules);
    let sender = register.unit(unit, Some(period)).or_else(|| register.unit(unit, None));
    let cells = senders(register, period).remove(unit).unwrap_or_default();
    let form = Form { register, sender, period, roles: listed };
    Workbook::new(form.title(), None, vec![form.sheet(cells), guide::guide(), lists])
}

struct Form<'a> {
    register: &'a Register,
    sender: Option<&'a UnitRow>,
    period: Period,
    roles: Area,
}

impl Form<'_> {
    fn title(&self) -> String {
        format!("KẾT QUẢ SINH HOẠT CHI BỘ THÁNG {} NĂM {}", self.period.month(), self.period.year())
    }

    fn sheet(&self, cells: Vec<&UnitRow>) -> Sheet {
        let mut sheet = Sheet::new(format!("Tháng {}-{}", self.period.month(), self.period.year()));
        sheet.widths(COLUMNS.iter().map(|column| column.width));
        sheet.protection = Protection::Locked;
        self.letterhead(&mut sheet);
        header(&mut sheet);
        let mut row = NUMBERING + 1;
        let mut number = 0;
        for (kind, cells) in by_type(cells) {
            band(&mut sheet, row, kind);
            row += 1;
            let first = row;
            for cell in cells {
                number += 1;
                line(&mut sheet, row, number, cell);
                row += 1;
            }
            self.checks(&mut sheet, first, row - 1);
        }
        self.signatures(&mut sheet, row + 1);
        sheet.freeze = Some((NUMBERING + 1, 3));
        sheet.page.margins = [10.0, 6.0, 13.0, 6.0];
        sheet.page.repeat_rows = Some((HEADER, NUMBERING));
        sheet.page.page_word = Some("Trang".to_owned());
        sheet
    }

    fn letterhead(&self, sheet: &mut Sheet) {
        let superior = self.sender.and_then(|unit| self.register.superiors(unit, Some(self.period)).first().copied());
        let upper = |unit: Option<&UnitRow>| unit.map(|unit| unit.name.to_uppercase()).unwrap_or_default();
        let (left, right) = (Area::new(0, 0, 0, 5), Area::new(0, last() - 8, 0, last()));
        let at = |area: Area, row: u32| Area { top: row, bottom: row, ..area };
        let centred = Style::PLAIN.size(12).centred();
        let lines = match superior {
            Some(superior) => vec![(upper(Some(superior)), centred), (upper(self.sender), centred.bold())],
            None => vec![(upper(self.sender), centred.bold())],
        };
        let star = (String::from("*"), centred);
        for (row, (text, style)) in (0..).zip(lines.into_iter().chain([star])) {
            sheet.merge(at(left, row), text, style);
        }
        sheet.merge(at(right, 0), "ĐẢNG CỘNG SẢN VIỆT NAM", centred.bold());
        sheet.merge(at(right, 2), numbers::date_line(Lang::Vi, None, None), centred.italic().open());
        sheet.merge(Area::new(TITLE, 0, TITLE, last()), self.title(), Style::PLAIN.bold().size(15).centred());
        sheet.height(TITLE, 26.0);
    }

    fn checks(&self, sheet: &mut Sheet, first: u32, last: u32) {
        for (at, column) in (0..).zip(&COLUMNS) {
            if let Some((entry, message)) = column.check(self.period, (guide::LISTS, self.roles)) {
                sheet.validations.push(Validation { area: Area::new(first, at, last, at), entry, message });
            }
        }
    }

    fn signatures(&self, sheet: &mut Sheet, top: u32) {
        let bold = Style::PLAIN.bold().size(12).centred();
        let signed = match self.sender.map(|unit| unit.tier) {
            Some(Tier::Committee) => "T/M ĐẢNG ỦY",
            _ => "T/M CẤP ỦY",
        };
        sheet.merge(Area::new(top, 1, top, 4), "NGƯỜI LẬP BIỂU", bold);
        sheet.merge(Area::new(top, last() - 6, top, last()), signed, bold);
        sheet.merge(Area::new(top + 1, last() - 6, top + 1, last()), "BÍ THƯ", bold);
    }
}

/// Last column of the table.
fn last() -> u32 {
    u32::try_from(COLUMNS.len()).unwrap_or(1).saturating_sub(1)
}

/// Cells by their type, types and names in Vietnamese order.
fn by_type(cells: Vec<&UnitRow>) -> Vec<(&str, Vec<&UnitRow>)> {
    let mut groups: Vec<(&str, Vec<&UnitRow>)> = Vec::new();
    for cell in cells {
        let kind = cell.cell_type.as_deref().unwrap_or("chưa phân loại");
        match groups.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, cells)) => cells.push(cell),
            None => groups.push((kind, vec![cell])),
        }
    }
    groups.sort_by(|one, other| order::vietnamese(one.0, other.0));
    for (_, cells) in &mut groups {
        cells.sort_by(|one, other| {
            order::vietnamese(&one.name, &other.name).then_with(|| one.unit_id.cmp(&other.unit_id))
        });
    }
    groups
}

fn header(sheet: &mut Sheet) {
    let style = Style::PLAIN.bold().size(10).fill(Colour::PaleGrey).border(Border::Thin).centred().wrapped();
    let mut group: Option<(&str, u32, u32)> = None;
    let mut groups = Vec::new();
    let mut height = 34.0_f64;
    for (at, column) in (0..).zip(&COLUMNS) {
        match (column.group, &mut group) {
            (Some(name), Some((other, _, right))) if name == *other => *right = at,
            (name, open) => groups.extend(std::mem::replace(open, name.map(|name| (name, at, at)))),
        }
        let needed = measure::height(column.title, measure::pixels([column.width]), style) + 4.0;
        if column.group.is_some() {
            sheet.put(HEADER + 1, at, column.title, style);
            height = height.max(needed);
        } else {
            sheet.merge(Area::new(HEADER, at, HEADER + 1, at), column.title, style);
            height = height.max(needed - 18.0);
        }
        let number = Style::PLAIN.italic().size(9).border(Border::Thin).centred();
        sheet.put(NUMBERING, at, i64::from(at) + 1, number);
    }
    for (name, left, right) in groups.into_iter().chain(group) {
        sheet.merge(Area::new(HEADER, left, HEADER, right), name, style);
    }
    sheet.height(HEADER, 18.0);
    sheet.height(HEADER + 1, height);
}

/// The label of a group of cells. It stands under the running numbers, so that it cannot be taken for a cell's name.
fn band(sheet: &mut Sheet, row: u32, kind: &str) {
    let style = Style::PLAIN.bold().italic().fill(Colour::PaleGrey).border(Border::Thin).indented(1);
    sheet.merge(Area::new(row, 0, row, last()), format!("Loại hình: {kind}"), style);
    sheet.height(row, 18.0);
}

/// A cell's row: what the register knows is locked, the rest is open.
fn line(sheet: &mut Sheet, row: u32, number: i64, cell: &UnitRow) {
    let mut height = 22.0_f64;
    for (at, column) in (0..).zip(&COLUMNS) {
        let style = body(column);
        let value = match column.field {
            ColumnField::Ordinal => Value::Integer(number),
            ColumnField::Code => cell.unit_id.as_str().into(),
            ColumnField::Cell => cell.name.as_str().into(),
            _ => Value::Blank,
        };
        if let Value::Text(text) = &value {
            height = height.max(measure::height(text, measure::pixels([column.width]), style) + 2.0);
        }
        sheet.put(row, at, value, style);
    }
    sheet.height(row, height);
}

fn body(column: &FormColumn) -> Style {
    let style = Style::PLAIN.border(Border::Thin).format(column.format()).wrapped();
    let style = if column.is_text() { style.indented(1) } else { style.centred() };
    if column.is_open() { style.open() } else { style.fill(Colour::PaleGrey) }
}

#[cfg(test)]
mod tests;
