//! Whether the values of a row agree with each other: errors reject the row, warnings keep it.

use std::collections::BTreeMap;

use super::row_values::RowValues;
use super::submission::{Basis, FieldValue, MeetingField, Sourced};
use super::wording::written_score;
use crate::finding::{CellRef, Code, Finding, Place};
use crate::period::Period;
use crate::rules::Rules;
use crate::rules::rubric::Rubric;
use crate::terms::{Grade, MeetingStatus};

/// What the checks of a row work on.
pub struct RowCheck<'a> {
    /// The rules.
    pub rules: &'a Rules,
    /// The sheet.
    pub place: &'a Place,
    /// The month reported on.
    pub period: Period,
    /// What grades it.
    pub rubric: &'a Rubric,
    /// The row, from 0.
    pub row: u32,
    /// Which absence columns the sheet has: excused, unexcused, with their column.
    pub absence_columns: [Option<u32>; 2],
}

fn counted(values: &BTreeMap<MeetingField, Sourced>, field: MeetingField) -> Option<(i64, CellRef)> {
    let sourced = values.get(&field)?;
    Some((sourced.value.count()?, sourced.at))
}

fn scored(values: &BTreeMap<MeetingField, Sourced>, field: MeetingField) -> Option<(f64, CellRef)> {
    let sourced = values.get(&field)?;
    Some((sourced.value.score()?, sourced.at))
}

/// Members due: as stated, else members less exempt, special duty and away (blanks count 0).
#[must_use]
pub fn due(count: impl Fn(MeetingField) -> Option<i64>) -> Option<i64> {
    count(MeetingField::Due).or_else(|| {
        let less = [MeetingField::Exempt, MeetingField::SpecialDuty, MeetingField::Away];
        let less: i64 = less.into_iter().filter_map(&count).sum();
        Some((count(MeetingField::Members)? - less).max(0))
    })
}

fn row_due(row: &RowValues) -> Option<i64> {
    due(|field| counted(&row.values, field).map(|(number, _)| number))
}

impl RowCheck<'_> {
    /// Findings of a row; blank absences that say 0 are filled in.
    #[must_use]
    pub fn check(&self, row: &mut RowValues) -> Vec<Finding> {
        let mut findings = Vec::new();
        findings.extend(self.present_over_members(row));
        findings.extend(self.scores_out_of_range(row));
        findings.extend(self.exempt_over_members(row));
        let status = row.values.get(&MeetingField::Status).and_then(|sourced| sourced.value.status());
        if status == Some(MeetingStatus::Held) {
            self.fill_absences(row);
            findings.extend(self.absences(row));
            findings.extend(self.rates(row));
            findings.extend(self.grade(row));
            findings.extend(self.marks(row));
            findings.extend(self.date_outside(row));
        }
        findings
    }

    fn finding(&self, code: Code, at: CellRef, field: MeetingField) -> Finding {
        Finding::new(code, self.place.at(at)).field(field.word())
    }

    fn present_over_members(&self, row: &RowValues) -> Option<Finding> {
        let (present, at) = counted(&row.values, MeetingField::Present)?;
        let most = counted(&row.values, MeetingField::Members).or_else(|| counted(&row.values, MeetingField::Due));
        let (most, _) = most.filter(|(most, _)| present > *most)?;
        let finding = self.finding(Code::PresentOverMembers, at, MeetingField::Present);
        Some(finding.raw(present.to_string()).value(most.to_string()))
    }

    fn scores_out_of_range(&self, row: &RowValues) -> Vec<Finding> {
        let fields = [MeetingField::SelfScore, MeetingField::UpperScore];
        let scores = fields.into_iter().filter_map(|field| Some((field, scored(&row.values, field)?)));
        let wrong = scores.filter(|(_, (score, _))| !(0.0..=100.0).contains(score));
        wrong
            .map(|(field, (score, at))| self.finding(Code::ScoreOutOfRange, at, field).raw(written_score(score)))
            .collect()
    }

    /// Where present and the stated absences make up those due, a blank absence column says 0.
    fn fill_absences(&self, row: &mut RowValues) {
        let (Some(due), Some((present, _))) = (row_due(row), counted(&row.values, MeetingField::Present)) else {
            return;
        };
        let fields = [MeetingField::AbsentExcused, MeetingField::AbsentUnexcused];
        let stated: i64 =
            fields.into_iter().filter_map(|field| counted(&row.values, field)).map(|(number, _)| number).sum();
        if present + stated != due {
            return;
        }
        for (field, column) in fields.into_iter().zip(self.absence_columns) {
            let Some(column) = column else { continue };
            let zero =
                Sourced { value: FieldValue::Count(0), at: CellRef { row: self.row, column }, basis: Basis::Blank };
            row.values.entry(field).or_insert(zero);
        }
    }

    fn absences(&self, row: &RowValues) -> Option<Finding> {
        let due = row_due(row)?;
        let (present, at) = counted(&row.values, MeetingField::Present)?;
        let excused = counted(&row.values, MeetingField::AbsentExcused).map(|(number, _)| number);
        let unexcused = counted(&row.values, MeetingField::AbsentUnexcused).map(|(number, _)| number);
        let stated = excused.unwrap_or(0) + unexcused.unwrap_or(0);
        let complete = excused.is_some() && unexcused.is_some();
        // An exempt member who came makes present exceed those due; that is no contradiction.
        let wrong = if complete { present.min(due) + stated != due } else { stated > 0 && present + stated > due };
        let sum = (present + stated).to_string();
        let finding = || self.finding(Code::AbsencesDiffer, at, MeetingField::Present);
        wrong.then(|| finding().raw(sum).value(due.to_string()))
    }

    fn rates(&self, row: &RowValues) -> Vec<Finding> {
        let (Some(due), Some((present, _))) = (row_due(row), counted(&row.values, MeetingField::Present)) else {
            return Vec::new();
        };
        if due == 0 {
            return Vec::new();
        }
        #[expect(clippy::cast_precision_loss, reason = "head-counts are small")]
        let computed = present as f64 / due as f64;
        let tolerance = self.rules.settings.stated_rate_tolerance + 1e-9;
        let wrong = row.rates.iter().filter(|(_, stated, _)| (stated - computed).abs() > tolerance);
        let finding = |(at, _, written): &(CellRef, f64, String)| {
            let finding = Finding::new(Code::RateDiffers, self.place.at(*at)).field("rate");
            finding
                .raw(written.clone())
                .value(format!("{present}/{due} = {}%", written_score((computed * 1000.0).round() / 10.0)))
        };
        wrong.map(finding).collect()
    }

    /// A grade must be one that the rubric of the cell's month may give the score of the same scorer or, where there is
    /// none, the other's. One column of grades often speaks of the score that counts, so a self grade may be that of
    /// either.
    fn grade(&self, row: &RowValues) -> Vec<Finding> {
        use MeetingField::{SelfGrade, SelfScore, UpperGrade, UpperScore};
        let grades_of = |field| scored(&row.values, field).map(|(score, _)| self.rubric.possible(score));
        let (own, upper) = (grades_of(SelfScore).unwrap_or_default(), grades_of(UpperScore).unwrap_or_default());
        let allowed = |field| match field {
            SelfGrade => [own.as_slice(), upper.as_slice()].concat(),
            _ if upper.is_empty() => own.clone(),
            _ => upper.clone(),
        };
        let mut findings = Vec::new();
        for field in [SelfGrade, UpperGrade] {
            let Some((grade, at)) = row.values.get(&field).and_then(|it| Some((it.value.grade()?, it.at))) else {
                continue;
            };
            let grades = allowed(field);
            if let Some(expected) = grades.first().filter(|_| !grades.contains(&grade)) {
                let finding = self.finding(Code::GradeDiffers, at, field);
                findings.push(finding.raw(vietnamese(grade)).value(vietnamese(*expected)));
            }
        }
        findings
    }

    /// More members excused than there are.
    fn exempt_over_members(&self, row: &RowValues) -> Option<Finding> {
        let (members, _) = counted(&row.values, MeetingField::Members)?;
        let less = [MeetingField::Exempt, MeetingField::SpecialDuty, MeetingField::Away];
        let less: Vec<(i64, CellRef)> = less.into_iter().filter_map(|field| counted(&row.values, field)).collect();
        let sum: i64 = less.iter().map(|(number, _)| number).sum();
        let (_, at) = *less.first()?;
        let finding = || self.finding(Code::ValuesDisagree, at, MeetingField::Exempt);
        (sum > members).then(|| finding().raw(sum.to_string()).value(members.to_string()))
    }

    fn marks(&self, row: &RowValues) -> Option<Finding> {
        let (at, marked) = row.marks.as_ref()?;
        let wrong = marked.len() != 1;
        let finding = || self.finding(Code::GradeNotOne, *at, MeetingField::SelfGrade);
        wrong.then(|| finding().value(marked.len().to_string()))
    }

    fn date_outside(&self, row: &RowValues) -> Option<Finding> {
        let sourced = row.values.get(&MeetingField::HeldOn)?;
        let day = sourced.value.date()?;
        let finding = || self.finding(Code::DateOutside, sourced.at, MeetingField::HeldOn);
        let outside = !self.period.contains(day);
        outside.then(|| finding().raw(day.format("%d/%m/%Y").to_string()).value(self.period.to_string()))
    }
}

/// The grade's word in a sheet.
fn vietnamese(grade: Grade) -> &'static str {
    match grade {
        Grade::Good => "Tốt",
        Grade::Fair => "Khá",
        Grade::Average => "Trung bình",
        Grade::Poor => "Kém",
    }
}
