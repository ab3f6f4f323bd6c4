//! The table of shared strings.

use super::parts::Parts;
use super::xml::{Event, Xml, runs_into};
use crate::intake::workbook::Unreadable;

/// The shared strings, one after the other in one text.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// Reads the table; a workbook may have none.
    pub(super) fn read(part: &str, parts: &mut Parts<'_>, buffer: &mut Vec<u8>) -> Result<Self, Unreadable> {
        let mut strings = Self::default();
        let Some(text) = parts.text(part, buffer)? else { return Ok(strings) };
        let mut xml = Xml::new(text);
        loop {
            match xml.next()? {
                Event::Start(tag) if tag.name == "si" => {
                    runs_into(&mut xml, &mut strings.text)?;
                    strings.ends.push(strings.text.len());
                }
                Event::Empty(tag) if tag.name == "si" => strings.ends.push(strings.text.len()),
                Event::Eof => return Ok(strings),
                _ => {}
            }
        }
    }

    /// The string of a number.
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.text.get(start..end)
    }
}
