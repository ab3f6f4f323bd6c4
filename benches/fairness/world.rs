//! Cells whose true quality is known, their years as chance brings them, and the plot of what was found.

use chibo::judge::wilson::wilson;
use chibo::lake::schema::{CellMonth, CellSummary};
use chibo::period::{Period, Window};
use chibo::register::UnitId;
use chibo::terms::{Grade, MeetingStatus, Tier};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Beta, Binomial, Distribution, Normal};

use super::{Coverage, Errors};

/// What is true of a cell, and no sheet says.
#[derive(Debug, Clone)]
pub(super) struct Truth {
    pub(super) members: u32,
    /// Chance of a member of this cell to come, over the people it may have.
    rate: f64,
    /// Chance of each of its present members to come: absences repeat in the same people.
    attendance: Vec<f64>,
    unexcused: f64,
    held: f64,
    thematic: f64,
    speakers: f64,
    mean: f64,
    sd: f64,
}

impl Truth {
    /// Attendance 0.96, unexcused 0.5 %, no meeting or thematic quarter missed, scores of mean 90 and sd 3.
    pub(super) fn sound(members: u32) -> Self {
        Self {
            members,
            rate: 0.96,
            attendance: vec![0.96; members as usize],
            unexcused: 0.005,
            held: 1.0,
            thematic: 1.0,
            speakers: 0.45,
            mean: 90.0,
            sd: 3.0,
        }
    }

    /// A cell that needs support by any reading: one in four absent, two meetings in twelve not held, one quarter in
    /// two without a thematic meeting, few speakers.
    pub(super) fn weak(members: u32) -> Self {
        Self {
            members,
            rate: 0.74,
            attendance: vec![0.74; members as usize],
            unexcused: 0.06,
            held: 0.83,
            thematic: 0.5,
            speakers: 0.22,
            mean: 72.0,
            sd: 6.0,
        }
    }

    /// Sound in everything but attendance: one in four absent.
    pub(super) fn thinly_attended(members: u32) -> Self {
        Self { rate: 0.75, attendance: vec![0.75; members as usize], ..Self::sound(members) }
    }

    /// A cell of a world; the more alike its cells, the less their figures tell them apart.
    pub(super) fn of_a_world(members: u32, likeness: f64, chance: &mut ChaCha8Rng) -> Self {
        let mut beta = |mean: f64, trials: f64| Beta::new(mean * trials, (1.0 - mean) * trials).unwrap().sample(chance);
        let rate = beta(0.94, 40.0 * likeness).clamp(0.02, 0.999);
        // Twelve meetings of members who differ like this tell as much as half of them: 1 + 11 / 13 = 1.85.
        let attendance = (0..members).map(|_| beta(rate, 12.0)).collect();
        let (held, thematic, speakers) =
            (beta(0.97, 30.0 * likeness), beta(0.90, 12.0 * likeness), beta(0.40, 20.0 * likeness));
        let mean = Normal::new(86.0_f64, 5.0 / likeness.sqrt()).unwrap().sample(chance).clamp(50.0, 99.0);
        Self { members, rate, attendance, unexcused: 0.005, held, thematic, speakers, mean, sd: 3.0 }
    }

    /// The figures of the cell as they truly are: what the index of truth is made of.
    pub(super) fn known(&self, cell: &CellSummary) -> CellSummary {
        let large = 1_000_000.0;
        CellSummary {
            quality_mean: Some(self.mean),
            attendance_rate: Some(self.rate),
            months_held: (self.held * large) as i64,
            months_reported: large as i64,
            thematic_quarters: Some((self.thematic * large) as i64),
            thematic_expected: large as i64,
            speakers_ratio: Some(self.speakers),
            ..cell.clone()
        }
    }

    /// A year of the cell, fully reported, as chance brings it.
    pub(super) fn year(&self, id: &str, chance: &mut ChaCha8Rng) -> (CellSummary, Vec<CellMonth>) {
        let mut months: Vec<CellMonth> =
            Window::year(2024).unwrap().months().map(|period| self.month(id, period, chance)).collect();
        for quarter in months.chunks_mut(3) {
            let thematic = happens(self.thematic, chance);
            if let Some(month) = quarter.iter_mut().find(|month| month.status == Some(MeetingStatus::Held)) {
                month.thematic = Some(thematic);
            }
        }
        (self.summary(id, &months), months)
    }

    fn month(&self, id: &str, period: Period, chance: &mut ChaCha8Rng) -> CellMonth {
        let held = happens(self.held, chance);
        let present = self.attendance.iter().filter(|share| happens(**share, chance)).count() as i64;
        let due = i64::from(self.members);
        let absent = due - present;
        let share = self.attendance.iter().map(|it| 1.0 - it).sum::<f64>() / self.attendance.len() as f64;
        let unexcused = some_of(absent, (self.unexcused / share.max(1e-9)).min(1.0), chance);
        let score = (Normal::new(self.mean, self.sd).unwrap().sample(chance) * 2.0).round() / 2.0;
        let stated = |value: i64| held.then_some(value);
        let score = held.then_some(score.clamp(0.0, 100.0));
        CellMonth {
            cell_id: UnitId::new(id),
            period,
            quarter: period.quarter().to_string(),
            unit_id: None,
            cell_type: Some("bản".into()),
            reported: true,
            status: Some(if held { MeetingStatus::Held } else { MeetingStatus::NotHeld }),
            held_on: None,
            thematic_held_on: None,
            members: Some(due),
            exempt: None,
            due: stated(due),
            present: stated(present),
            absent_excused: stated(absent - unexcused),
            absent_unexcused: stated(unexcused),
            duration_min: stated(95),
            duration_required: 90,
            speakers: stated(some_of(present, self.speakers, chance)),
            thematic: held.then_some(false),
            committee_met: None,
            required_visits: 0,
            assigned: false,
            visited: false,
            visited_upper: false,
            visited_committee: false,
            visited_assisting: false,
            self_score: score,
            upper_score: None,
            official_score: score,
            official_grade: score.map(grade),
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

    fn summary(&self, id: &str, months: &[CellMonth]) -> CellSummary {
        let sum = |figure: fn(&CellMonth) -> Option<i64>| months.iter().filter_map(figure).sum::<i64>();
        let count = |has: &dyn Fn(&CellMonth) -> bool| months.iter().filter(|month| has(month)).count() as i64;
        let (due, present) = (sum(|month| month.due), sum(|month| month.present));
        let (spoken, held) = (sum(|month| month.speakers), count(&|month| month.status == Some(MeetingStatus::Held)));
        let scores: Vec<f64> = months.iter().filter_map(|month| month.official_score).collect();
        let share = |part: i64, whole: i64| (whole > 0).then(|| part as f64 / whole as f64);
        let interval = wilson(present, due);
        let thematic = months.chunks(3).filter(|quarter| quarter.iter().any(|month| month.thematic == Some(true)));
        let graded = |grade| count(&|month| month.official_grade == Some(grade));
        let mean = (!scores.is_empty()).then(|| scores.iter().sum::<f64>() / scores.len() as f64);
        CellSummary {
            cell_id: UnitId::new(id),
            cell_name: id.to_owned(),
            unit_id: None,
            unit_name: None,
            cell_type: Some("bản".into()),
            peer_group: Some("bản".into()),
            tier: Tier::AttachedCell,
            hardship: false,
            concurrent_secretary: false,
            needs_no_follower: false,
            members: Some(i64::from(self.members)),
            months_expected: 12,
            months_reported: 12,
            months_held: held,
            months_not_held: 12 - held,
            due: (due > 0).then_some(due),
            present: (due > 0).then_some(present),
            attendance_months: held,
            attendance_rate: share(present, due),
            attendance_rate_net: None,
            attendance_low95: interval.map(|it| it.low),
            attendance_high95: interval.map(|it| it.high),
            unexcused: Some(sum(|month| month.absent_unexcused)),
            unexcused_due: Some(due),
            thematic_expected: 4,
            thematic_quarters: Some(thematic.count() as i64),
            supervision_expected: 0,
            supervision_attended: 0,
            supervision_coverage: None,
            supervision_upper_expected: 0,
            supervision_upper_attended: 0,
            supervision_upper_coverage: None,
            supervision_committee_expected: 0,
            supervision_committee_attended: 0,
            supervision_committee_coverage: None,
            supervision_assisting_expected: 0,
            supervision_assisting_attended: 0,
            supervision_assisting_coverage: None,
            visit_level_unknown: None,
            months_assigned: 0,
            quality_n: scores.len() as i64,
            quality_mean: mean,
            quality_median: median(&scores),
            quality_min: scores.iter().copied().reduce(f64::min),
            quality_max: scores.iter().copied().reduce(f64::max),
            quality_sd: mean.filter(|_| scores.len() > 1).map(|mean| {
                (scores.iter().map(|it| (it - mean).powi(2)).sum::<f64>() / (scores.len() as f64 - 1.0)).sqrt()
            }),
            quality_upper_n: 0,
            quality_self_n: scores.len() as i64,
            grade_good: graded(Grade::Good),
            grade_fair: graded(Grade::Fair),
            grade_average: graded(Grade::Average),
            grade_poor: graded(Grade::Poor),
            self_mean: mean,
            upper_mean: None,
            gap_mean: None,
            gap_n: 0,
            speakers_ratio: share(spoken, present),
            committee_met_months: None,
            committee_met_known: None,
            plan_quarters: None,
            plan_approved: None,
            plan_done: None,
            lost_points: None,
            reporting_rate: Some(1.0),
            timely_rate: None,
        }
    }
}

fn happens(share: f64, chance: &mut ChaCha8Rng) -> bool {
    some_of(1, share, chance) == 1
}

fn some_of(all: i64, share: f64, chance: &mut ChaCha8Rng) -> i64 {
    Binomial::new(all.max(0).cast_unsigned(), share.clamp(0.0, 1.0)).unwrap().sample(chance).cast_signed()
}

fn grade(score: f64) -> Grade {
    match score {
        _ if score >= 90.0 => Grade::Good,
        _ if score >= 70.0 => Grade::Fair,
        _ if score >= 50.0 => Grade::Average,
        _ => Grade::Poor,
    }
}

fn median(scores: &[f64]) -> Option<f64> {
    let mut sorted = scores.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        n if n % 2 == 1 => Some(sorted[middle]),
        _ => Some(f64::midpoint(sorted[middle - 1], sorted[middle])),
    }
}

/// The most memory the process has held, where the system tells.
pub(super) fn peak_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").trim().parse::<u64>().unwrap_or(0) / 1024
}

/// Two panels: how often the interval holds the true rank, and how often flags err, by size of the cell.
pub(super) fn plot(coverage: &[Coverage], errors: &[Errors]) -> String {
    let mut svg = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 370\" font-family=\"sans-serif\" font-size=\"12\">\n\
         <rect width=\"760\" height=\"370\" fill=\"white\"/>\n",
    );
    let x = |panel: f64, at: usize| panel + 50.0 + 80.0 * at as f64;
    let mut line = |panel: f64, points: &[(usize, f64)], colour: &str, dash: &str, label: &str, at: f64| {
        let path: Vec<String> = points.iter().map(|(at, y)| format!("{:.1},{y:.1}", x(panel, *at))).collect();
        let path = path.join(" ");
        let (text, key) = (panel + 60.0, 290.0 + at);
        svg += &format!(
            "<polyline points=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dash}\"/>\n\
             <line x1=\"{}\" x2=\"{}\" y1=\"{key}\" y2=\"{key}\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dash}\"/>\n\
             <text x=\"{}\" y=\"{}\">{label}</text>\n",
            text - 30.0,
            text,
            text + 8.0,
            key + 4.0
        );
    };
    let held = |share: f64| 250.0 - (share - 0.7) / 0.3 * 200.0;
    let colours = [("#d55e00", "6 4"), ("#0072b2", ""), ("#e69f00", "2 3"), ("#009e73", "8 2 2 2")];
    for (at, (coverage, (colour, dash))) in coverage.iter().zip(colours).enumerate() {
        let points: Vec<(usize, f64)> = coverage.by_size.iter().map(|it| held(it.1)).enumerate().collect();
        let label = format!("{} ({:.1} %)", coverage.name, coverage.all * 100.0);
        line(0.0, &points, colour, dash, &label, 18.0 * at as f64);
    }
    let wrong = |share: f64| 250.0 - share / 0.1 * 200.0;
    let of =
        |figure: fn(&Errors) -> f64| errors.iter().map(|it| wrong(figure(it).min(0.1))).enumerate().collect::<Vec<_>>();
    line(380.0, &of(|it| it.sound_red), "#0072b2", "", "sound cell flagged red", 0.0);
    line(380.0, &of(|it| it.weak_missed), "#d55e00", "6 4", "weak cell not called for support", 18.0);
    for (panel, title, ticks) in [
        (
            0.0,
            "Interval holds the true rank (aim 87–93 %)",
            [(0.7, held(0.7)), (0.8, held(0.8)), (0.9, held(0.9)), (1.0, held(1.0))],
        ),
        (
            380.0,
            "Wrong judgements in a year",
            [(0.0, wrong(0.0)), (0.01, wrong(0.01)), (0.05, wrong(0.05)), (0.1, wrong(0.1))],
        ),
    ] {
        svg += &format!("<text x=\"{}\" y=\"24\" font-weight=\"bold\">{title}</text>\n", panel + 40.0);
        for (share, y) in ticks {
            svg += &format!(
                "<line x1=\"{0}\" x2=\"{1}\" y1=\"{y:.1}\" y2=\"{y:.1}\" stroke=\"#ddd\"/><text x=\"{2}\" y=\"{3:.1}\" text-anchor=\"end\">{4} %</text>\n",
                panel + 40.0,
                panel + 310.0,
                panel + 36.0,
                y + 4.0,
                share * 100.0
            );
        }
        for (at, size) in super::SIZES.iter().enumerate() {
            svg += &format!("<text x=\"{}\" y=\"268\" text-anchor=\"middle\">{size} members</text>\n", x(panel, at));
        }
    }
    svg + "</svg>\n"
}
