//! Believable figures for tests: five committees, forty cells, one year.

use chrono::NaiveDate;

use crate::figures::{Figures, Pipeline};
use crate::finding::{CellRef, Code, Finding, Place};
use crate::judge::FlagCode;
use crate::judge::duties::Duties;
use crate::judge::proposal::Proposals;
use crate::judge::statistics::Statistics;
use crate::lake::schema::{
    CellMonth, CellSummary, DistributionRow, FindingRow, FlagRow, FollowerSummary, MonthRow, RankRow, SubmissionRow,
    UnitRow, UnitSummary,
};
use crate::lake::table::{ColumnType, Row, Scalar};
use crate::lang::Lang;
use crate::period::{Period, Window};
use crate::register::UnitId;
use crate::remap::Map;
use crate::terms::{DistributionKind, FlagSeverity, Grade, MeetingStatus, Scope, Scorer, SubmissionStatus, Tier};

mod received;

use received::{distribution, findings, followers, submissions};

/// A row with nothing in it: nulls, zeroes, empty texts.
pub fn blank<T: Row>(words: &[(&str, &'static str)]) -> T {
    let values: Vec<_> = T::TABLE
        .columns
        .iter()
        .map(|column| {
            if let Some((_, word)) = words.iter().find(|(name, _)| *name == column.name) {
                return Scalar::Text(word);
            }
            match column.kind {
                _ if column.nullable => Scalar::Null,
                ColumnType::Text => Scalar::Text(""),
                ColumnType::Integer => Scalar::Integer(0),
                ColumnType::Float => Scalar::Float(0.0),
                ColumnType::Boolean => Scalar::Boolean(false),
                ColumnType::Date => Scalar::Date(NaiveDate::MIN),
            }
        })
        .collect();
    T::from_scalars(&values).expect("every closed word must be given")
}

/// Figures of nothing.
pub fn empty(pipeline: Pipeline) -> Figures {
    Figures {
        pipeline,
        window: Window::year(2024).unwrap(),
        units: vec![],
        months: vec![],
        cell_months: vec![],
        cell_summary: vec![],
        unit_summary: vec![],
        follower_summary: vec![],
        flags: vec![],
        ranking: vec![],
        earlier: None,
        criteria: vec![],
        integrity: vec![],
        distribution: vec![],
        lift: vec![],
        contributions: vec![],
        map: Map::Reported,
        map_notes: vec![],
        statistics: Statistics::default(),
        proposals: Proposals::default(),
        duties: Duties::default(),
        submissions: vec![],
        findings: vec![],
    }
}

const UNITS: [(&str, &str); 5] = [
    ("P01", "Đảng ủy phường Đoàn Kết"),
    ("P02", "Đảng ủy phường Tân Phong"),
    ("P03", "Đảng ủy phường Quyết Tiến"),
    ("X01", "Đảng ủy xã San Thàng"),
    ("X02", "Đảng ủy xã Sùng Phài"),
];

const TYPES: [(&str, &str); 4] =
    [("ban", "Bản"), ("tdp", "Tổ dân phố"), ("truong", "Trường học"), ("coquan", "Cơ quan")];

/// Figures of a year, or of its October, with so many cells.
pub fn figures(pipeline: Pipeline, cells: usize) -> Figures {
    let mut figures = empty(pipeline);
    if let Pipeline::Monthly(month) = pipeline {
        figures.window = Window::year_to(month);
    }
    figures.units = units();
    figures.months = figures.window.months().map(month_row).collect();
    figures.cell_summary = (0..cells).map(|number| cell(number, figures.window)).collect();
    for cell in figures.cell_summary.clone() {
        figures.cell_months.extend(figures.window.months().map(|month| cell_month(&cell, month)));
    }
    figures.flags = figures.cell_summary.iter().flat_map(flags).collect();
    figures.ranking = ranking(&figures.cell_summary, &figures.flags);
    figures.unit_summary = pooled(&figures);
    figures.follower_summary = UNITS.iter().flat_map(followers).collect();
    figures.distribution = distribution(&figures);
    figures.submissions = UNITS.iter().flat_map(submissions).collect();
    figures.findings = findings();
    figures
}

fn units() -> Vec<UnitRow> {
    let row = |id: &str, name: &str, tier: Tier, parent: Option<&str>| UnitRow {
        unit_id: UnitId::new(id),
        name: name.to_owned(),
        tier,
        parent_id: parent.map(UnitId::new),
        ..blank(&[("tier", "superior")])
    };
    let mut units = vec![row("TU", "Thành ủy Lai Châu", Tier::Superior, None)];
    units.extend(UNITS.map(|(id, name)| row(id, name, Tier::Committee, Some("TU"))));
    units
}

fn month_row(period: Period) -> MonthRow {
    MonthRow {
        period,
        quarter: period.quarter().to_string(),
        first_day: period.first_day(),
        last_day: period.last_day(),
        deadline: period.next().first_day() + chrono::Days::new(4),
        duration_required: 90,
        combined_duration_required: 90,
        grade_good_from: 90.0,
        grade_fair_from: 70.0,
        grade_average_from: 50.0,
        rubric: String::new(),
    }
}

/// A number from 0 to 1 that differs from cell to cell and is the same in every run.
fn spread(number: usize, salt: usize) -> f64 {
    let mixed = (number * 7_919 + salt * 104_729 + 13) % 997;
    u32::try_from(mixed).map_or(0.0, f64::from) / 997.0
}

fn whole(number: f64) -> i64 {
    format!("{number:.0}").parse().unwrap()
}

fn float(number: i64) -> f64 {
    i32::try_from(number).map_or(0.0, f64::from)
}

fn cell(number: usize, window: Window) -> CellSummary {
    let (unit, unit_name) = UNITS[number % UNITS.len()];
    let (kind, kind_name) = TYPES[number * 3 % TYPES.len()];
    let months = i64::try_from(window.months().count()).unwrap();
    let members = 5 + whole(spread(number, 1) * 40.0);
    let is_base = number % 9 == 8;
    let rate = if number % 11 == 3 { 0.72 } else { 0.9 + spread(number, 2) / 10.0 };
    let due = members * months;
    let present = whole(float(due) * rate);
    let mean = if number % 13 == 5 { 58.0 } else { 78.0 + spread(number, 3) * 20.0 };
    let reported = if number % 17 == 7 { months / 2 } else { months };
    CellSummary {
        cell_id: UnitId::new(&format!("{unit}.{number:03}")),
        cell_name: format!("Chi bộ {} số {}", kind_name.to_lowercase(), number + 1),
        unit_id: Some(UnitId::new(if is_base { "TU" } else { unit })),
        unit_name: Some(if is_base { "Thành ủy Lai Châu" } else { unit_name }.to_owned()),
        cell_type: Some(kind.to_owned()),
        peer_group: Some(kind.to_owned()),
        tier: if is_base { Tier::BaseCell } else { Tier::AttachedCell },
        hardship: number % 8 == 3,
        members: Some(members),
        months_expected: months,
        months_reported: reported,
        months_held: reported,
        due: Some(due),
        present: Some(present),
        attendance_months: reported,
        attendance_rate: Some(float(present) / float(due)),
        attendance_low95: Some(rate - 0.03),
        attendance_high95: Some((rate + 0.02).min(1.0)),
        thematic_expected: 4,
        thematic_quarters: Some(if number % 6 == 1 { 2 } else { 4 }),
        supervision_expected: months,
        supervision_attended: if number % 10 == 4 { 0 } else { months - i64::try_from(number % 4).unwrap() },
        supervision_committee_expected: months,
        supervision_committee_attended: months / 2,
        months_assigned: months,
        quality_n: reported,
        quality_mean: Some(mean),
        quality_median: Some(mean + 1.0),
        quality_min: Some(mean - 8.0),
        quality_max: Some((mean + 7.0).min(100.0)),
        quality_sd: Some(3.2),
        quality_upper_n: if number % 7 == 2 { 0 } else { reported / 2 },
        grade_good: if mean >= 90.0 { reported } else { 0 },
        grade_fair: if (70.0..90.0).contains(&mean) { reported } else { 0 },
        grade_average: if mean < 70.0 { reported } else { 0 },
        speakers_ratio: Some(0.2 + spread(number, 4) * 0.5),
        reporting_rate: Some(float(reported) / float(months)),
        ..blank(&[("tier", "attached")])
    }
}

fn cell_month(cell: &CellSummary, period: Period) -> CellMonth {
    let number: usize = cell.cell_id.as_str().get(4..).and_then(|text| text.parse().ok()).unwrap();
    let reported = cell.months_reported == cell.months_expected || period.month() <= 5;
    let held = reported && number % 19 != 6;
    let score = cell.quality_mean.filter(|_| held).map(|mean| mean + float(i64::from(period.month())) / 6.0 - 1.0);
    let present = |rate: f64| cell.members.filter(|_| held).map(|members| whole(float(members) * rate));
    CellMonth {
        cell_id: cell.cell_id.clone(),
        period,
        quarter: period.quarter().to_string(),
        unit_id: cell.unit_id.clone(),
        cell_type: cell.cell_type.clone(),
        reported,
        status: reported.then_some(if held { MeetingStatus::Held } else { MeetingStatus::NotHeld }),
        held_on: NaiveDate::from_ymd_opt(period.year(), period.month(), 3 + u32::try_from(number % 5).unwrap())
            .filter(|_| held),
        members: cell.members.filter(|_| reported),
        due: cell.members.filter(|_| held),
        present: present(cell.attendance_rate.unwrap()),
        duration_min: held.then_some(80 + i64::try_from(number % 40).unwrap()),
        duration_required: 90,
        speakers: present(0.3),
        thematic: held.then_some(period.month().is_multiple_of(3)),
        visited: held && !number.is_multiple_of(3),
        self_score: score.map(|score| score + 1.5),
        upper_score: score.filter(|_| number % 7 != 2),
        official_score: score,
        official_grade: score.map(|score| if score >= 90.0 { Grade::Good } else { Grade::Fair }),
        gates_open: false,
        ..blank(&[("period", "2024-01")])
    }
}

fn flags(cell: &CellSummary) -> Vec<FlagRow> {
    let mut flags = Vec::new();
    let mut add = |code, severity, evidence: String| {
        flags.push(FlagRow { cell_id: cell.cell_id.clone(), code, severity, value: None, threshold: None, evidence });
    };
    if cell.attendance_rate < Some(0.85) {
        let (present, due) = (cell.present.unwrap(), cell.due.unwrap());
        let text = format!(
            "Có mặt {present}/{due} lượt (72,0%; khoảng 95%: 69,0–74,0%), dưới mức 85%; bình quân mỗi buổi vắng 5,6 đảng viên."
        );
        add(FlagCode::AttendanceLow, FlagSeverity::Red, text);
    }
    if cell.thematic_quarters == Some(2) {
        let text = "2/4 quý không có sinh hoạt chuyên đề: quý II, quý III.".to_owned();
        add(FlagCode::ThematicShort, FlagSeverity::Red, text);
    }
    if cell.speakers_ratio < Some(0.3) {
        let text = "Bình quân 24,1% số có mặt phát biểu, dưới mức 30%.".to_owned();
        add(FlagCode::FewSpeakers, FlagSeverity::Amber, text);
    }
    if cell.quality_median < Some(70.0) {
        let text = "Điểm trung vị 59,0 (12 tháng), dưới mức 70.".to_owned();
        add(FlagCode::QualityLow, FlagSeverity::Amber, text);
    }
    if cell.supervision_attended == 0 {
        add(FlagCode::SupervisionGap, FlagSeverity::Red, "0/12 tháng có người dự.".to_owned());
    }
    flags
}

fn ranking(cells: &[CellSummary], flags: &[FlagRow]) -> Vec<RankRow> {
    let index_of = |cell: &CellSummary| {
        0.6 * cell.quality_mean.unwrap() + 0.4 * 100.0 * (cell.attendance_rate.unwrap() - 0.7).max(0.0) / 0.3
    };
    let is_ranked = |cell: &CellSummary| cell.reporting_rate >= Some(0.75);
    let row = |cell: &CellSummary| {
        let counted = |severity| {
            let own = flags.iter().filter(|flag| flag.cell_id == cell.cell_id && flag.code <= FlagCode::PlanMissing);
            i64::try_from(own.filter(|flag| flag.severity == severity).count()).unwrap()
        };
        let better = cells.iter().filter(|other| is_ranked(other) && index_of(other) > index_of(cell)).count();
        let rank = is_ranked(cell).then_some(i64::try_from(better).unwrap() + 1);
        let (red_flags, amber_flags) = (counted(FlagSeverity::Red), counted(FlagSeverity::Amber));
        let reason = format!("chỉ báo cáo {}/{} tháng", cell.months_reported, cell.months_expected);
        RankRow {
            cell_id: cell.cell_id.clone(),
            ranked: rank.is_some(),
            reason: rank.is_none().then_some(reason),
            index: Some(index_of(cell)),
            index_weight: 0.95,
            s_quality: cell.quality_mean,
            s_attendance: cell.attendance_rate.map(|rate| (rate - 0.7).max(0.0) / 0.3 * 100.0),
            s_cadence: Some(100.0),
            s_thematic: cell.thematic_quarters.map(|quarters| float(quarters) * 25.0),
            s_participation: cell.speakers_ratio.map(|ratio| (ratio * 200.0).min(100.0)),
            rank,
            rank_peer: rank.map(|rank| rank / 4 + 1),
            rank_unit: rank.map(|rank| rank / 5 + 1),
            rank_low: rank.map(|rank| (rank - 3).max(1)),
            rank_high: rank.map(|rank| rank + 4),
            rank_upper: rank.filter(|_| cell.quality_upper_n >= 3),
            weak: red_flags > 0 || amber_flags >= 3,
            red_flags,
            amber_flags,
            ..blank(&[])
        }
    };
    cells.iter().map(row).collect()
}

fn pooled(figures: &Figures) -> Vec<UnitSummary> {
    let row = |scope: Scope, id: &str, name: &str, belongs: &dyn Fn(&CellSummary) -> bool| {
        let cells: Vec<_> = figures.cell_summary.iter().filter(|cell| belongs(cell)).collect();
        let sum = |of: fn(&CellSummary) -> i64| cells.iter().map(|cell| of(cell)).sum::<i64>();
        let (present, due) = (sum(|cell| cell.present.unwrap()), sum(|cell| cell.due.unwrap()));
        let rate = (due > 0).then(|| float(present) / float(due));
        let weak = |cell: &&&CellSummary| figures.ranking.iter().any(|rank| rank.cell_id == cell.cell_id && rank.weak);
        let (attended, expected) = (sum(|cell| cell.supervision_attended), sum(|cell| cell.supervision_expected));
        UnitSummary {
            scope,
            unit_id: id.to_owned(),
            unit_name: name.to_owned(),
            cells: i64::try_from(cells.len()).unwrap(),
            cells_reporting: i64::try_from(cells.len()).unwrap(),
            cells_visited: i64::try_from(cells.iter().filter(|cell| cell.supervision_attended > 0).count()).unwrap(),
            cells_weak: i64::try_from(cells.iter().filter(weak).count()).unwrap(),
            members: Some(sum(|cell| cell.members.unwrap())),
            months_expected: sum(|cell| cell.months_expected),
            months_reported: sum(|cell| cell.months_reported),
            months_held: sum(|cell| cell.months_held),
            due: Some(due),
            present: Some(present),
            attendance_rate: rate,
            attendance_low95: rate.map(|rate| rate - 0.006),
            attendance_high95: rate.map(|rate| rate + 0.005),
            thematic_expected: sum(|cell| cell.thematic_expected),
            thematic_quarters: Some(sum(|cell| cell.thematic_quarters.unwrap())),
            supervision_expected: expected,
            supervision_attended: attended,
            supervision_coverage: (expected > 0).then(|| float(attended) / float(expected)),
            quality_n: sum(|cell| cell.quality_n),
            quality_mean: Some(86.4),
            quality_median: Some(88.0),
            quality_min: Some(50.0),
            quality_max: Some(100.0),
            quality_upper_n: sum(|cell| cell.quality_upper_n),
            grade_good: sum(|cell| cell.grade_good),
            grade_fair: sum(|cell| cell.grade_fair),
            grade_average: sum(|cell| cell.grade_average),
            speakers_ratio: Some(0.41),
            reporting_rate: Some(
                float(sum(|cell| cell.months_reported)) / float(sum(|cell| cell.months_expected).max(1)),
            ),
            ..blank(&[("scope", "all")])
        }
    };
    let mut rows = vec![row(Scope::All, "ALL", "Toàn bộ", &|_| true)];
    let unit_of = |cell: &CellSummary| cell.unit_id.clone().unwrap();
    rows.push(row(Scope::Unit, "TU", "Thành ủy Lai Châu", &|cell| unit_of(cell).as_str() == "TU"));
    rows.extend(UNITS.map(|(id, name)| row(Scope::Unit, id, name, &|cell| unit_of(cell).as_str() == id)));
    rows.extend(TYPES.map(|(id, name)| row(Scope::Type, id, name, &|cell| cell.cell_type.as_deref() == Some(id))));
    rows.push(row(Scope::Hardship, "true", "Địa bàn khó khăn", &|cell| cell.hardship));
    rows.push(row(Scope::Hardship, "false", "Địa bàn khác", &|cell| !cell.hardship));
    rows
}
