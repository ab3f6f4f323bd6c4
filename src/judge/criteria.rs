//! On which criteria a cell loses its points, against its peers.

use std::collections::BTreeMap;

use super::by_cell::ByCell;
use super::figure::{count, is_held, millionths, number, rounded};
use super::sheets::{Points, ScoredSheet, Sheets};
use crate::lake::review::CriterionRow;
use crate::lake::schema::{CellMonth, CellSummary};
use crate::period::Period;
use crate::register::UnitId;
use crate::rules::criteria::{CriteriaRules, CriterionGroup};
use crate::terms::Scorer;

/// What the sheets of a cell give a group.
#[derive(Default)]
struct Given {
    months: i64,
    points: Points,
    /// Months and points lost by the most points, in millionths: a form that changed within the year has several.
    lost: BTreeMap<i64, (i64, f64)>,
}

impl Given {
    fn add(&mut self, points: Points) {
        self.months += 1;
        self.points.given += points.given;
        self.points.most += points.most;
        let lost = self.lost.entry(millionths(points.most)).or_default();
        *lost = (lost.0 + 1, lost.1 + points.most - points.given);
    }

    fn mean(&self) -> Points {
        let months = number(self.months);
        Points { given: rounded(self.points.given / months), most: rounded(self.points.most / months) }
    }

    /// Points lost per month.
    fn loss(&self) -> f64 {
        let mean = self.mean();
        rounded(mean.most - mean.given)
    }

    /// By the most points: how many months, and the points lost per month.
    fn losses(&self) -> impl Iterator<Item = (i64, i64, f64)> {
        self.lost.iter().map(|(most, (months, lost))| (*most, *months, rounded(lost / number(*months))))
    }

    /// The loss beside that of the peers, over the months whose form some other cell has too.
    fn against(&self, peers: impl Fn(i64) -> Option<f64>) -> Option<Against> {
        let mut sums = (0, 0.0, 0.0);
        for (most, months, loss) in self.losses() {
            if let Some(median) = peers(most) {
                sums = (sums.0 + months, sums.1 + number(months) * loss, sums.2 + number(months) * median);
            }
        }
        let (months, own, median) = (number(sums.0), sums.1, sums.2);
        (months > 0.0).then(|| Against { median: rounded(median / months), apart: rounded((own - median) / months) })
    }
}

/// A loss against the peers, in points per month.
struct Against {
    /// Their median.
    median: f64,
    /// How much more the cell loses.
    apart: f64,
}

/// The groups of a cell's sheets, by their order.
type Groups<'a> = BTreeMap<usize, (&'a CriterionGroup, Given)>;

/// Rows by cell and group, in the order of cells and groups. A month's loss is the points possible less the points given
/// in the official sheet, in points as the sheet has them: upper where it is whole, else self. A cell's loss is the mean
/// over its held months; the median is over the cells of its peer group whose sheets give the group as many points, the
/// cell itself included: losses out of other maxima are no measure, and a cell alone has no peers. Where the form changed
/// within the year, each part of it stands against its own median.
#[must_use]
pub fn criteria(
    cells: &[CellSummary],
    months: &[CellMonth],
    sheets: &Sheets<'_>,
    rules: &CriteriaRules,
) -> Vec<CriterionRow> {
    let mut held: BTreeMap<&UnitId, Vec<Period>> = BTreeMap::new();
    for month in months.iter().filter(|month| is_held(month)) {
        held.entry(&month.cell_id).or_default().push(month.period);
    }
    let of = |cell: &CellSummary| {
        let held = held.get(&cell.cell_id).map_or(&[][..], Vec::as_slice);
        groups(sheets.of_cell(&cell.cell_id), held, rules.whole_sheet_from)
    };
    let cells: Vec<(&CellSummary, Groups<'_>)> = cells.iter().map(|cell| (cell, of(cell))).collect();
    let mut losses: BTreeMap<(&str, usize, i64), Vec<f64>> = BTreeMap::new();
    for (cell, groups) in &cells {
        let Some(peers) = cell.peer_group.as_deref() else { continue };
        for (order, (_, given)) in groups {
            for (most, _, loss) in given.losses() {
                losses.entry((peers, *order, most)).or_default().push(loss);
            }
        }
    }
    for losses in losses.values_mut() {
        losses.sort_by(f64::total_cmp);
    }
    let row = |cell: &CellSummary, group: &CriterionGroup, given: &Given| {
        let peers = |most: i64| Some(losses.get(&(cell.peer_group.as_deref()?, group.order, most))?.as_slice());
        let against = given.against(|most| peers(most).filter(|losses| losses.len() > 1).and_then(median).map(rounded));
        let compared = given.losses().filter_map(|(most, ..)| peers(most)).map(<[f64]>::len).max();
        let mean = given.mean();
        CriterionRow {
            cell_id: cell.cell_id.clone(),
            group: group.code.clone(),
            months: given.months,
            points_mean: mean.given,
            max_mean: mean.most,
            loss_mean: given.loss(),
            peers: count(compared.unwrap_or(0)),
            peer_median_loss: against.as_ref().map(|against| against.median),
            against_peers: against.map(|against| against.apart),
        }
    };
    cells.iter().flat_map(|(cell, groups)| groups.values().map(|(group, given)| row(cell, group, given))).collect()
}

/// The cells with their `lost_points`: every group of their sheets with its loss against the peers, to the hundredth of a
/// point, the largest first: `chairing:1.5;time:0;results:-0.25`.
#[must_use]
pub fn with_lost_points(cells: Vec<CellSummary>, rows: &[CriterionRow]) -> Vec<CellSummary> {
    let rows = ByCell::of(rows, |row| &row.cell_id);
    let lost = |cell: &CellSummary| lost_points(rows.get(&cell.cell_id));
    cells.into_iter().map(|cell| CellSummary { lost_points: lost(&cell), ..cell }).collect()
}

fn lost_points(rows: &[CriterionRow]) -> Option<String> {
    let mut losses: Vec<(&str, f64)> =
        rows.iter().filter_map(|row| Some((row.group.as_str(), row.against_peers?))).collect();
    losses.sort_by(|one, other| other.1.total_cmp(&one.1));
    // Adding zero makes −0 a 0.
    let written = |(group, loss): &(&str, f64)| format!("{group}:{}", (loss * 100.0).round() / 100.0 + 0.0);
    (!losses.is_empty()).then(|| losses.iter().map(written).collect::<Vec<_>>().join(";"))
}

fn groups<'a>(sheets: &[ScoredSheet<'a>], held: &[Period], whole_from: f64) -> Groups<'a> {
    let mut groups = Groups::new();
    for sheets in sheets.chunk_by(|one, next| one.period == next.period) {
        let held = sheets.first().is_some_and(|sheet| held.contains(&sheet.period));
        let Some(official) = official(sheets, whole_from).filter(|_| held) else { continue };
        for (group, points) in &official.groups {
            let (_, given) = groups.entry(group.order).or_insert((group, Given::default()));
            given.add(*points);
        }
    }
    groups
}

/// The sheet that counts in a month: from above where it is whole, else the cell's own.
fn official<'s, 'a>(sheets: &'s [ScoredSheet<'a>], whole_from: f64) -> Option<&'s ScoredSheet<'a>> {
    let whole = |scorer| sheets.iter().find(|sheet| sheet.scorer == scorer && sheet.total.most >= whole_from);
    whole(Scorer::Upper).or_else(|| whole(Scorer::Own))
}

/// The middle of some sorted values, of two middle ones their mean.
#[must_use]
pub fn median(sorted: &[f64]) -> Option<f64> {
    let upper = sorted.get(sorted.len() / 2)?;
    let lower = sorted.get(sorted.len().saturating_sub(1) / 2)?;
    Some(f64::midpoint(*lower, *upper))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::examples::{cell, criteria_rules, not_held_month, quiet_month, score_row};
    use crate::lake::schema::ScoreRow;

    /// A whole sheet: time of 5, chairing of 10, everything else in conduct of 85.
    fn sheet(id: &str, month: &str, scorer: Scorer, [time, chairing, conduct]: [f64; 3]) -> Vec<ScoreRow> {
        vec![
            score_row(id, month, scorer, "Thời gian, thời lượng", time, 5.0),
            score_row(id, month, scorer, "Công tác điều hành", chairing, 10.0),
            score_row(id, month, scorer, "Tổ chức sinh hoạt", conduct, 85.0),
        ]
    }

    fn rows(scores: &[ScoreRow], months: &[CellMonth], cells: &[CellSummary]) -> Vec<CriterionRow> {
        let rules = criteria_rules();
        criteria(cells, months, &Sheets::of(scores, &rules), &rules)
    }

    fn lost(scores: &[ScoreRow], months: &[CellMonth], cells: &[CellSummary]) -> Vec<Option<String>> {
        let rows = rows(scores, months, cells);
        with_lost_points(cells.to_vec(), &rows).into_iter().map(|cell| cell.lost_points).collect()
    }

    fn two_months() -> Vec<CellMonth> {
        ["A", "B", "C"].iter().flat_map(|id| ["2024-01", "2024-02"].map(|month| quiet_month(id, month))).collect()
    }

    #[test]
    fn losses_stand_against_the_median_of_the_peers() {
        // chairing: A loses 4 and 5 (mean 4.5), B 1, C 2; median 2. time: A 0, B 0, C 3; median 0.
        // conduct: A 5, B 10, C 5; median 5.
        let scores = [
            sheet("A", "2024-01", Scorer::Own, [5.0, 6.0, 80.0]),
            sheet("A", "2024-02", Scorer::Own, [5.0, 5.0, 80.0]),
            sheet("B", "2024-01", Scorer::Own, [5.0, 9.0, 75.0]),
            sheet("C", "2024-01", Scorer::Own, [2.0, 8.0, 80.0]),
        ]
        .concat();
        let cells = ["A", "B", "C"].map(cell);
        let expected = ["chairing:2.5;time:0;conduct:0", "conduct:5;time:0;chairing:-1", "time:3;conduct:0;chairing:0"];
        // Of equal losses the group that stands first in the file comes first: time, conduct, chairing.
        assert_eq!(lost(&scores, &two_months(), &cells), expected.map(|text| Some(text.to_owned())));
        let chairing = &rows(&scores, &two_months(), &cells)[2];
        let expected = CriterionRow {
            cell_id: UnitId::new("A"),
            group: "chairing".into(),
            months: 2,
            points_mean: 5.5,
            max_mean: 10.0,
            loss_mean: 4.5,
            peers: 3,
            peer_median_loss: Some(2.0),
            against_peers: Some(2.5),
        };
        assert_eq!(*chairing, expected);
    }

    #[test]
    fn the_sheet_from_above_counts_where_it_is_whole() {
        let own = sheet("A", "2024-01", Scorer::Own, [5.0, 10.0, 85.0]);
        let upper = sheet("A", "2024-01", Scorer::Upper, [4.0, 7.0, 85.0]);
        let losses = |scores: &[ScoreRow]| {
            let rows = rows(scores, &two_months(), &[cell("A")]);
            rows.iter().map(|row| row.loss_mean).collect::<Vec<_>>()
        };
        assert_eq!(losses(&[own.clone(), upper.clone()].concat()), [1.0, 0.0, 3.0]);
        // Two lines of 15 points are no sheet.
        assert_eq!(losses(&[own, upper[..2].to_vec()].concat()), [0.0, 0.0, 0.0]);
        assert_eq!(losses(&upper[..2]), [0.0; 0]);
    }

    #[test]
    fn losses_out_of_other_maxima_are_not_compared() {
        let other = |id: &str| {
            let mut rows = sheet(id, "2024-01", Scorer::Own, [5.0, 6.0, 75.0]);
            (rows[1].max_points, rows[2].max_points) = (15.0, 80.0);
            rows
        };
        let scores = [
            sheet("A", "2024-01", Scorer::Own, [5.0, 6.0, 80.0]),
            sheet("B", "2024-01", Scorer::Own, [5.0, 8.0, 80.0]),
            other("C"),
        ]
        .concat();
        // chairing of 10: A loses 4, B 2, median 3; C loses 9 of 15 and has nobody to stand against but in time.
        let lost = lost(&scores, &two_months(), &["A", "B", "C"].map(cell));
        let expected = ["chairing:1;time:0;conduct:0", "time:0;conduct:0;chairing:-1", "time:0"];
        assert_eq!(lost, expected.map(|text| Some(text.to_owned())));
    }

    #[test]
    fn a_form_that_changed_within_the_year_stands_against_its_own_median() {
        let later = |id: &str, chairing: f64| {
            let mut rows = sheet(id, "2024-02", Scorer::Own, [5.0, chairing, 85.0]);
            rows[1].max_points = 20.0;
            rows
        };
        let scores = [
            sheet("A", "2024-01", Scorer::Own, [5.0, 6.0, 85.0]),
            later("A", 12.0),
            sheet("B", "2024-01", Scorer::Own, [5.0, 8.0, 85.0]),
            sheet("C", "2024-02", Scorer::Own, [5.0, 9.0, 85.0]),
            later("D", 16.0),
        ]
        .concat();
        let mut months = two_months();
        months.extend(["2024-01", "2024-02"].map(|month| quiet_month("D", month)));
        // chairing of 10: A 4, B 2, C 1, median 2; of 20: A 8, D 4, median 6. A: ((4 − 2) + (8 − 6)) / 2
        let rows = rows(&scores, &months, &["A", "B", "C", "D"].map(cell));
        let chairing = rows.iter().find(|row| row.cell_id.as_str() == "A" && row.group == "chairing").unwrap();
        assert_eq!(
            (chairing.loss_mean, chairing.peer_median_loss, chairing.against_peers),
            (6.0, Some(4.0), Some(2.0))
        );
        let alone = rows.iter().find(|row| row.cell_id.as_str() == "B" && row.group == "chairing").unwrap();
        assert_eq!(alone.against_peers, Some(0.0), "a month that lacks in the year makes nobody alone");
    }

    #[test]
    fn months_not_held_or_unknown_and_other_types_do_not_count() {
        let scores = [
            sheet("A", "2024-01", Scorer::Own, [5.0, 6.0, 80.0]),
            sheet("A", "2024-02", Scorer::Own, [0.0, 0.0, 0.0]),
            sheet("A", "2023-12", Scorer::Own, [0.0, 0.0, 0.0]),
            sheet("B", "2024-01", Scorer::Own, [5.0, 8.0, 85.0]),
        ]
        .concat();
        let mut months = two_months();
        months[1] = not_held_month("A", "2024-02");
        let school = CellSummary { peer_group: Some("trường học".into()), ..cell("B") };
        let nobody = CellSummary { peer_group: None, ..cell("B") };
        assert_eq!(lost(&scores, &months, &[cell("A"), school]), [None, None], "alone among their peers");
        assert_eq!(lost(&scores, &months, &[nobody]), [None]);
        // A: 4 of chairing, B: 2; the median of two is their mean, 3. conduct: 5 and 0, 2.5.
        let both = lost(&scores, &months, &["A", "B"].map(cell));
        assert_eq!(both[0].as_deref(), Some("conduct:2.5;chairing:1;time:0"));
    }
}
