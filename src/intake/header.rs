//! Header rows → the path of titles above each column, and how well a path names a field.

use std::collections::BTreeSet;

use super::cells::{Content, Sheet, SheetRow};
use super::context;
use crate::finding::CellRef;
use crate::rules::forms::{ColumnField, Form};
use crate::text::{self, Marks};

/// The titles above a column, outermost first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderPath {
    /// Column from 0.
    pub column: u32,
    /// Titles as written.
    pub titles: Vec<String>,
}

impl HeaderPath {
    /// The path as a person reads it.
    #[must_use]
    pub fn written(&self) -> String {
        self.titles.iter().map(|title| text::tidy(title)).collect::<Vec<_>>().join(" › ")
    }
}

/// Whether a row can belong to a header: texts only, for data rows hold numbers or dates.
#[must_use]
pub fn is_header_row(row: &SheetRow) -> bool {
    let title = |content: &Content| matches!(content, Content::Text(_) | Content::NotCalculated | Content::Error(_));
    row.cells.iter().all(|(_, content)| title(content)) && row.texts().next().is_some()
}

/// Whether a row names a month or a day, as titles and letterheads do and headers do not.
#[must_use]
pub fn is_dated(row: &SheetRow) -> bool {
    row.texts().any(|(_, text)| context::month_in(text).period().is_some() || context::day_in(text).is_some())
}

/// Whether the outermost row above titles can be of the header: two titles or more, or one that is merged over some
/// columns right of others. A single line from the left is the title of the sheet.
#[must_use]
pub fn is_group_row(sheet: &Sheet, row: &SheetRow) -> bool {
    let mut texts = row.texts();
    match (texts.next(), texts.next()) {
        (Some(_), Some(_)) => true,
        (Some((column, _)), None) => {
            let merge = sheet.merge_at(CellRef { row: row.index, column });
            let below = sheet.row(row.index + 1).and_then(|below| below.texts().next());
            let left = below.is_some_and(|(first, _)| first < column);
            left && merge.is_some_and(|merge| merge.last.column > merge.first.column)
        }
        _ => false,
    }
}

/// The path of every column under consecutive header rows.
#[must_use]
pub fn paths(sheet: &Sheet, rows: &[&SheetRow]) -> Vec<HeaderPath> {
    // A column has a title of its own in one of the rows; one that only lies under a merged group title has none.
    let columns: BTreeSet<u32> = rows.iter().flat_map(|row| row.texts()).map(|(column, _)| column).collect();
    let path = |column| HeaderPath { column, titles: titles_above(sheet, rows, column) };
    columns.into_iter().map(path).filter(|path| !path.titles.is_empty()).collect()
}

fn titles_above(sheet: &Sheet, rows: &[&SheetRow], column: u32) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    for (level, row) in rows.iter().enumerate() {
        let at = CellRef { row: row.index, column };
        let merge = sheet.merge_at(at);
        let written = match merge {
            // A merge that began in an upper header row has been counted there.
            Some(merge) if merge.first.row < row.index && rows.iter().any(|above| above.index == merge.first.row) => {
                None
            }
            Some(merge) => row.get(merge.first.column).text(),
            None => row.get(column).text().or_else(|| group_title(sheet, rows, level, column)),
        };
        if let Some(title) = written {
            titles.push(title.to_owned());
        }
    }
    titles
}

/// A group title whose cells were never merged stands only over its first column; it reaches right over blanks
/// as long as the row below goes on.
fn group_title<'a>(sheet: &Sheet, rows: &[&'a SheetRow], level: usize, column: u32) -> Option<&'a str> {
    let row = rows.get(level)?;
    let below = rows.get(level + 1)?;
    below.get(column).text()?;
    let (left, title) = row.texts().filter(|(left, _)| *left < column).last()?;
    let merged = sheet.merge_at(CellRef { row: row.index, column: left }).is_some();
    let carried = (left..column).all(|between| below.get(between).text().is_some());
    (!merged && carried).then_some(title)
}

/// How well a column's path names each field of a form, best first.
#[must_use]
pub fn matches(path: &HeaderPath, form: &Form) -> Vec<(ColumnField, f64)> {
    let views = Views::of(path);
    // Typing errors are looked for only where no title is written out, for comparing letters is slow.
    let mut scored = scores(&views, form, similarity);
    if scored.is_empty() {
        scored = scores(&views, form, mistyped);
    }
    scored.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    scored
}

type Likeness = fn(&[String], &[String]) -> f64;

fn scores(views: &Views, form: &Form, likeness: Likeness) -> Vec<(ColumnField, f64)> {
    let allowed = form.columns.iter().filter(|rule| !rule.unless.iter().any(|words| contains(&views.whole, words)));
    let best = allowed.filter_map(|rule| {
        let best = rule.titles.iter().map(|title| views.score(title, likeness)).max_by(f64::total_cmp)?;
        (best > 0.0).then_some((rule.field, best))
    });
    best.collect()
}

/// A path as words: whole, its last title, and both without what stands in brackets.
struct Views {
    whole: Vec<String>,
    weighted: Vec<(Vec<String>, f64)>,
}

/// A last title alone says a little less than a whole path.
const LAST_TITLE: f64 = 0.97;

impl Views {
    fn of(path: &HeaderPath) -> Self {
        let whole = path.titles.join("\u{20}");
        let last = path.titles.last().map_or("", String::as_str);
        let words = |text: &str| text::words(&without_numbering(text), Marks::Removed);
        let joined = path.titles.iter().flat_map(|title| words(title)).collect::<Vec<_>>();
        let weighted = vec![
            (joined.clone(), 1.0),
            (words(&without_brackets(&whole)), 1.0),
            (words(last), LAST_TITLE),
            (words(&without_brackets(last)), LAST_TITLE),
        ];
        Self { whole: joined, weighted }
    }

    fn score(&self, title: &[String], likeness: Likeness) -> f64 {
        self.weighted.iter().map(|(words, weight)| weight * likeness(words, title)).fold(0.0, f64::max)
    }
}

/// 1 for equal words; less where a title of several words is only part of what is written.
#[expect(clippy::cast_precision_loss, reason = "a header has a handful of words")]
fn similarity(written: &[String], title: &[String]) -> f64 {
    if written == title {
        1.0
    } else if title.len() >= 2 && contains(written, title) {
        0.6 + 0.3 * title.len() as f64 / written.len() as f64
    } else {
        0.0
    }
}

/// A title of several letters with a typing error or two.
fn mistyped(written: &[String], title: &[String]) -> f64 {
    let (written, title) = (written.join(" "), title.join(" "));
    let (shorter, longer) = (written.len().min(title.len()), written.len().max(title.len()));
    // Texts whose lengths differ by more than 15 % cannot be 85 % alike.
    if shorter < 6 || shorter * 100 < longer * 85 {
        return 0.0;
    }
    let close = strsim::normalized_damerau_levenshtein(&written, &title);
    if close >= 0.85 { 0.9 * close } else { 0.0 }
}

/// Whether some words stand next to each other among others.
#[must_use]
pub fn contains(words: &[String], wanted: &[String]) -> bool {
    !wanted.is_empty() && words.windows(wanted.len()).any(|window| window == wanted)
}

/// A title without the number of its column: `(5)` at its end, a last line of digits, or nothing but digits. A number
/// that belongs to the words stays: `Quý 1`.
fn without_numbering(title: &str) -> String {
    let number = |text: &str| !text.is_empty() && text.chars().all(|it| it.is_ascii_digit());
    let title = title.trim_end();
    let title = match title.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some((rest, inner)) if number(inner.trim()) => rest.trim_end(),
        _ => title,
    };
    match title.rsplit_once('\n') {
        Some((rest, last)) if number(last.trim()) => rest.to_owned(),
        None if number(title.trim()) => String::new(),
        _ => title.to_owned(),
    }
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    text.chars()
        .filter(|character| {
            match character {
                '(' => depth += 1,
                ')' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Rules;
    use crate::rules::forms::FormKind;

    fn field(titles: &[&str]) -> Option<ColumnField> {
        let rules = Rules::load(None).unwrap();
        let form = rules.forms.iter().find(|form| form.kind == FormKind::MonthlyTable).unwrap();
        let path = HeaderPath { column: 0, titles: titles.iter().map(|it| (*it).to_owned()).collect() };
        matches(&path, form).first().map(|(field, _)| *field)
    }

    #[test]
    fn titles_of_real_forms_name_their_fields() {
        use ColumnField as F;
        for (titles, expected) in [
            (&["Tên đơn vị"][..], F::Cell),
            (&["Số đảng viên", "Tổng số"], F::Members),
            (&["Số đảng viên", "Được miễn sinh hoạt"], F::Exempt),
            (&["Số đảng viên", "Có mặt"], F::Present),
            (&["Số đảng viên", "Vắng không lý do"], F::AbsentUnexcused),
            (&["Tỷ lệ đảng viên dự sinh hoạt (%)"], F::Rate),
            (&["Thời gian họp (phút)"], F::DurationMin),
            (&["Thời gian sinh hoạt"], F::HeldOn),
            (&["Cấp ủy viên\ndự, theo dõi"], F::Visited),
            (&["Đ/c cấp ủy cấp trên dự"], F::Visited),
            (&["Điểm đánh giá", "Cấp ủy cấp trên chấm"], F::UpperScore),
            (&["Điểm đánh giá", "Tự chấm"], F::SelfScore),
            (&["Mức đánh giá xếp loại sau buổi sinh hoạt chi bộ hằng tháng", "Tốt"], F::MarkGood),
            (&["Mức đánh giá xếp loại sau buổi sinh hoạt chi bộ hằng tháng", "KQ số điểm được đánh giá"], F::SelfScore),
            (&["Ghi chú (thuyết minh điểm trừ)"], F::Note),
            (&["KQ số điểm được đánh giá (5)"], F::SelfScore),
            (&["S\nT\nT"], F::Ordinal),
            (&["Số lượng ĐV dự sinh hoạt lệ"], F::Present),
            (&["Bí thư, điện thoại"], F::Personal),
        ] {
            assert_eq!(field(titles), Some(expected), "{titles:?}");
        }
    }

    #[test]
    fn other_columns_name_nothing() {
        for titles in [&["Dân vận khéo"][..], &["KT GS"], &["Đọc bài viết"], &["Địa điểm"], &["Điểm thi trung bình"]]
        {
            assert_eq!(field(titles), None, "{titles:?}");
        }
    }
}
