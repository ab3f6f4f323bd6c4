//! Where a working folder stands: who has reported, what is late, what is open, what to do next. Nothing is written.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use chrono::Datelike;

use crate::cause::{self, Group};
use crate::finding::{Code, Finding};
use crate::intake::submission::FileReading;
use crate::lake::build::Lake;
use crate::lang::{Lang, t};
use crate::order::vietnamese;
use crate::period::{Period, Window};
use crate::register::{Register, UnitId};
use crate::report::wording;
use crate::terms::{Severity, SubmissionStatus};
use crate::text::tidy;

/// How a unit that sends sheets stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitStatus {
    /// Its code.
    pub unit_id: UnitId,
    /// Its name.
    pub name: String,
    /// Months in which it has cells.
    pub months: usize,
    /// Months in which every cell is reported.
    pub complete: usize,
    /// Months in which some or all cells are missing, with how many.
    pub missing: Vec<(Period, usize)>,
    /// Months first reported after the deadline.
    pub late: Vec<Period>,
    /// Errors and warnings in its sheets.
    pub findings: [usize; 2],
}

/// A row for the register's sheet `Quyết định`, its value open where only a person can tell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Proposal {
    /// File, where the decision holds for it alone.
    pub file: String,
    /// Content as written.
    pub written: String,
    /// What it was taken for; empty = to be filled in.
    pub value: String,
    /// Why it is asked.
    pub reason: String,
}

/// Where a working folder stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Status<'a> {
    /// Months looked at.
    pub window: Window,
    /// Units that send sheets, in the order of their names.
    pub units: Vec<UnitStatus>,
    /// Errors and warnings by cause.
    pub open: Vec<Group<'a>>,
    /// What an analyst may decide once.
    pub proposals: Vec<Proposal>,
}

/// The status of a folder whose files were read, over a window or else over the months its sheets speak of.
#[must_use]
pub fn of<'a>(
    register: &Register,
    readings: &'a [FileReading],
    lake: &Lake,
    deadline_day: u32,
    window: Option<Window>,
) -> Option<Status<'a>> {
    let months: BTreeSet<Period> = lake.meetings.iter().map(|meeting| meeting.period).collect();
    let seen = months.first().zip(months.last()).and_then(|(first, last)| Window::new(*first, *last));
    let window = window.or(seen)?;
    let again =
        |file: &str| lake.submissions.iter().any(|row| row.file == file && row.status == SubmissionStatus::Duplicate);
    let once = readings.iter().filter(|reading| !again(&reading.file));
    let findings: Vec<&Finding> = once.flat_map(FileReading::findings).collect();
    let grave: Vec<&Finding> = findings.into_iter().filter(|finding| finding.severity() != Severity::Info).collect();
    let proposals: BTreeSet<Proposal> = grave.iter().filter_map(|finding| proposal(finding)).collect();
    Some(Status {
        window,
        units: units(register, lake, deadline_day, window),
        open: cause::grouped(&grave),
        proposals: proposals.into_iter().collect(),
    })
}

fn units(register: &Register, lake: &Lake, deadline_day: u32, window: Window) -> Vec<UnitStatus> {
    let reported: BTreeSet<(&UnitId, Period)> =
        lake.meetings.iter().map(|meeting| (&meeting.cell_id, meeting.period)).collect();
    let first: BTreeMap<(&UnitId, Period), _> =
        lake.first_reports.iter().map(|report| ((&report.cell_id, report.period), report.report_date)).collect();
    let cells = register.units().iter().filter(|unit| unit.tier.is_cell());
    let senders: BTreeSet<&UnitId> = cells.filter_map(|cell| cell.parent_id.as_ref()).collect();
    let mut units = Vec::new();
    for sender in senders {
        let Some(unit) = register.unit(sender, None) else { continue };
        let mut status = UnitStatus {
            unit_id: sender.clone(),
            name: unit.name.clone(),
            months: 0,
            complete: 0,
            missing: Vec::new(),
            late: Vec::new(),
            findings: findings_of(lake, sender),
        };
        for period in window.months() {
            let cells: BTreeSet<&UnitId> = register
                .children(sender, Some(period))
                .filter(|unit| unit.tier.is_cell())
                .map(|unit| &unit.unit_id)
                .collect();
            if cells.is_empty() {
                continue;
            }
            status.months += 1;
            let missing = cells.iter().filter(|cell| !reported.contains(&(**cell, period))).count();
            if missing > 0 {
                status.missing.push((period, missing));
            } else {
                status.complete += 1;
            }
            let deadline = period.next().first_day().with_day(deadline_day);
            let is_late = |id: &&UnitId| first.get(&(*id, period)).is_some_and(|day| Some(*day) > deadline);
            if cells.iter().any(is_late) {
                status.late.push(period);
            }
        }
        units.push(status);
    }
    units.sort_by(|one, other| vietnamese(&one.name, &other.name).then(one.unit_id.cmp(&other.unit_id)));
    units
}

/// Errors and warnings in the sheets of a unit.
fn findings_of(lake: &Lake, unit: &UnitId) -> [usize; 2] {
    let sheets: BTreeSet<(&str, &str)> = lake
        .submissions
        .iter()
        .filter(|submission| submission.unit_id.as_ref() == Some(unit))
        .map(|submission| (submission.file.as_str(), submission.sheet.as_str()))
        .collect();
    [Severity::Error, Severity::Warning].map(|severity| {
        let own = |sheet: Option<&str>, file: &str| sheets.contains(&(file, sheet.unwrap_or_default()));
        lake.findings.iter().filter(|it| it.severity == severity && own(it.sheet.as_deref(), &it.file)).count()
    })
}

/// What an analyst may decide of a finding, if a decision can settle it.
fn proposal(finding: &Finding) -> Option<Proposal> {
    let file = finding.place.file.to_string();
    let cell = finding.place.cell.map(|cell| cell.to_string()).unwrap_or_default();
    let expected = finding.value.clone().unwrap_or_default();
    let written = finding.raw.clone();
    let place = format!("{file} {cell}").trim_end().to_owned();
    let row =
        |file: String, written: String, value: String, reason: String| Some(Proposal { file, written, value, reason });
    match finding.code {
        Code::CellFuzzy => {
            let value = finding.cell_id.as_ref().map(ToString::to_string).unwrap_or_default();
            row(String::new(), written?, value, format!("tên gần đúng, {place}"))
        }
        Code::CellUnknown | Code::CellAmbiguous => {
            row(String::new(), written?, String::new(), format!("{place}; ghi mã chi bộ; gần nhất: {expected}"))
        }
        Code::ValueUnreadable | Code::ValueDropped | Code::ScoreOutOfRange | Code::CriterionOverMax => {
            let written = written.filter(|written| !written.is_empty())?;
            let expected = if expected.is_empty() { expected } else { format!("; cần {expected}") };
            row(file, written, String::new(), format!("ô {cell}{expected}"))
        }
        Code::UnitUnknown => row(file, String::new(), String::new(), "ghi mã đơn vị gửi".to_owned()),
        Code::PeriodUnknown => row(file, String::new(), String::new(), "ghi tháng, dạng 2024-10".to_owned()),
        _ => None,
    }
}

/// Causes shown before the rest is counted; `chibo check` and the workbook have all of them.
const CAUSES: usize = 15;

impl Status<'_> {
    /// The status as a table with what to do next below it.
    #[must_use]
    pub fn told(&self, lang: Lang) -> String {
        let (first, last) = (self.window.first(), self.window.last());
        let mut text = format!("{} {first} – {last}\n\n", t!(lang, "months-as-column"));
        let unit = t!(lang, "unit-in-text");
        let width =
            self.units.iter().map(|unit| unit.name.chars().count()).max().unwrap_or(0).max(unit.chars().count());
        let (complete, errors, warnings) =
            (t!(lang, "complete-in-table"), t!(lang, "errors-in-table"), t!(lang, "warnings-in-table"));
        let missing = t!(lang, "missing-in-table");
        let _ = writeln!(text, "  {unit:<width$}  {complete:>8} {errors:>6} {warnings:>8}  {missing}");
        for unit in &self.units {
            let [errors, warnings] = unit.findings;
            let complete = format!("{}/{}", unit.complete, unit.months);
            let _ =
                writeln!(text, "  {:<width$}  {complete:>8} {errors:>6} {warnings:>8}  {}", unit.name, unit.gaps(lang));
        }
        text.push('\n');
        text += &self.next(lang);
        text
    }

    /// What to do next, the most pressing first.
    fn next(&self, lang: Lang) -> String {
        let mut text = String::new();
        let silent = self.units.iter().filter(|unit| unit.complete < unit.months).count();
        let (errors, warnings): (Vec<&Group<'_>>, Vec<&Group<'_>>) =
            self.open.iter().partition(|group| group.cause.severity == Severity::Error);
        let mut steps = Vec::new();
        if silent > 0 {
            steps.push(t!(lang, "next-ask-units", silent));
        }
        if !errors.is_empty() {
            steps.push(t!(lang, "next-send-back", errors = errors.len()));
        }
        if !self.proposals.is_empty() {
            steps.push(t!(lang, "next-decide", proposals = self.proposals.len()));
        }
        if steps.is_empty() {
            steps.push(t!(lang, "next-run-report"));
        }
        let _ = writeln!(text, "{}", t!(lang, "next-steps"));
        for (nth, step) in (1..).zip(steps) {
            let _ = writeln!(text, "  {nth}. {step}");
        }
        let causes: Vec<&Group<'_>> = errors.into_iter().chain(warnings).collect();
        for group in causes.iter().take(CAUSES) {
            let severity = wording::severity(group.cause.severity, lang);
            let _ = writeln!(text, "  {severity}[{}] {}: {}", group.cause.code, group.place(), group.headline(lang));
        }
        let rest = causes.len().saturating_sub(CAUSES);
        if rest > 0 {
            let _ = writeln!(text, "  {}", t!(lang, "and-more-kinds", rest));
        }
        text
    }

    /// Rows to paste into the register's sheet `Quyết định`, with its header; cells are parted by tabs.
    #[must_use]
    pub fn decisions(&self) -> String {
        let mut text = String::from("Tệp\tNội dung\tGiá trị đúng\tLý do\tNgày\n");
        for row in &self.proposals {
            let cells = [&row.file, &row.written, &row.value, &row.reason].map(|cell| tidy(cell));
            let _ = writeln!(text, "{}\t", cells.join("\t"));
        }
        text
    }
}

impl UnitStatus {
    /// Months that lack cells, and late ones.
    fn gaps(&self, lang: Lang) -> String {
        let missing = self.missing.iter().map(|(period, cells)| format!("{period} ({cells})"));
        let mut parts: Vec<String> = missing.collect();
        if !self.late.is_empty() {
            let late: Vec<String> = self.late.iter().map(ToString::to_string).collect();
            parts.push(format!("{} {}", t!(lang, "late-in-list"), late.join(", ")));
        }
        parts.join("; ")
    }
}
