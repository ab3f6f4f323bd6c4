use proptest::prelude::*;

use super::syllable::{ONSETS, RHYMES, is_spelling};
use super::*;

const SENTENCES: [&str; 12] = [
    "BÁO CÁO KẾT QUẢ SINH HOẠT CHI BỘ THÁNG 10 NĂM 2024",
    "Tổng số đảng viên được triệu tập",
    "Vắng không lý do",
    "Chi bộ tổ dân phố số 4",
    "Số đảng viên dự sinh hoạt (%)",
    "Ngày họp; Chủ trì; Bí thư Nguyễn Thị Hường",
    "T/M ĐẢNG ỦY BÍ THƯ",
    "Đảng bộ xã Sùng Phài – 12/2024",
    "Được miễn sinh hoạt, đi làm ăn xa",
    "Hoàn thành xuất sắc nhiệm vụ",
    "Sinh hoạt chuyên đề quý III/2025",
    "Ông Lò Văn Ỷ vắng có lý do",
];

/// Written so that neither code applies.
const OTHERS: [&str; 46] = [
    "",
    "TT",
    "Chi bo to dan pho so 4",
    "=SUM(A1:B2)*100%",
    "CB-001/NQ-TW",
    "Attendance rate of the party cell",
    "Hélène Dupré a fêté Noël à Besançon",
    "José Muñoz",
    "François Hollande",
    "São Paulo, Curaçao, Malmö, Köln, Zürich",
    "Où est-il né ?",
    "Thaï",
    "Lü",
    "Hanoï, Haïti",
    "naïve café résumé",
    "El Niño",
    "5 µm",
    "N·m",
    "kW·h",
    "100 m², 20 m³",
    "36,5 °C ± 0,5",
    "© 2024 Microsoft® Excel™",
    "§ 5",
    "2 × 3 ÷ 4",
    "1½ ngày",
    "«an ninh»",
    "Tên",
    "Lý do",
    "Cà Mau",
    "Hà Nam",
    "Lâm Hà, Bình Tân",
    "hoà bình",
    "Ô tô",
    "Ngày hôp",
    "môt sô viêc tôt",
    "Bí thư chi bộ",
    "Vắng không lý do",
    "Tổng số đảng viên",
    "Chi b\u{f4}\u{323}",
    "Tha\u{301}ng 10",
    "Đ/c",
    "Nguyễn Văn Hélène",
    "Smörgåsbord på svensk mat är gott",
    "Ação não é opção",
    "parametern angiven mer än en gång",
    "verdien på fila må være heltall",
];

#[test]
fn every_letter_of_the_table_goes_there_and_back() {
    assert_eq!((tcvn3::CODES.chars().count(), tcvn3::LETTERS.chars().count()), (74, 74));
    assert_eq!(encode(tcvn3::LETTERS, Encoding::Tcvn3), tcvn3::CODES);
    for (code, letter) in tcvn3::CODES.chars().zip(tcvn3::LETTERS.chars()) {
        assert_eq!(convert(&code.to_string(), Encoding::Tcvn3), letter.to_string());
        for letter in letter.to_uppercase().chain(letter.to_lowercase()) {
            let vni = encode(&letter.to_string(), Encoding::Vni);
            assert!(vni.chars().all(|it| it < '\u{100}'), "{letter} {vni}");
            assert_eq!(convert(&vni, Encoding::Vni), letter.to_string());
        }
    }
}

#[test]
fn the_codes_are_those_of_real_documents() {
    for (code, text, encoding) in [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam", Encoding::Tcvn3),
        ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc", Encoding::Tcvn3),
        ("Tæng sè ®¶ng viªn ®\u{ad}îc triÖu tËp", "Tổng số đảng viên được triệu tập", Encoding::Tcvn3),
        ("B¸O C¸O KÕT QU¶ SINH HO¹T CHI Bé", "BÁO CÁO KẾT QUẢ SINH HOẠT CHI BỘ", Encoding::Tcvn3),
        ("b¸o c¸o kÕt qu¶", "báo cáo kết quả", Encoding::Tcvn3),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam", Encoding::Vni),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc", Encoding::Vni),
        ("ÑAÛNG UÛY, CHI BOÄ, TÆ LEÄ, NGHÓ", "ĐẢNG ỦY, CHI BỘ, TỈ LỆ, NGHĨ", Encoding::Vni),
        ("Aân Thi, Aên, Kyø, thò, Lyù, vaéng maët", "Ân Thi, Ăn, Kỳ, thị, Lý, vắng mặt", Encoding::Vni),
    ] {
        assert_eq!(decode(code), Some((text.to_owned(), encoding)), "{code}");
    }
}

#[test]
fn headers_are_read_in_both_codes() {
    for sentence in SENTENCES {
        for encoding in Encoding::ALL {
            let typed = encode(sentence, encoding);
            let (text, found) = decode(&typed).unwrap_or_else(|| panic!("{sentence}: {typed}"));
            assert_eq!(found, encoding, "{sentence}");
            match encoding {
                // Ỷ has no code.
                Encoding::Tcvn3 => assert_eq!(text, sentence.replace('Ỷ', "ỷ")),
                Encoding::Vni => assert_eq!(text, sentence),
            }
        }
    }
}

#[test]
fn what_is_not_in_a_code_stays() {
    for text in OTHERS {
        assert_eq!(decode(text), None, "{text}");
        assert_eq!(detect(text), None, "{text}");
    }
    assert_eq!(detect_all(OTHERS.into_iter()), None);
    for text in SENTENCES {
        assert_eq!(decode(text), None, "{text}");
    }
}

#[test]
fn a_sheet_tells_what_a_word_cannot() {
    for (encoding, short) in [
        (Encoding::Tcvn3, ["Bí thư", "Bộ", "Tổ", "Tên", "Tổng", "đ)", "Hồ sơ", "Có", "15đ/c", "87đ"]),
        (Encoding::Vni, ["Bí thư", "Hộ", "Tổ", "Tên", "Tổng", "đ)", "Hồ sơ", "Có", "15đ/c", "87đ"]),
    ] {
        let typed: Vec<String> = short.iter().chain(&SENTENCES).map(|text| encode(text, encoding)).collect();
        let sheet = detect_all(typed.iter().map(String::as_str));
        assert_eq!(sheet, Some(encoding));
        for text in short {
            let decoded = decode_in(&encode(text, encoding), sheet);
            assert_eq!(decoded, Some((text.to_owned(), encoding)), "{text}");
        }
        for text in ["Ngày", "2 × 3", "Hélène", "100 m²", "Vắng không lý do", "Excel®", "CB01"] {
            assert_eq!(decode_in(text, sheet), None, "{text}");
        }
    }
    assert_eq!(decode("Bí thö"), None, "thư in VNI, thử in TCVN3");
}

#[test]
fn a_sheet_mostly_in_unicode_leaves_single_words_alone() {
    let pasted = "Tæng sè ®¶ng viªn";
    assert_eq!(detect_all(SENTENCES.into_iter().chain([pasted, "Tên"])), None);
    assert_eq!(decode_in(pasted, None), Some(("Tổng số đảng viên".to_owned(), Encoding::Tcvn3)));
    assert_eq!(decode_in("Tæng sè", None), None, "sè may be a word as it stands");
}

#[test]
fn a_cell_in_the_other_code_is_read_by_its_own() {
    for (cell, sheet) in [(Encoding::Tcvn3, Encoding::Vni), (Encoding::Vni, Encoding::Tcvn3)] {
        let typed = encode("Tổng số đảng viên được triệu tập", cell);
        assert_eq!(decode_in(&typed, Some(sheet)), Some(("Tổng số đảng viên được triệu tập".to_owned(), cell)));
    }
}

/// A tone on the vowel that carries a quality mark, else on the first of the rhyme: all the codes care about.
fn syllable() -> impl Strategy<Value = String> {
    let onsets: Vec<&str> = std::iter::once("").chain(ONSETS.split_whitespace()).collect();
    let rhymes: Vec<&str> = RHYMES.split_whitespace().collect();
    let spelt = (prop::sample::select(onsets), prop::sample::select(rhymes))
        .prop_filter("spelling", |(onset, rhyme)| is_spelling(onset, rhyme));
    (spelt, prop::sample::select(vec!["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"])).prop_map(
        |((onset, rhyme), tone)| {
            let is_stop = ["c", "ch", "p", "t"].iter().any(|stop| rhyme.ends_with(stop));
            let tone = if is_stop && !matches!(tone, "\u{301}" | "\u{323}") { "\u{301}" } else { tone };
            let at = rhyme.char_indices().find(|(_, it)| !it.is_ascii()).or_else(|| rhyme.char_indices().next());
            let end = at.map_or(0, |(start, it)| start + it.len_utf8());
            let (head, tail) = rhyme.split_at(end);
            format!("{onset}{head}{tone}{tail}").nfc().collect()
        },
    )
}

fn sentence() -> impl Strategy<Value = String> {
    prop::collection::vec(syllable(), 1..12).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn syllables_are_possible(word in syllable()) {
        prop_assert!(is_possible(&word, Tones::Required), "{}", word);
        prop_assert!(is_possible(&word.to_uppercase(), Tones::Required), "{}", word);
    }

    #[test]
    fn small_letters_survive_both_codes(text in sentence()) {
        for encoding in Encoding::ALL {
            let typed = encode(&text, encoding);
            prop_assert_eq!(&convert(&typed, encoding), &text);
            if let Some((decoded, found)) = decode(&typed) && found == encoding {
                prop_assert_eq!(decoded, text.clone());
            }
        }
    }

    #[test]
    fn capitals_survive_vni(text in sentence()) {
        let text = text.to_uppercase();
        prop_assert_eq!(convert(&encode(&text, Encoding::Vni), Encoding::Vni), text);
    }

    #[test]
    fn capitals_survive_tcvn3_in_company(text in sentence()) {
        let text = format!("CHI BỘ {}", text.to_uppercase());
        prop_assert_eq!(convert(&encode(&text, Encoding::Tcvn3), Encoding::Tcvn3), text);
    }

    #[test]
    fn a_long_text_in_a_code_is_recognised(words in prop::collection::vec(syllable(), 30..40)) {
        for encoding in Encoding::ALL {
            prop_assert_eq!(detect(&encode(&words.join(" "), encoding)), Some(encoding));
        }
    }

    #[test]
    fn unicode_and_ascii_never_change(text in sentence(), ascii in "[ -~]{0,40}") {
        prop_assert_eq!(decode(&text), None);
        prop_assert_eq!(decode(&text.to_uppercase()), None);
        prop_assert_eq!(decode(&text.nfd().collect::<String>()), None);
        for sheet in Encoding::ALL {
            prop_assert_eq!(decode_in(&ascii, Some(sheet)), None);
        }
    }

    #[test]
    fn any_text_is_survived(text in any::<String>(), latin in "[\u{20}-\u{ff}]{0,30}") {
        for encoding in Encoding::ALL {
            let _ = (decode_in(&text, Some(encoding)), decode_in(&latin, Some(encoding)));
        }
    }
}
