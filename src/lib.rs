//! chibo: from the monthly Excel sheets of Party cells to ranked, traceable workbooks.

pub mod app;
pub mod cli;
pub mod console;
pub mod error;
pub mod figures;
pub mod finding;
pub mod intake;
pub mod judge;
pub mod lake;
pub mod lang;
pub mod manifest;
pub mod period;
pub mod publish;
pub mod register;
pub mod report;
pub mod rollup;
pub mod rules;
pub mod run;
pub mod sample;
pub mod terms;
