//! The register's sheets of what was decided in a year: `Sinh hoạt mẫu` and `Xếp loại`. Both may be missing.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::UnitId;
use super::load::{Columns, Placed, optional, wrong_value};
use crate::error::{Message, Problem};
use crate::intake::cells::{Sheet, SheetRow};
use crate::lake::schema::UnitRow;
use crate::lang::t;
use crate::terms::{Rating, SupportRole};
use crate::text::bare;

const MODEL_MEETINGS: &str = "Sinh hoạt mẫu";
const CLASSIFICATIONS: &str = "Xếp loại";
/// Years a run can be of.
const YEARS: RangeInclusive<i32> = 2000..=2099;

/// A cell's part in the model meetings of a year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ModelMeeting {
    /// Year.
    pub year: i32,
    /// The cell.
    pub cell_id: UnitId,
    /// Its part.
    pub role: SupportRole,
}

/// How an organisation was classified in a year, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Classification {
    /// Year.
    pub year: i32,
    /// The organisation.
    pub unit_id: UnitId,
    /// What it gave itself.
    pub own: Option<Rating>,
    /// What the committee above proposes.
    pub proposed: Option<Rating>,
}

impl Classification {
    /// The level that counts so far: what the committee above proposes, else its own.
    #[must_use]
    pub fn rating(&self) -> Option<Rating> {
        self.proposed.or(self.own)
    }
}

/// Everything decided year by year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Yearly {
    /// By year and cell.
    pub model_meetings: Vec<ModelMeeting>,
    /// By year and organisation.
    pub classifications: Vec<Classification>,
}

/// Reads and checks both sheets.
pub(super) fn read(file: &str, sheets: &[Sheet], units: &[Placed<UnitRow>], problems: &mut Vec<Problem>) -> Yearly {
    let codes = Codes::of(units);
    let titles = ["Năm", "Mã chi bộ", "Vai trò"];
    let model_meetings =
        rows(file, sheets, MODEL_MEETINGS, &titles, problems, |row, problems| model_meeting(row, &codes, problems));
    contradictions(file, MODEL_MEETINGS, &model_meetings, |it| (it.year, &it.cell_id), problems);
    let titles = ["Năm", "Mã", "Tự xếp", "Cấp trên đề nghị"];
    let classifications =
        rows(file, sheets, CLASSIFICATIONS, &titles, problems, |row, problems| classification(row, &codes, problems));
    contradictions(file, CLASSIFICATIONS, &classifications, |it| (it.year, &it.unit_id), problems);
    Yearly { model_meetings: sorted(model_meetings), classifications: sorted(classifications) }
}

/// Codes of the register as their own rows write them, and whether they are of a cell.
struct Codes {
    by_key: BTreeMap<String, (UnitId, bool)>,
}

impl Codes {
    fn of(units: &[Placed<UnitRow>]) -> Self {
        let mut by_key: BTreeMap<String, (UnitId, bool)> = BTreeMap::new();
        for Placed { row, .. } in units {
            let entry = by_key.entry(UnitId::key(row.unit_id.as_str())).or_insert_with(|| (row.unit_id.clone(), false));
            entry.1 |= row.tier.is_cell();
        }
        Self { by_key }
    }

    fn unit(&self, code: &str) -> Option<UnitId> {
        self.by_key.get(&UnitId::key(code)).map(|(id, _)| id.clone())
    }

    fn cell(&self, code: &str) -> Option<UnitId> {
        self.by_key.get(&UnitId::key(code)).filter(|(_, is_cell)| *is_cell).map(|(id, _)| id.clone())
    }
}

/// A row under its titles.
struct Row<'a> {
    columns: &'a Columns<'a>,
    row: &'a SheetRow,
}

impl Row<'_> {
    fn text(&self, title: &str) -> Option<String> {
        self.columns.text(self.row, title)
    }

    fn year(&self, problems: &mut Vec<Problem>) -> Option<i32> {
        let year = |written: &str| written.parse().ok().filter(|year| YEARS.contains(year));
        self.word("Năm", &format!("{}–{}", YEARS.start(), YEARS.end()), year, problems)
    }

    /// A word of a closed list; what is none of it is a problem.
    fn word<T>(
        &self,
        title: &str,
        known: &str,
        of: impl Fn(&str) -> Option<T>,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        let written = self.text(title)?;
        let word = of(&written);
        if word.is_none() {
            self.report(wrong_value(title, &written, known), problems);
        }
        word
    }

    fn report(&self, message: Message, problems: &mut Vec<Problem>) {
        problems.push(self.columns.problem(self.row, message));
    }
}

/// The rows of a sheet that may be missing; without a title nothing in it can be understood.
fn rows<T>(
    file: &str,
    sheets: &[Sheet],
    name: &str,
    titles: &[&str],
    problems: &mut Vec<Problem>,
    read: impl Fn(&Row<'_>, &mut Vec<Problem>) -> Option<T>,
) -> Vec<Placed<T>> {
    let Some(sheet) = optional(sheets, name) else { return Vec::new() };
    let columns = Columns::of(file, sheet);
    let before = problems.len();
    columns.require(titles, problems);
    if problems.len() > before {
        return Vec::new();
    }
    let placed = |row: &SheetRow| {
        let read = read(&Row { columns: &columns, row }, problems)?;
        Some(Placed { line: i64::from(row.index) + 1, row: read })
    };
    columns.rows().filter_map(placed).collect()
}

fn model_meeting(row: &Row<'_>, codes: &Codes, problems: &mut Vec<Problem>) -> Option<ModelMeeting> {
    if ["Năm", "Mã chi bộ", "Vai trò"].iter().any(|title| row.text(title).is_none()) {
        let message = Message::of(|lang| t!(lang, "year-cell-or-role-missing"));
        row.report(message, problems);
    }
    let year = row.year(problems);
    let cell = row.text("Mã chi bộ").and_then(|code| {
        let cell = codes.cell(&code);
        if cell.is_none() {
            let message = Message::of(|lang| t!(lang, "cell-not-in-register", code));
            row.report(message, problems);
        }
        cell
    });
    let role = row.word("Vai trò", "chủ trì, được hỗ trợ", role, problems);
    Some(ModelMeeting { year: year?, cell_id: cell?, role: role? })
}

/// A row without a level is left over or not filled in yet; taken for a level not known, it would hide either.
fn classification(row: &Row<'_>, codes: &Codes, problems: &mut Vec<Problem>) -> Option<Classification> {
    if ["Năm", "Mã"].iter().any(|title| row.text(title).is_none()) {
        row.report(Message::of(|lang| t!(lang, "year-or-code-is-missing")), problems);
    }
    let year = row.year(problems);
    let unit = row.text("Mã").and_then(|code| {
        let unit = codes.unit(&code);
        if unit.is_none() {
            let message = Message::of(|lang| t!(lang, "organisation-not-in-register", code));
            row.report(message, problems);
        }
        unit
    });
    let known = "HTXSNV, HTTNV, HTNV, KHTNV";
    let own = row.word("Tự xếp", known, rating, problems);
    let proposed = row.word("Cấp trên đề nghị", known, rating, problems);
    // A row without a level is one of a list that is still being filled in.
    (own.is_some() || proposed.is_some()).then_some(())?;
    Some(Classification { year: year?, unit_id: unit?, own, proposed })
}

fn role(written: &str) -> Option<SupportRole> {
    match bare(written).as_str() {
        "chu tri" => Some(SupportRole::Host),
        "duoc ho tro" => Some(SupportRole::Supported),
        _ => None,
    }
}

/// A level by its abbreviation or written out, with or without its last word.
fn rating(written: &str) -> Option<Rating> {
    let words = bare(written);
    match words.strip_suffix(" nhiem vu").unwrap_or(&words) {
        "htxsnv" | "hoan thanh xuat sac" => Some(Rating::Outstanding),
        "httnv" | "hoan thanh tot" => Some(Rating::Good),
        "htnv" | "hoan thanh" => Some(Rating::Completed),
        "khtnv" | "khong hoan thanh" => Some(Rating::NotCompleted),
        _ => None,
    }
}

/// Two rows of one year and organisation that do not say the same.
fn contradictions<T: PartialEq>(
    file: &str,
    sheet: &str,
    rows: &[Placed<T>],
    about: impl Fn(&T) -> (i32, &UnitId),
    problems: &mut Vec<Problem>,
) {
    let mut seen: BTreeMap<(i32, &UnitId), &Placed<T>> = BTreeMap::new();
    for placed in rows {
        let earlier = *seen.entry(about(&placed.row)).or_insert(placed);
        if earlier.row != placed.row {
            let (year, id) = about(&placed.row);
            let message = Message::of(|lang| t!(lang, "year-contradicts", line = earlier.line, id, year));
            problems.push(Problem::new(&format!("{file} [{sheet}]"), Some(placed.line), message));
        }
    }
}

fn sorted<T: Ord>(rows: Vec<Placed<T>>) -> Vec<T> {
    let mut rows: Vec<T> = rows.into_iter().map(|placed| placed.row).collect();
    rows.sort();
    rows.dedup();
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_known_by_its_abbreviation_or_written_out() {
        for (written, level) in [
            ("HTXSNV", Rating::Outstanding),
            ("Hoàn thành xuất sắc nhiệm vụ", Rating::Outstanding),
            ("httnv", Rating::Good),
            ("HOÀN THÀNH TỐT", Rating::Good),
            ("Hoàn thành nhiệm vụ", Rating::Completed),
            ("KHTNV", Rating::NotCompleted),
            ("Không hoàn thành nhiệm vụ", Rating::NotCompleted),
        ] {
            assert_eq!(rating(written), Some(level), "{written}");
        }
        for unknown in ["Tốt", "HT", "nhiệm vụ", "hoàn thành xuất sắc nhiệm vụ được giao"] {
            assert_eq!(rating(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn what_the_committee_above_proposes_goes_before_what_the_cell_gave_itself() {
        let of = |own, proposed| Classification { year: 2024, unit_id: UnitId::new("A"), own, proposed }.rating();
        assert_eq!(of(Some(Rating::Outstanding), Some(Rating::Good)), Some(Rating::Good));
        assert_eq!(of(Some(Rating::Outstanding), None), Some(Rating::Outstanding));
    }

    #[test]
    fn parts_in_a_model_meeting_are_two() {
        assert_eq!(role("Chủ trì"), Some(SupportRole::Host));
        assert_eq!(role("được  HỖ TRỢ"), Some(SupportRole::Supported));
        assert_eq!(role("dự"), None);
    }
}
