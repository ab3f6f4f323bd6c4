//! Flags: which figures of a cell call for attention, and by what evidence.
//! Figures, months and rules enter; rows of `flags` leave, one per cell and code.

mod attendance;
mod cadence;
mod committee;
mod quality;
mod score;

use super::FlagCode;
use super::by_cell::ByCell;
use super::figure::{is_held, rounded};
use super::sheets::{ScoredSheet, Sheets};
use crate::lake::schema::{CellMonth, CellSummary, FlagRow};
use crate::lang::Lang;
use crate::period::{Period, Window};
use crate::register::UnitId;
use crate::rules::flags::{FlagRules, Thresholds};
use crate::terms::FlagSeverity;

/// Why an expected month has no row of `meetings`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// The unit has no sheet of the month.
    NoSheet,
    /// The unit's sheet has no row of the cell.
    AbsentFromSheet,
    /// The cell's row does not say whether it met.
    RowUnclear {
        /// File of the row.
        file: String,
        /// Where in its sheet.
        cell_ref: Option<String>,
    },
    /// The sheet's row was rejected.
    RowRejected {
        /// File of the finding.
        file: String,
        /// Where in the file, like `F12`.
        cell_ref: Option<String>,
    },
}

/// What cells are judged by.
pub struct Basis<'a> {
    /// The thresholds.
    pub rules: &'a FlagRules,
    /// The months judged.
    pub window: Window,
    /// Why a month of a cell is not reported; asked for such months only.
    pub missing: &'a dyn Fn(&UnitId, Period) -> Missing,
    /// The score sheets.
    pub sheets: &'a Sheets<'a>,
    /// Language of the evidence.
    pub lang: Lang,
}

/// The flags of all cells, sorted by cell and code. `months` are sorted by cell and month; those outside the window
/// are left aside.
#[must_use]
pub fn flag(cells: &[CellSummary], months: &[CellMonth], basis: &Basis<'_>) -> Vec<FlagRow> {
    let months = ByCell::of(months, |month| &month.cell_id);
    let mut cells: Vec<_> = cells.iter().collect();
    cells.sort_by(|one, other| one.cell_id.cmp(&other.cell_id));
    cells.into_iter().flat_map(|cell| flag_cell(cell, months.get(&cell.cell_id), basis)).collect()
}

/// The flags of one cell, in the order of the codes. `months` are the cell's own, sorted.
#[must_use]
pub fn flag_cell(summary: &CellSummary, months: &[CellMonth], basis: &Basis<'_>) -> Vec<FlagRow> {
    let months = months.iter().filter(|month| basis.window.contains(month.period)).collect();
    let case = Case { summary, months, sheets: basis.sheets.of_cell(&summary.cell_id), basis };
    let row = |code| {
        let judgement = judge(code, &case)?;
        Some(FlagRow {
            cell_id: summary.cell_id.clone(),
            code,
            severity: judgement.level.severity,
            value: Some(rounded(judgement.value)),
            threshold: Some(judgement.level.threshold),
            evidence: judgement.evidence,
        })
    };
    FlagCode::ALL.iter().copied().filter_map(row).collect()
}

/// The codes for which no cell has the data, so that their silence says nothing. `months` are sorted by cell and month.
#[must_use]
pub fn silent(
    cells: &[CellSummary],
    months: &[CellMonth],
    sheets: &Sheets<'_>,
    thresholds: &Thresholds,
) -> Vec<FlagCode> {
    let months = ByCell::of(months, |month| &month.cell_id);
    let judged =
        |code: FlagCode| cells.iter().any(|cell| has_data(code, cell, months.get(&cell.cell_id), sheets, thresholds));
    FlagCode::ALL.iter().copied().filter(|code| !judged(*code)).collect()
}

/// Whether a cell gives what a flag asks for before it judges: the least months, where it asks for any.
pub(super) fn has_data(
    code: FlagCode,
    cell: &CellSummary,
    months: &[CellMonth],
    sheets: &Sheets<'_>,
    thresholds: &Thresholds,
) -> bool {
    let held = |says: &dyn Fn(&CellMonth) -> bool| {
        let said = months.iter().filter(|month| is_held(month) && says(month)).count();
        i64::try_from(said).unwrap_or(i64::MAX)
    };
    match code {
        FlagCode::AttendanceLow => cell.attendance_rate.is_some(),
        FlagCode::UnexcusedAbsence => cell.unexcused.is_some(),
        FlagCode::MeetingMissed => cell.months_reported > 0,
        FlagCode::ThematicShort => cell.thematic_quarters.is_some(),
        FlagCode::MeetingShort => {
            held(&|month| month.duration_min.is_some()) >= thresholds.meeting_short.stated_at_least.max(1)
        }
        FlagCode::FewSpeakers => cell.speakers_ratio.is_some(),
        FlagCode::QualityLow => cell.quality_median.is_some(),
        FlagCode::QualityFalling => cell.quality_n >= quality::FALLING_MONTHS,
        FlagCode::PlanMissing => cell.plan_quarters.is_some(),
        FlagCode::NotReported | FlagCode::SupervisionNone => cell.months_expected > 0,
        FlagCode::SupervisionGap => cell.supervision_coverage.is_some(),
        FlagCode::ScoreGap => cell.gap_mean.is_some() && cell.gap_n >= thresholds.score_gap.months_at_least,
        FlagCode::ScoreConstant => {
            held(&|month| month.self_score.is_some()) >= thresholds.score_constant.months_at_least.max(1)
        }
        FlagCode::ScoreContradicts => months.iter().any(|month| score::contradictable(month, sheets)),
    }
}

/// One cell before its judge.
struct Case<'a> {
    summary: &'a CellSummary,
    months: Vec<&'a CellMonth>,
    sheets: &'a [ScoredSheet<'a>],
    basis: &'a Basis<'a>,
}

impl Case<'_> {
    fn thresholds(&self) -> &Thresholds {
        &self.basis.rules.thresholds
    }

    fn held_months(&self) -> impl Iterator<Item = &CellMonth> {
        self.months.iter().copied().filter(|month| is_held(month))
    }

    /// A rate over one or two meetings is no ground for red.
    fn held_enough_for_red(&self) -> bool {
        self.summary.months_held >= self.thresholds().months_held_for_red
    }
}

/// What a flag says of a cell.
struct Judgement {
    level: Level,
    value: f64,
    evidence: String,
}

/// The severity reached, and its threshold.
#[derive(Debug, Clone, Copy)]
struct Level {
    severity: FlagSeverity,
    threshold: f64,
}

/// A threshold, and whether the figure lies beyond it.
#[derive(Debug, Clone, Copy)]
struct Threshold {
    value: f64,
    met: bool,
}

impl Threshold {
    fn under(figure: f64, value: f64) -> Self {
        Self { value, met: rounded(figure) < rounded(value) }
    }

    fn over(figure: f64, value: f64) -> Self {
        Self { value, met: rounded(figure) > rounded(value) }
    }

    fn at_least(figure: f64, value: f64) -> Self {
        Self { value, met: rounded(figure) >= rounded(value) }
    }

    fn and(self, also: bool) -> Self {
        Self { met: self.met && also, ..self }
    }
}

/// The severity reached; red only on top of amber.
fn level(amber: Threshold, red: Threshold) -> Option<Level> {
    let amber = amber_only(amber)?;
    Some(if red.met { Level { severity: FlagSeverity::Red, threshold: red.value } } else { amber })
}

/// For flags that know no red.
fn amber_only(amber: Threshold) -> Option<Level> {
    amber.met.then_some(Level { severity: FlagSeverity::Amber, threshold: amber.value })
}

fn judge(code: FlagCode, case: &Case<'_>) -> Option<Judgement> {
    match code {
        FlagCode::AttendanceLow => attendance::attendance_low(case),
        FlagCode::UnexcusedAbsence => attendance::unexcused_absence(case),
        FlagCode::MeetingMissed => cadence::meeting_missed(case),
        FlagCode::ThematicShort => cadence::thematic_short(case),
        FlagCode::MeetingShort => cadence::meeting_short(case),
        FlagCode::FewSpeakers => quality::few_speakers(case),
        FlagCode::QualityLow => quality::quality_low(case),
        FlagCode::QualityFalling => quality::quality_falling(case),
        FlagCode::PlanMissing => cadence::plan_missing(case),
        FlagCode::NotReported => committee::not_reported(case),
        FlagCode::SupervisionGap => committee::supervision_gap(case),
        FlagCode::SupervisionNone => committee::supervision_none(case),
        FlagCode::ScoreGap => score::score_gap(case),
        FlagCode::ScoreConstant => score::score_constant(case),
        FlagCode::ScoreContradicts => score::score_contradicts(case),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::examples::{
        cell, criteria_rules, everything_flagged, flags_of, flags_with, quiet_month, rules, score_row, scored_months,
        sound_year, year_2024,
    };
    use crate::terms::{MeetingStatus, Scorer};

    #[test]
    fn a_sound_cell_has_no_flag() {
        assert_eq!(flags_of(&cell("A"), &sound_year("A"), Lang::Vi), []);
    }

    #[test]
    fn flags_come_sorted_by_cell_and_code_even_if_cells_do_not() {
        let without_plan = |id| CellSummary { plan_quarters: Some(0), speakers_ratio: Some(0.2), ..cell(id) };
        let months = [sound_year("A"), sound_year("B")].concat();
        let rules = rules();
        let basis = Basis {
            rules: &rules,
            window: year_2024(),
            missing: &|_, _| Missing::NoSheet,
            sheets: &Sheets::default(),
            lang: Lang::Vi,
        };
        let rows = flag(&[without_plan("B"), without_plan("A")], &months, &basis);
        let order: Vec<_> = rows.iter().map(|row| (row.cell_id.as_str(), row.code)).collect();
        let expected = ["A", "B"].map(|id| [(id, FlagCode::FewSpeakers), (id, FlagCode::PlanMissing)]).concat();
        assert_eq!(order, expected);
    }

    #[test]
    fn months_outside_the_window_are_left_aside() {
        let mut months = sound_year("A");
        months.push(CellMonth { status: Some(MeetingStatus::NotHeld), ..quiet_month("A", "2025-01") });
        assert_eq!(flags_of(&cell("A"), &months, Lang::Vi), []);
    }

    #[test]
    fn red_needs_amber_too() {
        let odd = level(Threshold::under(0.4, 0.3), Threshold::under(0.4, 0.5));
        assert!(odd.is_none());
    }

    #[test]
    fn codes_without_data_are_named() {
        let scored = scored_months("A", &[(Some(90.0), None); 6]);
        let year = [sound_year("A"), scored.clone()].concat();
        let (none, thresholds) = (Sheets::default(), rules().thresholds);
        assert_eq!(silent(&[cell("A")], &year, &none, &thresholds), [FlagCode::ScoreContradicts]);
        let sheet = [score_row("A", "2024-03", Scorer::Upper, "Sinh hoạt chuyên đề", 3.0, 5.0)];
        let criteria = criteria_rules();
        assert_eq!(silent(&[cell("A")], &year, &Sheets::of(&sheet, &criteria), &thresholds), []);

        let forms_without = CellSummary { speakers_ratio: None, plan_quarters: None, ..cell("A") };
        assert_eq!(
            silent(&[forms_without], &scored, &none, &thresholds),
            [FlagCode::MeetingShort, FlagCode::FewSpeakers, FlagCode::PlanMissing, FlagCode::ScoreContradicts]
        );
        assert_eq!(silent(&[], &[], &none, &thresholds), FlagCode::ALL);
    }

    #[test]
    fn no_evidence_uses_the_word_of_the_formal_category() {
        let formal = "y\u{1ebf}u";
        let (summary, months) = everything_flagged();
        let scores = [score_row("A", "2024-01", Scorer::Own, "Sinh hoạt chuyên đề", 5.0, 5.0)];
        for lang in [Lang::Vi, Lang::En] {
            let rows = flags_with(&scores, &summary, &months, lang);
            let codes: Vec<_> = rows.iter().map(|row| row.code).collect();
            assert_eq!(codes, FlagCode::ALL);
            for row in rows {
                assert!(!row.evidence.to_lowercase().contains(formal), "{}", row.evidence);
                assert!(row.evidence.ends_with('.') && row.evidence.contains(char::is_numeric), "{}", row.evidence);
            }
        }
    }
}
