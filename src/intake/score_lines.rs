//! The lines of a score sheet: criteria with their points, which of them only add up those below, totals, the grade.

use super::cells::{Content, SheetRow};
use super::recognise::Block;
use super::row_values::RowValues;
use super::submission::FieldValue;
use crate::finding::CellRef;
use crate::rules::criteria::BELOW;
use crate::rules::forms::ColumnField;
use crate::terms::Scorer;

/// Who gives points in a score sheet, and the column they stand in.
pub const SCORERS: [(Scorer, ColumnField); 2] =
    [(Scorer::Own, ColumnField::SelfPoints), (Scorer::Upper, ColumnField::UpperPoints)];

/// A criterion with what its row states.
#[derive(Debug)]
pub struct Line {
    /// Sheet row, from 0.
    pub row: u32,
    /// How deep it lies in the numbering: 0 for the outermost groups.
    pub depth: usize,
    /// The criterion as written.
    pub text: String,
    /// What it stands under: `Tổ chức sinh hoạt › Nội dung`.
    pub heading: Option<String>,
    /// What its cells say.
    pub values: RowValues,
}

impl Line {
    /// Points of a column with their cell.
    #[must_use]
    pub fn points(&self, column: ColumnField) -> Option<(f64, CellRef)> {
        let sourced = self.values.column(column)?;
        Some((sourced.value.score()?, sourced.at))
    }

    /// The most points the criterion gives: by its column, else by its words: `… (5 điểm)`.
    #[must_use]
    pub fn max(&self) -> Option<f64> {
        self.points(ColumnField::MaxPoints).map(|(points, _)| points).or_else(|| max_in_words(&self.text))
    }
}

/// The criterion of a row, as written.
#[must_use]
pub fn criterion(values: &RowValues) -> String {
    let text = values.column(ColumnField::Criterion).and_then(|sourced| sourced.value.text());
    text.unwrap_or_default().to_owned()
}

/// `(5 điểm)`, `(tối đa 5đ)`: the number before the last word for points in a bracket.
#[must_use]
pub fn max_in_words(text: &str) -> Option<f64> {
    let (_, inner) = text.rsplit_once('(')?;
    let inner = inner.split(')').next()?.to_lowercase();
    let inner = inner.strip_suffix("điểm").or_else(|| inner.strip_suffix('đ'))?.trim_end();
    let start = inner.rfind(|it: char| !it.is_ascii_digit() && !matches!(it, ',' | '.')).map_or(0, |at| at + 1);
    inner.get(start..)?.trim_start_matches(['.', ',']).replace(',', ".").parse().ok()
}

/// A kind of numbering; each opens a level below the one it first stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Roman,
    Capital,
    /// `1`, `1.1`, `1.1.1`: how many numbers.
    Digits(usize),
    Letter,
    /// A dash or bullet, or nothing at all.
    Bullet,
}

/// Follows the numbering down a sheet: `I`, `1`, `1.1`, `a)`, `-` in whatever order the sheet nests them.
#[derive(Debug, Default)]
pub struct Depths {
    open: Vec<Level>,
}

/// A level with what stands there; blank for words that head nothing.
#[derive(Debug)]
struct Level {
    numbering: Numbering,
    text: String,
}

/// Headings of a criterion that are kept, from the nearest on.
const HEADINGS: usize = 3;

impl Depths {
    /// The depth of the next criterion, by its ordinal or by what its own text begins with.
    pub fn next(&mut self, ordinal: &Content, text: &str) -> usize {
        let ordinal = ordinal.written();
        let numbering = numbering(ordinal.trim()).or_else(|| numbering_of_text(text)).unwrap_or(Numbering::Bullet);
        let open = self.open.iter().position(|level| level.numbering == numbering);
        let depth = open.unwrap_or(self.open.len());
        self.open.truncate(depth);
        self.open.push(Level { numbering, text: text.to_owned() });
        depth
    }

    /// A row without points: it heads those below it if it is numbered.
    pub fn pass(&mut self, ordinal: &Content, text: &str) {
        self.next(ordinal, text);
        if let Some(last) = self.open.last_mut().filter(|last| last.numbering == Numbering::Bullet) {
            last.text.clear();
        }
    }

    /// What the last row stands under, the outermost first.
    #[must_use]
    pub fn heading(&self) -> Option<String> {
        let above = self.open.iter().rev().skip(1).map(|level| level.text.as_str());
        let mut above: Vec<&str> = above.filter(|text| !text.is_empty()).take(HEADINGS).collect();
        above.reverse();
        (!above.is_empty()).then(|| above.join(BELOW))
    }
}

fn numbering(mark: &str) -> Option<Numbering> {
    let mark = mark.trim_matches(|it: char| matches!(it, '(' | ')' | '.' | ':' | ' '));
    if mark.is_empty() {
        return None;
    }
    if mark.chars().all(|it| it.is_ascii_digit() || it == '.') {
        return Some(Numbering::Digits(mark.split('.').count()));
    }
    if mark.chars().all(|it| matches!(it, 'I' | 'V' | 'X')) {
        return Some(Numbering::Roman);
    }
    let mut letters = mark.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_uppercase() => Some(Numbering::Capital),
        (Some(letter), None) if letter.is_lowercase() => Some(Numbering::Letter),
        (Some('-' | '+' | '–' | '•' | '●' | '*'), None) => Some(Numbering::Bullet),
        _ => None,
    }
}

/// `1.2. Công tác chuẩn bị`, `a) Nội dung`: the first word, if it is a number and no word.
fn numbering_of_text(text: &str) -> Option<Numbering> {
    let first = text.split_whitespace().next()?;
    if first.starts_with(['-', '+', '–', '•', '●', '*']) {
        return Some(Numbering::Bullet);
    }
    let closed = first.ends_with(['.', ')', ':']) || first.chars().all(|it| it.is_ascii_digit() || it == '.');
    if closed { numbering(first) } else { None }
}

/// Whether a row only explains how a criterion above it is scored: `+ Đạt 90% trở lên: 4 điểm`.
#[must_use]
pub fn is_band(row: &SheetRow, block: &Block<'_>) -> bool {
    let scored = SCORERS.iter().filter_map(|(_, column)| block.column(*column));
    let mut scored = scored.filter(|column| !matches!(row.get(*column), Content::Blank));
    let text = block.column(ColumnField::Criterion).and_then(|column| row.get(column).text());
    scored.next().is_none() && text.is_some_and(|text| text.trim_start().starts_with(['+', '●', '•', '-', '–', '*']))
}

/// The positions of the criteria that nothing below them makes up: their points add up to the total.
#[must_use]
pub fn leaves(lines: &[Line], column: ColumnField) -> Vec<usize> {
    let scored = |line: &&Line| line.points(column).is_some();
    let below = |position: usize| {
        let depth = lines.get(position).map_or(0, |line| line.depth);
        lines.iter().skip(position + 1).take_while(move |line| line.depth > depth)
    };
    let positions = 0..lines.len();
    positions
        .filter(|position| lines.get(*position).as_ref().is_some_and(scored))
        .filter(|position| below(*position).all(|line| line.points(column).is_none()))
        .collect()
}

/// Σ points of some lines, in a column.
#[must_use]
pub fn sum(lines: &[Line], positions: &[usize], column: ColumnField) -> f64 {
    let points = positions.iter().filter_map(|position| lines.get(*position)?.points(column));
    points.map(|(points, _)| points).sum()
}

/// Points as a value of a field.
#[must_use]
pub fn score(points: f64) -> FieldValue {
    FieldValue::Score((points * 1e6).round() / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depths(marks: &[(&str, &str)]) -> Vec<usize> {
        let mut depths = Depths::default();
        marks.iter().map(|(ordinal, text)| depths.next(&Content::Text((*ordinal).to_owned()), text)).collect()
    }

    #[test]
    fn criteria_nest_as_their_numbers_do() {
        let flat = [("1", "Thời gian"), ("2", "Tỷ lệ"), ("3", "Chuẩn bị")];
        assert_eq!(depths(&flat), [0, 0, 0]);
        let nested = [("I", "Chuẩn bị"), ("1", "Nội dung"), ("2", "Tài liệu"), ("II", "Tổ chức"), ("1", "Quy trình")];
        assert_eq!(depths(&nested), [0, 1, 1, 0, 1]);
        let in_text =
            [("3", "Chuẩn bị"), ("", "3.1. Nội dung"), ("", "- Gợi ý"), ("", "3.2. Họp chi ủy"), ("4", "Tổ chức")];
        assert_eq!(depths(&in_text), [0, 1, 2, 1, 0]);
        assert_eq!(depths(&[("1", "Chuẩn bị"), ("a", "Nội dung"), ("b", "Tài liệu"), ("2", "Tổ chức")]), [0, 1, 1, 0]);
    }

    #[test]
    fn a_criterion_knows_what_it_stands_under() {
        let mut depths = Depths::default();
        let mut heading = |ordinal: &str, text: &str| {
            depths.next(&Content::Text(ordinal.to_owned()), text);
            depths.heading()
        };
        assert_eq!(heading("I", "Tổ chức"), None);
        assert_eq!(heading("1", "Nội dung").as_deref(), Some("Tổ chức"));
        assert_eq!(heading("a", "Đầy đủ").as_deref(), Some("Tổ chức › Nội dung"));
        assert_eq!(heading("2", "Quy trình").as_deref(), Some("Tổ chức"));
        assert_eq!(heading("II", "Kết thúc"), None);
    }

    #[test]
    fn a_row_without_points_heads_others_if_it_is_numbered() {
        let mut depths = Depths::default();
        let blank = Content::Blank;
        depths.pass(&blank, "(Kèm theo hướng dẫn)");
        depths.pass(&Content::Text("I".to_owned()), "Chuẩn bị");
        depths.next(&Content::Text("1".to_owned()), "Nội dung");
        assert_eq!(depths.heading().as_deref(), Some("Chuẩn bị"));
    }

    #[test]
    fn the_most_points_may_stand_in_words() {
        assert_eq!(max_in_words("Chấp hành thời gian (5 điểm)"), Some(5.0));
        assert_eq!(max_in_words("Nội dung (tối đa 2,5đ)"), Some(2.5));
        assert_eq!(max_in_words("Nội dung (theo hướng dẫn)"), None);
    }
}
