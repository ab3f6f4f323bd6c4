//! What goes wrong where, on purpose: the cells whose year is not ordinary, and why.

/// How a cell's year differs from an ordinary one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Course {
    /// Of 1,000 members due, how many are absent; `None` = as usual for the type.
    pub absent_mille: Option<u32>,
    /// Of 1,000 members due, how many are absent without a reason.
    pub unexcused_mille: u32,
    /// Months without a meeting.
    pub missed: &'static [u32],
    /// Quarters without a thematic meeting.
    pub unthematic: &'static [u32],
    /// Of 1,000 present, how many speak; `None` = as usual.
    pub speakers_mille: Option<u32>,
    /// Months whose meeting is under 90 minutes.
    pub short: &'static [u32],
    /// Scores.
    pub scoring: Scoring,
    /// How well the followers come.
    pub follow: Follow,
}

/// How a cell scores itself, and is scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scoring {
    /// Between 81 and 98; the upper committee agrees, or takes off a little, in part of the months.
    Usual,
    /// About this many points.
    About(u32),
    /// Good until September, then lower each month.
    Falling,
    /// 100 every month.
    Constant,
    /// The same every month, and under 100.
    Steady,
    /// The upper committee gives this much less.
    Gap(u32),
    /// Never scored from above.
    NeverAbove,
}

/// How well the followers come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Follow {
    /// At least as often as asked.
    Well,
    /// One meeting in three or so is missed.
    Gaps,
    /// Fewer than half.
    Rarely,
    /// Nobody is assigned.
    Nobody,
    /// The secretary sits on the upper committee.
    NotNeeded,
}

/// A cell whose year is not ordinary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Planted {
    /// Code of the committee.
    pub committee: &'static str,
    /// Name without `Chi bộ`.
    pub cell: &'static str,
    pub members: Option<u32>,
    pub hardship: bool,
    /// Minutes the committee has set for so small a cell.
    pub minutes: Option<u32>,
    pub course: Course,
    /// Whether the default flags find it in need of support.
    pub weak: bool,
    /// The reason, in Vietnamese and English.
    pub why: [&'static str; 2],
}

impl Course {
    /// A year with nothing amiss.
    pub(super) const ORDINARY: Self = Self {
        absent_mille: None,
        unexcused_mille: 0,
        missed: &[],
        unthematic: &[],
        speakers_mille: None,
        short: &[],
        scoring: Scoring::Usual,
        follow: Follow::Well,
    };

    const fn scored(scoring: Scoring) -> Self {
        Self { scoring, ..Self::ORDINARY }
    }

    const fn followed(follow: Follow) -> Self {
        Self { follow, ..Self::ORDINARY }
    }

    const fn away(absent_mille: u32) -> Self {
        Self { absent_mille: Some(absent_mille), scoring: Scoring::About(82), ..Self::ORDINARY }
    }

    const fn missing(missed: &'static [u32]) -> Self {
        Self { missed, scoring: Scoring::About(85), ..Self::ORDINARY }
    }

    const fn without_thematic(unthematic: &'static [u32]) -> Self {
        Self { unthematic, ..Self::ORDINARY }
    }

    const fn quiet(speakers_mille: u32) -> Self {
        Self { speakers_mille: Some(speakers_mille), scoring: Scoring::About(84), ..Self::ORDINARY }
    }
}

/// What was planted in a cell.
pub(super) fn planted(committee: &str, cell: &str) -> Option<&'static Planted> {
    NEEDING_SUPPORT.iter().chain(OTHERWISE_NOTABLE).find(|it| it.committee == committee && it.cell == cell)
}

const fn plant(committee: &'static str, cell: &'static str, course: Course, why: [&'static str; 2]) -> Planted {
    Planted { committee, cell, members: None, hardship: false, minutes: None, course, weak: false, why }
}

const fn weak(
    committee: &'static str,
    cell: &'static str,
    members: u32,
    course: Course,
    why: [&'static str; 2],
) -> Planted {
    Planted { members: Some(members), weak: true, ..plant(committee, cell, course, why) }
}

const fn hard(planted: Planted) -> Planted {
    Planted { hardship: true, ..planted }
}

/// Cells that need support, each with its reason.
pub(super) const NEEDING_SUPPORT: &[Planted] = &[
    weak(
        "LC",
        "Công ty TNHH Vận tải Tây Sơn",
        14,
        Course::without_thematic(&[1, 3, 4]),
        ["ba quý không có sinh hoạt chuyên đề", "three quarters without a thematic meeting"],
    ),
    weak(
        "LC.01",
        "tổ dân phố số 4",
        34,
        Course { unexcused_mille: 80, absent_mille: Some(25), ..Course::ORDINARY },
        ["nhiều lượt vắng không lý do (trên 5 %)", "many unexcused absences (over 5 %)"],
    ),
    weak(
        "LC.01",
        "Trạm Y tế phường",
        9,
        Course::without_thematic(&[2, 3]),
        ["quý II và quý III không có sinh hoạt chuyên đề", "no thematic meeting in the second and third quarter"],
    ),
    weak(
        "LC.02",
        "tổ dân phố số 9",
        32,
        Course::away(215),
        ["nhiều đảng viên đi làm ăn xa, tỷ lệ dự dưới 85 %", "many members work away: attendance under 85 %"],
    ),
    weak(
        "LC.03",
        "tổ dân phố số 6",
        36,
        Course::quiet(115),
        ["rất ít đảng viên phát biểu (dưới 15 % số có mặt)", "very few members speak (under 15 % of those present)"],
    ),
    weak(
        "LC.04",
        "tổ dân phố số 7",
        27,
        Course::missing(&[2, 8]),
        ["hai tháng không họp (tháng 2, tháng 8)", "two months without a meeting (February, August)"],
    ),
    hard(weak(
        "LC.05",
        "bản Nậm Sen",
        17,
        Course::away(225),
        ["đảng viên trẻ đi làm ăn xa, tỷ lệ dự dưới 85 %", "young members work away: attendance under 85 %"],
    )),
    weak(
        "LC.05",
        "tổ dân phố số 5",
        25,
        Course { unthematic: &[3], short: &[1, 4, 7, 10], speakers_mille: Some(260), ..Course::ORDINARY },
        [
            "ba dấu hiệu vàng: một quý thiếu chuyên đề, một phần ba số buổi dưới 90 phút, ít ý kiến",
            "three ambers: one quarter without a thematic meeting, a third of the meetings under 90 minutes, few speakers",
        ],
    ),
    hard(weak(
        "LC.06",
        "bản Hua Mây",
        19,
        Course::away(240),
        ["đảng viên đi làm ăn xa, tỷ lệ dự dưới 85 %", "members work away: attendance under 85 %"],
    )),
    hard(weak(
        "LC.06",
        "bản Xéo Páo",
        15,
        Course::away(230),
        ["đảng viên đi làm ăn xa, tỷ lệ dự dưới 85 %", "members work away: attendance under 85 %"],
    )),
    hard(weak(
        "LC.06",
        "bản Tả Cung",
        12,
        Course::missing(&[1, 9]),
        ["hai tháng không họp (tháng 1, tháng 9)", "two months without a meeting (January, September)"],
    )),
    hard(weak(
        "LC.06",
        "bản Can Hồ",
        11,
        Course {
            absent_mille: Some(182),
            missed: &[6],
            speakers_mille: Some(240),
            scoring: Scoring::About(78),
            ..Course::ORDINARY
        },
        [
            "ba dấu hiệu vàng: tỷ lệ dự dưới 85 %, một tháng không họp, ít ý kiến",
            "three ambers: attendance under 85 %, one month without a meeting, few speakers",
        ],
    )),
    hard(weak(
        "LC.07",
        "bản Chin Chu",
        16,
        Course::away(235),
        ["đảng viên đi làm ăn xa, tỷ lệ dự dưới 85 %", "members work away: attendance under 85 %"],
    )),
    weak(
        "LC.07",
        "Trường THCS San Thàng",
        22,
        Course::scored(Scoring::Falling),
        ["điểm chất lượng giảm mạnh trong ba tháng cuối năm", "quality scores fall sharply in the last three months"],
    ),
    weak(
        "LC.08",
        "Nhà tạm giữ",
        13,
        Course { short: &[1, 2, 4, 5, 7, 8, 10, 11], ..Course::ORDINARY },
        ["hai phần ba số buổi dưới 90 phút", "two thirds of the meetings under 90 minutes"],
    ),
    weak(
        "LC.09",
        "Phòng Kinh tế",
        26,
        Course::quiet(110),
        ["rất ít đảng viên phát biểu (dưới 15 % số có mặt)", "very few members speak (under 15 % of those present)"],
    ),
];

/// Cells worth a look that need no support: near misses, and what never counts against the cell.
pub(super) const OTHERWISE_NOTABLE: &[Planted] = &[
    Planted {
        members: Some(4),
        hardship: true,
        minutes: Some(60),
        ..plant(
            "LC.06",
            "bản Thèn Sin",
            Course { absent_mille: Some(250), short: &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], ..Course::ORDINARY },
            [
                "4 đảng viên, 1 người đi làm xa cả năm: tỷ lệ dự 75 % nhưng chỉ là dấu hiệu vàng; thời lượng tối thiểu 60 phút do cấp ủy quy định",
                "4 members, one away all year: attendance 75 %, yet only amber; its committee has set 60 minutes as minimum",
            ],
        )
    },
    plant(
        "LC.02",
        "tổ dân phố số 11",
        Course::missing(&[2]),
        ["một tháng không họp (tháng Tết): chỉ một dấu hiệu vàng", "one month without a meeting (Tết): a single amber"],
    ),
    Planted {
        members: Some(24),
        ..plant(
            "LC.03",
            "tổ dân phố số 2",
            Course { missed: &[8], speakers_mille: Some(270), ..Course::ORDINARY },
            ["một tháng không họp, ít ý kiến: hai dấu hiệu vàng", "one month missed, few speakers: two ambers"],
        )
    },
    plant(
        "LC.03",
        "tổ dân phố số 7",
        Course { unexcused_mille: 32, absent_mille: Some(20), ..Course::ORDINARY },
        ["một số lượt vắng không lý do: một dấu hiệu vàng", "some unexcused absences: one amber"],
    ),
    plant(
        "LC.08",
        "Đội Cảnh sát giao thông, trật tự",
        Course { short: &[3, 6, 9, 12], ..Course::ORDINARY },
        ["một phần ba số buổi dưới 90 phút: một dấu hiệu vàng", "a third of the meetings under 90 minutes: one amber"],
    ),
    plant(
        "LC",
        "Công ty TNHH Xây dựng Phong Thịnh",
        Course::without_thematic(&[4]),
        [
            "quý IV không có sinh hoạt chuyên đề: một dấu hiệu vàng",
            "no thematic meeting in the fourth quarter: one amber",
        ],
    ),
    plant(
        "LC.07",
        "bản Lở Sơn",
        Course::scored(Scoring::About(66)),
        ["trung vị điểm dưới 70: một dấu hiệu vàng", "median score under 70: one amber"],
    ),
    plant(
        "LC.01",
        "Cơ quan phường",
        Course::scored(Scoring::Constant),
        ["tự chấm 100 điểm suốt năm", "scores itself 100 all year"],
    ),
    plant(
        "LC.08",
        "Đội Tổng hợp",
        Course::scored(Scoring::Constant),
        ["tự chấm 100 điểm suốt năm", "scores itself 100 all year"],
    ),
    plant(
        "LC.03",
        "Cơ quan phường",
        Course::scored(Scoring::Gap(6)),
        ["tự chấm cao hơn cấp trên khoảng 6 điểm", "own scores about 6 points above the upper committee's"],
    ),
    plant(
        "LC",
        "Trung tâm Phát triển quỹ đất",
        Course::scored(Scoring::Gap(7)),
        ["tự chấm cao hơn cấp trên khoảng 7 điểm", "own scores about 7 points above the upper committee's"],
    ),
    plant(
        "LC",
        "Công ty Cổ phần Môi trường Ban Mai",
        Course::scored(Scoring::Gap(12)),
        ["tự chấm cao hơn cấp trên khoảng 12 điểm", "own scores about 12 points above the upper committee's"],
    ),
    plant(
        "LC.05",
        "Cơ quan phường",
        Course::scored(Scoring::NeverAbove),
        ["cả năm chưa có cấp trên chấm", "never scored from above"],
    ),
    plant(
        "LC",
        "Kho vật tư K12",
        Course::scored(Scoring::NeverAbove),
        ["cả năm chưa có cấp trên chấm", "never scored from above"],
    ),
    plant(
        "LC.01",
        "tổ dân phố số 6",
        Course { scoring: Scoring::Steady, ..Course::followed(Follow::Gaps) },
        [
            "cấp ủy viên dự chưa đủ số buổi; tự chấm như nhau suốt năm",
            "followers come less often than asked; scores itself the same all year",
        ],
    ),
    plant("LC.01", "Trường THCS Quyết Thắng", Course::followed(Follow::Rarely), RARELY),
    plant("LC.02", "tổ dân phố số 3", Course::followed(Follow::Gaps), GAPS),
    plant("LC.02", "tổ dân phố số 12", Course::followed(Follow::Rarely), RARELY),
    plant("LC.03", "Trạm Y tế phường", Course::followed(Follow::Gaps), GAPS),
    plant("LC.04", "tổ dân phố số 10", Course::followed(Follow::Rarely), RARELY),
    plant("LC.04", "Quân sự phường", Course::followed(Follow::Nobody), NOBODY),
    plant("LC.05", "tổ dân phố số 1", Course::followed(Follow::Gaps), GAPS),
    plant("LC.06", "bản Sin Thàng", Course::followed(Follow::Gaps), GAPS),
    hard(plant("LC.06", "bản Lùng Trù", Course::followed(Follow::Rarely), RARELY)),
    plant("LC.06", "bản Nà Đon 2", Course::followed(Follow::Gaps), GAPS),
    hard(plant("LC.07", "bản Phan Cù", Course::followed(Follow::Gaps), GAPS)),
    plant("LC.08", "Đội Xây dựng phong trào", Course::followed(Follow::Rarely), RARELY),
    plant("LC.09", "Phòng Tư pháp", Course::followed(Follow::Gaps), GAPS),
    plant("LC.09", "Thanh tra thành phố", Course::followed(Follow::Nobody), NOBODY),
    plant("LC", "Bưu điện thành phố", Course::followed(Follow::Gaps), GAPS),
    plant("LC", "Quỹ tín dụng nhân dân", Course::followed(Follow::Rarely), RARELY),
    plant("LC", "Ban Quản lý dự án xây dựng", Course::followed(Follow::Gaps), GAPS),
    plant("LC", "Cơ quan Thành ủy", Course::followed(Follow::NotNeeded), NOT_NEEDED),
    plant("LC", "Cơ quan Mặt trận và đoàn thể thành phố", Course::followed(Follow::NotNeeded), NOT_NEEDED),
    plant("LC", "Tòa án nhân dân thành phố", Course::followed(Follow::NotNeeded), NOT_NEEDED),
    plant("LC", "Viện Kiểm sát nhân dân thành phố", Course::followed(Follow::NotNeeded), NOT_NEEDED),
    plant("LC", "Trung tâm Chính trị thành phố", Course::followed(Follow::NotNeeded), NOT_NEEDED),
    plant("LC", "Ban Chỉ huy Quân sự thành phố", Course::followed(Follow::NotNeeded), NOT_NEEDED),
];

const GAPS: [&str; 2] = ["cấp ủy viên dự chưa đủ số buổi", "followers come less often than asked"];
const RARELY: [&str; 2] = ["cấp ủy viên dự dưới một nửa số buổi", "followers come to less than half of the meetings"];
const NOBODY: [&str; 2] = ["chưa phân công cấp ủy viên dự", "nobody is assigned to follow it"];
const NOT_NEEDED: [&str; 2] = [
    "bí thư là cấp ủy viên cấp trên, không cần phân công người dự",
    "the secretary sits on the upper committee: no follower needed",
];
