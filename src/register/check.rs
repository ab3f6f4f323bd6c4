//! What makes a register broken: every check names every row it concerns.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::UnitId;
use super::load::Placed;
use crate::error::{Message, Problem};
use crate::lake::schema::{AssignmentRow, UnitRow};

/// Checks the sheet `Tổ chức`.
pub(super) fn units(file: &str, rows: &[Placed<UnitRow>], problems: &mut Vec<Problem>) {
    let codes: BTreeSet<&UnitId> = rows.iter().map(|placed| &placed.row.unit_id).collect();
    let mut seen: BTreeMap<&UnitId, Vec<&Placed<UnitRow>>> = BTreeMap::new();
    for placed in rows {
        let unit = &placed.row;
        let mut report =
            |vi: String, en: String| problems.push(Problem::new(file, Some(placed.line), Message::new(vi, en)));
        if ends_before_start(unit.valid_from, unit.valid_to) {
            report("'Đến ngày' trước 'Từ ngày'.".into(), "'Đến ngày' is before 'Từ ngày'.".into());
        }
        if let Some(parent) = unit.parent_id.as_ref().filter(|parent| !codes.contains(parent)) {
            report(
                format!("mã cấp trên '{parent}' không có trong danh mục."),
                format!("the superior '{parent}' is not in the register."),
            );
        }
        if unit.tier.is_cell() && unit.parent_id.is_none() {
            report("chi bộ phải có mã cấp trên.".into(), "a cell needs the code of its superior.".into());
        }
        if let Some(heir) = unit.successor_id.as_ref().filter(|heir| !codes.contains(heir)) {
            report(
                format!("mã kế thừa '{heir}' không có trong danh mục."),
                format!("the successor '{heir}' is not in the register."),
            );
        }
        let earlier = seen.entry(&unit.unit_id).or_default();
        if let Some(other) = earlier.iter().find(|other| overlap(&other.row, unit)) {
            report(
                format!("mã '{}' trùng thời gian hiệu lực với dòng {}.", unit.unit_id, other.line),
                format!("code '{}' overlaps in time with row {}.", unit.unit_id, other.line),
            );
        }
        earlier.push(placed);
    }
    cycles(file, rows, problems);
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
            let message = Message::new(
                format!("mã chi bộ '{}' không có trong danh mục.", row.cell_id),
                format!("the cell '{}' is not in the register.", row.cell_id),
            );
            problems.push(Problem::new(file, Some(placed.line), message));
        }
        if ends_before_start(row.valid_from, row.valid_to) {
            let message = Message::new("'Đến ngày' trước 'Từ ngày'.", "'Đến ngày' is before 'Từ ngày'.");
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

/// A unit that is its own superior, however far up.
fn cycles(file: &str, rows: &[Placed<UnitRow>], problems: &mut Vec<Problem>) {
    let parents: BTreeMap<&UnitId, &UnitId> =
        rows.iter().filter_map(|placed| Some((&placed.row.unit_id, placed.row.parent_id.as_ref()?))).collect();
    for placed in rows {
        let start = &placed.row.unit_id;
        let mut visited = BTreeSet::new();
        let mut at = start;
        while let Some(parent) = parents.get(at) {
            if *parent == start {
                let message = Message::new(
                    format!("'{start}' là cấp trên của chính mình."),
                    format!("'{start}' is its own superior."),
                );
                problems.push(Problem::new(file, Some(placed.line), message));
                break;
            }
            if !visited.insert(*parent) {
                break;
            }
            at = parent;
        }
    }
}
