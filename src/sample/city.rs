//! The invented city: its committees and cells, how large they are, who follows them.

use super::dice::{Dice, Lane};
use super::places::{BASE, COMMITTEES, Town};
use super::shapes::Shape;
use super::stories::{Course, Planted, planted};
use super::{SampleOptions, Scale};

/// Members of the whole city in the default case.
pub(super) const MEMBERS: u32 = 3368;

/// Code of the top of the tree.
pub(super) const TOP: &str = "LC";

/// Name of the top of the tree.
pub(super) const TOP_NAME: &str = "Thành ủy Lai Châu";

/// A cell's short name, and another name it goes by.
pub(super) const ALIAS: (&str, &str) = ("Trường THPT Thành phố", "Chi bộ THPT Thành phố");

/// Type of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Village,
    Group,
    Office,
    School,
    Health,
    Police,
    Military,
    Business,
    Other,
}

/// A committee that submits, or the city committee for its base cells.
#[derive(Debug, Clone)]
pub(super) struct Committee {
    /// 0 for the city committee itself.
    pub number: u32,
    pub code: String,
    pub name: String,
    pub shape: Shape,
    /// Path of a month's workbook, with `{m}`, `{mm}` and `{y}` to fill in.
    pub path: String,
    /// All months in one workbook.
    pub yearly: bool,
    /// Days after the month's end on which it mostly reports.
    pub reports_on: (u32, u32),
    /// Keeps a log of visits beside its tables.
    pub visit_log: bool,
    pub cells: Vec<Cell>,
}

/// A cell of the city.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// Unique in the city.
    pub number: u32,
    pub code: String,
    /// Without `Chi bộ`.
    pub short_name: String,
    pub kind: Kind,
    pub base: bool,
    /// In the year's last month.
    pub members: u32,
    pub exempt: u32,
    pub hardship: bool,
    /// What is out of the ordinary about it.
    pub planted: Option<&'static Planted>,
    /// Meetings a quarter somebody must attend.
    pub quota: u32,
}

impl Kind {
    /// As the register writes it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Village => "bản",
            Self::Group => "tổ dân phố",
            Self::Office => "cơ quan",
            Self::School => "trường học",
            Self::Health => "y tế",
            Self::Police => "công an",
            Self::Military => "quân sự",
            Self::Business => "doanh nghiệp",
            Self::Other => "khác",
        }
    }

    /// Fewest and most members of an ordinary cell.
    fn size(self) -> (u32, u32) {
        match self {
            Self::Village => (10, 24),
            Self::Group => (18, 40),
            Self::Office => (12, 28),
            Self::School => (11, 28),
            Self::Health => (7, 14),
            Self::Police => (9, 24),
            Self::Military => (6, 10),
            Self::Business => (8, 26),
            Self::Other => (6, 14),
        }
    }

    /// Of 1,000 members due, how many are absent from an ordinary meeting.
    pub(super) fn absent_mille(self) -> u32 {
        match self {
            Self::Village => 42,
            Self::Group => 33,
            Self::Business => 30,
            Self::Health | Self::Other => 22,
            Self::Office | Self::School | Self::Police | Self::Military => 16,
        }
    }
}

impl Committee {
    /// The name without `Đảng ủy`.
    pub(super) fn short_name(&self) -> &str {
        self.name.trim_start_matches("Đảng ủy ")
    }

    /// The committee's name as its letterhead writes it.
    pub(super) fn letterhead(&self) -> String {
        self.name.to_uppercase()
    }
}

impl Cell {
    /// The name the register writes.
    pub(super) fn name(&self) -> String {
        format!("Chi bộ {}", self.short_name)
    }

    /// How its year goes.
    pub(super) fn course(&self) -> Course {
        self.planted.map_or(Course::ORDINARY, |plan| plan.course)
    }

    /// Whether a member of the city committee follows it too.
    pub(super) fn followed_from_above(&self) -> bool {
        !self.base && (self.hardship || self.kind == Kind::Group && self.number.is_multiple_of(2))
    }

    fn has_planted_size(&self) -> bool {
        self.planted.is_some_and(|plan| plan.members.is_some())
    }

    /// Cells with nine official members or more elect a chi ủy.
    pub(super) fn has_committee(&self) -> bool {
        self.members >= 10
    }

    /// Whether the secretary is also head of the village or group.
    pub(super) fn concurrent(&self) -> bool {
        matches!(self.kind, Kind::Village | Kind::Group) && !self.number.is_multiple_of(3)
    }
}

/// The committees and cells the options ask for.
pub(super) fn city(options: &SampleOptions) -> Vec<Committee> {
    match options.scale {
        Scale::Case => case(options.seed),
        Scale::Cells { cells, per_committee } => {
            let per_committee = per_committee.max(1);
            (0..cells.div_ceil(per_committee))
                .map(|index| {
                    let first = index * per_committee;
                    large(options.seed, index + 1, first, per_committee.min(cells - first))
                })
                .collect()
        }
    }
}

fn case(seed: u64) -> Vec<Committee> {
    let mut dice = Dice::new(seed, Lane::Sizes);
    let mut numbers = 1..;
    let mut committees: Vec<_> = (0..)
        .zip(std::iter::once(&BASE).chain(COMMITTEES))
        .map(|(number, town)| settled(number, town, &mut numbers, &mut dice))
        .collect();
    let mut cells: Vec<_> = committees.iter_mut().flat_map(|committee| &mut committee.cells).collect();
    balance(&mut cells);
    committees
}

fn settled(number: u32, town: &Town, numbers: &mut impl Iterator<Item = u32>, dice: &mut Dice) -> Committee {
    let base = number == 0;
    let cells = (1..)
        .zip(town.cell_names())
        .zip(numbers)
        .map(|((place, (short_name, kind)), cell_number)| {
            let code = if base { format!("{TOP}.CS.{place:02}") } else { format!("{}.{place:03}", town.code) };
            sized(
                Cell {
                    number: cell_number,
                    code,
                    short_name,
                    kind,
                    base,
                    members: 0,
                    exempt: 0,
                    hardship: false,
                    planted: None,
                    quota: 0,
                },
                town,
                dice,
            )
        })
        .collect();
    Committee {
        number,
        code: town.code.to_owned(),
        name: town.name.to_owned(),
        shape: town.shape,
        path: town.path.to_owned(),
        yearly: town.yearly,
        reports_on: town.reports_on,
        visit_log: town.visit_log,
        cells,
    }
}

fn sized(mut cell: Cell, town: &Town, dice: &mut Dice) -> Cell {
    let (fewest, most) = cell.kind.size();
    cell.members = dice.between(fewest, most);
    cell.quota = dice.between(1, 3);
    let old_and_ill = match cell.kind {
        Kind::Group => dice.between(1, 3),
        Kind::Village => dice.between(0, 1),
        _ => 0,
    };
    if town.shape.states_exempt() {
        cell.exempt = old_and_ill;
    }
    cell.hardship = cell.kind == Kind::Village && dice.percent(30);
    cell.planted = planted(town.code, &cell.short_name);
    if let Some(plan) = cell.planted {
        cell.hardship |= plan.hardship;
        if let Some(members) = plan.members {
            cell.members = members;
            cell.exempt = 0;
        }
    }
    cell
}

/// Brings the city to its number of members, one member at a time, leaving the planted cells as they are.
fn balance(cells: &mut [&mut Cell]) {
    loop {
        let mut missing = i64::from(MEMBERS) - cells.iter().map(|cell| i64::from(cell.members)).sum::<i64>();
        let before = missing;
        for cell in cells.iter_mut().filter(|cell| !cell.has_planted_size()) {
            let (fewest, most) = cell.kind.size();
            if missing > 0 && cell.members < most {
                cell.members += 1;
                missing -= 1;
            } else if missing < 0 && cell.members > fewest {
                cell.members -= 1;
                missing += 1;
            }
        }
        if missing == 0 || missing == before {
            return;
        }
    }
}

/// A committee of a large folder: ordinary villages in the plain table.
fn large(seed: u64, number: u32, first: u32, cells: u32) -> Committee {
    let code = format!("{TOP}.{number:05}");
    let cells = (1..=cells)
        .map(|place| {
            let cell_number = first + place;
            let mut dice = Dice::new(seed, Lane::Cell(cell_number));
            let kind = if place % 4 == 0 { Kind::Group } else { Kind::Village };
            let (fewest, most) = kind.size();
            Cell {
                number: cell_number,
                code: format!("{code}.{place:03}"),
                short_name: format!("{} số {place}", kind.word()),
                kind,
                base: false,
                members: dice.between(fewest, most),
                exempt: 0,
                hardship: dice.percent(10),
                planted: None,
                quota: dice.between(1, 3),
            }
        })
        .collect();
    Committee {
        number,
        name: format!("Đảng ủy xã số {number}"),
        shape: Shape::Plain,
        path: format!("{code}/{{y}}-{{mm}} sinh hoạt chi bộ.xlsx"),
        yearly: false,
        reports_on: (2, 5),
        visit_log: false,
        code,
        cells,
    }
}
