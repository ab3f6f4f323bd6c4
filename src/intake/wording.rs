//! What the words of a cell say beyond its value, and how values are written in findings.

use chrono::NaiveDate;

use super::cells::Content;
use super::header::contains;
use super::values::Count;
use crate::lang::{Lang, t};
use crate::rules::forms::ColumnField;
use crate::text::{self, Marks, tidy};

/// Whether «Không họp» stands in a cell that speaks of the meeting itself. A note must say nothing else but
/// why, for «Chưa họp chi ủy» is about something else.
#[must_use]
pub fn says_not_held(field: ColumnField, content: &Content, not_held: &[Vec<String>]) -> bool {
    use ColumnField as C;
    match field {
        C::Ordinal
        | C::Cell
        | C::Code
        | C::Personal
        | C::Thematic
        | C::ThematicHeldOn
        | C::ThematicTopic
        | C::CommitteeMet
        | C::Visited
        | C::VisitLevel
        | C::VisitDate
        | C::Month
        | C::Quarter
        | C::Criterion => false,
        // A topic may hold any words: only one that says nothing else denies.
        C::PlanTopic | C::TopicQ1 | C::TopicQ2 | C::TopicQ3 | C::TopicQ4 => {
            content.text().is_some_and(|text| not_held.contains(&text::words(text, Marks::Removed)))
        }
        C::Note => content.text().is_some_and(|text| {
            let words = text::words(text, Marks::Removed);
            not_held.iter().any(|phrase| words.strip_prefix(phrase.as_slice()).is_some_and(gives_reason))
        }),
        _ => says(content, not_held),
    }
}

/// Nothing more, or the reason: `… do mưa lũ`, `… vì bí thư ốm`.
fn gives_reason(rest: &[String]) -> bool {
    rest.first().is_none_or(|word| matches!(word.as_str(), "do" | "vi" | "boi" | "de"))
}

/// Whether a text says one of some phrases, with little beside it.
#[must_use]
pub fn says(content: &Content, phrases: &[Vec<String>]) -> bool {
    // Figures and marks say nothing; most cells hold those.
    let Some(text) = content.text().filter(|text| text.chars().filter(|it| it.is_alphabetic()).count() >= 3) else {
        return false;
    };
    let written = text::words(text, Marks::Removed);
    phrases.iter().any(|phrase| contains(&written, phrase) && written.len() <= phrase.len() + 4)
}

/// The text as written, unless it seems to hold a person's name (two capitalised words in a row that belong to no
/// date or grade) or a long number: such text is never kept.
#[must_use]
pub fn without_names(written: &str) -> Option<String> {
    const KNOWN: [&str; 12] =
        ["Thứ", "Ngày", "Tháng", "Năm", "Đạt", "Chủ", "Nhật", "Trung", "Bình", "Tốt", "Khá", "Kém"];
    let tidied = tidy(written);
    let capitalised = |word: &str| {
        let word = word.trim_matches(|it: char| !it.is_alphabetic());
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && !KNOWN.contains(&word)
    };
    let words: Vec<&str> = tidied.split(' ').collect();
    let name = words.windows(2).any(|pair| pair.iter().all(|word| capitalised(word)));
    let digits = tidied.split(|it: char| !it.is_ascii_digit()).any(|run| run.len() >= 9);
    (!name && !digits).then_some(tidied)
}

/// A text that is kept, with numbers long enough to be a person's left out: `0912 345 678`.
#[must_use]
pub fn without_long_numbers(written: &str) -> String {
    let tidied = tidy(written);
    let joins = |it: char| it.is_ascii_digit() || matches!(it, '.' | '-' | ' ' | '+');
    let mut kept = String::with_capacity(tidied.len());
    let mut rest = tidied.as_str();
    while let Some(start) = rest.find(|it: char| it.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let run = from.find(|it| !joins(it)).unwrap_or(from.len());
        let (number, after) = from.split_at(run);
        kept.push_str(before);
        let digits = number.chars().filter(char::is_ascii_digit).count();
        kept.push_str(if digits >= 9 { "… " } else { number });
        rest = after;
    }
    kept.push_str(rest);
    tidy(&kept)
}

/// «Chưa sinh hoạt», «Không có»: a text that begins by saying no.
#[must_use]
pub fn denies(written: &str) -> bool {
    const AFTER: [&str; 14] =
        ["co", "hop", "to", "sinh", "xay", "dang", "nop", "du", "thuc", "bao", "ai", "den", "tham", "phan"];
    let words = text::words(written, Marks::Removed);
    match words.as_slice() {
        [no] => matches!(no.as_str(), "chua" | "khong"),
        // «Không có», «Chưa tổ chức»; not «Không ngừng đổi mới …», which is a topic.
        [no, next, ..] => matches!(no.as_str(), "chua" | "khong") && words.len() <= 5 && AFTER.contains(&next.as_str()),
        [] => false,
    }
}

/// How a value was spelt that had to be repaired.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spelling {
    /// `8,5`
    DecimalComma,
    /// `12/13`
    PresentOverDue,
    /// `96%`
    Percent,
    /// `5.10.2024`
    DayAsText,
    /// `15 đ/c`, `98 điểm`, `90 phút`
    WithUnit,
    /// `-`, `không`
    DashForZero,
    /// `08`, ` 29 `
    NumberAsText,
    /// Anything else.
    Other,
}

impl Spelling {
    /// The spelling of a text as written.
    #[must_use]
    pub fn of(raw: &str) -> Self {
        let digits = raw.chars().filter(char::is_ascii_digit).count();
        let only =
            |allowed: &str| raw.chars().all(|it| it.is_ascii_digit() || it.is_whitespace() || allowed.contains(it));
        if digits == 0 {
            return Self::DashForZero;
        }
        if raw.contains('%') && !raw.contains('/') {
            return Self::Percent;
        }
        match () {
            () if only("") => Self::NumberAsText,
            () if only(",") => Self::DecimalComma,
            () if over_due(raw) => Self::PresentOverDue,
            () if text::bare(raw).contains("thang") || (digits >= 5 && raw.chars().any(|it| "/.-".contains(it))) => {
                Self::DayAsText
            }
            () if raw.chars().any(char::is_alphabetic) || raw.ends_with('\'') => Self::WithUnit,
            () => Self::Other,
        }
    }

    /// What cells so spelt do, in a few words.
    #[must_use]
    pub fn word(self, lang: Lang) -> String {
        match self {
            Self::DecimalComma => t!(lang, "a-decimal-comma-in-a-text"),
            Self::PresentOverDue => t!(lang, "present-over-due-in-one-cell"),
            Self::Percent => t!(lang, "a-percentage-typed-as-text"),
            Self::DayAsText => t!(lang, "a-day-typed-as-text"),
            Self::WithUnit => t!(lang, "a-number-with-its-unit"),
            Self::DashForZero => t!(lang, "a-dash-or-word-for-zero"),
            Self::NumberAsText => t!(lang, "a-number-typed-as-text"),
            Self::Other => t!(lang, "an-unusual-spelling-understood"),
        }
    }
}

/// One stroke with a digit on either side.
fn over_due(raw: &str) -> bool {
    let mut sides = raw.split('/').map(str::trim);
    let (present, due, more) = (sides.next(), sides.next(), sides.next());
    present.is_some_and(|it| it.ends_with(|it: char| it.is_ascii_digit()))
        && due.is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()))
        && more.is_none()
}

/// A head-count as written.
#[must_use]
pub fn written_count(count: &Count) -> String {
    match count {
        Count::Number(number) => number.to_string(),
        Count::PresentOfDue { present, due, .. } => format!("{present}/{due}"),
    }
}

/// A number as sheets write it, with a decimal comma.
#[must_use]
pub fn written_score(score: f64) -> String {
    ((score * 1e6).round() / 1e6).to_string().replace('.', ",")
}

/// A day as written.
#[must_use]
pub fn written_day(day: &NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_persons_are_not_kept() {
        assert_eq!(without_long_numbers("Học tập; liên hệ 0912.345.678 nhé"), "Học tập; liên hệ … nhé");
        assert_eq!(without_long_numbers("Nghị quyết 12 năm 2024"), "Nghị quyết 12 năm 2024");
    }

    #[test]
    fn spellings_are_told_apart() {
        use Spelling as S;
        for (raw, spelling) in [
            ("8,5", S::DecimalComma),
            ("12/13", S::PresentOverDue),
            ("12/13 (Đạt 92,3%)", S::PresentOverDue),
            ("96,3%", S::Percent),
            ("5.10.2024", S::DayAsText),
            ("ngày 05 tháng 10 năm 2024", S::DayAsText),
            ("15 đ/c", S::WithUnit),
            ("98 điểm", S::WithUnit),
            ("95'", S::WithUnit),
            ("-", S::DashForZero),
            ("08", S::NumberAsText),
        ] {
            assert_eq!(Spelling::of(raw), spelling, "{raw}");
        }
    }
}
