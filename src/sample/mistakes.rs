//! The honest mistakes of those who fill in the tables. Only the default case has them.

use super::city::Committee;
use super::shapes::Line;
use super::year::{Facts, Points};
use crate::terms::Grade;

/// What somebody got wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slip {
    /// A self score nobody can have.
    MistypedScore,
    /// The month's table was never sent.
    NothingSent,
    /// The first table was wrong in two values; the right one came later.
    CorrectedLater,
    /// The same file was sent again, into another folder.
    SentTwice,
    /// One letter of the name is wrong.
    Misspelled(&'static str),
    /// A row for a cell the register does not know.
    UnknownCell(&'static str),
    /// A grade the score does not give.
    WrongGrade,
    /// The name is written in short.
    Abbreviated,
    /// The name is another one that the register knows.
    OtherName(&'static str),
}

/// A mistake and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mistake {
    pub committee: &'static str,
    pub month: u32,
    /// Short name of the cell, where there is one.
    pub cell: &'static str,
    pub slip: Slip,
    /// What it is, in Vietnamese and English.
    pub what: [&'static str; 2],
}

/// The score that was typed for one under 100.
pub(super) const MISTYPED: Points = Points(296);

/// Every planted mistake.
pub(super) const MISTAKES: &[Mistake] = &[
    Mistake {
        committee: "LC.01",
        month: 4,
        cell: "tổ dân phố số 3",
        slip: Slip::MistypedScore,
        what: [
            "điểm tự chấm gõ nhầm thành 148: dòng bị loại, tháng đó coi như chưa báo cáo",
            "self score mistyped as 148: the row is rejected and the month counts as not reported",
        ],
    },
    Mistake {
        committee: "LC.10",
        month: 8,
        cell: "",
        slip: Slip::NothingSent,
        what: ["không gửi biểu tháng 8", "no table for August"],
    },
    Mistake {
        committee: "LC.03",
        month: 6,
        cell: "tổ dân phố số 5",
        slip: Slip::CorrectedLater,
        what: [
            "biểu đầu sai số có mặt và điểm tự chấm, sau đó gửi lại (sửa lần 2)",
            "the first table had a wrong attendance and self score; (sửa lần 2) corrects them",
        ],
    },
    Mistake {
        committee: "LC.07",
        month: 3,
        cell: "",
        slip: Slip::SentTwice,
        what: ["cùng một tệp gửi hai lần", "the very same file was sent twice"],
    },
    Mistake {
        committee: "LC.06",
        month: 5,
        cell: "bản Suối Lùng",
        slip: Slip::Misspelled("Chi bộ bản Suối Lùn"),
        what: ["tên chi bộ sai một chữ cái: “Suối Lùn”", "cell name wrong in one letter: “Suối Lùn”"],
    },
    Mistake {
        committee: "LC.06",
        month: 9,
        cell: "",
        slip: Slip::UnknownCell("Chi bộ Hợp tác xã Đá Xanh"),
        what: [
            "có dòng “Chi bộ Hợp tác xã Đá Xanh” không có trong danh mục: dòng bị loại",
            "a row for “Chi bộ Hợp tác xã Đá Xanh”, which the register does not know: the row is rejected",
        ],
    },
    Mistake {
        committee: "LC",
        month: 10,
        cell: "Bảo hiểm xã hội thành phố",
        slip: Slip::WrongGrade,
        what: ["xếp loại Khá trong khi điểm từ 90 trở lên", "graded Khá although the score is 90 or more"],
    },
    Mistake {
        committee: "LC",
        month: 2,
        cell: "Trường THPT Thành phố",
        slip: Slip::OtherName(super::city::ALIAS.1),
        what: [
            "dùng tên khác “Chi bộ THPT Thành phố”, có trong danh mục",
            "called “Chi bộ THPT Thành phố”, another name that the register knows",
        ],
    },
    Mistake {
        committee: "LC.04",
        month: 4,
        cell: "tổ dân phố số 4",
        slip: Slip::Abbreviated,
        what: ["tên viết tắt “CB TDP số 4”", "name abbreviated as “CB TDP số 4”"],
    },
    Mistake {
        committee: "LC.04",
        month: 4,
        cell: "tổ dân phố số 10",
        slip: Slip::Abbreviated,
        what: ["tên viết tắt “CB TDP số 10”", "name abbreviated as “CB TDP số 10”"],
    },
];

/// The mistakes in a committee's month.
pub(super) fn of(committee: &Committee, month: u32) -> impl Iterator<Item = &'static Mistake> {
    let code = committee.code.clone();
    MISTAKES.iter().filter(move |it| it.committee == code && it.month == month)
}

impl Mistake {
    /// Whether it costs a cell the report of a month.
    pub(super) fn loses(&self, committee: &str, cell: &str, month: u32) -> bool {
        let here = self.committee == committee && self.month == month;
        match self.slip {
            Slip::NothingSent => here,
            Slip::MistypedScore => here && self.cell == cell,
            _ => false,
        }
    }

    /// Writes the mistake into the lines of its month.
    pub(super) fn spoil(&self, lines: &mut Vec<Line>) {
        if let Slip::UnknownCell(name) = self.slip {
            if let Some(mut line) = lines.first().cloned() {
                name.clone_into(&mut line.name);
                let few =
                    Facts { members: 8, exempt: 0, excused: 1, unexcused: 0, speakers: 4, upper: None, ..line.facts };
                line.facts = few;
                let at = lines.iter().take_while(|other| other.group == line.group).count();
                lines.insert(at, line);
            }
            return;
        }
        let name = format!("Chi bộ {}", self.cell);
        for line in lines.iter_mut().filter(|line| line.name == name) {
            match self.slip {
                Slip::MistypedScore => line.facts.own = MISTYPED,
                Slip::CorrectedLater => first_attempt(&mut line.facts),
                Slip::Misspelled(other) | Slip::OtherName(other) => other.clone_into(&mut line.name),
                Slip::WrongGrade => line.grade = Some(Grade::Fair),
                Slip::Abbreviated => line.name = format!("CB {}", self.cell.replace("tổ dân phố", "TDP")),
                Slip::NothingSent | Slip::SentTwice | Slip::UnknownCell(_) => {}
            }
        }
    }
}

/// What the first table said before it was corrected.
fn first_attempt(facts: &mut Facts) {
    facts.excused += 3;
    facts.own = Points(facts.own.0 - 12);
}
