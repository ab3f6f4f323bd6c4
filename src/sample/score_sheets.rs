//! Score sheets: which cells send them, of which months, and what each says.
//!
//! Their totals are the scores of the monthly tables, so that no figure of the year rests on them alone.

use chrono::NaiveDate;

use super::SampleOptions;
use super::city::{Cell, Committee};
use super::dice::{Dice, Lane};
use super::files::Draft;
use super::rubric::{self, Aspect, Criterion, shared};
use super::shapes::score_sheet::{self, Card, Scored};
use super::year::{Facts, Points};
use crate::period::Period;

/// How a committee binds its cells' sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Binding {
    /// A workbook per cell with a sheet per month. Each cell dates its sheet when it meets.
    ByCell,
    /// A workbook per month with a sheet per cell, dated when the committee sends it.
    ByMonth,
}

/// The cells of a committee that send score sheets.
struct Sender {
    committee: &'static str,
    cells: &'static [&'static str],
    from_month: u32,
    binding: Binding,
    path: &'static str,
}

const SENDERS: [Sender; 2] = [
    Sender {
        committee: "LC.01",
        cells: &[
            "tổ dân phố số 1",
            "tổ dân phố số 2",
            "tổ dân phố số 4",
            "tổ dân phố số 6",
            "Trạm Y tế phường",
            "Cơ quan phường",
        ],
        from_month: 1,
        binding: Binding::ByCell,
        path: "inbox/Phường Quyết Thắng/Phiếu chấm/Phiếu chấm {cell} năm {y}.xlsx",
    },
    Sender {
        committee: "LC.06",
        cells: &[
            "bản Hua Mây",
            "bản Suối Lùng",
            "bản Tả Cung",
            "bản Sin Thàng",
            "bản Phiêng Ban",
            "bản Can Hồ",
            "bản Nà Đon 1",
            "bản Nà Đon 2",
            "bản Lùng Trù",
            "bản Xéo Páo",
            "bản Thèn Sin",
        ],
        from_month: 10,
        binding: Binding::ByMonth,
        path: "inbox/Đảng ủy xã Sùng Phài/Phiếu chấm/Phiếu chấm các bản T{m}-{y}.xlsx",
    },
];

/// What is odd about the sheets of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Oddity {
    /// The same points in every line, whatever the month was like.
    Copied,
    /// In these months full points for attendance, whoever came.
    FullAttendance(&'static [u32]),
    /// In these months full points for a thematic meeting, held or not.
    FullThematic(&'static [u32]),
}

/// An oddity and whose it is.
pub(super) struct Odd {
    pub committee: &'static str,
    pub cell: &'static str,
    pub oddity: Oddity,
    /// What it is, in Vietnamese and English.
    pub what: [&'static str; 2],
}

/// Every planted oddity.
pub(super) const ODDITIES: &[Odd] = &[
    Odd {
        committee: "LC.01",
        cell: "tổ dân phố số 6",
        oddity: Oddity::Copied,
        what: [
            "phiếu chấm tháng nào cũng như nhau, giống từng dòng",
            "the same score sheet month after month, line by line",
        ],
    },
    Odd {
        committee: "LC.01",
        cell: "Trạm Y tế phường",
        oddity: Oddity::FullThematic(&[5, 8]),
        what: [
            "tháng 5 và tháng 8 chấm đủ 5 điểm sinh hoạt chuyên đề, trong khi cả quý không có",
            "full points for a thematic meeting in May and August, quarters without one",
        ],
    },
    Odd {
        committee: "LC.01",
        cell: "Cơ quan phường",
        oddity: Oddity::FullThematic(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
        what: [
            "tháng nào cũng chấm đủ điểm mọi dòng, cả dòng sinh hoạt chuyên đề tuy mỗi quý chỉ có một buổi",
            "full points in every line every month, also for thematic meetings, with one a quarter",
        ],
    },
    Odd {
        committee: "LC.06",
        cell: "bản Hua Mây",
        oddity: Oddity::FullAttendance(&[10, 11]),
        what: [
            "tháng 10, tháng 11 chấm đủ điểm tỷ lệ dự, trong khi tỷ lệ dự dưới 85 %",
            "full points for attendance in October and November, with attendance under 85 %",
        ],
    },
];

impl Oddity {
    fn of(committee: &Committee, cell: &Cell) -> Option<Self> {
        let odd = ODDITIES.iter().find(|it| it.committee == committee.code && it.cell == cell.short_name)?;
        Some(odd.oddity)
    }

    /// Whether the cell's own points of a month are full for something, whatever the facts.
    fn spares(self, aspect: Aspect, month: u32) -> bool {
        match self {
            Self::Copied => false,
            Self::FullAttendance(months) => {
                matches!(aspect, Aspect::Attendance | Aspect::Unexcused) && months.contains(&month)
            }
            Self::FullThematic(months) => aspect == Aspect::Thematic && months.contains(&month),
        }
    }
}

/// The workbooks of score sheets that a committee sends; `sent_on` is the day it sends those of a month.
pub(super) fn drafts(
    committee: &Committee,
    years: &[Vec<Facts>],
    options: &SampleOptions,
    sent_on: impl Fn(Period) -> NaiveDate,
) -> Vec<Draft> {
    let Some(sender) = SENDERS.iter().find(|it| it.committee == committee.code) else { return Vec::new() };
    let mut drafts: Vec<Draft> = Vec::new();
    for card in cards(committee, sender, years, options.seed, sent_on) {
        let path = sender.path.replace("{cell}", card.short_name).replace("{m}", &card.period.month().to_string());
        let path = path.replace("{y}", &options.year.to_string());
        let sheet = score_sheet::sheet(&card, sender.binding);
        match drafts.iter_mut().find(|draft| draft.path == path) {
            Some(draft) => draft.sheets.push(sheet),
            None => drafts.push(Draft::new(path, sheet)),
        }
    }
    drafts
}

/// The sheets, cell by cell.
fn cards<'a>(
    committee: &'a Committee,
    sender: &Sender,
    years: &'a [Vec<Facts>],
    seed: u64,
    sent_on: impl Fn(Period) -> NaiveDate,
) -> Vec<Card<'a>> {
    let mut cards = Vec::new();
    let sends = |(cell, _): &(&Cell, &Vec<Facts>)| sender.cells.contains(&cell.short_name.as_str());
    for (cell, months) in committee.cells.iter().zip(years).filter(sends) {
        let oddity = Oddity::of(committee, cell);
        for facts in months.iter().filter(|it| it.held && it.period.month() >= sender.from_month) {
            let dated = match sender.binding {
                Binding::ByCell => facts.held_on,
                Binding::ByMonth => sent_on(facts.period),
            };
            let groups = scored(cell, facts, oddity, seed);
            let short_name = cell.short_name.as_str();
            let (period, own, upper) = (facts.period, facts.own, facts.upper);
            cards.push(Card { committee, short_name, period, dated, groups, own, upper });
        }
    }
    cards
}

/// The points of a month's sheet, in their groups. The upper committee goes by the facts.
fn scored(cell: &Cell, facts: &Facts, oddity: Option<Oddity>, seed: u64) -> Vec<(&'static str, Vec<Scored>)> {
    let month = facts.period.month();
    let copied = oddity == Some(Oddity::Copied);
    let spared = |aspect: Aspect| oddity.is_some_and(|it| it.spares(aspect, month));
    let form = rubric::form(facts.thematic || copied || spared(Aspect::Thematic));
    let criteria: Vec<Criterion> = form.iter().flat_map(|group| &group.criteria).copied().collect();
    let owed = |aspect: Aspect| match aspect {
        // Some points are missing in the copied sheet, so that it contradicts no month.
        Aspect::Attendance | Aspect::Thematic if copied => 2,
        _ if copied || spared(aspect) => 0,
        _ => aspect.owed(facts),
    };
    let dice = |month: u32| Dice::new(seed, Lane::Scores(cell.number, month));
    let own = shared(facts.own, &criteria, owed, spared, &mut dice(if copied { 0 } else { month }));
    // The upper committee's throws begin as the cell's own do, so that it takes off what the cell did, and more.
    let by_facts = |points: Points| shared(points, &criteria, |it| it.owed(facts), |_| false, &mut dice(month));
    let upper = facts.upper.map(by_facts);
    let mut lines = criteria.iter().enumerate().map(|(at, criterion)| Scored {
        criterion: *criterion,
        own: own.get(at).copied().unwrap_or(criterion.most),
        upper: upper.as_ref().and_then(|points| points.get(at).copied()),
        reason: criterion.about.reason().filter(|_| owed(criterion.about) > 0),
    });
    form.iter().map(|group| (group.title, lines.by_ref().take(group.criteria.len()).collect())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::city::city;
    use crate::sample::year::year;

    /// Every sheet with its cell's oddity, month by month.
    fn sheets(seed: u64) -> Vec<(Option<Oddity>, Facts, Vec<Scored>)> {
        let options = SampleOptions { seed, ..SampleOptions::default() };
        let mut sheets = Vec::new();
        for committee in city(&options) {
            let Some(sender) = SENDERS.iter().find(|it| it.committee == committee.code) else { continue };
            let cells = committee.cells.iter().filter(|cell| sender.cells.contains(&cell.short_name.as_str()));
            for cell in cells {
                let oddity = Oddity::of(&committee, cell);
                for facts in year(cell, options.year, options.months, seed).into_iter().filter(|facts| facts.held) {
                    let lines = scored(cell, &facts, oddity, seed).into_iter().flat_map(|(_, lines)| lines).collect();
                    sheets.push((oddity, facts, lines));
                }
            }
        }
        sheets
    }

    #[test]
    fn the_points_of_a_sheet_are_the_score_of_its_month() {
        for (_, facts, lines) in [171, 1, 2].into_iter().flat_map(sheets) {
            let own: u32 = lines.iter().map(|line| line.own.0).sum();
            let upper: Option<u32> = lines.iter().map(|line| line.upper.map(|it| it.0)).sum();
            assert_eq!((Points(own), upper.map(Points)), (facts.own, facts.upper), "{facts:?}");
            let within = |points: Points, line: &Scored| points <= line.criterion.most;
            assert!(lines.iter().all(|line| within(line.own, line) && line.upper.is_none_or(|it| within(it, line))));
        }
    }

    #[test]
    fn only_odd_sheets_contradict_their_month() {
        for (oddity, facts, lines) in [171, 1, 2].into_iter().flat_map(sheets) {
            let full =
                |aspect: Aspect| lines.iter().any(|it| it.criterion.about == aspect && it.own == it.criterion.most);
            let few = facts.present() * 100 < facts.due() * 85;
            let contradicts = few && full(Aspect::Attendance) || !facts.thematic && full(Aspect::Thematic);
            let planted = matches!(oddity, Some(Oddity::FullAttendance(_) | Oddity::FullThematic(_)));
            assert!(planted || !contradicts, "{facts:?}");
        }
    }

    #[test]
    fn a_copied_sheet_is_the_same_all_year() {
        let of_year = sheets(171);
        let copied = of_year.iter().filter(|(oddity, _, _)| *oddity == Some(Oddity::Copied));
        let points: Vec<Vec<Points>> = copied.map(|(_, _, lines)| lines.iter().map(|it| it.own).collect()).collect();
        assert_eq!(points.len(), 12);
        assert!(points.iter().all(|it| Some(it) == points.first()));
    }
}
