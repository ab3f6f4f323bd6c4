//! Points of several cells in one month → the points of the cell they became.

use std::collections::BTreeMap;

use super::parts::{Part, met};
use crate::lake::schema::ScoreRow;

/// Points that hold for a month, and whether any were given up for them.
#[derive(Debug, Default)]
pub(super) struct Points<'a> {
    /// By meeting and scorer.
    pub kept: Vec<&'a ScoreRow>,
    pub lost: bool,
}

impl<'a> Points<'a> {
    /// Of the points given in a month those that each part that met was given alike, once.
    pub(super) fn of(parts: &[Part<'_>], given: &[&'a ScoreRow]) -> Self {
        let idle = parts.iter().filter(|part| !part.met() && parts.iter().any(Part::met));
        let mut lost = idle.into_iter().any(|part| !Self::of_part(part, given).kept.is_empty());
        let whole: Vec<Self> = met(parts).into_iter().map(|part| Self::of_part(part, given)).collect();
        lost |= whole.iter().any(|it| it.lost);
        let cells = whole.len();
        let all: Vec<&ScoreRow> = whole.into_iter().flat_map(|it| it.kept).collect();
        if cells <= 1 {
            return Self { kept: all, lost };
        }
        let total = all.len();
        let kept = shared(all, cells);
        lost |= kept.len() * cells < total;
        Self { kept, lost }
    }

    /// The points of one part; a sheet it does not have is that of those before it.
    fn of_part(part: &Part<'_>, given: &[&'a ScoreRow]) -> Self {
        let own = given.iter().copied().filter(|row| row.cell_id == part.row.cell_id);
        let mut points = Self { kept: own.collect(), lost: false };
        if part.before.is_empty() {
            return points;
        }
        let before = Self::of(&part.before, given);
        let sheet = |row: &ScoreRow| (row.meeting, row.scorer);
        let missing = before.kept.into_iter().filter(|row| points.kept.iter().all(|own| sheet(own) != sheet(row)));
        let missing: Vec<&ScoreRow> = missing.collect();
        points.kept.extend(missing);
        points.kept.sort_by_key(|row| sheet(row));
        points.lost = before.lost;
        points
    }
}

/// Of points of one month those that each of so many cells was given alike, once.
fn shared(points: Vec<&ScoreRow>, cells: usize) -> Vec<&ScoreRow> {
    let mut alike: BTreeMap<_, Vec<&ScoreRow>> = BTreeMap::new();
    for row in points {
        alike.entry((row.meeting, row.scorer, row.heading.as_deref(), row.criterion.as_str())).or_default().push(row);
    }
    let by_all = |rows: &Vec<&ScoreRow>| {
        let given = |row: &ScoreRow| (row.points, row.max_points);
        rows.len() == cells && rows.windows(2).all(|pair| matches!(pair, [one, next] if given(one) == given(next)))
    };
    alike.into_values().filter(by_all).filter_map(|rows| rows.into_iter().next()).collect()
}
