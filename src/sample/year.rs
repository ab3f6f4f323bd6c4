//! A cell's year, month by month: who was due and came, what was done, which scores were given.

use chrono::{Datelike, NaiveDate};

use super::city::{Cell, Kind};
use super::dice::{Dice, Lane};
use super::stories::{Course, Follow, Scoring};
use crate::period::Period;

/// Points in halves, as the tables give them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Points(pub u32);

/// One month of a cell, as the cell itself knows it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Facts {
    pub period: Period,
    pub held: bool,
    pub held_on: NaiveDate,
    pub members: u32,
    pub exempt: u32,
    pub excused: u32,
    pub unexcused: u32,
    pub minutes: u32,
    pub speakers: u32,
    pub thematic: bool,
    pub visited: bool,
    pub own: Points,
    pub upper: Option<Points>,
}

impl Points {
    /// As a number.
    pub(super) fn value(self) -> f64 {
        f64::from(self.0) / 2.0
    }

    fn whole(points: u32) -> Self {
        Self(points * 2)
    }
}

impl Facts {
    /// Members due to attend.
    pub(super) fn due(&self) -> u32 {
        self.members - self.exempt
    }

    /// Members who came.
    pub(super) fn present(&self) -> u32 {
        self.due() - self.excused - self.unexcused
    }
}

/// What stays the same over a cell's year.
struct Habits {
    course: Course,
    meeting_day: u32,
    thematic_offset: u32,
    speakers_mille: u32,
    score: u32,
    admission: Option<u32>,
    visits: Vec<u32>,
    careless_month: Option<u32>,
}

/// The months of a cell, from January.
pub(super) fn year(cell: &Cell, year: i32, months: u32, seed: u64) -> Vec<Facts> {
    let mut dice = Dice::new(seed, Lane::Cell(cell.number));
    let habits = Habits::of(cell, &mut dice);
    (1..=12)
        .filter_map(|number| Period::new(year, number))
        .filter_map(|period| month(cell, &habits, period, &mut dice))
        .take(usize::try_from(months).unwrap_or(12))
        .collect()
}

impl Habits {
    fn of(cell: &Cell, dice: &mut Dice) -> Self {
        let course = cell.course();
        let thematic_offset = dice.between(0, 2);
        let admission = (cell.planted.is_none() && dice.percent(35)).then(|| dice.between(2, 11));
        let careless_month = (course == Course::ORDINARY && dice.percent(25)).then(|| dice.between(1, 12));
        Self {
            course,
            meeting_day: dice.between(2, 5),
            thematic_offset,
            speakers_mille: course.speakers_mille.unwrap_or(dice.between(390, 600)),
            score: match course.scoring {
                Scoring::About(points) => points,
                Scoring::Constant => 100,
                Scoring::Falling => 92,
                Scoring::Gap(_) => 94,
                Scoring::Usual | Scoring::NeverAbove if cell.kind == Kind::Village => dice.between(83, 93),
                Scoring::Usual | Scoring::NeverAbove | Scoring::Steady => dice.between(88, 96),
            },
            admission,
            visits: visits(course.follow, cell.quota, course.missed, dice),
            careless_month,
        }
    }

    fn thematic(&self, month: u32) -> bool {
        let quarter = (month - 1) / 3 + 1;
        if self.course.unthematic.contains(&quarter) || self.course.missed.contains(&month) {
            return false;
        }
        let first = (quarter - 1) * 3 + 1;
        let planned = first + self.thematic_offset;
        if self.course.missed.contains(&planned) {
            month == first + (self.thematic_offset + 1) % 3
        } else {
            month == planned
        }
    }
}

/// Months in which a follower comes.
fn visits(follow: Follow, quota: u32, missed: &[u32], dice: &mut Dice) -> Vec<u32> {
    let mut months = Vec::new();
    for quarter in 0..4 {
        let wanted = match follow {
            Follow::Well => dice.between(quota, 3),
            Follow::Gaps if quota == 1 => [1, 1, 0, 1].get(quarter).copied().unwrap_or(0),
            Follow::Gaps => [quota, quota - 1, quota - 1, 2].get(quarter).copied().unwrap_or(0),
            Follow::Rarely => [quota, 0, quota / 3, 0].get(quarter).copied().unwrap_or(0),
            Follow::Nobody | Follow::NotNeeded => 0,
        };
        let first = u32::try_from(quarter).unwrap_or(0) * 3 + 1;
        let turn = dice.between(0, 2);
        let open = (0..3).map(|step| first + (turn + step) % 3).filter(|month| !missed.contains(month));
        months.extend(open.take(usize::try_from(wanted).unwrap_or(0)));
    }
    months
}

fn month(cell: &Cell, habits: &Habits, period: Period, dice: &mut Dice) -> Option<Facts> {
    let number = period.month();
    let course = habits.course;
    let held = !course.missed.contains(&number);
    let members = cell.members - u32::from(habits.admission.is_some_and(|month| number <= month));
    let due = members - cell.exempt;
    let (excused, unexcused) = absences(cell, habits, due, number, dice);
    let present = due - excused - unexcused;
    let thematic = habits.thematic(number);
    let (own, upper) = scores(course.scoring, habits.score, number, dice);
    Some(Facts {
        period,
        held,
        held_on: meeting_day(period, habits.meeting_day + dice.between(0, 2))?,
        members,
        exempt: cell.exempt,
        excused,
        unexcused,
        minutes: minutes(course, number, thematic, dice),
        speakers: speakers(present, habits, dice),
        thematic,
        visited: habits.visits.contains(&number),
        own,
        upper,
    })
}

/// The day, or the next if it is a Sunday or the National Day.
fn meeting_day(period: Period, day: u32) -> Option<NaiveDate> {
    let day = NaiveDate::from_ymd_opt(period.year(), period.month(), day)?;
    let day_off = |day: &NaiveDate| day.weekday() == chrono::Weekday::Sun || (day.month(), day.day()) == (9, 2);
    day.iter_days().find(|day| !day_off(day))
}

fn absences(cell: &Cell, habits: &Habits, due: u32, month: u32, dice: &mut Dice) -> (u32, u32) {
    let course = habits.course;
    if let Some(mille) = course.absent_mille {
        let steady = due * mille / 1000;
        let unsteady = if due > 12 { dice.between(0, 1) } else { 0 };
        return (steady + unsteady, dice.count(due, course.unexcused_mille));
    }
    let absent = dice.count(due, cell.kind.absent_mille()).min(due / 3);
    let careless = u32::from(absent > 0 && habits.careless_month == Some(month));
    (absent - careless, careless)
}

fn minutes(course: Course, month: u32, thematic: bool, dice: &mut Dice) -> u32 {
    if course.short.contains(&month) {
        return 60 + 5 * dice.between(0, 4);
    }
    let hurried = course == Course::ORDINARY && dice.percent(4);
    let usual = 90 + 5 * dice.between(0, 6);
    match (thematic, hurried) {
        (true, _) => usual + 30,
        (false, true) => 80,
        (false, false) => usual,
    }
}

fn speakers(present: u32, habits: &Habits, dice: &mut Dice) -> u32 {
    if habits.course.speakers_mille.is_some() {
        return (present * habits.speakers_mille / 1000).max(1);
    }
    let mille = habits.speakers_mille + dice.between(0, 80);
    (present * mille).div_ceil(1000).min(present)
}

fn scores(scoring: Scoring, about: u32, month: u32, dice: &mut Dice) -> (Points, Option<Points>) {
    let own = match scoring {
        Scoring::Constant => Points::whole(100),
        Scoring::Steady => {
            // Thrown all the same, so that nothing but its scores sets the cell apart.
            dice.between(0, 8);
            Points::whole(about)
        }
        Scoring::Falling if month > 9 => Points::whole(84 - (month - 9) * 3),
        Scoring::Falling => Points(about * 2 - 2 + dice.between(0, 4)),
        Scoring::About(_) | Scoring::Gap(_) | Scoring::NeverAbove | Scoring::Usual => {
            Points(about * 2 - 4 + dice.between(0, 8))
        }
    };
    let scored_above = match scoring {
        Scoring::NeverAbove => false,
        Scoring::Falling => month < 7 && dice.percent(50),
        Scoring::Gap(_) => dice.percent(60),
        _ => dice.percent(45),
    };
    let less = match scoring {
        Scoring::Gap(points) => points * 2 - 1 + dice.between(0, 2),
        _ => dice.between(0, 5),
    };
    (own, scored_above.then(|| Points(own.0 - less)))
}
