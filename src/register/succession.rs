//! Who carries on an organisation that is gone: the chain of successors up to a day.

use chrono::NaiveDate;

use super::{Register, UnitId};
use crate::lake::schema::UnitRow;

impl Register {
    /// Those that carry on an organisation that is gone on a day, one after the other; the last of them is its heir.
    /// Nobody while it is still there, and nobody where the chain goes round in a circle.
    #[must_use]
    pub fn successors_on(&self, id: &UnitId, day: NaiveDate) -> Vec<&UnitId> {
        let mut chain: Vec<&UnitId> = Vec::new();
        let mut at = id;
        while let Some(next) = self.successor_on(at, day) {
            if next == id || chain.contains(&next) {
                return Vec::new();
            }
            chain.push(next);
            at = next;
        }
        chain
    }

    /// The latest row of an organisation that began by a day.
    #[must_use]
    pub fn latest_by(&self, id: &UnitId, day: NaiveDate) -> Option<&UnitRow> {
        self.rows_of(id).filter(|row| row.valid_from.is_none_or(|from| from <= day)).last()
    }

    /// Who carries on an organisation that is gone on a day. A successor that begins only later does not count, nor does
    /// one that was gone before, nor one of another kind: months of a cell cannot be those of a committee.
    fn successor_on(&self, id: &UnitId, day: NaiveDate) -> Option<&UnitId> {
        let row = self.latest_by(id, day)?;
        let last = row.valid_to.filter(|last| *last < day)?;
        let heir = self.latest_by(row.successor_id.as_ref()?, day)?;
        let outlived = heir.valid_to.is_none_or(|to| to >= last);
        (outlived && heir.tier.is_cell() == row.tier.is_cell()).then_some(&heir.unit_id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::examples::unit;
    use crate::terms::Tier;

    fn day(written: &str) -> NaiveDate {
        written.parse().unwrap()
    }

    fn cell(id: &str, from: &str, to: &str, heir: &str) -> UnitRow {
        UnitRow {
            valid_from: from.parse().ok(),
            valid_to: to.parse().ok(),
            successor_id: (!heir.is_empty()).then(|| UnitId::new(heir)),
            ..unit(id, Tier::AttachedCell, "P")
        }
    }

    fn chain(rows: Vec<UnitRow>, id: &str, on: &str) -> Vec<String> {
        let register = Register::of_rows(rows, Vec::new());
        register.successors_on(&UnitId::new(id), day(on)).into_iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_day_decides_who_is_gone() {
        let rows = vec![cell("A", "", "2025-12-10", "B"), cell("B", "2025-12-11", "", "")];
        assert_eq!(chain(rows.clone(), "A", "2025-12-31"), ["B"]);
        assert!(chain(rows.clone(), "A", "2025-12-10").is_empty(), "still there");
        assert!(chain(rows, "B", "2025-12-31").is_empty());
    }

    #[test]
    fn a_successor_yet_to_begin_or_gone_before_carries_on_nobody() {
        let late = vec![cell("A", "", "2025-12-10", "B"), cell("B", "2026-01-01", "", "")];
        let early = vec![cell("A", "", "2025-12-10", "B"), cell("B", "", "2025-03-31", "")];
        let round = vec![cell("A", "", "2025-03-31", "B"), cell("B", "", "2025-03-31", "A")];
        for rows in [late, early, round] {
            assert!(chain(rows, "A", "2025-12-31").is_empty());
        }
    }

    #[test]
    fn a_chain_names_each_that_followed() {
        let rows = vec![
            cell("A", "", "2025-03-31", "B"),
            cell("B", "2025-04-01", "2025-06-30", "C"),
            cell("C", "2025-07-01", "", ""),
        ];
        assert_eq!(chain(rows.clone(), "A", "2025-12-31"), ["B", "C"]);
        assert_eq!(chain(rows, "A", "2025-06-30"), ["B"]);
    }
}
