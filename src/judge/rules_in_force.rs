//! The rubric that grades a cell's month where it is not the general one, and what its gates leave of the grade.

use std::collections::{BTreeMap, BTreeSet};

use super::sheets::{ScoredSheet, Sheets};
use crate::lake::schema::CellRule;
use crate::period::{Period, Window};
use crate::register::{Register, UnitId, is_valid};
use crate::rules::rubric::{Rubric, Rubrics};
use crate::terms::{Grade, Scorer};

/// One row per cell and month of the window that is graded by a rubric of its own, or whose grade a gate lowers; sorted by
/// cell and month.
#[must_use]
pub fn cell_rules(register: &Register, rubrics: &Rubrics, sheets: &Sheets<'_>, window: Window) -> Vec<CellRule> {
    let named: BTreeSet<&UnitId> =
        register.units().iter().filter(|unit| rubrics.names(unit)).map(|unit| &unit.unit_id).collect();
    let general_gates = window.months().any(|period| !rubrics.in_force(period).gates.is_empty());
    // Rubrics of other organisations cost nothing: most registers have none that is named.
    if named.is_empty() && !general_gates {
        return Vec::new();
    }
    // Where a cell changed hands within a month, the later validity speaks, also if it has no rule of its own.
    let mut rows: BTreeMap<(&UnitId, Period), Option<CellRule>> = BTreeMap::new();
    for unit in register.units().iter().filter(|unit| unit.tier.is_cell()) {
        for period in window.months().filter(|period| is_valid(unit, Some(*period))) {
            let chain = std::iter::once(unit).chain(register.superiors(unit, Some(period)));
            let own = rubrics.own(period, chain.filter(|unit| named.contains(&unit.unit_id)));
            let rubric = own.unwrap_or_else(|| rubrics.in_force(period));
            let at_best = at_best(rubric, sheets.of_cell(&unit.unit_id), period);
            let row = (own.is_some() || at_best.is_some()).then(|| CellRule {
                cell_id: unit.unit_id.clone(),
                period,
                rubric: rubric.name.clone(),
                grade_good_from: rubric.grades.good_from,
                grade_fair_from: rubric.grades.fair_from,
                grade_average_from: rubric.grades.average_from,
                at_best,
            });
            rows.insert((&unit.unit_id, period), row);
        }
    }
    rows.into_values().flatten().collect()
}

/// The best grade that the gates leave; none where they leave everything. A month without a sheet passes: what is not
/// known to be missing is not held against the cell.
fn at_best(rubric: &Rubric, sheets: &[ScoredSheet<'_>], period: Period) -> Option<Grade> {
    let mut own = sheets.iter().filter(|sheet| sheet.period == period);
    let upper = own.clone().find(|sheet| sheet.scorer == Scorer::Upper);
    let sheet = upper.or_else(|| own.next())?;
    let lacks = |code: &String| sheet.groups.iter().any(|(group, points)| group.code == *code && !points.full());
    let failed = rubric.gates.iter().filter(|gate| gate.full_points.iter().any(lacks));
    failed.map(|gate| gate.otherwise).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::examples::{criteria_rules, score_row, unit};
    use crate::lake::schema::ScoreRow;
    use crate::rules::Rules;
    use crate::terms::Tier;

    /// A cell under a committee of that name, with score lines in March 2024.
    fn rules_of(committee: &str, scores: &[ScoreRow]) -> Vec<CellRule> {
        let mut above = unit("DU", Tier::Committee, "TU");
        committee.clone_into(&mut above.name);
        let units = vec![unit("TU", Tier::Superior, ""), above, unit("A", Tier::AttachedCell, "DU")];
        let criteria = criteria_rules();
        let sheets = Sheets::of(scores, &criteria);
        let rubrics = Rules::load(None).unwrap().rubrics;
        cell_rules(&Register::of_rows(units, Vec::new()), &rubrics, &sheets, Window::year(2024).unwrap())
    }

    #[test]
    fn nobody_is_judged_by_the_rubric_of_another_committee() {
        assert_eq!(rules_of("Đảng ủy xã Mẫu", &[]), []);
    }

    #[test]
    fn a_rubric_of_a_committee_grades_the_cells_below_it() {
        let rows = rules_of("ĐẢNG UỶ KHỐI BÌNH THUẬN", &[]);
        assert_eq!(rows.len(), 12);
        assert_eq!((rows[0].rubric.as_str(), rows[0].at_best), ("Hướng dẫn Đảng ủy Khối Bình Thuận", None));
    }

    #[test]
    fn a_gate_that_is_missed_leaves_the_lower_grade() {
        let line = |text, points, most| score_row("A", "2024-03", Scorer::Own, text, points, most);
        let full = [line("Tỷ lệ đảng viên dự", 5.0, 5.0), line("Thời gian", 5.0, 5.0)];
        let short = [line("Tỷ lệ đảng viên dự", 4.0, 5.0), line("Thời gian", 5.0, 5.0)];
        let march = |scores: &[ScoreRow]| rules_of("Đảng ủy Khối Bình Thuận", scores)[2].at_best;
        assert_eq!((march(&full), march(&short)), (None, Some(Grade::Fair)));
    }
}
