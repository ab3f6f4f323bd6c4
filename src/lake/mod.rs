//! The lake: typed tables as Parquet, the only hand-over between reading and judging.

pub mod schema;
pub mod table;
