//! What people write in a cell, read as a day, a month or a quarter. Day first, and never a guess.

use chrono::{Datelike, NaiveDate};

use super::cells::Content;
use super::values::{Reading, is_dash, whole};
use crate::period::Period;
use crate::text;

/// A date, day first: `05/10/2024`, `5.10.2024`, `05-10-24`, `05/10/2024 (thứ Bảy)`, `ngày 05 tháng 10 năm 2024`.
#[must_use]
pub fn date(content: &Content) -> Reading<NaiveDate> {
    match content {
        Content::Date(day) => Reading::Plain(day.date()),
        Content::Blank => Reading::Blank,
        Content::Number(number) => serial_date(*number).map_or(Reading::Unreadable, Reading::Repaired),
        Content::Truth(_) | Content::Error(_) | Content::NotCalculated => Reading::Unreadable,
        Content::Text(written) => {
            let tidy = text::tidy(written);
            if tidy.is_empty() || is_dash(&tidy) {
                return Reading::Blank;
            }
            date_in_text(&tidy).map_or(Reading::Unreadable, Reading::Repaired)
        }
    }
}

/// The month of a row: `3`, `Tháng 3`, `T3/2024`, `03/2024`, a date in it; the year is the sheet's where none is written.
#[must_use]
pub fn month(content: &Content, year: Option<i32>) -> Reading<Period> {
    let numbered = |number: u32| year.and_then(|year| Period::new(year, number));
    match content {
        Content::Blank => Reading::Blank,
        Content::Date(moment) => Period::of(moment.date()).map_or(Reading::Unreadable, Reading::Plain),
        Content::Number(number) => whole(*number)
            .and_then(|number| numbered(u32::try_from(number).ok()?))
            .map_or(Reading::Unreadable, Reading::Plain),
        Content::Text(written) => {
            let hint = super::context::month_in(written);
            let alone = text::tidy(written).parse().ok();
            let period = Period::new(hint.year.or(year).unwrap_or(0), hint.month.or(alone).unwrap_or(0));
            match period {
                Some(period) if (2000..2100).contains(&period.year()) => Reading::Plain(period),
                _ if text::tidy(written).is_empty() => Reading::Blank,
                _ => Reading::Unreadable,
            }
        }
        Content::Truth(_) | Content::Error(_) | Content::NotCalculated => Reading::Unreadable,
    }
}

/// A quarter: `1`, `I`, `Quý II`, `Quý 3/2024`.
#[must_use]
pub fn quarter(content: &Content) -> Reading<i64> {
    match content {
        Content::Blank => Reading::Blank,
        Content::Number(number) => {
            whole(*number).filter(|it| (1..=4).contains(it)).map_or(Reading::Unreadable, Reading::Plain)
        }
        Content::Text(written) => {
            let words = text::words(written, text::Marks::Removed);
            let mut words = words.iter().map(String::as_str).filter(|word| *word != "quy" && *word != "nam");
            // One quarter and perhaps its year; two quarters are not one.
            match (words.next(), words.next().map(str::len), words.next()) {
                (None, ..) => Reading::Blank,
                (Some(word), None | Some(4), None) => numeral(word).map_or(Reading::Unreadable, Reading::Plain),
                _ => Reading::Unreadable,
            }
        }
        Content::Date(_) | Content::Truth(_) | Content::Error(_) | Content::NotCalculated => Reading::Unreadable,
    }
}

/// The quarter a title names: `Quý II › Ngày gửi`.
#[must_use]
pub fn quarter_in(title: &str) -> Option<i64> {
    let words = text::words(title, text::Marks::Removed);
    words.windows(2).find_map(|pair| match pair {
        [quarter, number] if quarter == "quy" => numeral(number),
        _ => None,
    })
}

fn numeral(word: &str) -> Option<i64> {
    match word {
        "1" | "i" => Some(1),
        "2" | "ii" => Some(2),
        "3" | "iii" => Some(3),
        "4" | "iv" => Some(4),
        _ => None,
    }
}

/// A day number of the 1900 system, in the years a meeting may lie in.
fn serial_date(number: f64) -> Option<NaiveDate> {
    let days = whole(number.floor())?;
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let day = epoch.checked_add_signed(chrono::Duration::days(days))?;
    plausible(day)
}

/// The date a text begins with, behind an optional `ngày`.
#[must_use]
pub fn date_in_text(written: &str) -> Option<NaiveDate> {
    let words = text::words(written, text::Marks::Removed);
    let mut words =
        words.iter().map(String::as_str).filter(|word| !matches!(*word, "ngay" | "thang" | "nam")).peekable();
    let first: u32 = words.next()?.parse().ok()?;
    let second: u32 = words.next()?.parse().ok()?;
    let third: u32 = words.next()?.parse().ok()?;
    if words.peek().is_some_and(|more| {
        more.chars().all(|it| it.is_ascii_digit()) && written.contains(['/', '.']) && more.len() > 2
    }) {
        return None;
    }
    let (day, month, year) = if first > 31 { (third, second, first) } else { (first, second, third) };
    let year = if year < 100 { year + 2000 } else { year };
    plausible(NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?)
}

/// From the founding of the Party on.
fn plausible(day: NaiveDate) -> Option<NaiveDate> {
    (1930..2100).contains(&day.year()).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(written: &str) -> Content {
        Content::Text(written.to_owned())
    }

    #[test]
    fn a_date_is_written_day_first() {
        let fifth = NaiveDate::from_ymd_opt(2024, 10, 5).unwrap();
        for written in [
            "05/10/2024",
            "5.10.2024",
            "05-10-24",
            "05/10/2024 (thứ Bảy)",
            "ngày 05 tháng 10 năm 2024",
            "Ngày 5/10/2024",
            "2024-10-05",
        ] {
            assert_eq!(date(&text(written)), Reading::Repaired(fifth), "{written}");
        }
        for wrong in ["31/02/2024", "05/13/2024", "5/2024", "hôm qua", "00/10/2024"] {
            assert_eq!(date(&text(wrong)), Reading::Unreadable, "{wrong}");
        }
        assert_eq!(date(&Content::Number(45570.0)), Reading::Repaired(fifth));
    }

    #[test]
    fn a_month_or_quarter_is_named_in_many_ways() {
        let march = Period::new(2024, 3);
        for written in ["3", "03", "Tháng 3", "T3", "T3/2024", "03/2024", "tháng 3 năm 2024"] {
            assert_eq!(month(&text(written), Some(2024)).value(), march, "{written}");
        }
        assert_eq!(month(&Content::Number(3.0), Some(2024)).value(), march);
        assert_eq!(month(&Content::Number(13.0), Some(2024)), Reading::Unreadable);
        assert_eq!(month(&Content::Number(3.0), None), Reading::Unreadable);
        for written in ["2", "II", "Quý II", "quý 2/2024"] {
            assert_eq!(quarter(&text(written)).value(), Some(2), "{written}");
        }
        assert_eq!(quarter(&text("V")), Reading::Unreadable);
        assert_eq!(quarter(&text("III và IV")), Reading::Unreadable);
    }
}
