//! The register's sheet `Quyết định`: readings an analyst accepted once, which hold from then on.

use chrono::NaiveDate;

use crate::text::{fold, tidy};

/// One accepted reading: what is written, and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The only file it holds for, relative to the inbox; `None` = every file.
    pub file: Option<String>,
    /// The content it is about; `None` = the file itself: whose it is, or of which month.
    pub written: Option<String>,
    /// What is right: the code of a cell or committee, a month, or a value as it should have been written.
    pub value: String,
    /// The day it was taken; of two about the same content the later holds.
    pub taken_on: Option<NaiveDate>,
}

/// All accepted readings, the later ones last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    all: Vec<Decision>,
}

impl Decisions {
    /// Decisions in any order.
    #[must_use]
    pub fn new(mut all: Vec<Decision>) -> Self {
        all.sort_by_key(|decision| decision.taken_on);
        Self { all }
    }

    /// Whether nothing was decided.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// What a content means in a file. One for the file itself goes over one for all files.
    #[must_use]
    pub fn value(&self, file: &str, written: &str) -> Option<&str> {
        let about = |decision: &&Decision| {
            decision.written.as_deref().is_some_and(|content| tidy(content) == tidy(written) || same(content, written))
        };
        self.latest(file, about)
    }

    /// What was decided of a file as a whole: every value, since a unit and a month may both be.
    #[must_use]
    pub fn of_file(&self, file: &str) -> Vec<&str> {
        let about = self.all.iter().rev().filter(|it| it.written.is_none() && it.file.as_deref() == Some(file));
        about.map(|decision| decision.value.as_str()).collect()
    }

    /// Every content decided on for a file, with its meaning.
    pub fn contents(&self, file: &str) -> impl Iterator<Item = (&str, &str)> {
        let about = self.all.iter().filter(move |it| it.file.as_deref().is_none_or(|only| only == file));
        about.filter_map(|decision| Some((decision.written.as_deref()?, decision.value.as_str())))
    }

    /// Whether a content means something in one file only.
    #[must_use]
    pub fn only_here(&self, file: &str, written: &str) -> bool {
        let about = |it: &Decision| it.file.as_deref() == Some(file) && it.written.as_deref() == Some(written);
        self.all.iter().any(about)
    }

    fn latest(&self, file: &str, about: impl Fn(&&Decision) -> bool) -> Option<&str> {
        let about = |file: Option<&str>| self.all.iter().rev().find(|it| it.file.as_deref() == file && about(it));
        let found = about(Some(file)).or_else(|| about(None));
        found.map(|decision| decision.value.as_str())
    }
}

/// Words are compared as everywhere: case, composition and spaces do not matter. Signs do, so a text without words
/// must be the very same.
fn same(one: &str, other: &str) -> bool {
    let signs = |text: &str| text.chars().filter(|it| !it.is_alphanumeric() && !it.is_whitespace()).collect::<String>();
    !fold(one).is_empty() && fold(one) == fold(other) && signs(&tidy(one)) == signs(&tidy(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decision(file: Option<&str>, written: Option<&str>, value: &str, day: u32) -> Decision {
        Decision {
            file: file.map(str::to_owned),
            written: written.map(str::to_owned),
            value: value.to_owned(),
            taken_on: NaiveDate::from_ymd_opt(2024, 1, day),
        }
    }

    #[test]
    fn the_later_decision_holds_and_one_for_the_file_before_one_for_all() {
        let decisions = Decisions::new(vec![
            decision(None, Some("CB bản Lơ"), "DU.2", 9),
            decision(None, Some("CB bản Lơ"), "DU.1", 2),
            decision(Some("a.xlsx"), Some("CB bản Lơ"), "DU.3", 1),
        ]);
        assert_eq!(decisions.value("b.xlsx", "cb  BẢN LƠ"), Some("DU.2"));
        assert_eq!(decisions.value("a.xlsx", "CB bản Lơ"), Some("DU.3"));
        assert_eq!(decisions.value("a.xlsx", "CB bản Lò"), None);
    }

    #[test]
    fn signs_are_part_of_a_content() {
        let decisions = Decisions::new(vec![decision(None, Some("12/13?"), "12/13", 1)]);
        assert_eq!(decisions.value("a.xlsx", "12/13?"), Some("12/13"));
        assert_eq!(decisions.value("a.xlsx", "12/13"), None);
    }
}
