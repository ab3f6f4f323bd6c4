//! Vietnamese order of names: letters as the dictionary has them, tones second, numbers by their value.

use std::cmp::Ordering;

/// Vowels with their tones, in the order of the alphabet and of the dictionary's tones.
const VOWELS: [&str; 12] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
];

/// Letters without tones, in order.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// Compares two names.
#[must_use]
pub fn by_name(one: &str, other: &str) -> Ordering {
    key(one).cmp(&key(other)).then_with(|| one.cmp(other))
}

/// First the letters and numbers, then the tones.
fn key(name: &str) -> (Vec<u64>, Vec<usize>) {
    /// Numbers stand before letters, as the dictionary has them.
    const LETTERS: u64 = 1 << 48;
    let (mut letters, mut tones) = (Vec::new(), Vec::new());
    let mut number: Option<u64> = None;
    for character in name.chars().flat_map(char::to_lowercase) {
        if let Some(digit) = character.to_digit(10) {
            let before = number.unwrap_or(0);
            number = Some((before * 10 + u64::from(digit)).min(LETTERS - 2));
            continue;
        }
        letters.extend(number.take().map(|number| number + 1));
        let (letter, tone) = toneless(character);
        let place = (1..).zip(ALPHABET.chars()).find(|(_, it)| *it == letter).map(|(place, _)| LETTERS + place);
        letters.push(place.unwrap_or(if letter.is_alphabetic() { 2 * LETTERS + u64::from(letter) } else { 0 }));
        tones.push(tone);
    }
    letters.extend(number.map(|number| number + 1));
    (letters, tones)
}

/// A letter without its tone, and which tone it has.
fn toneless(letter: char) -> (char, usize) {
    let of = |vowels: &&str| Some((vowels.chars().next()?, vowels.chars().position(|it| it == letter)?));
    VOWELS.iter().find_map(of).unwrap_or((letter, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted<const N: usize>(mut names: [&'static str; N]) -> [&'static str; N] {
        names.sort_by(|one, other| by_name(one, other));
        names
    }

    #[test]
    fn names_stand_in_dictionary_order_and_numbers_by_value() {
        assert_eq!(sorted(["Chi bộ 10", "Chi bộ 2", "Chi bộ số 1"]), ["Chi bộ 2", "Chi bộ 10", "Chi bộ số 1"]);
        assert_eq!(sorted(["đội", "dân", "em", "Đào"]), ["dân", "Đào", "đội", "em"]);
        assert_eq!(sorted(["má", "mà", "mạ", "ma", "mã", "mả"]), ["ma", "mà", "mả", "mã", "má", "mạ"]);
        assert_eq!(
            sorted(["trường học", "y tế", "tổ dân phố", "cơ quan", "công an"]),
            ["công an", "cơ quan", "tổ dân phố", "trường học", "y tế"]
        );
    }
}
