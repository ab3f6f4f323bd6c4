//! A table of a sheet: its columns, how their values are shown, and its rows.

use crate::report::plan::Value;
use crate::report::style::{Border, Colour, NumberFormat, Style};

/// What a table column holds, and so how it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Text, left, wrapped.
    Text,
    /// Short text, centred.
    Centre,
    /// A count.
    Whole,
    /// Points with one decimal.
    Points,
    /// A number with two decimals.
    Fine,
    /// A difference, with its sign.
    Change,
    /// A difference with its sign and two decimals.
    FineChange,
    /// A share as a percentage.
    Percent,
    /// A date.
    Day,
    /// A count, share or points, as the value is.
    ByValue,
    /// The same, in bold.
    Figure,
}

/// A table column.
#[derive(Debug, Clone)]
pub struct Column {
    /// Header above several columns; neighbours with the same one share it.
    pub group: Option<String>,
    /// Header.
    pub header: String,
    /// Grid columns it covers.
    pub span: u32,
    /// How its values are shown.
    pub look: Look,
}

/// What a row stands out by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Nothing.
    Plain,
    /// A total.
    Total,
}

/// A table: its columns, from a grid column on.
#[derive(Debug, Clone)]
pub struct Table {
    pub(super) columns: Vec<Column>,
}

/// A table row: values in column order, each perhaps with a fill of its own.
pub type Filled = Vec<(Value, Option<Colour>)>;

/// Values of a row, one of them marked.
#[must_use]
pub fn marked(values: Vec<Value>, at: usize, colour: Colour) -> Filled {
    values.into_iter().enumerate().map(|(place, value)| (value, (place == at).then_some(colour))).collect()
}

impl Column {
    /// A column without a group.
    #[must_use]
    pub fn new(header: impl Into<String>, look: Look) -> Self {
        Self { group: None, header: header.into(), span: 1, look }
    }

    /// Under a group header.
    #[must_use]
    pub fn under(self, group: impl Into<String>) -> Self {
        Self { group: Some(group.into()), ..self }
    }

    /// Over several grid columns.
    #[must_use]
    pub fn over(self, span: u32) -> Self {
        Self { span, ..self }
    }
}

impl Table {
    /// A table of columns.
    #[must_use]
    pub fn new(columns: Vec<Column>) -> Self {
        Self { columns }
    }

    /// Columns and rows without the columns that no row fills; all of them where there is no row.
    #[must_use]
    pub fn filled<C>(columns: Vec<C>, rows: Vec<Filled>) -> (Vec<C>, Vec<Filled>) {
        let is_filled = |at: usize| {
            let values = rows.iter().filter_map(|row| row.get(at));
            values.into_iter().any(|(value, _)| !matches!(value, Value::Blank) && *value != Value::Text(String::new()))
        };
        let kept: Vec<bool> = (0..columns.len()).map(|at| rows.is_empty() || is_filled(at)).collect();
        let keep = |row: Filled| row.into_iter().zip(&kept).filter_map(|(it, kept)| kept.then_some(it)).collect();
        let columns = columns.into_iter().zip(&kept).filter_map(|(it, kept)| kept.then_some(it)).collect();
        (columns, rows.into_iter().map(keep).collect())
    }

    /// Place of the column with this header.
    #[must_use]
    pub fn position(&self, header: &str) -> Option<u32> {
        self.placed().find(|(_, column)| column.header == header).map(|(at, _)| at)
    }

    /// Columns with their first grid column.
    pub(super) fn placed(&self) -> impl Iterator<Item = (u32, &Column)> {
        self.columns.iter().scan(0, |left, column| {
            let at = *left;
            *left += column.span;
            Some((at, column))
        })
    }

    /// Group headers with the first and last grid column they stand over.
    pub(super) fn groups(&self) -> Vec<(u32, u32, &str)> {
        let mut groups: Vec<(u32, u32, &str)> = Vec::new();
        let mut before = None;
        for (left, column) in self.placed() {
            let right = left + column.span - 1;
            let group = column.group.as_deref();
            match (group, groups.last_mut()) {
                (Some(_), Some(last)) if group == before => last.1 = right,
                (Some(name), _) => groups.push((left, right, name)),
                (None, _) => {}
            }
            before = group;
        }
        groups
    }
}

pub(super) fn header_style() -> Style {
    Style::PLAIN.bold().size(10).fill(Colour::Accent).colour(Colour::White).border(Border::Thin).centred().wrapped()
}

pub(super) fn body_style(look: Look, value: &Value) -> Style {
    let style = Style::PLAIN.border(Border::Thin);
    match look {
        Look::Text => style.indented(1).wrapped(),
        Look::Centre => style.centred().wrapped(),
        Look::Whole => style.centred().format(NumberFormat::Whole),
        Look::Points => style.centred().format(NumberFormat::OneDecimal),
        Look::Fine => style.centred().format(NumberFormat::TwoDecimals),
        Look::Change if matches!(value, Value::Integer(_)) => style.centred().format(NumberFormat::WholeChange),
        Look::Change => style.centred().format(NumberFormat::Change),
        Look::FineChange => style.centred().format(NumberFormat::FineChange),
        Look::Percent => style.centred().format(NumberFormat::Percent),
        Look::Day => style.centred().format(NumberFormat::Day),
        Look::ByValue => style.centred().format(by_value(value)),
        Look::Figure => style.centred().bold().format(by_value(value)),
    }
}

fn by_value(value: &Value) -> NumberFormat {
    match value {
        Value::Integer(_) => NumberFormat::Whole,
        Value::Number(_) | Value::Formula { .. } => NumberFormat::OneDecimal,
        Value::Share(_) => NumberFormat::Percent,
        Value::Date(_) => NumberFormat::Day,
        Value::Blank | Value::Text(_) | Value::Truth(_) | Value::Link { .. } => NumberFormat::General,
    }
}
