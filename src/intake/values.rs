//! What people write in a cell, read as a number, mark or grade (days and months: `days`). Parsing never fails: it says what it made of it.

use chrono::{Datelike, Timelike};

use super::cells::Content;
use crate::rules::forms::Dash;
use crate::terms::Grade;
use crate::text;

/// What a cell was read as.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading<T> {
    /// Nothing is stated.
    Blank,
    /// The value as it stands.
    Plain(T),
    /// The value behind an unusual spelling.
    Repaired(T),
    /// The cell holds something else.
    Unreadable,
}

impl<T> Reading<T> {
    /// The value, if one was read.
    #[must_use]
    pub fn value(self) -> Option<T> {
        match self {
            Self::Plain(value) | Self::Repaired(value) => Some(value),
            Self::Blank | Self::Unreadable => None,
        }
    }

    /// The same reading of another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Reading<U> {
        match self {
            Self::Blank => Reading::Blank,
            Self::Plain(value) => Reading::Plain(change(value)),
            Self::Repaired(value) => Reading::Repaired(change(value)),
            Self::Unreadable => Reading::Unreadable,
        }
    }

    /// The reading, unreadable where the value is refused.
    #[must_use]
    pub fn filter(self, accept: impl FnOnce(&T) -> bool) -> Self {
        let refused = match &self {
            Self::Plain(value) | Self::Repaired(value) => !accept(value),
            Self::Blank | Self::Unreadable => false,
        };
        if refused { Self::Unreadable } else { self }
    }
}

/// A head-count, alone or as present over due (`12/13`, `12/13 (Đạt 92,3%)`).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Count {
    /// One number.
    Number(i64),
    /// Present over due, and the rate written behind it.
    PresentOfDue {
        /// Before the stroke.
        present: i64,
        /// Behind the stroke.
        due: i64,
        /// In brackets, 0–1.
        rate: Option<f64>,
    },
}

/// Units people write behind a count: đồng chí, đảng viên, ý kiến, phút, người.
const COUNT_UNITS: [&str; 10] = ["đ c", "đồng chí", "đc", "đảng viên", "đv", "ý kiến", "phút", "p", "người", "lượt"];

pub(super) fn is_dash(written: &str) -> bool {
    matches!(written, "-" | "–" | "—" | "/" | "--" | ".." | "…" | "...")
}

/// A head-count.
#[must_use]
pub fn count(content: &Content, dash: Dash) -> Reading<Count> {
    match content {
        Content::Number(number) => whole(*number).map_or(Reading::Unreadable, |it| Reading::Plain(Count::Number(it))),
        Content::Text(written) => count_in_text(written, dash),
        Content::Blank => Reading::Blank,
        Content::Truth(_) | Content::Date(_) | Content::Error(_) | Content::NotCalculated => Reading::Unreadable,
    }
}

fn count_in_text(written: &str, dash: Dash) -> Reading<Count> {
    let tidy = text::tidy(written);
    if tidy.is_empty() {
        return Reading::Blank;
    }
    if is_dash(&tidy) || (tidy.starts_with(['k', 'K']) && text::bare(&tidy) == "khong") {
        return match dash {
            Dash::Zero => Reading::Repaired(Count::Number(0)),
            Dash::Blank => Reading::Blank,
        };
    }
    let (head, rate) = split_bracket(&tidy);
    let rate = rate.and_then(percent_in_words);
    if let Some((present, due)) = head.split_once('/') {
        return match (whole_with_unit(present), whole_with_unit(due)) {
            (Some(present), Some(due)) => Reading::Repaired(Count::PresentOfDue { present, due, rate }),
            _ => match whole_with_unit(&tidy) {
                Some(number) => Reading::Repaired(Count::Number(number)),
                None => Reading::Unreadable,
            },
        };
    }
    whole_with_unit(head).map_or(Reading::Unreadable, |number| Reading::Repaired(Count::Number(number)))
}

/// `12/13 (Đạt 92,3%)` → `12/13` and `Đạt 92,3%`.
fn split_bracket(written: &str) -> (&str, Option<&str>) {
    match written.split_once('(') {
        Some((head, tail)) if !head.trim().is_empty() => (head.trim(), Some(tail.trim_end_matches(')'))),
        _ => (written, None),
    }
}

fn whole_with_unit(written: &str) -> Option<i64> {
    let written = written.trim();
    let digits =
        written.find(|it: char| !it.is_ascii_digit() && !matches!(it, '.' | ',' | ' ')).unwrap_or(written.len());
    let (number, unit) = written.split_at(digits);
    let known = unit.is_empty() || {
        let unit = text::fold(unit);
        unit.is_empty() || COUNT_UNITS.iter().any(|it| text::fold(it) == unit)
    };
    if known { whole_number(number.trim()) } else { None }
}

/// `29`, `3.368`, `29,0`; a dot parts thousands when exactly three digits follow it.
fn whole_number(written: &str) -> Option<i64> {
    if written.is_empty() || written.len() > 9 {
        return None;
    }
    let mut groups = written.split(['.', ',', ' ']);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    if rest.is_empty() {
        return first.parse().ok();
    }
    if !first.is_empty() && first.len() <= 3 && rest.iter().all(|group| group.len() == 3) {
        return format!("{first}{}", rest.concat()).parse().ok();
    }
    decimal(written).and_then(whole)
}

/// The number as a count, if it is whole, not negative and below a hundred million.
pub(super) fn whole(number: f64) -> Option<i64> {
    let rounded = number.round();
    if (number - rounded).abs() > 1e-9 || !(0.0..1e8).contains(&rounded) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "whole and below 1e8")]
    Some(rounded as i64)
}

/// A number with decimal comma or point: `8,5`, `8.5`, `96`.
fn decimal(written: &str) -> Option<f64> {
    let plain = written.trim().replace(',', ".");
    let shape = plain.chars().all(|it| it.is_ascii_digit() || it == '.') && plain.matches('.').count() <= 1;
    if !shape || !plain.starts_with(|it: char| it.is_ascii_digit()) {
        return None;
    }
    plain.parse().ok()
}

/// Minutes: `90`, `90 phút`, `95'`, `1h30`, `1 giờ 30 phút`, `1:30`, or a time of day as Excel keeps `1:30`.
#[must_use]
pub fn minutes(content: &Content) -> Reading<i64> {
    let minutes = match content {
        Content::Date(moment) if moment.year() < 1901 => {
            Reading::Repaired(i64::from(moment.hour()) * 60 + i64::from(moment.minute()))
        }
        Content::Text(written) => minutes_in_text(&text::tidy(written))
            .map_or_else(|| count(content, Dash::Blank).and_then_number(), Reading::Repaired),
        _ => count(content, Dash::Blank).and_then_number(),
    };
    minutes.filter(|minutes| *minutes <= LONGEST)
}

/// No meeting lasts longer; `19:30` is the hour it began at.
const LONGEST: i64 = 8 * 60;

/// Hours and minutes with a word or sign between them.
fn minutes_in_text(written: &str) -> Option<i64> {
    let words = text::words(written, text::Marks::Removed);
    let number = |word: &String| word.parse::<i64>().ok();
    let hour_sign = |word: &String| matches!(word.as_str(), "h" | "g" | "gio" | "tieng");
    let minute_sign = |word: &String| matches!(word.as_str(), "p" | "ph" | "phut");
    let (hours, minutes) = match words.as_slice() {
        [hours, sign] if hour_sign(sign) => (number(hours)?, 0),
        [hours, sign, minutes] if hour_sign(sign) => (number(hours)?, number(minutes)?),
        [hours, sign, minutes, end] if hour_sign(sign) && minute_sign(end) => (number(hours)?, number(minutes)?),
        [hours, minutes] if written.contains(':') => (number(hours)?, number(minutes)?),
        [minutes] if written.ends_with(['\'', '’', '′']) => (0, number(minutes)?),
        _ => return None,
    };
    (hours < 24 && (hours == 0 || minutes < 60)).then_some(hours * 60 + minutes)
}

impl Reading<Count> {
    /// A count that must be one number.
    fn and_then_number(self) -> Reading<i64> {
        match self {
            Self::Plain(Count::Number(number)) => Reading::Plain(number),
            Self::Repaired(Count::Number(number)) => Reading::Repaired(number),
            Self::Blank => Reading::Blank,
            _ => Reading::Unreadable,
        }
    }
}

/// A score: `8,5`, `96.0`, `98 điểm`, `85đ`, `95/100`, `85 (tám lăm)`.
#[must_use]
pub fn score(content: &Content) -> Reading<f64> {
    match content {
        Content::Number(number) => Reading::Plain(*number),
        Content::Text(written) => {
            let tidy = text::tidy(written);
            if tidy.is_empty() || is_dash(&tidy) {
                return Reading::Blank;
            }
            let lower = split_bracket(&tidy).0.to_lowercase();
            let number = lower.trim_end_matches("điểm").trim_end_matches('đ').trim();
            let number = number.strip_suffix("/100").unwrap_or(number).trim();
            decimal(number).map_or(Reading::Unreadable, Reading::Repaired)
        }
        Content::Blank => Reading::Blank,
        Content::Truth(_) | Content::Date(_) | Content::Error(_) | Content::NotCalculated => Reading::Unreadable,
    }
}

/// A rate, returned as 0–1: `0,963`, `96%`, `96,3%`, `96`.
#[must_use]
pub fn rate(content: &Content) -> Reading<f64> {
    match content {
        Content::Number(number) => share(*number, false).map_or(Reading::Unreadable, Reading::Plain),
        Content::Text(written) => {
            let tidy = text::tidy(written);
            if tidy.is_empty() || is_dash(&tidy) {
                return Reading::Blank;
            }
            percent_in_words(&tidy).map_or(Reading::Unreadable, Reading::Repaired)
        }
        Content::Blank => Reading::Blank,
        Content::Truth(_) | Content::Date(_) | Content::Error(_) | Content::NotCalculated => Reading::Unreadable,
    }
}

/// The one number of `Đạt 92,3%`, as 0–1.
fn percent_in_words(written: &str) -> Option<f64> {
    let start = written.find(|it: char| it.is_ascii_digit())?;
    let tail = written.get(start..)?;
    let end = tail.find(|it: char| !it.is_ascii_digit() && !matches!(it, '.' | ',')).unwrap_or(tail.len());
    let (number, rest) = tail.split_at(end);
    if rest.chars().any(|it| it.is_ascii_digit()) {
        return None;
    }
    share(decimal(number)?, rest.trim_start().starts_with('%'))
}

/// Up to 1 a number is a share unless a per cent sign follows it; above, it is in per cent.
fn share(number: f64, percent: bool) -> Option<f64> {
    let share = if percent || number > 1.0 { number / 100.0 } else { number };
    (0.0..=2.0).contains(&share).then_some(share)
}

/// A mark: `x`, `v`, `có` are yes; `-`, `0`, `không` are no.
#[must_use]
pub fn mark(content: &Content) -> Reading<bool> {
    match content {
        Content::Blank => Reading::Blank,
        Content::Truth(truth) => Reading::Plain(*truth),
        Content::Number(number) if *number > 0.0 => Reading::Plain(true),
        Content::Number(_) => Reading::Plain(false),
        Content::Date(_) | Content::Error(_) | Content::NotCalculated => Reading::Unreadable,
        Content::Text(written) => {
            let tidy = text::tidy(written);
            if tidy.is_empty() {
                return Reading::Blank;
            }
            if is_dash(&tidy) {
                return Reading::Plain(false);
            }
            match text::bare(&tidy).as_str() {
                "x" | "v" | "1" | "co" => Reading::Plain(true),
                "0" | "khong" | "ko" | "k" | "kg" => Reading::Plain(false),
                _ if matches!(tidy.as_str(), "✓" | "✔" | "√" | "+") => Reading::Plain(true),
                _ => Reading::Unreadable,
            }
        }
    }
}

/// A grade: `Tốt`, `Khá`, `TB`, `Kém`.
#[must_use]
pub fn grade(content: &Content) -> Reading<Grade> {
    let Content::Text(written) = content else {
        return if matches!(content, Content::Blank) { Reading::Blank } else { Reading::Unreadable };
    };
    let tidy = text::tidy(written);
    if tidy.is_empty() || is_dash(&tidy) {
        return Reading::Blank;
    }
    match text::bare(&tidy).as_str() {
        "tot" => Reading::Plain(Grade::Good),
        "kha" => Reading::Plain(Grade::Fair),
        "trung binh" => Reading::Plain(Grade::Average),
        "tb" => Reading::Repaired(Grade::Average),
        "kem" => Reading::Plain(Grade::Poor),
        _ => Reading::Unreadable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(written: &str) -> Content {
        Content::Text(written.to_owned())
    }

    #[test]
    fn a_head_count_may_carry_its_unit_or_stand_over_those_due() {
        let plain = |written: &str| count(&text(written), Dash::Blank);
        for (written, number) in [
            ("29", 29),
            (" 33 ", 33),
            ("08", 8),
            ("24 đ/c", 24),
            ("15đ/c", 15),
            ("3.368", 3368),
            ("12 đồng chí", 12),
            ("29,0", 29),
        ] {
            assert_eq!(plain(written), Reading::Repaired(Count::Number(number)), "{written}");
        }
        let of = |present, due, rate| Reading::Repaired(Count::PresentOfDue { present, due, rate });
        assert_eq!(plain("12/13"), of(12, 13, None));
        assert_eq!(plain("25/30 (Đạt 83,3%)"), of(25, 30, Some(0.833)));
        assert_eq!(plain("12/13 (Đạt 100%)"), of(12, 13, Some(1.0)));
        assert_eq!(count(&text("-"), Dash::Zero), Reading::Repaired(Count::Number(0)));
        assert_eq!(plain("-"), Reading::Blank);
        for wrong in ["mười", "12a", "8,5", "-3", "1/2/3", "12.5"] {
            assert_eq!(plain(wrong), Reading::Unreadable, "{wrong}");
        }
        assert_eq!(count(&Content::Number(12.0), Dash::Blank), Reading::Plain(Count::Number(12)));
        assert_eq!(count(&Content::Number(12.5), Dash::Blank), Reading::Unreadable);
        assert_eq!(count(&Content::Number(-1.0), Dash::Blank), Reading::Unreadable);
    }

    #[test]
    fn a_score_takes_comma_or_point() {
        for (written, value) in [("8,5", 8.5), ("8.5", 8.5), ("96,0", 96.0), ("100", 100.0), ("98 điểm", 98.0)] {
            assert_eq!(score(&text(written)), Reading::Repaired(value), "{written}");
        }
        for written in ["85đ", "85 điểm", "85/100", "85 (tám lăm)"] {
            assert_eq!(score(&text(written)), Reading::Repaired(85.0), "{written}");
        }
        assert_eq!(score(&text("9o")), Reading::Unreadable);
        assert_eq!(score(&text("8,5,1")), Reading::Unreadable);
    }

    #[test]
    fn a_duration_is_written_in_minutes_or_hours() {
        for written in ["90 phút", "90'", "1h30", "1h30p", "1 giờ 30 phút", "1:30", "90"] {
            assert_eq!(minutes(&text(written)), Reading::Repaired(90), "{written}");
        }
        assert_eq!(minutes(&text("2 giờ")), Reading::Repaired(120));
        let noon = chrono::NaiveDate::from_ymd_opt(1899, 12, 31).unwrap().and_hms_opt(1, 45, 0).unwrap();
        assert_eq!(minutes(&Content::Date(noon)), Reading::Repaired(105));
        assert_eq!(minutes(&Content::Number(90.0)), Reading::Plain(90));
        for wrong in ["lâu", "1h90", "25h", "12/13"] {
            assert_eq!(minutes(&text(wrong)), Reading::Unreadable, "{wrong}");
        }
    }

    #[test]
    fn a_rate_is_a_share_or_per_cent() {
        for (written, value) in [("96%", 0.96), ("96,3%", 0.963), ("96.3%", 0.963), ("100,0", 1.0), ("0,963", 0.963)] {
            let read = rate(&text(written)).value().unwrap();
            assert!((read - value).abs() < 1e-12, "{written}: {read}");
        }
        assert_eq!(rate(&Content::Number(1.0)), Reading::Plain(1.0));
        assert_eq!(rate(&Content::Number(0.75)), Reading::Plain(0.75));
        assert_eq!(rate(&Content::Number(80.0)), Reading::Plain(0.8));
    }

    #[test]
    fn marks_and_grades() {
        for yes in ["x", "X", "v", "có", "Có", " x "] {
            assert_eq!(mark(&text(yes)), Reading::Plain(true), "{yes}");
        }
        for no in ["-", "–", "/", "0", "không", "Không"] {
            assert_eq!(mark(&text(no)), Reading::Plain(false), "{no}");
        }
        assert_eq!(mark(&text("Đảng ủy viên")), Reading::Unreadable);
        assert_eq!(grade(&text("TỐT")), Reading::Plain(Grade::Good));
        assert_eq!(grade(&text("TB")), Reading::Repaired(Grade::Average));
        assert_eq!(grade(&text("Xuất sắc")), Reading::Unreadable);
    }
}
