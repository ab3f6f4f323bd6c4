//! How much room text takes: spreadsheets do not grow rows for merged cells, so heights are planned.

use super::plan::{Orientation, Sheet};
use super::style::Style;

/// Pixels of a column beside its characters.
const PADDING: f64 = 5.0;

/// Pixels of a digit of the standard font, the unit of column widths.
const DIGIT: f64 = 7.0;

/// Pixels of columns with these widths.
pub fn pixels(widths: impl IntoIterator<Item = f64>) -> f64 {
    widths.into_iter().map(|width| width * DIGIT + PADDING).sum()
}

/// The pages a sheet of so many pixels in width is to be shrunk onto, once it is one A4 page wide, so that no few rows are
/// left alone on a last page; `None` = as many as it needs.
pub fn pages_tall(sheet: &Sheet, pixels: f64) -> Option<u16> {
    const POINTS_PER_MILLIMETRE: f64 = 72.0 / 25.4;
    const POINTS_PER_PIXEL: f64 = 0.75;
    const STANDARD_ROW: f64 = 15.0;
    let page = &sheet.page;
    let (paper_width, paper_height) = match page.orientation {
        Orientation::Landscape => (297.0, 210.0),
        Orientation::Portrait => (210.0, 297.0),
    };
    let [top, right, bottom, left] = page.margins;
    let last_of_values = sheet.cells.iter().map(|cell| cell.row).chain(sheet.merges.iter().map(|it| it.area.bottom));
    let last = page.print_area.map_or_else(|| last_of_values.max().unwrap_or(0), |area| area.bottom);
    let height_of = |row: u32| sheet.rows.get(&row).and_then(|row| row.height).unwrap_or(STANDARD_ROW);
    let height = |rows: std::ops::RangeInclusive<u32>| rows.map(height_of).sum::<f64>();
    let scale = ((paper_width - left - right) * POINTS_PER_MILLIMETRE / (pixels * POINTS_PER_PIXEL)).min(1.0);
    let room = (paper_height - top - bottom) * POINTS_PER_MILLIMETRE / scale;
    let repeated = page.repeat_rows.map_or(0.0, |(first, last)| height(first..=last));
    let over = height(0..=last) - room;
    // Each page after the first repeats its header.
    let pages = if over <= 0.0 { 1.0 + over / room } else { 1.0 + over / (room - repeated).max(1.0) };
    shrunk(pages, scale, !sheet.charts.is_empty())
}

/// The pages that so many may be shrunk onto: one where there is a little more than one, fewer by one where the last would
/// be nearly empty. Estimates of heights err by a few hundredths; a chart that does not fit leaves its page before the end,
/// so pages with charts are only counted where there is one.
fn shrunk(pages: f64, scale: f64, charts: bool) -> Option<u16> {
    /// How far under a whole number an estimate may be over it in truth.
    const UNSURE: f64 = 0.03;
    /// How much over one page, and how much of a last page, is drawn in; and how small the print may get.
    const OVER_ONE: f64 = 0.45;
    const OVER: f64 = 0.25;
    const SMALLEST: f64 = 0.5;
    let onto = (pages + UNSURE).floor();
    let over = pages - onto;
    let most = if onto <= 1.0 { OVER_ONE } else { OVER };
    let small = scale * (onto / pages) < SMALLEST;
    let drawn = onto >= 1.0 && over >= -UNSURE && over <= most && !small && !(charts && onto > 1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number of pages from 1 on")]
    drawn.then_some(onto.min(f64::from(u16::MAX)) as u16)
}

/// Points a text needs in height in so many pixels of width.
pub fn height(text: &str, pixels: f64, style: Style) -> f64 {
    const LEADING: f64 = 1.3;
    const INDENT: f64 = 9.0;
    let room = pixels - PADDING - f64::from(style.indent) * INDENT;
    lines(text, room, style) * f64::from(style.size) * LEADING + 3.0
}

/// Pixels a note needs in height, its frame included.
pub fn note_height(text: &str, pixels: f64, style: Style) -> u32 {
    const FRAME: f64 = 16.0;
    const TALLEST: f64 = 1200.0;
    const PIXELS_PER_POINT: f64 = 96.0 / 72.0;
    let needed = (height(text, pixels - FRAME, style) * PIXELS_PER_POINT + FRAME).clamp(40.0, TALLEST);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped just above")]
    let whole = needed.ceil() as u32;
    whole
}

/// Lines a text takes, broken between words.
fn lines(text: &str, room: f64, style: Style) -> f64 {
    let room = room.max(1.0);
    let space = width(" ", style);
    let of_part = |part: &str| {
        let (mut lines, mut used) = (1.0, 0.0);
        for word in part.split(' ') {
            let needed = width(word, style);
            let gap = if used > 0.0 { space } else { 0.0 };
            if used > 0.0 && used + gap + needed > room {
                lines += 1.0;
                used = needed;
            } else {
                used += gap + needed;
            }
            // A word longer than a line is broken where the line ends.
            let over = (used / room).ceil() - 1.0;
            if over > 0.0 {
                lines += over;
                used -= over * room;
            }
        }
        lines
    };
    text.split('\n').map(of_part).sum()
}

/// Pixels of a text on one line, a little on the generous side.
fn width(text: &str, style: Style) -> f64 {
    const PIXELS_PER_POINT: f64 = 96.0 / 72.0;
    let weight = if style.bold { 1.08 } else { 1.02 };
    text.chars().map(em).sum::<f64>() * f64::from(style.size) * PIXELS_PER_POINT * weight
}

/// Width of a letter of the standard font in em, by kind of letter.
fn em(letter: char) -> f64 {
    match letter {
        'i' | 'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' | 'j' | 'l' | 't' | ' ' | '.' | ',' | ';' | ':' | '\'' | '/' => 0.28,
        'f' | 'r' | 'I' | '(' | ')' | '-' => 0.34,
        'm' | 'w' => 0.76,
        'M' | 'W' | '…' => 0.95,
        other if other.is_uppercase() => 0.69,
        's' => 0.39,
        'a' | 'e' | 'c' | 'z' | 'à'..='ã' | 'è'..='ê' | 'ă' | 'ạ'..='ệ' => 0.45,
        _ => 0.5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(text: &str, pixels: f64) -> String {
        lines(text, pixels, Style::PLAIN).to_string()
    }

    #[test]
    fn words_move_to_the_next_line_whole() {
        assert_eq!(counted("", 50.0), "1");
        assert_eq!(counted("Chi bộ", 60.0), "1");
        assert_eq!(counted("Chi bộ tổ dân phố", 60.0), "2");
        assert_eq!(counted("một\nhai\nba", 200.0), "3");
    }

    #[test]
    fn a_word_longer_than_a_line_is_broken() {
        assert_eq!(counted(&"n".repeat(30), 80.0), "3");
    }

    #[test]
    fn no_few_rows_are_left_alone_on_a_last_page() {
        for (pages, onto) in [(0.4, None), (0.98, Some(1)), (1.3, Some(1)), (1.5, None), (3.2, Some(3)), (3.5, None)] {
            assert_eq!(shrunk(pages, 0.8, false), onto, "{pages}");
        }
        assert_eq!(shrunk(3.2, 0.8, true), None, "charts leave pages before the end");
        assert_eq!(shrunk(1.3, 0.6, false), None, "too small to read");
    }
}
