//! What can be asked for, and which name asks for it.

use super::RECIPES;
use crate::error::{Message, Result, RunError};
use crate::judge::FlagCode;
use crate::lake::table::words;
use crate::lang::t;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Everything.
    Everything,
    /// One figure of `cell_summary`, by its place in [`RECIPES`].
    Figure(usize),
    /// One flag.
    Flag(FlagCode),
    /// Something made of many figures.
    Part(Part),
}

words! {
    /// What is made of many figures.
    pub enum Part {
        /// The index and its components.
        Index = "index",
        /// The rank and its interval.
        Rank = "rank",
        /// What the meeting criterion alone would allow.
        Suggestion = "suggestion",
        /// The part in model meetings.
        Support = "support",
    }
}

impl Asked {
    /// What a name asks for.
    ///
    /// # Errors
    /// Nothing is called so; the nearest of all names is suggested.
    pub fn of(name: Option<&str>) -> Result<Self> {
        let Some(name) = name else { return Ok(Self::Everything) };
        let figure = RECIPES.iter().position(|recipe| recipe.figure == name).map(Self::Figure);
        let flag = || FlagCode::from_word(&name.to_uppercase()).map(Self::Flag);
        let part = || Part::from_word(name).map(Self::Part);
        figure.or_else(flag).or_else(part).ok_or_else(|| unknown(name))
    }

    /// Whether something is told: it was asked for, or everything was.
    #[must_use]
    pub fn includes(self, other: Self) -> bool {
        self == Self::Everything || self == other
    }
}

/// Every name that asks for something.
fn names() -> impl Iterator<Item = &'static str> {
    let flags = FlagCode::ALL.iter().map(|code| code.word());
    let parts = Part::ALL.iter().map(|part| part.word());
    RECIPES.iter().map(|recipe| recipe.figure).chain(flags).chain(parts)
}

/// What the other case takes from likeness: figures are written in lower case, flags in capitals.
const OTHER_CASE: f64 = 0.05;

/// The name that comes nearest.
fn nearest(name: &str) -> &'static str {
    let capitals = |name: &str| name.chars().any(char::is_uppercase);
    let likeness = |other: &str| {
        let other_case = if capitals(other) == capitals(name) { 0.0 } else { OTHER_CASE };
        strsim::jaro_winkler(&other.to_lowercase(), &name.to_lowercase()) - other_case
    };
    names().max_by(|one, other| likeness(one).total_cmp(&likeness(other))).unwrap_or_default()
}

fn unknown(name: &str) -> RunError {
    let near = nearest(name);
    let parts = Part::ALL.iter().map(|part| part.word()).collect::<Vec<_>>().join(", ");
    RunError::Usage(Message::of(|lang| t!(lang, "no-such-figure-or-flag", name, near, parts)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_asks_for_something_and_no_two_for_the_same() {
        let asked: Vec<Asked> = names().map(|name| Asked::of(Some(name)).unwrap()).collect();
        for (at, one) in asked.iter().enumerate() {
            assert!(asked.iter().skip(at + 1).all(|other| one != other), "{one:?}");
        }
        assert_eq!(Asked::of(Some("attendance_low")).unwrap(), Asked::Flag(FlagCode::AttendanceLow));
    }

    #[test]
    fn a_misspelt_name_suggests_the_nearest_of_figures_flags_and_parts() {
        for (written, near) in [
            ("atendance", "attendance_rate"),
            ("ATENDANCE_LOW", "ATTENDANCE_LOW"),
            ("meeting_shrt", "MEETING_SHORT"),
            ("sugestion", "suggestion"),
            ("suport", "support"),
            ("indx", "index"),
            ("Rank", "rank"),
            ("lost_point", "lost_points"),
        ] {
            assert_eq!(nearest(written), near, "{written}");
        }
    }
}
