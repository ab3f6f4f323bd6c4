//! The lake: typed tables as Parquet, the only hand-over between reading and judging.

pub mod build;
pub mod proposals;
pub mod schema;
pub mod store;
pub mod table;

/// Every declared table, in the order of the flow.
pub fn tables() -> impl Iterator<Item = &'static table::TableDef> {
    schema::TABLES.iter().chain(proposals::TABLES)
}
