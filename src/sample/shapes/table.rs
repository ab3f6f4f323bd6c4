//! Draws a month's table: heading, header rows, lines, totals, signature.

use chrono::NaiveDate;

use super::{Column, Field, Heading, Layout, Line, Numbering, Part};
use crate::period::Period;
use crate::report::plan::{Area, Sheet, Value};
use crate::report::style::{Border, Style};
use crate::sample::city::{Committee, TOP_NAME};
use crate::sample::dice::Dice;
use crate::sample::spelling;
use crate::terms::Grade;

/// A month's table of a committee.
pub(in crate::sample) struct Month<'a> {
    pub committee: &'a Committee,
    pub period: Period,
    pub reported_on: NaiveDate,
    pub lines: &'a [Line],
    pub sheet_name: String,
}

const BODY: Style = Style::PLAIN.border(Border::Thin);
const HEADER: Style = Style::PLAIN.bold().centred().wrapped().border(Border::Thin);

/// The sheet as planned.
pub(in crate::sample) fn sheet(month: &Month, dice: &mut Dice) -> Sheet {
    let layout = month.committee.shape.layout(month.period.month());
    let mut sheet = Sheet::new(month.sheet_name.clone());
    sheet.gridlines = true;
    sheet.widths(layout.columns.iter().map(|column| f64::from(column.width)));
    let row = heading(&mut sheet, layout, month);
    let row = header(&mut sheet, layout, row);
    let row = body(&mut sheet, layout, month, row, dice);
    let row = if layout.has(Part::Totals) { totals(&mut sheet, layout, month.lines, row) } else { row };
    foot(&mut sheet, layout, month, row);
    sheet
}

/// Text above the table; the row the header starts in.
fn heading(sheet: &mut Sheet, layout: &Layout, month: &Month) -> u32 {
    let last = last_column(layout);
    let (number, year) = (month.period.month(), month.period.year());
    let dated = spelling::in_words(month.reported_on);
    if layout.heading == Heading::Short {
        // The office spells the old tone placement.
        sheet.put(0, 0, month.committee.name.replace("Đảng ủy", "Đảng uỷ"), Style::PLAIN.bold());
        sheet.put(1, 0, format!("Tổng hợp sinh hoạt chi bộ T{number}/{year}"), Style::PLAIN.bold());
        sheet.put(2, last - 4, dated, Style::PLAIN.italic());
        return 4;
    }
    let superior = if month.committee.number == 0 { "Tỉnh ủy Lai Châu" } else { TOP_NAME };
    let centred = Style::PLAIN.centred();
    let pairs = [
        (0, superior.to_uppercase(), centred, "ĐẢNG CỘNG SẢN VIỆT NAM".to_owned(), centred.bold()),
        (1, month.committee.letterhead(), centred.bold(), String::new(), centred),
        (2, "*".to_owned(), centred, format!("Lai Châu, {dated}"), centred.italic()),
    ];
    for (row, left, left_style, right, right_style) in pairs {
        sheet.merge(Area::new(row, 0, row, 3), left, left_style);
        if !right.is_empty() {
            sheet.merge(Area::new(row, last - 5, row, last), right, right_style);
        }
    }
    let title = Style::PLAIN.bold().centred().size(13);
    let whole = |row| Area::new(row, 0, row, last);
    if layout.heading == Heading::GradeList {
        let caption = "DANH SÁCH TỔNG HỢP ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG SINH HOẠT CHI BỘ";
        sheet.merge(whole(4), caption, title);
        sheet.merge(whole(5), format!("Tháng {number} NĂM {year}"), title);
        return 7;
    }
    sheet.merge(whole(4), format!("BÁO CÁO KẾT QUẢ SINH HOẠT CHI BỘ THÁNG {number} NĂM {year}"), title);
    6
}

/// One or two header rows and the row of column numbers; the row after them.
fn header(sheet: &mut Sheet, layout: &Layout, top: u32) -> u32 {
    let grouped = layout.columns.iter().any(|column| column.group.is_some());
    let bottom = if grouped { top + 1 } else { top };
    for (index, column) in (0..).zip(layout.columns) {
        if column.group.is_some() {
            sheet.put(bottom, index, column.header, HEADER);
        } else if grouped {
            sheet.merge(Area::new(top, index, bottom, index), column.header, HEADER);
        } else {
            sheet.put(top, index, column.header, HEADER);
        }
    }
    for (group, left, right) in groups(layout.columns) {
        sheet.merge(Area::new(top, left, top, right), group, HEADER);
    }
    sheet.height(bottom, 48.0);
    for (index, number) in (0..=last_column(layout)).zip(1_i64..) {
        match layout.numbering {
            Numbering::None => return bottom + 1,
            Numbering::Plain => sheet.put(bottom + 1, index, number, HEADER.italic()),
            Numbering::Bracketed => sheet.put(bottom + 1, index, format!("({number})"), HEADER.italic()),
        }
    }
    bottom + 2
}

/// Headers over several columns, with the first and last of these.
fn groups(columns: &'static [Column]) -> Vec<(&'static str, u32, u32)> {
    let mut groups: Vec<(&str, u32, u32)> = Vec::new();
    for (index, column) in (0..).zip(columns) {
        let Some(name) = column.group else { continue };
        match groups.last_mut() {
            Some((last, _, right)) if *last == name => *right = index,
            _ => groups.push((name, index, index)),
        }
    }
    groups
}

fn body(sheet: &mut Sheet, layout: &Layout, month: &Month, mut row: u32, dice: &mut Dice) -> u32 {
    let mut group = "";
    let mut numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].iter();
    for (number, line) in (1_i64..).zip(month.lines) {
        if layout.has(Part::GroupRows) && line.group != group {
            group = line.group;
            sheet.put(row, 0, numerals.next().copied().unwrap_or("X"), HEADER);
            sheet.put(row, 1, group, BODY.bold());
            row += 1;
        }
        for (index, column) in (0..).zip(layout.columns) {
            let value = value(column.field, number, line, layout, dice);
            let style = if column.field == Field::Name { BODY } else { BODY.centred() };
            sheet.put(row, index, value, style);
        }
        row += 1;
    }
    row
}

fn value(field: Field, number: i64, line: &Line, layout: &Layout, dice: &mut Dice) -> Value {
    let facts = &line.facts;
    match field {
        Field::Number => return Value::Integer(number),
        Field::Name => return line.name.clone().into(),
        Field::Members => return spelling::count(facts.members, dice),
        Field::Exempt => return sparse(facts.exempt),
        Field::Due => return spelling::count(facts.due(), dice),
        Field::HeldOn if !facts.held => return layout.not_held.into(),
        _ if !facts.held => return Value::Blank,
        _ => {}
    }
    match field {
        Field::Present => spelling::count(facts.present(), dice),
        Field::Excused => sparse(facts.excused),
        Field::Unexcused => sparse(facts.unexcused),
        Field::Rate => spelling::rate(facts.present(), facts.due(), dice),
        Field::PresentOfDue => present_of_due(line, dice),
        Field::HeldOn => spelling::day(facts.held_on, dice),
        Field::Minutes => Value::Integer(i64::from(facts.minutes)),
        Field::Speakers => Value::Integer(i64::from(facts.speakers)),
        Field::ThematicMark => marked(facts.thematic),
        Field::ThematicWord => if facts.thematic { "Có" } else { "Không" }.into(),
        Field::CommitteeMet => marked(line.has_committee),
        Field::Visited if facts.visited && dice.percent(20) => line.visitor.into(),
        Field::Visited => marked(facts.visited),
        Field::Own => spelling::points(facts.own, dice),
        Field::Upper => facts.upper.map_or(Value::Blank, |points| spelling::points(points, dice)),
        Field::GradeWord => word(line.grade()).into(),
        Field::GradeMark(grade) if grade == line.grade() => if dice.percent(80) { "x" } else { "X" }.into(),
        Field::Note => note(line, dice),
        Field::Unknown(text) if dice.percent(45) => text.into(),
        _ => Value::Blank,
    }
}

/// A count that is left blank when it is nought.
fn sparse(count: u32) -> Value {
    if count == 0 { Value::Blank } else { Value::Integer(i64::from(count)) }
}

fn marked(mark: bool) -> Value {
    if mark { "x".into() } else { Value::Blank }
}

fn present_of_due(line: &Line, dice: &mut Dice) -> Value {
    let (present, due) = (line.facts.present(), line.facts.due());
    let attendance = format!("{present}/{due}");
    if !dice.percent(30) {
        return attendance.into();
    }
    let rate = if present == due { "100%".to_owned() } else { spelling::percentage(present, due) };
    format!("{attendance} (Đạt {rate})").into()
}

pub(super) fn word(grade: Grade) -> &'static str {
    match grade {
        Grade::Good => "Tốt",
        Grade::Fair => "Khá",
        Grade::Average => "Trung bình",
        Grade::Poor => "Kém",
    }
}

fn note(line: &Line, dice: &mut Dice) -> Value {
    let reasons = ["Trừ điểm công tác chuẩn bị", "Ít ý kiến thảo luận", "Trừ điểm kết quả thực hiện nghị quyết"];
    let wanted = line.facts.own.value() < 90.0 && dice.percent(50);
    let reason = reasons.get(usize::try_from(dice.between(0, 2)).unwrap_or(0)).copied();
    if wanted { reason.into() } else { Value::Blank }
}

/// The row of totals; the row after it.
fn totals(sheet: &mut Sheet, layout: &Layout, lines: &[Line], row: u32) -> u32 {
    let held = || lines.iter().filter(|line| line.facts.held);
    let sum = |of: fn(&Line) -> u32| -> i64 { held().map(|line| i64::from(of(line))).sum() };
    let style = HEADER;
    sheet.merge(Area::new(row, 0, row, 1), "Tổng cộng", style);
    for (index, column) in (0..).zip(layout.columns).skip(2) {
        let total = match column.field {
            Field::Members => lines.iter().map(|line| i64::from(line.facts.members)).sum(),
            Field::Exempt => lines.iter().map(|line| i64::from(line.facts.exempt)).sum(),
            Field::Present => sum(|line| line.facts.present()),
            Field::Excused => sum(|line| line.facts.excused),
            Field::Unexcused => sum(|line| line.facts.unexcused),
            Field::GradeMark(grade) => held().map(|line| i64::from(line.grade() == grade)).sum(),
            _ => {
                sheet.put(row, index, Value::Blank, style);
                continue;
            }
        };
        sheet.put(row, index, total, style);
    }
    row + 1
}

fn foot(sheet: &mut Sheet, layout: &Layout, month: &Month, mut row: u32) {
    if layout.has(Part::Note) {
        let members: u32 = month.lines.iter().map(|line| line.facts.members).sum();
        sheet.put(row, 0, format!("* Ghi chú: Tổng số: {members} đảng viên./."), Style::PLAIN.italic());
        row += 1;
    }
    if layout.has(Part::Signature) {
        let last = last_column(layout);
        let bold = Style::PLAIN.bold().centred();
        let on_behalf = if month.committee.number == 0 { "T/M BAN THƯỜNG VỤ" } else { "T/M ĐẢNG ỦY" };
        sheet.put(row + 1, 1, "NGƯỜI LẬP BIỂU", bold);
        sheet.merge(Area::new(row + 1, last - 4, row + 1, last), on_behalf, bold);
        sheet.merge(Area::new(row + 2, last - 4, row + 2, last), "BÍ THƯ", bold);
    }
}

fn last_column(layout: &Layout) -> u32 {
    u32::try_from(layout.columns.len()).unwrap_or(1).saturating_sub(1)
}
