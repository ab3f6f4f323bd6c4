//! How numbers, months and quarters are written in a sentence, by language.

use super::figure::rounded;
use crate::lang::{Lang, t};
use crate::period::{Period, Quarter};
use crate::terms::Grade;

/// A number with so many decimals; halves are rounded away from zero, as Excel does.
pub(super) fn decimal(value: f64, places: u8, lang: Lang) -> String {
    pointed(&fixed(value, places), lang)
}

/// A number as a rule writes it, with as many decimals as it has.
pub(super) fn exact(value: f64, lang: Lang) -> String {
    pointed(&rounded(value).to_string(), lang)
}

/// A share as a rule writes it: `85%`.
pub(super) fn exact_percent(share: f64, lang: Lang) -> String {
    exact(share * 100.0, lang) + "%"
}

/// A number with one decimal, or with as many as keep it apart from the threshold it missed: 69.98 is not `70.0`.
pub(super) fn apart(value: f64, threshold: f64, lang: Lang) -> String {
    decimal(value, places_apart(value, threshold), lang)
}

/// A share with one decimal, or with as many as keep it apart from the threshold it missed.
pub(super) fn percent_apart(share: f64, threshold: f64, lang: Lang) -> String {
    apart(share * 100.0, threshold * 100.0, lang) + "%"
}

/// An interval of a share, its bounds apart from the threshold: `68,0–76,9%`.
pub(super) fn percent_range(low: f64, high: f64, threshold: f64, lang: Lang) -> String {
    let [low, high, threshold] = [low, high, threshold].map(|share| share * 100.0);
    let places = places_apart(low, threshold).max(places_apart(high, threshold));
    format!("{}–{}%", decimal(low, places, lang), decimal(high, places, lang))
}

/// A month: `02/2024` in Vietnamese, `2024-02` in English.
pub(super) fn month(period: Period, lang: Lang) -> String {
    lang.pick(format!("{:02}/{:04}", period.month(), period.year()), period.to_string())
}

/// A grade of meetings.
pub(super) fn grade(grade: Grade, lang: Lang) -> String {
    match grade {
        Grade::Good => t!(lang, "good"),
        Grade::Fair => t!(lang, "fair"),
        Grade::Average => t!(lang, "average"),
        Grade::Poor => t!(lang, "poor"),
    }
}

/// Months in a row: `02/2024, 05/2024`.
pub(super) fn months(periods: &[Period], lang: Lang) -> String {
    listed(periods, |period| month(period, lang))
}

/// Quarters in a row: `quý 1/2024, quý 3/2024`.
pub(super) fn quarters(quarters: &[Quarter], lang: Lang) -> String {
    listed(quarters, |quarter| {
        let Quarter { number, year } = quarter;
        t!(lang, "quarter-in-text", number, year)
    })
}

fn listed<T: Copy>(items: &[T], written: impl Fn(T) -> String) -> String {
    items.iter().map(|item| written(*item)).collect::<Vec<_>>().join(", ")
}

/// Decimals needed, from 1 to the 7 that a share keeps of its 9 as a percentage.
fn places_apart(value: f64, threshold: f64) -> u8 {
    (1..7).find(|&places| fixed(value, places) != fixed(threshold, places)).unwrap_or(7)
}

fn fixed(value: f64, places: u8) -> String {
    let scale = 10_f64.powi(i32::from(places));
    let value = (rounded(value) * scale).round() / scale;
    format!("{value:.*}", usize::from(places))
}

fn pointed(number: &str, lang: Lang) -> String {
    lang.pick(number.replace('.', ","), number.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_writes_a_decimal_comma() {
        assert_eq!((decimal(8.5, 1, Lang::Vi), decimal(8.5, 1, Lang::En)), ("8,5".into(), "8.5".into()));
        assert_eq!((decimal(6.25, 1, Lang::En), decimal(6.249, 1, Lang::En)), ("6.3".into(), "6.2".into()));
        assert_eq!((exact_percent(0.85, Lang::Vi), exact_percent(0.29, Lang::En)), ("85%".into(), "29%".into()));
        assert_eq!(exact_percent(0.125, Lang::Vi), "12,5%");
    }

    #[test]
    fn a_missed_threshold_is_never_written_as_reached() {
        assert_eq!(percent_apart(0.727, 0.85, Lang::Vi), "72,7%");
        assert_eq!(percent_apart(0.8498, 0.85, Lang::Vi), "84,98%");
        assert_eq!(apart(69.9999, 70.0, Lang::En), "69.9999");
        assert_eq!(percent_range(0.68, 0.849_96, 0.85, Lang::Vi), "68,000–84,996%");
    }

    #[test]
    fn months_and_quarters_are_written_as_people_say_them() {
        let february = Period::new(2024, 2).unwrap();
        assert_eq!(months(&[february, february.next()], Lang::Vi), "02/2024, 03/2024");
        assert_eq!(months(&[february], Lang::En), "2024-02");
        assert_eq!(quarters(&[february.quarter()], Lang::Vi), "quý 1/2024");
        assert_eq!(quarters(&[february.quarter()], Lang::En), "2024-Q1");
    }
}
