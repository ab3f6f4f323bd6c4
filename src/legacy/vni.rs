//! VNI-Windows: a letter and after it one character for all its marks; both cases.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::Reading;

/// Letters that take marks; `ô` and `ö` are `ơ` and `ư`.
const BASES: &str = "aeouyôö";
const MARKS: &str = "øùûõïâàáåãäêèéúüë";
/// Letters that are complete by themselves.
const SINGLES: &str = "ôöñæóòîìí";

/// Marks that, after a vowel, hardly occur in any other writing.
const TELLING: &str = "øåäõ";

static CODE_OF: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let pairs = BASES.chars().flat_map(|base| MARKS.chars().map(move |mark| format!("{base}{mark}")));
    let small = pairs.chain(SINGLES.chars().map(String::from));
    let both = small.flat_map(|code| [code.to_uppercase(), code]);
    both.map(|code| (read(&code), code)).filter(|(it, _)| it.is_complete).map(|(it, code)| (it.text, code)).collect()
});

fn accents(base: char, mark: char) -> Option<&'static str> {
    Some(match (base, mark) {
        ('a' | 'e' | 'o' | 'u' | 'y' | 'ô' | 'ö', 'ø') => "\u{300}",
        ('a' | 'e' | 'o' | 'u' | 'y' | 'ô' | 'ö', 'ù') => "\u{301}",
        ('a' | 'e' | 'o' | 'u' | 'y' | 'ô' | 'ö', 'û') => "\u{309}",
        ('a' | 'e' | 'o' | 'u' | 'y' | 'ô' | 'ö', 'õ') => "\u{303}",
        ('a' | 'e' | 'o' | 'u' | 'ô' | 'ö', 'ï') => "\u{323}",
        ('a' | 'e' | 'o', 'â') => "\u{302}",
        ('a' | 'e' | 'o', 'à') => "\u{302}\u{300}",
        ('a' | 'e' | 'o', 'á') => "\u{302}\u{301}",
        ('a' | 'e' | 'o', 'å') => "\u{302}\u{309}",
        ('a' | 'e' | 'o', 'ã') => "\u{302}\u{303}",
        ('a' | 'e' | 'o', 'ä') => "\u{302}\u{323}",
        ('a', 'ê') => "\u{306}",
        ('a', 'è') => "\u{306}\u{300}",
        ('a', 'é') => "\u{306}\u{301}",
        ('a', 'ú') => "\u{306}\u{309}",
        ('a', 'ü') => "\u{306}\u{303}",
        ('a', 'ë') => "\u{306}\u{323}",
        _ => return None,
    })
}

fn single(code: char) -> Option<char> {
    Some(match code {
        'ô' => 'ơ',
        'ö' => 'ư',
        'ñ' => 'đ',
        'æ' => 'ỉ',
        'ó' => 'ĩ',
        'ò' => 'ị',
        'î' => 'ỵ',
        'ì' | 'í' => code,
        _ => return None,
    })
}

fn small(character: char) -> char {
    character.to_lowercase().next().unwrap_or(character)
}

/// A mark of this code after a vowel.
pub(super) fn is_telling(word: &str) -> bool {
    word.chars().zip(word.chars().skip(1)).any(|(base, mark)| {
        let mark = small(mark);
        TELLING.contains(mark) && accents(small(base), mark).is_some()
    })
}

pub(super) fn read(text: &str) -> Reading {
    let mut letters = String::with_capacity(text.len());
    let mut is_complete = true;
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        let code = small(character);
        let marks = rest.peek().and_then(|next| accents(code, small(*next)));
        let letter = single(code);
        is_complete &= letter.is_some() || character.is_ascii();
        match letter {
            Some(letter) if character.is_uppercase() => letters.extend(letter.to_uppercase()),
            _ => letters.push(letter.unwrap_or(character)),
        }
        if let Some(marks) = marks {
            letters.push_str(marks);
            rest.next();
        }
    }
    Reading { text: letters.nfc().collect(), is_complete }
}

pub(super) fn write(text: &str) -> String {
    let code = |letter: char| CODE_OF.get(letter.encode_utf8(&mut [0; 4]) as &str).cloned();
    text.chars().map(|letter| code(letter).unwrap_or_else(|| letter.to_string())).collect()
}
