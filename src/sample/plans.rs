//! Thematic plans: which committees collect them, what their cells plan, and whose plan is missing or not approved.

use chrono::{Days, NaiveDate};

use super::SampleOptions;
use super::city::{Cell, Committee, Kind};
use super::dice::{Dice, Lane};
use super::files::Draft;
use super::shapes::thematic_plan::{self, Layout, Planned};

/// A committee that collects plans, and the file it sends them in.
struct Collector {
    committee: &'static str,
    layout: Layout,
    path: &'static str,
}

const COLLECTORS: [Collector; 2] = [
    Collector {
        committee: "LC",
        layout: Layout::QuartersAcross,
        path: "inbox/Chi bộ cơ sở/Kế hoạch sinh hoạt chuyên đề {y}.xlsx",
    },
    Collector {
        committee: "LC.07",
        layout: Layout::QuartersDown,
        path: "inbox/LC.07/Đăng ký sinh hoạt chuyên đề năm {y}.xlsx",
    },
];

/// What a plan lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lack {
    /// There is none.
    Plan,
    /// Nobody approved it.
    Approval,
}

/// A plan that lacks something.
pub(super) struct Lacking {
    pub committee: &'static str,
    pub cell: &'static str,
    pub lack: Lack,
}

/// Every plan that lacks something. None is of a cell whose third amber it would be.
pub(super) const LACKING: &[Lacking] = &[
    Lacking { committee: "LC", cell: "Công ty TNHH Vận tải Tây Sơn", lack: Lack::Plan },
    Lacking { committee: "LC", cell: "Hội Chữ thập đỏ thành phố", lack: Lack::Approval },
    Lacking { committee: "LC.07", cell: "bản Tả Sin", lack: Lack::Plan },
    Lacking { committee: "LC.07", cell: "bản Cẩm Trung", lack: Lack::Approval },
];

const RESIDENTIAL: [&str; 6] = [
    "Phát triển kinh tế hộ, giảm nghèo bền vững",
    "Xây dựng đời sống văn hóa ở khu dân cư",
    "Giữ gìn an ninh trật tự, phòng, chống tội phạm",
    "Bảo vệ môi trường, giữ gìn cảnh quan",
    "Tạo nguồn và kết nạp đảng viên",
    "Nâng cao chất lượng sinh hoạt chi bộ",
];

const WORKPLACE: [&str; 6] = [
    "Cải cách hành chính, nâng cao đạo đức công vụ",
    "Chuyển đổi số trong công việc của đơn vị",
    "Thực hành tiết kiệm, chống lãng phí",
    "Vai trò nêu gương của đảng viên",
    "Nâng cao chất lượng tự phê bình và phê bình",
    "Xây dựng chi bộ bốn tốt",
];

/// The plans a committee sends, if it collects any.
pub(super) fn draft(committee: &Committee, options: &SampleOptions) -> Option<Draft> {
    let collector = collector(committee)?;
    let year_begins = NaiveDate::from_ymd_opt(options.year, 1, 8)?;
    let planned: Vec<Planned<'_>> =
        committee.cells.iter().map(|cell| planned(cell, lack(committee, cell), year_begins, options.seed)).collect();
    let sheet = thematic_plan::sheet(committee, &planned, collector.layout, options.year);
    Some(Draft::new(collector.path.replace("{y}", &options.year.to_string()), sheet))
}

fn collector(committee: &Committee) -> Option<&'static Collector> {
    COLLECTORS.iter().find(|it| it.committee == committee.code)
}

fn lack(committee: &Committee, cell: &Cell) -> Option<Lack> {
    let lacking = LACKING.iter().find(|it| it.committee == committee.code && it.cell == cell.short_name)?;
    Some(lacking.lack)
}

fn planned(cell: &Cell, lack: Option<Lack>, year_begins: NaiveDate, seed: u64) -> Planned<'_> {
    if lack == Some(Lack::Plan) {
        return Planned { cell, topics: None, submitted: None, approved: None };
    }
    let mut dice = Dice::new(seed, Lane::Plan(cell.number));
    let of_kind = if matches!(cell.kind, Kind::Village | Kind::Group) { RESIDENTIAL } else { WORKPLACE };
    let first = usize::try_from(dice.between(0, 5)).unwrap_or(0);
    let mut topics = of_kind.into_iter().cycle().skip(first);
    let topics = [(); 4].map(|()| topics.next().unwrap_or_default());
    let submitted = year_begins + Days::new(dice.between(0, 12).into());
    let approved = submitted + Days::new(dice.between(5, 14).into());
    let approved = (lack != Some(Lack::Approval)).then_some(approved);
    Planned { cell, topics: Some(topics), submitted: Some(submitted), approved }
}

#[cfg(test)]
pub(super) fn is_missing(committee: &Committee, cell: &Cell) -> bool {
    collector(committee).is_some() && lack(committee, cell) == Some(Lack::Plan)
}
