//! The words units write: titles of columns as found in real forms, names of cells, lines around a table.
//! Taken from the collected forms, not from the rules under test.

/// A column a table may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    Ordinal,
    Name,
    Code,
    Members,
    /// `12/13` in the column of members.
    PresentOfDue,
    Exempt,
    Due,
    Present,
    Excused,
    Unexcused,
    Rate,
    HeldOn,
    Duration,
    Speakers,
    Thematic,
    CommitteeMet,
    Visited,
    SelfScore,
    UpperScore,
    Grade,
    Good,
    Fair,
    Average,
    Poor,
    Note,
    /// `Khối`: a label merged down the side.
    Side,
    /// A column the form does not know.
    Other(u8),
}

impl Column {
    pub const MARKS: [Self; 4] = [Self::Good, Self::Fair, Self::Average, Self::Poor];

    /// A number of its own.
    pub fn number(self) -> u64 {
        match self {
            Self::Ordinal => 0,
            Self::Name => 1,
            Self::Code => 2,
            Self::Members => 3,
            Self::PresentOfDue => 4,
            Self::Exempt => 5,
            Self::Due => 6,
            Self::Present => 7,
            Self::Excused => 8,
            Self::Unexcused => 9,
            Self::Rate => 10,
            Self::HeldOn => 11,
            Self::Duration => 12,
            Self::Speakers => 13,
            Self::Thematic => 14,
            Self::CommitteeMet => 15,
            Self::Visited => 16,
            Self::SelfScore => 17,
            Self::UpperScore => 18,
            Self::Grade => 19,
            Self::Good => 20,
            Self::Fair => 21,
            Self::Average => 22,
            Self::Poor => 23,
            Self::Note => 24,
            Self::Side => 25,
            Self::Other(number) => 26 + u64::from(number),
        }
    }

    /// Titles of a column that stands by itself.
    pub fn titles(self) -> &'static [&'static str] {
        match self {
            Self::Ordinal => &["STT", "TT", "S T T"],
            Self::Name => &["Tên chi bộ", "Tên đơn vị", "Chi bộ", "Chi bộ trực thuộc"],
            Self::Code => &["Mã chi bộ", "Mã"],
            Self::Members => &["Tổng số đảng viên", "Tổng số ĐV", "Đảng số", "Số lượng đảng viên", "Số lượng", "Sĩ số"],
            Self::PresentOfDue => {
                &["Số lượng đảng viên", "Số lượng ĐV dự sinh hoạt lệ", "Sĩ số (Có mặt/Tổng)", "Đảng số", "Sĩ số"]
            }
            Self::Exempt => &[
                "Miễn sinh hoạt",
                "Miễn công tác và sinh hoạt",
                "Diện miễn sinh hoạt",
                "Số lượng đảng viên miễn sinh hoạt",
                "Đảng viên miễn sinh hoạt",
            ],
            Self::Due => &["Số đảng viên được triệu tập", "Sĩ số yêu cầu", "Sĩ số phải dự", "Phải dự"],
            Self::Present => &[
                "Có mặt",
                "Có mặt dự họp",
                "Dự họp",
                "Dự sinh hoạt",
                "Dự sinh hoạt lệ",
                "Đã điểm danh",
                "Số đảng viên có mặt",
                "Đảng viên có mặt dự họp",
                "Số lượng đảng viên có mặt",
                "Đảng viên đã điểm danh",
            ],
            Self::Excused => &[
                "Vắng có lý do",
                "Vắng có phép",
                "Số đảng viên vắng có lý do",
                "Số lượng đảng viên vắng có phép",
                "Đảng viên vắng có lý do",
            ],
            Self::Unexcused => &[
                "Vắng không lý do",
                "Không phép",
                "Không có lý do",
                "Số lượng đảng viên vắng không phép",
                "Đảng viên vắng mặt (không phép)",
            ],
            Self::Rate => &["Tỷ lệ", "Tỉ lệ", "Tỷ lệ %", "Tỷ lệ điểm danh"],
            Self::HeldOn => &["Ngày họp chi bộ", "Ngày họp", "Thời gian sinh hoạt"],
            Self::Duration => &["Thời lượng", "Thời gian họp", "Số phút", "Thời lượng (phút)"],
            Self::Speakers => &["Số đảng viên phát biểu", "Phát biểu ý kiến", "Số ý kiến"],
            Self::Thematic => &["Sinh hoạt chuyên đề", "SH chuyên đề", "Chuyên đề", "Học tập Chuyên đề"],
            Self::CommitteeMet => &["Họp chi ủy"],
            Self::Visited => &["Cấp ủy viên dự", "Cấp ủy cấp trên dự"],
            Self::SelfScore => &[
                "Điểm tự chấm",
                "Tổng điểm tự chấm",
                "KQ số điểm được đánh giá",
                "Kết quả số điểm đánh giá",
                "Chi ủy, Bí thư chi bộ chấm",
            ],
            Self::UpperScore => &["Cấp ủy viên cấp trên chấm"],
            Self::Grade => &["Xếp loại", "Mức xếp loại"],
            Self::Good => &["Tốt"],
            Self::Fair => &["Khá"],
            Self::Average => &["Trung bình", "TB"],
            Self::Poor => &["Kém"],
            Self::Note => &["Ghi chú", "Ghi chú (thuyết minh điểm trừ)"],
            Self::Side => &["Khối"],
            Self::Other(number) => {
                const OTHERS: [&[&str]; Column::OTHERS as usize] = [
                    &["Dân vận khéo"],
                    &["Địa điểm"],
                    &["KT GS"],
                    &["KNĐ"],
                    &["Đọc bài viết"],
                    &["KH Sinh hoạt CĐ"],
                    &["Điểm thi trung bình"],
                    &["Thứ hạng"],
                    &["Khác"],
                    &["Bí thư, điện thoại"],
                ];
                OTHERS[usize::from(number)]
            }
        }
    }

    /// How many columns there are that the form does not know.
    pub const OTHERS: u8 = 10;

    /// Titles of a column under the title of its group.
    pub fn titles_in(self, group: Group) -> &'static [&'static str] {
        match (group, self) {
            (Group::Attendance, Self::Members) => &["Tổng số"],
            (Group::Attendance, Self::Due) => &["Phải dự", "Được triệu tập"],
            (Group::Attendance, Self::Exempt) => &["Miễn sinh hoạt", "Diện miễn sinh hoạt"],
            (Group::Attendance, Self::Present) => &["Có mặt", "Dự họp", "Dự sinh hoạt"],
            (Group::Attendance, Self::Excused) => &["Vắng có lý do", "Vắng có phép"],
            (Group::Attendance, Self::Unexcused) => &["Vắng không lý do", "Không phép"],
            (Group::Absent, Self::Excused) => &["Có lý do", "Có phép"],
            (Group::Absent, Self::Unexcused) => &["Không lý do", "Không phép", "Không có lý do"],
            (Group::Scores, Self::SelfScore) => &["Tự chấm", "Chi ủy, Bí thư chi bộ chấm"],
            (Group::Scores, Self::UpperScore) => &["Cấp ủy viên cấp trên chấm", "Cấp trên chấm"],
            _ => self.titles(),
        }
    }
}

/// Columns under a common title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    Attendance,
    /// Within attendance, one level further down.
    Absent,
    Scores,
    Grades,
}

impl Group {
    pub fn titles(self) -> &'static [&'static str] {
        match self {
            Self::Attendance => &["Số đảng viên", "Đảng viên", "Số lượng đảng viên"],
            Self::Absent => &["Vắng", "Vắng mặt", "Đảng viên vắng mặt"],
            Self::Scores => &["Điểm đánh giá", "Điểm", "Điểm chấm"],
            Self::Grades => &["Mức đánh giá xếp loại sau buổi sinh hoạt chi bộ hằng tháng", "Mức xếp loại", "Xếp loại"],
        }
    }

    pub fn of(column: Column) -> Option<Self> {
        use Column as C;
        match column {
            C::Members | C::Exempt | C::Due | C::Present | C::Excused | C::Unexcused => Some(Self::Attendance),
            C::SelfScore | C::UpperScore => Some(Self::Scores),
            C::Good | C::Fair | C::Average | C::Poor => Some(Self::Grades),
            _ => None,
        }
    }
}

/// A cell of the register and the ways its name is written.
pub struct CellWords {
    pub id: &'static str,
    pub name: &'static str,
    pub short: &'static [&'static str],
    pub kind: &'static str,
    /// The proper part of the name, in which a letter may be mistyped; empty where there is none.
    pub proper: &'static str,
}

pub const UNIT: &str = "SPH";
pub const UNIT_NAME: &str = "Đảng ủy xã Sùng Phài";
pub const SUPERIOR: &str = "Thành ủy Lai Châu";

const fn cell(
    id: &'static str,
    kind: &'static str,
    name: &'static str,
    short: &'static [&'static str],
    proper: &'static str,
) -> CellWords {
    CellWords { id, name, short, kind, proper }
}

pub const CELLS: [CellWords; 13] = [
    cell("SPH.01", "bản", "Chi bộ bản Lở Thàng 1", &["CB bản Lở Thàng 1", "Bản Lở Thàng 1"], "Thàng"),
    cell("SPH.02", "bản", "Chi bộ bản Lở Thàng 2", &["CB bản Lở Thàng 2", "Bản Lở Thàng 2"], "Thàng"),
    cell("SPH.03", "bản", "Chi bộ bản Gia Khâu", &["CB bản Gia Khâu", "Bản Gia Khâu"], "Khâu"),
    cell("SPH.04", "bản", "Chi bộ bản Sùng Chô", &["CB bản Sùng Chô", "Bản Sùng Chô"], "Sùng"),
    cell("SPH.05", "bản", "Chi bộ bản Trung Chải", &["CB bản Trung Chải"], "Chải"),
    cell("SPH.06", "tổ dân phố", "Chi bộ tổ dân phố số 1", &["CB TDP 1", "TDP số 1", "Tổ dân phố số 01"], ""),
    cell("SPH.07", "tổ dân phố", "Chi bộ tổ dân phố số 2", &["CB TDP 2", "TDP số 2", "Tổ dân phố số 02"], ""),
    cell("SPH.08", "tổ dân phố", "Chi bộ tổ dân phố số 12", &["CB TDP 12", "TDP số 12"], ""),
    cell("SPH.09", "trường học", "Chi bộ Trường Tiểu học Sùng Phài", &["CB Trường TH Sùng Phài"], "Phài"),
    cell("SPH.10", "trường học", "Chi bộ Trường THCS Sùng Phài", &["CB Trường THCS Sùng Phài"], "Phài"),
    cell("SPH.11", "trường học", "Chi bộ Trường Mầm non Sùng Phài", &["CB Trường MN Sùng Phài"], "Phài"),
    cell("SPH.12", "cơ quan", "Chi bộ Công an xã", &["CB Công an xã", "CB CA xã"], ""),
    cell("SPH.13", "cơ quan", "Chi bộ Hợp tác xã Thuỷ lợi Hoà Bình", &["CB Hợp tác xã Thủy lợi Hòa Bình"], "Bình"),
];

/// Cells nobody registered.
pub const UNKNOWN_CELLS: [&str; 4] = [
    "Chi bộ bản Phìn Ngan Xin Chải",
    "Chi bộ tổ dân phố số 77",
    "Chi bộ Bưu điện",
    "Chi bộ Trường THPT Dân tộc nội trú",
];

pub const TITLES: [&str; 4] = [
    "BÁO CÁO KẾT QUẢ SINH HOẠT CHI BỘ",
    "DANH SÁCH TỔNG HỢP ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG SINH HOẠT CHI BỘ",
    "TỔNG HỢP CHẤT LƯỢNG SINH HOẠT CHI BỘ",
    "Biểu tổng hợp tình hình sinh hoạt chi bộ",
];

pub const NOT_HELD: [&str; 4] = ["Chưa họp", "Không họp", "Hoãn", "Chưa sinh hoạt"];
pub const NOTES: [&str; 4] = ["Trừ điểm do vắng nhiều", "02 đ/c đi công tác", "Có 01 đảng viên mới chuyển đến", "x"];
pub const TOPICS: [&str; 3] =
    ["Học tập và làm theo Bác", "Xây dựng nông thôn mới", "Nâng cao chất lượng sinh hoạt chi bộ bản"];
/// Roles of visitors with the level they come from.
pub const ROLES: [(&str, &str); 3] =
    [("Đảng ủy viên", "committee"), ("Thành ủy viên", "upper"), ("Bí thư Đảng ủy", "committee")];
pub const FOOTNOTES: [&str; 3] = [
    "* Ghi chú: Tổng số: 157 đảng viên (trong đó, có 01 đv chuyển sinh hoạt tạm thời về Trường Chính trị của CB1)./.",
    "Ghi chú: đánh dấu x vào ô tương ứng",
    "Ghi chú:",
];
