use super::*;
use crate::judge::examples::unit;
use crate::rules::Wrong;
use crate::terms::Tier;
use Grade::{Average, Fair, Good, Poor};

fn checked(text: &str) -> Result<Rubric, Vec<String>> {
    let raw: RawRubric = toml::from_str(text).unwrap();
    let line = |wrong: Wrong| {
        let at = wrong.at.map_or(0, |at| text[..at].matches('\n').count() + 1);
        format!("{at}: {}", wrong.what)
    };
    raw.check().map_err(|wrong| wrong.into_iter().map(line).collect())
}

const CUTS: &str = "grades = { good_from = 90.0, fair_from = 70.0, average_from = 50.0 }\n";

fn with(rest: &str) -> Result<Rubric, Vec<String>> {
    checked(&format!("name = \"Mẫu\"\n{CUTS}{rest}"))
}

/// The text of the trap that a group of 100 points with one line of these bands has.
fn trap_of(bands: &str) -> Vec<String> {
    let group = "[[group]]\nname = \"N\"\nmax = 100.0\n[[group.item]]\ntext = \"Phát biểu\"\nmax = 100.0\n";
    with(&format!("{group}band = [{bands}]\n")).err().unwrap_or_default()
}

#[test]
fn a_cut_off_belongs_to_the_better_grade() {
    let cuts = GradeCuts { good_from: 90.0, fair_from: 70.0, average_from: 50.0 };
    let grades = [100.0, 90.0, 89.5, 70.0, 69.99, 50.0, 49.9, 0.0].map(|score| cuts.grade(score));
    assert_eq!(grades, [Good, Good, Fair, Fair, Average, Average, Poor, Poor]);
}

#[test]
fn exactly_half_speaking_in_no_band_is_a_trap_and_its_line_is_named() {
    let wrong =
        trap_of("{ to = 50.0, below_to = true, points = 4.0 }, { from = 50.0, above_from = true, points = 5.0 }");
    assert_eq!(wrong.len(), 1);
    assert!(wrong[0].starts_with("6: «Phát biểu»: 50: không thuộc khoảng nào"), "{wrong:?}");
}

#[test]
fn fifteen_minutes_in_two_bands_are_a_trap() {
    let wrong = trap_of(
        "{ to = 15.0, points = 4.0 }, { from = 15.0, to = 30.0, points = 3.0 }, { from = 30.0, above_from = true, points = 1.0 }",
    );
    assert_eq!(wrong.len(), 1);
    assert!(wrong[0].contains("«Phát biểu»: 15: thuộc hai khoảng"), "{wrong:?}");
}

#[test]
fn nothing_between_thirty_minutes_and_half_is_a_trap() {
    let wrong = trap_of("{ to = 30.0, points = 3.0 }, { from = 45.0, points = 2.0 }");
    assert!(wrong[0].contains("30 – 45: không thuộc khoảng nào"), "{wrong:?}");
}

#[test]
fn bands_that_meet_are_no_trap() {
    let bands = "{ to = 30.0, below_to = true, points = 2.0 }, { from = 30.0, points = 3.0 }";
    assert_eq!(trap_of(bands), Vec::<String>::new());
}

#[test]
fn maxima_that_do_not_add_up_are_traps() {
    let group = |max: f64, item: f64| {
        format!("[[group]]\nname = \"N\"\nmax = {max:.1}\n[[group.item]]\ntext = \"T\"\nmax = {item:.1}\n")
    };
    let wrong = with(&group(100.0, 90.0)).unwrap_err();
    assert!(wrong[0].starts_with("3: N: Σ = 90, max = 100: tổng không khớp"), "{wrong:?}");
    let wrong = with(&group(95.0, 95.0)).unwrap_err();
    assert!(wrong[0].contains("Σ max = 95: tổng không khớp"), "{wrong:?}");
}

#[test]
fn a_month_that_cannot_reach_a_hundred_is_a_trap_unless_it_is_rescaled() {
    let text = "[[group]]\nname = \"N\"\nmax = 100.0\n\
                [[group.item]]\ntext = \"T\"\nmax = 95.0\n\
                [[group.item]]\ntext = \"Chuyên đề\"\nmax = 5.0\nthematic_only = true\n";
    let wrong = with(text).unwrap_err();
    assert!(wrong[0].contains("≤ 95: tháng không có chuyên đề"), "{wrong:?}");
    assert!(with(&format!("rescale = true\n{text}")).is_ok());
    let known = with(&format!("known_traps = [\"≤ 95\"]\n{text}")).unwrap();
    assert_eq!(known.traps.iter().map(|trap| trap.kind).collect::<Vec<_>>(), [TrapKind::Unreachable]);
}

#[test]
fn the_rubric_of_an_phu_has_the_traps_it_is_known_for() {
    let text = include_str!("../../../pipelines/rubrics/an-phu-2025.toml");
    assert_eq!(checked(text).unwrap().traps.len(), 4);
    let (start, end) = (text.find("known_traps").unwrap(), text.find("[grades]").unwrap());
    let wrong = checked(&text.replace(&text[start..end], "")).unwrap_err();
    let told = wrong.join("\n");
    for trap in [
        "phát biểu (%)»: 50: không thuộc",
        "quy định»: 15: thuộc hai",
        "quy định»: 30 – 45: không thuộc",
        "≤ 95: tháng",
    ] {
        assert!(told.contains(trap), "{trap}: {told}");
    }
    assert_eq!(wrong.len(), 4, "{told}");
}

#[test]
fn cut_offs_out_of_order_and_points_over_the_maximum_are_refused_with_their_line() {
    let wrong =
        checked("name = \"M\"\ngrades = { good_from = 70.0, fair_from = 90.0, average_from = 50.0 }\n").unwrap_err();
    assert!(wrong[0].starts_with("2: grades:"), "{wrong:?}");
    let wrong = trap_of("{ points = 120.0 }");
    assert!(wrong[0].starts_with("9: points = 120: 0–100"), "{wrong:?}");
}

#[test]
fn a_trap_is_known_one_by_one_and_no_longer_than_it_is_there() {
    let group = "[[group]]\nname = \"N\"\nmax = 95.0\n";
    let known = |traps: &str| with(&format!("known_traps = [{traps}]\n{group}"));
    assert!(known("\"Σ max = 95\"").is_ok());
    let wrong = known("\"Σ max = 95\", \"≤ 95\"").unwrap_err();
    assert!(wrong[0].starts_with("3: known_traps: \"≤ 95\": không còn"), "{wrong:?}");
    assert_eq!(known("\"Σ max = 90\"").unwrap_err().len(), 2, "one unknown, one that is none");
}

#[test]
fn a_band_within_a_wider_one_is_a_trap() {
    let wrong = trap_of(
        "{ to = 100.0, points = 1.0 }, { from = 10.0, to = 20.0, points = 2.0 }, { from = 90.0, above_from = true, points = 3.0 }",
    );
    assert_eq!(wrong.len(), 2, "{wrong:?}");
    assert!(wrong[0].contains("10 – 20: thuộc hai khoảng") && wrong[1].contains("90 – 100: thuộc hai"), "{wrong:?}");
}

#[test]
fn a_band_no_value_can_be_in_is_refused() {
    let wrong = trap_of("{ from = 20.0, to = 10.0, points = 1.0 }");
    assert_eq!(wrong, ["9: band: from ≤ to"]);
}

#[test]
fn points_no_sheet_can_have_are_refused_with_their_line() {
    let group =
        |max: &str| with(&format!("[[group]]\nname = \"N\"\nmax = {max}\n[[group]]\nname = \"M\"\nmax = 110.0\n"));
    assert!(group("-10.0").unwrap_err()[0].starts_with("3: max = -10: > 0"));
    assert!(group("inf").unwrap_err().iter().any(|it| it.contains("max = inf: > 0")));
    let cuts = checked("name = \"M\"\ngrades = { good_from = 900.0, fair_from = 700.0, average_from = 500.0 }\n");
    assert!(cuts.unwrap_err()[0].starts_with("2: grades: 100 ≥"));
    let gate = "[[gate]]\ngrade = \"good\"\nfull_points = []\notherwise = \"fair\"\n";
    assert_eq!(with(gate).unwrap_err(), ["3: gate: full_points = []"]);
    assert_eq!(with("rescale = true\n").unwrap_err(), ["0: rescale = true: thematic_only = true?"]);
}

#[test]
fn one_organisation_by_code_and_by_name_is_found_with_the_register() {
    let by = |name: &str, scope: &str| rubric(name, Some("2024-06-01"), &[scope]);
    let rubrics = Rubrics::new(vec![rubric("chung", None, &[]), by("một", "DU"), by("hai", "Đảng ủy Mẫu")]).unwrap();
    let mut ward = unit("DU", Tier::Committee, "TU");
    "Đảng uỷ Mẫu".clone_into(&mut ward.name);
    assert!(rubrics.clash(&ward).is_some());
    assert!(rubrics.clash(&unit("DU", Tier::Committee, "TU")).is_none(), "another name");
}

#[test]
fn groups_without_points_need_not_add_up() {
    assert!(with("[[group]]\nname = \"Chuẩn bị\"\n[[group]]\nname = \"Tổ chức\"\n").is_ok());
}

#[test]
fn a_month_without_a_thematic_meeting_is_graded_by_what_it_can_reach() {
    let text = "rescale = true\n[[group]]\nname = \"N\"\nmax = 100.0\n\
                [[group.item]]\ntext = \"T\"\nmax = 95.0\n\
                [[group.item]]\ntext = \"Chuyên đề\"\nmax = 5.0\nthematic_only = true\n";
    let rubric = with(text).unwrap();
    // 90 of 100 is 85.5 of 95
    assert_eq!(rubric.cuts(Some(false)).grade(85.5), Good);
    assert_eq!((rubric.cuts(Some(true)).grade(85.5), rubric.cuts(None).grade(85.5)), (Fair, Fair));
    assert_eq!(rubric.possible(85.5), [Fair, Good]);
}

#[test]
fn a_gate_makes_a_lower_grade_possible() {
    let gate = "[[gate]]\ngrade = \"good\"\nfull_points = [\"time\"]\notherwise = \"fair\"\n";
    let rubric = with(gate).unwrap();
    assert!(rubric.possible(95.0).contains(&Fair) && !rubric.possible(75.0).contains(&Average));
}

fn rubric(name: &str, from: Option<&str>, scope: &[&str]) -> Rubric {
    let day = |day: &str| format!("valid_from = {day}\n");
    let scope: Vec<String> = scope.iter().map(|it| format!("{it:?}")).collect();
    let text =
        format!("name = \"{name}\"\n{}scope = [{}]\n{CUTS}", from.map_or_else(String::new, day), scope.join(", "));
    checked(&text).unwrap()
}

#[test]
fn the_nearest_organisation_with_a_rubric_of_its_own_decides() {
    let rubrics = Rubrics::new(vec![
        rubric("chung", None, &[]),
        rubric("tỉnh", None, &["TU"]),
        rubric("phường", Some("2025-10-28"), &["Đảng ủy phường Mẫu"]),
    ]);
    let rubrics = rubrics.unwrap();
    let mut ward = unit("DU", Tier::Committee, "TU");
    "ĐẢNG UỶ PHƯỜNG MẪU".clone_into(&mut ward.name);
    let chain = [unit("A", Tier::AttachedCell, "DU"), ward, unit("TU", Tier::Superior, "")];
    let own = |month: &str| rubrics.own(month.parse().unwrap(), &chain).map(|rubric| rubric.name.as_str());
    assert_eq!((own("2025-10"), own("2025-11")), (Some("tỉnh"), Some("phường")));
    assert_eq!(rubrics.own("2025-11".parse().unwrap(), &chain[..1]), None);
}

#[test]
fn two_rubrics_cannot_begin_on_one_day() {
    let twice = |scope: &[&str]| {
        vec![
            rubric("chung", None, &[]),
            rubric("một", Some("2025-01-01"), scope),
            rubric("hai", Some("2025-01-01"), scope),
        ]
    };
    assert!(Rubrics::new(twice(&[])).unwrap_err().contains("«một» = «hai»"));
    assert!(Rubrics::new(twice(&["DU"])).unwrap_err().starts_with("scope"));
    assert!(Rubrics::new(Vec::new()).is_err());
    let spelt = |scope: &str| rubric(scope, Some("2025-01-01"), &[scope]);
    let both = Rubrics::new(vec![rubric("chung", None, &[]), spelt("Đảng ủy Mẫu"), spelt("ĐẢNG UỶ MẪU")]);
    assert!(both.is_err(), "one organisation in two spellings");
}

#[test]
fn the_form_of_the_thematic_meeting_grades_no_month() {
    let thematic = checked(&format!("name = \"Biểu số 2\"\nmeeting = \"thematic\"\n{CUTS}")).unwrap();
    assert!(Rubrics::new(vec![thematic.clone()]).is_err());
    let rubrics = Rubrics::new(vec![thematic, rubric("Biểu số 1", None, &[])]).unwrap();
    assert_eq!(rubrics.in_force("2024-01".parse().unwrap()).name, "Biểu số 1");
}

#[test]
fn a_rubric_for_everybody_must_not_end_without_another() {
    let ending = |name: &str, day: &str| {
        let text = format!("name = {name:?}\nvalid_to = {day}\n{CUTS}");
        checked(&text).unwrap()
    };
    let next = || rubric("sau", Some("2025-03-01"), &[]);
    assert!(Rubrics::new(vec![ending("trước", "2025-02-28"), next()]).is_ok());
    let gap = Rubrics::new(vec![ending("trước", "2025-01-31"), next()]).unwrap_err();
    assert!(gap.contains("valid_to = 2025-01-31: «trước»"), "{gap}");
}
