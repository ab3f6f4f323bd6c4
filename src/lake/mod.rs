//! The lake: typed tables as Parquet, the only hand-over between reading and judging.

pub mod build;
pub mod mapping;
pub mod proposals;
pub mod review;
pub mod schema;
pub mod standing;
pub mod statistics;
pub mod store;
pub mod supervision;
pub mod table;

use table::TableDef;

/// Every declared table, in the order of the flow.
pub fn tables() -> impl Iterator<Item = &'static TableDef> {
    [
        schema::TABLES,
        standing::TABLES,
        statistics::TABLES,
        supervision::TABLES,
        review::TABLES,
        proposals::TABLES,
        mapping::TABLES,
    ]
    .into_iter()
    .flatten()
}
