use super::*;
use crate::judge::examples::{cell, criteria_rules, not_held_month, quiet_month, rules, score_row, scored_months};
use crate::lake::schema::ScoreRow;
use crate::rules::Rules;
use crate::rules::integrity::Listing;

/// The built-in rules.
fn integrity_rules() -> IntegrityRules {
    Rules::load(None).unwrap().integrity
}

fn reviewed(
    cells: &[CellSummary],
    months: &[CellMonth],
    scores: &[ScoreRow],
    rules_of_list: &IntegrityRules,
    lang: Lang,
) -> Vec<IntegrityRow> {
    let (criteria, flags) = (criteria_rules(), rules());
    let sheets = &Sheets::of(scores, &criteria);
    integrity(cells, months, &Basis { rules: rules_of_list, target: &flags.attendance_target, sheets, lang })
}

/// Rows of one signal: scope, key, n, count.
fn of(signal: Signal, rows: &[IntegrityRow]) -> Vec<(Scope, &str, i64, i64)> {
    rows.iter().filter(|row| row.signal == signal).map(|row| (row.scope, row.key.as_str(), row.n, row.count)).collect()
}

fn own(id: &str, scores: &[f64]) -> Vec<CellMonth> {
    scored_months(id, &scores.iter().map(|score| (Some(*score), None)).collect::<Vec<_>>())
}

/// Lists everything that happened at all.
fn all_listed() -> IntegrityRules {
    let any = ListedFrom { trials_at_least: 1, count_at_least: 1, p_at_most: 1.0 };
    let mut rules = integrity_rules();
    let signals = &mut rules.signals;
    for listing in [
        &mut signals.heaping_100,
        &mut signals.heaping_5,
        &mut signals.just_over_90,
        &mut signals.constant,
        &mut signals.repeated_vector,
        &mut signals.contradicts_facts,
        &mut signals.identical_sheet,
        &mut signals.shared_sheet,
    ] {
        *listing = Listing { cell: any, unit: any };
    }
    rules
}

const EVEN: [f64; 6] = [87.0, 88.5, 89.0, 91.0, 92.0, 93.5];

#[test]
fn a_cell_that_always_scores_100_is_listed_among_cells_that_do_not() {
    // 6 of 6 against 6 of 24 over all four cells: 0.25⁶ = 1 / 4096 = 0.000244.
    let months = [own("A", &[100.0; 6]), own("B", &EVEN), own("C", &EVEN), own("D", &EVEN)].concat();
    let cells = ["A", "B", "C", "D"].map(cell);
    let rows = reviewed(&cells, &months, &[], &integrity_rules(), Lang::Vi);
    assert_eq!(of(Signal::Heaping100, &rows), [(Scope::All, "ALL", 24, 6), (Scope::Cell, "A", 6, 6)]);
    let [all, listed] = &rows[..2] else { panic!("two rows") };
    assert_eq!((all.base_rate, all.p_value, all.scorer), (None, None, Some(Scorer::Own)));
    assert_eq!(
        (listed.share, listed.base_rate, listed.expected, listed.p_value),
        (1.0, Some(0.25), Some(1.5), Some(0.000_244_141))
    );
    assert_eq!(
        all.evidence,
        "6 trong 24 điểm tự chấm là đúng 100 (25,0%). Xét 4 chi bộ, vào danh sách 1; riêng do ngẫu nhiên có thể tới 0,0."
    );
    assert_eq!(
        listed.evidence,
        "6 trong 6 điểm tự chấm là đúng 100 (01/2024, 02/2024, 03/2024, 04/2024, 05/2024, 06/2024); tính chung các chi \
         bộ 25,0%, tức khoảng 1,5 (p = 0,0002)."
    );
    // The same six scores are five repeats, against five of twenty: 0.25⁵ = 0.00098.
    assert_eq!(of(Signal::Constant, &rows), [(Scope::All, "ALL", 20, 5), (Scope::Cell, "A", 5, 5)]);
}

#[test]
fn what_everybody_does_lists_nobody_but_shows_in_the_share_over_all() {
    let months = [own("A", &[100.0; 6]), own("B", &[100.0; 6])].concat();
    let rows = reviewed(&["A", "B"].map(cell), &months, &[], &integrity_rules(), Lang::En);
    assert_eq!(of(Signal::Heaping100, &rows), [(Scope::All, "ALL", 12, 12)]);
    assert_eq!(
        rows[0].evidence,
        "12 of 12 self scores are exactly 100 (100.0%). Cells tested: 2, listed: 0; by chance alone up to 0.0."
    );
}

#[test]
fn multiples_of_five_and_scores_just_over_90_are_counted_apart() {
    // Of 95, 85 and 90 the last is just over the mark too; 90.99 is, 91 and 89.99 are not; 100 is no multiple here.
    let months = own("A", &[100.0, 95.0, 85.0, 90.0, 90.99, 91.0, 89.99]);
    let rows = reviewed(&[cell("A")], &months, &[], &all_listed(), Lang::Vi);
    assert_eq!(of(Signal::Heaping5, &rows)[0], (Scope::All, "ALL", 6, 3));
    assert_eq!(of(Signal::JustOver90, &rows)[0], (Scope::All, "ALL", 7, 2));
    assert_eq!(of(Signal::JustOver90, &rows)[1..], [(Scope::Unit, "U", 7, 2), (Scope::Cell, "A", 7, 2)]);
}

#[test]
fn scores_from_above_are_reviewed_for_themselves() {
    let months = scored_months("A", &[(Some(92.0), Some(90.0)), (Some(92.0), None), (Some(91.0), Some(90.0))]);
    let rows = reviewed(&[cell("A")], &months, &[], &all_listed(), Lang::Vi);
    let constant = |scorer| {
        let row = rows.iter().find(|row| row.signal == Signal::Constant && row.scorer == scorer).unwrap();
        (row.n, row.count)
    };
    assert_eq!((constant(Some(Scorer::Own)), constant(Some(Scorer::Upper))), ((2, 1), (1, 1)));
}

/// Six lines of ten points, the first with so many.
fn sheet(month: &str, first: f64) -> Vec<ScoreRow> {
    let line = |name: &str, points| score_row("A", month, Scorer::Own, name, points, 10.0);
    let mut rows = vec![line("Một", first)];
    rows.extend(["Hai", "Ba", "Bốn", "Năm", "Sáu"].map(|name| line(name, 10.0)));
    rows
}

#[test]
fn the_same_points_as_the_sheet_before_count_but_not_full_marks_twice() {
    // 9 → 9 repeats, 9 → 8 does not, 8 → 10 does not, 10 → 10 is left aside; June was not held.
    let firsts = [9.0, 9.0, 8.0, 10.0, 10.0, 10.0];
    let scores: Vec<ScoreRow> =
        (1..).zip(firsts).flat_map(|(month, first)| sheet(&format!("2024-{month:02}"), first)).collect();
    let mut months: Vec<CellMonth> = (1..=5).map(|month| quiet_month("A", &format!("2024-{month:02}"))).collect();
    months.push(not_held_month("A", "2024-06"));
    let rows = reviewed(&[cell("A")], &months, &scores, &all_listed(), Lang::En);
    assert_eq!(of(Signal::RepeatedVector, &rows)[0], (Scope::All, "ALL", 3, 1));
    let of_cell = rows.iter().find(|row| row.signal == Signal::RepeatedVector && row.scope == Scope::Cell).unwrap();
    assert_eq!(
        of_cell.evidence,
        "1 of 3 self sheets repeat each criterion of the sheet before (2024-02); over all cells 33.3%, that is about 1.0 \
         (p = 0.7037)."
    );
    let short: Vec<ScoreRow> = scores.into_iter().filter(|row| row.criterion.len() < 5).collect();
    assert_eq!(of(Signal::RepeatedVector, &reviewed(&[cell("A")], &months, &short, &all_listed(), Lang::En)), []);
}

#[test]
fn points_against_the_facts_list_a_cell_from_the_first_month() {
    let month = |name, present| CellMonth { due: Some(20), present: Some(present), ..quiet_month("A", name) };
    let months = [month("2024-01", 15), month("2024-02", 20), quiet_month("A", "2024-03")];
    let line = |month| score_row("A", month, Scorer::Upper, "Tỷ lệ đảng viên dự", 5.0, 5.0);
    let scores = ["2024-01", "2024-02", "2024-03"].map(line);
    let rows = reviewed(&[cell("A")], &months, &scores, &integrity_rules(), Lang::Vi);
    // March does not state attendance. One of two, like all cells: p = 1 − 0.5² = 0.75.
    assert_eq!(of(Signal::ContradictsFacts, &rows), [(Scope::All, "ALL", 2, 1), (Scope::Cell, "A", 2, 1)]);
    assert_eq!(
        rows.last().unwrap().evidence,
        "1 trong 2 phiếu cấp trên chấm có điểm trái với số liệu của tháng (01/2024); tính chung các chi bộ 50,0%, tức \
         khoảng 1,0 (p = 0,7500)."
    );
}

/// A month of 20 due with an absence, some silent, 100 minutes and a score: four telling figures.
fn telling(id: &str, month: &str, score: f64) -> CellMonth {
    CellMonth {
        due: Some(20),
        present: Some(18),
        speakers: Some(7),
        duration_min: Some(100),
        self_score: Some(score),
        ..quiet_month(id, month)
    }
}

#[test]
fn months_that_repeat_all_figures_of_an_earlier_one_are_counted() {
    let months = [
        telling("A", "2024-01", 93.5),
        telling("A", "2024-02", 94.0),
        telling("A", "2024-03", 93.5),
        CellMonth { upper_score: Some(93.5), ..telling("A", "2024-04", 93.5) },
        telling("A", "2024-05", 93.5),
    ];
    let rows = reviewed(&[cell("A")], &months, &[], &all_listed(), Lang::Vi);
    // After January four months; March and May repeat it, April states one figure more.
    assert_eq!(of(Signal::IdenticalSheet, &rows)[0], (Scope::All, "ALL", 4, 2));
    assert!(rows.iter().any(|row| {
        row.evidence.starts_with("2 trong 4 tháng lặp lại nguyên số liệu một tháng trước đó (03/2024, 05/2024);")
    }));
}

#[test]
fn small_cells_and_figures_that_are_a_matter_of_course_are_not_compared() {
    let seen = |change: fn(CellMonth) -> CellMonth| {
        let months = ["2024-01", "2024-02"].map(|month| change(telling("A", month, 93.5)));
        of(Signal::IdenticalSheet, &reviewed(&[cell("A")], &months, &[], &all_listed(), Lang::Vi)).len()
    };
    assert_eq!(seen(|month| month), 3);
    assert_eq!(seen(|month| CellMonth { due: Some(9), present: Some(7), speakers: Some(3), ..month }), 0);
    // All present and the minimum of 90 minutes leave speakers and score: two.
    assert_eq!(seen(|month| CellMonth { present: Some(20), duration_min: Some(90), ..month }), 0);
    assert_eq!(seen(|month| CellMonth { present: Some(20), ..month }), 3);
    assert_eq!(seen(|month| CellMonth { duration_min: None, self_score: None, ..month }), 0);
}

#[test]
fn cells_of_one_unit_with_the_same_figures_in_the_same_month_are_counted() {
    let elsewhere = CellSummary { unit_id: Some(UnitId::new("V")), ..cell("D") };
    let months = [
        telling("A", "2024-01", 93.5),
        telling("A", "2024-02", 94.0),
        telling("B", "2024-01", 93.5),
        telling("B", "2024-03", 94.0),
        telling("C", "2024-01", 91.0),
        telling("D", "2024-01", 93.5),
    ];
    let cells = [cell("A"), cell("B"), cell("C"), elsewhere];
    let rows = reviewed(&cells, &months, &[], &all_listed(), Lang::En);
    assert_eq!(
        of(Signal::SharedSheet, &rows),
        [(Scope::All, "ALL", 6, 2), (Scope::Unit, "U", 5, 2), (Scope::Cell, "A", 2, 1), (Scope::Cell, "B", 2, 1)]
    );
    let unit = rows.iter().find(|row| row.signal == Signal::SharedSheet && row.scope == Scope::Unit).unwrap();
    // P(X ≥ 2) of 5 at 1/3: 1 − (32 + 80) / 243 = 131 / 243.
    assert_eq!(
        unit.evidence,
        "2 of 5 months have the figures of another cell of the unit (cells: 2); over all cells 33.3%, that is about 1.7 \
         (p = 0.5391)."
    );
}

#[test]
fn a_unit_is_held_against_all_units() {
    // 30 of 30 in U against 30 of 90: (1/3)³⁰. No cell of 3 scores has enough of its own.
    let ids: Vec<String> = (0..30).map(|at| format!("C{at:02}")).collect();
    let in_unit = |at: usize, id: &str| {
        let unit = if at < 10 { "U" } else { "V" };
        CellSummary { unit_id: Some(UnitId::new(unit)), ..cell(id) }
    };
    let cells: Vec<CellSummary> = ids.iter().enumerate().map(|(at, id)| in_unit(at, id)).collect();
    let scores = |at| if at < 10 { [100.0; 3] } else { [87.0, 88.0, 89.0] };
    let months: Vec<CellMonth> = ids.iter().enumerate().flat_map(|(at, id)| own(id, &scores(at))).collect();
    let rows = reviewed(&cells, &months, &[], &integrity_rules(), Lang::Vi);
    assert_eq!(of(Signal::Heaping100, &rows), [(Scope::All, "ALL", 90, 30), (Scope::Unit, "U", 30, 30)]);
    assert!(rows[1].evidence.ends_with("(ở 10 chi bộ); tính chung các chi bộ 33,3%, tức khoảng 10,0 (p < 0,0001)."));
}

#[test]
fn without_scores_there_is_nothing_to_review() {
    let months = [quiet_month("A", "2024-01"), not_held_month("A", "2024-02")];
    assert_eq!(reviewed(&[cell("A")], &months, &[], &all_listed(), Lang::Vi), []);
}
