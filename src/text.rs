//! Folding of Vietnamese text for matching. The original is kept elsewhere for display.

use std::borrow::Cow;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The five tone marks: grave, acute, tilde, hook above, dot below.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Lower-case words with Vietnamese letters kept, free of everything that varies between typists:
/// composition, tone placement (`hoà`, `hòa`), `y` for `i` at the end (`tỷ`, `tỉ`), spaces, punctuation.
#[must_use]
pub fn fold(text: &str) -> String {
    joined(text, Marks::Kept)
}

/// Like [`fold`], with every diacritic removed as well.
#[must_use]
pub fn bare(text: &str) -> String {
    joined(text, Marks::Removed)
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
    each_word(text, marks, |word| words.push(word.to_owned()));
    words
}

fn joined(text: &str, marks: Marks) -> String {
    let mut joined = String::with_capacity(text.len());
    each_word(text, marks, |word| {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(word);
    });
    joined
}

/// Gives the folded words one by one, in one buffer: every cell of every sheet comes through here.
fn each_word(text: &str, marks: Marks, mut give: impl FnMut(&str)) {
    let mut word = Word::default();
    let mut take = |character: char| {
        let Some(kind) = Kind::of(character) else {
            word.finish(marks, &mut give);
            return;
        };
        if kind == Kind::Mark {
            word.mark(character);
            return;
        }
        if word.kind.is_some_and(|before| before != kind) {
            word.finish(marks, &mut give);
        }
        word.kind = Some(kind);
        if character.is_ascii() {
            word.letters.push(character.to_ascii_lowercase());
        } else {
            word.letters.extend(character.to_lowercase());
        }
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
    word.finish(marks, &mut give);
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
        match character {
            '0'..='9' => Some(Self::Digit),
            'a'..='z' | 'A'..='Z' => Some(Self::Letter),
            _ if character.is_ascii() => None,
            _ if is_combining_mark(character) => Some(Self::Mark),
            _ if character.is_alphabetic() => Some(Self::Letter),
            _ => None,
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
    fn finish(&mut self, marks: Marks, give: &mut impl FnMut(&str)) {
        let letters = &mut self.letters;
        let tone = self.tone.take();
        self.kind = None;
        if letters.is_empty() {
            return;
        }
        if ends_in_lone_y(letters) {
            letters.pop();
            letters.push('i');
        }
        match marks {
            Marks::Kept => letters.extend(tone),
            Marks::Removed => {
                if !letters.is_ascii() {
                    letters.retain(|character| character.is_ascii() || !is_combining_mark(character));
                    if letters.contains('đ') {
                        *letters = letters.replace('đ', "d");
                    }
                }
            }
        }
        // A mark that stands on no letter is no word.
        if !letters.is_empty() {
            give(letters);
        }
        self.letters.clear();
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
    let composed = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        IsNormalized::No | IsNormalized::Maybe => Cow::Owned(text.nfc().collect()),
    };
    let mut tidied = String::with_capacity(composed.len());
    for word in composed.split_whitespace() {
        if !tidied.is_empty() {
            tidied.push(' ');
        }
        tidied.push_str(word);
    }
    tidied
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
