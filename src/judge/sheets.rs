//! Score sheets as they are judged: the lines one scorer gave of one cell's regular meeting, and their groups' points.

use std::collections::BTreeMap;

use super::figure::rounded;
use crate::lake::schema::ScoreRow;
use crate::period::Period;
use crate::register::UnitId;
use crate::rules::criteria::{CriteriaRules, CriterionGroup};
use crate::terms::{MeetingKind, Scorer};

/// Points may fall short by this much and count as full.
const SAME_POINTS: f64 = 0.005;

/// Points given, of the points possible.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Points {
    /// Points given.
    pub given: f64,
    /// Points possible.
    pub most: f64,
}

impl Points {
    /// Whether nothing was deducted.
    #[must_use]
    pub fn full(self) -> bool {
        self.most > 0.0 && self.given > self.most - SAME_POINTS
    }

    fn add(&mut self, row: &ScoreRow) {
        self.given += row.points;
        self.most += row.max_points;
    }
}

/// What one scorer gave in one month.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoredSheet<'a> {
    /// The month.
    pub period: Period,
    /// Who scored.
    pub scorer: Scorer,
    /// Points per criterion, by the criterion's text.
    pub lines: Vec<(&'a str, f64)>,
    /// Points of all lines.
    pub total: Points,
    /// Points per criterion group, in the order of the groups.
    pub groups: Vec<(&'a CriterionGroup, Points)>,
}

impl<'a> ScoredSheet<'a> {
    fn of(rows: &'a [ScoreRow], rules: &'a CriteriaRules) -> Option<(&'a UnitId, Self)> {
        let first = rows.first()?;
        let mut total = Points::default();
        let mut groups: BTreeMap<usize, (&CriterionGroup, Points)> = BTreeMap::new();
        for row in rows {
            let group = rules.of(&row.criterion, row.heading.as_deref());
            groups.entry(group.order).or_insert((group, Points::default())).1.add(row);
            total.add(row);
        }
        let mut lines: Vec<(&str, f64)> =
            rows.iter().map(|row| (row.criterion.as_str(), rounded(row.points))).collect();
        lines.sort_by(|one, other| one.0.cmp(other.0).then(one.1.total_cmp(&other.1)));
        let groups = groups.into_values().collect();
        Some((&first.cell_id, Self { period: first.period, scorer: first.scorer, lines, total, groups }))
    }
}

/// Every sheet of regular meetings, by cell.
#[derive(Debug, Default)]
pub struct Sheets<'a> {
    by_cell: BTreeMap<&'a UnitId, Vec<ScoredSheet<'a>>>,
}

impl<'a> Sheets<'a> {
    /// The sheets of the table `scores`, which is sorted by cell, month, meeting and scorer. Points of thematic meetings
    /// are those of a form of their own and are left aside.
    #[must_use]
    pub fn of(scores: &'a [ScoreRow], rules: &'a CriteriaRules) -> Self {
        let mut by_cell: BTreeMap<&UnitId, Vec<ScoredSheet<'_>>> = BTreeMap::new();
        for rows in scores.chunk_by(one_sheet) {
            let regular = rows.first().is_some_and(|row| row.meeting != Some(MeetingKind::Thematic));
            if let Some((cell, sheet)) = ScoredSheet::of(rows, rules).filter(|_| regular) {
                by_cell.entry(cell).or_default().push(sheet);
            }
        }
        Self { by_cell }
    }

    /// The sheets of a cell, by month and scorer.
    #[must_use]
    pub fn of_cell(&self, cell: &UnitId) -> &[ScoredSheet<'a>] {
        self.by_cell.get(cell).map_or(&[], Vec::as_slice)
    }
}

fn one_sheet(one: &ScoreRow, next: &ScoreRow) -> bool {
    (&one.cell_id, one.period, one.meeting, one.scorer) == (&next.cell_id, next.period, next.meeting, next.scorer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::examples::{criteria_rules, score_row};

    #[test]
    fn lines_of_one_group_are_added_up() {
        let scores = [
            score_row("A", "2024-01", Scorer::Own, "Tỷ lệ đảng viên dự", 4.0, 4.0),
            score_row("A", "2024-01", Scorer::Own, "Không vắng không lý do", 0.0, 1.0),
            score_row("A", "2024-01", Scorer::Own, "Thời gian", 5.0, 5.0),
            score_row("A", "2024-01", Scorer::Upper, "Thời gian", 3.0, 5.0),
        ];
        let rules = criteria_rules();
        let sheets = Sheets::of(&scores, &rules);
        let [own, upper] = sheets.of_cell(&UnitId::new("A")) else { panic!("two scorers") };
        let groups: Vec<_> =
            own.groups.iter().map(|(group, it)| (group.code.as_str(), it.given, it.most, it.full())).collect();
        assert_eq!(groups, [("time", 5.0, 5.0, true), ("attendance", 4.0, 5.0, false)]);
        assert_eq!((own.total, upper.total), (Points { given: 9.0, most: 10.0 }, Points { given: 3.0, most: 5.0 }));
        assert_eq!(sheets.of_cell(&UnitId::new("B")), []);
    }

    #[test]
    fn the_form_of_the_thematic_meeting_is_left_aside() {
        let mut row = score_row("A", "2024-01", Scorer::Own, "Thời gian", 5.0, 5.0);
        row.meeting = Some(MeetingKind::Thematic);
        let rules = criteria_rules();
        assert_eq!(Sheets::of(&[row], &rules).of_cell(&UnitId::new("A")), []);
    }
}
