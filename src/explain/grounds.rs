//! What flags, components of the index and proposals rest on: the figures they read, and what they read of the months
//! themselves.

use std::collections::BTreeSet;

use super::catalogue::{ATTENDANCE, Ingredient, RECIPES, SCORES, THEMATIC, VALIDITY};
use crate::intake::submission::MeetingField as M;
use crate::judge::FlagCode;
use crate::rules::index::Component;
use crate::terms::SupportRole;

use Ingredient::{Assignment, FactPoints, Field, GatePoints, Refused, Row, Unit};

/// What a judgement rests on.
#[derive(Debug, Clone, Copy)]
pub struct Grounds {
    /// Figures of `cell_summary` that are read.
    pub figures: &'static [&'static str],
    /// What is read of months and register directly, in groups.
    made_of: &'static [&'static [Ingredient]],
    /// Rule files.
    pub rules: &'static [&'static str],
}

impl Grounds {
    /// Everything the figures are made of, and what is read directly.
    pub fn ingredients(&self) -> BTreeSet<Ingredient> {
        let mut ingredients = of_figures(self.figures);
        ingredients.extend(self.made_of.iter().copied().flatten());
        ingredients
    }
}

/// What some figures are made of.
pub fn of_figures(figures: &[&str]) -> BTreeSet<Ingredient> {
    let recipes = RECIPES.iter().filter(|recipe| figures.contains(&recipe.figure));
    recipes.flat_map(|recipe| recipe.made_of).copied().collect()
}

const STATUS: &[Ingredient] = &[Field(M::Status)];
/// The general minimum depends on whether the meeting was combined with a thematic one; the register's goes before it.
const DURATION: &[Ingredient] = &[Field(M::DurationMin), Field(M::HeldOn), Unit("Thời lượng tối thiểu")];
const GRADES: &[Ingredient] = &[Field(M::UpperGrade), Field(M::SelfGrade), GatePoints];
const FLAGS: &[&str] = &["flags.toml"];

/// What a flag is judged by.
pub fn flag(code: FlagCode) -> Grounds {
    let figures = |figures, rules| Grounds { figures, made_of: &[], rules };
    let months = |made_of, rules| Grounds { figures: &[], made_of, rules };
    match code {
        FlagCode::AttendanceLow => {
            const READ: &[&str] = &[
                "attendance_rate",
                "attendance_low95",
                "attendance_high95",
                "due",
                "present",
                "attendance_months",
                "months_held",
            ];
            figures(READ, FLAGS)
        }
        FlagCode::UnexcusedAbsence => figures(&["unexcused", "unexcused_due", "months_held"], FLAGS),
        FlagCode::MeetingMissed => figures(&["months_not_held", "months_expected"], FLAGS),
        // By quarters that are reported in full, so not by the figure of all quarters.
        FlagCode::ThematicShort => months(&[STATUS, THEMATIC, &[Row], VALIDITY], FLAGS),
        FlagCode::MeetingShort => Grounds {
            figures: &["months_held"],
            made_of: &[DURATION, THEMATIC],
            rules: &["flags.toml", "sql/cell_months.sql"],
        },
        FlagCode::FewSpeakers => figures(&["speakers_ratio", "months_held"], FLAGS),
        FlagCode::QualityLow => figures(&["quality_median", "quality_n"], FLAGS),
        FlagCode::QualityFalling => months(&[STATUS, SCORES], FLAGS),
        FlagCode::PlanMissing => figures(&["plan_quarters"], FLAGS),
        FlagCode::NotReported => {
            Grounds { figures: &["months_reported", "months_expected"], made_of: &[&[Refused]], rules: FLAGS }
        }
        FlagCode::SupervisionGap => figures(
            &["supervision_coverage", "supervision_attended", "supervision_expected"],
            &["flags.toml", "roles.toml"],
        ),
        FlagCode::SupervisionNone => figures(&["months_assigned", "months_expected", "needs_no_follower"], FLAGS),
        FlagCode::ScoreGap => figures(&["gap_mean", "gap_n"], FLAGS),
        FlagCode::ScoreConstant => months(&[STATUS, &[Field(M::SelfScore)]], FLAGS),
        FlagCode::ScoreContradicts => {
            months(&[STATUS, &[FactPoints], ATTENDANCE, THEMATIC], &["flags.toml", "criteria.toml"])
        }
    }
}

/// The figure a component is scored from.
#[derive(Debug, Clone, Copy)]
pub struct Scored {
    /// As a formula of figures of `cell_summary`.
    pub formula: &'static str,
    /// Those figures.
    pub figures: &'static [&'static str],
}

/// What a component is scored from.
pub fn component(component: Component) -> Scored {
    let (formula, figures): (_, &[&str]) = match component {
        Component::Quality => ("quality_mean", &["quality_mean"]),
        Component::Attendance => ("attendance_rate", &["attendance_rate"]),
        Component::Cadence => ("months_held / months_reported", &["months_held", "months_reported"]),
        Component::Thematic => ("thematic_quarters / thematic_expected", &["thematic_quarters", "thematic_expected"]),
        Component::Participation => ("speakers_ratio", &["speakers_ratio"]),
        Component::Plan => ("plan_quarters > 0", &["plan_quarters"]),
    };
    Scored { formula, figures }
}

/// The rule file of index, rank and interval.
pub const INDEX: &[&str] = &["index.toml"];

/// What the year's suggestion rests on.
pub const SUGGESTION: Grounds = Grounds {
    figures: &["quality_mean", "quality_n", "quality_upper_n"],
    made_of: &[STATUS, SCORES, GRADES, THEMATIC, &[Row], VALIDITY],
    rules: &["year-rules.toml", "rubrics/"],
};

/// What a part in model meetings rests on, besides the flags that are its reasons or the rank that it goes by.
pub fn support(role: SupportRole) -> Grounds {
    let (figures, rules): (_, &[&str]) = match role {
        SupportRole::Host => {
            (&["quality_upper_n", "tier", "unit_id", "peer_group"][..], &["support.toml", "index.toml", "flags.toml"])
        }
        SupportRole::Supported => {
            (&["hardship", "unit_id", "peer_group", "lost_points"][..], &["support.toml", "index.toml", "flags.toml"])
        }
    };
    Grounds { figures, made_of: &[], rules }
}

/// Everything that is ever rested on.
pub fn all() -> BTreeSet<Ingredient> {
    let recipes = RECIPES.iter().flat_map(|recipe| recipe.made_of).copied();
    let flags = FlagCode::ALL.iter().flat_map(|code| flag(*code).ingredients());
    recipes.chain(flags).chain(SUGGESTION.ingredients()).chain([Assignment]).collect()
}

#[cfg(test)]
mod tests;
