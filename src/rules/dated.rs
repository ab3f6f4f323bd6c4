//! A rule whose value depends on the month.

use chrono::NaiveDate;

use crate::period::Period;

/// Values by the day they came into force, in date order; the first may be open.
#[derive(Debug, Clone, PartialEq)]
pub struct Dated<T> {
    first: (Option<NaiveDate>, T),
    later: Vec<(Option<NaiveDate>, T)>,
}

impl<T> Dated<T> {
    /// Values with their first day, if there is at least one and the days ascend.
    #[must_use]
    pub fn new(entries: Vec<(Option<NaiveDate>, T)>) -> Option<Self> {
        if !entries.is_sorted_by(|earlier, later| earlier.0 < later.0) {
            return None;
        }
        let mut entries = entries.into_iter();
        Some(Self { first: entries.next()?, later: entries.collect() })
    }

    /// The value in force in a month: the latest whose first day is on or before the first of the month.
    /// Before the first entry, the first entry.
    #[must_use]
    pub fn in_force(&self, period: Period) -> &T {
        let started = |entry: &&(Option<NaiveDate>, T)| entry.0.is_none_or(|day| day <= period.first_day());
        &self.later.iter().rev().find(started).unwrap_or(&self.first).1
    }

    /// All values with their first day, in date order.
    pub fn entries(&self) -> impl Iterator<Item = (Option<NaiveDate>, &T)> {
        std::iter::once(&self.first).chain(&self.later).map(|(day, value)| (*day, value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_in_force_from_the_first_month_that_begins_after_it() {
        let day = NaiveDate::from_ymd_opt(2025, 10, 28);
        let target = Dated::new(vec![(None, 0.85), (day, 0.90)]).unwrap();
        let at = |month: &str| *target.in_force(month.parse().unwrap());
        assert_eq!((at("2024-01"), at("2025-10"), at("2025-11")), (0.85, 0.85, 0.90));
    }

    #[test]
    fn days_out_of_order_are_refused() {
        let day = NaiveDate::from_ymd_opt(2025, 10, 28);
        assert_eq!(Dated::new(vec![(day, 1), (None, 2)]), None);
        assert_eq!(Dated::<u8>::new(vec![]), None);
    }
}
