//! Cells pooled by organisation above, by type, and all together.

use std::collections::BTreeMap;

use crate::lake::schema::{CellMonth, CellSummary};
use crate::register::UnitId;
use crate::terms::{MeetingStatus, Scope};

/// What stands for everything, and for peers too few to lean on.
pub(super) const ALL: &str = "ALL";

/// The held months of each cell, by scope and key, cells in their order. A cell belongs to the organisation above it at
/// the end of the window, with all its months. `months` are sorted by cell and month.
pub(super) fn held_months<'a>(
    cells: &'a [CellSummary],
    months: &'a [CellMonth],
    scopes: &[Scope],
) -> BTreeMap<(Scope, &'a str), Vec<Vec<&'a CellMonth>>> {
    let by_cell: BTreeMap<&UnitId, &[CellMonth]> = months
        .chunk_by(|one, next| one.cell_id == next.cell_id)
        .filter_map(|chunk| Some((&chunk.first()?.cell_id, chunk)))
        .collect();
    let mut pools: BTreeMap<(Scope, &str), Vec<Vec<&CellMonth>>> = BTreeMap::new();
    for cell in cells {
        let own = by_cell.get(&cell.cell_id).copied().unwrap_or_default();
        let held: Vec<&CellMonth> = own.iter().filter(|month| month.status == Some(MeetingStatus::Held)).collect();
        for scope in scopes {
            if let Some(key) = key(*scope, cell) {
                pools.entry((*scope, key)).or_default().push(held.clone());
            }
        }
    }
    pools
}

fn key(scope: Scope, cell: &CellSummary) -> Option<&str> {
    match scope {
        Scope::Cell => Some(cell.cell_id.as_str()),
        Scope::Unit => cell.unit_id.as_ref().map(UnitId::as_str),
        Scope::Type => cell.cell_type.as_deref(),
        Scope::Hardship => Some(if cell.hardship { "yes" } else { "no" }),
        Scope::Concurrent => Some(if cell.concurrent_secretary { "yes" } else { "no" }),
        Scope::All => Some(ALL),
    }
}
