//! Columns and layout → the tree of titles above a table.

use super::chance::{Chance, Lane, Seed};
use super::layout::{Layout, Numbering, SideTitle};
use super::page::Page;
use super::spelling::Written;
use super::words::{Column, Group};

/// A column with its title, or columns under a common one.
#[derive(Debug, Clone)]
pub enum Heading {
    Column(Column, String),
    Group(String, Vec<Heading>),
}

impl Heading {
    fn rows(&self) -> u32 {
        match self {
            Self::Column(..) => 1,
            Self::Group(_, below) => 1 + below.iter().map(Self::rows).max().unwrap_or(0),
        }
    }
}

/// The titles of a layout, from left to right.
pub fn headings(layout: &Layout, seed: Seed) -> Vec<Heading> {
    let mut headings = Vec::new();
    let mut done: Vec<Group> = Vec::new();
    for column in &layout.columns {
        let group = layout.group_of(*column).filter(|group| is_grouped(layout, *group));
        match group {
            Some(group) if done.contains(&group) => {}
            Some(group) => {
                done.push(group);
                let members: Vec<Column> =
                    layout.columns.iter().copied().filter(|it| layout.group_of(*it) == Some(group)).collect();
                headings.push(Heading::Group(group_title(layout, seed, group), within(layout, seed, group, &members)));
            }
            None => headings.push(Heading::Column(*column, title(layout, seed, *column, column.titles()))),
        }
    }
    headings
}

/// A group of one column has no title of its own.
fn is_grouped(layout: &Layout, group: Group) -> bool {
    layout.header.depth > 1 && layout.columns.iter().filter(|it| layout.group_of(**it) == Some(group)).count() > 1
}

fn within(layout: &Layout, seed: Seed, group: Group, members: &[Column]) -> Vec<Heading> {
    let absences = [Column::Excused, Column::Unexcused];
    let nested = layout.header.depth == 3 && absences.iter().all(|it| members.contains(it));
    let mut headings = Vec::new();
    for column in members {
        let leaf = |group: Group, column: Column| {
            Heading::Column(column, title(layout, seed, column, column.titles_in(group)))
        };
        if !nested || !absences.contains(column) {
            headings.push(leaf(group, *column));
        } else if *column == Column::Excused {
            let below = absences.iter().map(|column| leaf(Group::Absent, *column)).collect();
            headings.push(Heading::Group(group_title(layout, seed, Group::Absent), below));
        }
    }
    headings
}

fn title(layout: &Layout, seed: Seed, column: Column, titles: &[&str]) -> String {
    let mut chance = seed.lane(Lane::Title(column));
    let mut title = chance.pick(titles).to_owned();
    if layout.header.broken {
        title = if title == "STT" && chance.percent(60) { "S\nT\nT".to_owned() } else { broken(&title, &mut chance) };
    }
    if layout.header.numbered {
        let position = layout.columns.iter().position(|it| *it == column).unwrap_or(0);
        title += &format!(" ({})", position + 1);
    }
    title
}

fn group_title(layout: &Layout, seed: Seed, group: Group) -> String {
    let mut chance = seed.lane(Lane::Group(group as u8));
    let title = chance.pick(group.titles()).to_owned();
    if layout.header.broken { broken(&title, &mut chance) } else { title }
}

/// With a line break for one of its spaces.
fn broken(title: &str, chance: &mut Chance) -> String {
    let spaces: Vec<usize> = title.match_indices(' ').map(|(at, _)| at).collect();
    if spaces.is_empty() {
        return title.to_owned();
    }
    let at = chance.pick(&spaces);
    format!("{}\n{}", &title[..at], &title[at + 1..])
}

/// A header on its page: which column stands where, and the first row below it.
#[derive(Debug, Clone)]
pub struct Drawn {
    pub columns: Vec<(Column, u16)>,
    pub below: u32,
}

impl Drawn {
    pub fn place(&self, column: Column) -> Option<u16> {
        self.columns.iter().find(|(other, _)| *other == column).map(|(_, at)| *at)
    }

    /// The first and last column of the table.
    pub fn span(&self) -> (u16, u16) {
        let places = self.columns.iter().map(|(_, at)| *at);
        (places.clone().min().unwrap(), places.max().unwrap())
    }
}

/// Puts the header and its row of numbers on a page.
pub fn draw(layout: &Layout, headings: &[Heading], page: &mut Page, top: u32) -> Drawn {
    let rows = headings.iter().map(Heading::rows).max().unwrap_or(1);
    let mut pen = Pen { layout, page, last: top + rows - 1, next: layout.left, columns: Vec::new() };
    for (position, heading) in headings.iter().enumerate() {
        if layout.gaps.contains(&position) {
            pen.next += 1;
        }
        pen.heading(heading, top);
    }
    let mut drawn = Drawn { columns: pen.columns, below: top + rows };
    drawn.below += numbering(layout, &drawn, page);
    drawn
}

struct Pen<'a> {
    layout: &'a Layout,
    page: &'a mut Page,
    last: u32,
    next: u16,
    columns: Vec<(Column, u16)>,
}

impl Pen<'_> {
    fn heading(&mut self, heading: &Heading, row: u32) {
        let first = self.next;
        match heading {
            Heading::Column(column, title) => {
                let at = if self.layout.header.side == SideTitle::Bottom { self.last } else { row };
                self.page.put(at, first, Written::text(title.as_str()));
                if self.layout.header.side == SideTitle::Merged {
                    self.page.merge(row, first, self.last, first);
                }
                self.columns.push((*column, first));
                self.next += 1;
            }
            Heading::Group(title, below) => {
                self.page.put(row, first, Written::text(title.as_str()));
                for heading in below {
                    self.heading(heading, row + 1);
                }
                if self.layout.header.merged {
                    self.page.merge(row, first, row, self.next - 1);
                }
            }
        }
    }
}

/// The row of numbers; gives the number of rows it takes.
fn numbering(layout: &Layout, drawn: &Drawn, page: &mut Page) -> u32 {
    let letters = if layout.numbering == Numbering::Letters { 2 } else { 0 };
    for (position, (_, at)) in drawn.columns.iter().enumerate() {
        let number = position + 1 - letters.min(position);
        let written = match layout.numbering {
            Numbering::None => return 0,
            Numbering::Letters if position < letters => Written::text(["A", "B"][position]),
            Numbering::Numbers | Numbering::Letters => {
                Written::Number(super::spelling::whole(i64::try_from(number).unwrap()))
            }
            Numbering::Brackets => Written::text(format!("({number})")),
            Numbering::Texts => Written::text(number.to_string()),
        };
        page.put(drawn.below, *at, written);
    }
    1
}
