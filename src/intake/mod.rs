//! From files to typed records: discover, open, recognise, read, settle what replaces what.

pub mod aside;
pub mod cells;
pub mod checks;
pub mod context;
pub mod discover;
pub mod header;
pub mod ledger;
pub mod monthly;
pub mod names;
pub mod read;
pub mod recognise;
pub mod row_values;
pub mod rows;
pub mod settle;
pub mod submission;
pub mod values;
pub mod visits;
pub mod wording;
pub mod workbook;
