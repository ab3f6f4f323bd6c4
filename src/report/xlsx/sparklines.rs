//! Small lines inside cells.

use rust_xlsxwriter::{ChartEmptyCells, Sparkline as XlsxSparkline, Worksheet, XlsxError};

use super::chart::range;
use super::{color, narrow};
use crate::report::plan::Sparkline;

/// Draws a line, its last point marked.
pub(super) fn add(target: &mut Worksheet, line: &Sparkline) -> Result<(), XlsxError> {
    let drawn = XlsxSparkline::new()
        .set_range(&range(&line.values)?)
        .set_sparkline_color(color(line.colour))
        .show_last_point(true)
        .set_last_point_color(color(line.colour))
        .show_empty_cells_as(ChartEmptyCells::Gaps)
        .set_custom_min(line.low)
        .set_custom_max(line.high);
    target.add_sparkline(line.row, narrow(line.column)?, &drawn)?;
    Ok(())
}
