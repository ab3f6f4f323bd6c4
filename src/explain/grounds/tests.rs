use super::*;
use crate::judge::examples::{cell, everything_flagged, flags_with, score_row};
use crate::judge::index;
use crate::lake::schema::{CellMonth, CellSummary, FlagRow, ScoreRow};
use crate::lake::table::{Row as _, Scalar};
use crate::lang::Lang;
use crate::terms::Scorer;

/// A row with another value in one column; none where the column can hold no other.
fn altered<R: crate::lake::table::Row>(row: &R, at: usize) -> Option<R> {
    let mut values = row.scalars();
    let value = values.get_mut(at)?;
    *value = match *value {
        Scalar::Integer(number) => Scalar::Integer(number + 1),
        Scalar::Float(number) => Scalar::Float(number + 0.125),
        Scalar::Boolean(truth) => Scalar::Boolean(!truth),
        Scalar::Text("held") => Scalar::Text("not_held"),
        _ => return None,
    };
    R::from_scalars(&values)
}

fn contradicting() -> [ScoreRow; 1] {
    [score_row("A", "2024-01", Scorer::Own, "Sinh hoạt chuyên đề", 5.0, 5.0)]
}

fn flags(summary: &CellSummary, months: &[CellMonth]) -> Vec<FlagRow> {
    flags_with(&contradicting(), summary, months, Lang::En)
}

fn differing(before: &[FlagRow], after: &[FlagRow]) -> BTreeSet<FlagCode> {
    let of = |rows: &[FlagRow], code| rows.iter().find(|row| row.code == code).cloned();
    FlagCode::ALL.iter().copied().filter(|code| of(before, *code) != of(after, *code)).collect()
}

#[test]
fn every_figure_a_flag_reads_is_among_its_grounds() {
    let (summary, months) = everything_flagged();
    let before = flags(&summary, &months);
    for (at, column) in CellSummary::TABLE.columns.iter().enumerate().skip(2) {
        let Some(other) = altered(&summary, at) else { continue };
        for code in differing(&before, &flags(&other, &months)) {
            assert!(flag(code).figures.contains(&column.name), "{code} reads {}", column.name);
        }
    }
}

#[test]
fn every_field_of_a_month_a_flag_reads_is_among_its_grounds() {
    let (summary, months) = everything_flagged();
    let before = flags(&summary, &months);
    let mut read = 0;
    for (at, column) in CellMonth::TABLE.columns.iter().enumerate() {
        let other: Option<Vec<CellMonth>> =
            months.iter().map(|month| altered(month, at).or_else(|| Some(month.clone()))).collect();
        let ingredient = match column.name {
            "duration_required" => Unit("Thời lượng tối thiểu"),
            "official_score" => Field(M::UpperScore),
            "reported" => Row,
            name => match M::from_word(name) {
                Some(field) => Field(field),
                None => continue,
            },
        };
        for code in differing(&before, &flags(&summary, &other.unwrap())) {
            read += 1;
            assert!(flag(code).ingredients().contains(&ingredient), "{code} reads {}", column.name);
        }
    }
    assert!(read > 8, "{read}");
}

#[test]
fn components_are_scored_from_their_figures_and_no_others() {
    for component in crate::rules::index::Component::ALL.iter().copied() {
        let scored = super::component(component);
        let before = index::figure(component, &cell("A"));
        for (at, column) in CellSummary::TABLE.columns.iter().enumerate() {
            // Whether there is a plan is asked, not how large it is.
            let none = || CellSummary { plan_quarters: Some(0), ..cell("A") };
            let other = if column.name == "plan_quarters" { Some(none()) } else { altered(&cell("A"), at) };
            let differs = other.is_some_and(|other| index::figure(component, &other) != before);
            assert_eq!(differs, scored.figures.contains(&column.name), "{component}: {}", column.name);
        }
        assert!(scored.figures.iter().all(|figure| scored.formula.contains(figure)), "{component}");
    }
}

#[test]
fn every_figure_that_is_named_has_a_recipe() {
    let flags = FlagCode::ALL.iter().flat_map(|code| flag(*code).figures.iter());
    let support = SupportRole::ALL.iter().flat_map(|role| support(*role).figures.iter());
    for figure in flags.chain(support).chain(SUGGESTION.figures) {
        assert!(RECIPES.iter().any(|recipe| recipe.figure == *figure), "{figure}");
    }
}

#[test]
fn flags_rest_on_what_they_speak_of_and_nothing_else() {
    let of = |code| flag(code).ingredients();
    let short = of(FlagCode::MeetingShort);
    let chosen_by = [Field(M::DurationMin), Field(M::Thematic), Field(M::ThematicHeldOn), Field(M::HeldOn)];
    assert!(chosen_by.iter().chain(&[Unit("Thời lượng tối thiểu")]).all(|it| short.contains(it)));
    let scores = BTreeSet::from([Field(M::Status), Field(M::SelfScore), Field(M::UpperScore)]);
    assert_eq!(of(FlagCode::QualityFalling), scores);
    let none = of(FlagCode::SupervisionNone);
    assert!(none.iter().all(|it| matches!(it, Unit(_) | Assignment)), "{none:?}");
    assert!(of(FlagCode::NotReported).contains(&Refused));
    let contradicts = of(FlagCode::ScoreContradicts);
    assert!(contradicts.contains(&FactPoints) && contradicts.contains(&Field(M::Present)));
}
