//! The stored text of a cell → its content.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::sheet::Tables;
use super::xml::undo_escapes;
use super::{broken, styles};
use crate::intake::cells::Content;
use crate::intake::workbook::Unreadable;

/// What the stored text of a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number, perhaps of a day. What says nothing, or something unheard of, is one too.
    Number,
    /// The number of a shared string.
    Shared,
    /// The result of a formula, a text.
    Text,
    /// TRUE or FALSE.
    Truth,
    /// An error.
    Error,
    /// A day or moment of ISO 8601.
    Iso,
    /// A text that stands in the cell itself; a value beside it only repeats it.
    Inline,
}

impl Kind {
    /// The kind of a cell's `t`.
    pub(super) fn of(name: &str) -> Self {
        match name {
            "s" => Self::Shared,
            "str" => Self::Text,
            "b" => Self::Truth,
            "e" => Self::Error,
            "d" => Self::Iso,
            "inlineStr" | "is" => Self::Inline,
            _ => Self::Number,
        }
    }
}

/// The content of a stored text; none where nothing is stored. A text that is not what its kind says is shown as it
/// is, for whoever reads the cell to judge.
pub(super) fn content(
    stored: &mut String,
    kind: Kind,
    style: usize,
    tables: Tables<'_>,
) -> Result<Option<Content>, Unreadable> {
    if kind == Kind::Text {
        undo_escapes(stored, 0);
        return Ok(Some(text(stored)));
    }
    let trimmed = stored.trim_ascii();
    if trimmed.is_empty() {
        return Ok(None);
    }
    Ok(Some(match kind {
        Kind::Number => number(trimmed, style, tables),
        Kind::Shared => {
            let found = trimmed.parse().ok().and_then(|number| tables.strings.get(number));
            text(found.ok_or_else(|| broken(format_args!("no shared string {trimmed:?}")))?)
        }
        Kind::Truth => truth(trimmed),
        Kind::Error => Content::Error(trimmed.to_owned()),
        Kind::Iso => iso(trimmed),
        Kind::Text | Kind::Inline => text(stored),
    }))
}

/// The content of a text.
pub(super) fn text(text: &str) -> Content {
    if text.is_empty() { Content::Blank } else { Content::Text(text.to_owned()) }
}

fn number(stored: &str, style: usize, tables: Tables<'_>) -> Content {
    let Some(number) = stored.parse::<f64>().ok().filter(|number| number.is_finite()) else { return text(stored) };
    let dated = tables.styles.shows_date(style).then(|| styles::moment(number, tables.from_1904));
    dated.flatten().map_or(Content::Number(number), Content::Date)
}

fn truth(stored: &str) -> Content {
    match stored {
        "0" => Content::Truth(false),
        "1" => Content::Truth(true),
        word if word.eq_ignore_ascii_case("false") => Content::Truth(false),
        word if word.eq_ignore_ascii_case("true") => Content::Truth(true),
        other => text(other),
    }
}

/// A moment that says it is of Greenwich is taken as it is written: sheets know no zones.
fn iso(stored: &str) -> Content {
    let moment = stored.strip_suffix('Z').unwrap_or(stored);
    let day = || moment.parse::<NaiveDate>().map(|day| day.and_time(NaiveTime::MIN));
    moment.parse::<NaiveDateTime>().or_else(|_| day()).map_or_else(|_| text(stored), Content::Date)
}
