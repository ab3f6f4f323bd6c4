//! The cells the month has no report of, and why as far as the submissions tell.

use std::collections::{BTreeMap, BTreeSet};

use super::{Name, month_figures};
use crate::lake::schema::{CellMonth, FindingRow};
use crate::lang::t;
use crate::period::Period;
use crate::register::UnitId;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::{count, month, tally};
use crate::report::plan::Sheet;
use crate::report::view::View;
use crate::terms::{Severity, SubmissionStatus};

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>, period: Period) -> Sheet {
    let lang = view.lang();
    let mut canvas = Canvas::new(view, &Name::NotReported.tab(lang), vec![6.0, 34.0, 30.0, 14.0, 12.0, 56.0]);
    let name = month(lang, period);
    canvas.heading(&t!(view.lang(), "cells-that-have-not-reported"), &t!(view.lang(), "cell-meetings", span = name));
    let rows = month_figures::sorted(view, period);
    let missing: Vec<_> = rows.iter().filter(|row| !row.reported).collect();
    let (number, all) = (count(lang, tally(&missing)), count(lang, tally(&rows)));
    canvas.note(&t!(view.lang(), "cells-without-figures", number, all));
    let table = Table::new(vec![
        Column::new(t!(view.lang(), "row-number"), Look::Whole),
        Column::new(t!(view.lang(), "cell"), Look::Text),
        Column::new(t!(view.lang(), "committee"), Look::Text),
        Column::new(t!(view.lang(), "type"), Look::Text),
        Column::new(t!(view.lang(), "months-missing-this-year"), Look::Whole),
        Column::new(t!(view.lang(), "reason"), Look::Text),
    ]);
    canvas.main_head(&table, 2);
    let head = canvas.row - 1;
    let received = Received::in_month(view, period);
    let mut months: BTreeMap<&str, i64> = BTreeMap::new();
    for row in view.figures.cell_months.iter().filter(|row| !row.reported && row.period <= period) {
        *months.entry(row.cell_id.as_str()).or_default() += 1;
    }
    for (number, row) in (1_i64..).zip(&missing) {
        let values = vec![
            number.into(),
            view.cell_name(&row.cell_id).into(),
            row.unit_id.as_ref().map(|id| view.unit_name(id.as_str())).into(),
            view.type_name(row.cell_type.as_deref()).into(),
            months.get(row.cell_id.as_str()).copied().into(),
            received.reason(view, row).into(),
        ];
        canvas.row(&table, values, Tone::Plain);
    }
    if missing.is_empty() {
        canvas.band(&t!(view.lang(), "every-cell-has-reported"));
    }
    canvas.filter_since(head);
    canvas.finish()
}

/// What the submissions of a month tell about missing cells.
struct Received<'a> {
    /// Committees that sent a sheet.
    senders: BTreeSet<&'a UnitId>,
    /// The first error of each cell in a sheet of the month.
    errors: BTreeMap<&'a UnitId, &'a FindingRow>,
}

impl<'a> Received<'a> {
    fn in_month(view: &View<'a>, period: Period) -> Self {
        let submissions = view.figures.submissions.iter().filter(|row| row.period == Some(period));
        let sheets: BTreeSet<(&str, &str)> =
            submissions.clone().map(|row| (row.file.as_str(), row.sheet.as_str())).collect();
        let read = submissions.filter(|row| row.status != SubmissionStatus::Unrecognised);
        let mut errors = BTreeMap::new();
        for error in view.figures.findings.iter().filter(|row| row.severity == Severity::Error) {
            let place = error.sheet.as_deref().map(|sheet| (error.file.as_str(), sheet));
            if let (Some(cell), true) = (&error.cell_id, place.is_some_and(|place| sheets.contains(&place))) {
                errors.entry(cell).or_insert(error);
            }
        }
        Self { senders: read.filter_map(|row| row.unit_id.as_ref()).collect(), errors }
    }

    /// Why a cell has no report: its row was rejected, it is missing from the sheet, or there is no sheet.
    fn reason(&self, view: &View<'_>, row: &CellMonth) -> String {
        if let Some(error) = self.errors.get(&row.cell_id) {
            let meaning = error.code.meaning(view.lang()).to_lowercase();
            return t!(view.lang(), "its-row-was-rejected", meaning);
        }
        let sent = row.unit_id.as_ref().is_some_and(|unit| self.senders.contains(unit));
        if sent { t!(view.lang(), "sheet-without-the-cell") } else { t!(view.lang(), "no-sheet-from-the-committee") }
    }
}
