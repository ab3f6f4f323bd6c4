//! What happened in a cell in a month, and what a row therefore states, by the published rules for tables.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::chance::Chance;
use super::words::{Column, NOT_HELD, NOTES, ROLES, TOPICS};

/// The year of every case.
pub const YEAR: i32 = 2024;

/// Grade of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grade {
    Good,
    Fair,
    Average,
    Poor,
}

impl Grade {
    pub const ALL: [Self; 4] = [Self::Good, Self::Fair, Self::Average, Self::Poor];

    /// 90, 70, 50: the cuts of every rubric seen.
    pub fn of(score: f64) -> Self {
        match score {
            90.0.. => Self::Good,
            70.0.. => Self::Fair,
            50.0.. => Self::Average,
            _ => Self::Poor,
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Fair => "fair",
            Self::Average => "average",
            Self::Poor => "poor",
        }
    }
}

/// Who came from above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visitor {
    Nobody,
    Somebody,
    /// Of a role, by its position in the list of roles.
    Role(usize),
    /// Somebody whose name was written down.
    Named,
}

/// What happened in a cell in a month.
#[derive(Debug, Clone)]
pub struct Truth {
    /// The word that says so, where the cell did not meet.
    pub not_held: Option<&'static str>,
    pub members: i64,
    pub exempt: i64,
    pub present: i64,
    pub excused: i64,
    pub unexcused: i64,
    pub held_on: NaiveDate,
    pub duration: Option<i64>,
    pub speakers: Option<i64>,
    pub thematic: bool,
    pub topic: Option<&'static str>,
    pub committee_met: bool,
    pub visitor: Visitor,
    pub self_score: f64,
    pub upper_score: Option<f64>,
    pub grade: Grade,
    pub note: Option<&'static str>,
}

impl Truth {
    /// A sound month, as far as the columns of a table can tell it.
    pub fn draw(month: u32, columns: &[Column], chance: &mut Chance) -> Self {
        let has = |column| columns.contains(&column);
        let members = if chance.percent(2) { chance.between(1000, 3999) } else { chance.between(3, 45) };
        let tells_exempt = has(Column::Exempt) || has(Column::Due) || has(Column::PresentOfDue);
        let exempt = if tells_exempt && chance.percent(60) { chance.between(0, members / 5) } else { 0 };
        let due = members - exempt;
        let unexcused = if chance.percent(20) { chance.between(0, due / 6) } else { 0 };
        let excused = chance.between(0, due / 4);
        let half_points = |chance: &mut Chance| super::spelling::whole(chance.between(70, 200)) / 2.0;
        let (self_score, upper_score) = (half_points(chance), half_points(chance));
        let upper_score = chance.percent(60).then_some(upper_score);
        let present = due - excused - unexcused;
        let thematic = chance.percent(40);
        let official = if has(Column::SelfScore) { None } else { upper_score.filter(|_| has(Column::UpperScore)) };
        Self {
            not_held: (has(Column::HeldOn) && chance.percent(7)).then(|| chance.pick(&NOT_HELD)),
            members,
            exempt,
            present,
            excused,
            unexcused,
            held_on: NaiveDate::from_ymd_opt(YEAR, month, u32::try_from(chance.between(1, 28)).unwrap()).unwrap(),
            duration: chance.percent(85).then(|| chance.between(35, 180)),
            speakers: chance.percent(85).then(|| chance.between(0, present)),
            thematic,
            topic: (thematic && chance.percent(30)).then(|| chance.pick(&TOPICS)),
            committee_met: chance.percent(50),
            visitor: match chance.between(0, 5) {
                0..=2 => Visitor::Nobody,
                3 => Visitor::Somebody,
                4 => Visitor::Role(chance.position(ROLES.len())),
                _ => Visitor::Named,
            },
            self_score,
            upper_score,
            grade: Grade::of(official.unwrap_or(self_score)),
            note: chance.percent(30).then(|| chance.pick(&NOTES)),
        }
    }

    pub fn due(&self) -> i64 {
        self.members - self.exempt
    }

    pub fn rate(&self) -> f64 {
        super::spelling::whole(self.present) / super::spelling::whole(self.due())
    }
}

/// A value of a column of `meetings`.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact {
    Count(i64),
    Score(f64),
    Day(NaiveDate),
    Truth(bool),
    Word(String),
}

/// What a row states, by the name of the column of `meetings`; what is not here must be null.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Stated(pub BTreeMap<&'static str, Fact>);

impl Stated {
    fn count(&self, field: &str) -> Option<i64> {
        if let Some(Fact::Count(count)) = self.0.get(field) { Some(*count) } else { None }
    }

    /// The rules of the table `meetings` for a row that reached it: those due where they are not stated, blank absences
    /// that say none, blanks that say no, and whether the cell met. `None` where nothing says so.
    pub fn completed(mut self, columns: &[Column], silent: &[Column]) -> Option<Self> {
        if let (None, Some(members)) = (self.count("due"), self.count("members")) {
            self.0.insert("due", Fact::Count(members - self.count("exempt").unwrap_or(0)));
        }
        let held = ["held_on", "present", "self_score", "upper_score"].iter().any(|it| self.0.contains_key(it));
        if !held {
            return self.0.contains_key("status").then_some(self);
        }
        self.0.insert("status", Fact::Word("held".to_owned()));
        let absences = [(Column::Excused, "absent_excused"), (Column::Unexcused, "absent_unexcused")];
        let stated: i64 = absences.iter().filter_map(|(_, field)| self.count(field)).sum();
        let all_told =
            self.count("due").zip(self.count("present")).is_some_and(|(due, present)| present + stated == due);
        let speaks = |column: &Column| columns.contains(column) && !silent.contains(column);
        for (_, field) in absences.iter().filter(|(column, _)| all_told && speaks(column)) {
            self.0.entry(*field).or_insert(Fact::Count(0));
        }
        let answers =
            [(Column::Thematic, "thematic"), (Column::Visited, "visited"), (Column::CommitteeMet, "committee_met")];
        for (_, field) in answers.iter().filter(|(column, _)| speaks(column)) {
            self.0.entry(*field).or_insert(Fact::Truth(false));
        }
        Some(self)
    }
}
