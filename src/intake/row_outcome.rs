//! What the cells of a row say together: whether the meeting was held, and what a blank says of it.

use super::row_values::{CellReader, RowValues};
use super::submission::{Basis, FieldValue, MeetingField, Sourced};
use super::wording::without_names;
use crate::finding::{CellRef, Code, Finding};
use crate::rules::forms::ColumnField;
use crate::terms::{Grade, MeetingStatus};

impl CellReader<'_> {
    /// The row with what its cells imply.
    pub(super) fn finish(mut self) -> RowValues {
        let marked = self.out.marks.as_ref().and_then(|(at, grades)| match grades.as_slice() {
            [grade] => Some((*at, *grade)),
            _ => None,
        });
        if let Some((at, grade)) = marked {
            self.state(MeetingField::SelfGrade, at, FieldValue::Grade(grade));
        }
        self.thematic_by_date_or_topic();
        let status = self.status();
        if let Some((status, at)) = status {
            self.state(MeetingField::Status, at, FieldValue::Status(status));
        }
        if !matches!(status, Some((MeetingStatus::NotHeld, _))) {
            self.blanks_say_no();
        }
        self.out
    }

    /// A thematic meeting with a date or a topic was held, whether or not it is marked.
    fn thematic_by_date_or_topic(&mut self) {
        let given = [MeetingField::ThematicHeldOn, MeetingField::ThematicTopic];
        let given = given.iter().find_map(|field| self.out.values.get(field)).map(|sourced| sourced.at);
        if let Some(at) = given {
            let held = Sourced { value: FieldValue::Truth(true), at, basis: Basis::Stated };
            self.out.values.entry(MeetingField::Thematic).or_insert(held);
        }
    }

    /// Held where a date, a number present or a score is given; else not held by a word of the list.
    fn status(&mut self) -> Option<(MeetingStatus, CellRef)> {
        use MeetingField::{HeldOn, Present, SelfScore, UpperScore};
        let given = [HeldOn, Present, SelfScore, UpperScore].iter().find_map(|field| self.out.values.get(field));
        let given = given.map(|sourced| sourced.at);
        if let (Some(_), Some(at)) = (given, self.out.not_held) {
            let finding = Finding::new(Code::ValuesDisagree, self.place.at(at)).field(MeetingField::Status.word());
            let note = self.block.column(ColumnField::Note) == Some(at.column);
            let raw = without_names(&self.row.get(at.column).written()).filter(|_| !note).unwrap_or_default();
            self.out.findings.push(finding.raw(raw).value(MeetingStatus::Held.word()));
        }
        let not_held = self.out.not_held.map(|at| (MeetingStatus::NotHeld, at));
        given.map(|at| (MeetingStatus::Held, at)).or(not_held)
    }

    /// Where the meeting was held, a blank under a thematic, visited or committee column says no.
    fn blanks_say_no(&mut self) {
        use ColumnField as C;
        let answers: [(&[C], MeetingField); 3] = [
            (&[C::Thematic, C::ThematicHeldOn, C::ThematicTopic], MeetingField::Thematic),
            (&[C::Visited], MeetingField::Visited),
            (&[C::CommitteeMet], MeetingField::CommitteeMet),
        ];
        for (columns, field) in answers {
            let columns: Vec<u32> = columns.iter().filter_map(|column| self.block.column(*column)).collect();
            if columns.iter().any(|column| self.out.unread.contains(column)) {
                continue;
            }
            if let Some(column) = columns.first().copied() {
                let at = CellRef { row: self.row.index, column };
                let sourced = Sourced { value: FieldValue::Truth(false), at, basis: Basis::Blank };
                self.out.values.entry(field).or_insert(sourced);
            }
        }
    }
}

/// The grade a one-hot column stands for.
pub(super) fn mark_of(field: ColumnField) -> Option<Grade> {
    match field {
        ColumnField::MarkGood => Some(Grade::Good),
        ColumnField::MarkFair => Some(Grade::Fair),
        ColumnField::MarkAverage => Some(Grade::Average),
        ColumnField::MarkPoor => Some(Grade::Poor),
        _ => None,
    }
}
