//! The sheets of the reports, one file each: from the view of the figures to a filled sheet.

pub(super) mod agreement;
pub(super) mod distribution;
pub(super) mod duties;
pub(super) mod method;
pub(super) mod models;
pub(super) mod month_cells;
pub(super) mod month_figures;
pub(super) mod month_overview;
pub(super) mod not_reported;
pub(super) mod overview;
pub(super) mod pooled;
pub(super) mod quality;
pub(super) mod ranking;
pub(super) mod review;
pub(super) mod submissions;
pub(super) mod suggestion;
pub(super) mod supervision;
pub(super) mod support;
pub(super) mod thresholds;
pub(super) mod year_overview;

use crate::lang::Lang;

/// Which sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    Overview,
    Month,
    Ranking,
    ByType,
    ByUnit,
    Support,
    Models,
    Agreement,
    Duties,
    Review,
    Suggestion,
    NotReported,
    Distribution,
    Supervision,
    Quality,
    Submissions,
    Method,
}

impl Name {
    /// The name on the tab.
    pub(super) fn tab(self, lang: Lang) -> &'static str {
        match self {
            Self::Overview => lang.pick("Tổng quan", "Overview"),
            Self::Month => lang.pick("Trong tháng", "The month"),
            Self::Ranking => lang.pick("Xếp thứ tự", "Ranking"),
            Self::ByType => lang.pick("Theo loại hình", "By type"),
            Self::ByUnit => lang.pick("Theo đơn vị", "By committee"),
            Self::Support => lang.pick("Cần quan tâm, hỗ trợ", "Needs support"),
            Self::Models => lang.pick("Sinh hoạt mẫu", "Model meetings"),
            Self::Agreement => lang.pick("Tự chấm và cấp trên chấm", "Self against upper"),
            Self::Duties => lang.pick("Phân công dự sinh hoạt", "Assignments"),
            Self::Review => lang.pick("Điểm chấm cần xem lại", "Scores to review"),
            Self::Suggestion => lang.pick("Gợi ý theo tiêu chí sinh hoạt", "Suggestion"),
            Self::NotReported => lang.pick("Chưa báo cáo", "Not reported"),
            Self::Distribution => lang.pick("Phân bố điểm", "Score distribution"),
            Self::Supervision => lang.pick("Theo dõi sinh hoạt", "Supervision"),
            Self::Quality => lang.pick("Chất lượng số liệu", "Data quality"),
            Self::Submissions => lang.pick("Biểu đã nhận", "Submissions"),
            Self::Method => lang.pick("Phương pháp", "Method"),
        }
    }

    /// What the sheet shows, for the list of sheets.
    pub(super) fn shows(self, lang: Lang) -> &'static str {
        match self {
            Self::Overview => lang.pick("Số liệu chính của kỳ", "Key figures"),
            Self::Month => lang.pick("Số liệu từng chi bộ trong tháng", "Each cell's month"),
            Self::Ranking => lang.pick("Thứ tự các chi bộ theo chỉ số", "Cells by index"),
            Self::ByType => lang.pick("Số liệu gộp theo loại hình chi bộ", "Figures pooled by cell type"),
            Self::ByUnit => lang.pick("Số liệu gộp theo đơn vị quản lý", "Figures pooled by committee"),
            Self::Support => {
                lang.pick("Các chi bộ cần quan tâm, hỗ trợ và căn cứ", "Cells that need support, with the evidence")
            }
            Self::Models => lang.pick(
                "Đề xuất chủ trì sinh hoạt mẫu và chi bộ được hỗ trợ",
                "Proposed hosts of model meetings, and who goes to see them",
            ),
            Self::Agreement => lang.pick(
                "Tự chấm so với cấp trên chấm: chênh lệch, theo đơn vị và loại hình",
                "Self scores against upper scores, by committee and type",
            ),
            Self::Duties => lang.pick(
                "Dự sinh hoạt theo quý; phân công chưa dự; chi bộ chưa có người dự",
                "Visits by quarter; assignments without a visit; cells without a follower",
            ),
            Self::Review => lang.pick(
                "Câu hỏi về điểm chấm, kèm tỷ lệ chung; không tính vào thứ hạng",
                "Questions about scores with base rates; no part of the ranking",
            ),
            Self::Suggestion => lang.pick(
                "Riêng tiêu chí sinh hoạt cho phép xét mức nào; không phải xếp loại",
                "What the meeting criterion alone would allow; no classification",
            ),
            Self::NotReported => {
                lang.pick("Các chi bộ chưa có số liệu của tháng", "Cells without figures for the month")
            }
            Self::Distribution => lang.pick("Phân bố điểm và mức chất lượng", "Distribution of scores and grades"),
            Self::Supervision => lang
                .pick("Cấp trên dự sinh hoạt: theo đơn vị, theo chức danh", "Visits from above, by committee and role"),
            Self::Quality => {
                lang.pick("Lỗi và điều cần kiểm tra trong các biểu đã gửi", "Errors and doubts in the submitted sheets")
            }
            Self::Submissions => lang.pick("Kết quả tiếp nhận từng biểu", "What became of each sheet"),
            Self::Method => lang.pick("Cách tính, quy định và ngưỡng áp dụng", "Formulas, rules and thresholds"),
        }
    }
}
