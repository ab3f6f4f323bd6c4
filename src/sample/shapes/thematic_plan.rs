//! The thematic plans of a committee's cells: the topics of four quarters, across or down.

use chrono::NaiveDate;

use crate::report::plan::{Area, Sheet, Value};
use crate::report::style::{Border, Style};
use crate::sample::city::{Cell, Committee};

/// How the topics stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::sample) enum Layout {
    /// One row per cell under two header rows; a cell without a plan is said to have none.
    QuartersAcross,
    /// One row per quarter, the cell's name merged down; a cell without a plan is left out.
    QuartersDown,
}

/// The plan of a cell.
pub(in crate::sample) struct Planned<'a> {
    pub cell: &'a Cell,
    /// By quarter; none without a plan.
    pub topics: Option<[&'static str; 4]>,
    pub submitted: Option<NaiveDate>,
    pub approved: Option<NaiveDate>,
}

const HEADER: Style = Style::PLAIN.bold().centred().wrapped().border(Border::Thin);
const BODY: Style = Style::PLAIN.wrapped().border(Border::Thin);
const QUARTERS: [&str; 4] = ["Quý I", "Quý II", "Quý III", "Quý IV"];
/// The first row of column titles.
const HEADER_ROW: u32 = 4;

/// The sheet as planned.
pub(in crate::sample) fn sheet(committee: &Committee, planned: &[Planned], layout: Layout, year: i32) -> Sheet {
    let mut sheet = Sheet::new("Kế hoạch");
    sheet.gridlines = true;
    sheet.put(0, 0, committee.letterhead(), Style::PLAIN.bold());
    let title = |text: &str| format!("{text} NĂM {year}");
    let style = Style::PLAIN.bold().centred().size(13);
    match layout {
        Layout::QuartersAcross => {
            sheet.merge(Area::new(2, 0, 2, 7), title("KẾ HOẠCH SINH HOẠT CHUYÊN ĐỀ"), style);
            across(&mut sheet, planned);
        }
        Layout::QuartersDown => {
            sheet.merge(Area::new(2, 0, 2, 5), title("TỔNG HỢP ĐĂNG KÝ SINH HOẠT CHUYÊN ĐỀ"), style);
            down(&mut sheet, planned);
        }
    }
    sheet
}

fn across(sheet: &mut Sheet, planned: &[Planned]) {
    sheet.widths([5.0, 42.0, 30.0, 30.0, 30.0, 30.0, 12.0, 12.0]);
    for (column, header) in [(0, "TT"), (1, "Tên chi bộ"), (6, "Ngày gửi"), (7, "Ngày duyệt")] {
        sheet.merge(Area::new(HEADER_ROW, column, HEADER_ROW + 1, column), header, HEADER);
    }
    sheet.merge(Area::new(HEADER_ROW, 2, HEADER_ROW, 5), "Nội dung chuyên đề", HEADER);
    for (column, quarter) in (2..).zip(QUARTERS) {
        sheet.put(HEADER_ROW + 1, column, quarter, HEADER);
    }
    for ((row, number), plan) in (HEADER_ROW + 2..).zip(1_i64..).zip(planned) {
        let topics = plan.topics.unwrap_or(["Chưa xây dựng", "", "", ""]);
        let named = [number.into(), plan.cell.name().into()];
        let topics = topics.map(|topic| Some(topic).filter(|topic| !topic.is_empty()).into());
        put(sheet, row, 0, named.into_iter().chain(topics).chain(plan.days()));
    }
}

fn down(sheet: &mut Sheet, planned: &[Planned]) {
    sheet.widths([5.0, 36.0, 8.0, 44.0, 12.0, 12.0]);
    for (column, header) in (0..).zip(["TT", "Chi bộ", "Quý", "Chuyên đề", "Ngày gửi", "Ngày duyệt"]) {
        sheet.put(HEADER_ROW, column, header, HEADER);
    }
    let with_topics = planned.iter().filter_map(|plan| Some((plan, plan.topics?)));
    for ((top, number), (plan, topics)) in (HEADER_ROW + 1..).step_by(4).zip(1_i64..).zip(with_topics) {
        sheet.merge(Area::new(top, 0, top + 3, 0), number, BODY);
        sheet.merge(Area::new(top, 1, top + 3, 1), plan.cell.name(), BODY);
        for ((row, quarter), topic) in (top..).zip(["I", "II", "III", "IV"]).zip(topics) {
            put(sheet, row, 2, [quarter.into(), topic.into()].into_iter().chain(plan.days()));
        }
    }
}

impl Planned<'_> {
    /// When it was submitted and approved.
    fn days(&self) -> [Value; 2] {
        [self.submitted.into(), self.approved.into()]
    }
}

fn put(sheet: &mut Sheet, row: u32, from: u32, values: impl Iterator<Item = Value>) {
    for (column, value) in (from..).zip(values) {
        sheet.put(row, column, value, BODY);
    }
}
