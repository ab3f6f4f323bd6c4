//! The merged areas of an `.ods`, which its reader does not give: from the spans of its cells, in one pass.

use std::collections::BTreeMap;

use super::cells::Merge;
use super::workbook::Unreadable;
use super::xlsx::parts::Parts;
use super::xlsx::xml::{Event, Tag, Xml, attributes, local, resolved};
use crate::finding::CellRef;
use crate::rules::Limits;

/// Merged areas of a file, at most.
const MERGES: usize = 100_000;

/// The merged areas of each sheet, by its name.
///
/// # Errors
/// The package is broken or goes over a limit.
pub fn read(bytes: &[u8], limits: Limits) -> Result<BTreeMap<String, Vec<Merge>>, Unreadable> {
    let mut parts = Parts::open(bytes, limits)?;
    let mut buffer = Vec::new();
    let text = parts.text("content.xml", &mut buffer)?.unwrap_or_default();
    let mut xml = Xml::new(text);
    let mut merges: BTreeMap<String, Vec<Merge>> = BTreeMap::new();
    let mut sheet = String::new();
    let (mut next, mut repeated) = (CellRef { row: 0, column: 0 }, 1_u32);
    loop {
        match xml.next()? {
            Event::Start(tag) | Event::Empty(tag) => match tag.name {
                "table" => {
                    sheet = resolved(attribute(&tag, "name")?.unwrap_or_default())?;
                    next = CellRef { row: 0, column: 0 };
                }
                "table-row" => {
                    repeated = number(&tag, "number-rows-repeated")?;
                    next.column = 0;
                }
                "table-cell" | "covered-table-cell" => {
                    let (down, across) =
                        (number(&tag, "number-rows-spanned")?, number(&tag, "number-columns-spanned")?);
                    let own = merges.entry(sheet.clone()).or_default();
                    if (down > 1 || across > 1) && own.len() < MERGES {
                        own.push(area(next, down, across));
                    }
                    next.column = next.column.saturating_add(number(&tag, "number-columns-repeated")?);
                }
                _ => {}
            },
            Event::End("table-row") => next.row = next.row.saturating_add(repeated),
            Event::Eof => return Ok(merges),
            _ => {}
        }
    }
}

fn area(first: CellRef, down: u32, across: u32) -> Merge {
    let last = CellRef { row: first.row.saturating_add(down - 1), column: first.column.saturating_add(across - 1) };
    Merge { first, last }
}

fn attribute<'a>(tag: &Tag<'a>, wanted: &str) -> Result<Option<&'a str>, Unreadable> {
    let mut found = None;
    attributes(tag, |name, value| {
        if local(name) == wanted {
            found = Some(value);
        }
    })?;
    Ok(found)
}

/// A count, 1 where none is written.
fn number(tag: &Tag<'_>, wanted: &str) -> Result<u32, Unreadable> {
    Ok(attribute(tag, wanted)?.and_then(|value| value.parse().ok()).filter(|count| *count > 0).unwrap_or(1))
}
