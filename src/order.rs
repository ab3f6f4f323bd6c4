//! The order of Vietnamese texts: a ă â b c d đ e ê …, tones after letters, numbers by value.

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

static COLLATOR: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    let mut preferences = CollatorPreferences::from(locale!("vi"));
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    // The rules are compiled in; were they ever not, code points still give a stable order.
    CollatorBorrowed::try_new(preferences, CollatorOptions::default()).ok()
});

/// The order of a Vietnamese reader, with `Chi bộ 2` before `Chi bộ 10`; equal only for equal texts.
#[must_use]
pub fn vietnamese(one: &str, other: &str) -> Ordering {
    let order = COLLATOR.as_ref().map_or(Ordering::Equal, |collator| collator.compare(one, other));
    order.then_with(|| one.cmp(other))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn assert_in_order(texts: &[&str]) {
        let mut sorted = texts.to_vec();
        sorted.reverse();
        sorted.sort_by(|one, other| vietnamese(one, other));
        assert_eq!(sorted, texts);
    }

    #[test]
    fn letters_follow_the_vietnamese_alphabet() {
        let alphabet = "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y";
        assert_in_order(&alphabet.split(' ').collect::<Vec<_>>());
        assert_in_order(&["An Giang", "Ăn", "Ân Thi", "Ba Bể", "Dầu Tiếng", "Đà Lạt", "Em", "Ô Môn", "Ơ", "Ưng"]);
        assert_in_order(&["dz", "đa"]);
    }

    #[test]
    fn tones_part_only_words_of_the_same_letters() {
        assert_in_order(&["la", "là", "lả", "lã", "lá", "lạ"]);
        assert_in_order(&["ân", "ần", "ẩn", "ẫn", "ấn", "ận"]);
        assert_in_order(&["ma", "mạ", "mai", "mài"]);
    }

    #[test]
    fn numbers_count_by_value() {
        assert_in_order(&["Chi bộ 1", "Chi bộ 2", "Chi bộ 10", "Chi bộ 100", "Chi bộ Bản Mới"]);
        assert_in_order(&["Tổ 2 khu 10", "Tổ 10 khu 2"]);
        assert_ne!(vietnamese("Chi bộ 02", "Chi bộ 2"), Ordering::Equal);
    }

    #[test]
    fn case_counts_last() {
        assert_in_order(&["bản", "Bản", "BẢN", "bản a"]);
        assert_in_order(&["chi bộ 2", "Chi bộ 2", "Chi bộ 3"]);
    }

    #[test]
    fn composition_changes_nothing_but_the_tie() {
        assert_ne!(vietnamese("bộ", "bo\u{323}\u{302}"), Ordering::Equal);
        assert_in_order(&["bo\u{302}\u{323} a", "bộ b"]);
    }

    proptest! {
        #[test]
        fn the_order_is_total(a in "[a-cđăâàạĐ0-2 \u{300}\u{323}]{0,6}", b in "[a-cđăâàạĐ0-2 ]{0,6}", c in "[a-cđăâ0-2 ]{0,6}") {
            prop_assert_eq!(vietnamese(&a, &b), vietnamese(&b, &a).reverse());
            prop_assert_eq!(vietnamese(&a, &b) == Ordering::Equal, a == b);
            if vietnamese(&a, &b).is_le() && vietnamese(&b, &c).is_le() {
                prop_assert!(vietnamese(&a, &c).is_le());
            }
        }
    }
}
