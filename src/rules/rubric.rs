//! `pipelines/rubrics/*.toml`: dated grade cut-offs.

use serde::Deserialize;

use super::flags::civil_date;
use crate::terms::Grade;

/// Least score of each grade.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GradeCuts {
    /// Tốt from this score.
    pub good_from: f64,
    /// Khá from this score.
    pub fair_from: f64,
    /// Trung bình from this score; Kém below.
    pub average_from: f64,
}

impl GradeCuts {
    /// The grade of a score.
    #[must_use]
    pub fn grade(&self, score: f64) -> Grade {
        if score >= self.good_from {
            Grade::Good
        } else if score >= self.fair_from {
            Grade::Fair
        } else if score >= self.average_from {
            Grade::Average
        } else {
            Grade::Poor
        }
    }
}

/// A rubric: a document and its cut-offs.
#[derive(Debug, Clone, PartialEq)]
pub struct Rubric {
    /// Document it comes from.
    pub name: String,
    /// Its grade cut-offs.
    pub grades: GradeCuts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRubric {
    name: String,
    valid_from: Option<toml::value::Datetime>,
    grades: GradeCuts,
}

impl RawRubric {
    pub(super) fn check(self) -> Result<(Option<chrono::NaiveDate>, Rubric), Vec<String>> {
        let cuts = self.grades;
        if !(cuts.good_from > cuts.fair_from && cuts.fair_from > cuts.average_from && cuts.average_from > 0.0) {
            return Err(vec!["grades: good_from > fair_from > average_from > 0".to_owned()]);
        }
        Ok((civil_date(self.valid_from.as_ref()), Rubric { name: self.name, grades: cuts }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Grade::{Average, Fair, Good, Poor};

    #[test]
    fn a_cut_off_belongs_to_the_better_grade() {
        let cuts = GradeCuts { good_from: 90.0, fair_from: 70.0, average_from: 50.0 };
        let grades = [100.0, 90.0, 89.5, 70.0, 69.99, 50.0, 49.9, 0.0].map(|score| cuts.grade(score));
        assert_eq!(grades, [Good, Good, Fair, Fair, Average, Average, Poor, Poor]);
    }
}
