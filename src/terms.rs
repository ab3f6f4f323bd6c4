//! The closed word lists of the field, as they are stored. Names follow the glossary in ARCHITECTURE.md.

use crate::lake::table::words;

words! {
    /// Whether the cell met in a month.
    pub enum MeetingStatus {
        /// A date, a number present or a score is given.
        Held = "held",
        /// A word of the form's not-held list is given.
        NotHeld = "not_held",
    }
}

words! {
    /// What became of a submitted sheet.
    pub enum SubmissionStatus {
        /// Every row was taken.
        Accepted = "accepted",
        /// Some rows were rejected.
        Partial = "partial",
        /// Every row was rejected.
        Rejected = "rejected",
        /// Later submissions replaced everything in it.
        Superseded = "superseded",
        /// No form fits the sheet, or its unit or period is unknown, or the file cannot be read.
        Unrecognised = "unrecognised",
        /// The same bytes were submitted before.
        Duplicate = "duplicate",
    }
}

words! {
    /// Meeting-quality grade.
    #[derive(serde::Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Grade {
        /// Tốt.
        Good = "good",
        /// Khá.
        Fair = "fair",
        /// Trung bình.
        Average = "average",
        /// Kém.
        Poor = "poor",
    }
}

words! {
    /// Level of the year-end classification, by its usual abbreviation.
    pub enum Rating {
        /// Hoàn thành xuất sắc nhiệm vụ.
        Outstanding = "HTXSNV",
        /// Hoàn thành tốt nhiệm vụ.
        Good = "HTTNV",
        /// Hoàn thành nhiệm vụ.
        Completed = "HTNV",
        /// Không hoàn thành nhiệm vụ.
        NotCompleted = "KHTNV",
    }
}

words! {
    /// The best level for which the meeting criterion alone is no hindrance.
    pub enum WouldAllow {
        /// HTXSNV.
        Outstanding = "HTXSNV",
        /// HTTNV.
        Good = "HTTNV",
        /// Neither of the two.
        Neither = "none",
    }
}

words! {
    /// Part of a cell in model meetings.
    pub enum SupportRole {
        /// Chủ trì: it holds one to show others how.
        Host = "host",
        /// Được hỗ trợ: it is shown how.
        Supported = "supported",
    }
}

words! {
    /// From which level a visitor came.
    pub enum VisitLevel {
        /// The committee above the grassroots committee.
        Upper = "upper",
        /// The grassroots committee.
        Committee = "committee",
        /// A unit that helps the cell.
        Assisting = "assisting",
    }
}

words! {
    /// Kind of Party organisation in the register.
    pub enum Tier {
        /// Cấp trên: the top of the tree.
        Superior = "superior",
        /// Đảng ủy cơ sở.
        Committee = "committee",
        /// Đảng ủy bộ phận: a committee below a grassroots committee.
        Section = "section",
        /// Chi bộ cơ sở.
        BaseCell = "base",
        /// Chi bộ trực thuộc.
        AttachedCell = "attached",
    }
}

words! {
    /// How grave a finding is.
    pub enum Severity {
        /// The row or sheet was rejected.
        Error = "error",
        /// The row was kept; somebody should look.
        Warning = "warning",
        /// For the record.
        Info = "info",
    }
}

words! {
    /// How grave a flag is.
    pub enum FlagSeverity {
        /// Needs support.
        Red = "red",
        /// Needs attention.
        Amber = "amber",
    }
}

words! {
    /// Which meeting a score is for.
    pub enum MeetingKind {
        /// Sinh hoạt thường kỳ.
        Regular = "regular",
        /// Sinh hoạt chuyên đề.
        Thematic = "thematic",
    }
}

words! {
    /// Who gave a score.
    pub enum Scorer {
        /// The cell itself.
        Own = "self",
        /// The committee above.
        Upper = "upper",
        /// The score that counts: upper where there is one, else self.
        Official = "official",
    }
}

words! {
    /// What a row of `distribution`, `unit_summary` or `agreement` speaks of.
    pub enum Scope {
        /// One cell.
        Cell = "cell",
        /// One committee.
        Unit = "unit",
        /// One cell type.
        Type = "type",
        /// Cells marked as hardship, or not.
        Hardship = "hardship",
        /// Cells whose secretary also holds a village office, or not.
        Concurrent = "concurrent",
        /// Everything.
        All = "all",
    }
}

words! {
    /// What a row of `distribution` holds.
    pub enum DistributionKind {
        /// A bin of 5 points: `low` ≤ score < `high` (the last bin includes 100).
        Bin = "bin",
        /// A quantile: `low` is the probability, `value` the score.
        Quantile = "quantile",
    }
}

words! {
    /// Where a rate lies by the limits of a funnel.
    pub enum FunnelPosition {
        /// Within what chance explains.
        Inside = "inside",
        /// Lower than chance explains.
        Below = "below",
        /// Higher than chance explains.
        Above = "above",
    }
}

impl Tier {
    /// Whether the organisation is a cell, which meets and is judged.
    #[must_use]
    pub fn is_cell(self) -> bool {
        matches!(self, Self::BaseCell | Self::AttachedCell)
    }
}
