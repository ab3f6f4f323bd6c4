//! How a sheet is laid out: every dimension in which the sheets of real units differ.

use super::chance::{Chance, Lane, Seed};
use super::fault::Fault;
use super::spelling::Spelling;
use super::words::{CELLS, Column, Group};

/// Where the titles of columns outside a group stand in a header of several rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SideTitle {
    /// Merged down over all header rows.
    Merged,
    /// In the first header row, blank below.
    Top,
    /// In the last header row, blank above.
    Bottom,
}

/// The header.
#[derive(Debug, Clone)]
pub struct Header {
    /// Most rows it may have, 1 to 3.
    pub depth: u8,
    /// Whether group titles are merged over their columns.
    pub merged: bool,
    pub side: SideTitle,
    /// Whether the score stands among the grades.
    pub score_among_grades: bool,
    /// Whether titles are broken into lines, and `STT` is stacked.
    pub broken: bool,
    /// Whether titles end in the number of their column: `Tên đơn vị (2)`.
    pub numbered: bool,
}

/// The row of numbers below a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    None,
    /// `1`, `2`, `3`
    Numbers,
    /// `(1)`, `(2)`, `(3)`
    Brackets,
    /// `1`, `2`, `3`, typed as text
    Texts,
    /// `A`, `B`, `1`, `2`
    Letters,
}

/// The labels of groups of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupRow {
    None,
    /// `I` under the running number and the label under the name.
    Roman,
    /// `I. Các chi bộ bản` under the name.
    InName,
    /// The same, merged over the whole width.
    Across,
    /// `II` and nothing else.
    NumeralOnly,
}

/// Total rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Totals {
    None,
    /// One at the end.
    Last,
    /// One after each group of rows, too.
    EachGroup,
}

/// The block of lines above the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letterhead {
    /// None: the folder names the unit.
    Folder,
    /// None: the file names the unit.
    FileName,
    /// The unit's name.
    Line,
    /// Two columns, with superior, Party and date.
    TwoColumns,
}

/// Where the month is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MonthPlace {
    Title,
    LineBelowTitle,
    SheetName,
    FileName,
    Folder,
}

/// How several months lie in one workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parts {
    /// One below the other in one sheet.
    Blocks,
    /// A sheet each.
    Sheets,
}

/// How the texts of the whole sheet are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Composed,
    Decomposed,
    UpperCase,
    /// `hoà`, `uỷ`.
    OldTones,
    NonBreakingSpaces,
    Tcvn3,
    Vni,
}

/// How a workbook is laid out.
#[derive(Debug, Clone)]
pub struct Layout {
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// Rows of a table, as positions in the list of cells.
    pub cells: Vec<usize>,
    /// Months reported on.
    pub months: Vec<u32>,
    pub parts: Parts,
    pub header: Header,
    pub numbering: Numbering,
    /// Blank columns on the left.
    pub left: u16,
    /// Blank rows above all.
    pub top: u32,
    /// Positions of columns with a blank one before them.
    pub gaps: Vec<usize>,
    pub blank_rows: bool,
    pub group_rows: GroupRow,
    pub totals: Totals,
    pub letterhead: Letterhead,
    pub month_place: MonthPlace,
    pub notes: bool,
    pub signature: bool,
    pub hidden: bool,
    pub encoding: Encoding,
    pub spelling: Spelling,
    /// A row (by its position) of the first month, and its mistake.
    pub fault: Option<(usize, Fault)>,
}

impl Layout {
    /// A layout by chance.
    pub fn draw(seed: Seed) -> Self {
        let chance = &mut seed.lane(Lane::Layout);
        let columns = columns(chance);
        let mut cells: Vec<usize> = (0..CELLS.len()).collect();
        if chance.percent(30) {
            chance.shuffle(&mut cells);
        }
        let rows = usize::try_from(chance.between(2, 9)).unwrap();
        let from = if chance.percent(50) { 0 } else { chance.position(CELLS.len() - rows) };
        let cells: Vec<usize> = cells[from..from + rows].to_vec();
        let first = u32::try_from(chance.between(1, 9)).unwrap();
        let months = if chance.percent(25) { u32::try_from(chance.between(2, 3)).unwrap() } else { 1 };
        let fault = if chance.percent(45) { Fault::draw(&columns, chance) } else { None };
        let mut layout = Self {
            gaps: (1..columns.len()).filter(|_| chance.percent(4)).collect(),
            fault: fault.map(|fault| (chance.position(cells.len()), fault)),
            columns,
            cells,
            months: (first..first + months).collect(),
            parts: chance.pick(&[Parts::Blocks, Parts::Sheets]),
            header: Header {
                depth: chance.pick(&[1, 1, 2, 2, 2, 3, 3]),
                merged: chance.percent(70),
                side: chance.pick(&[SideTitle::Merged, SideTitle::Merged, SideTitle::Top, SideTitle::Bottom]),
                score_among_grades: chance.percent(40),
                broken: chance.percent(40),
                numbered: chance.percent(15),
            },
            numbering: chance.pick(&[
                Numbering::None,
                Numbering::None,
                Numbering::Numbers,
                Numbering::Brackets,
                Numbering::Texts,
                Numbering::Letters,
            ]),
            left: u16::try_from(chance.pick(&[0, 0, 0, 1, 2, 3])).unwrap(),
            top: chance.pick(&[0, 0, 1, 3]),
            blank_rows: chance.percent(25),
            group_rows: chance.pick(&[
                GroupRow::None,
                GroupRow::None,
                GroupRow::None,
                GroupRow::Roman,
                GroupRow::InName,
                GroupRow::Across,
                GroupRow::NumeralOnly,
            ]),
            totals: chance.pick(&[Totals::None, Totals::Last, Totals::EachGroup]),
            letterhead: chance.pick(&[
                Letterhead::TwoColumns,
                Letterhead::TwoColumns,
                Letterhead::Line,
                Letterhead::Folder,
                Letterhead::FileName,
            ]),
            month_place: chance.pick(&[
                MonthPlace::Title,
                MonthPlace::Title,
                MonthPlace::LineBelowTitle,
                MonthPlace::SheetName,
                MonthPlace::FileName,
                MonthPlace::Folder,
            ]),
            notes: chance.percent(35),
            signature: chance.percent(40),
            hidden: chance.percent(15),
            encoding: chance.pick(&[
                Encoding::Composed,
                Encoding::Composed,
                Encoding::Composed,
                Encoding::Decomposed,
                Encoding::UpperCase,
                Encoding::OldTones,
                Encoding::NonBreakingSpaces,
                Encoding::Tcvn3,
                Encoding::Vni,
            ]),
            spelling: if chance.percent(80) { Spelling::Odd } else { Spelling::Plain },
        };
        layout.make_consistent();
        layout
    }

    /// Takes back what contradicts itself.
    fn make_consistent(&mut self) {
        // A title without merging reaches right over blanks: nothing else may stand only in the last row.
        if !self.header.merged && self.header.side == SideTitle::Bottom {
            self.header.side = SideTitle::Top;
        }
        // Sheets of several months are told apart by something within the sheet.
        if self.months.len() > 1
            && self.parts == Parts::Sheets
            && matches!(self.month_place, MonthPlace::FileName | MonthPlace::Folder)
        {
            self.month_place = MonthPlace::SheetName;
        }
        if self.months.len() == 1 {
            self.parts = Parts::Sheets;
        }
        if self.header.numbered {
            self.numbering = Numbering::None;
        }
        if matches!(self.fault, Some((_, Fault::WrongTotal(_)))) && self.totals == Totals::None {
            self.totals = Totals::Last;
        }
        if let Some((row, _)) = &mut self.fault {
            *row = (*row).min(self.cells.len() - 1);
        }
        let columns = &self.columns;
        self.fault = self.fault.filter(|(_, fault)| fault.fits(columns));
        self.gaps.retain(|at| *at < columns.len());
    }

    pub fn has(&self, column: Column) -> bool {
        self.columns.contains(&column)
    }

    /// The group a column stands in under this header.
    pub fn group_of(&self, column: Column) -> Option<Group> {
        let among = self.header.score_among_grades && self.has(Column::Good) && !self.has(Column::UpperScore);
        match column {
            Column::SelfScore if among => Some(Group::Grades),
            other => Group::of(other),
        }
    }

    /// Layouts one dimension plainer, for making a failing case small.
    pub fn plainer(&self) -> Vec<Self> {
        let mut plainer = Vec::new();
        let mut with = |change: &dyn Fn(&mut Self)| {
            let mut other = self.clone();
            change(&mut other);
            let enough = other.columns.iter().filter(|it| counts_as_field(**it)).count() >= 3
                && other.has(Column::Name)
                && !other.cells.is_empty();
            if !enough {
                return;
            }
            other.make_consistent();
            if format!("{other:?}") != format!("{self:?}") {
                plainer.push(other);
            }
        };
        with(&|it| it.months.truncate(1));
        with(&|it| it.encoding = Encoding::Composed);
        with(&|it| it.spelling = Spelling::Plain);
        with(&|it| it.fault = None);
        with(&|it| it.group_rows = GroupRow::None);
        with(&|it| it.totals = Totals::None);
        with(&|it| (it.notes, it.signature) = (false, false));
        with(&|it| it.notes = false);
        with(&|it| it.signature = false);
        with(&|it| it.hidden = false);
        with(&|it| it.blank_rows = false);
        with(&|it| it.gaps.clear());
        with(&|it| (it.left, it.top) = (0, 0));
        with(&|it| it.numbering = Numbering::None);
        with(&|it| it.header.numbered = false);
        with(&|it| it.header.broken = false);
        with(&|it| it.header.depth = 1);
        with(&|it| it.header.depth = it.header.depth.min(2));
        with(&|it| it.header.merged = true);
        with(&|it| it.header.side = SideTitle::Merged);
        with(&|it| it.header.score_among_grades = false);
        with(&|it| it.letterhead = Letterhead::Line);
        with(&|it| it.month_place = MonthPlace::Title);
        for at in 0..self.columns.len() {
            with(&|it| {
                it.columns.remove(at);
            });
        }
        for at in 0..self.cells.len() {
            with(&|it| {
                it.cells.remove(at);
                if let Some((row, _)) = &mut it.fault {
                    *row = row.saturating_sub(usize::from(*row > at));
                }
            });
        }
        plainer
    }
}

/// Whether a column says something a form asks for.
fn counts_as_field(column: Column) -> bool {
    !matches!(column, Column::Ordinal | Column::Note | Column::Side | Column::Other(_))
}

/// Columns by chance: a name, members, something that says the cell met, and any of the others.
fn columns(chance: &mut Chance) -> Vec<Column> {
    use Column as C;
    let mut columns = Vec::new();
    let fraction = chance.percent(25);
    let chances = [
        (C::Side, 10),
        (C::Ordinal, 85),
        (C::Code, 12),
        (C::Name, 100),
        (C::Members, if fraction { 0 } else { 100 }),
        (C::PresentOfDue, if fraction { 100 } else { 0 }),
        (C::Exempt, if fraction { 15 } else { 45 }),
        (C::Due, if fraction { 0 } else { 25 }),
        (C::Present, if fraction { 0 } else { 85 }),
        (C::Excused, 50),
        (C::Unexcused, 45),
        (C::Rate, 35),
        (C::HeldOn, 75),
        (C::Duration, 45),
        (C::Speakers, 45),
        (C::Thematic, 50),
        (C::CommitteeMet, 30),
        (C::Visited, 50),
        (C::SelfScore, 75),
        (C::UpperScore, 35),
    ];
    columns.extend(chances.into_iter().filter(|(_, percent)| chance.percent(*percent)).map(|(column, _)| column));
    match chance.between(0, 9) {
        0..=2 => columns.push(C::Grade),
        3..=5 => columns.extend(C::MARKS),
        _ => {}
    }
    columns.extend(chance.percent(50).then_some(C::Note));
    if ![C::PresentOfDue, C::Present, C::HeldOn, C::SelfScore].iter().any(|column| columns.contains(column)) {
        columns.push(C::HeldOn);
    }
    // A rate says something only beside what it is a rate of.
    if !columns.contains(&C::Present) && !fraction {
        columns.retain(|column| *column != C::Rate);
    }
    let start = usize::from(columns.contains(&C::Side));
    if chance.percent(35) {
        chance.shuffle(&mut columns[start..]);
    }
    for number in 0..C::OTHERS {
        if chance.percent(8) {
            let at = start + chance.position(columns.len() - start + 1);
            columns.insert(at, C::Other(number));
        }
    }
    columns
}
