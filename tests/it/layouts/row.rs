//! What happened in a cell → the cells of its row, and what they state.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::chance::{Chance, Lane, Seed};
use super::fault::Fault;
use super::layout::Layout;
use super::spelling::{Spelling, Written};
use super::truth::{Fact, Grade, Stated, Truth, Visitor, YEAR};
use super::words::{CELLS, CellWords, Column, ROLES, UNKNOWN_CELLS};

/// A row as typed.
#[derive(Debug, Clone)]
pub struct Row {
    pub written: BTreeMap<Column, Written>,
    pub stated: Stated,
    /// What the row adds to the totals of columns.
    pub added: Vec<(Column, i64)>,
}

/// What is typed into a cell, and the values of `meetings` it states.
type Typed = (Written, Vec<(&'static str, Fact)>);

/// The row of a cell in a month; a second copy of it says something else.
pub fn draw_row(layout: &Layout, seed: Seed, month: u32, cell: usize, fault: Option<Fault>, copy: i64) -> Row {
    let mut truth = Truth::draw(month, &layout.columns, &mut seed.lane(Lane::Facts(month, cell)));
    truth.members += copy;
    truth.excused += copy;
    if fault.is_some() {
        truth.not_held = None;
    }
    let mut row = Row { written: BTreeMap::new(), stated: Stated::default(), added: Vec::new() };
    if truth.not_held.is_some() {
        row.stated.0.insert("status", Fact::Word("not_held".to_owned()));
    }
    for column in &layout.columns {
        let mut chance = seed.lane(Lane::Spelling(month, cell, *column));
        let sound = typed(*column, &truth, &CELLS[cell], layout.spelling, &mut chance);
        let wrong = fault.and_then(|fault| mistyped(fault, *column, &truth, layout, cell, &mut chance));
        let (written, states) = wrong.unwrap_or(sound);
        row.written.insert(*column, written);
        row.stated.0.extend(states);
    }
    if matches!(fault, Some(Fault::TwoMarks | Fault::NoMark)) {
        row.stated.0.remove("self_grade");
    }
    row.added = added(&truth, &row, layout);
    row
}

/// The sound cell of a column.
fn typed(column: Column, truth: &Truth, cell: &CellWords, spelling: Spelling, chance: &mut Chance) -> Typed {
    use Column as C;
    let nothing = || (Written::Blank, Vec::new());
    let count = |field, number: i64, written: Written| {
        let states = if is_blank(&written) { Vec::new() } else { vec![(field, Fact::Count(number))] };
        (written, states)
    };
    if let Some(word) = truth.not_held {
        return match column {
            C::Name | C::Code | C::Members | C::Exempt | C::Note => {
                typed(column, &Truth { not_held: None, ..truth.clone() }, cell, spelling, chance)
            }
            C::HeldOn => (Written::text(word), Vec::new()),
            _ => nothing(),
        };
    }
    match column {
        C::Name => (Written::text(name(cell, spelling, chance)), Vec::new()),
        C::Code => (Written::text(cell.id), Vec::new()),
        C::Members => count("members", truth.members, spelling.count(truth.members, chance)),
        C::Exempt => count("exempt", truth.exempt, spelling.few(truth.exempt, chance)),
        C::Due => count("due", truth.due(), spelling.count(truth.due(), chance)),
        C::Present => count("present", truth.present, spelling.count(truth.present, chance)),
        C::Excused => count("absent_excused", truth.excused, spelling.few(truth.excused, chance)),
        C::Unexcused => count("absent_unexcused", truth.unexcused, spelling.few(truth.unexcused, chance)),
        C::PresentOfDue => (
            spelling.present_of_due(truth.present, truth.due(), chance),
            vec![("present", Fact::Count(truth.present)), ("due", Fact::Count(truth.due()))],
        ),
        C::Rate => (spelling.rate(truth.rate(), chance), Vec::new()),
        C::HeldOn => (spelling.day(truth.held_on, chance), vec![("held_on", Fact::Day(truth.held_on))]),
        C::Duration => truth.duration.map_or_else(nothing, |minutes| {
            (spelling.minutes(minutes, chance), vec![("duration_min", Fact::Count(minutes))])
        }),
        C::Speakers => truth
            .speakers
            .map_or_else(nothing, |number| (spelling.count(number, chance), vec![("speakers", Fact::Count(number))])),
        C::Thematic => match truth.topic {
            Some(topic) => (
                Written::text(topic),
                vec![("thematic", Fact::Truth(true)), ("thematic_topic", Fact::Word(topic.to_owned()))],
            ),
            None => (spelling.mark(truth.thematic, chance), vec![("thematic", Fact::Truth(truth.thematic))]),
        },
        C::CommitteeMet => {
            (spelling.mark(truth.committee_met, chance), vec![("committee_met", Fact::Truth(truth.committee_met))])
        }
        C::Visited => visited(truth.visitor, spelling, chance),
        C::SelfScore => (spelling.score(truth.self_score, chance), vec![("self_score", Fact::Score(truth.self_score))]),
        C::UpperScore => truth
            .upper_score
            .map_or_else(nothing, |score| (spelling.score(score, chance), vec![("upper_score", Fact::Score(score))])),
        C::Grade => (spelling.grade(truth.grade, chance), vec![graded(truth.grade)]),
        C::Good | C::Fair | C::Average | C::Poor => {
            let yes = mark_of(column) == Some(truth.grade);
            (spelling.grade_mark(yes, chance), if yes { vec![graded(truth.grade)] } else { Vec::new() })
        }
        C::Note => {
            truth.note.map_or_else(nothing, |note| (Written::text(note), vec![("note_given", Fact::Truth(true))]))
        }
        C::Ordinal | C::Side => nothing(),
        C::Other(_) => {
            let others = [Written::Blank, Written::text("x"), Written::Number(3.0), Written::text("Nhà văn hóa bản")];
            (others[chance.position(others.len())].clone(), Vec::new())
        }
    }
}

fn visited(visitor: Visitor, spelling: Spelling, chance: &mut Chance) -> Typed {
    let came = |yes| vec![("visited", Fact::Truth(yes))];
    match visitor {
        Visitor::Nobody => (spelling.mark(false, chance), came(false)),
        Visitor::Somebody => (spelling.mark(true, chance), came(true)),
        Visitor::Named => (Written::text("Đ/c Lò Thị Ba"), came(true)),
        Visitor::Role(number) => {
            let (role, level) = ROLES[number];
            let mut states = came(true);
            states.push(("supervisor", Fact::Word(role.to_owned())));
            states.push(("visit_level", Fact::Word(level.to_owned())));
            (Written::text(role), states)
        }
    }
}

fn name(cell: &CellWords, spelling: Spelling, chance: &mut Chance) -> String {
    if spelling == Spelling::Plain {
        return cell.name.to_owned();
    }
    match chance.between(0, 9) {
        0..=2 => chance.pick(cell.short).to_owned(),
        3 => cell.name.to_uppercase(),
        4 => format!(" {} ", cell.name),
        5 => cell.name.replacen(' ', "  ", 1),
        6 => cell.name.replacen(' ', "\n", 1),
        _ => cell.name.to_owned(),
    }
}

/// The cell a fault puts in the place of the sound one.
fn mistyped(
    fault: Fault,
    column: Column,
    truth: &Truth,
    layout: &Layout,
    cell: usize,
    chance: &mut Chance,
) -> Option<Typed> {
    use Column as C;
    let text = |text: String| Some((Written::Text(text), Vec::new()));
    match (fault, column) {
        (Fault::UnknownName, C::Name) => text(chance.pick(&UNKNOWN_CELLS).to_owned()),
        (Fault::Typo, C::Name) => text(with_typo(&CELLS[cell], chance)),
        (Fault::PresentOverMembers, C::Present) => text((truth.members + chance.between(1, 5)).to_string()),
        (Fault::ScoreTooHigh(wrong), _) if wrong == column => text("105".to_owned()),
        (Fault::ImpossibleDate, C::HeldOn) => text(chance.pick(&["31/02/2024", "32/01/2024", "30.2.2024"]).to_owned()),
        (Fault::DateOutside, C::HeldOn) => {
            let day = NaiveDate::from_ymd_opt(YEAR, month_of(truth) + 1, 20)?;
            Some((layout.spelling.day(day, chance), vec![("held_on", Fact::Day(day))]))
        }
        (Fault::Unreadable(wrong), _) if wrong == column => text(Fault::nonsense(column, chance).to_owned()),
        (Fault::NotCalculated(wrong), _) if wrong == column => Some((Written::NotCalculated, Vec::new())),
        (Fault::ErrorValue(wrong), _) if wrong == column => {
            Some((Written::Calculated(chance.pick(&["#REF!", "#N/A", "#VALUE!", "#DIV/0!"]).to_owned()), Vec::new()))
        }
        (Fault::FractionOfMembers, C::Members) => Some((Written::Number(3.368), Vec::new())),
        (Fault::WrongRate, C::Rate) => {
            let share = if truth.rate() > 0.5 { truth.rate() - 0.2 } else { truth.rate() + 0.2 };
            Some((layout.spelling.rate(share, chance), Vec::new()))
        }
        (Fault::AbsencesDiffer, C::Excused) => {
            let wrong = truth.excused + 2;
            Some((Written::Number(super::spelling::whole(wrong)), vec![("absent_excused", Fact::Count(wrong))]))
        }
        (Fault::WrongGrade, C::Grade) => {
            let grade = Fault::other_grade([Some(truth.self_score), truth.upper_score]);
            Some((layout.spelling.grade(grade, chance), vec![graded(grade)]))
        }
        (Fault::TwoMarks, _) => {
            let also = if truth.grade == Grade::Good { Grade::Fair } else { Grade::Good };
            let marked = mark_of(column).is_some_and(|grade| grade == truth.grade || grade == also);
            marked.then(|| (Written::text("x"), Vec::new()))
        }
        (Fault::NoMark, _) => mark_of(column).map(|_| (Written::Blank, Vec::new())),
        _ => None,
    }
}

fn month_of(truth: &Truth) -> u32 {
    chrono::Datelike::month(&truth.held_on)
}

/// The name with one letter wrong, left out or doubled; where no part of it is proper to the cell, in its last word.
fn with_typo(cell: &CellWords, chance: &mut Chance) -> String {
    let proper = if cell.proper.is_empty() { cell.name.rsplit(' ').next().unwrap_or_default() } else { cell.proper };
    let mut letters: Vec<char> = proper.chars().collect();
    let at = chance.position(letters.len());
    match chance.between(0, 2) {
        0 => letters[at] = if letters[at] == 'm' { 'b' } else { 'm' },
        1 if letters.len() > 2 => drop(letters.remove(at)),
        _ => letters.insert(at, letters[at]),
    }
    cell.name.replacen(proper, &letters.into_iter().collect::<String>(), 1)
}

fn graded(grade: Grade) -> (&'static str, Fact) {
    ("self_grade", Fact::Word(grade.word().to_owned()))
}

fn mark_of(column: Column) -> Option<Grade> {
    Column::MARKS.iter().position(|it| *it == column).map(|at| Grade::ALL[at])
}

fn is_blank(written: &Written) -> bool {
    match written {
        Written::Blank => true,
        Written::Text(text) => text.trim().is_empty(),
        _ => false,
    }
}

/// What the row adds to the totals a unit would write: its true numbers, and those typed wrong as they are typed.
fn added(truth: &Truth, row: &Row, layout: &Layout) -> Vec<(Column, i64)> {
    let counts = [
        (Column::Members, truth.members),
        (Column::Exempt, truth.exempt),
        (Column::Due, truth.due()),
        (Column::Present, truth.present),
        (Column::Excused, truth.excused),
        (Column::Unexcused, truth.unexcused),
    ];
    let tells = |column: &Column| layout.has(*column) && row.written.get(column) != Some(&Written::Blank);
    let typed = |column: Column, number: i64| match row.written.get(&column) {
        Some(Written::Text(text)) => text.parse().unwrap_or(number),
        Some(Written::Number(typed)) if typed.fract() == 0.0 => rounded(*typed),
        _ => number,
    };
    let counts = counts.into_iter().filter(|(column, _)| tells(column));
    let marks = Column::MARKS.into_iter().filter(|column| layout.has(*column));
    let marked = |column: &Column| match row.written.get(column) {
        Some(Written::Text(text)) => i64::from(!matches!(text.trim(), "" | "-" | "–" | "0")),
        _ => 0,
    };
    counts
        .map(|(column, number)| (column, typed(column, number)))
        .chain(marks.map(|column| (column, marked(&column))))
        .collect()
}

#[expect(clippy::cast_possible_truncation, reason = "numbers of people")]
fn rounded(number: f64) -> i64 {
    number.round() as i64
}
