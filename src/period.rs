//! Months, quarters and windows of months. Knows the calendar and nothing else.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Months, NaiveDate};

/// A calendar month, written `YYYY-MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    first_day: NaiveDate,
}

/// A calendar quarter, written `2024-Q1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    /// Calendar year.
    pub year: i32,
    /// 1 to 4.
    pub number: u32,
}

/// A run of whole months, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    first: Period,
    last: Period,
}

impl Period {
    /// The month of a year, if the month is 1 to 12 and the year 1900 to 2199.
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        if !(1900..2200).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, 1).map(|first_day| Self { first_day })
    }

    /// The month a day lies in.
    #[must_use]
    pub fn of(day: NaiveDate) -> Option<Self> {
        Self::new(day.year(), day.month())
    }

    /// Calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.first_day.year()
    }

    /// 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.first_day.month()
    }

    /// First day of the month.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        self.first_day
    }

    /// Last day of the month.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.next().first_day.pred_opt().unwrap_or(self.first_day)
    }

    /// The month after.
    #[must_use]
    pub fn next(self) -> Self {
        Self { first_day: self.first_day.checked_add_months(Months::new(1)).unwrap_or(self.first_day) }
    }

    /// The month before; none before the first there is.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Self::of(self.first_day.pred_opt()?)
    }

    /// Whether the month is the last of its quarter.
    #[must_use]
    pub fn ends_quarter(self) -> bool {
        self.month().is_multiple_of(3)
    }

    /// The quarter the month lies in.
    #[must_use]
    pub fn quarter(self) -> Quarter {
        Quarter { year: self.year(), number: (self.month() - 1) / 3 + 1 }
    }

    /// Whether the day lies in the month.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        self.first_day <= day && day <= self.last_day()
    }

    /// Whether a validity touches the month; an end that is not given is open.
    #[must_use]
    pub fn touches(self, from: Option<NaiveDate>, to: Option<NaiveDate>) -> bool {
        from.is_none_or(|from| from <= self.last_day()) && to.is_none_or(|to| to >= self.first_day)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

/// The text is not of the form `YYYY-MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPeriod;

impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        let (year, month) = text.split_once('-').ok_or(NotAPeriod)?;
        let digits = |part: &str| part.chars().all(|it| it.is_ascii_digit());
        if year.len() != 4 || month.len() != 2 || !digits(year) || !digits(month) {
            return Err(NotAPeriod);
        }
        let year = year.parse().map_err(|_| NotAPeriod)?;
        let month = month.parse().map_err(|_| NotAPeriod)?;
        Self::new(year, month).ok_or(NotAPeriod)
    }
}

impl Quarter {
    /// The three months of the quarter.
    #[must_use]
    pub fn months(self) -> Vec<Period> {
        (1..=3).filter_map(|offset| Period::new(self.year, (self.number - 1) * 3 + offset)).collect()
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.number)
    }
}

impl Window {
    /// A window, if it does not end before it starts.
    #[must_use]
    pub fn new(first: Period, last: Period) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// January to December.
    #[must_use]
    pub fn year(year: i32) -> Option<Self> {
        Self::new(Period::new(year, 1)?, Period::new(year, 12)?)
    }

    /// January of the month's year to the month.
    #[must_use]
    pub fn year_to(last: Period) -> Self {
        let first = Period::new(last.year(), 1).unwrap_or(last);
        Self { first, last }
    }

    /// First month.
    #[must_use]
    pub fn first(self) -> Period {
        self.first
    }

    /// Last month.
    #[must_use]
    pub fn last(self) -> Period {
        self.last
    }

    /// Every month, in order.
    pub fn months(self) -> impl Iterator<Item = Period> {
        std::iter::successors(Some(self.first), |month| Some(month.next())).take_while(move |month| *month <= self.last)
    }

    /// Whether the month lies in the window.
    #[must_use]
    pub fn contains(self, period: Period) -> bool {
        self.first <= period && period <= self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_written_year_then_month() {
        let october: Period = "2024-10".parse().unwrap();
        assert_eq!(october.to_string(), "2024-10");
        assert_eq!(october.quarter().to_string(), "2024-Q4");
        assert!(!october.ends_quarter());
        assert_eq!("2024-02".parse::<Period>().unwrap().last_day().to_string(), "2024-02-29");
        for wrong in ["2024", "2024-13", "24-10", "2024-1", "10-2024", "2024-+1", ""] {
            assert_eq!(wrong.parse::<Period>(), Err(NotAPeriod), "{wrong}");
        }
    }

    #[test]
    fn a_validity_touches_a_month_by_a_single_day() {
        let (march, day) = ("2024-03".parse::<Period>().unwrap(), |written: &str| written.parse().ok());
        for (from, to, touches) in [
            ("", "", true),
            ("2024-03-31", "", true),
            ("", "2024-03-01", true),
            ("2024-04-01", "", false),
            ("", "2024-02-29", false),
        ] {
            assert_eq!(march.touches(day(from), day(to)), touches, "{from}–{to}");
        }
    }

    #[test]
    fn a_year_has_twelve_months() {
        let months: Vec<_> = Window::year(2024).unwrap().months().map(|month| month.to_string()).collect();
        assert_eq!(months.len(), 12);
        assert_eq!(months.first().unwrap(), "2024-01");
        assert_eq!(months.last().unwrap(), "2024-12");
    }
}
