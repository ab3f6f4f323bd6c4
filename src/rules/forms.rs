//! `pipelines/forms/*.toml`: the forms units send, and the words by which their columns are known.

use serde::Deserialize;

use crate::lake::table::words;
use crate::text::{self, Marks};

words! {
    /// A form of submission.
    pub enum FormKind {
        /// One row per cell and month.
        MonthlyTable = "monthly-table",
        /// Criteria of one cell and month, with the points each scorer gave.
        ScoreSheet = "score-sheet",
        /// One row per visit.
        VisitLog = "visit-log",
        /// One row per cell (and quarter), with the topics of a year.
        ThematicPlan = "thematic-plan",
    }
}

words! {
    /// A field a column may carry.
    pub enum ColumnField {
        /// Running number; carries nothing.
        Ordinal = "ordinal",
        /// Name of the cell.
        Cell = "cell",
        /// Code of the cell.
        Code = "code",
        /// Month of the row, where rows are months.
        Month = "month",
        /// Members; may hold present over due.
        Members = "members",
        /// Exempt members.
        Exempt = "exempt",
        /// Members on special duty.
        SpecialDuty = "special_duty",
        /// Members attending elsewhere.
        Away = "away",
        /// Members due.
        Due = "due",
        /// Members present.
        Present = "present",
        /// Absent with a reason.
        AbsentExcused = "absent_excused",
        /// Absent without a reason.
        AbsentUnexcused = "absent_unexcused",
        /// Stated attendance rate, a check.
        Rate = "rate",
        /// Day of the meeting.
        HeldOn = "held_on",
        /// Day of the thematic meeting.
        ThematicHeldOn = "thematic_held_on",
        /// Duration.
        DurationMin = "duration_min",
        /// Members who spoke.
        Speakers = "speakers",
        /// Thematic meeting held.
        Thematic = "thematic",
        /// Its topic.
        ThematicTopic = "thematic_topic",
        /// The cell committee met.
        CommitteeMet = "committee_met",
        /// Somebody from above attended: a mark, or the role.
        Visited = "visited",
        /// Level of the visitor.
        VisitLevel = "visit_level",
        /// Score by the cell.
        SelfScore = "self_score",
        /// Score by the committee above.
        UpperScore = "upper_score",
        /// Grade by the cell.
        SelfGrade = "self_grade",
        /// Grade by the committee above.
        UpperGrade = "upper_grade",
        /// One-hot column: good.
        MarkGood = "mark_good",
        /// One-hot column: fair.
        MarkFair = "mark_fair",
        /// One-hot column: average.
        MarkAverage = "mark_average",
        /// One-hot column: poor.
        MarkPoor = "mark_poor",
        /// Day of a visit.
        VisitDate = "visit_date",
        /// Criterion of a score sheet.
        Criterion = "criterion",
        /// Most points a criterion gives.
        MaxPoints = "max_points",
        /// Points the cell gave itself.
        SelfPoints = "self_points",
        /// Points the committee above gave.
        UpperPoints = "upper_points",
        /// Quarter of a plan's row.
        Quarter = "quarter",
        /// Topic of the row's quarter.
        PlanTopic = "plan_topic",
        /// Topic of the first quarter.
        TopicQ1 = "topic_q1",
        /// Topic of the second quarter.
        TopicQ2 = "topic_q2",
        /// Topic of the third quarter.
        TopicQ3 = "topic_q3",
        /// Topic of the fourth quarter.
        TopicQ4 = "topic_q4",
        /// Day a plan was submitted.
        SubmittedOn = "submitted_on",
        /// Day a plan was approved.
        ApprovedOn = "approved_on",
        /// A note; only whether it was filled is kept.
        Note = "note",
        /// Personal identifiers; never kept.
        Personal = "personal",
    }
}

impl FormKind {
    /// The fields of which a table must have one, for it to be of the form at all.
    #[must_use]
    pub const fn keys(self) -> &'static [ColumnField] {
        use ColumnField as C;
        match self {
            Self::MonthlyTable => &[C::Cell, C::Code, C::Month],
            Self::ScoreSheet => &[C::Criterion],
            Self::VisitLog | Self::ThematicPlan => &[C::Cell, C::Code],
        }
    }
}

/// What a dash means in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dash {
    /// Nothing is stated.
    Blank,
    /// Zero, as in official statistics.
    Zero,
}

/// A form, its words folded for matching.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Which form.
    pub kind: FormKind,
    /// Words of its title.
    pub titles: Vec<Vec<String>>,
    /// Words with which the title of something else begins: a schedule, a plan.
    pub not_titles: Vec<Vec<String>>,
    /// Words that say a meeting was not held.
    pub not_held: Vec<Vec<String>>,
    /// Words a total row begins with, diacritics kept: `cộng` is not `công`.
    pub totals: Vec<Vec<String>>,
    /// Words a row begins with that speaks of the rows below it.
    pub groups: Vec<Vec<String>>,
    /// Words the signature block and notes begin with.
    pub closing: Vec<Vec<String>>,
    /// Words a row begins with that states the grade; score sheets have such rows.
    pub grades: Vec<Vec<String>>,
    /// Recognised columns a header row needs.
    pub fields_needed: usize,
    /// Its columns.
    pub columns: Vec<ColumnRule>,
}

/// How a column is known and read.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnRule {
    /// The field.
    pub field: ColumnField,
    /// Titles, as folded words.
    pub titles: Vec<Vec<String>>,
    /// Words that rule the field out.
    pub unless: Vec<Vec<String>>,
    /// Whether an unreadable value rejects the row.
    pub required: bool,
    /// What a dash means.
    pub dash: Dash,
}

impl Form {
    /// The rule of a field, if the form has it.
    #[must_use]
    pub fn column(&self, field: ColumnField) -> Option<&ColumnRule> {
        self.columns.iter().find(|column| column.field == field)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawForm {
    form: String,
    titles: Vec<String>,
    #[serde(default)]
    not_titles: Vec<String>,
    not_held: Vec<String>,
    totals: Vec<String>,
    closing: Vec<String>,
    #[serde(default)]
    groups: Vec<String>,
    #[serde(default)]
    grades: Vec<String>,
    fields_needed: usize,
    field: Vec<RawColumn>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawColumn {
    name: String,
    titles: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    required: bool,
    dash: Option<Dash>,
}

impl RawForm {
    pub(super) fn check(self) -> Result<Form, Vec<String>> {
        let mut wrong = Vec::new();
        let kind = FormKind::from_word(&self.form);
        if kind.is_none() {
            wrong.push(format!("form = {:?}: {}", self.form, known(FormKind::ALL)));
        }
        let mut columns: Vec<ColumnRule> = Vec::new();
        for column in self.field {
            let Some(field) = ColumnField::from_word(&column.name) else {
                wrong.push(format!("name = {:?}: {}", column.name, known(ColumnField::ALL)));
                continue;
            };
            let titles = folded(&column.titles);
            for title in &titles {
                if let Some(other) = columns.iter().find(|other| other.titles.contains(title)) {
                    wrong.push(format!("{:?} ∈ {} ∩ {}", title.join(" "), other.field, field));
                }
            }
            columns.push(ColumnRule {
                field,
                titles,
                unless: folded(&column.unless),
                required: column.required,
                dash: column.dash.unwrap_or(Dash::Blank),
            });
        }
        match kind {
            Some(kind) if wrong.is_empty() => Ok(Form {
                kind,
                titles: folded(&self.titles),
                not_titles: folded(&self.not_titles),
                not_held: folded(&self.not_held),
                totals: self.totals.iter().map(|total| text::words(total, Marks::Kept)).collect(),
                closing: folded(&self.closing),
                groups: folded(&self.groups),
                grades: folded(&self.grades),
                fields_needed: self.fields_needed,
                columns,
            }),
            _ => Err(wrong),
        }
    }
}

fn folded(titles: &[String]) -> Vec<Vec<String>> {
    let mut all: Vec<Vec<String>> = Vec::new();
    for title in titles {
        let words = text::words(title, Marks::Removed);
        if !words.is_empty() && !all.contains(&words) {
            all.push(words);
        }
    }
    all
}

fn known<T: std::fmt::Display>(all: &[T]) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
