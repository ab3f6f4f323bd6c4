//! The month's own figures, pooled over cells: sums before division.

use std::collections::BTreeMap;

use super::distribution::Bins;
use crate::figures::Figures;
use crate::lake::schema::CellMonth;
use crate::order::vietnamese;
use crate::period::Period;
use crate::report::numbers::share;
use crate::report::view::View;
use crate::terms::{Grade, MeetingStatus, Scorer};

/// Figures of some cells in one month.
#[derive(Debug, Default, Clone, PartialEq)]
pub(in crate::report) struct MonthFigures {
    pub cells: i64,
    pub reported: i64,
    pub held: i64,
    pub not_held: i64,
    pub members: i64,
    pub due: i64,
    pub present: i64,
    pub visited: i64,
    pub thematic: i64,
    /// Held meetings of which the sheet says whether they were thematic.
    pub thematic_known: i64,
    pub scored: i64,
    pub scored_from_above: i64,
    pub score_sum: f64,
    /// Good, fair, average, poor.
    pub grades: [i64; 4],
    pub bins: Bins,
}

impl MonthFigures {
    fn add(&mut self, cell: &CellMonth) {
        self.cells += 1;
        self.reported += i64::from(cell.reported);
        self.not_held += i64::from(cell.status == Some(MeetingStatus::NotHeld));
        self.members += cell.members.or(cell.due).unwrap_or(0);
        self.visited += i64::from(cell.visited);
        if cell.status != Some(MeetingStatus::Held) {
            return;
        }
        self.held += 1;
        self.thematic += i64::from(cell.thematic == Some(true));
        self.thematic_known += i64::from(cell.thematic.is_some());
        if let Some((present, due)) = attendance(cell) {
            self.present += present;
            self.due += due;
        }
        for (scorer, score) in
            [(Scorer::Official, cell.official_score), (Scorer::Own, cell.self_score), (Scorer::Upper, cell.upper_score)]
        {
            if let Some(score) = score {
                self.bins.add(scorer, score, 1);
            }
        }
        if let Some(score) = cell.official_score {
            self.scored += 1;
            self.scored_from_above += i64::from(cell.upper_score.is_some());
            self.score_sum += score;
        }
        if let Some(grade) = cell.official_grade {
            let slot = match grade {
                Grade::Good => 0,
                Grade::Fair => 1,
                Grade::Average => 2,
                Grade::Poor => 3,
            };
            if let Some(count) = self.grades.get_mut(slot) {
                *count += 1;
            }
        }
    }

    /// Pooled attendance rate.
    pub(in crate::report) fn attendance_rate(&self) -> Option<f64> {
        share(self.present, self.due)
    }

    /// Mean official score.
    #[expect(clippy::cast_precision_loss, reason = "counts of cells lie far under 2^53")]
    pub(in crate::report) fn mean_score(&self) -> Option<f64> {
        (self.scored > 0).then(|| self.score_sum / self.scored as f64)
    }
}

/// Present and due of a held month that states both; nobody counts twice where more were present than due.
pub(in crate::report) fn attendance(cell: &CellMonth) -> Option<(i64, i64)> {
    let (present, due) = (cell.present?, cell.due.filter(|due| *due > 0)?);
    (cell.status == Some(MeetingStatus::Held)).then_some((present.min(due), due))
}

/// The month's rows, sorted by committee and cell.
pub(in crate::report) fn rows(figures: &Figures, month: Period) -> Vec<&CellMonth> {
    let mut rows: Vec<_> = figures.cell_months.iter().filter(|row| row.period == month).collect();
    rows.sort_by(|one, other| (&one.unit_id, &one.cell_id).cmp(&(&other.unit_id, &other.cell_id)));
    rows
}

/// The month's rows in the order of committees and cells by name.
pub(in crate::report) fn sorted<'a>(view: &View<'a>, month: Period) -> Vec<&'a CellMonth> {
    let unit = |row: &'a CellMonth| row.unit_id.as_ref().map_or("", |id| id.as_str());
    let mut rows = rows(view.figures, month);
    rows.sort_by(|one, other| {
        view.by_unit_name(unit(one), unit(other))
            .then_with(|| vietnamese(view.cell_name(&one.cell_id), view.cell_name(&other.cell_id)))
    });
    rows
}

/// The month's figures of all cells.
pub(in crate::report) fn whole(figures: &Figures, month: Period) -> MonthFigures {
    let mut whole = MonthFigures::default();
    for row in rows(figures, month) {
        whole.add(row);
    }
    whole
}

/// The month's figures by committee code; cells without one stand under the empty code.
pub(in crate::report) fn by_unit(figures: &Figures, month: Period) -> BTreeMap<&str, MonthFigures> {
    let mut by_unit: BTreeMap<&str, MonthFigures> = BTreeMap::new();
    for row in rows(figures, month) {
        by_unit.entry(row.unit_id.as_ref().map_or("", |id| id.as_str())).or_default().add(row);
    }
    by_unit
}

/// The month's scored meetings per grade by the name of the cell type, in its order.
pub(in crate::report) fn by_type(view: &View<'_>, month: Period) -> Vec<(String, [i64; 4])> {
    let mut by_type: BTreeMap<&str, MonthFigures> = BTreeMap::new();
    for row in rows(view.figures, month) {
        by_type.entry(view.type_name(row.cell_type.as_deref())).or_default().add(row);
    }
    let mut types: Vec<_> = by_type.into_iter().filter(|(name, _)| !name.is_empty()).collect();
    types.sort_by(|(one, _), (other, _)| vietnamese(one, other));
    types.into_iter().map(|(name, figures)| (name.to_owned(), figures.grades)).collect()
}
