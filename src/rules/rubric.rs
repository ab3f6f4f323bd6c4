//! `pipelines/rubrics/*.toml`: by what a meeting is scored and graded, since when, and for whom.

mod in_force;
mod raw;
mod traps;

pub use in_force::RubricsInForce;
pub(super) use raw::RawRubric;
pub use traps::{Trap, TrapKind};

use chrono::NaiveDate;
use serde::Deserialize;

use crate::lake::schema::{CellRule, UnitRow};
use crate::lake::table::words;
use crate::period::Period;
use crate::register::UnitId;
use crate::rules::rounded;
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
    /// The grade of a score, which is rounded as every figure is before it meets a threshold.
    #[must_use]
    pub fn grade(&self, score: f64) -> Grade {
        let score = rounded(score);
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

    /// The cut-offs out of this share of the points.
    #[must_use]
    pub fn of_share(self, share: f64) -> Self {
        let [good_from, fair_from, average_from] =
            [self.good_from, self.fair_from, self.average_from].map(|cut| rounded(cut * share));
        Self { good_from, fair_from, average_from }
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
    /// Traps that the document has and the file knows of.
    pub traps: Vec<Trap>,
}

/// A criterion group.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Its name in the document.
    pub name: String,
    /// Most points; none where the document gives none.
    pub max: Option<f64>,
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

impl Band {
    fn least(&self) -> f64 {
        self.from.unwrap_or(f64::NEG_INFINITY)
    }

    fn most(&self) -> f64 {
        self.to.unwrap_or(f64::INFINITY)
    }

    /// Whether no value can be in it.
    fn is_empty(&self) -> bool {
        let open = self.above_from || self.below_to;
        self.least() > self.most() || (open && self.from.is_some() && self.from == self.to)
    }
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
        self.is_regular()
            && self.valid_from.is_none_or(|from| from <= period.first_day())
            && self.valid_to.is_none_or(|to| to >= period.first_day())
    }

    /// Whether it is for regular meetings, alone or with thematic ones.
    fn is_regular(&self) -> bool {
        self.meeting != Some(MeetingKind::Thematic)
    }

    /// Whether it holds for an organisation by its own code or name.
    #[must_use]
    pub fn names(&self, unit: &UnitRow) -> bool {
        let (code, name) = (UnitId::key(unit.unit_id.as_str()), fold(&unit.name));
        self.scope.iter().any(|scope| UnitId::key(scope) == code || fold(scope) == name)
    }

    /// Whether one spelling or another names the same organisation in both; both are for everybody, if neither names one.
    fn shares_scope(&self, other: &Self) -> bool {
        let same = |one: &String, two: &String| UnitId::key(one) == UnitId::key(two) || fold(one) == fold(two);
        (self.scope.is_empty() && other.scope.is_empty())
            || self.scope.iter().any(|one| other.scope.iter().any(|two| same(one, two)))
    }

    /// Its cut-offs in a month: of the points that could be had, where months without a thematic meeting are rescaled.
    #[must_use]
    pub fn cuts(&self, thematic: Option<bool>) -> GradeCuts {
        if self.rescale && thematic == Some(false) { self.grades.of_share(self.regular_share()) } else { self.grades }
    }

    /// The share of the points that a month without a thematic meeting can reach, 0–1.
    fn regular_share(&self) -> f64 {
        let items = self.groups.iter().flat_map(|group| &group.items);
        let thematic: f64 = items.filter(|item| item.thematic_only).map(|item| item.max).sum();
        let whole: f64 = self.groups.iter().filter_map(|group| group.max).sum();
        if whole > 0.0 { (whole - thematic) / whole } else { 1.0 }
    }

    /// The grades a score may have by it, the likeliest first: by its cut-offs, and where a gate may have lowered it.
    #[must_use]
    pub fn possible(&self, score: f64) -> Vec<Grade> {
        let mut grades: Vec<Grade> = [None, Some(false)].map(|thematic| self.cuts(thematic).grade(score)).into();
        for gate in &self.gates {
            let lowered = grades.iter().any(|grade| *grade <= gate.grade);
            grades.extend(lowered.then_some(gate.otherwise));
        }
        grades
    }
}

/// All rubrics: those for everybody, of which one is always in force, and those of some organisations or meetings.
#[derive(Debug, Clone, PartialEq)]
pub struct Rubrics {
    first: Rubric,
    later: Vec<Rubric>,
    /// Of some organisations, the latest first.
    scoped: Vec<Rubric>,
    /// Forms of thematic meetings: they grade no month.
    thematic: Vec<Rubric>,
}

impl Rubrics {
    /// Rubrics by date; or what is wrong with them together.
    pub(super) fn new(rubrics: Vec<Rubric>) -> Result<Self, String> {
        for (at, one) in rubrics.iter().enumerate() {
            let clash = |other: &&Rubric| {
                one.valid_from == other.valid_from && one.is_regular() == other.is_regular() && one.shares_scope(other)
            };
            if let Some(other) = rubrics.iter().skip(at + 1).find(clash) {
                return Err(clashing(one, other));
            }
        }
        let (regular, thematic): (Vec<Rubric>, Vec<Rubric>) = rubrics.into_iter().partition(Rubric::is_regular);
        let (mut general, mut scoped): (Vec<Rubric>, Vec<Rubric>) =
            regular.into_iter().partition(|rubric| rubric.scope.is_empty());
        general.sort_by_key(|rubric| rubric.valid_from);
        scoped.sort_by_key(|rubric| std::cmp::Reverse(rubric.valid_from));
        if let Some(what) = uncovered(&general) {
            return Err(what);
        }
        let mut general = general.into_iter();
        let first =
            general.next().ok_or_else(|| "rubrics: cần một tệp không có scope / one without scope".to_owned())?;
        Ok(Self { first, later: general.collect(), scoped, thematic })
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

    /// Two rubrics that begin on one day for one organisation, which only the register can tell: one names it by its code,
    /// the other by its name.
    #[must_use]
    pub fn clash(&self, unit: &UnitRow) -> Option<(&Rubric, &Rubric)> {
        let own: Vec<&Rubric> = self.scoped.iter().filter(|rubric| rubric.names(unit)).collect();
        let pairs =
            own.iter().enumerate().flat_map(|(at, one)| own.iter().skip(at + 1).map(move |other| (*one, *other)));
        pairs.into_iter().find(|(one, other)| one.valid_from == other.valid_from)
    }

    /// Every rubric.
    pub fn all(&self) -> impl Iterator<Item = &Rubric> {
        std::iter::once(&self.first).chain(&self.later).chain(&self.scoped).chain(&self.thematic)
    }
}

/// Two rubrics of which nothing says which one grades.
#[must_use]
pub fn clashing(one: &Rubric, other: &Rubric) -> String {
    let since = one.valid_from.map_or_else(|| "…".to_owned(), |day| day.to_string());
    format!("scope, valid_from: «{}» = «{}» ({since})", one.name, other.name)
}

/// Months after the first day of which no rubric for everybody would be in force. They are sorted by their first day.
fn uncovered(general: &[Rubric]) -> Option<String> {
    let ended = |(at, one): (usize, &Rubric)| {
        let end = one.valid_to?;
        let goes_on = |other: &Rubric| {
            let begins = other.valid_from.is_none_or(|from| Some(from) <= end.succ_opt());
            begins && other.valid_to.is_none_or(|to| to > end)
        };
        let covered = general.iter().enumerate().any(|(other, rubric)| other != at && goes_on(rubric));
        (!covered).then(|| format!("valid_to = {end}: «{}» → ?", one.name))
    };
    general.iter().enumerate().find_map(ended)
}

#[cfg(test)]
mod tests;
