//! The tables committees send: which columns, in which order, under which headers.

mod merged;
mod one_hot;
mod plain;
pub(super) mod score_sheet;
mod shuffled;
mod table;
pub(super) mod thematic_plan;
pub(super) mod visit_log;

use super::year::Facts;
use crate::terms::Grade;

pub(super) use table::{Month, sheet};

/// A table layout in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Two header rows with merged cells, numbering, groups, totals, signature.
    Merged,
    /// Two header rows, the grade as an x in one of four columns, `12/13` under members.
    OneHot,
    /// One header row, the grade in words.
    Plain,
    /// The same for base cells, with the meeting of the chi ủy.
    PlainBase,
    /// One header row, few columns, none for exempted members or minutes.
    Brief,
    /// Columns in another order, and some nobody knows; no letterhead.
    Shuffled,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Number,
    Name,
    Members,
    Exempt,
    Due,
    Present,
    Excused,
    Unexcused,
    Rate,
    /// `12/13` or `12/13 (Đạt 92,3%)`.
    PresentOfDue,
    HeldOn,
    Minutes,
    Speakers,
    /// `x` or blank.
    ThematicMark,
    /// `Có` or `Không`.
    ThematicWord,
    CommitteeMet,
    Visited,
    Own,
    Upper,
    GradeWord,
    GradeMark(Grade),
    Note,
    /// A column that belongs to no form, with what is sometimes written in it.
    Unknown(&'static str),
}

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    field: Field,
    /// Header over several columns.
    group: Option<&'static str>,
    header: &'static str,
    width: u8,
}

/// The heading above a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heading {
    /// Letterhead and `BÁO CÁO KẾT QUẢ SINH HOẠT CHI BỘ THÁNG 1 NĂM 2024`.
    Report,
    /// Letterhead and `DANH SÁCH TỔNG HỢP ĐÁNH GIÁ, XẾP LOẠI …` over `Tháng 1 NĂM 2024`.
    GradeList,
    /// The committee's name and `Tổng hợp sinh hoạt chi bộ T1/2024`.
    Short,
}

/// The row of column numbers under the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Numbering {
    None,
    Plain,
    Bracketed,
}

/// What stands around the lines of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// `I. Các chi bộ bản` and so on.
    GroupRows,
    Totals,
    /// A line of text under the table.
    Note,
    Signature,
}

/// A table layout in full.
struct Layout {
    heading: Heading,
    columns: &'static [Column],
    numbering: Numbering,
    parts: &'static [Part],
    /// What stands under the date where there was no meeting.
    not_held: &'static str,
}

/// What a shape lets the reader of the table know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct States(&'static [Column]);

impl PartialEq for Column {
    fn eq(&self, other: &Self) -> bool {
        self.field == other.field && self.header == other.header
    }
}

impl Eq for Column {}

impl Layout {
    fn has(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }
}

impl States {
    /// Whether the field has a column.
    pub(super) fn has(self, field: Field) -> bool {
        self.0.iter().any(|column| column.field == field)
    }
}

impl Shape {
    fn layout(self, month: u32) -> &'static Layout {
        match self {
            Self::Merged => &merged::LAYOUT,
            // The office changed its template in September.
            Self::OneHot if month >= 9 => &one_hot::FLAT,
            Self::OneHot => &one_hot::TWO_ROWS,
            Self::Plain => &plain::ATTACHED,
            Self::PlainBase => &plain::BASE,
            Self::Brief => &plain::BRIEF,
            Self::Shuffled => &shuffled::LAYOUT,
        }
    }

    /// What the table of a month states.
    pub(super) fn states(self, month: u32) -> States {
        States(self.layout(month).columns)
    }

    /// Whether the number due is stated, or can be had from the table.
    pub(super) fn states_exempt(self) -> bool {
        let states = self.states(1);
        states.has(Field::Exempt) || states.has(Field::Due) && states.has(Field::Members)
    }
}

/// A row of a month's table.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// As typed.
    pub name: String,
    /// Heading of the group it stands in.
    pub group: &'static str,
    pub facts: Facts,
    /// Whether the cell has a chi ủy, which meets before it does.
    pub has_committee: bool,
    /// A grade that is not the one the score gives.
    pub grade: Option<Grade>,
    /// What the committee's own member is called who came.
    pub visitor: &'static str,
}

impl Line {
    /// The grade the sheet states.
    fn grade(&self) -> Grade {
        self.grade.unwrap_or_else(|| grade(self.facts.own.value()))
    }
}

fn grade(points: f64) -> Grade {
    match points {
        points if points >= 90.0 => Grade::Good,
        points if points >= 70.0 => Grade::Fair,
        points if points >= 50.0 => Grade::Average,
        _ => Grade::Poor,
    }
}

const fn column(field: Field, header: &'static str, width: u8) -> Column {
    Column { field, group: None, header, width }
}

const fn under(group: &'static str, field: Field, header: &'static str, width: u8) -> Column {
    Column { field, group: Some(group), header, width }
}
