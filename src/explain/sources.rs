//! From a cell's figures back to the cells of the sheets they come from.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::catalogue::Ingredient;
use crate::finding::{CellRef, Place};
use crate::intake::cells::Sheet;
use crate::intake::context;
use crate::intake::discover::InboxFile;
use crate::intake::settle::{self, Submitted};
use crate::intake::submission::{Basis, FileOutcome, FileReading, SheetReading};
use crate::intake::wording::without_names;
use crate::intake::workbook;
use crate::lake::build::{Lake, submitted};
use crate::lake::schema::ScoreRow;
use crate::lake::table::words;
use crate::period::{Period, Window};
use crate::register::UnitId;
use crate::rules::Rules;
use crate::rules::forms::ColumnField;
use crate::terms::Scorer;

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
}

/// Everything known of where a cell's values stand, by ingredient.
pub type Sources = BTreeMap<Ingredient, Vec<Citation>>;

/// The sources of a cell in a window, by what they are ingredients of.
#[must_use]
pub fn of_cell(cell: &UnitId, window: Window, lake: &Lake, readings: &[FileReading]) -> Sources {
    let submitted = submitted(readings);
    let tables = Tables::of(readings);
    let mut sources = Sources::new();
    for trace in settle::trace(&submitted, cell).into_iter().filter(|it| window.contains(it.period)) {
        let citation = Citation {
            period: Some(trace.period.to_string()),
            field: trace.field.word().to_owned(),
            value: trace.value.written(),
            place: trace.place,
            raw: None,
            blank: trace.basis == Basis::Blank,
        };
        sources.entry(Ingredient::Field(trace.field)).or_default().push(citation);
    }
    sources.insert(Ingredient::Row, rows(cell, window, &submitted, &tables));
    sources.insert(Ingredient::ReportDate, report_dates(cell, window, &submitted));
    sources.insert(Ingredient::Visit, visits(cell, window, lake, &tables));
    let (topics, approvals) = plans(cell, window, lake, &tables);
    sources.insert(Ingredient::PlanTopic, topics);
    sources.insert(Ingredient::PlanApproval, approvals);
    sources.insert(Ingredient::Points, points(cell, window, lake, &tables));
    sources.retain(|_, citations| !citations.is_empty());
    sources
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

fn rows(cell: &UnitId, window: Window, submitted: &[Submitted<'_>], tables: &Tables<'_>) -> Vec<Citation> {
    let mut rows: BTreeMap<Period, Vec<Citation>> = BTreeMap::new();
    for sheet in submitted {
        let own = |period: Period| window.contains(period);
        for record in sheet.reading.meetings.iter().filter(|it| it.cell_id == *cell && own(it.period)) {
            let named = [ColumnField::Cell, ColumnField::Code];
            let place = tables.place(sheet.file, &sheet.reading.sheet, record.row, &named);
            rows.entry(record.period).or_default().push(cited(Cited::Name, &record.period, cell.to_string(), place));
        }
    }
    rows.into_values().flatten().collect()
}

fn cited(what: Cited, period: &impl ToString, value: String, place: Place) -> Citation {
    let (field, period) = (what.word().to_owned(), Some(period.to_string()));
    Citation { period, field, value, place, raw: None, blank: false }
}

/// The date of each sheet with an accepted row of the cell; its cell is found when the file is opened.
fn report_dates(cell: &UnitId, window: Window, submitted: &[Submitted<'_>]) -> Vec<Citation> {
    let mut dates = Vec::new();
    for sheet in submitted {
        let Some(day) = sheet.reading.report_date else { continue };
        let months = sheet.reading.meetings.iter().filter(|it| it.cell_id == *cell && window.contains(it.period));
        dates.extend(months.map(|record| {
            let place = Place::sheet(Arc::clone(sheet.file), Arc::clone(&sheet.reading.sheet));
            cited(Cited::ReportDate, &record.period, day.format("%d/%m/%Y").to_string(), place)
        }));
    }
    dates.sort_by(|one, other| one.period.cmp(&other.period));
    dates
}

fn visits(cell: &UnitId, window: Window, lake: &Lake, tables: &Tables<'_>) -> Vec<Citation> {
    let own = lake.visits.iter().filter(|visit| visit.cell_id == *cell && window.contains(visit.period));
    own.map(|visit| {
        let place = tables.place(&visit.file, &visit.sheet, from_zero(visit.row), &[ColumnField::VisitDate]);
        cited(Cited::VisitDate, &visit.period, visit.date.format("%d/%m/%Y").to_string(), place)
    })
    .collect()
}

/// Topics and approvals of the plans of the window's year.
fn plans(cell: &UnitId, window: Window, lake: &Lake, tables: &Tables<'_>) -> (Vec<Citation>, Vec<Citation>) {
    let (mut topics, mut approvals) = (Vec::new(), Vec::new());
    let year = i64::from(window.last().year());
    for plan in lake.plans.iter().filter(|plan| plan.cell_id == *cell && plan.year == year) {
        let by_quarter = match plan.quarter {
            1 => ColumnField::TopicQ1,
            2 => ColumnField::TopicQ2,
            3 => ColumnField::TopicQ3,
            _ => ColumnField::TopicQ4,
        };
        let place = |fields: &[ColumnField]| tables.place(&plan.file, &plan.sheet, from_zero(plan.row), fields);
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

fn points(cell: &UnitId, window: Window, lake: &Lake, tables: &Tables<'_>) -> Vec<Citation> {
    let own = |row: &&ScoreRow| row.cell_id == *cell && window.contains(row.period);
    let mut points = Vec::new();
    for row in lake.scores.iter().filter(own) {
        let column = if row.scorer == Scorer::Upper { ColumnField::UpperPoints } else { ColumnField::SelfPoints };
        let place = |field| tables.place(&row.file, &row.sheet, from_zero(row.row), &[field]);
        let written = crate::intake::wording::written_score;
        points.push(cited(Cited::Points, &row.period, written(row.points), place(column)));
        points.push(cited(Cited::MaxPoints, &row.period, written(row.max_points), place(ColumnField::MaxPoints)));
    }
    points
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

fn fill(citation: &mut Citation, sheet: &Sheet, own: &[Vec<String>], rules: &Rules) {
    if citation.field == Cited::ReportDate.word() && citation.place.cell.is_none() {
        let dated =
            |text: &str| context::day_in(text).is_some_and(|day| day.format("%d/%m/%Y").to_string() == citation.value);
        let found = sheet.rows.iter().find_map(|row| {
            row.texts().find(|(_, text)| dated(text)).map(|(column, _)| CellRef { row: row.index, column })
        });
        citation.place.cell = found;
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
