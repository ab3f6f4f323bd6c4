//! Text as a cell can hold it.

/// Most UTF-16 units a cell can hold.
pub const TEXT_LIMIT: usize = 32_767;

/// Text as a cell can hold it: line breaks as `\n`, no other control characters and no marks of direction, within the limit.
/// Text over the limit ends with `…`, so that the cut shows.
#[must_use]
pub fn cell_text(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\n' | '\r' => clean.push('\n'),
            '\t' => clean.push(' '),
            other if other.is_control() || is_stray(other) => {}
            other => clean.push(other),
        }
    }
    if clean.encode_utf16().count() <= TEXT_LIMIT {
        return clean;
    }
    let mut units = 0;
    let mut cut: String = clean
        .chars()
        .take_while(|character| {
            units += character.len_utf16();
            units < TEXT_LIMIT
        })
        .collect();
    cut.push('…');
    cut
}

/// What no text may hold, and marks of direction, which would turn the text of neighbours round.
fn is_stray(character: char) -> bool {
    matches!(
        character,
        '\u{fffe}' | '\u{ffff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_go_and_line_breaks_stay() {
        assert_eq!(cell_text("S\r\nT\rT\n\u{7}a\tb\u{0}\u{ffff}"), "S\nT\nT\na b");
        assert_eq!(cell_text("Chi bộ\u{a0}b\u{ad}n"), "Chi bộ\u{a0}b\u{ad}n");
    }

    #[test]
    fn overlong_text_shows_that_it_was_cut() {
        for long in ["ê".repeat(40_000), "😀".repeat(20_000)] {
            let cut = cell_text(&long);
            assert!(cut.encode_utf16().count() <= TEXT_LIMIT);
            assert!(cut.ends_with('…'));
        }
        assert_eq!(cell_text(&"a".repeat(TEXT_LIMIT)).len(), TEXT_LIMIT);
    }
}
