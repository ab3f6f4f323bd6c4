//! The funnel: attendance against what chance leaves to a cell of its size (D. J. Spiegelhalter, "Funnel plots for
//! comparing institutional performance", Statistics in Medicine 24 (2005), 1185–1202).

use std::collections::BTreeMap;

use super::figure::number;
use super::scopes::ALL;
use crate::lake::schema::CellSummary;
use crate::lake::statistics::{FunnelPosition, FunnelRow};
use crate::rules::index::IntervalRules;

const Z95: f64 = 1.959_964;
const Z998: f64 = 3.090_232;
/// The share of z-scores drawn in at either end before the dispersion is taken.
const WINSORISED: f64 = 0.10;

/// One row per cell with attendance, in the order of the cells; peer groups that are too small go with all cells.
#[must_use]
pub fn funnel(cells: &[CellSummary], rules: &IntervalRules) -> Vec<FunnelRow> {
    let counted: Vec<Counted<'_>> = cells.iter().filter_map(Counted::of).collect();
    let mut groups: BTreeMap<&str, Vec<&Counted<'_>>> = BTreeMap::new();
    for cell in &counted {
        groups.entry(cell.cell.peer_group.as_deref().unwrap_or(ALL)).or_default().push(cell);
    }
    let everybody = Peers::of(ALL, &counted.iter().collect::<Vec<_>>());
    let peers: BTreeMap<&str, Peers<'_>> = groups
        .into_iter()
        .filter(|(_, members)| members.len() >= rules.peers_at_least)
        .filter_map(|(name, members)| Some((name, Peers::of(name, &members)?)))
        .collect();
    let row = |counted: &Counted<'_>| {
        let own = counted.cell.peer_group.as_deref().and_then(|group| peers.get(group));
        own.or(everybody.as_ref()).map(|peers| peers.row(counted))
    };
    counted.iter().filter_map(row).collect()
}

/// A cell with its member-meetings.
struct Counted<'a> {
    cell: &'a CellSummary,
    due: i64,
    present: i64,
}

impl<'a> Counted<'a> {
    fn of(cell: &'a CellSummary) -> Option<Self> {
        let (due, present) = (cell.due.filter(|due| *due > 0)?, cell.present?);
        Some(Self { cell, due, present })
    }

    fn rate(&self) -> f64 {
        number(self.present) / number(self.due)
    }
}

/// The common rate of some cells, and how much more they differ than chance explains.
struct Peers<'a> {
    name: &'a str,
    target: f64,
    dispersion: f64,
}

impl<'a> Peers<'a> {
    fn of(name: &'a str, members: &[&Counted<'_>]) -> Option<Self> {
        let due: i64 = members.iter().map(|it| it.due).sum();
        let present: i64 = members.iter().map(|it| it.present).sum();
        let target = (due > 0).then(|| number(present) / number(due))?;
        let mut scores: Vec<f64> = members
            .iter()
            .map(|it| (it.rate() - target) / (target * (1.0 - target) / number(it.due)).sqrt())
            .filter(|score| score.is_finite())
            .collect();
        scores.sort_by(f64::total_cmp);
        Some(Self { name, target, dispersion: dispersion(&scores) })
    }

    fn row(&self, counted: &Counted<'_>) -> FunnelRow {
        let error = (self.dispersion * self.target * (1.0 - self.target) / number(counted.due)).sqrt();
        let limit = |z: f64| (self.target + z * error).clamp(0.0, 1.0);
        let (low95, high95, low998, high998) = (limit(-Z95), limit(Z95), limit(-Z998), limit(Z998));
        let rate = counted.rate();
        let position = match () {
            () if rate < low998 => FunnelPosition::Below998,
            () if rate < low95 => FunnelPosition::Below95,
            () if rate > high998 => FunnelPosition::Above998,
            () if rate > high95 => FunnelPosition::Above95,
            () => FunnelPosition::Inside,
        };
        FunnelRow {
            cell_id: counted.cell.cell_id.clone(),
            peers: self.name.to_owned(),
            n: counted.due,
            rate,
            target: self.target,
            dispersion: self.dispersion,
            low95,
            high95,
            low998,
            high998,
            position,
        }
    }
}

/// φ = Σz²/I of the winsorised z-scores, where it is more than chance explains (I·φ over I + 2·√(2I)); else 1.
fn dispersion(sorted: &[f64]) -> f64 {
    let count = sorted.len();
    let cut = (number(i64::try_from(count).unwrap_or(i64::MAX)) * WINSORISED).floor();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a tenth of a count")]
    let cut = cut as usize;
    let ends = sorted.get(cut).zip(count.checked_sub(cut + 1).and_then(|at| sorted.get(at)));
    let Some((low, high)) = ends else { return 1.0 };
    let squares: f64 = sorted.iter().map(|score| score.clamp(*low, *high).powi(2)).sum();
    let all = number(i64::try_from(count).unwrap_or(i64::MAX));
    if squares > all + 2.0 * (2.0 * all).sqrt() { squares / all } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::examples::{cell, index_rules, with_attendance};

    fn rows(cells: &[CellSummary]) -> Vec<FunnelRow> {
        funnel(cells, &index_rules().interval)
    }

    fn attending(id: usize, present: i64, due: i64) -> CellSummary {
        with_attendance(cell(&format!("C{id:02}")), present, due, 12)
    }

    #[test]
    fn limits_widen_where_a_cell_is_small() {
        // Nineteen cells of 90/100 and one of 9/10: target 0.9, no dispersion.
        let cells: Vec<CellSummary> =
            (0..20).map(|at| if at == 0 { attending(0, 9, 10) } else { attending(at, 90, 100) }).collect();
        let rows = rows(&cells);
        // 0.9 − 1.959964·√(0.09/10) = 0.714062; 0.9 − 1.959964·√(0.09/100) = 0.841201
        assert!((rows[0].low95 - 0.714_062).abs() < 1e-6 && (rows[1].low95 - 0.841_201).abs() < 1e-6, "{rows:?}");
        assert!((rows[1].low998 - (0.9 - 3.090_232 * 0.03)).abs() < 1e-9);
        assert!(rows.iter().all(|row| row.position == FunnelPosition::Inside && row.high95 <= 1.0));
    }

    #[test]
    fn a_cell_far_below_its_peers_lies_outside() {
        let cells: Vec<CellSummary> = (0..20).map(|at| attending(at, if at == 0 { 60 } else { 90 }, 100)).collect();
        let rows = rows(&cells);
        assert_eq!((rows[0].position, rows[0].peers.as_str()), (FunnelPosition::Below998, "bản"));
    }

    #[test]
    fn peers_that_differ_more_than_by_chance_widen_the_limits() {
        let cells: Vec<CellSummary> = (0..20).map(|at| attending(at, if at % 2 == 0 { 80 } else { 96 }, 100)).collect();
        let rows = rows(&cells);
        // target 0.88; z = ∓0.08/√(0.88·0.12/100) = ∓2.461830; φ = 6.060606 > 1 + 2·√(2/20) = 1.632
        assert!((rows[0].dispersion - 6.060_606).abs() < 1e-5, "{rows:?}");
        assert!(rows.iter().all(|row| row.position == FunnelPosition::Inside));
    }

    #[test]
    fn few_peers_go_with_all_and_cells_without_attendance_are_left_out() {
        let none = CellSummary { due: None, present: None, ..cell("X") };
        let rows = rows(&[attending(0, 90, 100), none]);
        assert_eq!(rows.iter().map(|row| row.peers.as_str()).collect::<Vec<_>>(), ["ALL"]);
    }
}
