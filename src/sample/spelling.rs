//! The many ways the same value is typed in real sheets.

use chrono::{Datelike, NaiveDate};

use super::dice::Dice;
use super::year::Points;
use crate::report::plan::Value;

/// How often a value is typed as text although it is a number or a date, of 100.
const AS_TEXT: u32 = 14;

/// A count of members: `33`, `33` as text, ` 33 `, `33 đ/c`.
pub(super) fn count(count: u32, dice: &mut Dice) -> Value {
    if !dice.percent(AS_TEXT) {
        return Value::Integer(i64::from(count));
    }
    Value::Text(match dice.between(0, 3) {
        0 => format!("{count} đ/c"),
        1 => format!(" {count} "),
        2 => format!("{count:02}"),
        _ => count.to_string(),
    })
}

/// Points: `92.5` as a number, `92,5` or `92` as text.
pub(super) fn points(points: Points, dice: &mut Dice) -> Value {
    if dice.percent(AS_TEXT + 10) { Value::Text(decimal(points)) } else { Value::Number(points.value()) }
}

/// Points with a decimal comma.
pub(super) fn decimal(points: Points) -> String {
    let whole = points.0 / 2;
    if points.0.is_multiple_of(2) { whole.to_string() } else { format!("{whole},5") }
}

/// A rate: `0.9688` shown as a percentage, `96.9`, `96,9%`, `96.9%`.
pub(super) fn rate(part: u32, whole: u32, dice: &mut Dice) -> Value {
    let share = f64::from(part) / f64::from(whole.max(1));
    match dice.between(0, 9) {
        0..=5 => Value::Share((share * 10_000.0).round() / 10_000.0),
        6 => Value::Number((share * 1000.0).round() / 10.0),
        7 => Value::Text(format!("{:.1}%", share * 100.0)),
        _ => Value::Text(percentage(part, whole)),
    }
}

/// A rate with a decimal comma.
pub(super) fn percentage(part: u32, whole: u32) -> String {
    format!("{:.1}%", f64::from(part) * 100.0 / f64::from(whole.max(1))).replace('.', ",")
}

/// A day: a real date, or one of six spellings.
pub(super) fn day(day: NaiveDate, dice: &mut Dice) -> Value {
    if !dice.percent(AS_TEXT + 16) {
        return Value::Date(day);
    }
    Value::Text(match dice.between(0, 5) {
        0 => format!("{}.{}.{}", day.day(), day.month(), day.year()),
        1 => day.format("%d-%m-%y").to_string(),
        2 => format!("{} ({})", day.format("%d/%m/%Y"), weekday(day)),
        3 => in_words(day),
        4 => format!("{}/{}/{}", day.day(), day.month(), day.year()),
        _ => day.format("%d/%m/%Y").to_string(),
    })
}

/// `ngày 05 tháng 02 năm 2024`: months from March on are not padded.
pub(super) fn in_words(day: NaiveDate) -> String {
    let month = if day.month() < 3 { format!("{:02}", day.month()) } else { day.month().to_string() };
    format!("ngày {:02} tháng {month} năm {}", day.day(), day.year())
}

fn weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        chrono::Weekday::Mon => "thứ Hai",
        chrono::Weekday::Tue => "thứ Ba",
        chrono::Weekday::Wed => "thứ Tư",
        chrono::Weekday::Thu => "thứ Năm",
        chrono::Weekday::Fri => "thứ Sáu",
        chrono::Weekday::Sat => "thứ Bảy",
        chrono::Weekday::Sun => "Chủ nhật",
    }
}
