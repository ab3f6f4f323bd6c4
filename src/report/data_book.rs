//! The data book: the run's tables as plain sheets for further analysis.
//!
//! By the rules of accessible statistical spreadsheets ("Releasing statistics in spreadsheets: Good practice guidance",
//! Government Analysis Function, 2023): one table per sheet, from A1, with one header row and a name; no merged cells, no
//! blank rows or columns inside, nothing told by colour; a cover, a list of the tables, and notes on every column.

use chrono::NaiveDate;

use super::plan::{Area, NamedTable, Sheet, Value, Workbook};
use super::style::Style;
use crate::figures::{Figures, Pipeline};
use crate::lake::table::{Row, Scalar, TableDef};
use crate::lang::{Lang, t};
use crate::report::numbers::{self, window};

/// A table of more cells than this stays in `tables/` only: Excel would hardly open it.
const MOST_CELLS: usize = 2_000_000;
/// Widths of columns, in characters.
const WIDTHS: (f64, f64) = (8.0, 60.0);

/// The data book of a run.
#[must_use]
pub fn workbook(figures: &Figures, date: Option<NaiveDate>, lang: Lang) -> Workbook {
    let mut book = Book { lang, listed: Vec::new(), sheets: Vec::new() };
    book.judged(figures);
    book.counted(figures);
    book.received(figures);
    let span = window(lang, figures.window);
    let title = t!(lang, "data-of-cell-meetings", span);
    let mut sheets = vec![cover(&title, figures, date, lang), book.contents(), book.notes()];
    sheets.extend(book.sheets);
    Workbook::new(title, None, sheets)
}

/// Its file name: `so-lieu-2024.xlsx`, `so-lieu-2024-10.xlsx`.
#[must_use]
pub fn file_name(pipeline: Pipeline) -> String {
    format!("so-lieu-{}.xlsx", pipeline.period())
}

/// A table, and what became of it.
struct Listed {
    def: TableDef,
    rows: usize,
    given: bool,
}

struct Book {
    lang: Lang,
    listed: Vec<Listed>,
    sheets: Vec<Sheet>,
}

impl Book {
    fn judged(&mut self, figures: &Figures) {
        self.add(&figures.cell_summary);
        self.add(&figures.ranking);
        self.add(&figures.contributions);
        self.add(&figures.lift);
        self.add(&figures.flags);
        self.add(&figures.unit_summary);
        self.add(&figures.proposals.support);
        self.add(&figures.proposals.suggestion);
        self.add(&figures.proposals.cap);
        self.add(&figures.integrity);
    }

    fn counted(&mut self, figures: &Figures) {
        self.add(&figures.cell_months);
        self.add(&figures.criteria);
        self.add(&figures.distribution);
        self.add(&figures.statistics.score_summary);
        self.add(&figures.statistics.agreement);
        self.add(&figures.statistics.estimates);
        self.add(&figures.statistics.funnel);
        self.add(&figures.follower_summary);
        self.add(&figures.duties.coverage);
        self.add(&figures.duties.duties);
        self.add(&figures.duties.unassigned);
        self.add(&figures.duties.hardship);
        self.add(&figures.duties.preparation);
    }

    fn received(&mut self, figures: &Figures) {
        self.add(&figures.units);
        self.add(&figures.months);
        self.add(&figures.submissions);
        self.add(&figures.findings);
        self.add(&figures.map_notes);
    }

    /// A table without rows, or with too many, is only listed.
    fn add<R: Row>(&mut self, rows: &[R]) {
        let def = R::TABLE;
        let given = !rows.is_empty() && rows.len().saturating_mul(def.columns.len()) <= MOST_CELLS;
        self.listed.push(Listed { def, rows: rows.len(), given });
        if given {
            let headers = def.columns.iter().map(|column| column.name.to_owned()).collect();
            let values = rows.iter().map(|row| row.scalars().into_iter().map(Value::from).collect());
            self.sheets.push(table(def.name, def.name, headers, values));
        }
    }

    fn contents(&self) -> Sheet {
        let lang = self.lang;
        let headers = [
            t!(lang, "sheet-in-text"),
            t!(lang, "rows-in-text"),
            t!(lang, "contents-in-text"),
            t!(lang, "note-in-text"),
        ]
        .into();
        let row = |listed: &Listed| {
            let name = listed.def.name;
            let to = Value::Link { text: name.to_owned(), sheet: name.to_owned(), row: 0, column: 0 };
            let remark = match listed {
                Listed { given: true, .. } => "",
                Listed { rows: 0, .. } => &t!(lang, "no-rows"),
                Listed { .. } => &t!(lang, "too-long-for-excel"),
            };
            let rows = i64::try_from(listed.rows).unwrap_or(i64::MAX);
            let to = if listed.given { to } else { name.into() };
            vec![to, rows.into(), lang.pick(listed.def.vi, listed.def.en).into(), said(remark)]
        };
        table(&t!(lang, "contents-sheet"), "contents", headers, self.listed.iter().map(row))
    }

    /// What every column of the sheets means.
    fn notes(&self) -> Sheet {
        let lang = self.lang;
        let headers = [
            t!(lang, "sheet-in-text"),
            t!(lang, "column-in-text"),
            t!(lang, "unit-in-text"),
            t!(lang, "meaning-in-text"),
        ]
        .into();
        let rows = self.listed.iter().filter(|listed| listed.given).flat_map(|listed| {
            listed.def.columns.iter().map(|column| -> Vec<Value> {
                vec![
                    listed.def.name.into(),
                    column.name.into(),
                    said(column.unit),
                    lang.pick(column.vi, column.en).into(),
                ]
            })
        });
        table(&t!(lang, "notes-sheet"), "notes", headers, rows)
    }
}

/// Text, or a blank that is one for programs too.
fn said(text: &str) -> Value {
    if text.is_empty() { Value::Blank } else { text.into() }
}

/// A sheet that is one table from A1.
fn table(sheet: &str, name: &str, headers: Vec<String>, rows: impl Iterator<Item = Vec<Value>>) -> Sheet {
    let mut filled = Sheet::new(sheet);
    let mut widths: Vec<usize> = headers.iter().map(|header| header.chars().count() + 3).collect();
    for (column, header) in (0..).zip(&headers) {
        filled.put(0, column, header.as_str(), Style::PLAIN.bold());
    }
    let mut bottom = 0;
    for (row, values) in (1..).zip(rows) {
        for ((column, value), width) in (0..).zip(values).zip(&mut widths) {
            *width = (*width).max(shown(&value));
            if value != Value::Blank {
                filled.put(row, column, value, Style::PLAIN);
            }
        }
        bottom = row;
    }
    filled.widths(widths.into_iter().map(wide));
    filled.freeze = Some((1, 1));
    filled.page.repeat_rows = Some((0, 0));
    filled.page.footer = Some(sheet.to_owned());
    let right = u32::try_from(headers.len()).unwrap_or(1).saturating_sub(1);
    let area = Area::new(0, 0, bottom, right);
    filled.page.print_area = Some(area);
    // A prefix keeps the name from being that of a cell.
    filled.table = (bottom > 0).then(|| NamedTable { name: format!("chibo_{name}"), area, headers });
    filled
}

/// Characters a value takes.
fn shown(value: &Value) -> usize {
    match value {
        Value::Text(text) | Value::Link { text, .. } => text.chars().count() + 1,
        Value::Blank => 0,
        Value::Integer(number) => number.to_string().len() + 1,
        Value::Number(_) | Value::Share(_) | Value::Date(_) | Value::Truth(_) | Value::Formula { .. } => 11,
    }
}

fn wide(characters: usize) -> f64 {
    f64::from(u32::try_from(characters).unwrap_or(u32::MAX)).clamp(WIDTHS.0, WIDTHS.1)
}

/// What the book is, in plain lines.
fn cover(title: &str, figures: &Figures, date: Option<NaiveDate>, lang: Lang) -> Sheet {
    let mut sheet = Sheet::new(t!(lang, "cover-sheet"));
    sheet.widths([100.0]);
    sheet.put(0, 0, title, Style::PLAIN.bold().size(14));
    let span = window(lang, figures.window);
    let day = date.map(|day| t!(lang, "data-book-day", day = lang.pick(numbers::day(day), day.to_string())));
    let lines = [
        Some(t!(lang, "tables-for-analysis", span)),
        day,
        Some(t!(lang, "each-sheet-is-one-table")),
        Some(t!(lang, "what-contents-and-notes-tell")),
        Some(t!(lang, "a-blank-cell-means-no-data")),
        Some(t!(lang, "figures-as-in-the-parquet-files")),
    ];
    for (row, line) in (1..).zip(lines.into_iter().flatten()) {
        sheet.put(row, 0, line, Style::PLAIN.wrapped());
    }
    sheet
}

impl From<Scalar<'_>> for Value {
    fn from(scalar: Scalar<'_>) -> Self {
        match scalar {
            Scalar::Null => Self::Blank,
            Scalar::Text(text) => said(text),
            Scalar::Integer(number) => Self::Integer(number),
            Scalar::Float(number) => Self::Number(number),
            Scalar::Boolean(truth) => Self::Truth(truth),
            Scalar::Date(day) => Self::Date(day),
        }
    }
}

#[cfg(test)]
mod tests;
