//! From a cell's figures back to the cells of the sheets they come from.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::catalogue::Ingredient;
use super::lineage::Lineage;
use crate::finding::{CellRef, Place};
use crate::intake::cells::Sheet;
use crate::intake::context;
use crate::intake::discover::InboxFile;
use crate::intake::settle::{self, Submitted, Trace};
use crate::intake::submission::{Basis, FileOutcome, FileReading, MeetingField, SheetReading};
use crate::intake::wording::without_names;
use crate::intake::workbook;
use crate::lake::build::{Lake, submitted};
use crate::lake::schema::{CellMonth, ScoreRow};
use crate::lake::table::words;
use crate::period::{Period, Window};
use crate::register::UnitId;
use crate::rules::Rules;
use crate::rules::criteria::CriterionGroup;
use crate::rules::forms::ColumnField;
use crate::terms::{MeetingKind, Scorer};

words! {
    /// What a cited cell is, where it is no field of `meetings`.
    pub enum Cited {
        /// The name or code by which the row names the cell.
        Name = "name",
        /// Date of the report.
        ReportDate = "report_date",
        /// Day of a visit.
        VisitDate = "visit_date",
        /// Topic of a plan.
        Topic = "topic",
        /// Day of approval.
        ApprovedOn = "approved_on",
        /// Points of a criterion.
        Points = "points",
        /// Most points of a criterion.
        MaxPoints = "max_points",
    }
}

/// A cell of a sheet that a figure rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Citation {
    /// Month, or the year of a plan, as written.
    pub period: Option<String>,
    /// Field: a column of `meetings`, a word of [`Cited`], or a title of the register.
    pub field: String,
    /// As understood.
    pub value: String,
    /// Where it stands.
    pub place: Place,
    /// As written in the cell; none where it may name a person.
    pub raw: Option<String>,
    /// The cell is blank, and a blank there says no or none.
    pub blank: bool,
    /// Code under which it was reported, where that is not the cell's own: that of one it carries on.
    pub reported_as: Option<String>,
}

/// Everything known of where a cell's values stand, by ingredient.
pub type Sources = BTreeMap<Ingredient, Vec<Citation>>;

impl Citation {
    /// What it is told apart by: the same cell may state several fields.
    #[must_use]
    pub fn key(&self) -> (Option<&str>, &str, &Place) {
        (self.period.as_deref(), &self.field, &self.place)
    }
}

/// All that was read, in the months that are told of.
pub struct Inbox<'a> {
    window: Window,
    lake: &'a Lake,
    rules: &'a Rules,
    submitted: Vec<Submitted<'a>>,
    tables: Tables<'a>,
}

impl<'a> Inbox<'a> {
    /// What the readings of a lake say in a window.
    #[must_use]
    pub fn of(readings: &'a [FileReading], lake: &'a Lake, rules: &'a Rules, window: Window) -> Self {
        Self { window, lake, rules, submitted: submitted(readings), tables: Tables::of(readings) }
    }

    /// The sources of a cell, by what they are ingredients of, each under the code it was reported under; `months` are
    /// its expected ones.
    #[must_use]
    pub fn sources(&self, line: &Lineage, months: &[&CellMonth]) -> Sources {
        let mut sources = Sources::new();
        for part in line.parts() {
            for (ingredient, citations) in self.of_part(part, line, months) {
                let under = |citation| Citation { reported_as: line.reported_as(part), ..citation };
                sources.entry(ingredient).or_default().extend(citations.into_iter().map(under));
            }
        }
        // Of several plans of a quarter the first with a topic, or with an approval, counts.
        for ingredient in [Ingredient::PlanTopic, Ingredient::PlanApproval] {
            let mut quarters = BTreeSet::new();
            let first = |citation: &Citation| quarters.insert(citation.period.clone());
            sources.entry(ingredient).or_default().retain(first);
        }
        sources.retain(|_, citations| !citations.is_empty());
        sources
    }

    fn of_part(&self, part: &UnitId, line: &Lineage, months: &[&CellMonth]) -> Vec<(Ingredient, Vec<Citation>)> {
        let gates = self.gates(months);
        let asked = |row: &ScoreRow| gates.contains(&self.key_of(row)) && line.keeps(row);
        let fact = |row: &ScoreRow| self.group(row).fact.is_some() && line.keeps(row);
        let (topics, approvals) = self.plans(part);
        let mut sources = vec![
            (Ingredient::Row, self.rows(part)),
            (Ingredient::Refused, self.refused(part, months)),
            (Ingredient::ReportDate, self.report_dates(part)),
            (Ingredient::Visit, self.visits(part)),
            (Ingredient::PlanTopic, topics),
            (Ingredient::PlanApproval, approvals),
            (Ingredient::Points, self.points(part, |row| line.keeps(row))),
            (Ingredient::FactPoints, self.points(part, fact)),
            (Ingredient::GatePoints, self.points(part, asked)),
        ];
        let traces = settle::trace(&self.submitted, part).into_iter();
        let stated_since = self.stated_since(part, line);
        let counts = |it: &Trace| {
            let kept = line.counts(part, it.field, it.period) && !stated_since.contains(&(it.period, it.field));
            self.window.contains(it.period) && kept
        };
        sources.extend(traces.filter(counts).map(|trace| (Ingredient::Field(trace.field), vec![traced(trace)])));
        sources
    }

    /// What those that followed a part state of the months that it handed over: it only fills in what they do not.
    fn stated_since(&self, part: &UnitId, line: &Lineage) -> BTreeSet<(Period, MeetingField)> {
        let months = line.handed_over(part);
        let followers = line.followers(part).iter().filter(|_| !months.is_empty());
        let traces = followers.flat_map(|other| settle::trace(&self.submitted, other));
        traces.map(|it| (it.period, it.field)).filter(|(period, _)| months.contains(period)).collect()
    }
}

fn traced(trace: Trace) -> Citation {
    Citation {
        period: Some(trace.period.to_string()),
        field: trace.field.word().to_owned(),
        value: trace.value.written(),
        place: trace.place,
        raw: None,
        blank: trace.basis == Basis::Blank,
        reported_as: None,
    }
}

/// Which column of a sheet carries a field.
struct Tables<'a>(BTreeMap<(&'a str, &'a str), &'a SheetReading>);

impl<'a> Tables<'a> {
    fn of(readings: &'a [FileReading]) -> Self {
        let mut tables = BTreeMap::new();
        for reading in readings {
            if let FileOutcome::Sheets(sheets) = &reading.outcome {
                tables.extend(sheets.iter().map(|sheet| ((&*reading.file, &*sheet.sheet), sheet)));
            }
        }
        Self(tables)
    }

    /// The cell of a field in a row (from 0), by the last header above the row.
    fn place(&self, file: &str, sheet: &str, row: u32, fields: &[ColumnField]) -> Place {
        let known = self.0.get(&(file, sheet));
        let table = known.and_then(|sheet| sheet.tables.iter().rfind(|table| table.header.1 < row));
        let column = table.and_then(|table| {
            let of = |field: &ColumnField| table.columns.iter().find(|bound| bound.field == *field);
            fields.iter().find_map(of).map(|bound| bound.column)
        });
        let place = Place::sheet(Arc::from(file), Arc::from(sheet));
        column.map_or(place.clone(), |column| place.at(CellRef { row, column }))
    }
}

/// A row of the lake, 1-based, as a row of a sheet.
fn from_zero(row: i64) -> u32 {
    u32::try_from(row - 1).unwrap_or(0)
}

fn cited(what: Cited, period: &impl ToString, value: String, place: Place) -> Citation {
    let (field, period) = (what.word().to_owned(), Some(period.to_string()));
    Citation { period, field, value, place, raw: None, blank: false, reported_as: None }
}

impl Inbox<'_> {
    /// The cell that names a cell (chi bộ) in a row.
    fn name(&self, cell: &UnitId, period: Period, sheet: &Submitted<'_>, row: u32) -> Citation {
        let named = [ColumnField::Cell, ColumnField::Code];
        let place = self.tables.place(sheet.file, &sheet.reading.sheet, row, &named);
        cited(Cited::Name, &period, cell.to_string(), place)
    }

    /// The accepted rows of a cell.
    fn rows(&self, cell: &UnitId) -> Vec<Citation> {
        let mut rows: Vec<Citation> = Vec::new();
        for sheet in &self.submitted {
            let own = sheet.reading.meetings.iter().filter(|it| it.cell_id == *cell && self.window.contains(it.period));
            rows.extend(own.map(|record| self.name(cell, record.period, sheet, record.row)));
        }
        rows.sort_by(|one, other| one.period.cmp(&other.period));
        rows
    }

    /// The rows of months that count as not reported: rejected, or silent on whether the cell met.
    fn refused(&self, cell: &UnitId, months: &[&CellMonth]) -> Vec<Citation> {
        let missing = |period: Period| months.iter().any(|month| month.period == period && !month.reported);
        let mut rows = Vec::new();
        for sheet in &self.submitted {
            let own = sheet.reading.rejected.iter().filter(|(id, period, _)| id == cell && missing(*period));
            rows.extend(own.map(|(_, period, at)| self.name(cell, *period, sheet, at.row)));
            let silent = self.lake.unstated.iter().filter(|row| row.cell_id == *cell && missing(row.period));
            let here = silent
                .filter(|row| row.place.file == *sheet.file && row.place.sheet.as_ref() == Some(&sheet.reading.sheet));
            rows.extend(here.filter_map(|row| Some(self.name(cell, row.period, sheet, row.place.cell?.row))));
        }
        rows
    }

    /// The date of each sheet with an accepted row of the cell; its cell is found when the file is opened.
    fn report_dates(&self, cell: &UnitId) -> Vec<Citation> {
        let mut dates = Vec::new();
        for sheet in &self.submitted {
            let Some(day) = sheet.reading.report_date else { continue };
            let own = sheet.reading.meetings.iter().filter(|it| it.cell_id == *cell && self.window.contains(it.period));
            dates.extend(own.map(|record| {
                let place = Place::sheet(Arc::clone(sheet.file), Arc::clone(&sheet.reading.sheet));
                cited(Cited::ReportDate, &record.period, day.format("%d/%m/%Y").to_string(), place)
            }));
        }
        dates.sort_by(|one, other| one.period.cmp(&other.period));
        dates
    }

    fn visits(&self, cell: &UnitId) -> Vec<Citation> {
        let own = self.lake.visits.iter().filter(|it| it.cell_id == *cell && self.window.contains(it.period));
        own.map(|visit| {
            let place = self.tables.place(&visit.file, &visit.sheet, from_zero(visit.row), &[ColumnField::VisitDate]);
            cited(Cited::VisitDate, &visit.period, visit.date.format("%d/%m/%Y").to_string(), place)
        })
        .collect()
    }

    /// Topics and approvals of the plans of the window's year.
    fn plans(&self, cell: &UnitId) -> (Vec<Citation>, Vec<Citation>) {
        let (mut topics, mut approvals) = (Vec::new(), Vec::new());
        let year = i64::from(self.window.last().year());
        for plan in self.lake.plans.iter().filter(|plan| plan.cell_id == *cell && plan.year == year) {
            let by_quarter = match plan.quarter {
                1 => ColumnField::TopicQ1,
                2 => ColumnField::TopicQ2,
                3 => ColumnField::TopicQ3,
                _ => ColumnField::TopicQ4,
            };
            let row = from_zero(plan.row);
            let place = |fields: &[ColumnField]| self.tables.place(&plan.file, &plan.sheet, row, fields);
            let quarter = format!("{}-Q{}", plan.year, plan.quarter);
            if let Some(topic) = &plan.topic {
                let place = place(&[by_quarter, ColumnField::PlanTopic]);
                topics.push(cited(Cited::Topic, &quarter, topic.clone(), place));
            }
            if let Some(day) = plan.approved_on {
                let written = day.format("%d/%m/%Y").to_string();
                approvals.push(cited(Cited::ApprovedOn, &quarter, written, place(&[ColumnField::ApprovedOn])));
            }
        }
        (topics, approvals)
    }

    /// Points of regular meetings; thematic ones have a form of their own, which nothing is judged by.
    fn points(&self, cell: &UnitId, wanted: impl Fn(&ScoreRow) -> bool) -> Vec<Citation> {
        let mut points = Vec::new();
        for row in self.regular(cell).filter(|row| wanted(row)) {
            let column = if row.scorer == Scorer::Upper { ColumnField::UpperPoints } else { ColumnField::SelfPoints };
            let place = |field| self.tables.place(&row.file, &row.sheet, from_zero(row.row), &[field]);
            let written = crate::intake::wording::written_score;
            points.push(cited(Cited::Points, &row.period, written(row.points), place(column)));
            points.push(cited(Cited::MaxPoints, &row.period, written(row.max_points), place(ColumnField::MaxPoints)));
        }
        points
    }

    fn regular(&self, cell: &UnitId) -> impl Iterator<Item = &ScoreRow> {
        let own = move |row: &&ScoreRow| row.cell_id == *cell && self.window.contains(row.period);
        self.lake.scores.iter().filter(own).filter(|row| row.meeting != Some(MeetingKind::Thematic))
    }

    fn group(&self, row: &ScoreRow) -> &CriterionGroup {
        self.rules.criteria.of(&row.criterion, row.heading.as_deref())
    }

    /// Which month's sheet of whom gives points to which group.
    fn key_of(&self, row: &ScoreRow) -> (Period, Scorer, &str) {
        (row.period, row.scorer, &self.group(row).code)
    }

    /// The groups whose full points a gate of the month's rubric asks for, in the sheet of the scorer whose score counts.
    fn gates(&self, months: &[&CellMonth]) -> BTreeSet<(Period, Scorer, &str)> {
        let mut gates = BTreeSet::new();
        for month in months.iter().filter(|month| month.official_grade.is_some()) {
            let rubric = self.rules.rubrics.all().find(|rubric| rubric.name == month.rubric);
            let asked: Vec<&str> = rubric
                .into_iter()
                .flat_map(|rubric| &rubric.gates)
                .flat_map(|gate| gate.full_points.iter().map(String::as_str))
                .collect();
            if asked.is_empty() {
                continue;
            }
            let scorer = if month.upper_score.is_some() { Scorer::Upper } else { Scorer::Own };
            gates.extend(asked.into_iter().map(|code| (month.period, scorer, code)));
        }
        gates
    }
}

/// Opens the cited files anew and writes down what stands in each cited cell.
///
/// What may name a person is left out: a row's name is repeated only if it is the cell's own, given by its keys.
pub fn fill_in(sources: &mut Sources, own: &[Vec<String>], files: &[InboxFile], rules: &Rules) {
    let mut opened: BTreeMap<Arc<str>, Vec<Sheet>> = BTreeMap::new();
    for citation in sources.values_mut().flatten() {
        let file = Arc::clone(&citation.place.file);
        let sheets = opened.entry(Arc::clone(&file)).or_insert_with(|| open(&file, files, rules));
        let sheet = sheets.iter().find(|sheet| Some(&sheet.name) == citation.place.sheet.as_ref());
        if let Some(sheet) = sheet {
            fill(citation, sheet, own, rules);
        }
    }
}

fn open(file: &str, files: &[InboxFile], rules: &Rules) -> Vec<Sheet> {
    let found = files.iter().find(|it| &*it.name == file);
    let bytes = found.and_then(|file| std::fs::read(&file.path).ok()).unwrap_or_default();
    workbook::open(&bytes, rules.settings.limits()).map(|book| book.sheets).unwrap_or_default()
}

/// The first cell that holds the cell's own name: a sheet of one cell names it above its table.
fn named_above(sheet: &Sheet, own: &[Vec<String>], rules: &Rules) -> Option<CellRef> {
    let holds = |text: &str| {
        let words = rules.names.words(text);
        own.iter().any(|name| !name.is_empty() && words.windows(name.len()).any(|part| part == name.as_slice()))
    };
    sheet.rows.iter().find_map(|row| {
        let (column, _) = row.texts().find(|(_, text)| holds(text))?;
        Some(CellRef { row: row.index, column })
    })
}

fn fill(citation: &mut Citation, sheet: &Sheet, own: &[Vec<String>], rules: &Rules) {
    if citation.field == Cited::ReportDate.word() && citation.place.cell.is_none() {
        let dated =
            |text: &str| context::day_in(text).is_some_and(|day| day.format("%d/%m/%Y").to_string() == citation.value);
        let found = sheet.rows.iter().find_map(|row| {
            row.texts().find(|(_, text)| dated(text)).map(|(column, _)| CellRef { row: row.index, column })
        });
        citation.place.cell = found;
    }
    if citation.field == Cited::Name.word() && citation.place.cell.is_none() {
        citation.place.cell = named_above(sheet, own, rules);
    }
    let Some(at) = citation.place.cell else { return };
    let content = sheet.row(at.row).map(|row| row.get(at.column).written()).unwrap_or_default();
    let key = rules.names.key(&content);
    let named = citation.field == Cited::Name.word()
        && (own.contains(&key) || UnitId::key(&content) == UnitId::key(&citation.value));
    let role = rules.roles.role(&content).is_some();
    citation.raw = if citation.field == Cited::ReportDate.word() {
        // Before the date stand a place, or people.
        content.find("ngày").or_else(|| content.find("Ngày")).and_then(|at| content.get(at..)).map(str::to_owned)
    } else if named || role {
        Some(content)
    } else {
        without_names(&content).map(|_| content)
    };
}
