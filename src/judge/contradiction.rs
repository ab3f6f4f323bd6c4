//! Points of a score sheet held against what the month itself states.

use super::figure::{is_held, rounded, share};
use super::sheets::{Points, ScoredSheet};
use crate::lake::schema::CellMonth;
use crate::period::Period;
use crate::rules::criteria::{CriterionGroup, Fact};
use crate::terms::Scorer;

/// Full points against the facts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Contradiction<'a> {
    /// The month.
    pub period: Period,
    /// Who gave them.
    pub scorer: Scorer,
    /// For what.
    pub group: &'a CriterionGroup,
    /// How many.
    pub points: Points,
    /// What the month states instead.
    pub against: Against,
}

/// What the month states.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Against {
    /// Fewer present than the month's target asks.
    Attendance {
        /// Members present, at most those due.
        present: i64,
        /// Members due.
        due: i64,
        /// The month's target, 0–1.
        target: f64,
    },
    /// No thematic meeting was held.
    NoThematicMeeting,
}

/// The contradictions of a sheet; `None` where the month was not held or states nothing its points can be held against.
/// Only full points of a group contradict: any deduction shows that somebody looked.
pub(super) fn contradictions<'a>(
    month: &CellMonth,
    sheet: &ScoredSheet<'a>,
    target: f64,
) -> Option<Vec<Contradiction<'a>>> {
    if !is_held(month) {
        return None;
    }
    let stated = sheet.groups.iter().filter_map(|(group, points)| {
        let against = match group.fact? {
            Fact::Attendance => attendance(month, target)?,
            Fact::Thematic => (!month.thematic?).then_some(Against::NoThematicMeeting),
        };
        Some(against.filter(|_| points.full()).map(|against| Contradiction {
            period: sheet.period,
            scorer: sheet.scorer,
            group,
            points: *points,
            against,
        }))
    });
    let stated: Vec<Option<Contradiction<'_>>> = stated.collect();
    (!stated.is_empty()).then(|| stated.into_iter().flatten().collect())
}

/// Whether attendance was under the target; `None` where it is not stated.
#[expect(clippy::option_option, reason = "the outer says whether anything is stated")]
fn attendance(month: &CellMonth, target: f64) -> Option<Option<Against>> {
    let due = month.due?;
    let present = month.present?.min(due);
    let rate = share(present, due)?;
    Some((rounded(rate) < rounded(target)).then_some(Against::Attendance { present, due, target }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::examples::{criteria_rules, quiet_month, score_row};
    use crate::judge::sheets::Sheets;
    use crate::register::UnitId;
    use crate::terms::MeetingStatus;

    /// What a month says against one line of a sheet, at a target of 85%.
    fn against(criterion: &str, points: f64, month: &CellMonth) -> Option<Vec<Against>> {
        let scores = [score_row("A", "2024-01", Scorer::Own, criterion, points, 5.0)];
        let rules = criteria_rules();
        let sheets = Sheets::of(&scores, &rules);
        let sheet = &sheets.of_cell(&UnitId::new("A"))[0];
        Some(contradictions(month, sheet, 0.85)?.into_iter().map(|it| it.against).collect())
    }

    fn attended(present: i64) -> CellMonth {
        CellMonth { due: Some(20), present: Some(present), ..quiet_month("A", "2024-01") }
    }

    #[test]
    fn full_points_for_attendance_under_the_target_contradict() {
        let line = "Tỷ lệ đảng viên dự sinh hoạt";
        // 16 of 20 is 80%, 17 is 85%, and 25 of 20 is no more than all.
        let found = Against::Attendance { present: 16, due: 20, target: 0.85 };
        assert_eq!(against(line, 5.0, &attended(16)), Some(vec![found]));
        assert_eq!(against(line, 4.5, &attended(16)), Some(vec![]));
        assert_eq!(against(line, 5.0, &attended(17)), Some(vec![]));
        assert_eq!(against(line, 5.0, &attended(25)), Some(vec![]));
        assert_eq!(against(line, 5.0, &quiet_month("A", "2024-01")), None);
        assert_eq!(against("Thời gian", 5.0, &attended(16)), None);
    }

    #[test]
    fn full_points_for_a_thematic_meeting_that_was_not_held_contradict() {
        let without = CellMonth { thematic: Some(false), ..quiet_month("A", "2024-01") };
        let unknown = CellMonth { thematic: None, ..quiet_month("A", "2024-01") };
        let line = "Sinh hoạt chuyên đề";
        assert_eq!(against(line, 5.0, &without), Some(vec![Against::NoThematicMeeting]));
        assert_eq!(against(line, 3.0, &without), Some(vec![]));
        assert_eq!(against(line, 5.0, &quiet_month("A", "2024-01")), Some(vec![]));
        assert_eq!(against(line, 5.0, &unknown), None);
        let not_held = CellMonth { status: Some(MeetingStatus::NotHeld), ..without };
        assert_eq!(against(line, 5.0, &not_held), None);
    }
}
