//! Folding of Vietnamese text for matching. The original is kept elsewhere for display.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// The five tone marks: grave, acute, tilde, hook above, dot below.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Lower-case words with Vietnamese letters kept, free of everything that varies between typists:
/// composition, tone placement (`hoà`, `hòa`), `y` for `i` at the end (`tỷ`, `tỉ`), spaces, punctuation.
#[must_use]
pub fn fold(text: &str) -> String {
    words(text, Marks::Kept).join(" ")
}

/// Like [`fold`], with every diacritic removed as well.
#[must_use]
pub fn bare(text: &str) -> String {
    words(text, Marks::Removed).join(" ")
}

/// Folded words with their diacritics removed.
#[must_use]
pub fn unmarked(words: &[String]) -> Vec<String> {
    words.iter().map(|word| bare(word)).collect()
}

/// Whether diacritics take part in matching.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// `ban` and `bản` differ.
    Kept,
    /// `ban` and `bản` are the same.
    Removed,
}

/// The folded words of a text; letters and digits are parted (`CB1` → `cb`, `1`).
#[must_use]
pub fn words(text: &str, marks: Marks) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = Word::default();
    let mut take = |character: char| {
        let Some(kind) = Kind::of(character) else {
            word.finish(marks, &mut words);
            return;
        };
        if kind == Kind::Mark {
            word.mark(character);
            return;
        }
        if word.kind.is_some_and(|before| before != kind) {
            word.finish(marks, &mut words);
        }
        word.kind = Some(kind);
        word.letters.extend(character.to_lowercase());
    };
    // A tone is kept apart from the letter's other mark, so the order of marks, which full decomposition settles,
    // plays no part.
    for character in unstack(text).chars() {
        if character.is_ascii() {
            take(character);
        } else {
            decompose_canonical(character, &mut take);
        }
    }
    word.finish(marks, &mut words);
    words
}

/// Letters stacked one to a line (`S⏎T⏎T`) are one word.
fn unstack(text: &str) -> Cow<'_, str> {
    if !text.contains('\n') {
        return Cow::Borrowed(text);
    }
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let stacked = lines.len() > 1 && lines.iter().all(|line| line.chars().count() == 1);
    if stacked { Cow::Owned(lines.concat()) } else { Cow::Borrowed(text) }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    Mark,
}

impl Kind {
    fn of(character: char) -> Option<Self> {
        if character.is_ascii_digit() {
            Some(Self::Digit)
        } else if !character.is_ascii() && is_combining_mark(character) {
            Some(Self::Mark)
        } else if character.is_alphabetic() {
            Some(Self::Letter)
        } else {
            None
        }
    }
}

#[derive(Default)]
struct Word {
    letters: String,
    tone: Option<char>,
    kind: Option<Kind>,
}

impl Word {
    fn mark(&mut self, mark: char) {
        if TONES.contains(&mark) {
            self.tone = Some(mark);
        } else {
            self.letters.push(mark);
        }
    }

    /// Where the tone stood in the syllable varies; it goes to the end.
    fn finish(&mut self, marks: Marks, words: &mut Vec<String>) {
        let mut letters = std::mem::take(&mut self.letters);
        let tone = self.tone.take();
        self.kind = None;
        if letters.is_empty() {
            return;
        }
        if ends_in_lone_y(&letters) {
            letters.pop();
            letters.push('i');
        }
        match marks {
            Marks::Kept => letters.extend(tone),
            Marks::Removed => {
                if !letters.is_ascii() {
                    letters.retain(|character| character.is_ascii() || !is_combining_mark(character));
                    letters = letters.replace('đ', "d");
                }
            }
        }
        // A mark that stands on no letter is no word.
        if !letters.is_empty() {
            words.push(letters);
        }
    }
}

/// `ty`, `ky`, `ly`, `my`: a `y` that is the syllable's only vowel, where spelling with `i` is as good.
fn ends_in_lone_y(word: &str) -> bool {
    let mut letters = word.chars().rev();
    letters.next() == Some('y')
        && letters.next().is_some_and(|before| !is_vowel(before) && before.is_alphabetic())
        && !word.chars().any(is_vowel)
}

fn is_vowel(character: char) -> bool {
    matches!(character, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// A text as it may be shown: composed, with runs of white space as one space.
#[must_use]
pub fn tidy(text: &str) -> String {
    text.nfc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typists_differ_and_the_fold_does_not() {
        for (one, other) in [
            ("hoà bình", "Hòa Bình"),
            ("Đảng uỷ", "ĐẢNG ỦY"),
            ("tỷ lệ", "Tỉ  lệ"),
            ("Trần Thị", "Tra\u{302}\u{300}n Thi\u{323}"),
            ("Chi bộ\u{a0}2", "chi bộ 2"),
            ("S\nT\nT", "STT"),
            ("CB1", "cb 1"),
            ("Ngày họp\nchi bộ", "ngày họp chi bộ"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} / {other}");
        }
    }

    #[test]
    fn different_words_stay_different() {
        for (one, other) in [("bản", "bàn"), ("Hồi Lùng", "Hội Lùng"), ("thuỷ", "thúi"), ("đạt", "dat")]
        {
            assert_ne!(fold(one), fold(other), "{one} / {other}");
        }
    }

    #[test]
    fn bare_text_has_no_diacritics() {
        assert_eq!(bare("a \u{302} b"), "a b");
        assert_eq!(bare("Tỷ lệ đảng viên dự sinh hoạt (%)"), "ti le dang vien du sinh hoat");
    }
}
