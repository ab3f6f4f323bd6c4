//! Where things stand in a sheet: addresses, areas, ranges of hidden rows and columns.

use super::broken;
use crate::finding::CellRef;
use crate::intake::cells::Merge;
use crate::intake::workbook::Unreadable;

/// Rows of a sheet, at most.
pub(super) const ROWS: u32 = 1_048_576;
/// Columns of a sheet, at most.
pub(super) const COLUMNS: u32 = 16_384;

/// The address of a cell, `B12` or `$B$12`.
pub(super) fn cell(text: &str) -> Result<CellRef, Unreadable> {
    parse(text).ok_or_else(|| broken(format_args!("no such cell: {text:?}")))
}

fn parse(text: &str) -> Option<CellRef> {
    let mut bytes = text.bytes().filter(|byte| *byte != b'$').peekable();
    let mut column = 0_u32;
    while let Some(letter) = bytes.next_if(u8::is_ascii_alphabetic) {
        column = column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)?;
    }
    let mut row = 0_u32;
    for digit in bytes {
        row = row.checked_mul(10)?.checked_add(char::from(digit).to_digit(10)?)?;
    }
    let at = CellRef { row: row.checked_sub(1)?, column: column.checked_sub(1)? };
    fits(at).then_some(at)
}

/// Whether a sheet has such a cell.
pub(super) fn fits(at: CellRef) -> bool {
    at.row < ROWS && at.column < COLUMNS
}

/// The index of a row or column from its number, of which there are so many.
pub(super) fn index(number: &str, of: u32) -> Result<u32, Unreadable> {
    let index = number.parse::<u32>().ok().and_then(|number| number.checked_sub(1));
    index.filter(|index| *index < of).ok_or_else(|| broken(format_args!("no such row or column: {number:?}")))
}

/// The area `B2:C5`, from whichever corner it is told, or a single cell.
pub(super) fn area(text: &str) -> Result<Merge, Unreadable> {
    let (one, other) = text.split_once(':').unwrap_or((text, text));
    let (one, other) = (cell(one)?, cell(other)?);
    Ok(Merge {
        first: CellRef { row: one.row.min(other.row), column: one.column.min(other.column) },
        last: CellRef { row: one.row.max(other.row), column: one.column.max(other.column) },
    })
}

/// Adds a range to ranges, joined with the last one where they touch.
pub(super) fn join(ranges: &mut Vec<(u32, u32)>, (first, last): (u32, u32)) {
    match ranges.last_mut() {
        Some(before) if before.0 <= first && first <= before.1.saturating_add(1) => before.1 = before.1.max(last),
        _ => ranges.push((first, last)),
    }
}

/// Ranges in order, joined where they touch.
pub(super) fn joined(mut ranges: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    if !ranges.is_sorted() {
        ranges.sort_unstable();
    }
    let mut joined = Vec::with_capacity(ranges.len());
    for range in ranges {
        join(&mut joined, range);
    }
    joined
}
