//! Whose sheet it is, of which month, dated when, and which revision: from title, sheet, file and folder names.

use chrono::NaiveDate;

use super::cells::{Content, Sheet, SheetRow};
use super::days;
use super::names::keys;
use super::recognise::Block;
use crate::lake::schema::UnitRow;
use crate::period::Period;
use crate::register::{Register, UnitId, is_valid};
use crate::rules::names::NameRules;
use crate::terms::MeetingKind;
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
        // «ngày 05 tháng 02 năm 2024», «ngày … tháng 02 năm 2024» and «05/02/2024» are days, not the month reported on.
        if word(at, "ngay") {
            let day = usize::from(number(at + 1).is_some());
            if day == 1 || word(at + 1, "thang") {
                at += 1;
                while at < words.len() && (number(at).is_some() || word(at, "thang") || word(at, "nam")) {
                    at += 1;
                }
                continue;
            }
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
        // «2020-2025» is a term of office, no year.
        if year(at).is_some() && year(at + 1).is_some() {
            at += 2;
            continue;
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
    /// The year, from the first place that names one.
    pub year: Option<i32>,
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
    // The month of the first text that names one; its year from there or, as for a sheet «T3» in a file «năm 2024»,
    // from the first text that names a year.
    let named = hints.iter().find_map(|(hint, _)| hint.year);
    let first = hints.iter().map(|(hint, _)| hint).find(|hint| hint.month.is_some());
    let year = first.and_then(|first| first.year).or(named);
    let Some(period) = first.and_then(|first| MonthHint { month: first.month, year }.period()) else {
        return FoundPeriod { period: None, year: named, conflict: None };
    };
    let conflict = hints.iter().find_map(|(hint, written)| {
        let other = MonthHint { month: hint.month, year: hint.year.or(Some(period.year())) }.period()?;
        (other != period).then(|| (other, (*written).to_owned()))
    });
    FoundPeriod { period: Some(period), year: named, conflict }
}

/// The date of the report: the first line, of those above the table and then of those below it, that ends in
/// `ngày … tháng … năm …`.
#[must_use]
pub fn report_date<'t>(mut lines: impl Iterator<Item = &'t str>) -> Option<NaiveDate> {
    lines.find_map(day_in)
}

/// The day of a letterhead line such as `Lai Châu, ngày 04 tháng 02 năm 2024`.
#[must_use]
pub fn day_in(written: &str) -> Option<NaiveDate> {
    let words = text::words(written, Marks::Removed);
    let start = words.windows(3).position(|window| {
        matches!(window, [ngay, day, thang] if ngay == "ngay" && thang == "thang" && day.parse::<u32>().is_ok())
    })?;
    let rest: Vec<String> = words.iter().skip(start + 1).cloned().collect();
    // A date inside a sentence is that of some other document.
    if rest.len() > 5 { None } else { days::date_in_text(&rest.join(" ")) }
}

/// Revision of a file or sheet by its name: `lần 3` is 3, `sửa`, `bổ sung`, `v2` are 1, nothing is 0.
#[must_use]
pub fn revision_of_name(name: &str) -> i64 {
    let numbered = numbered_time(name);
    numbered.unwrap_or(0).max(i64::from(is_marked(name)))
}

/// Revision by a line above the table. A number of times counts only beside a word of correcting, for a congress or
/// a session may be «lần 13» too.
#[must_use]
pub fn revision_of_title(line: &str) -> i64 {
    if is_marked(line) { numbered_time(line).unwrap_or(1) } else { 0 }
}

/// `lần 2`, `lần thứ 2`.
fn numbered_time(written: &str) -> Option<i64> {
    let words = text::words(written, Marks::Removed);
    let times = words.windows(3).filter_map(|window| match window {
        [lan, thu, number] if lan == "lan" && thu == "thu" => number.parse::<i64>().ok(),
        [lan, number, _] | [_, lan, number] if lan == "lan" => number.parse::<i64>().ok(),
        _ => None,
    });
    let short = match words.as_slice() {
        [lan, number] if lan == "lan" => number.parse::<i64>().ok(),
        _ => None,
    };
    times.chain(short).filter(|number| (1..100).contains(number)).max()
}

/// Words of correcting, with their diacritics: `bộ Sùng Phài` is not `bổ sung`. Names of files are often without.
fn is_marked(written: &str) -> bool {
    let kept = text::words(written, Marks::Kept);
    let pair = |one: &str, other: &str| {
        let (one, other) = (text::fold(one), text::fold(other));
        kept.windows(2).any(|window| matches!(window, [a, b] if *a == one && *b == other))
    };
    let word = |wanted: &str| kept.contains(&text::fold(wanted));
    let version = kept.windows(2).any(|window| {
        matches!(window, [v, number] if v == "v" && number.parse::<i64>().is_ok_and(|number| (2..100).contains(&number)))
    });
    version || word("sửa") || word("sua") || pair("bổ", "sung") || pair("điều", "chỉnh") || pair("đính", "chính")
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
    /// Each with its code, as codes are compared, and the words of its names.
    entries: Vec<(&'r UnitRow, String, Vec<Vec<String>>)>,
}

impl<'r> UnitNames<'r> {
    /// Every unit of the register that is not a cell.
    #[must_use]
    pub fn of(register: &'r Register, rules: &NameRules) -> Self {
        let committees = register.units().iter().filter(|unit| !unit.tier.is_cell());
        Self {
            register,
            entries: committees.map(|unit| (unit, UnitId::key(unit.unit_id.as_str()), keys(unit, rules))).collect(),
        }
    }

    /// The unit named by letterhead or title, else by file name, else by folders (deepest first).
    #[must_use]
    pub fn sender(&self, preamble: &[&str], file: &str, period: Option<Period>, rules: &NameRules) -> FoundUnit<'r> {
        let by_sheet = self.deepest(preamble.iter().filter_map(|line| self.named(line, period, rules)), period);
        let mut parts: Vec<&str> = file.split('/').collect();
        let name = parts.pop().unwrap_or_default();
        let by_folder = parts.iter().rev().find_map(|part| self.named(part, period, rules));
        let unit = by_sheet
            .or_else(|| self.cell_itself(preamble, period, rules))
            .or_else(|| self.named(name, period, rules))
            .or(by_folder);
        let conflict = by_folder.filter(|folder| by_sheet.is_some_and(|sheet| !self.related(sheet, folder, period)));
        FoundUnit { unit, conflict }
    }

    fn named(&self, written: &str, period: Option<Period>, rules: &NameRules) -> Option<&'r UnitRow> {
        let code = UnitId::key(written);
        let key = rules.key(written);
        let mut found: Option<(usize, &'r UnitRow)> = None;
        for (unit, own, keys) in &self.entries {
            let by_code = !code.is_empty() && *own == code;
            let longest = keys.iter().filter(|words| super::header::contains(&key, words)).map(Vec::len).max();
            let weight = if by_code { usize::MAX } else { longest.unwrap_or(0) };
            if weight > 0 && is_valid(unit, period) && found.is_none_or(|(other, _)| weight > other) {
                found = Some((weight, unit));
            }
        }
        found.map(|(_, unit)| unit)
    }

    /// A cell that sends a sheet of its own, where a line is the name of one cell and no more.
    fn cell_itself(&self, preamble: &[&str], period: Option<Period>, rules: &NameRules) -> Option<&'r UnitRow> {
        preamble.iter().find_map(|line| {
            let key = rules.key(line);
            let named =
                |unit: &&UnitRow| unit.tier.is_cell() && is_valid(unit, period) && keys(unit, rules).contains(&key);
            let mut cells = self.register.units().iter().filter(named);
            let cell = cells.next()?;
            cells.all(|other| other.unit_id == cell.unit_id).then_some(cell)
        })
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

/// The texts of the rows between two rows, top to bottom.
#[must_use]
pub fn texts_between(sheet: &Sheet, from: u32, to: u32) -> Vec<&str> {
    let rows = sheet.rows.iter().filter(|row| row.index >= from && row.index < to);
    rows.flat_map(SheetRow::texts).map(|(_, text)| text).collect()
}

/// Which meeting a score sheet is of: the thematic one if its title says so and does not speak of the monthly one.
#[must_use]
pub fn meeting_kind(titles: &[&str]) -> MeetingKind {
    let says = |phrases: &[&str]| {
        titles.iter().any(|line| {
            let words = text::bare(line);
            phrases.iter().any(|phrase| words.contains(phrase))
        })
    };
    let thematic = says(&["sinh hoat chuyen de", "sh chuyen de"]) && !says(&["thuong ky", "thuong ki", "hang thang"]);
    if thematic { MeetingKind::Thematic } else { MeetingKind::Regular }
}

/// The lines right above a further header, nearest first: rows of one or two texts, before any row of a table.
#[must_use]
pub fn lines_above(sheet: &Sheet, from: u32, to: u32) -> Vec<&str> {
    let rows = sheet.rows.iter().rev().filter(|row| row.index >= from && row.index < to);
    let is_line = |row: &&SheetRow| {
        row.cells.len() <= 2 && row.cells.iter().all(|(_, content)| matches!(content, Content::Text(_)))
    };
    rows.take_while(is_line).flat_map(SheetRow::texts).map(|(_, text)| text).collect()
}

/// The lines of a sheet's end, below every table: rows of texts only, last first. A row that fills the columns of the
/// last table is one of its rows, whatever it holds.
#[must_use]
pub fn closing_lines<'s>(sheet: &'s Sheet, last: &Block<'_>) -> Vec<&'s str> {
    let rows = sheet.rows.iter().rev().filter(|row| row.index > last.header_last);
    let filled =
        |row: &SheetRow| row.texts().filter(|(column, _)| last.columns.iter().any(|it| it.column == *column)).count();
    let rows = rows.take_while(|row| filled(row) < last.form.fields_needed);
    let is_text = |row: &&SheetRow| row.cells.iter().all(|(_, content)| matches!(content, Content::Text(_)));
    rows.take_while(is_text).flat_map(SheetRow::texts).map(|(_, text)| text).collect()
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
        for (name, number) in [
            ("BC T2-2024 (sửa lần 2).xlsx", 2),
            ("BC T2 lần 3", 3),
            ("BC T2 lần thứ 2", 2),
            ("BC T2 (bổ sung)", 1),
            ("BC T2 v2", 1),
            ("BC T2 sua", 1),
            ("BC T2", 0),
            ("Đảng bộ Sùng Phài T2", 0),
        ] {
            assert_eq!(revision_of_name(name), number, "{name}");
        }
        assert_eq!(revision_of_title("Nghị quyết Đại hội lần thứ 13"), 0);
        assert_eq!(revision_of_title("Báo cáo tháng 2 năm 2024 (sửa lần 2)"), 2);
    }

    #[test]
    fn a_letterhead_with_an_open_day_is_no_title() {
        let lines = ["Lai Châu, ngày      tháng 02 năm 2024", "KẾT QUẢ SINH HOẠT THÁNG 1 NĂM 2024"];
        assert_eq!(period(lines.into_iter()).period, "2024-01".parse().ok());
        assert_eq!(report_date(["Kèm theo Công văn số 12 ngày 03 tháng 01 năm 2024 của Đảng ủy"].into_iter()), None);
    }

    #[test]
    fn a_title_without_a_year_still_wins_over_a_folder() {
        let found = period(["KẾT QUẢ SINH HOẠT CHI BỘ THÁNG 9", "Biểu", "BC", "2024-10"].into_iter());
        assert_eq!(found.period, "2024-09".parse().ok());
        assert_eq!(found.conflict.map(|(other, _)| other), "2024-10".parse().ok());
        let sheet = period(["THÁNG 3", "T3", "Báo cáo tháng 12 năm 2024"].into_iter());
        assert_eq!(sheet.period, "2024-03".parse().ok());
    }
}
