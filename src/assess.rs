//! The lake → figures and judgements: roll up, judge, propose, with every derived table written on the way.

use std::path::{Path, PathBuf};

use chrono::Datelike;

use crate::derived::Derived;
use crate::error::Result;
use crate::figures::{Figures, Pipeline};
use crate::intake::submission::FileReading;
use crate::judge::criteria::{criteria, with_lost_points};
use crate::judge::duties::Duties;
use crate::judge::flags::{self, Basis};
use crate::judge::integrity::{self, integrity};
use crate::judge::proposal::{self, Proposals};
use crate::judge::rules_in_force::cell_rules;
use crate::judge::sheets::Sheets;
use crate::judge::statistics::{self, Statistics};
use crate::judge::{contribution, rank};
use crate::lake::build::Lake;
use crate::lake::mapping::MapNote;
use crate::lake::schema::{CellMonth, CellRule, CellSummary, DistributionRow, MonthRow};
use crate::period::{Period, Window};
use crate::reasons::Reasons;
use crate::register::{Register, UnitId};
use crate::remap::{self, Heirs, Map};
use crate::rules::Rules;
use crate::rules::rubric::RubricsInForce;
use crate::run::RunOptions;

/// Rolls the lake up and judges it; every derived table is written below `tables`.
///
/// # Errors
/// The SQL is wrong, or the disk refuses.
pub fn figures(
    options: &RunOptions,
    rules: &Rules,
    register: &Register,
    lake: Lake,
    stage: &Path,
    tables: &Path,
    readings: &[FileReading],
) -> Result<(Figures, Vec<crate::judge::FlagCode>)> {
    let window = options.window;
    let months = months(rules, window);
    let work = stage.join("work");
    // Lake and register stay as reported; another map is a matter of this run.
    let as_reported = register;
    let heirs = (options.map == Map::Today).then(|| Heirs::of(as_reported, window));
    let register = heirs.as_ref().map_or(as_reported, Heirs::register);
    let sheets = || Sheets::of(&lake.scores, &rules.criteria);
    let reported_rules = cell_rules(as_reported, &rules.rubrics, sheets, &lake.meetings, window);
    let OnMap { lake, folder, cell_rules, map_notes } =
        on_map(lake, reported_rules, heirs.as_ref(), rules, (&stage.join("lake"), &work.join("lake")))?;
    let sheets = Sheets::of(&lake.scores, &rules.criteria);
    let mut derived = Derived::of((&lake, &folder), (&months, &cell_rules), rules, &work, tables)?;
    if options.map == Map::Today {
        derived.write(&map_notes)?;
    }
    let cell_months: Vec<CellMonth> = derived.query()?;
    let cell_summary: Vec<CellSummary> = derived.ask()?;
    let criteria = criteria(&cell_summary, &cell_months, &sheets, &rules.criteria);
    let cell_summary = with_lost_points(cell_summary, &criteria);
    derived.add(&cell_summary)?;
    derived.write(&criteria)?;

    let mut reasons = Reasons::of(readings, &lake.unstated, &cell_months);
    if let Some(heirs) = &heirs {
        reasons = reasons.on_map(heirs, as_reported, window);
    }
    let missing = |cell: &UnitId, period: Period| reasons.get(cell, period);
    let basis = Basis { rules: &rules.flags, window, missing: &missing, sheets: &sheets, lang: options.lang };
    let flag_rows = flags::flag(&cell_summary, &cell_months, &basis);
    let silent = flags::silent(&cell_summary, &cell_months, &sheets);
    let ranking = rank::rank(&cell_summary, &cell_months, &flag_rows, &rules.index, &rules.flags, options.lang);
    derived.add(&flag_rows)?;
    derived.add(&ranking)?;
    let in_force = RubricsInForce::of(&rules.rubrics, register);
    let cuts = |cell: &UnitId| in_force.grading(Some(cell), window.last()).grades;
    let contributions = contribution::contributions(&cell_summary, &rules.index.components);
    let lift = contribution::lift(&cell_summary, &cell_months, &contributions, &cuts, options.lang);
    derived.write(&lift)?;
    derived.write(&contributions)?;
    let (target, lang) = (&rules.flags.attendance_target, options.lang);
    let basis = integrity::Basis { rules: &rules.integrity, target, sheets: &sheets, lang };
    let integrity = integrity(&cell_summary, &cell_months, &basis);
    derived.write(&integrity)?;
    let duties = Duties::of(&cell_summary, &cell_months, &lake.assignments);
    write_duties(&derived, &duties)?;
    let proposals = match options.pipeline {
        Pipeline::Monthly(_) => Proposals::default(),
        Pipeline::YearEnd(_) => {
            let basis = proposal_basis(options, rules, register);
            let proposals = Proposals::of(&cell_summary, &cell_months, &flag_rows, &ranking, &basis);
            write_proposals(&derived, &proposals)?;
            proposals
        }
    };

    let distribution: Vec<DistributionRow> = derived.query()?;
    let basis = statistics::Basis {
        months: &months,
        cell_rules: &cell_rules,
        interval: &rules.index.interval,
        rules: &rules.statistics,
    };
    let statistics = Statistics::of(&cell_summary, &cell_months, &distribution, &basis);
    write_statistics(&derived, &statistics)?;

    let figures = Figures {
        pipeline: options.pipeline,
        window,
        map: options.map,
        map_notes,
        units: lake.units,
        months,
        cell_months,
        cell_summary,
        unit_summary: derived.query()?,
        follower_summary: derived.query()?,
        flags: flag_rows,
        ranking,
        criteria,
        integrity,
        distribution,
        lift,
        contributions,
        statistics,
        proposals,
        duties,
        submissions: lake.submissions,
        findings: lake.findings,
    };
    Ok((figures, silent))
}

/// The lake and the rules of its cells' months on the map asked for, and where it lies.
struct OnMap {
    lake: Lake,
    folder: PathBuf,
    cell_rules: Vec<CellRule>,
    map_notes: Vec<MapNote>,
}

/// As reported the lake stays where it is; on today's map it is written anew, for this run only.
fn on_map(
    lake: Lake,
    cell_rules: Vec<CellRule>,
    heirs: Option<&Heirs<'_>>,
    rules: &Rules,
    (reported, today): (&Path, &Path),
) -> Result<OnMap> {
    let Some(heirs) = heirs else {
        return Ok(OnMap { lake, folder: reported.to_owned(), cell_rules, map_notes: Vec::new() });
    };
    let cell_rules = remap::rules_on_map(&cell_rules, &lake.meetings, &rules.rubrics, heirs);
    let (lake, map_notes) = remap::on_todays_map(&lake, heirs);
    lake.write(today)?;
    Ok(OnMap { lake, folder: today.to_owned(), cell_rules, map_notes })
}

fn proposal_basis<'a>(options: &RunOptions, rules: &'a Rules, register: &'a Register) -> proposal::Basis<'a> {
    proposal::Basis {
        register,
        support: &rules.support,
        year: &rules.year,
        window: options.window,
        exclude_last_hosts: options.exclude_last_hosts,
        lang: options.lang,
    }
}

fn write_proposals(derived: &Derived<'_>, proposals: &Proposals) -> Result<()> {
    derived.write(&proposals.support)?;
    derived.write(&proposals.suggestion)?;
    derived.write(&proposals.cap)
}

fn write_duties(derived: &Derived<'_>, duties: &Duties) -> Result<()> {
    derived.write(&duties.coverage)?;
    derived.write(&duties.duties)?;
    derived.write(&duties.unassigned)?;
    derived.write(&duties.hardship)?;
    derived.write(&duties.preparation)
}

fn write_statistics(derived: &Derived<'_>, statistics: &Statistics) -> Result<()> {
    derived.write(&statistics.score_summary)?;
    derived.write(&statistics.agreement)?;
    derived.write(&statistics.estimates)?;
    derived.write(&statistics.funnel)
}

/// The window's months with the rules in force.
fn months(rules: &Rules, window: Window) -> Vec<MonthRow> {
    let row = |period: Period| {
        let duration = rules.flags.minimum_duration.in_force(period);
        let rubric = rules.rubrics.in_force(period);
        let grades = rubric.grades;
        let next = period.next().first_day();
        MonthRow {
            period,
            quarter: period.quarter().to_string(),
            first_day: period.first_day(),
            last_day: period.last_day(),
            // The settings allow days that every month has.
            deadline: next.with_day(rules.settings.report_deadline_day).unwrap_or(next),
            duration_required: duration.minutes,
            combined_duration_required: duration.combined_minutes,
            grade_good_from: grades.good_from,
            grade_fair_from: grades.fair_from,
            grade_average_from: grades.average_from,
            rubric: rubric.name.clone(),
        }
    };
    window.months().map(row).collect()
}
