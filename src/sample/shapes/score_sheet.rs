//! The score sheet of a cell and month: criteria down; most, own and upper points across.

use chrono::NaiveDate;

use super::grade;
use super::table::word;
use crate::period::Period;
use crate::report::plan::{Area, Sheet, Value};
use crate::report::style::{Border, Style};
use crate::sample::city::Committee;
use crate::sample::rubric::{Criterion, FULL};
use crate::sample::score_sheets::Binding;
use crate::sample::spelling;
use crate::sample::year::Points;

/// What stands in one sheet.
pub(in crate::sample) struct Card<'a> {
    pub committee: &'a Committee,
    /// Of the cell, without `Chi bộ`.
    pub short_name: &'a str,
    pub period: Period,
    pub dated: NaiveDate,
    /// Titles of the groups with their lines.
    pub groups: Vec<(&'static str, Vec<Scored>)>,
    pub own: Points,
    pub upper: Option<Points>,
}

/// A criterion with its points.
pub(in crate::sample) struct Scored {
    pub criterion: Criterion,
    pub own: Points,
    pub upper: Option<Points>,
    /// Why points are missing.
    pub reason: Option<&'static str>,
}

const HEADER: Style = Style::PLAIN.bold().centred().wrapped().border(Border::Thin);
const BODY: Style = Style::PLAIN.wrapped().border(Border::Thin);
const LAST_COLUMN: u32 = 4;

/// The sheet as planned.
pub(in crate::sample) fn sheet(card: &Card, binding: Binding) -> Sheet {
    let name = match binding {
        Binding::ByCell => format!("T{}", card.period.month()),
        Binding::ByMonth => card.short_name.to_owned(),
    };
    let mut sheet = Sheet::new(name);
    sheet.gridlines = true;
    sheet.widths([6.0, 44.0, 10.0, 14.0, 14.0, 26.0]);
    heading(&mut sheet, card, binding);
    let row = match binding {
        Binding::ByCell => with_sums(&mut sheet, card),
        Binding::ByMonth => with_reasons(&mut sheet, card),
    };
    let bold = Style::PLAIN.bold().centred();
    sheet.put(row + 1, 1, "T/M CHI BỘ", bold);
    sheet.put(row + 2, 1, "BÍ THƯ", bold);
    if card.upper.is_some() {
        sheet.merge(Area::new(row + 1, 2, row + 1, LAST_COLUMN), "CẤP ỦY VIÊN CẤP TRÊN", bold);
    }
    sheet
}

/// The row of the column titles.
const HEADER_ROW: u32 = 6;

fn heading(sheet: &mut Sheet, card: &Card, binding: Binding) {
    let centred = Style::PLAIN.centred();
    let cell = format!("CHI BỘ {}", card.short_name.to_uppercase());
    sheet.merge(Area::new(0, 0, 0, 1), card.committee.letterhead(), centred);
    sheet.merge(Area::new(1, 0, 1, 1), cell, centred.bold());
    sheet.merge(Area::new(0, 2, 0, LAST_COLUMN), "ĐẢNG CỘNG SẢN VIỆT NAM", centred.bold());
    let dated = format!("Lai Châu, {}", spelling::in_words(card.dated));
    sheet.merge(Area::new(1, 2, 1, LAST_COLUMN), dated, centred.italic());
    let (month, year) = (card.period.month(), card.period.year());
    let [title, below] = match binding {
        Binding::ByCell => {
            ["PHIẾU ĐÁNH GIÁ".to_owned(), format!("Chất lượng sinh hoạt Chi bộ tháng {month} năm {year}")]
        }
        Binding::ByMonth => {
            ["PHIẾU CHẤM ĐIỂM CHẤT LƯỢNG SINH HOẠT CHI BỘ".to_owned(), format!("Tháng {month} năm {year}")]
        }
    };
    sheet.merge(Area::new(3, 0, 3, LAST_COLUMN), title, centred.bold().size(13));
    sheet.merge(Area::new(4, 0, 4, LAST_COLUMN), below, centred.bold());
}

/// Groups `1` with their sums, criteria `1.1` below them, explained by rows of bands; the row after.
fn with_sums(sheet: &mut Sheet, card: &Card) -> u32 {
    let titles = ["TT", "TIÊU CHÍ ĐÁNH GIÁ", "Thang điểm", "Chi ủy, Bí thư chi bộ chấm", "Cấp ủy viên cấp trên chấm"];
    row(sheet, HEADER_ROW, titles.map(Value::from), HEADER);
    let mut at = HEADER_ROW + 1;
    for (number, (title, lines)) in (1..).zip(&card.groups) {
        let [most, own, upper] = sums(lines).map(points);
        row(sheet, at, [number.to_string().into(), (*title).into(), most, own, upper], BODY.bold());
        at += 1;
        for (below, line) in (1..).zip(lines) {
            let [most, own, upper] = line.points().map(points);
            let ordinal = format!("{number}.{below}");
            row(sheet, at, [ordinal.into(), line.criterion.text.into(), most, own, upper], BODY);
            at += 1;
            if let Some(bands) = line.criterion.bands {
                sheet.put(at, 1, bands, BODY.italic());
                at += 1;
            }
        }
    }
    let [most, own, upper] = card.totals();
    row(sheet, at, [Value::Blank, "TỔNG ĐIỂM".into(), most, own, upper], HEADER);
    let [own, upper] = [Some(card.own), card.upper].map(|points| points.map(graded).into());
    row(sheet, at + 1, [Value::Blank, "Xếp loại".into(), Value::Blank, own, upper], HEADER);
    sheet.put(at + 2, 1, "Tốt (≥90), Khá (70-<90), TB (50-<70), Kém (<50)", Style::PLAIN.italic());
    at + 3
}

/// Groups `I` as headings only, criteria numbered anew under each, reasons beside the points; the row after.
fn with_reasons(sheet: &mut Sheet, card: &Card) -> u32 {
    let titles = ["STT", "Tiêu chí", "Điểm tối đa", "Chi bộ tự chấm", "Đảng ủy chấm", "Lý do trừ điểm"];
    row(sheet, HEADER_ROW, titles.map(Value::from), HEADER);
    let mut at = HEADER_ROW + 1;
    let numerals = ["I", "II", "III", "IV", "V", "VI", "VII"];
    for (numeral, (title, lines)) in numerals.iter().zip(&card.groups) {
        row(sheet, at, [(*numeral).into(), (*title).into()], BODY.bold());
        at += 1;
        for (number, line) in (1_i64..).zip(lines) {
            let [most, own, upper] = line.points().map(points);
            row(sheet, at, [number.into(), line.criterion.text.into(), most, own, upper, line.reason.into()], BODY);
            at += 1;
        }
    }
    let [most, own, upper] = card.totals();
    row(sheet, at, [Value::Blank, "Tổng điểm".into(), most, own, upper], HEADER);
    sheet.put(at + 1, 1, format!("Xếp loại: {}", graded(card.own)), Style::PLAIN.bold());
    at + 2
}

impl Card<'_> {
    /// Most, own and upper points of the sheet.
    fn totals(&self) -> [Value; 3] {
        [Some(FULL), Some(self.own), self.upper].map(points)
    }
}

impl Scored {
    /// Most, own and upper points of the line.
    fn points(&self) -> [Option<Points>; 3] {
        [Some(self.criterion.most), Some(self.own), self.upper]
    }
}

/// Most, own and upper points of a group; none where a line has none.
fn sums(lines: &[Scored]) -> [Option<Points>; 3] {
    let sum = |column: usize| {
        let of_column = lines.iter().map(|line| line.points().get(column).copied().flatten());
        of_column.map(|points| points.map(|it| it.0)).sum::<Option<u32>>().map(Points)
    };
    [sum(0), sum(1), sum(2)]
}

fn row<const N: usize>(sheet: &mut Sheet, at: u32, values: [Value; N], style: Style) {
    for (column, value) in (0..).zip(values) {
        sheet.put(at, column, value, style);
    }
}

fn points(points: Option<Points>) -> Value {
    points.map_or(Value::Blank, |points| Value::Number(points.value()))
}

fn graded(points: Points) -> &'static str {
    word(grade(points.value()))
}
