//! The lake: typed tables as Parquet, the only hand-over between reading and judging.

pub mod build;
pub mod schema;
pub mod store;
pub mod table;
