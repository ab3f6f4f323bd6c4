//! `danh-muc.xlsx` → register. Every broken row is named; a broken register stops the run.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;

use super::decisions::{Decision, Decisions};
use super::{Register, UnitId, check, yearly};
use crate::error::{Message, Problem, Result, RunError};
use crate::finding::Code;
use crate::intake::cells::{Content, Sheet, SheetRow};
use crate::intake::days;
use crate::intake::values::{self, Reading};
use crate::intake::workbook;
use crate::lake::schema::{AssignmentRow, UnitRow};
use crate::lang::t;
use crate::manifest::sha256;
use crate::rules::Rules;
use crate::rules::forms::Dash;
use crate::terms::VisitLevel;
use crate::text::{bare, tidy};

/// A row of the register with where it stands.
pub(super) struct Placed<T> {
    /// Sheet row, from 1.
    pub line: i64,
    /// The row.
    pub row: T,
}

const UNITS: &str = "Tổ chức";
const ASSIGNMENTS: &str = "Phân công";
const DECISIONS: &str = "Quyết định";
/// What stands for a follower whose text is no role of `pipelines/roles.toml`.
pub const OTHER_ROLE: &str = "(chức danh khác)";

impl Register {
    /// Reads and checks the register.
    ///
    /// # Errors
    /// The file cannot be read, or the register is broken: every broken row.
    pub fn load(path: &Path, rules: &Rules) -> Result<Self> {
        let file =
            path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        let bytes = std::fs::read(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound | std::io::ErrorKind::IsADirectory => missing(path),
            _ => RunError::Disk { path: path.to_owned(), source: error },
        })?;
        let sheets = workbook::open(&bytes, rules.settings.limits())
            .map_err(|unreadable| not_a_register(&file, unreadable.code))?
            .sheets;
        let mut problems = Vec::new();
        let mut units = find(&file, &sheets, UNITS, &mut problems)
            .map_or_else(Vec::new, |sheet| read_units(&file, sheet, rules, &mut problems));
        let mut assignments = find(&file, &sheets, ASSIGNMENTS, &mut problems)
            .map_or_else(Vec::new, |sheet| read_assignments(&file, sheet, rules, &mut problems));
        let decisions =
            optional(&sheets, DECISIONS).map_or_else(Vec::new, |sheet| read_decisions(&file, sheet, &mut problems));
        same_spelling(&mut units, &mut assignments);
        let yearly = yearly::read(&file, &sheets, &units, &mut problems);
        if units.is_empty() && problems.is_empty() {
            problems.push(no_rows(&file));
        }
        check::units(&format!("{file} [{UNITS}]"), &units, &mut problems);
        check::assignments(&format!("{file} [{ASSIGNMENTS}]"), &assignments, &units, &mut problems);
        check::rubrics(&rules.rubrics, &units, &mut problems);
        check::decisions(&format!("{file} [{DECISIONS}]"), &decisions, &mut problems);
        if !problems.is_empty() {
            return Err(RunError::Configuration(problems));
        }
        let decisions = Decisions::new(plain(decisions));
        Ok(Self { yearly, ..Self::new(plain(units), plain(assignments), decisions, sha256(&bytes)) })
    }
}

/// Dots and spaces in codes do not matter, so every mention of a code is written as its own row writes it.
fn same_spelling(units: &mut [Placed<UnitRow>], assignments: &mut [Placed<AssignmentRow>]) {
    let codes: BTreeMap<String, UnitId> =
        units.iter().map(|placed| (UnitId::key(placed.row.unit_id.as_str()), placed.row.unit_id.clone())).collect();
    let respell = |id: &mut UnitId| {
        if let Some(code) = codes.get(&UnitId::key(id.as_str())) {
            *id = code.clone();
        }
    };
    for placed in units.iter_mut() {
        placed.row.parent_id.iter_mut().chain(&mut placed.row.successor_id).for_each(respell);
    }
    for placed in assignments {
        respell(&mut placed.row.cell_id);
    }
}

fn no_rows(file: &str) -> Problem {
    let message = Message::of(|lang| t!(lang, "register-sheet-empty", sheet = UNITS));
    Problem::new(file, None, message)
}

fn plain<T>(rows: Vec<Placed<T>>) -> Vec<T> {
    rows.into_iter().map(|placed| placed.row).collect()
}

fn missing(path: &Path) -> RunError {
    let shown = path.display();
    RunError::Usage(Message::of(|lang| t!(lang, "register-not-found", shown)))
}

fn not_a_register(file: &str, code: Code) -> RunError {
    let message = Message::of(|lang| format!("{}. {}", code.meaning(lang), code.hint(lang, "…", "…")));
    RunError::Configuration(vec![Problem::new(file, None, message)])
}

fn no_sheet(file: &str, name: &str) -> Problem {
    let message = Message::of(|lang| t!(lang, "register-sheet-missing", name));
    Problem::new(file, None, message)
}

/// A sheet the register may do without.
pub(super) fn optional<'a>(sheets: &'a [Sheet], name: &str) -> Option<&'a Sheet> {
    sheets.iter().find(|sheet| bare(&sheet.name) == bare(name))
}

fn find<'a>(file: &str, sheets: &'a [Sheet], name: &str, problems: &mut Vec<Problem>) -> Option<&'a Sheet> {
    let sheet = optional(sheets, name);
    if sheet.is_none() {
        problems.push(no_sheet(file, name));
    }
    sheet
}

/// A number as a code: whole ones without exponent, others as they are.
#[must_use]
pub fn code_of(number: f64) -> String {
    if number.fract() == 0.0 { format!("{number:.0}") } else { number.to_string() }
}

/// The columns of a register sheet, by title.
pub(super) struct Columns<'a> {
    file: String,
    sheet: &'a Sheet,
    header: Option<&'a SheetRow>,
}

impl<'a> Columns<'a> {
    pub(super) fn of(file: &str, sheet: &'a Sheet) -> Self {
        Self { file: format!("{file} [{}]", sheet.name), sheet, header: sheet.rows.first() }
    }

    fn position(&self, title: &str) -> Option<u32> {
        self.header?.texts().find(|(_, text)| bare(text) == bare(title)).map(|(column, _)| column)
    }

    pub(super) fn require(&self, titles: &[&str], problems: &mut Vec<Problem>) {
        for title in titles {
            if self.position(title).is_none() {
                let message = Message::of(|lang| t!(lang, "register-column-missing", title));
                problems.push(Problem::new(&self.file, None, message));
            }
        }
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &'a SheetRow> {
        self.sheet.rows.iter().skip(1)
    }

    fn cell<'r>(&self, row: &'r SheetRow, title: &str) -> &'r Content {
        self.position(title).map_or(&Content::Blank, |column| row.get(column))
    }

    pub(super) fn text(&self, row: &SheetRow, title: &str) -> Option<String> {
        let written = match self.cell(row, title) {
            // A long code typed as a number must not come out with an exponent.
            Content::Number(number) => code_of(*number),
            other => tidy(&other.written()),
        };
        (!written.is_empty()).then_some(written)
    }

    fn id(&self, row: &SheetRow, title: &str) -> Option<UnitId> {
        self.text(row, title).map(|code| UnitId::new(&code))
    }

    fn mark(&self, row: &SheetRow, title: &str, problems: &mut Vec<Problem>) -> bool {
        let content = self.cell(row, title);
        let reading = values::mark(content);
        if matches!(reading, Reading::Unreadable) {
            problems.push(self.problem(row, wrong_value(title, &content.written(), "x")));
        }
        reading.value().unwrap_or(false)
    }

    fn date(&self, row: &SheetRow, title: &str, problems: &mut Vec<Problem>) -> Option<NaiveDate> {
        let content = self.cell(row, title);
        match days::date(content) {
            Reading::Plain(day) | Reading::Repaired(day) => Some(day),
            Reading::Blank => None,
            Reading::Unreadable => {
                problems.push(self.problem(row, wrong_value(title, &content.written(), "dd/mm/yyyy")));
                None
            }
        }
    }

    pub(super) fn problem(&self, row: &SheetRow, message: Message) -> Problem {
        Problem::new(&self.file, Some(i64::from(row.index) + 1), message)
    }
}

pub(super) fn wrong_value(title: &str, written: &str, expected: &str) -> Message {
    Message::of(|lang| t!(lang, "register-value-unexpected", title, written, expected))
}

fn read_units(file: &str, sheet: &Sheet, rules: &Rules, problems: &mut Vec<Problem>) -> Vec<Placed<UnitRow>> {
    let columns = Columns::of(file, sheet);
    columns.require(&["Mã", "Tên", "Cấp", "Mã cấp trên"], problems);
    columns.rows().filter_map(|row| read_unit(&columns, row, rules, problems)).collect()
}

fn read_unit(
    columns: &Columns<'_>,
    row: &SheetRow,
    rules: &Rules,
    problems: &mut Vec<Problem>,
) -> Option<Placed<UnitRow>> {
    let line = i64::from(row.index) + 1;
    let (Some(unit_id), Some(name)) = (columns.id(row, "Mã"), columns.text(row, "Tên")) else {
        problems.push(columns.problem(row, Message::of(|lang| t!(lang, "code-or-name-is-missing"))));
        return None;
    };
    let written_tier = columns.text(row, "Cấp").unwrap_or_default();
    let Some(tier) = rules.types.tier(&written_tier) else {
        let known = "cấp trên, đảng ủy cơ sở, chi bộ cơ sở, chi bộ trực thuộc (pipelines/types.toml)";
        problems.push(columns.problem(row, wrong_value("Cấp", &written_tier, known)));
        return None;
    };
    let written_type = columns.text(row, "Loại hình");
    let cell_type = written_type.as_deref().map(|written| rules.types.cell_type(written).ok_or(written));
    if let Some(Err(written)) = cell_type {
        let known: Vec<&str> = rules.types.type_names().collect();
        problems.push(columns.problem(row, wrong_value("Loại hình", written, &known.join(", "))));
    }
    let cell_type = cell_type.and_then(std::result::Result::ok);
    let min_duration_min = count(columns, row, "Thời lượng tối thiểu", 1..=600, problems);
    Some(Placed {
        line,
        row: UnitRow {
            unit_id,
            name,
            tier,
            parent_id: columns.id(row, "Mã cấp trên"),
            cell_type: cell_type.map(|(name, _)| name.to_owned()),
            peer_group: cell_type.map(|(_, peer)| peer.to_owned()),
            valid_from: columns.date(row, "Từ ngày", problems),
            valid_to: columns.date(row, "Đến ngày", problems),
            hardship: columns.mark(row, "Khó khăn", problems),
            aliases: columns.text(row, "Tên khác"),
            successor_id: columns.id(row, "Kế thừa"),
            needs_no_follower: columns.mark(row, "Bí thư là cấp ủy viên cấp trên", problems),
            concurrent_secretary: columns.mark(row, "Bí thư kiêm nhiệm", problems),
            has_committee: columns.mark(row, "Có chi ủy", problems),
            min_duration_min,
        },
    })
}

fn count(
    columns: &Columns<'_>,
    row: &SheetRow,
    title: &str,
    allowed: std::ops::RangeInclusive<i64>,
    problems: &mut Vec<Problem>,
) -> Option<i64> {
    let content = columns.cell(row, title);
    match values::count(content, Dash::Blank) {
        Reading::Blank => None,
        Reading::Plain(values::Count::Number(number)) | Reading::Repaired(values::Count::Number(number))
            if allowed.contains(&number) =>
        {
            Some(number)
        }
        _ => {
            let expected = format!("{}–{}", allowed.start(), allowed.end());
            problems.push(columns.problem(row, wrong_value(title, &content.written(), &expected)));
            None
        }
    }
}

fn read_assignments(
    file: &str,
    sheet: &Sheet,
    rules: &Rules,
    problems: &mut Vec<Problem>,
) -> Vec<Placed<AssignmentRow>> {
    let columns = Columns::of(file, sheet);
    columns.require(&["Mã chi bộ", "Người dự"], problems);
    let mut rows = Vec::new();
    for row in columns.rows() {
        let (Some(cell_id), Some(role)) = (columns.id(row, "Mã chi bộ"), columns.text(row, "Người dự")) else {
            let message = Message::of(|lang| t!(lang, "cell-or-follower-missing"));
            problems.push(columns.problem(row, message));
            continue;
        };
        // Only roles the rules know are kept: any other text may be a person's name.
        let role = rules.roles.role(&role).map_or(OTHER_ROLE, |(role, _)| role);
        rows.push(Placed {
            line: i64::from(row.index) + 1,
            row: AssignmentRow {
                cell_id,
                role: role.to_owned(),
                visit_level: level(&columns, row, problems),
                valid_from: columns.date(row, "Từ ngày", problems),
                valid_to: columns.date(row, "Đến ngày", problems),
                visits_per_quarter: count(&columns, row, "Số buổi/quý", 1..=3, problems).unwrap_or(3),
            },
        });
    }
    rows
}

fn read_decisions(file: &str, sheet: &Sheet, problems: &mut Vec<Problem>) -> Vec<Placed<Decision>> {
    let columns = Columns::of(file, sheet);
    columns.require(&["Giá trị đúng"], problems);
    let mut rows = Vec::new();
    for row in columns.rows() {
        let (about, written) = (columns.text(row, "Tệp"), columns.text(row, "Nội dung"));
        let Some(value) = columns.text(row, "Giá trị đúng").filter(|_| about.is_some() || written.is_some())
        else {
            let message = Message::of(|lang| t!(lang, "decision-incomplete"));
            problems.push(columns.problem(row, message));
            continue;
        };
        let taken_on = columns.date(row, "Ngày", problems);
        let line = i64::from(row.index) + 1;
        rows.push(Placed { line, row: Decision { file: about, written, value, taken_on } });
    }
    rows
}

/// `Cấp dự` in the register's words.
fn level(columns: &Columns<'_>, row: &SheetRow, problems: &mut Vec<Problem>) -> Option<VisitLevel> {
    let written = columns.text(row, "Cấp dự")?;
    let level = visit_level(&written);
    if level.is_none() {
        let known = "cấp trên, đảng ủy cơ sở, đơn vị giúp đỡ";
        problems.push(columns.problem(row, wrong_value("Cấp dự", &written, known)));
    }
    level
}

/// The level a word stands for, in register and sheets alike.
#[must_use]
pub fn visit_level(written: &str) -> Option<VisitLevel> {
    match bare(written).as_str() {
        "cap tren" => Some(VisitLevel::Upper),
        "dang ui co so" | "dang uy co so" => Some(VisitLevel::Committee),
        "don vi giup do" => Some(VisitLevel::Assisting),
        _ => None,
    }
}
