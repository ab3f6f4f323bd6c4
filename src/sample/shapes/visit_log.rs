//! The log of visits a committee keeps beside tables that have no column for them.

use crate::report::plan::{Area, Sheet};
use crate::report::style::{Border, Style};
use crate::sample::city::{Cell, Committee};
use crate::sample::dice::Dice;
use crate::sample::spelling;
use crate::sample::year::Facts;

/// The log of a year, visits in the order of their dates.
pub(in crate::sample) fn sheet(committee: &Committee, years: &[Vec<Facts>], year: i32, dice: &mut Dice) -> Sheet {
    let mut sheet = Sheet::new("Dự sinh hoạt");
    sheet.gridlines = true;
    sheet.widths([6.0, 26.0, 30.0, 36.0, 34.0]);
    sheet.put(0, 0, committee.letterhead(), Style::PLAIN.bold());
    let title = format!("THEO DÕI CẤP ỦY VIÊN DỰ SINH HOẠT CHI BỘ NĂM {year}");
    sheet.merge(Area::new(2, 0, 2, 4), title, Style::PLAIN.bold().centred().size(13));
    let header = Style::PLAIN.bold().centred().wrapped().border(Border::Thin);
    let headers = ["STT", "Ngày dự", "Cấp ủy viên dự (chức danh)", "Dự tại chi bộ", "Nhận xét"];
    for (column, text) in (0..).zip(headers) {
        sheet.put(4, column, text, header);
    }
    let body = Style::PLAIN.border(Border::Thin);
    for ((row, number), (cell, facts)) in (5..).zip(1_i64..).zip(visits(committee, years)) {
        sheet.put(row, 0, number, body.centred());
        sheet.put(row, 1, spelling::day(facts.held_on, dice), body.centred());
        sheet.put(row, 2, visitor(cell, dice), body);
        sheet.put(row, 3, cell.name(), body);
        sheet.put(row, 4, remark(dice), body);
    }
    sheet
}

fn visits<'a>(committee: &'a Committee, years: &'a [Vec<Facts>]) -> Vec<(&'a Cell, &'a Facts)> {
    let of_cell = |(cell, facts): (&'a Cell, &'a Vec<Facts>)| facts.iter().map(move |facts| (cell, facts));
    let mut visits: Vec<_> =
        committee.cells.iter().zip(years).flat_map(of_cell).filter(|(_, facts)| facts.held && facts.visited).collect();
    visits.sort_by(|one, other| (one.1.held_on, &one.0.code).cmp(&(other.1.held_on, &other.0.code)));
    visits
}

fn visitor(cell: &Cell, dice: &mut Dice) -> &'static str {
    if cell.followed_from_above() && dice.percent(40) { "Thành ủy viên" } else { "Đảng ủy viên phụ trách" }
}

fn remark(dice: &mut Dice) -> &'static str {
    match dice.between(0, 4) {
        0 => "Đúng quy trình",
        1 => "Nội dung phong phú",
        2 => "Cần tăng ý kiến thảo luận",
        3 => "Chuẩn bị chu đáo",
        _ => "",
    }
}
