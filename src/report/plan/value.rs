//! What a cell of a planned workbook holds.

use chrono::NaiveDate;

use super::Formula;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing; the style still shows.
    Blank,
    /// Text, written as text whatever it begins with.
    Text(String),
    /// A number. One that is not finite is written as a blank.
    Number(f64),
    /// A whole number.
    Integer(i64),
    /// A share from 0 to 1, shown as a percentage.
    Share(f64),
    /// A date, shown as dd/mm/yyyy.
    Date(NaiveDate),
    /// True or false.
    Truth(bool),
    /// A formula with its result.
    Formula {
        /// The formula.
        formula: Formula,
        /// What it comes to.
        result: f64,
    },
    /// Text that leads to a cell of this workbook.
    Link {
        /// What is shown.
        text: String,
        /// Sheet it leads to.
        sheet: String,
        /// Row from 0.
        row: u32,
        /// Column from 0.
        column: u32,
    },
}

impl Value {
    /// A share, or nothing.
    #[must_use]
    pub fn share(share: Option<f64>) -> Self {
        share.map_or(Self::Blank, Self::Share)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<NaiveDate> for Value {
    fn from(day: NaiveDate) -> Self {
        Self::Date(day)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Blank, Into::into)
    }
}
