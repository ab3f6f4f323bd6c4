//! `chibo explain`: any figure, flag or rank of a cell, back to formula, rule file, file, sheet and cell.
//!
//! The whole inbox is read anew, for a rank rests on every cell; nothing is written but to a folder of its own that goes
//! away again.

mod catalogue;
mod register;
mod sources;
mod told;

use std::collections::BTreeSet;

pub use catalogue::{Ingredient, RECIPES, Recipe};
pub use sources::{Citation, Sources};
pub use told::{objects, told};

use crate::assess;
use crate::error::{Message, Result, RunError};
use crate::figures::Figures;
use crate::intake::discover::InboxFile;
use crate::intake::names;
use crate::judge::FlagCode;
use crate::lake::build::Lake;
use crate::lake::proposals::{SuggestionRow, SupportRow};
use crate::lake::schema::{CellMonth, CellSummary, FlagRow, RankRow};
use crate::lake::standing::{ContributionRow, LiftRow};
use crate::lake::table::words;
use crate::lang::Lang;
use crate::manifest::sha256;
use crate::period::Window;
use crate::register::{Register, UnitId};
use crate::rules::Rules;
use crate::run::{self, Progress, RunOptions};

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

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Everything.
    Everything,
    /// One figure of `cell_summary`, by its place in [`RECIPES`].
    Figure(usize),
    /// One flag.
    Flag(FlagCode),
    /// A column of the ranking.
    Rank(RankFigure),
}

words! {
    /// A column of the ranking that can be asked for.
    pub enum RankFigure {
        /// The index.
        Index = "index",
        /// The rank and its interval.
        Rank = "rank",
    }
}

impl Asked {
    /// What a name asks for.
    ///
    /// # Errors
    /// No figure, flag or column of the ranking is called so; the nearest is suggested.
    pub fn of(name: Option<&str>) -> Result<Self> {
        let Some(name) = name else { return Ok(Self::Everything) };
        let figure = RECIPES.iter().position(|recipe| recipe.figure == name).map(Self::Figure);
        let flag = || FlagCode::from_word(&name.to_uppercase()).map(Self::Flag);
        let rank = || RankFigure::from_word(name).map(Self::Rank);
        figure.or_else(flag).or_else(rank).ok_or_else(|| unknown_figure(name))
    }
}

fn unknown_figure(name: &str) -> RunError {
    let names = RECIPES.iter().map(|recipe| recipe.figure).chain(FlagCode::ALL.iter().map(|code| code.word()));
    let names = names.chain(RankFigure::ALL.iter().map(|it| it.word()));
    let near = names.max_by(|one, other| strsim::jaro_winkler(one, name).total_cmp(&strsim::jaro_winkler(other, name)));
    let near = near.unwrap_or_default();
    RunError::Usage(Message::new(
        format!("không có số liệu '{name}'. Có phải '{near}'? `chibo schema cell_summary` liệt kê các tên."),
        format!("no figure '{name}'. Did you mean '{near}'? `chibo schema cell_summary` lists the names."),
    ))
}

/// Everything known of a cell's figures.
#[derive(Debug)]
pub struct Explanation {
    /// The months.
    pub window: Window,
    /// Its figures.
    pub summary: CellSummary,
    /// Its flags.
    pub flags: Vec<FlagRow>,
    /// Its place.
    pub rank: RankRow,
    /// Cells ranked.
    pub ranked: usize,
    /// What its index is made of.
    pub contributions: Vec<ContributionRow>,
    /// What would lift it.
    pub lift: Option<LiftRow>,
    /// What the meeting criterion would allow; at the end of a year only.
    pub suggestion: Option<SuggestionRow>,
    /// Its part in model meetings, if it has one; at the end of a year only.
    pub support: Option<SupportRow>,
    /// The rubrics that graded its months.
    pub rubrics: BTreeSet<String>,
    /// Where its values stand.
    pub sources: Sources,
    /// Every rule file.
    rules: Vec<RuleFile>,
}

impl Explanation {
    /// The cells a figure rests on, by month.
    #[must_use]
    pub fn citations(&self, recipe: &Recipe) -> Vec<&Citation> {
        self.cited(recipe.made_of)
    }

    /// The cells some figures rest on, by month, each once.
    #[must_use]
    pub fn citations_of(&self, figures: &[&str]) -> Vec<&Citation> {
        let recipes = RECIPES.iter().filter(|recipe| figures.contains(&recipe.figure));
        let made_of: BTreeSet<Ingredient> = recipes.flat_map(|recipe| recipe.made_of).copied().collect();
        self.cited(&made_of.into_iter().collect::<Vec<_>>())
    }

    fn cited(&self, made_of: &[Ingredient]) -> Vec<&Citation> {
        let mut cited: Vec<&Citation> =
            made_of.iter().filter_map(|ingredient| self.sources.get(ingredient)).flatten().collect();
        cited.sort_by(|one, other| one.period.cmp(&other.period));
        cited
    }

    /// The rule files of some paths; `rubrics/` stands for those rubrics that graded the cell's months.
    pub fn rule_files<'s>(&'s self, paths: &'s [&'s str]) -> impl Iterator<Item = &'s RuleFile> {
        let named = move |file: &&RuleFile| {
            let graded = || file.rubric.as_ref().is_some_and(|name| self.rubrics.contains(name));
            paths.iter().any(|path| file.path == *path || (*path == "rubrics/" && graded()))
        };
        self.rules.iter().filter(named)
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
    let tables = stage.path().join("tables");
    let (figures, _) = assess::figures(options, &rules, &register, lake.clone(), stage.path(), &tables, &readings)?;
    let cited = register::Cited::open(&options.register, &rules);
    let one = |written: &String| {
        let cell = named(written, &figures, &rules)?;
        let mut sources = sources::of_cell(&cell, options.window, &lake, &readings);
        let own: Vec<Vec<String>> = register
            .units()
            .iter()
            .filter(|unit| unit.unit_id == cell)
            .flat_map(|unit| names::keys(unit, &rules.names))
            .collect();
        sources::fill_in(&mut sources, &own, files, &rules);
        of_register(&mut sources, &cell, &figures, &cited);
        Explanation::of(&cell, &figures, sources, &rules, options).ok_or_else(|| unknown_cell(written, &[]))
    };
    cells.iter().map(one).collect()
}

impl Explanation {
    fn of(cell: &UnitId, figures: &Figures, sources: Sources, rules: &Rules, options: &RunOptions) -> Option<Self> {
        let summary = figures.cell_summary.iter().find(|row| row.cell_id == *cell)?.clone();
        let of_cell = |month: &&CellMonth| month.cell_id == *cell;
        let rule_file = |(path, text): (&String, &String)| {
            let holds = |name: &&str| path.starts_with("rubrics/") && text.contains(&format!("name = \"{name}\""));
            let rubric = rules.rubrics.all().map(|rubric| rubric.name.as_str()).find(holds).map(str::to_owned);
            RuleFile { path: path.clone(), sha256: sha256(text.as_bytes()), rubric }
        };
        Some(Self {
            window: options.window,
            flags: figures.flags.iter().filter(|flag| flag.cell_id == *cell).cloned().collect(),
            ranked: figures.ranking.iter().filter(|row| row.ranked).count(),
            rank: figures.ranking.iter().find(|row| row.cell_id == *cell)?.clone(),
            summary,
            contributions: figures.contributions.iter().filter(|row| row.cell_id == *cell).cloned().collect(),
            lift: figures.lift.iter().find(|row| row.cell_id == *cell).cloned(),
            suggestion: figures.proposals.suggestion.iter().find(|row| row.cell_id == *cell).cloned(),
            support: figures.proposals.support.iter().find(|row| row.cell_id == *cell).cloned(),
            rubrics: figures.cell_months.iter().filter(of_cell).map(|month| month.rubric.clone()).collect(),
            sources,
            rules: rules.files.iter().map(rule_file).collect(),
        })
    }
}

/// The cell of a code or name; a name that several cells have is refused with their codes.
fn named(written: &str, figures: &Figures, rules: &Rules) -> Result<UnitId> {
    let code = UnitId::key(written);
    if let Some(row) = figures.cell_summary.iter().find(|row| UnitId::key(row.cell_id.as_str()) == code) {
        return Ok(row.cell_id.clone());
    }
    let key = rules.names.key(written);
    let same = |row: &&CellSummary| rules.names.key(&row.cell_name) == key;
    let found: Vec<&CellSummary> = figures.cell_summary.iter().filter(same).collect();
    match found.as_slice() {
        [one] => Ok(one.cell_id.clone()),
        [] => match containing(written, &figures.cell_summary).as_slice() {
            [one] => Ok(one.cell_id.clone()),
            [] => Err(unknown_cell(written, &nearest(written, &figures.cell_summary))),
            several => Err(unknown_cell(written, several)),
        },
        several => Err(unknown_cell(written, several)),
    }
}

/// The cells whose names hold what is written: `Can Hồ`.
fn containing<'a>(written: &str, cells: &'a [CellSummary]) -> Vec<&'a CellSummary> {
    let wanted = crate::text::bare(written);
    let holds =
        |row: &&CellSummary| format!(" {} ", crate::text::bare(&row.cell_name)).contains(&format!(" {wanted} "));
    if wanted.is_empty() { Vec::new() } else { cells.iter().filter(holds).take(5).collect() }
}

/// The cells whose names come nearest.
fn nearest<'a>(written: &str, cells: &'a [CellSummary]) -> Vec<&'a CellSummary> {
    let wanted = crate::text::fold(written);
    let likeness = |row: &CellSummary| strsim::jaro_winkler(&crate::text::fold(&row.cell_name), &wanted);
    let mut cells: Vec<&CellSummary> = cells.iter().collect();
    cells.sort_by(|one, other| likeness(other).total_cmp(&likeness(one)).then(one.cell_id.cmp(&other.cell_id)));
    cells.truncate(3);
    cells
}

fn unknown_cell(written: &str, candidates: &[&CellSummary]) -> RunError {
    let listed: Vec<String> = candidates
        .iter()
        .map(|row| format!("{} ({}, {})", row.cell_id, row.cell_name, row.unit_name.as_deref().unwrap_or("—")))
        .collect();
    let listed = listed.join("; ");
    RunError::Usage(Message::new(
        format!("không có đúng một chi bộ nào là '{written}' trong kỳ. Ghi mã của một trong: {listed}."),
        format!("not exactly one cell is '{written}' in the period. Give the code of one of: {listed}."),
    ))
}

/// What the register says, cited.
fn of_register(sources: &mut Sources, cell: &UnitId, figures: &Figures, cited: &register::Cited) {
    let ingredients = RECIPES.iter().flat_map(|recipe| recipe.made_of);
    for ingredient in ingredients {
        if let Ingredient::Unit(title) = ingredient {
            sources.insert(*ingredient, cited.unit(cell, title));
        }
    }
    sources.insert(Ingredient::Assignment, cited.assignments(cell));
    let summary = figures.cell_summary.iter().find(|row| row.cell_id == *cell);
    if let Some(above) = summary.and_then(|row| row.unit_id.as_ref()) {
        sources.insert(Ingredient::Parent, cited.unit(above, "Tên"));
    }
    sources.retain(|_, citations| !citations.is_empty());
}

/// A figure in words: its meaning and formula.
fn words_of(recipe: &Recipe, lang: Lang) -> (&'static str, &'static str) {
    use crate::lake::table::Row as _;
    let column = CellSummary::TABLE.columns.iter().find(|column| column.name == recipe.figure);
    column
        .map_or(("", recipe.formula), |column| (lang.pick(column.vi, column.en), lang.pick(recipe.formula, column.en)))
}
