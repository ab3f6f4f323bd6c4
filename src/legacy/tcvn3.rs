//! TCVN3, the code of the `.Vn…` fonts: one character for each small letter, capitals for seven letters only.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::Reading;
use super::syllable::{Tones, is_possible};

/// The soft hyphen stands for `ư`.
pub(super) const CODES: &str = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u{ad}õøö÷ùúýûüþ¡¢§£¤¥¦";
pub(super) const LETTERS: &str = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ";

/// Codes that, after a letter, hardly occur in any other writing.
const TELLING: &str = "µ¸¶¹¨¾¼½©®ª¬\u{ad}";

static LETTER_OF: LazyLock<BTreeMap<char, char>> = LazyLock::new(|| CODES.chars().zip(LETTERS.chars()).collect());
static CODE_OF: LazyLock<BTreeMap<char, char>> = LazyLock::new(|| LETTERS.chars().zip(CODES.chars()).collect());

pub(super) fn is_code(character: char) -> bool {
    LETTER_OF.contains_key(&character)
}

/// A sign of this code inside a word, or a capital after a small letter (`hoÆc`).
pub(super) fn is_telling(word: &str) -> bool {
    let pairs = || word.chars().zip(word.chars().skip(1));
    pairs().any(|(before, it)| before.is_alphabetic() && TELLING.contains(it))
        || pairs().any(|(before, it)| before.is_lowercase() && it.is_uppercase() && is_code(it))
}

pub(super) fn read(text: &str) -> Reading {
    let mut is_complete = true;
    let letters: String = text
        .chars()
        .map(|character| {
            let letter = LETTER_OF.get(&character);
            is_complete &= letter.is_some() || character.is_ascii();
            letter.copied().unwrap_or(character)
        })
        .collect();
    Reading { text: with_capitals(&letters), is_complete }
}

/// A font of capitals shows small codes as capitals, so `KÕT` was `KẾT` to whoever wrote it.
fn with_capitals(letters: &str) -> String {
    let is_all_capital = !letters.contains(|it: char| it.is_ascii_lowercase())
        && letters.split(|it: char| !it.is_alphabetic()).any(is_in_capitals);
    if is_all_capital {
        return letters.to_uppercase();
    }
    letters
        .split_inclusive(|it: char| !it.is_alphabetic())
        .map(|part| {
            let word = part.trim_end_matches(|it: char| !it.is_alphabetic());
            if is_in_capitals(word) { part.to_uppercase() } else { part.to_owned() }
        })
        .collect()
}

/// A syllable, no abbreviation, of which more than the first letter was typed as a capital.
fn is_in_capitals(word: &str) -> bool {
    word.chars().filter(|it| it.is_uppercase()).count() > 1
        && !word.contains(|it: char| it.is_ascii_lowercase())
        && is_possible(&word.to_lowercase(), Tones::Required)
}

pub(super) fn write(text: &str) -> String {
    let code = |letter: char| {
        let small = || letter.to_lowercase().next().and_then(|it| CODE_OF.get(&it));
        CODE_OF.get(&letter).or_else(small).copied().unwrap_or(letter)
    };
    text.chars().map(code).collect()
}
