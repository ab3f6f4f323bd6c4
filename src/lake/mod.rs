//! The lake: typed tables as Parquet, the only hand-over between reading and judging.

pub mod build;
pub mod proposals;
pub mod schema;
pub mod standing;
pub mod statistics;
pub mod store;
pub mod table;

use table::TableDef;

/// Every declared table, in the order of the flow.
pub fn tables() -> impl Iterator<Item = &'static TableDef> {
    [schema::TABLES, standing::TABLES, statistics::TABLES, proposals::TABLES].into_iter().flatten()
}
