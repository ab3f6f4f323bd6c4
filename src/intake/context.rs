//! Whose sheet it is, of which month, dated when, and which revision: from title, sheet, file and folder names.

use chrono::NaiveDate;

use super::cells::{Sheet, SheetRow};
use super::names::keys;
use super::values;
use crate::lake::schema::UnitRow;
use crate::period::Period;
use crate::register::{Register, UnitId, is_valid};
use crate::rules::names::NameRules;
use crate::text::{self, Marks};

/// A month and year as far as a text names them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MonthHint {
    /// 1 to 12.
    pub month: Option<u32>,
    /// Calendar year.
    pub year: Option<i32>,
}

impl MonthHint {
    /// The month, if both are named.
    #[must_use]
    pub fn period(self) -> Option<Period> {
        Period::new(self.year?, self.month?)
    }
}

/// The month a text names: `Tháng 10 năm 2024`, `T10/2024`, `10/2024`, `2024-10`; full dates are passed over.
#[must_use]
pub fn month_in(written: &str) -> MonthHint {
    let words = text::words(written, Marks::Removed);
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<u32>().ok());
    let month = |at: usize| number(at).filter(|it| (1..=12).contains(it));
    let year = |at: usize| {
        let four_digits = words.get(at).is_some_and(|word| word.len() == 4);
        number(at).filter(|it| four_digits && (2000..2100).contains(it)).and_then(|it| i32::try_from(it).ok())
    };
    let word = |at: usize, wanted: &str| words.get(at).is_some_and(|word| word == wanted);
    let mut hint = MonthHint::default();
    let mut at = 0;
    while at < words.len() {
        // «ngày 05 tháng 02 năm 2024» and «05/02/2024» are days, not the month reported on.
        if word(at, "ngay") && number(at + 1).is_some() {
            at += 1;
            while at < words.len() && (number(at).is_some() || word(at, "thang") || word(at, "nam")) {
                at += 1;
            }
            continue;
        }
        if number(at).is_some() && month(at + 1).is_some() && year(at + 2).is_some() {
            at += 3;
            continue;
        }
        // In «LC.07 2024-03» the number before the year belongs to a code.
        let year_first = month(at + 2).is_some();
        if let (Some(named), Some(of), false) = (month(at), year(at + 1), year_first) {
            return MonthHint { month: Some(named), year: Some(of) };
        }
        if let (Some(of), Some(named)) = (year(at), month(at + 1)) {
            return MonthHint { month: Some(named), year: Some(of) };
        }
        if word(at, "thang") || word(at, "t") {
            hint.month = hint.month.or(month(at + 1));
            if let (Some(_), true, Some(of)) = (month(at + 1), word(at + 2, "nam"), year(at + 3)) {
                return MonthHint { month: month(at + 1), year: Some(of) };
            }
        }
        hint.year = hint.year.or(year(at));
        at += 1;
    }
    hint
}

/// The month of a sheet, and another month named elsewhere, if any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundPeriod {
    /// The month, from the first place that names one.
    pub period: Option<Period>,
    /// A month another place names, and that place's text.
    pub conflict: Option<(Period, String)>,
}

/// The month named by the first of several texts, in order of authority: titles, sheet, file, folders.
#[must_use]
pub fn period<'t>(texts: impl Iterator<Item = &'t str>) -> FoundPeriod {
    let mut hints: Vec<(MonthHint, &str)> = Vec::new();
    for written in texts {
        let hint = month_in(written);
        if hint != MonthHint::default() {
            hints.push((hint, written));
        }
    }
    let full = hints.iter().find_map(|(hint, written)| Some((hint.period()?, *written)));
    if let Some((period, _)) = full {
        let other = hints.iter().find_map(|(hint, written)| {
            let other = hint.period().filter(|other| *other != period)?;
            Some((other, (*written).to_owned()))
        });
        return FoundPeriod { period: Some(period), conflict: other };
    }
    // A sheet named «T3» in a file named «năm 2024».
    let month = hints.iter().find_map(|(hint, _)| hint.month);
    let year = hints.iter().find_map(|(hint, _)| hint.year);
    FoundPeriod { period: MonthHint { month, year }.period(), conflict: None }
}

/// The date of the report: the first `ngày … tháng … năm …` of some rows.
#[must_use]
pub fn report_date<'s>(rows: impl Iterator<Item = &'s SheetRow>) -> Option<NaiveDate> {
    for row in rows {
        for (_, written) in row.texts() {
            if let Some(day) = day_in(written) {
                return Some(day);
            }
        }
    }
    None
}

/// The day of a letterhead line such as `Lai Châu, ngày 04 tháng 02 năm 2024`.
#[must_use]
pub fn day_in(written: &str) -> Option<NaiveDate> {
    let words = text::words(written, Marks::Removed);
    let start = words.windows(3).position(|window| {
        matches!(window, [ngay, day, thang] if ngay == "ngay" && thang == "thang" && day.parse::<u32>().is_ok())
    })?;
    let rest: Vec<String> = words.iter().skip(start + 1).take(5).cloned().collect();
    values::date_in_text(&rest.join(" "))
}

/// Revision: `lần 3` is 3, `sửa`, `bổ sung`, `v2` are 1, nothing is 0.
#[must_use]
pub fn revision<'t>(texts: impl Iterator<Item = &'t str>) -> i64 {
    texts.map(revision_in).max().unwrap_or(0)
}

fn revision_in(written: &str) -> i64 {
    let words = text::words(written, Marks::Removed);
    let mut revision = 0;
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).and_then(|word| word.parse::<i64>().ok());
        let marked = match (word.as_str(), next) {
            ("lan", Some(number)) if number < 100 => number,
            ("v", Some(number)) if (2..100).contains(&number) => 1,
            ("sua" | "bosung" | "dinhchinh", _) => 1,
            ("bo", _) if words.get(at + 1).is_some_and(|next| next == "sung") => 1,
            ("dinh" | "dieu", _) if words.get(at + 1).is_some_and(|next| next == "chinh") => 1,
            _ => 0,
        };
        revision = revision.max(marked);
    }
    revision
}

/// The unit that sent a sheet, and another unit named by the folder, if any.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundUnit<'r> {
    /// The unit.
    pub unit: Option<&'r UnitRow>,
    /// A unit only the folder names.
    pub conflict: Option<&'r UnitRow>,
}

/// The units that send sheets, by the words of their names.
#[derive(Debug)]
pub struct UnitNames<'r> {
    register: &'r Register,
    entries: Vec<(&'r UnitRow, Vec<Vec<String>>)>,
}

impl<'r> UnitNames<'r> {
    /// Every unit of the register that is not a cell.
    #[must_use]
    pub fn of(register: &'r Register, rules: &NameRules) -> Self {
        let committees = register.units().iter().filter(|unit| !unit.tier.is_cell());
        Self { register, entries: committees.map(|unit| (unit, keys(unit, rules))).collect() }
    }

    /// The unit named by letterhead or title, else by file name, else by folders (deepest first).
    #[must_use]
    pub fn sender(&self, preamble: &[&str], file: &str, period: Option<Period>, rules: &NameRules) -> FoundUnit<'r> {
        let by_sheet = self.deepest(preamble.iter().filter_map(|line| self.named(line, period, rules)), period);
        let mut parts: Vec<&str> = file.split('/').collect();
        let name = parts.pop().unwrap_or_default();
        let by_folder = parts.iter().rev().find_map(|part| self.named(part, period, rules));
        let unit = by_sheet.or_else(|| self.named(name, period, rules)).or(by_folder);
        let conflict = by_folder.filter(|folder| by_sheet.is_some_and(|sheet| !self.related(sheet, folder, period)));
        FoundUnit { unit, conflict }
    }

    fn named(&self, written: &str, period: Option<Period>, rules: &NameRules) -> Option<&'r UnitRow> {
        let code = UnitId::key(written);
        let key = rules.key(written);
        let mut found: Option<(usize, &'r UnitRow)> = None;
        for (unit, keys) in &self.entries {
            let by_code = !code.is_empty() && UnitId::key(unit.unit_id.as_str()) == code;
            let longest = keys.iter().filter(|words| super::header::contains(&key, words)).map(Vec::len).max();
            let weight = if by_code { usize::MAX } else { longest.unwrap_or(0) };
            if weight > 0 && is_valid(unit, period) && found.is_none_or(|(other, _)| weight > other) {
                found = Some((weight, unit));
            }
        }
        found.map(|(_, unit)| unit)
    }

    /// A letterhead names the superior above the sender: the one furthest down counts.
    fn deepest(&self, units: impl Iterator<Item = &'r UnitRow>, period: Option<Period>) -> Option<&'r UnitRow> {
        let depth = |unit: &UnitRow| self.register.superiors(unit, period).len();
        let mut best: Option<&'r UnitRow> = None;
        for unit in units {
            if best.is_none_or(|other| depth(unit) > depth(other)) {
                best = Some(unit);
            }
        }
        best
    }

    fn related(&self, one: &UnitRow, other: &UnitRow, period: Option<Period>) -> bool {
        let above = |low: &UnitRow, high: &UnitRow| {
            self.register.superiors(low, period).iter().any(|unit| unit.unit_id == high.unit_id)
        };
        one.unit_id == other.unit_id || above(one, other) || above(other, one)
    }
}

/// The texts of the rows before a row, top to bottom.
#[must_use]
pub fn texts_between(sheet: &Sheet, from: u32, to: u32) -> Vec<&str> {
    let rows = sheet.rows.iter().filter(|row| row.index >= from && row.index < to);
    rows.flat_map(SheetRow::texts).map(|(_, text)| text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_named_in_many_ways() {
        for written in [
            "BÁO CÁO KẾT QUẢ SINH HOẠT CHI BỘ THÁNG 10 NĂM 2024",
            "Tháng 10 NĂM 2024",
            "Tổng hợp sinh hoạt chi bộ T10/2024",
            "10_2024_sinh hoat chi bo.xlsx",
            "BC SHCB tháng 10.2024.xlsx",
            "Biểu tổng hợp T10-2024 (sửa lần 2).xlsx",
            "2024-10 chi bộ cơ sở.xlsx",
            "tháng 10/2024",
            "LC.07 2024-10.xlsx",
        ] {
            assert_eq!(month_in(written).period(), "2024-10".parse().ok(), "{written}");
        }
    }

    #[test]
    fn a_day_is_not_the_month_reported_on() {
        for written in ["Lai Châu, ngày 05 tháng 02 năm 2024", "ngày 05/02/2024", "05.02.2024", "Theo dõi năm 2024"]
        {
            assert_eq!(month_in(written).period(), None, "{written}");
        }
        let day = NaiveDate::from_ymd_opt(2024, 2, 5);
        assert_eq!(day_in("Lai Châu, ngày 05 tháng 02 năm 2024"), day);
        assert_eq!(day_in("ngày 5 tháng 2 năm 2024"), day);
        assert_eq!(day_in("Tháng 2 năm 2024"), None);
    }

    #[test]
    fn the_title_wins_and_a_conflict_is_kept() {
        let found = period(["Tháng 3 năm 2024", "T3", "BC tháng 4.2024.xlsx"].into_iter());
        assert_eq!(found.period, "2024-03".parse().ok());
        assert_eq!(found.conflict.map(|(other, _)| other), "2024-04".parse().ok());
        assert_eq!(period(["T7", "Theo dõi sinh hoạt năm 2024.xlsx"].into_iter()).period, "2024-07".parse().ok());
    }

    #[test]
    fn revisions_are_counted() {
        for (written, number) in [
            ("BC T2-2024 (sửa lần 2).xlsx", 2),
            ("BC T2 lần 3", 3),
            ("BC T2 (bổ sung)", 1),
            ("BC T2 v2", 1),
            ("BC T2 sửa", 1),
            ("BC T2", 0),
            ("Sùng Phài T2", 0),
        ] {
            assert_eq!(revision_in(written), number, "{written}");
        }
    }
}
