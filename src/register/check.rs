//! What makes a register broken: every check names every row it concerns.

mod successors;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::UnitId;
use super::decisions::Decision;
use super::load::Placed;
use crate::error::{Message, Problem};
use crate::lake::schema::{AssignmentRow, UnitRow};
use crate::lang::t;
use crate::rules::rubric::{Rubrics, clashing};
use crate::text::fold;

/// Checks the sheet `Tổ chức`.
pub(super) fn units(file: &str, rows: &[Placed<UnitRow>], problems: &mut Vec<Problem>) {
    let codes: BTreeSet<&UnitId> = rows.iter().map(|placed| &placed.row.unit_id).collect();
    let mut by_key: BTreeMap<String, Vec<&Placed<UnitRow>>> = BTreeMap::new();
    for placed in rows {
        by_key.entry(UnitId::key(placed.row.unit_id.as_str())).or_default().push(placed);
    }
    let mut seen: BTreeMap<&UnitId, Vec<&Placed<UnitRow>>> = BTreeMap::new();
    for placed in rows {
        let unit = &placed.row;
        let mut report = |message: Message| problems.push(Problem::new(file, Some(placed.line), message));
        if ends_before_start(unit.valid_from, unit.valid_to) {
            report(Message::of(|lang| t!(lang, "end-before-start")));
        }
        if let Some(parent) = unit.parent_id.as_ref().filter(|parent| !codes.contains(parent)) {
            report(Message::of(|lang| t!(lang, "superior-not-in-register", parent)));
        }
        let under_a_cell =
            |parent: &&UnitId| rows.iter().any(|other| other.row.unit_id == **parent && other.row.tier.is_cell());
        if let Some(parent) = unit.parent_id.as_ref().filter(under_a_cell) {
            report(Message::of(|lang| t!(lang, "superior-is-a-cell", parent)));
        }
        let mut alike = by_key.get(&UnitId::key(unit.unit_id.as_str())).into_iter().flatten();
        let alike = alike.find(|other| other.row.unit_id != unit.unit_id);
        if let Some(other) = alike.filter(|other| other.line < placed.line) {
            report(Message::of(|lang| t!(lang, "code-differs-by-dots", unit_id = unit.unit_id, line = other.line)));
        }
        if unit.tier.is_cell() && unit.parent_id.is_none() {
            report(Message::of(|lang| t!(lang, "cell-without-superior")));
        }
        let earlier = seen.entry(&unit.unit_id).or_default();
        if let Some(other) = earlier.iter().find(|other| overlap(&other.row, unit)) {
            report(Message::of(|lang| t!(lang, "code-overlaps-in-time", unit_id = unit.unit_id, line = other.line)));
        }
        earlier.push(placed);
    }
    cycles(file, rows, problems);
    successors::check(file, rows, problems);
}

/// Checks the sheet `Phân công`.
pub(super) fn assignments(
    file: &str,
    rows: &[Placed<AssignmentRow>],
    units: &[Placed<UnitRow>],
    problems: &mut Vec<Problem>,
) {
    let cells: BTreeSet<&UnitId> =
        units.iter().filter(|placed| placed.row.tier.is_cell()).map(|placed| &placed.row.unit_id).collect();
    for placed in rows {
        let row = &placed.row;
        if !cells.contains(&row.cell_id) {
            let message = Message::of(|lang| t!(lang, "cell-not-in-register", code = row.cell_id));
            problems.push(Problem::new(file, Some(placed.line), message));
        }
        if ends_before_start(row.valid_from, row.valid_to) {
            let message = Message::of(|lang| t!(lang, "end-before-start"));
            problems.push(Problem::new(file, Some(placed.line), message));
        }
    }
}

/// Two decisions of one day that take the same content for different things.
pub(super) fn decisions(file: &str, rows: &[Placed<Decision>], problems: &mut Vec<Problem>) {
    for (nth, placed) in rows.iter().enumerate() {
        let one = &placed.row;
        let about = |it: &Decision| (it.file.clone(), it.written.as_deref().map(fold), it.taken_on);
        // Of a file as a whole, the unit and the month may both be decided.
        let contradicts = |other: &&Placed<Decision>| {
            one.written.is_some() && about(&other.row) == about(one) && other.row.value != one.value
        };
        if let Some(other) = rows.iter().take(nth).find(contradicts) {
            let message = Message::of(|lang| t!(lang, "decision-contradicts", line = other.line));
            problems.push(Problem::new(file, Some(placed.line), message));
        }
    }
}

fn ends_before_start(from: Option<NaiveDate>, to: Option<NaiveDate>) -> bool {
    matches!((from, to), (Some(from), Some(to)) if to < from)
}

fn overlap(one: &UnitRow, other: &UnitRow) -> bool {
    let starts_by = |from: Option<NaiveDate>, to: Option<NaiveDate>| match (from, to) {
        (Some(from), Some(to)) => from <= to,
        _ => true,
    };
    starts_by(one.valid_from, other.valid_to) && starts_by(other.valid_from, one.valid_to)
}

/// A unit that is its own superior, however far up, on any day something begins.
fn cycles(file: &str, rows: &[Placed<UnitRow>], problems: &mut Vec<Problem>) {
    let mut days: BTreeSet<Option<NaiveDate>> = rows.iter().map(|placed| placed.row.valid_from).collect();
    days.insert(None);
    let mut found: BTreeSet<i64> = BTreeSet::new();
    for day in days {
        let valid = |unit: &UnitRow| match day {
            None => unit.valid_from.is_none(),
            Some(day) => unit.valid_from.is_none_or(|from| from <= day) && unit.valid_to.is_none_or(|to| to >= day),
        };
        let parents: BTreeMap<&UnitId, &UnitId> = rows
            .iter()
            .filter(|placed| valid(&placed.row))
            .filter_map(|placed| Some((&placed.row.unit_id, placed.row.parent_id.as_ref()?)))
            .collect();
        let own = rows.iter().filter(|placed| valid(&placed.row) && is_its_own_superior(&placed.row.unit_id, &parents));
        for placed in own {
            if found.insert(placed.line) {
                let id = &placed.row.unit_id;
                let message = Message::of(|lang| t!(lang, "is-its-own-superior", id));
                problems.push(Problem::new(file, Some(placed.line), message));
            }
        }
    }
}

fn is_its_own_superior(start: &UnitId, parents: &BTreeMap<&UnitId, &UnitId>) -> bool {
    let mut visited = BTreeSet::new();
    let mut at = start;
    while let Some(parent) = parents.get(at) {
        if *parent == start {
            return true;
        }
        if !visited.insert(*parent) {
            return false;
        }
        at = parent;
    }
    false
}
/// An organisation for which two rubrics begin on one day: the rules name it by code and by name.
pub(super) fn rubrics(rubrics: &Rubrics, units: &[Placed<UnitRow>], problems: &mut Vec<Problem>) {
    let mut told: BTreeSet<String> = BTreeSet::new();
    for unit in units.iter().map(|placed| &placed.row) {
        let Some((one, other)) = rubrics.clash(unit) else { continue };
        if told.insert(clashing(one, other)) {
            let (one, other, id, name) = (&one.name, &other.name, &unit.unit_id, &unit.name);
            let message = Message::of(|lang| t!(lang, "two-rules-hold", one, other, id, name));
            problems.push(Problem::new("pipelines/rubrics/", None, message));
        }
    }
}
