//! The committees' part: visits asked for and made by quarter and level, assignments nobody saw to, plans and
//! preparation pooled. The committee is judged by these, not the cell.

use std::collections::BTreeMap;

use super::by_cell::ByCell;
use super::figure::{count, share};
use crate::lake::schema::{AssignmentRow, CellMonth, CellSummary};
use crate::lake::supervision::{CoverageRow, DutyRow, HardshipRow, PreparationRow, UnassignedRow, Visitors};
use crate::register::{UnitId, is_assigned};
use crate::terms::{Scope, VisitLevel};

const SCOPES: [Scope; 5] = [Scope::Cell, Scope::Unit, Scope::Type, Scope::Hardship, Scope::All];
const POOLS: [Scope; 5] = [Scope::Unit, Scope::Type, Scope::Hardship, Scope::Concurrent, Scope::All];

/// Everything about the committees' part.
#[derive(Debug, Clone, Default)]
pub struct Duties {
    /// By quarter and level.
    pub coverage: Vec<CoverageRow>,
    /// By assignment.
    pub duties: Vec<DutyRow>,
    /// Cells without a follower.
    pub unassigned: Vec<UnassignedRow>,
    /// Hardship cells by month.
    pub hardship: Vec<HardshipRow>,
    /// Plans and cell-committee meetings.
    pub preparation: Vec<PreparationRow>,
}

impl Duties {
    /// Of the cells, their months (sorted by cell and month) and who is assigned to them.
    #[must_use]
    pub fn of(cells: &[CellSummary], months: &[CellMonth], assignments: &[AssignmentRow]) -> Self {
        let cells = Cells::of(cells, months, assignments);
        Self {
            coverage: cells.coverage(),
            duties: cells.duties(),
            unassigned: cells.unassigned(),
            hardship: cells.hardship(),
            preparation: preparation(cells.all.iter().map(|it| it.cell)),
        }
    }
}

/// A cell with its expected months and its assignments.
struct Followed<'a> {
    cell: &'a CellSummary,
    months: &'a [CellMonth],
    assignments: Vec<&'a AssignmentRow>,
}

/// All cells; hardship first, then by the organisation above and by code.
struct Cells<'a> {
    all: Vec<Followed<'a>>,
}

impl<'a> Cells<'a> {
    fn of(cells: &'a [CellSummary], months: &'a [CellMonth], assignments: &'a [AssignmentRow]) -> Self {
        let months = ByCell::of(months, |month| &month.cell_id);
        let mut assigned: BTreeMap<&UnitId, Vec<&AssignmentRow>> = BTreeMap::new();
        for assignment in assignments {
            assigned.entry(&assignment.cell_id).or_default().push(assignment);
        }
        let followed = |cell: &'a CellSummary| Followed {
            cell,
            months: months.get(&cell.cell_id),
            assignments: assigned.get(&cell.cell_id).cloned().unwrap_or_default(),
        };
        let mut all: Vec<Followed<'_>> = cells.iter().map(followed).collect();
        all.sort_by(|one, other| {
            let place = |it: &Followed<'a>| (!it.cell.hardship, it.cell.unit_id.as_ref(), &it.cell.cell_id);
            place(one).cmp(&place(other))
        });
        Self { all }
    }

    /// Sums by scope, key, quarter and level; cells without a duty are not counted, and have no row of their own. A cell
    /// that moved counts for the organisation it stood under in the quarter, at its end.
    fn coverage(&self) -> Vec<CoverageRow> {
        let mut sums: BTreeMap<(Scope, &str, &str, Visitors), [i64; 3]> = BTreeMap::new();
        for followed in &self.all {
            for quarter in followed.months.chunk_by(|one, next| one.quarter == next.quarter) {
                let Some(last) = quarter.last() else { continue };
                let name = last.quarter.as_str();
                for visitors in Visitors::ALL {
                    let (required, attended) = followed.duty(quarter, *visitors);
                    for scope in SCOPES.into_iter().filter(|scope| required > 0 || *scope != Scope::Cell) {
                        let key = key(scope, followed.cell, last.unit_id.as_ref());
                        let [cells, all, done] = sums.entry((scope, key, name, *visitors)).or_default();
                        *cells += i64::from(required > 0);
                        *all += required;
                        *done += attended;
                    }
                }
            }
        }
        let row = |((scope, key, quarter, level), [cells, required, attended]): (_, [i64; 3])| CoverageRow {
            scope,
            key: str::to_owned(key),
            quarter: str::to_owned(quarter),
            level,
            cells,
            required,
            attended,
            coverage: share(attended, required),
        };
        sums.into_iter().map(row).collect()
    }

    fn duties(&self) -> Vec<DutyRow> {
        let mut rows = Vec::new();
        for followed in &self.all {
            let mut by_role: BTreeMap<(&str, Option<VisitLevel>), Vec<&AssignmentRow>> = BTreeMap::new();
            for assignment in &followed.assignments {
                by_role.entry((&assignment.role, assignment.visit_level)).or_default().push(assignment);
            }
            for ((role, visit_level), assignments) in by_role {
                let active = |month: &&CellMonth| assignments.iter().any(|it| is_assigned(it, month.period));
                let months: Vec<&CellMonth> = followed.months.iter().filter(active).collect();
                let visitors = visit_level.map_or(Visitors::Any, Visitors::of);
                let visits = months.iter().filter(|month| visitors.came(month)).count();
                // A visitor whose level no sheet gives may have been this follower.
                let perhaps = months.iter().any(|month| level_unknown(month));
                if months.is_empty() {
                    continue;
                }
                rows.push(DutyRow {
                    unit_id: followed.cell.unit_id.clone(),
                    cell_id: followed.cell.cell_id.clone(),
                    hardship: followed.cell.hardship,
                    role: role.to_owned(),
                    visit_level,
                    months_assigned: count(months.len()),
                    months_visited: count(visits),
                    no_visit: visits == 0 && !perhaps,
                });
            }
        }
        rows
    }

    fn unassigned(&self) -> Vec<UnassignedRow> {
        let row = |followed: &Followed<'_>| {
            let bare: Vec<String> =
                followed.months.iter().filter(|month| !month.assigned).map(|month| month.period.to_string()).collect();
            (!bare.is_empty() && !followed.cell.needs_no_follower).then(|| UnassignedRow {
                unit_id: followed.cell.unit_id.clone(),
                cell_id: followed.cell.cell_id.clone(),
                hardship: followed.cell.hardship,
                n: count(bare.len()),
                months: bare.join(";"),
            })
        };
        self.all.iter().filter_map(row).collect()
    }

    fn hardship(&self) -> Vec<HardshipRow> {
        let hard = self.all.iter().filter(|followed| followed.cell.hardship);
        let row = |month: &CellMonth| HardshipRow {
            cell_id: month.cell_id.clone(),
            period: month.period,
            required_visits: month.required_visits,
            visited: month.visited,
            visited_upper: month.visited_upper,
            visited_committee: month.visited_committee,
            visited_assisting: month.visited_assisting,
        };
        hard.flat_map(|followed| followed.months.iter().map(row)).collect()
    }
}

impl Followed<'_> {
    /// Required and attended months of a quarter: required = min(the most that an assignment asks for, months with one),
    /// attended = min(required, months with a visit).
    fn duty(&self, quarter: &[CellMonth], visitors: Visitors) -> (i64, i64) {
        let required = match visitors {
            Visitors::Any => quarter.iter().map(|month| month.required_visits).max().unwrap_or(0),
            level => self.asked(quarter, level),
        };
        let visits = count(quarter.iter().filter(|month| visitors.came(month)).count());
        (required, visits.min(required))
    }

    fn asked(&self, quarter: &[CellMonth], level: Visitors) -> i64 {
        let of_level = |it: &&&AssignmentRow| it.visit_level.map(Visitors::of) == Some(level);
        let asked = |month: &CellMonth| {
            let active = self.assignments.iter().filter(of_level).filter(|it| is_assigned(it, month.period));
            active.map(|it| it.visits_per_quarter).max()
        };
        let asked: Vec<i64> = quarter.iter().filter_map(asked).collect();
        asked.iter().copied().max().unwrap_or(0).min(count(asked.len()))
    }
}

impl Visitors {
    fn of(level: VisitLevel) -> Self {
        match level {
            VisitLevel::Upper => Self::Upper,
            VisitLevel::Committee => Self::Committee,
            VisitLevel::Assisting => Self::Assisting,
        }
    }

    fn came(self, month: &CellMonth) -> bool {
        match self {
            Self::Any => month.visited,
            Self::Upper => month.visited_upper,
            Self::Committee => month.visited_committee,
            Self::Assisting => month.visited_assisting,
        }
    }
}

/// The key of a scope that a cell under an organisation belongs to; a dash where it has none.
fn key<'a>(scope: Scope, cell: &'a CellSummary, unit: Option<&'a UnitId>) -> &'a str {
    match scope {
        Scope::Cell => cell.cell_id.as_str(),
        Scope::Unit => unit.map_or("—", UnitId::as_str),
        Scope::Type => cell.cell_type.as_deref().unwrap_or("—"),
        Scope::Hardship if cell.hardship => "yes",
        Scope::Concurrent if cell.concurrent_secretary => "yes",
        Scope::Hardship | Scope::Concurrent => "no",
        Scope::All => "ALL",
    }
}

/// Somebody came, and nothing says from which level.
fn level_unknown(month: &CellMonth) -> bool {
    month.visited && !(month.visited_upper || month.visited_committee || month.visited_assisting)
}

/// Plans and cell-committee meetings by scope; sums are null where nothing states them.
fn preparation<'a>(cells: impl Iterator<Item = &'a CellSummary>) -> Vec<PreparationRow> {
    let mut pools: BTreeMap<(Scope, &str), Vec<&CellSummary>> = BTreeMap::new();
    for cell in cells {
        for scope in POOLS {
            pools.entry((scope, key(scope, cell, cell.unit_id.as_ref()))).or_default().push(cell);
        }
    }
    let row = |((scope, key), cells): ((Scope, &str), Vec<&CellSummary>)| {
        let sum = |of: fn(&CellSummary) -> Option<i64>| {
            let stated: Vec<i64> = cells.iter().filter_map(|cell| of(cell)).collect();
            (!stated.is_empty()).then(|| stated.iter().sum())
        };
        let counted = |has: fn(&CellSummary) -> bool| count(cells.iter().filter(|cell| has(cell)).count());
        PreparationRow {
            scope,
            key: key.to_owned(),
            cells: count(cells.len()),
            cells_collected: counted(|cell| cell.plan_quarters.is_some()),
            cells_with_plan: counted(|cell| cell.plan_quarters.is_some_and(|quarters| quarters > 0)),
            plan_quarters: sum(|cell| cell.plan_quarters),
            plan_approved: sum(|cell| cell.plan_approved),
            plan_done: sum(|cell| cell.plan_done),
            committee_met_months: sum(|cell| cell.committee_met_months),
            committee_met_known: sum(|cell| cell.committee_met_known),
        }
    };
    pools.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::examples::{cell, quiet_month};

    fn assigned(id: &str, level: Option<VisitLevel>, visits_per_quarter: i64) -> AssignmentRow {
        AssignmentRow {
            cell_id: UnitId::new(id),
            role: "Đảng ủy viên phụ trách".into(),
            visit_level: level,
            valid_from: None,
            valid_to: None,
            visits_per_quarter,
        }
    }

    /// January to March, with a visit by the grassroots committee in the months marked.
    fn quarter(id: &str, visits: [bool; 3]) -> Vec<CellMonth> {
        let month = |(at, visited): (usize, bool)| CellMonth {
            required_visits: 2,
            visited,
            visited_committee: visited,
            ..quiet_month(id, &format!("2024-{:02}", at + 1))
        };
        visits.into_iter().enumerate().map(month).collect()
    }

    fn row<'a>(rows: &'a [CoverageRow], scope: Scope, key: &str, level: Visitors) -> &'a CoverageRow {
        rows.iter().find(|row| row.scope == scope && row.key == key && row.level == level).unwrap()
    }

    #[test]
    fn a_committee_is_covered_by_what_its_cells_lack_and_not_by_what_they_have_too_much() {
        // A: 3 visits of 2 required count 2; B: 1 of 2. Together 3 of 4.
        let months = [quarter("A", [true; 3]), quarter("B", [true, false, false])].concat();
        let assignments = ["A", "B"].map(|id| assigned(id, Some(VisitLevel::Committee), 2));
        let rows = Duties::of(&[cell("A"), cell("B")], &months, &assignments).coverage;
        for level in [Visitors::Any, Visitors::Committee] {
            let unit = row(&rows, Scope::Unit, "U", level);
            assert_eq!((unit.cells, unit.required, unit.attended, unit.coverage), (2, 4, 3, Some(0.75)));
        }
        let upper = row(&rows, Scope::All, "ALL", Visitors::Upper);
        assert_eq!((upper.cells, upper.required, upper.coverage), (0, 0, None));
        let of_cells = rows.iter().filter(|row| row.scope == Scope::Cell);
        assert!(of_cells.into_iter().all(|row| row.required > 0 && row.level != Visitors::Upper));
        assert_eq!(row(&rows, Scope::Cell, "B", Visitors::Any).attended, 1);
    }

    #[test]
    fn a_cell_that_moved_counts_in_each_quarter_for_the_committee_it_stood_under() {
        let under = |unit: &str, months: &[&str]| -> Vec<CellMonth> {
            let month = |month: &&str| CellMonth {
                unit_id: Some(UnitId::new(unit)),
                required_visits: 1,
                visited: false,
                ..quiet_month("A", month)
            };
            months.iter().map(month).collect()
        };
        let months = [under("OLD", &["2024-05", "2024-06"]), under("OLD", &["2024-07"]), under("NEW", &["2024-08"])];
        let now = CellSummary { unit_id: Some(UnitId::new("NEW")), cell_type: None, ..cell("A") };
        let rows = Duties::of(&[now], &months.concat(), &[]).coverage;
        let of = |scope: Scope| -> Vec<(&str, &str, i64)> {
            let rows = rows.iter().filter(|row| row.scope == scope && row.level == Visitors::Any);
            rows.map(|row| (row.key.as_str(), row.quarter.as_str(), row.required)).collect()
        };
        assert_eq!(of(Scope::Unit), [("NEW", "2024-Q3", 1), ("OLD", "2024-Q2", 1)]);
        assert_eq!(of(Scope::Type), [("—", "2024-Q2", 1), ("—", "2024-Q3", 1)]);
    }

    #[test]
    fn an_assignment_of_two_months_asks_for_two_visits_at_most() {
        let mut short = assigned("A", Some(VisitLevel::Upper), 3);
        short.valid_from = chrono::NaiveDate::from_ymd_opt(2024, 2, 10);
        let rows = Duties::of(&[cell("A")], &quarter("A", [true; 3]), &[short]).coverage;
        let upper = row(&rows, Scope::Cell, "A", Visitors::Upper);
        assert_eq!((upper.required, upper.attended), (2, 0), "February and March, by nobody of that level");
    }

    #[test]
    fn an_assignment_with_no_visit_is_named_hardship_cells_first() {
        let hard = CellSummary { hardship: true, ..cell("Z") };
        let months = [quarter("A", [false; 3]), quarter("Z", [true, false, false])].concat();
        let assignments = [assigned("A", Some(VisitLevel::Committee), 1), assigned("Z", None, 1)];
        let rows = Duties::of(&[cell("A"), hard], &months, &assignments).duties;
        let told: Vec<_> = rows.iter().map(|row| (row.cell_id.as_str(), row.months_visited, row.no_visit)).collect();
        assert_eq!(told, [("Z", 1, false), ("A", 0, true)]);
    }

    #[test]
    fn a_visitor_of_unknown_level_may_have_been_the_follower() {
        let mut months = quarter("A", [true, false, false]);
        months[0].visited_committee = false;
        let rows = Duties::of(&[cell("A")], &months, &[assigned("A", Some(VisitLevel::Upper), 1)]).duties;
        assert_eq!((rows[0].months_visited, rows[0].no_visit), (0, false));
    }

    #[test]
    fn months_without_a_follower_are_listed_unless_the_cell_needs_none() {
        let mut months = quarter("A", [true; 3]);
        months[1].assigned = false;
        let rows = |cell| Duties::of(&[cell], &months, &[]).unassigned;
        assert_eq!(rows(cell("A")).iter().map(|row| row.months.as_str()).collect::<Vec<_>>(), ["2024-02"]);
        assert!(rows(CellSummary { needs_no_follower: true, ..cell("A") }).is_empty());
    }

    #[test]
    fn plans_that_were_not_collected_are_no_missing_plans() {
        let unknown = CellSummary { plan_quarters: None, plan_approved: None, plan_done: None, ..cell("A") };
        let none = CellSummary {
            cell_type: None,
            plan_quarters: Some(0),
            plan_approved: Some(0),
            plan_done: Some(0),
            ..cell("B")
        };
        let rows = Duties::of(&[unknown, none, cell("C")], &[], &[]).preparation;
        let all = rows.iter().find(|row| row.scope == Scope::All).unwrap();
        assert_eq!((all.cells, all.cells_collected, all.cells_with_plan, all.plan_quarters), (3, 2, 1, Some(4)));
        assert_eq!(rows.iter().filter(|row| row.scope == Scope::Type).map(|row| row.cells).sum::<i64>(), 3);
        assert_eq!((all.committee_met_months, all.committee_met_known), (None, None), "no cell committee anywhere");
    }
}
