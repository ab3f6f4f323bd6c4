//! One workbook per committee, to send back: how its cells stand, what to ask them, what to mend in its sheets.
//!
//! A committee sees its own cells by name; of the others only the middle of their figures.

mod standing;

use super::canvas::{Canvas, Column, Look, Table, Tone, marked};
use super::document;
use super::numbers::{count, tally, window};
use super::plan::{Sheet, Value, Workbook};
use super::sheets::models::place;
use super::sheets::overview;
use super::style::{Colour, Style};
use super::view::View;
use super::wording;
use crate::lake::schema::{CellSummary, FindingRow, UnitSummary};
use crate::lang::t;
use crate::terms::{FlagSeverity, Scope, Severity};

/// The folder of these workbooks.
pub const FOLDER: &str = "phan-hoi";

/// The code of each committee with cells of its own, and its workbook.
pub fn workbooks<'v>(view: &'v View<'_>) -> impl Iterator<Item = (&'v str, Workbook)> {
    view.pooled(Scope::Unit).into_iter().filter(|unit| !view.cells_of(&unit.unit_id).is_empty()).map(|unit| {
        let committee = Committee { view, unit, cells: view.cells_of(&unit.unit_id) };
        (unit.unit_id.as_str(), committee.workbook())
    })
}

/// A committee with its cells, in the order of their names.
struct Committee<'v, 'f> {
    view: &'v View<'f>,
    unit: &'f UnitSummary,
    cells: &'v [&'f CellSummary],
}

impl Committee<'_, '_> {
    fn workbook(&self) -> Workbook {
        let span = window(self.view.lang(), self.view.figures.window);
        let name = &self.unit.unit_name;
        let title = t!(self.view.lang(), "feedback-on-cell-meetings", span, name);
        let sheets = vec![self.overview(), self.own_cells(), self.matters(), self.to_mend()];
        document::workbook(self.view, title, sheets)
    }

    fn overview(&self) -> Sheet {
        let view = self.view;
        let mut canvas = overview::canvas(view);
        canvas.skip(1);
        let span = window(view.lang(), view.figures.window);
        document::title(&mut canvas, &t!(view.lang(), "feedback"), &t!(view.lang(), "on-cell-meetings", span));
        canvas.centred(&t!(view.lang(), "addressed-to", unit_name = self.unit.unit_name), Style::PLAIN.size(12), 20.0);
        canvas.skip(1);
        overview::sentences(&mut canvas, &self.remarks());
        canvas.skip(1);
        standing::table(&mut canvas, view, self.unit);
        canvas.note(&t!(view.lang(), "middle-half-of-the-committees-with"));
        document::signatures(&mut canvas, view);
        canvas.finish()
    }

    fn remarks(&self) -> Vec<String> {
        let (view, lang) = (self.view, self.view.lang());
        let number = |number: i64| count(lang, number);
        let weak = tally(self.cells.iter().filter(|cell| view.is_weak(&cell.cell_id)));
        let missing = self.unit.months_expected - self.unit.months_reported;
        let findings = self.findings();
        let errors = tally(findings.iter().filter(|finding| finding.severity == Severity::Error));
        let all = number(tally(self.cells));
        let mut remarks = vec![if weak == 0 {
            t!(view.lang(), "no-cell-of-unit-needs-support", all)
        } else {
            let weak = number(weak);
            t!(view.lang(), "cells-of-unit-needing-support", all, weak)
        }];
        if missing > 0 {
            let missing = number(missing);
            remarks.push(t!(view.lang(), "cell-months-are-not-reported", missing));
        }
        let sent = view
            .figures
            .submissions
            .iter()
            .any(|sheet| sheet.unit_id.as_ref().is_some_and(|unit| unit.as_str() == self.unit.unit_id));
        remarks.push(if !sent {
            t!(view.lang(), "no-sheet-of-it-was-received")
        } else if errors == 0 {
            t!(view.lang(), "no-row-of-the-sheets-sent")
        } else {
            let errors = number(errors);
            t!(view.lang(), "errors-in-the-sheets-sent-are", errors)
        });
        remarks
    }

    fn own_cells(&self) -> Sheet {
        let view = self.view;
        let rank = t!(view.lang(), "rank");
        let columns = [
            (Column::new(t!(view.lang(), "row-number"), Look::Whole), 5.0),
            (Column::new(t!(view.lang(), "cell"), Look::Text), 34.0),
            (Column::new(t!(view.lang(), "type"), Look::Text), 13.0),
            (Column::new(t!(view.lang(), "members"), Look::Whole), 8.0),
            (Column::new(t!(view.lang(), "reported-due"), Look::Centre), 10.0),
            (Column::new(t!(view.lang(), "months-held"), Look::Whole), 7.0),
            (Column::new(t!(view.lang(), "attendance"), Look::Percent), 9.5),
            (Column::new(t!(view.lang(), "thematic-quarters"), Look::Centre), 9.5),
            (Column::new(t!(view.lang(), "mean-score"), Look::Points), 8.0),
            (Column::new(t!(view.lang(), "index"), Look::Fine), 8.0),
            (Column::new(t!(view.lang(), "rank-in-unit"), Look::Whole).under(&rank), 8.0),
            (Column::new(t!(view.lang(), "all-interval"), Look::Centre).under(&rank), view.interval_width() + 5.0),
            (Column::new(wording::needs_support(view.lang()), Look::Centre), 12.0),
        ];
        let rows: Vec<_> = (1..).zip(self.cells).map(|(number, cell)| self.cell_row(number, cell)).collect();
        let (columns, rows) = Table::filled(columns.into(), rows);
        let (columns, grid): (Vec<Column>, Vec<f64>) = columns.into_iter().unzip();
        let table = Table::new(columns);
        let mut canvas = Canvas::new(view, &t!(view.lang(), "the-cells"), grid).wide();
        canvas.heading(&t!(view.lang(), "figures-of-each-cell"), &self.unit.unit_name);
        canvas.note(&t!(view.lang(), "cells-whose-rank-intervals-overlap-cannot"));
        canvas.main_head(&table, 2);
        let head = canvas.row - 1;
        for row in rows {
            canvas.row_with(&table, row, Tone::Plain);
        }
        canvas.filter_since(head);
        canvas.finish()
    }

    fn cell_row(&self, number: i64, cell: &CellSummary) -> Vec<(Value, Option<Colour>)> {
        let view = self.view;
        let rank = view.rank(&cell.cell_id);
        let weak = view.is_weak(&cell.cell_id);
        let quarters = cell.thematic_quarters.map(|met| format!("{met}/{}", cell.thematic_expected));
        let values: Vec<Value> = vec![
            number.into(),
            cell.cell_name.as_str().into(),
            view.type_name(cell.cell_type.as_deref()).into(),
            cell.members.into(),
            format!("{}/{}", cell.months_reported, cell.months_expected).into(),
            cell.months_held.into(),
            Value::share(cell.attendance_rate),
            quarters.into(),
            cell.quality_mean.into(),
            rank.and_then(|rank| rank.index).into(),
            rank.and_then(|rank| rank.rank_unit).into(),
            rank.map(place).into(),
            weak.then(|| t!(view.lang(), "yes")).into(),
        ];
        values.into_iter().map(|value| (value, None)).collect()
    }

    /// Every flag of its cells, those that need support first, and what was reported of them.
    fn matters(&self) -> Sheet {
        let view = self.view;
        let grid = vec![5.0, 32.0, 9.0, 27.0, 58.0, 46.0];
        let table = Table::new(vec![
            Column::new(t!(view.lang(), "row-number"), Look::Whole),
            Column::new(t!(view.lang(), "cell"), Look::Text),
            Column::new(t!(view.lang(), "severity"), Look::Centre),
            Column::new(t!(view.lang(), "matter"), Look::Text),
            Column::new(t!(view.lang(), "evidence"), Look::Text),
            Column::new(t!(view.lang(), "whom-to-ask-and-what"), Look::Text),
        ]);
        let mut canvas = Canvas::new(view, &t!(view.lang(), "what-to-ask"), grid).wide();
        canvas.heading(&t!(view.lang(), "what-to-ask"), &self.unit.unit_name);
        canvas.note(&t!(view.lang(), "cells-that-need-support-stand-first"));
        canvas.main_head(&table, 2);
        let mut cells = self.cells.to_vec();
        cells.sort_by_key(|cell| !view.is_weak(&cell.cell_id));
        let mut number = 0;
        for (cell, flag) in cells.iter().flat_map(|cell| view.flags(&cell.cell_id).iter().map(move |flag| (cell, flag)))
        {
            number += 1;
            let mark = if flag.severity == FlagSeverity::Red { Colour::RedMark } else { Colour::AmberMark };
            let values: Vec<Value> = vec![
                Value::Integer(number),
                cell.cell_name.as_str().into(),
                wording::flag_severity(flag.severity, view.lang()).into(),
                wording::flag(flag.code, view.lang()).into(),
                flag.evidence.as_str().into(),
                wording::ask(flag.code, view.lang()).into(),
            ];
            canvas.row_with(&table, marked(values, 2, mark), Tone::Plain);
        }
        if number == 0 {
            canvas.band(&t!(view.lang(), "no-flag-is-raised"));
        }
        canvas.finish()
    }

    /// Errors and warnings in the sheets it sent.
    fn to_mend(&self) -> Sheet {
        let view = self.view;
        let grid = vec![5.0, 9.0, 36.0, 14.0, 8.0, 32.0, 24.0, 50.0];
        let table = Table::new(vec![
            Column::new(t!(view.lang(), "row-number"), Look::Whole),
            Column::new(t!(view.lang(), "kind-of-finding"), Look::Centre),
            Column::new(t!(view.lang(), "file"), Look::Text),
            Column::new(t!(view.lang(), "sheet"), Look::Text),
            Column::new(t!(view.lang(), "sheet-cell"), Look::Centre),
            Column::new(t!(view.lang(), "matter"), Look::Text),
            Column::new(t!(view.lang(), "as-written"), Look::Text),
            Column::new(t!(view.lang(), "how-to-mend-it"), Look::Text),
        ]);
        let mut canvas = Canvas::new(view, &t!(view.lang(), "to-mend"), grid).wide();
        canvas.heading(&t!(view.lang(), "to-mend-in-the-sheets-sent"), &self.unit.unit_name);
        canvas.note(&t!(view.lang(), "to-mend-note"));
        canvas.main_head(&table, 0);
        let findings = self.findings();
        for (number, finding) in (1_i64..).zip(&findings) {
            let mark = if finding.severity == Severity::Error { Colour::RedMark } else { Colour::AmberMark };
            let values: Vec<Value> = vec![
                number.into(),
                wording::severity(finding.severity, view.lang()).into(),
                finding.file.as_str().into(),
                finding.sheet.as_deref().into(),
                finding.cell_ref.as_deref().into(),
                finding.code.meaning(view.lang()).into(),
                finding.raw.as_deref().into(),
                finding.hint.as_str().into(),
            ];
            canvas.row_with(&table, marked(values, 1, mark), Tone::Plain);
        }
        if findings.is_empty() {
            canvas.band(&t!(view.lang(), "none"));
        }
        canvas.finish()
    }

    /// Errors, then warnings, of the sheets it sent, in the order of their files.
    fn findings(&self) -> Vec<&FindingRow> {
        let view = self.view;
        let own = |finding: &&FindingRow| {
            view.sender(finding) == Some(self.unit.unit_id.as_str()) && finding.severity != Severity::Info
        };
        let mut findings: Vec<&FindingRow> = view.figures.findings.iter().filter(own).collect();
        findings.sort_by_key(|finding| finding.severity);
        findings
    }
}

#[cfg(test)]
mod tests;
