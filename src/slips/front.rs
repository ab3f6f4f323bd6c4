//! The first sheet of a slip: whose file it is, what to mend in it and where, and under which name to send it again.

use std::collections::BTreeMap;

use super::words::Remark;
use crate::intake::aside;
use crate::report::measure;
use crate::report::numbers::tally;
use crate::report::plan::{Area, Sheet, Value};
use crate::report::style::{Border, Colour, Horizontal, Style, Vertical};

/// Its name.
pub const NAME: &str = "Cần sửa";

/// What the head of a slip says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Path of the file in the inbox.
    pub file: String,
    /// Name of the unit that sent it.
    pub unit: Option<String>,
    /// Months it reports on, as `10/2024`.
    pub months: Vec<String>,
    /// Under which name to send it again.
    pub next_name: String,
}

const GRID: [f64; 5] = [6.0, 20.0, 9.0, 52.0, 66.0];
const LAST: u32 = 4;
const ROW: f64 = 18.0;
/// A cause with more places than this names only the first ones; every place is marked on its sheet.
const PLACES: usize = 500;

/// Fills a sheet from top to bottom.
struct Page<'a> {
    sheet: Sheet,
    row: u32,
    /// Names of copied sheets, by the sender's names.
    copied: &'a BTreeMap<String, String>,
}

/// The first sheet.
#[must_use]
pub fn sheet(head: &Head, remarks: &[Remark], copied: &BTreeMap<String, String>) -> Sheet {
    let mut page = Page { sheet: Sheet::new(NAME), row: 0, copied };
    page.sheet.widths(GRID);
    page.sheet.page.margins = [12.0, 10.0, 15.0, 12.0];
    page.sheet.page.page_word = Some("Trang".to_owned());
    page.sheet.tab = Some(Colour::Accent);
    page.head(head, remarks);
    let (errors, warnings): (Vec<&Remark>, Vec<&Remark>) = remarks.iter().partition(|remark| remark.is_error());
    page.table("CẦN SỬA", &errors, Colour::RedMark);
    if !warnings.is_empty() {
        page.row += 1;
        page.table("NÊN XEM LẠI", &warnings, Colour::AmberMark);
    }
    page.sheet
}

impl Page<'_> {
    fn head(&mut self, head: &Head, remarks: &[Remark]) {
        let small = Style::PLAIN.italic().size(9).colour(Colour::DarkGrey);
        self.line(&format!("Phiếu trả; trang này {}.", aside::MARK), small);
        let title = Style::PLAIN.bold().size(14).colour(Colour::Accent).centred();
        self.sheet.merge(Area::new(self.row, 0, self.row, LAST), "PHIẾU TRẢ BIỂU ĐỂ SỬA", title);
        self.sheet.height(self.row, 26.0);
        self.row += 1;
        let months = if head.months.is_empty() { "chưa rõ".to_owned() } else { head.months.join(", ") };
        let errors = tally(remarks.iter().filter(|remark| remark.is_error()));
        let warnings = tally(remarks) - errors;
        for (label, value) in [
            ("Tệp:", head.file.clone()),
            ("Đơn vị gửi:", head.unit.clone().unwrap_or_else(|| "chưa xác định được".to_owned())),
            ("Tháng:", months),
            ("Kết quả đọc:", format!("{errors} chỗ cần sửa, {warnings} chỗ nên xem lại")),
        ] {
            self.labelled(label, &value);
        }
        let ask = format!(
            "Đề nghị đơn vị sửa tệp này theo danh sách dưới đây và gửi lại với tên: {}. Dòng có lỗi chưa được tính vào kết quả.",
            head.next_name
        );
        self.line(&ask, Style::PLAIN.bold().size(12));
        if !self.copied.is_empty() {
            self.line(
                "Các trang sau giữ nguyên vị trí từng ô của tệp đã gửi. Ô cần sửa: viền đậm, nền hồng; ô nên xem lại: viền đứt, nền vàng; đưa chuột vào ô để đọc ghi chú. Ô nền xám: nội dung không in lại (ghi chú, thông tin cá nhân, cột ngoài biểu mẫu); bản gốc của đơn vị vẫn giữ nguyên.",
                Style::PLAIN.italic(),
            );
        }
        self.row += 1;
    }

    fn line(&mut self, text: &str, style: Style) {
        let style = style.wrapped().horizontal(Horizontal::Left).vertical(Vertical::Top);
        self.sheet.merge(Area::new(self.row, 0, self.row, LAST), text, style);
        self.sheet.height(self.row, measure::height(text, measure::pixels(GRID), style).max(ROW));
        self.row += 1;
    }

    fn labelled(&mut self, label: &str, value: &str) {
        let style = Style::PLAIN.wrapped().horizontal(Horizontal::Left);
        self.sheet.merge(Area::new(self.row, 0, self.row, 1), label, style.bold());
        self.sheet.merge(Area::new(self.row, 2, self.row, LAST), value, style);
        let room = measure::pixels(GRID.into_iter().skip(2));
        self.sheet.height(self.row, measure::height(value, room, style).max(ROW));
        self.row += 1;
    }

    /// Remarks by cause, every place of each.
    fn table(&mut self, title: &str, remarks: &[&Remark], fill: Colour) {
        self.sheet.put(self.row, 0, title, Style::PLAIN.bold().size(12).colour(Colour::Accent));
        self.sheet.height(self.row, 20.0);
        self.row += 1;
        let style = Style::PLAIN.bold().fill(Colour::Accent).colour(Colour::White).border(Border::Thin).centred();
        for (column, text) in (0..).zip(["STT", "Trang tính", "Ô", "Nội dung phát hiện", "Cách sửa"]) {
            self.sheet.put(self.row, column, text, style);
        }
        self.sheet.height(self.row, 20.0);
        self.row += 1;
        let mut number = 0;
        for (meaning, places) in by_cause(remarks) {
            self.cause(&format!("{meaning}: {} chỗ", places.len()), fill);
            for remark in places.iter().take(PLACES) {
                number += 1;
                self.place(number, remark);
            }
            if places.len() > PLACES {
                let rest = format!("… và {} chỗ nữa; các ô đều được đánh dấu trong trang.", places.len() - PLACES);
                self.line(&rest, Style::PLAIN.italic());
            }
        }
    }

    fn cause(&mut self, text: &str, fill: Colour) {
        let area = Area::new(self.row, 0, self.row, LAST);
        self.sheet.merge(area, text, Style::PLAIN.bold().fill(fill).border(Border::Thin).indented(1));
        self.sheet.height(self.row, 20.0);
        self.row += 1;
    }

    fn place(&mut self, number: i64, remark: &Remark) {
        let style = Style::PLAIN.border(Border::Thin);
        let text = style.wrapped().indented(1);
        let sheet = remark.sheet.as_deref().unwrap_or("(cả tệp)");
        self.sheet.put(self.row, 0, number, style.centred());
        self.sheet.put(self.row, 1, sheet, text);
        let copied = remark.sheet.as_ref().and_then(|sheet| self.copied.get(sheet));
        let cell = match (copied, remark.at) {
            (Some(sheet), Some(at)) => {
                Value::Link { text: at.to_string(), sheet: sheet.clone(), row: at.row, column: at.column }
            }
            (_, at) => at.map(|at| at.to_string()).into(),
        };
        let link = if matches!(cell, Value::Link { .. }) { style.bold().colour(Colour::Blue) } else { style };
        self.sheet.put(self.row, 2, cell, link.centred());
        let mend = match &remark.expected {
            Some(expected) => format!("{} Yêu cầu: {expected}", remark.mend),
            None => remark.mend.clone(),
        };
        self.sheet.put(self.row, 3, remark.found.as_str(), text);
        self.sheet.put(self.row, 4, mend.as_str(), text);
        let height = [(sheet, 1), (remark.found.as_str(), 3), (mend.as_str(), 4)].map(|(written, column)| {
            let width = GRID.get(column).copied().unwrap_or(10.0);
            measure::height(written, measure::pixels([width]), text)
        });
        self.sheet.height(self.row, height.into_iter().fold(ROW, f64::max));
        self.row += 1;
    }
}

/// Remarks by what they say, in the order in which each cause is first met.
fn by_cause<'a>(remarks: &[&'a Remark]) -> Vec<(String, Vec<&'a Remark>)> {
    let mut causes: Vec<(String, Vec<&'a Remark>)> = Vec::new();
    for remark in remarks {
        let meaning = remark.code.meaning(crate::lang::Lang::Vi);
        match causes.iter_mut().find(|(other, _)| *other == meaning) {
            Some((_, places)) => places.push(remark),
            None => causes.push((meaning, vec![remark])),
        }
    }
    causes
}
