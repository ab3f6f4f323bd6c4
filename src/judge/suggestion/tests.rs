use super::*;
use crate::judge::examples::ProposalRules;
use crate::judge::year_grade::tests::{cell_year, register};
use crate::period::Window;
use crate::rules::dated::Dated;

fn suggested(letters: &str, rules: &ProposalRules, lang: Lang) -> SuggestionRow {
    let (cell, months) = cell_year(letters);
    of(&cell, &months, rules, lang)
}

fn of(cell: &CellSummary, months: &[CellMonth], rules: &ProposalRules, lang: Lang) -> SuggestionRow {
    let register = register();
    let window = Window::year_to(months[months.len() - 1].period);
    suggest(std::slice::from_ref(cell), months, &rules.basis(&register, window, lang)).remove(0)
}

fn phu_tho() -> ProposalRules {
    ProposalRules::with("phu-tho")
}

#[test]
fn a_good_year_allows_the_best_level_and_says_by_which_numbers() {
    let row = suggested("TTTTTTTKKKKK", &phu_tho(), Lang::Vi);
    assert_eq!((row.year_grade, row.grade_complete), (Some(Grade::Good), true));
    assert_eq!((row.would_allow, row.missing), (Some(WouldAllow::Outstanding), None));
    assert_eq!(
        row.reason,
        "Đạt mức Tốt theo Đảng ủy Khối Các cơ quan tỉnh Phú Thọ: 7 tháng Tốt (cần từ 7); \
         12/12 buổi từ Khá trở lên (cần 100%). Riêng tiêu chí sinh hoạt cho phép xét HTXSNV. \
         Cấp trên chấm 3/12 tháng có điểm."
    );
    let english = suggested("TTTTTTTKKKKK", &phu_tho(), Lang::En).reason;
    assert!(english.contains("12 of 12 meetings Fair or better (100% needed)"), "{english}");
}

#[test]
fn where_the_next_clause_was_not_seen_there_is_no_grade_but_htxsnv_is_out() {
    let row = suggested("TTTTTTKKKKKK", &phu_tho(), Lang::Vi);
    assert_eq!((row.year_grade, row.would_allow, row.grade_complete), (None, None, true));
    assert_eq!(
        row.reason,
        "Không đạt mức Tốt: 6 tháng Tốt (cần từ 7). Điều về mức Khá của Đảng ủy Khối Các cơ quan tỉnh Phú Thọ chưa \
         thấy toàn văn nên không xếp mức. Riêng tiêu chí sinh hoạt chưa cho phép xét HTXSNV; với HTTNV chưa đủ căn cứ. \
         Cấp trên chấm 3/12 tháng có điểm."
    );
}

#[test]
fn below_every_clause_of_the_rule_there_is_no_grade_either() {
    let row = suggested("TTTTTTTKKKKP", &phu_tho(), Lang::En);
    assert_eq!(row.year_grade, None);
    assert!(row.reason.contains("Not Fair: 11 of 12 meetings Average or better (100% needed)."), "{}", row.reason);
    assert!(row.reason.contains("knows no lower grade"), "{}", row.reason);
}

#[test]
fn missing_months_are_named_and_nothing_is_guessed() {
    let row = suggested("TTTTTTTxKK?K", &phu_tho(), Lang::Vi);
    assert_eq!((row.year_grade, row.would_allow, row.grade_complete), (None, None, false));
    assert_eq!(
        row.missing.unwrap(),
        "chưa đủ số liệu: chưa báo cáo 11/2024; có họp nhưng chưa có điểm hoặc mức 08/2024"
    );
    assert!(
        row.reason.starts_with("Chưa kết luận được mức Tốt: 10/10 buổi từ Khá trở lên (cần 100%)."),
        "{}",
        row.reason
    );
}

#[test]
fn a_year_not_over_says_so() {
    let row = suggested("TTTTTTTTTT", &phu_tho(), Lang::Vi);
    assert_eq!((row.year_grade, row.grade_complete, row.missing), (None, false, None));
    assert!(row.reason.starts_with("Năm chưa hết, số liệu đến 10/2024. Chưa kết luận được mức Tốt:"), "{}", row.reason);
    let lost = suggested("TTTTTTTTTB", &phu_tho(), Lang::Vi);
    assert!(lost.reason.contains("Không đạt mức Tốt: 9/10 buổi"), "what is lost is lost: {}", lost.reason);
}

#[test]
fn a_cell_nobody_above_ever_scored_is_no_candidate() {
    let (cell, months) = cell_year("TTTTTTTTTTTT");
    let row = of(&CellSummary { quality_upper_n: 0, ..cell }, &months, &phu_tho(), Lang::Vi);
    assert_eq!((row.year_grade, row.would_allow), (Some(Grade::Good), None));
    assert!(row.reason.ends_with("Chưa có cấp trên chấm nên không đề xuất."), "{}", row.reason);
}

/// The rule as if its second clause had been seen in full, and what grades allow.
fn seen(outstanding_from: Option<Grade>, good_from: Option<Grade>) -> ProposalRules {
    let mut rules = phu_tho();
    let mut rule = rules.year.chosen.in_force("2024-12".parse().unwrap()).clone();
    rule.clauses[1].status = ClauseStatus::Seen;
    rules.year.chosen = Dated::new(vec![(None, rule)]).unwrap();
    rules.year.allows =
        Dated::new(vec![(None, Allows { outstanding_from, good_from, source: String::new() })]).unwrap();
    rules
}

#[test]
fn a_fair_year_allows_what_the_documents_of_the_year_say() {
    let (good, average) = (Some(Grade::Good), Some(Grade::Average));
    let allowed = |rules: &ProposalRules| {
        let row = suggested("TTTTTTKKKKKK", rules, Lang::Vi);
        assert_eq!(row.year_grade, Some(Grade::Fair));
        row.would_allow
    };
    assert_eq!(allowed(&seen(good, average)), Some(WouldAllow::Good));
    assert_eq!(allowed(&seen(good, good)), Some(WouldAllow::Neither));
    assert_eq!(allowed(&seen(good, None)), None);
    assert_eq!(allowed(&seen(None, None)), None);
    let unseen = suggested("TTTTTTKKKKKK", &seen(None, None), Lang::Vi).reason;
    assert!(unseen.contains("Chưa thấy điều quy định mức sinh hoạt cần cho HTXSNV, HTTNV."), "{unseen}");
}

#[test]
fn what_a_grade_leaves_aside_is_said_with_it() {
    let rules = ProposalRules::with("binh-thuan");
    let row = suggested("TTTTTTTTTTKK", &rules, Lang::Vi);
    // (10·95 + 2·80) / 12 = 92.5
    for words in ["điểm trung bình 92,5 (cần từ 90)", "họp 12/12 tháng", "chuyên đề 4/4 quý", "0 tháng dưới Khá"]
    {
        assert!(row.reason.contains(words), "{words}: {}", row.reason);
    }
    let notes = notes(&rules.year, "2024-12".parse().unwrap(), Lang::Vi);
    assert!(notes.iter().any(|note| note.contains("điểm tối đa")), "{notes:?}");
    let skipped = suggested("TTTTTTTTTTT-", &phu_tho(), Lang::Vi);
    assert_eq!(skipped.year_grade, Some(Grade::Good), "this rule asks for the meetings held only");
    assert!(skipped.reason.ends_with("Quy định này không xét 1 tháng không họp."), "{}", skipped.reason);
    let row = suggested("TTTTTTTTTTTx", &rules, Lang::En);
    assert_eq!(row.missing.unwrap(), "not enough data: held without score or grade: 2024-12");
}

#[test]
fn a_cell_younger_than_the_year_is_told_as_such() {
    let (cell, months) = cell_year("TTTTTTTTTTTT");
    let row = of(&cell, &months[9..], &phu_tho(), Lang::Vi);
    assert!(row.reason.contains("3 tháng Tốt (cần từ 7)"), "{}", row.reason);
    assert!(row.reason.contains("Chi bộ hoạt động 3 tháng trong năm."), "{}", row.reason);
    assert!(
        row.reason.starts_with("Chưa kết luận được mức Tốt"),
        "seven months cannot be asked of three: {}",
        row.reason
    );
    assert_eq!((row.year_grade, row.would_allow), (None, None));
    assert_eq!(row.missing.as_deref(), Some("chưa đủ số liệu: hoạt động 3 tháng trong năm"));
    let good = of(&cell, &months[4..], &phu_tho(), Lang::Vi);
    assert_eq!((good.year_grade, good.missing), (Some(Grade::Good), None), "eight months may hold seven good ones");
}

#[test]
fn grades_by_the_score_alone_are_told_as_such() {
    let (cell, mut months) = cell_year("TTTTTTTKKKKK");
    months[2].gates_open = true;
    let row = of(&cell, &months, &phu_tho(), Lang::Vi);
    assert!(row.reason.contains("1 tháng chưa xét được hết điều kiện kèm theo điểm"), "{}", row.reason);
}

#[test]
fn the_notes_tell_seen_from_unseen_clauses() {
    let notes = notes(&phu_tho().year, "2024-12".parse().unwrap(), Lang::Vi);
    assert_eq!(notes.len(), 4);
    assert!(notes[0].contains("không phải xếp loại"), "{notes:?}");
    assert!(!notes[1].contains("Chưa thấy toàn văn") && notes[2].contains("Chưa thấy toàn văn"), "{notes:?}");
}
