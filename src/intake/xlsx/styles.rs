//! Which cell styles show a number as a date, and the date of a number.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::parts::Parts;
use super::xml::{Event, Tag, Xml, attributes, resolved};
use crate::intake::workbook::Unreadable;

const MILLISECONDS_OF_DAY: f64 = 86_400_000.0;
const DAYS_FROM_1900_TO_1904: f64 = 1462.0;

/// For each cell style, whether it shows a date.
#[derive(Default)]
pub(super) struct Styles {
    dated: Vec<bool>,
}

impl Styles {
    /// Reads the formats of the cell styles; a workbook may have none.
    pub(super) fn read(part: &str, parts: &mut Parts<'_>, buffer: &mut Vec<u8>) -> Result<Self, Unreadable> {
        let mut styles = Self::default();
        let Some(text) = parts.text(part, buffer)? else { return Ok(styles) };
        let mut custom = BTreeMap::new();
        let mut of_cells = false;
        let mut xml = Xml::new(text);
        loop {
            match xml.next()? {
                Event::Start(tag) | Event::Empty(tag) => match tag.name {
                    "numFmt" => {
                        let (id, code) = format(&tag)?;
                        custom.extend(id.zip(code).map(|(id, code)| (id, is_date_code(&code))));
                    }
                    "cellXfs" => of_cells = true,
                    "xf" if of_cells => {
                        let shows_date = |id| custom.get(&id).copied().unwrap_or_else(|| is_built_in_date(id));
                        styles.dated.push(format(&tag)?.0.is_some_and(shows_date));
                    }
                    _ => {}
                },
                // The formats stand before the cell styles; what comes after them is of no use here.
                Event::End("cellXfs") | Event::Eof => return Ok(styles),
                _ => {}
            }
        }
    }

    /// Whether a style shows a date.
    pub(super) fn shows_date(&self, style: usize) -> bool {
        self.dated.get(style).copied().unwrap_or(false)
    }
}

/// The number of a format and its code.
fn format(tag: &Tag<'_>) -> Result<(Option<u32>, Option<String>), Unreadable> {
    let (mut id, mut code) = (None, None);
    attributes(tag, |name, value| match name {
        "numFmtId" => id = value.parse().ok(),
        "formatCode" => code = Some(value),
        _ => {}
    })?;
    Ok((id, code.map(resolved).transpose()?))
}

/// The formats that Excel knows without a code, those of East Asia among them. Number 46 is a lapse of time.
fn is_built_in_date(id: u32) -> bool {
    matches!(id, 14..=22 | 27..=36 | 45 | 47 | 50..=58)
}

/// Whether a format code shows a date or a time of day. A lapse of time, as in `[h]:mm`, is a number.
fn is_date_code(code: &str) -> bool {
    let (mut escaped, mut quoted, mut noon) = (false, false, false);
    let (mut brackets, mut lapse, mut before) = (0_u32, false, ' ');
    for sign in code.chars() {
        match sign {
            _ if escaped => escaped = false,
            // `\\` makes the next sign plain, `_` leaves its width free, `*` fills with it.
            '_' | '\\' | '*' => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            // Only what is shown of positive numbers counts.
            ';' => return false,
            '[' => brackets += 1,
            ']' if brackets == 1 && lapse => return false,
            ']' => brackets = brackets.saturating_sub(1),
            'a' | 'A' if brackets == 0 && !noon => noon = true,
            'p' | 'P' | 'm' | 'M' | '/' if brackets == 0 && noon => return true,
            'd' | 'D' | 'm' | 'M' | 'h' | 'H' | 'y' | 'Y' | 's' | 'S' if brackets == 0 && !noon => return true,
            _ if lapse && sign.eq_ignore_ascii_case(&before) => {}
            _ => lapse = before == '[' && matches!(sign, 'm' | 'h' | 's' | 'M' | 'H' | 'S'),
        }
        before = sign;
    }
    false
}

/// The moment of a serial number, if the calendar has it. Excel holds 1900 to be a leap year, so that its days before
/// March 1900 are counted from a day later.
pub(super) fn moment(serial: f64, from_1904: bool) -> Option<NaiveDateTime> {
    let days = if from_1904 { serial + DAYS_FROM_1900_TO_1904 } else { serial };
    let days = if days >= 60.0 { days } else { days + 1.0 };
    #[expect(clippy::cast_possible_truncation, reason = "a cast of doubles stops at the ends of the integers")]
    let since = TimeDelta::try_milliseconds((days * MILLISECONDS_OF_DAY).round() as i64)?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.and_hms_opt(0, 0, 0)?.checked_add_signed(since)
}
