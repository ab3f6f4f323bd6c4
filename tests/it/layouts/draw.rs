//! A layout → the sheets of a workbook, and what must be read from them.

use std::collections::BTreeMap;

use chibo::finding::Code;
use chrono::NaiveDate;

use super::chance::{Lane, Seed};
use super::fault::{Fate, Fault};
use super::header::{self, Drawn, Heading};
use super::layout::{GroupRow, Layout, Letterhead, MonthPlace, Parts, Totals};
use super::page::Page;
use super::row::{Row, draw_row};
use super::spelling::{Spelling, Written, whole};
use super::truth::{Stated, YEAR};
use super::words::{CELLS, Column, FOOTNOTES, SUPERIOR, TITLES, UNIT, UNIT_NAME};

/// What must be said of a row.
#[derive(Debug, Clone)]
pub struct Planted {
    pub fault: Fault,
    /// The column where it must be said; `None` for anywhere in the row.
    pub column: Option<u16>,
}

/// A row that names a cell, and what must become of it.
#[derive(Debug, Clone)]
pub struct ExpectedRow {
    pub sheet: String,
    /// Row from 1.
    pub row: u32,
    pub cell: &'static str,
    pub month: u32,
    /// `None` where nothing says whether the cell met.
    pub stated: Option<Stated>,
    pub planted: Option<Planted>,
}

/// A wrong total: its sheet, row from 1 and column.
#[derive(Debug, Clone)]
pub struct WrongTotal {
    pub sheet: String,
    pub row: u32,
    pub column: u16,
}

/// A workbook with all that must be read from it.
#[derive(Debug, Default)]
pub struct Submission {
    pub file: String,
    pub pages: Vec<Page>,
    pub rows: Vec<ExpectedRow>,
    pub totals: Vec<WrongTotal>,
    /// The day of the report, by sheet, where one is given.
    pub report_dates: BTreeMap<String, NaiveDate>,
}

impl Submission {
    /// The workbook of a layout.
    pub fn draw(layout: &Layout, seed: Seed) -> Self {
        let mut submission = Self { file: file_name(layout), ..Self::default() };
        let headings = header::headings(layout, seed);
        let sheets: Vec<&[u32]> = match layout.parts {
            Parts::Blocks => vec![&layout.months],
            Parts::Sheets => layout.months.chunks(1).collect(),
        };
        for months in sheets {
            let page = Page { name: sheet_name(layout, months[0]), ..Page::default() };
            let mut painter =
                Painter { layout, seed, headings: &headings, page, row: layout.top, into: &mut submission };
            painter.sheet(months);
            let page = painter.page.encoded(layout.encoding);
            submission.pages.push(page);
        }
        submission
    }
}

fn file_name(layout: &Layout) -> String {
    let month = layout.months[0];
    let folder = if layout.letterhead == Letterhead::Folder { format!("{UNIT}/") } else { String::new() };
    let dated = if layout.month_place == MonthPlace::Folder { format!("{YEAR}-{month:02}/") } else { String::new() };
    let unit = if layout.letterhead == Letterhead::FileName { UNIT_NAME } else { "BC sinh hoạt chi bộ" };
    let month = if layout.month_place == MonthPlace::FileName { format!(" T{month}-{YEAR}") } else { String::new() };
    format!("{folder}{dated}{unit}{month}.xlsx")
}

fn sheet_name(layout: &Layout, month: u32) -> String {
    if layout.month_place == MonthPlace::SheetName {
        format!("T{month}-{YEAR}")
    } else if layout.months.len() > 1 && layout.parts == Parts::Sheets {
        format!("Biểu {}", ["A", "B", "C"][(month - layout.months[0]) as usize])
    } else {
        "Biểu".to_owned()
    }
}

struct Painter<'a> {
    layout: &'a Layout,
    seed: Seed,
    headings: &'a [Heading],
    page: Page,
    row: u32,
    into: &'a mut Submission,
}

/// A column's sum, as far as its cells are written as numbers.
type Sums = Vec<(Column, i64)>;

impl Painter<'_> {
    fn sheet(&mut self, months: &[u32]) {
        let span = self.width();
        self.letterhead(months[0], span);
        self.title(months[0], span);
        for (nth, month) in months.iter().enumerate() {
            if nth > 0 {
                self.row += 1;
                let mut chance = self.seed.lane(Lane::Around(*month));
                let line = chance.pick(&["Tháng {m} năm {y}", "THÁNG {m}/{y}", "Tháng {m}"]);
                self.line(span.0, &with_month(line, *month));
            }
            let drawn = header::draw(self.layout, self.headings, &mut self.page, self.row);
            self.row = drawn.below;
            self.table(*month, &drawn);
        }
        self.closing(span);
        if self.layout.hidden {
            let mut chance = self.seed.lane(Lane::Around(0));
            self.page.hidden_rows.insert(u32::try_from(chance.between(0, i64::from(self.row))).unwrap());
            self.page
                .hidden_columns
                .insert(u16::try_from(chance.between(i64::from(span.0), i64::from(span.1))).unwrap());
        }
    }

    /// First and last column of the table.
    fn width(&self) -> (u16, u16) {
        header::draw(self.layout, self.headings, &mut Page::default(), 0).span()
    }

    fn line(&mut self, column: u16, text: &str) {
        self.page.put(self.row, column, Written::text(text));
        self.row += 1;
    }

    fn letterhead(&mut self, month: u32, (left, right): (u16, u16)) {
        match self.layout.letterhead {
            Letterhead::Folder | Letterhead::FileName => {}
            Letterhead::Line => self.line(left, &UNIT_NAME.to_uppercase()),
            Letterhead::TwoColumns => {
                let middle = left + (right - left) / 2 + 1;
                let mut chance = self.seed.lane(Lane::Around(month));
                let day = NaiveDate::from_ymd_opt(YEAR, month + 1, 4).unwrap();
                let date = if chance.percent(70) {
                    self.into.report_dates.insert(self.page.name.clone(), day);
                    format!("Sùng Phài, ngày 04 tháng {:02} năm {YEAR}", month + 1)
                } else {
                    format!("Sùng Phài, ngày      tháng {:02} năm {YEAR}", month + 1)
                };
                let unit = UNIT_NAME.to_uppercase();
                let lines = [
                    (SUPERIOR.to_uppercase(), "ĐẢNG CỘNG SẢN VIỆT NAM".to_owned()),
                    (unit, String::new()),
                    ("*".to_owned(), date),
                ];
                for (one, other) in lines {
                    if self.layout.header.merged {
                        self.page.merge(self.row, left, self.row, middle - 1);
                    }
                    if !other.is_empty() {
                        self.page.put(self.row, middle, Written::text(other));
                    }
                    self.line(left, &one);
                }
            }
        }
    }

    fn title(&mut self, month: u32, (left, right): (u16, u16)) {
        let mut chance = self.seed.lane(Lane::Around(20));
        let title = chance.pick(&TITLES);
        let named = chance.pick(&[" THÁNG {m} NĂM {y}", " tháng {m}/{y}", " THÁNG {m}/{y}"]);
        let below = chance.pick(&["Tháng {m} NĂM {y}", "(Tháng {m}/{y})", "Tháng {m} năm {y}"]);
        let title = match self.layout.month_place {
            MonthPlace::Title => title.to_owned() + &with_month(named, month),
            _ => title.to_owned(),
        };
        if self.layout.header.merged {
            self.page.merge(self.row, left, self.row, right);
        }
        self.line(left, &title);
        if self.layout.month_place == MonthPlace::LineBelowTitle {
            self.line(left + 1, &with_month(below, month));
        }
        self.row += u32::from(chance.percent(50));
    }

    /// The rows of a month, in groups, with totals.
    fn table(&mut self, month: u32, drawn: &Drawn) {
        let layout = self.layout;
        let mut chance = self.seed.lane(Lane::Around(40 + month));
        let grouped = layout.group_rows != GroupRow::None || layout.totals == Totals::EachGroup;
        let split =
            if grouped || layout.has(Column::Side) { layout.cells.len().div_ceil(2) } else { layout.cells.len() };
        let twice = matches!(layout.fault, Some((_, Fault::RowTwice)));
        let mut all: Sums = Vec::new();
        for (number, cells) in layout.cells.chunks(split).enumerate() {
            self.group_row(number, cells, drawn);
            let first = self.row;
            let mut sums: Sums = Vec::new();
            for (nth, cell) in cells.iter().enumerate() {
                let position = number * split + nth;
                self.data(month, position, *cell, drawn, &mut sums);
                if layout.blank_rows && chance.percent(20) {
                    self.row += 1;
                }
            }
            self.side_label(first, CELLS[cells[0]].kind, drawn);
            if layout.totals == Totals::EachGroup && !twice && layout.cells.len() > split {
                let label = chance.pick(&["Cộng", "Cộng khối", "Cộng nhóm", "Tổng số"]);
                self.total(label, &sums, drawn, None);
            }
            for (column, sum) in sums {
                add(&mut all, column, sum);
            }
        }
        if layout.totals != Totals::None && !twice {
            let label = chance.pick(&["Tổng cộng", "TỔNG CỘNG", "Tổng số", "Cộng", "Tổng cộng:"]);
            let wrong = match layout.fault {
                Some((_, Fault::WrongTotal(column))) if month == layout.months[0] => Some(column),
                _ => None,
            };
            self.total(label, &all, drawn, wrong);
        }
    }

    fn data(&mut self, month: u32, position: usize, cell: usize, drawn: &Drawn, sums: &mut Sums) {
        let layout = self.layout;
        let fault = layout.fault.filter(|(row, _)| *row == position && month == layout.months[0]).map(|(_, it)| it);
        let fault = fault.filter(|it| !matches!(it, Fault::WrongTotal(_)));
        let copies = if fault == Some(Fault::RowTwice) { 2 } else { 1 };
        for copy in 0..copies {
            let row = draw_row(layout, self.seed, month, cell, fault, copy);
            for (column, at) in &drawn.columns {
                let written = match column {
                    Column::Ordinal => Written::Number(whole(i64::try_from(position).unwrap() + 1)),
                    Column::Side => Written::Blank,
                    other => row.written.get(other).cloned().unwrap_or(Written::Blank),
                };
                self.page.put(self.row, *at, written);
            }
            for (column, number) in &row.added {
                add(sums, *column, *number);
            }
            self.expect(month, cell, row, fault, drawn);
            self.row += 1;
        }
    }

    fn expect(&mut self, month: u32, cell: usize, row: Row, fault: Option<Fault>, drawn: &Drawn) {
        let silent: Vec<Column> = fault.and_then(Fault::column).into_iter().collect();
        let column = fault.and_then(Fault::column).and_then(|column| drawn.place(column));
        self.into.rows.push(ExpectedRow {
            sheet: self.page.name.clone(),
            row: self.row + 1,
            cell: CELLS[cell].id,
            month,
            stated: row.stated.completed(&self.layout.columns, &silent),
            planted: fault.map(|fault| Planted { fault, column }),
        });
    }

    fn group_row(&mut self, number: usize, cells: &[usize], drawn: &Drawn) {
        let numeral = ["I", "II", "III"][number.min(2)];
        let kind = CELLS[cells[0]].kind;
        let label = ["Các chi bộ {}", "Khối {}"][number % 2].replace("{}", kind);
        let name = drawn.place(Column::Name).unwrap();
        let ordinal = drawn.place(Column::Ordinal).unwrap_or(name);
        match self.layout.group_rows {
            GroupRow::None => return,
            GroupRow::Roman if ordinal != name => {
                self.page.put(self.row, ordinal, Written::text(numeral));
                self.page.put(self.row, name, Written::text(label));
            }
            GroupRow::Roman | GroupRow::InName => {
                self.page.put(self.row, name, Written::text(format!("{numeral}. {label}")));
            }
            GroupRow::Across => {
                let (left, right) = drawn.span();
                self.page.merge(self.row, left, self.row, right);
                self.page.put(self.row, left, Written::text(format!("{numeral}. {label}")));
            }
            GroupRow::NumeralOnly => self.page.put(self.row, ordinal, Written::text(numeral)),
        }
        self.row += 1;
    }

    fn side_label(&mut self, first: u32, kind: &str, drawn: &Drawn) {
        if let Some(column) = drawn.place(Column::Side) {
            self.page.put(first, column, Written::text(format!("Khối {kind}")));
            self.page.merge(first, column, self.row - 1, column);
        }
    }

    fn total(&mut self, label: &str, sums: &Sums, drawn: &Drawn, wrong: Option<Column>) {
        let name = drawn.place(Column::Name).unwrap();
        let ordinal = drawn.place(Column::Ordinal).filter(|ordinal| ordinal + 1 == name);
        let mut chance = self.seed.lane(Lane::Around(60));
        let at = ordinal.filter(|_| chance.percent(50)).unwrap_or(name);
        self.page.put(self.row, at, Written::text(label));
        self.page.merge(self.row, at, self.row, name);
        for (column, sum) in sums {
            let Some(place) = drawn.place(*column) else { continue };
            let sum = sum + if wrong == Some(*column) { 2 } else { 0 };
            let written = match self.layout.spelling {
                Spelling::Odd if chance.percent(30) => Written::Calculated(sum.to_string()),
                _ => Written::Number(whole(sum)),
            };
            self.page.put(self.row, place, written);
        }
        if let Some(place) = wrong.and_then(|column| drawn.place(column)) {
            self.into.totals.push(WrongTotal { sheet: self.page.name.clone(), row: self.row + 1, column: place });
        }
        self.row += 1;
    }

    fn closing(&mut self, (left, right): (u16, u16)) {
        let mut chance = self.seed.lane(Lane::Around(80));
        if self.layout.notes {
            self.row += u32::from(chance.percent(40));
            let note = chance.pick(&FOOTNOTES);
            self.line(left, note);
            if note == "Ghi chú:" {
                self.line(left, "- Chi bộ tổ dân phố có 02 đảng viên chuyển đến, 01 đảng viên từ trần");
            }
        }
        if self.layout.signature {
            self.row += 1;
            self.page.put(self.row, left + 1, Written::text("NGƯỜI LẬP BIỂU"));
            self.page.put(self.row, right.max(left + 2), Written::text("T/M ĐẢNG ỦY"));
            self.page.put(self.row + 1, right.max(left + 2), Written::text("BÍ THƯ"));
            self.page.put(self.row + 4, left + 1, Written::text("Lò Văn Một"));
            self.page.put(self.row + 4, right.max(left + 2), Written::text("Tẩn Thị Hai"));
            self.row += 5;
        }
    }
}

fn with_month(line: &str, month: u32) -> String {
    line.replace("{m}", &month.to_string()).replace("{y}", &YEAR.to_string())
}

fn add(sums: &mut Sums, column: Column, number: i64) {
    match sums.iter_mut().find(|(other, _)| *other == column) {
        Some((_, sum)) => *sum += number,
        None => sums.push((column, number)),
    }
}

impl Planted {
    pub fn codes(&self) -> &'static [Code] {
        self.fault.codes()
    }

    pub fn fate(&self) -> Fate {
        self.fault.fate()
    }
}
