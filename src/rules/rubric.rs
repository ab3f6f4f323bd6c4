//! `pipelines/rubrics/*.toml`: by what a meeting is scored and graded, since when, and for whom.

mod raw;
mod traps;

pub(super) use raw::RawRubric;
pub use traps::{Trap, TrapKind};

use chrono::NaiveDate;
use serde::Deserialize;

use crate::lake::schema::{CellRule, UnitRow};
use crate::lake::table::words;
use crate::period::Period;
use crate::register::UnitId;
use crate::terms::{Grade, MeetingKind};
use crate::text::fold;

words! {
    /// What becomes of an item that cannot be judged, such as the cell-committee meeting of a cell without one.
    pub enum NotApplicable {
        /// Full points.
        Full = "full",
        /// Neither points nor maximum.
        LeftOut = "left_out",
    }
}

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

impl CellRule {
    /// Its cut-offs.
    #[must_use]
    pub fn cuts(&self) -> GradeCuts {
        GradeCuts {
            good_from: self.grade_good_from,
            fair_from: self.grade_fair_from,
            average_from: self.grade_average_from,
        }
    }
}

/// A rubric: a document, for whom it holds, and what it asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Rubric {
    /// Document it comes from, with number and date, for numbers are used again.
    pub name: String,
    /// Codes or names of the organisations it holds for, with all below them; none = everybody.
    pub scope: Vec<String>,
    /// First day; none = since ever.
    pub valid_from: Option<NaiveDate>,
    /// Last day; none = still.
    pub valid_to: Option<NaiveDate>,
    /// Which meeting it is for; none = both.
    pub meeting: Option<MeetingKind>,
    /// Its grade cut-offs.
    pub grades: GradeCuts,
    /// Criterion groups; none where the document gives no points.
    pub groups: Vec<Group>,
    /// What a grade needs beside its score.
    pub gates: Vec<Gate>,
    /// Months without a thematic meeting are rescaled to 100.
    pub rescale: bool,
    /// What of the document was not seen.
    pub unseen: Option<String>,
}

/// A criterion group.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Its name in the document.
    pub name: String,
    /// Most points.
    pub max: f64,
    /// Its lines, as far as they were seen.
    pub items: Vec<Item>,
}

/// A line of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// What it asks.
    pub text: String,
    /// Most points.
    pub max: f64,
    /// Points by a measure.
    pub bands: Vec<Band>,
    /// Scored only in a month with a thematic meeting.
    pub thematic_only: bool,
    /// What becomes of it where it cannot be judged.
    pub not_applicable: Option<NotApplicable>,
}

/// Points for a stretch of a measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// Lower end; none = any.
    pub from: Option<f64>,
    /// Upper end; none = any.
    pub to: Option<f64>,
    /// The lower end itself is not in it.
    pub above_from: bool,
    /// The upper end itself is not in it.
    pub below_to: bool,
    /// Points.
    pub points: f64,
}

/// A grade that needs full points on some criteria.
#[derive(Debug, Clone, PartialEq)]
pub struct Gate {
    /// The grade.
    pub grade: Grade,
    /// Criterion groups of `criteria.toml` that must be full.
    pub full_points: Vec<String>,
    /// The grade without them.
    pub otherwise: Grade,
}

impl Rubric {
    /// Whether it grades the regular meetings of a month.
    fn grades(&self, period: Period) -> bool {
        self.meeting != Some(MeetingKind::Thematic)
            && self.valid_from.is_none_or(|from| from <= period.first_day())
            && self.valid_to.is_none_or(|to| to >= period.first_day())
    }

    /// Whether it holds for an organisation by its own code or name.
    fn names(&self, unit: &UnitRow) -> bool {
        let (code, name) = (UnitId::key(unit.unit_id.as_str()), fold(&unit.name));
        self.scope.iter().any(|scope| UnitId::key(scope) == code || fold(scope) == name)
    }
}

/// All rubrics: those for everybody, of which one is always in force, and those of some organisations.
#[derive(Debug, Clone, PartialEq)]
pub struct Rubrics {
    first: Rubric,
    later: Vec<Rubric>,
    scoped: Vec<Rubric>,
}

impl Rubrics {
    /// Rubrics by date; or what is wrong with them together.
    pub(super) fn new(rubrics: Vec<Rubric>) -> Result<Self, String> {
        let (mut general, mut scoped): (Vec<Rubric>, Vec<Rubric>) =
            rubrics.into_iter().partition(|rubric| rubric.scope.is_empty());
        general.sort_by_key(|rubric| rubric.valid_from);
        scoped.sort_by_key(|rubric| std::cmp::Reverse(rubric.valid_from));
        let twice = general.iter().zip(general.iter().skip(1)).find(|(one, next)| one.valid_from == next.valid_from);
        if let Some((one, other)) = twice {
            return Err(format!("valid_from: «{}» = «{}»", one.name, other.name));
        }
        for (at, one) in scoped.iter().enumerate() {
            let clash = |other: &&Rubric| {
                one.valid_from == other.valid_from
                    && one.meeting == other.meeting
                    && one.scope.iter().any(|scope| other.scope.contains(scope))
            };
            if let Some(other) = scoped.iter().skip(at + 1).find(clash) {
                return Err(format!("scope, valid_from: «{}» = «{}»", one.name, other.name));
            }
        }
        let mut general = general.into_iter();
        let first = general.next().ok_or_else(|| "rubrics: scope".to_owned())?;
        Ok(Self { first, later: general.collect(), scoped })
    }

    /// The rubric for everybody in force in a month; before the first, the first.
    #[must_use]
    pub fn in_force(&self, period: Period) -> &Rubric {
        self.later.iter().rev().find(|rubric| rubric.grades(period)).unwrap_or(&self.first)
    }

    /// The rubric of an organisation in a month, given with those above it, nearest first: that of the nearest that has
    /// one, else none.
    #[must_use]
    pub fn own<'u>(&self, period: Period, chain: impl IntoIterator<Item = &'u UnitRow>) -> Option<&Rubric> {
        let in_force = || self.scoped.iter().filter(|rubric| rubric.grades(period));
        chain.into_iter().find_map(|unit| in_force().find(|rubric| rubric.names(unit)))
    }

    /// Whether some rubric holds for an organisation by its own code or name.
    #[must_use]
    pub fn names(&self, unit: &UnitRow) -> bool {
        self.scoped.iter().any(|rubric| rubric.names(unit))
    }

    /// Every rubric.
    pub fn all(&self) -> impl Iterator<Item = &Rubric> {
        std::iter::once(&self.first).chain(&self.later).chain(&self.scoped)
    }
}

#[cfg(test)]
mod tests;
