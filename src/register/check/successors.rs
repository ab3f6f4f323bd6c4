//! Successors that cannot be: unknown, the organisation itself, of another kind, gone before, or round in a circle.

use std::collections::{BTreeMap, BTreeSet};

use super::super::UnitId;
use super::super::load::Placed;
use crate::error::{Message, Problem};
use crate::lake::schema::UnitRow;
use crate::lang::t;
use crate::register::later_end;

/// The rows of each code.
type Rows<'a> = BTreeMap<&'a UnitId, Vec<&'a Placed<UnitRow>>>;

/// Checks the column `Kế thừa`.
pub(super) fn check(file: &str, rows: &[Placed<UnitRow>], problems: &mut Vec<Problem>) {
    let mut by_code: Rows<'_> = BTreeMap::new();
    for placed in rows {
        by_code.entry(&placed.row.unit_id).or_default().push(placed);
    }
    let mut report =
        |placed: &Placed<UnitRow>, message: Message| problems.push(Problem::new(file, Some(placed.line), message));
    for placed in rows {
        if let Some(message) = wrong(&placed.row, &by_code) {
            report(placed, message);
        }
    }
    for circle in circles(&by_code) {
        let mut codes: Vec<&str> = circle.iter().map(|placed| placed.row.unit_id.as_str()).collect();
        codes.extend(codes.first().copied());
        let (shown, lines) = (codes.join(" → "), lines(&circle));
        for placed in &circle {
            let message = Message::of(|lang| t!(lang, "successors-in-a-circle", shown, lines));
            report(placed, message);
        }
    }
}

/// What is wrong with the successor of one row.
fn wrong(unit: &UnitRow, by_code: &Rows<'_>) -> Option<Message> {
    let code = unit.successor_id.as_ref()?;
    let Some(heirs) = by_code.get(code) else {
        return Some(Message::of(|lang| t!(lang, "successor-not-in-register", code)));
    };
    let rows = lines(heirs);
    if *code == unit.unit_id {
        return Some(Message::of(|lang| t!(lang, "successor-is-itself", code)));
    }
    if heirs.iter().all(|heir| heir.row.tier.is_cell() != unit.tier.is_cell()) {
        return Some(Message::of(|lang| t!(lang, "successor-of-another-kind", code, rows)));
    }
    let last = heirs.iter().map(|heir| heir.row.valid_to).reduce(later_end).flatten();
    let gone_before = last.is_some_and(|last| unit.valid_to.is_none_or(|to| last < to));
    let shown = last.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default();
    gone_before.then(|| Message::of(|lang| t!(lang, "successor-ends-before", code, rows, shown)))
}

/// The rows of successors that come back to where they began, each circle once. The latest row of a code says who carries
/// it on: one that is used again may follow its own successor.
fn circles<'a>(by_code: &Rows<'a>) -> Vec<Vec<&'a Placed<UnitRow>>> {
    let latest = |code: &UnitId| by_code.get(code)?.iter().copied().max_by_key(|placed| placed.row.valid_from);
    let mut told: BTreeSet<&UnitId> = BTreeSet::new();
    let mut circles = Vec::new();
    for start in by_code.keys().copied() {
        let mut path: Vec<&Placed<UnitRow>> = Vec::new();
        let mut at = latest(start);
        while let Some(placed) = at {
            if told.contains(&placed.row.unit_id) {
                break;
            }
            if let Some(from) = path.iter().position(|seen| seen.row.unit_id == placed.row.unit_id) {
                let circle = path.split_off(from);
                // One that is its own successor is told as such.
                if circle.len() > 1 {
                    circles.push(circle.clone());
                }
                path.extend(circle);
                break;
            }
            path.push(placed);
            at = placed.row.successor_id.as_ref().and_then(latest);
        }
        told.extend(path.iter().map(|placed| &placed.row.unit_id));
    }
    circles
}

fn lines(rows: &[&Placed<UnitRow>]) -> String {
    let lines: Vec<String> = rows.iter().map(|placed| placed.line.to_string()).collect();
    lines.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::examples::unit;
    use crate::lang::Lang;
    use crate::terms::Tier;

    /// Code, kind, first and last day, successor; rows from 2.
    fn problems(rows: &[(&str, Tier, &str, &str, &str)]) -> Vec<(i64, String)> {
        let placed = |(line, (id, tier, from, to, heir)): (i64, &(&str, Tier, &str, &str, &str))| Placed {
            line,
            row: UnitRow {
                valid_from: from.parse().ok(),
                valid_to: to.parse().ok(),
                successor_id: (!heir.is_empty()).then(|| UnitId::new(heir)),
                ..unit(id, *tier, "P")
            },
        };
        let rows: Vec<_> = (2..).zip(rows).map(placed).collect();
        let mut problems = Vec::new();
        check("danh-muc.xlsx", &rows, &mut problems);
        problems.iter().map(|it| (it.line.unwrap(), it.explain(Lang::Vi) + &it.explain(Lang::En))).collect()
    }

    const CELL: Tier = Tier::AttachedCell;

    #[test]
    fn successors_that_follow_each_other_are_sound() {
        let rows = [
            ("A", CELL, "", "2025-03-31", "B"),
            ("B", CELL, "2025-04-01", "2025-06-30", "A"),
            ("A", CELL, "2025-07-01", "", ""),
            ("P", Tier::Committee, "", "2025-06-30", "Q"),
            ("Q", Tier::Committee, "2025-07-01", "", ""),
        ];
        assert_eq!(problems(&rows), [], "a code that is used again goes round in no circle");
    }

    #[test]
    fn a_circle_names_every_row_of_it_and_none_that_leads_into_it() {
        let rows = [
            ("A", CELL, "", "2025-06-30", "B"),
            ("B", CELL, "", "2025-06-30", "C"),
            ("C", CELL, "", "2025-06-30", "A"),
            ("D", CELL, "", "2025-06-30", "B"),
        ];
        let found = problems(&rows);
        assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 3, 4], "{found:?}");
        assert!(found.iter().all(|(_, text)| text.contains("A → B → C → A") && text.contains("2, 3, 4")), "{found:?}");
    }

    #[test]
    fn one_that_is_its_own_of_another_kind_or_unknown_is_named() {
        let rows = [
            ("A", CELL, "", "2025-06-30", "A"),
            ("B", CELL, "", "2025-06-30", "P"),
            ("P", Tier::Committee, "", "2025-06-30", "A"),
            ("C", CELL, "", "2025-06-30", "X"),
        ];
        let found = problems(&rows);
        assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 3, 4, 5], "{found:?}");
        for ((_, text), words) in found.iter().zip(["itself", "(row 4)", "(row 2)", "not in the register"]) {
            assert!(text.contains(words), "{text}");
        }
    }

    #[test]
    fn one_that_was_gone_before_is_named_with_its_own_row() {
        let rows = [
            ("A", CELL, "", "2025-06-30", "B"),
            ("B", CELL, "", "2025-03-31", ""),
            ("C", CELL, "", "", "B"),
            ("D", CELL, "", "2025-03-31", "B"),
        ];
        let found = problems(&rows);
        assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 4], "{found:?}");
        assert!(found.iter().all(|(_, text)| text.contains("31/03/2025") && text.contains("(row 3)")), "{found:?}");
    }
}
