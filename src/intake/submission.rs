//! What one file gives: its sheets, each with context, records, findings and counts.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::cells::{Hidden, Sheet};
use super::ledger::Ledger;
use super::recognise::TableSeen;
use crate::finding::{CellRef, Finding};
use crate::lake::schema::{PlanRow, ScoreRow, VisitRow};
use crate::lake::table::words;
use crate::period::Period;
use crate::register::UnitId;
use crate::rules::forms::{ColumnField, FormKind};
use crate::terms::{Grade, MeetingStatus, VisitLevel};

words! {
    /// A field of `meetings` that a sheet may state, by its column's name.
    pub enum MeetingField {
        /// Held or not.
        Status = "status",
        /// Day of the meeting.
        HeldOn = "held_on",
        /// Day of the thematic meeting.
        ThematicHeldOn = "thematic_held_on",
        /// Members.
        Members = "members",
        /// Exempt.
        Exempt = "exempt",
        /// On special duty.
        SpecialDuty = "special_duty",
        /// Attending elsewhere.
        Away = "away",
        /// Due, as stated.
        Due = "due",
        /// Present.
        Present = "present",
        /// Absent with a reason.
        AbsentExcused = "absent_excused",
        /// Absent without a reason.
        AbsentUnexcused = "absent_unexcused",
        /// Duration.
        DurationMin = "duration_min",
        /// Speakers.
        Speakers = "speakers",
        /// Thematic meeting held.
        Thematic = "thematic",
        /// Topic.
        ThematicTopic = "thematic_topic",
        /// Cell committee met.
        CommitteeMet = "committee_met",
        /// Role of the visitor.
        Supervisor = "supervisor",
        /// Visited.
        Visited = "visited",
        /// Level of the visitor.
        VisitLevel = "visit_level",
        /// Self score.
        SelfScore = "self_score",
        /// Upper score.
        UpperScore = "upper_score",
        /// Self grade.
        SelfGrade = "self_grade",
        /// Upper grade.
        UpperGrade = "upper_grade",
        /// A note was filled in.
        NoteGiven = "note_given",
    }
}

impl MeetingField {
    /// The fields of `meetings` a column states.
    #[must_use]
    pub fn of_column(column: ColumnField) -> &'static [Self] {
        use ColumnField as C;
        use MeetingField as M;
        match column {
            C::Members => &[M::Members, M::Due, M::Present],
            C::Exempt => &[M::Exempt],
            C::SpecialDuty => &[M::SpecialDuty],
            C::Away => &[M::Away],
            C::Due => &[M::Due],
            C::Present => &[M::Present],
            C::AbsentExcused => &[M::AbsentExcused],
            C::AbsentUnexcused => &[M::AbsentUnexcused],
            C::HeldOn => &[M::HeldOn, M::Status],
            C::ThematicHeldOn => &[M::ThematicHeldOn],
            C::DurationMin => &[M::DurationMin],
            C::Speakers => &[M::Speakers],
            C::Thematic => &[M::Thematic, M::ThematicTopic],
            C::ThematicTopic => &[M::ThematicTopic],
            C::CommitteeMet => &[M::CommitteeMet],
            C::Visited => &[M::Visited, M::Supervisor, M::VisitLevel],
            C::VisitLevel => &[M::VisitLevel],
            C::SelfScore => &[M::SelfScore],
            C::UpperScore => &[M::UpperScore],
            C::SelfGrade | C::MarkGood | C::MarkFair | C::MarkAverage | C::MarkPoor => &[M::SelfGrade],
            C::UpperGrade => &[M::UpperGrade],
            C::Note => &[M::NoteGiven],
            C::Ordinal
            | C::Cell
            | C::Code
            | C::Month
            | C::Rate
            | C::VisitDate
            | C::Criterion
            | C::MaxPoints
            | C::SelfPoints
            | C::UpperPoints
            | C::Quarter
            | C::PlanTopic
            | C::TopicQ1
            | C::TopicQ2
            | C::TopicQ3
            | C::TopicQ4
            | C::SubmittedOn
            | C::ApprovedOn
            | C::Personal => &[],
        }
    }
}

/// A value of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldValue {
    /// Held or not.
    Status(MeetingStatus),
    /// Members or minutes.
    Count(i64),
    /// Points.
    Score(f64),
    /// A day.
    Date(NaiveDate),
    /// Yes or no.
    Truth(bool),
    /// A grade.
    Grade(Grade),
    /// A level.
    Level(VisitLevel),
    /// A role or topic.
    Text(String),
}

impl FieldValue {
    /// The number of a count.
    #[must_use]
    pub fn count(&self) -> Option<i64> {
        if let Self::Count(number) = self { Some(*number) } else { None }
    }

    /// The points of a score.
    #[must_use]
    pub fn score(&self) -> Option<f64> {
        if let Self::Score(score) = self { Some(*score) } else { None }
    }

    /// The day of a date.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        if let Self::Date(day) = self { Some(*day) } else { None }
    }

    /// Yes or no.
    #[must_use]
    pub fn truth(&self) -> Option<bool> {
        if let Self::Truth(truth) = self { Some(*truth) } else { None }
    }

    /// A grade.
    #[must_use]
    pub fn grade(&self) -> Option<Grade> {
        if let Self::Grade(grade) = self { Some(*grade) } else { None }
    }

    /// A level.
    #[must_use]
    pub fn level(&self) -> Option<VisitLevel> {
        if let Self::Level(level) = self { Some(*level) } else { None }
    }

    /// A role or topic.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// Held or not.
    #[must_use]
    pub fn status(&self) -> Option<MeetingStatus> {
        if let Self::Status(status) = self { Some(*status) } else { None }
    }

    /// The value as shown in findings.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Self::Status(status) => status.to_string(),
            Self::Count(count) => count.to_string(),
            Self::Score(score) => super::wording::written_score(*score),
            Self::Date(day) => day.format("%d/%m/%Y").to_string(),
            Self::Truth(truth) => truth.to_string(),
            Self::Grade(grade) => grade.to_string(),
            Self::Level(level) => level.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

/// How a row came to state a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Something is written in the cell.
    Stated,
    /// The cell is blank, and a blank in such a column says no or none.
    Blank,
}

/// A value with the cell it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Sourced {
    /// The value.
    pub value: FieldValue,
    /// Its cell.
    pub at: CellRef,
    /// Stated or read from a blank.
    pub basis: Basis,
}

/// One accepted row of a monthly table.
#[derive(Debug, Clone, PartialEq)]
pub struct MeetingRecord {
    /// The cell (chi bộ).
    pub cell_id: UnitId,
    /// The month.
    pub period: Period,
    /// Sheet row, from 0.
    pub row: u32,
    /// What it states.
    pub values: BTreeMap<MeetingField, Sourced>,
}

/// What a sheet states about a whole block of rows.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetReading {
    /// Sheet name.
    pub sheet: Arc<str>,
    /// Its form; `None` where none fits.
    pub form: Option<FormKind>,
    /// Its tables, as recognised.
    pub tables: Vec<TableSeen>,
    /// The unit that sent it.
    pub unit_id: Option<UnitId>,
    /// The month of its first table, where it has one.
    pub period: Option<Period>,
    /// The months of all its tables.
    pub periods: Vec<Period>,
    /// The date written in it.
    pub report_date: Option<NaiveDate>,
    /// Revision number.
    pub revision: i64,
    /// When the document was last changed, as the file says (ISO 8601).
    pub modified: Option<Arc<str>>,
    /// What of it is hidden; `None` where the format does not tell.
    pub hidden: Option<Hidden>,
    /// Non-empty cells.
    pub cells_read: i64,
    /// What became of them.
    pub ledger: Ledger,
    /// Rows that name a cell or try to.
    pub rows_read: i64,
    /// Rows rejected.
    pub rows_rejected: i64,
    /// Fields its columns carry.
    pub fields: Vec<MeetingField>,
    /// Accepted rows of a monthly table.
    pub meetings: Vec<MeetingRecord>,
    /// Accepted rows of a visit log.
    pub visits: Vec<VisitRow>,
    /// Points per criterion of a score sheet.
    pub scores: Vec<ScoreRow>,
    /// Topics of a thematic plan.
    pub plans: Vec<PlanRow>,
    /// Rows rejected whose cell (chi bộ) is known: cell, month, place.
    pub rejected: Vec<(UnitId, Period, CellRef)>,
    /// Findings of the sheet.
    pub findings: Vec<Finding>,
}

impl SheetReading {
    /// Of a sheet nothing is known of yet.
    #[must_use]
    pub fn of(sheet: &Sheet) -> Self {
        Self {
            sheet: Arc::clone(&sheet.name),
            form: None,
            tables: Vec::new(),
            unit_id: None,
            period: None,
            periods: Vec::new(),
            report_date: None,
            modified: None,
            revision: 0,
            hidden: sheet.hidden.clone(),
            cells_read: sheet.cell_count(),
            ledger: Ledger::default(),
            rows_read: 0,
            rows_rejected: 0,
            fields: Vec::new(),
            meetings: Vec::new(),
            visits: Vec::new(),
            scores: Vec::new(),
            plans: Vec::new(),
            rejected: Vec::new(),
            findings: Vec::new(),
        }
    }
}

/// What a file turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum FileOutcome {
    /// Its sheets were read.
    Sheets(Vec<SheetReading>),
    /// It could not be read; one finding says why.
    Unreadable(Finding),
}

/// A file of the inbox with what it gave.
#[derive(Debug, Clone, PartialEq)]
pub struct FileReading {
    /// Path relative to the inbox, with `/`.
    pub file: Arc<str>,
    /// SHA-256 of its bytes, in hex; empty where they could not be read.
    pub sha256: String,
    /// What it turned out to be.
    pub outcome: FileOutcome,
}

impl FileReading {
    /// The findings of the file, in the order they were made.
    #[must_use]
    pub fn findings(&self) -> Vec<&Finding> {
        match &self.outcome {
            FileOutcome::Unreadable(finding) => vec![finding],
            FileOutcome::Sheets(sheets) => sheets.iter().flat_map(|sheet| &sheet.findings).collect(),
        }
    }
}
