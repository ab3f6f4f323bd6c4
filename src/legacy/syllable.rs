//! Which letters in a row can be a Vietnamese syllable: an onset, a rhyme and a tone from closed lists.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// Grave, acute, tilde, hook above, dot below.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

pub(super) const ONSETS: &str = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x";

pub(super) const RHYMES: &str = "
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt
    âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et
    ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oc oe oen oeo oet oi om on ong ooc oong op ot
    ô ôc ôi ôm ôn ông ôp ôt
    ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut
    uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu";

/// After `qu` the glide of `uy…` is already written.
const AFTER_QU: &str = "y ya ych yên yêt yn ynh yp yt yu";

static ONSET_LIST: LazyLock<Vec<&str>> = LazyLock::new(|| ONSETS.split_whitespace().collect());
static RHYME_SET: LazyLock<BTreeSet<&str>> = LazyLock::new(|| RHYMES.split_whitespace().collect());
static AFTER_QU_SET: LazyLock<BTreeSet<&str>> = LazyLock::new(|| AFTER_QU.split_whitespace().collect());

/// How strictly a word is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tones {
    /// `môt` is not a syllable.
    Required,
    /// `môt` may be `một` by someone who types no tones.
    MayLack,
}

/// Whether the word can be a Vietnamese syllable in small letters, in capitals or with a capital first letter.
pub(super) fn is_possible(word: &str, tones: Tones) -> bool {
    is_cased_as_a_word(word) && is_spelt_as_a_syllable(word, tones)
}

fn is_cased_as_a_word(word: &str) -> bool {
    let mut rest = word.nfc().skip(1).filter(|it| it.is_alphabetic());
    let Some(second) = rest.next() else { return true };
    let is_upper = second.is_uppercase();
    // A capital after a small first letter is no better than one further on.
    let first_is_upper = word.chars().next().is_some_and(char::is_uppercase);
    (first_is_upper || !is_upper) && rest.all(|it| it.is_uppercase() == is_upper)
}

fn is_spelt_as_a_syllable(word: &str, tones: Tones) -> bool {
    let mut tone = None;
    let mut count = 0_usize;
    let letters: String = word
        .to_lowercase()
        .nfd()
        .filter(|character| {
            let is_tone = TONES.contains(character);
            if is_tone {
                tone = Some(*character);
                count += 1;
            }
            !is_tone
        })
        .nfc()
        .collect();
    let rhyme_may_end = |rhyme: &str| {
        !ends_in_stop(rhyme)
            || matches!(tone, Some('\u{301}' | '\u{323}'))
            || (tone.is_none() && tones == Tones::MayLack)
    };
    let fits = |onset: &str| {
        letters.strip_prefix(onset).is_some_and(|rhyme| is_spelling(onset, rhyme) && rhyme_may_end(rhyme))
    };
    count < 2 && (fits("") || ONSET_LIST.iter().any(|onset| fits(onset)))
}

fn ends_in_stop(rhyme: &str) -> bool {
    ["c", "ch", "p", "t"].iter().any(|stop| rhyme.ends_with(stop))
}

/// The rules of spelling that bind an onset to what follows.
pub(super) fn is_spelling(onset: &str, rhyme: &str) -> bool {
    let Some(first) = rhyme.chars().next() else { return false };
    let is_front = matches!(first, 'e' | 'ê' | 'i' | 'y');
    let follows = match onset {
        "qu" => {
            return !matches!(first, 'o' | 'u' | 'ư') && (RHYME_SET.contains(rhyme) || AFTER_QU_SET.contains(rhyme));
        }
        "k" => is_front,
        "c" | "ng" => !is_front,
        "gh" | "ngh" => is_front && first != 'y',
        "g" => !is_front || first == 'i',
        "gi" => first != 'i' && first != 'y',
        "" => !rhyme.starts_with("iê"),
        _ => true,
    };
    follows && RHYME_SET.contains(rhyme) && (onset.is_empty() || !rhyme.starts_with("yê"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_reports_are_possible() {
        let words = "BÁO CÁO kết quả sinh hoạt Chi bộ tháng tổng số đảng viên được triệu tập vắng không lý do quyết \
            nghị quốc gia gì giếng giữ nghiêm túc khuyết điểm uỷ ban Ủy hoà Hòa thuỷ thuở khuya yêu cầu Yên ương Ấp \
            ngoài nguyên Huỳnh quýt quỳnh quý xoong Ừ ỉa kỷ luật tỷ lệ Đoàn khuỷu giặt";
        for word in words.split_whitespace() {
            assert!(is_possible(word, Tones::Required), "{word}");
        }
    }

    #[test]
    fn other_words_are_not() {
        for word in
            ["B¸o", "ñaûng", "Tæng", "hoÆc", "boä", "Hélène", "où", "môt", "kàng", "ngê", "f", "đ", "BáO", "quo"]
        {
            assert!(!is_possible(word, Tones::Required), "{word}");
        }
        assert!(is_possible("môt", Tones::MayLack));
        assert!(!is_possible("mồt", Tones::MayLack));
    }
}
