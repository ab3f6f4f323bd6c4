//! The many ways a value is typed into a cell.

use chrono::{Datelike, NaiveDate, Weekday};

use super::chance::Chance;
use super::truth::Grade;

/// What is typed into a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Written {
    Blank,
    Text(String),
    Number(f64),
    /// A real date.
    Day(NaiveDate),
    /// A formula with its value.
    Calculated(String),
    /// A formula nobody calculated.
    NotCalculated,
}

impl Written {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// Whether values are written plainly or in all the ways there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    Plain,
    Odd,
}

impl Spelling {
    /// A number of people.
    pub fn count(self, count: i64, chance: &mut Chance) -> Written {
        let plain = Written::Number(whole(count));
        if self == Self::Plain {
            return plain;
        }
        match chance.between(0, 11) {
            0 => Written::text(count.to_string()),
            1 => Written::text(format!(" {count} ")),
            2 => Written::text(format!("{count} đ/c")),
            3 => Written::text(format!("{count:02}")),
            4 => Written::text(format!("{count} đồng chí")),
            5 => Written::text(format!("{count}đ/c")),
            6 => Written::Calculated(count.to_string()),
            7 if count >= 1000 => Written::text(format!("{}.{:03}", count / 1000, count % 1000)),
            _ => plain,
        }
    }

    /// A number of people who are left out of the count, or were absent: none may be a dash, a word or a blank.
    pub fn few(self, count: i64, chance: &mut Chance) -> Written {
        if count > 0 || self == Self::Plain {
            return self.count(count, chance);
        }
        match chance.between(0, 7) {
            0 => Written::text("-"),
            1 => Written::text("–"),
            2 => Written::text("không"),
            3 => Written::text("Không"),
            4 => Written::text("0"),
            5 => Written::Blank,
            6 => Written::text("  "),
            _ => Written::Number(0.0),
        }
    }

    /// `12/13`.
    pub fn present_of_due(self, present: i64, due: i64, chance: &mut Chance) -> Written {
        let per_cent = whole(present) / whole(due) * 100.0;
        let written = match if self == Self::Plain { 0 } else { chance.between(0, 4) } {
            1 => format!("{present} / {due}"),
            2 => format!("{present}/{due} (Đạt {})", per_cent_text(per_cent)),
            3 => format!("{present}/{due} đ/c"),
            4 => format!("{present:02}/{due:02}"),
            _ => format!("{present}/{due}"),
        };
        Written::text(written)
    }

    /// A share of 0–1.
    pub fn rate(self, share: f64, chance: &mut Chance) -> Written {
        let per_cent = (share * 1000.0).round() / 10.0;
        match if self == Self::Plain { 0 } else { chance.between(0, 8) } {
            0 | 1 => Written::text(per_cent_text(per_cent)),
            2 => Written::text(per_cent_text(per_cent).replace(',', ".")),
            3 => Written::text(format!("{}%", (share * 100.0).round())),
            4 => Written::Number((share * 1000.0).round() / 1000.0),
            5 => Written::text(decimal((share * 1000.0).round() / 1000.0)),
            6 => Written::Calculated(share.to_string()),
            7 => Written::text(format!("{} %", decimal(per_cent))),
            _ => Written::Number(per_cent),
        }
    }

    /// A score in half points.
    pub fn score(self, score: f64, chance: &mut Chance) -> Written {
        let comma = decimal(score);
        match if self == Self::Plain { 9 } else { chance.between(0, 10) } {
            0 => Written::text(comma),
            1 => Written::text(comma.replace(',', ".")),
            2 => Written::text(format!("{comma} điểm")),
            3 => Written::text(format!(" {comma} ")),
            4 => Written::text(format!("{comma}đ")),
            5 => Written::text(format!("{score:.1}").replace('.', ",")),
            6 => Written::Calculated(score.to_string()),
            7 => Written::text(format!("{comma}/100")),
            _ => Written::Number(score),
        }
    }

    /// A day, written day first.
    pub fn day(self, day: NaiveDate, chance: &mut Chance) -> Written {
        let (d, m, y) = (day.day(), day.month(), day.year());
        match if self == Self::Plain { 9 } else { chance.between(0, 11) } {
            0 => Written::text(day.format("%d/%m/%Y").to_string()),
            1 => Written::text(format!("{d}/{m}/{y}")),
            2 => Written::text(format!("{d}.{m}.{y}")),
            3 => Written::text(day.format("%d-%m-%y").to_string()),
            4 => Written::text(format!("{} ({})", day.format("%d/%m/%Y"), weekday(day))),
            5 => Written::text(format!("ngày {d:02} tháng {m:02} năm {y}")),
            6 => Written::Number(whole(day.signed_duration_since(epoch()).num_days())),
            7 => Written::text(day.format("%Y-%m-%d").to_string()),
            8 => Written::text(format!(" {} ", day.format("%d/%m/%Y"))),
            _ => Written::Day(day),
        }
    }

    /// Minutes.
    pub fn minutes(self, minutes: i64, chance: &mut Chance) -> Written {
        let (hours, rest) = (minutes / 60, minutes % 60);
        match if self == Self::Plain { 9 } else { chance.between(0, 10) } {
            0 => Written::text(minutes.to_string()),
            1 => Written::text(format!("{minutes} phút")),
            2 if hours > 0 => Written::text(format!("{hours}h{rest:02}")),
            3 => Written::text(format!("{minutes}'")),
            4 if hours > 0 => Written::text(format!("{hours} giờ {rest} phút")),
            5 if hours > 0 => Written::text(format!("{hours}h{rest:02}'")),
            6 => Written::text(format!("{minutes}p")),
            _ => Written::Number(whole(minutes)),
        }
    }

    /// A mark.
    pub fn mark(self, yes: bool, chance: &mut Chance) -> Written {
        match (yes, self) {
            (true, Self::Plain) => Written::text("x"),
            (false, Self::Plain) => Written::Blank,
            (true, Self::Odd) => Written::text(chance.pick(&["x", "X", "v", "V", "có", "Có", "✓", " x "])),
            (false, Self::Odd) => match chance.between(0, 9) {
                0 => Written::text("-"),
                1 => Written::text("–"),
                2 => Written::Number(0.0),
                3 => Written::text("không"),
                4 => Written::text("0"),
                5 => Written::text(" "),
                _ => Written::Blank,
            },
        }
    }

    /// One of four marks for a grade: the others are blank more often than not.
    pub fn grade_mark(self, yes: bool, chance: &mut Chance) -> Written {
        match (yes, self) {
            (true, Self::Odd) => Written::text(chance.pick(&["x", "X", "v", "✓", "x "])),
            (false, Self::Odd) if chance.percent(10) => Written::text(chance.pick(&["-", "–", "0"])),
            _ => Self::Plain.mark(yes, chance),
        }
    }

    /// A grade in words.
    pub fn grade(self, grade: Grade, chance: &mut Chance) -> Written {
        let words: &[&str] = match grade {
            Grade::Good => &["Tốt", "tốt", "TỐT", "Tốt "],
            Grade::Fair => &["Khá", "khá", "KHÁ"],
            Grade::Average => &["Trung bình", "TB", "Trung  bình"],
            Grade::Poor => &["Kém", "kém"],
        };
        Written::text(if self == Self::Plain { words[0] } else { chance.pick(words) })
    }
}

/// `96,3%`.
fn per_cent_text(per_cent: f64) -> String {
    format!("{}%", decimal((per_cent * 10.0).round() / 10.0))
}

/// With a decimal comma.
fn decimal(number: f64) -> String {
    number.to_string().replace('.', ",")
}

#[expect(clippy::cast_precision_loss, reason = "numbers of people, minutes and days are small")]
pub fn whole(number: i64) -> f64 {
    number as f64
}

fn epoch() -> NaiveDate {
    NaiveDate::from_ymd_opt(1899, 12, 30).unwrap()
}

fn weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        Weekday::Mon => "thứ Hai",
        Weekday::Tue => "thứ Ba",
        Weekday::Wed => "thứ Tư",
        Weekday::Thu => "thứ Năm",
        Weekday::Fri => "thứ Sáu",
        Weekday::Sat => "thứ Bảy",
        Weekday::Sun => "Chủ nhật",
    }
}
