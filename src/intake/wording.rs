//! What the words of a cell say beyond its value, and how values are written in findings.

use chrono::NaiveDate;

use super::cells::Content;
use super::header::contains;
use super::values::Count;
use crate::rules::forms::ColumnField;
use crate::text::{self, Marks, tidy};

/// Whether «Không họp» stands in a cell that speaks of the meeting itself. A note must say nothing else, for
/// «Chưa họp chi ủy» is about something else.
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
        | C::VisitDate => false,
        C::Note => content.text().is_some_and(|text| not_held.contains(&text::words(text, Marks::Removed))),
        _ => says(content, not_held),
    }
}

/// Whether a text says one of some phrases, with little beside it.
#[must_use]
pub fn says(content: &Content, phrases: &[Vec<String>]) -> bool {
    let Some(text) = content.text() else { return false };
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

/// «Chưa sinh hoạt», «Không có»: a text that begins by saying no.
#[must_use]
pub fn denies(written: &str) -> bool {
    let folded = text::bare(written);
    ["chua", "khong"].iter().any(|no| folded == *no || folded.starts_with(&format!("{no} ")))
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
