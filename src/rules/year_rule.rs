//! `pipelines/year-rules.toml`: by which months a year of meetings is graded, what the grade would allow in the
//! year-end classification, and how the cap of HTXSNV is computed. A clause of which only a part was seen makes no grade.

use serde::Deserialize;

use super::dated::Dated;
use super::flags::civil_date;
use crate::lake::table::words;
use crate::lang::Lang;
use crate::terms::Grade;

words! {
    /// Whether a clause was seen in full.
    #[derive(Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum ClauseStatus {
        /// In full.
        Seen = "seen",
        /// In part: it makes no grade.
        Unseen = "unseen",
    }
}

words! {
    /// Of how many organisations the share is taken.
    #[derive(Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum CapBase {
        /// Those rated HTTNV or better.
        Including = "including",
        /// Those left at HTTNV once the HTXSNV ones are taken out.
        Excluding = "excluding",
    }
}

words! {
    /// How a share of organisations becomes a whole number.
    #[derive(Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum CapRounding {
        /// Down.
        Floor = "floor",
        /// To the nearest, halves up.
        Nearest = "nearest",
    }
}

words! {
    /// Which organisations share one cap.
    #[derive(Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum CapGrouping {
        /// Those of one cell type.
        CellType = "cell_type",
        /// Those directly below one organisation.
        Unit = "unit",
        /// Those of one tier.
        Tier = "tier",
    }
}

/// The rules of a year, checked.
#[derive(Debug, Clone, PartialEq)]
pub struct YearRules {
    /// The rule that grades the year, by month.
    pub chosen: Dated<YearRule>,
    /// What a grade would allow, by month.
    pub allows: Dated<Allows>,
    /// The cap of HTXSNV.
    pub cap: CapRules,
}

/// How one place grades a year of meetings by its months.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearRule {
    /// What `chosen` names it by.
    pub id: String,
    /// Whose rule it is.
    pub name: String,
    /// What a grade by it leaves aside.
    pub caveat: Option<Caveat>,
    /// Clauses, the best grade first.
    #[serde(rename = "clause")]
    pub clauses: Vec<Clause>,
}

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caveat {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

/// What a year must be like for one grade.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// The grade.
    pub grade: Grade,
    /// Whether the clause was seen in full.
    pub status: ClauseStatus,
    /// What the document says, as far as seen.
    pub source: String,
    /// All of these must hold.
    #[serde(default)]
    pub conditions: Conditions,
}

/// The conditions of a clause; those not named are not asked for.
#[derive(Debug, Clone, Copy, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Conditions {
    /// Least mean score of the months.
    pub mean_at_least: Option<f64>,
    /// A meeting in every expected month.
    pub every_month_held: bool,
    /// A thematic meeting in every expected quarter.
    pub every_quarter_thematic: bool,
    /// Least number of months graded good.
    pub months_good_at_least: Option<i64>,
    /// Most months graded average or poor.
    pub months_under_fair_at_most: Option<i64>,
    /// Least share of meetings graded fair or better, 0–1.
    pub share_fair_or_better_at_least: Option<f64>,
    /// Least share of meetings graded average or better, 0–1.
    pub share_average_or_better_at_least: Option<f64>,
}

/// One condition.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Condition {
    /// Mean score of the months.
    MeanAtLeast(f64),
    /// A meeting in every expected month.
    EveryMonthHeld,
    /// A thematic meeting in every expected quarter.
    EveryQuarterThematic,
    /// Months graded good.
    MonthsGoodAtLeast(i64),
    /// Months graded average or poor.
    MonthsUnderFairAtMost(i64),
    /// Share of meetings of this grade or better, 0–1.
    ShareAtLeast(Grade, f64),
}

/// The least year's grade with which the meeting criterion alone allows a level; `None` = the clause was not seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allows {
    /// For HTXSNV.
    pub outstanding_from: Option<Grade>,
    /// For HTTNV.
    pub good_from: Option<Grade>,
    /// What the document says.
    pub source: String,
}

/// The cap of HTXSNV.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CapRules {
    /// Largest share, 0–1.
    pub share: f64,
    /// Of how many.
    pub base: CapBase,
    /// How it becomes whole.
    pub rounding: CapRounding,
    /// Which organisations share one cap.
    pub grouping: CapGrouping,
    /// What the document says.
    pub source: String,
}

impl Caveat {
    /// The sentence in a language.
    #[must_use]
    pub fn pick(&self, lang: Lang) -> &str {
        lang.pick(&self.vi, &self.en)
    }
}

impl Conditions {
    /// The conditions asked for, in the order of the fields.
    #[must_use]
    pub fn list(&self) -> Vec<Condition> {
        let share = |grade, share: Option<f64>| share.map(|it| Condition::ShareAtLeast(grade, it));
        [
            self.mean_at_least.map(Condition::MeanAtLeast),
            self.every_month_held.then_some(Condition::EveryMonthHeld),
            self.every_quarter_thematic.then_some(Condition::EveryQuarterThematic),
            self.months_good_at_least.map(Condition::MonthsGoodAtLeast),
            self.months_under_fair_at_most.map(Condition::MonthsUnderFairAtMost),
            share(Grade::Fair, self.share_fair_or_better_at_least),
            share(Grade::Average, self.share_average_or_better_at_least),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl YearRule {
    /// Whether a clause asks for the mean score, so that a grade without a score is not enough.
    #[must_use]
    pub fn asks_for_scores(&self) -> bool {
        self.clauses.iter().any(|clause| clause.conditions.mean_at_least.is_some())
    }

    fn problems(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        let about = |what: String| format!("rule {}: {what}", self.id);
        if self.clauses.is_empty() {
            wrong.push(about("clause?".to_owned()));
        }
        if !self.clauses.is_sorted_by(|better, worse| better.grade < worse.grade) {
            wrong.push(about("clause.grade: good > fair > average > poor".to_owned()));
        }
        for clause in &self.clauses {
            let about = |what: String| about(format!("clause {}: {what}", clause.grade));
            let conditions = clause.conditions.list();
            if clause.status == ClauseStatus::Seen && conditions.is_empty() {
                wrong.push(about("conditions?".to_owned()));
            }
            wrong.extend(conditions.iter().filter_map(Condition::problem).map(about));
        }
        wrong
    }
}

impl Condition {
    fn problem(&self) -> Option<String> {
        let (sound, limits) = match *self {
            Self::MeanAtLeast(mean) => ((0.0..=100.0).contains(&mean), "mean_at_least: 0–100"),
            Self::MonthsGoodAtLeast(months) => ((0..=12).contains(&months), "months_good_at_least: 0–12"),
            Self::MonthsUnderFairAtMost(months) => ((0..=12).contains(&months), "months_under_fair_at_most: 0–12"),
            Self::ShareAtLeast(_, share) => ((0.0..=1.0).contains(&share), "share_…_at_least: 0–1"),
            Self::EveryMonthHeld | Self::EveryQuarterThematic => (true, ""),
        };
        (!sound).then(|| limits.to_owned())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawYearRules {
    choice: Vec<RawChoice>,
    rule: Vec<YearRule>,
    allows: Vec<RawAllows>,
    cap: CapRules,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawChoice {
    valid_from: Option<toml::value::Datetime>,
    chosen: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAllows {
    valid_from: Option<toml::value::Datetime>,
    #[serde(rename = "HTXSNV_from")]
    outstanding_from: Option<Grade>,
    #[serde(rename = "HTTNV_from")]
    good_from: Option<Grade>,
    source: String,
}

impl RawYearRules {
    /// Checked rules, or what is wrong with them.
    pub(super) fn check(self) -> Result<YearRules, Vec<String>> {
        let mut wrong: Vec<String> = self.rule.iter().flat_map(YearRule::problems).collect();
        let ids: Vec<&str> = self.rule.iter().map(|rule| rule.id.as_str()).collect();
        for (at, id) in ids.iter().enumerate() {
            if ids.iter().take(at).any(|earlier| earlier == id) {
                wrong.push(format!("rule.id = \"{id}\" × 2"));
            }
        }
        let mut choices = Vec::new();
        for choice in &self.choice {
            match self.rule.iter().find(|rule| rule.id == choice.chosen) {
                Some(rule) => choices.push((civil_date(choice.valid_from.as_ref()), rule.clone())),
                None => wrong.push(format!("choice.chosen = \"{}\": {}", choice.chosen, ids.join(", "))),
            }
        }
        let all_named = choices.len() == self.choice.len();
        let chosen = Dated::new(choices);
        if chosen.is_none() && all_named {
            wrong.push("choice: valid_from".to_owned());
        }
        let allows = Dated::new(self.allows.into_iter().map(RawAllows::dated).collect());
        match &allows {
            None => wrong.push("allows: valid_from".to_owned()),
            Some(allows) => wrong.extend(allows.entries().filter_map(|(_, it)| it.problem())),
        }
        if !(0.0..=1.0).contains(&self.cap.share) {
            wrong.push(format!("cap.share = {}: 0–1", self.cap.share));
        }
        match (chosen, allows) {
            (Some(chosen), Some(allows)) if wrong.is_empty() => Ok(YearRules { chosen, allows, cap: self.cap }),
            _ => Err(wrong),
        }
    }
}

impl RawAllows {
    fn dated(self) -> (Option<chrono::NaiveDate>, Allows) {
        let Self { valid_from, outstanding_from, good_from, source } = self;
        (civil_date(valid_from.as_ref()), Allows { outstanding_from, good_from, source })
    }
}

impl Allows {
    fn problem(&self) -> Option<String> {
        let (outstanding, good) = self.outstanding_from.zip(self.good_from)?;
        (outstanding > good).then(|| format!("allows: HTXSNV_from = {outstanding} < HTTNV_from = {good}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::period::Period;

    const TEXT: &str = include_str!("../../pipelines/year-rules.toml");

    fn check(text: &str) -> Result<YearRules, Vec<String>> {
        toml::from_str::<RawYearRules>(text).unwrap().check()
    }

    fn problems(replaced: &str, by: &str) -> Vec<String> {
        assert!(TEXT.contains(replaced), "{replaced}");
        check(&TEXT.replacen(replaced, by, 1)).unwrap_err()
    }

    #[test]
    fn the_built_in_rules_state_what_was_seen_and_what_was_not() {
        let rules = check(TEXT).unwrap();
        let rule = rules.chosen.in_force(Period::new(2024, 12).unwrap());
        let clauses: Vec<_> = rule.clauses.iter().map(|it| (it.grade, it.status, it.conditions.list())).collect();
        let good = vec![
            Condition::MeanAtLeast(90.0),
            Condition::EveryMonthHeld,
            Condition::EveryQuarterThematic,
            Condition::MonthsGoodAtLeast(10),
            Condition::MonthsUnderFairAtMost(0),
        ];
        assert_eq!(clauses, [(Grade::Good, ClauseStatus::Seen, good), (Grade::Fair, ClauseStatus::Unseen, vec![])]);
        assert!(rule.asks_for_scores());
    }

    #[test]
    fn a_rule_is_chosen_from_a_day_on() {
        let later = "[[choice]]\nvalid_from = 2025-01-01\nchosen = \"phu-tho\"\n\n[[rule]]\nid = \"phu-tho\"";
        let rules = check(&TEXT.replacen("[[rule]]\nid = \"phu-tho\"", later, 1)).unwrap();
        let chosen = |month: &str| rules.chosen.in_force(month.parse().unwrap()).id.clone();
        assert_eq!((chosen("2024-12"), chosen("2025-01")), ("binh-thuan".into(), "phu-tho".into()));
    }

    #[test]
    fn what_a_grade_allows_changed_with_the_documents() {
        let rules = check(TEXT).unwrap();
        let at = |month: &str| {
            let allows = rules.allows.in_force(month.parse().unwrap());
            (allows.outstanding_from, allows.good_from)
        };
        assert_eq!(at("2022-12"), (Some(Grade::Good), None));
        assert_eq!(at("2024-12"), (Some(Grade::Good), Some(Grade::Average)));
        assert_eq!(at("2025-12"), (None, None));
    }

    #[test]
    fn a_rule_nobody_wrote_cannot_be_chosen() {
        let problems = problems("chosen = \"binh-thuan\"", "chosen = \"binh-thun\"");
        assert_eq!(problems, ["choice.chosen = \"binh-thun\": binh-thuan, phu-tho"]);
    }

    #[test]
    fn a_seen_clause_without_conditions_would_grade_everybody_and_is_refused() {
        let conditions = "[rule.clause.conditions]\nshare_fair_or_better_at_least = 1.0\nmonths_good_at_least = 7\n";
        assert_eq!(problems(conditions, ""), ["rule phu-tho: clause good: conditions?"]);
    }

    #[test]
    fn values_no_year_can_have_are_refused() {
        assert_eq!(problems("= 7", "= 13"), ["rule phu-tho: clause good: months_good_at_least: 0–12"]);
        assert_eq!(problems("share = 0.20", "share = 20"), ["cap.share = 20: 0–1"]);
        assert_eq!(
            problems("grade = \"fair\"", "grade = \"good\""),
            ["rule binh-thuan: clause.grade: good > fair > average > poor"],
            "two clauses for one grade"
        );
        assert_eq!(problems("2025-08-30\n", "2020-01-01\n"), ["allows: valid_from"]);
        let (sound, wrong) = ("\"good\"\nHTTNV_from = \"average\"", "\"fair\"\nHTTNV_from = \"good\"");
        assert_eq!(problems(sound, wrong), ["allows: HTXSNV_from = fair < HTTNV_from = good"]);
    }
}
