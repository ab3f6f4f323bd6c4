//! `chibo explain`: any figure, flag, rank or proposal of a cell, back to formula, rule file, file, sheet and cell.
//!
//! The whole inbox is read anew, for a rank rests on every cell; nothing is written but to a folder of its own that goes
//! away again.

mod asked;
mod catalogue;
mod grounds;
mod lineage;
mod named;
mod objects;
mod register;
mod sources;
mod told;

use std::collections::BTreeSet;

pub use asked::{Asked, Part};
pub use catalogue::{Ingredient, RECIPES, Recipe};
pub use objects::objects;
pub use sources::{Citation, Sources};
pub use told::told;

use crate::assess::{self, Workplace};
use crate::error::{Result, RunError};
use crate::figures::{Figures, Pipeline};
use crate::intake::discover::InboxFile;
use crate::intake::names;
use crate::intake::submission::FileReading;
use crate::judge::flags::Missing;
use crate::judge::suggestion;
use crate::lake::build::Lake;
use crate::lake::mapping::MapNote;
use crate::lake::proposals::{SuggestionRow, SupportRow};
use crate::lake::review::CriterionRow;
use crate::lake::schema::{CellMonth, CellSummary, FlagRow, RankRow};
use crate::lake::standing::{ContributionRow, LiftRow};
use crate::lang::Lang;
use crate::manifest::sha256;
use crate::period::{Period, Window};
use crate::reasons::Reasons;
use crate::register::{Register, UnitId};
use crate::remap::Map;
use crate::rules::Rules;
use crate::rules::index::{Component, IndexRules};
use crate::run::{self, Progress, RunOptions};
use crate::terms::SupportRole;
use lineage::{Lineage, Mapped};
use named::Known;
use sources::Inbox;

/// A rule file a figure goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleFile {
    /// Path under `pipelines/`.
    pub path: String,
    /// SHA-256 of its text: its version.
    pub sha256: String,
    /// The rubric in it, if it holds one.
    rubric: Option<String>,
}

/// Of how many cells a rank is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Among {
    /// Cells ranked.
    pub all: usize,
    /// Of its peer group.
    pub peers: usize,
    /// Below the same organisation.
    pub unit: usize,
}

/// Everything known of a cell's figures.
#[derive(Debug)]
pub struct Explanation {
    /// The months.
    pub window: Window,
    /// Whether they are those of a year, at whose end proposals are made.
    pub of_year: bool,
    /// Under which organisations history is told.
    pub map: Map,
    /// Its figures.
    pub summary: CellSummary,
    /// Where it loses points, by criterion group.
    pub criteria: Vec<CriterionRow>,
    /// Its flags.
    pub flags: Vec<FlagRow>,
    /// The months that were not reported, and why.
    pub missing: Vec<(Period, Missing)>,
    /// Its place.
    pub rank: RankRow,
    /// Of how many cells.
    pub among: Among,
    /// How index and interval are made.
    pub index: IndexRules,
    /// What its index is made of.
    pub contributions: Vec<ContributionRow>,
    /// What would lift it.
    pub lift: Option<LiftRow>,
    /// What the meeting criterion would allow; at the end of a year only.
    pub suggestion: Option<SuggestionRow>,
    /// What the suggestion goes by, clause by clause.
    pub clauses: Vec<String>,
    /// Its part in model meetings, if it has one; at the end of a year only.
    pub support: Option<SupportRow>,
    /// The rubrics that graded its months.
    pub rubrics: BTreeSet<String>,
    /// Where its values stand.
    pub sources: Sources,
    /// The cell with those that it carries on.
    line: Lineage,
    /// Every rule file.
    rules: Vec<RuleFile>,
}

impl Explanation {
    /// The cells some ingredients stand in, by month, each once.
    fn cited(&self, made_of: impl IntoIterator<Item = Ingredient>) -> Vec<&Citation> {
        let of = |ingredient| self.sources.get(&ingredient).into_iter().flatten();
        let mut seen = BTreeSet::new();
        let mut cited: Vec<&Citation> =
            made_of.into_iter().flat_map(of).filter(|citation| seen.insert(citation.key())).collect();
        cited.sort_by(|one, other| one.period.cmp(&other.period));
        cited
    }

    /// What the index rests on: the figures of the components that it has.
    fn of_index(&self) -> BTreeSet<Ingredient> {
        let present = self.contributions.iter().filter(|row| row.score.is_some());
        present.flat_map(|row| grounds::of_figures(grounds::component(row.component).figures)).collect()
    }

    /// What the suggestion rests on, if there is one.
    fn of_suggestion(&self) -> BTreeSet<Ingredient> {
        self.suggestion.iter().flat_map(|_| grounds::SUGGESTION.ingredients()).collect()
    }

    /// What the part in model meetings rests on: of a host its rank, of a cell to support its reasons.
    fn of_support(&self) -> BTreeSet<Ingredient> {
        let Some(row) = &self.support else { return BTreeSet::new() };
        let mut made_of = grounds::support(row.role).ingredients();
        match row.role {
            SupportRole::Host => made_of.extend(self.of_index()),
            SupportRole::Supported => {
                made_of.extend(self.reasons().flat_map(|flag| grounds::flag(flag.code).ingredients()));
            }
        }
        made_of
    }

    /// The flags that are reasons for support.
    fn reasons(&self) -> impl Iterator<Item = &FlagRow> {
        let codes = self.support.as_ref().map_or("", |row| row.reason_codes.as_str());
        self.flags.iter().filter(|flag| codes.split(';').any(|code| code == flag.code.word()))
    }

    /// The months in which merging left something of this out, with what it was.
    fn left_out(&self, made_of: &BTreeSet<Ingredient>) -> Vec<(&MapNote, Vec<&str>)> {
        let asked = |field: &&str| made_of.iter().any(|ingredient| field_of(*ingredient) == Some(field));
        let of = |note| Some((note, lineage::left_out(note).filter(asked).collect::<Vec<_>>()));
        self.line.notes().iter().filter_map(of).filter(|(_, fields)| !fields.is_empty()).collect()
    }

    /// The rule files of some paths; `rubrics/` stands for those rubrics that graded the cell's months.
    fn rule_files<'s>(&'s self, paths: &'s [&'s str]) -> impl Iterator<Item = &'s RuleFile> {
        let named = move |file: &&RuleFile| {
            let graded = || file.rubric.as_ref().is_some_and(|name| self.rubrics.contains(name));
            paths.iter().any(|path| file.path == *path || (*path == "rubrics/" && graded()))
        };
        self.rules.iter().filter(named)
    }
}

/// The name under which an ingredient is left out of merged months.
fn field_of(ingredient: Ingredient) -> Option<&'static str> {
    match ingredient {
        Ingredient::Field(field) => Some(field.word()),
        Ingredient::Points | Ingredient::FactPoints | Ingredient::GatePoints => Some(lineage::SCORES),
        _ => None,
    }
}

/// Explains some cells, each given by code or name.
///
/// # Errors
/// The configuration is broken, nothing of the window was read, or no cell, or several, go by a name.
pub fn explain(
    options: &RunOptions,
    cells: &[String],
    files: &[InboxFile],
    progress: Progress<'_>,
) -> Result<Vec<Explanation>> {
    let rules = Rules::load(options.pipelines.as_deref())?;
    let register = Register::load(&options.register, &rules)?;
    let readings = run::read(files, &rules, &register, progress);
    let lake = Lake::build(&register, &readings, options.lang);
    if !lake.meetings.iter().any(|meeting| options.window.contains(meeting.period)) {
        return Err(run::nothing_usable(&options.inbox, Some(options.window), &lake, options.lang));
    }
    let stage = tempfile::tempdir().map_err(|source| RunError::Disk { path: std::env::temp_dir(), source })?;
    lake.write(&stage.path().join("lake"))?;
    let place = Workplace { stage: stage.path(), tables: &stage.path().join("tables"), looks_back: false };
    let (figures, _) = assess::figures(options, &rules, &register, lake.clone(), &place, &readings)?;
    let mapped = (options.map == Map::Today).then(|| Mapped::of(&lake, &register, options.window));
    let run = Run {
        options,
        rules: &rules,
        register: &register,
        lake: &lake,
        figures: &figures,
        files,
        reasons: reasons(&readings, &lake, &figures, &register, mapped.as_ref()),
        inbox: Inbox::of(&readings, &lake, &rules, options.window),
        cited: register::Cited::open(&options.register, &rules),
        mapped,
    };
    cells.iter().map(|written| run.explained(written)).collect()
}

fn reasons(
    readings: &[FileReading],
    lake: &Lake,
    figures: &Figures,
    register: &Register,
    mapped: Option<&Mapped<'_>>,
) -> Reasons {
    let reasons = Reasons::of(readings, &lake.unstated, &figures.cell_months);
    match mapped {
        Some(mapped) => reasons.on_map(&mapped.heirs, register, figures.window),
        None => reasons,
    }
}

/// A run of which cells are explained.
struct Run<'a> {
    options: &'a RunOptions,
    rules: &'a Rules,
    register: &'a Register,
    lake: &'a Lake,
    figures: &'a Figures,
    files: &'a [InboxFile],
    reasons: Reasons,
    inbox: Inbox<'a>,
    cited: register::Cited,
    mapped: Option<Mapped<'a>>,
}

impl Run<'_> {
    fn explained(&self, written: &str) -> Result<Explanation> {
        let heirs = self.mapped.as_ref().map(|mapped| &mapped.heirs);
        let known = Known { cells: &self.figures.cell_summary, register: self.register, heirs, rules: self.rules };
        let cell = known.named(written)?;
        let line = match &self.mapped {
            Some(mapped) => Lineage::on_map(&cell, mapped, self.lake, self.options.window),
            None => Lineage::alone(&cell),
        };
        self.explanation(line).ok_or_else(|| RunError::internal(format!("{cell}?")))
    }

    fn explanation(&self, line: Lineage) -> Option<Explanation> {
        let (figures, rules, cell) = (self.figures, self.rules, line.cell().clone());
        let own = |id: &UnitId| *id == cell;
        let months: Vec<&CellMonth> = figures.cell_months.iter().filter(|month| own(&month.cell_id)).collect();
        let summary = figures.cell_summary.iter().find(|row| own(&row.cell_id))?.clone();
        let sources = self.sources(&line, &months, &summary);
        let unreported = months.iter().filter(|month| !month.reported).map(|month| month.period);
        let of_year = matches!(self.options.pipeline, Pipeline::YearEnd(_));
        let clauses = || suggestion::notes(&rules.year, self.options.window.last(), self.options.lang);
        Some(Explanation {
            window: self.options.window,
            of_year,
            map: figures.map,
            criteria: figures.criteria.iter().filter(|row| own(&row.cell_id)).cloned().collect(),
            flags: figures.flags.iter().filter(|row| own(&row.cell_id)).cloned().collect(),
            missing: unreported.map(|period| (period, self.reasons.get(&cell, period))).collect(),
            rank: figures.ranking.iter().find(|row| own(&row.cell_id))?.clone(),
            among: among(figures, &summary),
            index: rules.index.clone(),
            contributions: figures.contributions.iter().filter(|row| own(&row.cell_id)).cloned().collect(),
            lift: figures.lift.iter().find(|row| own(&row.cell_id)).cloned(),
            suggestion: figures.proposals.suggestion.iter().find(|row| own(&row.cell_id)).cloned(),
            clauses: of_year.then(clauses).unwrap_or_default(),
            support: figures.proposals.support.iter().find(|row| own(&row.cell_id)).cloned(),
            rubrics: months.iter().map(|month| month.rubric.clone()).collect(),
            summary,
            sources,
            line,
            rules: rules.files.iter().map(|(path, text)| rule_file(path, text)).collect(),
        })
    }

    fn sources(&self, line: &Lineage, months: &[&CellMonth], summary: &CellSummary) -> Sources {
        let mut sources = self.inbox.sources(line, months);
        let units = self.register.units().iter().filter(|unit| line.parts().contains(&unit.unit_id));
        let own: Vec<Vec<String>> = units.flat_map(|unit| names::keys(unit, &self.rules.names)).collect();
        sources::fill_in(&mut sources, &own, self.files, self.rules);
        sources.extend(self.cited.sources(line, summary.unit_id.as_ref()));
        sources
    }
}

fn among(figures: &Figures, summary: &CellSummary) -> Among {
    let ranked = figures.ranking.iter().zip(&figures.cell_summary).filter(|(row, _)| row.ranked);
    let cells: Vec<&CellSummary> = ranked.map(|(_, cell)| cell).collect();
    Among {
        all: cells.len(),
        peers: cells.iter().filter(|cell| cell.peer_group == summary.peer_group).count(),
        unit: cells.iter().filter(|cell| cell.unit_id == summary.unit_id).count(),
    }
}

fn rule_file(path: &str, text: &str) -> RuleFile {
    let table = || text.parse::<toml::Table>().ok();
    let named = path.starts_with("rubrics/").then(table).flatten();
    let rubric = named.and_then(|table| table.get("name")?.as_str().map(str::to_owned));
    RuleFile { path: path.to_owned(), sha256: sha256(text.as_bytes()), rubric }
}

/// A figure in words: its meaning and formula.
fn words_of(recipe: &Recipe, lang: Lang) -> (&'static str, &'static str) {
    use crate::lake::table::Row as _;
    let column = CellSummary::TABLE.columns.iter().find(|column| column.name == recipe.figure);
    column
        .map_or(("", recipe.formula), |column| (lang.pick(column.vi, column.en), lang.pick(recipe.formula, column.en)))
}

/// The goalposts of a component, as `zero_at` and `hundred_at`.
fn goalposts(explanation: &Explanation, component: Component) -> (f64, f64) {
    let goalposts = explanation.index.components.get(component);
    (goalposts.zero_at, goalposts.hundred_at)
}
