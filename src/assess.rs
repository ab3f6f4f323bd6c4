//! The lake → figures and judgements: roll up, judge, propose, with every derived table written on the way.

use std::path::{Path, PathBuf};

use crate::derived::Derived;
use crate::earlier::window_before;
use crate::error::Result;
use crate::figures::{Figures, Pipeline};
use crate::intake::submission::FileReading;
use crate::judge::duties::Duties;
use crate::judge::integrity::{self, integrity};
use crate::judge::proposal::{self, Proposals};
use crate::judge::rules_in_force::cell_rules;
use crate::judge::sheets::Sheets;
use crate::judge::statistics::{self, Statistics};
use crate::judge::{FlagCode, contribution, flags, rank};
use crate::judged::{Ground, Judged};
use crate::lake::build::Lake;
use crate::lake::mapping::MapNote;
use crate::lake::review::IntegrityRow;
use crate::lake::schema::{CellRule, DistributionRow, FollowerSummary};
use crate::lake::standing::{ContributionRow, LiftRow};
use crate::period::Window;
use crate::register::{Register, UnitId};
use crate::remap::{self, Heirs, Map};
use crate::rules::Rules;
use crate::rules::rubric::RubricsInForce;
use crate::run::RunOptions;

/// Where a run works, and whether it looks back.
pub struct Workplace<'a> {
    /// The staged output: the lake lies in it, and files of work.
    pub stage: &'a Path,
    /// The folder of the derived tables.
    pub tables: &'a Path,
    /// Whether the window before is told as well.
    pub looks_back: bool,
}

/// Rolls the lake up and judges it; every derived table of the run's own window is written below its folder.
///
/// # Errors
/// The SQL is wrong, or the disk refuses.
pub fn figures(
    options: &RunOptions,
    rules: &Rules,
    register: &Register,
    lake: Lake,
    place: &Workplace<'_>,
    readings: &[FileReading],
) -> Result<(Figures, Vec<FlagCode>)> {
    let window = options.window;
    let before = window_before(options.pipeline, window).filter(|before| place.looks_back && tells_of(&lake, *before));
    let work = place.stage.join("work");
    // Lake and register stay as reported; another map is a matter of this run.
    let heirs = (options.map == Map::Today).then(|| Heirs::of(register, window));
    let sheets = || Sheets::of(&lake.scores, &rules.criteria);
    let both = before.and_then(|before| Window::new(before.first(), window.last())).unwrap_or(window);
    let reported_rules = cell_rules(register, &rules.rubrics, sheets, &lake.meetings, both);
    let OnMap { lake, folder, cell_rules, map_notes } =
        on_map(lake, reported_rules, heirs.as_ref(), rules, (&place.stage.join("lake"), &work.join("lake")))?;
    let ground = Ground {
        options,
        rules,
        register,
        heirs: heirs.as_ref(),
        lake: &lake,
        folder: &folder,
        cell_rules: &cell_rules,
        sheets: &Sheets::of(&lake.scores, &rules.criteria),
        readings,
    };
    // Only a year shows the ranks of the one before; for a month their intervals are not worth drawing.
    let ranker = if matches!(options.pipeline, Pipeline::YearEnd(_)) { rank::rank } else { rank::without_intervals };
    let earlier = before.map(|before| ground.earlier(before, ranker, &work.join("before"))).transpose()?;
    let own = ground.judged(window, rank::rank, &work, place.tables)?;
    own.derived.write(&own.criteria)?;
    if options.map == Map::Today {
        own.derived.write(&map_notes)?;
    }
    let earlier = earlier.map(|earlier| ground.held_against(&own, earlier));
    let silent = flags::silent(&own.cell_summary, &own.cell_months, ground.sheets, &rules.flags.thresholds);
    let (own, beside) = beside(own, &ground)?;
    let Judged { months, cell_months, cell_summary, unit_summary, criteria, flags, ranking, .. } = own;
    let figures = Figures {
        pipeline: options.pipeline,
        window,
        map: options.map,
        map_notes,
        units: lake.units,
        months,
        cell_months,
        cell_summary,
        unit_summary,
        follower_summary: beside.follower_summary,
        flags,
        ranking,
        earlier,
        criteria,
        integrity: beside.integrity,
        distribution: beside.distribution,
        lift: beside.lift,
        contributions: beside.contributions,
        statistics: beside.statistics,
        proposals: beside.proposals,
        duties: beside.duties,
        submissions: lake.submissions,
        findings: lake.findings,
    };
    Ok((figures, silent))
}

/// What stands beside figures, flags and ranks.
struct Beside {
    follower_summary: Vec<FollowerSummary>,
    integrity: Vec<IntegrityRow>,
    distribution: Vec<DistributionRow>,
    lift: Vec<LiftRow>,
    contributions: Vec<ContributionRow>,
    statistics: Statistics,
    proposals: Proposals,
    duties: Duties,
}

fn beside<'a>(own: Judged<'a>, ground: &Ground<'_>) -> Result<(Judged<'a>, Beside)> {
    let Ground { options, rules, sheets, .. } = ground;
    let (lang, register) = (options.lang, ground.todays_register());
    let mut own = own;
    let (cells, months, derived) = (&own.cell_summary, &own.cell_months, &mut own.derived);
    let in_force = RubricsInForce::of(&rules.rubrics, register);
    let cuts = |cell: &UnitId| in_force.grading(Some(cell), options.window.last()).grades;
    let contributions = contribution::contributions(cells, &rules.index.components);
    let lift = contribution::lift(cells, months, &contributions, &cuts, lang);
    derived.write(&lift)?;
    derived.write(&contributions)?;
    let basis = integrity::Basis { rules: &rules.integrity, target: &rules.flags.attendance_target, sheets, lang };
    let integrity = integrity(cells, months, &basis);
    derived.write(&integrity)?;
    let duties = Duties::of(cells, months, &ground.lake.assignments);
    write_duties(derived, &duties)?;
    let proposals = match options.pipeline {
        Pipeline::Monthly(_) => Proposals::default(),
        Pipeline::YearEnd(_) => {
            let basis = proposal_basis(options, rules, register);
            let proposals = Proposals::of(cells, months, &own.flags, &own.ranking, &basis);
            write_proposals(derived, &proposals)?;
            proposals
        }
    };
    let distribution: Vec<DistributionRow> = derived.query()?;
    let basis = statistics::Basis {
        months: &own.months,
        cell_rules: &own.cell_rules,
        interval: &rules.index.interval,
        rules: &rules.statistics,
    };
    let statistics = Statistics::of(cells, months, &distribution, &basis);
    write_statistics(derived, &statistics)?;
    let follower_summary = derived.query()?;
    let beside =
        Beside { follower_summary, integrity, distribution, lift, contributions, statistics, proposals, duties };
    Ok((own, beside))
}

/// Whether some meeting of a window was reported.
fn tells_of(lake: &Lake, window: Window) -> bool {
    lake.meetings.iter().any(|meeting| window.contains(meeting.period))
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
