//! The lake: typed tables as Parquet, the only hand-over between reading and judging.

pub mod build;
pub mod review;
pub mod schema;
pub mod standing;
pub mod store;
pub mod table;

use table::TableDef;

/// Every declared table, in the order of the flow.
pub fn tables() -> impl Iterator<Item = &'static TableDef> {
    schema::TABLES.iter().chain(standing::TABLES).chain(review::TABLES)
}
