//! The index: components on 0–100 by fixed goalposts, so that one cell's score never depends on another's, and their
//! weighted mean. Also who has data enough to be ranked by it.

use super::figure::{number, rounded, share};
use super::wording::{decimal, exact, exact_percent, percent_apart};
use crate::lake::schema::CellSummary;
use crate::lang::{Lang, t};
use crate::rules::index::{Component, Components, Goalposts, IndexRules, RankedRules};

/// The components of one cell, each 0–100 where the cell has its figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scores {
    /// Quality.
    pub quality: Option<f64>,
    /// Attendance.
    pub attendance: Option<f64>,
    /// Cadence.
    pub cadence: Option<f64>,
    /// Thematic meetings.
    pub thematic: Option<f64>,
    /// Participation.
    pub participation: Option<f64>,
    /// Plan.
    pub plan: Option<f64>,
}

/// The index of one cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Index {
    /// Σ wᵢ·sᵢ / Σ wᵢ over the components present, 0–100.
    pub value: Option<f64>,
    /// Σ wᵢ present / Σ of all weights, 0–1.
    pub weight: f64,
}

/// The figure a component is scored from.
#[must_use]
pub fn figure(component: Component, cell: &CellSummary) -> Option<f64> {
    match component {
        Component::Quality => cell.quality_mean,
        Component::Attendance => cell.attendance_rate,
        Component::Cadence => share(cell.months_held, cell.months_reported),
        Component::Thematic => share(cell.thematic_quarters?, cell.thematic_expected),
        Component::Participation => cell.speakers_ratio,
        Component::Plan => cell.plan_quarters.map(|planned| if planned > 0 { 1.0 } else { 0.0 }),
    }
}

/// A figure between its goalposts, 0–100.
#[must_use]
pub fn score(goalposts: Goalposts, figure: f64) -> f64 {
    let way = (figure - goalposts.zero_at) / (goalposts.hundred_at - goalposts.zero_at);
    (100.0 * way).clamp(0.0, 100.0)
}

impl Scores {
    /// The components of a cell.
    #[must_use]
    pub fn of(cell: &CellSummary, components: &Components) -> Self {
        let scored = |component| Some(score(components.get(component), figure(component, cell)?));
        Self {
            quality: scored(Component::Quality),
            attendance: scored(Component::Attendance),
            cadence: scored(Component::Cadence),
            thematic: scored(Component::Thematic),
            participation: scored(Component::Participation),
            plan: scored(Component::Plan),
        }
    }

    /// One component.
    #[must_use]
    pub fn get(&self, component: Component) -> Option<f64> {
        match component {
            Component::Quality => self.quality,
            Component::Attendance => self.attendance,
            Component::Cadence => self.cadence,
            Component::Thematic => self.thematic,
            Component::Participation => self.participation,
            Component::Plan => self.plan,
        }
    }

    /// The weighted mean of the components present.
    #[must_use]
    pub fn index(&self, components: &Components) -> Index {
        let (mut total, mut present, mut weighted) = (0.0, 0.0, 0.0);
        for component in Component::ALL {
            let weight = components.get(*component).weight;
            total += weight;
            if let Some(score) = self.get(*component) {
                present += weight;
                weighted += weight * score;
            }
        }
        // A mean of equal scores may exceed them in the last binary digit.
        let value = (present > 0.0).then(|| (weighted / present).clamp(0.0, 100.0));
        Index { value, weight: if total > 0.0 { present / total } else { 0.0 } }
    }
}

/// The index as it would be with quality from the scores of the committee above only.
#[must_use]
pub fn upper_index(cell: &CellSummary, scores: &Scores, components: &Components) -> Index {
    let quality = cell.upper_mean.map(|mean| score(components.quality, mean));
    Scores { quality, ..*scores }.index(components)
}

/// Why a cell is not ranked: every condition it fails, with its numbers. None if it is ranked.
#[must_use]
pub fn unranked_because(cell: &CellSummary, index: Index, rules: &IndexRules, lang: Lang) -> Option<String> {
    let rules = &rules.ranked;
    let reasons: Vec<String> = [
        too_few_reports(cell, rules, lang),
        too_few_scores(cell, rules, lang),
        too_little_weight(index, rules, lang),
        no_attendance(cell, lang),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!reasons.is_empty()).then(|| reasons.join("; "))
}

fn too_few_reports(cell: &CellSummary, rules: &RankedRules, lang: Lang) -> Option<String> {
    let (rate, least) = (cell.reporting_rate.unwrap_or(0.0), rules.reporting_rate_at_least);
    let (reported, expected) = (cell.months_reported, cell.months_expected);
    let (percent, needed) = (percent_apart(rate, least, lang), exact_percent(least, lang));
    (rounded(rate) < rounded(least)).then(|| t!(lang, "too-few-months-reported", reported, expected, percent, needed))
}

fn too_few_scores(cell: &CellSummary, rules: &RankedRules, lang: Lang) -> Option<String> {
    let share_of_held = rules.quality_share_at_least * number(cell.months_held);
    let least = number(rules.quality_n_at_least).max(share_of_held);
    let (scored, held) = (cell.quality_n, cell.months_held);
    let needed = exact(rounded(least).ceil(), lang);
    (number(scored) < rounded(least)).then(|| t!(lang, "too-few-meetings-scored", scored, held, needed))
}

fn too_little_weight(index: Index, rules: &RankedRules, lang: Lang) -> Option<String> {
    let (weight, least) = (index.weight, rules.index_weight_at_least);
    let (percent, needed) = (percent_apart(weight, least, lang), exact_percent(least, lang));
    (index.value.is_none() || rounded(weight) < rounded(least))
        .then(|| t!(lang, "too-little-weight-with-data", percent, needed))
}

fn no_attendance(cell: &CellSummary, lang: Lang) -> Option<String> {
    let none_due = cell.due.unwrap_or(0) <= 0;
    none_due.then(|| {
        let months = decimal(number(cell.attendance_months), 0, lang);
        t!(lang, "no-attendance-figures", months)
    })
}

#[cfg(test)]
mod tests {
    use proptest::option;
    use proptest::prelude::*;

    use super::*;
    use crate::judge::examples::{cell, index_rules, with_attendance};

    fn near(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-9
    }

    fn index_of(cell: &CellSummary) -> Index {
        let components = index_rules().components;
        Scores::of(cell, &components).index(&components)
    }

    fn reason(cell: &CellSummary, lang: Lang) -> Option<String> {
        unranked_because(cell, index_of(cell), &index_rules(), lang)
    }

    #[test]
    fn attendance_scores_from_seventy_to_a_hundred_percent() {
        let posts = index_rules().components.attendance;
        // (0.95 − 0.70) / 0.30 = 0.8333
        assert!(near(score(posts, 0.95), 250.0 / 3.0));
        assert!(near(score(posts, 0.70), 0.0) && near(score(posts, 0.40), 0.0));
        assert!(near(score(posts, 1.00), 100.0));
    }

    #[test]
    fn half_of_those_present_speaking_is_full_participation() {
        let posts = index_rules().components.participation;
        assert!(near(score(posts, 0.4), 80.0) && near(score(posts, 0.5), 100.0) && near(score(posts, 0.9), 100.0));
    }

    #[test]
    fn the_index_is_the_weighted_mean_of_the_components() {
        // 0.40·90 + 0.20·83.3333 + 0.15·100 + 0.10·100 + 0.10·80 + 0.05·100
        // = 36 + 16.6667 + 15 + 10 + 8 + 5 = 90.6667
        let index = index_of(&cell("A"));
        assert!(near(index.value.unwrap(), 272.0 / 3.0));
        assert!(near(index.weight, 1.0));
    }

    #[test]
    fn a_component_without_data_takes_no_part() {
        // without plan and participation: (36 + 16.6667 + 15 + 10) / 0.85 = 91.3725, weight 0.85
        let cell = CellSummary { plan_quarters: None, speakers_ratio: None, ..cell("A") };
        let index = index_of(&cell);
        assert!(near(index.value.unwrap(), (61.0 + 50.0 / 3.0) / 0.85));
        assert!(near(index.weight, 0.85));
    }

    #[test]
    fn a_cell_that_planned_nothing_scores_zero_for_its_plan() {
        // 90.6667 − 0.05·100 = 85.6667
        let cell = CellSummary { plan_quarters: Some(0), ..cell("A") };
        assert!(near(index_of(&cell).value.unwrap(), 257.0 / 3.0));
    }

    #[test]
    fn cadence_asks_for_meetings_held_among_months_reported() {
        let cell = CellSummary { months_reported: 8, months_held: 6, ..cell("A") };
        assert_eq!(figure(Component::Cadence, &cell), Some(0.75));
        let silent = CellSummary { months_reported: 0, months_held: 0, ..cell };
        assert_eq!(figure(Component::Cadence, &silent), None);
    }

    #[test]
    fn a_cell_of_which_nothing_is_known_has_no_index() {
        let unknown =
            Scores { quality: None, attendance: None, cadence: None, thematic: None, participation: None, plan: None };
        assert_eq!(unknown.index(&index_rules().components), Index { value: None, weight: 0.0 });
    }

    #[test]
    fn quality_from_above_replaces_the_official_mean() {
        // 90.6667 − 0.40·(90 − 89) = 90.2667
        let (cell, components) = (cell("A"), index_rules().components);
        let index = upper_index(&cell, &Scores::of(&cell, &components), &components);
        assert!(near(index.value.unwrap(), 270.8 / 3.0));
    }

    #[test]
    fn three_quarters_of_the_months_reported_are_enough_to_be_ranked() {
        let reported = |months, rate| CellSummary { months_reported: months, reporting_rate: Some(rate), ..cell("A") };
        assert_eq!(reason(&reported(9, 0.75), Lang::Vi), None);
        assert_eq!(reason(&reported(8, 8.0 / 12.0), Lang::Vi).unwrap(), "báo cáo 8/12 tháng (66,7%), cần từ 75%");
        assert_eq!(reason(&reported(8, 8.0 / 12.0), Lang::En).unwrap(), "reported 8 of 12 months (66.7%), needed 75%");
    }

    #[test]
    fn half_of_the_meetings_and_at_least_three_must_be_scored() {
        let scored = |scored, held| CellSummary { quality_n: scored, months_held: held, ..cell("A") };
        assert_eq!(reason(&scored(6, 12), Lang::Vi), None);
        assert_eq!(reason(&scored(5, 12), Lang::Vi).unwrap(), "có điểm 5/12 tháng có họp, cần từ 6");
        // 11 / 2 = 5.5, so 6 are needed
        assert_eq!(reason(&scored(5, 11), Lang::En).unwrap(), "5 of 11 meetings scored, needed 6");
        // 4 / 2 = 2, but never under 3
        assert_eq!(reason(&scored(3, 4), Lang::Vi), None);
        assert_eq!(reason(&scored(2, 4), Lang::Vi).unwrap(), "có điểm 2/4 tháng có họp, cần từ 3");
    }

    #[test]
    fn sixty_percent_of_the_weight_are_enough_to_be_ranked() {
        let without_cadence =
            CellSummary { thematic_quarters: None, speakers_ratio: None, plan_quarters: None, ..cell("A") };
        // quality, attendance, cadence: 0.40 + 0.20 + 0.15 = 0.75
        assert_eq!(reason(&without_cadence, Lang::Vi), None);
        let index = |weight| Index { value: Some(90.0), weight };
        let said = |weight| unranked_because(&cell("A"), index(weight), &index_rules(), Lang::Vi);
        assert_eq!(said(0.4 + 0.2), None);
        assert_eq!(said(0.55).unwrap(), "các thành phần có số liệu chiếm 55,0% trọng số, cần từ 60%");
    }

    #[test]
    fn every_failed_condition_is_stated() {
        let unknown = CellSummary {
            months_reported: 0,
            months_held: 0,
            reporting_rate: Some(0.0),
            quality_n: 0,
            quality_mean: None,
            due: None,
            present: None,
            attendance_months: 0,
            attendance_rate: None,
            thematic_quarters: None,
            speakers_ratio: None,
            plan_quarters: None,
            ..cell("A")
        };
        assert_eq!(
            reason(&unknown, Lang::Vi).unwrap(),
            "báo cáo 0/12 tháng (0,0%), cần từ 75%; có điểm 0/0 tháng có họp, cần từ 3; \
             các thành phần có số liệu chiếm 0,0% trọng số, cần từ 60%; không có số liệu dự họp (0 tháng tính được)"
        );
    }

    fn any_score() -> impl Strategy<Value = Option<f64>> {
        option::of(0.0..=100.0_f64)
    }

    prop_compose! {
        fn any_scores()(
            quality in any_score(), attendance in any_score(), cadence in any_score(),
            thematic in any_score(), participation in any_score(), plan in any_score(),
        ) -> Scores {
            Scores { quality, attendance, cadence, thematic, participation, plan }
        }
    }

    proptest! {
        #[test]
        fn an_index_lies_between_its_lowest_and_highest_component(scores in any_scores()) {
            let index = scores.index(&index_rules().components);
            let present: Vec<f64> = Component::ALL.iter().filter_map(|component| scores.get(*component)).collect();
            prop_assert!((0.0..=1.0).contains(&index.weight));
            prop_assert_eq!(index.value.is_some(), !present.is_empty());
            if let Some(value) = index.value {
                let lowest = present.iter().copied().fold(f64::INFINITY, f64::min);
                let highest = present.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                prop_assert!((0.0..=100.0).contains(&value));
                prop_assert!(lowest - 1e-9 <= value && value <= highest + 1e-9);
            }
        }

        #[test]
        fn a_score_lies_within_0_and_100(figure in -1e6..1e6_f64, zero_at in -10.0..10.0_f64, span in 0.01..100.0_f64) {
            let goalposts = Goalposts { weight: 1.0, zero_at, hundred_at: zero_at + span };
            prop_assert!((0.0..=100.0).contains(&score(goalposts, figure)));
        }

        #[test]
        fn an_absentee_more_never_raises_the_attendance_component(due in 1_i64..500, present in 0_i64..500) {
            let components = index_rules().components;
            let attending = |present| with_attendance(cell("A"), present, due, 12);
            let with = |present| Scores::of(&attending(present), &components).attendance.unwrap();
            let present = present.min(due);
            prop_assert!(with((present - 1).max(0)) <= with(present));
        }

        #[test]
        fn a_missing_component_never_raises_the_weight(scores in any_scores()) {
            let components = index_rules().components;
            let fewer = Scores { attendance: None, ..scores };
            prop_assert!(fewer.index(&components).weight <= scores.index(&components).weight);
        }
    }
}
