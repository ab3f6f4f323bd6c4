//! The merged rectangles of a sheet, found by cell without looking through all of them.

use std::collections::BTreeMap;
use std::ops::Deref;

use super::cells::Merge;
use crate::finding::CellRef;

/// Columns of merged rectangles looked up, at most; a sheet that people made has a few hundred.
const COLUMNS: usize = 1_000_000;

/// Merged rectangles. They do not overlap in a lawful sheet; where they do, the one that begins lowest is found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Merges {
    all: Vec<Merge>,
    /// For each column the first rows of its rectangles, ascending, with their positions.
    by_column: BTreeMap<u32, Vec<(u32, usize)>>,
}

impl Merges {
    /// Rectangles in any order.
    #[must_use]
    pub fn of(all: Vec<Merge>) -> Self {
        let mut by_column: BTreeMap<u32, Vec<(u32, usize)>> = BTreeMap::new();
        let columns = all.iter().enumerate().flat_map(|(position, merge)| {
            (merge.first.column..=merge.last.column).map(move |column| (column, merge.first.row, position))
        });
        for (column, row, position) in columns.take(COLUMNS) {
            by_column.entry(column).or_default().push((row, position));
        }
        for rows in by_column.values_mut() {
            rows.sort_unstable();
        }
        Self { all, by_column }
    }

    /// The rectangle a cell lies in.
    #[must_use]
    pub fn at(&self, cell: CellRef) -> Option<&Merge> {
        let rows = self.by_column.get(&cell.column)?;
        let below = rows.partition_point(|(row, _)| *row <= cell.row);
        let (_, position) = rows.get(below.checked_sub(1)?)?;
        self.all.get(*position).filter(|merge| merge.contains(cell))
    }
}

impl Deref for Merges {
    type Target = [Merge];

    fn deref(&self) -> &[Merge] {
        &self.all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_knows_the_rectangle_it_lies_in() {
        let area = |top, left, bottom, right| Merge {
            first: CellRef { row: top, column: left },
            last: CellRef { row: bottom, column: right },
        };
        let merges = Merges::of(vec![area(4, 2, 4, 6), area(0, 0, 2, 1), area(5, 2, 9, 2)]);
        let at = |row, column| merges.at(CellRef { row, column }).map(|merge| merge.first.row);
        assert_eq!(
            [at(4, 5), at(1, 1), at(9, 2), at(3, 1), at(10, 2), at(4, 7)],
            [Some(4), Some(0), Some(5), None, None, None]
        );
    }
}
