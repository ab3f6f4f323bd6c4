//! Text typed in the fonts from before Unicode → Unicode, only where that leaves fewer impossible syllables.

mod syllable;
mod tcvn3;
#[cfg(test)]
mod tests;
mod vni;

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use syllable::{Tones, is_possible};

/// The code a text was typed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// Fonts named `.Vn…`.
    Tcvn3,
    /// Fonts named `VNI-…`.
    Vni,
}

impl Encoding {
    const ALL: [Self; 2] = [Self::Tcvn3, Self::Vni];

    fn read(self, text: &str) -> Reading {
        match self {
            Self::Tcvn3 => tcvn3::read(text),
            Self::Vni => vni::read(text),
        }
    }

    fn is_telling(self, word: &str) -> bool {
        match self {
            Self::Tcvn3 => tcvn3::is_telling(word),
            Self::Vni => vni::is_telling(word),
        }
    }
}

/// A text taken to be in some code.
struct Reading {
    text: String,
    /// Whether the code explains every character that is not ASCII.
    is_complete: bool,
}

/// The code of a text that stands alone; `None` where it is Unicode, not Vietnamese, or in doubt.
#[must_use]
pub fn detect(text: &str) -> Option<Encoding> {
    detect_all(std::iter::once(text))
}

/// The code of most texts of one sheet. Together they tell what single words (`Bé`, `Tæ`) cannot.
#[must_use]
pub fn detect_all<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Encoding> {
    // A text repeated down a column is one witness.
    let distinct: BTreeSet<&str> = texts.filter(|text| !text.is_ascii()).collect();
    let (unicode, others): (Vec<&str>, Vec<&str>) = distinct.into_iter().partition(|text| is_unicode(text));
    let mut best: Option<Evidence> = None;
    let mut is_tie = false;
    for encoding in Encoding::ALL {
        let evidence = Evidence::of(&others, encoding);
        if !evidence.convinces() || evidence.texts < unicode.len() {
            continue;
        }
        let fall = evidence.fall();
        let best_fall = best.as_ref().map_or(0, Evidence::fall);
        is_tie = fall == best_fall;
        if fall > best_fall {
            best = Some(evidence);
        }
    }
    best.filter(|_| !is_tie).map(|evidence| evidence.encoding)
}

/// The text in Unicode if it is in one of the codes, going by itself alone.
#[must_use]
pub fn decode(text: &str) -> Option<(String, Encoding)> {
    decode_in(text, None)
}

/// The text in Unicode if it is in one of the codes, given the code of its sheet (see [`detect_all`]).
#[must_use]
pub fn decode_in(text: &str, sheet: Option<Encoding>) -> Option<(String, Encoding)> {
    if text.is_ascii() || is_unicode(text) {
        return None;
    }
    let wrong_in = |encoding| Evidence::of(&[text], encoding);
    let encoding = match (detect(text), sheet) {
        (Some(own), Some(sheet)) if wrong_in(own).after < wrong_in(sheet).after => own,
        (_, Some(sheet)) if wrong_in(sheet).agrees() => sheet,
        (own, _) => own?,
    };
    let converted = convert(text, encoding);
    (converted != text).then_some((converted, encoding))
}

/// The text as composed Unicode, taken to be in the code.
///
/// TCVN3 has capitals of Ă Â Đ Ê Ô Ơ Ư only: other letters become capitals by their neighbours (`KÕT`), not alone.
#[must_use]
pub fn convert(text: &str, encoding: Encoding) -> String {
    encoding.read(text).text.nfc().collect()
}

/// The Unicode text as someone would have typed it in the code; TCVN3 loses capitals it has no code for.
#[must_use]
pub fn encode(text: &str, encoding: Encoding) -> String {
    let composed: String = text.nfc().collect();
    match encoding {
        Encoding::Tcvn3 => tcvn3::write(&composed),
        Encoding::Vni => vni::write(&composed),
    }
}

/// Whether there are letters that only Unicode Vietnamese has, or marks still apart from their letters.
fn is_unicode(text: &str) -> bool {
    text.chars().any(|it| {
        matches!(it, '\u{1ea0}'..='\u{1ef9}' | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư')
            || is_combining_mark(it)
    })
}

/// What texts say for and against a code.
struct Evidence {
    encoding: Encoding,
    /// Impossible words as the texts stand.
    before: usize,
    /// Impossible words if they are in the code.
    after: usize,
    /// Words looked at.
    judged: usize,
    /// Texts in which a word becomes possible.
    texts: usize,
    /// The words that become possible.
    mended: BTreeSet<String>,
    /// Whether one of them hardly has another explanation.
    is_telling: bool,
    /// Plain words that are not Vietnamese in any code.
    foreign: BTreeSet<String>,
}

impl Evidence {
    fn of(texts: &[&str], encoding: Encoding) -> Self {
        let (mended, foreign) = (BTreeSet::new(), BTreeSet::new());
        let mut evidence =
            Self { encoding, before: 0, after: 0, judged: 0, texts: 0, mended, is_telling: false, foreign };
        for text in texts {
            let mut mends = false;
            for word in words(text) {
                mends |= evidence.judge(word);
            }
            evidence.texts += usize::from(mends);
        }
        evidence
    }

    /// Whether the word becomes possible.
    fn judge(&mut self, word: &str) -> bool {
        if word.is_ascii() {
            if is_foreign(word) {
                self.foreign.insert(word.to_lowercase());
            }
            return false;
        }
        let Reading { text: reading, is_complete } = self.encoding.read(word);
        if is_complete && !has_vowel(&reading) {
            // `§/c`, `®)`: abbreviations and list letters prove nothing.
            self.judged += 1;
            return false;
        }
        if !word.contains(char::is_alphabetic) {
            return false;
        }
        let is_right = is_possible(word, Tones::MayLack);
        let becomes_right = is_complete && is_possible(&reading, Tones::Required);
        self.judged += 1;
        self.before += usize::from(!is_right);
        self.after += usize::from(!becomes_right);
        let mends = becomes_right && !is_right;
        if mends {
            self.is_telling |= self.encoding.is_telling(word);
            self.mended.insert(reading);
        }
        mends
    }

    fn fall(&self) -> usize {
        self.before.saturating_sub(self.after)
    }

    /// Enough by itself: one odd name (`Lü`, `Thaï`) reads as a syllable by chance, and foreign prose stays impossible.
    fn convinces(&self) -> bool {
        self.after * 2 < self.before
            && self.mended.len() > self.foreign.len()
            && (self.mended.len() > 1 || self.is_telling)
    }

    /// Enough where the rest of the sheet is in the code.
    fn agrees(&self) -> bool {
        self.judged > 0 && (self.after < self.before || self.after == 0)
    }
}

/// Runs of letters and of characters that are letters in some code, without the digits they are glued to (`3ñ/c`);
/// what has a sign such as `²` is no evidence.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_sign = |it: char| it.is_numeric() && !tcvn3::is_code(it);
    text.split(|it: char| it.is_ascii_digit() || (!it.is_alphanumeric() && !tcvn3::is_code(it)))
        .filter(move |word| !word.is_empty() && !word.contains(is_sign))
}

/// Plain small letters that, whatever the tone, are no syllable; capitals may be an abbreviation (`UBND`, `CLB`).
fn is_foreign(word: &str) -> bool {
    word.contains(|it: char| it.is_ascii_lowercase()) && has_vowel(word) && !is_possible(word, Tones::MayLack)
}

fn has_vowel(word: &str) -> bool {
    word.to_lowercase().nfd().any(|it| matches!(it, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'))
}
