//! Numbers, months and dates inside sentences, as each language writes them.

use chrono::{Datelike, NaiveDate};

use crate::lang::{Lang, t};
use crate::period::{Period, Window};

/// A share of a whole; `None` of nothing.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts of meetings and members lie far under 2^53")]
pub fn share(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// How many there are.
#[must_use]
pub fn tally<T>(items: impl IntoIterator<Item = T>) -> i64 {
    i64::try_from(items.into_iter().count()).unwrap_or(i64::MAX)
}

/// A number with so many decimals: `96,3` or `96.3`.
#[must_use]
pub fn decimal(lang: Lang, number: f64, digits: usize) -> String {
    let text = format!("{number:.digits$}");
    lang.pick(text.replace('.', ","), text)
}

/// A share as a percentage: `96,3%` or `96.3%`.
#[must_use]
pub fn percent(lang: Lang, share: f64) -> String {
    decimal(lang, share * 100.0, 1) + "%"
}

/// A threshold as short as it can be written: `85%`, `2,5%`, `0,3`.
#[must_use]
pub fn short(lang: Lang, number: f64) -> String {
    let text = decimal(lang, number, 3);
    text.trim_end_matches('0').trim_end_matches([',', '.']).to_owned()
}

/// A threshold share as a percentage, as short as it can be written.
#[must_use]
pub fn short_percent(lang: Lang, share: f64) -> String {
    short(lang, share * 100.0) + "%"
}

/// A count with thousands set apart: `3.368` or `3,368`.
#[must_use]
pub fn count(lang: Lang, number: i64) -> String {
    lang.count(number)
}

/// A month: `tháng 10 năm 2024` or `October 2024`.
#[must_use]
pub fn month(lang: Lang, period: Period) -> String {
    match lang {
        Lang::Vi => format!("tháng {} năm {}", month_digits(period.month()), period.year()),
        Lang::En => format!("{} {}", month_name(period.month()), period.year()),
    }
}

/// A month in a table: `10/2024`.
#[must_use]
pub fn month_slash(period: Period) -> String {
    format!("{:02}/{}", period.month(), period.year())
}

/// A day in a table: `05/10/2024`.
#[must_use]
pub fn day(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// A window: `năm 2024`, `tháng 10 năm 2024` or `từ tháng 01 đến tháng 10 năm 2024`.
#[must_use]
pub fn window(lang: Lang, window: Window) -> String {
    let (first, last) = (window.first(), window.last());
    if Window::year(first.year()) == Some(window) {
        return t!(lang, "the-year", year = first.year());
    }
    if first == last {
        return month(lang, first);
    }
    let start = if first.year() == last.year() {
        lang.pick(format!("tháng {}", month_digits(first.month())), month_name(first.month()).to_owned())
    } else {
        month(lang, first)
    };
    let end = month(lang, last);
    t!(lang, "from-start-to-end", start, end)
}

/// The letterhead's line of place and date. What is not known stays open, to be filled in by hand.
#[must_use]
pub fn date_line(lang: Lang, place: Option<&str>, date: Option<NaiveDate>) -> String {
    let place = place.unwrap_or("……………");
    match (lang, date) {
        (Lang::Vi, Some(date)) => {
            let (day, month, year) = (date.day(), month_digits(date.month()), date.year());
            format!("{place}, ngày {day:02} tháng {month} năm {year}")
        }
        (Lang::Vi, None) => format!("{place}, ngày …… tháng …… năm ………"),
        (Lang::En, Some(date)) => format!("{place}, {} {} {}", date.day(), month_name(date.month()), date.year()),
        (Lang::En, None) => format!("{place}, …… …………… ………"),
    }
}

/// Documents pad only January and February, whose digits could be altered.
fn month_digits(month: u32) -> String {
    if month <= 2 { format!("{month:02}") } else { month.to_string() }
}

fn month_name(month: u32) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::try_from(month).ok().and_then(|month| NAMES.get(month.checked_sub(1)?)).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_sentences_have_decimal_commas() {
        assert_eq!((decimal(Lang::Vi, 96.25, 1), decimal(Lang::En, 96.5, 1)), ("96,2".into(), "96.5".into()));
        assert_eq!((percent(Lang::Vi, 0.9634), percent(Lang::En, 0.9634)), ("96,3%".into(), "96.3%".into()));
        assert_eq!((short_percent(Lang::Vi, 0.85), short_percent(Lang::Vi, 0.025)), ("85%".into(), "2,5%".into()));
        assert_eq!((short(Lang::En, 100.0), short(Lang::Vi, 0.3)), ("100".into(), "0,3".into()));
        assert_eq!((share(1, 0), share(1, 4)), (None, Some(0.25)));
    }

    #[test]
    fn a_window_is_named_as_shortly_as_it_can_be() {
        let at = |first: &str, last: &str| Window::new(first.parse().unwrap(), last.parse().unwrap()).unwrap();
        assert_eq!(window(Lang::Vi, at("2024-01", "2024-12")), "năm 2024");
        assert_eq!(window(Lang::Vi, at("2024-01", "2024-10")), "từ tháng 01 đến tháng 10 năm 2024");
        assert_eq!(window(Lang::En, at("2024-01", "2024-10")), "January to October 2024");
        assert_eq!(window(Lang::Vi, at("2024-05", "2024-05")), "tháng 5 năm 2024");
    }

    #[test]
    fn the_date_line_stays_open_without_a_date() {
        let day = NaiveDate::from_ymd_opt(2026, 2, 5);
        assert_eq!(date_line(Lang::Vi, Some("Lai Châu"), day), "Lai Châu, ngày 05 tháng 02 năm 2026");
        assert_eq!(date_line(Lang::Vi, None, None), "……………, ngày …… tháng …… năm ………");
    }
}
