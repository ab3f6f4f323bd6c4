//! A small line inside a cell.

use super::Source;
use crate::report::style::Colour;

/// A line over a row of values, drawn inside a cell. A value that is missing leaves a gap.
#[derive(Debug, Clone, PartialEq)]
pub struct Sparkline {
    /// Row of the cell, from 0.
    pub row: u32,
    /// Its column, from 0.
    pub column: u32,
    /// Where the values stand: one row.
    pub values: Source,
    /// Value at the cell's foot.
    pub low: f64,
    /// Value at its head.
    pub high: f64,
    /// Colour of the line.
    pub colour: Colour,
}
