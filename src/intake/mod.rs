//! From files to typed records: discover, open, recognise, read, settle what replaces what.

pub mod cells;
pub mod checks;
pub mod context;
pub mod days;
pub mod discover;
pub mod header;
pub mod ledger;
pub mod monthly;
pub mod names;
pub mod plans;
pub mod prepare;
pub mod read;
pub mod recognise;
pub mod row_outcome;
pub mod row_values;
pub mod rows;
pub mod score_lines;
pub mod scores;
pub mod settle;
pub mod settle_lists;
pub mod subject;
pub mod submission;
pub mod values;
pub mod visits;
pub mod wording;
pub mod workbook;
