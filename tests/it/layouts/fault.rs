//! Mistakes planted in a row, and what must be said of each.

use chibo::finding::Code;

use super::chance::Chance;
use super::truth::Grade;
use super::words::Column;

/// A mistake in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A cell nobody registered.
    UnknownName,
    /// One letter of the name is wrong.
    Typo,
    PresentOverMembers,
    /// 105 points.
    ScoreTooHigh(Column),
    /// 31/02.
    ImpossibleDate,
    /// In the month after.
    DateOutside,
    /// Words where a value belongs.
    Unreadable(Column),
    /// A formula without a value.
    NotCalculated(Column),
    /// `#REF!`.
    ErrorValue(Column),
    /// 3.368 members, typed where a dot is the decimal sign.
    FractionOfMembers,
    WrongRate,
    AbsencesDiffer,
    WrongGrade,
    TwoMarks,
    NoMark,
    /// The cell has a second row that says something else.
    RowTwice,
    /// The last total of a column is wrong.
    WrongTotal(Column),
}

/// What becomes of a row with a mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is rejected.
    Rejected,
    /// It is kept, with a warning.
    Kept,
    /// Whether the value is required is the form's business.
    Either,
}

impl Fault {
    /// A mistake that a table of some columns can have.
    pub fn draw(columns: &[Column], chance: &mut Chance) -> Option<Self> {
        use Column as C;
        let readable = [
            C::Members,
            C::PresentOfDue,
            C::Exempt,
            C::Due,
            C::Present,
            C::Excused,
            C::Unexcused,
            C::Rate,
            C::HeldOn,
            C::Duration,
            C::Speakers,
            C::SelfScore,
            C::UpperScore,
            C::Grade,
        ];
        let value = |chance: &mut Chance| chance.pick(&readable);
        let any = |chance: &mut Chance| {
            let more = [C::Thematic, C::CommitteeMet, C::Visited];
            if chance.percent(20) { chance.pick(&more) } else { chance.pick(&readable) }
        };
        let fault = match chance.between(0, 16) {
            0 => Self::UnknownName,
            1 => Self::Typo,
            2 => Self::PresentOverMembers,
            3 => Self::ScoreTooHigh(chance.pick(&[C::SelfScore, C::UpperScore])),
            4 => Self::ImpossibleDate,
            5 => Self::DateOutside,
            6 | 7 => Self::Unreadable(value(chance)),
            8 => Self::NotCalculated(any(chance)),
            9 => Self::ErrorValue(any(chance)),
            10 => Self::FractionOfMembers,
            11 => Self::WrongRate,
            12 => Self::AbsencesDiffer,
            13 => Self::WrongGrade,
            14 => chance.pick(&[Self::TwoMarks, Self::NoMark]),
            15 => Self::RowTwice,
            _ => Self::WrongTotal(chance.pick(&[C::Members, C::Present])),
        };
        fault.fits(columns).then_some(fault)
    }

    /// Whether a table of some columns can have it.
    pub fn fits(self, columns: &[Column]) -> bool {
        use Column as C;
        let has = |column: C| columns.contains(&column);
        match self {
            Self::UnknownName | Self::Typo => !has(C::Code),
            Self::PresentOverMembers => has(C::Members) && has(C::Present),
            Self::ScoreTooHigh(column)
            | Self::Unreadable(column)
            | Self::NotCalculated(column)
            | Self::ErrorValue(column)
            | Self::WrongTotal(column) => has(column),
            Self::ImpossibleDate | Self::DateOutside => has(C::HeldOn),
            Self::FractionOfMembers => has(C::Members),
            Self::WrongRate => has(C::Rate),
            Self::AbsencesDiffer => {
                has(C::Excused) && has(C::Unexcused) && has(C::Present) && (has(C::Members) || has(C::Due))
            }
            Self::WrongGrade => has(C::Grade) && has(C::SelfScore),
            Self::TwoMarks | Self::NoMark => has(C::Good),
            Self::RowTwice => has(C::Members) || has(C::PresentOfDue),
        }
    }

    /// The column that is wrong; `None` where the row as a whole is.
    pub fn column(self) -> Option<Column> {
        match self {
            Self::UnknownName | Self::Typo => Some(Column::Name),
            Self::ScoreTooHigh(column)
            | Self::Unreadable(column)
            | Self::NotCalculated(column)
            | Self::ErrorValue(column) => Some(column),
            Self::ImpossibleDate | Self::DateOutside => Some(Column::HeldOn),
            Self::FractionOfMembers => Some(Column::Members),
            Self::WrongRate => Some(Column::Rate),
            Self::WrongGrade => Some(Column::Grade),
            Self::PresentOverMembers
            | Self::AbsencesDiffer
            | Self::TwoMarks
            | Self::NoMark
            | Self::RowTwice
            | Self::WrongTotal(_) => None,
        }
    }

    /// What may be said of it; one of these must be.
    pub fn codes(self) -> &'static [Code] {
        match self {
            Self::UnknownName => &[Code::CellUnknown],
            Self::Typo => &[Code::CellFuzzy, Code::CellUnknown],
            Self::PresentOverMembers => &[Code::PresentOverMembers],
            Self::ScoreTooHigh(_) => &[Code::ScoreOutOfRange],
            Self::DateOutside => &[Code::DateOutside],
            Self::ImpossibleDate
            | Self::Unreadable(_)
            | Self::NotCalculated(_)
            | Self::ErrorValue(_)
            | Self::FractionOfMembers => &[Code::ValueUnreadable, Code::ValueDropped],
            Self::WrongRate => &[Code::RateDiffers],
            Self::AbsencesDiffer => &[Code::AbsencesDiffer],
            Self::WrongGrade => &[Code::GradeDiffers],
            Self::TwoMarks | Self::NoMark => &[Code::GradeNotOne],
            Self::RowTwice => &[Code::CellTwice],
            Self::WrongTotal(_) => &[Code::TotalDiffers],
        }
    }

    pub fn fate(self) -> Fate {
        match self {
            Self::UnknownName | Self::PresentOverMembers | Self::ScoreTooHigh(_) | Self::RowTwice => Fate::Rejected,
            Self::Typo
            | Self::ImpossibleDate
            | Self::Unreadable(_)
            | Self::NotCalculated(_)
            | Self::ErrorValue(_)
            | Self::FractionOfMembers => Fate::Either,
            Self::DateOutside
            | Self::WrongRate
            | Self::AbsencesDiffer
            | Self::WrongGrade
            | Self::TwoMarks
            | Self::NoMark
            | Self::WrongTotal(_) => Fate::Kept,
        }
    }

    /// Words that are no value of a column.
    pub fn nonsense(column: Column, chance: &mut Chance) -> &'static str {
        match column {
            Column::SelfScore | Column::UpperScore => chance.pick(&["chín mươi", "9o", "8,5,1", "?"]),
            Column::Rate => chance.pick(&["cao", "gần hết"]),
            Column::HeldOn => chance.pick(&["cuối tháng", "05/13/2024", "??"]),
            Column::Duration => chance.pick(&["lâu", "1h90"]),
            Column::Grade => chance.pick(&["Xuất sắc", "A"]),
            Column::PresentOfDue => chance.pick(&["mười/13", "1/2/3", "gần đủ"]),
            _ => chance.pick(&["mười hai", "12a", "?", "8,5", "-3"]),
        }
    }

    /// A grade that neither score gives.
    pub fn other_grade(scores: [Option<f64>; 2]) -> Grade {
        let given: Vec<Grade> = scores.into_iter().flatten().map(Grade::of).collect();
        Grade::ALL.into_iter().find(|grade| !given.contains(grade)).unwrap()
    }
}
