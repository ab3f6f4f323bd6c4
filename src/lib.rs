//! chibo: from the monthly Excel sheets of Party cells to ranked, traceable workbooks.

pub mod period;
pub mod lang;
pub mod terms;
pub mod finding;
pub mod lake;
pub mod rules;
pub mod register;
pub mod figures;
pub mod judge;
