//! Rows to judge in tests: a sound cell and its sound year, from which each test departs in one thing.

use super::FlagCode;
use super::figure::share;
use super::flags::{Basis, Missing, flag_cell};
use super::proposal;
use super::sheets::Sheets;
use super::wilson::wilson;
use crate::lake::schema::{CellMonth, CellSummary, FlagRow, MeetingRow, ScoreRow, UnitRow};
use crate::lang::Lang;
use crate::period::{Period, Window};
use crate::register::{Register, UnitId};
use crate::rules::Rules;
use crate::rules::criteria::CriteriaRules;
use crate::rules::dated::Dated;
use crate::rules::flags::{
    AttendanceLow, CountAtLeast, FlagRules, MeetingShort, MinimumDuration, QualityFalling, ScoreConstant, ScoreGap,
    ThematicShort, Thresholds, Under, UnexcusedAbsence,
};
use crate::rules::index::{Components, Goalposts, IndexRules, IntervalRules, RankedRules};
use crate::rules::support::{HostRules, SupportRules};
use crate::rules::year_rule::{Allows, CapBase, CapGrouping, CapRounding, CapRules, YearRule, YearRules};
use crate::terms::{FlagSeverity, Grade, MeetingKind, MeetingStatus, Scorer, Tier};

/// The year the examples lie in.
pub(crate) fn year_2024() -> Window {
    Window::year(2024).unwrap()
}

/// Twelve members, twelve meetings, nothing amiss. Index components: quality 90, attendance 95% (83.33),
/// cadence 100, thematic 100, participation 0.40 (80), plan 100.
pub(crate) fn cell(id: &str) -> CellSummary {
    let bare = CellSummary {
        cell_id: UnitId::new(id),
        cell_name: format!("Chi bộ {id}"),
        unit_id: Some(UnitId::new("U")),
        unit_name: Some("Đảng ủy U".into()),
        cell_type: Some("bản".into()),
        peer_group: Some("bản".into()),
        tier: Tier::AttachedCell,
        hardship: false,
        concurrent_secretary: false,
        needs_no_follower: false,
        members: Some(12),
        months_expected: 12,
        months_reported: 12,
        months_held: 12,
        months_not_held: 0,
        due: None,
        present: None,
        attendance_months: 0,
        attendance_rate: None,
        attendance_rate_net: None,
        attendance_low95: None,
        attendance_high95: None,
        unexcused: Some(0),
        unexcused_due: Some(120),
        thematic_expected: 4,
        thematic_quarters: Some(4),
        supervision_expected: 12,
        supervision_attended: 12,
        supervision_coverage: Some(1.0),
        supervision_upper_expected: 0,
        supervision_upper_attended: 0,
        supervision_upper_coverage: None,
        supervision_committee_expected: 12,
        supervision_committee_attended: 12,
        supervision_committee_coverage: Some(1.0),
        supervision_assisting_expected: 0,
        supervision_assisting_attended: 0,
        supervision_assisting_coverage: None,
        visit_level_unknown: Some(0.0),
        months_assigned: 12,
        quality_n: 12,
        quality_mean: Some(90.0),
        quality_median: Some(90.0),
        quality_min: Some(88.0),
        quality_max: Some(92.0),
        quality_sd: Some(1.0),
        quality_upper_n: 3,
        quality_self_n: 9,
        grade_good: 12,
        grade_fair: 0,
        grade_average: 0,
        grade_poor: 0,
        self_mean: Some(90.5),
        upper_mean: Some(89.0),
        gap_mean: Some(1.0),
        gap_n: 3,
        speakers_ratio: Some(0.4),
        committee_met_months: None,
        committee_met_known: None,
        plan_quarters: Some(4),
        plan_approved: Some(4),
        plan_done: Some(4),
        lost_points: None,
        reporting_rate: Some(1.0),
        timely_rate: Some(1.0),
    };
    with_attendance(bare, 114, 120, 12)
}

/// The cell with other attendance.
pub(crate) fn with_attendance(cell: CellSummary, present: i64, due: i64, months: i64) -> CellSummary {
    let interval = wilson(present, due);
    CellSummary {
        due: Some(due),
        present: Some(present),
        attendance_months: months,
        attendance_rate: share(present, due),
        attendance_low95: interval.map(|it| it.low),
        attendance_high95: interval.map(|it| it.high),
        ..cell
    }
}

/// A month held of which only that much is known, besides a thematic meeting.
pub(crate) fn quiet_month(id: &str, month: &str) -> CellMonth {
    let period: Period = month.parse().unwrap();
    CellMonth {
        cell_id: UnitId::new(id),
        period,
        quarter: period.quarter().to_string(),
        unit_id: Some(UnitId::new("U")),
        cell_type: Some("bản".into()),
        reported: true,
        status: Some(MeetingStatus::Held),
        held_on: None,
        thematic_held_on: None,
        members: None,
        exempt: None,
        due: None,
        present: None,
        absent_excused: None,
        absent_unexcused: None,
        duration_min: None,
        duration_required: 90,
        speakers: None,
        thematic: Some(true),
        committee_met: None,
        required_visits: 0,
        assigned: true,
        visited: true,
        visited_upper: false,
        visited_committee: true,
        visited_assisting: false,
        self_score: None,
        upper_score: None,
        official_score: None,
        official_grade: None,
        gates_open: false,
        self_grade: None,
        upper_grade: None,
        report_date: None,
        rubric: String::new(),
        file: None,
        sheet: None,
        row: None,
    }
}

/// A month reported as not held.
pub(crate) fn not_held_month(id: &str, month: &str) -> CellMonth {
    CellMonth { status: Some(MeetingStatus::NotHeld), thematic: None, ..quiet_month(id, month) }
}

/// A month nobody reported.
pub(crate) fn unreported_month(id: &str, month: &str) -> CellMonth {
    CellMonth { reported: false, status: None, thematic: None, ..quiet_month(id, month) }
}

/// Twelve meetings of 100 minutes, each thematic.
pub(crate) fn sound_year(id: &str) -> Vec<CellMonth> {
    let month = |period: Period| CellMonth { duration_min: Some(100), ..quiet_month(id, &period.to_string()) };
    year_2024().months().map(month).collect()
}

/// Months from January on with these self and upper scores.
pub(crate) fn scored_months(id: &str, scores: &[(Option<f64>, Option<f64>)]) -> Vec<CellMonth> {
    let month = |(period, (own, upper)): (Period, &(Option<f64>, Option<f64>))| CellMonth {
        self_score: *own,
        upper_score: *upper,
        official_score: upper.or(*own),
        ..quiet_month(id, &period.to_string())
    };
    year_2024().months().zip(scores).map(month).collect()
}

/// A cell and its year in which every flag is raised that the data can support.
pub(crate) fn everything_flagged() -> (CellSummary, Vec<CellMonth>) {
    let cell = CellSummary {
        months_reported: 11,
        months_held: 10,
        months_not_held: 1,
        unexcused: Some(30),
        supervision_attended: 5,
        supervision_coverage: share(5, 12),
        months_assigned: 0,
        quality_median: Some(65.0),
        gap_mean: Some(6.0),
        speakers_ratio: Some(0.2),
        plan_quarters: Some(0),
        ..with_attendance(cell("A"), 80, 120, 10)
    };
    let upper = [90.0, 90.0, 90.0, 70.0, 70.0, 70.0];
    let scores: Vec<_> = upper.iter().map(|score| (Some(92.0), Some(*score))).collect();
    let short = |month| CellMonth { duration_min: Some(60), thematic: Some(false), ..month };
    let mut months: Vec<_> = scored_months("A", &scores).into_iter().map(short).collect();
    months.push(not_held_month("A", "2024-07"));
    months.push(unreported_month("A", "2024-08"));
    (cell, months)
}

/// The flags of a cell over 2024, unreported months being without a sheet.
pub(crate) fn flags_of(summary: &CellSummary, months: &[CellMonth], lang: Lang) -> Vec<FlagRow> {
    flags_in(year_2024(), summary, months, lang)
}

/// The flags of a cell over a window.
pub(crate) fn flags_in(window: Window, summary: &CellSummary, months: &[CellMonth], lang: Lang) -> Vec<FlagRow> {
    let (rules, sheets) = (rules(), &Sheets::default());
    flag_cell(summary, months, &Basis { rules: &rules, window, missing: &|_, _| Missing::NoSheet, sheets, lang })
}

/// The flags of a cell over 2024 that also sent score sheets.
pub(crate) fn flags_with(scores: &[ScoreRow], summary: &CellSummary, months: &[CellMonth], lang: Lang) -> Vec<FlagRow> {
    let (rules, criteria, window) = (rules(), criteria_rules(), year_2024());
    let sheets = &Sheets::of(scores, &criteria);
    flag_cell(summary, months, &Basis { rules: &rules, window, missing: &|_, _| Missing::NoSheet, sheets, lang })
}

/// A line of a score sheet.
pub(crate) fn score_row(
    id: &str,
    month: &str,
    scorer: Scorer,
    criterion: &str,
    points: f64,
    max_points: f64,
) -> ScoreRow {
    ScoreRow {
        cell_id: UnitId::new(id),
        period: month.parse().unwrap(),
        meeting: Some(MeetingKind::Regular),
        scorer,
        criterion: criterion.to_owned(),
        heading: None,
        points,
        max_points,
        file: "phieu.xlsx".to_owned(),
        sheet: "Phiếu".to_owned(),
        row: 1,
    }
}

/// A meeting of which nothing is told but that it was held.
pub(crate) fn meeting_row(id: &str, month: &str) -> MeetingRow {
    MeetingRow {
        cell_id: UnitId::new(id),
        period: month.parse().unwrap(),
        status: MeetingStatus::Held,
        held_on: None,
        thematic_held_on: None,
        members: None,
        exempt: None,
        special_duty: None,
        away: None,
        due: None,
        present: None,
        absent_excused: None,
        absent_unexcused: None,
        duration_min: None,
        speakers: None,
        thematic: None,
        thematic_topic: None,
        committee_met: None,
        supervisor: None,
        visited: None,
        visit_level: None,
        self_score: None,
        upper_score: None,
        self_grade: None,
        upper_grade: None,
        note_given: None,
        file: "T1.xlsx".to_owned(),
        sheet: "T1".to_owned(),
        row: 5,
    }
}

/// The built-in criterion groups.
pub(crate) fn criteria_rules() -> CriteriaRules {
    Rules::load(None).unwrap().criteria
}

/// How grave a flag of the cell is, if it is raised.
pub(crate) fn severity(code: FlagCode, summary: &CellSummary, months: &[CellMonth]) -> Option<FlagSeverity> {
    flags_of(summary, months, Lang::Vi).into_iter().find(|row| row.code == code).map(|row| row.severity)
}

/// The evidence of a flag that is raised.
pub(crate) fn evidence(code: FlagCode, summary: &CellSummary, months: &[CellMonth], lang: Lang) -> String {
    flags_of(summary, months, lang).into_iter().find(|row| row.code == code).unwrap().evidence
}

/// Thresholds the examples were computed by hand for; the Committee may change its own.
pub(crate) fn rules() -> FlagRules {
    let day = |year, month, day| chrono::NaiveDate::from_ymd_opt(year, month, day);
    let duration = |minutes, combined_minutes| MinimumDuration { minutes, combined_minutes };
    FlagRules {
        attendance_target: Dated::new(vec![(None, 0.85), (day(2025, 10, 28), 0.90)]).unwrap(),
        attendance_sources: vec![],
        duration_sources: vec![],
        minimum_duration: Dated::new(vec![(None, duration(90, 90)), (day(2025, 7, 23), duration(90, 120))]).unwrap(),
        thresholds: Thresholds {
            months_held_for_red: 3,
            ambers_for_weak: 3,
            attendance_low: AttendanceLow { red_absent_per_meeting_over: 1.0 },
            unexcused_absence: UnexcusedAbsence {
                amber_share_over: 0.02,
                amber_absences_at_least: 2,
                red_share_over: 0.05,
                red_low95_over: 0.03,
            },
            meeting_missed: CountAtLeast { amber_at_least: 1, red_at_least: 2 },
            thematic_short: ThematicShort { amber_at_least: 1, red_at_least: 2, active_months_at_least: 2 },
            meeting_short: MeetingShort { stated_at_least: 3, amber_share_over: 0.25, red_share_over: 0.50 },
            few_speakers: Under { amber_under: 0.30, red_under: 0.15 },
            quality_low: Under { amber_under: 70.0, red_under: 50.0 },
            quality_falling: QualityFalling { amber_drop_at_least: 5.0, red_drop_at_least: 10.0, standard_errors: 2.0 },
            not_reported: CountAtLeast { amber_at_least: 1, red_at_least: 2 },
            supervision_gap: Under { amber_under: 0.80, red_under: 0.50 },
            score_gap: ScoreGap { amber_at_least: 5.0, red_at_least: 10.0, months_at_least: 3 },
            score_constant: ScoreConstant { months_at_least: 6 },
            score_contradicts: CountAtLeast { amber_at_least: 1, red_at_least: 3 },
        },
    }
}

/// Weights and goalposts the examples were computed by hand for.
pub(crate) fn index_rules() -> IndexRules {
    let component = |weight, zero_at, hundred_at| Goalposts { weight, zero_at, hundred_at };
    IndexRules {
        components: Components {
            quality: component(0.40, 0.0, 100.0),
            attendance: component(0.20, 0.70, 1.00),
            cadence: component(0.15, 0.0, 1.0),
            thematic: component(0.10, 0.0, 1.0),
            participation: component(0.10, 0.0, 0.50),
            plan: component(0.05, 0.0, 1.0),
        },
        ranked: RankedRules {
            reporting_rate_at_least: 0.75,
            quality_n_at_least: 3,
            quality_share_at_least: 0.5,
            index_weight_at_least: 0.60,
            upper_n_for_rank_upper: 3,
        },
        interval: IntervalRules {
            draws: 100,
            seed: 171,
            low: 0.05,
            high: 0.95,
            weight_concentration: 50.0,
            design_effect: 2.0,
            prior_months: 3.0,
            shrink_to_peers: true,
            peers_at_least: 10,
        },
    }
}

/// An organisation of no type, always valid; without a superior where none is named.
pub(crate) fn unit(id: &str, tier: Tier, parent: &str) -> UnitRow {
    UnitRow {
        unit_id: UnitId::new(id),
        name: format!("Tổ chức {id}"),
        tier,
        parent_id: (!parent.is_empty()).then(|| UnitId::new(parent)),
        cell_type: None,
        peer_group: None,
        valid_from: None,
        valid_to: None,
        hardship: false,
        aliases: None,
        successor_id: None,
        needs_no_follower: false,
        concurrent_secretary: false,
        has_committee: false,
        min_duration_min: None,
    }
}

/// The rules of proposals the examples were computed by hand for.
pub(crate) struct ProposalRules {
    pub(crate) support: SupportRules,
    pub(crate) year: YearRules,
}

impl ProposalRules {
    /// With a rule of the built-in file, and HTXSNV from good, HTTNV from average.
    pub(crate) fn with(rule: &str) -> Self {
        let file: toml::Table = include_str!("../../pipelines/year-rules.toml").parse().unwrap();
        let rules: Vec<YearRule> = file["rule"].clone().try_into().unwrap();
        let rule = rules.into_iter().find(|it| it.id == rule).unwrap();
        let (outstanding_from, good_from) = (Some(Grade::Good), Some(Grade::Average));
        let year = YearRules {
            chosen: Dated::new(vec![(None, rule)]).unwrap(),
            allows: Dated::new(vec![(None, Allows { outstanding_from, good_from, source: "QĐ".into() })]).unwrap(),
            cap: CapRules {
                share: 0.2,
                base: CapBase::Including,
                rounding: CapRounding::Floor,
                grouping: CapGrouping::CellType,
                source: "QĐ".into(),
            },
        };
        let hosts = HostRules {
            attached_per_committee: 2,
            base_for_top: 2,
            quality_upper_n_at_least: 3,
            exclude_last_hosts: false,
        };
        let thematic_reasons = vec![FlagCode::ThematicShort, FlagCode::PlanMissing];
        Self { support: SupportRules { thematic_reasons, hosts }, year }
    }

    pub(crate) fn basis<'a>(&'a self, register: &'a Register, window: Window, lang: Lang) -> proposal::Basis<'a> {
        let Self { support, year } = self;
        proposal::Basis { register, support, year, window, exclude_last_hosts: false, lang }
    }
}
