//! The funnel: attendance of each cell against its peers' common rate, with limits that widen as fewer are due.
//! D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005),
//! 1185–1202.

use std::collections::BTreeMap;

use super::figure::{count, number, rounded};
use super::peers::PeerGroups;
use super::special::{binomial_high, binomial_low};
use crate::lake::schema::CellSummary;
use crate::lake::statistics::FunnelRow;
use crate::rules::index::IntervalRules;
use crate::rules::statistics::FunnelRules;
use crate::terms::FunnelPosition;

/// One row per cell with an attendance rate, sorted by cell.
#[must_use]
pub fn funnel(cells: &[CellSummary], interval: &IntervalRules, rules: &FunnelRules) -> Vec<FunnelRow> {
    let mut cases: Vec<(&CellSummary, Attendance)> =
        cells.iter().filter_map(|cell| Some((cell, Attendance::of(cell)?))).collect();
    cases.sort_by(|(one, _), (other, _)| one.cell_id.cmp(&other.cell_id));
    let members: Vec<_> = cases.iter().map(|(cell, own)| (cell.peer_group.as_deref(), own)).collect();
    let pool = |members: &[&Attendance]| Target::of(members, interval.design_effect, rules.winsorised);
    let groups = PeerGroups::of(&members, interval.peers_at_least, pool);
    // Cells of the same number due in the same group have the same limits.
    let mut known: BTreeMap<(Option<&str>, i64), Limits> = BTreeMap::new();
    let mut rows = Vec::with_capacity(cases.len());
    for (cell, own) in &cases {
        let group = cell.peer_group.as_deref();
        let (target, pooled) = (groups.get(group), groups.own(group).is_none());
        let key = (if pooled { None } else { group }, own.due);
        let limits = known.entry(key).or_insert_with(|| target.limits(own.due));
        rows.push(FunnelRow {
            cell_id: cell.cell_id.clone(),
            due: own.due,
            rate: own.rate(),
            peer_group: cell.peer_group.clone(),
            pooled,
            peers: target.cells,
            target: target.rate,
            dispersion: target.dispersion,
            low95: limits.low95,
            high95: limits.high95,
            low998: limits.low998,
            high998: limits.high998,
            position: position(own.rate(), limits.low95, limits.high95),
            position998: position(own.rate(), limits.low998, limits.high998),
        });
    }
    rows
}

/// Members present of members due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Attendance {
    present: i64,
    due: i64,
}

impl Attendance {
    fn of(cell: &CellSummary) -> Option<Self> {
        let (present, due) = cell.present.zip(cell.due)?;
        (due > 0).then(|| Self { present: present.clamp(0, due), due })
    }

    fn rate(&self) -> f64 {
        number(self.present) / number(self.due)
    }
}

/// What the cells of a peer group are held against.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Target {
    rate: f64,
    dispersion: f64,
    cells: i64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Limits {
    low95: f64,
    high95: f64,
    low998: f64,
    high998: f64,
}

impl Target {
    fn of(members: &[&Attendance], design_effect: f64, share: f64) -> Self {
        let (present, due) = members.iter().fold((0, 0), |(present, due), it| (present + it.present, due + it.due));
        let rate = if due > 0 { number(present) / number(due) } else { 0.0 };
        let distance = |it: &&Attendance| (it.rate() - rate) / (rate * (1.0 - rate) / number(it.due)).sqrt();
        // Where all or none were ever present there is no distance to measure.
        let distances = if 0 < present && present < due { members.iter().map(distance).collect() } else { Vec::new() };
        Self { rate, dispersion: dispersion(distances, share).max(design_effect), cells: count(members.len()) }
    }

    /// The rates at which the probability of so few present, or so many, is 2.5 % and 0.1 %. The number due divided by
    /// the dispersion has the variance that was seen; small numbers keep the binomial's lopsided tails.
    fn limits(&self, due: i64) -> Limits {
        if self.rate <= 0.0 || self.rate >= 1.0 {
            return Limits { low95: self.rate, high95: self.rate, low998: self.rate, high998: self.rate };
        }
        let trials = number(due) / self.dispersion;
        Limits {
            low95: binomial_low(0.025, trials, self.rate),
            high95: binomial_high(0.025, trials, self.rate),
            low998: binomial_low(0.001, trials, self.rate),
            high998: binomial_high(0.001, trials, self.rate),
        }
    }
}

/// φ = Σz²/I over the I cells' distances z from the target, of which the most extreme at either end are drawn in to the
/// next (D. J. Spiegelhalter, "Handling over-dispersion of performance indicators", Quality and Safety in Health Care 14
/// (2005), 347–351). Member-meetings are not independent, so φ is never taken under the design effect.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a share of a number of cells"
)]
fn dispersion(mut distances: Vec<f64>, share: f64) -> f64 {
    distances.sort_by(f64::total_cmp);
    let count = distances.len();
    let drawn_in = (share * count as f64 + 1e-9).floor() as usize;
    let (Some(least), Some(most)) = (distances.get(drawn_in), distances.iter().rev().nth(drawn_in)) else {
        return 0.0;
    };
    distances.iter().map(|z| z.clamp(*least, *most).powi(2)).sum::<f64>() / count as f64
}

/// A rate on a limit is inside.
fn position(rate: f64, low: f64, high: f64) -> FunnelPosition {
    if rounded(rate) < rounded(low) {
        FunnelPosition::Below
    } else if rounded(rate) > rounded(high) {
        FunnelPosition::Above
    } else {
        FunnelPosition::Inside
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::judge::examples::{cell, index_rules, with_attendance};

    const RULES: FunnelRules = FunnelRules { winsorised: 0.1 };

    fn attending(all: &[(i64, i64)]) -> Vec<CellSummary> {
        let of =
            |(at, (present, due)): (usize, &(i64, i64))| with_attendance(cell(&format!("C{at:02}")), *present, *due, 1);
        all.iter().enumerate().map(of).collect()
    }

    fn rows(all: &[(i64, i64)], design_effect: f64) -> Vec<FunnelRow> {
        funnel(&attending(all), &IntervalRules { design_effect, ..index_rules().interval }, &RULES)
    }

    fn near(got: f64, expected: f64) {
        assert!((got - expected).abs() < 1e-8, "{got} {expected}");
    }

    #[test]
    fn the_target_is_the_rate_of_all_member_meetings() {
        // (8 + 90) / (10 + 100), not the mean of 0.8 and 0.9
        let rows = rows(&[(8, 10), (90, 100)], 1.0);
        near(rows[0].target, 98.0 / 110.0);
        assert_eq!((rows[0].peers, rows[0].pooled, rows[0].due), (2, true, 10));
    }

    /// Four cells of 20 and of 90 % each: no distance at all, so the limits are the binomial's own.
    #[test]
    fn without_dispersion_the_limits_are_the_binomials() {
        let rows = rows(&[(18, 20); 4], 1.0);
        near(rows[0].dispersion, 1.0);
        // P(≤ 14) = 0.0113 and P(≤ 15) = 0.0432 of Bin(20; 0.9): between 0.70 and 0.75; with 30 digits:
        near(rows[0].low95, 0.728_715_667_5);
        near(rows[0].low998, 0.624_429_498_8);
        // P(20) = 0.9²⁰ = 0.12: nothing is too high
        near(rows[0].high95, 1.0);
    }

    #[test]
    fn member_meetings_that_go_together_widen_the_limits() {
        // 144 due at 95 % with a design effect of 2 are 72: limits of Bin(72; 0.95), with 30 digits
        let target = Target { rate: 0.95, dispersion: 2.0, cells: 1 };
        near(target.limits(144).low95, 0.887_721_414_4);
        near(target.limits(144).low998, 0.848_686_620_7);
        near(target.limits(144).high95, 0.999_972_349_0);
    }

    #[test]
    fn small_cells_are_not_set_apart_by_one_absence() {
        // 3 of 4 among cells of 95 %: far from the target, but within chance; 48 of 64 are not.
        let all = [vec![(3, 4), (48, 64)], vec![(38, 40); 20]].concat();
        let rows = rows(&all, 2.0);
        assert_eq!(rows[0].rate.total_cmp(&rows[1].rate), std::cmp::Ordering::Equal);
        assert_eq!((rows[0].position, rows[1].position), (FunnelPosition::Inside, FunnelPosition::Below));
        assert_eq!(rows[1].position998, FunnelPosition::Below);
        assert!(rows[2..].iter().all(|row| row.position == FunnelPosition::Inside));
    }

    #[test]
    fn a_full_house_of_four_is_not_above() {
        let rows = rows(&[vec![(4, 4)], vec![(38, 40); 20]].concat(), 1.0);
        assert_eq!(rows[0].position, FunnelPosition::Inside);
    }

    #[test]
    fn dispersion_is_the_mean_square_of_drawn_in_distances() {
        // Ten distances, one drawn in at either end: −9 → −2, 8 → 3. Squares: 4 + 4 + 6·1 + 9 + 9 = 32
        let distances = vec![8.0, 1.0, 1.0, -9.0, 1.0, -1.0, 3.0, -2.0, -1.0, -1.0];
        near(dispersion(distances.clone(), 0.1), 3.2);
        // None drawn in: 64 + 81 + 6 + 9 + 4 = 164
        near(dispersion(distances, 0.0), 16.4);
        near(dispersion(vec![], 0.1), 0.0);
    }

    #[test]
    fn cells_that_all_came_always_have_no_funnel_to_leave() {
        let rows = rows(&[(10, 10), (20, 20)], 2.0);
        assert!(rows.iter().all(|row| row.position == FunnelPosition::Inside));
        near(rows[0].low998, 1.0);
    }

    #[test]
    fn a_large_group_has_its_own_target() {
        let mut cells = attending(&[vec![(38, 40); 10], vec![(20, 40); 3]].concat());
        for cell in &mut cells[10..] {
            cell.peer_group = Some("cơ quan".into());
        }
        let rows = funnel(&cells, &index_rules().interval, &RULES);
        near(rows[0].target, 0.95);
        assert_eq!((rows[0].peers, rows[0].pooled), (10, false));
        // (380 + 60) / 520
        near(rows[12].target, 44.0 / 52.0);
        assert_eq!((rows[12].peers, rows[12].pooled), (13, true));
    }

    #[test]
    fn a_cell_without_attendance_has_no_row() {
        let bare = CellSummary { due: None, present: None, ..cell("A") };
        assert_eq!(funnel(&[bare], &index_rules().interval, &RULES), []);
    }

    proptest! {
        #[test]
        fn limits_enclose_the_target_and_each_other(all in prop::collection::vec((0_i64..=60, 1_i64..=60), 1..30)) {
            let all: Vec<_> = all.into_iter().map(|(present, due)| (present.min(due), due)).collect();
            for row in rows(&all, 2.0) {
                prop_assert!(row.low998 <= row.low95 && row.low95 <= row.target + 1e-9, "{row:?}");
                prop_assert!(row.target <= row.high95 + 1e-9 && row.high95 <= row.high998, "{row:?}");
            }
        }

        #[test]
        fn the_order_of_rows_does_not_matter(all in prop::collection::vec((0_i64..=60, 1_i64..=60), 1..30)) {
            let cells = attending(&all);
            let reversed: Vec<_> = cells.iter().rev().cloned().collect();
            let interval = index_rules().interval;
            prop_assert_eq!(funnel(&reversed, &interval, &RULES), funnel(&cells, &interval, &RULES));
        }
    }
}
